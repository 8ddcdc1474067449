/* trailing_pg.c: the figures of the last days at each session, as rows and as arrays. */
#include "adherence/session_log_pg.h"

#include "adherence/trailing.h"
#include "adherence/windows.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

PG_FUNCTION_INFO_V1(exonc_trailing_windows);
PG_FUNCTION_INFO_V1(exonc_trailing_dose_intensity);
PG_FUNCTION_INFO_V1(exonc_trailing_attendance);
PG_FUNCTION_INFO_V1(exonc_planned_dates);

static const char *const unit_labels[] = DOSE_UNIT_LABELS;
static const char *const cap_labels[] = DOSE_CAP_LABELS;

/* The enums among the arguments; -1: there is none. Looked up once for many logs. */
typedef struct trailing_enums
{
	enum_map	units;
	enum_map	caps;
} trailing_enums;

static trailing_enums *
get_trailing_enums(FunctionCallInfo fcinfo, int unit_argument, int cap_argument)
{
	trailing_enums *enums = fcinfo->flinfo->fn_extra;
	Oid		   *types;
	int			n_types;

	if (enums != NULL)
		return enums;
	enums = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(trailing_enums));
	get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
	ENUM_MAP_FILL(enums->units, types[unit_argument], unit_labels);
	if (cap_argument >= 0)
		ENUM_MAP_FILL(enums->caps, types[cap_argument], cap_labels);
	fcinfo->flinfo->fn_extra = enums;
	return enums;
}

static int
get_unit(FunctionCallInfo fcinfo, const trailing_enums *enums, const session_log *log, int argument)
{
	int			unit;
	status		st;

	if (!PG_ARGISNULL(argument))
		return enum_map_code(&enums->units, PG_GETARG_OID(argument));
	if (!trailing_only_unit(log, &unit, &st))
		exonc_raise(&st);
	return unit;
}

/* A NULL cap (argument -1: none) is that of the policy. */
static dose_cap
get_cap(FunctionCallInfo fcinfo, const trailing_enums *enums, const session_log *log, int argument)
{
	adherence_policy policy;

	if (argument >= 0 && !PG_ARGISNULL(argument))
		return enum_map_code(&enums->caps, PG_GETARG_OID(argument));
	policy_unpack(log->policy, &policy);
	return policy.choice[CHOICE_CAP];
}

static int
get_length(FunctionCallInfo fcinfo, int argument)
{
	status		st;

	if (!check_window_days("length_days", PG_GETARG_INT32(argument), &st))
		exonc_raise(&st);
	return PG_GETARG_INT32(argument);
}

static int
next_day(trailing_scan *scan)
{
	int			sessions;
	status		st;

	if (!trailing_next_day(scan, &sessions, &st))
		exonc_raise(&st);
	return sessions;
}

/* trailing_windows(log, length_days, unit, as_of): the window up to each session */
Datum
exonc_trailing_windows(PG_FUNCTION_ARGS)
{
	enum
	{
		PLANNED_ON,
		PLANNED_NO,
		PLANNED,
		ATTENDED_SESSIONS,
		ATTENDANCE,
		DOSE_INTENSITY,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	session_log log;
	trailing_enums *enums;
	trailing_scan scan;
	dose_cap	cap;
	int			sessions;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		return (Datum) 0;
	log = PG_GETARG_SESSION_LOG(0);
	enums = get_trailing_enums(fcinfo, 2, -1);
	cap = get_cap(fcinfo, enums, &log, -1);
	trailing_init(&scan, &log, get_length(fcinfo, 1), get_unit(fcinfo, enums, &log, 2),
				  get_day(fcinfo, 3, "as_of"));
	while ((sessions = next_day(&scan)) > 0)
	{
		ratio		attendance = trailing_attendance(&scan);
		ratio		dose = trailing_dose(&scan, cap);
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[PLANNED] = Int64GetDatum(attendance.denominator);
		values[ATTENDED_SESSIONS] = Int64GetDatum(attendance.numerator);
		values[ATTENDANCE] = Float8GetDatum(attendance.known ? ratio_value(&attendance) : 0);
		nulls[ATTENDANCE] = !attendance.known;
		values[DOSE_INTENSITY] = Float8GetDatum(dose.known ? ratio_value(&dose) : 0);
		nulls[DOSE_INTENSITY] = !dose.known;
		for (int i = scan.last - sessions; i < scan.last; i++)
		{
			values[PLANNED_ON] = DateADTGetDatum(log.entries[i].planned_on);
			values[PLANNED_NO] = Int32GetDatum(log.entries[i].number);
			tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		}
	}
	return (Datum) 0;
}

/* An array with a number, or NULL, for each session of a log. */
typedef struct figures
{
	Datum	   *values;
	bool	   *nulls;
} figures;

static figures
figures_new(const session_log *log)
{
	return (figures){palloc(Max(log->n, 1) * sizeof(Datum)), palloc(Max(log->n, 1) * sizeof(bool))};
}

static void
put_figure(const figures *to, const trailing_scan *scan, int sessions, const ratio *r)
{
	Datum		value = Float8GetDatum(r->known ? ratio_value(r) : 0);

	for (int i = scan->last - sessions; i < scan->last; i++)
	{
		to->values[i] = value;
		to->nulls[i] = !r->known;
	}
}

static Datum
figures_array(const figures *f, const session_log *log)
{
	int			size = log->n;
	int			lower = 1;

	return PointerGetDatum(log->n == 0
							   ? construct_empty_array(FLOAT8OID)
							   : construct_md_array(f->values, f->nulls, 1, &size, &lower, FLOAT8OID,
													sizeof(float8), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
}

/* trailing_dose_intensity(log, length_days, unit, cap, as_of) */
Datum
exonc_trailing_dose_intensity(PG_FUNCTION_ARGS)
{
	session_log log;
	trailing_enums *enums;
	trailing_scan scan;
	dose_cap	cap;
	figures		result;
	int			sessions;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	log = PG_GETARG_SESSION_LOG(0);
	enums = get_trailing_enums(fcinfo, 2, 3);
	cap = get_cap(fcinfo, enums, &log, 3);
	trailing_init(&scan, &log, get_length(fcinfo, 1), get_unit(fcinfo, enums, &log, 2),
				  get_day(fcinfo, 4, "as_of"));
	result = figures_new(&log);
	while ((sessions = next_day(&scan)) > 0)
	{
		ratio		dose = trailing_dose(&scan, cap);

		put_figure(&result, &scan, sessions, &dose);
	}
	return figures_array(&result, &log);
}

/* trailing_attendance(log, length_days, as_of) */
Datum
exonc_trailing_attendance(PG_FUNCTION_ARGS)
{
	session_log log;
	trailing_scan scan;
	figures		result;
	int			sessions;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	log = PG_GETARG_SESSION_LOG(0);
	trailing_init(&scan, &log, get_length(fcinfo, 1), UNKNOWN, get_day(fcinfo, 2, "as_of"));
	result = figures_new(&log);
	while ((sessions = next_day(&scan)) > 0)
	{
		ratio		attendance = trailing_attendance(&scan);

		put_figure(&result, &scan, sessions, &attendance);
	}
	return figures_array(&result, &log);
}

/* planned_dates(log) */
Datum
exonc_planned_dates(PG_FUNCTION_ARGS)
{
	session_log log = PG_GETARG_SESSION_LOG(0);
	Datum	   *dates = palloc(Max(log.n, 1) * sizeof(Datum));

	for (int i = 0; i < log.n; i++)
		dates[i] = DateADTGetDatum(log.entries[i].planned_on);
	PG_RETURN_ARRAYTYPE_P(construct_array(dates, log.n, DATEOID, sizeof(DateADT), true, TYPALIGN_INT));
}
