/* runs: of random logs, the runs, streaks and the discontinuation are those of a plain list of attended and missed. */
#include "adherence/runs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define MOST 12

typedef struct counted
{
	int			n;
	disposition of[MOST]; /* without what does not count */
	day_number	day[MOST];
} counted;

static session_log
random_log(log_entry *entries)
{
	adherence_policy policy = {{rand() % 2, rand() % 3, rand() % 2, 0, 1 + rand() % 4, 1 + rand() % 3}};
	int			n = rand() % (MOST + 1);
	day_number	day = rand() % 5;
	bool		few = rand() % 2; /* kinds of sessions, so that runs are long */

	for (int i = 0; i < n; i++)
	{
		entries[i] = (log_entry){.planned_on = day, .number = 1, .done_on = NO_DAY};
		entries[i].status = few ? (int[]){ATTENDED, MISSED}[rand() % 2] : rand() % (N_STATUSES + 1) - 1;
		day += 1 + rand() % 3;
	}
	return (session_log){policy_pack(&policy), n, 0, n, entries};
}

/* Those that count; only attended and missed ones, if so asked. */
static counted
counted_of(const session_log *log, day_number as_of, bool only_known)
{
	dispositions d = policy_dispositions(log->policy);
	counted		c = {0};

	for (int i = 0; i < log->n; i++)
	{
		int			status = log_status(&log->entries[i], as_of);
		disposition of = d.of[status == UNKNOWN ? N_STATUSES : status];

		if (of == NOT_COUNTED || (only_known && of == COUNTS_UNKNOWN))
			continue;
		c.of[c.n] = of;
		c.day[c.n++] = log->entries[i].planned_on;
	}
	return c;
}

static run_summary
expected_summary(const session_log *log, day_number as_of, int least)
{
	run_summary s = {.known = true, .first_interruption_on = NO_DAY, .tail_from = NO_DAY, .first_on = NO_DAY, .last_on = NO_DAY};
	counted		c = counted_of(log, as_of, false);
	run_scan	scan;
	missed_run	run;

	for (int i = 0; i < c.n; i++)
	{
		int			streak = 0;

		s.known &= c.of[i] != COUNTS_UNKNOWN;
		while (i + streak < c.n && c.of[i + streak] == COUNTS_ATTENDED)
			streak++;
		if (streak > s.longest_streak)
			s.longest_streak = streak;
		if (streak > 0 && i + streak == c.n && streak > s.current_streak)
			s.current_streak = streak;
	}
	if (c.n > 0)
	{
		s.first_on = c.day[0];
		s.last_on = c.day[c.n - 1];
	}

	c = counted_of(log, as_of, true);
	run_scan_init(&scan, log, as_of);
	for (int from = 0, next; from < c.n; from = next)
	{
		int			length;

		for (next = from; next < c.n && c.of[next] == c.of[from]; next++)
			;
		if (c.of[from] != COUNTS_MISSED)
			continue;
		length = next - from;
		assert_true(run_scan_next(&scan, &run));
		assert_int_equal(run.sessions, length);
		assert_int_equal(run.first_on, c.day[from]);
		assert_int_equal(run.last_on, c.day[next - 1]);
		assert_int_equal(run.resumed_on, next < c.n ? c.day[next] : NO_DAY);
		assert_int_equal(run.kind, next == c.n ? TAIL : length >= least ? INTERRUPTION : SHORT_MISS);
		if (length > s.longest_run)
			s.longest_run = length;
		if (next == c.n)
		{
			s.tail_sessions = length;
			s.tail_from = c.day[from];
		}
		else if (length >= least)
		{
			if (s.interruptions == 0)
				s.first_interruption_on = c.day[from];
			s.interruptions++;
			s.interruption_sessions += length;
		}
		else
		{
			s.short_misses++;
			s.short_miss_sessions += length;
		}
	}
	assert_false(run_scan_next(&scan, &run));
	return s;
}

static discontinuation
expected_discontinuation(const session_log *log, const run_summary *s, int least, day_number stopped_on,
						 day_number protocol_end, day_number as_of)
{
	discontinuation d = {UNKNOWN, NO_DAY, 0, 0, STOP_NONE};
	day_number	end = protocol_end;
	counted		c = counted_of(log, as_of, true);
	bool		ended = true;

	if (log->n == 0)
		return d;
	if (end == NO_DAY)
		end = log->entries[log->n - 1].planned_on;
	if (stopped_on != NO_DAY && (as_of == NO_DAY || as_of >= stopped_on))
	{
		d.basis = STOP_STATED;
		d.discontinued = end >= stopped_on;
		if (d.discontinued)
			d.on = stopped_on;
		for (int i = 0; i < c.n && d.discontinued; i++)
			if (c.day[i] >= stopped_on)
				*(c.of[i] == COUNTS_MISSED ? &d.sessions : &d.attended_after) += 1;
		return d;
	}
	if (!s->known || s->first_on == NO_DAY)
		return d;
	d.discontinued = 0;
	if (s->tail_sessions < least)
		return d;
	d.sessions = s->tail_sessions;
	for (int i = 0; i < log->n; i++)
		if (log->entries[i].status == NOT_DUE && log->entries[i].planned_on <= end)
			ended = false;
	if (as_of != NO_DAY)
		ended = end <= as_of;
	d.discontinued = ended ? 1 : UNKNOWN;
	d.basis = ended ? STOP_TAIL : STOP_DATA_CUT;
	d.on = ended ? s->tail_from : NO_DAY;
	return d;
}

static void
runs_are_those_of_a_list(void **state)
{
	(void) state;
	for (int k = 0; k < 60000; k++)
	{
		log_entry	entries[MOST];
		session_log log = random_log(entries);
		day_number	as_of = rand() % 2 ? rand() % 40 : NO_DAY;
		day_number	stopped_on = rand() % 2 ? rand() % 40 : NO_DAY;
		day_number	protocol_end = rand() % 2 ? rand() % 40 : NO_DAY;
		adherence_policy policy;
		run_summary found;
		run_summary expected;
		discontinuation stop;
		discontinuation expected_stop;

		assert_true(policy_unpack(log.policy, &policy));
		expected = expected_summary(&log, as_of, policy.choice[CHOICE_RUN_SESSIONS]);
		summarise_runs(&log, as_of, &found);
		assert_int_equal(found.known, expected.known);
		assert_int_equal(found.interruptions, expected.interruptions);
		assert_int_equal(found.interruption_sessions, expected.interruption_sessions);
		assert_int_equal(found.short_misses, expected.short_misses);
		assert_int_equal(found.short_miss_sessions, expected.short_miss_sessions);
		assert_int_equal(found.tail_sessions, expected.tail_sessions);
		assert_int_equal(found.longest_run, expected.longest_run);
		assert_int_equal(found.first_interruption_on, expected.first_interruption_on);
		assert_int_equal(found.tail_from, expected.tail_from);
		assert_int_equal(found.longest_streak, expected.longest_streak);
		assert_int_equal(found.current_streak, expected.current_streak);
		assert_int_equal(found.first_on, expected.first_on);
		assert_int_equal(found.last_on, expected.last_on);

		find_discontinuation(&log, stopped_on, protocol_end, as_of, &stop);
		expected_stop = expected_discontinuation(&log, &expected, policy.choice[CHOICE_TAIL_SESSIONS], stopped_on,
												 protocol_end, as_of);
		assert_int_equal(stop.discontinued, expected_stop.discontinued);
		assert_int_equal(stop.on, expected_stop.on);
		assert_int_equal(stop.sessions, expected_stop.sessions);
		assert_int_equal(stop.attended_after, expected_stop.attended_after);
		assert_int_equal(stop.basis, expected_stop.basis);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(runs_are_those_of_a_list),
	};

	return cmocka_run_group_tests_name("runs", tests, NULL, NULL);
}
