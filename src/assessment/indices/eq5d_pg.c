/* eq5d_pg.c: EQ-5D-5L state and index. */
#include "assessment/indices/eq5d_value_set_pg.h"

PG_FUNCTION_INFO_V1(exonc_eq5d_state);
PG_FUNCTION_INFO_V1(exonc_eq5d_index);

/* eq5d_state(mobility, self_care, usual_activities, pain_discomfort, anxiety_depression) */
Datum
exonc_eq5d_state(PG_FUNCTION_ARGS)
{
	int			levels[N_DIMENSIONS];
	int			state;
	status		st;

	for (int d = 0; d < N_DIMENSIONS; d++)
		levels[d] = PG_GETARG_INT32(d);
	if (!eq5d_state(levels, &state, &st))
		exonc_raise(&st);
	PG_RETURN_INT32(state);
}

/*
 * The value set of the last call at this call site. A query gives the same one
 * for all its rows, and to read it takes a thousand times as long as to use it.
 */
typedef struct value_set_cache
{
	eq5d_value_set *set;
	Pointer		constant;	  /* the argument, if the plan has it as a constant */
	struct varlena *argument; /* a copy, as it was passed: perhaps compressed or a TOAST pointer */
} value_set_cache;

/* Whether the argument is a constant of the plan: then its pointer tells it apart. */
static bool
is_constant(FunctionCallInfo fcinfo, int arg)
{
	Node	   *call = fcinfo->flinfo->fn_expr;

	return call != NULL && IsA(call, FuncExpr) &&
		   IsA(list_nth(((FuncExpr *) call)->args, arg), Const);
}

static void *
keep(FunctionCallInfo fcinfo, const void *bytes, Size size)
{
	return memcpy(MemoryContextAlloc(fcinfo->flinfo->fn_mcxt, size), bytes, size);
}

static const eq5d_value_set *
get_value_set(FunctionCallInfo fcinfo, int arg)
{
	value_set_cache *cache = fcinfo->flinfo->fn_extra;
	Pointer		pointer = PG_GETARG_POINTER(arg);
	struct varlena *argument = (struct varlena *) pointer;
	eq5d_value_set *set;

	if (cache != NULL && cache->constant != NULL && cache->constant == pointer)
		return cache->set;

	/*
	 * Equal bytes are equal values, also of what is compressed or stored out of
	 * line, which need not be fetched then. A pointer into memory is no value.
	 */
	if (VARATT_IS_EXTERNAL(argument) && !VARATT_IS_EXTERNAL_ONDISK(argument))
		argument = PG_DETOAST_DATUM(PointerGetDatum(argument));
	if (cache != NULL && VARSIZE_ANY(argument) == VARSIZE_ANY(cache->argument) &&
		memcmp(argument, cache->argument, VARSIZE_ANY(argument)) == 0)
		return cache->set;

	/* Read in the caller's memory, since reading leaves rubbish behind; then kept. */
	set = eq5d_value_set_from_jsonb(DatumGetJsonbP(PointerGetDatum(argument)));
	if (cache == NULL)
		fcinfo->flinfo->fn_extra = cache =
			MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(value_set_cache));
	else
	{
		pfree(cache->set);
		pfree(cache->argument);
	}
	cache->constant = is_constant(fcinfo, arg) ? pointer : NULL;
	cache->argument = keep(fcinfo, argument, VARSIZE_ANY(argument));
	cache->set = keep(fcinfo, set, eq5d_value_set_size(set->is_table));
	return cache->set;
}

/* eq5d_index(state, value_set) */
Datum
exonc_eq5d_index(PG_FUNCTION_ARGS)
{
	double		index;
	status		st;

	if (!eq5d_index(get_value_set(fcinfo, 1), PG_GETARG_INT32(0), &index, &st))
		exonc_raise(&st);
	PG_RETURN_FLOAT8(index);
}
