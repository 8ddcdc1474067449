/*
 * exonc.h: what all glue shares. Only *_pg.c files and exonc.c include it.
 */
#ifndef EXONC_H
#define EXONC_H

#include "compat.h"

#include "common/person.h"
#include "common/status.h"

#include "common/hashfn.h"
#include "funcapi.h"

/* The SQLSTATE of a status. */
extern int	exonc_sqlstate(fault_code code);

/* Saves the status as a soft error where the caller asks for that, else raises it. */
extern void exonc_save(const status *st, Node *escontext);

/* Raises the status as an error. */
extern _Noreturn void exonc_raise(const status *st);

/* The columns of the row that the called function returns, ready for heap_form_tuple(). */
extern TupleDesc exonc_row_type(FunctionCallInfo fcinfo);

/*
 * HINT for a name that was not found: the candidate nearest to it, if one is
 * near enough. Give each candidate in turn, with the name to suggest for it,
 * then use the hint in an ereport().
 */
typedef struct nearest_name
{
	const char *wanted;
	int			wanted_length;
	const char *suggestion; /* NULL: none is near */
	int			distance;
} nearest_name;

extern void nearest_name_init(nearest_name *nearest, const char *wanted, int wanted_length);
extern void nearest_name_try(nearest_name *nearest, const char *candidate, const char *suggest);
extern int	nearest_name_hint(const nearest_name *nearest);

/*
 * An SQL enum and the C enum that means the same. Labels stand in the order of
 * the C values. Filling the map reads pg_enum once; callers keep it in
 * fn_extra. Labels of an enum that an extension owns do not change, so the
 * functions that use a map are still immutable.
 */
#define ENUM_MAP_SIZE 16

typedef struct enum_map
{
	int			n;
	const char *const *labels;
	Oid			values[ENUM_MAP_SIZE]; /* InvalidOid: a label newer than the SQL objects */
} enum_map;

extern void enum_map_fill(enum_map *map, Oid type, const char *const *labels, int n_labels);

/* The same from an array of labels, for a type or for a column of a row type. */
#define ENUM_MAP_FILL(map, type, labels) enum_map_fill(&(map), (type), (labels), lengthof(labels))
#define ENUM_MAP_FILL_COLUMN(map, columns, column, labels) \
	ENUM_MAP_FILL(map, TupleDescAttr(columns, column)->atttypid, labels)

/* The SQL value, or an error if the SQL objects are older than the library. */
extern Oid	enum_map_oid(const enum_map *map, int code);

/* Raises the error of enum_map_code(). */
extern _Noreturn void enum_map_unknown(Oid value);

/* The C value, or an error if the enum has a label this library does not know. */
static inline int
enum_map_code(const enum_map *map, Oid value)
{
	for (int i = 0; i < map->n; i++)
		if (map->values[i] == value)
			return i;
	enum_map_unknown(value);
}

/*
 * The C value of an enum argument that is not NULL, for a function whose only
 * use of fn_extra is this.
 */
extern int	enum_argument(FunctionCallInfo fcinfo, int arg, const char *const *labels, int n_labels);

#define PG_GETARG_ENUM_CODE(arg, labels) enum_argument(fcinfo, (arg), (labels), lengthof(labels))

/*
 * What a call site keeps in fn_extra where a function has several enums, or
 * returns a row: looked up once. Enums stand in the order of the places.
 */
#define MAX_CALL_ENUMS 4

typedef struct enum_place
{
	int			place; /* an argument; or -1, the result; or -2 - n, a column of it */
	const char *const *labels;
	int			n_labels;
} enum_place;

#define ENUM_OF_ARGUMENT(n, labels) {(n), (labels), lengthof(labels)}
#define ENUM_OF_RESULT(labels) {-1, (labels), lengthof(labels)}
#define ENUM_OF_COLUMN(n, labels) {-2 - (n), (labels), lengthof(labels)}

typedef struct function_call
{
	TupleDesc	columns; /* of the row that is returned; NULL: it is none */
	enum_map	enums[MAX_CALL_ENUMS];
} function_call;

extern function_call *function_call_of(FunctionCallInfo fcinfo, const enum_place *places, int n_places);

#define FUNCTION_CALL(fcinfo, places) function_call_of(fcinfo, places, lengthof(places))

/* The C value of an enum argument, or UNKNOWN for NULL. */
extern int	call_enum(FunctionCallInfo fcinfo, int arg, const enum_map *map);

/* The row of a function that returns one. */
extern Datum row_datum(const function_call *call, Datum *values, bool *nulls);

/*
 * The functions behind the six operators and the btree class of a type, from
 * one "static int compare(FunctionCallInfo fcinfo)" that gives -1, 0 or 1.
 * Their SQL side is common/type_operators.sql.in.
 */
#define EXONC_COMPARISON(name, compare, test) \
	PG_FUNCTION_INFO_V1(name); \
	Datum name(PG_FUNCTION_ARGS) \
	{ \
		PG_RETURN_BOOL(compare(fcinfo) test 0); \
	}
#define EXONC_COMPARISONS(type, compare) \
	EXONC_COMPARISON(type##_eq, compare, ==) \
	EXONC_COMPARISON(type##_ne, compare, !=) \
	EXONC_COMPARISON(type##_lt, compare, <) \
	EXONC_COMPARISON(type##_le, compare, <=) \
	EXONC_COMPARISON(type##_ge, compare, >=) \
	EXONC_COMPARISON(type##_gt, compare, >) \
	PG_FUNCTION_INFO_V1(type##_cmp); \
	Datum type##_cmp(PG_FUNCTION_ARGS) \
	{ \
		PG_RETURN_INT32(compare(fcinfo)); \
	}

/* Order of two byte strings, the same on every server, whatever its collation. */
static inline int
compare_bytes(const char *a, int length_a, const char *b, int length_b)
{
	int			order = memcmp(a, b, Min(length_a, length_b));

	if (order != 0)
		return order < 0 ? -1 : 1;
	return (length_a > length_b) - (length_a < length_b);
}

/*
 * Comparisons and hashes of a type whose value is a run of its stored bytes, from
 * one "const char *bytes_of(struct varlena *stored, int *length)".
 */
#define EXONC_STORED_BYTES(type, bytes_of) \
	static int type##_compare(FunctionCallInfo fcinfo) \
	{ \
		int			length_a; \
		int			length_b; \
		const char *a = bytes_of(PG_GETARG_VARLENA_PP(0), &length_a); \
		const char *b = bytes_of(PG_GETARG_VARLENA_PP(1), &length_b); \
		return compare_bytes(a, length_a, b, length_b); \
	} \
	EXONC_COMPARISONS(type, type##_compare) \
	PG_FUNCTION_INFO_V1(type##_hash); \
	Datum type##_hash(PG_FUNCTION_ARGS) \
	{ \
		int			length; \
		const char *bytes = bytes_of(PG_GETARG_VARLENA_PP(0), &length); \
		return hash_any((const unsigned char *) bytes, length); \
	} \
	PG_FUNCTION_INFO_V1(type##_hash_extended); \
	Datum type##_hash_extended(PG_FUNCTION_ARGS) \
	{ \
		int			length; \
		const char *bytes = bytes_of(PG_GETARG_VARLENA_PP(0), &length); \
		return hash_any_extended((const unsigned char *) bytes, length, PG_GETARG_INT64(1)); \
	}

/* A code and its JSON string. From jsonb: an error unless it is a string. */
extern Datum code_to_jsonb(const char *code, int length);
extern const char *code_from_jsonb(Datum jsonb, const char *type_name, int *length);

/* Text datum of a constant string; NULL for NULL. */
extern Datum text_or_null(const char *string, bool *isnull);

#endif
