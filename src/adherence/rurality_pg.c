/* rurality_pg.c: the SQL type rurality, and what makes it from a code. */
#include "exonc.h"

#include "adherence/rurality.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"

PG_FUNCTION_INFO_V1(rurality_in);
PG_FUNCTION_INFO_V1(rurality_out);
PG_FUNCTION_INFO_V1(rurality_recv);
PG_FUNCTION_INFO_V1(rurality_send);
PG_FUNCTION_INFO_V1(rurality_hash);
PG_FUNCTION_INFO_V1(rurality_hash_extended);
PG_FUNCTION_INFO_V1(rurality_to_jsonb);
PG_FUNCTION_INFO_V1(jsonb_to_rurality);
PG_FUNCTION_INFO_V1(exonc_rurality);
PG_FUNCTION_INFO_V1(exonc_rurality_class);
PG_FUNCTION_INFO_V1(exonc_rurality_scheme);
PG_FUNCTION_INFO_V1(exonc_rurality_vintage);
PG_FUNCTION_INFO_V1(exonc_rurality_codes);

static const char *const scheme_labels[] = RURALITY_SCHEME_LABELS;
static const char *const class_labels[] = RURALITY_CLASS_LABELS;

static rurality
unpacked(int32 packed)
{
	rurality	r;

	if (!rurality_unpack(packed, &r))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("rurality has an unknown class in its binary form")));
	return r;
}

Datum
rurality_in(PG_FUNCTION_ARGS)
{
	rurality	r;
	status		st = {0};

	if (!rurality_parse(PG_GETARG_CSTRING(0), &r, &st))
	{
		exonc_save(&st, fcinfo->context);
		PG_RETURN_NULL();
	}
	PG_RETURN_INT32(rurality_pack(&r));
}

static char *
rurality_text(int32 packed)
{
	rurality	r = unpacked(packed);
	char	   *text = palloc(RURALITY_TEXT);

	rurality_print(&r, text);
	return text;
}

Datum
rurality_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(rurality_text(PG_GETARG_INT32(0)));
}

Datum
rurality_recv(PG_FUNCTION_ARGS)
{
	int32		packed = pq_getmsgint((StringInfo) PG_GETARG_POINTER(0), sizeof(int32));

	unpacked(packed);
	PG_RETURN_INT32(packed);
}

Datum
rurality_send(PG_FUNCTION_ARGS)
{
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendint32(&buffer, PG_GETARG_INT32(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

static int
rurality_compare(FunctionCallInfo fcinfo)
{
	int32		a = PG_GETARG_INT32(0);
	int32		b = PG_GETARG_INT32(1);

	return (a > b) - (a < b);
}

EXONC_COMPARISONS(rurality, rurality_compare)

Datum
rurality_hash(PG_FUNCTION_ARGS)
{
	return hash_uint32(PG_GETARG_INT32(0));
}

Datum
rurality_hash_extended(PG_FUNCTION_ARGS)
{
	return hash_uint32_extended(PG_GETARG_INT32(0), PG_GETARG_INT64(1));
}

Datum
rurality_to_jsonb(PG_FUNCTION_ARGS)
{
	const char *text = rurality_text(PG_GETARG_INT32(0));

	return code_to_jsonb(text, strlen(text));
}

Datum
jsonb_to_rurality(PG_FUNCTION_ARGS)
{
	int			length;
	const char *text = code_from_jsonb(PG_GETARG_DATUM(0), "rurality", &length);
	rurality	r;
	status		st;

	if (!rurality_parse(pnstrdup(text, length), &r, &st))
		exonc_raise(&st);
	PG_RETURN_INT32(rurality_pack(&r));
}

/* rurality(code, vintage, scheme): NULL for a code that says that none is known */
Datum
exonc_rurality(PG_FUNCTION_ARGS)
{
	const char *code = DatumGetCString(DirectFunctionCall1(numeric_out, PG_GETARG_DATUM(0)));
	rurality	r;
	bool		known;
	status		st = {0};

	if (!rurality_of_code(PG_GETARG_ENUM_CODE(2, scheme_labels), PG_GETARG_INT32(1), code, &r, &known, &st))
		exonc_raise(&st);
	if (!known)
		PG_RETURN_NULL();
	PG_RETURN_INT32(rurality_pack(&r));
}

/* The SQL value of an enum that the function returns. */
static Oid
enum_result(FunctionCallInfo fcinfo, int code, const char *const *labels, int n_labels)
{
	enum_map   *map = fcinfo->flinfo->fn_extra;

	if (map == NULL)
	{
		map = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(enum_map));
		enum_map_fill(map, get_func_rettype(fcinfo->flinfo->fn_oid), labels, n_labels);
		fcinfo->flinfo->fn_extra = map;
	}
	return enum_map_oid(map, code);
}

Datum
exonc_rurality_class(PG_FUNCTION_ARGS)
{
	PG_RETURN_OID(enum_result(fcinfo, unpacked(PG_GETARG_INT32(0)).class, class_labels,
							  lengthof(class_labels)));
}

Datum
exonc_rurality_scheme(PG_FUNCTION_ARGS)
{
	PG_RETURN_OID(enum_result(fcinfo, unpacked(PG_GETARG_INT32(0)).scheme, scheme_labels,
							  lengthof(scheme_labels)));
}

Datum
exonc_rurality_vintage(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(unpacked(PG_GETARG_INT32(0)).vintage);
}

/* rurality_codes(): what every code is under every scheme */
Datum
exonc_rurality_codes(PG_FUNCTION_ARGS)
{
	enum
	{
		RURALITY,
		SCHEME,
		VINTAGE,
		CODE,
		CLASS,
		DESCRIPTION,
		SOURCE,
		MARK,
		COLUMNS
	};
	static const char *const marks[] = EVIDENCE_MARK_LABELS;
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	scheme_map;
	enum_map	class_map;
	enum_map	mark_map;
	rurality_row row;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(scheme_map, rsinfo->setDesc, SCHEME, scheme_labels);
	ENUM_MAP_FILL_COLUMN(class_map, rsinfo->setDesc, CLASS, class_labels);
	ENUM_MAP_FILL_COLUMN(mark_map, rsinfo->setDesc, MARK, marks);
	for (int i = 0; rurality_row_at(i, &row); i++)
	{
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};
		char		code[RURALITY_CODE_TEXT];

		rurality_code_print(row.code, code);
		values[RURALITY] = Int32GetDatum(rurality_pack(&row.rurality));
		values[SCHEME] = ObjectIdGetDatum(enum_map_oid(&scheme_map, row.rurality.scheme));
		values[VINTAGE] = Int32GetDatum(row.rurality.vintage);
		values[CODE] = DirectFunctionCall3(numeric_in, CStringGetDatum(code),
										   ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
		values[CLASS] = ObjectIdGetDatum(enum_map_oid(&class_map, row.rurality.class));
		values[DESCRIPTION] = CStringGetTextDatum(row.description);
		values[SOURCE] = CStringGetTextDatum(row.source);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&mark_map, row.mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
