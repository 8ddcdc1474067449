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
is_span(score_span span)
{
	return span.low >= -MAX_MAGNITUDE && span.low <= MAX_MAGNITUDE && span.high >= -MAX_MAGNITUDE &&
		span.high <= MAX_MAGNITUDE && span.low != span.high;
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
		if (lists_item(scale->items, i, scale->items[i]))
			return status_fail(st, FAULT_INVALID_PARAMETER, "scale \"%s\" names item %d twice",
							   scale->code, scale->items[i]);
	}
	for (int i = 0; i < scale->n_reversed; i++)
		if (!lists_item(scale->items, scale->n_items, scale->reversed[i]))
			return status_fail(st, FAULT_INVALID_PARAMETER,
							   "scale \"%s\" reverses item %d, which it does not use", scale->code,
							   scale->reversed[i]);
	if (scale->min_answered < 1 || scale->min_answered > scale->n_items)
		return status_fail(st, FAULT_INVALID_PARAMETER, "scale \"%s\" needs %d of %d items",
						   scale->code, scale->min_answered, scale->n_items);
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
