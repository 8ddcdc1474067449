/* test_set: names to bits and back. */
#include "common/test_set.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void
every_set_survives_its_text(void **state)
{
	(void) state;
	for (uint32_t set = 0; set <= all_names(&physical_tests); set++)
	{
		char		text[NAME_SET_TEXT];
		uint32_t	read;
		status		st;

		name_set_print(&physical_tests, set, text);
		assert_true(strlen(text) < NAME_SET_TEXT);
		assert_true(name_set_parse(&physical_tests, text, &read, &st));
		assert_int_equal(read, set);
	}
}

static void
names_are_those_of_the_tests(void **state)
{
	(void) state;
	for (int t = 0; t < N_PHYSICAL_TESTS; t++)
	{
		char		text[NAME_SET_TEXT];
		uint32_t	set;
		status		st;

		snprintf(text, sizeof(text), " { %s ,%s} ", test_name(t), test_name(t));
		assert_true(name_set_parse(&physical_tests, text, &set, &st));
		assert_int_equal(set, 1u << t);
		assert_int_equal(name_find(&physical_tests, test_name(t), (int) strlen(test_name(t))), t);
	}
	assert_int_equal(name_find(&physical_tests, "chair", 5), UNKNOWN);
	assert_int_equal(name_find(&physical_tests, "", 0), UNKNOWN);
}

static void
other_texts_are_refused(void **state)
{
	static const char *const texts[] = {"",		  "grip",	 "{grip",	"grip}",	  "{grip,}",
										"{,grip}", "{grip}}", "{grip gait}", "{grip} x", "{,}",
										"{",	   "}",		  "{{grip}}",	 "{Grip}",	 "{chairs}"};

	(void) state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
	{
		uint32_t	set;
		status		st;

		assert_false(name_set_parse(&physical_tests, texts[i], &set, &st));
		assert_int_equal(st.code, FAULT_INVALID_TEXT);
		assert_true(st.hint[0] != '\0');
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_set_survives_its_text),
		cmocka_unit_test(names_are_those_of_the_tests),
		cmocka_unit_test(other_texts_are_refused),
	};

	return cmocka_run_group_tests_name("test_set", tests, NULL, NULL);
}
