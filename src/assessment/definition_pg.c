/*
 * definition_pg.c: a registry's own questionnaire, from JSON to an
 * instrument_definition. The schema is in docs/own_questionnaire.md; the
 * lists of keys below are the whole of it. Every complaint names the object and
 * the key.
 */
#include "assessment/assessment_pg.h"

#include "common/json_reader_pg.h"

#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/numeric.h"

/* A list of items: "1-5 7", or ["1", "2"]. NULL if it is not there. */
static bool
get_items(const object_reader *object, const char *key, const char **list, status *st)
{
	JsonbValue	value;
	JsonbContainer *array;
	StringInfoData names;

	*list = NULL;
	if (!json_find(object, key, &value))
		return true;
	if (value.type == jbvString)
	{
		*list = pnstrdup(value.val.string.val, value.val.string.len);
		return true;
	}
	if (!json_get_array(object, key, &array, st))
		return false;
	initStringInfo(&names);
	for (int i = 0; i < JsonContainerSize(array); i++)
	{
		JsonbValue *name = getIthJsonbValueFromContainer(array, i);

		if (name->type != jbvString)
			return json_complain(object, key, "is not a list of item names", st);
		appendStringInfo(&names, "%s%.*s", i == 0 ? "" : " ", name->val.string.len,
						 name->val.string.val);
	}
	*list = names.data;
	return true;
}

static bool
get_needed_items(const object_reader *object, const char *key, const char **list, status *st)
{
	if (!get_items(object, key, list, st))
		return false;
	return *list != NULL || json_complain(object, key, "is missing", st);
}

/* Two whole numbers, low and high; unchanged if the key is not there. */
static bool
get_span(const object_reader *object, const char *key, score_span *span, status *st)
{
	const int  *ends;
	int			n;
	JsonbValue	value;

	if (!json_find(object, key, &value))
		return true;
	if (!json_get_numbers(object, key, &ends, &n, st))
		return false;
	if (n != 2)
		return json_complain(object, key, "is not a pair of whole numbers", st);
	*span = (score_span){ends[0], ends[1]};
	return true;
}

/* {"names": "1-10", "lowest": 0, "highest": 4, "kind": "whole_number"} */
static bool
read_group(const object_reader *object, item_group *group, status *st)
{
	static const char *const keys[] = {"names", "lowest", "highest", "kind"};
	static const char *const kinds[] = ANSWER_KIND_LABELS;
	int			kind = WHOLE_NUMBER;

	*group = (item_group){0};
	if (!JSON_CHECK_KEYS(object, keys, st) || !get_needed_items(object, "names", &group->items, st) ||
		!JSON_GET_WORD(object, "kind", kinds, &kind, st) ||
		!json_get_needed_number(object, "lowest", &group->lowest, st) ||
		!json_get_needed_number(object, "highest", &group->highest, st))
		return false;
	group->kind = kind;
	return true;
}

/* [[15, 0], [30, 1]]: answers up to 15 count as 0, up to 30 as 1 */
static bool
read_steps(const object_reader *object, item_coding *coding, status *st)
{
	JsonbContainer *array;
	coding_step *steps;

	if (!json_get_array(object, "steps", &array, st))
		return false;
	coding->n_steps = array == NULL ? 0 : JsonContainerSize(array);
	steps = palloc(sizeof(coding_step) * Max(coding->n_steps, 1));
	for (int i = 0; i < coding->n_steps; i++)
	{
		JsonbValue *pair = getIthJsonbValueFromContainer(array, i);

		if (pair->type != jbvBinary || !JsonContainerIsArray(pair->val.binary.data) ||
			JsonContainerSize(pair->val.binary.data) != 2 ||
			!json_whole_number(getIthJsonbValueFromContainer(pair->val.binary.data, 0), &steps[i].up_to) ||
			!json_whole_number(getIthJsonbValueFromContainer(pair->val.binary.data, 1), &steps[i].value))
			return json_complain(object, "steps", "has an element that is not [up to, value]", st);
	}
	coding->steps = steps;
	return true;
}

static bool
read_coding(const object_reader *object, item_coding *coding, status *st)
{
	static const char *const keys[] = {"items", "values", "steps", "by", "missing_as"};
	JsonbValue	value;

	*coding = (item_coding){0};
	if (!JSON_CHECK_KEYS(object, keys, st) || !get_needed_items(object, "items", &coding->items, st) ||
		!json_get_numbers(object, "values", &coding->values, &coding->n_values, st) ||
		!read_steps(object, coding, st) || !json_get_text(object, "by", &coding->by, st) ||
		!json_get_number(object, "missing_as", &coding->missing_as, st))
		return false;
	coding->fills_missing = json_find(object, "missing_as", &value);
	return true;
}

/* A score of a table as a whole number of 10^-decimals. */
static bool
scaled_score(const JsonbValue *value, int decimals, int *score)
{
	JsonbValue	scaled = *value;

	if (value->type != jbvNumeric)
		return false;
	for (int i = 0; i < decimals; i++)
		scaled.val.numeric = DatumGetNumeric(
			DirectFunctionCall2(numeric_mul, NumericGetDatum(scaled.val.numeric),
								DirectFunctionCall1(int4_numeric, Int32GetDatum(10))));
	return json_whole_number(&scaled, score);
}

/* {"first": 4, "scores": [33.7, 39.7]}: of the sums 4 and 5 */
static bool
read_table(const object_reader *scale, score_table *table, status *st)
{
	static const char *const keys[] = {"first", "scores"};
	JsonbValue	value;
	JsonbContainer *array;
	object_reader object;
	int		   *scores;
	int			done = 0;

	if (!json_find(scale, "table", &value))
		return true;
	if (value.type != jbvBinary || !JsonContainerIsObject(value.val.binary.data))
		return json_complain(scale, "table", "is not an object", st);
	object = (object_reader){value.val.binary.data, "the table of scale", scale->name};
	if (!JSON_CHECK_KEYS(&object, keys, st) || !json_get_needed_number(&object, "first", &table->first, st) ||
		!json_get_array(&object, "scores", &array, st))
		return false;
	if (array == NULL)
		return json_complain(&object, "scores", "is missing", st);
	table->n_scores = JsonContainerSize(array);
	table->scores = scores = palloc(sizeof(int) * Max(table->n_scores, 1));
	/* As many decimals as the longest score has. */
	for (table->decimals = 0; table->decimals <= MAX_DECIMALS; table->decimals++)
	{
		for (done = 0; done < table->n_scores; done++)
			if (!scaled_score(getIthJsonbValueFromContainer(array, done), table->decimals,
							  &scores[done]))
				break;
		if (done == table->n_scores)
			return true;
	}
	return json_complain(&object, "scores", "has an element that is not a usable number", st);
}

static bool
read_codings(const object_reader *scale, scale_definition *def, status *st)
{
	JsonbContainer *array;
	item_coding *codings;

	if (!json_get_array(scale, "codings", &array, st))
		return false;
	def->n_codings = array == NULL ? 0 : JsonContainerSize(array);
	def->codings = codings = palloc(sizeof(item_coding) * Max(def->n_codings, 1));
	for (int i = 0; i < def->n_codings; i++)
	{
		object_reader object;

		if (!json_get_member(scale, "codings", array, i, "coding of scale", &object, st))
			return false;
		object.name = scale->name;
		if (!read_coding(&object, &codings[i], st))
			return false;
	}
	return true;
}

static const char *const directions[] = SCORE_DIRECTION_LABELS;
static const char *const marks[] = EVIDENCE_MARK_LABELS;

/* Number of items in a list, for the fewest answered when it is not said; 0 if the list is bad. */
static int
count_items(const instrument_definition *def, const char *list)
{
	item_names *names = palloc(sizeof(item_names));
	int16_t		items[MAX_MEMBERS];
	status		st; /* the check of the whole definition will say it better */
	int			n = item_names_fill(def, names, &st) ? item_list(names, list, "", items, &st) : 0;

	pfree(names);
	return Max(n, 0);
}

static bool
read_scale(const object_reader *object, const instrument_definition *def, scale_definition *scale,
		   status *st)
{
	static const char *const keys[] = {
		"code",		 "alias",	 "name",	 "items",		 "reversed", "min_answered",
		"statistic", "mean_at",	 "score_at", "direction",	 "range",	 "not_asked_if",
		"answered_as", "codings", "rounding", "table",		 "source",	 "mark"};
	static const char *const statistics[] = {"mean", "sum", "table"};
	static const char *const roundings[] = {"none", "up", "nearest"};
	object_reader named = *object;
	int			direction = -1;
	int			statistic = SUM_PRORATED;
	int			rounding = NOT_ROUNDED;
	int			mark = SOURCED;

	*scale = (scale_definition){0};
	if (!json_get_needed_text(object, "code", &scale->code, st))
		return false;
	named.name = scale->code;
	object = &named;
	if (!JSON_CHECK_KEYS(object, keys, st) || !json_get_text(object, "alias", &scale->alias, st) ||
		!json_get_text(object, "name", &scale->name, st) ||
		!get_needed_items(object, "items", &scale->items, st) ||
		!get_items(object, "reversed", &scale->reversed, st) ||
		!JSON_GET_WORD(object, "statistic", statistics, &statistic, st) ||
		!get_span(object, "mean_at", &scale->mean_at, st) ||
		!get_span(object, "score_at", &scale->score_at, st) ||
		!JSON_GET_WORD(object, "direction", directions, &direction, st) ||
		!get_span(object, "range", &scale->range, st) ||
		!json_get_text(object, "not_asked_if", &scale->not_asked_if, st) ||
		!json_get_number(object, "answered_as", &scale->answered_as, st) ||
		!read_codings(object, scale, st) || !JSON_GET_WORD(object, "rounding", roundings, &rounding, st) ||
		!read_table(object, &scale->table, st) || !json_get_text(object, "source", &scale->source, st) ||
		!JSON_GET_WORD(object, "mark", marks, &mark, st))
		return false;
	scale->min_answered = count_items(def, scale->items);
	if (!json_get_number(object, "min_answered", &scale->min_answered, st))
		return false;
	if (direction < 0)
		return json_complain(object, "direction", "is missing", st);
	scale->name = scale->name == NULL ? scale->code : scale->name;
	scale->direction = direction;
	scale->statistic = statistic;
	scale->rounding = rounding;
	scale->mark = mark;
	return true;
}

/* "PF", {"scale": "FA", "reversed": true}, {"scale": "PF", "mean": 84.5, "sd": 22.9, "weight": 0.42} */
static bool
read_total_member(const object_reader *total, JsonbValue *value, total_statistic statistic,
				  total_member *member, status *st)
{
	static const char *const keys[] = {"scale", "reversed", "mean", "sd", "weight"};
	object_reader object;

	*member = (total_member){0};
	if (value->type == jbvString && statistic != STANDARDISED_SUM)
	{
		member->scale = pnstrdup(value->val.string.val, value->val.string.len);
		return true;
	}
	if (value->type != jbvBinary || !JsonContainerIsObject(value->val.binary.data))
		return json_complain(total, "members", "has an element that is not an object", st);
	object = (object_reader){value->val.binary.data, "a member of total", total->name};
	if (!JSON_CHECK_KEYS(&object, keys, st) || !json_get_needed_text(&object, "scale", &member->scale, st) ||
		!json_get_boolean(&object, "reversed", &member->reversed, st))
		return false;
	return statistic != STANDARDISED_SUM ||
		(json_get_double(&object, "mean", &member->mean, st) && json_get_double(&object, "sd", &member->sd, st) &&
		 json_get_double(&object, "weight", &member->weight, st));
}

static bool
read_total(const object_reader *object, total_definition *total, status *st)
{
	static const char *const keys[] = {"code",	  "alias",	   "name",		"statistic", "members",
									   "min_items", "direction", "source", "mark"};
	static const char *const statistics[] = {"mean", "sum", "standardised"};
	object_reader named = *object;
	JsonbContainer *array;
	total_member *members;
	int			statistic = SUM_OF_SCALES;
	int			direction = -1;
	int			mark = SOURCED;

	*total = (total_definition){0};
	if (!json_get_needed_text(object, "code", &total->code, st))
		return false;
	named.name = total->code;
	object = &named;
	if (!JSON_CHECK_KEYS(object, keys, st) || !json_get_text(object, "alias", &total->alias, st) ||
		!json_get_text(object, "name", &total->name, st) ||
		!JSON_GET_WORD(object, "statistic", statistics, &statistic, st) ||
		!json_get_array(object, "members", &array, st) ||
		!json_get_number(object, "min_items", &total->min_items, st) ||
		!JSON_GET_WORD(object, "direction", directions, &direction, st) ||
		!json_get_text(object, "source", &total->source, st) || !JSON_GET_WORD(object, "mark", marks, &mark, st))
		return false;
	if (array == NULL)
		return json_complain(object, "members", "is missing", st);
	if (direction < 0)
		return json_complain(object, "direction", "is missing", st);
	total->name = total->name == NULL ? total->code : total->name;
	total->statistic = statistic;
	total->direction = direction;
	total->mark = mark;
	total->n_members = JsonContainerSize(array);
	total->members = members = palloc(sizeof(total_member) * Max(total->n_members, 1));
	for (int i = 0; i < total->n_members; i++)
		if (!read_total_member(object, getIthJsonbValueFromContainer(array, i), statistic,
							   &members[i], st))
			return false;
	return true;
}

static bool
read_condition(const object_reader *object, item_condition *condition, status *st)
{
	static const char *const keys[] = {"items", "not_asked_if", "answered_as"};

	*condition = (item_condition){0};
	return JSON_CHECK_KEYS(object, keys, st) && get_needed_items(object, "items", &condition->items, st) &&
		json_get_needed_text(object, "not_asked_if", &condition->not_asked_if, st) &&
		json_get_needed_number(object, "answered_as", &condition->answered_as, st);
}

/* Reads each element of an array of objects with the given function. */
#define READ_ALL(parent, key, kind, type, destination, count, read_one) \
	do { \
		JsonbContainer *array; \
		type	   *elements; \
		if (!json_get_array(parent, key, &array, st)) \
			return false; \
		count = array == NULL ? 0 : JsonContainerSize(array); \
		elements = palloc(sizeof(type) * Max(count, 1)); \
		for (int i = 0; i < count; i++) \
		{ \
			object_reader object; \
			if (!json_get_member(parent, key, array, i, kind, &object, st) || !(read_one)) \
				return false; \
		} \
		destination = elements; \
	} while (0)

bool
definition_from_jsonb(JsonbContainer *json, instrument_definition *def, status *st)
{
	static const char *const keys[] = {"code", "name",	"version", "recall",	"licence",	  "note", "source",
									   "mark", "items", "missing", "conditions", "scales", "totals"};
	object_reader root = {json, "the definition", NULL};
	int			mark = UNCONFIRMED; /* unless the registry says that it checked */

	*def = (instrument_definition){0};
	if (!JSON_CHECK_KEYS(&root, keys, st) || !json_get_needed_text(&root, "code", &def->code, st) ||
		!json_get_text(&root, "name", &def->name, st) || !json_get_text(&root, "version", &def->version, st) ||
		!json_get_text(&root, "recall", &def->recall, st) ||
		!json_get_text(&root, "licence", &def->licence, st) || !json_get_text(&root, "note", &def->note, st) ||
		!json_get_text(&root, "source", &def->source, st) || !JSON_GET_WORD(&root, "mark", marks, &mark, st) ||
		!json_get_numbers(&root, "missing", &def->missing_codes, &def->n_missing_codes, st))
		return false;
	if (instrument_find(def->code, strlen(def->code)) >= 0)
		return json_complain(&root, "code", "is that of a built-in instrument", st);
	if (mark == SOURCED && def->source == NULL)
		return json_complain(&root, "source", "is missing, but mark is \"sourced\"", st);
	def->mark = mark;
	READ_ALL(&root, "items", "items", item_group, def->groups, def->n_groups,
			 read_group(&object, &elements[i], st));
	READ_ALL(&root, "scales", "scale", scale_definition, def->scales, def->n_scales,
			 read_scale(&object, def, &elements[i], st));
	READ_ALL(&root, "totals", "total", total_definition, def->totals, def->n_totals,
			 read_total(&object, &elements[i], st));
	READ_ALL(&root, "conditions", "a condition", item_condition, def->conditions, def->n_conditions,
			 read_condition(&object, &elements[i], st));
	return true;
}
