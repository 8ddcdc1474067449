/* session_log_aggregate_pg.c: the aggregates that make and merge session logs. */
#include "adherence/session_log_pg.h"

PG_FUNCTION_INFO_V1(session_log_accumulate);
PG_FUNCTION_INFO_V1(session_log_combine);
PG_FUNCTION_INFO_V1(session_log_finish);

/*
 * A state has the size of a power of two, which is what palloc() would round it
 * up to.
 */
#define FIRST_SIZE 1024

static SessionLogData *
state_new(int64 policy, int room)
{
	Size		size = FIRST_SIZE;

	while (size < SESSION_LOG_SIZE(room))
		size *= 2;
	return session_log_new(policy, (size - SESSION_LOG_SIZE(0)) / sizeof(log_entry));
}

/*
 * The state to append to, with room for more entries. A state that has grown is
 * a new one in the current context, which the executor moves to its own.
 */
static SessionLogData *
state_with_room(FunctionCallInfo fcinfo, int more)
{
	SessionLogData *state = (SessionLogData *) PG_DETOAST_DATUM(PG_GETARG_DATUM(0));
	SessionLogData *grown;

	if (AggCheckCallContext(fcinfo, NULL) && state->n + more <= SESSION_LOG_CAPACITY(state))
		return state;
	if (state->n + more > MAX_LOG_ENTRIES)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("session_log has more than %d sessions", MAX_LOG_ENTRIES),
				 errhint("A log holds the sessions of one participant: group the rows by participant.")));
	grown = state_new(state->policy, state->n + more);
	grown->rows = state->rows;
	grown->undated = state->undated;
	grown->flags = state->flags;
	grown->n = state->n;
	memcpy(grown->entries, state->entries, state->n * sizeof(log_entry));
	return grown;
}

/* Where the arguments of session_log() are. */
typedef struct log_arguments
{
	session_arguments session;
	int			number;
	int			done_on;
	int			policy;
} log_arguments;

static const log_arguments with_status = {{2, -1, -1}, -1, -1, -1};
static const log_arguments with_dose = {{2, 3, -1}, -1, -1, -1};
static const log_arguments with_all = {{3, 5, 8}, 2, 4, 12};

#define PLANNED_ON 1

/* session_log_accumulate(state, planned_on, ...): not STRICT, since most arguments can be unknown */
Datum
session_log_accumulate(PG_FUNCTION_ARGS)
{
	const log_arguments *at = PG_NARGS() == 3 ? &with_status
		: PG_NARGS() == 6					  ? &with_dose
											  : &with_all;
	session_enums *enums = get_session_enums(fcinfo, &at->session);
	int64		policy = get_policy(fcinfo, enums, at->policy);
	SessionLogData *state =
		PG_ARGISNULL(0) ? state_new(policy, 1) : state_with_room(fcinfo, 1);
	session		s;
	status		st;

	if (!policy_check_same(state->policy, policy, &st))
		exonc_raise(&st);
	if (PG_ARGISNULL(PLANNED_ON))
	{
		state->undated++;
		PG_RETURN_POINTER(state);
	}
	if (!read_session(fcinfo, enums, &at->session, &s, &st) ||
		!log_entry_make(&state->entries[state->n], PG_GETARG_DATEADT(PLANNED_ON),
						at->number < 0 || PG_ARGISNULL(at->number) ? 1 : PG_GETARG_INT32(at->number),
						get_day(fcinfo, at->done_on, "done_on"), &s, &st))
		exonc_raise(&st);
	state->n++;
	state->rows++;
	state->flags = 0;
	PG_RETURN_POINTER(state);
}

Datum
session_log_combine(PG_FUNCTION_ARGS)
{
	SessionLogData *other = (SessionLogData *) PG_DETOAST_DATUM(PG_GETARG_DATUM(1));
	SessionLogData *state = state_with_room(fcinfo, other->n);
	status		st;

	if (!policy_check_same(state->policy, other->policy, &st))
		exonc_raise(&st);
	memcpy(&state->entries[state->n], other->entries, other->n * sizeof(log_entry));
	state->n += other->n;
	state->rows += other->rows;
	state->undated += other->undated;
	state->flags = 0;
	PG_RETURN_POINTER(state);
}

/* Sorts and trims a copy; the state stays as it is. */
Datum
session_log_finish(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(session_log_datum(PG_GETARG_DATUM(0)));
}
