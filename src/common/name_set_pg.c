/* name_set_pg.c: see name_set_pg.h. */
#include "common/name_set_pg.h"

#include "catalog/pg_type.h"
#include "libpq/pqformat.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"

Datum
name_set_in(FunctionCallInfo fcinfo, const vocabulary *words)
{
	uint32		set;
	status		st;

	if (!name_set_parse(words, PG_GETARG_CSTRING(0), &set, &st))
		ereturn(fcinfo->context, (Datum) 0,
				(errcode(exonc_sqlstate(st.code)), errmsg_internal("%s", st.message),
				 errhint("%s", st.hint)));
	PG_RETURN_UINT32(set);
}

Datum
name_set_out(FunctionCallInfo fcinfo, const vocabulary *words)
{
	char	   *text = palloc(NAME_SET_TEXT);

	name_set_print(words, PG_GETARG_UINT32(0), text);
	PG_RETURN_CSTRING(text);
}

/* Binary form: four bytes, one bit for each name. */
Datum
name_set_recv(FunctionCallInfo fcinfo, const vocabulary *words)
{
	uint32		set = pq_getmsgint((StringInfo) PG_GETARG_POINTER(0), 4);

	if (set & ~all_names(words))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("%s has an unknown %s in its binary form", words->type, words->member)));
	PG_RETURN_UINT32(set);
}

Datum
name_set_send(FunctionCallInfo fcinfo, const vocabulary *words)
{
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendint32(&buffer, PG_GETARG_UINT32(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

int
name_set_compare(FunctionCallInfo fcinfo)
{
	uint32		a = PG_GETARG_UINT32(0);
	uint32		b = PG_GETARG_UINT32(1);

	return (a > b) - (a < b);
}

Datum
name_set_hash(FunctionCallInfo fcinfo, const vocabulary *words)
{
	return hash_uint32(PG_GETARG_UINT32(0));
}

Datum
name_set_hash_extended(FunctionCallInfo fcinfo, const vocabulary *words)
{
	return hash_uint32_extended(PG_GETARG_UINT32(0), PG_GETARG_INT64(1));
}

static void
add_or_raise(const vocabulary *words, uint32 *set, const char *name, int length)
{
	status		st;

	if (!name_set_add(words, set, name, length, &st))
		exonc_raise(&st);
}

/* NULL elements say nothing. */
Datum
name_set_from_text_array(FunctionCallInfo fcinfo, const vocabulary *words)
{
	ArrayIterator iterator = array_create_iterator(PG_GETARG_ARRAYTYPE_P(0), 0, NULL);
	uint32		set = 0;
	Datum		name;
	bool		isnull;

	while (array_iterate(iterator, &name, &isnull))
		if (!isnull)
		{
			text	   *string = DatumGetTextPP(name);

			add_or_raise(words, &set, VARDATA_ANY(string), VARSIZE_ANY_EXHDR(string));
		}
	array_free_iterator(iterator);
	PG_RETURN_UINT32(set);
}

Datum
name_set_to_text_array(FunctionCallInfo fcinfo, const vocabulary *words)
{
	uint32		set = PG_GETARG_UINT32(0);
	Datum	   *names = palloc(words->n_names * sizeof(Datum));
	int			n = 0;

	for (int i = 0; i < words->n_names; i++)
		if (set & (1u << i))
			names[n++] = CStringGetTextDatum(words->names[i]);
	PG_RETURN_ARRAYTYPE_P(construct_array(names, n, TEXTOID, -1, false, TYPALIGN_INT));
}

/* jsonb has the shape of the text array: ["chair_stand", "tug"]. */
Datum
name_set_to_jsonb(FunctionCallInfo fcinfo, const vocabulary *words)
{
	uint32		set = PG_GETARG_UINT32(0);
	JsonbParseState *state = NULL;
	JsonbValue *result;

	pushJsonbValue(&state, WJB_BEGIN_ARRAY, NULL);
	for (int i = 0; i < words->n_names; i++)
		if (set & (1u << i))
		{
			JsonbValue	name;

			name.type = jbvString;
			name.val.string.val = unconstify(char *, words->names[i]);
			name.val.string.len = strlen(words->names[i]);
			pushJsonbValue(&state, WJB_ELEM, &name);
		}
	result = pushJsonbValue(&state, WJB_END_ARRAY, NULL);
	PG_RETURN_JSONB_P(JsonbValueToJsonb(result));
}

Datum
name_set_from_jsonb(FunctionCallInfo fcinfo, const vocabulary *words)
{
	Jsonb	   *json = PG_GETARG_JSONB_P(0);
	JsonbIterator *iterator = JsonbIteratorInit(&json->root);
	JsonbIteratorToken token;
	JsonbValue	value;
	uint32		set = 0;
	bool		is_list = JB_ROOT_IS_ARRAY(json) && !JB_ROOT_IS_SCALAR(json);

	while (is_list && (token = JsonbIteratorNext(&iterator, &value, true)) != WJB_DONE)
		if (token == WJB_ELEM)
		{
			is_list = value.type == jbvString;
			if (is_list)
				add_or_raise(words, &set, value.val.string.val, value.val.string.len);
		}
	if (!is_list)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cannot cast this jsonb to type %s", words->type),
				 errhint("Give a JSON array of the names of %s.", words->members)));
	PG_RETURN_UINT32(set);
}
