/* muscle_equation: see muscle_equation.h. */
#include "sarcopenia/muscle_equation.h"

#include "common/decimal.h"
#include "common/limits.h"

#include <math.h>
#include <stddef.h>

/* What the coefficients of an equation stand before. */
typedef enum term
{
	ONE,
	H2_R,	  /* height in cm, squared, over resistance */
	REACTANCE,
	WEIGHT,
	HEIGHT_M,
	HEIGHT_IN_CM,
	YEARS,
	IS_MALE,  /* 1 for men, 0 for women */
	ALST,
	MUSCLE_AREA,
	FAT_AREA,
	GIRTHS,	  /* height in m times the weighted squares of the three girths */
	ETHNICITY,
	N_TERMS
} term;

/* clang-format off */
static const muscle_equation equations[N_EQUATIONS] = {
	[LEE2000_WEIGHT] = {"0.244 W + 7.80 H(m) + 6.6 male - 0.098 age + ethnicity - 3.3",
		QUANTITY_SMM, UNKNOWN, 0, 0, 30, 2.8, "not obese",
		"The ethnicity term is the caller's: 0 white or Hispanic; 1.2 Asian and 1.4 African-American in size, the sign of the Asian term being contradicted.",
		"Lee 2000, model 2", SOURCED},
	[LEE2000_GIRTH] = {"H(m) (0.00744 arm2 + 0.00088 thigh2 + 0.00441 calf2) + 2.4 male - 0.048 age + ethnicity + 7.8",
		QUANTITY_SMM, UNKNOWN, 0, 0, 30, 2.2, "not obese",
		"Girths in cm less pi times the skinfold. The ethnicity term is the caller's: 0 white or Hispanic, -2.0 Asian, 1.1 African-American.",
		"Lee 2000, model 1", SOURCED},
	[JANSSEN2000] = {"0.401 H(cm)2/R + 3.825 male - 0.071 age + 5.102",
		QUANTITY_SMM, BIA, 0, 0, 0, 0, NULL, NULL, "Janssen 2000, as in bio-protocol 1060981", SOURCED},
	[KYLE2003] = {"0.267 H(cm)2/R + 0.095 W + 1.909 male - 0.012 age + 0.058 Xc - 4.211",
		QUANTITY_ASM, BIA, 22, 94, 0, 1.12, NULL,
		"The sign of the age term is inferred: some copies of the paper lost the minus signs.",
		"Kyle 2003", UNCONFIRMED},
	[SERGI2015] = {"0.227 H(cm)2/R + 0.095 W + 1.384 male + 0.064 Xc - 3.964",
		QUANTITY_ASM, BIA, 60, 0, 0, 0, "Caucasian, 60 years and older", NULL, "Sergi 2015", UNCONFIRMED},
	[YOSHIDA2014] = {"men 0.197 H(cm)2/R + 0.179 W - 0.019; women 0.221 H(cm)2/R + 0.117 W + 0.881",
		QUANTITY_ASM, BIA, 65, 0, 0, 0.98, "Japanese, 65 years and older",
		"Standard error 0.98 kg in men, 0.81 kg in women.", "Yoshida 2014, as in medicalalgorithms.com", SOURCED},
	[WEN2011] = {"0.193 W + 0.107 H(cm) - 4.157 sex - 0.037 age - 2.631, sex 1 men, 2 women",
		QUANTITY_ASM, UNKNOWN, 0, 0, 0, 0, "Chinese", NULL, "Wen 2011", UNCONFIRMED},
	[KIM2002] = {"1.13 ALST - 0.02 age + 0.61 male + 0.97",
		QUANTITY_SMM, DXA, 0, 0, 0, 0, NULL, NULL, "Kim 2002, as in medicalalgorithms.com", SOURCED},
	[MOURTZAKIS2008_FFM] = {"0.30 muscle area at L3 + 6.06",
		QUANTITY_FFM, CT, 0, 0, 0, 0, "cancer", NULL, "Mourtzakis 2008, as in medicalalgorithms.com", SOURCED},
	[MOURTZAKIS2008_FM] = {"0.042 fat area at L3 + 11.2",
		QUANTITY_FM, CT, 0, 0, 0, 0, "cancer", NULL, "Mourtzakis 2008, as in medicalalgorithms.com", SOURCED},
};

/* Women have coefficients of their own in one equation; elsewhere the row is zero and that of men holds. */
static const double coefficients[N_EQUATIONS][N_TERMS] = {
	[LEE2000_WEIGHT] =     {[ONE] = -3.3,   [WEIGHT] = 0.244, [HEIGHT_M] = 7.80, [IS_MALE] = 6.6, [YEARS] = -0.098, [ETHNICITY] = 1},
	[LEE2000_GIRTH] =      {[ONE] = 7.8,    [GIRTHS] = 1, [IS_MALE] = 2.4, [YEARS] = -0.048, [ETHNICITY] = 1},
	[JANSSEN2000] =        {[ONE] = 5.102,  [H2_R] = 0.401, [IS_MALE] = 3.825, [YEARS] = -0.071},
	[KYLE2003] =           {[ONE] = -4.211, [H2_R] = 0.267, [WEIGHT] = 0.095, [IS_MALE] = 1.909, [YEARS] = -0.012, [REACTANCE] = 0.058},
	[SERGI2015] =          {[ONE] = -3.964, [H2_R] = 0.227, [WEIGHT] = 0.095, [IS_MALE] = 1.384, [REACTANCE] = 0.064},
	[YOSHIDA2014] =        {[ONE] = -0.019, [H2_R] = 0.197, [WEIGHT] = 0.179},
	[WEN2011] =            {[ONE] = -10.945, [WEIGHT] = 0.193, [HEIGHT_IN_CM] = 0.107, [IS_MALE] = 4.157, [YEARS] = -0.037}, /* -2.631 - 2 x 4.157 */
	[KIM2002] =            {[ONE] = 0.97,   [ALST] = 1.13, [IS_MALE] = 0.61, [YEARS] = -0.02},
	[MOURTZAKIS2008_FFM] = {[ONE] = 6.06,   [MUSCLE_AREA] = 0.30},
	[MOURTZAKIS2008_FM] =  {[ONE] = 11.2,   [FAT_AREA] = 0.042},
};
static const double of_women[N_EQUATIONS][N_TERMS] = {
	[YOSHIDA2014] =        {[ONE] = 0.881,  [H2_R] = 0.221, [WEIGHT] = 0.117},
};

/* Of the squares of the girths of arm, thigh and calf. */
static const double girth_weights[3] = {0.00744, 0.00088, 0.00441};

static const value_limits input_limits[N_EQUATION_INPUTS] = {
	[IN_AGE] =            LIMITS_OF_AGE,
	[IN_HEIGHT_CM] =      LIMITS_OF_HEIGHT_CM,
	[IN_WEIGHT_KG] =      LIMITS_OF_WEIGHT_KG,
	[IN_RESISTANCE_OHM] = {"resistance_ohm", "ohm",   100, 2000, "Resistance of the whole body at 50 kHz, in ohm."},
	[IN_REACTANCE_OHM] =  {"reactance_ohm",  "ohm",   5,   300,  "Reactance of the whole body at 50 kHz, in ohm."},
	[IN_ALST_KG] =        {"alst_kg",        "kg",    2,   60,   "Appendicular lean soft tissue is in kilograms, not grams."},
	[IN_L3_MUSCLE_CM2] =  {"l3_muscle_cm2",  "cm2",   20,  400,  "Muscle area at L3 is in cm2: 1 cm2 is 100 mm2."},
	[IN_L3_FAT_CM2] =     {"l3_fat_cm2",     "cm2",   1,   2000, "Fat area at L3 is in cm2: 1 cm2 is 100 mm2."},
	[IN_ARM_CM] =         {"arm_cm",         "cm",    10,  70,   "The girth is in centimetres, corrected for the skinfold."},
	[IN_THIGH_CM] =       {"thigh_cm",       "cm",    20,  110,  "The girth is in centimetres, corrected for the skinfold."},
	[IN_CALF_CM] =        {"calf_cm",        "cm",    10,  80,   "The girth is in centimetres, corrected for the skinfold."},
	[IN_ETHNICITY_KG] =   {"ethnicity_kg",   "kg",    -3,  3,    "This is the term of the Lee equations; muscle_equations() has it in the note."},
};
/* clang-format on */

const muscle_equation *
equation_at(equation_code code)
{
	return &equations[code];
}

static bool
has_all(const equation_person *p, equation_input a, equation_input b)
{
	return p->measured[a] && p->measured[b];
}

/* The value of a term; false if an input is missing. */
static bool
term_value(term t, const equation_person *p, double *value)
{
	const double *v = p->value;
	double		metres = v[IN_HEIGHT_CM] / 100.0;

	switch (t)
	{
		case ONE:
			*value = 1;
			return true;
		case H2_R:
			*value = v[IN_HEIGHT_CM] * v[IN_HEIGHT_CM] / v[IN_RESISTANCE_OHM];
			return has_all(p, IN_HEIGHT_CM, IN_RESISTANCE_OHM);
		case REACTANCE:
			*value = v[IN_REACTANCE_OHM];
			return p->measured[IN_REACTANCE_OHM];
		case WEIGHT:
			*value = v[IN_WEIGHT_KG];
			return p->measured[IN_WEIGHT_KG];
		case HEIGHT_M:
			*value = metres;
			return p->measured[IN_HEIGHT_CM];
		case HEIGHT_IN_CM:
			*value = v[IN_HEIGHT_CM];
			return p->measured[IN_HEIGHT_CM];
		case YEARS:
			*value = v[IN_AGE];
			return p->measured[IN_AGE];
		case IS_MALE:
			*value = p->sex == MALE;
			return p->sex != UNKNOWN;
		case ALST:
			*value = v[IN_ALST_KG];
			return p->measured[IN_ALST_KG];
		case MUSCLE_AREA:
			*value = v[IN_L3_MUSCLE_CM2];
			return p->measured[IN_L3_MUSCLE_CM2];
		case FAT_AREA:
			*value = v[IN_L3_FAT_CM2];
			return p->measured[IN_L3_FAT_CM2];
		case GIRTHS:
			*value = metres *
				(girth_weights[0] * v[IN_ARM_CM] * v[IN_ARM_CM] +
				 girth_weights[1] * v[IN_THIGH_CM] * v[IN_THIGH_CM] +
				 girth_weights[2] * v[IN_CALF_CM] * v[IN_CALF_CM]);
			return has_all(p, IN_HEIGHT_CM, IN_ARM_CM) && has_all(p, IN_THIGH_CM, IN_CALF_CM);
		default:
			*value = v[IN_ETHNICITY_KG];
			return p->measured[IN_ETHNICITY_KG];
	}
}

/* Whether the person is one of those the equation was made in, as far as it can be told. */
static int
is_valid(const muscle_equation *equation, const equation_person *p)
{
	bool		open = false;

	if (equation->from_age > 0)
	{
		if (p->measured[IN_AGE] &&
			(p->value[IN_AGE] < equation->from_age ||
			 (equation->to_age > 0 && floor(p->value[IN_AGE]) > equation->to_age)))
			return 0;
		open |= !p->measured[IN_AGE];
	}
	if (equation->below_bmi > 0)
	{
		double		metres = p->value[IN_HEIGHT_CM] / 100.0;

		if (has_all(p, IN_HEIGHT_CM, IN_WEIGHT_KG) &&
			round_to_nine_decimals(p->value[IN_WEIGHT_KG] / (metres * metres)) >=
				equation->below_bmi)
			return 0;
		open |= !has_all(p, IN_HEIGHT_CM, IN_WEIGHT_KG);
	}
	return open ? UNKNOWN : 1;
}

bool
estimate_muscle(equation_code code, equation_person *p, double *kg, bool *known, int *valid,
				status *st)
{
	const double *terms = coefficients[code];
	double		sum = 0;
	bool		by_sex = of_women[code][ONE] != 0;

	*known = !by_sex || p->sex != UNKNOWN;
	if (by_sex && p->sex == FEMALE)
		terms = of_women[code];
	if (!check_all_limits(input_limits, N_EQUATION_INPUTS, p->value, p->measured, st))
		return false;
	*valid = is_valid(&equations[code], p);
	for (term t = 0; t < N_TERMS; t++)
	{
		double		value;

		if (terms[t] == 0)
			continue;
		if (!term_value(t, p, &value))
			*known = false;
		else
			sum += terms[t] * value;
	}
	*kg = *known ? round_to_nine_decimals(sum) : 0;
	if (*known && !(*kg > 0))
	{
		status_fail(st, FAULT_OUT_OF_RANGE, "the equation predicts %.4g kg", *kg);
		status_hint(st, "The measurements do not belong together: check their units.");
		return false;
	}
	return true;
}
