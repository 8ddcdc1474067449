/* responder_pg.c: responder(), is_responder() and responder_evidence(). */
#include "assessment/interpretation/interpretation_pg.h"

#include "utils/builtins.h"
#include "utils/lsyscache.h"

PG_FUNCTION_INFO_V1(exonc_responder);
PG_FUNCTION_INFO_V1(exonc_is_responder);
PG_FUNCTION_INFO_V1(exonc_responder_evidence);

static const char *const class_labels[] = CHANGE_CLASS_LABELS;
static const char *const amount_labels[] = CHANGE_AMOUNT_LABELS;
static const char *const better_labels[] = SCORE_DIRECTION_LABELS;
static const char *const direction_labels[] = CHANGE_DIRECTION_LABELS;
static const char *const kind_labels[] = DIFFERENCE_KIND_LABELS;
static const char *const mark_labels[] = EVIDENCE_MARK_LABELS;

enum
{
	ARG_MEASURE,
	ARG_BASELINE,
	ARG_FOLLOWUP,
	ARG_IMPROVEMENT,
	ARG_DETERIORATION, /* is_responder() has none: the ones after it move up */
	ARG_AMOUNT,
	ARG_BETTER
};

/* A change, as far as the arguments say. */
typedef struct judged_change
{
	const interpretation *of;
	change_rule rule;
	bool		has_values; /* baseline and follow-up are there */
	bool		is_measured; /* toward is known */
	double		change;		/* follow-up less baseline, in the unit of the measure */
	double		toward[N_DIRECTIONS];
} judged_change;

static measure_cache *
get_responder_cache(FunctionCallInfo fcinfo, int moved)
{
	measure_cache *cache = fcinfo->flinfo->fn_extra;
	Oid		   *types;
	int			n_types;

	if (cache != NULL)
		return cache;
	cache = get_measure_cache(fcinfo);
	get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
	ENUM_MAP_FILL(cache->amounts, types[ARG_AMOUNT - moved], amount_labels);
	ENUM_MAP_FILL(cache->betters, types[ARG_BETTER - moved], better_labels);
	return cache;
}

/* Reads all arguments but the measure, which is not NULL. */
static void
judge(FunctionCallInfo fcinfo, bool has_deterioration, judged_change *j)
{
	int			moved = has_deterioration ? 0 : 1;
	measure_cache *cache = get_responder_cache(fcinfo, moved);
	change_amount amount = ABSOLUTE;
	int			better = NOT_GIVEN;
	double		amounts[N_DIRECTIONS];
	const double *given[N_DIRECTIONS] = {NULL, NULL};
	double		baseline = PG_ARGISNULL(ARG_BASELINE) ? 0 : PG_GETARG_FLOAT8(ARG_BASELINE);
	double		followup = PG_ARGISNULL(ARG_FOLLOWUP) ? 0 : PG_GETARG_FLOAT8(ARG_FOLLOWUP);
	status		st;

	if (!PG_ARGISNULL(ARG_AMOUNT - moved))
		amount = enum_map_code(&cache->amounts, PG_GETARG_OID(ARG_AMOUNT - moved));
	if (!PG_ARGISNULL(ARG_BETTER - moved))
		better = enum_map_code(&cache->betters, PG_GETARG_OID(ARG_BETTER - moved));
	for (change_direction d = IMPROVEMENT; d < (has_deterioration ? N_DIRECTIONS : 1); d++)
		if (!PG_ARGISNULL(ARG_IMPROVEMENT + d))
		{
			amounts[d] = PG_GETARG_FLOAT8(ARG_IMPROVEMENT + d);
			given[d] = &amounts[d];
		}

	/* Only a measure that is described in full may be unknown to exonc. */
	j->of = get_interpretation(cache, PG_GETARG_MEASURE(ARG_MEASURE), better != NOT_GIVEN);
	if (!make_change_rule(j->of, better, amount, given, &j->rule, &st))
		exonc_raise(&st);
	if ((!PG_ARGISNULL(ARG_BASELINE) && !check_value(j->of, "baseline", &baseline, &st)) ||
		(!PG_ARGISNULL(ARG_FOLLOWUP) && !check_value(j->of, "followup", &followup, &st)))
		exonc_raise(&st);
	j->has_values = !PG_ARGISNULL(ARG_BASELINE) && !PG_ARGISNULL(ARG_FOLLOWUP);
	j->is_measured =
		j->has_values && measure_change(&j->rule, baseline, followup, &j->change, j->toward);
}

/* responder(measure, baseline, followup, ...) returns change_class */
Datum
exonc_responder(PG_FUNCTION_ARGS)
{
	measure_cache *cache;
	judged_change j;
	int			class;

	if (PG_ARGISNULL(ARG_MEASURE))
		PG_RETURN_NULL();
	judge(fcinfo, true, &j);
	class = j.is_measured ? change_class_of(&j.rule, j.toward) : UNKNOWN;
	if (class == UNKNOWN)
		PG_RETURN_NULL();
	cache = fcinfo->flinfo->fn_extra;
	if (unlikely(cache->classes.n == 0))
		ENUM_MAP_FILL(cache->classes, get_func_rettype(fcinfo->flinfo->fn_oid), class_labels);
	PG_RETURN_OID(enum_map_oid(&cache->classes, class));
}

/* is_responder(measure, baseline, followup, ...) returns boolean */
Datum
exonc_is_responder(PG_FUNCTION_ARGS)
{
	judged_change j;
	int			reached;

	if (PG_ARGISNULL(ARG_MEASURE))
		PG_RETURN_NULL();
	judge(fcinfo, false, &j);
	reached = j.is_measured && j.rule.needed[IMPROVEMENT] != NO_AMOUNT
		? change_reached(&j.rule, j.toward, IMPROVEMENT)
		: UNKNOWN;
	if (reached == UNKNOWN)
		PG_RETURN_NULL();
	PG_RETURN_BOOL(reached);
}

/* responder_evidence(measure, baseline, followup, ...): one row a direction */
Datum
exonc_responder_evidence(PG_FUNCTION_ARGS)
{
	enum
	{
		DIRECTION,
		CHANGE,
		BETTER,
		TOWARD,
		NEEDED,
		UNIT,
		REACHED,
		POPULATION,
		KIND,
		METHOD,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	directions;
	enum_map	betters;
	enum_map	kinds;
	enum_map	marks;
	judged_change j;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(ARG_MEASURE))
		return (Datum) 0;
	ENUM_MAP_FILL_COLUMN(directions, rsinfo->setDesc, DIRECTION, direction_labels);
	ENUM_MAP_FILL_COLUMN(betters, rsinfo->setDesc, BETTER, better_labels);
	ENUM_MAP_FILL_COLUMN(kinds, rsinfo->setDesc, KIND, kind_labels);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	judge(fcinfo, true, &j);

	for (change_direction d = IMPROVEMENT; d < N_DIRECTIONS; d++)
	{
		const important_difference *row = j.rule.row[d];
		bool		has_amount = j.rule.needed[d] != NO_AMOUNT;
		int			reached = j.is_measured ? change_reached(&j.rule, j.toward, d) : UNKNOWN;
		Datum		values[COLUMNS] = {0};
		bool		nulls[COLUMNS] = {false};

		values[DIRECTION] = ObjectIdGetDatum(enum_map_oid(&directions, d));
		nulls[CHANGE] = !j.has_values;
		values[CHANGE] = Float8GetDatum(j.has_values ? j.change : 0);
		values[BETTER] = ObjectIdGetDatum(enum_map_oid(&betters, j.rule.better));
		nulls[TOWARD] = !j.is_measured;
		values[TOWARD] = Float8GetDatum(j.is_measured ? j.toward[d] : 0);
		nulls[NEEDED] = !has_amount;
		values[NEEDED] = Float8GetDatum(j.rule.needed[d]);
		values[UNIT] = text_or_null(j.rule.amount == PERCENT ? "%" : j.of->unit, &nulls[UNIT]);
		nulls[REACHED] = reached == UNKNOWN;
		values[REACHED] = BoolGetDatum(reached == 1);
		nulls[POPULATION] = nulls[KIND] = nulls[METHOD] = nulls[SOURCE] = nulls[MARK] = true;
		if (row != NULL)
		{
			values[POPULATION] = text_or_null(row->population, &nulls[POPULATION]);
			nulls[KIND] = row->kind == NOT_SAID;
			if (!nulls[KIND])
				values[KIND] = ObjectIdGetDatum(enum_map_oid(&kinds, row->kind));
			values[METHOD] = text_or_null(row->method, &nulls[METHOD]);
			values[SOURCE] = text_or_null(row->source, &nulls[SOURCE]);
			nulls[MARK] = false;
			values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, row->mark));
		}
		else if (has_amount)
			values[METHOD] = text_or_null("given by the caller", &nulls[METHOD]);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
