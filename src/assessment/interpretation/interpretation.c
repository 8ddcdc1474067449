/* interpretation: see interpretation.h. */
#include "assessment/interpretation/interpretation.h"

#include "assessment/scoring_plan.h"
#include "common/decimal.h"

#include <stdio.h>

static bool
is_code(const char *code, const char *wanted, size_t length)
{
	return strlen(code) == length && memcmp(code, wanted, length) == 0;
}

/* A physical test or an index of this code. */
static bool
find_physical(const char *code, size_t length, interpretation *found)
{
	for (int i = 0; i < physical_measure_count(); i++)
	{
		const physical_measure *m = physical_measure_at(i);

		if (!is_code(m->code, code, length))
			continue;
		found->direction = m->direction;
		found->lowest = m->lowest;
		found->highest = m->highest;
		found->unit = m->unit;
		return true;
	}
	return false;
}

/* A scale of a built-in instrument: instrument, blank, scale. */
static bool
find_scale(const char *code, size_t length, interpretation *found)
{
	const char *blank = memchr(code, ' ', length);
	int			instrument = blank == NULL ? -1 : instrument_find(code, (size_t) (blank - code));
	const scoring_plan *plan;
	const plan_scale *scale;
	status		st;
	int			index;

	plan = instrument < 0 ? NULL : builtin_plan(instrument, &st);
	if (plan == NULL)
		return false;
	index = scoring_plan_find(plan, blank + 1, length - (size_t) (blank + 1 - code));
	if (index < 0)
		return false;
	scale = &plan_scales(plan)[index];
	found->direction = scale->direction;
	found->lowest = scale->lowest;
	found->highest = scale->highest;
	found->unit = SCALE_UNIT;
	snprintf(found->code, sizeof(found->code), "%s %s", instrument_at(instrument)->code,
			 plan_text(plan, scale->code));
	return true;
}

double
difference_value(const important_difference *row, change_direction direction)
{
	return direction == IMPROVEMENT ? row->high : row->low;
}

const char *
difference_unit(const important_difference *row)
{
	if (row->amount == PERCENT)
		return "%";
	for (int i = 0; i < physical_measure_count(); i++)
		if (strcmp(physical_measure_at(i)->code, row->measure) == 0)
			return physical_measure_at(i)->unit;
	return SCALE_UNIT;
}

/*
 * Which of two rows a change is compared with. A row that was read in its source
 * goes first. Among equals the cautious one: an improvement must reach the largest
 * value, so that nobody passes on a small number; a deterioration counts from the
 * smallest, so that none is overlooked. Whether a value was meant for groups or
 * persons does not decide, since most sources were not read on that. The earlier
 * row stays if all this is equal.
 */
static bool
is_preferred(const important_difference *row, const important_difference *best,
			 change_direction direction)
{
	double		value = difference_value(row, direction);

	if (best == NULL)
		return true;
	if (row->mark != best->mark)
		return row->mark == SOURCED;
	return direction == IMPROVEMENT ? value > difference_value(best, direction)
									: value < difference_value(best, direction);
}

bool
interpretation_find(const char *code, size_t length, interpretation *found)
{
	bool		any;

	memset(found, 0, sizeof(*found));
	if (length >= MEASURE_CODE || memchr(code, '\0', length) != NULL)
		return false;
	memcpy(found->code, code, length);
	found->known = find_physical(code, length, found) || find_scale(code, length, found);
	any = found->known;

	for (int i = 0; i < band_set_count(); i++)
		if (strcmp(band_set_at(i)->measure, found->code) == 0)
			found->bands = band_set_at(i);
	for (int i = 0; i < threshold_count(); i++)
		if (strcmp(threshold_at(i)->measure, found->code) == 0)
			found->threshold = threshold_at(i);
	for (int i = 0; i < difference_count(); i++)
	{
		const important_difference *row = difference_at(i);

		if (strcmp(row->measure, found->code) != 0)
			continue;
		any = true;
		for (change_direction d = IMPROVEMENT; row->minimal && d < N_DIRECTIONS; d++)
			if ((row->direction == d || row->direction == EITHER) &&
				is_preferred(row, found->difference[row->amount][d], d))
				found->difference[row->amount][d] = row;
	}
	return any || found->bands != NULL || found->threshold != NULL;
}

bool
check_value(const interpretation *of, const char *what, double *value, status *st)
{
	if (could_be_real(*value))
		*value = undo_real(*value);
	if (!isfinite(*value))
		return status_fail(st, FAULT_OUT_OF_RANGE, "%s is not a finite number", what);
	if (!of->known || (*value >= of->lowest && *value <= of->highest))
		return true;
	status_fail(st, FAULT_OUT_OF_RANGE, "%s %.10g of %s is outside %g..%g %s", what, *value,
				of->code, of->lowest, of->highest, of->unit);
	status_hint(st, "Map the site's missing-data codes to NULL, and give the value in the unit of "
					"the measure.");
	return false;
}
