/* json_writer_pg.h: writes jsonb piece by piece, with the numbers of a prescription. */
#ifndef EXONC_PRESCRIPTION_JSON_WRITER_PG_H
#define EXONC_PRESCRIPTION_JSON_WRITER_PG_H

#include "exonc.h"

#include "utils/jsonb.h"

/* Starts as NULL; end_object() of the outermost object gives the whole. */
typedef JsonbParseState *json_writer;

extern void begin_object(json_writer *w);
extern JsonbValue *end_object(json_writer *w);

/* key: NULL in an array. */
extern void begin_array(json_writer *w, const char *key);
extern void end_array(json_writer *w);

extern void put_key(json_writer *w, const char *key);

/* A value where one may stand: behind a key, or in an array. */
extern void put_value(json_writer *w, JsonbValue *value);
extern void put_text(json_writer *w, const char *text, int length);
extern void put_number(json_writer *w, double number);
extern void put_null(json_writer *w);

/* A key and its value. */
extern void put_label(json_writer *w, const char *key, const char *label);
extern void put_named_number(json_writer *w, const char *key, double number);

#endif
