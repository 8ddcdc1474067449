/* name_set: see name_set.h. */
#include "common/name_set.h"

#include "common/person.h"

#include <stdio.h>
#include <string.h>

int
name_find(const vocabulary *words, const char *name, int length)
{
	for (int i = 0; i < words->n_names; i++)
		if ((int) strlen(words->names[i]) == length &&
			memcmp(words->names[i], name, (size_t) length) == 0)
			return i;
	return UNKNOWN;
}

bool
name_set_add(const vocabulary *words, uint32_t *set, const char *name, int length, status *st)
{
	int			found = name_find(words, name, length);
	char		all[NAME_SET_TEXT];

	if (found == UNKNOWN)
	{
		status_fail(st, FAULT_INVALID_TEXT, "%s \"%.*s\" does not exist", words->member, length,
					name);
		if (words->listing != NULL)
			status_hint(st, "The %s are listed by %s().", words->members, words->listing);
		else
		{
			name_set_print(words, all_names(words), all);
			status_hint(st, "The %s are %s.", words->members, all);
		}
		return false;
	}
	*set |= 1u << found;
	return true;
}

static const char *
skip_blanks(const char *text)
{
	return text + strspn(text, " \t\n\r");
}

static bool
refuse_text(const vocabulary *words, const char *text, status *st)
{
	status_fail(st, FAULT_INVALID_TEXT, "invalid input syntax for type %s: \"%s\"", words->type,
				text);
	status_hint(st, "Write names in braces, for example %s; none is {}.", words->example);
	return false;
}

bool
name_set_parse(const vocabulary *words, const char *text, uint32_t *set, status *st)
{
	const char *at = skip_blanks(text);

	*set = 0;
	if (*at++ != '{')
		return refuse_text(words, text, st);
	at = skip_blanks(at);
	if (*at != '}')
		for (;;)
		{
			int			length = (int) strcspn(at, ",} \t\n\r");

			if (length == 0)
				return refuse_text(words, text, st);
			if (!name_set_add(words, set, at, length, st))
				return false;
			at = skip_blanks(at + length);
			if (*at == '}')
				break;
			if (*at != ',')
				return refuse_text(words, text, st);
			at = skip_blanks(at + 1);
		}
	if (*skip_blanks(at + 1) != '\0')
		return refuse_text(words, text, st);
	return true;
}

void
name_set_print(const vocabulary *words, uint32_t set, char *buffer)
{
	char	   *at = buffer;

	*at++ = '{';
	for (int i = 0; i < words->n_names; i++)
		if (set & (1u << i))
			at += sprintf(at, "%s%s", at > buffer + 1 ? "," : "", words->names[i]);
	*at++ = '}';
	*at = '\0';
}
