/* json_reader_pg.c: see json_reader_pg.h. */
#include "common/json_reader_pg.h"

#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/numeric.h"

bool
json_complain(const object_reader *object, const char *key, const char *complaint, status *st)
{
	if (object->name != NULL)
		return status_fail(st, FAULT_INVALID_PARAMETER, "\"%s\" of %s \"%s\" %s", key, object->kind,
						   object->name, complaint);
	return status_fail(st, FAULT_INVALID_PARAMETER, "\"%s\" of %s %s", key, object->kind, complaint);
}

bool
json_check_keys(const object_reader *object, const char *const *keys, int n_keys, status *st)
{
	JsonbIterator *iterator = JsonbIteratorInit(object->container);
	JsonbIteratorToken token;
	JsonbValue	key;
	bool		skip_nested = false;

	while ((token = JsonbIteratorNext(&iterator, &key, skip_nested)) != WJB_DONE)
	{
		nearest_name nearest;
		bool		found = false;

		skip_nested = true;
		if (token != WJB_KEY)
			continue;
		for (int i = 0; i < n_keys; i++)
			found = found || json_is(&key, keys[i]);
		if (found)
			continue;
		json_complain(object, pnstrdup(key.val.string.val, key.val.string.len), "is not a known key", st);
		nearest_name_init(&nearest, key.val.string.val, key.val.string.len);
		for (int i = 0; i < n_keys; i++)
			nearest_name_try(&nearest, keys[i], keys[i]);
		if (nearest.suggestion != NULL)
			status_hint(st, "Perhaps you meant \"%s\".", nearest.suggestion);
		return false;
	}
	return true;
}

bool
json_find(const object_reader *object, const char *key, JsonbValue *value)
{
	return getKeyJsonValueFromContainer(object->container, key, strlen(key), value) != NULL &&
		value->type != jbvNull;
}

bool
json_get_text(const object_reader *object, const char *key, const char **text, status *st)
{
	JsonbValue	value;

	*text = NULL;
	if (!json_find(object, key, &value))
		return true;
	if (value.type != jbvString || value.val.string.len == 0)
		return json_complain(object, key, "is not a text", st);
	*text = pnstrdup(value.val.string.val, value.val.string.len);
	return true;
}

bool
json_get_needed_text(const object_reader *object, const char *key, const char **text, status *st)
{
	if (!json_get_text(object, key, text, st))
		return false;
	return *text != NULL || json_complain(object, key, "is missing", st);
}

/*
 * Whether a numeric is exactly this number, for the small numbers that most
 * answers are and in the form that most have. False tells nothing.
 */
static bool
is_small_number(Numeric numeric, int number)
{
	enum
	{
		N_SMALL = 16
	};
	static Numeric small[N_SMALL];

	if (number < 0 || number >= N_SMALL)
		return false;
	if (small[number] == NULL)
	{
		MemoryContext caller = MemoryContextSwitchTo(TopMemoryContext);

		small[number] = int64_to_numeric(number);
		MemoryContextSwitchTo(caller);
	}
	return VARSIZE_ANY_EXHDR(numeric) == VARSIZE_ANY_EXHDR(small[number]) &&
		memcmp(VARDATA_ANY(numeric), VARDATA_ANY(small[number]), VARSIZE_ANY_EXHDR(numeric)) == 0;
}

bool
json_whole_number(const JsonbValue *value, int *number)
{
	bool		overflow = false;

	if (value->type != jbvNumeric)
		return false;
	*number = numeric_int4_opt_error(value->val.numeric, &overflow);
	if (overflow)
		return false;
	return is_small_number(value->val.numeric, *number) ||
		DatumGetBool(DirectFunctionCall2(
			numeric_eq, NumericGetDatum(value->val.numeric),
			DirectFunctionCall1(int4_numeric, Int32GetDatum(*number))));
}

bool
json_get_number(const object_reader *object, const char *key, int *number, status *st)
{
	JsonbValue	value;

	if (!json_find(object, key, &value) || json_whole_number(&value, number))
		return true;
	return json_complain(object, key, "is not a whole number", st);
}

bool
json_get_needed_number(const object_reader *object, const char *key, int *number, status *st)
{
	JsonbValue	value;

	if (!json_find(object, key, &value))
		return json_complain(object, key, "is missing", st);
	return json_get_number(object, key, number, st);
}

bool
json_number(const JsonbValue *value, double *number)
{
	if (value->type != jbvNumeric)
		return false;
	*number = DatumGetFloat8(
		DirectFunctionCall1(numeric_float8_no_overflow, NumericGetDatum(value->val.numeric)));
	return true;
}

bool
json_get_double(const object_reader *object, const char *key, double *number, status *st)
{
	JsonbValue	value;

	if (!json_find(object, key, &value))
		return json_complain(object, key, "is missing", st);
	return json_number(&value, number) || json_complain(object, key, "is not a number", st);
}

bool
json_get_boolean(const object_reader *object, const char *key, bool *truth, status *st)
{
	JsonbValue	value;

	if (!json_find(object, key, &value))
		return true;
	if (value.type != jbvBool)
		return json_complain(object, key, "is neither true nor false", st);
	*truth = value.val.boolean;
	return true;
}

bool
json_get_word(const object_reader *object, const char *key, const char *const *words, int n_words,
		 int *word, status *st)
{
	const char *text;
	StringInfoData choices;

	if (!json_get_text(object, key, &text, st))
		return false;
	if (text == NULL)
		return true;
	initStringInfo(&choices);
	for (int i = 0; i < n_words; i++)
	{
		if (strcmp(words[i], text) == 0)
		{
			*word = i;
			return true;
		}
		appendStringInfo(&choices, "%s\"%s\"", i == 0 ? "" : ", ", words[i]);
	}
	json_complain(object, key, psprintf("cannot be \"%s\"", text), st);
	status_hint(st, "It is one of %s.", choices.data);
	return false;
}

bool
json_get_array(const object_reader *object, const char *key, JsonbContainer **array, status *st)
{
	JsonbValue	value;

	*array = NULL;
	if (!json_find(object, key, &value))
		return true;
	if (value.type != jbvBinary || !JsonContainerIsArray(value.val.binary.data) ||
		JsonContainerIsScalar(value.val.binary.data))
		return json_complain(object, key, "is not an array", st);
	*array = value.val.binary.data;
	return true;
}

bool
json_get_member(const object_reader *parent, const char *key, JsonbContainer *array, int i,
		   const char *kind, object_reader *member, status *st)
{
	JsonbValue *value = getIthJsonbValueFromContainer(array, i);

	if (value->type != jbvBinary || !JsonContainerIsObject(value->val.binary.data))
		return json_complain(parent, key, "has an element that is not an object", st);
	*member = (object_reader){value->val.binary.data, kind, NULL};
	return true;
}

bool
json_get_numbers(const object_reader *object, const char *key, const int **numbers, int *n, status *st)
{
	JsonbContainer *array;
	int		   *found;

	if (!json_get_array(object, key, &array, st))
		return false;
	*n = array == NULL ? 0 : JsonContainerSize(array);
	found = palloc(sizeof(int) * Max(*n, 1));
	for (int i = 0; i < *n; i++)
		if (!json_whole_number(getIthJsonbValueFromContainer(array, i), &found[i]))
			return json_complain(object, key, "has an element that is not a whole number", st);
	*numbers = found;
	return true;
}
