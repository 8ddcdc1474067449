/* adaptation_judge: what the rules share; see adaptation_judge.h. */
#include "prescription/adaptation_judge.h"

#include "prescription/adaptation_parts.h"
#include "prescription/dose.h"

#include <math.h>

/* The only number of a row whose ends are equal, or its lower end. */
double
rule_number(adaptation_number_name name)
{
	return adaptation_number_at(name)->low;
}

/* The step asked for, or the smallest of the rule. */
double
step_size(const subject *s, adaptation_number_name name)
{
	return isnan(s->seen->step) ? rule_number(name) : s->seen->step;
}

/* The k-th value from the end; NAN if there is none. */
double
from_end(const series *values, int k)
{
	return k < values->n ? values->values[values->n - 1 - k] : NAN;
}

verdict
kept(const subject *s, const char *why)
{
	sink_text(s->why, why);
	return KEPT;
}

verdict
undecided(const subject *s, const char *why)
{
	sink_text(s->why, why);
	return UNDECIDED;
}

/* ---- when nothing may be raised ---- */

/* The most minutes of a session of the component; NAN: not known. */
static double
minutes_of_session(const subject *s)
{
	const clauses *c = clauses_with(s, CLAUSE_TIME);
	unit		single = {.components = s->component};
	dose		minutes;

	if (c == NULL || quantity_moves(&c->time, STEP_MINUTES, c))
		return NAN;
	minutes = session_minutes(c == &s->unit->shared ? s->unit : &single);
	return minutes.known ? minutes.high : NAN;
}

static double
sessions_of_week(const subject *s)
{
	const clauses *c = unit_clauses(s->unit);

	if (c->frequency.kind != POINT && c->frequency.kind != SPAN)
		return NAN;
	return c->frequency.high * (c->frequency_per == PER_DAY ? 7 : 1);
}

/* Frequency and time come before intensity, where goals for them are named. */
static verdict
goals_first(const subject *s)
{
	const struct
	{
		double		goal;
		double		prescribed;
		const char *what;
	} goals[] = {
		{s->seen->sessions_goal, sessions_of_week(s), "sessions a week"},
		{s->seen->minutes_goal, minutes_of_session(s), "minutes of a session"},
	};

	for (int i = 0; i < 2; i++)
	{
		if (isnan(goals[i].goal))
			continue;
		if (isnan(goals[i].prescribed))
		{
			sink_format(s->why, "the %s, which come before intensity, are not known", goals[i].what);
			return UNDECIDED;
		}
		if (goals[i].prescribed < goals[i].goal)
		{
			sink_format(s->why, "%s come first: %.6g of %.6g", goals[i].what, goals[i].prescribed, goals[i].goal);
			return KEPT;
		}
	}
	return CHANGED;
}

/* CHANGED: nothing speaks against raising. */
verdict
may_raise(const subject *s, bool intensity)
{
	if (s->seen->severe_side_effects == 1)
		return kept(s, "no progression during severe side effects");
	return intensity ? goals_first(s) : CHANGED;
}

verdict
judge_component(subject *s)
{
	static verdict (*const rules[N_ADAPTATION_RULES])(subject *) = {
		[ADAPT_TWO_FOR_TWO] = judge_two_for_two,
		[ADAPT_REPETITIONS] = judge_repetitions,
		[ADAPT_LOAD_STEP] = judge_load_step,
		[ADAPT_MISSED_WEEKS] = judge_missed_weeks,
		[ADAPT_DELOAD] = judge_deload,
		[ADAPT_INTERVALS] = judge_intervals,
		[ADAPT_TIME_FIRST] = judge_time_first,
		[ADAPT_RPE] = judge_exertion,
		[ADAPT_HEART_RATE_ZONE] = judge_heart_rate,
		[ADAPT_TIME_IN_ZONE] = judge_time_in_zone,
	};

	return rules[s->rule](s);
}
