/* planned_pg.c: prescribed ranges as what adherence and time_in_zone() take. */
#include "exonc.h"

#include "catalog/pg_type_d.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"
#include "utils/rangetypes.h"

PG_FUNCTION_INFO_V1(exonc_planned_dose);
PG_FUNCTION_INFO_V1(exonc_bpm_zone);

typedef enum planned_end
{
	LOWER_END,
	UPPER_END,
	MIDDLE,
	EXACT
} planned_end;

static const char *const planned_end_labels[] = {"lower", "upper", "middle", "exact"};

/* The bounds of a numrange; an empty one is refused. */
static void
get_bounds(FunctionCallInfo fcinfo, RangeBound *lower, RangeBound *upper)
{
	RangeType  *range = PG_GETARG_RANGE_P(0);
	TypeCacheEntry *type = lookup_type_cache(RangeTypeGetOid(range), TYPECACHE_RANGE_INFO);
	bool		empty;

	range_deserialize(type, range, lower, upper, &empty);
	if (empty)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("the prescribed range is empty")));
}

static double
number_of(const RangeBound *bound)
{
	return DatumGetFloat8(DirectFunctionCall1(numeric_float8, bound->val));
}

/* planned_dose(prescribed, which) */
Datum
exonc_planned_dose(PG_FUNCTION_ARGS)
{
	planned_end which = PG_GETARG_ENUM_CODE(1, planned_end_labels);
	RangeBound	lower;
	RangeBound	upper;

	get_bounds(fcinfo, &lower, &upper);
	if ((which != UPPER_END && lower.infinite) || (which != LOWER_END && upper.infinite))
		PG_RETURN_NULL();
	if (which == EXACT && !DatumGetBool(DirectFunctionCall2(numeric_eq, lower.val, upper.val)))
		PG_RETURN_NULL();
	if (which == MIDDLE)
		PG_RETURN_FLOAT8((number_of(&lower) + number_of(&upper)) / 2);
	PG_RETURN_FLOAT8(number_of(which == UPPER_END ? &upper : &lower));
}

/*
 * The nearest whole number within a bound: up from a lower, down from an upper.
 * An excluded bound that is whole is not within.
 */
static Datum
whole_bound(const RangeBound *bound)
{
	PGFunction	round_inwards = bound->lower ? numeric_ceil : numeric_floor;
	Datum		whole = DirectFunctionCall1(round_inwards, bound->val);
	int			step = bound->lower ? 1 : -1;

	if (!bound->inclusive && DatumGetBool(DirectFunctionCall2(numeric_eq, whole, bound->val)))
		whole = DirectFunctionCall2(numeric_add, whole, NumericGetDatum(int64_to_numeric(step)));
	return DirectFunctionCall1(numeric_int4, whole);
}

/* bpm_zone(target) */
Datum
exonc_bpm_zone(PG_FUNCTION_ARGS)
{
	TypeCacheEntry *type = lookup_type_cache(INT4RANGEOID, TYPECACHE_RANGE_INFO);
	RangeBound	lower;
	RangeBound	upper;

	get_bounds(fcinfo, &lower, &upper);
	if (!lower.infinite)
		lower.val = whole_bound(&lower);
	if (!upper.infinite)
		upper.val = whole_bound(&upper);
	lower.inclusive = upper.inclusive = true;
	if (!lower.infinite && !upper.infinite && DatumGetInt32(lower.val) > DatumGetInt32(upper.val))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the target holds no whole heart rate")));
	PG_RETURN_RANGE_P(make_range_or_raise(type, &lower, &upper));
}
