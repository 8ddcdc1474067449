/* training_load_pg.c: conversions and loads of sessions as SQL functions, and their numbers as rows. */
#include "exonc.h"

#include <math.h>

#include "common/decimal.h"
#include "prescription/training_load.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_percent_hrr_of_vo2);
PG_FUNCTION_INFO_V1(exonc_one_rm_from_5rm);
PG_FUNCTION_INFO_V1(exonc_percent_1rm);
PG_FUNCTION_INFO_V1(exonc_repetitions_at_percent_1rm);
PG_FUNCTION_INFO_V1(exonc_session_rpe_load);
PG_FUNCTION_INFO_V1(exonc_banister_trimp);
PG_FUNCTION_INFO_V1(exonc_edwards_trimp);
PG_FUNCTION_INFO_V1(exonc_moderate_equivalent_minutes);
PG_FUNCTION_INFO_V1(exonc_exertion_anchors);
PG_FUNCTION_INFO_V1(exonc_prescription_rules);

static const char *const reserve_labels[] = RESERVE_EQUATION_LABELS;
static const char *const five_rm_labels[] = FIVE_RM_EXERCISE_LABELS;
static const char *const repetition_labels[] = REPETITION_EQUATION_LABELS;
static const char *const sex_labels[] = SEX_LABELS;
static const char *const mark_labels[] = EVIDENCE_MARK_LABELS;

#define GET_NUMBER(arg) undo_real(PG_GETARG_FLOAT8(arg))

/* percent_hrr_of_vo2(equation, percent) returns float8 */
Datum
exonc_percent_hrr_of_vo2(PG_FUNCTION_ARGS)
{
	double		result;
	status		st;

	if (!percent_hrr_of_vo2(PG_GETARG_ENUM_CODE(0, reserve_labels), GET_NUMBER(1), &result, &st))
		exonc_raise(&st);
	PG_RETURN_FLOAT8(result);
}

/* one_rm_from_5rm(exercise, load_kg, OUT one_rm_kg, OUT standard_error_kg) */
Datum
exonc_one_rm_from_5rm(PG_FUNCTION_ARGS)
{
	TupleDesc	columns = exonc_row_type(fcinfo);
	bool		nulls[2] = {false};
	Datum		values[2];
	double		one_rm_kg;
	double		standard_error;
	status		st;

	if (!one_rm_from_five_rm(PG_GETARG_ENUM_CODE(0, five_rm_labels), GET_NUMBER(1), &one_rm_kg, &standard_error, &st))
		exonc_raise(&st);
	values[0] = Float8GetDatum(one_rm_kg);
	values[1] = Float8GetDatum(standard_error);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(columns, values, nulls)));
}

static Datum
repetition_result(FunctionCallInfo fcinfo, bool (*rule) (repetition_equation, double, double, double *, status *))
{
	double		result;
	status		st;

	if (!rule(PG_GETARG_ENUM_CODE(0, repetition_labels), GET_NUMBER(1), GET_NUMBER(2), &result, &st))
		exonc_raise(&st);
	PG_RETURN_FLOAT8(result);
}

/* percent_1rm(equation, repetitions, in_reserve) returns float8 */
Datum
exonc_percent_1rm(PG_FUNCTION_ARGS)
{
	return repetition_result(fcinfo, percent_one_rm);
}

/* repetitions_at_percent_1rm(equation, percent, in_reserve) returns float8 */
Datum
exonc_repetitions_at_percent_1rm(PG_FUNCTION_ARGS)
{
	return repetition_result(fcinfo, repetitions_at);
}

/* session_rpe_load(minutes, cr10) returns float8 */
Datum
exonc_session_rpe_load(PG_FUNCTION_ARGS)
{
	double		result;
	status		st;

	if (!session_rpe_load(GET_NUMBER(0), GET_NUMBER(1), &result, &st))
		exonc_raise(&st);
	PG_RETURN_FLOAT8(result);
}

/* banister_trimp(minutes, hr_mean, hr_rest, hr_max, sex) returns float8 */
Datum
exonc_banister_trimp(PG_FUNCTION_ARGS)
{
	double		result;
	status		st;

	if (!banister_trimp(GET_NUMBER(0), GET_NUMBER(1), GET_NUMBER(2), GET_NUMBER(3), PG_GETARG_ENUM_CODE(4, sex_labels), &result, &st))
		exonc_raise(&st);
	PG_RETURN_FLOAT8(result);
}

/* edwards_trimp(zone_minutes) returns float8 */
Datum
exonc_edwards_trimp(PG_FUNCTION_ARGS)
{
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(0);
	double		minutes[N_EDWARDS_ZONES];
	Datum	   *values;
	bool	   *nulls;
	int			n;
	double		result;
	status		st;

	deconstruct_array(array, FLOAT8OID, sizeof(float8), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE, &values, &nulls, &n);
	if (ARR_NDIM(array) != 1 || n != N_EDWARDS_ZONES)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("zone_minutes has %d elements instead of %d", n, N_EDWARDS_ZONES),
				 errhint("Give the minutes of all five zones, 0 where there were none.")));
	for (int i = 0; i < n; i++)
	{
		if (nulls[i])
			PG_RETURN_NULL();
		minutes[i] = undo_real(DatumGetFloat8(values[i]));
	}
	if (!edwards_trimp(minutes, &result, &st))
		exonc_raise(&st);
	PG_RETURN_FLOAT8(result);
}

/* moderate_equivalent_minutes(moderate_minutes, vigorous_minutes) returns float8 */
Datum
exonc_moderate_equivalent_minutes(PG_FUNCTION_ARGS)
{
	double		result;
	status		st;

	if (!moderate_equivalent_minutes(GET_NUMBER(0), GET_NUMBER(1), &result, &st))
		exonc_raise(&st);
	PG_RETURN_FLOAT8(result);
}

static Datum
number_or_null(double number, bool *isnull)
{
	*isnull = isnan(number);
	return *isnull ? (Datum) 0 : Float8GetDatum(number);
}

/* exertion_anchors(): one row an anchor */
Datum
exonc_exertion_anchors(PG_FUNCTION_ARGS)
{
	enum
	{
		SCALE,
		VALUE,
		MEANING,
		PERCENT_HR_MAX,
		CR10_VALUE,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	marks;
	int			n;
	const exertion_anchor *rows = exertion_anchors(&n);

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int i = 0; i < n; i++)
	{
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[SCALE] = CStringGetTextDatum(rows[i].scale);
		values[VALUE] = number_or_null(rows[i].value, &nulls[VALUE]);
		values[MEANING] = CStringGetTextDatum(rows[i].meaning);
		values[PERCENT_HR_MAX] = number_or_null(rows[i].percent_hr_max, &nulls[PERCENT_HR_MAX]);
		values[CR10_VALUE] = number_or_null(rows[i].cr10, &nulls[CR10_VALUE]);
		values[SOURCE] = CStringGetTextDatum(rows[i].source);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, rows[i].mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* Columns of prescription_rules(), and where its rows go. */
enum
{
	RULE_FUNCTION,
	RULE_VARIANT,
	RULE_SEX,
	RULE_COEFFICIENT,
	RULE_VALUE,
	RULE_UNIT,
	RULE_SOURCE,
	RULE_MARK,
	RULE_COLUMNS
};

typedef struct rule_rows
{
	ReturnSetInfo *rsinfo;
	enum_map	sexes;
	enum_map	marks;
} rule_rows;

static void
put_load_rule(void *context, const load_rule *rule)
{
	rule_rows  *rows = context;
	Datum		values[RULE_COLUMNS];
	bool		nulls[RULE_COLUMNS] = {false};

	values[RULE_FUNCTION] = CStringGetTextDatum(rule->function);
	values[RULE_VARIANT] = text_or_null(rule->variant, &nulls[RULE_VARIANT]);
	nulls[RULE_SEX] = rule->sex == UNKNOWN;
	values[RULE_SEX] = nulls[RULE_SEX] ? (Datum) 0 : ObjectIdGetDatum(enum_map_oid(&rows->sexes, rule->sex));
	values[RULE_COEFFICIENT] = CStringGetTextDatum(rule->coefficient);
	values[RULE_VALUE] = Float8GetDatum(rule->value);
	values[RULE_UNIT] = text_or_null(rule->unit, &nulls[RULE_UNIT]);
	values[RULE_SOURCE] = CStringGetTextDatum(rule->source);
	values[RULE_MARK] = ObjectIdGetDatum(enum_map_oid(&rows->marks, rule->mark));
	tuplestore_putvalues(rows->rsinfo->setResult, rows->rsinfo->setDesc, values, nulls);
}

/* prescription_rules(): one row a number */
Datum
exonc_prescription_rules(PG_FUNCTION_ARGS)
{
	rule_rows	rows = {.rsinfo = (ReturnSetInfo *) fcinfo->resultinfo};

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(rows.sexes, rows.rsinfo->setDesc, RULE_SEX, sex_labels);
	ENUM_MAP_FILL_COLUMN(rows.marks, rows.rsinfo->setDesc, RULE_MARK, mark_labels);
	list_load_rules(put_load_rule, &rows);
	return (Datum) 0;
}
