/* session_log_views_pg.c: what a log says: sessions, stretches, runs, windows. */
#include "adherence/session_log_pg.h"

#include "adherence/runs.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_log_adherence);
PG_FUNCTION_INFO_V1(exonc_log_sessions);
PG_FUNCTION_INFO_V1(exonc_log_policy);
PG_FUNCTION_INFO_V1(exonc_log_rows);
PG_FUNCTION_INFO_V1(exonc_missed_runs);
PG_FUNCTION_INFO_V1(exonc_missed_summary);
PG_FUNCTION_INFO_V1(exonc_discontinuation);
PG_FUNCTION_INFO_V1(exonc_first_interruption);

static const char *const status_labels[] = SESSION_STATUS_LABELS;
static const char *const unit_labels[] = DOSE_UNIT_LABELS;
static const char *const run_labels[] = RUN_KIND_LABELS;
static const char *const basis_labels[] = STOP_BASIS_LABELS;

day_number
get_day(FunctionCallInfo fcinfo, int argument, const char *name)
{
	day_number	day;

	if (argument < 0 || PG_ARGISNULL(argument))
		return NO_DAY;
	day = PG_GETARG_DATEADT(argument);
	if (!is_day(day))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("%s is outside the years 1 to 9999", name),
				 errhint("Leave it NULL if there is no bound.")));
	return day;
}

static Datum
day_or_null(day_number day, bool *isnull)
{
	*isnull = day == NO_DAY;
	return DateADTGetDatum(day);
}

/* adherence(session_log, from_on, until_on, as_of) */
Datum
exonc_log_adherence(PG_FUNCTION_ARGS)
{
	session_log log;
	AdherenceData *result;
	status		st;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	log = PG_GETARG_SESSION_LOG(0);
	result = adherence_new(log.policy);
	if (!log_adherence(&log, get_day(fcinfo, 1, "from_on"), get_day(fcinfo, 2, "until_on"),
					   get_day(fcinfo, 3, "as_of"), &result->value, &st))
		exonc_raise(&st);
	return adherence_return(result);
}

Datum
exonc_log_policy(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(PG_GETARG_SESSION_LOG(0).policy);
}

/* log_rows(session_log, OUT rows_in, OUT sessions, OUT duplicates, OUT undated) */
Datum
exonc_log_rows(PG_FUNCTION_ARGS)
{
	session_log log = PG_GETARG_SESSION_LOG(0);
	TupleDesc	columns;
	Datum		values[4];
	bool		nulls[4] = {false};

	columns = exonc_row_type(fcinfo);
	values[0] = Int64GetDatum(log.rows + log.undated);
	values[1] = Int64GetDatum(log.n);
	values[2] = Int64GetDatum(log.rows - log.n);
	values[3] = Int64GetDatum(log.undated);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(columns, values, nulls)));
}

static Datum
dose_or_null(micro dose, bool *isnull)
{
	*isnull = dose == NO_DOSE;
	return Float8GetDatum(*isnull ? 0 : micro_to_double(dose));
}

/* log_sessions(session_log, as_of): one row a session */
Datum
exonc_log_sessions(PG_FUNCTION_ARGS)
{
	enum
	{
		PLANNED_ON,
		PLANNED_NO,
		STATUS,
		DONE_ON,
		PLANNED,
		DELIVERED,
		UNIT,
		FIRST_CHANGE,
		COLUMNS = FIRST_CHANGE + N_CHANGES
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	session_log log;
	day_number	as_of;
	enum_map	statuses;
	enum_map	units;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0))
		return (Datum) 0;
	log = PG_GETARG_SESSION_LOG(0);
	as_of = get_day(fcinfo, 1, "as_of");
	ENUM_MAP_FILL_COLUMN(statuses, rsinfo->setDesc, STATUS, status_labels);
	ENUM_MAP_FILL_COLUMN(units, rsinfo->setDesc, UNIT, unit_labels);
	for (int i = 0; i < log.n; i++)
	{
		const log_entry *entry = &log.entries[i];
		Datum		values[COLUMNS] = {0};
		bool		nulls[COLUMNS] = {false};
		session		s;

		log_session(entry, as_of, &s);
		values[PLANNED_ON] = DateADTGetDatum(entry->planned_on);
		values[PLANNED_NO] = Int32GetDatum(entry->number);
		nulls[STATUS] = s.status == UNKNOWN;
		if (!nulls[STATUS])
			values[STATUS] = ObjectIdGetDatum(enum_map_oid(&statuses, s.status));
		values[DONE_ON] = day_or_null(s.status == ATTENDED ? entry->done_on : NO_DAY, &nulls[DONE_ON]);
		values[PLANNED] = dose_or_null(s.planned, &nulls[PLANNED]);
		values[DELIVERED] = dose_or_null(s.delivered, &nulls[DELIVERED]);
		nulls[UNIT] = s.unit == UNKNOWN;
		if (!nulls[UNIT])
			values[UNIT] = ObjectIdGetDatum(enum_map_oid(&units, s.unit));
		for (int c = 0; c < N_CHANGES; c++)
		{
			nulls[FIRST_CHANGE + c] = s.unclear >> c & 1;
			values[FIRST_CHANGE + c] = BoolGetDatum(s.changed >> c & 1);
		}
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* missed_runs(session_log, as_of): one row a run */
Datum
exonc_missed_runs(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	session_log log;
	enum_map	kinds;
	run_scan	scan;
	run_summary summary;
	missed_run	run;
	day_number	as_of;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0))
		return (Datum) 0;
	log = PG_GETARG_SESSION_LOG(0);
	as_of = get_day(fcinfo, 1, "as_of");
	ENUM_MAP_FILL_COLUMN(kinds, rsinfo->setDesc, 0, run_labels);
	summarise_runs(&log, as_of, &summary);
	if (!summary.known)
	{
		Datum		values[5] = {0};
		bool		nulls[5] = {true, true, true, true, true};

		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		return (Datum) 0;
	}
	run_scan_init(&scan, &log, as_of);
	while (run_scan_next(&scan, &run))
	{
		Datum		values[5];
		bool		nulls[5] = {false};

		values[0] = ObjectIdGetDatum(enum_map_oid(&kinds, run.kind));
		values[1] = Int32GetDatum(run.sessions);
		values[2] = DateADTGetDatum(run.first_on);
		values[3] = DateADTGetDatum(run.last_on);
		values[4] = day_or_null(run.resumed_on, &nulls[4]);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* missed_summary(session_log, as_of) */
Datum
exonc_missed_summary(PG_FUNCTION_ARGS)
{
	enum
	{
		COLUMNS = 10
	};
	session_log log;
	run_summary r;
	TupleDesc	columns;
	Datum		values[COLUMNS] = {0};
	bool		nulls[COLUMNS] = {false};

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	columns = exonc_row_type(fcinfo);
	log = PG_GETARG_SESSION_LOG(0);
	summarise_runs(&log, get_day(fcinfo, 1, "as_of"), &r);
	if (r.known)
	{
		const int	numbers[] = {r.interruptions,	 r.interruption_sessions, r.short_misses,
								 r.short_miss_sessions, r.tail_sessions,		  r.longest_run};

		for (int i = 0; i < lengthof(numbers); i++)
			values[i] = Int32GetDatum(numbers[i]);
		values[6] = day_or_null(r.first_interruption_on, &nulls[6]);
		values[7] = day_or_null(r.tail_from, &nulls[7]);
		values[8] = Int32GetDatum(r.longest_streak);
		values[9] = Int32GetDatum(r.current_streak);
	}
	else
		memset(nulls, true, sizeof(nulls));
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(columns, values, nulls)));
}

/* discontinuation(session_log, stopped_on, protocol_end, as_of) */
Datum
exonc_discontinuation(PG_FUNCTION_ARGS)
{
	session_log log;
	discontinuation found;
	TupleDesc	columns;
	enum_map	bases;
	Datum		values[5];
	bool		nulls[5] = {false};

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	columns = exonc_row_type(fcinfo);
	ENUM_MAP_FILL_COLUMN(bases, columns, 4, basis_labels);
	log = PG_GETARG_SESSION_LOG(0);
	find_discontinuation(&log, get_day(fcinfo, 1, "stopped_on"), get_day(fcinfo, 2, "protocol_end"),
						 get_day(fcinfo, 3, "as_of"), &found);
	nulls[0] = found.discontinued == UNKNOWN;
	values[0] = BoolGetDatum(found.discontinued == 1);
	values[1] = day_or_null(found.on, &nulls[1]);
	values[2] = Int32GetDatum(found.sessions);
	values[3] = Int32GetDatum(found.attended_after);
	values[4] = ObjectIdGetDatum(enum_map_oid(&bases, found.basis));
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(columns, values, nulls)));
}

/* first_interruption(session_log, start_on, as_of): for time-to-event analysis */
Datum
exonc_first_interruption(PG_FUNCTION_ARGS)
{
	session_log log;
	adherence_policy policy;
	run_summary r;
	TupleDesc	columns;
	enum_map	kinds;
	day_number	start;
	day_number	end;
	Datum		values[3] = {0};
	bool		nulls[3] = {true, true, true};

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	columns = exonc_row_type(fcinfo);
	ENUM_MAP_FILL_COLUMN(kinds, columns, 0, run_labels);
	log = PG_GETARG_SESSION_LOG(0);
	policy_unpack(log.policy, &policy);
	summarise_runs(&log, get_day(fcinfo, 2, "as_of"), &r);
	start = get_day(fcinfo, 1, "start_on");
	if (start == NO_DAY)
		start = r.first_on;
	if (r.known && start != NO_DAY && r.last_on != NO_DAY)
	{
		int			event = r.interruptions > 0 ? INTERRUPTION
			: r.tail_sessions >= policy.choice[CHOICE_RUN_SESSIONS] ? TAIL
																	: UNKNOWN;

		end = event == INTERRUPTION ? r.first_interruption_on : event == TAIL ? r.tail_from : r.last_on;
		nulls[0] = event == UNKNOWN;
		if (!nulls[0])
			values[0] = ObjectIdGetDatum(enum_map_oid(&kinds, event));
		values[1] = DateADTGetDatum(end);
		values[2] = Int32GetDatum(end - start);
		nulls[1] = nulls[2] = false;
	}
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(columns, values, nulls)));
}
