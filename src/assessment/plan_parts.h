/*
 * plan_parts: how a scoring_plan is made from a definition, in three files.
 * scoring_plan.c lays the parts out in memory, plan_scale.c fills the scales
 * and the slots they read, plan_total.c the totals. Only these include it.
 */
#ifndef EXONC_PLAN_PARTS_H
#define EXONC_PLAN_PARTS_H

#include "assessment/scoring_plan.h"

#include <math.h>
#include <stdlib.h>

/* A slot that some scale needs beside the answers: an item reversed (coding NULL) or coded. */
typedef struct derived_source
{
	int			item;
	const item_coding *coding;
} derived_source;

typedef struct derived_sources
{
	int			n;
	derived_source at[MAX_SLOTS];
} derived_sources;

/* Collects the derived slots of all scales. */
extern bool collect_derived(const instrument_definition *def, const item_names *names,
							derived_sources *sources, status *st);

/* Fills a derived slot whose memory has been laid out. */
extern void fill_derived(const scoring_plan *plan, const derived_source *source,
						 const item_names *names, plan_derived *derived);

/* Fills a scale and its members. */
extern bool fill_scale(const scoring_plan *plan, const instrument_definition *def,
					   const item_names *names, const derived_sources *sources,
					   const scale_definition *source, plan_scale *scale, plan_member *members,
					   status *st);

/* Fills a total and its members, whose scales have been filled. */
extern bool fill_total(const scoring_plan *plan, const instrument_definition *def,
					   const total_definition *source, plan_scale *total, plan_member *members,
					   const plan_scale *scales, status *st);

/* Whether a scale is in a total that adds up exactly. */
extern bool in_exact_total(const instrument_definition *def, const scale_definition *scale);

/* The common denominator of all scales in exact totals, and the factors that bring them to it. */
extern bool fill_factors(const instrument_definition *def, scoring_plan *plan, plan_scale *scales,
						 status *st);

/* The weaker of two marks. */
static inline evidence_mark
weaker_mark(evidence_mark a, evidence_mark b)
{
	return a == UNCONFIRMED || b == UNCONFIRMED ? UNCONFIRMED : SOURCED;
}

/* A slot that holds this value. */
#define SLOT_OF(value) ((INT64_C(1) << 32) + (value))

#endif
