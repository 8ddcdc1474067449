/*
 * syndrome: the neighbours of sarcopenia, each a rule over criteria: cachexia
 * (Fearon 2011, Evans 2008, AWGC 2023), malnutrition (GLIM 2019), frailty
 * (Fried 2001) and sarcopenic obesity (ESPEN/EASO 2022).
 *
 * A criterion is met, not met or unknown, and the rules keep that: "any of" is
 * met if one is met, not met if none can be, and unknown otherwise.
 */
#ifndef EXONC_SYNDROME_H
#define EXONC_SYNDROME_H

#include "sarcopenia/definition.h"

/* Three-valued answers: 1, 0 or UNKNOWN. */
#define NO 0
#define YES 1

/* What is measured, for all of them together. */
typedef enum syndrome_input
{
	SYN_AGE,
	SYN_HEIGHT_CM,
	SYN_BMI,
	SYN_LOSS_PERCENT,
	SYN_LOSS_KG,
	SYN_LOSS_MONTHS,
	SYN_ASM_H2,
	SYN_GRIP_KG,
	SYN_CRP,
	SYN_IL6,
	SYN_HAEMOGLOBIN,
	SYN_ALBUMIN,
	SYN_WALK_15FT_S,
	SYN_KCAL_WEEK,
	SYN_WAIST_CM,
	SYN_SARC_F,
	SYN_CHAIR_STAND_S,
	SYN_FAT_PERCENT,
	SYN_ASM_WEIGHT_PERCENT,
	SYN_SMM_WEIGHT_PERCENT,
	N_SYNDROME_INPUTS
} syndrome_input;

/* The criteria that are cut-offs. */
typedef enum syndrome_criterion
{
	FEARON_LOSS,
	FEARON_LOSS_DEPLETED,
	FEARON_BMI,
	FEARON_MUSCLE,
	EVANS_LOSS,
	EVANS_BMI,
	EVANS_MUSCLE,
	EVANS_CRP,
	EVANS_IL6,
	EVANS_HAEMOGLOBIN,
	EVANS_ALBUMIN,
	AWGC_LOSS,
	AWGC_BMI,
	AWGC_GRIP,
	AWGC_CRP,
	GLIM_LOSS_6_MONTHS,
	GLIM_LOSS_BEYOND,
	GLIM_BMI,
	GLIM_BMI_ASIA,
	GLIM_SEVERE_LOSS_6_MONTHS,
	GLIM_SEVERE_LOSS_BEYOND,
	GLIM_SEVERE_BMI,
	FRIED_LOSS_PERCENT,
	FRIED_LOSS_KG,
	FRIED_GRIP,
	FRIED_WALK,
	FRIED_ACTIVITY,
	SO_BMI,
	SO_BMI_ASIA,
	SO_WAIST,
	SO_WAIST_ASIA,
	SO_SARC_F,
	SO_CHAIR_STAND,
	SO_FAT_CAUCASIAN,
	SO_FAT_ASIAN,
	SO_FAT_AFRICAN_AMERICAN,
	SO_ASM_WEIGHT,
	SO_SMM_WEIGHT,
	N_SYNDROME_CRITERIA
} syndrome_criterion;

/* A band of another measurement: above, and at most; 0: no limit. */
typedef struct input_band
{
	double		above;
	double		at_most;
} input_band;

typedef struct syndrome_cutoff
{
	syndrome_criterion criterion;
	unsigned	sexes;
	age_span	ages;
	input_band	band; /* of body mass index, or of height for a walk */
	comparison	operator;
	double		value;
	evidence_mark mark;
} syndrome_cutoff;

typedef struct syndrome_criterion_info
{
	const char *syndrome;
	const char *name;
	syndrome_input input;
	syndrome_input band_input; /* of the band, where there is one */
	const char *source;
} syndrome_criterion_info;

typedef struct syndrome_person
{
	int			sex; /* or UNKNOWN */
	double		value[N_SYNDROME_INPUTS];
	bool		measured[N_SYNDROME_INPUTS];
} syndrome_person;

extern const syndrome_cutoff syndrome_cutoffs[];
extern const int n_syndrome_cutoffs;
extern const syndrome_criterion_info *syndrome_info(syndrome_criterion criterion);
extern const char *syndrome_input_unit(syndrome_input input);

/* Undoes the damage of real columns and refuses values that cannot be. */
extern bool check_syndrome_person(syndrome_person *p, status *st);

/* Whether a criterion is met: 1, 0 or UNKNOWN. */
extern int	is_met(syndrome_criterion criterion, const syndrome_person *p);

/* ---- the rules ---- */

typedef enum cachexia_definition
{
	CACHEXIA_FEARON,
	CACHEXIA_EVANS,
	CACHEXIA_AWGC,
	N_CACHEXIA_DEFINITIONS
} cachexia_definition;

#define CACHEXIA_DEFINITION_LABELS {"Fearon2011", "Evans2008", "AWGC2023"}

/* What is asked, not measured: 1, 0 or UNKNOWN each. */
typedef struct cachexia_answers
{
	int			anorexia;
	int			fatigue;
	int			low_strength;
	int			chronic_disease;
	bool		loss_may_equal; /* AWGC: a loss of exactly 2 % counts */
} cachexia_answers;

extern int	cachexia(cachexia_definition definition, const syndrome_person *p,
					 const cachexia_answers *answers);

typedef struct glim_answers
{
	int			asian;
	int			reduced_muscle;
	int			severe_muscle_deficit;
	int			reduced_intake;
	int			inflammation;
} glim_answers;

typedef enum glim_class
{
	GLIM_NONE,
	GLIM_STAGE_1,
	GLIM_STAGE_2
} glim_class;

#define GLIM_CLASS_LABELS {"none", "stage_1", "stage_2"}

/* The mildest class still possible if it is positive or the only one, else UNKNOWN. */
extern int	glim(const syndrome_person *p, const glim_answers *answers);

typedef enum frailty_class
{
	ROBUST,
	PREFRAIL,
	FRAIL
} frailty_class;

#define FRAILTY_CLASS_LABELS {"robust", "prefrail", "frail"}

typedef struct fried_result
{
	int			class; /* as glim() */
	int			met;	 /* of the five */
	int			unknown;
} fried_result;

/* exhaustion: 1, 0 or UNKNOWN; unable: tests that were tried and could not be done (bits). */
extern fried_result fried(const syndrome_person *p, int exhaustion, unsigned unable);

typedef enum ethnicity
{
	CAUCASIAN,
	ASIAN,
	AFRICAN_AMERICAN,
	N_ETHNICITIES
} ethnicity;

#define ETHNICITY_LABELS {"caucasian", "asian", "african_american"}

typedef struct obesity_result
{
	int			screen;				 /* step one */
	int			altered_function;	 /* step two, c */
	int			altered_composition; /* step two, d */
	int			diagnosis;
	int			stage; /* 1, 2, or UNKNOWN */
} obesity_result;

extern obesity_result sarcopenic_obesity(const syndrome_person *p, int of_ethnicity, int surrogate,
										 int low_strength, int complications);

#endif
