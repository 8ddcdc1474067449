/*
 * physical_test_set_pg.c: the SQL type physical_test_set.
 *
 * Why not an array of an enum: postgres_fdw does not send a function call with
 * a constant of such an array type to the other server (the array type is not a
 * member of the extension), not even where it is a default, so sarcopenia()
 * would fetch every person instead.
 */
#include "exonc.h"

#include "common/test_set.h"

#include "catalog/pg_type.h"
#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"

PG_FUNCTION_INFO_V1(physical_test_set_in);
PG_FUNCTION_INFO_V1(physical_test_set_out);
PG_FUNCTION_INFO_V1(physical_test_set_recv);
PG_FUNCTION_INFO_V1(physical_test_set_send);
PG_FUNCTION_INFO_V1(physical_test_set_hash);
PG_FUNCTION_INFO_V1(physical_test_set_hash_extended);
PG_FUNCTION_INFO_V1(text_array_to_physical_test_set);
PG_FUNCTION_INFO_V1(physical_test_set_to_text_array);
PG_FUNCTION_INFO_V1(physical_test_set_to_jsonb);
PG_FUNCTION_INFO_V1(jsonb_to_physical_test_set);

Datum
physical_test_set_in(PG_FUNCTION_ARGS)
{
	uint32		set;
	status		st;

	if (!test_set_parse(PG_GETARG_CSTRING(0), &set, &st))
		ereturn(fcinfo->context, (Datum) 0,
				(errcode(exonc_sqlstate(st.code)), errmsg_internal("%s", st.message),
				 errhint("%s", st.hint)));
	PG_RETURN_UINT32(set);
}

Datum
physical_test_set_out(PG_FUNCTION_ARGS)
{
	char	   *text = palloc(TEST_SET_TEXT);

	test_set_print(PG_GETARG_UINT32(0), text);
	PG_RETURN_CSTRING(text);
}

/* Binary form: four bytes, one bit for each test. */
Datum
physical_test_set_recv(PG_FUNCTION_ARGS)
{
	uint32		set = pq_getmsgint((StringInfo) PG_GETARG_POINTER(0), 4);

	if (set & ~ALL_TESTS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("physical_test_set has an unknown test in its binary form")));
	PG_RETURN_UINT32(set);
}

Datum
physical_test_set_send(PG_FUNCTION_ARGS)
{
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendint32(&buffer, PG_GETARG_UINT32(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

static int
physical_test_set_compare(FunctionCallInfo fcinfo)
{
	uint32		a = PG_GETARG_UINT32(0);
	uint32		b = PG_GETARG_UINT32(1);

	return (a > b) - (a < b);
}

EXONC_COMPARISONS(physical_test_set, physical_test_set_compare)

Datum
physical_test_set_hash(PG_FUNCTION_ARGS)
{
	return hash_uint32(PG_GETARG_UINT32(0));
}

Datum
physical_test_set_hash_extended(PG_FUNCTION_ARGS)
{
	return hash_uint32_extended(PG_GETARG_UINT32(0), PG_GETARG_INT64(1));
}

static void
add_or_raise(uint32 *set, const char *name, int length)
{
	status		st;

	if (!test_set_add(set, name, length, &st))
		exonc_raise(&st);
}

/* NULL elements say nothing. */
Datum
text_array_to_physical_test_set(PG_FUNCTION_ARGS)
{
	ArrayIterator iterator = array_create_iterator(PG_GETARG_ARRAYTYPE_P(0), 0, NULL);
	uint32		set = 0;
	Datum		name;
	bool		isnull;

	while (array_iterate(iterator, &name, &isnull))
		if (!isnull)
		{
			text	   *string = DatumGetTextPP(name);

			add_or_raise(&set, VARDATA_ANY(string), VARSIZE_ANY_EXHDR(string));
		}
	array_free_iterator(iterator);
	PG_RETURN_UINT32(set);
}

Datum
physical_test_set_to_text_array(PG_FUNCTION_ARGS)
{
	uint32		set = PG_GETARG_UINT32(0);
	Datum		names[N_PHYSICAL_TESTS];
	int			n = 0;

	for (int t = 0; t < N_PHYSICAL_TESTS; t++)
		if (set & (1u << t))
			names[n++] = CStringGetTextDatum(test_name(t));
	PG_RETURN_ARRAYTYPE_P(construct_array(names, n, TEXTOID, -1, false, TYPALIGN_INT));
}

/* jsonb has the shape of the text array: ["chair_stand", "tug"]. */
Datum
physical_test_set_to_jsonb(PG_FUNCTION_ARGS)
{
	uint32		set = PG_GETARG_UINT32(0);
	JsonbParseState *state = NULL;
	JsonbValue *result;

	pushJsonbValue(&state, WJB_BEGIN_ARRAY, NULL);
	for (int t = 0; t < N_PHYSICAL_TESTS; t++)
		if (set & (1u << t))
		{
			JsonbValue	name;

			name.type = jbvString;
			name.val.string.val = unconstify(char *, test_name(t));
			name.val.string.len = strlen(test_name(t));
			pushJsonbValue(&state, WJB_ELEM, &name);
		}
	result = pushJsonbValue(&state, WJB_END_ARRAY, NULL);
	PG_RETURN_JSONB_P(JsonbValueToJsonb(result));
}

Datum
jsonb_to_physical_test_set(PG_FUNCTION_ARGS)
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
				add_or_raise(&set, value.val.string.val, value.val.string.len);
		}
	if (!is_list)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cannot cast this jsonb to type physical_test_set"),
				 errhint("Give a JSON array of the names of tests.")));
	PG_RETURN_UINT32(set);
}
