/* json_writer_pg.c: see json_writer_pg.h. */
#include "prescription/prescription_pg.h"

#include "prescription/json_writer_pg.h"

#include "utils/builtins.h"
#include "utils/numeric.h"

static JsonbValue
string_value(const char *text, int length)
{
	JsonbValue	value;

	value.type = jbvString;
	value.val.string.val = unconstify(char *, text);
	value.val.string.len = length;
	return value;
}

void
put_key(json_writer *w, const char *key)
{
	JsonbValue	value = string_value(key, strlen(key));

	pushJsonbValue(w, WJB_KEY, &value);
}

/* A value where one may stand: behind a key, or in an array. */
void
put_value(json_writer *w, JsonbValue *value)
{
	pushJsonbValue(w, (*w)->contVal.type == jbvArray ? WJB_ELEM : WJB_VALUE, value);
}

void
put_text(json_writer *w, const char *text, int length)
{
	JsonbValue	value = string_value(text, length);

	put_value(w, &value);
}

void
put_label(json_writer *w, const char *key, const char *label)
{
	put_key(w, key);
	put_text(w, label, strlen(label));
}

void
put_null(json_writer *w)
{
	JsonbValue	value = {.type = jbvNull};

	put_value(w, &value);
}

void
put_number(json_writer *w, double number)
{
	char		first[64];
	arena		memory;
	text_sink	digits;
	JsonbValue	value = {.type = jbvNumeric};

	arena_init(&memory, first, sizeof(first), call_allocate);
	sink_init(&digits, &memory);
	print_number(&digits, number);
	value.val.numeric = DatumGetNumeric(DirectFunctionCall3(numeric_in, CStringGetDatum(digits.data),
															ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1)));
	put_value(w, &value);
}

void
put_named_number(json_writer *w, const char *key, double number)
{
	put_key(w, key);
	put_number(w, number);
}

void
begin_object(json_writer *w)
{
	pushJsonbValue(w, WJB_BEGIN_OBJECT, NULL);
}

JsonbValue *
end_object(json_writer *w)
{
	return pushJsonbValue(w, WJB_END_OBJECT, NULL);
}

void
begin_array(json_writer *w, const char *key)
{
	if (key != NULL)
		put_key(w, key);
	pushJsonbValue(w, WJB_BEGIN_ARRAY, NULL);
}

void
end_array(json_writer *w)
{
	pushJsonbValue(w, WJB_END_ARRAY, NULL);
}
