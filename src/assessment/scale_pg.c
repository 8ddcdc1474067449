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

	return code_to_jsonb(VARDATA_ANY(code), VARSIZE_ANY_EXHDR(code));
}

Datum
jsonb_to_scale(PG_FUNCTION_ARGS)
{
	int			length;
	const char *code = code_from_jsonb(PG_GETARG_DATUM(0), "scale", &length);

	PG_RETURN_TEXT_P(cstring_to_text_with_len(code, length));
}
