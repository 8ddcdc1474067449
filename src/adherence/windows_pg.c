/* windows_pg.c: windows of a log as rows. */
#include "adherence/session_log_pg.h"

#include "adherence/windows.h"

#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rangetypes.h"

PG_FUNCTION_INFO_V1(exonc_windows);
PG_FUNCTION_INFO_V1(exonc_cycle_windows);
PG_FUNCTION_INFO_V1(exonc_phase_windows);

/* The rows of one call: windows, and what lay in none of them. */
typedef struct window_rows
{
	ReturnSetInfo *rsinfo;
	session_log log;
	dispositions d;
	day_number	as_of;
	bool	   *inside; /* of each entry: a window holds it */
} window_rows;

static void
window_rows_init(window_rows *rows, FunctionCallInfo fcinfo, day_number as_of)
{
	rows->rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	rows->log = PG_GETARG_SESSION_LOG(0);
	rows->d = policy_dispositions(rows->log.policy);
	rows->as_of = as_of;
	rows->inside = palloc0(Max(rows->log.n, 1) * sizeof(bool));
}

static void
add_entry(window_rows *rows, AdherenceData *a, int i)
{
	session		s;
	status		st;

	log_session(&rows->log.entries[i], rows->as_of, &s);
	if (!adherence_add(&a->value, &rows->d, &s, &st))
		exonc_raise(&st);
}

/* number 0: the row of what lay outside. */
static void
put_row(window_rows *rows, int number, const day_window *window, AdherenceData *a)
{
	Datum		values[5] = {0};
	bool		nulls[5] = {true, true, true, true, false};

	if (number > 0)
	{
		values[0] = Int32GetDatum(number);
		values[1] = DateADTGetDatum(window->starts_on);
		values[2] = DateADTGetDatum(window->ends_on);
		values[3] = BoolGetDatum(window->complete);
		nulls[0] = nulls[1] = nulls[3] = false;
		nulls[2] = window->ends_on == NO_DAY;
	}
	values[4] = adherence_return(a);
	tuplestore_putvalues(rows->rsinfo->setResult, rows->rsinfo->setDesc, values, nulls);
}

static void
put_window(window_rows *rows, int number, const day_window *window)
{
	AdherenceData *a = adherence_new(rows->log.policy);

	for (int i = log_find(&rows->log, window->starts_on);
		 i < rows->log.n &&
		 (window->ends_on == NO_DAY || rows->log.entries[i].planned_on < window->ends_on);
		 i++)
	{
		rows->inside[i] = true;
		add_entry(rows, a, i);
	}
	put_row(rows, number, window, a);
	pfree(a);
}

static void
put_outside(window_rows *rows)
{
	AdherenceData *a = adherence_new(rows->log.policy);

	for (int i = 0; i < rows->log.n; i++)
		if (!rows->inside[i])
			add_entry(rows, a, i);
	put_row(rows, 0, NULL, a);
}

static bool
get_flag(FunctionCallInfo fcinfo, int argument)
{
	return !PG_ARGISNULL(argument) && PG_GETARG_BOOL(argument);
}

/* windows(log, step_days, length_days, start_on, until_on, as_of, outside) */
Datum
exonc_windows(PG_FUNCTION_ARGS)
{
	window_rows rows;
	window_limits limits;
	step_windows windows;
	int			n;
	status		st;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		return (Datum) 0;
	limits.until = get_day(fcinfo, 4, "until_on");
	limits.as_of = get_day(fcinfo, 5, "as_of");
	window_rows_init(&rows, fcinfo, limits.as_of);
	if (!step_windows_init(&windows, &rows.log, PG_GETARG_INT32(1),
						   PG_ARGISNULL(2) ? PG_GETARG_INT32(1) : PG_GETARG_INT32(2),
						   get_day(fcinfo, 3, "start_on"), &limits, &n, &st))
		exonc_raise(&st);
	for (int i = 0; i < n; i++)
	{
		day_window	window = step_window(&windows, i, &limits);

		CHECK_FOR_INTERRUPTS();
		put_window(&rows, i + 1, &window);
	}
	if (get_flag(fcinfo, 6))
		put_outside(&rows);
	return (Datum) 0;
}

/* cycle_windows(log, cycle_starts, first_day, last_day, until_on, as_of, outside) */
Datum
exonc_cycle_windows(PG_FUNCTION_ARGS)
{
	window_rows rows;
	window_limits limits;
	ArrayType  *array;
	int64		first = PG_ARGISNULL(2) ? 1 : PG_GETARG_INT32(2);
	int64		last = 0;
	day_number *starts;
	int			n;
	status		st;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		return (Datum) 0;
	array = PG_GETARG_ARRAYTYPE_P(1);
	if (ARR_NDIM(array) > 1 || array_contains_nulls(array))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cycle_starts must be a one-dimensional array without NULL")));
	starts = (day_number *) ARR_DATA_PTR(array);
	n = ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
	if (!PG_ARGISNULL(3) && (last = PG_GETARG_INT32(3)) == 0)
		last = -1;				/* 0 means none to the rule, not to the caller */
	limits.until = get_day(fcinfo, 4, "until_on");
	limits.as_of = get_day(fcinfo, 5, "as_of");
	if (!check_cycles(starts, n, &st) || !check_cycle_days(first, last, &st))
		exonc_raise(&st);
	window_rows_init(&rows, fcinfo, limits.as_of);
	for (int i = 0; i < n; i++)
	{
		day_window	window;

		if (cycle_window(starts, n, i, first, last, &limits, &window))
			put_window(&rows, i + 1, &window);
	}
	if (get_flag(fcinfo, 6))
		put_outside(&rows);
	return (Datum) 0;
}

/* A daterange as a window; NULL bounds are open. */
static day_window
window_of_range(TypeCacheEntry *type, RangeType *range, int number)
{
	RangeBound	lower;
	RangeBound	upper;
	bool		empty;
	day_window	window = {NO_DAY, NO_DAY, false};

	range_deserialize(type, range, &lower, &upper, &empty);
	if (!empty && !lower.infinite)
		window.starts_on = DatumGetDateADT(lower.val);
	if (!empty && !upper.infinite)
		window.ends_on = DatumGetDateADT(upper.val);
	if (empty || lower.infinite || !is_day(window.starts_on) ||
		(!upper.infinite && !is_day(window.ends_on)))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("phase %d has no first day", number),
				 errhint("A phase is a date range such as [2026-01-05,2026-02-16); only its end may be open.")));
	return window;
}

/* phase_windows(log, phases, as_of, outside) */
Datum
exonc_phase_windows(PG_FUNCTION_ARGS)
{
	window_rows rows;
	window_limits limits = {NO_DAY, NO_DAY};
	ArrayType  *array;
	TypeCacheEntry *type;
	Datum	   *elements;
	bool	   *element_nulls;
	int			n;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		return (Datum) 0;
	array = PG_GETARG_ARRAYTYPE_P(1);
	type = lookup_type_cache(ARR_ELEMTYPE(array), TYPECACHE_RANGE_INFO);
	deconstruct_array(array, ARR_ELEMTYPE(array), type->typlen, type->typbyval, type->typalign,
					  &elements, &element_nulls, &n);
	limits.as_of = get_day(fcinfo, 2, "as_of");
	window_rows_init(&rows, fcinfo, limits.as_of);
	for (int i = 0; i < n; i++)
	{
		day_window	window;

		if (element_nulls[i])
			continue;			/* a phase that this participant did not have */
		window = window_of_range(type, DatumGetRangeTypeP(elements[i]), i + 1);
		window.complete = window_is_complete(&window, &limits);
		put_window(&rows, i + 1, &window);
	}
	if (get_flag(fcinfo, 3))
		put_outside(&rows);
	return (Datum) 0;
}
