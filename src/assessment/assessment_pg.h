/* assessment_pg.h: the instrument datum, shared by the glue of this domain. */
#ifndef EXONC_ASSESSMENT_PG_H
#define EXONC_ASSESSMENT_PG_H

#include "exonc.h"

#include "assessment/scoring_plan.h"

/*
 * An instrument on disk. A built-in is stored as its code, so the bytes mean
 * the same in every later version.
 */
typedef struct InstrumentData
{
	int32		vl_len_;
	uint8		version; /* of this layout */
	uint8		kind;
	uint16		reserved; /* zero */
	char		code[FLEXIBLE_ARRAY_MEMBER]; /* not terminated */
} InstrumentData;

#define INSTRUMENT_LAYOUT  1
#define INSTRUMENT_BUILTIN 1 /* kinds are never renumbered */

#define INSTRUMENT_HEADER (offsetof(InstrumentData, code) - VARHDRSZ)

/* The datum of a built-in instrument. */
extern Datum instrument_datum(const instrument_definition *def);

/* The plan of a built-in, by its place in the catalogue. */
extern const scoring_plan *instrument_plan_at(int index);

/* The plan by which this instrument scores; an error if this version lacks it. */
extern const scoring_plan *instrument_plan(struct varlena *instrument);

/* An int4range from lowest to highest, both included. */
extern Datum whole_range_datum(int lowest, int highest);

#define PG_GETARG_INSTRUMENT_PLAN(n) \
	instrument_plan((struct varlena *) PG_GETARG_VARLENA_PP(n))

#endif
