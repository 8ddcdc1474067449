/* schedule_request_pg.c: the arguments of schedule(). */
#include "prescription/schedule_pg.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/date.h"
#include "utils/multirangetypes.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"

const char *const break_rule_labels[] = BREAK_RULE_LABELS;

/* Dates far from any programme would overflow sums of days. */
static int
check_date(DateADT date, const char *what)
{
	if (DATE_NOT_FINITE(date) || date < -200000 || date > 400000)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("%s is outside 1452-05-30..3095-03-06", what),
				 errhint("Give the date of a programme, not infinity.")));
	return date;
}

/* An array of whole numbers without NULLs. */
static int *
get_array(ArrayType *array, Oid element, const char *what, int *n)
{
	Datum	   *values;
	bool	   *nulls;
	int		   *result;

	deconstruct_array(array, element, 4, true, TYPALIGN_INT, &values, &nulls, n);
	result = palloc(sizeof(int) * (*n + 1));
	for (int i = 0; i < *n; i++)
	{
		if (nulls[i])
			ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("%s has a NULL element", what)));
		result[i] = DatumGetInt32(values[i]);
	}
	return result;
}

static unsigned
get_weekdays(ArrayType *array)
{
	int			n;
	int		   *days = get_array(array, INT4OID, "weekdays", &n);
	unsigned	set = 0;

	for (int i = 0; i < n; i++)
	{
		if (days[i] < 1 || days[i] > 7)
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("weekday %d is outside 1..7", days[i]),
					 errhint("Weekdays are numbered from 1, Monday, to 7, Sunday.")));
		set |= 1u << days[i];
	}
	if (set == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("weekdays is an empty array"),
				 errhint("Leave weekdays out to plan on any day.")));
	return set;
}

/* A break without a beginning or an end reaches as far as dates go. */
static day_range *
get_breaks(MultirangeType *multirange, int *n)
{
	TypeCacheEntry *type = lookup_type_cache(DATERANGEOID, TYPECACHE_RANGE_INFO);
	RangeType **ranges;
	day_range  *breaks;

	multirange_deserialize(type, multirange, n, &ranges);
	breaks = palloc(sizeof(day_range) * (*n + 1));
	for (int i = 0; i < *n; i++)
	{
		RangeBound	lower;
		RangeBound	upper;
		bool		empty;

		range_deserialize(type, ranges[i], &lower, &upper, &empty);
		breaks[i].from = lower.infinite ? PG_INT32_MIN : DatumGetDateADT(lower.val);
		breaks[i].to = upper.infinite ? PG_INT32_MAX : DatumGetDateADT(upper.val);
	}
	return breaks;
}

void
get_schedule_request(FunctionCallInfo fcinfo, const enum_map *break_rules, schedule_request *r)
{
	*r = (schedule_request) {0};
	r->start = check_date(PG_GETARG_DATEADT(ARG_START_ON), "start_on");
	if (!PG_ARGISNULL(ARG_CYCLE_STARTS))
	{
		int		   *starts = get_array(PG_GETARG_ARRAYTYPE_P(ARG_CYCLE_STARTS), DATEOID, "cycle_starts", &r->n_cycles);

		for (int i = 0; i < r->n_cycles; i++)
			check_date(starts[i], "a date of cycle_starts");
		r->cycle_starts = starts;
	}
	if (!PG_ARGISNULL(ARG_WEEKDAYS))
		r->weekdays = get_weekdays(PG_GETARG_ARRAYTYPE_P(ARG_WEEKDAYS));
	if (!PG_ARGISNULL(ARG_BREAKS))
		r->breaks = get_breaks(PG_GETARG_MULTIRANGE_P(ARG_BREAKS), &r->n_breaks);
	if (!PG_ARGISNULL(ARG_ON_BREAK))
		r->on_break = enum_map_code(break_rules, PG_GETARG_OID(ARG_ON_BREAK));
	for (int i = 0; r->on_break == BREAK_PAUSE && i < r->n_breaks; i++)
		if (r->breaks[i].to == PG_INT32_MAX)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("a break without an end cannot pause the programme"),
					 errhint("End the break, or let on_break be skip.")));
	if (!PG_ARGISNULL(ARG_WEEKS))
	{
		status		st;

		r->weeks = PG_GETARG_INT32(ARG_WEEKS);
		if (!check_week(r->weeks, &st))
			exonc_raise(&st);
	}
	r->alternative = PG_ARGISNULL(ARG_ALTERNATIVE) ? 1 : PG_GETARG_INT32(ARG_ALTERNATIVE);
	if (r->alternative < 1)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("alternative %d is less than 1", r->alternative)));
}
