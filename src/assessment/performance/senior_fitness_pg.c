/* senior_fitness_pg.c: senior_fitness() and senior_fitness_norms(). */
#include "assessment/performance/performance_pg.h"

#include "assessment/instrument.h"
#include "assessment/performance/senior_fitness.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_senior_fitness);
PG_FUNCTION_INFO_V1(exonc_senior_fitness_norms);

static const char *const test_labels[] = SENIOR_FITNESS_TEST_LABELS;
static const char *const sex_labels[] = SEX_LABELS;
static const char *const class_labels[] = SENIOR_FITNESS_CLASS_LABELS;

static void
refuse_result_and_unable(double result)
{
	status		st;

	status_fail(&st, FAULT_INVALID_PARAMETER, "result is %.10g, but unable is true", result);
	status_hint(&st, "A test that gave a result was not impossible; a count of 0 needs no unable.");
	exonc_raise(&st);
}

/* senior_fitness(test, sex, age, result, unable) returns senior_fitness_class */
Datum
exonc_senior_fitness(PG_FUNCTION_ARGS)
{
	enum
	{
		ARG_TEST,
		ARG_SEX,
		ARG_AGE,
		ARG_RESULT,
		ARG_UNABLE
	};
	static const enum_place places[] = {
		ENUM_OF_ARGUMENT(ARG_TEST, test_labels),
		ENUM_OF_ARGUMENT(ARG_SEX, sex_labels),
		ENUM_OF_RESULT(class_labels),
	};
	function_call *call = FUNCTION_CALL(fcinfo, places);
	int			test = call_enum(fcinfo, ARG_TEST, &call->enums[0]);
	bool		unable = !PG_ARGISNULL(ARG_UNABLE) && PG_GETARG_BOOL(ARG_UNABLE);
	subject		s = {.sex = call_enum(fcinfo, ARG_SEX, &call->enums[1])};
	const senior_fitness_norm *norm = NULL;
	measure		measured;

	if (test == UNKNOWN)
		PG_RETURN_NULL();
	measured = about_senior_fitness(test)->measured;
	read_measure(fcinfo, ARG_AGE, MEASURE_AGE, &s);
	read_measure(fcinfo, ARG_RESULT, measured, &s);
	if (unable && is_known(&s, measured) && s.value[measured] > 0)
		refuse_result_and_unable(s.value[measured]);
	if (is_known(&s, MEASURE_AGE))
		norm = find_senior_fitness_norm(test, s.sex, s.value[MEASURE_AGE]);
	if (norm == NULL || (!unable && !is_known(&s, measured)))
		PG_RETURN_NULL();
	PG_RETURN_OID(enum_map_oid(&call->enums[2],
							   unable ? FITNESS_BELOW
									  : classify_senior_fitness(norm, s.value[measured])));
}

/* senior_fitness_norms(): one row a test, sex and age band */
Datum
exonc_senior_fitness_norms(PG_FUNCTION_ARGS)
{
	enum
	{
		TEST,
		SEX,
		AGE_FROM,
		AGE_TO,
		POOREST,
		BEST,
		UNIT,
		DIRECTION,
		POOREST_MARK,
		BEST_MARK,
		SOURCE,
		COLUMNS
	};
	static const char *const marks[] = EVIDENCE_MARK_LABELS;
	static const char *const directions[] = SCORE_DIRECTION_LABELS;
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	tests;
	enum_map	sexes;
	enum_map	direction_map;
	enum_map	mark_map;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(tests, rsinfo->setDesc, TEST, test_labels);
	ENUM_MAP_FILL_COLUMN(sexes, rsinfo->setDesc, SEX, sex_labels);
	ENUM_MAP_FILL_COLUMN(direction_map, rsinfo->setDesc, DIRECTION, directions);
	ENUM_MAP_FILL_COLUMN(mark_map, rsinfo->setDesc, POOREST_MARK, marks);
	for (int i = 0; i < senior_fitness_norm_count(); i++)
	{
		const senior_fitness_norm *norm = senior_fitness_norm_at(i);
		const senior_fitness_about *test = about_senior_fitness(norm->test);
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[TEST] = ObjectIdGetDatum(enum_map_oid(&tests, norm->test));
		values[SEX] = ObjectIdGetDatum(enum_map_oid(&sexes, norm->sex));
		values[AGE_FROM] = Int32GetDatum(norm->age_from);
		values[AGE_TO] = Int32GetDatum(last_age_of_norm(norm));
		values[POOREST] = Float8GetDatum(norm->poorest);
		values[BEST] = Float8GetDatum(norm->best);
		values[UNIT] = CStringGetTextDatum(test->unit);
		values[DIRECTION] =
			ObjectIdGetDatum(enum_map_oid(&direction_map, test->less_is_better ? HIGHER_WORSE : HIGHER_BETTER));
		values[POOREST_MARK] = ObjectIdGetDatum(enum_map_oid(&mark_map, norm->poorest_mark));
		values[BEST_MARK] = ObjectIdGetDatum(enum_map_oid(&mark_map, norm->best_mark));
		values[SOURCE] = CStringGetTextDatum(test->source);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
