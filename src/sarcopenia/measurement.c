/* measurement: see measurement.h. */
#include "sarcopenia/measurement.h"

#include "common/decimal.h"
#include "common/test_set.h"

#include <math.h>
#include <stddef.h>

typedef struct measurement_limits
{
	const char *name;
	const char *unit;
	double		lowest;
	double		highest;
	const char *hint;
} measurement_limits;

/* clang-format off */
static const measurement_limits limits[N_MEASUREMENTS] = {
	[AGE] =           {"age",           "years",      0,   120,
		"Give the age in years at the assessment, not a year of birth."},
	[GRIP_KG] =       {"grip_kg",       "kg",         0.1, 120,
		"Grip strength is in kilograms: 1 lb is 0.4536 kg, 1 N is 0.102 kg. If the person could not grip, pass NULL and name grip in unable."},
	[CHAIR_STAND_S] = {"chair_stand_s", "s",          2,   300,
		"This is the time for five rises in seconds. If the person could not do it, pass NULL and name chair_stand in unable."},
	[ASM_KG] =        {"asm_kg",        "kg",         2,   60,
		"Appendicular skeletal muscle mass (arms and legs) is in kilograms, not grams."},
	[HEIGHT_CM] =     {"height_cm",     "cm",         100, 230,
		"Height is in centimetres: 1.72 m is 172."},
	[WEIGHT_KG] =     {"weight_kg",     "kg",         20,  350,
		"Weight is in kilograms: 1 lb is 0.4536 kg."},
	[ASM_H2_KG_M2] =  {"asm_h2_kg_m2",  "kg/m2",      1,   20,
		"This is appendicular skeletal muscle mass in kilograms over height in metres squared."},
	[GAIT_M_S] =      {"gait_m_s",      "m/s",        0.01, 3,
		"Gait speed is in metres per second: a walk of 4 m in 5 s is 0.8. If the person could not walk, pass NULL and name gait in unable."},
	[SPPB_POINTS] =   {"sppb",          "points",     0,   12,
		"The Short Physical Performance Battery runs from 0 to 12 whole points."},
	[TUG_S] =         {"tug_s",         "s",          2,   600,
		"This is the time for the timed up-and-go in seconds. If the person could not do it, pass NULL and name tug in unable."},
	[WALK_400M_S] =   {"walk_400m_s",   "s",          60,  3600,
		"This is the time for 400 m in seconds: 6 min is 360. If the person could not complete it, pass NULL and name walk_400m in unable."},
};

/* Which measurement is the result of which physical test. */
static const measurement result_of[N_PHYSICAL_TESTS] = {
	[GRIP] = GRIP_KG,
	[CHAIR_STAND] = CHAIR_STAND_S,
	[GAIT] = GAIT_M_S,
	[SPPB] = SPPB_POINTS,
	[TUG] = TUG_S,
	[WALK_400M] = WALK_400M_S,
};
/* clang-format on */

/* A given index and one derived from mass and height are rounded differently by devices. */
#define INDEX_TOLERANCE 0.1

static bool
check_limits(measurement m, double value, status *st)
{
	const measurement_limits *limit = &limits[m];

	if (value >= limit->lowest && value <= limit->highest && (m != SPPB_POINTS || value == rint(value)))
		return true;
	if (m == SPPB_POINTS && isfinite(value) && value != rint(value))
		status_fail(st, FAULT_OUT_OF_RANGE, "%s %.10g is not a whole number", limit->name, value);
	else if (isfinite(value))
		status_fail(st, FAULT_OUT_OF_RANGE, "%s %.10g is outside %g..%g %s", limit->name, value,
					limit->lowest, limit->highest, limit->unit);
	else
		status_fail(st, FAULT_OUT_OF_RANGE, "%s is not a finite number", limit->name);
	status_hint(st, "%s", limit->hint);
	return false;
}

static bool
derive_index(person *p, status *st)
{
	double		metres;
	double		index;

	if (!is_measured(p, ASM_KG) || !is_measured(p, HEIGHT_CM))
		return true;
	metres = p->value[HEIGHT_CM] / 100.0;
	index = round_to_nine_decimals(p->value[ASM_KG] / (metres * metres));
	if (is_measured(p, ASM_H2_KG_M2) && fabs(index - p->value[ASM_H2_KG_M2]) > INDEX_TOLERANCE)
	{
		status_fail(st, FAULT_INVALID_PARAMETER,
					"asm_h2_kg_m2 %.10g contradicts asm_kg %.10g and height_cm %.10g",
					p->value[ASM_H2_KG_M2], p->value[ASM_KG], p->value[HEIGHT_CM]);
		status_detail(st, "Mass over height squared is %.4g kg/m2.", index);
		status_hint(st, "Check the three values, or give only those you trust.");
		return false;
	}
	if (index < limits[ASM_H2_KG_M2].lowest || index > limits[ASM_H2_KG_M2].highest)
	{
		status_fail(st, FAULT_OUT_OF_RANGE,
					"asm_kg %.10g and height_cm %.10g do not belong together", p->value[ASM_KG],
					p->value[HEIGHT_CM]);
		status_detail(st, "Mass over height squared would be %.4g kg/m2, outside %g..%g.", index,
					  limits[ASM_H2_KG_M2].lowest, limits[ASM_H2_KG_M2].highest);
		status_hint(st, "%s", limits[ASM_KG].hint);
		return false;
	}
	p->value[ASM_H2_KG_M2] = index;
	p->measured |= 1u << ASM_H2_KG_M2;
	return true;
}

bool
prepare_person(person *p, status *st)
{
	for (measurement m = 0; m < N_MEASUREMENTS; m++)
	{
		if (!is_measured(p, m))
			continue;
		if (could_be_real(p->value[m]))
			p->value[m] = undo_real(p->value[m]);
		if (!check_limits(m, p->value[m], st))
			return false;
	}
	for (physical_test t = 0; p->unable != 0 && t < N_PHYSICAL_TESTS; t++)
		if (is_unable(p, t) && is_measured(p, result_of[t]))
		{
			status_fail(st, FAULT_INVALID_PARAMETER, "%s is %.10g, but unable names %s",
						limits[result_of[t]].name, p->value[result_of[t]],
						test_name(t));
			status_hint(st, "Name a test in unable only when it was tried and gave no result.");
			return false;
		}
	return derive_index(p, st);
}
