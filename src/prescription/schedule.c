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

int
iso_weekday(int day)
{
	return ((day + 5) % 7 + 7) % 7 + 1;
}

static bool
in_break(const schedule_request *r, int day)
{
	for (int i = 0; i < r->n_breaks; i++)
		if (day >= r->breaks[i].from && day < r->breaks[i].to)
			return true;
	return false;
}

/* With BREAK_PAUSE the days of the programme step over the breaks. */
static void
make_calendar(planner *p)
{
	int			day = p->request->start;

	p->calendar = arena_get(p->memory, sizeof(int) * (size_t) (p->weeks * 7 + 1));
	for (int i = 0; i < p->weeks * 7; i++)
	{
		while (p->request->on_break == BREAK_PAUSE && in_break(p->request, day))
			day++;
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

/* One session for a chunk, at the place where the planner is. */
typedef struct spot
{
	const block *block;
	const chunk *chunk;
	int			n_block;
	int			n_part;
	int			n_alternative;
	session_content *content;
} spot;

static bool
plan_session(planner *p, const spot *at, int day, int number, bool optional)
{
	planned_session *s;

	if (in_break(p->request, day))
		return true;
	s = add_session(p);
	if (s == NULL)
		return false;
	s->dated = true;
	s->day = day;
	s->week = at->chunk->week;
	s->block = at->n_block;
	s->part = at->n_part;
	s->alternative = at->n_alternative;
	s->cycle = at->chunk->cycle;
	s->cycle_day = at->chunk->first_cycle_day + (day - at->chunk->first_day);
	s->optional = optional;
	s->content = at->content;
	s->supervision = supervision_of(unit_clauses(at->content->unit), number);
	s->condition = at->block->condition;
	return true;
}

static bool
plan_undated(planner *p, const spot *at, const char *reason)
{
	planned_session *s = add_session(p);

	if (s == NULL)
		return false;
	s->block = at->n_block;
	s->part = at->n_part;
	s->alternative = at->n_alternative;
	s->content = at->content;
	s->supervision = supervision_of(unit_clauses(at->content->unit), 0);
	s->condition = at->block->condition;
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
plan_daily(planner *p, const spot *at, const quantity *f, progress *way)
{
	int			days[7];
	int			n_days = eligible_days(p, at->chunk, days);
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
			if (!plan_session(p, at, days[i], number++, s >= required))
				return false;
	}
	return true;
}

/* Sessions stand as far apart as they can, the required ones among them as well. */
static bool
plan_weekly(planner *p, const spot *at, const quantity *f, progress *way)
{
	const chunk *c = at->chunk;
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

		if (!plan_session(p, at, days[i * n_days / possible], i, !is_required))
			return false;
	}
	return true;
}

static const unit *
chosen_alternative(const part *pt, int wanted, int *number)
{
	const unit *u = pt->alternatives;

	*number = 1;
	while (*number < wanted && u->next != NULL)
	{
		u = u->next;
		(*number)++;
	}
	if (*number == wanted)
		return u;
	*number = 1;
	return pt->alternatives;
}

/* All parts of a block, for one chunk. */
static bool
plan_chunk(planner *p, const block *b, int n_block, const chunk *c, progress *way)
{
	block		at;
	spot		where = {.block = b, .chunk = c, .n_block = n_block};

	if (!check_week(c->week, p->st) || !block_at_week(b, c->week, &at, p->memory, p->st))
		return false;
	for (const part *pt = at.parts; pt != NULL; pt = pt->next, way++)
	{
		session_content *content;
		const clauses *shared;
		bool		good = true;

		where.n_part++;
		content = arena_get(p->memory, sizeof(session_content));
		content->unit = chosen_alternative(pt, p->request->alternative, &where.n_alternative);
		content->minutes = session_minutes(content->unit);
		where.content = content;
		shared = unit_clauses(content->unit);
		if (shared->frequency.kind == NOT_REPORTED || shared->frequency.kind == ABSENT)
		{
			if (!way->reported)
				good = plan_undated(p, &where,
									shared->frequency.kind == NOT_REPORTED ? "frequency is not reported"
									: shared->volume.kind != ABSENT		   ? "a volume is prescribed, but no frequency"
																		   : "no frequency is prescribed");
			way->reported = true;
		}
		else if (shared->frequency_per == PER_DAY)
			good = plan_daily(p, &where, &shared->frequency, way);
		else
			good = plan_weekly(p, &where, &shared->frequency, way);
		if (!good)
			return false;
	}
	return true;
}

static int
count_parts(const block *b)
{
	int			n = 0;

	for (const part *pt = b->parts; pt != NULL; pt = pt->next)
		n++;
	return n;
}

static bool
plan_weeks(planner *p, const block *b, int n_block)
{
	int			first = b->selector == WEEKS ? (int) b->range.low : 1;
	int			last = b->selector == WEEKS && b->range.high < p->weeks ? (int) b->range.high : p->weeks;
	progress   *way = arena_get(p->memory, sizeof(progress) * (size_t) count_parts(b));

	for (int week = first; week <= last; week++)
	{
		chunk		c = {.week = week, .n_days = 7};

		memcpy(c.days, p->calendar + 7 * (week - 1), sizeof(c.days));
		if (!plan_chunk(p, b, n_block, &c, way))
			return false;
	}
	return true;
}

/*
 * The days of one cycle. The last days of a cycle go on until the next one
 * starts, however late that is; a cycle that is cut short ends early.
 */
static bool
plan_cycle(planner *p, const block *b, int n_block, int cycle, int start, int next)
{
	int			from = start + (int) b->range.low - 1;
	int			to = start + (int) b->range.high; /* the first day after it */
	progress   *way = arena_get(p->memory, sizeof(progress) * (size_t) count_parts(b));

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
		if (!plan_chunk(p, b, n_block, &c, way))
			return false;
	}
	return true;
}

static bool
plan_cycles(planner *p, const block *b, int n_block)
{
	const schedule_request *r = p->request;
	int			n = r->n_cycles;

	if (n == 0)
		n = (p->end - r->start + b->cycle_length - 1) / b->cycle_length;
	for (int i = 0; i < n; i++)
	{
		int			start = r->n_cycles > 0 ? r->cycle_starts[i] : r->start + i * b->cycle_length;
		int			next = r->n_cycles > i + 1 ? r->cycle_starts[i + 1] : start + b->cycle_length;

		if (!plan_cycle(p, b, n_block, i + 1, start, next))
			return false;
	}
	return true;
}

static bool
plan_unreported_weeks(planner *p, const block *b, int n_block)
{
	spot		where = {.block = b, .n_block = n_block};

	for (const part *pt = b->parts; pt != NULL; pt = pt->next)
	{
		where.n_part++;
		where.content = arena_get(p->memory, sizeof(session_content));
		where.content->unit = chosen_alternative(pt, p->request->alternative, &where.n_alternative);
		where.content->minutes = session_minutes(where.content->unit);
		if (!plan_undated(p, &where, "weeks of the block are not reported"))
			return false;
	}
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
		bool		good;

		n_block++;
		if (b->selector != ALWAYS && b->range.kind == NOT_REPORTED)
			good = plan_unreported_weeks(&p, b, n_block);
		else if (b->selector == CYCLE_DAYS)
			good = plan_cycles(&p, b, n_block);
		else
			good = plan_weeks(&p, b, n_block);
		if (!good)
			return false;
	}
	if (result->n > 1)
		qsort(result->sessions, (size_t) result->n, sizeof(planned_session), by_day);
	return true;
}

void
session_prescription(const planned_session *session, prescription *rx, arena *memory)
{
	block	   *b = arena_get(memory, sizeof(block));
	unit	   *u = arena_get(memory, sizeof(unit));
	clauses    *c;

	b->parts = arena_get(memory, sizeof(part));
	b->parts->alternatives = u;
	*u = *session->content->unit;
	u->next = NULL;
	if (!u->is_session)
	{
		u->components = arena_get(memory, sizeof(component));
		*u->components = *session->content->unit->components;
	}
	c = u->is_session ? &u->shared : &u->components->clauses;
	if (session->dated)
	{
		c->frequency.kind = ABSENT;
		c->split = NULL;
		c->supervision = session->supervision;
	}
	rx->blocks = b;
}
