/* week: see week.h. */
#include "prescription/week.h"

#include "prescription/vocabulary.h"

#include <math.h>

/* A week of a block, and what is needed to take its steps. */
typedef struct moment
{
	int			week;
	int			first;		/* week of the block */
	int			last;		/* 0: open */
	quantity	frequency; /* sessions a week; ABSENT if that is not known */
	int		   *until;	   /* the last week, from this one on, of which all is the same */
	arena	   *memory;
	status	   *st;
} moment;

/* Something may be another in the weeks after this one. */
static void
holds_until(const moment *m, int week)
{
	if (week < *m->until)
		*m->until = week;
}

bool
check_week(int week, status *st)
{
	if (week >= 1 && week <= MAX_WEEK)
		return true;
	status_fail(st, FAULT_OUT_OF_RANGE, "week %d is outside 1..%d", week, MAX_WEEK);
	status_hint(st, "Weeks of the programme are counted from 1.");
	return false;
}

int
block_days(const block *b, int week)
{
	int			days = 0;

	if (b->selector == ALWAYS)
		return 7;
	if (b->range.kind == NOT_REPORTED)
		return UNKNOWN;
	if (b->selector == WEEKS)
		return week >= b->range.low && week <= b->range.high ? 7 : 0;
	for (int day = 7 * (week - 1); day < 7 * week; day++)
	{
		int			cycle_day = day % b->cycle_length + 1;

		days += cycle_day >= b->range.low && cycle_day <= b->range.high;
	}
	return days;
}

int
last_week(const prescription *rx)
{
	int			last = 0;

	for (const block *b = rx->blocks; b != NULL; b = b->next)
	{
		if (b->selector != WEEKS)
			return 0;
		if (b->range.kind == NOT_REPORTED)
			return UNKNOWN;
		if (b->range.high > last)
			last = (int) b->range.high;
	}
	return last;
}

static void
resolve_ramp(quantity *q, const moment *m)
{
	double		low = q->low;
	double		high = q->high;

	if (q->kind != RAMP)
		return;
	if (m->last == 0)
	{
		q->kind = low == high ? POINT : SPAN;
		q->low = low < high ? low : high;
		q->high = low < high ? high : low;
		return;
	}
	q->kind = POINT;
	holds_until(m, m->week);
	if (m->last > m->first)
		q->low = low + (high - low) * (m->week - m->first) / (m->last - m->first);
	q->high = q->low;
}

/* Whether the calendar says how often a step has been taken, and how often. */
static bool
steps_taken(const progression_step *s, int rule, const moment *m, int *fewest, int *most)
{
	int			weeks = m->week - m->first;

	if (rule != PROGRESSION_STEPS || s->every == 0 || s->by.kind == NOT_REPORTED)
		return false;
	if (s->per == PER_WEEK)
	{
		*fewest = *most = (int) (weeks / s->every);
		holds_until(m, m->first + (int) fmax(floor((*most + 1) * s->every) - 1, weeks));
		return true;
	}
	if (m->frequency.kind == ABSENT)
		return false;
	holds_until(m, m->week);
	*fewest = (int) floor(m->frequency.low * weeks / s->every + 1e-9);
	*most = (int) floor(m->frequency.high * weeks / s->every + 1e-9);
	return true;
}

static bool
multiplies(int unit)
{
	return unit == KILOGRAMS || unit == WATTS;
}

static double
stepped(double start, const progression_step *s, double by, int times)
{
	if (s->unit != STEP_PERCENT)
		return start + s->sign * by * times;
	for (int i = 0; i < times; i++)
		start *= 1 + s->sign * by / 100;
	return start;
}

/* A step does not go beyond its cap; a start beyond it stays. */
static double
capped(double start, double value, const progression_step *s, int unit)
{
	if (!s->capped || s->cap_unit != unit)
		return value;
	if (s->sign > 0)
		return value > s->cap ? fmax(start, s->cap) : value;
	return value < s->cap ? fmin(start, s->cap) : value;
}

/* Takes the steps for a quantity of a unit (intensity_unit or step_unit). */
static bool
take_steps(quantity *q, int unit, const clauses *c, const moment *m)
{
	resolve_ramp(q, m);
	if (q->kind != POINT && q->kind != SPAN)
		return true;
	for (const progression_step *s = c->steps; s != NULL; s = s->next)
	{
		double		least_by = fmin(s->by.low, s->by.high);
		double		most_by = fmax(s->by.low, s->by.high);
		double		values[2];
		int			fewest;
		int			most;

		if (s->unit != unit && !(s->unit == STEP_PERCENT && multiplies(unit)))
			continue;
		if (!steps_taken(s, c->progression, m, &fewest, &most))
			continue;
		if (s->sign > 0)
		{
			values[0] = capped(q->low, stepped(q->low, s, least_by, fewest), s, unit);
			values[1] = capped(q->high, stepped(q->high, s, most_by, most), s, unit);
		}
		else
		{
			values[0] = capped(q->low, fmax(stepped(q->low, s, most_by, most), 0), s, unit);
			values[1] = capped(q->high, fmax(stepped(q->high, s, least_by, fewest), 0), s, unit);
		}
		q->low = values[0];
		q->high = values[1];
		q->kind = q->low == q->high ? POINT : SPAN;
	}
	if (q->high > 999999 || (unit < N_INTENSITY_UNITS && q->high > unit_definition_at(unit)->highest))
	{
		status_fail(m->st, FAULT_OUT_OF_RANGE, "progression reaches %.6g %s in week %d", q->high,
					step_unit_text(unit), m->week);
		status_hint(m->st, "Give the step an end, as in prog +5%%HRR/wk to 80%%HRR.");
		return false;
	}
	return true;
}

static bool
resolve_targets(target **targets, const clauses *c, const moment *m)
{
	for (; *targets != NULL; targets = &(*targets)->next)
	{
		target	   *copy = *targets = arena_copy(m->memory, *targets, sizeof(target));

		if (copy->kind == TARGET_UNIT && !take_steps(&copy->value, copy->unit, c, m))
			return false;
	}
	return true;
}

static bool
resolve_timed_steps(timed_step **steps, const clauses *c, const moment *m)
{
	for (; *steps != NULL; steps = &(*steps)->next)
	{
		timed_step *copy = *steps = arena_copy(m->memory, *steps, sizeof(timed_step));

		resolve_ramp(&copy->time, m);
		if (!resolve_targets(&copy->targets, c, m))
			return false;
	}
	return true;
}

/* Warm-up and cool-down do not progress, but may have ramps. */
static bool
resolve_edge(timed_step *edge, const moment *m)
{
	static const clauses no_steps = {.progression = UNKNOWN};

	resolve_ramp(&edge->time, m);
	return resolve_targets(&edge->targets, &no_steps, m);
}

static void
choose_scheme(clauses *c, const moment *m)
{
	int			n = 0;
	int			turn;
	const scheme *s = c->schemes;

	if (s == NULL)
		return;
	for (; s != NULL; s = s->next)
		n++;
	turn = (m->week - m->first) / (int) c->alternate_weeks;
	holds_until(m, m->first + (turn + 1) * (int) c->alternate_weeks - 1);
	turn %= n;
	for (s = c->schemes; turn > 0; turn--)
		s = s->next;
	c->sets = s->sets;
	c->repetitions = s->repetitions;
	c->hold_unit = UNKNOWN;
	c->targets = s->targets;
	c->schemes = NULL;
	c->alternate_weeks = 0;
}

/* Steps whose number the calendar does not tell stay in the text. */
static void
keep_open_steps(clauses *c, const moment *m)
{
	progression_step **last = &c->steps;
	const progression_step *s = c->steps;
	int			fewest;
	int			most;

	if (c->progression != PROGRESSION_STEPS)
		return;
	c->steps = NULL;
	for (; s != NULL; s = s->next)
		if (!steps_taken(s, c->progression, m, &fewest, &most))
		{
			progression_step *copy = *last = arena_get(m->memory, sizeof(progression_step));

			*copy = *s;
			copy->next = NULL;
			last = &copy->next;
		}
	if (c->steps == NULL)
		c->progression = UNKNOWN;
}

static quantity
weekly_frequency(const clauses *c, const moment *m)
{
	quantity	f = c->frequency;

	if (f.kind == NOT_REPORTED)
		f.kind = ABSENT;
	if (f.kind == ABSENT)
		return f;
	if (f.kind == RAMP)
	{
		moment		open = *m;

		open.last = 0;
		resolve_ramp(&f, &open);
	}
	if (c->frequency_per == PER_DAY)
	{
		f.low *= 7;
		f.high *= 7;
	}
	return f;
}

static bool
resolve_clauses(clauses *c, const moment *m)
{
	choose_scheme(c, m);
	resolve_ramp(&c->frequency, m);
	resolve_ramp(&c->repeats, m);
	resolve_ramp(&c->exercises, m);
	resolve_ramp(&c->rest, m);
	if (!take_steps(&c->time, STEP_MINUTES, c, m) ||
		!take_steps(&c->sets, STEP_SETS, c, m) ||
		!take_steps(&c->repetitions, STEP_REPETITIONS, c, m) ||
		!resolve_targets(&c->targets, c, m) || !resolve_timed_steps(&c->intervals, c, m) ||
		!resolve_edge(&c->warm_up, m) || !resolve_edge(&c->cool_down, m))
		return false;
	if (c->time.kind == ABSENT && c->volume_unit == VOLUME_MINUTES)
	{
		if (!take_steps(&c->volume, STEP_MINUTES, c, m))
			return false;
	}
	else
		resolve_ramp(&c->volume, m);
	keep_open_steps(c, m);
	return true;
}

/* A time in other units than minutes is turned into minutes, so that steps fit. */
static void
time_in_minutes(clauses *c)
{
	double		factor = c->time_unit == SECONDS ? 1.0 / 60 : c->time_unit == HOURS ? 60 : 1;
	bool		has_minute_steps = false;

	for (const progression_step *s = c->steps; s != NULL; s = s->next)
		has_minute_steps |= s->unit == STEP_MINUTES;
	if (!has_minute_steps || c->time.kind == ABSENT || c->time_unit == MINUTES)
		return;
	c->time.low *= factor;
	c->time.high *= factor;
	c->time_unit = MINUTES;
}

static bool
resolve_unit(unit *u, moment m)
{
	component **c = &u->components;

	m.frequency = weekly_frequency(u->is_session ? &u->shared : &u->components->clauses, &m);
	if (u->is_session)
		time_in_minutes(&u->shared);
	if (u->is_session && !resolve_clauses(&u->shared, &m))
		return false;
	for (; *c != NULL; c = &(*c)->next)
	{
		component  *copy = *c = arena_copy(m.memory, *c, sizeof(component));

		time_in_minutes(&copy->clauses);
		if (!resolve_clauses(&copy->clauses, &m))
			return false;
	}
	return true;
}

static moment
moment_of(const block *b, int week, int *until)
{
	moment		m = {.week = week, .first = 1, .until = until};

	if (b->selector == WEEKS && b->range.kind != NOT_REPORTED)
	{
		m.first = (int) b->range.low;
		m.last = (int) b->range.high;
	}
	return m;
}

bool
unit_at_week(const block *b, const unit *u, int week, unit *at, int *until, arena *memory, status *st)
{
	moment		m = moment_of(b, week, until);

	m.memory = memory;
	m.st = st;
	*until = ALL_WEEKS;
	*at = *u;
	return resolve_unit(at, m);
}

quantity
frequency_at_week(const block *b, const clauses *c, int week)
{
	int			until = ALL_WEEKS;
	moment		m = moment_of(b, week, &until);
	quantity	f = c->frequency;

	resolve_ramp(&f, &m);
	return f;
}

bool
block_at_week(const block *b, int week, block *at, arena *memory, status *st)
{
	part	  **p = &at->parts;

	*at = *b;
	at->next = NULL;
	if (b->selector == WEEKS && b->range.kind == NOT_REPORTED)
		return true;
	if (b->selector != CYCLE_DAYS)
	{
		at->selector = WEEKS;
		at->range = (quantity) {POINT, week, week};
	}
	for (; *p != NULL; p = &(*p)->next)
	{
		part	   *copy = arena_get(memory, sizeof(part));
		unit	  **u;

		*copy = **p;
		*p = copy;
		for (u = &copy->alternatives; *u != NULL; u = &(*u)->next)
		{
			unit	   *alternative = arena_get(memory, sizeof(unit));
			int			until;

			if (!unit_at_week(b, *u, week, alternative, &until, memory, st))
				return false;
			*u = alternative;
		}
	}
	return true;
}

bool
prescription_at_week(const prescription *rx, int week, prescription *at, arena *memory, status *st)
{
	block	  **last = &at->blocks;

	at->blocks = NULL;
	for (const block *b = rx->blocks; b != NULL; b = b->next)
	{
		if (block_days(b, week) == 0)
			continue;
		*last = arena_get(memory, sizeof(block));
		if (!block_at_week(b, week, *last, memory, st))
			return false;
		last = &(*last)->next;
	}
	return true;
}
