/* adaptation_pg.c: adapt() and the rules behind it as rows. */
#include "prescription/prescription_pg.h"

#include <math.h>

#include "common/decimal.h"
#include "prescription/adaptation.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"

PG_FUNCTION_INFO_V1(exonc_adapt);
PG_FUNCTION_INFO_V1(exonc_adaptation_rules);

static const char *const rule_labels[] = ADAPTATION_RULE_LABELS;
static const char *const mark_labels[] = EVIDENCE_MARK_LABELS;

enum
{
	ARG_PRESCRIPTION,
	ARG_RULE,
	ARG_WEEK,
	ARG_MODALITY,
	ARG_BLOCK,
	ARG_PART,
	ARG_ALTERNATIVE,
	ARG_COMPONENT,
	ARG_REPETITIONS,
	ARG_INTERVALS,
	ARG_RPE,
	ARG_HEART_RATES,
	ARG_ZONE,
	ARG_MINUTES_BELOW,
	ARG_MINUTES_IN,
	ARG_MINUTES_ABOVE,
	ARG_WEEKS_MISSED,
	ARG_WEEKS_SINCE_CHANGE,
	ARG_SEVERE_SIDE_EFFECTS,
	ARG_SESSIONS_GOAL,
	ARG_MINUTES_GOAL,
	ARG_CYCLE_DAYS,
	ARG_STEP,
	ARG_INCREMENT_KG,
	ARG_ONE_RM_KG
};

typedef struct call_enums
{
	enum_map	rules;
	enum_map	modalities;
	enum_map	marks;
} call_enums;

enum
{
	ADAPTED,
	FIRED,
	REASON,
	CHANGES,
	SOURCE,
	MARK,
	COLUMNS
};

static call_enums *
get_enums(FunctionCallInfo fcinfo, TupleDesc columns)
{
	call_enums *enums = fcinfo->flinfo->fn_extra;
	Oid		   *types;
	int			n_types;

	if (enums != NULL)
		return enums;
	enums = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(call_enums));
	get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
	ENUM_MAP_FILL(enums->rules, types[ARG_RULE], rule_labels);
	ENUM_MAP_FILL(enums->modalities, types[ARG_MODALITY], exercise_modality_labels);
	ENUM_MAP_FILL_COLUMN(enums->marks, columns, MARK, mark_labels);
	fcinfo->flinfo->fn_extra = enums;
	return enums;
}

static void
check_not_nan(double value)
{
	if (isnan(value))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("an observation is NaN"),
				 errhint("Pass NULL for what was not observed.")));
}

static double
number(FunctionCallInfo fcinfo, int arg, double otherwise)
{
	if (PG_ARGISNULL(arg))
		return otherwise;
	check_not_nan(PG_GETARG_FLOAT8(arg));
	return undo_real(PG_GETARG_FLOAT8(arg));
}

static double
whole_number(FunctionCallInfo fcinfo, int arg)
{
	return PG_ARGISNULL(arg) ? NAN : PG_GETARG_INT32(arg);
}

/* An array of integer or float8; NULL elements become NaN. */
static series
get_series(FunctionCallInfo fcinfo, int arg)
{
	series		result = {0, NULL};
	ArrayType  *array;
	Datum	   *elements;
	bool	   *nulls;
	double	   *values;

	if (PG_ARGISNULL(arg))
		return result;
	array = PG_GETARG_ARRAYTYPE_P(arg);
	if (ARR_NDIM(array) > 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("the array has %d dimensions, not one", ARR_NDIM(array)),
				 errhint("Pass a value for each session, such as {12,13,NULL}.")));
	if (ARR_ELEMTYPE(array) == INT4OID)
		deconstruct_array(array, INT4OID, sizeof(int32), true, TYPALIGN_INT, &elements, &nulls, &result.n);
	else
		deconstruct_array(array, FLOAT8OID, sizeof(float8), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE, &elements, &nulls, &result.n);
	result.values = values = palloc(sizeof(double) * Max(result.n, 1));
	for (int i = 0; i < result.n; i++)
	{
		if (nulls[i])
		{
			values[i] = NAN;
			continue;
		}
		values[i] = ARR_ELEMTYPE(array) == INT4OID ? DatumGetInt32(elements[i]) : undo_real(DatumGetFloat8(elements[i]));
		check_not_nan(values[i]);
	}
	return result;
}

static double
bound(const RangeBound *b, double infinite)
{
	return b->infinite ? infinite : DatumGetFloat8(DirectFunctionCall1(numeric_float8_no_overflow, b->val));
}

/* An empty zone is refused by the rule: its ends are the wrong way round. */
static void
get_zone(FunctionCallInfo fcinfo, observations *o)
{
	TypeCacheEntry *type = lookup_type_cache(NUMRANGEOID, TYPECACHE_RANGE_INFO);
	RangeBound	lower;
	RangeBound	upper;
	bool		empty;

	o->zone_low = o->zone_high = NAN;
	if (PG_ARGISNULL(ARG_ZONE))
		return;
	range_deserialize(type, PG_GETARG_RANGE_P(ARG_ZONE), &lower, &upper, &empty);
	o->zone_low = empty ? 1 : bound(&lower, -INFINITY);
	o->zone_high = empty ? 0 : bound(&upper, INFINITY);
	check_not_nan(o->zone_low);
	check_not_nan(o->zone_high);
}

static void
get_observations(FunctionCallInfo fcinfo, observations *o)
{
	status		st;

	o->week = UNKNOWN;
	if (!PG_ARGISNULL(ARG_WEEK))
	{
		o->week = PG_GETARG_INT32(ARG_WEEK);
		if (!check_week(o->week, &st))
			exonc_raise(&st);
	}
	o->repetitions = get_series(fcinfo, ARG_REPETITIONS);
	o->intervals = get_series(fcinfo, ARG_INTERVALS);
	o->rpe = get_series(fcinfo, ARG_RPE);
	o->heart_rates = get_series(fcinfo, ARG_HEART_RATES);
	get_zone(fcinfo, o);
	o->minutes_below = get_series(fcinfo, ARG_MINUTES_BELOW);
	o->minutes_in = get_series(fcinfo, ARG_MINUTES_IN);
	o->minutes_above = get_series(fcinfo, ARG_MINUTES_ABOVE);
	o->weeks_missed = whole_number(fcinfo, ARG_WEEKS_MISSED);
	o->weeks_since_change = whole_number(fcinfo, ARG_WEEKS_SINCE_CHANGE);
	o->severe_side_effects = PG_ARGISNULL(ARG_SEVERE_SIDE_EFFECTS) ? UNKNOWN : PG_GETARG_BOOL(ARG_SEVERE_SIDE_EFFECTS);
	o->sessions_goal = number(fcinfo, ARG_SESSIONS_GOAL, NAN);
	o->minutes_goal = number(fcinfo, ARG_MINUTES_GOAL, NAN);
	o->cycle_days = whole_number(fcinfo, ARG_CYCLE_DAYS);
	o->step = number(fcinfo, ARG_STEP, NAN);
	o->increment_kg = number(fcinfo, ARG_INCREMENT_KG, 0);
	o->one_rm_kg = number(fcinfo, ARG_ONE_RM_KG, NAN);
}

/* A number of components(); what cannot be one is no place. */
static int
place_number(FunctionCallInfo fcinfo, int arg)
{
	if (PG_ARGISNULL(arg))
		return 0;
	return PG_GETARG_INT32(arg) < 1 ? UNKNOWN : PG_GETARG_INT32(arg);
}

static void
get_place(FunctionCallInfo fcinfo, const call_enums *enums, adaptation_place *place)
{
	place->modality = PG_ARGISNULL(ARG_MODALITY) ? UNKNOWN : enum_map_code(&enums->modalities, PG_GETARG_OID(ARG_MODALITY));
	place->block = place_number(fcinfo, ARG_BLOCK);
	place->part = place_number(fcinfo, ARG_PART);
	place->alternative = place_number(fcinfo, ARG_ALTERNATIVE);
	place->component = place_number(fcinfo, ARG_COMPONENT);
}

static Datum
sink_datum(const text_sink *sink, bool *isnull)
{
	*isnull = sink->length == 0;
	return *isnull ? (Datum) 0 : PointerGetDatum(cstring_to_text_with_len(sink->data, sink->length));
}

/* adapt(prescription, rule, ...) returns record */
Datum
exonc_adapt(PG_FUNCTION_ARGS)
{
	TupleDesc	columns;
	const call_enums *enums;
	call_memory memory;
	prescription rx;
	adaptation_rule rule;
	adaptation_place place;
	observations seen;
	adaptation	result;
	status		st;
	Datum		values[COLUMNS];
	bool		nulls[COLUMNS] = {false};

	if (PG_ARGISNULL(ARG_PRESCRIPTION) || PG_ARGISNULL(ARG_RULE))
		PG_RETURN_NULL();
	columns = exonc_row_type(fcinfo);
	enums = get_enums(fcinfo, columns);
	CALL_MEMORY_INIT(memory);
	rule = enum_map_code(&enums->rules, PG_GETARG_OID(ARG_RULE));
	get_place(fcinfo, enums, &place);
	get_observations(fcinfo, &seen);
	prescription_read(PG_GETARG_VARLENA_PP(ARG_PRESCRIPTION), &rx, &memory.arena);
	if (!adapt_prescription(&rx, rule, &place, &seen, &result, &memory.arena, &st))
		exonc_raise(&st);
	values[ADAPTED] = prescription_datum(&result.adapted, &memory.arena);
	nulls[FIRED] = result.fired == UNKNOWN;
	values[FIRED] = BoolGetDatum(result.fired == 1);
	values[REASON] = sink_datum(&result.reason, &nulls[REASON]);
	values[CHANGES] = sink_datum(&result.changed, &nulls[CHANGES]);
	values[SOURCE] = CStringGetTextDatum(adaptation_rule_source(rule));
	values[MARK] = ObjectIdGetDatum(enum_map_oid(&enums->marks, adaptation_rule_mark(rule)));
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(columns, values, nulls)));
}

/* adaptation_rules(): one row a number */
Datum
exonc_adaptation_rules(PG_FUNCTION_ARGS)
{
	enum
	{
		RULE,
		MODALITY,
		NEEDS,
		RULE_CHANGES,
		NUMBER,
		LOWEST,
		HIGHEST,
		UNIT,
		IS_STEP,
		RULE_SOURCE,
		RULE_MARK,
		N_COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	rules;
	enum_map	modalities;
	enum_map	marks;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(rules, rsinfo->setDesc, RULE, rule_labels);
	ENUM_MAP_FILL_COLUMN(modalities, rsinfo->setDesc, MODALITY, exercise_modality_labels);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, RULE_MARK, mark_labels);
	for (int i = 0; i < N_ADAPTATION_NUMBERS; i++)
	{
		const adaptation_number *n = adaptation_number_at(i);
		const adaptation_rule_row *rule = adaptation_rule_at(n->rule);
		Datum		values[N_COLUMNS];
		bool		nulls[N_COLUMNS] = {false};

		values[RULE] = ObjectIdGetDatum(enum_map_oid(&rules, n->rule));
		values[MODALITY] = ObjectIdGetDatum(enum_map_oid(&modalities, rule->modality));
		values[NEEDS] = CStringGetTextDatum(rule->needs);
		values[RULE_CHANGES] = CStringGetTextDatum(rule->changes);
		values[NUMBER] = CStringGetTextDatum(n->what);
		values[LOWEST] = Float8GetDatum(n->low);
		values[HIGHEST] = Float8GetDatum(n->high);
		values[UNIT] = CStringGetTextDatum(n->unit);
		values[IS_STEP] = BoolGetDatum(rule->step == i);
		values[RULE_SOURCE] = CStringGetTextDatum(n->source);
		values[RULE_MARK] = ObjectIdGetDatum(enum_map_oid(&marks, n->mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
