/* dose: see dose.h. */
#include "prescription/dose.h"

#include "common/table.h"

#include <math.h>

#define KJFM "ACSM classes of absolute intensity, Korean J Fam Med review table (PMC8321902, table 1); Compendium METs are gross"

/* The upper ends are those of the printed table: moderate 3.0-5.9, so vigorous starts at 6.0. */
static const met_range met_ranges[] = {
	/* level                low  high */
	{LIGHT,                2.0, 2.9, KJFM, SOURCED},
	{MODERATE,             3.0, 5.9, KJFM, SOURCED},
	{MODERATE_TO_VIGOROUS, 3.0, 8.7, KJFM, SOURCED},
	{VIGOROUS,             6.0, 8.7, KJFM, SOURCED},
};

const met_range *
met_range_of(intensity_level level)
{
	for (int i = 0; i < ENTRIES(met_ranges); i++)
		if (met_ranges[i].level == level)
			return &met_ranges[i];
	return NULL;
}

static const dose unknown = {false, 0, 0};

static dose
from_quantity(const quantity *q)
{
	if (q->kind == ABSENT || q->kind == NOT_REPORTED)
		return unknown;
	return (dose) {true, fmin(q->low, q->high), fmax(q->low, q->high)};
}

static dose
times(dose a, dose b)
{
	return (dose) {a.known && b.known, a.low * b.low, a.high * b.high};
}

static dose
plus(dose a, dose b)
{
	return (dose) {a.known && b.known, a.low + b.low, a.high + b.high};
}

static dose
scaled(dose a, double factor)
{
	return (dose) {a.known, a.low * factor, a.high * factor};
}

static dose
envelope(dose a, dose b)
{
	return (dose) {a.known && b.known, fmin(a.low, b.low), fmax(a.high, b.high)};
}

static dose
exactly(double value)
{
	return (dose) {true, value, value};
}

static double
minutes_in(time_unit unit)
{
	return unit == SECONDS ? 1.0 / 60 : unit == HOURS ? 60.0 : 1.0;
}

/* Minutes of a session as the clauses of one component or session state them. */
static dose
own_minutes(const clauses *c)
{
	dose		sum = exactly(0);

	if (c->time.kind != ABSENT)
		return scaled(from_quantity(&c->time), minutes_in(c->time_unit));
	if (c->intervals == NULL)
		return unknown;
	for (const timed_step *s = c->intervals; s != NULL; s = s->next)
		sum = plus(sum, scaled(from_quantity(&s->time), minutes_in(s->unit)));
	return times(sum, from_quantity(&c->repeats));
}

/* The sum over the components of a session, of those of one modality or of all. */
static dose
component_minutes(const unit *u, int modality)
{
	dose		sum = exactly(0);

	for (const component *c = u->components; c != NULL; c = c->next)
		if (modality == UNKNOWN || (int) c->modality == modality)
			sum = plus(sum, own_minutes(&c->clauses));
	return sum;
}

dose
session_minutes(const unit *u)
{
	const clauses *c = unit_clauses(u);

	if (!u->is_session || c->time.kind != ABSENT || c->intervals != NULL)
		return own_minutes(c);
	return component_minutes(u, UNKNOWN);
}

static bool
has_modality(const unit *u, int modality)
{
	for (const component *c = u->components; c != NULL; c = c->next)
		if (modality == UNKNOWN || (int) c->modality == modality)
			return true;
	return false;
}

static bool
is_single(const unit *u)
{
	return u->components->next == NULL;
}

static dose
weekly_sessions_of(const unit *u)
{
	const clauses *c = unit_clauses(u);

	return scaled(from_quantity(&c->frequency), c->frequency_per == PER_DAY ? 7 : 1);
}

static dose
weekly_volume(const clauses *c)
{
	return scaled(from_quantity(&c->volume), c->volume_per == PER_DAY ? 7 : 1);
}

static dose
minutes_of(const unit *u, int modality)
{
	const clauses *c = unit_clauses(u);
	dose		minutes;

	if (c->volume.kind != ABSENT && c->volume.kind != NOT_REPORTED && c->volume_unit == VOLUME_MINUTES &&
		(modality == UNKNOWN || is_single(u)))
		return weekly_volume(c);
	if (modality == UNKNOWN || !u->is_session)
		minutes = session_minutes(u);
	else
	{
		minutes = component_minutes(u, modality);
		if (!minutes.known && is_single(u))
			minutes = own_minutes(c);
	}
	return times(minutes, weekly_sessions_of(u));
}

/*
 * METs of an intensity. Targets of one list are alternatives: those whose METs
 * are known stand for the others.
 */
static dose
mets_of(const target *targets)
{
	dose		result = unknown;

	for (const target *t = targets; t != NULL; t = t->next)
	{
		dose		mets = unknown;

		if (t->kind == TARGET_LEVEL && met_range_of(t->unit) != NULL)
			mets = (dose) {true, met_range_of(t->unit)->low, met_range_of(t->unit)->high};
		else if (t->kind == TARGET_UNIT && t->unit == METS)
			mets = from_quantity(&t->value);
		if (mets.known)
			result = result.known ? envelope(result, mets) : mets;
	}
	return result;
}

static dose
own_met_minutes(const clauses *c)
{
	dose		sum = exactly(0);

	if (c->time.kind != ABSENT || c->intervals == NULL)
		return times(own_minutes(c), mets_of(c->targets));
	for (const timed_step *s = c->intervals; s != NULL; s = s->next)
		sum = plus(sum, times(scaled(from_quantity(&s->time), minutes_in(s->unit)),
							  mets_of(s->targets != NULL ? s->targets : c->targets)));
	return times(sum, from_quantity(&c->repeats));
}

static dose
met_minutes_of(const unit *u, int modality)
{
	const clauses *c = unit_clauses(u);
	dose		sum = exactly(0);

	if (c->volume.kind != ABSENT && (modality == UNKNOWN || is_single(u)))
	{
		if (c->volume_unit == VOLUME_MET_MINUTES)
			return weekly_volume(c);
		if (c->volume_unit == VOLUME_MET_HOURS)
			return scaled(weekly_volume(c), 60);
		if (c->volume_unit == VOLUME_MINUTES)
			return times(weekly_volume(c), mets_of(c->targets));
	}
	if (!u->is_session)
		return times(own_met_minutes(c), weekly_sessions_of(u));
	if (c->time.kind != ABSENT && c->targets != NULL && (modality == UNKNOWN || is_single(u)))
		return times(own_met_minutes(c), weekly_sessions_of(u));
	for (const component *one = u->components; one != NULL; one = one->next)
		if (modality == UNKNOWN || (int) one->modality == modality)
			sum = plus(sum, own_met_minutes(&one->clauses));
	return times(sum, weekly_sessions_of(u));
}

/* The load of an intensity in kg. */
static dose
load_of(const target *targets, double one_rm_kg)
{
	dose		result = unknown;

	for (const target *t = targets; t != NULL; t = t->next)
	{
		dose		load = unknown;

		if (t->kind == TARGET_UNIT && t->unit == KILOGRAMS)
			load = from_quantity(&t->value);
		else if (t->kind == TARGET_UNIT && t->unit == PERCENT_1RM && !isnan(one_rm_kg))
			load = scaled(from_quantity(&t->value), one_rm_kg / 100);
		if (load.known)
			result = result.known ? envelope(result, load) : load;
	}
	return result;
}

/* Sets, repetitions or volume load of the resistance components. */
static dose
resistance_of(const unit *u, dose_kind kind, double one_rm_kg)
{
	dose		sum = exactly(0);

	for (const component *c = u->components; c != NULL; c = c->next)
	{
		const clauses *own = &c->clauses;
		dose		one;

		if (c->modality != RESISTANCE)
			continue;
		one = times(from_quantity(&own->exercises), from_quantity(&own->sets));
		if (kind != DOSE_SETS)
			one = own->hold_unit != UNKNOWN ? unknown : times(one, from_quantity(&own->repetitions));
		if (kind == DOSE_VOLUME_LOAD)
			one = times(one, load_of(own->targets, one_rm_kg));
		sum = plus(sum, one);
	}
	return times(sum, weekly_sessions_of(u));
}

static dose
dose_of(const unit *u, dose_kind kind, int modality, double one_rm_kg)
{
	if (kind >= DOSE_SETS)
		modality = RESISTANCE;
	if (!has_modality(u, modality))
		return exactly(0);
	switch (kind)
	{
		case DOSE_SESSIONS:
			return weekly_sessions_of(u);
		case DOSE_MINUTES:
			return minutes_of(u, modality);
		case DOSE_MET_MINUTES:
			return met_minutes_of(u, modality);
		default:
			return resistance_of(u, kind, one_rm_kg);
	}
}

dose
weekly_dose(const prescription *at, int week, dose_kind kind, int modality, double one_rm_kg)
{
	dose		sum = exactly(0);

	for (const block *b = at->blocks; b != NULL; b = b->next)
		for (const part *p = b->parts; p != NULL; p = p->next)
		{
			dose		choice = dose_of(p->alternatives, kind, modality, one_rm_kg);
			int			days = block_days(b, week);

			for (const unit *u = p->alternatives->next; u != NULL; u = u->next)
				choice = envelope(choice, dose_of(u, kind, modality, one_rm_kg));
			/* Of weeks that are not reported only what is not in the block at all is known: none. */
			if (days != UNKNOWN)
				choice = days < 7 ? scaled(choice, days / 7.0) : choice;
			else if (!choice.known || choice.high > 0)
				choice = unknown;
			sum = plus(sum, choice);
		}
	return sum;
}

/* ---- supervision ---- */

/* Sessions of a week, and which share of them is supervised. */
typedef struct shared_sessions
{
	dose		sessions;
	double		share; /* NAN: unknown */
} shared_sessions;

static shared_sessions
sessions_with_share(const block *b, const unit *u, int week)
{
	const clauses *c = unit_clauses(u);
	int			days = block_days(b, week);
	shared_sessions s = {scaled(weekly_sessions_of(u), days / 7.0), NAN};
	double		all = 0;
	double		supervised = 0;

	if (days == UNKNOWN)
		s.sessions = unknown;
	for (const share *part = c->split; part != NULL; part = part->next)
	{
		all += part->sessions;
		supervised += part->supervision == SUPERVISED ? part->sessions : 0;
	}
	/* Of 2-3/wk(1sup+1uns) nobody has said who looks after the third. */
	if (c->split != NULL)
		s.share = c->frequency.kind == POINT && all > 0 ? supervised / all : NAN;
	else if (c->supervision != UNKNOWN)
		s.share = c->supervision == SUPERVISED ? 1 : 0;
	return s;
}

/*
 * The smallest (direction 1) or largest (-1) ratio of supervised to all
 * sessions, when each part has any of its numbers of sessions. Dinkelbach: for
 * a trial ratio take in each part what pulls most in the direction; the ratio
 * of what was taken is the next trial.
 */
static bool
extreme_share(const prescription *at, int week, int direction, double *result)
{
	double		ratio = 0.5;

	for (int round = 0; round < 50; round++)
	{
		double		all = 0;
		double		supervised = 0;

		for (const block *b = at->blocks; b != NULL; b = b->next)
			for (const part *p = b->parts; p != NULL; p = p->next)
			{
				double		best_pull = INFINITY;
				double		best_n = 0;
				double		best_share = 0;

				for (const unit *u = p->alternatives; u != NULL; u = u->next)
				{
					shared_sessions s = sessions_with_share(b, u, week);
					double		numbers[] = {s.sessions.low, s.sessions.high};

					if (!s.sessions.known || isnan(s.share))
						return false;
					for (int i = 0; i < 2; i++)
					{
						double		pull = direction * (s.share - ratio) * numbers[i];

						if (pull < best_pull)
						{
							best_pull = pull;
							best_n = numbers[i];
							best_share = s.share;
						}
					}
				}
				all += best_n;
				supervised += best_n * best_share;
			}
		if (all == 0)
			return false;
		if (supervised / all == ratio)
			break;
		ratio = supervised / all;
	}
	*result = ratio;
	return true;
}

dose
supervised_share(const prescription *at, int week)
{
	dose		result = {true, 0, 0};

	result.known = extreme_share(at, week, 1, &result.low) && extreme_share(at, week, -1, &result.high);
	return result;
}
