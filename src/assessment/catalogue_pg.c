/* catalogue_pg.c: instruments(), items() and scales(), the rules as rows. */
#include "assessment/assessment_pg.h"

#include "assessment/rule_text.h"

#include "catalog/pg_type.h"
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
		KIND,
		COLUMNS
	};
	static const char *const kinds[] = ANSWER_KIND_LABELS;
	const scoring_plan *plan = PG_GETARG_INSTRUMENT_PLAN(0);
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	kind_map;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(kind_map, rsinfo->setDesc, KIND, kinds);
	for (int i = 0; i < plan->n_items; i++)
	{
		const plan_item *item = &plan_items(plan)[i];
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[POSITION] = Int32GetDatum(i + 1);
		values[ITEM] = CStringGetTextDatum(plan_text(plan, item->name));
		values[LOWEST] = Int32GetDatum(item->lowest);
		values[HIGHEST] = Int32GetDatum(item->highest);
		values[KIND] = ObjectIdGetDatum(enum_map_oid(&kind_map, item->kind));
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
	char		text[RULE_TEXT];

	int			length;

	plan_rule_text(plan, scale, text);
	length = strlen(text);

	/* A rule that was cut may end in half a character. */
	if (length == RULE_TEXT - 1)
		length = pg_mbcliplen(text, length, length);
	return PointerGetDatum(cstring_to_text_with_len(text, length));
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
		values[MIN_ANSWERED] = Int32GetDatum(plan_fewest_answered(scale));
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
