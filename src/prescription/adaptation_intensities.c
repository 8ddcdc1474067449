/* adaptation_intensities: the rules about intensity and time; their numbers are in adaptation_rules.c. */
#include "prescription/adaptation_judge.h"

#include "prescription/adaptation_parts.h"

#include <math.h>

static verdict
raise_or_lower(subject *s, int direction, double percent, unsigned kinds, bool only_intervals)
{
	change		what = {direction, multiply_value, .factor = 1 + direction * percent / 100};
	verdict		result = direction > 0 ? may_raise(s, true) : CHANGED;

	return result == CHANGED ? change_intensities(s, &what, kinds, only_intervals) : result;
}

verdict
judge_intervals(subject *s)
{
	const clauses *c = clauses_with(s, CLAUSE_INTERVALS);
	double		done = from_end(&s->seen->intervals, 0);
	int			direction;
	double		high;
	verdict		result;

	if (c == NULL || c->intervals == NULL)
		return undecided(s, "no intervals are prescribed");
	if (c->repeats.kind == NOT_REPORTED)
		return undecided(s, "the number of intervals is not reported");
	if (!s->current && c->repeats.kind == RAMP)
		return undecided(s, "the number of intervals differs from week to week: name a week, of a block of weeks");
	if (isnan(done))
		return undecided(s, "the intervals of the last session are not known");
	high = c->repeats.kind == RAMP ? c->repeats.low : c->repeats.high;
	if (done >= c->repeats.low && done < high)
		return kept(s, "the intervals are within the plan");
	direction = done >= high ? 1 : -1;
	result = raise_or_lower(s, direction, rule_number(INTERVALS_STEP), KIND_WORK | KIND_HEART_RATE, true);
	if (result == CHANGED)
		sink_format(s->why, "%.6g intervals of %.6g were finished", done, direction > 0 ? high : c->repeats.low);
	return result;
}

verdict
judge_time_first(subject *s)
{
	const adaptation_number *weeks = adaptation_number_at(TIME_FIRST_WEEKS);
	verdict		result;

	if (s->seen->severe_side_effects == 1)
		return may_raise(s, false);
	if (s->seen->week != UNKNOWN && s->seen->week > weeks->high)
	{
		sink_format(s->why, "week %d is after the first %.6g weeks", s->seen->week, weeks->high);
		return KEPT;
	}
	if (s->seen->weeks_since_change < rule_number(TIME_FIRST_AFTER))
		return kept(s, "the last change is too recent");
	if (s->seen->week == UNKNOWN)
		return undecided(s, "the rule needs the week");
	if (isnan(s->seen->weeks_since_change))
		return undecided(s, "it is not known when the prescription was last changed");
	if (s->seen->severe_side_effects == UNKNOWN)
		return undecided(s, "it is not known whether there are severe side effects");
	result = add_minutes(s, step_size(s, TIME_FIRST_STEP), s->seen->minutes_goal);
	if (result == CHANGED)
		sink_format(s->why, "week %d of the first %.6g; weeks since the last change: %.6g", s->seen->week, weeks->high, s->seen->weeks_since_change);
	return result;
}

/*
 * Where values of sessions stand towards a range: -1 if all are below its
 * lower end, 1 if the last one is above its upper end, else 0. UNKNOWN_SIDE if
 * what is missing could tell.
 */
enum
{
	UNKNOWN_SIDE = 2
};

static int
side_of(const series *values, double low, double high)
{
	bool		all_below = true;
	bool		missing = values->n == 0;

	if (from_end(values, 0) > high)
		return 1;
	for (int i = 0; i < values->n; i++)
	{
		missing |= isnan(values->values[i]);
		if (values->values[i] >= low)
			all_below = false;
	}
	if (isnan(from_end(values, 0)))
		return UNKNOWN_SIDE;
	if (!all_below)
		return 0;
	return missing ? UNKNOWN_SIDE : -1;
}

verdict
judge_exertion(subject *s)
{
	double		last = from_end(&s->seen->rpe, 0);
	int			side = side_of(&s->seen->rpe, rule_number(RPE_BELOW), rule_number(RPE_ABOVE));
	verdict		result;

	if (side == UNKNOWN_SIDE)
		return undecided(s, "the exertion of the last sessions is not all known");
	if (side == 0)
	{
		sink_format(s->why, "an exertion of %.6g, not all below %.6g, is left as it is", last, rule_number(RPE_BELOW));
		return KEPT;
	}
	result = raise_or_lower(s, -side, step_size(s, RPE_STEP), KIND_WORK | KIND_HEART_RATE | KIND_LOAD, false);
	if (result == CHANGED && side > 0)
		sink_format(s->why, "exertion of %.6g is above %.6g", last, rule_number(RPE_ABOVE));
	else if (result == CHANGED)
		sink_format(s->why, "exertion below %.6g in all %d sessions", rule_number(RPE_BELOW), s->seen->rpe.n);
	return result;
}

/* The zone asked about, or that of the prescription in bpm. */
static bool
zone_of(const subject *s, double *low, double *high)
{
	const clauses *c = clauses_with(s, CLAUSE_INTENSITY);

	*low = s->seen->zone_low;
	*high = s->seen->zone_high;
	if (!isnan(*low))
		return true;
	for (const target *t = c == NULL ? NULL : c->targets; t != NULL; t = t->next)
		if (t->kind == TARGET_UNIT && t->unit == BPM && (t->value.kind == POINT || t->value.kind == SPAN) && !quantity_moves(&t->value, BPM, c))
		{
			*low = t->value.low;
			*high = t->value.high;
			return true;
		}
	return false;
}

verdict
judge_heart_rate(subject *s)
{
	double		low;
	double		high;
	int			side;
	verdict		result;

	if (!zone_of(s, &low, &high))
		return undecided(s, "the heart rate zone is not known: targets() gives it");
	side = side_of(&s->seen->heart_rates, low, high);
	if (side == UNKNOWN_SIDE)
		return undecided(s, "the heart rates of the last sessions are not all known");
	if (side == 0)
		return kept(s, "the heart rates are in the zone, or not below it in every session");
	result = raise_or_lower(s, -side, step_size(s, HEART_RATE_STEP), KIND_WORK, false);
	if (result == CHANGED && side > 0)
		sink_format(s->why, "heart rate of %.6g is above the zone, which ends at %.6g", from_end(&s->seen->heart_rates, 0), high);
	else if (result == CHANGED)
		sink_format(s->why, "heart rates below the zone, which begins at %.6g, in all %d sessions", low, s->seen->heart_rates.n);
	return result;
}

static double
sum_of(const series *values)
{
	double		sum = values->n == 0 ? NAN : 0;

	for (int i = 0; i < values->n; i++)
		sum += values->values[i];
	return sum;
}

verdict
judge_time_in_zone(subject *s)
{
	double		below = sum_of(&s->seen->minutes_below);
	double		in = sum_of(&s->seen->minutes_in);
	double		above = sum_of(&s->seen->minutes_above);
	double		all = below + in + above;
	verdict		result;

	if (isnan(all))
		return undecided(s, "the minutes below, in and above the zone are not all known");
	if (all == 0)
		return undecided(s, "there are no minutes to judge by");
	if (in >= rule_number(TIME_IN_ZONE_SHARE) / 100 * all || above == below)
	{
		sink_format(s->why, "%.3g %% of the minutes in the zone%s", in / all * 100, above == below ? ", as many above as below" : "");
		return KEPT;
	}
	result = raise_or_lower(s, above > below ? -1 : 1, step_size(s, TIME_IN_ZONE_STEP), KIND_WORK, false);
	if (result == CHANGED)
		sink_format(s->why, "%.3g %% of the minutes in the zone, more %s it", in / all * 100, above > below ? "above" : "below");
	return result;
}
