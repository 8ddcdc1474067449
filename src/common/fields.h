/*
 * fields: text of the form "name=value name=value", which several types use.
 * Fields are separated by blanks; neither part holds a blank, '=' or ';'.
 */
#ifndef EXONC_FIELDS_H
#define EXONC_FIELDS_H

#include "common/status.h"

typedef struct field
{
	const char *name;
	int			name_length;
	const char *value;
	int			value_length;
} field;

typedef enum field_token
{
	FIELD_READ,
	FIELD_SEPARATOR, /* a ';' */
	FIELD_END,
	FIELD_BROKEN /* the status says how */
} field_token;

/* Reads the next field and moves *cursor behind it. */
extern field_token next_field(const char **cursor, field *read, status *st);

/* Whether the text is this word. */
extern bool is_word(const char *text, int length, const char *word);

/* Index of the word among the labels, or -1. */
extern int	word_index(const char *text, int length, const char *const *labels, int n_labels);

#endif
