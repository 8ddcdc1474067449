/*
 * scale_pg.c: the SQL type scale, the code of a scale.
 *
 * It is stored, read and written as text is (scale.sql uses the functions of
 * text). It is a type of its own because text has a collation: postgres_fdw
 * does not send a function call with a text constant to the other server, so
 * score('QLQ-C30', 'PF', answers) would fetch every form instead.
 */
#include "exonc.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(scale_to_jsonb);
PG_FUNCTION_INFO_V1(jsonb_to_scale);

static const char *
stored_code(struct varlena *code, int *length)
{
	*length = VARSIZE_ANY_EXHDR(code);
	return VARDATA_ANY(code);
}

EXONC_STORED_BYTES(scale, stored_code)

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
