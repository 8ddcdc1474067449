/* fields: see fields.h. */
#include "common/fields.h"

#include <string.h>

#define LONGEST_QUOTED 60

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static int
part_length(const char *text)
{
	int			length = 0;

	while (text[length] != '\0' && text[length] != '=' && text[length] != ';' &&
		   !is_blank(text[length]))
		length++;
	return length;
}

field_token
next_field(const char **cursor, field *read, status *st)
{
	const char *at = *cursor;

	while (is_blank(*at))
		at++;
	*cursor = at;
	if (*at == '\0')
		return FIELD_END;
	if (*at == ';')
	{
		*cursor = at + 1;
		return FIELD_SEPARATOR;
	}
	read->name = at;
	read->name_length = part_length(at);
	at += read->name_length;
	read->value = at + 1;
	read->value_length = *at == '=' ? part_length(at + 1) : 0;
	if (read->name_length == 0 || read->value_length == 0 ||
		read->value[read->value_length] == '=')
	{
		int			length = read->name_length;

		/* Never cut within a character. */
		if (length > LONGEST_QUOTED)
			length = 0;
		status_fail(st, FAULT_INVALID_TEXT, "field \"%.*s\" is not of the form name=value", length,
					read->name);
		return FIELD_BROKEN;
	}
	*cursor = read->value + read->value_length;
	return FIELD_READ;
}

bool
is_word(const char *text, int length, const char *word)
{
	return strlen(word) == (size_t) length && memcmp(text, word, length) == 0;
}

int
word_index(const char *text, int length, const char *const *labels, int n_labels)
{
	for (int i = 0; i < n_labels; i++)
		if (is_word(text, length, labels[i]))
			return i;
	return -1;
}
