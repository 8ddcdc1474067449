/* adaptation_parts: see adaptation_parts.h. */
#include "prescription/adaptation_parts.h"

#include <math.h>
#include <stddef.h>

static void
copy_targets(target **targets, arena *memory)
{
	for (; *targets != NULL; targets = &(*targets)->next)
	{
		target	   *copy = arena_get(memory, sizeof(target));

		*copy = **targets;
		*targets = copy;
	}
}

static void
copy_clauses(clauses *c, arena *memory)
{
	copy_targets(&c->targets, memory);
	copy_targets(&c->warm_up.targets, memory);
	copy_targets(&c->cool_down.targets, memory);
	for (timed_step **s = &c->intervals; *s != NULL; s = &(*s)->next)
	{
		timed_step *copy = arena_get(memory, sizeof(timed_step));

		*copy = **s;
		*s = copy;
		copy_targets(&copy->targets, memory);
	}
	for (scheme **s = &c->schemes; *s != NULL; s = &(*s)->next)
	{
		scheme	   *copy = arena_get(memory, sizeof(scheme));

		*copy = **s;
		*s = copy;
		copy_targets(&copy->targets, memory);
	}
}

unit *
copy_unit(const unit *u, arena *memory)
{
	unit	   *copy = arena_get(memory, sizeof(unit));

	*copy = *u;
	copy->next = NULL;
	copy_clauses(&copy->shared, memory);
	for (component **c = &copy->components; *c != NULL; c = &(*c)->next)
	{
		component  *one = arena_get(memory, sizeof(component));

		*one = **c;
		*c = one;
		copy_clauses(&one->clauses, memory);
	}
	return copy;
}

void
normalize_quantity(quantity *q)
{
	if (q->kind == ABSENT || q->kind == NOT_REPORTED)
		return;
	q->low = (double) llround(q->low * 1000) / 1000.0;
	q->high = (double) llround(q->high * 1000) / 1000.0;
	if (q->low == q->high)
		q->kind = POINT;
}

static bool
is_timed(const progression_step *s)
{
	return s->every > 0 && s->by.kind != NOT_REPORTED;
}

static bool
has_timed_steps(const clauses *c)
{
	if (c->progression == PROGRESSION_STEPS)
		for (const progression_step *s = c->steps; s != NULL; s = s->next)
			if (is_timed(s))
				return true;
	return false;
}

bool
quantity_moves(const quantity *q, int unit, const clauses *c)
{
	if (q->kind == RAMP)
		return true;
	if (c->progression == PROGRESSION_STEPS)
		for (const progression_step *s = c->steps; s != NULL; s = s->next)
			if (is_timed(s) && (s->unit == unit || (s->unit == STEP_PERCENT && (unit == KILOGRAMS || unit == WATTS))))
				return true;
	return false;
}

static bool
has_ramp(const target *targets)
{
	for (const target *t = targets; t != NULL; t = t->next)
		if (t->kind == TARGET_UNIT && t->value.kind == RAMP)
			return true;
	return false;
}

static bool
clauses_have_ramp(const clauses *c)
{
	const quantity *const quantities[] = {&c->frequency, &c->time, &c->volume, &c->sets, &c->repetitions, &c->repeats,
										  &c->exercises, &c->rest, &c->warm_up.time, &c->cool_down.time};

	for (size_t i = 0; i < sizeof(quantities) / sizeof(quantities[0]); i++)
		if (quantities[i]->kind == RAMP)
			return true;
	for (const timed_step *s = c->intervals; s != NULL; s = s->next)
		if (s->time.kind == RAMP || has_ramp(s->targets))
			return true;
	return has_ramp(c->targets) || has_ramp(c->warm_up.targets) || has_ramp(c->cool_down.targets);
}

static bool
schemes_have_ramp(const clauses *c)
{
	for (const scheme *s = c->schemes; s != NULL; s = s->next)
		if (s->sets.kind == RAMP || s->repetitions.kind == RAMP || has_ramp(s->targets))
			return true;
	return false;
}

bool
clauses_move(const clauses *c)
{
	return has_timed_steps(c) || clauses_have_ramp(c) || c->schemes != NULL;
}

/* ---- another beginning or end ---- */

/* What becomes of a quantity, if then is what it is in the week of the cut. */
typedef quantity (*cut)(quantity written, quantity then);

static quantity
from_then(quantity written, quantity then)
{
	if (written.kind == RAMP)
		then = (quantity) {RAMP, then.low, written.high};
	normalize_quantity(&then);
	return then;
}

static quantity
until_then(quantity written, quantity then)
{
	if (written.kind == RAMP)
		written.high = then.low;
	normalize_quantity(&written);
	return written;
}

static void
cut_targets(target *targets, const target *then, cut how)
{
	for (target *t = targets; t != NULL; t = t->next, then = then->next)
		if (t->kind == TARGET_UNIT)
			t->value = how(t->value, then->value);
}

static void
cut_step(timed_step *step, const timed_step *then, cut how)
{
	step->time = how(step->time, then->time);
	cut_targets(step->targets, then->targets, how);
}

/* Steps in minutes turn other units of time into minutes in the week of the cut. */
static void
cut_time(clauses *c, const clauses *then, cut how)
{
	if (c->time_unit != then->time_unit)
	{
		double		factor = c->time_unit == SECONDS ? 1.0 / 60 : 60;

		c->time.low *= factor;
		c->time.high *= factor;
		c->time_unit = then->time_unit;
	}
	c->time = how(c->time, then->time);
}

static void
cut_clauses(clauses *c, const clauses *then, cut how)
{
	const timed_step *interval = then->intervals;

	c->frequency = how(c->frequency, then->frequency);
	cut_time(c, then, how);
	c->volume = how(c->volume, then->volume);
	c->repeats = how(c->repeats, then->repeats);
	c->exercises = how(c->exercises, then->exercises);
	c->rest = how(c->rest, then->rest);
	for (timed_step *s = c->intervals; s != NULL; s = s->next, interval = interval->next)
		cut_step(s, interval, how);
	cut_step(&c->warm_up, &then->warm_up, how);
	cut_step(&c->cool_down, &then->cool_down, how);
	if (c->schemes != NULL) /* in that week they stand for these */
		return;
	c->sets = how(c->sets, then->sets);
	c->repetitions = how(c->repetitions, then->repetitions);
	cut_targets(c->targets, then->targets, how);
}

/* The scheme of the week first. */
static void
turn_schemes(clauses *c, int weeks)
{
	int			n = 0;
	int			turn;
	scheme	   *last = NULL;

	for (scheme *s = c->schemes; s != NULL; s = s->next, n++)
		last = s;
	if (n == 0)
		return;
	for (turn = weeks / (int) c->alternate_weeks % n; turn > 0; turn--)
	{
		scheme	   *first = c->schemes;

		c->schemes = first->next;
		last->next = first;
		first->next = NULL;
		last = first;
	}
}

/* Whether so many weeks hold a whole number of the intervals of each step. */
static bool
steps_are_whole(const clauses *c, const quantity *weekly, int weeks)
{
	if (c->progression != PROGRESSION_STEPS)
		return true;
	for (const progression_step *s = c->steps; s != NULL; s = s->next)
	{
		double		intervals = weeks / s->every;

		if (!is_timed(s))
			continue;
		if (s->per == PER_SESSION && weekly->kind != POINT)
			return false;
		if (s->per == PER_SESSION)
			intervals *= weekly->low;
		if (fabs(intervals - nearbyint(intervals)) > 1e-9)
			return false;
	}
	return true;
}

static const char *
why_not_begun(const clauses *c, const quantity *weekly, int weeks, bool own)
{
	bool		steps = has_timed_steps(c);

	if (c->schemes != NULL && (steps || clauses_have_ramp(c) || schemes_have_ramp(c)))
		return "an alternation with steps or ramps cannot be divided";
	if (steps && clauses_have_ramp(c))
		return "steps together with a ramp cannot be divided";
	if (own)
		return NULL;
	if (c->schemes != NULL && weeks % (int) c->alternate_weeks != 0)
		return "an alternation is under way that must go on as planned";
	if (!steps_are_whole(c, weekly, weeks))
		return "a step is under way that must go on as planned";
	return NULL;
}

static quantity
sessions_a_week(const unit *u)
{
	quantity	f = unit_clauses(u)->frequency;

	if (f.kind != ABSENT && f.kind != NOT_REPORTED && unit_clauses(u)->frequency_per == PER_DAY)
	{
		f.low *= 7;
		f.high *= 7;
	}
	return f;
}

unit *
begin_unit(const block *b, const unit *u, const unit *then, int week, const bool *own, arena *memory, const char **why)
{
	int			weeks = week - (int) b->range.low;
	quantity	weekly = sessions_a_week(u);
	unit	   *copy = copy_unit(u, memory);
	const component *now = then->components;
	int			i = 0;

	*why = u->is_session ? why_not_begun(&u->shared, &weekly, weeks, false) : NULL;
	for (const component *c = u->components; c != NULL && *why == NULL; c = c->next, i++)
		*why = why_not_begun(&c->clauses, &weekly, weeks, own != NULL && own[i]);
	if (*why != NULL)
		return NULL;
	if (u->is_session)
	{
		cut_clauses(&copy->shared, &then->shared, from_then);
		turn_schemes(&copy->shared, weeks);
	}
	for (component *c = copy->components; c != NULL; c = c->next, now = now->next)
	{
		cut_clauses(&c->clauses, &now->clauses, from_then);
		turn_schemes(&c->clauses, weeks);
	}
	return copy;
}

unit *
end_unit(const unit *u, const unit *then, arena *memory)
{
	unit	   *copy = copy_unit(u, memory);
	const component *now = then->components;

	if (u->is_session)
		cut_clauses(&copy->shared, &then->shared, until_then);
	for (component *c = copy->components; c != NULL; c = c->next, now = now->next)
		cut_clauses(&c->clauses, &now->clauses, until_then);
	return copy;
}
