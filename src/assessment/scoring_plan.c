/* scoring_plan: see scoring_plan.h. First the rules a definition must keep, then the layout. */
#include "assessment/scoring_plan.h"

#include <stdlib.h>
#include <string.h>

#define MAX_EXACT (INT64_C(1) << 53)

/* ---- rules ---- */

static bool
check_ranges(const instrument_definition *def, status *st)
{
	int			next = 1;

	if (def->n_items < 1 || def->n_items > MAX_ITEMS)
		return status_fail(st, FAULT_LIMIT_EXCEEDED, "instrument \"%s\" has %d items", def->code,
						   def->n_items);
	for (int i = 0; i < def->n_ranges; i++)
	{
		const answer_range *range = &def->ranges[i];

		if (range->first_item != next || range->last_item < range->first_item)
			return status_fail(st, FAULT_INVALID_PARAMETER,
							   "answer ranges of instrument \"%s\" leave a gap or overlap at item %d",
							   def->code, next);
		if (range->lowest >= range->highest || range->lowest < -MAX_MAGNITUDE ||
			range->highest > MAX_MAGNITUDE)
			return status_fail(st, FAULT_INVALID_PARAMETER,
							   "items %d to %d of instrument \"%s\" have no usable answer range",
							   range->first_item, range->last_item, def->code);
		next = range->last_item + 1;
	}
	if (next != def->n_items + 1)
		return status_fail(st, FAULT_INVALID_PARAMETER,
						   "answer ranges of instrument \"%s\" end at item %d of %d", def->code,
						   next - 1, def->n_items);
	return true;
}

static bool
contains(const int16_t *items, int n, int item)
{
	for (int i = 0; i < n; i++)
		if (items[i] == item)
			return true;
	return false;
}

static bool
check_scale(const instrument_definition *def, const scale_definition *scale, status *st)
{
	if (scale->n_items < 1 || scale->n_items > MAX_MEMBERS)
		return status_fail(st, FAULT_LIMIT_EXCEEDED, "scale \"%s\" has %d items", scale->code,
						   scale->n_items);
	for (int i = 0; i < scale->n_items; i++)
	{
		if (scale->items[i] < 1 || scale->items[i] > def->n_items)
			return status_fail(st, FAULT_INVALID_PARAMETER, "scale \"%s\" names item %d of %d",
							   scale->code, scale->items[i], def->n_items);
		if (contains(scale->items, i, scale->items[i]))
			return status_fail(st, FAULT_INVALID_PARAMETER, "scale \"%s\" names item %d twice",
							   scale->code, scale->items[i]);
	}
	for (int i = 0; i < scale->n_reversed; i++)
		if (!contains(scale->items, scale->n_items, scale->reversed[i]))
			return status_fail(st, FAULT_INVALID_PARAMETER,
							   "scale \"%s\" reverses item %d, which it does not use", scale->code,
							   scale->reversed[i]);
	if (scale->min_answered < 1 || scale->min_answered > scale->n_items)
		return status_fail(st, FAULT_INVALID_PARAMETER, "scale \"%s\" needs %d of %d items",
						   scale->code, scale->min_answered, scale->n_items);
	if (scale->statistic == MEAN_MAPPED && scale->mean_at.low >= scale->mean_at.high)
		return status_fail(st, FAULT_INVALID_PARAMETER, "scale \"%s\" maps an empty range",
						   scale->code);
	return true;
}

static int
find_scale(const instrument_definition *def, const char *code)
{
	for (int i = 0; i < def->n_scales; i++)
		if (strcmp(def->scales[i].code, code) == 0)
			return i;
	return -1;
}

static bool
check_total(const instrument_definition *def, const total_definition *total, status *st)
{
	if (total->n_members < 1 || total->n_members > def->n_scales)
		return status_fail(st, FAULT_INVALID_PARAMETER, "total \"%s\" has %d scales", total->code,
						   total->n_members);
	for (int i = 0; i < total->n_members; i++)
		if (find_scale(def, total->members[i].scale) < 0)
			return status_fail(st, FAULT_INVALID_PARAMETER,
							   "total \"%s\" names scale \"%s\", which is not defined", total->code,
							   total->members[i].scale);
	return true;
}

/* Every code and alias names one scale or total only. */
static bool
check_names(const instrument_definition *def, status *st)
{
	const char *names[2 * MAX_SCALES];
	int			n = 0;

	for (int i = 0; i < def->n_scales; i++)
	{
		names[n++] = def->scales[i].code;
		if (def->scales[i].alias != NULL)
			names[n++] = def->scales[i].alias;
	}
	for (int i = 0; i < def->n_totals; i++)
	{
		names[n++] = def->totals[i].code;
		if (def->totals[i].alias != NULL)
			names[n++] = def->totals[i].alias;
	}
	for (int i = 0; i < n; i++)
		for (int j = 0; j < i; j++)
			if (strcmp(names[i], names[j]) == 0)
				return status_fail(st, FAULT_INVALID_PARAMETER,
								   "instrument \"%s\" has two scales named \"%s\"", def->code,
								   names[i]);
	return true;
}

static bool
check_definition(const instrument_definition *def, status *st)
{
	if (!check_ranges(def, st))
		return false;
	if (def->n_scales < 1 || def->n_totals < 0 || def->n_scales + def->n_totals > MAX_SCALES)
		return status_fail(st, FAULT_LIMIT_EXCEEDED, "instrument \"%s\" has %d scales", def->code,
						   def->n_scales + def->n_totals);
	for (int i = 0; i < def->n_scales; i++)
		if (!check_scale(def, &def->scales[i], st))
			return false;
	for (int i = 0; i < def->n_totals; i++)
		if (!check_total(def, &def->totals[i], st))
			return false;
	return check_names(def, st);
}

/* ---- layout ---- */

/*
 * The parts of a plan are laid one after another. The same walk measures and
 * writes: with base NULL it only counts.
 */
typedef struct writer
{
	char	   *base;
	size_t		used;
} writer;

static uint32_t
reserve(writer *out, size_t bytes)
{
	uint32_t	at = (uint32_t) out->used;

	out->used += (bytes + 7) & ~(size_t) 7;
	return at;
}

static uint32_t
write_text(writer *out, const char *text)
{
	size_t		bytes;
	uint32_t	at;

	if (text == NULL)
		return 0;
	bytes = strlen(text) + 1;
	at = reserve(out, bytes);
	if (out->base != NULL)
		memcpy(out->base + at, text, bytes);
	return at;
}

static const answer_range *
range_of_item(const instrument_definition *def, int item)
{
	const answer_range *range = def->ranges;

	while (item > range->last_item)
		range++;
	return range;
}

static bool
in_a_total(const instrument_definition *def, const scale_definition *scale)
{
	for (int t = 0; t < def->n_totals; t++)
		for (int m = 0; m < def->totals[t].n_members; m++)
			if (strcmp(def->totals[t].members[m].scale, scale->code) == 0)
				return true;
	return false;
}

/* The lowest or highest value that an item can add to a scale. */
static int64_t
extreme_item(const plan_item *items, const plan_member *member, bool highest)
{
	const plan_item *item = &items[member->index];
	bool		raw_highest = (member->sign > 0) == highest;

	return (int64_t) member->sign * (raw_highest ? item->highest : item->lowest) + member->constant;
}

/* The score of a scale, as the quotient of two whole numbers. */
static int64_t
scale_numerator(const plan_scale *scale, int64_t sum, int answered)
{
	return scale->slope * sum + (int64_t) scale->intercept * answered;
}

static void
fill_scale(const instrument_definition *def, const scale_definition *source, plan_scale *scale,
		   plan_member *members, const plan_item *items)
{
	int64_t		low = 0;
	int64_t		high = 0;
	double		ends[2];

	scale->n_members = (uint16_t) source->n_items;
	scale->n_items = (uint32_t) source->n_items;
	scale->min_answered = (uint16_t) source->min_answered;
	scale->direction = (uint8_t) source->direction;
	scale->statistic = (uint8_t) source->statistic;
	if (source->statistic == MEAN_MAPPED)
	{
		scale->mean_at[0] = source->mean_at.low;
		scale->mean_at[1] = source->mean_at.high;
		scale->score_at[0] = source->score_at.low;
		scale->score_at[1] = source->score_at.high;
		scale->width = source->mean_at.high - source->mean_at.low;
		scale->slope = source->score_at.high - source->score_at.low;
		scale->intercept = source->score_at.low * scale->width - source->mean_at.low * scale->slope;
	}
	else
	{
		scale->width = 1;
		scale->slope = source->n_items;
		scale->intercept = 0;
	}
	for (int i = 0; i < source->n_items; i++)
	{
		const answer_range *range = range_of_item(def, source->items[i]);
		bool		reversed = contains(source->reversed, source->n_reversed, source->items[i]);

		members[i].index = (int16_t) (source->items[i] - 1);
		members[i].sign = reversed ? -1 : 1;
		members[i].constant = reversed ? range->lowest + range->highest : 0;
		low += extreme_item(items, &members[i], false);
		high += extreme_item(items, &members[i], true);
	}
	ends[0] = (double) scale_numerator(scale, low, source->n_items) /
		((double) scale->width * source->n_items);
	ends[1] = (double) scale_numerator(scale, high, source->n_items) /
		((double) scale->width * source->n_items);
	scale->lowest = ends[0] < ends[1] ? ends[0] : ends[1];
	scale->highest = ends[0] < ends[1] ? ends[1] : ends[0];
}

static void
fill_total(const instrument_definition *def, const total_definition *source, plan_scale *total,
		   plan_member *members, const plan_scale *scales)
{
	total->is_total = 1;
	total->n_members = (uint16_t) source->n_members;
	total->min_answered = (uint16_t) source->n_members;
	total->direction = (uint8_t) source->direction;
	total->statistic = (uint8_t) source->statistic;
	total->divisor = source->statistic == MEAN_OF_SCALES ? source->n_members : 1;
	for (int i = 0; i < source->n_members; i++)
	{
		const plan_scale *scale = &scales[find_scale(def, source->members[i].scale)];
		bool		reversed = source->members[i].reversed;

		members[i].index = (int16_t) (scale - scales);
		members[i].sign = reversed ? -1 : 1;
		members[i].constant = reversed ? (int32_t) (scale->lowest + scale->highest) : 0;
		total->n_items += scale->n_items;
		total->lowest += scale->lowest;
		total->highest += scale->highest;
	}
	total->lowest /= total->divisor;
	total->highest /= total->divisor;
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

/*
 * The least number that every denominator of every scale in a total divides,
 * and per scale the factors that bring its score to it.
 */
static bool
fill_factors(const instrument_definition *def, scoring_plan *plan, plan_scale *scales, status *st)
{
	int64_t		common = 1;
	double		largest = 0;

	for (int i = 0; i < def->n_scales; i++)
		for (int n = scales[i].min_answered; scales[i].factors != 0 && n <= scales[i].n_members; n++)
		{
			int64_t		denominator = (int64_t) scales[i].width * n;

			common *= denominator / greatest_common_divisor(common, denominator);
			if (common > MAX_EXACT)
				return status_fail(st, FAULT_LIMIT_EXCEEDED,
								   "totals of instrument \"%s\" cannot be computed exactly",
								   def->code);
		}
	for (int i = 0; i < def->n_scales; i++)
		for (int n = scales[i].min_answered; scales[i].factors != 0 && n <= scales[i].n_members; n++)
			((int64_t *) ((char *) plan + scales[i].factors))[n] =
				common / ((int64_t) scales[i].width * n);

	/* Scores and their range ends are at most this far from zero in a total. */
	for (int i = def->n_scales; i < plan->n_scales; i++)
	{
		double		total = (scales[i].highest > -scales[i].lowest ? scales[i].highest
																   : -scales[i].lowest);

		total *= (double) common * scales[i].divisor * 4;
		largest = total > largest ? total : largest;
	}
	if (largest > (double) MAX_EXACT)
		return status_fail(st, FAULT_LIMIT_EXCEEDED,
						   "totals of instrument \"%s\" cannot be computed exactly", def->code);
	plan->common_denominator = common;
	return true;
}

/* Lays out everything that does not depend on arithmetic. */
static size_t
lay_out(const instrument_definition *def, scoring_plan *plan)
{
	writer		out = {(char *) plan, 0};
	scoring_plan head = {0};
	int			n_members = 0;
	plan_scale *scales;

	head.n_items = (uint16_t) def->n_items;
	head.n_scales = (uint16_t) (def->n_scales + def->n_totals);
	head.n_totals = (uint16_t) def->n_totals;
	for (int i = 0; i < def->n_scales; i++)
		n_members += def->scales[i].n_items;
	head.n_item_members = (uint16_t) n_members;
	for (int i = 0; i < def->n_totals; i++)
		n_members += def->totals[i].n_members;

	reserve(&out, sizeof(scoring_plan));
	head.items = reserve(&out, sizeof(plan_item) * (size_t) head.n_items);
	head.scales = reserve(&out, sizeof(plan_scale) * head.n_scales);
	head.members = reserve(&out, sizeof(plan_member) * (size_t) n_members);
	head.code = write_text(&out, def->code);
	scales = plan == NULL ? NULL : (plan_scale *) (out.base + head.scales);
	for (int i = 0; i < head.n_scales; i++)
	{
		bool		is_total = i >= def->n_scales;
		const scale_definition *scale = is_total ? NULL : &def->scales[i];
		const total_definition *total = is_total ? &def->totals[i - def->n_scales] : NULL;
		plan_scale	texts = {0};

		texts.code = write_text(&out, is_total ? total->code : scale->code);
		texts.alias = write_text(&out, is_total ? total->alias : scale->alias);
		texts.name = write_text(&out, is_total ? total->name : scale->name);
		texts.source =
			write_text(&out, is_total && total->source != NULL ? total->source : def->source);
		texts.mark = (uint8_t) def->mark;
		if (!is_total && in_a_total(def, scale))
			texts.factors = reserve(&out, sizeof(int64_t) * ((size_t) scale->n_items + 1));
		if (scales != NULL)
			scales[i] = texts;
	}
	head.size = (uint32_t) out.used;
	if (plan != NULL)
		*plan = head;
	return out.used;
}

size_t
scoring_plan_size(const instrument_definition *definition, status *st)
{
	if (!check_definition(definition, st))
		return 0;
	return lay_out(definition, NULL);
}

bool
scoring_plan_build(const instrument_definition *definition, scoring_plan *plan, status *st)
{
	plan_item  *items;
	plan_scale *scales;
	plan_member *members;
	int			next_member = 0;

	memset(plan, 0, lay_out(definition, NULL));
	lay_out(definition, plan);
	items = (plan_item *) ((char *) plan + plan->items);
	scales = (plan_scale *) ((char *) plan + plan->scales);
	members = (plan_member *) ((char *) plan + plan->members);

	for (int i = 0; i < definition->n_items; i++)
	{
		const answer_range *range = range_of_item(definition, i + 1);

		items[i].lowest = range->lowest;
		items[i].highest = range->highest;
	}
	for (int i = 0; i < plan->n_scales; i++)
	{
		plan_scale *scale = &scales[i];

		scale->first_member = (uint16_t) next_member;
		if (i < definition->n_scales)
			fill_scale(definition, &definition->scales[i], scale, members + next_member, items);
		else
			fill_total(definition, &definition->totals[i - definition->n_scales], scale,
					   members + next_member, scales);
		for (int m = 0; m < scale->n_members; m++)
			members[next_member++].scale = (int16_t) i;
	}
	return fill_factors(definition, plan, scales, st);
}

int
scoring_plan_find(const scoring_plan *plan, const char *code, size_t length)
{
	const plan_scale *scales = plan_scales(plan);

	for (int i = 0; i < plan->n_scales; i++)
	{
		const char *name = plan_text(plan, scales[i].code);
		const char *alias = plan_text(plan, scales[i].alias);

		if (strncmp(name, code, length) == 0 && name[length] == '\0')
			return i;
		if (scales[i].alias != 0 && strncmp(alias, code, length) == 0 && alias[length] == '\0')
			return i;
	}
	return -1;
}

const scoring_plan *
builtin_plan(int index, status *st)
{
	static const scoring_plan **plans = NULL;
	size_t		size;
	scoring_plan *plan;

	if (plans == NULL)
		plans = calloc((size_t) instrument_count(), sizeof(*plans));
	if (plans != NULL && plans[index] != NULL)
		return plans[index];

	size = scoring_plan_size(instrument_at(index), st);
	if (size == 0)
		return NULL;
	plan = plans == NULL ? NULL : malloc(size);
	if (plan == NULL)
	{
		status_fail(st, FAULT_LIMIT_EXCEEDED, "out of memory");
		return NULL;
	}
	if (!scoring_plan_build(instrument_at(index), plan, st))
	{
		free(plan);
		return NULL;
	}
	plans[index] = plan;
	return plan;
}
