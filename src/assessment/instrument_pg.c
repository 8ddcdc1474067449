/* instrument_pg.c: the SQL type instrument. */
#include "assessment/assessment_pg.h"

#include "common/cryptohash.h"
#include "common/sha2.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

PG_FUNCTION_INFO_V1(instrument_in);
PG_FUNCTION_INFO_V1(instrument_out);
PG_FUNCTION_INFO_V1(instrument_recv);
PG_FUNCTION_INFO_V1(instrument_send);
PG_FUNCTION_INFO_V1(instrument_to_jsonb);
PG_FUNCTION_INFO_V1(jsonb_to_instrument);

static int
stored_kind(const struct varlena *instrument)
{
	return ((const uint8 *) VARDATA_ANY(instrument))[offsetof(InstrumentData, kind) - VARHDRSZ];
}

/* Code or definition and its length, from a datum with a short or a long header. */
static const char *
stored_text(const struct varlena *instrument, int *length)
{
	Size		before = INSTRUMENT_HEADER +
		(stored_kind(instrument) == INSTRUMENT_DEFINED ? INSTRUMENT_DIGEST : 0);

	*length = (int) (VARSIZE_ANY_EXHDR(instrument) - before);
	return VARDATA_ANY(instrument) + before;
}

static InstrumentData *
new_instrument(int kind, Size body)
{
	Size		size = offsetof(InstrumentData, body) + body;
	InstrumentData *result = palloc0(size);

	SET_VARSIZE(result, size);
	result->version = INSTRUMENT_LAYOUT;
	result->kind = kind;
	return result;
}

static InstrumentData *
builtin_from_code(const char *code, int length, Node *escontext)
{
	InstrumentData *result;

	if (instrument_find(code, length) < 0)
	{
		nearest_name nearest;

		nearest_name_init(&nearest, code, length);
		for (int i = 0; i < instrument_count(); i++)
			nearest_name_try(&nearest, instrument_at(i)->code, instrument_at(i)->code);
		ereturn(escontext, NULL,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("instrument \"%.*s\" does not exist",
						pg_mbcliplen(code, length, MAX_SHOWN_CODE), code),
				 errdetail("The instruments are listed by exonc.instruments()."),
				 nearest_name_hint(&nearest)));
	}
	result = new_instrument(INSTRUMENT_BUILTIN, length);
	memcpy(result->body, code, length);
	return result;
}

/* What a definition is known by. */
static void
definition_digest(const char *text, int length, uint8 *digest)
{
	pg_cryptohash_ctx *sha = pg_cryptohash_create(PG_SHA256);
	uint8		whole[PG_SHA256_DIGEST_LENGTH];

	if (sha == NULL || pg_cryptohash_init(sha) < 0 ||
		pg_cryptohash_update(sha, (const uint8 *) text, length) < 0 ||
		pg_cryptohash_final(sha, whole, sizeof(whole)) < 0)
		ereport(ERROR, (errcode(ERRCODE_INTERNAL_ERROR), errmsg("could not compute a digest")));
	pg_cryptohash_free(sha);
	memcpy(digest, whole, INSTRUMENT_DIGEST);
}

/*
 * The plan of a definition, in memory that outlives the query. NULL and a
 * status if the definition is not right.
 */
static scoring_plan *
build_defined_plan(JsonbContainer *json, status *st)
{
	MemoryContext work =
		AllocSetContextCreate(CurrentMemoryContext, "exonc definition", ALLOCSET_DEFAULT_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(work);
	instrument_definition def;
	scoring_plan *plan = NULL;

	if (definition_from_jsonb(json, &def, st))
	{
		Size		size = scoring_plan_size(&def, st);

		if (size > 0)
		{
			plan = MemoryContextAlloc(TopMemoryContext, size);
			if (!scoring_plan_build(&def, plan, st))
			{
				pfree(plan);
				plan = NULL;
			}
		}
	}
	MemoryContextSwitchTo(caller);
	MemoryContextDelete(work);
	return plan;
}

/*
 * The plans of the definitions that were scored or read last. Queries use one
 * or a few; the oldest gives way.
 */
#define MAX_DEFINED_PLANS 64

static struct
{
	uint8		digest[INSTRUMENT_DIGEST];
	scoring_plan *plan;
}			defined_plans[MAX_DEFINED_PLANS];

static const scoring_plan *
find_defined_plan(const uint8 *digest)
{
	for (int i = 0; i < MAX_DEFINED_PLANS; i++)
		if (defined_plans[i].plan != NULL &&
			memcmp(defined_plans[i].digest, digest, INSTRUMENT_DIGEST) == 0)
			return defined_plans[i].plan;
	return NULL;
}

static void
keep_defined_plan(const uint8 *digest, scoring_plan *plan)
{
	static int	next = 0;

	if (defined_plans[next].plan != NULL)
		pfree(defined_plans[next].plan);
	memcpy(defined_plans[next].digest, digest, INSTRUMENT_DIGEST);
	defined_plans[next].plan = plan;
	next = (next + 1) % MAX_DEFINED_PLANS;
}

/* A definition in JSON, if it is right: as a datum, and its plan is kept for what follows. */
static InstrumentData *
defined_from_jsonb(Jsonb *json, Node *escontext)
{
	char	   *text = JsonbToCString(NULL, &json->root, VARSIZE(json));
	int			length = strlen(text);
	InstrumentData *result = new_instrument(INSTRUMENT_DEFINED, INSTRUMENT_DIGEST + length);
	uint8	   *digest = (uint8 *) result->body;
	status		st;

	if (length > MAX_DEFINITION)
		ereturn(escontext, NULL,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("definition of an instrument has more than %d bytes", MAX_DEFINITION)));
	definition_digest(text, length, digest);
	memcpy(result->body + INSTRUMENT_DIGEST, text, length);
	if (find_defined_plan(digest) == NULL)
	{
		scoring_plan *plan = build_defined_plan(&json->root, &st);

		if (plan == NULL)
		{
			exonc_save(&st, escontext);
			return NULL;
		}
		keep_defined_plan(digest, plan);
	}
	return result;
}

/* JSON text to jsonb; NULL if a soft error was saved. */
static Jsonb *
jsonb_from_text(char *text, Node *escontext)
{
	Datum		json;

	if (!input_function_call_safe(jsonb_in, text, escontext, &json))
		return NULL;
	return DatumGetJsonbP(json);
}

/* Every way in (text, binary, jsonb) ends here, so a datum is always an instrument that scores. */
static InstrumentData *
instrument_from_text(char *text, int length, Node *escontext)
{
	Jsonb	   *json;

	if (text[strspn(text, " \t\r\n")] != '{')
		return builtin_from_code(text, length, escontext);
	if (length > MAX_DEFINITION * 2)
		ereturn(escontext, NULL,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("definition of an instrument has more than %d bytes", MAX_DEFINITION)));
	json = jsonb_from_text(text, escontext);
	return json == NULL ? NULL : defined_from_jsonb(json, escontext);
}

Datum
instrument_datum(const instrument_definition *def)
{
	return PointerGetDatum(builtin_from_code(def->code, strlen(def->code), NULL));
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

/* A definition that this backend has not met, or not lately. */
static const scoring_plan *
read_defined_plan(struct varlena *raw, const uint8 *digest)
{
	struct varlena *instrument = pg_detoast_datum_packed(raw);
	int			length;
	const char *text = stored_text(instrument, &length);
	Jsonb	   *json = jsonb_from_text(pnstrdup(text, length), NULL);
	scoring_plan *plan;
	status		st;

	plan = build_defined_plan(&json->root, &st);
	if (plan == NULL)
		exonc_raise(&st); /* stored by a version with other rules */
	keep_defined_plan(digest, plan);
	return plan;
}

const scoring_plan *
instrument_plan(struct varlena *raw)
{
	/* Queries score one instrument many times: remember the last built-in. */
	static const scoring_plan *recent = NULL;
	struct varlena *head = raw;
	const uint8 *digest;
	const scoring_plan *plan;
	int			length;
	const char *code;
	int			index;

	if (VARATT_IS_COMPRESSED(raw) || VARATT_IS_EXTERNAL(raw))
		head = pg_detoast_datum_slice(raw, 0, INSTRUMENT_HEADER + INSTRUMENT_DIGEST);
	if (stored_kind(head) == INSTRUMENT_DEFINED)
	{
		digest = (const uint8 *) VARDATA_ANY(head) + INSTRUMENT_HEADER;
		plan = find_defined_plan(digest);
		return plan != NULL ? plan : read_defined_plan(raw, digest);
	}
	code = stored_text(head, &length);
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
	InstrumentData *result = instrument_from_text(text, strlen(text), fcinfo->context);

	if (result == NULL)
		PG_RETURN_NULL();		/* a soft error was saved */
	PG_RETURN_POINTER(result);
}

Datum
instrument_out(PG_FUNCTION_ARGS)
{
	int			length;
	const char *text = stored_text(PG_GETARG_VARLENA_PP(0), &length);

	PG_RETURN_CSTRING(pnstrdup(text, length));
}

/* Binary form: layout version, kind, two zero bytes, code or definition. */
Datum
instrument_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buffer = (StringInfo) PG_GETARG_POINTER(0);
	int			version = pq_getmsgbyte(buffer);
	int			kind = pq_getmsgbyte(buffer);
	int			reserved = pq_getmsgint(buffer, 2);
	int			length = buffer->len - buffer->cursor;
	char	   *text;
	InstrumentData *result;

	if (version != INSTRUMENT_LAYOUT || reserved != 0 ||
		(kind != INSTRUMENT_BUILTIN && kind != INSTRUMENT_DEFINED))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("instrument has an unknown binary format"),
				 errdetail("Layout %d, kind %d, flags %d.", version, kind, reserved)));
	text = pq_getmsgtext(buffer, length, &length);
	result = instrument_from_text(text, length, NULL);
	if (result->kind != kind)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("instrument is not of the kind that its binary format says")));
	PG_RETURN_POINTER(result);
}

Datum
instrument_send(PG_FUNCTION_ARGS)
{
	struct varlena *instrument = PG_GETARG_VARLENA_PP(0);
	int			length;
	const char *text = stored_text(instrument, &length);
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendbyte(&buffer, INSTRUMENT_LAYOUT);
	pq_sendbyte(&buffer, stored_kind(instrument));
	pq_sendint16(&buffer, 0);
	pq_sendtext(&buffer, text, length);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

/* The order of the texts: built-in instruments by code, then definitions. */
EXONC_STORED_BYTES(instrument, stored_text)

/* A built-in is a JSON string, its code; a registry's own is its definition. */
Datum
instrument_to_jsonb(PG_FUNCTION_ARGS)
{
	struct varlena *instrument = PG_GETARG_VARLENA_PP(0);
	int			length;
	const char *text = stored_text(instrument, &length);

	if (stored_kind(instrument) == INSTRUMENT_DEFINED)
		return JsonbPGetDatum(jsonb_from_text(pnstrdup(text, length), NULL));
	return code_to_jsonb(text, length);
}

Datum
jsonb_to_instrument(PG_FUNCTION_ARGS)
{
	Jsonb	   *json = PG_GETARG_JSONB_P(0);
	int			length;
	const char *code;

	if (JB_ROOT_IS_OBJECT(json))
		PG_RETURN_POINTER(defined_from_jsonb(json, NULL));
	code = code_from_jsonb(PG_GETARG_DATUM(0), "instrument", &length);
	PG_RETURN_POINTER(builtin_from_code(code, length, NULL));
}
