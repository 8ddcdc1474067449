/* adherence: exact amounts, calendar days, summaries that add up and come apart again, logs, runs. */
#include "adherence/adherence_text.h"
#include "adherence/matching.h"
#include "adherence/runs.h"
#include "adherence/windows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void
amounts_are_decimals(void **state)
{
	micro		amount;
	char		text[MICRO_TEXT];

	(void) state;
	assert_true(micro_from_double(0.1f, &amount)); /* a real column: 0.100000001490116 */
	assert_int_equal(amount, 100000);
	assert_true(micro_from_double(1e9, &amount));
	assert_false(micro_from_double(1e9 + 1, &amount));
	assert_false(micro_from_double(-0.1, &amount));
	assert_false(micro_from_double(0.0 / 0.0, &amount));
	assert_true(micro_parse("12.345678", 9, &amount));
	micro_print(amount, text);
	assert_string_equal(text, "12.345678");
	assert_false(micro_parse("1.2345678", 9, &amount));
	assert_false(micro_parse("01", 2, &amount));
	assert_false(micro_parse("1.", 2, &amount));
	assert_false(micro_parse("", 0, &amount));
	assert_false(micro_parse("99999999999999999999", 20, &amount));
	/*
	 * Every amount with at most six decimals comes back as it was written,
	 * unless it could have come from a real column (see decimal.h).
	 */
	for (int i = 0; i < 200000; i++)
	{
		char	   *end;
		double		x;

		snprintf(text, sizeof(text), "%d.%06d", i * 3, (i * 7919) % 1000000);
		x = strtod(text, &end);
		assert_true(micro_from_double(x, &amount));
		if ((double) (float) x == x)
			continue;
		assert_int_equal(amount, (int64_t) i * 3 * 1000000 + (i * 7919) % 1000000);
	}
}

static void
days_are_those_of_the_calendar(void **state)
{
	char		text[DAY_TEXT];
	day_number	day;

	(void) state;
	assert_true(day_parse("2000-01-01", 10, &day));
	assert_int_equal(day, 0);
	assert_true(day_parse("0001-01-01", 10, &day));
	assert_int_equal(day, FIRST_DAY);
	assert_true(day_parse("9999-12-31", 10, &day));
	assert_int_equal(day, LAST_DAY);
	assert_false(day_parse("2026-02-29", 10, &day));
	assert_true(day_parse("2024-02-29", 10, &day));
	assert_false(day_parse("1900-02-29", 10, &day));
	for (day_number d = FIRST_DAY; d <= LAST_DAY; d += 13)
	{
		day_print(d, text);
		assert_true(day_parse(text, 10, &day));
		assert_int_equal(day, d);
		assert_true(monday_of(d) <= d && monday_of(d) > d - DAYS_PER_WEEK);
	}
	assert_true(day_parse("2026-01-05", 10, &day)); /* a Monday */
	assert_int_equal(monday_of(day + 6), day);
	assert_int_equal(monday_of(day + 7), day + 7);
}

static session
random_session(void)
{
	session		s = {rand() % (N_STATUSES + 1) - 1, rand() % (N_UNITS + 1) - 1, NO_DOSE, NO_DOSE, 0, 0};
	status		st;

	if (s.unit != UNKNOWN)
	{
		s.planned = rand() % 9 == 0 ? NO_DOSE : rand() % 60000001;
		s.delivered = rand() % 9 == 0 ? NO_DOSE : s.status == ATTENDED && s.planned != 0 ? rand() % 60000001 : 0;
	}
	s.unclear = rand() % (ALL_CHANGES + 1);
	s.changed = rand() % (ALL_CHANGES + 1) & ~s.unclear;
	if (s.status != ATTENDED)
		s.changed &= 1u << LOWERED_BEFORE;
	assert_true(check_session(&s, &st));
	return s;
}

#define N_SESSIONS 400

static void
what_was_added_can_be_taken_away(void **state)
{
	status		st;

	(void) state;
	srand(6);
	for (int round = 0; round < 200; round++)
	{
		adherence_policy policy = {{rand() % 2, rand() % 3, rand() % 2, rand() % 3, 3, 1}};
		int64_t		packed = policy_pack(&policy);
		dispositions d = policy_dispositions(packed);
		session		sessions[N_SESSIONS];
		adherence	all;
		adherence	part[2];
		adherence	read;
		char		text[ADHERENCE_TEXT];

		adherence_init(&all, packed);
		adherence_init(&part[0], packed);
		adherence_init(&part[1], packed);
		for (int i = 0; i < N_SESSIONS; i++)
		{
			sessions[i] = random_session();
			assert_true(adherence_add(&all, &d, &sessions[i], &st));
			assert_true(adherence_add(&part[i % 3 == 0], &d, &sessions[i], &st));
			assert_true(adherence_check(&all, &st));
		}
		adherence_print(&all, text);
		assert_true(strlen(text) < ADHERENCE_TEXT);
		assert_true(adherence_parse(text, &read, &st));
		assert_memory_equal(&read, &all, sizeof(all));

		assert_true(adherence_merge(&part[0], &part[1], &st));
		assert_memory_equal(&part[0], &all, sizeof(all));
		for (int i = 0; i < N_SESSIONS; i++)
			if (i % 3 == 0)
				adherence_subtract(&all, &d, &sessions[i]);
		assert_true(adherence_merge(&all, &part[1], &st));
		assert_memory_equal(&part[0], &all, sizeof(all));
	}
}

static void
sums_do_not_wrap_around(void **state)
{
	adherence	a;
	adherence	b;
	dispositions d = policy_dispositions(policy_default());
	session		s = {ATTENDED, KG, (micro) MICRO_LIMIT * MICROS_PER_ONE, 1, 0, 0};
	status		st;
	int			n = 0;

	(void) state;
	adherence_init(&a, policy_default());
	while (adherence_add(&a, &d, &s, &st))
		n++;
	assert_int_equal(n, INT64_MAX / s.planned);
	assert_int_equal(st.code, FAULT_OUT_OF_RANGE);
	adherence_init(&a, policy_default());
	a.doses[KG].planned = INT64_MAX;
	b = a;
	assert_false(adherence_merge(&a, &b, &st));
	assert_int_equal(st.code, FAULT_OUT_OF_RANGE);
}

static void
the_longest_texts_fit(void **state)
{
	adherence	a;
	char		text[ADHERENCE_TEXT];
	adherence_policy policy = {{1, 2, 1, 1, 9999, 9999}};

	(void) state;
	memset(&a, 0x7f, sizeof(a));
	a.policy = policy_pack(&policy);
	adherence_print(&a, text);
	assert_true(strlen(text) < ADHERENCE_TEXT);
	policy_print(&policy, text);
	assert_true(strlen(text) < POLICY_TEXT);
}

/* No other matching has more pairs: compared with all, on small cases. */
static int
best(const int *planned, int n_planned, unsigned taken, const int *done, int n_done, int before, int after)
{
	int			most;

	if (n_done == 0)
		return 0;
	most = best(planned, n_planned, taken, done + 1, n_done - 1, before, after);
	for (int p = 0; p < n_planned; p++)
		if (!(taken >> p & 1) && done[0] >= planned[p] - before && done[0] <= planned[p] + after)
		{
			int			found = 1 + best(planned, n_planned, taken | 1u << p, done + 1, n_done - 1, before, after);

			if (found > most)
				most = found;
		}
	return most;
}

static void
no_matching_has_more_pairs(void **state)
{
	(void) state;
	srand(21);
	for (int round = 0; round < 3000; round++)
	{
		int			planned[5];
		int			done[5];
		dated		p[5];
		dated		q[5];
		int			before = rand() % 3;
		int			after = rand() % 4;
		int			pairs = 0;

		for (int i = 0; i < 5; i++)
		{
			planned[i] = rand() % 12;
			done[i] = rand() % 14;
			p[i] = (dated){planned[i], i, -1};
			q[i] = (dated){done[i], i, -1};
		}
		match_sessions(p, 5, q, 5, before, after);
		for (int i = 0; i < 5; i++)
			if (p[i].matched >= 0)
			{
				const dated *other = &q[p[i].matched];

				pairs++;
				assert_int_equal(other->matched, i);
				assert_true(other->day >= p[i].day - before && other->day <= p[i].day + after);
			}
		assert_int_equal(pairs, best(planned, 5, 0, done, 5, before, after));
	}
}

static void
the_kept_row_does_not_depend_on_the_order(void **state)
{
	(void) state;
	srand(7);
	for (int round = 0; round < 2000; round++)
	{
		log_entry	rows[8];
		log_entry	other[8];
		status		st;
		int			n;

		for (int i = 0; i < 8; i++)
		{
			session		s = random_session();

			assert_true(log_entry_make(&rows[i], rand() % 3, 1 + rand() % 2, NO_DAY, &s, &st));
		}
		for (int i = 0; i < 8; i++)
			other[i] = rows[(i * 5 + round) % 8];
		n = log_canonicalise(rows, 8);
		assert_int_equal(log_canonicalise(other, 8), n);
		assert_memory_equal(rows, other, n * sizeof(log_entry));
		for (int i = 1; i < n; i++)
			assert_true(log_order(&rows[i - 1], &rows[i]) < 0);
	}
}

/* From the row that is kept before all others to the one that is kept before none. */
static void
the_better_row_is_kept(void **state)
{
	static const log_entry rows[] = {
		/* day, number, done on, status, unit, changed, unclear, planned, delivered */
		{0, 1, NO_DAY, ATTENDED, KG, 0, 0, 30, 30},
		{0, 1, NO_DAY, ATTENDED, KG, 0, 0, 40, 20},
		{0, 1, 2, ATTENDED, KG, 0, 0, 30, 20},
		{0, 1, 1, ATTENDED, KG, 0, 0, 30, 20},
		{0, 1, 1, ATTENDED, MET_H, 1, 0, 30, 20},
		{0, 1, 1, ATTENDED, MET_H, 0, 0, 30, 20},
		{0, 1, 1, ATTENDED, MET_H, 0, 1, 30, 20},
		{0, 1, 1, ATTENDED, MET_H, 0, 0, 30, NO_DOSE},
		{0, 1, 1, ATTENDED, MET_H, 0, 0, NO_DOSE, NO_DOSE},
		{0, 1, NO_DAY, MISSED, KG, 0, 0, 30, 0},
		{0, 1, NO_DAY, EXCUSED, KG, 0, 0, 30, 0},
		{0, 1, NO_DAY, AFTER_EXIT, KG, 0, 0, 30, 0},
		{0, 1, NO_DAY, UNLOGGED, KG, 0, 0, 30, 0},
		{0, 1, NO_DAY, NOT_DUE, KG, 0, 0, 30, 0},
		{0, 1, NO_DAY, UNKNOWN, KG, 0, 0, 30, 0},
	};
	const int	n = sizeof(rows) / sizeof(rows[0]);

	(void) state;
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
		{
			log_entry	both[] = {rows[i], rows[j]};

			assert_int_equal(log_canonicalise(both, 2), 1);
			assert_memory_equal(&both[0], &rows[i < j ? i : j], sizeof(log_entry));
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(amounts_are_decimals),
		cmocka_unit_test(days_are_those_of_the_calendar),
		cmocka_unit_test(what_was_added_can_be_taken_away),
		cmocka_unit_test(sums_do_not_wrap_around),
		cmocka_unit_test(the_longest_texts_fit),
		cmocka_unit_test(no_matching_has_more_pairs),
		cmocka_unit_test(the_kept_row_does_not_depend_on_the_order),
		cmocka_unit_test(the_better_row_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
