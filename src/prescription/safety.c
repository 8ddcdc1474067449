/* safety: see safety.h. */
#include "prescription/safety.h"

#include "common/table.h"

#include <math.h>
#include <stddef.h>

#define MALTSER "Maltser 2017, table 2 (PMC5627359); level by us"
#define CORE	"AHA cardio-oncology rehabilitation 2019, reprinted as table 5 of PMC7603804; level by us"
#define TREK	"Cancer Exercise Toolkit precautions (cancerexercisetoolkit.trekeducation.org), under relative contraindications, gain physician clearance"
#define MEDALG	"medicalalgorithms.com, cytopenia contraindications to exercise"
#define STRICT	"patient information of a cancer centre (caranovybennewitz.com): older, stricter thresholds"
#define IDSA	"febrile neutropenia as of the IDSA, from secondary pages"
#define ESMO	"febrile neutropenia as of the ESMO, from secondary pages"
#define IRAE	"ASCO guideline on immune-related myositis, BSMO; no guideline gives a threshold for exercise: grades to levels by us"
#define CTRCD	"ESC 2022 definitions of cardiac dysfunction, from general knowledge"

#define UNDER(f, x) {f, BELOW, x}
#define UP_TO(f, x) {f, AT_MOST, x}
#define OVER(f, x)	{f, ABOVE, x}
#define FROM(f, x)	{f, AT_LEAST, x}
#define IF_(f)		{f, AT_LEAST, 1}
#define ALONE		{N_FINDINGS, AT_LEAST, 0}

/* What the advice of a source takes out; the words are ours. */
#define NOTHING		  0
#define MOBILITY	  RESTRICTED(MOBILITY_ONLY)
#define LIGHT_UNLOADED (RESTRICTED(LIGHT_ONLY) | RESTRICTED(NO_RESISTANCE))
#define MODERATE_UNLOADED (RESTRICTED(AT_MOST_MODERATE) | RESTRICTED(NO_RESISTANCE))
#define LOW_TO_MODERATE RESTRICTED(AT_MOST_MODERATE)
#define NOT_IN_PUBLIC RESTRICTED(NO_PUBLIC_SETTING)
#define UNRESISTED	  (RESTRICTED(NO_RESISTANCE) | RESTRICTED(NO_ISOMETRIC))

/* clang-format off */
static const safety_rule rules[] = {
	/* profile, about, first condition, second condition                                    level                  taken out                        what to change */
	{PROFILE_MALTSER_2017,   PLATELETS,         UNDER(PLATELETS, 20),       ALONE,      PRECAUTION_CLEARANCE,  MOBILITY,                        "walking and light activities of daily living; know the plan of transfusion", MALTSER, SOURCED},
	{PROFILE_MALTSER_2017,   PLATELETS,         UP_TO(PLATELETS, 30),       ALONE,      PRECAUTION_MODIFY,     LIGHT_UNLOADED,                  "light exercise, walking, activities of daily living", MALTSER, SOURCED},
	{PROFILE_MALTSER_2017,   PLATELETS,         UP_TO(PLATELETS, 50),       ALONE,      PRECAUTION_MODIFY,     MODERATE_UNLOADED,               "active range of motion, moderate exercise, aquatic exercise; no progressive resistance", MALTSER, SOURCED},
	{PROFILE_MALTSER_2017,   HAEMOGLOBIN,       UNDER(HAEMOGLOBIN, 8),      ALONE,      PRECAUTION_MODIFY,     NOTHING,                         "short bouts under close monitoring", MALTSER, SOURCED},
	{PROFILE_MALTSER_2017,   HAEMOGLOBIN,       UNDER(HAEMOGLOBIN, 11),     ALONE,      PRECAUTION_MODIFY,     NOTHING,                         "by vital signs and symptoms", MALTSER, SOURCED},
	{PROFILE_MALTSER_2017,   NEUTROPHILS,       UNDER(NEUTROPHILS, 1.5),    ALONE,      PRECAUTION_MODIFY,     NOT_IN_PUBLIC,                   "neutropenic precautions", MALTSER, SOURCED},
	{PROFILE_MALTSER_2017,   WHITE_CELLS,       UNDER(WHITE_CELLS, 4),      ALONE,      PRECAUTION_MONITOR,    NOTHING,                         "monitor", MALTSER, SOURCED},

	{PROFILE_AHA_CORE_2019,  PLATELETS,         UP_TO(PLATELETS, 50),       ALONE,      PRECAUTION_CLEARANCE,  NOTHING,                         "platelets must be over 50", CORE, SOURCED},
	{PROFILE_AHA_CORE_2019,  HAEMOGLOBIN,       UNDER(HAEMOGLOBIN, 8),      ALONE,      PRECAUTION_CLEARANCE,  NOTHING,                         "haemoglobin must be 8.0 or more", CORE, SOURCED},
	{PROFILE_AHA_CORE_2019,  NEUTROPHILS,       UP_TO(NEUTROPHILS, 0.5),    ALONE,      PRECAUTION_CLEARANCE,  NOTHING,                         "neutrophils must be over 0.5", CORE, SOURCED},
	{PROFILE_AHA_CORE_2019,  SYSTOLIC,          OVER(SYSTOLIC, 160),       ALONE,       PRECAUTION_CLEARANCE,  NOTHING,                         "repeat after 5 minutes, then ask the provider", CORE, SOURCED},
	{PROFILE_AHA_CORE_2019,  DIASTOLIC,         OVER(DIASTOLIC, 90),       ALONE,       PRECAUTION_CLEARANCE,  NOTHING,                         "repeat after 5 minutes, then ask the provider", CORE, SOURCED},
	{PROFILE_AHA_CORE_2019,  INFECTION_SIGNS,   IF_(INFECTION_SIGNS),       ALONE,      PRECAUTION_STOP,       NOTHING,                         "no exercise until reviewed", CORE, SOURCED},
	{PROFILE_AHA_CORE_2019,  VOMITING_24H,      IF_(VOMITING_24H),          ALONE,      PRECAUTION_STOP,       NOTHING,                         "no exercise today", CORE, SOURCED},

	{PROFILE_TREK,           PLATELETS,         UNDER(PLATELETS, 20),       ALONE,      PRECAUTION_CLEARANCE,  MOBILITY,                        "functional mobility only, no Valsalva manoeuvre", TREK, SOURCED},
	{PROFILE_TREK,           HAEMOGLOBIN,       UNDER(HAEMOGLOBIN, 8),      ALONE,      PRECAUTION_CLEARANCE,  LOW_TO_MODERATE,                 "low to moderate intensity only", TREK, SOURCED},
	{PROFILE_TREK,           NEUTROPHILS,       UNDER(NEUTROPHILS, 1.5),    ALONE,      PRECAUTION_CLEARANCE,  NOT_IN_PUBLIC | LOW_TO_MODERATE, "no groups, light to moderate intensity", TREK, SOURCED},
	{PROFILE_TREK,           WHITE_CELLS,       UNDER(WHITE_CELLS, 2),      ALONE,      PRECAUTION_CLEARANCE,  NOT_IN_PUBLIC | LOW_TO_MODERATE, "no groups, light to moderate intensity", TREK, SOURCED},
	{PROFILE_TREK,           SYSTOLIC,          OVER(SYSTOLIC, 200),       ALONE,       PRECAUTION_CLEARANCE,  NOTHING,                         "if twice, 5 minutes apart", TREK, SOURCED},
	{PROFILE_TREK,           DIASTOLIC,         OVER(DIASTOLIC, 110),      ALONE,       PRECAUTION_CLEARANCE,  NOTHING,                         "if twice, 5 minutes apart", TREK, SOURCED},
	{PROFILE_TREK,           RESTING_HR,        OVER(RESTING_HR, 120),     ALONE,       PRECAUTION_CLEARANCE,  NOTHING,                         "if twice, 5 minutes apart", TREK, SOURCED},
	{PROFILE_TREK,           OXYGEN_SATURATION, UP_TO(OXYGEN_SATURATION, 88), ALONE,    PRECAUTION_STOP,       NOTHING,                         "stop; the number of 88 % is from general knowledge", TREK, UNCONFIRMED},
	{PROFILE_TREK,           OXYGEN_SATURATION, UP_TO(OXYGEN_SATURATION, 94), ALONE,    PRECAUTION_MODIFY,     NOTHING,                         "repeat the measurement, modify", TREK, SOURCED},
	{PROFILE_TREK,           GLUCOSE,           UNDER(GLUCOSE, 5.5),        ALONE,      PRECAUTION_MODIFY,     NOTHING,                         "5 to 30 g of carbohydrate first", TREK, SOURCED},

	{PROFILE_MEDALG,         PLATELETS,         UNDER(PLATELETS, 20),       ALONE,      PRECAUTION_STOP,       NOTHING,                         "no exercise", MEDALG, SOURCED},
	{PROFILE_MEDALG,         PLATELETS,         UP_TO(PLATELETS, 50),       ALONE,      PRECAUTION_MODIFY,     UNRESISTED,                      "no isometric or resisted exercise", MEDALG, SOURCED},
	{PROFILE_MEDALG,         HAEMOGLOBIN,       UNDER(HAEMOGLOBIN, 7),      ALONE,      PRECAUTION_STOP,       NOTHING,                         "no exercise", MEDALG, SOURCED},
	{PROFILE_MEDALG,         HAEMOGLOBIN,       UNDER(HAEMOGLOBIN, 9),      IF_(SYMPTOMATIC), PRECAUTION_STOP,       NOTHING,                         "no exercise with symptoms or coronary disease", MEDALG, SOURCED},
	{PROFILE_MEDALG,         NEUTROPHILS,       UNDER(NEUTROPHILS, 1),      IF_(INFECTION_SIGNS), PRECAUTION_STOP,       NOTHING,                         "no exercise with signs of infection", MEDALG, SOURCED},

	{PROFILE_STRICT,         PLATELETS,         UNDER(PLATELETS, 50),       ALONE,      PRECAUTION_STOP,       NOTHING,                         "no exercise", STRICT, SOURCED},
	{PROFILE_STRICT,         HAEMOGLOBIN,       UNDER(HAEMOGLOBIN, 8),      ALONE,      PRECAUTION_STOP,       NOTHING,                         "no exercise", STRICT, SOURCED},
	{PROFILE_STRICT,         NEUTROPHILS,       UNDER(NEUTROPHILS, 2.5),    ALONE,      PRECAUTION_STOP,       NOTHING,                         "no exercise", STRICT, SOURCED},
	{PROFILE_STRICT,         WHITE_CELLS,       UNDER(WHITE_CELLS, 3),      ALONE,      PRECAUTION_STOP,       NOTHING,                         "no exercise", STRICT, SOURCED},
	{PROFILE_STRICT,         RESTING_HR,        OVER(RESTING_HR, 100),     ALONE,       PRECAUTION_STOP,       NOTHING,                         "no exercise", STRICT, SOURCED},
	{PROFILE_STRICT,         VOMITING_24H,      IF_(VOMITING_24H),          ALONE,      PRECAUTION_STOP,       NOTHING,                         "no exercise within 24 to 36 hours", STRICT, SOURCED},
	{PROFILE_STRICT,         HIGH_DOSE_CHEMO_24H, IF_(HIGH_DOSE_CHEMO_24H), ALONE,      PRECAUTION_STOP,       NOTHING,                         "no exercise within 24 hours of chemotherapy", STRICT, SOURCED},

	{PROFILE_IDSA,           TEMPERATURE,       FROM(TEMPERATURE, 38.3),    UNDER(NEUTROPHILS, 0.5), PRECAUTION_STOP,       NOTHING,                         "febrile neutropenia: an emergency", IDSA, SOURCED},
	{PROFILE_IDSA,           FEVER_SUSTAINED,   IF_(FEVER_SUSTAINED),       UNDER(NEUTROPHILS, 0.5), PRECAUTION_STOP,       NOTHING,                         "febrile neutropenia (38.0 or more for an hour): an emergency", IDSA, SOURCED},
	{PROFILE_IDSA,           NEUTROPHILS_FALLING, FROM(TEMPERATURE, 38.3),  IF_(NEUTROPHILS_FALLING), PRECAUTION_STOP,       NOTHING,                         "febrile neutropenia (below 1.0 and expected to fall below 0.5): an emergency", IDSA, SOURCED},

	{PROFILE_ESMO,           TEMPERATURE,       OVER(TEMPERATURE, 38.5),   UNDER(NEUTROPHILS, 0.5), PRECAUTION_STOP,       NOTHING,                         "febrile neutropenia: an emergency", ESMO, SOURCED},
	{PROFILE_ESMO,           FEVER_SUSTAINED,   IF_(FEVER_SUSTAINED),       UNDER(NEUTROPHILS, 0.5), PRECAUTION_STOP,       NOTHING,                         "febrile neutropenia (over 38.0 twice in two hours): an emergency", ESMO, SOURCED},

	{PROFILE_IMMUNOTHERAPY,  CK_RATIO,          OVER(CK_RATIO, 5),         ALONE,       PRECAUTION_STOP,       NOTHING,                         "CTCAE grade 3 or more: no exercise", IRAE, UNCONFIRMED},
	{PROFILE_IMMUNOTHERAPY,  CK_RATIO,          OVER(CK_RATIO, 2.5),       ALONE,       PRECAUTION_CLEARANCE,  NOTHING,                         "CTCAE grade 2: exclude myositis; prednisone starts at 3 times the upper limit", IRAE, UNCONFIRMED},
	{PROFILE_IMMUNOTHERAPY,  CK_RATIO,          OVER(CK_RATIO, 1),         ALONE,       PRECAUTION_MODIFY,     NOTHING,                         "CTCAE grade 1: exclude recent exercise as its cause; check troponin", IRAE, UNCONFIRMED},

	{PROFILE_CARDIOTOXICITY, LVEF,              UNDER(LVEF, 40),            ALONE,      PRECAUTION_CLEARANCE,  NOTHING,                         "severe dysfunction: clearance by cardiology", CTRCD, UNCONFIRMED},
	{PROFILE_CARDIOTOXICITY, LVEF,              UNDER(LVEF, 50),            FROM(LVEF_DROP, 10), PRECAUTION_CLEARANCE,  NOTHING,                         "fall by 10 points or more to below 50 %: clearance by cardiology", CTRCD, UNCONFIRMED},
};

/* clang-format on */

static const finding_definition definitions[N_FINDINGS] = {
	[PLATELETS] = {"platelets_10e9_l", "x10^9/L", 0, 2000, "Platelets are in 10^9 per litre: 50000 per microlitre are 50."},
	[HAEMOGLOBIN] = {"hb_g_dl", "g/dL", 2, 25, "Haemoglobin is in g/dL: 80 g/L are 8.0, 5.0 mmol/L are 8.1."},
	[NEUTROPHILS] = {"anc_10e9_l", "x10^9/L", 0, 100, "Neutrophils are in 10^9 per litre: 1500 per microlitre are 1.5."},
	[WHITE_CELLS] = {"wbc_10e9_l", "x10^9/L", 0, 500, "White cells are in 10^9 per litre: 4000 per microlitre are 4.0."},
	[CK_RATIO] = {"ck_times_uln", "times the upper limit", 0, 2000, "Creatine kinase is divided by the laboratory's upper limit of normal."},
	[TEMPERATURE] = {"temperature_c", "degrees C", 30, 45, "Temperature is in degrees Celsius: 100.4 F are 38.0."},
	[SYSTOLIC] = {"sbp_mmhg", "mmHg", 40, 300, NULL},
	[DIASTOLIC] = {"dbp_mmhg", "mmHg", 20, 200, NULL},
	[RESTING_HR] = {"hr_rest", "bpm", 30, 250, NULL},
	[OXYGEN_SATURATION] = {"spo2_percent", "%", 50, 100, "Oxygen saturation is in percent: 0.95 is 95."},
	[GLUCOSE] = {"glucose_mmol_l", "mmol/L", 0.5, 60, "Glucose is in mmol/L: 99 mg/dL are 5.5."},
	[LVEF] = {"lvef_percent", "%", 5, 90, "The ejection fraction is in percent: 0.55 is 55."},
	[LVEF_DROP] = {"lvef_drop_points", "points", -60, 80, NULL},
	[SYMPTOMATIC] = {"symptomatic", "", 0, 1, NULL},
	[INFECTION_SIGNS] = {"infection_signs", "", 0, 1, NULL},
	[FEVER_SUSTAINED] = {"fever_sustained", "", 0, 1, NULL},
	[NEUTROPHILS_FALLING] = {"neutrophils_falling", "", 0, 1, NULL},
	[VOMITING_24H] = {"vomiting_24h", "", 0, 1, NULL},
	[HIGH_DOSE_CHEMO_24H] = {"high_dose_chemo_24h", "", 0, 1, NULL},
};

const finding_definition *
finding_at(finding f)
{
	return &definitions[f];
}

const safety_rule *
safety_rules(int *n)
{
	*n = ENTRIES(rules);
	return rules;
}

uint32_t
restrictions_of_level(precaution_level level)
{
	switch (level)
	{
		case PRECAUTION_UNKNOWN:
			return RESTRICTED(ASSESS_FIRST);
		case PRECAUTION_CLEARANCE:
			return RESTRICTED(CLEARANCE_FIRST);
		case PRECAUTION_STOP:
			return RESTRICTED(NO_EXERCISE);
		default:
			return 0;
	}
}

bool
check_findings(const findings *f, status *st)
{
	for (int i = 0; i < N_FINDINGS; i++)
	{
		const finding_definition *def = &definitions[i];
		double		value = f->value[i];

		if (isnan(value) || (value >= def->lowest && value <= def->highest))
			continue;
		status_fail(st, FAULT_OUT_OF_RANGE, "%s %.10g is outside %.10g..%.10g %s", def->name, value, def->lowest,
					def->highest, def->unit);
		if (def->hint != NULL)
			status_hint(st, "%s", def->hint);
		return false;
	}
	return true;
}

/* 1, 0, or UNKNOWN. */
static int
holds(const safety_condition *c, const findings *f)
{
	if (c->finding == N_FINDINGS)
		return 1;
	if (isnan(f->value[c->finding]) || (f->outdated && c->finding <= LAST_LABORATORY_VALUE))
		return UNKNOWN;
	return compares(f->value[c->finding], c->operator, c->threshold);
}

static int
rule_holds(const safety_rule *rule, const findings *f)
{
	int			first = holds(&rule->first, f);
	int			second = holds(&rule->second, f);

	if (first == 0 || second == 0)
		return 0;
	return first == UNKNOWN || second == UNKNOWN ? UNKNOWN : 1;
}

/* The rules about one finding, from the most severe on. */
static precaution
judge(const safety_rule *from, const safety_rule *end, const findings *f)
{
	precaution	result = {.about = from->about};

	for (const safety_rule *rule = from; rule < end && rule->profile == from->profile && rule->about == from->about; rule++)
	{
		int			held = rule_holds(rule, f);

		if (held == 1)
		{
			/* Where a more severe rule is open, that is to be found out first. */
			result.rule = rule;
			result.restrictions |= rule->restrictions | restrictions_of_level(rule->level);
			result.level = rule->level;
			if (result.note != NULL)
				result.note = "a more severe rule is open";
			return result;
		}
		if (held == UNKNOWN)
		{
			result.level = PRECAUTION_UNKNOWN;
			result.restrictions = restrictions_of_level(PRECAUTION_UNKNOWN);
			result.note = f->outdated ? "a laboratory value is missing or too old" : "a value is missing";
		}
	}
	return result;
}

int
find_precautions(safety_profile profile, const findings *f, precaution rows[N_FINDINGS])
{
	const safety_rule *end = rules + ENTRIES(rules);
	int			n = 0;

	for (const safety_rule *rule = rules; rule < end; rule++)
		if (rule->profile == profile && (n == 0 || rows[n - 1].about != rule->about))
			rows[n++] = judge(rule, end, f);
	return n;
}

bool
mirels_score(int site, int pain, int lesion, int size, int *score, status *st)
{
	const int	items[] = {site, pain, lesion, size};

	*score = 0;
	for (int i = 0; i < ENTRIES(items); i++)
	{
		if (items[i] < 1 || items[i] > 3)
		{
			status_fail(st, FAULT_OUT_OF_RANGE, "item %d of the Mirels score is %d, outside 1..3", i + 1, items[i]);
			return false;
		}
		*score += items[i];
	}
	return true;
}
