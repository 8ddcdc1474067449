/*
 * answers_pg.c: answers() and check_answers_by_item(), from an object keyed by
 * item name to the array of answers.
 */
#include "assessment/assessment_pg.h"

#include "assessment/answer_text.h"
#include "common/json_reader_pg.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/numeric.h"

PG_FUNCTION_INFO_V1(exonc_answers);
PG_FUNCTION_INFO_V1(exonc_check_answers_by_item);

static const char *
item_name(const scoring_plan *plan, int item)
{
	return plan_text(plan, plan_items(plan)[item].name);
}

/* Says that there is no such item. */
static void
refuse_name(const scoring_plan *plan, const JsonbValue *key, status *st)
{
	nearest_name nearest;
	int			shown = pg_mbcliplen(key->val.string.val, key->val.string.len, MAX_SHOWN_CODE);

	nearest_name_init(&nearest, key->val.string.val, key->val.string.len);
	for (int i = 0; i < plan->n_items; i++)
		nearest_name_try(&nearest, item_name(plan, i), item_name(plan, i));
	status_fail(st, FAULT_INVALID_PARAMETER, "instrument \"%s\" has no item \"%.*s\"",
				plan_text(plan, plan->code), shown, key->val.string.val);
	status_detail(st, "Its items are listed by exonc.items('%s').", plan_text(plan, plan->code));
	if (nearest.suggestion != NULL)
		status_hint(st, "Perhaps you meant \"%s\".", nearest.suggestion);
}

/* A duration in its unit, to the nearest second: half a second is less than anybody reports. */
static bool
duration_in_seconds(Numeric duration, int seconds_per_unit, int32 *seconds)
{
	Datum		product =
		DirectFunctionCall2(numeric_mul, NumericGetDatum(duration),
							DirectFunctionCall1(int4_numeric, Int32GetDatum(seconds_per_unit)));
	bool		overflow = false;

	*seconds = numeric_int4_opt_error(DatumGetNumeric(product), &overflow);
	return !overflow;
}

static bool
read_number(answer_kind kind, const JsonbValue *value, int32 *answer)
{
	switch (kind)
	{
		case WHOLE_NUMBER:
			return json_whole_number(value, answer);
		case DURATION_HOURS:
			return duration_in_seconds(value->val.numeric, 3600, answer);
		case DURATION_MINUTES:
			return duration_in_seconds(value->val.numeric, 60, answer);
		default:
			return false; /* a time of day is not a number */
	}
}

/* An answer, or ANSWER_MISSING; false if it is none. */
static bool
read_answer(const scoring_plan *plan, int item, const JsonbValue *value, int32 *answer, status *st)
{
	static const char *const what[] = {"a whole number", "a time of day", "a duration", "a duration"};
	answer_kind kind = plan_items(plan)[item].kind;
	text_reading reading = READ_NOTHING;

	*answer = ANSWER_MISSING;
	if (value->type == jbvNull)
		return true;
	if (value->type == jbvNumeric && read_number(kind, value, answer))
		reading = READ_ANSWER;
	else if (value->type == jbvString)
		reading = read_answer_text(kind, value->val.string.val, value->val.string.len, answer);
	if (reading == READ_BLANK || (reading == READ_ANSWER && *answer != ANSWER_MISSING))
		return true;
	status_fail(st, FAULT_INVALID_PARAMETER, "answer to item \"%s\" is not %s",
				item_name(plan, item), what[kind]);
	status_hint(st, "%s", answer_kind_hint(kind));
	return false;
}

/* One key after another of an object, in the order of jsonb, with the item it names. */
typedef struct object_walk
{
	const scoring_plan *plan;
	JsonbIterator *iterator;
	int			next; /* place in plan_items_by_name() */
	JsonbValue	key;
	JsonbValue	value;
	int			item; /* -1: there is no such item */
} object_walk;

static void
walk_begin(object_walk *walk, const scoring_plan *plan, Jsonb *json)
{
	JsonbValue	begin;

	walk->plan = plan;
	walk->next = 0;
	walk->iterator = JsonbIteratorInit(&json->root);
	JsonbIteratorNext(&walk->iterator, &begin, false);
}

/* jsonb keeps its keys by length and then by bytes, and so does the plan: both are walked once. */
static bool
walk_next(object_walk *walk)
{
	const uint16 *by_name = plan_items_by_name(walk->plan);

	if (JsonbIteratorNext(&walk->iterator, &walk->key, true) != WJB_KEY)
		return false;
	JsonbIteratorNext(&walk->iterator, &walk->value, true);
	walk->item = -1;
	for (; walk->next < walk->plan->n_items; walk->next++)
	{
		int			order =
			plan_compare_name(item_name(walk->plan, by_name[walk->next]),
							  walk->key.val.string.val, walk->key.val.string.len);

		if (order == 0)
			walk->item = by_name[walk->next++];
		if (order >= 0)
			break;
	}
	return true;
}

static void
refuse_other_than_object(status *st)
{
	status_fail(st, FAULT_INVALID_PARAMETER, "answers must be a JSON object keyed by item name");
}

/* answers(instrument, by_item jsonb) returns int[] */
Datum
exonc_answers(PG_FUNCTION_ARGS)
{
	const scoring_plan *plan = PG_GETARG_INSTRUMENT_PLAN(0);
	Jsonb	   *json = PG_GETARG_JSONB_P(1);
	Datum		answers[MAX_ITEMS] = {0};
	bool		nulls[MAX_ITEMS];
	int			length = plan->n_items;
	int			first = 1;
	object_walk walk;
	status		st;

	if (!JB_ROOT_IS_OBJECT(json))
	{
		refuse_other_than_object(&st);
		exonc_raise(&st);
	}
	memset(nulls, true, sizeof(nulls));
	walk_begin(&walk, plan, json);
	while (walk_next(&walk))
	{
		int32		answer;

		if (walk.item < 0)
			refuse_name(plan, &walk.key, &st);
		if (walk.item < 0 || !read_answer(plan, walk.item, &walk.value, &answer, &st))
			exonc_raise(&st);
		answers[walk.item] = Int32GetDatum(answer);
		nulls[walk.item] = answer == ANSWER_MISSING;
	}
	PG_RETURN_ARRAYTYPE_P(construct_md_array(answers, nulls, 1, &length, &first, INT4OID, 4, true,
											 TYPALIGN_INT));
}

/* check_answers_by_item(instrument, by_item jsonb, missing int[]): one row for each problem */
Datum
exonc_check_answers_by_item(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	const scoring_plan *plan = PG_GETARG_INSTRUMENT_PLAN(0);
	Jsonb	   *json = PG_GETARG_JSONB_P(1);
	int32		answers[MAX_ITEMS];
	object_walk walk;
	status		st;

	InitMaterializedSRF(fcinfo, 0);
	if (!JB_ROOT_IS_OBJECT(json))
	{
		refuse_other_than_object(&st);
		put_problem(rsinfo, plan, -1, 0, true, &st);
		return (Datum) 0;
	}
	for (int i = 0; i < plan->n_items; i++)
		answers[i] = ANSWER_MISSING;
	walk_begin(&walk, plan, json);
	while (walk_next(&walk))
	{
		if (walk.item < 0)
		{
			refuse_name(plan, &walk.key, &st);
			put_problem(rsinfo, plan, -1, 0, true, &st);
		}
		else if (!read_answer(plan, walk.item, &walk.value, &answers[walk.item], &st))
		{
			answers[walk.item] = ANSWER_MISSING;
			put_problem(rsinfo, plan, walk.item, ANSWER_MISSING, true, &st);
		}
	}
	put_problems_of_answers(rsinfo, plan, answers, PG_GETARG_ARRAYTYPE_P(2));
	return (Datum) 0;
}
