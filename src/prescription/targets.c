/* targets: see targets.h. */
#include "prescription/targets.h"

#include "common/decimal.h"
#include "common/table.h"
#include "prescription/vocabulary.h"

#include <math.h>
#include <string.h>

/* What a person can have. */
static bool
check_known(const char *name, double value, double lowest, double highest, const char *unit, const char *hint, status *st)
{
	return isnan(value) || check_input(name, value, lowest, highest, unit, hint, st);
}

bool
check_target_person(const target_person *p, status *st)
{
	static const char kg[] = "Loads are in kilograms: 1 lb is 0.4536 kg.";

	if (!check_known("age", p->age, 18, 100, "years", NULL, st) ||
		!check_known("hr_rest", p->hr_rest, 30, 130, "bpm", "The resting heart rate is in beats per minute.", st) ||
		!check_known("hr_max", p->hr_max, 60, 230, "bpm", "The maximal heart rate is in beats per minute.", st) ||
		!check_known("hr_rest_days", p->hr_rest_days, 0, 36500, "days", NULL, st) ||
		!check_known("vo2_peak", p->vo2_peak, 4, 95, "mL/kg/min", "Peak oxygen uptake is per kilogram: divide L/min by the weight and multiply by 1000.", st) ||
		!check_known("w_peak", p->w_peak, 5, 700, "W", NULL, st) || !check_known("w_msec", p->w_msec, 5, 1500, "W", NULL, st) ||
		!check_known("weight_kg", p->weight_kg, 20, 350, "kg", "Weight is in kilograms: 1 lb is 0.4536 kg.", st) ||
		!check_known("one_rm_kg", p->one_rm_kg, 0.5, 700, "kg", kg, st) ||
		!check_known("test_load_kg", p->test_load_kg, 0.1, 700, "kg", kg, st) ||
		!check_known("test_repetitions", p->test_repetitions, 1, 20, "repetitions to failure", NULL, st) ||
		!check_known("increment_kg", p->increment_kg, 0, 50, "kg", kg, st) ||
		!check_known("grade", p->grade, 0, 0.4, "", "The grade is a fraction: 5 % is 0.05.", st))
		return false;
	if (p->hr_rest >= p->hr_max)
		return status_fail(st, FAULT_INVALID_PARAMETER, "hr_rest %.6g is not below hr_max %.6g", p->hr_rest, p->hr_max);
	return true;
}

/* The maximal heart rate to prescribe from; otherwise the reason why there is none. */
static const char *
find_hr_max(const target_person *p, const mode *modes, double *hr_max, const char **equation)
{
	static const char *const labels[] = HR_MAX_EQUATION_LABELS;
	status		st;
	int			on_bike = UNKNOWN;

	if (modes != NULL)
		on_bike = modes->name.length == 4 && memcmp(modes->name.at, "bike", 4) == 0;
	if (p->beta_blocker == 1 && (isnan(p->hr_max) || !p->hr_max_on_beta_blocker))
		return "a beta-blocker lowers heart rates and the maximum was not measured on it: use perceived exertion";
	if (!isnan(p->hr_max))
	{
		*hr_max = p->hr_max;
		return NULL;
	}
	if (p->hr_max_equation == UNKNOWN)
		return "the maximal heart rate is not known, and no equation to predict it was named";
	if (p->beta_blocker == UNKNOWN)
		return "it is not known whether a beta-blocker is taken, under which no predicted maximum holds";
	if (isnan(p->age))
		return "the age is not known";
	if (!predict_hr_max(p->hr_max_equation, p->age, p->sex, p->hr_rest, on_bike, hr_max, &st))
		return "the equation named does not hold for this person, or lacks a measurement";
	*equation = labels[p->hr_max_equation];
	return NULL;
}

static const char *
find_hr_rest(const target_person *p)
{
	if (isnan(p->hr_rest))
		return "the resting heart rate is not known";
	if (!isnan(p->hr_rest_days) && p->hr_rest_days > p->hr_rest_max_days)
		return "the resting heart rate is too old: it moves during treatment";
	return NULL;
}

/* row = base + (top - base) * percent */
static void
between(personal_target *row, const quantity *percent, double base, double top)
{
	row->known = true;
	row->low = round_to_nine_decimals(base + fmin(percent->low, percent->high) / 100 * (top - base));
	row->high = round_to_nine_decimals(base + fmax(percent->low, percent->high) / 100 * (top - base));
}

static void
heart_rate_target(const target *t, const mode *modes, const target_person *p, personal_target *row)
{
	double		hr_max = NAN;

	row->quantity = "heart rate";
	row->unit = "bpm";
	row->reason = find_hr_max(p, modes, &hr_max, &row->equation);
	if (row->reason == NULL && t->unit == PERCENT_HRR)
	{
		row->reason = find_hr_rest(p);
		if (row->reason == NULL && !(p->hr_rest < hr_max))
			row->reason = "the resting heart rate is not below the predicted maximum";
	}
	if (row->reason == NULL)
		between(row, &t->value, t->unit == PERCENT_HRR ? p->hr_rest : 0, hr_max);
}

/* The work that a mode is done on; UNKNOWN if the mode does not say. */
static int
work_of(const mode *modes)
{
	static const struct
	{
		const char *mode;
		work_mode	work;
	} works[] = {
		{"walk", WORK_WALK}, {"treadmill", WORK_WALK}, {"run", WORK_RUN}, {"bike", WORK_LEG_CYCLE},
		{"cycle", WORK_LEG_CYCLE}, {"ergometer", WORK_LEG_CYCLE}, {"arm_ergometer", WORK_ARM_CYCLE},
	};

	if (modes == NULL || modes->next != NULL)
		return UNKNOWN;
	for (int i = 0; i < ENTRIES(works); i++)
		if ((int) strlen(works[i].mode) == modes->name.length &&
			memcmp(works[i].mode, modes->name.at, (size_t) modes->name.length) == 0)
			return works[i].work;
	return UNKNOWN;
}

static int
work_target(const mode *modes, const target_person *p, const personal_target *uptake, personal_target *row)
{
	static const char *const labels[] = WORK_MODE_LABELS;
	int			mode = work_of(modes);
	bool		low_in_range;
	bool		high_in_range;
	status		st;

	if (mode == UNKNOWN || !uptake->known)
		return 0;
	*row = (personal_target) {.in_range = UNKNOWN, .unit = work_row_of(mode)->unit, .equation = labels[mode]};
	row->quantity = mode <= WORK_RUN ? "speed" : "power";
	if (mode > WORK_RUN && isnan(p->weight_kg))
	{
		row->reason = "the weight is not known";
		return 1;
	}
	if (!vo2_to_work(mode, uptake->low, p->grade, p->weight_kg, &row->low, &low_in_range, &st) ||
		!vo2_to_work(mode, uptake->high, p->grade, p->weight_kg, &row->high, &high_in_range, &st))
	{
		row->reason = "the oxygen uptake is outside what the equation can take";
		return 1;
	}
	row->known = true;
	row->in_range = low_in_range && high_in_range;
	if (!row->in_range)
		row->reason = "outside the range in which the equation holds";
	return 1;
}

static int
uptake_target(const target *t, const mode *modes, const target_person *p, personal_target *rows)
{
	personal_target *row = &rows[0];

	row->quantity = "oxygen uptake";
	row->unit = "mL/kg/min";
	if (t->unit == METS)
	{
		quantity	percent = {t->value.kind, t->value.low * 100, t->value.high * 100};

		between(row, &percent, 0, ONE_MET);
	}
	else if (isnan(p->vo2_peak))
		row->reason = "the peak oxygen uptake is not known";
	else
		between(row, &t->value, t->unit == PERCENT_VO2R ? ONE_MET : 0, p->vo2_peak);
	return 1 + work_target(modes, p, row, &rows[1]);
}

static void
power_target(const target *t, const target_person *p, personal_target *row)
{
	double		top = t->unit == PERCENT_WPEAK ? p->w_peak : p->w_msec;

	row->quantity = "power";
	row->unit = "W";
	if (isnan(top))
		row->reason = t->unit == PERCENT_WPEAK ? "the peak power is not known"
											   : "the maximal short exercise capacity is not known";
	else
		between(row, &t->value, 0, top);
}

static const char *
find_one_rm(const target_person *p, double *one_rm_kg, const char **equation)
{
	static const char *const labels[] = ONE_RM_EQUATION_LABELS;
	status		st;

	if (!isnan(p->one_rm_kg))
	{
		*one_rm_kg = p->one_rm_kg;
		return NULL;
	}
	if (isnan(p->test_load_kg) || isnan(p->test_repetitions))
		return "the one-repetition maximum is not known";
	if (p->one_rm_equation == UNKNOWN)
		return "no equation to predict the one-repetition maximum was named";
	if (!predict_one_rm(p->one_rm_equation, p->test_load_kg, p->test_repetitions, one_rm_kg, &st))
		return "the one-repetition maximum cannot be predicted";
	*equation = labels[p->one_rm_equation];
	return NULL;
}

static void
load_target(const target *t, const target_person *p, personal_target *row)
{
	double		one_rm_kg = NAN;

	row->quantity = "load";
	row->unit = "kg";
	row->reason = find_one_rm(p, &one_rm_kg, &row->equation);
	if (row->reason != NULL)
		return;
	between(row, &t->value, 0, one_rm_kg);
	row->low = round_load(row->low, p->increment_kg, p->rounding);
	row->high = round_load(row->high, p->increment_kg, p->rounding);
	if (row->equation != NULL)
	{
		row->in_range = p->test_repetitions <= 10;
		if (!row->in_range)
			row->reason = "predicted from more than 10 repetitions";
	}
}

static void
weight_target(const target *t, const target_person *p, personal_target *row)
{
	row->quantity = "load";
	row->unit = "kg";
	if (isnan(p->weight_kg))
		row->reason = "the weight is not known";
	else
	{
		between(row, &t->value, 0, p->weight_kg);
		row->low = round_load(row->low, p->increment_kg, p->rounding);
		row->high = round_load(row->high, p->increment_kg, p->rounding);
	}
}

/* Scales and absolute units are what they are, for everybody. */
static void
plain_target(const target *t, personal_target *row)
{
	static const char *const quantities[N_INTENSITY_UNITS] = {
		[RPE] = "perceived exertion", [CR10] = "perceived exertion", [OMNI] = "perceived exertion",
		[RIR] = "repetitions in reserve", [TALK_TEST] = "talk test", [WATTS] = "power", [BPM] = "heart rate",
		[KILOGRAMS] = "load", [RM] = "load", [KM_PER_HOUR] = "speed",
	};

	row->quantity = quantities[t->unit];
	row->unit = unit_definition_at(t->unit)->text;
	row->known = true;
	row->low = fmin(t->value.low, t->value.high);
	row->high = fmax(t->value.low, t->value.high);
}

int
personal_targets(const target *t, const mode *modes, const target_person *p, personal_target *rows)
{
	rows[0] = (personal_target) {.quantity = "intensity", .in_range = UNKNOWN};
	if (t->kind == TARGET_NOT_REPORTED || (t->kind == TARGET_UNIT && t->value.kind == NOT_REPORTED))
	{
		rows[0].reason = "the intensity is not reported";
		return 1;
	}
	if (t->kind == TARGET_LEVEL)
	{
		rows[0].reason = "a level of intensity has no number of its own; see intensity_cuts()";
		return 1;
	}
	switch (t->unit)
	{
		case PERCENT_HRR:
		case PERCENT_HRMAX:
			heart_rate_target(t, modes, p, &rows[0]);
			return 1;
		case PERCENT_VO2R:
		case PERCENT_VO2MAX:
		case PERCENT_VO2PEAK:
		case METS:
			return uptake_target(t, modes, p, rows);
		case PERCENT_WPEAK:
		case PERCENT_MSEC:
			power_target(t, p, &rows[0]);
			return 1;
		case PERCENT_1RM:
			load_target(t, p, &rows[0]);
			return 1;
		case PERCENT_BODY_WEIGHT:
			weight_target(t, p, &rows[0]);
			return 1;
		default:
			plain_target(t, &rows[0]);
			return 1;
	}
}

/* Whether a unit of intensity gives this quantity. */
static bool
is_of_zone(int unit, zone_kind kind)
{
	switch (unit)
	{
		case PERCENT_HRR:
		case PERCENT_HRMAX:
		case BPM:
			return kind == ZONE_HEART_RATE;
		case PERCENT_1RM:
		case PERCENT_BODY_WEIGHT:
		case KILOGRAMS:
			return kind == ZONE_LOAD;
		default:
			return false;
	}
}

void
widen_zone(target_zone *zone, zone_kind kind, const target *t, const mode *modes, const target_person *p)
{
	personal_target rows[MAX_PERSONAL_TARGETS];

	if (t->kind != TARGET_UNIT || !is_of_zone(t->unit, kind))
		return;
	personal_targets(t, modes, p, rows); /* one row, for these units */
	zone->known &= rows[0].known && rows[0].in_range != 0;
	zone->low = zone->found ? fmin(zone->low, rows[0].low) : rows[0].low;
	zone->high = zone->found ? fmax(zone->high, rows[0].high) : rows[0].high;
	zone->found = true;
}
