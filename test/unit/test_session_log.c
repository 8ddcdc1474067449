/* session, session_log: what a row may be, what it is as of a day, and which rows lie between two days. */
#include "adherence/session_log.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define OTHER_DAY (1u << RESCHEDULED)

static bool
is_taken(day_number planned_on, int64_t number, day_number done_on, int status_of, unsigned changed, unsigned unclear, log_entry *entry)
{
	session		s = {status_of, UNKNOWN, NO_DOSE, NO_DOSE, changed, unclear};
	status		st = {0};
	bool		taken = log_entry_make(entry, planned_on, number, done_on, &s, &st);

	assert_int_equal(st.code == FAULT_NONE, taken);
	return taken;
}

static void
rows_have_limits(void **state)
{
	log_entry	e;
	status		st = {0};
	session		s = {ATTENDED, UNKNOWN, NO_DOSE, NO_DOSE, 0, ALL_CHANGES};

	(void) state;
	assert_true(is_taken(FIRST_DAY, 1, NO_DAY, MISSED, 0, 0, &e));
	assert_true(is_taken(LAST_DAY, 1, NO_DAY, MISSED, 0, 0, &e));
	assert_false(is_taken(FIRST_DAY - 1, 1, NO_DAY, MISSED, 0, 0, &e));
	assert_false(is_taken(LAST_DAY + 1, 1, NO_DAY, MISSED, 0, 0, &e));
	assert_false(is_taken(0, 1, LAST_DAY + 1, ATTENDED, 0, ALL_CHANGES, &e));
	assert_false(is_taken(0, 0, NO_DAY, MISSED, 0, 0, &e));
	assert_true(is_taken(0, INT32_MAX, NO_DAY, MISSED, 0, 0, &e));
	assert_int_equal(e.number, INT32_MAX);
	assert_false(is_taken(0, INT64_C(1) + INT32_MAX, NO_DAY, MISSED, 0, 0, &e));
	assert_false(log_entry_make(&e, 0, 1, LAST_DAY + 1, &s, &st));
	assert_string_equal(st.message, "done_on is outside the years 1 to 9999");
	assert_false(log_entry_make(&e, LAST_DAY + 1, 1, 0, &s, &st));
	assert_string_equal(st.message, "planned_on is outside the years 1 to 9999");
}

/* Done on another day means rescheduled; who says otherwise is refused. */
static void
the_day_says_whether_rescheduled(void **state)
{
	log_entry	e;

	(void) state;
	assert_false(is_taken(5, 1, 5, MISSED, 0, 0, &e));
	for (int done = 4; done <= 6; done++)
	{
		assert_true(is_taken(5, 1, done, ATTENDED, 0, ALL_CHANGES, &e));
		assert_int_equal(e.changed, done == 5 ? 0 : OTHER_DAY);
		assert_int_equal(e.unclear, ALL_CHANGES & ~OTHER_DAY);
		assert_int_equal(is_taken(5, 1, done, ATTENDED, 0, 0, &e), done == 5);
		assert_int_equal(is_taken(5, 1, done, ATTENDED, OTHER_DAY, 0, &e), done != 5);
	}
	assert_true(is_taken(5, 1, NO_DAY, ATTENDED, OTHER_DAY, 0, &e));
	assert_int_equal(e.changed, OTHER_DAY);
}

/* Planned later: not due. Due, and nothing known of it yet: unlogged. */
static void
the_future_is_not_known(void **state)
{
	static const struct
	{
		int			status;
		day_number	done_on;
		day_number	as_of;
		int			expected;
	} cases[] = {
		{ATTENDED, NO_DAY, 9, NOT_DUE}, {ATTENDED, NO_DAY, 10, ATTENDED}, {ATTENDED, 8, 9, NOT_DUE},
		{ATTENDED, 12, 11, UNLOGGED}, {ATTENDED, 12, 12, ATTENDED}, {NOT_DUE, NO_DAY, 10, UNLOGGED},
		{UNKNOWN, NO_DAY, 10, UNLOGGED}, {MISSED, NO_DAY, 10, MISSED}, {MISSED, NO_DAY, 9, NOT_DUE},
		{AFTER_EXIT, NO_DAY, 10, AFTER_EXIT}, {NOT_DUE, NO_DAY, NO_DAY, NOT_DUE},
	};

	(void) state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		log_entry	e = {10, 1, cases[i].done_on, cases[i].status, KG, ALL_CHANGES, 0, 30, cases[i].status == ATTENDED ? 20 : 0};
		session		s;

		log_session(&e, cases[i].as_of, &s);
		assert_int_equal(s.status, cases[i].expected);
		assert_int_equal(s.changed, cases[i].expected == ATTENDED ? ALL_CHANGES : 1u << LOWERED_BEFORE);
		assert_int_equal(s.planned, 30);
		assert_int_equal(s.delivered, cases[i].expected == ATTENDED ? 20 : 0);
		e.delivered = NO_DOSE;
		log_session(&e, cases[i].as_of, &s);
		assert_int_equal(s.delivered, NO_DOSE);
		/* The smallest dose there is. */
		e.delivered = 1;
		log_session(&e, cases[i].as_of, &s);
		assert_int_equal(s.delivered, cases[i].expected == ATTENDED);
	}
}

/* Doses have a unit, and what was delivered a session that took place and had a plan, however little it is. */
static void
doses_belong_to_sessions(void **state)
{
	static const struct
	{
		session		session;
		const char *message; /* NULL: taken */
	} cases[] = {
		{{ATTENDED, UNKNOWN, NO_DOSE, NO_DOSE, 0, 0}, NULL},
		{{ATTENDED, UNKNOWN, 30, NO_DOSE, 0, 0}, "dose without a unit"},
		{{MISSED, UNKNOWN, NO_DOSE, 0, 0, 0}, "dose without a unit"},
		{{MISSED, KG, 30, 0, 0, 0}, NULL},
		{{MISSED, KG, 30, 1, 0, 0}, "delivered_dose 0.000001 of a session that is missed"},
		{{UNKNOWN, KG, 30, 1, 0, 0}, "delivered_dose 0.000001 of a session that is without status"},
		{{ATTENDED, KG, 30, 1, 0, 0}, NULL},
		{{ATTENDED, KG, 0, 0, 0, 0}, NULL},
		{{ATTENDED, KG, 0, 1, 0, 0}, "delivered_dose 0.000001 where none was planned"},
		{{ATTENDED, KG, NO_DOSE, 1, 0, 0}, NULL},
		{{ATTENDED, KG, 1, 1, ALL_CHANGES, 0}, NULL},
		{{MISSED, KG, 30, 0, 1u << LOWERED_BEFORE, 0}, NULL},
		{{MISSED, KG, 30, 0, ALL_CHANGES, 0}, "reduced session that is missed"},
		{{UNKNOWN, KG, 30, 0, 1u << RESCHEDULED, 0}, "rescheduled session that is without status"},
	};

	(void) state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		status		st = {0};

		assert_int_equal(check_session(&cases[i].session, &st), cases[i].message == NULL);
		assert_string_equal(st.message, cases[i].message == NULL ? "" : cases[i].message);
	}
}

static void
days_are_found(void **state)
{
	(void) state;
	for (int k = 0; k < 20000; k++)
	{
		log_entry	entries[8];
		int			n = rand() % 9;
		day_number	from = rand() % 4 ? rand() % 14 : NO_DAY;
		day_number	until = rand() % 4 ? rand() % 14 : NO_DAY;
		int			before = 0;
		int			within = 0;
		adherence	a;
		status		st;
		session_log log = {policy_default(), n, 0, n, entries};

		for (int i = 0; i < n; i++)
		{
			entries[i] = (log_entry){.planned_on = rand() % 14, .number = i + 1, .done_on = NO_DAY, .unit = UNKNOWN,
									 .planned = NO_DOSE, .delivered = NO_DOSE};
			before += entries[i].planned_on < from;
			within += entries[i].planned_on >= from && (until == NO_DAY || entries[i].planned_on < until);
		}
		assert_int_equal(log_canonicalise(entries, n), n);
		for (int i = 1; i < n; i++)
			assert_true(entries[i - 1].planned_on < entries[i].planned_on ||
						(entries[i - 1].planned_on == entries[i].planned_on && entries[i - 1].number < entries[i].number));
		assert_int_equal(log_find(&log, from), before);
		assert_true(log_adherence(&log, from, until, NO_DAY, &a, &st));
		assert_int_equal(a.rows[ATTENDED], within);
	}
}

/* In memory that ends with the last row, so that the sanitizer sees a step too far. */
static void
rows_in_order_stay_as_they_are(void **state)
{
	(void) state;
	for (int n = 1; n < 5; n++)
	{
		log_entry  *entries = calloc(n, sizeof(log_entry));

		for (int i = 0; i < n; i++)
			entries[i] = (log_entry){.planned_on = i / 2, .number = 1 + i % 2, .done_on = NO_DAY};
		assert_int_equal(log_canonicalise(entries, n), n);
		for (int i = 0; i < n; i++)
			assert_true(entries[i].planned_on == i / 2 && entries[i].number == 1 + i % 2);
		free(entries);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_have_limits),
		cmocka_unit_test(the_day_says_whether_rescheduled),
		cmocka_unit_test(the_future_is_not_known),
		cmocka_unit_test(doses_belong_to_sessions),
		cmocka_unit_test(days_are_found),
		cmocka_unit_test(rows_in_order_stay_as_they_are),
	};

	return cmocka_run_group_tests_name("session log", tests, NULL, NULL);
}
