/* six_minute_walk_pg.c: six_minute_walk() and six_minute_walk_predicted_m(). */
#include "assessment/performance/performance_pg.h"

#include "assessment/performance/six_minute_walk.h"

PG_FUNCTION_INFO_V1(exonc_six_minute_walk);
PG_FUNCTION_INFO_V1(exonc_six_minute_walk_predicted_m);

static const char *const sex_labels[] = SEX_LABELS;
static const char *const equation_labels[] = SIX_MINUTE_WALK_EQUATION_LABELS;

/* What the arguments say; first is the place of sex, which the others follow. */
static void
read_person(FunctionCallInfo fcinfo, const enum_map *sexes, int first, subject *s)
{
	s->sex = call_enum(fcinfo, first, sexes);
	read_measure(fcinfo, first + 1, MEASURE_ADULT_AGE, s);
	read_measure(fcinfo, first + 2, MEASURE_HEIGHT_CM, s);
	read_measure(fcinfo, first + 3, MEASURE_WEIGHT_KG, s);
}

/* six_minute_walk(distance_m, sex, age, height_cm, weight_kg, equation, OUT ...) */
Datum
exonc_six_minute_walk(PG_FUNCTION_ARGS)
{
	enum
	{
		ARG_DISTANCE,
		ARG_SEX,
		ARG_EQUATION = ARG_SEX + 4
	};
	enum
	{
		PREDICTED,
		LOWER_LIMIT,
		PERCENT,
		BELOW,
		EQUATION,
		COLUMNS
	};
	static const enum_place places[] = {
		ENUM_OF_ARGUMENT(ARG_SEX, sex_labels),
		ENUM_OF_ARGUMENT(ARG_EQUATION, equation_labels),
	};
	function_call *call = FUNCTION_CALL(fcinfo, places);
	int			equation = call_enum(fcinfo, ARG_EQUATION, &call->enums[1]);
	subject		s = {.mode = UNKNOWN};
	six_minute_walk_result result = {0};
	Datum		values[COLUMNS] = {0};
	bool		nulls[COLUMNS];

	read_measure(fcinfo, ARG_DISTANCE, MEASURE_SIX_MINUTE_M, &s);
	read_person(fcinfo, &call->enums[0], ARG_SEX, &s);
	if (equation != UNKNOWN)
		judge_six_minute_walk(&s, equation, &result);
	nulls[PREDICTED] = nulls[LOWER_LIMIT] = nulls[EQUATION] = !result.predicted;
	nulls[PERCENT] = nulls[BELOW] = !result.walked;
	values[PREDICTED] = Float8GetDatum(result.predicted_m);
	values[LOWER_LIMIT] = Float8GetDatum(result.lower_limit_m);
	values[PERCENT] = Float8GetDatum(result.percent_predicted);
	values[BELOW] = BoolGetDatum(result.below_lower_limit);
	if (result.predicted)
		values[EQUATION] = PG_GETARG_DATUM(ARG_EQUATION);
	PG_RETURN_DATUM(row_datum(call, values, nulls));
}

/* six_minute_walk_predicted_m(sex, age, height_cm, weight_kg, equation) returns float8 */
Datum
exonc_six_minute_walk_predicted_m(PG_FUNCTION_ARGS)
{
	enum
	{
		ARG_SEX,
		ARG_EQUATION = ARG_SEX + 4
	};
	static const enum_place places[] = {
		ENUM_OF_ARGUMENT(ARG_SEX, sex_labels),
		ENUM_OF_ARGUMENT(ARG_EQUATION, equation_labels),
	};
	function_call *call = FUNCTION_CALL(fcinfo, places);
	subject		s = {.mode = UNKNOWN};
	six_minute_walk_result result;

	read_person(fcinfo, &call->enums[0], ARG_SEX, &s);
	judge_six_minute_walk(&s, call_enum(fcinfo, ARG_EQUATION, &call->enums[1]), &result);
	if (!result.predicted)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(result.predicted_m);
}
