/* condition: see condition.h. */
#include "prescription/condition.h"

#include "common/person.h"
#include "common/table.h"

#include <stdio.h>

static const char *const condition_names[] = EXERCISE_CONDITION_LABELS;
static const char *const contraindication_names[] = EXERCISE_CONTRAINDICATION_LABELS;

const vocabulary exercise_conditions = {
	.type = "exercise_condition_set",
	.member = "condition",
	.members = "conditions",
	.example = "{lymphoedema_stable,ataxia}",
	.names = COUNTED(condition_names),
	.listing = "condition_precaution_rules",
};

const vocabulary exercise_contraindications = {
	.type = "exercise_contraindication_set",
	.member = "contraindication",
	.members = "contraindications",
	.example = "{unstable_angina,vomiting_24h}",
	.names = COUNTED(contraindication_names),
	.listing = "condition_precaution_rules",
};

#define FITT	"resistance table for breast cancer survivors, PMC6186337 tab2; PAL trial, NEJM 2009;361(7): 5 % swelling or more in 11 % against 12 %; level by us"
#define NCCN	"NCCN survivorship triage, adapted in table 1 of 10.1186/s12885-024-12266-x"
#define ACSM	"ACSM 2010 cautions by site, PMC4470419 table 3"
#define CIPN	"ACSM 2010 cautions by site, PMC4470419 table 3; PMC8476560; level by us"
#define BODYT	"site text that quotes Campbell 2019; PMC4470419 table 3; level by us"
#define JONES	"prescriptions by comorbidity, PMC3640332 table 4; level by us"
#define IRAE	"ASCO guideline on immune-related myositis (PMC6481621 table 5); no guideline gives a threshold for exercise: grades to levels by us"
#define BSMO	"bsmo.be immunomanager; ASCO guideline on immune-related adverse events"
#define SURGERY "PMC7273753 table 1 (home programme from 6 weeks); karger.com/ort/article/47/9/387; level by us"
#define WEB		"workoutthroughcancer.com; level by us"
#define IBMEWG	"International Bone Metastases Exercise Working Group, Campbell 2022 (abstract, news); level by us"
#define EXCLUDED "PREFERABLE-EFFECT excluded unstable bone metastases (PMC11485212); level by us"
#define GENERAL "general knowledge"
#define FORUM	"patient forum only"
#define ESC		"ESC 2022 definitions of cardiac dysfunction, from general knowledge"

#define ALWAYS_	   NO_FACT, AT_LEAST, 0
#define WITHIN(x)  SURGERY_WEEKS, BELOW, x
#define GRADE(x)   MYOSITIS_GRADE, AT_LEAST, x

#define NOTHING	   0
#define START_LOW  (RESTRICTED(AT_MOST_30_PERCENT_1RM) | RESTRICTED(SUPERVISED_RESISTANCE))
#define BIKE	   RESTRICTED(NO_TREADMILL)
#define LIFT_LIGHT RESTRICTED(NO_HEAVY_LIFTING)
#define IN_PRIVATE RESTRICTED(NO_PUBLIC_SETTING)
#define MODERATELY RESTRICTED(AT_MOST_MODERATE)
#define WATCHED	   RESTRICTED(SUPERVISED_RESISTANCE)
#define LINE	   RESTRICTED(SPARE_LINE_AREA)
#define SOFTLY	   RESTRICTED(NO_HIGH_IMPACT)
#define DRY		   RESTRICTED(NO_WATER)

/* clang-format off */
static const condition_rule rules[] = {
	/* condition               holds        level                 taken out    what to change */
	{LYMPHOEDEMA_STABLE,      ALWAYS_,     PRECAUTION_MODIFY,    START_LOW,   "resistance from below 30 % of the one-repetition maximum, smallest steps, compression sleeve, supervised", FITT, SOURCED},
	{LYMPHOEDEMA_WORSENING,   ALWAYS_,     PRECAUTION_CLEARANCE, NOTHING,     "physician clearance", NCCN, SOURCED},
	{NEUROPATHY,              ALWAYS_,     PRECAUTION_MODIFY,    BIKE,        "bike rather than treadmill; add balance training", CIPN, SOURCED},
	{BALANCE_IMPAIRED,        ALWAYS_,     PRECAUTION_MODIFY,    BIKE,        "bike rather than treadmill; add balance training", CIPN, SOURCED},
	{ATAXIA,                  ALWAYS_,     PRECAUTION_CLEARANCE, NOTHING,     "physician clearance", NCCN, SOURCED},
	{OSTOMY,                  ALWAYS_,     PRECAUTION_CLEARANCE, NOTHING,     "physician permission for weights and contact sport; avoid pressure in the abdomen", ACSM, SOURCED},
	{PARASTOMAL_HERNIA,       ALWAYS_,     PRECAUTION_CLEARANCE, LIFT_LIGHT,  "no heavy lifting for about 3 months", FORUM, UNCONFIRMED},
	{STEM_CELL_TRANSPLANT,    ALWAYS_,     PRECAUTION_MODIFY,    IN_PRIVATE,  "no public gym until immune recovery; avoid overtraining", BODYT, SOURCED},
	{LV_DYSFUNCTION,          ALWAYS_,     PRECAUTION_MODIFY,    MODERATELY,  "start with 3 a week, light to moderate, 20-30 min; go to 3-5 a week, moderate, 20-60 min", JONES, SOURCED},
	{ANAEMIA,                 ALWAYS_,     PRECAUTION_MODIFY,    MODERATELY,  "start with 3 a week, light to moderate, 20-30 min; go to 3-5 a week, moderate, 20-60 min", JONES, SOURCED},
	{LUNG_RESECTION,          ALWAYS_,     PRECAUTION_MODIFY,    MODERATELY,  "3-4 a week, light to moderate, more than 20 min, aerobic and resistance", JONES, SOURCED},
	{COPD,                    ALWAYS_,     PRECAUTION_MODIFY,    MODERATELY,  "3-4 a week, light to moderate, more than 20 min, aerobic and resistance", JONES, SOURCED},
	{CACHEXIA,                ALWAYS_,     PRECAUTION_MODIFY,    MODERATELY,  "resistance 3 a week, light to moderate, 20-30 min, then moderate with aerobic", JONES, SOURCED},
	{SEVERE_MALNUTRITION,     ALWAYS_,     PRECAUTION_CLEARANCE, NOTHING,     "evaluation and physician clearance", NCCN, SOURCED},
	{CARDIOTOXIC_DYSFUNCTION, ALWAYS_,     PRECAUTION_CLEARANCE, NOTHING,     "clearance by cardiology (ejection fraction down by 10 points or more to below 50 %, or below 40 %)", ESC, UNCONFIRMED},
	{ICI_MYOSITIS,            GRADE(3),    PRECAUTION_STOP,      NOTHING,     "no exercise; consider admission", IRAE, UNCONFIRMED},
	{ICI_MYOSITIS,            GRADE(2),    PRECAUTION_CLEARANCE, NOTHING,     "immunotherapy is held; prednisone from 3 times the upper limit of creatine kinase; again when it is normal and symptoms are gone", IRAE, UNCONFIRMED},
	{ICI_MYOSITIS,            GRADE(1),    PRECAUTION_MODIFY,    NOTHING,     "go on with care, follow creatine kinase", IRAE, UNCONFIRMED},
	{ICI_RAISED_CK,           ALWAYS_,     PRECAUTION_MONITOR,   NOTHING,     "exclude recent exercise as its cause; check troponin for myocarditis", BSMO, SOURCED},
	{STERNOTOMY,              WITHIN(8),   PRECAUTION_CLEARANCE, NOTHING,     "the sternum heals in 8 to 12 weeks", GENERAL, UNCONFIRMED},
	{STERNOTOMY,              WITHIN(12),  PRECAUTION_CLEARANCE, NOTHING,     "the sternum heals in 8 to 12 weeks: ask whether it has", GENERAL, UNCONFIRMED},
	{ABDOMINAL_SURGERY,       WITHIN(6),   PRECAUTION_CLEARANCE, NOTHING,     "the abdominal wall heals in 6 to 8 weeks", GENERAL, UNCONFIRMED},
	{ABDOMINAL_SURGERY,       WITHIN(8),   PRECAUTION_CLEARANCE, NOTHING,     "the abdominal wall heals in 6 to 8 weeks: ask whether it has", GENERAL, UNCONFIRMED},
	{ABDOMINAL_SURGERY,       WITHIN(12),  PRECAUTION_MODIFY,    WATCHED,     "resistance supervised until 12 weeks after surgery", SURGERY, SOURCED},
	{BREAST_RECONSTRUCTION,   WITHIN(6),   PRECAUTION_CLEARANCE, NOTHING,     "a reconstruction heals in 6 to 8 weeks", GENERAL, UNCONFIRMED},
	{BREAST_RECONSTRUCTION,   WITHIN(8),   PRECAUTION_CLEARANCE, NOTHING,     "a reconstruction heals in 6 to 8 weeks: ask whether it has", GENERAL, UNCONFIRMED},
	{BREAST_RECONSTRUCTION,   WITHIN(12),  PRECAUTION_MODIFY,    WATCHED,     "resistance supervised until 12 weeks after surgery", SURGERY, SOURCED},
	{OTHER_SURGERY,           WITHIN(6),   PRECAUTION_CLEARANCE, NOTHING,     "clearance until healed; home programmes began 6 weeks after surgery", SURGERY, SOURCED},
	{OTHER_SURGERY,           WITHIN(12),  PRECAUTION_MODIFY,    WATCHED,     "resistance supervised until 12 weeks after surgery", SURGERY, SOURCED},
	{CENTRAL_LINE,            ALWAYS_,     PRECAUTION_MODIFY,    LINE,        "no resistance that loads the area of the line", WEB, SOURCED},
	{ARTHRALGIA,              ALWAYS_,     PRECAUTION_NONE,      NOTHING,     "150 min aerobic and 2 resistance sessions a week improved pain (HOPE)", GENERAL, UNCONFIRMED},
	{ARTHRITIS,               ALWAYS_,     PRECAUTION_MODIFY,    NOTHING,     "evaluation recommended; modify; consider trained personnel", NCCN, SOURCED},
	{POOR_BONE_HEALTH,        ALWAYS_,     PRECAUTION_MODIFY,    NOTHING,     "evaluation recommended; modify; consider trained personnel", NCCN, SOURCED},
	{BONE_METASTASES,         ALWAYS_,     PRECAUTION_CLEARANCE, SOFTLY,      "risk assessment before testing or training; limits by site: bone_precautions()", NCCN "; " IBMEWG, SOURCED},
	{UNSTABLE_BONE_LESION,    ALWAYS_,     PRECAUTION_STOP,      NOTHING,     "no exercise until it is stable", EXCLUDED, SOURCED},
	{CARDIOPULMONARY_DISEASE, ALWAYS_,     PRECAUTION_CLEARANCE, NOTHING,     "evaluation and physician clearance", NCCN, SOURCED},
	{EXTREME_FATIGUE,         ALWAYS_,     PRECAUTION_CLEARANCE, NOTHING,     "evaluation and physician clearance", NCCN, SOURCED},
	{RADIOTHERAPY_SKIN,       ALWAYS_,     PRECAUTION_MODIFY,    DRY,         "no chlorinated water", WEB, SOURCED},
	{WORSENING_CONDITION,     ALWAYS_,     PRECAUTION_CLEARANCE, NOTHING,     "evaluation and physician clearance", NCCN, SOURCED},
};

#define TREK "Cancer Exercise Toolkit precautions (cancerexercisetoolkit.trekeducation.org)"
#define CORE "AHA cardio-oncology rehabilitation 2019, reprinted as table 5 of PMC7603804"

static const contraindication_rule contraindications[N_EXERCISE_CONTRAINDICATIONS] = {
	{UNSTABLE_ANGINA,                "no exercise",                          TREK, SOURCED},
	{UNCONTROLLED_CORONARY_SYMPTOMS, "no exercise",                          TREK, SOURCED},
	{UNCONTROLLED_ARRHYTHMIA,        "no exercise",                          TREK, SOURCED},
	{UNCONTROLLED_HEART_FAILURE,     "no exercise",                          TREK, SOURCED},
	{UNCONTROLLED_HYPERTENSION,      "no exercise",                          TREK, SOURCED},
	{ACUTE_PULMONARY_EMBOLISM,       "no exercise",                          TREK, SOURCED},
	{ACUTE_INFARCTION,               "no exercise",                          TREK, SOURCED},
	{DISSECTING_ANEURYSM,            "no exercise",                          TREK, SOURCED},
	{MYOCARDITIS_OR_PERICARDITIS,    "no exercise",                          TREK, SOURCED},
	{SYSTEMIC_INFECTION_WITH_FEVER,  "no exercise",                          TREK, SOURCED},
	{ACUTE_INFECTION,                "no exercise until reviewed",           CORE, SOURCED},
	{VOMITING,                       "no exercise today; older advice: within 24 to 36 hours", CORE, SOURCED},
	{DISORIENTATION,                 "no exercise today",                    CORE, SOURCED},
	{BLURRED_VISION,                 "no exercise today",                    CORE, SOURCED},
	{LYMPHOEDEMA_NEW,                "no exercise until reviewed",           CORE, SOURCED},
	{WOUND_NOT_HEALED,               "no exercise until reviewed",           CORE, SOURCED},
};

static const struct { const char *name; const char *unit; double lowest; double highest; const char *hint; } facts[N_CONDITION_FACTS] = {
	[SURGERY_WEEKS] =  {"surgery_weeks",  "weeks", 0, 5000, "Give the weeks since the last operation."},
	[MYOSITIS_GRADE] = {"myositis_grade", "grade", 0, 4,    "Give the CTCAE grade; 0 is resolved."},
};

/* What the label order of the source leaves open is inferred: low, moderate, high. */
static const triage_rule triage[] = {
	{NEUROPATHY,              RISK_MODERATE, "peripheral neuropathy",                   SOURCED},
	{ARTHRITIS,               RISK_MODERATE, "arthritis / musculoskeletal",             SOURCED},
	{ARTHRALGIA,              RISK_MODERATE, "arthritis / musculoskeletal",             UNCONFIRMED},
	{POOR_BONE_HEALTH,        RISK_MODERATE, "poor bone health",                        SOURCED},
	{LYMPHOEDEMA_STABLE,      RISK_MODERATE, "lymphoedema",                             SOURCED},
	{LUNG_RESECTION,          RISK_HIGH,     "lung or abdominal surgery",               SOURCED},
	{ABDOMINAL_SURGERY,       RISK_HIGH,     "lung or abdominal surgery",               SOURCED},
	{OSTOMY,                  RISK_HIGH,     "ostomy",                                  SOURCED},
	{PARASTOMAL_HERNIA,       RISK_HIGH,     "ostomy",                                  UNCONFIRMED},
	{CARDIOPULMONARY_DISEASE, RISK_HIGH,     "cardiopulmonary disease",                 SOURCED},
	{LV_DYSFUNCTION,          RISK_HIGH,     "cardiopulmonary disease",                 UNCONFIRMED},
	{COPD,                    RISK_HIGH,     "cardiopulmonary disease",                 UNCONFIRMED},
	{CARDIOTOXIC_DYSFUNCTION, RISK_HIGH,     "cardiopulmonary disease",                 UNCONFIRMED},
	{ATAXIA,                  RISK_HIGH,     "ataxia",                                  SOURCED},
	{EXTREME_FATIGUE,         RISK_HIGH,     "extreme fatigue",                         SOURCED},
	{SEVERE_MALNUTRITION,     RISK_HIGH,     "severe nutritional deficiency",           SOURCED},
	{WORSENING_CONDITION,     RISK_HIGH,     "worsening condition",                     SOURCED},
	{LYMPHOEDEMA_WORSENING,   RISK_HIGH,     "worsening condition (lymphoedema flare)", SOURCED},
	{BONE_METASTASES,         RISK_HIGH,     "bone metastases",                         SOURCED},
	{UNSTABLE_BONE_LESION,    RISK_HIGH,     "bone metastases",                         SOURCED},
};
/* clang-format on */

const char *const triage_source = NCCN "; the order of its labels is inferred";

const condition_rule *
condition_rules(int *n)
{
	*n = ENTRIES(rules);
	return rules;
}

const contraindication_rule *
contraindication_rules(int *n)
{
	*n = ENTRIES(contraindications);
	return contraindications;
}

const triage_rule *
triage_rule_of(exercise_condition condition)
{
	for (int i = 0; i < ENTRIES(triage); i++)
		if (triage[i].condition == condition)
			return &triage[i];
	return NULL;
}

const char *
triage_action(triage_risk risk)
{
	static const char *const actions[N_TRIAGE_RISKS] = {
		[RISK_LOW] = "no further evaluation; general recommendations",
		[RISK_MODERATE] = "medical evaluation before exercise recommended; modify; consider trained personnel",
		[RISK_HIGH] = "evaluation and physician clearance before starting; refer to trained personnel",
	};

	return actions[risk];
}

void
condition_rule_text(const condition_rule *rule, char *text, int size)
{
	static const char *const operators[] = COMPARISON_LABELS;

	if (rule->fact == NO_FACT)
		snprintf(text, (size_t) size, "%s", condition_names[rule->condition]);
	else
		snprintf(text, (size_t) size, "%s and %s %s %g", condition_names[rule->condition], facts[rule->fact].name,
				 operators[rule->operator], rule->threshold);
}

static bool
check_facts(const person_conditions *person, status *st)
{
	for (int i = NO_FACT + 1; i < N_CONDITION_FACTS; i++)
		if (!isnan(person->fact[i]) && !(person->fact[i] >= facts[i].lowest && person->fact[i] <= facts[i].highest))
		{
			status_fail(st, FAULT_OUT_OF_RANGE, "%s %.10g is outside %.10g..%.10g", facts[i].name, person->fact[i],
						facts[i].lowest, facts[i].highest);
			status_hint(st, "%s", facts[i].hint);
			return false;
		}
	return true;
}

/* A condition that is there, by its first rule that holds. */
static advice
advise_on_condition(exercise_condition condition, const person_conditions *person)
{
	advice		result = no_advice(condition_names[condition]);

	for (int i = 0; i < ENTRIES(rules); i++)
	{
		const condition_rule *rule = &rules[i];
		double		fact = person->fact[rule->fact];

		if (rule->condition != condition)
			continue;
		if (rule->fact != NO_FACT)
		{
			if (isnan(fact))
			{
				result = unknown_advice(condition_names[condition],
										rule->fact == SURGERY_WEEKS ? "surgery_weeks is missing" : "myositis_grade is missing");
				return result;
			}
			result.value = fact;
			result.unit = facts[rule->fact].unit;
			if (!compares(fact, rule->operator, rule->threshold))
				continue;
		}
		condition_rule_text(rule, result.rule, sizeof(result.rule));
		result.level = rule->level;
		result.change = rule->change;
		result.source = rule->source;
		result.mark = (int) rule->mark;
		result.restrictions = rule->restrictions | restrictions_of_level(rule->level);
		return result;
	}
	return result;
}

static advice
advise_on_contraindication(const contraindication_rule *rule)
{
	advice		result = no_advice(contraindication_names[rule->contraindication]);

	snprintf(result.rule, sizeof(result.rule), "%s", result.about);
	result.level = PRECAUTION_STOP;
	result.change = rule->change;
	result.source = rule->source;
	result.mark = (int) rule->mark;
	result.restrictions = restrictions_of_level(PRECAUTION_STOP);
	return result;
}

bool
advise_on_conditions(const person_conditions *person, advice rows[MAX_CONDITION_ADVICE], int *n, status *st)
{
	*n = 0;
	if (!check_facts(person, st))
		return false;
	if (!person->conditions_known)
		rows[(*n)++] = unknown_advice("conditions", "not assessed");
	else if (person->conditions == 0)
		rows[(*n)++] = no_advice("conditions");
	else
		for (int i = 0; i < N_EXERCISE_CONDITIONS; i++)
			if (person->conditions & 1u << i)
				rows[(*n)++] = advise_on_condition(i, person);
	if (!person->contraindications_known)
		rows[(*n)++] = unknown_advice("contraindications", "not assessed");
	else if (person->contraindications == 0)
		rows[(*n)++] = no_advice("contraindications");
	else
		for (int i = 0; i < N_EXERCISE_CONTRAINDICATIONS; i++)
			if (person->contraindications & 1u << i)
				rows[(*n)++] = advise_on_contraindication(&contraindications[i]);
	return true;
}
