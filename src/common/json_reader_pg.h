/*
 * json_reader_pg.h: reading a JSON document that a user wrote, key by key. Every
 * complaint names the key and the object it is in. Texts and arrays that are
 * read live in the current memory context.
 */
#ifndef EXONC_JSON_READER_PG_H
#define EXONC_JSON_READER_PG_H

#include "exonc.h"

#include "utils/jsonb.h"

/* An object of the document, and how to call it in a complaint. */
typedef struct object_reader
{
	JsonbContainer *container;
	const char *kind; /* "scale" */
	const char *name; /* its code, or NULL */
} object_reader;

/* Whether a key or a string of the document is this word. */
static inline bool
json_is(const JsonbValue *string, const char *word)
{
	return strlen(word) == (size_t) string->val.string.len &&
		memcmp(word, string->val.string.val, string->val.string.len) == 0;
}

/* A number, infinite if it is too large; false for another value. */
extern bool json_number(const JsonbValue *value, double *number);

/* Says what is wrong with the value of a key. Always false. */
extern bool json_complain(const object_reader *object, const char *key, const char *complaint,
						  status *st);

/* An object with a key that nobody reads is refused: it is a slip, or from a later version. */
extern bool json_check_keys(const object_reader *object, const char *const *keys, int n_keys,
							status *st);

#define JSON_CHECK_KEYS(object, keys, st) json_check_keys(object, keys, lengthof(keys), st)

/* The value of a key; false if it is not there, or null. */
extern bool json_find(const object_reader *object, const char *key, JsonbValue *value);

/* A text; NULL if it is not there. */
extern bool json_get_text(const object_reader *object, const char *key, const char **text,
						  status *st);
extern bool json_get_needed_text(const object_reader *object, const char *key, const char **text,
								 status *st);

/* Whether a value is a whole number of 32 bits, and which. */
extern bool json_whole_number(const JsonbValue *value, int *number);

/* A whole number; unchanged if it is not there. */
extern bool json_get_number(const object_reader *object, const char *key, int *number, status *st);
extern bool json_get_needed_number(const object_reader *object, const char *key, int *number,
								   status *st);

/* Any number; it must be there. */
extern bool json_get_double(const object_reader *object, const char *key, double *number,
							status *st);

/* True or false; unchanged if it is not there. */
extern bool json_get_boolean(const object_reader *object, const char *key, bool *truth, status *st);

/* One of some words, as its place among them; unchanged if it is not there. */
extern bool json_get_word(const object_reader *object, const char *key, const char *const *words,
						  int n_words, int *word, status *st);

#define JSON_GET_WORD(object, key, words, word, st) \
	json_get_word(object, key, words, lengthof(words), word, st)

/* An array; NULL if it is not there. */
extern bool json_get_array(const object_reader *object, const char *key, JsonbContainer **array,
						   status *st);

/* The i-th element of an array of objects. */
extern bool json_get_member(const object_reader *parent, const char *key, JsonbContainer *array,
							int i, const char *kind, object_reader *member, status *st);

/* Whole numbers; none if the key is not there. */
extern bool json_get_numbers(const object_reader *object, const char *key, const int **numbers,
							 int *n, status *st);

#endif
