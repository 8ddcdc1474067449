/* restrict: see restrict.h. */
#include "prescription/restrict.h"

#include "common/table.h"
#include "prescription/limit_intensity.h"

#include <stddef.h>

/* Where we are, and what is told about it. */
typedef struct walk
{
	uint32_t	set;
	arena	   *memory;
	restriction_row **last;
	restriction_row at; /* place and text of the next row */
	bool		told;	/* a row about this place was written */
} walk;

static bool
has(const walk *w, restriction r)
{
	return (w->set & RESTRICTED(r)) != 0;
}

static restriction_row *
tell(walk *w, restriction_effect effect, int restriction, const char *reason)
{
	restriction_row *row = *w->last = arena_get(w->memory, sizeof(restriction_row));

	*row = w->at;
	row->effect = effect;
	row->restriction = restriction;
	row->reason = reason;
	row->mark = UNKNOWN;
	w->last = &row->next;
	w->told = true;
	return row;
}

static const char *
unit_text(walk *w, const unit *u)
{
	text_sink	out;

	sink_init(&out, w->memory);
	print_unit(&out, u);
	return out.data;
}

static const char *
component_text(walk *w, const component *c)
{
	component	copy = *c;
	unit		alone = {.components = &copy};

	copy.next = NULL;
	return unit_text(w, &alone);
}

/* ---- mode words ---- */

typedef enum verdict
{
	VERDICT_SAFE,
	VERDICT_OPEN,
	VERDICT_OUT
} verdict;

/* word: the row of the mode, or NULL where there is none, or no mode at all. */
static verdict
judge_word(const restriction_scope *scope, const mode_word *word, exercise_modality modality)
{
	unsigned	properties = word == NULL ? 0 : word->properties | WORD_KNOWN;

	if ((scope->read & 1u << modality) == 0)
		return VERDICT_SAFE;
	if (properties & scope->forbids)
		return VERDICT_OUT;
	if (properties & scope->clears)
		return VERDICT_SAFE;
	return scope->unstated & 1u << modality ? VERDICT_OPEN : VERDICT_SAFE;
}

static const mode_word *
word_of(const mode *m)
{
	return mode_word_find(m->name.at, m->name.length);
}

/* What the clauses say about isometric exercise: a hold is, repetitions are not. */
static verdict
judge_hold(const restriction_scope *scope, const component *c, verdict by_words)
{
	if (scope->restriction != NO_ISOMETRIC || c->modality != RESISTANCE || c->clauses.sets.kind == ABSENT)
		return by_words;
	if (c->clauses.hold_unit != UNKNOWN)
		return VERDICT_OUT;
	return by_words == VERDICT_OPEN ? VERDICT_SAFE : by_words;
}

/* The whole component under one restriction, whatever its modes. */
static bool
is_out_as_a_whole(const restriction_scope *scope, const component *c)
{
	return (scope->out & 1u << c->modality) != 0 || judge_hold(scope, c, VERDICT_SAFE) == VERDICT_OUT;
}

static bool
mode_is_out(const walk *w, const mode *m, exercise_modality modality)
{
	int			n;
	const restriction_scope *scopes = restriction_scopes(&n);
	const mode_word *word = word_of(m);

	for (int i = 0; i < n; i++)
		if (has(w, scopes[i].restriction) && judge_word(&scopes[i], word, modality) == VERDICT_OUT)
			return true;
	return false;
}

static bool
component_is_out(const walk *w, const component *c)
{
	int			n;
	const restriction_scope *scopes = restriction_scopes(&n);

	for (int i = 0; i < n; i++)
		if (has(w, scopes[i].restriction) && is_out_as_a_whole(&scopes[i], c))
			return true;
	if (c->modes == NULL)
		return false;
	for (const mode *m = c->modes; m != NULL; m = m->next)
		if (!mode_is_out(w, m, c->modality))
			return false;
	return true;
}

/* The first of its modes that a restriction takes out, or NULL. */
static const mode_word *
word_taken_out(const restriction_scope *scope, const component *c)
{
	for (const mode *m = c->modes; m != NULL; m = m->next)
		if (judge_word(scope, word_of(m), c->modality) == VERDICT_OUT)
			return word_of(m);
	return NULL;
}

/* Whether a restriction leaves the component or one of its modes open. */
static bool
stays_open(const walk *w, const restriction_scope *scope, const component *c)
{
	if (c->modes == NULL)
		return judge_hold(scope, c, judge_word(scope, NULL, c->modality)) == VERDICT_OPEN;
	for (const mode *m = c->modes; m != NULL; m = m->next)
		if (!mode_is_out(w, m, c->modality) &&
			judge_hold(scope, c, judge_word(scope, word_of(m), c->modality)) == VERDICT_OPEN)
			return true;
	return false;
}

/* A list of the modes that no restriction takes out. */
static mode *
modes_left(const walk *w, const component *c)
{
	mode	   *left = NULL;
	mode	  **last = &left;

	for (const mode *m = c->modes; m != NULL; m = m->next)
		if (!mode_is_out(w, m, c->modality))
		{
			*last = arena_get(w->memory, sizeof(mode));
			(*last)->name = m->name;
			last = &(*last)->next;
		}
	return left;
}

/* Takes out modes; false if nothing is left of the component. */
static bool
apply_scopes(walk *w, component *c)
{
	int			n;
	const restriction_scope *scopes = restriction_scopes(&n);
	bool		out = component_is_out(w, c);
	component	left = *c;

	left.modes = modes_left(w, c);
	for (int i = 0; i < n; i++)
	{
		restriction r = scopes[i].restriction;
		const mode_word *word = word_taken_out(&scopes[i], c);

		if (!has(w, r))
			continue;
		if (is_out_as_a_whole(&scopes[i], c))
			tell(w, EFFECT_REMOVED, r, restriction_meaning(r));
		else if (word != NULL)
		{
			restriction_row *row = tell(w, out ? EFFECT_REMOVED : EFFECT_CHANGED, r, restriction_meaning(r));

			row->becomes = out ? NULL : component_text(w, &left);
			row->source = word->source;
			row->mark = (int) word->mark;
		}
		if (!out && stays_open(w, &scopes[i], c))
			tell(w, EFFECT_OPEN, r, scopes[i].unclear);
	}
	c->modes = left.modes;
	return !out;
}

/* ---- intensity ---- */

/* Modalities of which one expects an intensity. */
#define HAS_INTENSITY (1u << AEROBIC | 1u << RESISTANCE | 1u << FUNCTIONAL | 1u << ACTIVITY)

static void
tell_limited(walk *w, const restriction_limit *limit, const limited *found, const char *becomes)
{
	restriction_row *row;

	if (found->changed)
	{
		row = tell(w, EFFECT_CHANGED, limit->restriction, restriction_meaning(limit->restriction));
		row->becomes = becomes;
		row->source = limit->source;
		row->mark = (int) limit->mark;
	}
	if (found->unclear)
		tell(w, EFFECT_OPEN, limit->restriction, "an intensity is not reported or cannot be compared with the limit");
	else if (found->stated && found->may_go_beyond)
		tell(w, EFFECT_OPEN, limit->restriction, "how far the progression goes is not stated");
}

/* shared: whether an intensity of the session holds for it. */
static void
apply_limits(walk *w, component *c, bool shared)
{
	int			n;
	const restriction_limit *limits = restriction_limits(&n);

	for (int i = 0; i < n; i++)
	{
		limited		found = {0};

		if (!has(w, limits[i].restriction) || (limits[i].modalities & 1u << c->modality) == 0)
			continue;
		limit_clauses(&c->clauses, &limits[i], &found);
		if (!found.stated && !shared && (HAS_INTENSITY & 1u << c->modality) != 0)
			tell(w, EFFECT_OPEN, limits[i].restriction, "its intensity is not stated");
		else
			tell_limited(w, &limits[i], &found, component_text(w, c));
	}
}

/* The clauses of a session; modalities: of its components. */
static void
apply_shared_limits(walk *w, unit *u, unsigned modalities)
{
	int			n;
	const restriction_limit *limits = restriction_limits(&n);

	for (int i = 0; i < n; i++)
	{
		limited		found = {0};

		if (!has(w, limits[i].restriction) || (limits[i].modalities & modalities) == 0)
			continue;
		limit_clauses(&u->shared, &limits[i], &found);
		tell_limited(w, &limits[i], &found, unit_text(w, u));
	}
}

/* ---- supervision and setting ---- */

static bool
is_split_with(const clauses *c, supervision s)
{
	for (const share *part = c->split; part != NULL; part = part->next)
		if (part->supervision == s)
			return true;
	return false;
}

static bool
is_supervised_as(const clauses *c, supervision s)
{
	return c->supervision == (int) s || is_split_with(c, s);
}

/* u: what is printed. */
static void
apply_supervision(walk *w, clauses *c, const unit *u, restriction r)
{
	if (is_supervised_as(c, UNSUPERVISED))
	{
		c->split = NULL;
		c->supervision = SUPERVISED;
		tell(w, EFFECT_CHANGED, r, restriction_meaning(r))->becomes = unit_text(w, u);
	}
	else if (is_supervised_as(c, MONITORED))
		tell(w, EFFECT_OPEN, r, "it is monitored remotely, not supervised in person");
	else if (!is_supervised_as(c, SUPERVISED))
		tell(w, EFFECT_OPEN, r, "supervision is not stated");
}

/* False if a public setting is the only one. */
static bool
apply_setting(walk *w, clauses *c, const unit *u)
{
	bool		public = false;
	bool		on_site = false;
	int			n = 0;

	for (int i = 0; i < c->n_settings; i++)
	{
		public |= c->settings[i] == IN_COMMUNITY;
		on_site |= c->settings[i] == AT_SITE;
		if (c->settings[i] != IN_COMMUNITY)
			c->settings[n++] = c->settings[i];
	}
	if (public && n == 0)
	{
		tell(w, EFFECT_REMOVED, NO_PUBLIC_SETTING, "it is prescribed for a public setting only");
		return false;
	}
	c->n_settings = n;
	if (public)
		tell(w, EFFECT_CHANGED, NO_PUBLIC_SETTING, restriction_meaning(NO_PUBLIC_SETTING))->becomes = unit_text(w, u);
	if (on_site)
		tell(w, EFFECT_OPEN, NO_PUBLIC_SETTING, "whether it is done in a group is not stated");
	else if (n == 0)
		tell(w, EFFECT_OPEN, NO_PUBLIC_SETTING, "where it is done is not stated");
	return true;
}

/* ---- the tree ---- */

static unsigned
modalities_of(const unit *u)
{
	unsigned	modalities = 0;

	for (const component *c = u->components; c != NULL; c = c->next)
		modalities |= 1u << c->modality;
	return modalities;
}

/* What holds for a unit as a whole; false if nothing is left of it. */
static bool
apply_to_clauses(walk *w, clauses *c, const unit *u, unsigned modalities)
{
	if (has(w, SUPERVISED_ONLY))
		apply_supervision(w, c, u, SUPERVISED_ONLY);
	else if (has(w, SUPERVISED_RESISTANCE) && (modalities & 1u << RESISTANCE) != 0)
		apply_supervision(w, c, u, SUPERVISED_RESISTANCE);
	return !has(w, NO_PUBLIC_SETTING) || apply_setting(w, c, u);
}

/* A component of a session has its own supervision or setting only where it states one. */
static bool
apply_to_own_clauses(walk *w, component *c, const unit *u)
{
	uint32_t	set = w->set;
	bool		left;

	if (c->clauses.supervision == UNKNOWN && c->clauses.split == NULL)
		w->set &= ~(RESTRICTED(SUPERVISED_ONLY) | RESTRICTED(SUPERVISED_RESISTANCE));
	if (c->clauses.n_settings == 0)
		w->set &= ~RESTRICTED(NO_PUBLIC_SETTING);
	left = apply_to_clauses(w, &c->clauses, u, 1u << c->modality);
	w->set = set;
	return left;
}

/* u: the alternative to which it belongs. False if nothing is left of it. */
static bool
restrict_component(walk *w, component *c, const unit *u)
{
	component  *next = c->next;
	const unit	alone = {.components = c};
	bool		left;

	c->next = NULL;
	w->told = false;
	w->at.prescribed = component_text(w, c);
	left = apply_scopes(w, c);
	if (left)
		left = u->is_session ? apply_to_own_clauses(w, c, &alone)
							 : apply_to_clauses(w, &c->clauses, &alone, 1u << c->modality);
	if (left)
		apply_limits(w, c, u->is_session && u->shared.targets != NULL);
	if (!w->told)
		tell(w, EFFECT_KEPT, UNKNOWN, "no restriction concerns it");
	c->next = next;
	return left;
}

/* What a session says for all of its components. False if nothing is left of it. */
static bool
restrict_session(walk *w, unit *u)
{
	unsigned	modalities = modalities_of(u);

	w->at.component = 0;
	w->at.prescribed = unit_text(w, u);
	if (!apply_to_clauses(w, &u->shared, u, modalities))
		return false;
	apply_shared_limits(w, u, modalities);
	return true;
}

static bool
restrict_unit(walk *w, unit *u)
{
	if (u->is_session && !restrict_session(w, u))
		return false;
	w->at.component = 0;
	for (component **c = &u->components; *c != NULL;)
	{
		w->at.component++;
		if (restrict_component(w, *c, u))
			c = &(*c)->next;
		else
			*c = (*c)->next;
	}
	return u->components != NULL;
}

static bool
restrict_part(walk *w, part *p)
{
	w->at.alternative = 0;
	for (unit **u = &p->alternatives; *u != NULL;)
	{
		w->at.alternative++;
		if (restrict_unit(w, *u))
			u = &(*u)->next;
		else
			*u = (*u)->next;
	}
	return p->alternatives != NULL;
}

static bool
restrict_block(walk *w, block *b)
{
	w->at.part = 0;
	for (part **p = &b->parts; *p != NULL;)
	{
		w->at.part++;
		if (restrict_part(w, *p))
			p = &(*p)->next;
		else
			*p = (*p)->next;
	}
	return b->parts != NULL;
}

void
restrict_prescription(prescription *rx, uint32_t set, bool cleared, restricted *result, arena *memory)
{
	static const restriction holding[] = {CLEARANCE_FIRST, ASSESS_FIRST};
	walk		w = {.set = set, .memory = memory, .last = &result->rows};

	result->rows = NULL;
	result->held = false;
	for (int i = 0; i < ENTRIES(holding); i++)
		if (has(&w, holding[i]) && !cleared)
		{
			tell(&w, EFFECT_HELD, holding[i], restriction_meaning(holding[i]));
			result->held = true;
		}
	for (block **b = &rx->blocks; *b != NULL;)
	{
		w.at.block++;
		if (restrict_block(&w, *b))
			b = &(*b)->next;
		else
			*b = (*b)->next;
	}
}
