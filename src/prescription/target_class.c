/* target_class: see target_class.h. */
#include "prescription/target_class.h"

#include <math.h>
#include <stddef.h>

int
measure_of_unit(intensity_unit unit)
{
	switch (unit)
	{
		case PERCENT_HRR:
			return MEASURE_HRR;
		case PERCENT_VO2R:
			return MEASURE_VO2R;
		case PERCENT_HRMAX:
			return MEASURE_HRMAX;
		case PERCENT_VO2MAX:
		case PERCENT_VO2PEAK:
			return MEASURE_VO2MAX;
		case RPE:
			return MEASURE_RPE;
		case METS:
			return MEASURE_MET;
		case PERCENT_1RM:
			return MEASURE_1RM;
		default:
			return UNKNOWN;
	}
}

dose
target_class(const target *t)
{
	static const struct
	{
		int			low;
		int			high;
	} levels[N_LEVELS] = {
		[LIGHT] = {CLASS_LIGHT, CLASS_LIGHT},
		[MODERATE] = {CLASS_MODERATE, CLASS_MODERATE},
		[MODERATE_TO_VIGOROUS] = {CLASS_MODERATE, CLASS_VIGOROUS},
		[VIGOROUS] = {CLASS_VIGOROUS, CLASS_VIGOROUS},
		[MAXIMAL] = {CLASS_NEAR_MAXIMAL, CLASS_NEAR_MAXIMAL},
		[AS_TOLERATED] = {UNKNOWN, UNKNOWN},
	};
	dose		result = {false, 0, 0};
	status		st;
	int			low;
	int			high;

	if (t->kind == TARGET_LEVEL && levels[t->unit].low != UNKNOWN)
		return (dose) {true, levels[t->unit].low, levels[t->unit].high};
	if (t->kind != TARGET_UNIT || t->value.kind == NOT_REPORTED || measure_of_unit(t->unit) == UNKNOWN)
		return result;
	result.known = classify_intensity(KEY_ACSM_2018, measure_of_unit(t->unit), fmin(t->value.low, t->value.high), &low, &st) &&
		classify_intensity(KEY_ACSM_2018, measure_of_unit(t->unit), fmax(t->value.low, t->value.high), &high, &st);
	if (result.known)
	{
		result.low = low;
		result.high = high;
	}
	return result;
}

dose
targets_class(const target *targets)
{
	dose		all = {false, 0, 0};

	for (const target *t = targets; t != NULL; t = t->next)
	{
		dose		one = target_class(t);

		if (!one.known)
			continue;
		all.low = all.known ? fmin(all.low, one.low) : one.low;
		all.high = all.known ? fmax(all.high, one.high) : one.high;
		all.known = true;
	}
	return all;
}
