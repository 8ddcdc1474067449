/*
 * condition: what conditions of a person ask for before and during exercise.
 *
 * Two sets of names: conditions, which stand on a problem list, and
 * contraindications, which are asked for before a session. A set that was not
 * asked for is unknown, which is not the same as the empty set.
 */
#ifndef EXONC_PRESCRIPTION_CONDITION_H
#define EXONC_PRESCRIPTION_CONDITION_H

#include "prescription/advice.h"

/* Bits of the SQL type exercise_condition_set; never renumbered. */
typedef enum exercise_condition
{
	LYMPHOEDEMA_STABLE,
	LYMPHOEDEMA_WORSENING,
	NEUROPATHY,
	BALANCE_IMPAIRED,
	ATAXIA,
	OSTOMY,
	PARASTOMAL_HERNIA,
	STEM_CELL_TRANSPLANT,
	LV_DYSFUNCTION,
	ANAEMIA,
	LUNG_RESECTION,
	COPD,
	CACHEXIA,
	SEVERE_MALNUTRITION,
	CARDIOTOXIC_DYSFUNCTION,
	ICI_MYOSITIS,
	ICI_RAISED_CK,
	STERNOTOMY,
	ABDOMINAL_SURGERY,
	BREAST_RECONSTRUCTION,
	OTHER_SURGERY,
	CENTRAL_LINE,
	ARTHRALGIA,
	ARTHRITIS,
	POOR_BONE_HEALTH,
	BONE_METASTASES,
	UNSTABLE_BONE_LESION,
	CARDIOPULMONARY_DISEASE,
	EXTREME_FATIGUE,
	RADIOTHERAPY_SKIN,
	WORSENING_CONDITION,
	N_EXERCISE_CONDITIONS
} exercise_condition;

#define EXERCISE_CONDITION_LABELS \
	{"lymphoedema_stable", "lymphoedema_worsening", "neuropathy", "balance_impaired", "ataxia", "ostomy", \
	 "parastomal_hernia", "stem_cell_transplant", "lv_dysfunction", "anaemia", "lung_resection", "copd", "cachexia", \
	 "severe_malnutrition", "cardiotoxic_dysfunction", "ici_myositis", "ici_raised_ck", "sternotomy", \
	 "abdominal_surgery", "breast_reconstruction", "other_surgery", "central_line", "arthralgia", "arthritis", \
	 "poor_bone_health", "bone_metastases", "unstable_bone_lesion", "cardiopulmonary_disease", "extreme_fatigue", \
	 "radiotherapy_skin", "worsening_condition"}

/* Bits of the SQL type exercise_contraindication_set; never renumbered. */
typedef enum exercise_contraindication
{
	UNSTABLE_ANGINA,
	UNCONTROLLED_CORONARY_SYMPTOMS,
	UNCONTROLLED_ARRHYTHMIA,
	UNCONTROLLED_HEART_FAILURE,
	UNCONTROLLED_HYPERTENSION,
	ACUTE_PULMONARY_EMBOLISM,
	ACUTE_INFARCTION,
	DISSECTING_ANEURYSM,
	MYOCARDITIS_OR_PERICARDITIS,
	SYSTEMIC_INFECTION_WITH_FEVER,
	ACUTE_INFECTION,
	VOMITING,
	DISORIENTATION,
	BLURRED_VISION,
	LYMPHOEDEMA_NEW,
	WOUND_NOT_HEALED,
	N_EXERCISE_CONTRAINDICATIONS
} exercise_contraindication;

#define EXERCISE_CONTRAINDICATION_LABELS \
	{"unstable_angina", "uncontrolled_coronary_symptoms", "uncontrolled_arrhythmia", "uncontrolled_heart_failure", \
	 "uncontrolled_hypertension", "acute_pulmonary_embolism", "acute_infarction", "dissecting_aneurysm", \
	 "myocarditis_or_pericarditis", "systemic_infection_with_fever", "acute_infection", "vomiting_24h", \
	 "disorientation", "blurred_vision", "lymphoedema_new", "wound_not_healed"}

extern const vocabulary exercise_conditions;
extern const vocabulary exercise_contraindications;

/* What a rule about a condition also asks for. */
typedef enum condition_fact
{
	NO_FACT,
	SURGERY_WEEKS,
	MYOSITIS_GRADE,
	N_CONDITION_FACTS
} condition_fact;

/* Rules of one condition stand together, the most severe first: the first that holds decides. */
typedef struct condition_rule
{
	exercise_condition condition;
	condition_fact fact;
	comparison	operator;
	double		threshold;
	precaution_level level;
	uint32_t	restrictions; /* beside those of the level */
	const char *change;
	const char *source;
	evidence_mark mark;
} condition_rule;

typedef struct contraindication_rule
{
	exercise_contraindication contraindication;
	const char *change;
	const char *source;
	evidence_mark mark;
} contraindication_rule;

extern const condition_rule *condition_rules(int *n);
extern const contraindication_rule *contraindication_rules(int *n);

/* The condition of a rule with its fact, as "surgery_weeks < 8"; empty without one. */
extern void condition_rule_text(const condition_rule *rule, char *text, int size);

typedef struct person_conditions
{
	bool		conditions_known;
	uint32_t	conditions;
	bool		contraindications_known;
	uint32_t	contraindications;
	double		fact[N_CONDITION_FACTS]; /* NAN: unknown */
} person_conditions;

#define MAX_CONDITION_ADVICE (N_EXERCISE_CONDITIONS + N_EXERCISE_CONTRAINDICATIONS)

/* One row for each name in the sets, or one for a set that is empty or unknown. False with a status for a fact that cannot be. */
extern bool advise_on_conditions(const person_conditions *person, advice rows[MAX_CONDITION_ADVICE], int *n, status *st);

/* ---- NCCN triage ---- */

typedef enum triage_risk
{
	RISK_LOW,
	RISK_MODERATE,
	RISK_HIGH,
	N_TRIAGE_RISKS
} triage_risk;

#define TRIAGE_RISK_LABELS {"low", "moderate", "high"}

typedef struct triage_rule
{
	exercise_condition condition;
	triage_risk risk;
	const char *listed_as; /* in the source */
	evidence_mark mark;
} triage_rule;

/* The row of a condition, or NULL: the triage does not name it. */
extern const triage_rule *triage_rule_of(exercise_condition condition);
extern const char *triage_action(triage_risk risk);
extern const char *const triage_source;

#endif
