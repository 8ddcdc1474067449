/* measurement: see measurement.h. */
#include "sarcopenia/measurement.h"

#include "common/decimal.h"
#include "common/limits.h"
#include "common/test_set.h"

#include <math.h>
#include <stddef.h>

/* clang-format off */
static const value_limits limits[N_MEASUREMENTS] = {
	[AGE] =           LIMITS_OF_AGE,
	[GRIP_KG] =       {"grip_kg",       "kg",         0.1, 120,
		"Grip strength is in kilograms: 1 lb is 0.4536 kg, 1 N is 0.102 kg. If the person could not grip, pass NULL and name grip in unable."},
	[CHAIR_STAND_S] = {"chair_stand_s", "s",          2,   300,
		"This is the time for five rises in seconds. If the person could not do it, pass NULL and name chair_stand in unable."},
	[ASM_KG] =        {"asm_kg",        "kg",         2,   60,
		"Appendicular skeletal muscle mass (arms and legs) is in kilograms, not grams."},
	[HEIGHT_CM] =     LIMITS_OF_HEIGHT_CM,
	[WEIGHT_KG] =     LIMITS_OF_WEIGHT_KG,
	[ASM_H2_KG_M2] =  {"asm_h2_kg_m2",  "kg/m2",      1,   20,
		"This is appendicular skeletal muscle mass in kilograms over height in metres squared."},
	[GAIT_M_S] =      {"gait_m_s",      "m/s",        0.01, 3,
		"Gait speed is in metres per second: a walk of 4 m in 5 s is 0.8. If the person could not walk, pass NULL and name gait in unable."},
	[SPPB_POINTS] =   {"sppb",          "points",     0,   12,
		"The Short Physical Performance Battery runs from 0 to 12 whole points.", WHOLE_NUMBERS},
	[TUG_S] =         {"tug_s",         "s",          2,   600,
		"This is the time for the timed up-and-go in seconds. If the person could not do it, pass NULL and name tug in unable."},
	[WALK_400M_S] =   {"walk_400m_s",   "s",          60,  3600,
		"This is the time for 400 m in seconds: 6 min is 360. If the person could not complete it, pass NULL and name walk_400m in unable."},
	[BMI_KG_M2] =     LIMITS_OF_BMI,
	[SMM_KG] =        {"smm_kg",        "kg",         4,   100,
		"Total skeletal muscle mass (of the whole body, not of arms and legs) is in kilograms."},
	[L3_SMI_CM2_M2] = {"l3_smi_cm2_m2", "cm2/m2",     5,   150,
		"This is the muscle area at the third lumbar vertebra in cm2 over height in metres squared: 1 cm2 is 100 mm2."},
	[ASM_BMI] =       {"asm_bmi",       "m2",         0.05, 5,
		"This is appendicular skeletal muscle mass in kilograms over body mass index."},
	[GRIP_BMI] =      {"grip_bmi",      "m2",         0.001, 10,
		"This is grip strength in kilograms over body mass index."},
	[SMM_H2_KG_M2] =  {"smm_h2_kg_m2",  "kg/m2",      2,   40,
		"This is total skeletal muscle mass in kilograms over height in metres squared."},
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

/* Mass over height squared, and by how much a given index may differ: devices round differently. */
static const struct
{
	measurement mass;
	measurement index;
	double		tolerance;
} over_height_squared[] = {
	{WEIGHT_KG, BMI_KG_M2,    0.5},
	{ASM_KG,    ASM_H2_KG_M2, 0.1},
	{SMM_KG,    SMM_H2_KG_M2, 0.1},
};

/* A part is not more than the whole. */
static const struct
{
	measurement part;
	measurement whole;
} parts[] = {
	{ASM_KG, SMM_KG},
	{ASM_KG, WEIGHT_KG},
	{SMM_KG, WEIGHT_KG},
};
/* clang-format on */

const char *
measurement_name(measurement m)
{
	return limits[m].name;
}

bool
check_as_measurement(measurement m, double value, status *st)
{
	return check_limits(&limits[m], value, st);
}

bool
check_measurement(person *p, measurement m, status *st)
{
	if (could_be_real(p->value[m]))
		p->value[m] = undo_real(p->value[m]);
	return check_limits(&limits[m], p->value[m], st);
}

bool
check_unable(const person *p, physical_test t, status *st)
{
	measurement m = result_of[t];

	if (!is_unable(p, t) || !is_measured(p, m))
		return true;
	status_fail(st, FAULT_INVALID_PARAMETER, "%s is %.10g, but unable names %s", limits[m].name,
				p->value[m], test_name(t));
	status_hint(st, "Name a test in unable only when it was tried and gave no result.");
	return false;
}

static bool
derive_over_height_squared(person *p, double metres, int i, status *st)
{
	measurement mass = over_height_squared[i].mass;
	measurement m = over_height_squared[i].index;
	double		index = round_to_nine_decimals(p->value[mass] / (metres * metres));

	if (is_measured(p, m) && fabs(index - p->value[m]) > over_height_squared[i].tolerance)
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "%s %.10g contradicts %s %.10g and height_cm %.10g",
					limits[m].name, p->value[m], limits[mass].name, p->value[mass],
					p->value[HEIGHT_CM]);
		status_detail(st, "%s over height squared is %.4g kg/m2.",
					  mass == WEIGHT_KG ? "Weight" : "Mass", index);
		status_hint(st, "Check the three values, or give only those you trust.");
		return false;
	}
	if (!in_limits(&limits[m], index))
	{
		status_fail(st, FAULT_OUT_OF_RANGE, "%s %.10g and height_cm %.10g do not belong together",
					limits[mass].name, p->value[mass], p->value[HEIGHT_CM]);
		status_detail(st, "%s over height squared would be %.4g kg/m2, outside %g..%g.",
					  mass == WEIGHT_KG ? "Weight" : "Mass", index, limits[m].lowest,
					  limits[m].highest);
		status_hint(st, "%s", limits[mass].hint);
		return false;
	}
	p->value[m] = index;
	p->measured |= 1u << m;
	return true;
}

static void
derive_over_bmi(person *p, measurement of, measurement index)
{
	p->value[index] = round_to_nine_decimals(p->value[of] / p->value[BMI_KG_M2]);
	p->measured |= 1u << index;
}

bool
derive_indices(person *p, status *st)
{
	const uint32_t masses = 1u << WEIGHT_KG | 1u << ASM_KG | 1u << SMM_KG;

	if (is_measured(p, HEIGHT_CM) && p->measured & masses)
	{
		double		metres = p->value[HEIGHT_CM] / 100.0;

		for (int i = 0; i < 3; i++)
			if (is_measured(p, over_height_squared[i].mass) &&
				!derive_over_height_squared(p, metres, i, st))
				return false;
	}
	if (is_measured(p, BMI_KG_M2))
	{
		if (is_measured(p, ASM_KG))
			derive_over_bmi(p, ASM_KG, ASM_BMI);
		if (is_measured(p, GRIP_KG))
			derive_over_bmi(p, GRIP_KG, GRIP_BMI);
	}
	for (int i = 0; p->measured & masses && i < 3; i++)
		if (is_measured(p, parts[i].part) && is_measured(p, parts[i].whole) &&
			p->value[parts[i].part] >= p->value[parts[i].whole])
		{
			status_fail(st, FAULT_INVALID_PARAMETER, "%s %.10g is not below %s %.10g",
						limits[parts[i].part].name, p->value[parts[i].part],
						limits[parts[i].whole].name, p->value[parts[i].whole]);
			status_hint(st, "%s", limits[parts[i].part].hint);
			return false;
		}
	return true;
}

/* Nearly every value is in its limits, and no float4: then there is nothing more to check. */
static inline bool
is_fine(measurement m, double value)
{
	return in_limits(&limits[m], value) && !could_be_real(value);
}

bool
prepare_person(person *p, status *st)
{
	for (measurement m = 0; m < N_ARGUMENTS; m++)
		if (is_measured(p, m) && !is_fine(m, p->value[m]) && !check_measurement(p, m, st))
			return false;
	for (physical_test t = 0; p->unable != 0 && t < N_PHYSICAL_TESTS; t++)
		if (!check_unable(p, t, st))
			return false;
	return derive_indices(p, st);
}
