/* interval_training: see interval_training.h. */
#include "prescription/interval_training.h"

#include "common/decimal.h"

#include <math.h>
#include <string.h>

static const dose unknown = {false, 0, 0};

/* Whether a target is a power, or may be one: "?" and levels are called an intensity. */
static bool
may_be_power(const personal_target *row)
{
	return strcmp(row->quantity, "power") == 0 || strcmp(row->quantity, "intensity") == 0;
}

/* The power of a list of targets, any one of which satisfies: from the least to the most. */
static dose
power_of(const target *targets, const target_person *person, const char **reason)
{
	dose		all = unknown;

	for (const target *t = targets; t != NULL; t = t->next)
	{
		personal_target rows[MAX_PERSONAL_TARGETS];

		personal_targets(t, NULL, person, rows);
		if (!may_be_power(&rows[0]) || !rows[0].known)
		{
			if (*reason == NULL && may_be_power(&rows[0]))
				*reason = rows[0].reason;
			continue;
		}
		all.low = all.known ? fmin(all.low, rows[0].low) : rows[0].low;
		all.high = all.known ? fmax(all.high, rows[0].high) : rows[0].high;
		all.known = true;
	}
	if (!all.known && *reason == NULL)
		*reason = "a step has no power";
	return all;
}

/* Minutes of a warm-up or a cool-down; none is zero. */
static dose
edge_minutes(const timed_step *step)
{
	clauses		alone = {.time = step->time, .time_unit = step->unit};
	component	c = {.clauses = alone};
	unit		u = {.components = &c};

	if (step->time.kind == ABSENT)
		return (dose) {true, 0, 0};
	return session_minutes(&u);
}

static dose
mean_power(const clauses *own, const target_person *person, const char **reason)
{
	dose		sum = {true, 0, 0};
	double		minutes = 0;

	for (const timed_step *s = own->intervals; s != NULL; s = s->next)
	{
		dose		time = edge_minutes(s);
		dose		power = power_of(s->targets != NULL ? s->targets : own->targets, person, reason);

		if (!time.known)
			*reason = "the time of a step is not reported";
		else if (time.low != time.high)
			*reason = "the time of a step is a range";
		if (!time.known || time.low != time.high || !power.known)
			return unknown;
		minutes += time.low;
		sum.low += time.low * power.low;
		sum.high += time.low * power.high;
	}
	if (minutes == 0)
	{
		*reason = "the intervals have no time";
		return unknown;
	}
	return (dose) {true, round_to_nine_decimals(sum.low / minutes), round_to_nine_decimals(sum.high / minutes)};
}

void
add_up_intervals(const component *c, const target_person *person, interval_training *result)
{
	clauses		intervals = {.repeats = c->clauses.repeats, .intervals = c->clauses.intervals};
	component	alone = {.clauses = intervals};
	unit		u = {.components = &alone};
	dose		warm = edge_minutes(&c->clauses.warm_up);
	dose		cool = edge_minutes(&c->clauses.cool_down);

	result->reason = NULL;
	result->minutes = session_minutes(&u);
	result->in_all = (dose) {result->minutes.known && warm.known && cool.known, result->minutes.low + warm.low + cool.low,
							 result->minutes.high + warm.high + cool.high};
	result->mean_power = mean_power(&c->clauses, person, &result->reason);
	if (result->mean_power.known)
		result->reason = NULL;
}
