/* assessment_pg.h: the instrument datum, shared by the glue of this domain. */
#ifndef EXONC_ASSESSMENT_PG_H
#define EXONC_ASSESSMENT_PG_H

#include "exonc.h"

#include "assessment/scoring_plan.h"

#include "mb/pg_wchar.h"
#include "utils/array.h"
#include "utils/jsonb.h"

/*
 * An instrument on disk. A built-in is stored as its code, so the bytes mean
 * the same in every later version. A registry's own is stored as its definition
 * in JSON, as jsonb prints it; before that stands a digest of it, so that a
 * backend that has its plan need not read the rest.
 */
typedef struct InstrumentData
{
	int32		vl_len_;
	uint8		version; /* of this layout */
	uint8		kind;
	uint16		reserved;					 /* zero */
	char		body[FLEXIBLE_ARRAY_MEMBER]; /* [digest] text, not terminated */
} InstrumentData;

#define INSTRUMENT_LAYOUT  1
#define INSTRUMENT_BUILTIN 1 /* kinds are never renumbered */
#define INSTRUMENT_DEFINED 2

#define INSTRUMENT_HEADER (offsetof(InstrumentData, body) - VARHDRSZ)
#define INSTRUMENT_DIGEST 16

/* The longest definition, as text. */
#define MAX_DEFINITION (256 * 1024)

/*
 * What a JSON object says, as a definition whose texts live in the current
 * memory context. False if it does not say it rightly; whether the definition
 * keeps the rules of instruments is for scoring_plan_size() to tell.
 */
extern bool definition_from_jsonb(JsonbContainer *json, instrument_definition *def, status *st);

/*
 * A form: the answers of an int[] as plain C reads them, from the array itself
 * if it has no NULL, else through the buffer. At most MAX_ITEMS are read; a
 * longer array is refused by its length.
 */
typedef struct answer_form
{
	const int32 *answers;
	int			n_answers;
	int			n_missing;
	int32		buffer[MAX_ITEMS];
} answer_form;

/*
 * Reads a form, with the answers that are missing codes taken out. False if the
 * array or the codes are not right; the answers are not looked at.
 */
extern bool read_form(const scoring_plan *plan, ArrayType *array, ArrayType *missing,
					  answer_form *form, status *st);

/* Of a name that does not exist, as much as a message should show. */
#define MAX_SHOWN_CODE 100

/*
 * Rows of check_answers() and check_answers_by_item(). item: from 0; -1: the form
 * as a whole. answer: ANSWER_MISSING if it is not a number. refused: score()
 * raises an error; else the answers are odd but can be scored.
 */
extern void put_problem(ReturnSetInfo *rsinfo, const scoring_plan *plan, int item, int32 answer,
						bool refused, const status *st);

/* Everything that can be wrong with a form of the right length. */
extern void put_problems_of_answers(ReturnSetInfo *rsinfo, const scoring_plan *plan,
									const int32 *answers, ArrayType *missing);

/* The datum of a built-in instrument. */
extern Datum instrument_datum(const instrument_definition *def);

/* The plan of a built-in, by its place in the catalogue. */
extern const scoring_plan *instrument_plan_at(int index);

/*
 * The plan by which this instrument scores; an error if this version lacks it.
 * Good until the next call: plans of definitions come and go (see serial).
 */
extern const scoring_plan *instrument_plan(struct varlena *instrument);

/* An int4range from lowest to highest, both included. */
extern Datum whole_range_datum(int lowest, int highest);

/* Not detoasted: the plan of a definition is known by its head. */
#define PG_GETARG_INSTRUMENT_PLAN(n) instrument_plan((struct varlena *) PG_GETARG_POINTER(n))

#endif
