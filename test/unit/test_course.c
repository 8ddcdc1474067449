/* course: text form, order of merging, onset, recovery, trajectories. */
#include "sarcopenia/course.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ROOM 64

typedef struct test_course
{
	int			n;
	course_entry entries[ROOM];
} test_course;

static test_course
of(const char *text)
{
	test_course c;
	status		st;

	c.n = parse_course(text, c.entries, ROOM, &st);
	assert_true(c.n >= 0);
	return c;
}

#define ARGUMENTS(c) (c).entries, (c).n

static void
text_comes_back_sorted(void **state)
{
	test_course c = of(" { 84:? , 0:none,42:severe, 42 : none,42:none..possible ,-7:functional } ");
	char		text[ROOM * COURSE_ENTRY_TEXT + 3];

	(void) state;
	print_course(ARGUMENTS(c), text);
	assert_string_equal(text, "{-7:functional,0:none,42:none,42:none..possible,42:severe,84:?}");
	c = of("{}");
	print_course(ARGUMENTS(c), text);
	assert_string_equal(text, "{}");
	c = of("{-2147483648:none..presarcopenia,2147483647:presarcopenia..functional}");
	print_course(ARGUMENTS(c), text);
	assert_string_equal(text, "{-2147483648:none..presarcopenia,2147483647:presarcopenia..functional}");
}

static void
other_text_is_refused(void **state)
{
	static const char *const texts[] = {"",		 "{",		 "0:none",	 "{0:none",		"{0:none,}",
										"{:none}", "{0:}",	 "{0:mild}", "{0:none}x",	"{0 none}",
										"{,}",	 "{0:none;}", "{x:none}", "{2147483648:none}", "{0:severe..none}",
										"{0:none..}", "{0:none...severe}", "{0:?..none}", "{0:none..?}", "{0:..none}"};

	(void) state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
	{
		status		st;

		assert_int_equal(parse_course(texts[i], NULL, 0, &st), -1);
		assert_int_equal(st.code, FAULT_INVALID_TEXT);
	}
}

static void
merging_does_not_depend_on_the_split(void **state)
{
	(void) state;
	srand(5);
	for (int round = 0; round < 2000; round++)
	{
		test_course all = {0};
		test_course part[2] = {{0}, {0}};
		test_course merged = {0};
		int			n = rand() % ROOM;

		for (int i = 0; i < n; i++)
		{
			course_entry entry = {rand() % 20, (int16_t) (rand() % (N_CLASSES + 1) - 1), UNKNOWN};
			test_course *to = &part[rand() % 2];

			if (entry.mildest != UNKNOWN)
				entry.severest = (int16_t) (entry.mildest + rand() % (N_CLASSES - entry.mildest));

			insert_entry(all.entries, all.n++, entry);
			insert_entry(to->entries, to->n++, entry);
		}
		merge_entries(ARGUMENTS(part[0]), ARGUMENTS(part[1]), merged.entries);
		assert_memory_equal(merged.entries, all.entries, sizeof(course_entry) * (size_t) n);
	}
}

static void
what_became_of_a_person(void **state)
{
	static const struct
	{
		const char *text;
		int			trajectory;
		int			onset; /* or -1 */
		int			recovery;
		int			worst;
	} cases[] = {
		{"{}", UNKNOWN, -1, -1, UNKNOWN},
		{"{0:?,42:?}", UNKNOWN, -1, -1, UNKNOWN},
		{"{0:severe}", UNKNOWN, -1, -1, CLASS_SEVERE},
		{"{0:severe,42:?}", UNKNOWN, -1, -1, CLASS_SEVERE},
		{"{0:none,42:possible}", FREE, -1, -1, CLASS_POSSIBLE},
		{"{0:none,42:sarcopenia}", ONSET, 42, -1, CLASS_SARCOPENIA},
		{"{0:none,42:?,84:severe}", ONSET, 84, -1, CLASS_SEVERE},
		{"{0:none,42:sarcopenia,84:functional}", TRANSIENT, 42, 84, CLASS_SARCOPENIA},
		{"{0:severe,42:sarcopenia}", PERSISTENT, -1, -1, CLASS_SEVERE},
		{"{0:severe,42:none,84:sarcopenia}", PERSISTENT, 84, 42, CLASS_SEVERE},
		{"{0:sarcopenia,42:probable}", RECOVERED, -1, 42, CLASS_SARCOPENIA},
		/* Two classes on a day: the severest counts. */
		{"{0:none,42:none,42:sarcopenia}", ONSET, 42, -1, CLASS_SARCOPENIA},
		{"{0:none,0:sarcopenia,42:none}", RECOVERED, -1, 42, CLASS_SARCOPENIA},
		{"{0:?,0:none,42:none,42:?}", FREE, -1, -1, CLASS_NONE},
		/* A class that may still be severe is no recovery, and one that cannot reach it no question. */
		{"{0:severe,42:possible..severe,84:sarcopenia..severe}", PERSISTENT, -1, -1, CLASS_SEVERE},
		{"{0:none..possible,42:possible..severe,84:sarcopenia..severe}", ONSET, 84, -1, CLASS_SARCOPENIA},
		{"{0:possible..severe,42:none..severe}", UNKNOWN, -1, -1, CLASS_POSSIBLE},
		{"{0:none..severe,42:sarcopenia,84:none..functional}", RECOVERED, -1, 84, CLASS_SARCOPENIA},
		{"{0:none,0:possible..severe,42:none}", UNKNOWN, -1, -1, CLASS_POSSIBLE},
	};

	(void) state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		test_course c = of(cases[i].text);
		int32_t		day = -1;

		assert_int_equal(trajectory_of(ARGUMENTS(c), CLASS_SARCOPENIA), cases[i].trajectory);
		assert_int_equal(onset(ARGUMENTS(c), CLASS_SARCOPENIA, &day), cases[i].onset >= 0);
		if (cases[i].onset >= 0)
			assert_int_equal(day, cases[i].onset);
		assert_int_equal(recovery(ARGUMENTS(c), CLASS_SARCOPENIA, &day), cases[i].recovery >= 0);
		if (cases[i].recovery >= 0)
			assert_int_equal(day, cases[i].recovery);
		assert_int_equal(worst_class(ARGUMENTS(c)), cases[i].worst);
	}
}

static void
the_nearest_day_with_a_class(void **state)
{
	test_course c = of("{0:none,40:?,44:possible,84:none,84:severe,88:probable}");
	course_entry found;

	(void) state;
	assert_false(known_near(ARGUMENTS(c), 42, 1, &found));
	assert_true(known_near(ARGUMENTS(c), 42, 2, &found));
	assert_int_equal(entry_class(&found), CLASS_POSSIBLE);
	assert_true(known_near(ARGUMENTS(c), 84, 0, &found));
	assert_int_equal(entry_class(&found), CLASS_SEVERE);
	assert_true(known_near(ARGUMENTS(c), 86, 7, &found));
	assert_int_equal(found.day, 84); /* of two equally near, the earlier */
	assert_true(known_near(ARGUMENTS(c), INT32_MIN, INT32_MAX, &found) == false);
	assert_true(last_known(ARGUMENTS(c), &found));
	assert_int_equal(entry_class(&found), CLASS_PROBABLE);
	assert_true(first_known(ARGUMENTS(c), &found));
	assert_int_equal(found.day, 0);
}

static void
worse_and_better_are_certain_or_open(void **state)
{
	static const struct
	{
		const char *text;
		int			worse;
		int			better;
	} cases[] = {
		{"{}", UNKNOWN, UNKNOWN},
		{"{0:none,42:?}", UNKNOWN, UNKNOWN},
		{"{0:none,42:none}", 0, 0},
		{"{0:none,42:possible,84:?}", 1, 0},
		{"{0:severe,42:none..sarcopenia}", 0, 1},
		{"{0:possible..severe,42:severe}", UNKNOWN, 0},
		{"{0:possible,42:none..severe}", UNKNOWN, UNKNOWN},
		{"{0:none,42:none..severe}", UNKNOWN, 0},
	};

	(void) state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		test_course c = of(cases[i].text);

		assert_int_equal(is_worse(ARGUMENTS(c)), cases[i].worse);
		assert_int_equal(is_better(ARGUMENTS(c)), cases[i].better);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_comes_back_sorted),
		cmocka_unit_test(other_text_is_refused),
		cmocka_unit_test(merging_does_not_depend_on_the_split),
		cmocka_unit_test(what_became_of_a_person),
		cmocka_unit_test(the_nearest_day_with_a_class),
		cmocka_unit_test(worse_and_better_are_certain_or_open),
	};

	return cmocka_run_group_tests_name("course", tests, NULL, NULL);
}
