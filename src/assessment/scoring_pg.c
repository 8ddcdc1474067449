/* scoring_pg.c: score(), scores() and scores_array(). */
#include "assessment/assessment_pg.h"

#include "assessment/scoring.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

PG_FUNCTION_INFO_V1(exonc_score);
PG_FUNCTION_INFO_V1(exonc_scores);
PG_FUNCTION_INFO_V1(exonc_scores_array);

/* The form in two arguments, refused unless it is one of this instrument. */
static void
get_checked_form(const scoring_plan *plan, ArrayType *array, ArrayType *missing,
				 checked_form *checked)
{
	answer_form f;
	status		st;

	if (!read_form(plan, array, missing, &f, &st) ||
		!check_answers(plan, f.answers, f.n_answers, f.n_missing, checked, &st))
		exonc_raise(&st);
}

static int
scale_by_code(const scoring_plan *plan, text *code)
{
	int			length = VARSIZE_ANY_EXHDR(code);
	int			scale = scoring_plan_find(plan, VARDATA_ANY(code), length);

	if (scale < 0)
	{
		nearest_name nearest;

		nearest_name_init(&nearest, VARDATA_ANY(code), length);
		for (int i = 0; i < plan->n_scales; i++)
		{
			const plan_scale *known = &plan_scales(plan)[i];
			const char *known_code = plan_text(plan, known->code);

			nearest_name_try(&nearest, known_code, known_code);
			nearest_name_try(&nearest, plan_text(plan, known->name), known_code);
			if (known->alias != 0)
				nearest_name_try(&nearest, plan_text(plan, known->alias),
								 plan_text(plan, known->alias));
		}
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("instrument \"%s\" has no scale \"%.*s\"", plan_text(plan, plan->code),
						length, VARDATA_ANY(code)),
				 errdetail("Its scales are listed by exonc.scales('%s').",
						   plan_text(plan, plan->code)),
				 nearest_name_hint(&nearest)));
	}
	return scale;
}

/* score(instrument, scale, answers int[], missing int[]) returns float8 */
Datum
exonc_score(PG_FUNCTION_ARGS)
{
	const scoring_plan *plan = PG_GETARG_INSTRUMENT_PLAN(0);
	int			scale = scale_by_code(plan, PG_GETARG_TEXT_PP(1));
	checked_form checked;
	scale_score result;

	get_checked_form(plan, PG_GETARG_ARRAYTYPE_P(2), PG_GETARG_ARRAYTYPE_P(3), &checked);
	score_scale(plan, scale, &checked, &result);
	if (!result.present)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(result.score);
}

/* scores_array(instrument, answers int[], missing int[]) returns float8[] */
Datum
exonc_scores_array(PG_FUNCTION_ARGS)
{
	const scoring_plan *plan = PG_GETARG_INSTRUMENT_PLAN(0);
	checked_form checked;
	scale_score results[MAX_SCALES];
	int			n = plan->n_scales;
	int			n_present = 0;
	Size		header;
	Size		size;
	ArrayType  *array;
	float8	   *values;

	get_checked_form(plan, PG_GETARG_ARRAYTYPE_P(1), PG_GETARG_ARRAYTYPE_P(2), &checked);
	score_all(plan, &checked, results);
	for (int i = 0; i < n; i++)
		n_present += results[i].present;

	/* Laid out here: construct_md_array would take a Datum and a flag for each. */
	header = n_present < n ? ARR_OVERHEAD_WITHNULLS(1, n) : ARR_OVERHEAD_NONULLS(1);
	size = header + sizeof(float8) * n_present;
	array = palloc(size);
	memset(array, 0, header);
	SET_VARSIZE(array, size);
	array->ndim = 1;
	array->dataoffset = n_present < n ? header : 0;
	array->elemtype = FLOAT8OID;
	ARR_DIMS(array)[0] = n;
	ARR_LBOUND(array)[0] = 1;
	values = (float8 *) ARR_DATA_PTR(array);
	for (int i = 0; i < n; i++)
	{
		if (!results[i].present)
			continue;
		*values++ = results[i].score;
		if (n_present < n)
			ARR_NULLBITMAP(array)[i / 8] |= 1 << (i % 8);
	}
	PG_RETURN_ARRAYTYPE_P(array);
}

/*
 * What scores() keeps between its calls, for each instrument it meets: the
 * datums that are the same for every form.
 */
typedef struct scores_cache
{
	struct scores_cache *next;
	int			n; /* of this and those after it */
	uint64		serial; /* of the plan */
	enum_map	directions;
	Datum		codes[MAX_SCALES];
	Datum		names[MAX_SCALES];
} scores_cache;

enum
{
	SCORES_SCALE,
	SCORES_NAME,
	SCORES_SCORE,
	SCORES_ANSWERED,
	SCORES_ITEMS,
	SCORES_MIN_ANSWERED,
	SCORES_DIRECTION,
	SCORES_COLUMNS
};

#define MAX_SCORES_CACHES 64

static scores_cache *
get_scores_cache(FunctionCallInfo fcinfo, const scoring_plan *plan, TupleDesc columns)
{
	static const char *const labels[] = SCORE_DIRECTION_LABELS;
	scores_cache *cache;
	MemoryContext caller;

	for (cache = fcinfo->flinfo->fn_extra; cache != NULL; cache = cache->next)
		if (cache->serial == plan->serial)
			return cache;

	/* A table of very many instruments must not fill the memory: begin anew. */
	cache = fcinfo->flinfo->fn_extra;
	if (cache != NULL && cache->n == MAX_SCORES_CACHES)
	{
		MemoryContextDelete(GetMemoryChunkContext(cache));
		fcinfo->flinfo->fn_extra = cache = NULL;
	}
	caller = MemoryContextSwitchTo(cache != NULL
									   ? GetMemoryChunkContext(cache)
									   : AllocSetContextCreate(fcinfo->flinfo->fn_mcxt, "exonc scores",
															   ALLOCSET_DEFAULT_SIZES));
	cache = palloc0(sizeof(scores_cache));
	cache->serial = plan->serial;
	ENUM_MAP_FILL_COLUMN(cache->directions, columns, SCORES_DIRECTION, labels);
	for (int i = 0; i < plan->n_scales; i++)
	{
		const plan_scale *scale = &plan_scales(plan)[i];

		cache->codes[i] = CStringGetTextDatum(plan_text(plan, scale->code));
		cache->names[i] = CStringGetTextDatum(plan_text(plan, scale->name));
	}
	cache->next = fcinfo->flinfo->fn_extra;
	cache->n = cache->next == NULL ? 1 : cache->next->n + 1;
	fcinfo->flinfo->fn_extra = cache;
	MemoryContextSwitchTo(caller);
	return cache;
}

/* scores(instrument, answers int[], missing int[]): one row a scale */
Datum
exonc_scores(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	const scoring_plan *plan = PG_GETARG_INSTRUMENT_PLAN(0);
	checked_form checked;
	scale_score results[MAX_SCALES];
	scores_cache *cache;

	/* The caller's row type saves a catalogue look-up for every form. */
	InitMaterializedSRF(fcinfo, rsinfo->expectedDesc != NULL ? MAT_SRF_USE_EXPECTED_DESC : 0);
	cache = get_scores_cache(fcinfo, plan, rsinfo->setDesc);
	get_checked_form(plan, PG_GETARG_ARRAYTYPE_P(1), PG_GETARG_ARRAYTYPE_P(2), &checked);
	score_all(plan, &checked, results);

	for (int i = 0; i < plan->n_scales; i++)
	{
		const plan_scale *scale = &plan_scales(plan)[i];
		Datum		values[SCORES_COLUMNS];
		bool		nulls[SCORES_COLUMNS] = {false};

		values[SCORES_SCALE] = cache->codes[i];
		values[SCORES_NAME] = cache->names[i];
		values[SCORES_SCORE] = Float8GetDatum(results[i].score);
		nulls[SCORES_SCORE] = !results[i].present;
		values[SCORES_ANSWERED] = Int32GetDatum(results[i].answered);
		values[SCORES_ITEMS] = Int32GetDatum(scale->n_items);
		values[SCORES_MIN_ANSWERED] = Int32GetDatum(plan_fewest_answered(scale));
		nulls[SCORES_MIN_ANSWERED] = scale->min_answered == 0;
		values[SCORES_DIRECTION] =
			ObjectIdGetDatum(enum_map_oid(&cache->directions, scale->direction));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
