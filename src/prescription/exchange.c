/* exchange: see exchange.h. */
#include "prescription/exchange.h"

#include "common/table.h"
#include "prescription/intensity.h"
#include "prescription/meets.h"

#include <math.h>

#define GUIDE "HL7 Physical Activity guide, value set of goal measures (HL7/physical-activity, cecef2e)"
#define ANY_MODALITY UNKNOWN

static const measure_code code_table[] = {
	/* measure             modality      vigorous  LOINC      meaning */
	{GOAL_DAYS_A_WEEK,    AEROBIC,      true,     "89555-7", "days a week of moderate to vigorous exercise", GUIDE, SOURCED},
	{GOAL_MINUTES_A_DAY,  AEROBIC,      true,     "68516-4", "minutes a day of moderate to vigorous exercise, on days with exercise", GUIDE, SOURCED},
	{GOAL_MINUTES_A_WEEK, AEROBIC,      true,     "82290-8", "minutes a week of moderate to vigorous aerobic exercise", GUIDE, SOURCED},
	{GOAL_DAYS_A_WEEK,    RESISTANCE,   false,    "82291-6", "days a week of muscle-strengthening exercise", GUIDE, SOURCED},
	{GOAL_STEPS_A_DAY,    ANY_MODALITY, false,    "41950-7", "steps in 24 hours", GUIDE, SOURCED},
};

/* Units of the guide's examples, in UCUM. */
static const struct
{
	const char *words;
	const char *unit;
} measure_table[N_GOAL_MEASURES] = {
	[GOAL_DAYS_A_WEEK] = {"days a week", "d/wk"},
	[GOAL_MINUTES_A_DAY] = {"minutes a day", "min/d"},
	[GOAL_MINUTES_A_WEEK] = {"minutes a week", "min/wk"},
	[GOAL_STEPS_A_DAY] = {"steps a day", "/d"},
};

const measure_code *
measure_codes(int *n)
{
	*n = ENTRIES(code_table);
	return code_table;
}

const char *
goal_measure_words(goal_measure measure)
{
	return measure_table[measure].words;
}

const char *
goal_measure_unit(goal_measure measure)
{
	return measure_table[measure].unit;
}

/* ---- what is prescribed in one week, for one modality ---- */

typedef struct goal_week
{
	const prescription *at;
	int			week;
	exercise_modality modality;
	bool		vigorous; /* the aerobic exercise is known to be moderate or more */
} goal_week;

/* One component of the modality in one of its units; the last one found, and how many there are. */
typedef struct only_component
{
	int			n;
	bool		in_choice; /* an alternative to another */
	const unit *unit;
	const component *component;
} only_component;

static only_component
find_component(const prescription *at, exercise_modality modality)
{
	only_component found = {.n = 0};

	for (const block *b = at->blocks; b != NULL; b = b->next)
		for (const part *p = b->parts; p != NULL; p = p->next)
			for (const unit *u = p->alternatives; u != NULL; u = u->next)
				for (const component *c = u->components; c != NULL; c = c->next)
					if (c->modality == modality)
					{
						found.n++;
						found.in_choice |= p->alternatives->next != NULL;
						found.unit = u;
						found.component = c;
					}
	return found;
}

static bool
is_unreported(const quantity *q)
{
	return q->kind == NOT_REPORTED;
}

static bool
has_unreported_interval(const clauses *c)
{
	if (is_unreported(&c->repeats))
		return true;
	for (const timed_step *s = c->intervals; s != NULL; s = s->next)
		if (is_unreported(&s->time))
			return true;
	return false;
}

/* Whether a measure has no number because something that it needs is "?". */
static bool
is_not_reported(const goal_week *w, goal_measure measure)
{
	for (const block *b = w->at->blocks; b != NULL; b = b->next)
		for (const part *p = b->parts; p != NULL; p = p->next)
			for (const unit *u = p->alternatives; u != NULL; u = u->next)
				for (const component *c = u->components; c != NULL; c = c->next)
				{
					const clauses *shared = unit_clauses(u);
					const clauses *own = &c->clauses;
					bool		minutes = measure == GOAL_MINUTES_A_DAY || measure == GOAL_MINUTES_A_WEEK;

					if (c->modality != w->modality)
						continue;
					if (b->selector == WEEKS && is_unreported(&b->range))
						return true;
					if (measure != GOAL_STEPS_A_DAY && is_unreported(&shared->frequency))
						return true;
					if (minutes && (is_unreported(&shared->time) || is_unreported(&own->time) || has_unreported_interval(own)))
						return true;
					if (is_unreported(&shared->volume) &&
						(measure == GOAL_STEPS_A_DAY) == (shared->volume_unit == VOLUME_STEPS))
						return true;
				}
	return false;
}

/* Minutes of a day with exercise, where one component alone says them. */
static dose
minutes_a_day(const goal_week *w)
{
	only_component only = find_component(w->at, w->modality);
	unit		single = {.components = (component *) only.component};
	dose		unknown = {false, 0, 0};

	if (only.n != 1 || only.in_choice || unit_clauses(only.unit)->frequency.kind == ABSENT)
		return unknown;
	if (only.unit->is_session && only.unit->components->next == NULL && only.component->clauses.time.kind == ABSENT)
		return session_minutes(only.unit);
	return session_minutes(&single);
}

/* Steps of a day, where one component alone says them. */
static dose
steps_a_day(const goal_week *w)
{
	only_component only = find_component(w->at, w->modality);
	const clauses *c;
	double		days;

	if (only.n != 1 || only.in_choice || only.unit->components->next != NULL)
		return (dose) {false, 0, 0};
	c = unit_clauses(only.unit);
	days = c->volume_per == PER_WEEK ? DAYS_A_WEEK : 1;
	return (dose) {c->volume_unit == VOLUME_STEPS && (c->volume.kind == POINT || c->volume.kind == SPAN),
				   c->volume.low / days, c->volume.high / days};
}

static dose
prescribed_measure(const goal_week *w, goal_measure measure)
{
	dose		sessions = weekly_dose(w->at, w->week, DOSE_SESSIONS, w->modality, NAN);

	switch (measure)
	{
		case GOAL_DAYS_A_WEEK:
			/* As many days as sessions; more sessions than days say nothing about days. */
			sessions.known = sessions.known && sessions.high <= DAYS_A_WEEK;
			return sessions;
		case GOAL_MINUTES_A_DAY:
			if (w->modality != AEROBIC || (sessions.known && sessions.high > DAYS_A_WEEK))
				return (dose) {false, 0, 0};
			return minutes_a_day(w);
		case GOAL_MINUTES_A_WEEK:
			return weekly_dose(w->at, w->week, DOSE_MINUTES, w->modality, NAN);
		default:
			return steps_a_day(w);
	}
}

static const measure_code *
find_code(const goal_week *w, goal_measure measure)
{
	for (int i = 0; i < ENTRIES(code_table); i++)
		if (code_table[i].measure == measure && (code_table[i].modality == ANY_MODALITY || code_table[i].modality == (int) w->modality) &&
			(!code_table[i].vigorous || w->vigorous))
			return &code_table[i];
	return NULL;
}

static bool
has_minutes(const unit *u, const component *c)
{
	const clauses *shared = unit_clauses(u);
	const clauses *own = &c->clauses;

	if (own->time.kind != ABSENT || own->intervals != NULL || (own->volume.kind != ABSENT && own->volume_unit == VOLUME_MINUTES))
		return true;
	return u->components->next == NULL && (shared->time.kind != ABSENT || shared->intervals != NULL ||
										   (shared->volume.kind != ABSENT && shared->volume_unit == VOLUME_MINUTES));
}

/* Whether a measure is prescribed for the modality at all, be it with a number or with "?". */
static bool
is_prescribed(const goal_week *w, goal_measure measure)
{
	for (const block *b = w->at->blocks; b != NULL; b = b->next)
		for (const part *p = b->parts; p != NULL; p = p->next)
			for (const unit *u = p->alternatives; u != NULL; u = u->next)
				for (const component *c = u->components; c != NULL; c = c->next)
				{
					const clauses *shared = unit_clauses(u);

					if (c->modality != w->modality)
						continue;
					if (measure == GOAL_DAYS_A_WEEK && shared->frequency.kind != ABSENT)
						return true;
					if (measure == GOAL_MINUTES_A_WEEK && has_minutes(u, c))
						return true;
					if (measure == GOAL_MINUTES_A_DAY && w->modality == AEROBIC && has_minutes(u, c) && shared->frequency.kind != ABSENT)
						return true;
					if (measure == GOAL_STEPS_A_DAY && shared->volume.kind != ABSENT && shared->volume_unit == VOLUME_STEPS)
						return true;
				}
	return false;
}

static void
add_targets(exercise_goal *goal, const goal_week *w)
{
	for (int measure = 0; measure < N_GOAL_MEASURES; measure++)
	{
		dose		prescribed = prescribed_measure(w, measure);
		goal_target target = {.measure = measure, .reported = prescribed.known, .least = prescribed.low};

		if (prescribed.known ? prescribed.low <= 0 : !is_prescribed(w, measure) || !is_not_reported(w, measure))
			continue;
		target.code = find_code(w, measure);
		goal->targets[goal->n_targets++] = target;
	}
}

/* ---- runs of weeks ---- */

static bool
is_known_weeks(const block *b)
{
	return b->selector == WEEKS && b->range.kind != NOT_REPORTED;
}

static bool
holds(const block *b, int week)
{
	return !is_known_weeks(b) || (week >= b->range.low && week <= b->range.high);
}

/* The first week after this one in which a block begins to hold, or no longer does; 0: none. */
static int
next_change(const prescription *rx, int week)
{
	int			next = 0;

	for (const block *b = rx->blocks; b != NULL; b = b->next)
	{
		int			changes[] = {(int) b->range.low, (int) b->range.high + 1};

		for (int i = 0; i < 2 && is_known_weeks(b); i++)
			if (changes[i] > week && (next == 0 || changes[i] < next))
				next = changes[i];
	}
	return next;
}

/* The blocks that hold in a week, and whether one of them is certain to hold there. */
static prescription
holding_blocks(const prescription *rx, int week, bool *certain, arena *memory)
{
	prescription result = {NULL};
	block	  **end = &result.blocks;

	*certain = false;
	for (const block *b = rx->blocks; b != NULL; b = b->next)
	{
		if (!holds(b, week))
			continue;
		*end = arena_get(memory, sizeof(block));
		**end = *b;
		(*end)->next = NULL;
		end = &(*end)->next;
		*certain |= b->selector != WEEKS || is_known_weeks(b);
	}
	return result;
}

/* Whether days of a treatment cycle hold exercise of a modality. */
static bool
is_in_cycles(const prescription *holding, exercise_modality modality)
{
	for (const block *b = holding->blocks; b != NULL; b = b->next)
	{
		block		one = *b;
		prescription alone = {&one};

		one.next = NULL;
		if (b->selector == CYCLE_DAYS && find_component(&alone, modality).n > 0)
			return true;
	}
	return false;
}

static exercise_goal *
new_goal(const prescription *holding, exercise_modality modality, exercise_goal ***end, arena *memory)
{
	exercise_goal *goal = arena_get(memory, sizeof(exercise_goal));

	goal->modality = modality;
	goal->holding = *holding;
	**end = goal;
	*end = &goal->next;
	return goal;
}

/* Goals of the weeks from first to last, a goal for each modality. last 0: no end. */
static bool
add_goals(const prescription *rx, int first, int last, exercise_goal ***end, arena *memory, status *st)
{
	goal_week	w = {.week = last == 0 ? first : last};
	bool		certain;
	prescription holding = holding_blocks(rx, first, &certain, memory);
	prescription at;
	dose		class;

	if (holding.blocks == NULL)
		return true;
	if (!prescription_at_week(&holding, w.week, &at, memory, st))
		return false;
	class = prescribed_class(&at, AEROBIC);
	w.at = &at;
	w.vigorous = class.known && class.low >= CLASS_MODERATE;
	for (int modality = 0; modality < N_MODALITIES_OF_EXERCISE; modality++)
	{
		exercise_goal *goal;

		if (find_component(&holding, modality).n == 0)
			continue;
		w.modality = modality;
		goal = new_goal(&holding, modality, end, memory);
		goal->first_week = certain ? first : 0;
		goal->last_week = last;
		/* Weeks differ where days of a cycle hold: no number is that of all weeks. */
		if (!is_in_cycles(&holding, modality))
			add_targets(goal, &w);
	}
	return true;
}

bool
find_goals(const prescription *rx, exercise_goal **goals, arena *memory, status *st)
{
	exercise_goal **end = goals;
	int			first = 1;

	*goals = NULL;
	while (first != 0 && first <= MAX_WEEK)
	{
		int			next = next_change(rx, first);
		bool		certain;

		holding_blocks(rx, first, &certain, memory);
		/* Weeks in which only blocks of unknown weeks might hold have no goals of their own. */
		if ((certain || (first == 1 && next == 0)) &&
			!add_goals(rx, first, next == 0 ? 0 : next - 1, &end, memory, st))
			return false;
		first = next;
	}
	return true;
}
