/* intensity_pg.c: equations and classes of intensity as SQL functions, and their tables as rows. */
#include "exonc.h"

#include <math.h>

#include "common/decimal.h"
#include "prescription/intensity.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_hr_max);
PG_FUNCTION_INFO_V1(exonc_hr_max_equations);
PG_FUNCTION_INFO_V1(exonc_work_to_vo2);
PG_FUNCTION_INFO_V1(exonc_vo2_to_work);
PG_FUNCTION_INFO_V1(exonc_vo2_to_grade);
PG_FUNCTION_INFO_V1(exonc_percent_hrr_of_hr_max);
PG_FUNCTION_INFO_V1(exonc_intensity_class);
PG_FUNCTION_INFO_V1(exonc_intensity_cuts);
PG_FUNCTION_INFO_V1(exonc_one_rm);
PG_FUNCTION_INFO_V1(exonc_training_load);

static const char *const hr_max_labels[] = HR_MAX_EQUATION_LABELS;
static const char *const sex_labels[] = SEX_LABELS;
static const char *const work_labels[] = WORK_MODE_LABELS;
static const char *const class_labels[] = INTENSITY_CLASS_LABELS;
static const char *const measure_labels[] = INTENSITY_MEASURE_LABELS;
static const char *const key_labels[] = CLASS_KEY_LABELS;
static const char *const one_rm_labels[] = ONE_RM_EQUATION_LABELS;
static const char *const rounding_labels[] = LOAD_ROUNDING_LABELS;
static const char *const mark_labels[] = EVIDENCE_MARK_LABELS;

static double
float8_or_nan(FunctionCallInfo fcinfo, int arg)
{
	return PG_ARGISNULL(arg) ? NAN : undo_real(PG_GETARG_FLOAT8(arg));
}

/* hr_max(equation, age, sex, hr_rest, on_bike) returns float8 */
Datum
exonc_hr_max(PG_FUNCTION_ARGS)
{
	static const enum_place places[] = {
		ENUM_OF_ARGUMENT(0, hr_max_labels),
		ENUM_OF_ARGUMENT(2, sex_labels),
	};
	function_call *call = FUNCTION_CALL(fcinfo, places);
	double		result;
	status		st;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	if (!PG_ARGISNULL(3) && !check_input("hr_rest", PG_GETARG_FLOAT8(3), 30, 130, "bpm", NULL, &st))
		exonc_raise(&st);
	if (!predict_hr_max(call_enum(fcinfo, 0, &call->enums[0]), undo_real(PG_GETARG_FLOAT8(1)),
						call_enum(fcinfo, 2, &call->enums[1]), float8_or_nan(fcinfo, 3),
						PG_ARGISNULL(4) ? UNKNOWN : PG_GETARG_BOOL(4), &result, &st))
		exonc_raise(&st);
	PG_RETURN_FLOAT8(result);
}

/* hr_max_equations(): one row an equation and sex */
Datum
exonc_hr_max_equations(PG_FUNCTION_ARGS)
{
	enum
	{
		EQUATION,
		SEX,
		INTERCEPT,
		AGE_FACTOR,
		AGE_SQUARED,
		REST_FACTOR,
		BIKE,
		ON_BETA_BLOCKER,
		POPULATION,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	equations;
	enum_map	sexes;
	enum_map	marks;
	int			n;
	const hr_max_row *rows = hr_max_rows(&n);

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(equations, rsinfo->setDesc, EQUATION, hr_max_labels);
	ENUM_MAP_FILL_COLUMN(sexes, rsinfo->setDesc, SEX, sex_labels);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int i = 0; i < n; i++)
	{
		const hr_max_row *row = &rows[i];
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[EQUATION] = ObjectIdGetDatum(enum_map_oid(&equations, row->equation));
		nulls[SEX] = row->sex == UNKNOWN;
		values[SEX] = nulls[SEX] ? (Datum) 0 : ObjectIdGetDatum(enum_map_oid(&sexes, row->sex));
		values[INTERCEPT] = Float8GetDatum(row->intercept);
		values[AGE_FACTOR] = Float8GetDatum(row->age_factor);
		values[AGE_SQUARED] = Float8GetDatum(row->age_squared);
		values[REST_FACTOR] = Float8GetDatum(row->rest_factor);
		values[BIKE] = Float8GetDatum(row->bike);
		values[ON_BETA_BLOCKER] = BoolGetDatum(row->on_beta_blocker);
		values[POPULATION] = CStringGetTextDatum(row->population);
		values[SOURCE] = CStringGetTextDatum(row->source);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, row->mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* The slope of a mode: the height of a step, or the grade. */
static double
get_slope(FunctionCallInfo fcinfo, work_mode mode, int grade_arg)
{
	if (mode != WORK_STEP && mode != WORK_STEP_LATIN)
		return PG_ARGISNULL(grade_arg) ? 0 : undo_real(PG_GETARG_FLOAT8(grade_arg));
	if (PG_ARGISNULL(grade_arg + 1))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("step_height_m is needed for mode \"%s\"", work_labels[mode])));
	return undo_real(PG_GETARG_FLOAT8(grade_arg + 1));
}

static Datum
work_result(FunctionCallInfo fcinfo, bool from_vo2)
{
	static const enum_place places[] = {ENUM_OF_ARGUMENT(0, work_labels)};
	function_call *call = FUNCTION_CALL(fcinfo, places);
	Datum		values[3] = {0, 0, 0};
	bool		nulls[3] = {true, true, true};
	status		st;

	if (!PG_ARGISNULL(0) && !PG_ARGISNULL(1))
	{
		work_mode	mode = call_enum(fcinfo, 0, &call->enums[0]);
		double		result;
		bool		in_range;
		double		slope = get_slope(fcinfo, mode, 3);

		if (!(from_vo2 ? vo2_to_work : work_to_vo2)(mode, undo_real(PG_GETARG_FLOAT8(1)), slope, float8_or_nan(fcinfo, 2), &result,
													&in_range, &st))
			exonc_raise(&st);
		memset(nulls, 0, sizeof(nulls));
		values[0] = Float8GetDatum(result);
		values[1] = from_vo2 ? CStringGetTextDatum(work_row_of(mode)->unit) : Float8GetDatum(result / ONE_MET);
		values[2] = BoolGetDatum(in_range);
	}
	PG_RETURN_DATUM(row_datum(call, values, nulls));
}

/* work_to_vo2(mode, work, weight_kg, grade, step_height_m, OUT ...) */
Datum
exonc_work_to_vo2(PG_FUNCTION_ARGS)
{
	return work_result(fcinfo, false);
}

/* vo2_to_work(mode, vo2_ml_kg_min, weight_kg, grade, step_height_m, OUT ...) */
Datum
exonc_vo2_to_work(PG_FUNCTION_ARGS)
{
	return work_result(fcinfo, true);
}

/* vo2_to_grade(mode, vo2_ml_kg_min, speed_m_min, OUT grade, OUT in_range) */
Datum
exonc_vo2_to_grade(PG_FUNCTION_ARGS)
{
	TupleDesc	columns = exonc_row_type(fcinfo);
	bool		nulls[2] = {false};
	Datum		values[2];
	double		grade;
	bool		in_range;
	status		st;

	if (!vo2_to_grade(PG_GETARG_ENUM_CODE(0, work_labels), undo_real(PG_GETARG_FLOAT8(1)), undo_real(PG_GETARG_FLOAT8(2)), &grade,
					  &in_range, &st))
		exonc_raise(&st);
	values[0] = Float8GetDatum(grade);
	values[1] = BoolGetDatum(in_range);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(columns, values, nulls)));
}

/* percent_hrr_of_hr_max(percent_hr_max, hr_rest, hr_max) returns float8 */
Datum
exonc_percent_hrr_of_hr_max(PG_FUNCTION_ARGS)
{
	double		percent = undo_real(PG_GETARG_FLOAT8(0));
	double		hr_rest = undo_real(PG_GETARG_FLOAT8(1));
	double		hr_max = undo_real(PG_GETARG_FLOAT8(2));
	status		st;

	if (!check_input("percent_hr_max", percent, 20, 100, "%", "A fraction is not a percentage: 0.7 is 70.", &st) ||
		!check_heart_rates(hr_rest, hr_max, &st))
		exonc_raise(&st);
	PG_RETURN_FLOAT8(percent_hrr_of_hr_max(percent, hr_rest, hr_max));
}

/* intensity_class(measure, value, key) returns intensity_class */
Datum
exonc_intensity_class(PG_FUNCTION_ARGS)
{
	static const enum_place places[] = {
		ENUM_OF_ARGUMENT(0, measure_labels),
		ENUM_OF_ARGUMENT(2, key_labels),
		ENUM_OF_RESULT(class_labels),
	};
	function_call *call = FUNCTION_CALL(fcinfo, places);
	int			class;
	status		st;

	if (!classify_intensity(call_enum(fcinfo, 2, &call->enums[1]), call_enum(fcinfo, 0, &call->enums[0]),
							undo_real(PG_GETARG_FLOAT8(1)), &class, &st))
		exonc_raise(&st);
	PG_RETURN_OID(enum_map_oid(&call->enums[2], class));
}

/* intensity_cuts(): one row a key, measure and class */
Datum
exonc_intensity_cuts(PG_FUNCTION_ARGS)
{
	enum
	{
		KEY,
		MEASURE,
		CLASS,
		FROM_VALUE,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	keys;
	enum_map	measures;
	enum_map	classes;
	enum_map	marks;
	int			n;
	const class_cuts *rows = class_cut_rows(&n);

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(keys, rsinfo->setDesc, KEY, key_labels);
	ENUM_MAP_FILL_COLUMN(measures, rsinfo->setDesc, MEASURE, measure_labels);
	ENUM_MAP_FILL_COLUMN(classes, rsinfo->setDesc, CLASS, class_labels);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int i = 0; i < n; i++)
		for (int class = CLASS_LIGHT; class <= CLASS_NEAR_MAXIMAL; class++)
		{
			Datum		values[COLUMNS];
			bool		nulls[COLUMNS] = {false};

			values[KEY] = ObjectIdGetDatum(enum_map_oid(&keys, rows[i].key));
			values[MEASURE] = ObjectIdGetDatum(enum_map_oid(&measures, rows[i].measure));
			values[CLASS] = ObjectIdGetDatum(enum_map_oid(&classes, class));
			values[FROM_VALUE] = Float8GetDatum(rows[i].from[class - 1]);
			values[SOURCE] = CStringGetTextDatum(rows[i].source);
			values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, rows[i].mark));
			tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		}
	return (Datum) 0;
}

/* one_rm(equation, load_kg, repetitions) returns float8 */
Datum
exonc_one_rm(PG_FUNCTION_ARGS)
{
	double		result;
	status		st;

	if (!predict_one_rm(PG_GETARG_ENUM_CODE(0, one_rm_labels), undo_real(PG_GETARG_FLOAT8(1)),
						undo_real(PG_GETARG_FLOAT8(2)), &result, &st))
		exonc_raise(&st);
	PG_RETURN_FLOAT8(result);
}

/* training_load(one_rm_kg, percent, increment_kg, rounding) returns float8 */
Datum
exonc_training_load(PG_FUNCTION_ARGS)
{
	double		one_rm_kg = undo_real(PG_GETARG_FLOAT8(0));
	double		percent = undo_real(PG_GETARG_FLOAT8(1));
	double		increment_kg = undo_real(PG_GETARG_FLOAT8(2));
	status		st;

	if (!check_input("one_rm_kg", one_rm_kg, 0.5, 700, "kg", "Loads are in kilograms: 1 lb is 0.4536 kg.", &st) ||
		!check_input("percent", percent, 0, 100, "%", "A fraction is not a percentage: 0.7 is 70.", &st) ||
		!check_input("increment_kg", increment_kg, 0, 50, "kg", NULL, &st))
		exonc_raise(&st);
	PG_RETURN_FLOAT8(round_load(one_rm_kg * percent / 100, increment_kg,
								PG_GETARG_ENUM_CODE(3, rounding_labels)));
}
