/* syndrome: see syndrome.h. */
#include "sarcopenia/syndrome.h"

#include "common/decimal.h"
#include "common/limits.h"

#include <math.h>

/* clang-format off */
static const value_limits input_limits[N_SYNDROME_INPUTS] = {
	[SYN_AGE] =           LIMITS_OF_AGE,
	[SYN_HEIGHT_CM] =     LIMITS_OF_HEIGHT_CM,
	[SYN_BMI] =           LIMITS_OF_BMI,
	[SYN_LOSS_PERCENT] =  {"weight_loss_percent", "%",         -100, 80,    "A loss is positive, a gain negative, in percent of the earlier weight."},
	[SYN_LOSS_KG] =       {"weight_loss_kg",      "kg",        -150, 200,   "A loss is positive, a gain negative, in kilograms."},
	[SYN_LOSS_MONTHS] =   {"weight_loss_months",  "months",    0,    120,   "This is the time over which the weight was lost, in months."},
	[SYN_ASM_H2] =        {"asm_h2_kg_m2",        "kg/m2",     1,    20,    "Appendicular muscle mass in kilograms over height in metres squared."},
	[SYN_GRIP_KG] =       {"grip_kg",             "kg",        0.1,  120,   "Grip strength is in kilograms: 1 lb is 0.4536 kg, 1 N is 0.102 kg."},
	[SYN_CRP] =           {"crp_mg_l",            "mg/L",      0,    1000,  "C-reactive protein is in mg/L: 0.5 mg/dL is 5."},
	[SYN_IL6] =           {"il6_pg_ml",           "pg/mL",     0,    1e6,   "Interleukin 6 is in pg/mL."},
	[SYN_HAEMOGLOBIN] =   {"haemoglobin_g_dl",    "g/dL",      2,    25,    "Haemoglobin is in g/dL: 120 g/L is 12, 1 mmol/L is 1.61."},
	[SYN_ALBUMIN] =       {"albumin_g_dl",        "g/dL",      0.5,  8,     "Albumin is in g/dL: 32 g/L is 3.2."},
	[SYN_WALK_15FT_S] =   {"walk_15ft_s",         "s",         1,    300,   "This is the time for 15 ft (4.57 m) in seconds, not a speed."},
	[SYN_KCAL_WEEK] =     {"kcal_per_week",       "kcal/week", 0,    30000, "Energy spent in physical activity, in kcal a week."},
	[SYN_WAIST_CM] =      {"waist_cm",            "cm",        40,   250,   "The waist is in centimetres."},
	[SYN_SARC_F] =        {"sarc_f",              "points",    0,    10,    "SARC-F runs from 0 to 10 points."},
	[SYN_CHAIR_STAND_S] = {"chair_stand_s",       "s",         2,    300,   "This is the time for five rises in seconds."},
	[SYN_FAT_PERCENT] =   {"fat_percent",         "%",         2,    75,    "Fat mass is in percent of the weight."},
	[SYN_ASM_WEIGHT_PERCENT] = {"asm_weight_percent", "%",     5,    60,    "Appendicular muscle mass is in percent of the weight."},
	[SYN_SMM_WEIGHT_PERCENT] = {"smm_weight_percent", "%",     8,    70,    "Total muscle mass is in percent of the weight."},
};
/* clang-format on */

/* The longest time, in months, over which each definition takes a weight loss. */
static const double loss_months[N_CACHEXIA_DEFINITIONS] = {
	[CACHEXIA_FEARON] = 6,
	[CACHEXIA_EVANS] = 12,
	[CACHEXIA_AWGC] = 6,
};

#define GLIM_MONTHS 6
#define EVANS_NEEDED 3
#define FRIED_FRAIL 3
#define FRIED_CRITERIA 5

const char *
syndrome_input_unit(syndrome_input input)
{
	return input_limits[input].unit;
}

bool
check_syndrome_person(syndrome_person *p, status *st)
{
	/* Callers derive some of these in SQL, as a loss in percent. */
	for (int i = 0; i < N_SYNDROME_INPUTS; i++)
		p->value[i] = p->measured[i] ? round_to_nine_decimals(undo_real(p->value[i])) : 0;
	return check_all_limits(input_limits, N_SYNDROME_INPUTS, p->value, p->measured, st);
}

/* ---- three-valued logic ---- */

static int
both(int a, int b)
{
	if (a == NO || b == NO)
		return NO;
	return a == YES && b == YES ? YES : UNKNOWN;
}

static int
either(int a, int b)
{
	if (a == YES || b == YES)
		return YES;
	return a == NO && b == NO ? NO : UNKNOWN;
}

static int
at_least(int needed, const int *answers, int n)
{
	int			met = 0;
	int			unknown = 0;

	for (int i = 0; i < n; i++)
	{
		met += answers[i] == YES;
		unknown += answers[i] == UNKNOWN;
	}
	if (met >= needed)
		return YES;
	return met + unknown < needed ? NO : UNKNOWN;
}

/* ---- criteria ---- */

/* Whether a row could be for the person. */
static bool
could_fit(const syndrome_cutoff *row, const syndrome_person *p)
{
	syndrome_input by = syndrome_info(row->criterion)->band_input;

	return could_be_for(row->sexes, row->ages, p->sex,
						completed_years(p->measured[SYN_AGE], p->value[SYN_AGE])) &&
		(!p->measured[by] ||
		 ((row->band.above == 0 || p->value[by] > row->band.above) &&
		  (row->band.at_most == 0 || p->value[by] <= row->band.at_most)));
}

int
is_met(syndrome_criterion criterion, const syndrome_person *p)
{
	syndrome_input input = syndrome_info(criterion)->input;
	int			n = 0;
	int			met = 0;

	if (!p->measured[input])
		return UNKNOWN;
	for (int i = 0; i < n_syndrome_cutoffs; i++)
		if (syndrome_cutoffs[i].criterion == criterion && could_fit(&syndrome_cutoffs[i], p))
		{
			n++;
			met += compares(p->value[input], syndrome_cutoffs[i].operator, syndrome_cutoffs[i].value);
		}
	if (n > 0 && met == n)
		return YES;
	return n > 0 && met == 0 ? NO : UNKNOWN;
}

/* ---- cachexia ---- */

static int
fearon(const syndrome_person *p)
{
	int			depleted = either(is_met(FEARON_BMI, p), is_met(FEARON_MUSCLE, p));

	return either(is_met(FEARON_LOSS, p), both(is_met(FEARON_LOSS_DEPLETED, p), depleted));
}

static int
evans(const syndrome_person *p, const cachexia_answers *answers)
{
	int			biochemistry = either(either(is_met(EVANS_CRP, p), is_met(EVANS_IL6, p)),
									  either(is_met(EVANS_HAEMOGLOBIN, p), is_met(EVANS_ALBUMIN, p)));
	int			minor[] = {answers->low_strength, answers->fatigue, answers->anorexia,
						   is_met(EVANS_MUSCLE, p), biochemistry};
	int			major = p->measured[SYN_LOSS_PERCENT] ? is_met(EVANS_LOSS, p) : is_met(EVANS_BMI, p);

	return both(major, at_least(EVANS_NEEDED, minor, ENTRIES(minor)));
}

static int
awgc(const syndrome_person *p, const cachexia_answers *answers)
{
	int			lost = is_met(AWGC_LOSS, p);
	int			one_of[] = {answers->anorexia, is_met(AWGC_GRIP, p), is_met(AWGC_CRP, p)};

	/* One page prints "at least": the smallest step below counts as above. */
	if (answers->loss_may_equal && lost == NO)
	{
		syndrome_person more = *p;

		more.value[SYN_LOSS_PERCENT] = nextafter(p->value[SYN_LOSS_PERCENT], INFINITY);
		lost = is_met(AWGC_LOSS, &more);
	}
	return both(both(answers->chronic_disease, either(lost, is_met(AWGC_BMI, p))),
				at_least(1, one_of, ENTRIES(one_of)));
}

int
cachexia(cachexia_definition definition, const syndrome_person *p, const cachexia_answers *answers)
{
	syndrome_person within = *p;

	/* A loss over a longer time says nothing about the shorter one. */
	if (p->measured[SYN_LOSS_MONTHS] && p->value[SYN_LOSS_MONTHS] > loss_months[definition])
		within.measured[SYN_LOSS_PERCENT] = false;
	switch (definition)
	{
		case CACHEXIA_FEARON:
			return fearon(&within);
		case CACHEXIA_EVANS:
			return evans(&within, answers);
		default:
			return awgc(&within, answers);
	}
}

/* ---- malnutrition ---- */

/* A weight loss by the time it took; if the time is not known, both must agree. */
static int
glim_loss(const syndrome_person *p, syndrome_criterion within, syndrome_criterion beyond)
{
	int			a = is_met(within, p);
	int			b = is_met(beyond, p);

	if (p->measured[SYN_LOSS_MONTHS])
		return p->value[SYN_LOSS_MONTHS] <= GLIM_MONTHS ? a : b;
	return a == b ? a : UNKNOWN;
}

int
glim(const syndrome_person *p, const glim_answers *answers)
{
	int			general = is_met(GLIM_BMI, p);
	int			asia = is_met(GLIM_BMI_ASIA, p);
	int			thin = answers->asian == YES ? asia
		: answers->asian == NO				  ? general
		: general == asia					  ? general
											  : UNKNOWN;
	/* The paper has no limit of severity for Asia. */
	int			very_thin = answers->asian == YES ? NO
		: answers->asian == NO						? is_met(GLIM_SEVERE_BMI, p)
		: is_met(GLIM_SEVERE_BMI, p) == NO			? NO
													: UNKNOWN;
	int			muscle = either(answers->reduced_muscle, answers->severe_muscle_deficit == YES);
	int			phenotype[] = {glim_loss(p, GLIM_LOSS_6_MONTHS, GLIM_LOSS_BEYOND), thin, muscle};
	int			etiology[] = {answers->reduced_intake, answers->inflammation};
	int			severe[] = {glim_loss(p, GLIM_SEVERE_LOSS_6_MONTHS, GLIM_SEVERE_LOSS_BEYOND),
							very_thin, answers->severe_muscle_deficit};
	int			malnourished = both(at_least(1, phenotype, ENTRIES(phenotype)),
									at_least(1, etiology, ENTRIES(etiology)));

	if (malnourished != YES)
		return malnourished == NO ? (int) GLIM_NONE : UNKNOWN;
	return at_least(1, severe, ENTRIES(severe)) == YES ? GLIM_STAGE_2 : GLIM_STAGE_1;
}

/* ---- frailty ---- */

fried_result
fried(const syndrome_person *p, int exhaustion, unsigned unable)
{
	int			answers[FRIED_CRITERIA] = {
		either(is_met(FRIED_LOSS_PERCENT, p), is_met(FRIED_LOSS_KG, p)),
		exhaustion,
		unable & (1u << GRIP) ? YES : is_met(FRIED_GRIP, p),
		unable & (1u << GAIT) ? YES : is_met(FRIED_WALK, p),
		is_met(FRIED_ACTIVITY, p),
	};
	fried_result result = {UNKNOWN, 0, 0};
	int			most;

	/* One of the two ways to say the weight loss is enough to say it was none. */
	if (answers[0] == UNKNOWN)
		answers[0] = p->measured[SYN_LOSS_PERCENT] ? is_met(FRIED_LOSS_PERCENT, p)
			: p->measured[SYN_LOSS_KG]			   ? is_met(FRIED_LOSS_KG, p)
												   : UNKNOWN;
	for (int i = 0; i < FRIED_CRITERIA; i++)
	{
		result.met += answers[i] == YES;
		result.unknown += answers[i] == UNKNOWN;
	}
	most = result.met + result.unknown;
	if (result.met >= FRIED_FRAIL)
		result.class = FRAIL;
	else if (result.met > 0)
		result.class = PREFRAIL;
	else if (most == 0)
		result.class = ROBUST;
	return result;
}

/* ---- sarcopenic obesity ---- */

/* A criterion that depends on ethnicity; where that is not known, all must agree. */
static int
by_ethnicity(const syndrome_person *p, int of_ethnicity, const syndrome_criterion *criteria)
{
	int			agreed = is_met(criteria[CAUCASIAN], p);

	if (of_ethnicity != UNKNOWN)
		return is_met(criteria[of_ethnicity], p);
	for (int e = 0; e < N_ETHNICITIES; e++)
		if (is_met(criteria[e], p) != agreed)
			return UNKNOWN;
	return agreed;
}

obesity_result
sarcopenic_obesity(const syndrome_person *p, int of_ethnicity, int surrogate, int low_strength,
				   int complications)
{
	static const syndrome_criterion bmi[] = {SO_BMI, SO_BMI_ASIA, SO_BMI};
	static const syndrome_criterion waist[] = {SO_WAIST, SO_WAIST_ASIA, SO_WAIST};
	static const syndrome_criterion fat[] = {SO_FAT_CAUCASIAN, SO_FAT_ASIAN,
											 SO_FAT_AFRICAN_AMERICAN};
	obesity_result result;
	int			by_dxa = is_met(SO_ASM_WEIGHT, p);
	int			by_bia = is_met(SO_SMM_WEIGHT, p);
	int			chair = is_met(SO_CHAIR_STAND, p);
	int			suspected = either(surrogate, is_met(SO_SARC_F, p));

	/* Of alternatives, those that were measured decide. */
	if (suspected == UNKNOWN)
		suspected = surrogate != UNKNOWN ? surrogate : is_met(SO_SARC_F, p);
	result.screen = both(either(by_ethnicity(p, of_ethnicity, bmi), by_ethnicity(p, of_ethnicity, waist)),
						 suspected);
	result.altered_function = either(low_strength, chair);
	if (result.altered_function == UNKNOWN)
		result.altered_function = low_strength != UNKNOWN ? low_strength : chair;
	result.altered_composition = either(by_dxa, by_bia);
	if (result.altered_composition == UNKNOWN)
		result.altered_composition = by_dxa != UNKNOWN ? by_dxa : by_bia;
	result.altered_composition =
		both(result.altered_composition, by_ethnicity(p, of_ethnicity, fat));
	result.diagnosis =
		both(result.screen, both(result.altered_function, result.altered_composition));
	result.stage = result.diagnosis == YES && complications != UNKNOWN ? 1 + (complications == YES)
																	   : UNKNOWN;
	return result;
}
