/* exonc.c: module entry, and what all glue shares. */
#include "exonc.h"

#include "catalog/pg_enum.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"
#include "utils/varlena.h"

EXONC_MODULE_MAGIC;

PG_FUNCTION_INFO_V1(exonc_library_version);

/* library_version() returns text */
Datum
exonc_library_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(EXONC_VERSION));
}

int
exonc_sqlstate(fault_code code)
{
	switch (code)
	{
		case FAULT_OUT_OF_RANGE:
			return ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE;
		case FAULT_INVALID_PARAMETER:
			return ERRCODE_INVALID_PARAMETER_VALUE;
		case FAULT_INVALID_TEXT:
			return ERRCODE_INVALID_TEXT_REPRESENTATION;
		case FAULT_LIMIT_EXCEEDED:
			return ERRCODE_PROGRAM_LIMIT_EXCEEDED;
		case FAULT_NONE:
			break;
	}
	return ERRCODE_INTERNAL_ERROR;
}

/* A text that was cut to fit a status may have lost half a character. */
static const char *
whole_characters(const char *text)
{
	int			length = strlen(text);
	char	   *copy = pnstrdup(text, length);

	for (int at = 0; at < length; at++)
	{
		at += pg_encoding_verifymbstr(GetDatabaseEncoding(), copy + at, length - at);
		if (at < length)
			copy[at] = '?';
	}
	return copy;
}

void
exonc_save(const status *st, Node *escontext)
{
	errsave(escontext,
			(errcode(exonc_sqlstate(st->code)),
			 errmsg_internal("%s", whole_characters(st->message)),
			 st->detail[0] != '\0' ? errdetail_internal("%s", whole_characters(st->detail)) : 0,
			 st->hint[0] != '\0' ? errhint("%s", whole_characters(st->hint)) : 0));
}

void
exonc_raise(const status *st)
{
	exonc_save(st, NULL);
	pg_unreachable();
}

TupleDesc
exonc_row_type(FunctionCallInfo fcinfo)
{
	TupleDesc	columns;

	if (get_call_result_type(fcinfo, NULL, &columns) != TYPEFUNC_COMPOSITE)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("function returning record called in context that cannot accept type record")));
	return BlessTupleDesc(columns);
}

/* A name is near if at most a third of it would have to change. */
#define MAX_NAME_LENGTH 64

void
nearest_name_init(nearest_name *nearest, const char *wanted, int wanted_length)
{
	nearest->wanted = wanted;
	nearest->wanted_length = wanted_length;
	nearest->suggestion = NULL;
	nearest->distance = Max(wanted_length / 3, 2) + 1;
}

void
nearest_name_try(nearest_name *nearest, const char *candidate, const char *suggest)
{
	int			length = (int) strlen(candidate);
	int			distance;
	char		wanted[MAX_NAME_LENGTH];
	char		folded[MAX_NAME_LENGTH];

	if (nearest->wanted_length == 0 || nearest->wanted_length > MAX_NAME_LENGTH ||
		length > MAX_NAME_LENGTH)
		return;
	for (int i = 0; i < nearest->wanted_length; i++)
		wanted[i] = pg_ascii_toupper((unsigned char) nearest->wanted[i]);
	for (int i = 0; i < length; i++)
		folded[i] = pg_ascii_toupper((unsigned char) candidate[i]);

	distance = varstr_levenshtein_less_equal(wanted, nearest->wanted_length, folded, length, 1, 1,
											 1, nearest->distance - 1, true);
	if (distance < nearest->distance && distance < Max(length, nearest->wanted_length))
	{
		nearest->distance = distance;
		nearest->suggestion = suggest;
	}
}

int
nearest_name_hint(const nearest_name *nearest)
{
	return nearest->suggestion != NULL ? errhint("Perhaps you meant \"%s\".", nearest->suggestion)
									   : 0;
}

void
enum_map_fill(enum_map *map, Oid type, const char *const *labels, int n_labels)
{
	Assert(n_labels <= ENUM_MAP_SIZE);
	map->n = n_labels;
	map->labels = labels;
	for (int i = 0; i < n_labels; i++)
		map->values[i] = GetSysCacheOid2(ENUMTYPOIDNAME, Anum_pg_enum_oid, ObjectIdGetDatum(type),
										 CStringGetDatum(labels[i]));
}

Oid
enum_map_oid(const enum_map *map, int code)
{
	Assert(code >= 0 && code < map->n);
	if (unlikely(!OidIsValid(map->values[code])))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("enum label \"%s\" is not known to the SQL objects of exonc",
						map->labels[code]),
				 errhint("Run ALTER EXTENSION exonc UPDATE.")));
	return map->values[code];
}

_Noreturn void
enum_map_unknown(Oid value)
{
	ereport(ERROR,
			(errcode(ERRCODE_UNDEFINED_OBJECT),
			 errmsg("enum value with OID %u is not known to this version of exonc", value),
			 errhint("Run ALTER EXTENSION exonc UPDATE, and install the same version on every server.")));
	pg_unreachable();
}

int
enum_argument(FunctionCallInfo fcinfo, int arg, const char *const *labels, int n_labels)
{
	enum_map   *map = fcinfo->flinfo->fn_extra;

	if (map == NULL)
	{
		Oid		   *types;
		int			n_types;

		map = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(enum_map));
		get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
		enum_map_fill(map, types[arg], labels, n_labels);
		fcinfo->flinfo->fn_extra = map;
	}
	return enum_map_code(map, PG_GETARG_OID(arg));
}

static Oid
type_at(FunctionCallInfo fcinfo, TupleDesc columns, int place)
{
	Oid		   *types;
	int			n_types;

	if (place == -1)
		return get_func_rettype(fcinfo->flinfo->fn_oid);
	if (place < -1)
		return TupleDescAttr(columns, -2 - place)->atttypid;
	get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
	return types[place];
}

function_call *
function_call_of(FunctionCallInfo fcinfo, const enum_place *places, int n_places)
{
	function_call *call = fcinfo->flinfo->fn_extra;
	TupleDesc	columns;

	if (call != NULL)
		return call;
	Assert(n_places <= MAX_CALL_ENUMS);
	call = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(function_call));
	if (get_call_result_type(fcinfo, NULL, &columns) == TYPEFUNC_COMPOSITE)
	{
		MemoryContext before = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);

		call->columns = BlessTupleDesc(CreateTupleDescCopy(columns));
		MemoryContextSwitchTo(before);
	}
	for (int i = 0; i < n_places; i++)
		enum_map_fill(&call->enums[i], type_at(fcinfo, call->columns, places[i].place),
					  places[i].labels, places[i].n_labels);
	fcinfo->flinfo->fn_extra = call;
	return call;
}

int
call_enum(FunctionCallInfo fcinfo, int arg, const enum_map *map)
{
	return PG_ARGISNULL(arg) ? UNKNOWN : enum_map_code(map, PG_GETARG_OID(arg));
}

Datum
row_datum(const function_call *call, Datum *values, bool *nulls)
{
	return HeapTupleGetDatum(heap_form_tuple(call->columns, values, nulls));
}

Datum
code_to_jsonb(const char *code, int length)
{
	JsonbValue	value;

	value.type = jbvString;
	value.val.string.val = unconstify(char *, code);
	value.val.string.len = length;
	return JsonbPGetDatum(JsonbValueToJsonb(&value));
}

const char *
code_from_jsonb(Datum jsonb, const char *type_name, int *length)
{
	Jsonb	   *json = DatumGetJsonbP(jsonb);
	JsonbValue	value;

	if (!JB_ROOT_IS_SCALAR(json) || !JsonbExtractScalar(&json->root, &value) ||
		value.type != jbvString)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cannot cast this jsonb to type %s", type_name),
				 errhint("Give the code as a JSON string.")));
	*length = value.val.string.len;
	return value.val.string.val;
}

Datum
text_or_null(const char *string, bool *isnull)
{
	*isnull = string == NULL;
	return string == NULL ? (Datum) 0 : CStringGetTextDatum(string);
}
