/* scoring: see scoring.h. */
#include "assessment/scoring.h"

/* A scale's score before the division: numerator / (width x answered). */
typedef struct exact_score
{
	int64_t		numerator;
	int32_t		answered;
	bool		present;
} exact_score;

/* The item ranges, in words: "items 1 to 28 take 1 to 4, items 29 to 30 take 1 to 7". */
bool
refuse_answer(const scoring_plan *plan, int item, int32_t answer, status *st)
{
	const plan_item *items = plan_items(plan);
	int			first = item;
	int			last = item;

	while (first > 0 && items[first - 1].lowest == items[item].lowest &&
		   items[first - 1].highest == items[item].highest)
		first--;
	while (last + 1 < plan->n_items && items[last + 1].lowest == items[item].lowest &&
		   items[last + 1].highest == items[item].highest)
		last++;

	status_fail(st, FAULT_OUT_OF_RANGE, "value %d of item %d is outside %d..%d", answer, item + 1,
				items[item].lowest, items[item].highest);
	status_detail(st, "%s items %d to %d take %d to %d.", plan_text(plan, plan->code), first + 1,
				  last + 1, items[item].lowest, items[item].highest);
	status_hint(st, "Map the site's missing-data codes to NULL before scoring.");
	return false;
}

bool
refuse_length(const scoring_plan *plan, int n_answers, status *st)
{
	status_fail(st, FAULT_INVALID_PARAMETER, "%d answers given, but %s has %d items", n_answers,
				plan_text(plan, plan->code), plan->n_items);
	status_hint(st, "Give one array element for each item, in item order, NULL where not answered.");
	return false;
}

bool
check_answers(const scoring_plan *plan, const int32_t *answers, int n_answers, status *st)
{
	const plan_item *items = plan_items(plan);

	if (n_answers != plan->n_items)
		return refuse_length(plan, n_answers, st);
	for (int i = 0; i < n_answers; i++)
		if (!answer_allowed(&items[i], answers[i]))
			return refuse_answer(plan, i, answers[i], st);
	return true;
}

static inline exact_score
exact_from_items(const scoring_plan *plan, const plan_scale *scale, const int32_t *answers)
{
	const plan_member *members = plan_members(plan, scale);
	exact_score result = {0};
	int64_t		sum = 0;

	for (int i = 0; i < scale->n_members; i++)
	{
		int32_t		answer = answers[members[i].index];

		if (answer != ANSWER_MISSING)
		{
			sum += (int64_t) members[i].sign * answer + members[i].constant;
			result.answered++;
		}
	}
	result.present = result.answered >= scale->min_answered;
	result.numerator = scale->slope * sum + (int64_t) scale->intercept * result.answered;
	return result;
}

/* The one division of a scale. */
static inline scale_score
divide(const plan_scale *scale, exact_score exact)
{
	scale_score result = {0, exact.answered, exact.present};

	if (exact.present)
		result.score = (double) exact.numerator / (double) ((int64_t) scale->width * exact.answered);
	return result;
}

/*
 * A total over the scales in exact[], which is indexed like the plan's scales.
 * Numerators are brought to the common denominator, so the sum is exact.
 */
static scale_score
score_total(const scoring_plan *plan, const plan_scale *total, const exact_score *exact)
{
	const plan_scale *scales = plan_scales(plan);
	const plan_member *members = plan_members(plan, total);
	scale_score result = {0, 0, true};
	int64_t		sum = 0;

	for (int i = 0; i < total->n_members; i++)
	{
		int			k = members[i].index;

		result.answered += exact[k].answered;
		if (exact[k].present)
			sum += members[i].sign * exact[k].numerator *
				plan_factors(plan, &scales[k])[exact[k].answered] +
				members[i].constant * plan->common_denominator;
		else
			result.present = false;
	}
	if (result.present)
		result.score = (double) sum / (double) (plan->common_denominator * total->divisor);
	return result;
}

void
score_scale(const scoring_plan *plan, int scale, const int32_t *answers, scale_score *result)
{
	const plan_scale *scales = plan_scales(plan);
	exact_score exact[MAX_SCALES];
	const plan_member *members;

	if (!scales[scale].is_total)
	{
		*result = divide(&scales[scale], exact_from_items(plan, &scales[scale], answers));
		return;
	}
	members = plan_members(plan, &scales[scale]);
	for (int i = 0; i < scales[scale].n_members; i++)
		exact[members[i].index] =
			exact_from_items(plan, &scales[members[i].index], answers);
	*result = score_total(plan, &scales[scale], exact);
}

void
score_all(const scoring_plan *plan, const int32_t *answers, scale_score *results)
{
	const plan_scale *scales = plan_scales(plan);
	exact_score exact[MAX_SCALES];

	for (int i = 0; i < plan->n_scales; i++)
	{
		if (scales[i].is_total)
			results[i] = score_total(plan, &scales[i], exact);
		else
		{
			exact[i] = exact_from_items(plan, &scales[i], answers);
			results[i] = divide(&scales[i], exact[i]);
		}
	}
}
