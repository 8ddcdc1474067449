/* cohort_pg.c: matching, coverage, shares and funnels as SQL functions. */
#include "adherence/session_log_pg.h"

#include "adherence/coverage.h"
#include "adherence/feasibility.h"
#include "adherence/matching.h"

#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/rangetypes.h"

PG_FUNCTION_INFO_V1(exonc_match_sessions);
PG_FUNCTION_INFO_V1(exonc_coverage);
PG_FUNCTION_INFO_V1(exonc_participation_eras);
PG_FUNCTION_INFO_V1(exonc_time_in_zone);
PG_FUNCTION_INFO_V1(exonc_wilson_interval);
PG_FUNCTION_INFO_V1(exonc_feasible);
PG_FUNCTION_INFO_V1(exonc_feasibility_funnel);
PG_FUNCTION_INFO_V1(exonc_standardised_difference);
PG_FUNCTION_INFO_V1(exonc_standardised_difference_of_shares);

/* The numbers of a one-dimensional array of four-byte values. */
static const int32 *
get_array(FunctionCallInfo fcinfo, int argument, const char *name, int *n)
{
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(argument);

	if (ARR_NDIM(array) > 1 || array_contains_nulls(array))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be a one-dimensional array without NULL", name)));
	*n = ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
	return (const int32 *) ARR_DATA_PTR(array);
}

static dated *
get_dated(FunctionCallInfo fcinfo, int argument, const char *name, int *n)
{
	const int32 *days = get_array(fcinfo, argument, name, n);
	dated	   *result = palloc(Max(*n, 1) * sizeof(dated));

	for (int i = 0; i < *n; i++)
	{
		if (!is_day(days[i]))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("%s has a date outside the years 1 to 9999", name)));
		result[i] = (dated){days[i], i, -1};
	}
	return result;
}

/* One row: a planned session, a performed one, or both. */
static void
put_match(ReturnSetInfo *rsinfo, const dated *planned, const dated *done)
{
	const char *outcome = planned == NULL ? "extra"
		: done == NULL					  ? "missed"
		: planned->day == done->day		  ? "on the day"
										  : "rescheduled";
	Datum		values[6] = {0};
	bool		nulls[6] = {planned == NULL, planned == NULL, done == NULL,
							done == NULL,	 planned == NULL || done == NULL, false};

	if (planned != NULL)
	{
		values[0] = Int32GetDatum(planned->place + 1);
		values[1] = DateADTGetDatum(planned->day);
	}
	if (done != NULL)
	{
		values[2] = Int32GetDatum(done->place + 1);
		values[3] = DateADTGetDatum(done->day);
	}
	if (planned != NULL && done != NULL)
		values[4] = Int32GetDatum(done->day - planned->day);
	values[5] = CStringGetTextDatum(outcome);
	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

/* match_sessions(planned_on, done_on, days_before, days_after) */
Datum
exonc_match_sessions(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	int			n_planned;
	int			n_done;
	dated	   *planned = get_dated(fcinfo, 0, "planned_on", &n_planned);
	dated	   *done = get_dated(fcinfo, 1, "done_on", &n_done);
	status		st;

	InitMaterializedSRF(fcinfo, 0);
	if (!check_grace("days_before", PG_GETARG_INT32(2), &st) ||
		!check_grace("days_after", PG_GETARG_INT32(3), &st))
		exonc_raise(&st);
	match_sessions(planned, n_planned, done, n_done, PG_GETARG_INT32(2), PG_GETARG_INT32(3));
	for (int i = 0; i < n_planned; i++)
		put_match(rsinfo, &planned[i], planned[i].matched < 0 ? NULL : &done[planned[i].matched]);
	for (int i = 0; i < n_done; i++)
		if (done[i].matched < 0)
			put_match(rsinfo, NULL, &done[i]);
	return (Datum) 0;
}

/* coverage(event_on, covers_days, from_on, until_on, follow_up_until, closed) */
Datum
exonc_coverage(PG_FUNCTION_ARGS)
{
	enum
	{
		SHIFTED = N_CMA,
		NOT_SHIFTED,
		COLUMNS
	};
	coverage_request request;
	cma_value	cma[N_CMA];
	const int32 *days;
	const int32 *supplies;
	int			n_supplies;
	TupleDesc	columns;
	Datum		values[COLUMNS];
	bool		nulls[COLUMNS] = {false};
	double		length;
	status		st;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(3))
		PG_RETURN_NULL();
	columns = exonc_row_type(fcinfo);
	days = get_array(fcinfo, 0, "event_on", &request.n);
	supplies = get_array(fcinfo, 1, "covers_days", &n_supplies);
	if (n_supplies != request.n)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%d dates of events, but %d numbers of days", request.n, n_supplies)));
	request.events = palloc(Max(request.n, 1) * sizeof(supply_event));
	for (int i = 0; i < request.n; i++)
		request.events[i] = (supply_event){days[i], supplies[i], i};
	request.from = get_day(fcinfo, 2, "from_on");
	request.until = get_day(fcinfo, 3, "until_on");
	request.follow_up_until =
		PG_ARGISNULL(4) ? request.until : get_day(fcinfo, 4, "follow_up_until");
	request.closed = !PG_ARGISNULL(5) && PG_GETARG_BOOL(5);
	if (!check_coverage(&request, &st))
		exonc_raise(&st);
	compute_cma(&request, cma);
	for (int i = 0; i < N_CMA; i++)
	{
		values[i] = Float8GetDatum(cma[i].value);
		nulls[i] = !cma[i].known;
	}
	length = request.until - request.from;
	values[SHIFTED] = Float8GetDatum(days_covered(&request, true) / length);
	values[NOT_SHIFTED] = Float8GetDatum(days_covered(&request, false) / length);
	nulls[SHIFTED] = nulls[NOT_SHIFTED] = request.n == 0;
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(columns, values, nulls)));
}

/* participation_eras(starts_on, ends_on, gap_days): one row an era */
Datum
exonc_participation_eras(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	int			n;
	int			n_ends;
	dated	   *starts = get_dated(fcinfo, 0, "starts_on", &n);
	dated	   *ends = get_dated(fcinfo, 1, "ends_on", &n_ends);
	era		   *eras = palloc(Max(n, 1) * sizeof(era));
	status		st;

	InitMaterializedSRF(fcinfo, 0);
	if (!check_grace("gap_days", PG_GETARG_INT32(2), &st))
		exonc_raise(&st);
	if (n != n_ends)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%d periods begin, but %d end", n, n_ends)));
	for (int i = 0; i < n; i++)
	{
		eras[i] = (era){starts[i].day, ends[i].day, 1};
		if (eras[i].until <= eras[i].from)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("period %d ends before its second day", i + 1),
					 errhint("ends_on is the day after the last day of the period.")));
	}
	n = join_eras(eras, n, PG_GETARG_INT32(2));
	for (int i = 0; i < n; i++)
	{
		Datum		values[] = {Int32GetDatum(i + 1), DateADTGetDatum(eras[i].from),
								DateADTGetDatum(eras[i].until), Int32GetDatum(eras[i].periods)};
		bool		nulls[lengthof(values)] = {false};

		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* The bounds of an int4range, which is canonical: [lower, upper). */
static void
get_zone(FunctionCallInfo fcinfo, int argument, int64 *low, int64 *high)
{
	RangeType  *range = PG_GETARG_RANGE_P(argument);
	TypeCacheEntry *type = lookup_type_cache(RangeTypeGetOid(range), TYPECACHE_RANGE_INFO);
	RangeBound	lower;
	RangeBound	upper;
	bool		empty;

	range_deserialize(type, range, &lower, &upper, &empty);
	if (empty)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("the target zone is empty")));
	*low = lower.infinite ? PG_INT64_MIN : DatumGetInt32(lower.val);
	*high = upper.infinite ? PG_INT64_MAX : DatumGetInt32(upper.val);
}

#define LOWEST_HEART_RATE  20
#define HIGHEST_HEART_RATE 250

/* time_in_zone(heart_rate_bpm, zone, seconds_per_sample, planned_min) */
Datum
exonc_time_in_zone(PG_FUNCTION_ARGS)
{
	ArrayType  *array;
	ArrayIterator iterator;
	int64		low;
	int64		high;
	int64		samples[4] = {0}; /* below, in, above, unknown */
	TupleDesc	columns;
	Datum		values[5];
	bool		nulls[5] = {false};
	Datum		element;
	bool		isnull;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	columns = exonc_row_type(fcinfo);
	array = PG_GETARG_ARRAYTYPE_P(0);
	get_zone(fcinfo, 1, &low, &high);
	if (PG_GETARG_INT32(2) < 1 || PG_GETARG_INT32(2) > 3600)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("seconds_per_sample %d is outside 1..3600", PG_GETARG_INT32(2))));
	if (!PG_ARGISNULL(3) && !(PG_GETARG_FLOAT8(3) > 0 && PG_GETARG_FLOAT8(3) <= 1440))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("planned_min %g is not within a day", PG_GETARG_FLOAT8(3))));
	iterator = array_create_iterator(array, 0, NULL);
	while (array_iterate(iterator, &element, &isnull))
	{
		int32		bpm = isnull ? 0 : DatumGetInt32(element);

		if (!isnull && (bpm < LOWEST_HEART_RATE || bpm > HIGHEST_HEART_RATE))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("heart rate %d is outside %d..%d", bpm, LOWEST_HEART_RATE, HIGHEST_HEART_RATE),
					 errhint("Give beats per minute, and NULL where the sensor had no contact.")));
		samples[isnull ? 3 : bpm < low ? 0 : bpm < high ? 1 : 2]++;
	}
	for (int i = 0; i < 4; i++)
		values[i] = Float8GetDatum(samples[i] * PG_GETARG_INT32(2) / 60.0);
	nulls[4] = PG_ARGISNULL(3) || samples[0] + samples[1] + samples[2] == 0;
	values[4] = Float8GetDatum(
		nulls[4] ? 0 : samples[1] * PG_GETARG_INT32(2) / 60.0 / PG_GETARG_FLOAT8(3));
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(columns, values, nulls)));
}

/* wilson_interval(part, whole, confidence, OUT lower, OUT upper) */
Datum
exonc_wilson_interval(PG_FUNCTION_ARGS)
{
	TupleDesc	columns;
	interval	found = {0, 0};
	Datum		values[2];
	bool		nulls[2] = {false};
	status		st;

	columns = exonc_row_type(fcinfo);
	if (!check_share(PG_GETARG_INT64(0), PG_GETARG_INT64(1), &st))
		exonc_raise(&st);
	nulls[0] = nulls[1] = PG_GETARG_INT64(1) == 0;
	if (!nulls[0] &&
		!wilson_interval(PG_GETARG_INT64(0), PG_GETARG_INT64(1), PG_GETARG_FLOAT8(2), &found, &st))
		exonc_raise(&st);
	values[0] = Float8GetDatum(found.lower);
	values[1] = Float8GetDatum(found.upper);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(columns, values, nulls)));
}

/* feasible(part, whole, at_least) */
Datum
exonc_feasible(PG_FUNCTION_ARGS)
{
	ratio		r = {PG_GETARG_INT64(0), PG_GETARG_INT64(1), true};
	int64_t		billionths;
	status		st;

	if (!check_share(r.numerator, r.denominator, &st) ||
		!threshold_from_double(PG_GETARG_FLOAT8(2), 1, &billionths, &st))
		exonc_raise(&st);
	if (r.denominator == 0)
		PG_RETURN_NULL();
	PG_RETURN_BOOL(ratio_at_least(&r, billionths));
}

/* feasibility_funnel(screened, ..., lost, months, confidence): one row a rate */
Datum
exonc_feasibility_funnel(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	int			months = N_FUNNEL_COUNTS;
	funnel		f;
	status		st;

	InitMaterializedSRF(fcinfo, 0);
	for (int c = 0; c < N_FUNNEL_COUNTS; c++)
		f.count[c] = PG_ARGISNULL(c) ? UNKNOWN_COUNT : PG_GETARG_INT64(c);
	for (int c = 0; c < N_FUNNEL_COUNTS; c++)
		if (!PG_ARGISNULL(c) && PG_GETARG_INT64(c) == UNKNOWN_COUNT)
			f.count[c] = UNKNOWN_COUNT - 1; /* from SQL only NULL means that */
	if (!check_funnel(&f, &st))
		exonc_raise(&st);
	if (!PG_ARGISNULL(months) && !(PG_GETARG_FLOAT8(months) > 0))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("site_months %g is not positive", PG_GETARG_FLOAT8(months))));
	for (int r = 0; r < N_FUNNEL_RATES; r++)
	{
		int64_t		numerator;
		int64_t		denominator;
		interval	wilson;
		Datum		values[7] = {0};
		bool		nulls[7] = {false};
		bool		known;

		funnel_ratio(&f, r, &numerator, &denominator);
		known = numerator != UNKNOWN_COUNT && denominator > 0 &&
			wilson_interval(numerator, denominator, 0.95, &wilson, &st);
		values[0] = CStringGetTextDatum(funnel_rate_name(r));
		values[1] = Float8GetDatum(known ? (double) numerator / denominator : 0);
		values[2] = Int64GetDatum(numerator);
		values[3] = Int64GetDatum(denominator);
		values[4] = CStringGetTextDatum(funnel_rate_definition(r));
		values[5] = Float8GetDatum(known ? wilson.lower : 0);
		values[6] = Float8GetDatum(known ? wilson.upper : 0);
		nulls[1] = nulls[5] = nulls[6] = !known;
		nulls[2] = numerator == UNKNOWN_COUNT;
		nulls[3] = denominator == UNKNOWN_COUNT;
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	if (!PG_ARGISNULL(months) && f.count[ENROLLED] != UNKNOWN_COUNT)
	{
		Datum		values[7] = {0};
		bool		nulls[7] = {false, false, false, true, false, true, true};

		values[0] = CStringGetTextDatum("accrual");
		values[1] = Float8GetDatum(f.count[ENROLLED] / PG_GETARG_FLOAT8(months));
		values[2] = Int64GetDatum(f.count[ENROLLED]);
		values[4] = CStringGetTextDatum("enrolled / site-month");
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

static Datum
return_difference(FunctionCallInfo fcinfo, double mean_a, double variance_a, double mean_b, double variance_b)
{
	if (variance_a + variance_b == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(standardised_difference(mean_a, variance_a, mean_b, variance_b));
}

static double
get_checked(FunctionCallInfo fcinfo, int argument, const char *name, double lowest, double highest)
{
	double		value = PG_GETARG_FLOAT8(argument);

	if (!(value >= lowest && value <= highest))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("%s %g is outside %g..%g", name, value, lowest, highest)));
	return value;
}

#define LARGEST_VALUE 1e100

/* standardised_difference(mean_a, sd_a, mean_b, sd_b) */
Datum
exonc_standardised_difference(PG_FUNCTION_ARGS)
{
	double		sd_a = get_checked(fcinfo, 1, "sd_a", 0, LARGEST_VALUE);
	double		sd_b = get_checked(fcinfo, 3, "sd_b", 0, LARGEST_VALUE);

	return return_difference(fcinfo, get_checked(fcinfo, 0, "mean_a", -LARGEST_VALUE, LARGEST_VALUE),
							 sd_a * sd_a,
							 get_checked(fcinfo, 2, "mean_b", -LARGEST_VALUE, LARGEST_VALUE), sd_b * sd_b);
}

/* standardised_difference_of_shares(part_a, whole_a, part_b, whole_b) */
Datum
exonc_standardised_difference_of_shares(PG_FUNCTION_ARGS)
{
	double		p[2];
	status		st;

	for (int i = 0; i < 2; i++)
	{
		if (!check_share(PG_GETARG_INT64(2 * i), PG_GETARG_INT64(2 * i + 1), &st))
			exonc_raise(&st);
		if (PG_GETARG_INT64(2 * i + 1) == 0)
			PG_RETURN_NULL();
		p[i] = (double) PG_GETARG_INT64(2 * i) / PG_GETARG_INT64(2 * i + 1);
	}
	return return_difference(fcinfo, p[0], p[0] * (1 - p[0]), p[1], p[1] * (1 - p[1]));
}
