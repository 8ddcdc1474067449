/*
 * measure_pg.c: the SQL type measure, and measures() as rows.
 *
 * As scale, it is text without a collation, so that foreign servers compute
 * responder() and band() themselves; its functions are those of scale and text.
 */
#include "assessment/assessment_pg.h"
#include "assessment/interpretation/interpretation_pg.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_measure);
PG_FUNCTION_INFO_V1(exonc_measures);
PG_FUNCTION_INFO_V1(jsonb_to_measure);

/* jsonb to measure */
Datum
jsonb_to_measure(PG_FUNCTION_ARGS)
{
	int			length;
	const char *code = code_from_jsonb(PG_GETARG_DATUM(0), "measure", &length);

	PG_RETURN_TEXT_P(cstring_to_text_with_len(code, length));
}

/* measure(instrument, scale) returns measure: the two codes with a blank between */
Datum
exonc_measure(PG_FUNCTION_ARGS)
{
	const scoring_plan *plan = PG_GETARG_INSTRUMENT_PLAN(0);
	const char *instrument = plan_text(plan, plan->code);
	text	   *given = PG_GETARG_TEXT_PP(1);
	const char *scale = VARDATA_ANY(given);
	size_t		scale_length = VARSIZE_ANY_EXHDR(given);
	size_t		length = strlen(instrument);
	int			index = scoring_plan_find(plan, scale, scale_length);
	text	   *result;

	if (index >= 0)
	{
		/* The second code of a scale is the same measure as the first. */
		scale = plan_text(plan, plan_scales(plan)[index].code);
		scale_length = strlen(scale);
	}
	result = palloc(VARHDRSZ + length + 1 + scale_length);
	SET_VARSIZE(result, VARHDRSZ + length + 1 + scale_length);
	memcpy(VARDATA(result), instrument, length);
	VARDATA(result)[length] = ' ';
	memcpy(VARDATA(result) + length + 1, scale, scale_length);
	PG_RETURN_TEXT_P(result);
}

measure_cache *
get_measure_cache(FunctionCallInfo fcinfo)
{
	if (fcinfo->flinfo->fn_extra == NULL)
		fcinfo->flinfo->fn_extra =
			MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(measure_cache));
	return fcinfo->flinfo->fn_extra;
}

static const scoring_plan *
get_builtin_plan(int index)
{
	status		st;
	const scoring_plan *plan = builtin_plan(index, &st);

	if (plan == NULL)
		exonc_raise(&st);
	return plan;
}

/* "QLQ-C30 PF" */
static char *
measure_code(int instrument, const scoring_plan *plan, int scale)
{
	return psprintf("%s %s", instrument_at(instrument)->code,
					plan_text(plan, plan_scales(plan)[scale].code));
}

/* Suggests the nearest of all measures that there are. */
static void
refuse_measure(const char *code, int length)
{
	nearest_name nearest;

	nearest_name_init(&nearest, code, length);
	for (int i = 0; i < physical_measure_count(); i++)
		nearest_name_try(&nearest, physical_measure_at(i)->code, physical_measure_at(i)->code);
	for (int i = 0; i < instrument_count(); i++)
	{
		const scoring_plan *plan = get_builtin_plan(i);

		for (int scale = 0; scale < plan->n_scales; scale++)
		{
			char	   *suggestion = measure_code(i, plan, scale);

			nearest_name_try(&nearest, suggestion, suggestion);
		}
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("measure \"%.*s\" does not exist", length, code),
			 errdetail("The measures are listed by exonc.measures(). A scale of a questionnaire is named by instrument, blank, scale."),
			 nearest_name_hint(&nearest)));
}

const interpretation *
get_interpretation(measure_cache *cache, const text *measure, bool may_be_unknown)
{
	const char *code = VARDATA_ANY(measure);
	int			length = VARSIZE_ANY_EXHDR(measure);
	measure_slot *slot;
	interpretation found;

	slot = &cache->slots[hash_bytes((const unsigned char *) code, length) & (MEASURE_SLOTS - 1)];
	if (length > 0 && slot->length == length && memcmp(slot->code, code, length) == 0)
		return &slot->found;

	if (!interpretation_find(code, length, &found) && !may_be_unknown)
		refuse_measure(code, length);
	slot->found = found;
	slot->length = length < MEASURE_CODE ? length : 0;
	memcpy(slot->code, code, slot->length);
	return &slot->found;
}

/* measures(): one row a physical test, then one a scale of a built-in instrument */
Datum
exonc_measures(PG_FUNCTION_ARGS)
{
	enum
	{
		MEASURE,
		NAME,
		UNIT,
		DIRECTION,
		LOWEST,
		HIGHEST,
		COLUMNS
	};
	static const char *const directions[] = SCORE_DIRECTION_LABELS;
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	map;
	Datum		values[COLUMNS];
	bool		nulls[COLUMNS] = {false};

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(map, rsinfo->setDesc, DIRECTION, directions);
	for (int i = 0; i < physical_measure_count(); i++)
	{
		const physical_measure *m = physical_measure_at(i);

		values[MEASURE] = CStringGetTextDatum(m->code);
		values[NAME] = CStringGetTextDatum(m->name);
		values[UNIT] = CStringGetTextDatum(m->unit);
		values[DIRECTION] = ObjectIdGetDatum(enum_map_oid(&map, m->direction));
		values[LOWEST] = Float8GetDatum(m->lowest);
		values[HIGHEST] = Float8GetDatum(m->highest);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	for (int i = 0; i < instrument_count(); i++)
	{
		const scoring_plan *plan = get_builtin_plan(i);

		for (int s = 0; s < plan->n_scales; s++)
		{
			const plan_scale *scale = &plan_scales(plan)[s];

			values[MEASURE] = CStringGetTextDatum(measure_code(i, plan, s));
			values[NAME] = CStringGetTextDatum(plan_text(plan, scale->name));
			values[UNIT] = CStringGetTextDatum(SCALE_UNIT);
			values[DIRECTION] = ObjectIdGetDatum(enum_map_oid(&map, scale->direction));
			values[LOWEST] = Float8GetDatum(scale->lowest);
			values[HIGHEST] = Float8GetDatum(scale->highest);
			tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		}
	}
	return (Datum) 0;
}
