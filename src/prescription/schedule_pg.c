/* schedule_pg.c: schedule(), a prescription as dated sessions. */
#include "prescription/prescription_pg.h"

#include "prescription/schedule.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/multirangetypes.h"
#include "utils/lsyscache.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"

PG_FUNCTION_INFO_V1(exonc_schedule);

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

static const char *const break_labels[] = BREAK_RULE_LABELS;

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

static void
get_request(FunctionCallInfo fcinfo, schedule_request *r)
{
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
	{
		enum_map	rules;
		Oid		   *types;
		int			n_types;

		get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
		ENUM_MAP_FILL(rules, types[ARG_ON_BREAK], break_labels);
		r->on_break = enum_map_code(&rules, PG_GETARG_OID(ARG_ON_BREAK));
	}
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

/* The prescription of a session; sessions of one week share it. */
static Datum
content_datum(const planned_session *s, arena *memory)
{
	void	  **cache = &s->content->cache[s->supervision + 1];

	if (*cache == NULL)
	{
		prescription rx;

		session_prescription(s, &rx, memory);
		*cache = DatumGetPointer(prescription_datum(&rx, memory));
	}
	return PointerGetDatum(*cache);
}

/* schedule(prescription, start_on, ...): one row a session */
Datum
exonc_schedule(PG_FUNCTION_ARGS)
{
	enum
	{
		SESSION,
		PLANNED_ON,
		WEEK,
		BLOCK,
		PART,
		ALTERNATIVE,
		CYCLE,
		CYCLE_DAY,
		OPTIONAL,
		SUPERVISION,
		SESSION_MINUTES,
		PRESCRIBED,
		CONDITION,
		REASON,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	call_memory memory;
	schedule_request request = {0};
	prescription rx;
	schedule	plan;
	enum_map	supervisions;
	status		st;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	if (PG_ARGISNULL(ARG_PRESCRIPTION) || PG_ARGISNULL(ARG_START_ON))
		return (Datum) 0;
	ENUM_MAP_FILL_COLUMN(supervisions, rsinfo->setDesc, SUPERVISION, supervision_labels);
	CALL_MEMORY_INIT(memory);
	prescription_read(PG_GETARG_VARLENA_PP(ARG_PRESCRIPTION), &rx, &memory.arena);
	get_request(fcinfo, &request);
	if (!make_schedule(&rx, &request, &plan, &memory.arena, &st))
		exonc_raise(&st);

	for (int i = 0; i < plan.n; i++)
	{
		const planned_session *s = &plan.sessions[i];
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		nulls[SESSION] = nulls[PLANNED_ON] = nulls[WEEK] = nulls[OPTIONAL] = !s->dated;
		values[SESSION] = Int32GetDatum(i + 1);
		values[PLANNED_ON] = DateADTGetDatum(s->day);
		values[WEEK] = Int32GetDatum(s->week);
		values[BLOCK] = Int32GetDatum(s->block);
		values[PART] = Int32GetDatum(s->part);
		values[ALTERNATIVE] = Int32GetDatum(s->alternative);
		nulls[CYCLE] = nulls[CYCLE_DAY] = s->cycle == 0;
		values[CYCLE] = Int32GetDatum(s->cycle);
		values[CYCLE_DAY] = Int32GetDatum(s->cycle_day);
		values[OPTIONAL] = BoolGetDatum(s->optional);
		nulls[SUPERVISION] = s->supervision == UNKNOWN;
		if (!nulls[SUPERVISION])
			values[SUPERVISION] = ObjectIdGetDatum(enum_map_oid(&supervisions, s->supervision));
		nulls[SESSION_MINUTES] = !s->content->minutes.known;
		if (s->content->minutes.known)
		{
			if (s->content->minutes_cache == NULL)
				s->content->minutes_cache =
					DatumGetPointer(number_range(s->content->minutes.low, s->content->minutes.high));
			values[SESSION_MINUTES] = PointerGetDatum(s->content->minutes_cache);
		}
		values[PRESCRIBED] = content_datum(s, &memory.arena);
		nulls[CONDITION] = s->condition.at == NULL;
		if (!nulls[CONDITION])
			values[CONDITION] = PointerGetDatum(cstring_to_text_with_len(s->condition.at, s->condition.length));
		values[REASON] = text_or_null(s->reason, &nulls[REASON]);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
