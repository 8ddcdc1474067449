/* test_set: see test_set.h. */
#include "common/test_set.h"

#include <stdio.h>
#include <string.h>

static const char *const names[] = PHYSICAL_TEST_LABELS;

const char *
test_name(physical_test test)
{
	return names[test];
}

int
test_by_name(const char *name, int length)
{
	for (int t = 0; t < N_PHYSICAL_TESTS; t++)
		if ((int) strlen(names[t]) == length && memcmp(names[t], name, (size_t) length) == 0)
			return t;
	return UNKNOWN;
}

bool
test_set_add(uint32_t *set, const char *name, int length, status *st)
{
	int			test = test_by_name(name, length);
	char		all[TEST_SET_TEXT];

	if (test == UNKNOWN)
	{
		status_fail(st, FAULT_INVALID_TEXT, "physical test \"%.*s\" does not exist", length, name);
		test_set_print(ALL_TESTS, all);
		status_hint(st, "The tests are %s.", all);
		return false;
	}
	*set |= 1u << test;
	return true;
}

static const char *
skip_blanks(const char *text)
{
	return text + strspn(text, " \t\n\r");
}

static bool
refuse_text(const char *text, status *st)
{
	status_fail(st, FAULT_INVALID_TEXT, "invalid input syntax for type physical_test_set: \"%s\"",
				text);
	status_hint(st, "Write names in braces, for example {chair_stand,gait}; none is {}.");
	return false;
}

bool
test_set_parse(const char *text, uint32_t *set, status *st)
{
	const char *at = skip_blanks(text);

	*set = 0;
	if (*at++ != '{')
		return refuse_text(text, st);
	at = skip_blanks(at);
	if (*at != '}')
		for (;;)
		{
			int			length = (int) strcspn(at, ",} \t\n\r");

			if (length == 0)
				return refuse_text(text, st);
			if (!test_set_add(set, at, length, st))
				return false;
			at = skip_blanks(at + length);
			if (*at == '}')
				break;
			if (*at != ',')
				return refuse_text(text, st);
			at = skip_blanks(at + 1);
		}
	if (*skip_blanks(at + 1) != '\0')
		return refuse_text(text, st);
	return true;
}

void
test_set_print(uint32_t set, char *buffer)
{
	char	   *at = buffer;

	*at++ = '{';
	for (int t = 0; t < N_PHYSICAL_TESTS; t++)
		if (set & (1u << t))
			at += sprintf(at, "%s%s", at > buffer + 1 ? "," : "", names[t]);
	*at++ = '}';
	*at = '\0';
}
