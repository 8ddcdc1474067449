/* schedule_pg.h: one call of schedule() or schedule_arrays(), which take the same arguments. */
#ifndef EXONC_PRESCRIPTION_SCHEDULE_PG_H
#define EXONC_PRESCRIPTION_SCHEDULE_PG_H

#include "prescription/prescription_pg.h"
#include "prescription/schedule.h"

#include "access/htup.h"
#include "common/value_cache_pg.h"
#include "utils/array.h"

enum
{
	ARG_PRESCRIPTION,
	ARG_START_ON,
	ARG_CYCLE_STARTS,
	ARG_WEEKDAYS,
	ARG_BREAKS,
	ARG_ON_BREAK,
	ARG_WEEKS,
	ARG_ALTERNATIVE
};

extern const char *const break_rule_labels[2];

/* Prescription and start are not NULL. */
extern void get_schedule_request(FunctionCallInfo fcinfo, const enum_map *break_rules, schedule_request *r);

/*
 * What sessions of one part share, in one week if weeks differ: the minutes, and
 * by supervision a row, in which only numbers at known places change.
 */
typedef struct content
{
	struct content *next;
	int			alternative;
	int			from; /* the weeks in which it is the same */
	int			until;
	bool		minutes_known;
	Datum		minutes;
	HeapTuple	rows[N_SUPERVISIONS + 1];
} content;

/* The contents of one part, in a ring. */
typedef struct content_ring
{
	content    *latest;
} content_ring;

/* Where nothing but the start differs, sessions keep their distance from it. */
typedef struct kept_plan
{
	unsigned	weekdays;
	int			weekday; /* of the start; 0 where it makes no difference */
	int			weeks;
	int			alternative;
	schedule	plan; /* days are counted from the start */
	ArrayType **arrays; /* of schedule_arrays(); NULL: not made */
} kept_plan;

#define MAX_KEPT_PLANS 4

/* A prescription, and what has been worked out from it. */
typedef struct known_prescription
{
	cached_value head;
	arena		arena;
	prescription rx;
	content_ring *rings; /* a ring for each part */
	int			n_plans;
	int			next_plan;
	kept_plan	plans[MAX_KEPT_PLANS];
} known_prescription;

typedef struct schedule_site
{
	enum_map	break_rules;
	enum_map	supervisions;
	TupleDesc	columns; /* of schedule_arrays() */
	value_cache *known;
} schedule_site;

/* One call. */
typedef struct planner_call
{
	const schedule_site *site;
	TupleDesc	columns;
	known_prescription *known;
	bool		keep;		   /* known is in the cache */
	MemoryContext memory;	   /* where what belongs to known is */
	arena	   *scratch;
	schedule_request request;
	schedule	plan;
	int			first_day; /* to add to the days of the plan */
	kept_plan  *kept;	   /* from which the plan is; NULL: made for this call */
} planner_call;

extern schedule_site *get_schedule_site(FunctionCallInfo fcinfo);

/* Reads the arguments and finds or makes the plan. own: room for a prescription that is not kept. */
extern void begin_schedule(planner_call *call, FunctionCallInfo fcinfo, known_prescription *own);

/* The content of a session, with a row if that is wanted. Good until that of the next session is asked for. */
extern content *content_of(planner_call *call, const planned_session *s, bool with_row);

#endif
