/* oxygen_uptake_pg.c: vo2_peak(), vo2_predicted(), vo2_estimate(), ymca_cycle(), ... */
#include "assessment/performance/performance_pg.h"

#include "assessment/performance/oxygen_uptake.h"

PG_FUNCTION_INFO_V1(exonc_mets);
PG_FUNCTION_INFO_V1(exonc_vo2_predicted);
PG_FUNCTION_INFO_V1(exonc_vo2_peak);
PG_FUNCTION_INFO_V1(exonc_vo2_estimate);
PG_FUNCTION_INFO_V1(exonc_ymca_cycle);
PG_FUNCTION_INFO_V1(exonc_astrand_age_factor);

static const char *const norm_labels[] = VO2_NORM_LABELS;
static const char *const test_labels[] = VO2_TEST_LABELS;
static const char *const sex_labels[] = SEX_LABELS;
static const char *const mode_labels[] = EXERCISE_MODE_LABELS;

/* mets(vo2_ml_kg_min) returns float8 */
Datum
exonc_mets(PG_FUNCTION_ARGS)
{
	subject		s = {0};

	read_measure(fcinfo, 0, MEASURE_VO2_ML_KG_MIN, &s);
	PG_RETURN_FLOAT8(vo2_mets(s.value[MEASURE_VO2_ML_KG_MIN]));
}

/* The arguments of a normal value, from the equation on. */
enum
{
	NORM_EQUATION,
	NORM_SEX,
	NORM_AGE,
	NORM_WEIGHT,
	NORM_HEIGHT,
	NORM_MODE
};

/* Enums in the order equation, sex, mode. */
static bool
predict_from_arguments(FunctionCallInfo fcinfo, const enum_map *enums, int first, double *predicted)
{
	int			equation = call_enum(fcinfo, first + NORM_EQUATION, &enums[0]);
	subject		s = {0};

	s.sex = call_enum(fcinfo, first + NORM_SEX, &enums[1]);
	s.mode = call_enum(fcinfo, first + NORM_MODE, &enums[2]);
	read_measure(fcinfo, first + NORM_AGE, MEASURE_ADULT_AGE, &s);
	read_measure(fcinfo, first + NORM_WEIGHT, MEASURE_WEIGHT_KG, &s);
	read_measure(fcinfo, first + NORM_HEIGHT, MEASURE_HEIGHT_CM, &s);
	return equation != UNKNOWN && predict_vo2(equation, &s, predicted);
}

/* vo2_predicted(equation, sex, age, weight_kg, height_cm, mode) returns float8 */
Datum
exonc_vo2_predicted(PG_FUNCTION_ARGS)
{
	static const enum_place places[] = {
		ENUM_OF_ARGUMENT(NORM_EQUATION, norm_labels),
		ENUM_OF_ARGUMENT(NORM_SEX, sex_labels),
		ENUM_OF_ARGUMENT(NORM_MODE, mode_labels),
	};
	function_call *call = FUNCTION_CALL(fcinfo, places);
	double		predicted;

	if (!predict_from_arguments(fcinfo, call->enums, 0, &predicted))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(predicted);
}

/* vo2_peak(vo2_ml_kg_min, equation, sex, age, weight_kg, height_cm, mode, OUT ...) */
Datum
exonc_vo2_peak(PG_FUNCTION_ARGS)
{
	enum
	{
		ARG_VO2,
		ARG_NORM
	};
	enum
	{
		METS,
		PREDICTED,
		PERCENT,
		EQUATION,
		COLUMNS
	};
	static const enum_place places[] = {
		ENUM_OF_ARGUMENT(ARG_NORM + NORM_EQUATION, norm_labels),
		ENUM_OF_ARGUMENT(ARG_NORM + NORM_SEX, sex_labels),
		ENUM_OF_ARGUMENT(ARG_NORM + NORM_MODE, mode_labels),
	};
	function_call *call = FUNCTION_CALL(fcinfo, places);
	double		predicted = 0;
	bool		has_predicted = predict_from_arguments(fcinfo, call->enums, ARG_NORM, &predicted);
	subject		s = {0};
	double		vo2;
	Datum		values[COLUMNS] = {0};
	bool		nulls[COLUMNS];

	read_measure(fcinfo, ARG_VO2, MEASURE_VO2_ML_KG_MIN, &s);
	vo2 = s.value[MEASURE_VO2_ML_KG_MIN];
	nulls[METS] = !is_known(&s, MEASURE_VO2_ML_KG_MIN);
	nulls[PREDICTED] = nulls[EQUATION] = !has_predicted;
	nulls[PERCENT] = nulls[METS] || nulls[PREDICTED];
	values[METS] = Float8GetDatum(vo2_mets(vo2));
	if (has_predicted)
	{
		values[PREDICTED] = Float8GetDatum(predicted);
		values[PERCENT] = Float8GetDatum(100.0 * vo2 / predicted);
		values[EQUATION] = PG_GETARG_DATUM(ARG_NORM + NORM_EQUATION);
	}
	PG_RETURN_DATUM(row_datum(call, values, nulls));
}

/* Columns of an estimate: mL/kg/min, mL/min, METs, whether the work is in range. */
enum
{
	PER_KG,
	PER_MIN,
	METS_OF_ESTIMATE,
	IN_RANGE,
	ESTIMATE_COLUMNS
};

static void
put_estimate(const vo2_estimate *estimate, Datum *values, bool *nulls)
{
	values[PER_KG] = Float8GetDatum(estimate->ml_kg_min);
	values[PER_MIN] = Float8GetDatum(estimate->ml_min);
	values[METS_OF_ESTIMATE] = Float8GetDatum(vo2_mets(estimate->ml_kg_min));
	values[IN_RANGE] = BoolGetDatum(estimate->in_range);
	nulls[PER_KG] = nulls[METS_OF_ESTIMATE] = !estimate->has_ml_kg_min;
	nulls[PER_MIN] = !estimate->has_ml_min;
	nulls[IN_RANGE] = !estimate->has_range;
}

/* vo2_estimate(equation, sex, weight_kg, test_min, peak_w, speed_m_min, grade_percent, OUT ...) */
Datum
exonc_vo2_estimate(PG_FUNCTION_ARGS)
{
	enum
	{
		ARG_EQUATION,
		ARG_SEX,
		ARG_MEASURES
	};
	static const measure measures[] = {MEASURE_WEIGHT_KG, MEASURE_TEST_MIN, MEASURE_PEAK_W,
									   MEASURE_SPEED_M_MIN, MEASURE_GRADE_PERCENT};
	static const enum_place places[] = {
		ENUM_OF_ARGUMENT(ARG_EQUATION, test_labels),
		ENUM_OF_ARGUMENT(ARG_SEX, sex_labels),
	};
	function_call *call = FUNCTION_CALL(fcinfo, places);
	int			equation = call_enum(fcinfo, ARG_EQUATION, &call->enums[0]);
	subject		s = {.sex = call_enum(fcinfo, ARG_SEX, &call->enums[1]), .mode = UNKNOWN};
	vo2_estimate estimate = {0};
	Datum		values[ESTIMATE_COLUMNS + 1] = {0};
	bool		nulls[ESTIMATE_COLUMNS + 1];

	for (int i = 0; i < lengthof(measures); i++)
		read_measure(fcinfo, ARG_MEASURES + i, measures[i], &s);
	if (equation != UNKNOWN)
		estimate_vo2(equation, &s, &estimate);
	put_estimate(&estimate, values, nulls);
	nulls[ESTIMATE_COLUMNS] = !estimate.has_ml_kg_min && !estimate.has_ml_min;
	if (!nulls[ESTIMATE_COLUMNS])
		values[ESTIMATE_COLUMNS] = PG_GETARG_DATUM(ARG_EQUATION);
	PG_RETURN_DATUM(row_datum(call, values, nulls));
}

/* Stages with both a workload and a heart rate, checked. */
static cycle_stages
read_stages(FunctionCallInfo fcinfo)
{
	number_array watts = read_numbers(fcinfo, 0);
	number_array bpm = read_numbers(fcinfo, 1);
	cycle_stages stages = {0, watts.values, bpm.values};
	status		st;

	if (!PG_ARGISNULL(0) && !PG_ARGISNULL(1) && watts.n != bpm.n)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("workloads_w has %d elements, heart_rates_bpm has %d", watts.n, bpm.n),
				 errhint("Give one element for each stage in both arrays; a value that was not measured is NULL.")));
	for (int i = 0; i < Min(watts.n, bpm.n); i++)
	{
		if (!watts.missing[i] && !check_measure(MEASURE_WORKLOAD_W, i + 1, &watts.values[i], &st))
			exonc_raise(&st);
		if (!bpm.missing[i] && !check_measure(MEASURE_HEART_RATE_BPM, i + 1, &bpm.values[i], &st))
			exonc_raise(&st);
		if (watts.missing[i] || bpm.missing[i])
			continue;
		stages.watts[stages.n] = watts.values[i];
		stages.bpm[stages.n] = bpm.values[i];
		stages.n++;
	}
	return stages;
}

/* ymca_cycle(workloads_w, heart_rates_bpm, hr_max_bpm, weight_kg, OUT stages, OUT peak_w, OUT ...) */
Datum
exonc_ymca_cycle(PG_FUNCTION_ARGS)
{
	enum
	{
		STAGES,
		PEAK,
		ESTIMATE,
		COLUMNS = ESTIMATE + ESTIMATE_COLUMNS
	};
	function_call *call = function_call_of(fcinfo, NULL, 0);
	cycle_stages stages = read_stages(fcinfo);
	subject		s = {.sex = UNKNOWN, .mode = UNKNOWN};
	ymca_result result = {0};
	vo2_estimate estimate = {0};
	Datum		values[COLUMNS] = {0};
	bool		nulls[COLUMNS] = {false};
	status		st;

	read_measure(fcinfo, 2, MEASURE_HR_MAX_BPM, &s);
	read_measure(fcinfo, 3, MEASURE_WEIGHT_KG, &s);
	if (is_known(&s, MEASURE_HR_MAX_BPM) &&
		!ymca_peak_work(&stages, s.value[MEASURE_HR_MAX_BPM], &result, &st))
		exonc_raise(&st);
	if (result.has_peak)
	{
		s.value[MEASURE_PEAK_W] = result.peak_w;
		s.known |= 1u << MEASURE_PEAK_W;
		estimate_vo2(ACSM_LEG_CYCLE, &s, &estimate);
	}
	values[STAGES] = Int32GetDatum(result.stages);
	nulls[STAGES] = !is_known(&s, MEASURE_HR_MAX_BPM);
	values[PEAK] = Float8GetDatum(result.peak_w);
	nulls[PEAK] = !result.has_peak;
	put_estimate(&estimate, values + ESTIMATE, nulls + ESTIMATE);
	PG_RETURN_DATUM(row_datum(call, values, nulls));
}

/* astrand_age_factor(age) returns float8 */
Datum
exonc_astrand_age_factor(PG_FUNCTION_ARGS)
{
	subject		s = {0};
	double		factor;

	read_measure(fcinfo, 0, MEASURE_AGE, &s);
	if (!astrand_age_factor(s.value[MEASURE_AGE], &factor))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(factor);
}
