/* schedule: see schedule.h. */
#include "prescription/schedule.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Up to seven days that follow each other in the programme. */
typedef struct chunk
{
	int			week;
	int			n_days;
	int			days[7];
	int			cycle;
	int			first_cycle_day;
	int			first_day; /* of the chunk, before any were left out */
} chunk;

/* A part of a block, on its way through the weeks. */
typedef struct progress
{
	double		required; /* sessions not yet placed */
	double		possible;
	bool		reported; /* that it has no dates */
} progress;

/* A block, the chosen alternatives of its parts, and the way of each. */
typedef struct block_plan
{
	const block *block;
	int			checked_until; /* week up to which no step leads out of the range of its unit */
	int			n_parts;
	planned_part *parts;
	progress   *ways;
} block_plan;

typedef struct planner
{
	const schedule_request *request;
	schedule   *result;
	arena	   *memory;
	status	   *st;
	int			end;	/* first day after the programme */
	int			weeks; /* of the programme; 0: no end known */
	int		   *calendar; /* day of each day of the programme */
} planner;

/* The break into which a day falls, or NULL. */
static const day_range *
break_of(const schedule_request *r, int day)
{
	int			low = 0;
	int			high = r->n_breaks;

	while (low < high)
	{
		int			middle = (low + high) / 2;

		if (day >= r->breaks[middle].to)
			low = middle + 1;
		else if (day < r->breaks[middle].from)
			high = middle;
		else
			return &r->breaks[middle];
	}
	return NULL;
}

/* With BREAK_PAUSE the days of the programme step over the breaks. */
static void
make_calendar(planner *p)
{
	int			day = p->request->start;

	p->calendar = arena_get(p->memory, sizeof(int) * (size_t) (p->weeks * 7 + 1));
	for (int i = 0; i < p->weeks * 7; i++)
	{
		const day_range *pause;

		while (p->request->on_break == BREAK_PAUSE && (pause = break_of(p->request, day)) != NULL)
			day = pause->to;
		p->calendar[i] = day++;
	}
	p->end = p->weeks > 0 ? day : 0;
}

static planned_session *
add_session(planner *p)
{
	schedule   *s = p->result;

	if (s->n == MAX_PLANNED_SESSIONS)
	{
		status_fail(p->st, FAULT_LIMIT_EXCEEDED, "schedule has more than %d sessions", MAX_PLANNED_SESSIONS);
		return NULL;
	}
	if (s->n == s->capacity)
	{
		int			capacity = s->capacity == 0 ? 64 : 2 * s->capacity;
		planned_session *larger = arena_get(p->memory, sizeof(planned_session) * (size_t) capacity);

		if (s->n > 0)
			memcpy(larger, s->sessions, sizeof(planned_session) * (size_t) s->n);
		s->sessions = larger;
		s->capacity = capacity;
	}
	s->sessions[s->n] = (planned_session) {.order = s->n, .supervision = UNKNOWN};
	return &s->sessions[s->n++];
}

/* Who looks after the session with this number in its week. */
static int
supervision_of(const clauses *c, int number)
{
	double		upto = 0;

	for (const share *s = c->split; s != NULL; s = s->next)
	{
		upto += s->sessions;
		if (number < upto)
			return s->supervision;
	}
	return c->split != NULL ? UNKNOWN : c->supervision;
}

/* One session of a part in a chunk. */
static bool
plan_session(planner *p, const planned_part *part, const chunk *c, int day, int number, bool optional)
{
	planned_session *s;

	if (break_of(p->request, day) != NULL)
		return true;
	s = add_session(p);
	if (s == NULL)
		return false;
	s->part = part;
	s->dated = true;
	s->day = day;
	s->week = (int16_t) c->week;
	s->cycle = c->cycle;
	s->cycle_day = c->first_cycle_day + (day - c->first_day);
	s->optional = optional;
	s->supervision = (signed char) supervision_of(unit_clauses(part->unit), number);
	return true;
}

static bool
plan_undated(planner *p, const planned_part *part, int week, const char *reason)
{
	planned_session *s = add_session(p);

	if (s == NULL)
		return false;
	s->part = part;
	s->week = (int16_t) week;
	s->supervision = (signed char) supervision_of(unit_clauses(part->unit), 0);
	s->reason = reason;
	return true;
}

/* The days of a chunk on which sessions may be. */
static int
eligible_days(const planner *p, const chunk *c, int *days)
{
	int			n = 0;

	for (int i = 0; i < c->n_days; i++)
		if (p->request->weekdays == 0 || p->request->weekdays & (1u << iso_weekday(c->days[i])))
			days[n++] = c->days[i];
	return n;
}

static bool
plan_daily(planner *p, const planned_part *part, const chunk *c, const quantity *f, progress *way)
{
	int			days[7];
	int			n_days = eligible_days(p, c, days);
	int			number = 0;

	if (f->high > MAX_SESSIONS_A_DAY)
		return status_fail(p->st, FAULT_LIMIT_EXCEEDED, "schedule has more than %d sessions a day", MAX_SESSIONS_A_DAY);
	for (int i = 0; i < n_days; i++)
	{
		int			required;
		int			possible;

		way->required += f->low;
		way->possible += f->high;
		required = (int) floor(way->required + 1e-9);
		possible = (int) floor(way->possible + 1e-9);
		way->required -= required;
		way->possible -= possible;
		for (int s = 0; s < possible || s < required; s++)
			if (!plan_session(p, part, c, days[i], number++, s >= required))
				return false;
	}
	return true;
}

/* Sessions stand as far apart as they can, the required ones among them as well. */
static bool
plan_weekly(planner *p, const planned_part *part, const chunk *c, const quantity *f, progress *way)
{
	int			days[7];
	int			n_days = eligible_days(p, c, days);
	int			required;
	int			possible;

	if (f->high > 7 * MAX_SESSIONS_A_DAY)
		return status_fail(p->st, FAULT_LIMIT_EXCEEDED, "schedule has more than %d sessions a day", MAX_SESSIONS_A_DAY);
	way->required += f->low * c->n_days / 7;
	way->possible += f->high * c->n_days / 7;
	required = (int) floor(way->required + 1e-9);
	possible = (int) floor(way->possible + 1e-9);
	if (possible < required)
		possible = required;
	if (p->request->weekdays != 0 && required > n_days && c->n_days == 7)
	{
		status_fail(p->st, FAULT_INVALID_PARAMETER, "%d sessions a week do not fit on %d weekdays", required, n_days);
		status_hint(p->st, "Name more weekdays, or none.");
		return false;
	}
	if (n_days == 0)
		return true;
	if (p->request->weekdays != 0 && possible > n_days)
	{
		possible = n_days;
		if (required > possible)
			required = possible;
		way->possible = possible; /* what is optional is not made up for */
	}
	way->required -= required;
	way->possible -= possible;
	for (int i = 0; i < possible; i++)
	{
		bool		is_required = ((i + 1) * required + possible - 1) / possible >
			(i * required + possible - 1) / possible;

		if (!plan_session(p, part, c, days[i * n_days / possible], i, !is_required))
			return false;
	}
	return true;
}

static bool
unit_has_steps(const unit *u)
{
	bool		steps = u->shared.steps != NULL;

	for (const component *c = u->components; c != NULL; c = c->next)
		steps |= c->clauses.steps != NULL;
	return steps;
}

/* Whether steps lead out of the range of a unit. */
static bool
check_steps(planner *p, block_plan *plan, int week)
{
	plan->checked_until = ALL_WEEKS;
	for (const part *pt = plan->block->parts; pt != NULL; pt = pt->next)
		for (const unit *u = pt->alternatives; u != NULL; u = u->next)
		{
			arena_mark	before = arena_place(p->memory);
			unit		at;
			int			until;

			if (!unit_has_steps(u))
				continue;
			if (!unit_at_week(plan->block, u, week, &at, &until, p->memory, p->st))
				return false;
			arena_rewind(p->memory, before);
			if (until < plan->checked_until)
				plan->checked_until = until;
		}
	return true;
}

static bool
plan_part(planner *p, const block *b, const planned_part *part, const chunk *c, progress *way)
{
	const clauses *shared = unit_clauses(part->unit);
	quantity	f = frequency_at_week(b, shared, c->week);

	if (f.kind == NOT_REPORTED || f.kind == ABSENT)
	{
		if (way->reported)
			return true;
		way->reported = true;
		return plan_undated(p, part, c->week,
							f.kind == NOT_REPORTED			 ? "frequency is not reported"
							: shared->volume.kind != ABSENT ? "a volume is prescribed, but no frequency"
															 : "no frequency is prescribed");
	}
	if (shared->frequency_per == PER_DAY)
		return plan_daily(p, part, c, &f, way);
	return plan_weekly(p, part, c, &f, way);
}

/* All parts of a block, for one chunk. */
static bool
plan_chunk(planner *p, block_plan *b, const chunk *c)
{
	if (!check_week(c->week, p->st) || (c->week > b->checked_until && !check_steps(p, b, c->week)))
		return false;
	for (int i = 0; i < b->n_parts; i++)
		if (!plan_part(p, b->block, &b->parts[i], c, &b->ways[i]))
			return false;
	return true;
}

static block_plan
begin_block(planner *p, const block *b, int n_block)
{
	block_plan	plan = {.block = b};
	planned_part *next;

	for (const part *pt = b->parts; pt != NULL; pt = pt->next)
		plan.n_parts++;
	plan.parts = next = arena_get(p->memory, sizeof(planned_part) * (size_t) plan.n_parts);
	plan.ways = arena_get(p->memory, sizeof(progress) * (size_t) plan.n_parts);
	for (const part *pt = b->parts; pt != NULL; pt = pt->next, next++)
	{
		next->index = p->result->n_parts++;
		next->holder = b;
		next->block = n_block;
		next->part = (int) (next - plan.parts) + 1;
		next->unit = chosen_alternative(pt, p->request->alternative, &next->alternative);
	}
	return plan;
}

static bool
plan_weeks(planner *p, block_plan *plan)
{
	const block *b = plan->block;
	int			first = b->selector == WEEKS ? (int) b->range.low : 1;
	int			last = b->selector == WEEKS && b->range.high < p->weeks ? (int) b->range.high : p->weeks;

	for (int week = first; week <= last; week++)
	{
		chunk		c = {.week = week, .n_days = 7};

		memcpy(c.days, p->calendar + 7 * (week - 1), sizeof(c.days));
		if (!plan_chunk(p, plan, &c))
			return false;
	}
	return true;
}

/*
 * The days of one cycle. The last days of a cycle go on until the next one
 * starts, however late that is; a cycle that is cut short ends early.
 */
static bool
plan_cycle(planner *p, block_plan *plan, int cycle, int start, int next)
{
	const block *b = plan->block;
	int			from = start + (int) b->range.low - 1;
	int			to = start + (int) b->range.high; /* the first day after it */

	memset(plan->ways, 0, sizeof(progress) * (size_t) plan->n_parts);
	if ((int) b->range.high == b->cycle_length || to > next)
		to = next;
	if (from < p->request->start)
		from = p->request->start;
	if (p->end != 0 && to > p->end)
		to = p->end;
	for (int day = from; day < to; day += 7)
	{
		chunk		c = {.cycle = cycle, .first_day = day, .first_cycle_day = day - start + 1};

		c.week = (day - p->request->start) / 7 + 1;
		for (int i = day; i < day + 7 && i < to; i++)
			c.days[c.n_days++] = i;
		if (!plan_chunk(p, plan, &c))
			return false;
	}
	return true;
}

static bool
plan_cycles(planner *p, block_plan *plan)
{
	const block *b = plan->block;
	const schedule_request *r = p->request;
	int			n = r->n_cycles;

	if (n == 0)
		n = (p->end - r->start + b->cycle_length - 1) / b->cycle_length;
	for (int i = 0; i < n; i++)
	{
		int			start = r->n_cycles > 0 ? r->cycle_starts[i] : r->start + i * b->cycle_length;
		int			next = r->n_cycles > i + 1 ? r->cycle_starts[i + 1] : start + b->cycle_length;

		if (!plan_cycle(p, plan, i + 1, start, next))
			return false;
	}
	return true;
}

static bool
plan_unreported_weeks(planner *p, block_plan *plan)
{
	for (int i = 0; i < plan->n_parts; i++)
		if (!plan_undated(p, &plan->parts[i], 0, "weeks of the block are not reported"))
			return false;
	return true;
}

static int
by_day(const void *a, const void *b)
{
	const planned_session *x = a;
	const planned_session *y = b;

	if (x->dated != y->dated)
		return x->dated ? -1 : 1;
	if (x->dated && x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

/* The sessions of one part alone are in order already. */
static void
sort_sessions(schedule *s)
{
	for (int i = 1; i < s->n; i++)
		if (by_day(&s->sessions[i - 1], &s->sessions[i]) > 0)
		{
			qsort(s->sessions, (size_t) s->n, sizeof(planned_session), by_day);
			return;
		}
}

/* Weeks of the programme, where they are known. False if the prescription has no end. */
static bool
find_end(planner *p, const prescription *rx)
{
	bool		endless = false;
	int			last = 0;

	for (const block *b = rx->blocks; b != NULL; b = b->next)
	{
		if (b->range.kind == NOT_REPORTED)
			continue;
		if (b->selector == WEEKS && b->range.high > last)
			last = (int) b->range.high;
		endless |= b->selector == ALWAYS || (b->selector == CYCLE_DAYS && p->request->n_cycles == 0);
	}
	p->weeks = p->request->weeks > 0 ? p->request->weeks : last;
	if (p->weeks > 0 || !endless)
		return true;
	status_fail(p->st, FAULT_INVALID_PARAMETER, "prescription has no last week");
	status_hint(p->st, "Say how many weeks to plan, weeks => 12, or give the starts of the cycles.");
	return false;
}

bool
make_schedule(const prescription *rx, const schedule_request *request, schedule *result, arena *memory, status *st)
{
	planner		p = {.request = request, .result = result, .memory = memory, .st = st};
	int			n_block = 0;

	*result = (schedule) {0};
	if (request->n_cycles > MAX_CYCLE_STARTS || request->n_breaks > MAX_BREAKS)
		return status_fail(st, FAULT_LIMIT_EXCEEDED, "more than %d cycles or %d breaks", MAX_CYCLE_STARTS, MAX_BREAKS);
	for (int i = 1; i < request->n_cycles; i++)
		if (request->cycle_starts[i] <= request->cycle_starts[i - 1])
			return status_fail(st, FAULT_INVALID_PARAMETER, "start of cycle %d is not after that of cycle %d", i + 1, i);
	if (!find_end(&p, rx))
		return false;
	make_calendar(&p);
	for (const block *b = rx->blocks; b != NULL; b = b->next)
	{
		block_plan	plan = begin_block(&p, b, ++n_block);
		bool		good;

		if (b->selector != ALWAYS && b->range.kind == NOT_REPORTED)
			good = plan_unreported_weeks(&p, &plan);
		else if (b->selector == CYCLE_DAYS)
			good = plan_cycles(&p, &plan);
		else
			good = plan_weeks(&p, &plan);
		if (!good)
			return false;
	}
	sort_sessions(result);
	return true;
}
