/* instrument_pg.c: the SQL type instrument. */
#include "assessment/assessment_pg.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(instrument_in);
PG_FUNCTION_INFO_V1(instrument_out);
PG_FUNCTION_INFO_V1(instrument_recv);
PG_FUNCTION_INFO_V1(instrument_send);
PG_FUNCTION_INFO_V1(instrument_hash);
PG_FUNCTION_INFO_V1(instrument_hash_extended);
PG_FUNCTION_INFO_V1(instrument_to_jsonb);
PG_FUNCTION_INFO_V1(jsonb_to_instrument);

/* Code and its length, from a datum with a short or a long header. */
static const char *
stored_code(struct varlena *instrument, int *length)
{
	*length = (int) (VARSIZE_ANY_EXHDR(instrument) - INSTRUMENT_HEADER);
	return VARDATA_ANY(instrument) + INSTRUMENT_HEADER;
}

/*
 * The one constructor. Every way in (text, binary, jsonb) ends here, so a
 * datum always names an instrument that exists.
 */
static InstrumentData *
instrument_from_code(const char *code, int length, Node *escontext)
{
	Size		size = offsetof(InstrumentData, code) + length;
	InstrumentData *result;

	if (instrument_find(code, length) < 0)
	{
		nearest_name nearest;

		nearest_name_init(&nearest, code, length);
		for (int i = 0; i < instrument_count(); i++)
			nearest_name_try(&nearest, instrument_at(i)->code, instrument_at(i)->code);
		ereturn(escontext, NULL,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("instrument \"%.*s\" does not exist", length, code),
				 errdetail("The instruments are listed by exonc.instruments()."),
				 nearest_name_hint(&nearest)));
	}
	result = palloc0(size);
	SET_VARSIZE(result, size);
	result->version = INSTRUMENT_LAYOUT;
	result->kind = INSTRUMENT_BUILTIN;
	memcpy(result->code, code, length);
	return result;
}

Datum
instrument_datum(const instrument_definition *def)
{
	return PointerGetDatum(instrument_from_code(def->code, strlen(def->code), NULL));
}

const scoring_plan *
instrument_plan_at(int index)
{
	status		st;
	const scoring_plan *plan = builtin_plan(index, &st);

	if (plan == NULL)
		exonc_raise(&st);
	return plan;
}

const scoring_plan *
instrument_plan(struct varlena *instrument)
{
	/* Queries score one instrument many times: remember the last one. */
	static const scoring_plan *recent = NULL;
	int			length;
	const char *code = stored_code(instrument, &length);
	int			index;

	if (recent != NULL && plan_text_is(recent, recent->code, code, length))
		return recent;

	index = instrument_find(code, length);
	if (index < 0)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("instrument \"%.*s\" is not known to this version of exonc", length, code),
				 errhint("Install the same version of exonc on every server.")));
	recent = instrument_plan_at(index);
	return recent;
}

Datum
instrument_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	InstrumentData *result = instrument_from_code(text, strlen(text), fcinfo->context);

	if (result == NULL)
		PG_RETURN_NULL();		/* a soft error was saved */
	PG_RETURN_POINTER(result);
}

static char *
instrument_to_cstring(struct varlena *instrument)
{
	int			length;
	const char *code = stored_code(instrument, &length);

	return pnstrdup(code, length);
}

Datum
instrument_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(instrument_to_cstring(PG_GETARG_VARLENA_PP(0)));
}

/* Binary form: layout version, kind, two zero bytes, code. */
Datum
instrument_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buffer = (StringInfo) PG_GETARG_POINTER(0);
	int			version = pq_getmsgbyte(buffer);
	int			kind = pq_getmsgbyte(buffer);
	int			reserved = pq_getmsgint(buffer, 2);
	int			length = buffer->len - buffer->cursor;
	const char *code;

	if (version != INSTRUMENT_LAYOUT || kind != INSTRUMENT_BUILTIN || reserved != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("instrument has an unknown binary format"),
				 errdetail("Layout %d, kind %d, flags %d.", version, kind, reserved)));
	code = pq_getmsgtext(buffer, length, &length);
	PG_RETURN_POINTER(instrument_from_code(code, length, NULL));
}

Datum
instrument_send(PG_FUNCTION_ARGS)
{
	struct varlena *instrument = PG_GETARG_VARLENA_PP(0);
	int			length;
	const char *code = stored_code(instrument, &length);
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendbyte(&buffer, INSTRUMENT_LAYOUT);
	pq_sendbyte(&buffer, INSTRUMENT_BUILTIN);
	pq_sendint16(&buffer, 0);
	pq_sendtext(&buffer, code, length);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

static int
instrument_compare(FunctionCallInfo fcinfo)
{
	int			length_a;
	int			length_b;
	const char *a = stored_code(PG_GETARG_VARLENA_PP(0), &length_a);
	const char *b = stored_code(PG_GETARG_VARLENA_PP(1), &length_b);

	return compare_bytes(a, length_a, b, length_b);
}

EXONC_COMPARISONS(instrument, instrument_compare)

Datum
instrument_hash(PG_FUNCTION_ARGS)
{
	int			length;
	const char *code = stored_code(PG_GETARG_VARLENA_PP(0), &length);

	return hash_any((const unsigned char *) code, length);
}

Datum
instrument_hash_extended(PG_FUNCTION_ARGS)
{
	int			length;
	const char *code = stored_code(PG_GETARG_VARLENA_PP(0), &length);

	return hash_any_extended((const unsigned char *) code, length, PG_GETARG_INT64(1));
}

/* A built-in is a JSON string: its code. */
Datum
instrument_to_jsonb(PG_FUNCTION_ARGS)
{
	int			length;
	const char *code = stored_code(PG_GETARG_VARLENA_PP(0), &length);

	return code_to_jsonb(code, length);
}

Datum
jsonb_to_instrument(PG_FUNCTION_ARGS)
{
	int			length;
	const char *code = code_from_jsonb(PG_GETARG_DATUM(0), "instrument", &length);

	PG_RETURN_POINTER(instrument_from_code(code, length, NULL));
}
