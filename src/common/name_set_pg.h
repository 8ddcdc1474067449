/*
 * name_set_pg.h: an SQL type whose values are sets of names (name_set.h).
 *
 * Why not an array of an enum: postgres_fdw does not send a function call with
 * a constant of such an array type to the other server (the array type is not a
 * member of the extension), not even where it is a default, so sarcopenia()
 * would fetch every person instead.
 */
#ifndef EXONC_NAME_SET_PG_H
#define EXONC_NAME_SET_PG_H

#include "exonc.h"

#include "common/name_set.h"

extern Datum name_set_in(FunctionCallInfo fcinfo, const vocabulary *words);
extern Datum name_set_out(FunctionCallInfo fcinfo, const vocabulary *words);
extern Datum name_set_recv(FunctionCallInfo fcinfo, const vocabulary *words);
extern Datum name_set_send(FunctionCallInfo fcinfo, const vocabulary *words);
extern Datum name_set_hash(FunctionCallInfo fcinfo, const vocabulary *words);
extern Datum name_set_hash_extended(FunctionCallInfo fcinfo, const vocabulary *words);
extern Datum name_set_from_text_array(FunctionCallInfo fcinfo, const vocabulary *words);
extern Datum name_set_to_text_array(FunctionCallInfo fcinfo, const vocabulary *words);
extern Datum name_set_to_jsonb(FunctionCallInfo fcinfo, const vocabulary *words);
extern Datum name_set_from_jsonb(FunctionCallInfo fcinfo, const vocabulary *words);
extern int	name_set_compare(FunctionCallInfo fcinfo);

#define EXONC_NAME_SET_FUNCTION(name, function, words) \
	PG_FUNCTION_INFO_V1(name); \
	Datum name(PG_FUNCTION_ARGS) \
	{ \
		return function(fcinfo, words); \
	}

/* All functions of the type; their SQL side is common/name_set.sql.in. */
#define EXONC_NAME_SET(type, words) \
	EXONC_NAME_SET_FUNCTION(type##_in, name_set_in, words) \
	EXONC_NAME_SET_FUNCTION(type##_out, name_set_out, words) \
	EXONC_NAME_SET_FUNCTION(type##_recv, name_set_recv, words) \
	EXONC_NAME_SET_FUNCTION(type##_send, name_set_send, words) \
	EXONC_NAME_SET_FUNCTION(type##_hash, name_set_hash, words) \
	EXONC_NAME_SET_FUNCTION(type##_hash_extended, name_set_hash_extended, words) \
	EXONC_NAME_SET_FUNCTION(text_array_to_##type, name_set_from_text_array, words) \
	EXONC_NAME_SET_FUNCTION(type##_to_text_array, name_set_to_text_array, words) \
	EXONC_NAME_SET_FUNCTION(type##_to_jsonb, name_set_to_jsonb, words) \
	EXONC_NAME_SET_FUNCTION(jsonb_to_##type, name_set_from_jsonb, words) \
	EXONC_COMPARISONS(type, name_set_compare)

#endif
