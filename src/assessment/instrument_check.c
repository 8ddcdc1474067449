/* The rules that a definition of an instrument must keep. */
#include "assessment/instrument.h"

#include <math.h>
#include <string.h>

bool
lists_item(const int16_t *items, int n_items, int item)
{
	for (int i = 0; i < n_items; i++)
		if (items[i] == item)
			return true;
	return false;
}

int
instrument_scale(const instrument_definition *def, const char *code)
{
	for (int i = 0; i < def->n_scales; i++)
		if (strcmp(def->scales[i].code, code) == 0)
			return i;
	return -1;
}

static bool
check_groups(const instrument_definition *def, status *st)
{
	for (int g = 0; g < def->n_groups; g++)
	{
		const item_group *group = &def->groups[g];

		if (group->lowest >= group->highest || group->lowest < -MAX_MAGNITUDE ||
			group->highest > MAX_MAGNITUDE)
			return status_fail(st, FAULT_INVALID_PARAMETER,
							   "items \"%.60s\" of instrument \"%s\" have no usable answer range",
							   group->items, def->code);
		for (int m = 0; m < def->n_missing_codes; m++)
			if (def->missing_codes[m] >= group->lowest && def->missing_codes[m] <= group->highest)
				return status_fail(st, FAULT_INVALID_PARAMETER,
								   "missing code %d of instrument \"%s\" is an answer of items \"%.60s\"",
								   def->missing_codes[m], def->code, group->items);
	}
	return true;
}

static bool
is_span(score_span span)
{
	return span.low >= -MAX_MAGNITUDE && span.low <= MAX_MAGNITUDE && span.high >= -MAX_MAGNITUDE &&
		span.high <= MAX_MAGNITUDE && span.low != span.high;
}

/* A table of scores keeps to one direction: a slipped digit seldom does. */
static bool
check_table(const scale_definition *scale, status *st)
{
	const score_table *table = &scale->table;
	bool		ascends = true;
	bool		descends = true;

	if (table->n_scores < 2 || table->decimals < 0 || table->decimals > MAX_DECIMALS)
		return status_fail(st, FAULT_INVALID_PARAMETER, "scale \"%s\" has no usable table",
						   scale->code);
	for (int i = 0; i < table->n_scores; i++)
	{
		if (table->scores[i] < -MAX_MAGNITUDE || table->scores[i] > MAX_MAGNITUDE)
			return status_fail(st, FAULT_INVALID_PARAMETER,
							   "the table of scale \"%s\" has a score that is too large",
							   scale->code);
		ascends = ascends && (i == 0 || table->scores[i] >= table->scores[i - 1]);
		descends = descends && (i == 0 || table->scores[i] <= table->scores[i - 1]);
	}
	if (!ascends && !descends)
		return status_fail(st, FAULT_INVALID_PARAMETER,
						   "the table of scale \"%s\" goes up and down", scale->code);
	return true;
}

/* What the statistic needs. */
static bool
check_statistic(const scale_definition *scale, int n_items, status *st)
{
	if (scale->rounding != NOT_ROUNDED && scale->statistic != MEAN_MAPPED &&
		scale->statistic != SUM_PRORATED)
		return status_fail(st, FAULT_INVALID_PARAMETER, "scale \"%s\" cannot be rounded",
						   scale->code);
	switch (scale->statistic)
	{
		case MEAN_MAPPED:
			if (!is_span(scale->mean_at) || !is_span(scale->score_at) ||
				scale->mean_at.low > scale->mean_at.high)
				return status_fail(st, FAULT_INVALID_PARAMETER,
								   "scale \"%s\" maps an empty or too wide range", scale->code);
			return true;
		case SUM_LOOKED_UP:
			if (scale->min_answered != n_items)
				return status_fail(st, FAULT_INVALID_PARAMETER,
								   "scale \"%s\" has a table, so it needs all of its %d items",
								   scale->code, n_items);
			return check_table(scale, st);
		case COMPUTED:
			if (scale->compute == NULL || scale->rule == NULL || !is_span(scale->range) || scale->unit < 0)
				return status_fail(st, FAULT_INVALID_PARAMETER,
								   "scale \"%s\" is not computable", scale->code);
			return true;
		default:
			return true;
	}
}

static bool
check_scale(const instrument_definition *def, const item_names *names,
			const scale_definition *scale, status *st)
{
	int16_t		items[MAX_MEMBERS];
	int16_t		reversed[MAX_MEMBERS];
	int16_t		asked[MAX_MEMBERS];
	const item_coding *codings[MAX_ITEMS];
	int			n_items = item_list(names, scale->items, scale->code, items, st);
	int			n_reversed = 0;

	if (n_items < 0)
		return false;
	if (n_items == 0)
		return status_fail(st, FAULT_INVALID_PARAMETER, "scale \"%s\" has no items", scale->code);
	if (!codings_by_item(def, names, scale, codings, st))
		return false;
	if (scale->n_codings > 0 && scale->reversed != NULL &&
		strcmp(scale->reversed, ALL_REVERSED) == 0)
		return status_fail(st, FAULT_INVALID_PARAMETER,
						   "scale \"%s\" reverses all items and codes some", scale->code);
	if (scale->reversed != NULL && strcmp(scale->reversed, ALL_REVERSED) != 0)
		n_reversed = item_list(names, scale->reversed, scale->code, reversed, st);
	if (n_reversed < 0)
		return false;
	for (int i = 0; i < n_reversed; i++)
		if (!lists_item(items, n_items, reversed[i]))
			return status_fail(st, FAULT_INVALID_PARAMETER,
							   "scale \"%s\" reverses item %s, which it does not use", scale->code,
							   names->name[reversed[i]]);
	for (int i = 0; i < n_reversed; i++)
		if (codings[reversed[i]] != NULL)
			return status_fail(st, FAULT_INVALID_PARAMETER,
							   "scale \"%s\" both reverses and codes item %s", scale->code,
							   names->name[reversed[i]]);
	if (scale->not_asked_if != NULL &&
		item_list(names, scale->not_asked_if, scale->code, asked, st) != 1)
		return status_fail(st, FAULT_INVALID_PARAMETER,
						   "scale \"%s\" depends on \"%.60s\", which is not one item", scale->code,
						   scale->not_asked_if);
	if (scale->min_answered < 1 || scale->min_answered > n_items)
		return status_fail(st, FAULT_INVALID_PARAMETER, "scale \"%s\" needs %d of %d items",
						   scale->code, scale->min_answered, n_items);
	return check_statistic(scale, n_items, st);
}

static bool
check_condition(const item_names *names, const instrument_definition *def,
				const item_condition *condition, status *st)
{
	int16_t		items[MAX_MEMBERS];

	if (item_list(names, condition->items, def->code, items, st) < 1)
		return status_fail(st, FAULT_INVALID_PARAMETER,
						   "a condition of instrument \"%s\" is for no item", def->code);
	if (item_list(names, condition->not_asked_if, def->code, items, st) != 1)
		return status_fail(st, FAULT_INVALID_PARAMETER,
						   "items \"%.60s\" depend on \"%.60s\", which is not one item",
						   condition->items, condition->not_asked_if);
	return true;
}

static bool
check_total(const instrument_definition *def, const total_definition *total, status *st)
{
	if (total->n_members < 1 || total->n_members > def->n_scales)
		return status_fail(st, FAULT_INVALID_PARAMETER, "total \"%s\" has %d scales", total->code,
						   total->n_members);
	for (int i = 0; i < total->n_members; i++)
		if (instrument_scale(def, total->members[i].scale) < 0)
			return status_fail(st, FAULT_INVALID_PARAMETER,
							   "total \"%s\" names scale \"%s\", which is not defined", total->code,
							   total->members[i].scale);
	for (int i = 0; total->statistic == STANDARDISED_SUM && i < total->n_members; i++)
		if (!(total->members[i].sd > 0 && isfinite(total->members[i].sd) &&
			  isfinite(total->members[i].mean) && isfinite(total->members[i].weight)) ||
			total->members[i].reversed)
			return status_fail(st, FAULT_INVALID_PARAMETER,
							   "total \"%s\" has no usable mean, sd and weight for scale \"%s\"",
							   total->code, total->members[i].scale);
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

bool
instrument_check(const instrument_definition *def, status *st)
{
	item_names	names;

	if (!check_groups(def, st) || !item_names_fill(def, &names, st))
		return false;
	if (def->n_scales < 1 || def->n_totals < 0 || def->n_scales + def->n_totals > MAX_SCALES)
		return status_fail(st, FAULT_LIMIT_EXCEEDED, "instrument \"%s\" has %d scales", def->code,
						   def->n_scales + def->n_totals);
	for (int i = 0; i < def->n_scales; i++)
		if (!check_scale(def, &names, &def->scales[i], st))
			return false;
	for (int i = 0; i < def->n_conditions; i++)
		if (!check_condition(&names, def, &def->conditions[i], st))
			return false;
	for (int i = 0; i < def->n_totals; i++)
		if (!check_total(def, &def->totals[i], st))
			return false;
	return check_names(def, st);
}
