/* limit_intensity: see limit_intensity.h. */
#include "prescription/limit_intensity.h"

#include "prescription/target_class.h"

#include <math.h>
#include <stddef.h>

/* A limit in one unit. */
typedef struct unit_limit
{
	double		beyond; /* this and more is too much; of a load only more */
	bool		itself; /* whether beyond itself is allowed */
	double		most;	/* as it is written */
	double		least;	/* of what takes the place of something wholly beyond */
} unit_limit;

/* Classes are printed as whole numbers, those of METs with one decimal: 40-59 % is below 60 %. */
static double
printed_step(int measure)
{
	return measure == MEASURE_MET ? 0.1 : 1;
}

/* False if the limit says nothing about this unit. */
static bool
limit_in_unit(const restriction_limit *limit, int unit, unit_limit *found)
{
	int			n;
	int			measure = unit < N_INTENSITY_UNITS ? measure_of_unit(unit) : UNKNOWN;
	const class_cuts *rows = class_cut_rows(&n);

	if (limit->kind == LIMIT_PERCENT_1RM)
	{
		*found = (unit_limit) {limit->most, true, limit->most, limit->most};
		return unit == PERCENT_1RM;
	}
	for (int i = 0; i < n; i++)
		if (rows[i].key == KEY_ACSM_2018 && (int) rows[i].measure == measure)
		{
			double		beyond = rows[i].from[limit->most];

			*found = (unit_limit) {beyond, false, beyond - printed_step(measure), rows[i].from[limit->most - 1]};
			return true;
		}
	return false;
}

static bool
is_beyond(double value, const unit_limit *l)
{
	return l->itself ? value > l->beyond : value >= l->beyond;
}

/* Whether it had to be changed. */
static bool
limit_quantity(quantity *q, const unit_limit *l)
{
	bool		low = is_beyond(q->low, l);
	bool		high = is_beyond(q->high, l);

	if (!low && !high)
		return false;
	if (low && high)
		*q = (quantity) {SPAN, l->least, l->most};
	else if (high)
		q->high = fmax(l->most, q->low);
	else
		q->low = fmax(l->most, q->high); /* a ramp that falls */
	if (q->low == q->high)
		q->kind = POINT;
	return true;
}

/* The level that is left of one. */
static int
limit_level(int level, const restriction_limit *limit)
{
	target		t = {.kind = TARGET_LEVEL, .unit = level};

	if (target_class(&t).high <= limit->most)
		return level;
	return limit->most == CLASS_LIGHT ? LIGHT : MODERATE;
}

static void
limit_target(target *t, const restriction_limit *limit, limited *result)
{
	unit_limit	l;

	result->stated = true;
	if (t->kind == TARGET_LEVEL && limit->kind == LIMIT_CLASS && t->unit != AS_TOLERATED)
	{
		int			left = limit_level(t->unit, limit);

		result->changed |= left != t->unit;
		t->unit = left;
	}
	else if (t->kind == TARGET_UNIT && t->value.kind != NOT_REPORTED && limit_in_unit(limit, t->unit, &l))
		result->changed |= limit_quantity(&t->value, &l);
	else
		result->unclear = true;
}

static bool
same_target(const target *a, const target *b)
{
	return a->kind == b->kind && a->unit == b->unit &&
		(a->kind != TARGET_UNIT ||
		 (a->value.kind == b->value.kind && a->value.low == b->value.low && a->value.high == b->value.high));
}

/* Two ways to say how hard can have become one. */
static void
drop_repeated(target *targets)
{
	for (target *t = targets; t != NULL; t = t->next)
		for (target **other = &t->next; *other != NULL;)
			if (same_target(t, *other))
				*other = (*other)->next;
			else
				other = &(*other)->next;
}

static void
limit_targets(target *targets, const restriction_limit *limit, limited *result)
{
	limited		here = {0};

	for (target *t = targets; t != NULL; t = t->next)
		limit_target(t, limit, &here);
	if (here.changed)
		drop_repeated(targets);
	result->changed |= here.changed;
	result->stated |= here.stated;
	result->unclear |= here.unclear;
}

/* The least load of a scheme in per cent of the one-repetition maximum, or NAN. */
static double
least_load(const scheme *s)
{
	double		least = NAN;

	for (const target *t = s->targets; t != NULL; t = t->next)
		if (t->kind == TARGET_UNIT && t->unit == PERCENT_1RM && t->value.kind != NOT_REPORTED)
			least = fmin(least, fmin(t->value.low, t->value.high));
	return least;
}

/* Schemes wholly beyond the limit go, but never the lightest one. */
static void
limit_schemes(clauses *c, const restriction_limit *limit, limited *result)
{
	unit_limit	l;
	const scheme *lightest = NULL;

	if (!limit_in_unit(limit, PERCENT_1RM, &l))
		return;
	for (const scheme *s = c->schemes; s != NULL; s = s->next)
		if (!isnan(least_load(s)) && (lightest == NULL || least_load(s) < least_load(lightest)))
			lightest = s;
	for (scheme **s = &c->schemes; *s != NULL;)
		if (*s != lightest && !isnan(least_load(*s)) && is_beyond(least_load(*s), &l))
		{
			*s = (*s)->next;
			result->changed = true;
		}
		else
			s = &(*s)->next;
	for (scheme *s = c->schemes; s != NULL; s = s->next)
		limit_targets(s->targets, limit, result);
}

static void
limit_progression(clauses *c, const restriction_limit *limit, limited *result)
{
	unit_limit	l;

	for (progression_step *s = c->steps; s != NULL; s = s->next)
		if (s->sign > 0 && limit_in_unit(limit, s->unit, &l) &&
			!(s->capped && s->cap_unit == s->unit && s->cap <= l.most))
		{
			s->capped = true;
			s->cap = l.most;
			s->cap_unit = s->unit;
			result->changed = true;
		}
	result->may_go_beyond |= c->progression == PROGRESSION_AUTO || c->progression == PROGRESSION_TWO_FOR_TWO;
}

void
limit_clauses(clauses *c, const restriction_limit *limit, limited *result)
{
	limit_targets(c->targets, limit, result);
	for (timed_step *s = c->intervals; s != NULL; s = s->next)
		limit_targets(s->targets, limit, result);
	limit_targets(c->warm_up.targets, limit, result);
	limit_targets(c->cool_down.targets, limit, result);
	limit_schemes(c, limit, result);
	limit_progression(c, limit, result);
}
