/* meets_pg.c: meets() and meets_evidence(). */
#include "prescription/prescription_pg.h"

#include "prescription/intensity.h"
#include "prescription/meets.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_meets);
PG_FUNCTION_INFO_V1(exonc_meets_evidence);

static const char *const criterion_labels[] = CRITERION_LABELS;
static const char *const class_labels[] = INTENSITY_CLASS_LABELS;

/* A guideline is taken as it is in its first weeks: a programme of 12 weeks recommends the same in each. */
static criteria *
judge(FunctionCallInfo fcinfo)
{
	call_memory memory;
	criteria   *result = palloc(sizeof(criteria));
	prescription rx;
	prescription guideline;
	prescription at;
	prescription recommended;
	int			week = PG_GETARG_INT32(2);
	status		st;

	CALL_MEMORY_INIT(memory);
	prescription_read(PG_GETARG_VARLENA_PP(0), &rx, &memory.arena);
	prescription_read(PG_GETARG_VARLENA_PP(1), &guideline, &memory.arena);
	if (!check_week(week, &st) || !prescription_at_week(&rx, week, &at, &memory.arena, &st) ||
		!prescription_at_week(&guideline, 1, &recommended, &memory.arena, &st))
		exonc_raise(&st);
	judge_guideline(&at, &recommended, week, result);
	return result;
}

/* meets(prescription, guideline, week) returns boolean */
Datum
exonc_meets(PG_FUNCTION_ARGS)
{
	int			met = judge(fcinfo)->met;

	if (met == UNKNOWN)
		PG_RETURN_NULL();
	PG_RETURN_BOOL(met);
}

static Datum
needed_text(const criterion *c)
{
	return CStringGetTextDatum(c->kind == CRITERION_INTENSITY ? class_labels[(int) c->needed] : psprintf("%g", c->needed));
}

static Datum
found_text(const criterion *c, bool *isnull)
{
	*isnull = !c->found.known;
	if (*isnull)
		return (Datum) 0;
	if (c->kind != CRITERION_INTENSITY)
		return CStringGetTextDatum(c->found.low == c->found.high ? psprintf("%g", c->found.low)
																 : psprintf("%g to %g", c->found.low, c->found.high));
	return CStringGetTextDatum(c->found.low == c->found.high
								   ? class_labels[(int) c->found.low]
								   : psprintf("%s to %s", class_labels[(int) c->found.low], class_labels[(int) c->found.high]));
}

/* meets_evidence(prescription, guideline, week): one row a criterion */
Datum
exonc_meets_evidence(PG_FUNCTION_ARGS)
{
	enum
	{
		PART,
		ALTERNATIVE,
		MODALITY,
		CRITERION,
		NEEDED,
		FOUND,
		MET,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	const criteria *result;
	enum_map	modalities;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	ENUM_MAP_FILL_COLUMN(modalities, rsinfo->setDesc, MODALITY, exercise_modality_labels);
	result = judge(fcinfo);
	for (int i = 0; i < result->n; i++)
	{
		const criterion *c = &result->rows[i];
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[PART] = Int32GetDatum(c->part);
		values[ALTERNATIVE] = Int32GetDatum(c->alternative);
		values[MODALITY] = ObjectIdGetDatum(enum_map_oid(&modalities, c->modality));
		values[CRITERION] = CStringGetTextDatum(criterion_labels[c->kind]);
		values[NEEDED] = needed_text(c);
		values[FOUND] = found_text(c, &nulls[FOUND]);
		nulls[MET] = c->met == UNKNOWN;
		values[MET] = BoolGetDatum(c->met == 1);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
