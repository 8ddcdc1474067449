/* json_fields_pg.h: types that are fields of a name and a value, as flat JSON objects. */
#ifndef EXONC_ADHERENCE_JSON_FIELDS_PG_H
#define EXONC_ADHERENCE_JSON_FIELDS_PG_H

#include "exonc.h"

#include "common/status.h"

#include "utils/jsonb.h"

/* A key and its value in an object; a number has its decimal text. */
extern void push_json_key(JsonbParseState **state, const char *key);
extern void push_json_field(JsonbParseState **state, const char *key, const char *text, bool is_number);

/* All choices of a policy. */
extern void push_json_policy(JsonbParseState **state, int64 packed);

/* Takes one field; false with a status if it cannot be. */
typedef bool (*take_json_field) (void *reader, const char *name, int name_length, const char *text,
								 int text_length, status *st);

/*
 * Gives the fields of an object to take(): strings, and numbers as their
 * decimal text, but not the one that is called "but" (NULL: all). False if it
 * is no object or holds anything else; what take() refuses is raised.
 */
extern bool read_json_fields(JsonbContainer *object, const char *but, take_json_field take, void *reader);

/* Raises that this is not what the cast to jsonb makes. */
extern _Noreturn void not_json_of(const char *type);

#endif
