/* adherence_pg.h: the datums of this domain, shared by its glue. */
#ifndef EXONC_ADHERENCE_PG_H
#define EXONC_ADHERENCE_PG_H

#include "exonc.h"

#include "adherence/adherence.h"

#include "utils/jsonb.h"

/*
 * A summary on disk and as the state of an aggregate. A short one ends after
 * its SHORT_SUMS; then a state is 128 bytes, and a summary on disk as well.
 * Whether it is short is seen from its size alone. What computes with a summary
 * takes adherence_datum(), which is never short.
 */
typedef struct AdherenceData
{
	int32		vl_len_;
	uint8		version; /* of this layout */
	uint8		flags;	 /* zero */
	uint16		reserved; /* zero */
	adherence	value;
} AdherenceData;

#define ADHERENCE_LAYOUT 1
#define ADHERENCE_SIZE(sums) (offsetof(AdherenceData, value) + (1 + (sums)) * sizeof(int64))

/* A new summary without sessions, in the current context. */
extern AdherenceData *adherence_new(int64 policy);
extern AdherenceData *adherence_datum(Datum value);

/* The same summary to return: short if it can be. */
extern Datum adherence_return(AdherenceData *a);

#define PG_GETARG_ADHERENCE(n) (&adherence_datum(PG_GETARG_DATUM(n))->value)

/* The session in the arguments of an aggregate: see session_pg.c. */
typedef struct session_arguments
{
	int			status;
	int			planned; /* then delivered and unit, or -1 */
	int			changes; /* the first of four, or -1 */
} session_arguments;

typedef struct session_enums
{
	enum_map	statuses;
	enum_map	units;
	int64		standard; /* the default policy */
	/* The policy of the last row, and what it makes of each status. */
	int64		policy;
	dispositions dispositions;
} session_enums;

extern session_enums *make_session_enums(FunctionCallInfo fcinfo, const session_arguments *at);

static inline session_enums *
get_session_enums(FunctionCallInfo fcinfo, const session_arguments *at)
{
	session_enums *enums = fcinfo->flinfo->fn_extra;

	return likely(enums != NULL) ? enums : make_session_enums(fcinfo, at);
}

/* The packed policy of an argument (-1: there is none); NULL is the default. */
static inline int64
get_policy(FunctionCallInfo fcinfo, const session_enums *enums, int argument)
{
	return argument < 0 || PG_ARGISNULL(argument) ? enums->standard : PG_GETARG_INT64(argument);
}

extern bool read_session(FunctionCallInfo fcinfo, const session_enums *enums,
						 const session_arguments *at, session *s, status *st);
extern void get_session(FunctionCallInfo fcinfo, const session_enums *enums,
						const session_arguments *at, session *s);

static inline const dispositions *
dispositions_of(session_enums *enums, int64 policy)
{
	if (enums->policy != policy)
	{
		enums->policy = policy;
		enums->dispositions = policy_dispositions(policy);
	}
	return &enums->dispositions;
}

#endif
