/* t_score_pg.c: t_score(). */
#include "exonc.h"

#include "assessment/t_score.h"
#include "common/decimal.h"

PG_FUNCTION_INFO_V1(exonc_t_score);

static float8
get_t_score(FunctionCallInfo fcinfo, int arg, const char *name)
{
	float8		t = undo_real(PG_GETARG_FLOAT8(arg));
	status		st;

	if (!check_t_score(t, name, &st))
		exonc_raise(&st);
	return t;
}

/* t_score(from_table float8, imported float8, OUT t float8, OUT method t_score_method) */
Datum
exonc_t_score(PG_FUNCTION_ARGS)
{
	static const char *const labels[] = T_SCORE_METHOD_LABELS;
	Datum		values[2] = {0};
	bool		nulls[2] = {true, true};
	TupleDesc	columns;
	enum_map	methods;
	float8		t;
	t_score_method method = T_FROM_TABLE;

	columns = exonc_row_type(fcinfo);
	if (!PG_ARGISNULL(1))
	{
		t = get_t_score(fcinfo, 1, "imported");
		method = T_IMPORTED;
	}
	if (!PG_ARGISNULL(0))
	{
		t = get_t_score(fcinfo, 0, "from_table");
		method = T_FROM_TABLE;
	}
	if (!PG_ARGISNULL(0) || !PG_ARGISNULL(1))
	{
		ENUM_MAP_FILL_COLUMN(methods, columns, 1, labels);
		values[0] = Float8GetDatum(t);
		values[1] = ObjectIdGetDatum(enum_map_oid(&methods, method));
		nulls[0] = nulls[1] = false;
	}
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(columns, values, nulls)));
}
