/* intensity: see intensity.h. */
#include "prescription/intensity.h"

#include "common/decimal.h"
#include "common/limits.h"
#include "common/table.h"

#include <math.h>
#include <stddef.h>

#define BOTH_SEXES UNKNOWN

static const hr_max_row hr_max_table[] = {
	/* equation                sex         intercept  age    age^2   rest  bike  drug   population */
	{HR_MAX_FOX,               BOTH_SEXES, 220,       -1.0,  0,      0,    0,    false, "SD 10 to 12 bpm; never derived from a proper regression", "Fox, as reviewed by Robergs and Landwehr 2002", SOURCED},
	{HR_MAX_TANAKA,            BOTH_SEXES, 208,       -0.7,  0,      0,    0,    false, "SEE 11.4 bpm in HERITAGE, n = 762", "Tanaka; tested in HERITAGE (PMC3935487)", SOURCED},
	{HR_MAX_GELLISH,           BOTH_SEXES, 207,       -0.7,  0,      0,    0,    false, "longitudinal, n = 132, 908 tests", "Gellish, MSSE 2007;39(5):822", SOURCED},
	{HR_MAX_GELLISH_NONLINEAR, BOTH_SEXES, 192,       0,     -0.007, 0,    0,    false, "one page prints 191.5", "Gellish 2007, nonlinear", UNCONFIRMED},
	{HR_MAX_GULATI,            FEMALE,     206,       -0.88, 0,      0,    0,    false, "women", "Gulati, as listed by fitdigits.com", SOURCED},
	{HR_MAX_NES,               BOTH_SEXES, 211,       -0.64, 0,      0,    0,    false, "SEE 10.8 bpm, n = 3320, no interaction with sex", "Nes 2013 (HUNT), 10.1111/j.1600-0838.2012.01445.x", SOURCED},
	{HR_MAX_SYDO,              MALE,       220,       -0.95, 0,      0,    0,    false, "Mayo, n = 19013", "Sydo 2014", SOURCED},
	{HR_MAX_SYDO,              FEMALE,     210,       -0.79, 0,      0,    0,    false, "Mayo, n = 19013", "Sydo 2014", SOURCED},
	{HR_MAX_BRAWNER,           BOTH_SEXES, 164,       -0.7,  0,      0,    0,    true,  "coronary disease on a beta-blocker, SEE 18 bpm", "Brawner 2004, 10.1016/j.ahj.2004.04.035", SOURCED},
	{HR_MAX_KETEYIAN,          BOTH_SEXES, 119,       -0.5,  0,      0.5,  -5,   true,  "heart failure on a beta-blocker, SEE 18 bpm; its authors call it too imprecise to prescribe from", "Keteyian 2012, PMID 21900844", SOURCED},
};

static const work_row work_table[N_WORK_MODES] = {
	/*                      mode                 rest  flat     steep        body  valid       unit */
	[WORK_WALK] =           {WORK_WALK,           3.5,  0.1,     1.8,         0,    50, 100,    "m/min", "ACSM; range: medicalalgorithms.com, ACSM slides", SOURCED},
	[WORK_RUN] =            {WORK_RUN,            3.5,  0.2,     0.9,         0,    80, 1e9,    "m/min", "ACSM; range: medicalalgorithms.com (over 134 m/min, or 80 to 134 if truly running)", SOURCED},
	[WORK_LEG_CYCLE] =      {WORK_LEG_CYCLE,      7.0,  10.8,    0,           0,    50, 200,    "W",     "ACSM; 1 W is 6 kgm/min; range: ACSM slides, Bushman 2020", SOURCED},
	[WORK_ARM_CYCLE] =      {WORK_ARM_CYCLE,      3.5,  18.0,    0,           0,    25, 125,    "W",     "ACSM; 1 W is 6 kgm/min; range: medicalalgorithms.com", SOURCED},
	[WORK_STEP] =           {WORK_STEP,           3.5,  0.2,     1.33 * 1.8,  0,    12, 30,     "steps/min", "ACSM; range: exrx.net; a step is up and down", SOURCED},
	[WORK_LEG_CYCLE_LANG] = {WORK_LEG_CYCLE_LANG, 3.5,  11.4,    0,           260,  50, 200,    "W",     "Lang, medicalalgorithms.com: 1.9 for each kgm/min, of which 1 W is 6; range as leg_cycle, unconfirmed", UNCONFIRMED},
	[WORK_STEP_LATIN] =     {WORK_STEP_LATIN,     3.5,  0.2,     2.4,         0,    12, 30,     "steps/min", "Latin 2001, PMID 11581567, SEE 1.7; range as step", SOURCED},
};

#define APMR "ACSM 10th edition 2018, table in PMC8581515"
#define BJSM "ACSM table, bjsm.bmj.com markup 116782"

/* Printed tables have whole numbers with gaps between; the cuts are half open. */
static const class_cuts cut_table[] = {
	/* key            measure         light  mod   vig   near-max  highest */
	{KEY_ACSM_2018, MEASURE_HRR,    {30,    40,   60,   90},      100, BJSM, SOURCED},
	{KEY_ACSM_2018, MEASURE_VO2R,   {30,    40,   60,   90},      100, BJSM, SOURCED},
	{KEY_ACSM_2018, MEASURE_HRMAX,  {57,    64,   77,   96},      100, APMR, SOURCED},
	{KEY_ACSM_2018, MEASURE_VO2MAX, {37,    46,   64,   91},      100, BJSM, SOURCED},
	{KEY_ACSM_2018, MEASURE_RPE,    {9,     12,   14,   18},      20,  BJSM, SOURCED},
	{KEY_ACSM_2018, MEASURE_MET,    {2.0,   3.0,  6.0,  8.8},     30,  "PMC8321902 table 1", SOURCED},
	{KEY_ACSM_2018, MEASURE_1RM,    {30,    50,   70,   85},      100, "PMC6186337 table 2; 85 and above from general knowledge", UNCONFIRMED},
	{KEY_ESSA_2010, MEASURE_HRMAX,  {40,    55,   70,   90},      100, "ESSA 2010, table in PMC8581515", SOURCED},
};

#define SEVEN "forum page with seven equations (startingstrength.com t=33294), named with years at iortho.xyz"

static const one_rm_row one_rm_table[N_ONE_RM_EQUATIONS] = {
	/*                  equation         form              a      b         c */
	[ONE_RM_EPLEY] =    {ONE_RM_EPLEY,    FORM_DIVIDED,     30,    0,        0,      SEVEN, SOURCED},
	[ONE_RM_BRZYCKI] =  {ONE_RM_BRZYCKI,  FORM_HYPERBOLA,   36,    37,       0,      SEVEN, SOURCED},
	[ONE_RM_LOMBARDI] = {ONE_RM_LOMBARDI, FORM_POWER,       0.10,  0,        0,      SEVEN, SOURCED},
	[ONE_RM_OCONNER] =  {ONE_RM_OCONNER,  FORM_TIMES,       0.025, 0,        0,      SEVEN, SOURCED},
	[ONE_RM_MAYHEW] =   {ONE_RM_MAYHEW,   FORM_EXPONENTIAL, 52.2,  41.9,     -0.055, SEVEN, SOURCED},
	[ONE_RM_WATHEN] =   {ONE_RM_WATHEN,   FORM_EXPONENTIAL, 48.8,  53.8,     -0.075, SEVEN, SOURCED},
	[ONE_RM_LANDER] =   {ONE_RM_LANDER,   FORM_LINE,        101.3, -2.67123, 0,      SEVEN, SOURCED},
};

bool
check_input(const char *name, double value, double lowest, double highest, const char *unit, const char *hint,
				  status *st)
{
	const value_limits limits = {name, unit, lowest, highest, hint};

	return check_limits(&limits, value, st);
}

bool
check_heart_rates(double hr_rest, double hr_max, status *st)
{
	if (!check_input("hr_rest", hr_rest, 30, 130, "bpm", "The resting heart rate is in beats per minute.", st) ||
		!check_input("hr_max", hr_max, 60, 230, "bpm", "The maximal heart rate is in beats per minute.", st))
		return false;
	if (hr_rest >= hr_max)
		return status_fail(st, FAULT_INVALID_PARAMETER, "hr_rest %.6g is not below hr_max %.6g", hr_rest, hr_max);
	return true;
}

const hr_max_row *
hr_max_rows(int *n)
{
	*n = ENTRIES(hr_max_table);
	return hr_max_table;
}

bool
predict_hr_max(hr_max_equation equation, double age, int sex, double hr_rest, int on_bike, double *hr_max, status *st)
{
	static const char *const labels[] = HR_MAX_EQUATION_LABELS;
	const hr_max_row *row = NULL;

	for (int i = 0; i < ENTRIES(hr_max_table); i++)
		if (hr_max_table[i].equation == equation && (hr_max_table[i].sex == BOTH_SEXES || hr_max_table[i].sex == sex))
			row = &hr_max_table[i];
	if (!check_input("age", age, 18, 100, "years", "The equations are for adults.", st))
		return false;
	if (row == NULL)
	{
		status_fail(st, FAULT_INVALID_PARAMETER,
					sex == UNKNOWN ? "equation \"%s\" needs the sex" : "equation \"%s\" does not hold for this sex",
					labels[equation]);
		status_hint(st, "hr_max_equations() lists the populations of the equations.");
		return false;
	}
	*hr_max = row->intercept + row->age_factor * age + row->age_squared * age * age;
	if (row->rest_factor != 0)
	{
		if (isnan(hr_rest) || on_bike == UNKNOWN)
		{
			status_fail(st, FAULT_INVALID_PARAMETER, "equation \"%s\" needs hr_rest and on_bike", labels[equation]);
			return false;
		}
		*hr_max += row->rest_factor * hr_rest + (on_bike ? row->bike : 0);
	}
	*hr_max = round_to_nine_decimals(*hr_max);
	return true;
}

double
percent_hrr_of_hr_max(double percent_hr_max, double hr_rest, double hr_max)
{
	return round_to_nine_decimals(100 * (percent_hr_max / 100 * hr_max - hr_rest) / (hr_max - hr_rest));
}

const work_row *
work_row_of(work_mode mode)
{
	return &work_table[mode];
}

static bool
is_cycle(work_mode mode)
{
	return mode == WORK_LEG_CYCLE || mode == WORK_ARM_CYCLE || mode == WORK_LEG_CYCLE_LANG;
}

static bool
is_stepping(work_mode mode)
{
	return mode == WORK_STEP || mode == WORK_STEP_LATIN;
}

static bool
check_uptake(double vo2, status *st)
{
	return check_input("vo2_ml_kg_min", vo2, 2, 95, "mL/kg/min", "Oxygen uptake is per kilogram: 1 MET is 3.5 mL/kg/min.", st);
}

/* What does not depend on the rate. */
static double
uptake_at_rest(const work_row *row, double weight_kg)
{
	return row->rest + (row->body == 0 ? 0 : row->body / weight_kg);
}

static bool
check_work(work_mode mode, double slope, double weight_kg, status *st)
{
	if (is_cycle(mode))
	{
		if (isnan(weight_kg))
		{
			status_fail(st, FAULT_INVALID_PARAMETER, "weight_kg is needed for work in watts");
			return false;
		}
		return check_input("weight_kg", weight_kg, 20, 350, "kg", "Weight is in kilograms: 1 lb is 0.4536 kg.", st);
	}
	if (is_stepping(mode))
		return check_input("step_height_m", slope, 0.04, 0.40, "m", "The height of a step is in metres: 20 cm is 0.2.", st);
	return check_input("grade", slope, 0, 0.4, "", "The grade is a fraction: 5 % is 0.05.", st);
}

bool
work_to_vo2(work_mode mode, double rate, double slope, double weight_kg, double *vo2, bool *in_range, status *st)
{
	const work_row *row = &work_table[mode];

	if (!check_work(mode, slope, weight_kg, st) || !check_input("work", rate, 0, 1000, row->unit, NULL, st))
		return false;
	*in_range = rate >= row->lowest && rate <= row->highest;
	if (is_cycle(mode))
		rate /= weight_kg;
	*vo2 = round_to_nine_decimals(uptake_at_rest(row, weight_kg) + row->flat * rate + row->steep * rate * slope);
	return true;
}

bool
vo2_to_work(work_mode mode, double vo2, double slope, double weight_kg, double *rate, bool *in_range, status *st)
{
	const work_row *row = &work_table[mode];

	if (!check_work(mode, slope, weight_kg, st) || !check_uptake(vo2, st))
		return false;
	*rate = (vo2 - uptake_at_rest(row, weight_kg)) / (row->flat + row->steep * slope);
	if (is_cycle(mode))
		*rate *= weight_kg;
	if (*rate < 0)
		*rate = 0;
	*rate = round_to_nine_decimals(*rate);
	*in_range = *rate >= row->lowest && *rate <= row->highest;
	return true;
}

bool
vo2_to_grade(work_mode mode, double vo2, double speed_m_min, double *grade, bool *in_range, status *st)
{
	static const char *const labels[] = WORK_MODE_LABELS;
	const work_row *row = &work_table[mode];

	if (mode != WORK_WALK && mode != WORK_RUN)
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "mode \"%s\" has no grade", labels[mode]);
		status_hint(st, "Only walk and run have a grade.");
		return false;
	}
	if (!check_uptake(vo2, st) || !check_input("speed_m_min", speed_m_min, 10, 1000, "m/min", "Speed is in metres a minute: 3 mph is 80.4.", st))
		return false;
	*grade = round_to_nine_decimals((vo2 - row->rest - row->flat * speed_m_min) / (row->steep * speed_m_min));
	*in_range = *grade >= 0 && speed_m_min >= row->lowest && speed_m_min <= row->highest;
	return true;
}

const class_cuts *
class_cut_rows(int *n)
{
	*n = ENTRIES(cut_table);
	return cut_table;
}

bool
classify_intensity(class_key key, intensity_measure measure, double value, int *class, status *st)
{
	static const char *const keys[] = CLASS_KEY_LABELS;
	static const char *const measures[] = INTENSITY_MEASURE_LABELS;

	for (int i = 0; i < ENTRIES(cut_table); i++)
	{
		const class_cuts *row = &cut_table[i];

		if (row->key != key || row->measure != measure)
			continue;
		if (!check_input(measures[measure], value, measure == MEASURE_RPE ? 6 : 0, row->highest, "", NULL, st))
			return false;
		*class = CLASS_VERY_LIGHT;
		while (*class < CLASS_NEAR_MAXIMAL && value >= row->from[*class])
			(*class)++;
		return true;
	}
	status_fail(st, FAULT_INVALID_PARAMETER, "key \"%s\" has no classes of \"%s\"", keys[key], measures[measure]);
	status_hint(st, "intensity_cuts() lists the classes of each key.");
	return false;
}

const one_rm_row *
one_rm_row_of(one_rm_equation equation)
{
	return &one_rm_table[equation];
}

bool
predict_one_rm(one_rm_equation equation, double load_kg, double repetitions, double *one_rm_kg, status *st)
{
	const one_rm_row *row = &one_rm_table[equation];
	double		w = load_kg;
	double		r = repetitions;

	if (!check_input("load_kg", w, 0.1, 700, "kg", "Loads are in kilograms: 1 lb is 0.4536 kg.", st) ||
		!check_input("repetitions", r, 1, 20, "repetitions to failure", "The equations are meant for up to 10.", st))
		return false;
	if (r == 1)
	{
		*one_rm_kg = w;
		return true;
	}
	switch (row->form)
	{
		case FORM_DIVIDED:
			*one_rm_kg = w * (1 + r / row->a);
			break;
		case FORM_TIMES:
			*one_rm_kg = w * (1 + row->a * r);
			break;
		case FORM_HYPERBOLA:
			*one_rm_kg = w * row->a / (row->b - r);
			break;
		case FORM_POWER:
			*one_rm_kg = w * pow(r, row->a);
			break;
		case FORM_EXPONENTIAL:
			*one_rm_kg = 100 * w / (row->a + row->b * exp(row->c * r));
			break;
		case FORM_LINE:
			*one_rm_kg = 100 * w / (row->a + row->b * r);
			break;
	}
	*one_rm_kg = round_to_nine_decimals(*one_rm_kg);
	return true;
}

double
round_load(double load_kg, double increment_kg, load_rounding rounding)
{
	double		plates;

	if (increment_kg == 0)
		return load_kg;
	/* 29 kg x 0.6 / 0.2 kg is 86.99999999999999 in binary: nine decimals make it 87. */
	plates = round_to_nine_decimals(load_kg / increment_kg);
	plates = rounding == ROUND_DOWN ? floor(plates) : floor(plates + 0.5);
	return round_to_nine_decimals(plates * increment_kg);
}
