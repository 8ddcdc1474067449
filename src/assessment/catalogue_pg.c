/* catalogue_pg.c: instruments(), items() and scales(), the rules as rows. */
#include "assessment/assessment_pg.h"

#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "utils/array.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_instruments);
PG_FUNCTION_INFO_V1(exonc_items);
PG_FUNCTION_INFO_V1(exonc_scales);

/* instruments(): one row a built-in instrument */
Datum
exonc_instruments(PG_FUNCTION_ARGS)
{
	enum
	{
		CODE,
		NAME,
		VERSION,
		N_ITEMS,
		N_SCALES,
		RECALL,
		NOTE,
		LICENCE,
		SOURCE,
		MARK,
		COLUMNS
	};
	static const char *const marks[] = EVIDENCE_MARK_LABELS;
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	mark_map;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(mark_map, rsinfo->setDesc, MARK, marks);
	for (int i = 0; i < instrument_count(); i++)
	{
		const instrument_definition *def = instrument_at(i);
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[CODE] = instrument_datum(def);
		values[NAME] = CStringGetTextDatum(def->name);
		values[VERSION] = text_or_null(def->version, &nulls[VERSION]);
		values[N_ITEMS] = Int32GetDatum(instrument_plan_at(i)->n_items);
		values[N_SCALES] = Int32GetDatum(def->n_scales + def->n_totals);
		values[RECALL] = text_or_null(def->recall, &nulls[RECALL]);
		values[NOTE] = text_or_null(def->note, &nulls[NOTE]);
		values[LICENCE] = text_or_null(def->licence, &nulls[LICENCE]);
		values[SOURCE] = text_or_null(def->source, &nulls[SOURCE]);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&mark_map, def->mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* items(instrument): one row an item, in the order of the array of answers */
Datum
exonc_items(PG_FUNCTION_ARGS)
{
	enum
	{
		POSITION,
		ITEM,
		LOWEST,
		HIGHEST,
		COLUMNS
	};
	const scoring_plan *plan = PG_GETARG_INSTRUMENT_PLAN(0);
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;

	InitMaterializedSRF(fcinfo, 0);
	for (int i = 0; i < plan->n_items; i++)
	{
		const plan_item *item = &plan_items(plan)[i];
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[POSITION] = Int32GetDatum(i + 1);
		values[ITEM] = CStringGetTextDatum(plan_text(plan, item->name));
		values[LOWEST] = Int32GetDatum(item->lowest);
		values[HIGHEST] = Int32GetDatum(item->highest);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

static bool
is_reversed(const scoring_plan *plan, const plan_member *member)
{
	const plan_derived *derived = plan_member_derived(plan, member);

	return derived != NULL && derived->kind == MIRRORED;
}

/* Names of the items in a scale, all of them or only the reversed ones. */
static Datum
names_of_items(const scoring_plan *plan, const plan_scale *scale, bool reversed_only)
{
	const plan_member *members = plan_members(plan, scale);
	Datum	   *names = palloc(sizeof(Datum) * scale->n_members);
	int			n = 0;

	for (int i = 0; i < scale->n_members; i++)
		if (!reversed_only || is_reversed(plan, &members[i]))
		{
			int			item = plan_member_item(plan, &members[i]);

			names[n++] = CStringGetTextDatum(plan_text(plan, plan_items(plan)[item].name));
		}
	return PointerGetDatum(construct_array(names, n, TEXTOID, -1, false, TYPALIGN_INT));
}

/* Places of the items in the array of answers. */
static Datum
positions_of_items(const scoring_plan *plan, const plan_scale *scale)
{
	const plan_member *members = plan_members(plan, scale);
	Datum	   *positions = palloc(sizeof(Datum) * scale->n_members);

	for (int i = 0; i < scale->n_members; i++)
		positions[i] = Int32GetDatum(plan_member_item(plan, &members[i]) + 1);
	return PointerGetDatum(
		construct_array(positions, scale->n_members, INT4OID, 4, true, TYPALIGN_INT));
}

/* The formula of a scale in words. */
static Datum
rule_text(const scoring_plan *plan, const plan_scale *scale)
{
	const plan_member *members = plan_members(plan, scale);
	StringInfoData text;

	initStringInfo(&text);
	if (!scale->is_total && scale->statistic == MEAN_MAPPED)
		appendStringInfo(&text, "mean of answered items, %d..%d mapped to %d..%d",
						 scale->mean_at[0], scale->mean_at[1], scale->score_at[0],
						 scale->score_at[1]);
	else if (!scale->is_total && scale->min_answered == scale->n_members)
		appendStringInfoString(&text, "sum of items; all of them needed");
	else if (!scale->is_total)
		appendStringInfoString(&text, "sum of answered items x items / answered");
	else
	{
		appendStringInfoString(&text, scale->statistic == MEAN_OF_SCALES ? "mean of " : "sum of ");
		for (int i = 0; i < scale->n_members; i++)
		{
			const plan_scale *member = &plan_scales(plan)[members[i].index];

			if (i > 0)
				appendStringInfoString(&text, ", ");
			if (members[i].sign < 0)
				appendStringInfo(&text, "%d - ", members[i].constant);
			appendStringInfoString(&text, plan_text(plan, member->code));
		}
		appendStringInfoString(&text, "; all of them needed");
		if (scale->min_answered > 0)
			appendStringInfo(&text, ", and %d of the %u items", scale->min_answered,
							 scale->n_items);
	}
	if (scale->not_asked_if >= 0)
		appendStringInfo(&text, "; none if item %s is answered %d",
						 plan_text(plan, plan_items(plan)[scale->not_asked_if].name),
						 scale->answered_as);
	return PointerGetDatum(cstring_to_text_with_len(text.data, text.len));
}

/* scales(instrument): one row a scale or total, in the order of scores_array() */
Datum
exonc_scales(PG_FUNCTION_ARGS)
{
	enum
	{
		POSITION,
		SCALE,
		ALIAS,
		NAME,
		ITEM_NAMES,
		POSITIONS,
		REVERSED,
		MIN_ANSWERED,
		RULE,
		LOWEST,
		HIGHEST,
		DIRECTION,
		SOURCE,
		MARK,
		COLUMNS
	};
	static const char *const marks[] = EVIDENCE_MARK_LABELS;
	static const char *const directions[] = SCORE_DIRECTION_LABELS;
	const scoring_plan *plan = PG_GETARG_INSTRUMENT_PLAN(0);
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	mark_map;
	enum_map	direction_map;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(mark_map, rsinfo->setDesc, MARK, marks);
	ENUM_MAP_FILL_COLUMN(direction_map, rsinfo->setDesc, DIRECTION, directions);
	for (int i = 0; i < plan->n_scales; i++)
	{
		const plan_scale *scale = &plan_scales(plan)[i];
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[POSITION] = Int32GetDatum(i + 1);
		values[SCALE] = CStringGetTextDatum(plan_text(plan, scale->code));
		values[ALIAS] = text_or_null(scale->alias == 0 ? NULL : plan_text(plan, scale->alias),
									 &nulls[ALIAS]);
		values[NAME] = CStringGetTextDatum(plan_text(plan, scale->name));
		nulls[ITEM_NAMES] = nulls[POSITIONS] = nulls[REVERSED] = scale->is_total;
		if (!scale->is_total)
		{
			values[ITEM_NAMES] = names_of_items(plan, scale, false);
			values[POSITIONS] = positions_of_items(plan, scale);
			values[REVERSED] = names_of_items(plan, scale, true);
		}
		values[MIN_ANSWERED] = Int32GetDatum(scale->min_answered);
		nulls[MIN_ANSWERED] = scale->min_answered == 0;
		values[RULE] = rule_text(plan, scale);
		values[LOWEST] = Float8GetDatum(scale->lowest);
		values[HIGHEST] = Float8GetDatum(scale->highest);
		values[DIRECTION] = ObjectIdGetDatum(enum_map_oid(&direction_map, scale->direction));
		values[SOURCE] = text_or_null(scale->source == 0 ? NULL : plan_text(plan, scale->source),
									  &nulls[SOURCE]);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&mark_map, scale->mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
