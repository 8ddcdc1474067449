/* windows, coverage, matching: against models that go day by day, and at each of their limits. */
#include "adherence/coverage.h"
#include "adherence/matching.h"
#include "adherence/windows.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define NO_LIMITS ((window_limits){NO_DAY, NO_DAY})

/* A log of sessions on these days; what they were does not matter. */
static session_log
log_of(log_entry *entries, const day_number *days, int n)
{
	for (int i = 0; i < n; i++)
		entries[i] = (log_entry){.planned_on = days[i], .number = 1, .done_on = NO_DAY};
	return (session_log){policy_default(), n, 0, n, entries};
}

static void
lengths_have_limits(void **state)
{
	static const struct
	{
		int64_t		days;
		bool		taken;
	} lengths[] = {{INT64_MIN, false}, {-1, false}, {0, false}, {1, true}, {36525, true}, {36526, false}, {INT64_MAX, false}};
	log_entry	entry;
	session_log log = log_of(&entry, (day_number[]){10}, 1);
	window_limits limits = NO_LIMITS;
	step_windows windows;
	int			n;
	status		st = {0};

	(void) state;
	for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++)
	{
		int64_t		days = lengths[i].days;

		assert_int_equal(check_window_days("days", days, &st), lengths[i].taken);
		/* Step and length are asked for each. */
		assert_int_equal(step_windows_init(&windows, &log, days, 7, 10, &limits, &n, &st), lengths[i].taken);
		assert_int_equal(step_windows_init(&windows, &log, 7, days, 10, &limits, &n, &st), lengths[i].taken);
		assert_int_equal(check_cycle_days(days, 0, &st), lengths[i].taken);
		assert_int_equal(check_cycle_days(1, days, &st), lengths[i].taken || days == 0);
	}
	assert_true(check_cycle_days(7, 7, &st));
	assert_false(check_cycle_days(8, 7, &st));
	assert_true(check_cycle_days(8, 9, &st));
	assert_true(check_grace("grace", 0, &st));
	assert_true(check_grace("grace", 366, &st));
	assert_false(check_grace("grace", -1, &st));
	assert_false(check_grace("grace", 367, &st));
}

/* Windows begin every step from the start, before the day after the last session or before until. */
static void
windows_begin_at_each_step(void **state)
{
	(void) state;
	for (int i = 0; i < 20000; i++)
	{
		int			n_days = rand() % 3;
		day_number	days[2] = {rand() % 40, 0};
		log_entry	entries[2];
		int			step = 1 + rand() % 9;
		int			length = 1 + rand() % 9;
		day_number	start = rand() % 3 > 0 ? rand() % 40 : NO_DAY;
		window_limits limits = {rand() % 2 ? rand() % 40 : NO_DAY, rand() % 2 ? rand() % 60 : NO_DAY};
		step_windows windows;
		session_log log;
		day_number	first;
		day_number	stop;
		int			n;
		int			expected = 0;
		status		st = {0};

		days[1] = days[0] + rand() % 20;
		log = log_of(entries, days, n_days);
		assert_true(step_windows_init(&windows, &log, step, length, start, &limits, &n, &st));
		first = start != NO_DAY ? start : n_days > 0 ? monday_of(days[0]) : NO_DAY;
		stop = limits.until != NO_DAY ? limits.until : n_days > 0 ? days[n_days - 1] + 1 : NO_DAY;
		if (first != NO_DAY && stop != NO_DAY)
			for (day_number day = first; day < stop; day += step)
			{
				day_window	window = step_window(&windows, expected++, &limits);

				assert_int_equal(window.starts_on, day);
				assert_int_equal(window.ends_on, day + length);
				assert_int_equal(window.complete, (limits.until == NO_DAY || day + length <= limits.until) &&
													  (limits.as_of == NO_DAY || day + length <= limits.as_of + 1));
			}
		assert_int_equal(n, expected);
	}
}

static void
windows_are_not_too_many(void **state)
{
	window_limits limits = {MAX_WINDOWS, NO_DAY};
	session_log log = {policy_default(), 0, 0, 0, NULL};
	step_windows windows;
	int			n;
	status		st = {0};

	(void) state;
	assert_true(step_windows_init(&windows, &log, 1, 1, 0, &limits, &n, &st));
	assert_int_equal(n, MAX_WINDOWS);
	limits.until++;
	assert_false(step_windows_init(&windows, &log, 1, 1, 0, &limits, &n, &st));
	assert_int_equal(st.code, FAULT_LIMIT_EXCEEDED);
	assert_int_equal(n, 0);
	limits.until = 2 * MAX_WINDOWS;
	assert_true(step_windows_init(&windows, &log, 2, 1, 0, &limits, &n, &st));
	assert_int_equal(n, MAX_WINDOWS);
}

static void
cycles_go_to_the_next(void **state)
{
	const day_number starts[] = {10, 31, 36};
	const day_number twice[] = {10, 10};
	const day_number back[] = {10, 31, 5};
	const day_number odd[] = {10, LAST_DAY + 1};
	day_window	w;
	status		st = {0};

	(void) state;
	assert_true(check_cycles(starts, 3, &st));
	assert_true(check_cycles(starts, 0, &st));
	assert_false(check_cycles(twice, 2, &st));
	assert_non_null(strstr(st.message, "cycle 1 starts on 2000-01-11, cycle 2 on 2000-01-11"));
	assert_false(check_cycles(back, 3, &st));
	assert_non_null(strstr(st.message, "cycle 2 starts on 2000-02-01, cycle 3 on 2000-01-06"));
	assert_true(check_cycles(odd, 1, &st));
	assert_false(check_cycles(odd, 2, &st));
	assert_string_equal(st.message, "start of cycle 2 is outside the years 1 to 9999");
	for (int i = 0; i < 3; i++)
		for (int first = 1; first < 30; first++)
			for (int last = 0; last < 30; last++)
				for (day_number until = 34; until < 70; until++)
				{
					/* The last cycle may begin after the end. */
					window_limits limits = {until < 69 ? until : NO_DAY, NO_DAY};
					day_number	next = i < 2 ? starts[i + 1] : limits.until;
					day_number	ends = last > 0 ? starts[i] + last : NO_DAY;

					if (next != NO_DAY && (ends == NO_DAY || next < ends))
						ends = next;
					assert_int_equal(cycle_window(starts, 3, i, first, last, &limits, &w),
									 ends == NO_DAY || ends > starts[i] + first - 1);
					assert_int_equal(w.starts_on, starts[i] + first - 1);
					assert_int_equal(w.ends_on, ends);
					assert_int_equal(w.complete, ends != NO_DAY && (limits.until == NO_DAY || ends <= limits.until));
				}
}

/* Coverage, day by day: what is supplied on a day goes to a stock, and a day with stock uses one up. */
#define N_DAYS 120

typedef struct stock
{
	bool		covered[N_DAYS];
	int			left; /* on the morning after the last day */
} stock;

/* The events with day in [from, until), used up in the days before end. */
static stock
used_up(const coverage_request *request, int from, int until, int end)
{
	stock		s = {0};

	for (int day = 0; day < end; day++)
	{
		for (int i = 0; i < request->n; i++)
			if (request->events[i].day == day && day >= from && day < until)
				s.left += request->events[i].days;
		s.covered[day] = s.left > 0;
		s.left -= s.left > 0;
	}
	return s;
}

static int
covered_days(const stock *s, int low, int high)
{
	int			days = 0;

	for (int day = low; day < high; day++)
		days += s->covered[day];
	return days;
}

static void
assert_ratio(const cma_value *value, double part, int whole)
{
	assert_int_equal(value->known, whole > 0);
	if (whole > 0)
		assert_true(fabs(value->value - part / whole) < 1e-12);
	else
		assert_true(value->value == 0);
}

/* Events of the window: the supply of all but the last over their span, and of all over the days to the end. */
static void
assert_window_measures(const coverage_request *request, const cma_value values[N_CMA])
{
	int			end = request->until + request->closed;
	int			first = -1;
	int			last = -1;
	int			supply = 0;
	int			of_last = 0;
	stock		all;
	stock		before_last;

	for (int i = 0; i < request->n; i++)
	{
		const supply_event *event = &request->events[i];

		if (event->day < request->from || event->day >= end)
			continue;
		if (first < 0)
			first = event->day;
		last = event->day;
		supply += event->days;
		of_last = event->days;
	}
	if (first < 0)
	{
		for (int i = 0; i < 6; i++)
			assert_false(values[i].known);
		return;
	}
	all = used_up(request, request->from, end, request->until);
	before_last = used_up(request, request->from, last, last);
	assert_ratio(&values[0], supply - of_last, last - first);
	assert_ratio(&values[1], supply, request->until - first);
	assert_ratio(&values[2], fmin(supply - of_last, last - first), last - first);
	assert_ratio(&values[3], fmin(supply, request->until - first), request->until - first);
	assert_ratio(&values[4], covered_days(&before_last, first, last), last - first);
	assert_ratio(&values[5], covered_days(&all, first, request->until), request->until - first);
}

/* The mean, over the days of the window, of the rate of the interval that each lies in. */
static double
smoothed(const coverage_request *request)
{
	double		sum = 0;

	for (int i = 0; i < request->n; i++)
	{
		int			day = request->events[i].day;
		int			next = i + 1 < request->n ? request->events[i + 1].day : request->follow_up_until;
		coverage_request before = *request;
		double		supply;

		before.n = i;
		supply = used_up(&before, 0, N_DAYS, day).left;
		for (int j = 0; j <= i; j++)
			if (request->events[j].day == day)
				supply += request->events[j].days;
		for (int d = day; d < next; d++)
			if (d >= request->from && d < request->until)
				sum += fmin(1, supply / (next - day));
	}
	return sum;
}

static void
coverage_is_that_of_a_stock(void **state)
{
	(void) state;
	for (int k = 0; k < 20000; k++)
	{
		supply_event events[6];
		coverage_request request = {events, rand() % 7, rand() % 40, 0, 0, rand() % 2};
		cma_value	values[N_CMA];
		stock		all;
		stock		carried;
		bool		any[N_DAYS] = {false};
		int			lagged;
		int			covered = 0;
		status		st = {0};

		request.until = request.from + 1 + rand() % 40;
		request.follow_up_until = request.until + rand() % 20;
		for (int i = 0; i < request.n; i++)
			events[i] = (supply_event){rand() % request.follow_up_until, 1 + rand() % 20, i};
		assert_true(check_coverage(&request, &st));
		for (int i = 1; i < request.n; i++)
			assert_true(events[i - 1].day < events[i].day ||
						(events[i - 1].day == events[i].day && events[i - 1].place < events[i].place));
		compute_cma(&request, values);
		assert_window_measures(&request, values);
		if (request.n == 0)
		{
			for (int i = 0; i < N_CMA; i++)
				assert_true(!values[i].known && values[i].value == 0);
			continue;
		}

		all = used_up(&request, 0, N_DAYS, request.until);
		assert_ratio(&values[6], covered_days(&all, request.from, request.until), request.until - request.from);
		assert_int_equal(days_covered(&request, true), covered_days(&all, request.from, request.until));
		/* The window begins when the supply from before it is used up. */
		for (lagged = request.from;; lagged++)
		{
			carried = used_up(&request, 0, request.from, lagged);
			if (carried.left == 0)
				break;
			if (lagged >= request.until)
				break;
		}
		assert_ratio(&values[7], covered_days(&all, lagged, request.until), request.until - lagged);
		assert_ratio(&values[8], smoothed(&request), request.until - request.from);
		/* Without a shift each day is covered or not. */
		for (int i = 0; i < request.n; i++)
			for (int d = events[i].day; d < events[i].day + events[i].days && d < N_DAYS; d++)
				any[d] = true;
		for (int d = request.from; d < request.until; d++)
			covered += any[d];
		assert_int_equal(days_covered(&request, false), covered);
	}
}

static bool
coverage_is_taken(int from, int until, int follow_up_until, int day, int days)
{
	supply_event event = {day, days, 0};
	coverage_request request = {&event, 1, from, until, follow_up_until, false};
	status		st = {0};
	bool		taken = check_coverage(&request, &st);

	assert_int_equal(st.code == FAULT_NONE, taken);
	return taken;
}

static void
coverage_has_limits(void **state)
{
	(void) state;
	assert_true(coverage_is_taken(0, 1, 1, 0, 1));
	assert_false(coverage_is_taken(0, 0, 1, 0, 1));
	assert_true(coverage_is_taken(0, 36525, 36525, 0, 1));
	assert_false(coverage_is_taken(0, 36526, 36526, 0, 1));
	assert_false(coverage_is_taken(0, 10, 9, 0, 1));
	assert_true(coverage_is_taken(0, 10, 20, 19, 1));
	assert_false(coverage_is_taken(0, 10, 20, 20, 1));
	assert_false(coverage_is_taken(0, 10, 20, 0, 0));
	assert_true(coverage_is_taken(0, 10, 20, 0, 3660));
	assert_false(coverage_is_taken(0, 10, 20, 0, 3661));
	assert_true(coverage_is_taken(0, 10, 20, FIRST_DAY, 1));
	assert_false(coverage_is_taken(0, 10, 20, FIRST_DAY - 1, 1));
}

/* A new era begins after more than so many days outside of all periods. */
static void
eras_are_apart(void **state)
{
	(void) state;
	for (int k = 0; k < 20000; k++)
	{
		era			periods[6];
		era			expected[6];
		int			n = rand() % 7;
		int			gap = rand() % 8;
		int			eras = 0;
		int			outside = N_DAYS;

		for (int i = 0; i < n; i++)
		{
			int			from = rand() % 60;

			periods[i] = (era){from, from + 1 + rand() % 12, 1 + rand() % 3};
		}
		for (int day = 0; day < N_DAYS; day++)
		{
			bool		inside = false;

			for (int i = 0; i < n; i++)
				inside |= day >= periods[i].from && day < periods[i].until;
			outside = inside ? outside : outside + 1;
			if (!inside)
				continue;
			if (outside > gap && (eras == 0 || outside > 0))
				expected[eras++] = (era){day, day, 0};
			for (int i = 0; i < n; i++)
				if (periods[i].from == day)
					expected[eras - 1].periods += periods[i].periods;
			expected[eras - 1].until = day + 1;
			outside = 0;
		}
		assert_int_equal(join_eras(periods, n, gap), eras);
		for (int i = 0; i < eras; i++)
		{
			assert_int_equal(periods[i].from, expected[i].from);
			assert_int_equal(periods[i].until, expected[i].until);
			assert_int_equal(periods[i].periods, expected[i].periods);
		}
	}
}

/* Each session done, in order, goes to the first planned one that is open and near enough. */
static void
sessions_go_to_the_first_open_one(void **state)
{
	(void) state;
	for (int k = 0; k < 20000; k++)
	{
		dated		planned[6];
		dated		done[6];
		int			n_planned = rand() % 7;
		int			n_done = rand() % 7;
		int			before = rand() % 4;
		int			after = rand() % 4;
		int			match[6];

		for (int i = 0; i < n_planned; i++)
			planned[i] = (dated){rand() % 12, i, -1};
		for (int i = 0; i < n_done; i++)
			done[i] = (dated){rand() % 12, i, -1};
		match_sessions(planned, n_planned, done, n_done, before, after);
		for (int i = 1; i < n_planned; i++)
			assert_true(planned[i - 1].day < planned[i].day ||
						(planned[i - 1].day == planned[i].day && planned[i - 1].place < planned[i].place));
		for (int i = 1; i < n_done; i++)
			assert_true(done[i - 1].day < done[i].day ||
						(done[i - 1].day == done[i].day && done[i - 1].place < done[i].place));
		for (int p = 0; p < 6; p++)
			match[p] = -1;
		for (int d = 0; d < n_done; d++)
		{
			int			found = -1;

			for (int p = 0; p < n_planned && found < 0; p++)
				if (match[p] < 0 && done[d].day >= planned[p].day - before && done[d].day <= planned[p].day + after)
					found = p;
			assert_int_equal(done[d].matched, found);
			if (found >= 0)
				match[found] = d;
		}
		for (int p = 0; p < n_planned; p++)
			assert_int_equal(planned[p].matched, match[p]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lengths_have_limits),
		cmocka_unit_test(windows_begin_at_each_step),
		cmocka_unit_test(windows_are_not_too_many),
		cmocka_unit_test(cycles_go_to_the_next),
		cmocka_unit_test(coverage_is_that_of_a_stock),
		cmocka_unit_test(coverage_has_limits),
		cmocka_unit_test(eras_are_apart),
		cmocka_unit_test(sessions_go_to_the_first_open_one),
	};

	return cmocka_run_group_tests_name("windows", tests, NULL, NULL);
}
