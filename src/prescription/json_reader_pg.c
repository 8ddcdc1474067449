/* json_reader_pg.c: see json_reader_pg.h. */
#include "prescription/json_reader_pg.h"

#include "common/json_reader_pg.h"

#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/numeric.h"

void
json_refuse(const char *what, const char *expected)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("invalid JSON for a prescription: \"%s\" must be %s", what, expected), SCHEMA_HINT));
	pg_unreachable();
}

/* The members of an object; others than those named are refused. */
JsonbContainer *
json_members(const JsonbValue *value, const char *what, const char *const *keys)
{
	JsonbIterator *iterator;
	JsonbIteratorToken token;
	JsonbValue	member;

	if (value->type != jbvBinary || !JsonContainerIsObject(value->val.binary.data))
		json_refuse(what, "an object");
	iterator = JsonbIteratorInit(value->val.binary.data);
	while ((token = JsonbIteratorNext(&iterator, &member, true)) != WJB_DONE)
	{
		const char *const *key = keys;

		if (token != WJB_KEY)
			continue;
		while (*key != NULL && !json_is(&member, *key))
			key++;
		if (*key == NULL)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("invalid JSON for a prescription: \"%s\" has no member \"%.*s\"", what,
							pg_mbcliplen(member.val.string.val, member.val.string.len, 40), member.val.string.val),
					 SCHEMA_HINT));
	}
	return value->val.binary.data;
}

bool
json_get(JsonbContainer *object, const char *key, JsonbValue *value)
{
	return getKeyJsonValueFromContainer(object, key, strlen(key), value) != NULL;
}

JsonbValue
json_need(JsonbContainer *object, const char *key)
{
	JsonbValue	value;

	if (!json_get(object, key, &value))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid JSON for a prescription: \"%s\" is missing", key), SCHEMA_HINT));
	return value;
}

char *
json_string(const JsonbValue *value, const char *what)
{
	if (value->type != jbvString)
		json_refuse(what, "a string");
	return pnstrdup(value->val.string.val, value->val.string.len);
}

/* The elements of an array, NULL-terminated by their number. */
JsonbValue *
json_elements(const JsonbValue *value, const char *what, int *n)
{
	JsonbContainer *array;
	JsonbValue *elements;

	if (value->type != jbvBinary || !JsonContainerIsArray(value->val.binary.data) ||
		JsonContainerSize(value->val.binary.data) == 0)
		json_refuse(what, "an array that is not empty");
	array = value->val.binary.data;
	*n = JsonContainerSize(array);
	elements = palloc(sizeof(JsonbValue) * *n);
	for (int i = 0; i < *n; i++)
		elements[i] = *getIthJsonbValueFromContainer(array, i);
	return elements;
}

void
write_number(StringInfo out, const JsonbValue *value, const char *what)
{
	char	   *digits;

	if (value->type != jbvNumeric)
		json_refuse(what, "a number");
	digits = DatumGetCString(DirectFunctionCall1(numeric_out, NumericGetDatum(value->val.numeric)));
	if (strspn(digits, "0123456789.") != strlen(digits))
		json_refuse(what, "a number from 0 on");
	appendStringInfoString(out, digits);
}

void
write_quantity(StringInfo out, const JsonbValue *value, const char *what)
{
	static const char *const keys[] = {"from", "to", "ramp_from", "ramp_to", NULL};
	JsonbContainer *range;
	JsonbValue	from;
	JsonbValue	to;
	bool		is_ramp;

	if (value->type == jbvNull)
	{
		appendStringInfoChar(out, '?');
		return;
	}
	if (value->type == jbvNumeric)
	{
		write_number(out, value, what);
		return;
	}
	range = json_members(value, what, keys);
	is_ramp = json_get(range, "ramp_from", &from);
	if (!is_ramp)
		from = json_need(range, "from");
	to = json_need(range, is_ramp ? "ramp_to" : "to");
	if (JsonContainerSize(range) != 2)
		json_refuse(what, "a range or a ramp, not both");
	write_number(out, &from, what);
	appendStringInfoString(out, is_ramp ? "->" : "-");
	write_number(out, &to, what);
}

void
write_needed_quantity(StringInfo out, JsonbContainer *object, const char *key)
{
	JsonbValue	value = json_need(object, key);

	write_quantity(out, &value, key);
}

/* The word of the text form that a label stands for. */
void
write_label(StringInfo out, const JsonbValue *value, const char *what, const char *const *labels, int n,
			word_class class)
{
	char	   *label = json_string(value, what);

	for (int i = 0; i < n; i++)
		if (strcmp(labels[i], label) == 0)
		{
			appendStringInfoString(out, vocabulary_word(class, i));
			return;
		}
	json_refuse(what, "one of the labels of the schema");
}

/* A word that is in the vocabulary, in one of the classes allowed. */
void
write_vocabulary(StringInfo out, const JsonbValue *value, const char *what, word_class class)
{
	char	   *text = json_string(value, what);
	const vocabulary_entry *entry = *text == '\0' ? NULL : vocabulary_find(text, strlen(text));

	if (entry == NULL || entry->class != class)
		json_refuse(what, "a word of the schema");
	appendStringInfoString(out, text);
}

/* A mode or a condition: the parser sees nothing but letters. */
void
write_free_word(StringInfo out, const JsonbValue *value, const char *what)
{
	char	   *text = json_string(value, what);

	if (*text == '\0' ||
		strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_") != strlen(text))
		json_refuse(what, "a word of letters and underscores");
	appendStringInfoString(out, text);
}

void
write_period(StringInfo out, JsonbContainer *object, bool or_session)
{
	JsonbValue	value = json_need(object, "per");
	char	   *label = json_string(&value, "per");

	if (strcmp(label, "week") == 0)
		appendStringInfoString(out, "/wk");
	else if (!or_session && strcmp(label, "day") == 0)
		appendStringInfoString(out, "/d");
	else if (or_session && strcmp(label, "session") == 0)
		appendStringInfoString(out, "/ses");
	else
		json_refuse("per", or_session ? "\"week\" or \"session\"" : "\"week\" or \"day\"");
}
