/* item_coding: the rules that the codings of a scale must keep; see instrument.h. */
#include "assessment/instrument.h"

#include <stdlib.h>

static bool
refuse(const scale_definition *scale, const item_coding *coding, const char *complaint, status *st)
{
	return status_fail(st, FAULT_INVALID_PARAMETER, "coding of items \"%.60s\" in scale \"%s\" %s",
					   coding->items, scale->code, complaint);
}

static bool
is_magnitude(int value)
{
	return value >= -MAX_MAGNITUDE && value <= MAX_MAGNITUDE;
}

/* Steps ascend, and the last one covers the highest answer. */
static bool
check_steps(const scale_definition *scale, const item_coding *coding, const item_group *group,
			status *st)
{
	for (int i = 0; i < coding->n_steps; i++)
		if (!is_magnitude(coding->steps[i].value))
			return refuse(scale, coding, "has a value that is too large", st);
	for (int i = 1; i < coding->n_steps; i++)
		if (coding->steps[i].up_to <= coding->steps[i - 1].up_to)
			return refuse(scale, coding, "has steps that overlap: they must ascend", st);
	if (coding->steps[coding->n_steps - 1].up_to < group->highest)
		return refuse(scale, coding, "has no step for the highest answers", st);
	return true;
}

/* One value for each answer, in each row of the second item if there is one. */
static bool
check_values(const instrument_definition *def, const item_names *names,
			 const scale_definition *scale, const item_coding *coding, const item_group *group,
			 status *st)
{
	int64_t		wanted = (int64_t) group->highest - group->lowest + 1;

	for (int i = 0; i < coding->n_values; i++)
		if (!is_magnitude(coding->values[i]))
			return refuse(scale, coding, "has a value that is too large", st);
	if (coding->by != NULL)
	{
		int16_t		by[MAX_MEMBERS];
		const item_group *other;

		if (item_list(names, coding->by, scale->code, by, st) != 1)
			return refuse(scale, coding, "depends on something that is not one item", st);
		other = &def->groups[names->group[by[0]]];
		wanted *= (int64_t) other->highest - other->lowest + 2;
	}
	if (coding->n_values != wanted)
	{
		refuse(scale, coding, "has not one value for each answer", st);
		status_detail(st, "It has %d values, and %lld are needed.", coding->n_values,
					  (long long) wanted);
		return false;
	}
	return true;
}

static bool
check_coding(const instrument_definition *def, const item_names *names,
			 const scale_definition *scale, const item_coding *coding, const int16_t *items,
			 int n_items, status *st)
{
	const item_group *group = &def->groups[names->group[items[0]]];

	for (int i = 1; i < n_items; i++)
	{
		const item_group *other = &def->groups[names->group[items[i]]];

		if (other->lowest != group->lowest || other->highest != group->highest)
			return refuse(scale, coding, "is for items with different answers", st);
	}
	if (coding->fills_missing && !is_magnitude(coding->missing_as))
		return refuse(scale, coding, "has a value that is too large", st);
	if ((coding->n_values > 0) == (coding->n_steps > 0))
		return refuse(scale, coding, "needs either values or steps", st);
	if (coding->n_steps == 0)
		return check_values(def, names, scale, coding, group, st);
	if (coding->by != NULL)
		return refuse(scale, coding, "has steps and depends on another item", st);
	return check_steps(scale, coding, group, st);
}

bool
codings_by_item(const instrument_definition *def, const item_names *names,
				const scale_definition *scale, const item_coding **codings, status *st)
{
	int16_t		scale_items[MAX_MEMBERS];
	int			n_scale_items = item_list(names, scale->items, scale->code, scale_items, st);

	for (int i = 0; i < names->n; i++)
		codings[i] = NULL;
	if (scale->n_codings > MAX_CODINGS)
		return status_fail(st, FAULT_LIMIT_EXCEEDED, "scale \"%s\" has more than %d codings",
						   scale->code, MAX_CODINGS);
	for (int c = 0; c < scale->n_codings; c++)
	{
		const item_coding *coding = &scale->codings[c];
		int16_t		items[MAX_MEMBERS];
		int			n_items = item_list(names, coding->items, scale->code, items, st);

		if (n_items < 0)
			return false;
		if (n_items == 0)
			return refuse(scale, coding, "is for no item", st);
		if (!check_coding(def, names, scale, coding, items, n_items, st))
			return false;
		for (int i = 0; i < n_items; i++)
		{
			if (codings[items[i]] != NULL)
				return refuse(scale, coding, "is for an item that has another coding", st);
			if (!lists_item(scale_items, n_scale_items, items[i]))
				return refuse(scale, coding, "is for an item that the scale does not use", st);
			codings[items[i]] = coding;
		}
	}
	return true;
}
