/* sppb_pg.c: sppb() and sppb_points(). */
#include "assessment/performance/performance_pg.h"

#include "assessment/performance/sppb.h"

PG_FUNCTION_INFO_V1(exonc_sppb);
PG_FUNCTION_INFO_V1(exonc_sppb_points);

/* The arguments of both functions (sppb.sql). */
enum
{
	ARG_SIDE_BY_SIDE,
	ARG_SEMI_TANDEM,
	ARG_TANDEM,
	ARG_GAIT,
	ARG_CHAIR_STAND,
	ARG_DISTANCE,
	ARG_UNABLE
};

static sppb_result
score_arguments(FunctionCallInfo fcinfo)
{
	subject		s = {.sex = UNKNOWN, .mode = UNKNOWN};
	int			distance = PG_ARGISNULL(ARG_DISTANCE) ? 0 : PG_GETARG_INT32(ARG_DISTANCE);
	sppb_result result;
	status		st;

	read_measure(fcinfo, ARG_SIDE_BY_SIDE, MEASURE_SIDE_BY_SIDE_S, &s);
	read_measure(fcinfo, ARG_SEMI_TANDEM, MEASURE_SEMI_TANDEM_S, &s);
	read_measure(fcinfo, ARG_TANDEM, MEASURE_TANDEM_S, &s);
	read_measure(fcinfo, ARG_GAIT, MEASURE_GAIT_S, &s);
	read_measure(fcinfo, ARG_CHAIR_STAND, MEASURE_CHAIR_STAND_S, &s);
	if (!score_sppb(&s, PG_ARGISNULL(ARG_DISTANCE) ? NULL : &distance,
					PG_ARGISNULL(ARG_UNABLE) ? 0 : PG_GETARG_UINT32(ARG_UNABLE), &result, &st))
		exonc_raise(&st);
	return result;
}

/* sppb(side_by_side_s, ...) returns integer */
Datum
exonc_sppb(PG_FUNCTION_ARGS)
{
	sppb_result result = score_arguments(fcinfo);

	if (result.total == UNKNOWN)
		PG_RETURN_NULL();
	PG_RETURN_INT32(result.total);
}

/* sppb_points(side_by_side_s, ..., OUT balance, OUT gait, OUT chair_stand, OUT total, OUT gait_m_s) */
Datum
exonc_sppb_points(PG_FUNCTION_ARGS)
{
	enum
	{
		POINTS, /* of each component */
		TOTAL = POINTS + N_SPPB_COMPONENTS,
		SPEED,
		COLUMNS
	};
	function_call *call = function_call_of(fcinfo, NULL, 0);
	sppb_result result = score_arguments(fcinfo);
	Datum		values[COLUMNS];
	bool		nulls[COLUMNS];

	for (int c = 0; c < N_SPPB_COMPONENTS; c++)
	{
		values[POINTS + c] = Int32GetDatum(result.points[c]);
		nulls[POINTS + c] = result.points[c] == UNKNOWN;
	}
	values[TOTAL] = Int32GetDatum(result.total);
	nulls[TOTAL] = result.total == UNKNOWN;
	nulls[SPEED] = !result.has_speed;
	values[SPEED] = Float8GetDatum(result.has_speed ? result.gait_m_s : 0);
	PG_RETURN_DATUM(row_datum(call, values, nulls));
}
