/* The scales of a scoring_plan, and the slots that they read; see plan_parts.h. */
#include "assessment/plan_parts.h"

static bool
is_all_reversed(const scale_definition *scale)
{
	return scale->reversed != NULL && strcmp(scale->reversed, ALL_REVERSED) == 0;
}

/* What a scale makes of each of its items. */
typedef struct scale_items
{
	int			n;
	int16_t		item[MAX_MEMBERS];
	bool		is_reversed[MAX_MEMBERS];
	const item_coding *coding[MAX_MEMBERS];
} scale_items;

static void
list_scale_items(const instrument_definition *def, const item_names *names,
				 const scale_definition *scale, scale_items *list)
{
	int16_t		reversed[MAX_MEMBERS];
	const item_coding *codings[MAX_ITEMS];
	bool		all_reversed = is_all_reversed(scale);
	int			n_reversed =
		all_reversed ? 0 : item_list(names, scale->reversed, scale->code, reversed, NULL);

	codings_by_item(def, names, scale, codings, NULL);
	list->n = item_list(names, scale->items, scale->code, list->item, NULL);
	for (int i = 0; i < list->n; i++)
	{
		list->is_reversed[i] = all_reversed || lists_item(reversed, n_reversed, list->item[i]);
		list->coding[i] = codings[list->item[i]];
	}
}

static int
find_derived(const derived_sources *sources, int item, const item_coding *coding)
{
	for (int i = 0; i < sources->n; i++)
		if (sources->at[i].item == item && sources->at[i].coding == coding)
			return i;
	return -1;
}

bool
collect_derived(const instrument_definition *def, const item_names *names,
				derived_sources *sources, status *st)
{
	sources->n = 0;
	for (int s = 0; s < def->n_scales; s++)
	{
		scale_items list;

		list_scale_items(def, names, &def->scales[s], &list);
		for (int i = 0; i < list.n; i++)
		{
			if (!list.is_reversed[i] && list.coding[i] == NULL)
				continue;
			if (find_derived(sources, list.item[i], list.coding[i]) >= 0)
				continue;
			if (names->n + sources->n == MAX_SLOTS)
				return status_fail(st, FAULT_LIMIT_EXCEEDED,
								   "instrument \"%s\" reverses and codes too many items",
								   def->code);
			sources->at[sources->n++] = (derived_source){list.item[i], list.coding[i]};
		}
	}
	return true;
}

static void
widen(plan_derived *derived, int value)
{
	if (value < derived->lowest)
		derived->lowest = value;
	if (value > derived->highest)
		derived->highest = value;
}

/* The rows of a table of values, each with its place for a missing answer. */
static void
fill_tabulated(const item_coding *coding, int n_answers, int64_t *slots)
{
	int			n_rows = coding->n_values / n_answers;
	const int  *value = coding->values;

	for (int row = 0; row < n_rows; row++)
	{
		*slots++ = coding->fills_missing ? SLOT_OF(coding->missing_as) : 0;
		for (int i = 0; i < n_answers; i++)
			*slots++ = SLOT_OF(*value++);
	}
}

void
fill_derived(const scoring_plan *plan, const derived_source *source, const item_names *names,
			 plan_derived *derived)
{
	const plan_item *item = &plan_items(plan)[source->item];
	const item_coding *coding = source->coding;
	int64_t    *slots = (int64_t *) ((char *) plan + derived->slots);
	int32_t    *up_to = (int32_t *) ((char *) plan + derived->up_to);

	derived->item = (int16_t) source->item;
	derived->by = -1;
	if (coding == NULL)
	{
		derived->kind = MIRRORED;
		derived->mirror = 2 * SLOT_OF(0) + item->lowest + item->highest;
		derived->lowest = item->lowest;
		derived->highest = item->highest;
		return;
	}
	derived->fills_missing = coding->fills_missing;
	derived->lowest = INT32_MAX;
	derived->highest = INT32_MIN;
	if (coding->fills_missing)
		widen(derived, coding->missing_as);
	for (int i = 0; i < coding->n_values; i++)
		widen(derived, coding->values[i]);
	for (int i = 0; i < coding->n_steps; i++)
		widen(derived, coding->steps[i].value);
	if (coding->n_steps == 0)
	{
		derived->kind = TABULATED;
		if (coding->by != NULL)
		{
			int16_t		by[MAX_MEMBERS];

			item_list(names, coding->by, "", by, NULL);
			derived->by = by[0];
		}
		fill_tabulated(coding, item->highest - item->lowest + 1, slots);
		return;
	}
	derived->kind = STEPPED;
	derived->n_steps = (uint16_t) coding->n_steps;
	slots[0] = coding->fills_missing ? SLOT_OF(coding->missing_as) : 0;
	for (int i = 0; i < coding->n_steps; i++)
	{
		up_to[i] = coding->steps[i].up_to;
		slots[i + 1] = SLOT_OF(coding->steps[i].value);
	}
}

static int
ascending(const void *a, const void *b)
{
	int64_t		x = *(const int64_t *) a;
	int64_t		y = *(const int64_t *) b;

	return (x > y) - (x < y);
}

/* The lowest and highest values of the members, sorted. */
typedef struct extremes
{
	int64_t		low[MAX_MEMBERS];
	int64_t		high[MAX_MEMBERS];
} extremes;

static void
gather_extremes(const scoring_plan *plan, const plan_scale *scale, const plan_member *members,
				extremes *values)
{
	for (int i = 0; i < scale->n_members; i++)
	{
		const plan_derived *derived = plan_member_derived(plan, &members[i]);
		const plan_item *item = &plan_items(plan)[members[i].index % plan->n_items];

		values->low[i] = derived != NULL ? derived->lowest : item->lowest;
		values->high[i] = derived != NULL ? derived->highest : item->highest;
	}
	qsort(values->low, scale->n_members, sizeof(values->low[0]), ascending);
	qsort(values->high, scale->n_members, sizeof(values->high[0]), ascending);
}

/* Sum of the lowest lows, or of the highest highs, of so many members. */
static int64_t
lowest_sum(const extremes *values, int n)
{
	int64_t		sum = 0;

	for (int i = 0; i < n; i++)
		sum += values->low[i];
	return sum;
}

static int64_t
highest_sum(const extremes *values, int n_members, int n)
{
	int64_t		sum = 0;

	for (int i = 0; i < n; i++)
		sum += values->high[n_members - 1 - i];
	return sum;
}

static double
rounded(double score, int rounding)
{
	return rounding == ROUNDED_UP ? ceil(score)
		: rounding == ROUNDED_TO_NEAREST ? floor(score + 0.5)
										 : score;
}

/*
 * The range of a mapped or prorated score. Where items differ in their ranges,
 * the mean of the fewest items that give a score can lie outside the range of a
 * complete form: the extremes are those of the lowest lows and the highest highs.
 */
static void
fill_range(plan_scale *scale, const extremes *values)
{
	int			fewest = scale->min_answered;
	int64_t		low = lowest_sum(values, fewest);
	int64_t		high = highest_sum(values, scale->n_members, fewest);
	double		divisor = (double) ((int64_t) scale->width * fewest);
	double		ends[2];

	ends[0] = (double) (scale->slope * low + scale->intercept * fewest) / divisor;
	ends[1] = (double) (scale->slope * high + scale->intercept * fewest) / divisor;
	scale->lowest = rounded(fmin(ends[0], ends[1]), scale->rounding);
	scale->highest = rounded(fmax(ends[0], ends[1]), scale->rounding);
}

/* Scores looked up: the table must have one for each sum that can be. */
static bool
fill_table(const scoring_plan *plan, const scale_definition *source, plan_scale *scale,
		   const extremes *values, status *st)
{
	const score_table *table = &source->table;
	int64_t		first = lowest_sum(values, scale->n_members);
	int64_t		last = highest_sum(values, scale->n_members, scale->n_members);
	int32_t    *scores = (int32_t *) ((char *) plan + scale->table);

	if (table->first != first || table->first + (int64_t) table->n_scores - 1 != last)
	{
		status_fail(st, FAULT_INVALID_PARAMETER,
					"the table of scale \"%s\" does not have one score for each sum", source->code);
		status_detail(st, "It has scores for %d to %lld, and its items add up to %lld to %lld.",
					  table->first, (long long) table->first + table->n_scores - 1,
					  (long long) first, (long long) last);
		return false;
	}
	scale->first_sum = table->first;
	scale->n_table = table->n_scores;
	scale->result_unit = 1;
	for (int i = 0; i < table->decimals; i++)
		scale->result_unit *= 10;
	for (int i = 0; i < table->n_scores; i++)
		scores[i] = table->scores[i];
	scale->lowest = (double) table->scores[0] / scale->result_unit;
	scale->highest = (double) table->scores[table->n_scores - 1] / scale->result_unit;
	if (scale->lowest > scale->highest)
	{
		double		swap = scale->lowest;

		scale->lowest = scale->highest;
		scale->highest = swap;
	}
	return true;
}

static void
fill_formula(const scale_definition *source, plan_scale *scale)
{
	scale->width = 1;
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
		scale->slope = scale->n_members;
	scale->result_unit = 1;
	scale->is_plain = source->rounding == NOT_ROUNDED &&
		(source->statistic == MEAN_MAPPED || source->statistic == SUM_PRORATED);
}

static bool
refuse_range(const plan_scale *scale, const scale_definition *source, int low, int high, status *st)
{
	return status_fail(st, FAULT_INVALID_PARAMETER,
					   "scores of scale \"%s\" run from %g to %g, outside its range %d..%d",
					   source->code, scale->lowest, scale->highest, low, high);
}

/* Scores must stay where the definition says they lie. */
static bool
check_range(const scale_definition *source, const plan_scale *scale, status *st)
{
	int			low = source->range.low;
	int			high = source->range.high;

	if (low == high && source->statistic == MEAN_MAPPED)
	{
		low = source->score_at.low < source->score_at.high ? source->score_at.low
														   : source->score_at.high;
		high = source->score_at.low < source->score_at.high ? source->score_at.high
															: source->score_at.low;
	}
	if (low != high && (scale->lowest < low || scale->highest > high))
		return refuse_range(scale, source, low, high, st);
	return true;
}

bool
fill_scale(const scoring_plan *plan, const instrument_definition *def, const item_names *names,
		   const derived_sources *sources, const scale_definition *source, plan_scale *scale,
		   plan_member *members, status *st)
{
	scale_items list;
	extremes	values;

	list_scale_items(def, names, source, &list);
	scale->n_members = (uint16_t) list.n;
	scale->n_items = (uint32_t) list.n;
	scale->min_answered = (uint16_t) source->min_answered;
	scale->direction = (uint8_t) source->direction;
	scale->statistic = (uint8_t) source->statistic;
	scale->rounding = (uint8_t) source->rounding;
	scale->not_asked_if = -1;
	if (source->not_asked_if != NULL)
	{
		int16_t		asked[MAX_MEMBERS];

		item_list(names, source->not_asked_if, source->code, asked, NULL);
		scale->not_asked_if = asked[0];
		scale->answered_as = source->answered_as;
	}
	for (int i = 0; i < list.n; i++)
	{
		members[i].index = list.item[i];
		if (list.is_reversed[i] || list.coding[i] != NULL)
			members[i].index =
				(int16_t) (names->n + find_derived(sources, list.item[i], list.coding[i]));
		if (list.coding[i] != NULL && list.coding[i]->fills_missing)
			scale->n_filled++;
	}
	fill_formula(source, scale);
	gather_extremes(plan, scale, members, &values);
	if (source->statistic == SUM_LOOKED_UP)
	{
		if (!fill_table(plan, source, scale, &values, st))
			return false;
	}
	else if (source->statistic == COMPUTED)
	{
		scale->compute = source->compute;
		scale->result_unit = source->unit == 0 ? 1 : source->unit;
		scale->lowest = source->range.low;
		scale->highest = source->range.high;
	}
	else
		fill_range(scale, &values);
	return check_range(source, scale, st);
}
