/*
 * scale_pg.c: the SQL type scale, the code of a scale.
 *
 * It is stored, read and written as text is (scale.sql uses the functions of
 * text). It is a type of its own because text has a collation: postgres_fdw
 * does not send a function call with a text constant to the other server, so
 * score('QLQ-C30', 'PF', answers) would fetch every form instead.
 */
#include "exonc.h"

#include "common/hashfn.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"

PG_FUNCTION_INFO_V1(scale_hash);
PG_FUNCTION_INFO_V1(scale_hash_extended);
PG_FUNCTION_INFO_V1(scale_to_jsonb);
PG_FUNCTION_INFO_V1(jsonb_to_scale);

static int
scale_compare(FunctionCallInfo fcinfo)
{
	text	   *a = PG_GETARG_TEXT_PP(0);
	text	   *b = PG_GETARG_TEXT_PP(1);

	return compare_bytes(VARDATA_ANY(a), VARSIZE_ANY_EXHDR(a), VARDATA_ANY(b),
						 VARSIZE_ANY_EXHDR(b));
}

EXONC_COMPARISONS(scale, scale_compare)

Datum
scale_hash(PG_FUNCTION_ARGS)
{
	text	   *code = PG_GETARG_TEXT_PP(0);

	return hash_any((const unsigned char *) VARDATA_ANY(code), VARSIZE_ANY_EXHDR(code));
}

Datum
scale_hash_extended(PG_FUNCTION_ARGS)
{
	text	   *code = PG_GETARG_TEXT_PP(0);

	return hash_any_extended((const unsigned char *) VARDATA_ANY(code), VARSIZE_ANY_EXHDR(code),
							 PG_GETARG_INT64(1));
}

Datum
scale_to_jsonb(PG_FUNCTION_ARGS)
{
	text	   *code = PG_GETARG_TEXT_PP(0);
	JsonbValue	value;

	value.type = jbvString;
	value.val.string.val = VARDATA_ANY(code);
	value.val.string.len = VARSIZE_ANY_EXHDR(code);
	PG_RETURN_JSONB_P(JsonbValueToJsonb(&value));
}

Datum
jsonb_to_scale(PG_FUNCTION_ARGS)
{
	Jsonb	   *json = PG_GETARG_JSONB_P(0);
	JsonbValue	value;

	if (!JB_ROOT_IS_SCALAR(json) || !JsonbExtractScalar(&json->root, &value) ||
		value.type != jbvString)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cannot cast this jsonb to type scale"),
				 errhint("Give the scale's code as a JSON string.")));
	PG_RETURN_TEXT_P(cstring_to_text_with_len(value.val.string.val, value.val.string.len));
}
