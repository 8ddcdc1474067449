/* override: see override.h. */
#include "sarcopenia/override.h"

#include <string.h>

void
start_override(own_definition *own, const sarcopenia_definition *published)
{
	own->definition = *published;
	for (int i = 0; i < published->n_cutoffs; i++)
	{
		own->rows[i] = published->cutoffs[i];
		own->origins[i] = &published->cutoffs[i];
	}
	own->definition.cutoffs = own->rows;
	own->tables.definition = &own->definition;
}

/* Makes two rows of row i: the second keeps what the first gives up. */
static bool
split_row(own_definition *own, int i, unsigned sexes, unsigned modalities, status *st)
{
	int		   *n = &own->definition.n_cutoffs;

	if (*n >= MAX_CUTOFFS)
		return status_fail(st, FAULT_LIMIT_EXCEEDED, "more than %d cut-offs", MAX_CUTOFFS);
	memmove(&own->rows[i + 1], &own->rows[i], sizeof(cutoff) * (size_t) (*n - i));
	memmove(&own->origins[i + 1], &own->origins[i], sizeof(cutoff *) * (size_t) (*n - i));
	(*n)++;
	own->rows[i].sexes = sexes;
	own->rows[i].modalities = modalities;
	return true;
}

/* Leaves in row i only what the caller's number is for. */
static bool
narrow_row(own_definition *own, int i, const cutoff_override *with, status *st)
{
	cutoff	   *row = &own->rows[i];

	if (row->sexes & ~with->sexes)
	{
		if (!split_row(own, i, row->sexes & with->sexes, row->modalities, st))
			return false;
		own->rows[i + 1].sexes &= ~with->sexes;
	}
	if (row->modalities & ~with->modalities)
	{
		if (!split_row(own, i, row->sexes, row->modalities & with->modalities, st))
			return false;
		own->rows[i + 1].modalities &= ~with->modalities;
	}
	return true;
}

bool
override_cutoff(own_definition *own, const cutoff_override *with, status *st)
{
	measurement m = with->criterion->measured;
	bool		found = false;

	if (!check_as_measurement(m, with->value, st))
		return false;
	for (int i = 0; i < own->definition.n_cutoffs; i++)
	{
		cutoff	   *row = &own->rows[i];

		if (row->criterion->measured != m || !(row->sexes & with->sexes) ||
			!(row->modalities & with->modalities))
			continue;
		/* Only muscle mass has modalities. */
		if (row->component != MASS && with->modalities != NO_MODALITY)
			continue;
		if (!narrow_row(own, i, with, st))
			return false;
		row->published = own->origins[i];
		row->value = with->value;
		found = true;
	}
	if (found)
		return true;
	status_fail(st, FAULT_INVALID_PARAMETER, "%s has no such cut-off for %s to replace",
				own->definition.code, measurement_name(m));
	status_hint(st,
				"sarcopenia_cutoffs() lists the criteria, sexes and modalities of each definition.");
	return false;
}
