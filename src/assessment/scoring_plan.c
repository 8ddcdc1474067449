/* scoring_plan: see scoring_plan.h. First the layout, then what fills it. */
#include "assessment/scoring_plan.h"

#include <math.h>
#include <stdlib.h>

#define MAX_EXACT (INT64_C(1) << 53)

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

static bool
in_a_total(const instrument_definition *def, const scale_definition *scale)
{
	for (int t = 0; t < def->n_totals; t++)
		for (int m = 0; m < def->totals[t].n_members; m++)
			if (strcmp(def->totals[t].members[m].scale, scale->code) == 0)
				return true;
	return false;
}

static int
ascending(const void *a, const void *b)
{
	int64_t		x = *(const int64_t *) a;
	int64_t		y = *(const int64_t *) b;

	return (x > y) - (x < y);
}

/*
 * The range of a scale's score. Where items differ in their ranges, the mean of
 * the fewest items that give a score can lie outside the range of a complete
 * form: the extremes are those of the lowest lows and of the highest highs.
 */
static void
fill_range(plan_scale *scale, const int16_t *listed, const plan_item *items)
{
	int64_t		lows[MAX_MEMBERS];
	int64_t		highs[MAX_MEMBERS];
	int64_t		low = 0;
	int64_t		high = 0;
	int			n = scale->n_members;
	int			fewest = scale->min_answered;
	double		ends[2];

	for (int i = 0; i < n; i++)
	{
		/* Reversing an item within its range leaves the range as it is. */
		lows[i] = items[listed[i]].lowest;
		highs[i] = items[listed[i]].highest;
	}
	qsort(lows, (size_t) n, sizeof(lows[0]), ascending);
	qsort(highs, (size_t) n, sizeof(highs[0]), ascending);
	for (int i = 0; i < fewest; i++)
	{
		low += lows[i];
		high += highs[n - 1 - i];
	}
	ends[0] = (double) (scale->slope * low + scale->intercept * fewest) /
		(double) ((int64_t) scale->width * fewest);
	ends[1] = (double) (scale->slope * high + scale->intercept * fewest) /
		(double) ((int64_t) scale->width * fewest);
	scale->lowest = fmin(ends[0], ends[1]);
	scale->highest = fmax(ends[0], ends[1]);
}

static void
fill_scale(const item_names *names, const scale_definition *source, plan_scale *scale,
		   plan_member *members, const plan_item *items)
{
	int16_t		listed[MAX_MEMBERS];
	int16_t		reversed[MAX_MEMBERS];
	bool		all_reversed =
		source->reversed != NULL && strcmp(source->reversed, ALL_REVERSED) == 0;
	int			n = item_list(names, source->items, source->code, listed, NULL);
	int			n_reversed =
		all_reversed ? 0 : item_list(names, source->reversed, source->code, reversed, NULL);

	scale->n_members = (uint16_t) n;
	scale->n_items = (uint32_t) n;
	scale->min_answered = (uint16_t) source->min_answered;
	scale->direction = (uint8_t) source->direction;
	scale->statistic = (uint8_t) source->statistic;
	scale->not_asked_if = -1;
	if (source->not_asked_if != NULL)
	{
		int16_t		asked[MAX_MEMBERS];

		item_list(names, source->not_asked_if, source->code, asked, NULL);
		scale->not_asked_if = asked[0];
		scale->answered_as = source->answered_as;
	}
	if (source->statistic == MEAN_MAPPED)
	{
		scale->mean_at[0] = source->mean_at.low;
		scale->mean_at[1] = source->mean_at.high;
		scale->score_at[0] = source->score_at.low;
		scale->score_at[1] = source->score_at.high;
		scale->width = source->mean_at.high - source->mean_at.low;
		scale->slope = source->score_at.high - source->score_at.low;
		scale->intercept = (int64_t) source->score_at.low * scale->width -
			(int64_t) source->mean_at.low * scale->slope;
	}
	else
	{
		scale->width = 1;
		scale->slope = n;
		scale->intercept = 0;
	}
	for (int i = 0; i < n; i++)
	{
		bool		is_reversed = all_reversed || lists_item(reversed, n_reversed, listed[i]);

		members[i].index = (int16_t) (is_reversed ? names->n + listed[i] : listed[i]);
	}
	fill_range(scale, listed, items);
}

static bool
fill_total(const instrument_definition *def, const total_definition *source, plan_scale *total,
		   plan_member *members, const plan_scale *scales, status *st)
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
		total->lowest += scale->lowest;
		total->highest += scale->highest;
	}
	total->lowest /= total->divisor;
	total->highest /= total->divisor;
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

/*
 * The least number that every denominator of every scale in a total divides,
 * and per scale the factors that bring its score to it.
 */
static bool
fill_factors(const instrument_definition *def, scoring_plan *plan, plan_scale *scales, status *st)
{
	int64_t		common = 1;

	for (int i = 0; i < def->n_scales; i++)
		for (int n = scales[i].min_answered; scales[i].factors != 0 && n <= scales[i].n_members; n++)
		{
			int64_t		denominator = (int64_t) scales[i].width * n;

			common *= denominator / greatest_common_divisor(common, denominator);
			if (common > MAX_EXACT)
				return refuse_inexact(def, st);
		}
	for (int i = 0; i < def->n_scales; i++)
		for (int n = scales[i].min_answered; scales[i].factors != 0 && n <= scales[i].n_members; n++)
			((int64_t *) ((char *) plan + scales[i].factors))[n] =
				common / ((int64_t) scales[i].width * n);

	for (int t = def->n_scales; t < plan->n_scales; t++)
	{
		const plan_member *members = plan_members(plan, &scales[t]);
		double		largest = 0; /* that any partial sum can become */

		for (int m = 0; m < scales[t].n_members; m++)
		{
			const plan_scale *scale = &scales[members[m].index];

			largest += fmax(fabs(scale->lowest), fabs(scale->highest)) + abs(members[m].constant);
		}
		if (largest * (double) common > (double) MAX_EXACT ||
			(double) common * scales[t].divisor > (double) MAX_EXACT)
			return refuse_inexact(def, st);
	}
	plan->common_denominator = common;
	return true;
}

/* Number of items in a list that has been checked. */
static int
count_items(const item_names *names, const scale_definition *scale)
{
	int16_t		items[MAX_MEMBERS];

	return item_list(names, scale->items, scale->code, items, NULL);
}

/* Lays out everything that does not depend on arithmetic. */
static size_t
lay_out(const instrument_definition *def, const item_names *names, scoring_plan *plan)
{
	writer		out = {(char *) plan, 0};
	scoring_plan head = {0};
	int			n_members = 0;
	plan_scale *scales;

	head.n_items = (uint16_t) names->n;
	head.n_scales = (uint16_t) (def->n_scales + def->n_totals);
	head.n_totals = (uint16_t) def->n_totals;
	head.n_missing_codes = (uint32_t) def->n_missing_codes;
	for (int i = 0; i < def->n_scales; i++)
		n_members += count_items(names, &def->scales[i]);
	for (int i = 0; i < def->n_totals; i++)
		n_members += def->totals[i].n_members;

	reserve(&out, sizeof(scoring_plan));
	head.items = reserve(&out, sizeof(plan_item) * (size_t) head.n_items);
	head.scales = reserve(&out, sizeof(plan_scale) * head.n_scales);
	head.members = reserve(&out, sizeof(plan_member) * (size_t) n_members);
	head.missing_codes = reserve(&out, sizeof(int32_t) * (size_t) def->n_missing_codes);
	head.code = write_text(&out, def->code);
	for (int i = 0; i < names->n; i++)
	{
		uint32_t	name = write_text(&out, names->name[i]);

		if (plan != NULL)
			((plan_item *) (out.base + head.items))[i] =
				(plan_item){def->groups[names->group[i]].lowest,
							def->groups[names->group[i]].highest, name};
	}
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
			texts.factors =
				reserve(&out, sizeof(int64_t) * ((size_t) count_items(names, scale) + 1));
		if (scales != NULL)
			scales[i] = texts;
	}
	head.size = (uint32_t) out.used;
	if (plan != NULL)
	{
		*plan = head;
		for (int i = 0; i < def->n_missing_codes; i++)
			((int32_t *) (out.base + head.missing_codes))[i] = def->missing_codes[i];
	}
	return out.used;
}

size_t
scoring_plan_size(const instrument_definition *definition, status *st)
{
	item_names	names;

	if (!instrument_check(definition, st) || !item_names_fill(definition, &names, st))
		return 0;
	return lay_out(definition, &names, NULL);
}

bool
scoring_plan_build(const instrument_definition *definition, scoring_plan *plan, status *st)
{
	plan_item  *items;
	plan_scale *scales;
	plan_member *members;
	int			next_member = 0;
	item_names	names;

	if (!item_names_fill(definition, &names, st))
		return false;
	memset(plan, 0, lay_out(definition, &names, NULL));
	lay_out(definition, &names, plan);
	items = (plan_item *) ((char *) plan + plan->items);
	scales = (plan_scale *) ((char *) plan + plan->scales);
	members = (plan_member *) ((char *) plan + plan->members);

	for (int i = 0; i < plan->n_scales; i++)
	{
		plan_scale *scale = &scales[i];

		scale->first_member = (uint16_t) next_member;
		if (i < definition->n_scales)
			fill_scale(&names, &definition->scales[i], scale, members + next_member, items);
		else if (!fill_total(definition, &definition->totals[i - definition->n_scales], scale,
							 members + next_member, scales, st))
			return false;
		next_member += scale->n_members;
		if (i < definition->n_scales && definition->scales[i].reversed != NULL)
			plan->has_reversed = true;
	}
	return fill_factors(definition, plan, scales, st);
}

int
scoring_plan_find(const scoring_plan *plan, const char *code, size_t length)
{
	const plan_scale *scales = plan_scales(plan);

	for (int i = 0; i < plan->n_scales; i++)
		if (plan_text_is(plan, scales[i].code, code, length) ||
			plan_text_is(plan, scales[i].alias, code, length))
			return i;
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
