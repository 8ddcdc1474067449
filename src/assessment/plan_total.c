/* The totals of a scoring_plan; see plan_parts.h. */
#include "assessment/plan_parts.h"

#define MAX_EXACT (INT64_C(1) << 53)

bool
in_exact_total(const instrument_definition *def, const scale_definition *scale)
{
	for (int t = 0; t < def->n_totals; t++)
		for (int m = 0; m < def->totals[t].n_members; m++)
			if (def->totals[t].statistic != STANDARDISED_SUM &&
				strcmp(def->totals[t].members[m].scale, scale->code) == 0)
				return true;
	return false;
}

/*
 * The range is that of the extremes of all members at once, by the operations
 * that make the score, in their order: so no score is outside, not by one bit.
 */
static void
fill_standardised(const scoring_plan *plan, const total_definition *source, plan_scale *total,
				  const plan_scale *scales)
{
	plan_weight *weights = (plan_weight *) ((char *) plan + total->weights);
	const plan_member *members = plan_members(plan, total);
	double		lowest = 0;
	double		highest = 0;

	for (int i = 0; i < source->n_members; i++)
	{
		const total_member *member = &source->members[i];
		const plan_scale *scale = &scales[members[i].index];
		double		at_lowest = member->weight * ((scale->lowest - member->mean) / member->sd);
		double		at_highest = member->weight * ((scale->highest - member->mean) / member->sd);

		weights[i] = (plan_weight){member->mean, member->sd, member->weight};
		lowest += fmin(at_lowest, at_highest);
		highest += fmax(at_lowest, at_highest);
	}
	total->lowest = 50 + 10 * lowest;
	total->highest = 50 + 10 * highest;
}

/* An item in two scales of a total is one item of the total. */
static void
count_shared_items(const scoring_plan *plan, plan_scale *total, const plan_member *members,
				   const plan_scale *scales)
{
	bool		seen[MAX_ITEMS] = {false};

	for (int i = 0; i < total->n_members; i++)
	{
		const plan_scale *scale = &scales[members[i].index];
		const plan_member *items = plan_members(plan, scale);

		for (int j = 0; j < scale->n_members; j++)
		{
			int			item = plan_member_item(plan, &items[j]);

			total->shares_items = total->shares_items || seen[item];
			total->n_items -= seen[item];
			seen[item] = true;
		}
	}
}

bool
fill_total(const scoring_plan *plan, const instrument_definition *def,
		   const total_definition *source, plan_scale *total, plan_member *members,
		   const plan_scale *scales, status *st)
{
	total->is_total = 1;
	total->n_members = (uint16_t) source->n_members;
	total->min_answered = (uint16_t) source->min_items;
	total->not_asked_if = -1;
	total->direction = (uint8_t) source->direction;
	total->statistic = (uint8_t) source->statistic;
	total->divisor = source->statistic == MEAN_OF_SCALES ? source->n_members : 1;
	for (int i = 0; i < source->n_members; i++)
	{
		const plan_scale *scale = &scales[instrument_scale(def, source->members[i].scale)];
		bool		reversed = source->members[i].reversed;
		double		mirror = reversed ? scale->lowest + scale->highest : 0;

		if (mirror != rint(mirror) || fabs(mirror) > INT32_MAX)
			return status_fail(st, FAULT_INVALID_PARAMETER,
							   "total \"%s\" cannot reverse scale \"%s\", which runs from %g to %g",
							   source->code, source->members[i].scale, scale->lowest,
							   scale->highest);
		members[i].index = (int16_t) (scale - scales);
		members[i].sign = reversed ? -1 : 1;
		members[i].constant = (int32_t) mirror;
		total->n_items += scale->n_items;
	}
	count_shared_items(plan, total, members, scales);
	if (source->min_items < 0 || source->min_items > (int) total->n_items)
		return status_fail(st, FAULT_INVALID_PARAMETER, "total \"%s\" needs %d of %u items",
						   source->code, source->min_items, total->n_items);
	if (source->statistic == STANDARDISED_SUM)
		fill_standardised(plan, source, total, scales);
	return true;
}

static int64_t
greatest_common_divisor(int64_t a, int64_t b)
{
	while (b != 0)
	{
		int64_t		rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

static bool
refuse_inexact(const instrument_definition *def, status *st)
{
	return status_fail(st, FAULT_LIMIT_EXCEEDED,
					   "totals of instrument \"%s\" cannot be computed exactly", def->code);
}

/* Whether the sums of a total stay below 2^53. */
static bool
is_exact(const scoring_plan *plan, const plan_scale *total, const plan_scale *scales)
{
	const plan_member *members = plan_members(plan, total);
	double		common = (double) plan->common_denominator;
	double		largest = 0; /* that any partial sum can become */

	for (int m = 0; m < total->n_members; m++)
	{
		const plan_scale *scale = &scales[members[m].index];

		largest += fmax(fabs(scale->lowest), fabs(scale->highest)) + abs(members[m].constant);
	}
	return largest * common <= (double) MAX_EXACT && common * total->divisor <= (double) MAX_EXACT;
}

/*
 * The range of a total in exact arithmetic: sums of floating-point ends can miss
 * the score of a form at the end by one bit. A scale's end is a whole number of
 * 1/common_denominator.
 */
static void
fill_exact_range(const scoring_plan *plan, plan_scale *total, const plan_scale *scales)
{
	const plan_member *members = plan_members(plan, total);
	double		common = (double) plan->common_denominator;
	int64_t		lowest = 0;
	int64_t		highest = 0;

	for (int m = 0; m < total->n_members; m++)
	{
		const plan_scale *scale = &scales[members[m].index];

		lowest += llrint(scale->lowest * common);
		highest += llrint(scale->highest * common);
	}
	total->lowest = (double) lowest / (double) (plan->common_denominator * total->divisor);
	total->highest = (double) highest / (double) (plan->common_denominator * total->divisor);
}

/*
 * The least number that every denominator of every scale in a total divides,
 * and per scale the factors that bring its score to it.
 */
bool
fill_factors(const instrument_definition *def, scoring_plan *plan, plan_scale *scales, status *st)
{
	int64_t		common = 1;

	for (int i = 0; i < def->n_scales; i++)
		for (int n = scales[i].min_answered; scales[i].factors != 0 && n <= scales[i].n_members; n++)
		{
			int64_t		denominator = plan_denominator(&scales[i], n);

			common *= denominator / greatest_common_divisor(common, denominator);
			if (common > MAX_EXACT)
				return refuse_inexact(def, st);
		}
	for (int i = 0; i < def->n_scales; i++)
		for (int n = scales[i].min_answered; scales[i].factors != 0 && n <= scales[i].n_members; n++)
			((int64_t *) ((char *) plan + scales[i].factors))[n] =
				common / plan_denominator(&scales[i], n);
	plan->common_denominator = common;
	for (int t = def->n_scales; t < plan->n_scales; t++)
	{
		if (scales[t].statistic == STANDARDISED_SUM)
			continue;
		if (!is_exact(plan, &scales[t], scales))
			return refuse_inexact(def, st);
		fill_exact_range(plan, &scales[t], scales);
	}
	return true;
}
