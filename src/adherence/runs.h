/*
 * runs: consecutive missed sessions.
 *
 * Over the counted sessions in their order. A session that the policy leaves
 * out does not break a run (missed, excused, missed is a run of two). The run
 * that ends at the last counted session is the tail; it is neither interruption
 * nor short miss (in Nilsen 2018 the rows are disjoint).
 */
#ifndef EXONC_RUNS_H
#define EXONC_RUNS_H

#include "adherence/session_log.h"

typedef enum run_kind
{
	INTERRUPTION, /* run_sessions or more */
	SHORT_MISS,	  /* fewer */
	TAIL
} run_kind;

#define RUN_KIND_LABELS {"interruption", "short_miss", "tail"}

typedef struct missed_run
{
	run_kind	kind;
	int			sessions;
	day_number	first_on;
	day_number	last_on;
	day_number	resumed_on; /* planned date of the next attended session, or NO_DAY */
} missed_run;

typedef struct run_scan
{
	const session_log *log;
	dispositions d;
	int			run_sessions;
	day_number	as_of;
	int			at;
} run_scan;

extern void run_scan_init(run_scan *scan, const session_log *log, day_number as_of);

/* The next run of misses; false if there is none. */
extern bool run_scan_next(run_scan *scan, missed_run *run);

typedef struct run_summary
{
	bool		known; /* no counted session of which it is unknown whether it was missed */
	int			interruptions;
	int			interruption_sessions;
	int			short_misses;
	int			short_miss_sessions;
	int			tail_sessions;
	int			longest_run; /* of all three kinds */
	day_number	first_interruption_on;
	day_number	tail_from;
	int			longest_streak; /* attended without a miss between */
	int			current_streak;
	day_number	first_on; /* of the counted sessions */
	day_number	last_on;
} run_summary;

extern void summarise_runs(const session_log *log, day_number as_of, run_summary *summary);

typedef enum stop_basis
{
	STOP_NONE,	  /* no reason to think so */
	STOP_STATED,  /* the date was given */
	STOP_TAIL,	  /* inferred from the tail */
	STOP_DATA_CUT /* a tail, but the protocol has not ended yet */
} stop_basis;

#define STOP_BASIS_LABELS {"none", "stated", "tail", "data_cut"}

typedef struct discontinuation
{
	int			discontinued; /* 1, 0 or UNKNOWN */
	day_number	on;
	int			sessions; /* missed from then on */
	int			attended_after;
	stop_basis	basis;
} discontinuation;

extern void find_discontinuation(const session_log *log, day_number stopped_on,
								 day_number protocol_end, day_number as_of,
								 discontinuation *result);

#endif
