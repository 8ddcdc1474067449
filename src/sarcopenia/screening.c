/* screening: see screening.h. */
#include "sarcopenia/screening.h"

#include "common/decimal.h"
#include "common/limits.h"
#include "common/table.h"

#include <math.h>

/* clang-format off */
/* SARC-F, falls in the past year: PMC9020246, Table 5. Some copies have no points for three falls. */
static const struct
{
	int			most_falls; /* -1: any number */
	int			points;
} falls_points[] = {
	{0,  0},
	{3,  1},
	{-1, 2},
};

/* Barbosa-Silva 2016; the operator differs between sources, and a variant with 31 cm is in PMC7196242. */
static const struct
{
	double		men;
	double		women;
	bool		equal_is_low;
} low_calf[] = {
	[CALF_AT_MOST] =  {34, 33, true},
	[CALF_BELOW] =    {34, 33, false},
	[CALF_BELOW_31] = {31, 31, false},
};
#define LOW_CALF_POINTS 10

/* Gonzalez 2021, Am J Clin Nutr 113:1398: the 4 cm are from one secondary source. */
static const struct
{
	double		from_bmi;
	double		cm;
	bool		not_if_wasting;
} adjustments[] = {
	{0,    4,   true},
	{18.5, 0,   false},
	{25,   -3,  false},
	{30,   -7,  false},
	{40,   -12, false},
};
/* clang-format on */

static const value_limits calf = {"calf_cm", "cm", 10, 80, "Calf circumference is in centimetres."};
static const value_limits body_mass_index = LIMITS_OF_BMI;

bool
sarc_f_total(const int *points, int *total, status *st)
{
	*total = 0;
	for (int i = 0; i < SARC_F_ITEMS; i++)
	{
		if (points[i] < 0 || points[i] > 2)
		{
			status_fail(st, FAULT_OUT_OF_RANGE, "SARC-F item %d is %d, outside 0..2", i + 1,
						points[i]);
			status_hint(st, "Items have 0 (none), 1 (some) or 2 points; sarc_f_falls() makes points of a number of falls.");
			return false;
		}
		*total += points[i];
	}
	return true;
}

bool
sarc_f_falls(int falls, int *points, status *st)
{
	int			row = 0;

	if (falls < 0 || falls > 365)
	{
		status_fail(st, FAULT_OUT_OF_RANGE, "falls %d is outside 0..365", falls);
		status_hint(st, "This is the number of falls in the past year.");
		return false;
	}
	while (falls_points[row].most_falls >= 0 && falls > falls_points[row].most_falls)
		row++;
	*points = falls_points[row].points;
	return true;
}

bool
sarc_calf_total(int sarc_f, double calf_cm, sex of_sex, sarc_calf_variant variant, int *total,
				status *st)
{
	double		limit = of_sex == MALE ? low_calf[variant].men : low_calf[variant].women;

	if (sarc_f < 0 || sarc_f > 2 * SARC_F_ITEMS)
	{
		status_fail(st, FAULT_OUT_OF_RANGE, "sarc_f %d is outside 0..10", sarc_f);
		status_hint(st, "This is the total of SARC-F, without the calf.");
		return false;
	}
	calf_cm = undo_real(calf_cm);
	if (!check_limits(&calf, calf_cm, st))
		return false;
	*total = sarc_f;
	if (calf_cm < limit || (low_calf[variant].equal_is_low && calf_cm == limit))
		*total += LOW_CALF_POINTS;
	return true;
}

bool
adjust_calf(double calf_cm, double bmi, int wasting, double *adjusted, bool *known, status *st)
{
	int			row = ENTRIES(adjustments) - 1;

	bmi = round_to_nine_decimals(undo_real(bmi));
	calf_cm = undo_real(calf_cm);
	if (!check_limits(&calf, calf_cm, st) || !check_limits(&body_mass_index, bmi, st))
		return false;
	while (bmi < adjustments[row].from_bmi)
		row--;
	*known = !adjustments[row].not_if_wasting || wasting != UNKNOWN;
	*adjusted = calf_cm;
	if (!adjustments[row].not_if_wasting || wasting == 0)
		*adjusted = round_to_nine_decimals(calf_cm + adjustments[row].cm);
	return true;
}
