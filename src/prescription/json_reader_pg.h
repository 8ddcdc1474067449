/* json_reader_pg.h: takes JSON apart for from_json_pg.c, and writes its values as text. */
#ifndef EXONC_PRESCRIPTION_JSON_READER_PG_H
#define EXONC_PRESCRIPTION_JSON_READER_PG_H

#include "prescription/prescription_pg.h"

#include "prescription/vocabulary.h"

#include "lib/stringinfo.h"
#include "utils/jsonb.h"

#define SCHEMA_HINT \
	errhint("The JSON form of a prescription is described in docs/prescription.md; a cast to jsonb shows it.")

/* Raises "<what> must be <expected>". */
extern _Noreturn void json_refuse(const char *what, const char *expected);

/* The object that a value is; members other than keys[] are refused. */
extern JsonbContainer *json_members(const JsonbValue *value, const char *what, const char *const *keys);

/* A member; json_need() refuses an object without it. */
extern bool json_get(JsonbContainer *object, const char *key, JsonbValue *value);
extern JsonbValue json_need(JsonbContainer *object, const char *key);

extern char *json_string(const JsonbValue *value, const char *what);

/* The elements of an array that is not empty. */
extern JsonbValue *json_elements(const JsonbValue *value, const char *what, int *n);

/* These write one value in the text form, so that nothing but what is meant reaches the parser. */
extern void write_number(StringInfo out, const JsonbValue *value, const char *what);
extern void write_quantity(StringInfo out, const JsonbValue *value, const char *what);
extern void write_needed_quantity(StringInfo out, JsonbContainer *object, const char *key);
extern void write_label(StringInfo out, const JsonbValue *value, const char *what,
						const char *const *labels, int n, word_class class);
extern void write_vocabulary(StringInfo out, const JsonbValue *value, const char *what, word_class class);
extern void write_free_word(StringInfo out, const JsonbValue *value, const char *what);
extern void write_period(StringInfo out, JsonbContainer *object, bool or_session);

#endif
