/* windows: see windows.h. */
#include "adherence/windows.h"

#define LONGEST_WINDOW 36525 /* days: a century */

bool
window_is_complete(const day_window *window, const window_limits *limits)
{
	return window->ends_on != NO_DAY &&
		(limits->until == NO_DAY || window->ends_on <= limits->until) &&
		(limits->as_of == NO_DAY || window->ends_on - 1 <= limits->as_of);
}

bool
check_window_days(const char *argument, int64_t days, status *st)
{
	return (days >= 1 && days <= LONGEST_WINDOW) ||
		status_fail(st, FAULT_OUT_OF_RANGE, "%s %lld is outside 1..%d", argument, (long long) days,
					LONGEST_WINDOW);
}

bool
step_windows_init(step_windows *windows, const session_log *log, int64_t step, int64_t length,
				  day_number start, const window_limits *limits, int *n, status *st)
{
	*n = 0;
	if (!check_window_days("step_days", step, st) || !check_window_days("length_days", length, st))
		return false;
	if (start == NO_DAY)
	{
		if (log->n == 0)
			return true;
		start = monday_of(log->entries[0].planned_on);
	}
	windows->step = (int) step;
	windows->length = (int) length;
	windows->start = start;
	if (limits->until != NO_DAY)
		windows->stop = limits->until;
	else if (log->n > 0)
		windows->stop = log->entries[log->n - 1].planned_on + 1;
	else
		return true;
	if (windows->stop <= start)
		return true;
	if ((windows->stop - start - 1) / windows->step >= MAX_WINDOWS)
	{
		status_fail(st, FAULT_LIMIT_EXCEEDED, "more than %d windows", MAX_WINDOWS);
		status_hint(st, "Take longer steps, or a start_on nearer to the sessions.");
		return false;
	}
	*n = (windows->stop - start - 1) / windows->step + 1;
	return true;
}

day_window
step_window(const step_windows *windows, int i, const window_limits *limits)
{
	day_window	window;

	window.starts_on = windows->start + i * windows->step;
	window.ends_on = window.starts_on + windows->length;
	window.complete = window_is_complete(&window, limits);
	return window;
}

bool
check_cycles(const day_number *starts, int n, status *st)
{
	char		text[2][DAY_TEXT];

	for (int i = 0; i < n; i++)
		if (!is_day(starts[i]))
			return status_fail(st, FAULT_OUT_OF_RANGE, "start of cycle %d is outside the years 1 to 9999", i + 1);
	for (int i = 1; i < n; i++)
		if (starts[i] <= starts[i - 1])
		{
			day_print(starts[i - 1], text[0]);
			day_print(starts[i], text[1]);
			status_fail(st, FAULT_INVALID_PARAMETER, "cycle %d starts on %s, cycle %d on %s", i,
						text[0], i + 1, text[1]);
			status_hint(st, "Give the dates of the infusions in order, each once.");
			return false;
		}
	return true;
}

bool
check_cycle_days(int64_t first, int64_t last, status *st)
{
	if (!check_window_days("first_day", first, st) || (last != 0 && !check_window_days("last_day", last, st)))
		return false;
	return last == 0 || last >= first ||
		status_fail(st, FAULT_INVALID_PARAMETER, "last_day %lld is before first_day %lld",
					(long long) last, (long long) first);
}

bool
cycle_window(const day_number *starts, int n, int i, int first, int last,
			 const window_limits *limits, day_window *window)
{
	day_number	cycle_end = i + 1 < n ? starts[i + 1] : limits->until;

	window->starts_on = starts[i] + first - 1;
	window->ends_on = last == 0 ? cycle_end : starts[i] + last;
	if (last != 0 && cycle_end != NO_DAY && window->ends_on > cycle_end)
		window->ends_on = cycle_end;
	window->complete = window_is_complete(window, limits);
	return window->ends_on == NO_DAY || window->ends_on > window->starts_on;
}
