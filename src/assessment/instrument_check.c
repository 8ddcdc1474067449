/* The rules that a definition of an instrument must keep. */
#include "assessment/instrument.h"

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

static bool
check_scale(const item_names *names, const scale_definition *scale, status *st)
{
	int16_t		items[MAX_MEMBERS];
	int16_t		reversed[MAX_MEMBERS];
	int16_t		asked[MAX_MEMBERS];
	int			n_items = item_list(names, scale->items, scale->code, items, st);
	int			n_reversed = 0;

	if (n_items < 0)
		return false;
	if (n_items == 0)
		return status_fail(st, FAULT_INVALID_PARAMETER, "scale \"%s\" has no items", scale->code);
	if (scale->reversed != NULL && strcmp(scale->reversed, ALL_REVERSED) != 0)
		n_reversed = item_list(names, scale->reversed, scale->code, reversed, st);
	if (n_reversed < 0)
		return false;
	for (int i = 0; i < n_reversed; i++)
		if (!lists_item(items, n_items, reversed[i]))
			return status_fail(st, FAULT_INVALID_PARAMETER,
							   "scale \"%s\" reverses item %s, which it does not use", scale->code,
							   names->name[reversed[i]]);
	if (scale->not_asked_if != NULL &&
		item_list(names, scale->not_asked_if, scale->code, asked, st) != 1)
		return status_fail(st, FAULT_INVALID_PARAMETER,
						   "scale \"%s\" depends on \"%.60s\", which is not one item", scale->code,
						   scale->not_asked_if);
	if (scale->min_answered < 1 || scale->min_answered > n_items)
		return status_fail(st, FAULT_INVALID_PARAMETER, "scale \"%s\" needs %d of %d items",
						   scale->code, scale->min_answered, n_items);
	if (scale->statistic == MEAN_MAPPED &&
		(!is_span(scale->mean_at) || !is_span(scale->score_at) ||
		 scale->mean_at.low > scale->mean_at.high))
		return status_fail(st, FAULT_INVALID_PARAMETER,
						   "scale \"%s\" maps an empty or too wide range", scale->code);
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
		if (!check_scale(&names, &def->scales[i], st))
			return false;
	for (int i = 0; i < def->n_totals; i++)
		if (!check_total(def, &def->totals[i], st))
			return false;
	return check_names(def, st);
}
