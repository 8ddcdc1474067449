/* meets: see meets.h. */
#include "prescription/meets.h"

#include "prescription/target_class.h"

#include <math.h>
#include <stddef.h>

static int
both(int a, int b)
{
	if (a == 0 || b == 0)
		return 0;
	return a == UNKNOWN || b == UNKNOWN ? UNKNOWN : 1;
}

static int
either(int a, int b)
{
	if (a == 1 || b == 1)
		return 1;
	return a == UNKNOWN || b == UNKNOWN ? UNKNOWN : 0;
}

static int
reaches(dose found, double needed)
{
	if (!found.known)
		return UNKNOWN;
	if (found.low >= needed - 1e-9)
		return 1;
	return found.high < needed - 1e-9 ? 0 : UNKNOWN;
}

dose
prescribed_class(const prescription *at, exercise_modality modality)
{
	dose		all = {false, 0, 0};

	for (const block *b = at->blocks; b != NULL; b = b->next)
		for (const part *p = b->parts; p != NULL; p = p->next)
			for (const unit *u = p->alternatives; u != NULL; u = u->next)
				for (const component *c = u->components; c != NULL; c = c->next)
				{
					dose		one;

					if (c->modality != modality)
						continue;
					one = targets_class(c->clauses.targets != NULL || !u->is_session ? c->clauses.targets : u->shared.targets);
					if (!one.known)
						return one;
					all.low = all.known ? fmin(all.low, one.low) : one.low;
					all.high = all.known ? fmax(all.high, one.high) : one.high;
					all.known = true;
				}
	return all;
}

/* Where the next criterion belongs. */
typedef struct position
{
	const prescription *at;
	int			week;
	int			part;
	int			alternative;
} position;

static int
add_criterion(criteria *result, const position *pos, exercise_modality modality, criterion_kind kind, double needed)
{
	criterion  *c = &result->rows[result->n++];

	*c = (criterion) {.part = pos->part, .alternative = pos->alternative, .modality = modality, .kind = kind, .needed = needed};
	if (kind == CRITERION_INTENSITY)
	{
		/* Where nothing of the kind is prescribed there is no intensity to judge. */
		dose		sessions = weekly_dose(pos->at, pos->week, DOSE_SESSIONS, modality, NAN);

		c->found = prescribed_class(pos->at, modality);
		c->met = sessions.known && sessions.high == 0 ? 0 : reaches(c->found, needed);
	}
	else
	{
		c->found = weekly_dose(pos->at, pos->week, kind == CRITERION_SESSIONS ? DOSE_SESSIONS : DOSE_MINUTES, modality, NAN);
		c->met = reaches(c->found, needed);
	}
	return c->met;
}

/* One component of an alternative of the guideline; u: the alternative. */
static int
judge_component(criteria *result, const position *pos, const unit *u, const component *c)
{
	const clauses *shared = unit_clauses(u);
	unit		single = {.components = (component *) c};
	dose		class = targets_class(c->clauses.targets);
	dose		minutes = session_minutes(&single);
	int			met = 1;

	if (shared->frequency.kind == POINT || shared->frequency.kind == SPAN)
	{
		double		needed = shared->frequency.low * (shared->frequency_per == PER_DAY ? 7 : 1);

		met = both(met, add_criterion(result, pos, c->modality, CRITERION_SESSIONS, needed));
		if (minutes.known)
			met = both(met, add_criterion(result, pos, c->modality, CRITERION_MINUTES, needed * minutes.low));
	}
	else if (shared->volume.kind == POINT || shared->volume.kind == SPAN)
	{
		double		needed = shared->volume.low * (shared->volume_per == PER_DAY ? 7 : 1);

		if (shared->volume_unit == VOLUME_MINUTES)
			met = both(met, add_criterion(result, pos, c->modality, CRITERION_MINUTES, needed));
		else
			met = UNKNOWN;
	}
	else
		met = UNKNOWN;
	if (class.known)
		met = both(met, add_criterion(result, pos, c->modality, CRITERION_INTENSITY, class.low));
	return met;
}

void
judge_guideline(const prescription *at, const prescription *recommended, int week, criteria *result)
{
	position	pos = {.at = at, .week = week};

	result->n = 0;
	result->met = recommended->blocks == NULL ? UNKNOWN : 1;
	for (const block *b = recommended->blocks; b != NULL; b = b->next)
		for (const part *p = b->parts; p != NULL; p = p->next)
		{
			int			part_met = 0;

			pos.part++;
			pos.alternative = 0;
			for (const unit *u = p->alternatives; u != NULL; u = u->next)
			{
				int			unit_met = 1;

				pos.alternative++;
				for (const component *c = u->components; c != NULL; c = c->next)
					unit_met = both(unit_met, judge_component(result, &pos, u, c));
				part_met = either(part_met, unit_met);
			}
			result->met = both(result->met, part_met);
		}
}
