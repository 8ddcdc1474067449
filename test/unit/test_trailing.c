/* trailing: the figures of the last days are those of a summary of them; and which summaries are short. */
#include "adherence/trailing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static micro
random_dose(void)
{
	return rand() % 9 == 0 ? NO_DOSE : rand() % 50 * (MICROS_PER_ONE / 2);
}

/* A session without unit has no dose; what was not attended delivers none. */
static log_entry
random_entry(day_number day, int number, int n_units)
{
	log_entry	entry = {.planned_on = day, .number = number, .done_on = NO_DAY, .unclear = ALL_CHANGES};

	entry.status = rand() % 3 > 0 ? ATTENDED : rand() % (N_STATUSES + 1) - 1;
	entry.unit = rand() % 20 == 0 ? UNKNOWN : rand() % n_units;
	entry.planned = entry.unit == UNKNOWN ? NO_DOSE : random_dose();
	entry.delivered = entry.unit == UNKNOWN ? NO_DOSE : random_dose();
	if (entry.status != ATTENDED && entry.delivered > 0)
		entry.delivered = 0;
	if (entry.status == ATTENDED && rand() % 4 == 0)
		entry.done_on = day + rand() % 3;
	return entry;
}

/* In memory that ends with the last entry, so that the sanitizer sees a step too far. */
static session_log
random_log(int64_t policy, int room, int n_units)
{
	int			n = rand() % room;
	log_entry  *entries = malloc(n * sizeof(log_entry));
	day_number	day = 0;

	for (int i = 0; i < n; i++)
	{
		int			same = i > 0 && rand() % 5 == 0;

		day += same ? 0 : 1 + rand() % 6;
		entries[i] = random_entry(day, same ? entries[i - 1].number + 1 : 1, n_units);
	}
	return (session_log){policy, 0, 0, n, entries};
}

static void
assert_same_ratio(ratio a, ratio b)
{
	assert_int_equal(a.known, b.known);
	assert_int_equal(a.numerator, b.numerator);
	assert_int_equal(a.denominator, b.denominator);
}

#define ROOM 60

static void
figures_are_those_of_a_fresh_summary(void **state)
{
	status		st;

	(void) state;
	srand(17);
	for (int round = 0; round < 3000; round++)
	{
		adherence_policy policy = {{rand() % 2, rand() % 3, rand() % 2, rand() % N_CAPS, 3, 1}};
		session_log log = random_log(policy_pack(&policy), ROOM, 3);
		int			length = 1 + rand() % 40;
		int			unit = rand() % 4 - 1;
		day_number	as_of = rand() % 2 ? NO_DAY : rand() % 200;
		trailing_scan scan;
		int			seen = 0;
		int			sessions;

		trailing_init(&scan, &log, length, unit, as_of);
		while (trailing_next_day(&scan, &sessions, &st) && sessions > 0)
		{
			day_number	day = log.entries[seen].planned_on;
			adherence	fresh;

			assert_int_equal(scan.last, seen + sessions);
			for (int i = seen; i < seen + sessions; i++)
				assert_int_equal(log.entries[i].planned_on, day);
			assert_true(log_adherence(&log, day - length + 1, day + 1, as_of, &fresh, &st));
			assert_same_ratio(trailing_attendance(&scan), adherence_rate(&fresh, RATE_ATTENDANCE));
			if (unit != UNKNOWN)
				for (int cap = 0; cap < N_CAPS; cap++)
					assert_same_ratio(trailing_dose(&scan, cap), adherence_dose(&fresh, unit, cap));
			else
				assert_false(trailing_dose(&scan, CAP_NONE).known);
			seen += sessions;
		}
		assert_int_equal(seen, log.n);
		free((void *) log.entries);
	}
}

static void
the_only_unit_is_found(void **state)
{
	status		st;

	(void) state;
	srand(18);
	for (int round = 0; round < 3000; round++)
	{
		session_log log = random_log(policy_default(), rand() % 2 ? 4 : ROOM, 1 + rand() % 2);
		adherence	all;
		int			wanted;
		int			unit;
		bool		one;

		assert_true(log_adherence(&log, NO_DAY, NO_DAY, NO_DAY, &all, &st));
		one = adherence_only_unit(&all, &wanted, &st);
		assert_int_equal(trailing_only_unit(&log, &unit, &st), one);
		/* A unit of sessions that do not count does no harm: there is no dose of it. */
		if (one && unit != wanted)
			assert_int_equal(wanted, UNKNOWN);
		free((void *) log.entries);
	}
}

/* The sums that a short summary has no room for. */
static bool
has_long_sums(const adherence *a)
{
	static const adherence none;

	return memcmp(&a->doses[MIN + 1], &none.doses[MIN + 1],
				  sizeof(adherence) - offsetof(adherence, doses[MIN + 1])) != 0;
}

static void
short_sessions_leave_a_summary_short(void **state)
{
	adherence	short_sum;
	adherence	all;
	status		st;
	int			n_short = 0;
	int			n_long = 0;

	(void) state;
	srand(19);
	adherence_init(&short_sum, policy_default());
	for (int i = 0; i < 3000; i++)
	{
		dispositions d = policy_dispositions(policy_default());
		log_entry	entry = random_entry(i, 1, N_UNITS);
		adherence	before;
		session		s;

		log_entry_session(&entry, &s);
		if (rand() % 3 == 0)
			s.unclear &= ~(1u << (rand() % N_CHANGES));
		if (rand() % 3 == 0 && (s.status == ATTENDED || rand() % 2))
			s.changed = ~s.unclear & ALL_CHANGES & (s.status == ATTENDED ? ALL_CHANGES : 1u << LOWERED_BEFORE);
		before = short_sum;
		assert_true(adherence_add(&short_sum, &d, &s, &st));
		assert_int_equal(adherence_is_short(&short_sum), !has_long_sums(&short_sum));
		if (session_is_short(&s))
		{
			assert_true(adherence_is_short(&short_sum));
			n_short++;
		}
		else
		{
			n_long += !adherence_is_short(&short_sum);
			short_sum = before;
		}
	}
	assert_true(n_short > 200);
	assert_true(n_long > 200);

	/* The sums of a short one are all there are to add. */
	memset(&all, 1, sizeof(all));
	all.policy = policy_default();
	assert_true(adherence_merge_sums(&all, &short_sum, SHORT_SUMS, &st));
	for (size_t i = SHORT_SUMS; i < ADHERENCE_SUMS; i++)
		assert_int_equal(((int64_t *) &all + 1)[i], INT64_C(0x0101010101010101));
	assert_int_equal(all.rows[ATTENDED], INT64_C(0x0101010101010101) + short_sum.rows[ATTENDED]);
	assert_int_equal(all.doses[MIN].open_planned, INT64_C(0x0101010101010101) + short_sum.doses[MIN].open_planned);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_are_those_of_a_fresh_summary),
		cmocka_unit_test(the_only_unit_is_found),
		cmocka_unit_test(short_sessions_leave_a_summary_short),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
