/*
 * override: a definition with cut-offs of the caller in place of published ones.
 *
 * The consensus papers ask for regional norms. The operator, the criterion and
 * the rules stay the definition's; a caller can change the number alone, for
 * one sex or both, for one modality or all, for all ages.
 */
#ifndef EXONC_OVERRIDE_H
#define EXONC_OVERRIDE_H

#include "sarcopenia/classification.h"

typedef struct cutoff_override
{
	const criterion *criterion;
	unsigned	sexes;
	unsigned	modalities;
	double		value;
} cutoff_override;

/* The definition's own tables, over rows that may be the caller's. */
typedef struct own_definition
{
	sarcopenia_definition definition;
	cutoff		rows[MAX_CUTOFFS];
	const cutoff *origins[MAX_CUTOFFS]; /* of each row, in the published table */
	definition_tables tables;
} own_definition;

/* Starts from the published definition; own is zeroed. */
extern void start_override(own_definition *own, const sarcopenia_definition *published);

/* Replaces rows. Refused: a value that no human can have, a criterion without a row to replace. */
extern bool override_cutoff(own_definition *own, const cutoff_override *with, status *st);

#endif
