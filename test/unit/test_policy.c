/* policy: the choices, their limits and texts, and what becomes of a session under each. */
#include "adherence/policy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct
{
	const char *name;
	const char *words; /* NULL: a number */
	int			lowest;
	int			highest;
	int			standard;
} choices[N_CHOICES] = {
	{"breaks", "exclude count", 0, 1, 0},
	{"unlogged", "missed exclude unknown", 0, 2, 0},
	{"after_exit", "count exclude", 0, 1, 0},
	{"cap", "none session total", 0, 2, 0},
	{"run_sessions", NULL, 1, 9999, 3},
	{"tail_sessions", NULL, 1, 9999, 1},
};

static void
choices_have_limits(void **state)
{
	adherence_policy standard;
	adherence_policy policy;
	adherence_policy read;
	char		value[16];
	char		text[POLICY_TEXT];
	status		st = {0};

	(void) state;
	assert_true(policy_unpack(policy_default(), &standard));
	for (int c = 0; c < N_CHOICES; c++)
	{
		assert_int_equal(standard.choice[c], choices[c].standard);
		assert_string_equal(policy_choice_name(c), choices[c].name);
		assert_int_equal(policy_choice_by_name(choices[c].name, strlen(choices[c].name)), c);
		assert_int_equal(policy_choice_is_number(c), choices[c].words == NULL);
		for (int v = choices[c].lowest - 1; v <= choices[c].highest + 1; v++)
		{
			bool		taken = v >= choices[c].lowest && v <= choices[c].highest;

			policy = standard;
			policy.choice[c] = v;
			assert_int_equal(policy_check(&policy, &st), taken);
			if (choices[c].words == NULL)
			{
				snprintf(value, sizeof(value), "%d", v);
				assert_int_equal(policy_set(&read, c, value, strlen(value), &st), taken);
			}
			if (!taken)
				continue;
			policy_value(&policy, c, value);
			if (choices[c].words != NULL)
				assert_non_null(strstr(choices[c].words, value));
			assert_true(policy_set(&read, c, value, strlen(value), &st));
			assert_int_equal(read.choice[c], v);
			policy_print(&policy, text);
			assert_true(policy_parse(text, &read, &st));
			assert_memory_equal(&read, &policy, sizeof(policy));
			assert_true(policy_unpack(policy_pack(&policy), &read));
			assert_memory_equal(&read, &policy, sizeof(policy));
		}
		assert_false(policy_set(&read, c, "x", 1, &st));
	}
	assert_int_equal(policy_choice_by_name("steps", 5), -1);
	policy_print(&standard, text);
	assert_string_equal(text, "breaks=exclude unlogged=missed after_exit=count cap=none run_sessions=3 tail_sessions=1");
}

/* Stored policies are read for ever: each choice has its byte. */
static void
the_packed_form_does_not_move(void **state)
{
	static const adherence_policy policy = {{1, 2, 1, 2, 9999, 9998}};
	adherence_policy read;
	int64_t		packed = 1 | 2 << 8 | 1 << 16 | 2 << 24 | INT64_C(9999) << 32 | INT64_C(9998) << 48;

	(void) state;
	assert_int_equal(policy_pack(&policy), packed);
	assert_true(policy_unpack(packed, &read));
	assert_memory_equal(&read, &policy, sizeof(policy));
	assert_false(policy_unpack(packed | 1 << 20, &read));
	assert_false(policy_unpack(packed & ~(INT64_C(0x7fff) << 48), &read));
}

static void
each_status_counts_as_chosen(void **state)
{
	(void) state;
	for (int b = 0; b < 2; b++)
		for (int u = 0; u < 3; u++)
			for (int x = 0; x < 2; x++)
			{
				adherence_policy policy = {{b, u, x, 0, 3, 1}};
				dispositions d = policy_dispositions(policy_pack(&policy));

				assert_int_equal(d.of[ATTENDED], COUNTS_ATTENDED);
				assert_int_equal(d.of[MISSED], COUNTS_MISSED);
				assert_int_equal(d.of[EXCUSED], b == BREAKS_COUNTED ? COUNTS_MISSED : NOT_COUNTED);
				assert_int_equal(d.of[UNLOGGED], ((disposition[]){COUNTS_MISSED, NOT_COUNTED, COUNTS_UNKNOWN})[u]);
				assert_int_equal(d.of[AFTER_EXIT], x == EXIT_COUNTED ? COUNTS_MISSED : NOT_COUNTED);
				assert_int_equal(d.of[NOT_DUE], NOT_COUNTED);
				assert_int_equal(d.of[N_STATUSES], NOT_COUNTED);
			}
}

/* So many letters as name of a choice or as its value; more than 60 are not repeated in a message. */
static void
assert_refused(const char *text, const char *message)
{
	adherence_policy policy;
	status		st = {0};

	assert_false(policy_parse(text, &policy, &st));
	assert_int_equal(st.code, FAULT_INVALID_TEXT);
	assert_non_null(strstr(st.message, message));
}

static void
texts_that_are_none_are_named(void **state)
{
	adherence_policy policy;
	char		letters[62];
	char		text[128];
	char		message[128];
	status		st = {0};

	(void) state;
	assert_true(policy_parse("", &policy, &st));
	assert_refused("breaks=count breaks=count", "adherence_policy has twice the choice \"breaks\"");
	assert_refused("run_sessions=2 run_sessions=2", "adherence_policy has twice the choice \"run_sessions\"");
	assert_refused("steps=2", "adherence_policy has no choice \"steps\"");
	assert_refused("breaks=count; cap=none", "adherence_policy has no \";\"");
	assert_refused("breaks=never", "\"never\" is no choice of breaks");
	assert_refused("run_sessions=0", "run_sessions must be a whole number in 1..9999");
	assert_refused("breaks", "");
	for (int n = 60; n <= 61; n++)
	{
		memset(letters, 'x', n);
		letters[n] = '\0';
		snprintf(text, sizeof(text), "%s=1", letters);
		snprintf(message, sizeof(message), "no choice \"%s\"", n > 60 ? "" : letters);
		assert_refused(text, message);
		snprintf(text, sizeof(text), "breaks=%s", letters);
		snprintf(message, sizeof(message), "\"%s\" is no choice of breaks", n > 60 ? "" : letters);
		assert_refused(text, message);
	}
}

static void
unlike_policies_are_both_named(void **state)
{
	static const adherence_policy other = {{1, 0, 0, 0, 3, 1}};
	status		st = {0};

	(void) state;
	assert_true(policy_check_same(policy_default(), policy_default(), &st));
	assert_false(policy_check_same(policy_default(), policy_pack(&other), &st));
	assert_non_null(strstr(st.detail, "One is breaks=exclude"));
	assert_non_null(strstr(st.detail, "the other breaks=count"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(choices_have_limits),
		cmocka_unit_test(the_packed_form_does_not_move),
		cmocka_unit_test(each_status_counts_as_chosen),
		cmocka_unit_test(texts_that_are_none_are_named),
		cmocka_unit_test(unlike_policies_are_both_named),
	};

	return cmocka_run_group_tests_name("policy", tests, NULL, NULL);
}
