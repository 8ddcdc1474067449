/* charlson_pg.c: the type comorbidity_set, the Charlson index and its conditions. */
#include "common/name_set_pg.h"

#include "assessment/assessment_pg.h"
#include "assessment/indices/charlson.h"

#include "common/person.h"
#include "utils/builtins.h"

EXONC_NAME_SET(comorbidity_set, &comorbidities)

PG_FUNCTION_INFO_V1(exonc_charlson);
PG_FUNCTION_INFO_V1(exonc_charlson_range);
PG_FUNCTION_INFO_V1(exonc_charlson_conditions);

static const char *const version_labels[] = CHARLSON_VERSION_LABELS;
static const char *const mark_labels[] = EVIDENCE_MARK_LABELS;

enum
{
	ARG_CONDITIONS,
	ARG_VERSION,
	ARG_UNKNOWN,
	ARG_EXCLUDE_CANCER,
	ARG_AGE_ADJUSTED,
	ARG_AGE
};

/* A NULL choice means the default, as in sarcopenia(). */
static bool
get_choice(FunctionCallInfo fcinfo, int arg)
{
	return !PG_ARGISNULL(arg) && PG_GETARG_BOOL(arg);
}

/* False if there is no answer: no conditions, no version, or no age where it counts. */
static bool
get_scores(FunctionCallInfo fcinfo, int *lowest, int *highest)
{
	charlson_case patient = {0};
	charlson_version version;
	bool		decided;
	status		st;

	if (PG_ARGISNULL(ARG_CONDITIONS) || PG_ARGISNULL(ARG_VERSION))
		return false;
	patient.present = PG_GETARG_UINT32(ARG_CONDITIONS);
	patient.unknown = PG_ARGISNULL(ARG_UNKNOWN) ? 0 : PG_GETARG_UINT32(ARG_UNKNOWN);
	patient.exclude_cancer = get_choice(fcinfo, ARG_EXCLUDE_CANCER);
	patient.age_adjusted = get_choice(fcinfo, ARG_AGE_ADJUSTED);
	patient.age_known = !PG_ARGISNULL(ARG_AGE);
	if (patient.age_known)
		patient.age = PG_GETARG_FLOAT8(ARG_AGE);
	version = PG_GETARG_ENUM_CODE(ARG_VERSION, version_labels);
	if (!charlson_score(version, &patient, lowest, highest, &decided, &st))
		exonc_raise(&st);
	return decided;
}

/* charlson(conditions, version, ...) returns integer */
Datum
exonc_charlson(PG_FUNCTION_ARGS)
{
	int			lowest;
	int			highest;

	if (!get_scores(fcinfo, &lowest, &highest) || lowest != highest)
		PG_RETURN_NULL();
	PG_RETURN_INT32(lowest);
}

/* charlson_range(conditions, version, ...) returns int4range */
Datum
exonc_charlson_range(PG_FUNCTION_ARGS)
{
	int			lowest;
	int			highest;

	if (!get_scores(fcinfo, &lowest, &highest))
		PG_RETURN_NULL();
	PG_RETURN_DATUM(whole_range_datum(lowest, highest));
}

/* charlson_conditions(): one row a condition */
Datum
exonc_charlson_conditions(PG_FUNCTION_ARGS)
{
	enum
	{
		CONDITION,
		NAME,
		WEIGHT_1987,
		WEIGHT_2011,
		SUPERSEDED_BY,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	Datum		source;
	enum_map	marks;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	source = CStringGetTextDatum(psprintf("%s; %s", charlson_sources[CHARLSON_1987],
										  charlson_sources[QUAN_2011]));
	for (int c = 0; c < N_COMORBIDITIES; c++)
	{
		const charlson_condition *condition = &charlson_conditions[c];
		int			severe = condition->superseded_by;
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[CONDITION] = CStringGetTextDatum(comorbidities.names[c]);
		values[NAME] = CStringGetTextDatum(condition->name);
		values[WEIGHT_1987] = Int32GetDatum(condition->weight[CHARLSON_1987]);
		values[WEIGHT_2011] = Int32GetDatum(condition->weight[QUAN_2011]);
		values[SUPERSEDED_BY] = text_or_null(severe == UNKNOWN ? NULL : comorbidities.names[severe],
											 &nulls[SUPERSEDED_BY]);
		values[SOURCE] = source;
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, SOURCED));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
