/* coverage: see coverage.h. */
#include "adherence/coverage.h"

#include <stdlib.h>

#define LONGEST_SUPPLY 3660
#define LONGEST_WINDOW 36525

static int
by_day(const void *a, const void *b)
{
	const supply_event *x = a;
	const supply_event *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

bool
check_coverage(coverage_request *request, status *st)
{
	char		text[DAY_TEXT];

	if (request->until <= request->from || request->until - request->from > LONGEST_WINDOW)
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "the observation window has no day, or more than %d",
					LONGEST_WINDOW);
		return false;
	}
	if (request->follow_up_until < request->until)
		return status_fail(st, FAULT_INVALID_PARAMETER,
						   "follow_up_until is before the end of the observation window");
	for (int i = 0; i < request->n; i++)
	{
		const supply_event *event = &request->events[i];

		if (event->days < 1 || event->days > LONGEST_SUPPLY)
			return status_fail(st, FAULT_OUT_OF_RANGE, "covers_days %d is outside 1..%d", event->days,
							   LONGEST_SUPPLY);
		if (!is_day(event->day))
			return status_fail(st, FAULT_OUT_OF_RANGE, "event_on is outside the years 1 to 9999");
		if (event->day >= request->follow_up_until)
		{
			day_print(event->day, text);
			status_fail(st, FAULT_INVALID_PARAMETER, "event on %s is not before follow_up_until", text);
			status_hint(st, "Leave out what happened after the follow-up, or move its end.");
			return false;
		}
	}
	qsort(request->events, request->n, sizeof(supply_event), by_day);
	return true;
}

static int
overlap(int from, int until, int low, int high)
{
	int			start = from > low ? from : low;
	int			end = until < high ? until : high;

	return end > start ? end - start : 0;
}

/* Days of [low, high) with supply, each event used up after those before it. */
static int
covered_in_turn(const coverage_request *request, int low, int high)
{
	int			used_until = INT32_MIN;
	int			covered = 0;

	for (int i = 0; i < request->n && request->events[i].day < high; i++)
	{
		const supply_event *event = &request->events[i];
		int			start = event->day > used_until ? event->day : used_until;

		used_until = start + event->days;
		covered += overlap(start, used_until, low, high);
	}
	return covered;
}

int
days_covered(const coverage_request *request, bool shift)
{
	int			reached = request->from;
	int			covered = 0;

	if (shift)
		return covered_in_turn(request, request->from, request->until);
	for (int i = 0; i < request->n; i++)
	{
		const supply_event *event = &request->events[i];
		int			end = event->day + event->days;

		covered += overlap(event->day, end, reached, request->until);
		if (end > reached)
			reached = end;
	}
	return covered;
}

/* Where the supply of the events before the window ends. */
static int
carried_until(const coverage_request *request)
{
	int			used_until = request->from;
	bool		any = false;

	for (int i = 0; i < request->n && request->events[i].day < request->from; i++)
	{
		const supply_event *event = &request->events[i];
		int			start = any && used_until > event->day ? used_until : event->day;

		used_until = start + event->days;
		any = true;
	}
	return used_until > request->from ? used_until : request->from;
}

/* Days of [first event, end) without supply, counted from the first event of the window. */
static int
gap_days(const supply_event *events, int n, int end)
{
	int			carried = 0;
	int			gap = 0;

	for (int i = 0; i < n; i++)
	{
		int			next = i + 1 < n ? events[i + 1].day : end;
		int			left = carried + events[i].days - (next - events[i].day);

		if (left < 0)
			gap -= left;
		carried = left > 0 ? left : 0;
	}
	return gap;
}

static void
set_ratio(cma_value *value, double part, int whole)
{
	value->known = whole > 0;
	value->value = value->known ? part / whole : 0;
}

static void
set_capped(cma_value *value, const cma_value *uncapped)
{
	*value = *uncapped;
	if (value->value > 1)
		value->value = 1;
}

/* CMA 1 to 6: events within the window. */
static void
compute_window_measures(const coverage_request *request, cma_value values[N_CMA])
{
	int			first = 0;
	int			last;
	int			supply = 0;
	const supply_event *events;
	int			n;
	int			span;
	int			to_end;

	while (first < request->n && request->events[first].day < request->from)
		first++;
	last = first;
	while (last < request->n && request->events[last].day < request->until + (request->closed ? 1 : 0))
		supply += request->events[last++].days;
	n = last - first;
	if (n == 0)
		return;
	events = &request->events[first];
	span = events[n - 1].day - events[0].day;
	to_end = request->until - events[0].day;

	set_ratio(&values[0], supply - events[n - 1].days, span);
	set_ratio(&values[1], supply, to_end);
	set_capped(&values[2], &values[0]);
	set_capped(&values[3], &values[1]);
	/* The last event only ends the span. */
	set_ratio(&values[4], span - gap_days(events, n - 1, events[n - 1].day), span);
	set_ratio(&values[5], to_end - gap_days(events, n, request->until), to_end);
}

/* CMA 9: each interval between events has the rate min(1, supply / interval). */
static double
smoothed_days(const coverage_request *request)
{
	double		sum = 0;
	int			carried = 0;

	for (int i = 0; i < request->n; i++)
	{
		int			day = request->events[i].day;
		int			next = i + 1 < request->n ? request->events[i + 1].day : request->follow_up_until;
		int			length = next - day;
		int			supply = carried + request->events[i].days;
		int			within = overlap(day, next, request->from, request->until);

		if (length > 0)
			sum += supply >= length ? within : (double) supply * within / length;
		carried = supply > length ? supply - length : 0;
	}
	return sum;
}

void
compute_cma(const coverage_request *request, cma_value values[N_CMA])
{
	int			length = request->until - request->from;
	int			lagged = carried_until(request);

	for (int i = 0; i < N_CMA; i++)
		values[i] = (cma_value){0, false};
	if (request->n == 0)
		return;
	compute_window_measures(request, values);
	set_ratio(&values[6], covered_in_turn(request, request->from, request->until), length);
	set_ratio(&values[7], covered_in_turn(request, lagged, request->until), request->until - lagged);
	set_ratio(&values[8], smoothed_days(request), length);
}

static int
by_start(const void *a, const void *b)
{
	const era  *x = a;
	const era  *y = b;

	return (x->from > y->from) - (x->from < y->from);
}

int
join_eras(era *periods, int n, int gap)
{
	int			eras = 0;

	qsort(periods, n, sizeof(era), by_start);
	for (int i = 0; i < n; i++)
	{
		era		   *last = &periods[eras - 1];

		if (eras == 0 || periods[i].from - last->until > gap)
			periods[eras++] = periods[i];
		else
		{
			last->periods += periods[i].periods;
			if (periods[i].until > last->until)
				last->until = periods[i].until;
		}
	}
	return eras;
}
