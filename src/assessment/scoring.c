/* scoring: see scoring.h. */
#include "assessment/scoring.h"

/* A scale's score before the division by plan_denominator(scale, counted). */
typedef struct exact_score
{
	int64_t		numerator;
	int32_t		counted;  /* items answered, or filled by their coding */
	int32_t		answered; /* items answered */
	bool		present;
} exact_score;

/* The detail names the whole run of items that share the range. */
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

	status_fail(st, FAULT_OUT_OF_RANGE, "value %d of item %s is outside %d..%d", answer,
				plan_text(plan, items[item].name), items[item].lowest, items[item].highest);
	status_detail(st, "%s items %s to %s take %d to %d.", plan_text(plan, plan->code),
				  plan_text(plan, items[first].name), plan_text(plan, items[last].name),
				  items[item].lowest, items[item].highest);
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

int
refuse_lowest_integer(const scoring_plan *plan, const int32_t *answers, int n_missing, status *st)
{
	int			item = 0;

	while (answers[item] != ANSWER_MISSING)
		item++;
	refuse_answer(plan, item, ANSWER_MISSING, st);
	if (n_missing == 0)
		return item;
	status_fail(st, FAULT_OUT_OF_RANGE, "value %d is outside the range of its item",
				ANSWER_MISSING);
	status_hint(st, "Map the site's missing-data codes to NULL before scoring.");
	return -1;
}

static bool
is_code(const int32_t *codes, int n_codes, int32_t answer)
{
	for (int i = 0; i < n_codes; i++)
		if (codes[i] == answer)
			return true;
	return false;
}

bool
check_missing_codes(const scoring_plan *plan, const int32_t *codes, int n_codes, status *st)
{
	const plan_item *items = plan_items(plan);

	for (int c = 0; c < n_codes; c++)
		for (int i = 0; i < plan->n_items; i++)
			if (answer_in_range(&items[i], codes[c]))
			{
				status_fail(st, FAULT_INVALID_PARAMETER, "missing code %d is an answer of item %s",
							codes[c], plan_text(plan, items[i].name));
				status_hint(st, "Map this code to NULL in the answers where it means missing.");
				return false;
			}
	return true;
}

int
apply_missing_codes(const scoring_plan *plan, const int32_t *codes, int n_codes,
					const int32_t *answers, int n_answers, int32_t *cleaned)
{
	int			n_missing = 0;

	for (int i = 0; i < n_answers; i++)
	{
		bool		missing = is_code(codes, n_codes, answers[i]) ||
			is_code(plan_missing_codes(plan), (int) plan->n_missing_codes, answers[i]);

		cleaned[i] = missing ? ANSWER_MISSING : answers[i];
		n_missing += missing;
	}
	return n_missing;
}

#define ONE_ANSWERED (INT64_C(1) << 32)

/* The value in a slot. */
static inline int32_t
slot_value(int64_t slot)
{
	return slot == 0 ? ANSWER_MISSING : (int32_t) (uint32_t) (uint64_t) slot;
}

/* Place of an answer in a row of a table of slots, which begins with no answer. */
static inline int64_t
place_of(const plan_item *item, int64_t slot)
{
	return slot == 0 ? 0 : slot - ONE_ANSWERED - item->lowest + 1;
}

static int64_t
tabulated_slot(const scoring_plan *plan, const plan_derived *derived, const checked_form *form)
{
	const plan_item *item = &plan_items(plan)[derived->item];
	const int64_t *slots = (const int64_t *) ((const char *) plan + derived->slots);
	int64_t		row = 0;

	if (derived->by >= 0)
		row = place_of(&plan_items(plan)[derived->by], form->slot[derived->by]);
	return slots[row * (item->highest - item->lowest + 2) +
				 place_of(item, form->slot[derived->item])];
}

static int64_t
stepped_slot(const scoring_plan *plan, const plan_derived *derived, const checked_form *form)
{
	const int64_t *slots = (const int64_t *) ((const char *) plan + derived->slots);
	const int32_t *up_to = (const int32_t *) ((const char *) plan + derived->up_to);
	int32_t		answer = slot_value(form->slot[derived->item]);
	int			step = 0;

	if (answer == ANSWER_MISSING)
		return slots[0];
	while (answer > up_to[step])
		step++;
	return slots[step + 1];
}

/* Fills the slots of reversed and coded answers. */
static void
derive_slots(const scoring_plan *plan, checked_form *form)
{
	const plan_derived *derived = plan_derived_slots(plan);
	int64_t    *next = &form->slot[plan->n_items];

	for (int i = 0; i < plan->n_derived; i++, derived++)
	{
		int64_t		slot = form->slot[derived->item];

		if (derived->kind == MIRRORED)
			*next++ = slot == 0 ? 0 : derived->mirror - slot;
		else if (derived->kind == TABULATED)
			*next++ = tabulated_slot(plan, derived, form);
		else
			*next++ = stepped_slot(plan, derived, form);
	}
}

bool
check_answers(const scoring_plan *plan, const int32_t *answers, int n_answers, int n_missing,
			  checked_form *form, status *st)
{
	const plan_item *items = plan_items(plan);
	int			found_missing = 0;

	if (n_answers != plan->n_items)
		return refuse_length(plan, n_answers, st);
	for (int i = 0; i < n_answers; i++)
	{
		form->slot[i] = ONE_ANSWERED + answers[i];
		if (answer_in_range(&items[i], answers[i]))
			continue;
		if (answers[i] != ANSWER_MISSING)
			return refuse_answer(plan, i, answers[i], st);
		form->slot[i] = 0;
		found_missing++;
	}
	if (found_missing != n_missing)
	{
		refuse_lowest_integer(plan, answers, n_missing, st);
		return false;
	}
	if (plan->n_derived > 0)
		derive_slots(plan, form);
	return true;
}

/* The result of a function of the instrument. */
static bool
compute(const scoring_plan *plan, const plan_scale *scale, const checked_form *form,
		int64_t *numerator)
{
	const plan_member *members = plan_members(plan, scale);
	int32_t		values[MAX_MEMBERS];

	for (int i = 0; i < scale->n_members; i++)
		values[i] = slot_value(form->slot[members[i].index]);
	return scale->compute(values, numerator);
}

/* The whole number next to numerator / denominator. */
static int64_t
round_quotient(int64_t numerator, int64_t denominator, int rounding)
{
	int64_t		quotient;
	int64_t		rest;

	if (rounding == ROUNDED_TO_NEAREST)
	{
		numerator = 2 * numerator + denominator;
		denominator *= 2;
	}
	quotient = numerator / denominator;
	rest = numerator % denominator;
	if (rounding == ROUNDED_UP)
		return quotient + (rest > 0);
	return quotient - (rest < 0);
}

static int
count_answered(const scoring_plan *plan, const plan_scale *scale, const checked_form *form)
{
	const plan_member *members = plan_members(plan, scale);
	int			n = 0;

	for (int i = 0; i < scale->n_members; i++)
		n += form->slot[plan_member_item(plan, &members[i])] != 0;
	return n;
}

/* What the formula of scoring_plan.h does not say. */
static void
finish_score(const scoring_plan *plan, const plan_scale *scale, const checked_form *form,
			 int32_t sum, exact_score *result)
{
	if (!result->present)
		return;
	if (scale->statistic == SUM_LOOKED_UP)
		result->numerator = plan_score_table(plan, scale)[sum - scale->first_sum];
	else if (scale->statistic == COMPUTED)
		result->present = compute(plan, scale, form, &result->numerator);
	else
		result->numerator = round_quotient(
			result->numerator, (int64_t) scale->width * result->counted, scale->rounding);
}

/* A scale that was not asked has no score, whatever was answered. */
static inline exact_score
exact_score_of(const scoring_plan *plan, const plan_scale *scale, const checked_form *form)
{
	const plan_member *members = plan_members(plan, scale);
	exact_score result;
	int64_t		total = 0;
	int32_t		sum;

	for (int i = 0; i < scale->n_members; i++)
		total += form->slot[members[i].index];
	sum = (int32_t) (uint32_t) (uint64_t) total;
	result.counted = (int32_t) ((total - sum) >> 32);
	result.answered = result.counted;
	result.numerator = scale->slope * (int64_t) sum + scale->intercept * result.counted;
	result.present = result.counted >= scale->min_answered &&
		(scale->not_asked_if < 0 ||
		 form->slot[scale->not_asked_if] != ONE_ANSWERED + scale->answered_as);
	if (scale->n_filled > 0)
		result.answered = count_answered(plan, scale, form);
	if (!scale->is_plain)
		finish_score(plan, scale, form, sum, &result);
	return result;
}

/* The one division of a scale. */
static inline scale_score
divide(const plan_scale *scale, exact_score exact)
{
	scale_score result = {0, exact.answered, exact.present};

	if (exact.present)
		result.score = (double) exact.numerator / (double) plan_denominator(scale, exact.counted);
	return result;
}

/* The members' scores against a norm population, weighted; in the order of the table. */
static double
standardised_sum(const scoring_plan *plan, const plan_scale *total, const exact_score *exact)
{
	const plan_scale *scales = plan_scales(plan);
	const plan_member *members = plan_members(plan, total);
	const plan_weight *weights = plan_weights(plan, total);
	double		sum = 0;

	for (int i = 0; i < total->n_members; i++)
	{
		int			k = members[i].index;

		sum += weights[i].weight *
			((divide(&scales[k], exact[k]).score - weights[i].mean) / weights[i].sd);
	}
	return 50 + 10 * sum;
}

/* Answered items of a total whose scales have items in common. */
static int
count_answered_once(const scoring_plan *plan, const plan_scale *total, const checked_form *form)
{
	const plan_member *members = plan_members(plan, total);
	bool		seen[MAX_ITEMS] = {false};
	int			n = 0;

	for (int i = 0; i < total->n_members; i++)
	{
		const plan_scale *scale = &plan_scales(plan)[members[i].index];
		const plan_member *items = plan_members(plan, scale);

		for (int j = 0; j < scale->n_members; j++)
		{
			int			item = plan_member_item(plan, &items[j]);

			n += !seen[item] && form->slot[item] != 0;
			seen[item] = true;
		}
	}
	return n;
}

/*
 * A total over the scales in exact[], which is indexed like the plan's scales.
 * Numerators are brought to the common denominator, so the sum is exact.
 */
static scale_score
score_total(const scoring_plan *plan, const plan_scale *total, const exact_score *exact,
			const checked_form *form)
{
	const plan_scale *scales = plan_scales(plan);
	const plan_member *members = plan_members(plan, total);
	bool		is_exact = total->statistic != STANDARDISED_SUM;
	scale_score result = {0, 0, true};
	int64_t		sum = 0;

	for (int i = 0; i < total->n_members; i++)
	{
		int			k = members[i].index;

		result.answered += exact[k].answered;
		if (!exact[k].present)
			result.present = false;
		else if (is_exact)
			sum += members[i].sign * exact[k].numerator *
				plan_factors(plan, &scales[k])[exact[k].counted] +
				members[i].constant * plan->common_denominator;
	}
	if (total->shares_items)
		result.answered = count_answered_once(plan, total, form);
	result.present = result.present && result.answered >= total->min_answered;
	if (result.present && !is_exact)
		result.score = standardised_sum(plan, total, exact);
	else if (result.present)
		result.score = (double) sum / (double) (plan->common_denominator * total->divisor);
	return result;
}

void
score_scale(const scoring_plan *plan, int scale, const checked_form *form, scale_score *result)
{
	const plan_scale *scales = plan_scales(plan);
	const plan_scale *wanted = &scales[scale];
	const plan_member *members = plan_members(plan, wanted);
	exact_score exact[MAX_SCALES];

	if (!wanted->is_total)
	{
		*result = divide(wanted, exact_score_of(plan, wanted, form));
		return;
	}
	for (int i = 0; i < wanted->n_members; i++)
		exact[members[i].index] = exact_score_of(plan, &scales[members[i].index], form);
	*result = score_total(plan, wanted, exact, form);
}

void
score_all(const scoring_plan *plan, const checked_form *form, scale_score *results)
{
	const plan_scale *scales = plan_scales(plan);
	int			n_item_scales = plan->n_scales - plan->n_totals;
	exact_score exact[MAX_SCALES];

	for (int i = 0; i < n_item_scales; i++)
	{
		exact[i] = exact_score_of(plan, &scales[i], form);
		results[i] = divide(&scales[i], exact[i]);
	}
	for (int i = n_item_scales; i < plan->n_scales; i++)
		results[i] = score_total(plan, &scales[i], exact, form);
}
