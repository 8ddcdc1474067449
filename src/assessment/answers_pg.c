/* answers_pg.c: answers(), from an object keyed by item name to the array of answers. */
#include "assessment/assessment_pg.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"
#include "utils/numeric.h"

PG_FUNCTION_INFO_V1(exonc_answers);

static int
item_by_name(const scoring_plan *plan, const JsonbValue *key)
{
	nearest_name nearest;

	for (int i = 0; i < plan->n_items; i++)
		if (plan_text_is(plan, plan_items(plan)[i].name, key->val.string.val, key->val.string.len))
			return i;

	nearest_name_init(&nearest, key->val.string.val, key->val.string.len);
	for (int i = 0; i < plan->n_items; i++)
	{
		const char *name = plan_text(plan, plan_items(plan)[i].name);

		nearest_name_try(&nearest, name, name);
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("instrument \"%s\" has no item \"%.*s\"", plan_text(plan, plan->code),
					key->val.string.len, key->val.string.val),
			 errdetail("Its items are listed by exonc.items('%s').", plan_text(plan, plan->code)),
			 nearest_name_hint(&nearest)));
}

/* A whole number as integer; anything else is refused. The range is checked when scored. */
static int32
whole_number(const scoring_plan *plan, int item, const JsonbValue *value)
{
	if (value->type == jbvNumeric)
	{
		Datum		number = NumericGetDatum(value->val.numeric);
		bool		overflow = false;
		int32		result = numeric_int4_opt_error(value->val.numeric, &overflow);

		if (!overflow &&
			DatumGetBool(DirectFunctionCall2(numeric_eq, number,
											 DirectFunctionCall1(int4_numeric, Int32GetDatum(result)))))
			return result;
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("answer to item \"%s\" is not a whole number",
					plan_text(plan, plan_items(plan)[item].name)),
			 errhint("Answers are JSON numbers without a fraction, or null where not answered.")));
}

/* answers(instrument, by_item jsonb) returns int[] */
Datum
exonc_answers(PG_FUNCTION_ARGS)
{
	const scoring_plan *plan = PG_GETARG_INSTRUMENT_PLAN(0);
	Jsonb	   *json = PG_GETARG_JSONB_P(1);
	JsonbIterator *iterator;
	JsonbIteratorToken token;
	JsonbValue	value;
	Datum		answers[MAX_ITEMS] = {0};
	bool		nulls[MAX_ITEMS];
	int			length = plan->n_items;
	int			first = 1;
	int			item = 0;

	if (!JB_ROOT_IS_OBJECT(json))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("answers must be a JSON object keyed by item name")));
	memset(nulls, true, sizeof(nulls));
	iterator = JsonbIteratorInit(&json->root);
	while ((token = JsonbIteratorNext(&iterator, &value, true)) != WJB_DONE)
	{
		if (token == WJB_KEY)
			item = item_by_name(plan, &value);
		else if (token == WJB_VALUE && value.type != jbvNull)
		{
			answers[item] = Int32GetDatum(whole_number(plan, item, &value));
			nulls[item] = false;
		}
	}
	PG_RETURN_ARRAYTYPE_P(construct_md_array(answers, nulls, 1, &length, &first, INT4OID, 4, true,
											 TYPALIGN_INT));
}
