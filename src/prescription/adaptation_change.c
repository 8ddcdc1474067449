/* adaptation_change: loads, intensities and minutes of a component; see adaptation_judge.h. */
#include "prescription/adaptation_judge.h"

#include "prescription/adaptation_parts.h"
#include "prescription/vocabulary.h"

#include <math.h>

static const unsigned kinds_of_units[N_INTENSITY_UNITS] = {
	[RPE] = KIND_PERCEIVED,
	[CR10] = KIND_PERCEIVED,
	[OMNI] = KIND_PERCEIVED,
	[RIR] = KIND_PERCEIVED,
	[TALK_TEST] = KIND_PERCEIVED,
	[PERCENT_HRR] = KIND_HEART_RATE,
	[PERCENT_HRMAX] = KIND_HEART_RATE,
	[PERCENT_VO2R] = KIND_WORK,
	[PERCENT_VO2MAX] = KIND_WORK,
	[PERCENT_VO2PEAK] = KIND_WORK,
	[PERCENT_WPEAK] = KIND_WORK,
	[PERCENT_MSEC] = KIND_WORK,
	[PERCENT_1RM] = KIND_LOAD,
	[PERCENT_BODY_WEIGHT] = KIND_LOAD,
	[WATTS] = KIND_WORK,
	[BPM] = KIND_HEART_RATE,
	[METS] = KIND_WORK,
	[KILOGRAMS] = KIND_LOAD,
	[RM] = KIND_RM,
	[KM_PER_HOUR] = KIND_WORK,
};

unsigned
unit_kind(int unit)
{
	return kinds_of_units[unit];
}

clauses *
clauses_with(const subject *s, clause_name name)
{
	bool		alone = s->unit->is_session && s->unit->components->next == NULL;

	if (has_clause(&s->component->clauses, name) || !s->unit->is_session || !has_clause(&s->unit->shared, name))
		return &s->component->clauses;
	return alone ? &s->unit->shared : NULL;
}

/* Down to plates that there are. */
static double
on_plates(const subject *s, int unit, double load)
{
	if (unit != KILOGRAMS || s->seen->increment_kg == 0)
		return load;
	return floor(load / s->seen->increment_kg + 1e-9) * s->seen->increment_kg;
}

bool
multiply_value(const subject *s, const change *what, int unit, const quantity *old, quantity *new)
{
	new->kind = old->kind;
	new->low = on_plates(s, unit, old->low * what->factor);
	new->high = old->kind == RAMP ? old->high : on_plates(s, unit, old->high * what->factor);
	return true;
}

static double
added_to(const change *what, int unit, double start)
{
	double		value = start + what->added;

	if (what->capped && what->cap_unit == unit && value > what->cap)
		return fmax(start, what->cap);
	return value;
}

bool
add_value(const subject *s, const change *what, int unit, const quantity *old, quantity *new)
{
	if (unit != what->added_unit)
	{
		sink_format(s->why, "the step is in %s, the load in %s", unit_definition_at(what->added_unit)->text,
					unit_definition_at(unit)->text);
		return false;
	}
	new->kind = old->kind;
	new->low = added_to(what, unit, old->low);
	new->high = old->kind == RAMP ? old->high : added_to(what, unit, old->high);
	return true;
}

/* What was found among the targets of a list. */
typedef struct finds
{
	int			changed;
	int			same; /* after the change, in three decimals */
	int			not_reported;
	int			in_words; /* or perceived */
	int			in_rm;
	int			of_other_kind;
	verdict		refused; /* KEPT or UNDECIDED if the change is impossible; why was written */
	bool		stopped;
} finds;

/* A ramp that is adapted on its way goes on to its end, unless it has passed it. */
static void
end_ramp(const quantity *old, quantity *new)
{
	if (new->kind != RAMP)
		return;
	if ((old->high >= old->low && new->low >= new->high) || (old->high < old->low && new->low <= new->high))
	{
		new->kind = POINT;
		new->high = new->low;
	}
}

static bool
stop(finds *found, verdict refused)
{
	found->stopped = true;
	found->refused = refused;
	return false;
}

static bool
new_value(subject *s, const change *what, const clauses *c, const target *t, finds *found, quantity *value)
{
	const unit_definition *def = unit_definition_at(t->unit);
	const char *noun = unit_kind(t->unit) == KIND_LOAD ? "load" : "intensity";
	quantity	old = t->value;

	if (!s->current && quantity_moves(&t->value, t->unit, c))
	{
		sink_format(s->why, "the %s differs from week to week: name a week, of a block of weeks", noun);
		return stop(found, UNDECIDED);
	}
	if (!what->value(s, what, t->unit, &t->value, value))
		return stop(found, UNDECIDED);
	end_ramp(&old, value);
	normalize_quantity(value);
	if (value->low > def->highest || value->high > def->highest || value->low < def->lowest)
	{
		sink_format(s->why, "%s %.6g would be outside %.6g..%.6g", def->text, value->low < def->lowest ? value->low : fmax(value->low, value->high),
					def->lowest, def->highest);
		return stop(found, KEPT);
	}
	if (what->direction * (value->low - old.low) < 0 || (value->kind != RAMP && old.kind != RAMP && what->direction * (value->high - old.high) < 0) ||
		(value->low == old.low && (value->high == old.high || old.kind == RAMP)))
		found->same++;
	else
		found->changed++;
	return true;
}

/* Looks at a list and, in the second pass, changes it. */
static bool
change_targets(subject *s, const change *what, const clauses *c, target *targets, unsigned kinds, bool write, finds *found)
{
	for (target *t = targets; t != NULL; t = t->next)
	{
		quantity	value = {ABSENT, 0, 0};

		if (t->kind == TARGET_NOT_REPORTED || (t->kind == TARGET_UNIT && (unit_kind(t->unit) & kinds) && t->value.kind == NOT_REPORTED))
			found->not_reported++;
		else if (t->kind == TARGET_LEVEL || unit_kind(t->unit) == KIND_PERCEIVED)
			found->in_words++;
		else if (unit_kind(t->unit) == KIND_RM)
			found->in_rm++;
		else if (!(unit_kind(t->unit) & kinds))
			found->of_other_kind++;
		else if (!new_value(s, what, c, t, found, &value))
			return false;
		else if (write)
			t->value = value;
	}
	return true;
}

static verdict
sum_up(subject *s, const finds *found, const char *noun)
{
	if (found->stopped)
		return found->refused;
	if (found->same > 0)
	{
		sink_format(s->why, "the change of the %s comes to nothing%s", noun,
					s->seen->increment_kg > 0 ? " with these increments" : "");
		return KEPT;
	}
	if (found->changed > 0)
		return CHANGED;
	if (found->not_reported > 0)
		sink_format(s->why, "the %s is not reported", noun);
	else if (found->in_rm > 0)
		sink_text(s->why, "a load in RM is found anew by lifting, not by the prescription");
	else if (found->in_words > 0)
		sink_format(s->why, "the %s is in words or perceived, which has no step", noun);
	else if (found->of_other_kind > 0)
		sink_format(s->why, "the %s is not in a unit that the rule changes", noun);
	else
		sink_format(s->why, "no %s is prescribed", noun);
	return UNDECIDED;
}

verdict
change_loads(subject *s, const change *what)
{
	clauses    *c = clauses_with(s, has_clause(&s->component->clauses, CLAUSE_ALTERNATION) ? CLAUSE_ALTERNATION : CLAUSE_INTENSITY);
	finds		found = {.stopped = false};
	target	   *targets;

	if (c == NULL)
	{
		sink_text(s->why, "the load is that of a session, which other components share");
		return UNDECIDED;
	}
	if (c->schemes != NULL && c->schemes->next != NULL && !s->current)
	{
		sink_text(s->why, "the load differs from week to week: name a week, of a block of weeks");
		return UNDECIDED;
	}
	targets = c->schemes != NULL ? c->schemes->targets : c->targets;
	if (change_targets(s, what, c, targets, KIND_LOAD, false, &found) && found.changed > 0 && found.same == 0)
		change_targets(s, what, c, targets, KIND_LOAD, true, &(finds) {.stopped = false});
	return sum_up(s, &found, "load");
}

static bool
change_all(subject *s, const change *what, clauses *c, unsigned kinds, bool only_intervals, bool write, finds *found)
{
	if (!only_intervals && !change_targets(s, what, c, c->targets, kinds, write, found))
		return false;
	for (timed_step *step = c->intervals; step != NULL; step = step->next)
		if (!change_targets(s, what, c, step->targets, kinds, write, found))
			return false;
	return true;
}

verdict
change_intensities(subject *s, const change *what, unsigned kinds, bool only_intervals)
{
	clauses    *c = clauses_with(s, only_intervals || s->component->clauses.intervals != NULL ? CLAUSE_INTERVALS : CLAUSE_INTENSITY);
	finds		found = {.stopped = false};

	if (c == NULL)
	{
		sink_text(s->why, "the intensity is that of a session, which other components share");
		return UNDECIDED;
	}
	if (c->schemes != NULL)
	{
		sink_text(s->why, "the intensity alternates");
		return UNDECIDED;
	}
	if (change_all(s, what, c, kinds, only_intervals, false, &found) && found.changed > 0 && found.same == 0)
		change_all(s, what, c, kinds, only_intervals, true, &(finds) {.stopped = false});
	return sum_up(s, &found, "intensity");
}

static double
with_minutes(double time, double minutes, double goal)
{
	return time + minutes > goal ? fmax(time, goal) : time + minutes;
}

verdict
add_minutes(subject *s, double minutes, double goal)
{
	clauses    *c = clauses_with(s, CLAUSE_TIME);
	double		factor;
	quantity	time;

	if (c == NULL)
		sink_text(s->why, "the minutes are those of a session, which other components share");
	else if (c->time.kind == ABSENT)
		sink_text(s->why, "no time of a session is prescribed");
	else if (c->time.kind == NOT_REPORTED)
		sink_text(s->why, "the time of a session is not reported");
	if (c == NULL || c->time.kind == ABSENT || c->time.kind == NOT_REPORTED)
		return UNDECIDED;
	if (quantity_moves(&c->time, STEP_MINUTES, c))
	{
		sink_text(s->why, "the prescription has a progression of its own for the time");
		return KEPT;
	}
	factor = c->time_unit == SECONDS ? 1.0 / 60 : c->time_unit == HOURS ? 60 : 1;
	goal = isnan(goal) ? INFINITY : goal;
	time = (quantity) {c->time.kind, with_minutes(c->time.low * factor, minutes, goal), with_minutes(c->time.high * factor, minutes, goal)};
	normalize_quantity(&time);
	if (time.low == c->time.low * factor && time.high == c->time.high * factor)
	{
		sink_format(s->why, "the goal of %.6g minutes is reached", goal);
		return KEPT;
	}
	if (time.high > 999999)
	{
		sink_text(s->why, "the time would be beyond what a prescription can say");
		return KEPT;
	}
	c->time = time;
	c->time_unit = MINUTES;
	return CHANGED;
}
