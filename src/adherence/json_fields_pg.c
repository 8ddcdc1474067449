/* json_fields_pg.c: see json_fields_pg.h. */
#include "adherence/json_fields_pg.h"

#include "adherence/policy.h"
#include "common/fields.h"

#include "utils/builtins.h"
#include "utils/numeric.h"

void
push_json_key(JsonbParseState **state, const char *key)
{
	JsonbValue	value;

	value.type = jbvString;
	value.val.string.val = unconstify(char *, key);
	value.val.string.len = strlen(key);
	pushJsonbValue(state, WJB_KEY, &value);
}

void
push_json_field(JsonbParseState **state, const char *key, const char *text, bool is_number)
{
	JsonbValue	value;

	push_json_key(state, key);
	if (is_number)
	{
		value.type = jbvNumeric;
		value.val.numeric =
			DatumGetNumeric(DirectFunctionCall3(numeric_in, CStringGetDatum(text), ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1)));
	}
	else
	{
		value.type = jbvString;
		value.val.string.val = pstrdup(text);
		value.val.string.len = strlen(text);
	}
	pushJsonbValue(state, WJB_VALUE, &value);
}

void
push_json_policy(JsonbParseState **state, int64 packed)
{
	adherence_policy policy;
	char		value[POLICY_TEXT];

	policy_unpack(packed, &policy);
	for (int c = 0; c < N_CHOICES; c++)
	{
		policy_value(&policy, c, value);
		push_json_field(state, policy_choice_name(c), value, policy_choice_is_number(c));
	}
}

/* The text of a JSON string or number; NULL for anything else. */
static const char *
scalar_text(const JsonbValue *value, int *length)
{
	const char *text;

	if (value->type == jbvString)
	{
		*length = value->val.string.len;
		return value->val.string.val;
	}
	if (value->type != jbvNumeric)
		return NULL;
	text = numeric_normalize(value->val.numeric);
	*length = strlen(text);
	return text;
}

bool
read_json_fields(JsonbContainer *object, const char *but, take_json_field take, void *reader)
{
	JsonbIterator *iterator = JsonbIteratorInit(object);
	JsonbIteratorToken token;
	JsonbValue	key = {0};
	JsonbValue	value;
	status		st;

	if (!JsonContainerIsObject(object))
		return false;
	while ((token = JsonbIteratorNext(&iterator, &value, true)) != WJB_DONE)
	{
		int			length = 0;
		const char *text;

		if (token == WJB_KEY)
			key = value;
		if (token != WJB_VALUE || (but != NULL && is_word(key.val.string.val, key.val.string.len, but)))
			continue;
		text = scalar_text(&value, &length);
		if (text == NULL)
			return false;
		if (!take(reader, key.val.string.val, key.val.string.len, text, length, &st))
			exonc_raise(&st);
	}
	return true;
}

void
not_json_of(const char *type)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("cannot cast this jsonb to type %s", type),
			 errhint("Give a JSON object as the cast of %s to jsonb makes it.", type)));
	pg_unreachable();
}
