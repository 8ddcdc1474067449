/* adaptation_loads: the rules about loads; their numbers are in adaptation_rules.c. */
#include "prescription/adaptation_judge.h"

#include "prescription/adaptation_parts.h"
#include "prescription/vocabulary.h"

#include <math.h>
#include <string.h>

/* The repetitions of the plan. */
static bool
planned_repetitions(const subject *s, double *low, double *high)
{
	const clauses *c = &s->component->clauses;
	const quantity *q = c->schemes != NULL ? &c->schemes->repetitions : &c->repetitions;

	if (c->schemes == NULL && c->hold_unit != UNKNOWN && q->kind != ABSENT)
		sink_text(s->why, "a hold is prescribed, not repetitions");
	else if (q->kind == ABSENT)
		sink_text(s->why, "no repetitions are prescribed");
	else if (q->kind == NOT_REPORTED)
		sink_text(s->why, "the repetitions are not reported");
	else if (!s->current && (quantity_moves(q, STEP_REPETITIONS, c) || (c->schemes != NULL && c->schemes->next != NULL)))
		sink_text(s->why, "the repetitions differ from week to week: name a week, of a block of weeks");
	else
	{
		*low = q->low;
		*high = q->kind == RAMP ? q->low : q->high;
		return true;
	}
	return false;
}

static void
write_plan(const subject *s, double low, double high)
{
	if (low == high)
		sink_format(s->why, "the plan of %.6g", low);
	else
		sink_format(s->why, "the plan of %.6g-%.6g", low, high);
}

/* "prog tworep +5-10%" has a step of its own: its smaller end. */
static verdict
own_step(const subject *s, change *what)
{
	const clauses *c = &s->component->clauses;
	const progression_step *own = c->progression == PROGRESSION_TWO_FOR_TWO ? c->steps : NULL;

	if (own == NULL || !isnan(s->seen->step))
		return CHANGED;
	if (own->by.kind == NOT_REPORTED)
		return undecided(s, "the step of the prescription is not reported");
	if (own->sign < 0 || own->by.kind == RAMP || own->unit == STEP_MINUTES || own->unit == STEP_REPETITIONS || own->unit == STEP_SETS)
		return undecided(s, "the step of the prescription is none up of the load");
	if (own->unit == STEP_PERCENT)
	{
		what->factor = 1 + own->by.low / 100;
		return CHANGED;
	}
	what->value = add_value;
	what->added = own->by.low;
	what->added_unit = own->unit;
	what->capped = own->capped;
	what->cap = own->cap;
	what->cap_unit = own->cap_unit;
	return CHANGED;
}

verdict
judge_two_for_two(subject *s)
{
	int			sessions = (int) rule_number(TWO_FOR_TWO_SESSIONS);
	change		up = {1, multiply_value, .factor = 1 + step_size(s, TWO_FOR_TWO_STEP) / 100};
	bool		missing = false;
	double		low;
	double		high;
	verdict		may;

	if (!planned_repetitions(s, &low, &high))
		return UNDECIDED;
	for (int k = 0; k < sessions; k++)
	{
		double		done = from_end(&s->seen->repetitions, k);

		missing |= isnan(done);
		if (done < high + rule_number(TWO_FOR_TWO_OVER))
		{
			sink_format(s->why, "%.6g repetitions are not %.6g over ", done, rule_number(TWO_FOR_TWO_OVER));
			write_plan(s, low, high);
			return KEPT;
		}
	}
	if (missing)
	{
		sink_format(s->why, "the repetitions of the last %d sessions are not all known", sessions);
		return UNDECIDED;
	}
	may = may_raise(s, false);
	if (may == CHANGED)
		may = own_step(s, &up);
	if (may == CHANGED)
		may = change_loads(s, &up);
	if (may != CHANGED)
		return may;
	sink_format(s->why, "%.6g repetitions or more over ", rule_number(TWO_FOR_TWO_OVER));
	write_plan(s, low, high);
	sink_format(s->why, " in the last %d sessions", sessions);
	return CHANGED;
}

verdict
judge_repetitions(subject *s)
{
	double		done = from_end(&s->seen->repetitions, 0);
	double		step = rule_number(REPETITIONS_STEP) / 100;
	change		what = {1, multiply_value, .factor = 1 + step};
	double		low;
	double		high;
	verdict		result = CHANGED;

	if (!planned_repetitions(s, &low, &high))
		return UNDECIDED;
	if (isnan(done))
		return undecided(s, "the repetitions of the last session are not known");
	if (done >= high + rule_number(REPETITIONS_OVER))
		result = may_raise(s, false);
	else if (done <= low - rule_number(REPETITIONS_UNDER))
		what = (change) {-1, multiply_value, .factor = 1 - step};
	else
	{
		sink_format(s->why, "%.6g repetitions are less than %.6g off ", done, done > high ? rule_number(REPETITIONS_OVER) : rule_number(REPETITIONS_UNDER));
		write_plan(s, low, high);
		return KEPT;
	}
	if (result == CHANGED)
		result = change_loads(s, &what);
	if (result != CHANGED)
		return result;
	sink_format(s->why, "%.6g repetitions are %.6g or more %s ", done, what.direction > 0 ? rule_number(REPETITIONS_OVER) : rule_number(REPETITIONS_UNDER),
				what.direction > 0 ? "over" : "under");
	write_plan(s, low, high);
	return CHANGED;
}

/* ---- loads ---- */

/* The smallest number of increments that is a step; of a load in %1RM the step itself. */
static bool
load_step_value(const subject *s, const change *what, int unit, const quantity *old, quantity *new)
{
	const adaptation_number *size = adaptation_number_at(LOAD_STEP_SIZE);
	double		percent = step_size(s, LOAD_STEP_SIZE);
	double		increment = s->seen->increment_kg;
	change		add = {1, add_value, .added = percent, .added_unit = unit};

	(void) what;
	if (unit == PERCENT_BODY_WEIGHT)
	{
		sink_text(s->why, "a load in %BW has no known part of the one-repetition maximum");
		return false;
	}
	if (unit == KILOGRAMS)
	{
		if (increment == 0 || isnan(s->seen->one_rm_kg))
		{
			sink_text(s->why, "a load in kg needs increment_kg and one_rm_kg");
			return false;
		}
		add.added = ceil(percent / 100 * s->seen->one_rm_kg / increment - 1e-9) * increment;
		if (add.added / s->seen->one_rm_kg * 100 > size->high + 1e-9)
		{
			sink_format(s->why, "the smallest increment of %.6g kg is more than %.6g %% of the one-repetition maximum", add.added, size->high);
			return false;
		}
	}
	return add_value(s, &add, unit, old, new);
}

verdict
judge_load_step(subject *s)
{
	double		done = from_end(&s->seen->repetitions, 0);
	change		up = {1, load_step_value};
	double		low;
	double		high;
	verdict		result;

	if (!planned_repetitions(s, &low, &high))
		return UNDECIDED;
	if (done < high)
	{
		sink_format(s->why, "%.6g repetitions are short of ", done);
		write_plan(s, low, high);
		return KEPT;
	}
	if (s->seen->severe_side_effects == 1)
		return may_raise(s, false);
	if (isnan(done))
		return undecided(s, "the repetitions of the last session are not known");
	if (s->seen->severe_side_effects == UNKNOWN)
		return undecided(s, "it is not known whether there are severe side effects");
	result = change_loads(s, &up);
	if (result == CHANGED)
	{
		write_plan(s, low, high);
		sink_text(s->why, " was done: the smallest increment");
	}
	return result;
}

/* ---- missed weeks ---- */

static bool
same_modes(const component *a, const component *b)
{
	const mode *x = a->modes;
	const mode *y = b->modes;

	for (; x != NULL && y != NULL; x = x->next, y = y->next)
		if (x->name.length != y->name.length || memcmp(x->name.at, y->name.at, (size_t) x->name.length) != 0)
			return false;
	return x == NULL && y == NULL;
}

/* Counts the loads in a unit of the components like this one, and notes the last of them. */
static void
find_loads(const subject *s, const block *at, int in_unit, int *n, const target **found)
{
	for (const part *p = at->parts; p != NULL; p = p->next)
		for (const unit *u = p->alternatives; u != NULL; u = u->next)
			for (const component *c = u->components; c != NULL; c = c->next)
			{
				if (c->modality != s->component->modality || !same_modes(c, s->component))
					continue;
				for (const target *t = c->clauses.targets; t != NULL; t = t->next)
					if (t->kind == TARGET_UNIT && t->unit == in_unit && t->value.kind != NOT_REPORTED)
					{
						*found = t;
						++*n;
					}
			}
}

/* The load of an earlier week of this block, or of the one that held then. */
static bool
earlier_load(const subject *s, int week, int unit, quantity *load)
{
	const target *found = NULL;
	int			n = 0;
	block		at;

	if (week >= s->block->range.low)
	{
		if (!block_at_week(s->block, week, &at, s->memory, s->st))
			return false;
		find_loads(s, &at, unit, &n, &found);
	}
	else
		for (const block *b = s->rx->blocks; b != NULL; b = b->next)
		{
			if (b->selector != WEEKS || block_days(b, week) != 7)
				continue;
			if (!block_at_week(b, week, &at, s->memory, s->st))
				return false;
			find_loads(s, &at, unit, &n, &found);
		}
	if (n != 1)
		return false;
	*load = found->value;
	return true;
}

static bool
earlier_value(const subject *s, const change *what, int unit, const quantity *old, quantity *new)
{
	quantity	end;
	int			back = s->seen->week - what->earlier_week;

	s->st->code = FAULT_NONE;
	if (!earlier_load(s, what->earlier_week, unit, new) ||
		(old->kind == RAMP && (what->earlier_week < s->block->range.low ||
							   !earlier_load(s, (int) s->block->range.high - back, unit, &end))))
	{
		if (s->st->code == FAULT_NONE)
			sink_format(s->why, "there is not one load in %s of the same exercise in week %d", unit_definition_at(unit)->text, what->earlier_week);
		return false;
	}
	if (old->kind == RAMP)
		*new = (quantity) {RAMP, new->low, end.high};
	return true;
}

static int
first_week_of(const prescription *rx)
{
	int			first = MAX_WEEK;

	for (const block *b = rx->blocks; b != NULL; b = b->next)
		if (b->selector == WEEKS && b->range.kind != NOT_REPORTED && b->range.low < first)
			first = (int) b->range.low;
	return first;
}

verdict
judge_missed_weeks(subject *s)
{
	change		down = {-1, earlier_value};
	int			first = first_week_of(s->rx);
	double		week;
	verdict		result;

	if (isnan(s->seen->weeks_missed))
		return undecided(s, "it is not known how many weeks were missed");
	if (s->seen->weeks_missed == 0)
		return kept(s, "no week was missed");
	if (s->seen->week == UNKNOWN)
		return undecided(s, "the rule needs the week");
	if (!s->current)
		return undecided(s, "the block has no weeks to go back to");
	if (s->component->clauses.schemes != NULL)
		return undecided(s, "the loads alternate");
	week = s->seen->week - rule_number(MISSED_WEEKS_BACK) * s->seen->weeks_missed;
	down.earlier_week = week < first ? first : (int) week;
	result = change_loads(s, &down);
	if (result == CHANGED)
		sink_format(s->why, "weeks missed: %.6g; load of week %d%s", s->seen->weeks_missed, down.earlier_week,
					week < first ? ", the first" : "");
	return result;
}

verdict
judge_deload(subject *s)
{
	change		down = {-1, multiply_value, .factor = rule_number(DELOAD_TO) / 100};
	verdict		result;

	if (s->seen->week == UNKNOWN)
		return undecided(s, "the rule needs the week");
	if (s->seen->week % (int) rule_number(DELOAD_EVERY) != 0)
	{
		sink_format(s->why, "week %d is none of every %.6g weeks", s->seen->week, rule_number(DELOAD_EVERY));
		return KEPT;
	}
	if (!s->current)
		return undecided(s, "the block has no weeks, so one of them cannot differ");
	result = change_loads(s, &down);
	if (result == CHANGED)
		sink_format(s->why, "week %d is one of every %.6g weeks: %.6g %% of its load", s->seen->week, rule_number(DELOAD_EVERY), rule_number(DELOAD_TO));
	return result;
}
