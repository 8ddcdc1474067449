/* indices: what the worked vectors cannot see from SQL. */
#include "assessment/indices/charlson.h"
#include "assessment/indices/eq5d.h"
#include "assessment/indices/index_rule.h"
#include "assessment/indices/pro_ctcae.h"
#include "common/person.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* No text is cut off: what fills its room to the last byte has lost some. */
static void
rules_have_room(void **state)
{
	(void) state;
	for (int d = 0; d < n_index_descriptions; d++)
	{
		index_rule	rule;
		int			n = 0;

		while (index_descriptions[d](n, &rule))
		{
			assert_true(strlen(rule.measure) > 0 && strlen(rule.measure) + 1 < sizeof(rule.measure));
			assert_true(strlen(rule.rule) > 0 && strlen(rule.rule) + 1 < sizeof(rule.rule));
			assert_true(strlen(rule.value) > 0 && strlen(rule.value) + 1 < sizeof(rule.value));
			assert_true(strlen(rule.source) > 0);
			n++;
		}
		assert_true(n > 0 && n < 1000);
	}
}

static void
conditions_have_room(void **state)
{
	char		text[NAME_SET_TEXT];
	uint32_t	read;
	status		st;

	(void) state;
	assert_int_equal(comorbidities.n_names, N_COMORBIDITIES);
	name_set_print(&comorbidities, all_names(&comorbidities), text);
	assert_true(name_set_parse(&comorbidities, text, &read, &st));
	assert_int_equal(read, all_names(&comorbidities));
	assert_false(name_set_parse(&comorbidities, "{stroke}", &read, &st));
	assert_non_null(strstr(st.hint, "aids}."));
}

/* Over all sets of conditions, though only neighbours by one condition are compared. */
static void
more_conditions_never_lower_the_index(void **state)
{
	(void) state;
	for (int version = 0; version < N_CHARLSON_VERSIONS; version++)
		for (uint32_t set = 0; set <= all_names(&comorbidities); set++)
			for (int c = 0; c < N_COMORBIDITIES; c++)
			{
				charlson_case patient = {.present = set & ~(1u << c), .unknown = 1u << c};
				int			lowest;
				int			highest;
				bool		decided;
				status		st;

				assert_true(charlson_score(version, &patient, &lowest, &highest, &decided, &st));
				if (!decided || lowest < 0 || lowest > highest)
					fail();
			}
}

static void
states_have_places_of_their_own(void **state)
{
	bool		taken[N_STATES] = {false};
	int			n = 0;

	(void) state;
	for (int s = -1; s <= 100000; s++)
	{
		int			place = state_place(s);

		if (place < 0)
			continue;
		assert_true(place < N_STATES);
		assert_false(taken[place]);
		taken[place] = true;
		n++;
	}
	assert_int_equal(n, N_STATES);
	assert_int_equal(state_place(BEST_STATE), 0);
	assert_int_equal(state_place(WORST_STATE), N_STATES - 1);
}

/* The largest terms a caller may give do not overflow. */
static void
sums_do_not_overflow(void **state)
{
	eq5d_value_set *set = calloc(1, eq5d_value_set_size(false));
	eq5d_term	most = INT64_C(1000000000000) * HIGHEST_TERM;
	double		index;
	status		st;

	(void) state;
	set->constant = set->any_above_1 = set->any_4_or_5 = set->any_5 = set->squared_4_or_5 = most;
	for (int d = 0; d < N_DIMENSIONS; d++)
		set->each_4_or_5[d] = set->level[d][N_LEVELS - 1] = most;
	set->decimals = HIGHEST_DECIMALS;
	assert_true(eq5d_index(set, WORST_STATE, &index, &st));
	assert_true(index == HIGHEST_TERM * (1 + 3 + 16 + 5 + 5));
	free(set);
}

/* Ratings that no one gave are not looked at. */
static void
missing_ratings_are_not_read(void **state)
{
	(void) state;
	for (int asked = 0; asked < N_ATTRIBUTE_SETS; asked++)
	{
		pro_ctcae_ratings ratings = {{99, -99, 1 << 30}, {false, false, false}};
		int			grade;
		status		st;

		assert_true(pro_ctcae_grade(asked, &ratings, true, &grade, &st));
		assert_int_equal(grade, UNKNOWN);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_have_room),
		cmocka_unit_test(conditions_have_room),
		cmocka_unit_test(more_conditions_never_lower_the_index),
		cmocka_unit_test(states_have_places_of_their_own),
		cmocka_unit_test(sums_do_not_overflow),
		cmocka_unit_test(missing_ratings_are_not_read),
	};

	return cmocka_run_group_tests_name("indices", tests, NULL, NULL);
}
