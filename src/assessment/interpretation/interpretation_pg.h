/* interpretation_pg.h: measures as the glue of this domain reads them. */
#ifndef EXONC_INTERPRETATION_PG_H
#define EXONC_INTERPRETATION_PG_H

#include "exonc.h"

#include "assessment/interpretation/responder.h"

/*
 * What a function keeps between its calls: the measures that it met, so that a
 * long table of scores searches the rules once for each of them, and the enums
 * of its arguments and result.
 */
#define MEASURE_SLOTS 64 /* a power of two */

typedef struct measure_slot
{
	int			length; /* of the code as it was given; 0: empty */
	char		code[MEASURE_CODE];
	interpretation found;
} measure_slot;

typedef struct measure_cache
{
	measure_slot slots[MEASURE_SLOTS];
	enum_map	classes;
	enum_map	amounts;
	enum_map	betters;
} measure_cache;

/* The cache of this call site, without enums at first. */
extern measure_cache *get_measure_cache(FunctionCallInfo fcinfo);

/*
 * What is known of a measure. An error if nothing is, unless may_be_unknown: then
 * the result has the code only.
 */
extern const interpretation *get_interpretation(measure_cache *cache, const text *measure,
												bool may_be_unknown);

#define PG_GETARG_MEASURE(n) PG_GETARG_TEXT_PP(n)

#endif
