/*
 * compiled: the tables of a definition made ready for one sex, modality and age.
 *
 * All cut-offs of a criterion that could apply to such a person become two
 * edges: below the first every one of them says low, below the second at least
 * one does. They differ only where sex, modality or age is not known. "Below" after
 * turning: a criterion that is low when high (a time) is compared negated, and
 * an edge that belongs to the low side is moved up by one unit in the last
 * place, so that each comparison is a plain "<" and still exact.
 */
#ifndef EXONC_COMPILED_H
#define EXONC_COMPILED_H

#include "sarcopenia/definition.h"

#include <math.h>

#define MAX_CRITERIA 12

typedef struct compiled_criterion
{
	const criterion *asked;
	component	component;
	int			first_row; /* its rows in the definition's table */
	int			end_row;
	bool		has_cutoff; /* whether any of them could apply */
	bool		alternate;
	double		turn;		/* 1, or -1 where high is low */
	double		all_low;	/* turned value below this: low by every cut-off */
	double		any_low;	/* turned value below this: low by at least one */
} compiled_criterion;

typedef struct class_range
{
	sarcopenia_class mildest;
	sarcopenia_class severest;
} class_range;

/* Findings are NORMAL, LOW or UNKNOWN; their place in a table of ranges. */
#define N_FINDINGS 3
#define FINDING_PLACE(finding) ((finding) + 1)

typedef struct compiled_definition
{
	const sarcopenia_definition *definition;
	int			n_criteria;
	compiled_criterion criteria[MAX_CRITERIA];
	class_range ranges[N_FINDINGS][N_FINDINGS][N_FINDINGS]; /* strength, mass, performance */
} compiled_definition;

/*
 * A value is low by a cut-off if cutoff_turn x value < cutoff_edge: the four
 * operators in one form. Nothing else reads them.
 */
static inline double
cutoff_turn(const cutoff *row)
{
	return row->operator== ABOVE || row->operator== AT_LEAST ? -1 : 1;
}

static inline double
cutoff_edge(const cutoff *row)
{
	double		edge = cutoff_turn(row) * row->value;

	return row->operator== AT_MOST || row->operator== AT_LEAST ? nextafter(edge, INFINITY) : edge;
}

/* Whether the cut-off could apply to a person of this sex, modality and age (or UNKNOWN). */
static inline bool
could_apply(const cutoff *row, int of_sex, int modality, int age)
{
	return could_be_for(row->sexes, row->ages, of_sex, age) &&
		(modality == UNKNOWN || row->modalities & (1u << modality));
}

/* Whether a definition speaks about a person at all. */
typedef enum applicability
{
	APPLIES,
	APPLIES_IF_OLD_ENOUGH, /* it has an age limit, and the age is not known */
	TOO_YOUNG,
	CONCEPT_ONLY /* it has no cut-offs */
} applicability;

/* The age band of a person: its number, or UNKNOWN where age does not matter or is not known. */
extern applicability band_of(const sarcopenia_definition *definition, const person *p, int *band);

/* A definition with all that is compiled of it so far. */
typedef struct definition_tables
{
	const sarcopenia_definition *definition;
	compiled_definition compiled[N_SEXES + 1][N_MODALITIES + 1][MAX_AGE_BANDS + 1];
} definition_tables;

/* Kept for the life of the process. */
extern definition_tables *tables_of(definition_code code);

/* Compiled at first use, and kept in the tables. */
extern const compiled_definition *compiled_for(definition_tables *tables, int of_sex,
											   int modality, int band);

#endif
