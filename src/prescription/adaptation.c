/* adaptation: from what was seen to the adapted prescription; see adaptation.h. */
#include "prescription/adaptation.h"

#include "prescription/adaptation_parts.h"
#include "prescription/adaptation_report.h"
#include "prescription/intensity.h"
#include "prescription/vocabulary.h"

#include <math.h>

/* ---- what can be ---- */

static bool
check_value(const char *name, double value, double lowest, double highest, const char *unit, const char *hint, status *st)
{
	return isnan(value) || check_input(name, value, lowest, highest, unit, hint, st);
}

static bool
check_series(const char *name, const series *values, double lowest, double highest, const char *unit, const char *hint, status *st)
{
	for (int i = 0; i < values->n; i++)
		if (!check_value(name, values->values[i], lowest, highest, unit, hint, st))
			return false;
	return true;
}

static bool
check_step(adaptation_rule rule, double step, status *st)
{
	static const char *const labels[] = ADAPTATION_RULE_LABELS;
	int			name = adaptation_rule_at(rule)->step;

	if (isnan(step))
		return true;
	if (name == UNKNOWN)
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "rule \"%s\" takes no step", labels[rule]);
		status_hint(st, "adaptation_rules() lists the numbers of the rules.");
		return false;
	}
	return check_input("step", step, adaptation_number_at(name)->low, adaptation_number_at(name)->high, adaptation_number_at(name)->unit,
					   "adaptation_rules() lists the steps that a source allows.", st);
}

static bool
check_observations(adaptation_rule rule, const observations *o, status *st)
{
	static const char rpe[] = "Exertion is on the Borg 6-20 scale, not on the 0-10 scale.";
	static const char kg[] = "Loads are in kilograms: 1 lb is 0.4536 kg.";

	if ((o->week != UNKNOWN && !check_week(o->week, st)) || !check_step(rule, o->step, st) ||
		!check_series("repetitions_done", &o->repetitions, 0, 1000, "repetitions", NULL, st) ||
		!check_series("intervals_done", &o->intervals, 0, 1000, "intervals", NULL, st) ||
		!check_series("rpe", &o->rpe, 6, 20, "on the Borg scale", rpe, st) ||
		!check_series("heart_rates", &o->heart_rates, 30, 250, "bpm", NULL, st) ||
		!check_series("minutes_below_zone", &o->minutes_below, 0, 1440, "minutes", NULL, st) ||
		!check_series("minutes_in_zone", &o->minutes_in, 0, 1440, "minutes", NULL, st) ||
		!check_series("minutes_above_zone", &o->minutes_above, 0, 1440, "minutes", NULL, st) ||
		!check_value("weeks_missed", o->weeks_missed, 0, MAX_WEEK, "weeks", NULL, st) ||
		!check_value("weeks_since_change", o->weeks_since_change, 0, MAX_WEEK, "weeks", NULL, st) ||
		!check_value("sessions_goal", o->sessions_goal, 0, 70, "sessions a week", NULL, st) ||
		!check_value("minutes_goal", o->minutes_goal, 1, 1440, "minutes a session", NULL, st) ||
		!check_value("cycle_days", o->cycle_days, 7, MAX_CYCLE, "days", "Treatment cycles have 7, 14, 21 or 28 days.", st) ||
		!check_value("increment_kg", o->increment_kg, 0, 50, "kg", kg, st) ||
		!check_value("one_rm_kg", o->one_rm_kg, 0.5, 700, "kg", kg, st))
		return false;
	if (o->zone_low > o->zone_high)
		return status_fail(st, FAULT_INVALID_PARAMETER, "heart_rate_zone is empty");
	if (o->minutes_below.n != o->minutes_in.n || o->minutes_in.n != o->minutes_above.n)
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "minutes below, in and above the zone are of %d, %d and %d sessions", o->minutes_below.n,
					o->minutes_in.n, o->minutes_above.n);
		status_hint(st, "Give the three arrays an element for each session, NULL where it is not known.");
		return false;
	}
	return true;
}

static bool
check_place(const prescription *rx, const adaptation_place *place, status *st)
{
	component_place at = {0};

	for (const block *b = rx->blocks; b != NULL; b = b->next)
	{
		at.block++;
		at.part = 0;
		for (const part *p = b->parts; p != NULL; p = p->next)
		{
			at.part++;
			at.alternative = 0;
			for (const unit *u = p->alternatives; u != NULL; u = u->next)
			{
				at.alternative++;
				at.component = 0;
				for (const component *c = u->components; c != NULL; c = c->next)
				{
					at.component++;
					if (place_has(place, &at))
						return true;
				}
			}
		}
	}
	status_fail(st, FAULT_INVALID_PARAMETER, "prescription has no component at this block, part, alternative and component");
	status_hint(st, "components() numbers them from 1.");
	return false;
}

/* ---- a part of a block ---- */

/* A block under a rule: as written, and as it is in the week, if one is named and it has weeks. */
typedef struct cut_block
{
	const block *written;
	const block *then; /* NULL: no week to divide at */
	const block *next; /* in the week after it; NULL: none, or not needed */
	int			week;
	bool		starts; /* the week is its first one */
} cut_block;

static const char *
judge_one(adapter *a, const cut_block *cut, unit *u, component *c, verdict *v)
{
	text_sink	why;
	subject		s = {.rule = a->rule, .seen = a->seen, .rx = a->rx, .block = cut->written, .unit = u, .component = c,
					 .current = cut->then != NULL, .memory = a->memory, .st = a->st, .why = &why};

	sink_init(&why, a->memory);
	*v = judge_component(&s);
	return why.data;
}

/* Which components of an alternative the rule is about. */
static void
mark_own(const adapter *a, component_place *at, const unit *u, bool own[MAX_UNITS])
{
	int			n = 0;

	for (const component *c = u->components; c != NULL; c = c->next)
	{
		at->component = n + 1;
		own[n++] = rule_is_about(a, at, c);
	}
}

/* Whether the block has to be divided at the week. */
static bool
is_divided(const adapter *a, const cut_block *cut)
{
	return cut->then != NULL && (!cut->starts || a->rule == ADAPT_DELOAD);
}

/* The unit to judge: begun in the week, or as it is in that week if it cannot be begun or is adapted in it alone. */
static unit *
unit_of_week(const adapter *a, const cut_block *cut, const unit *u, const unit *then, const bool *own)
{
	const char *why;
	unit	   *begun = NULL;

	if (!is_divided(a, cut))
		return copy_unit(u, a->memory);
	if (a->rule != ADAPT_DELOAD)
		begun = begin_unit(cut->written, u, then, cut->week, own, a->memory, &why);
	return begun != NULL ? begun : copy_unit(then, a->memory);
}

/* Judges the components of an alternative that the rule is about, and changes them in *now. Returns whether any changed. */
static bool
adapt_unit(adapter *a, const cut_block *cut, const unit *u, const unit *then, component_place *at, const char *why_not, unit **now)
{
	bool		own[MAX_UNITS];
	bool		changed = false;
	component  *c;

	mark_own(a, at, u, own);
	*now = unit_of_week(a, cut, u, then, own);
	c = (*now)->components;
	for (int n = 0; c != NULL; c = c->next, n++)
	{
		unit		alone = **now;
		component	single = *c;
		const unit *before;
		verdict		v;
		const char *why;

		if (!own[n])
			continue;
		at->component = n + 1;
		single.next = NULL;
		alone.components = &single;
		before = copy_unit(&alone, a->memory);
		why = judge_one(a, cut, *now, c, &v);
		if (v == CHANGED && why_not != NULL)
			report(a, at, u, UNDECIDED, why_not, NULL);
		else
			report(a, at, u, v, why, v == CHANGED ? clauses_changed(before, before->components, *now, c, a->memory) : NULL);
		changed |= v == CHANGED && why_not == NULL;
	}
	return changed;
}

/* Why a part cannot be divided at the week without changing what the rule is not about; NULL: it can. */
static const char *
why_not_divided(const adapter *a, const cut_block *cut, const part *p, const part *then, const part *next, component_place *at)
{
	const unit *now = then->alternatives;
	const unit *after = next == NULL ? NULL : next->alternatives;
	const char *why = NULL;

	at->alternative = 0;
	for (const unit *u = p->alternatives; u != NULL && why == NULL; u = u->next, now = now->next)
	{
		bool		own[MAX_UNITS];

		at->alternative++;
		mark_own(a, at, u, own);
		begin_unit(cut->written, u, now, cut->week, own, a->memory, &why);
		if (after != NULL && why == NULL)
			begin_unit(cut->written, u, after, cut->week + 1, NULL, a->memory, &why);
		after = after == NULL ? NULL : after->next;
	}
	return why;
}

/* The part until a week (then: as it is in it), or from a week on. */
static part *
cut_part(const adapter *a, const cut_block *cut, const part *p, const part *then, int week, bool ended)
{
	part	   *result = arena_get(a->memory, sizeof(part));
	unit	  **last = &result->alternatives;
	const unit *now = then->alternatives;
	const char *why;

	for (const unit *u = p->alternatives; u != NULL; u = u->next, now = now->next)
	{
		*last = ended ? end_unit(u, now, a->memory) : begin_unit(cut->written, u, now, week, NULL, a->memory, &why);
		last = &(*last)->next;
	}
	return result;
}

/* The part as adapted, or NULL if nothing changes. */
static part *
adapt_part(adapter *a, const cut_block *cut, const part *p, const part *then, const part *next, component_place *at)
{
	part	   *result = arena_get(a->memory, sizeof(part));
	unit	  **last = &result->alternatives;
	const unit *now = then == NULL ? NULL : then->alternatives;
	const char *why_not = NULL;
	bool		changed = false;

	at->alone = p->alternatives->next == NULL;
	if (is_divided(a, cut))
		why_not = why_not_divided(a, cut, p, then, next, at);
	at->alternative = 0;
	for (const unit *u = p->alternatives; u != NULL; u = u->next)
	{
		at->alternative++;
		changed |= adapt_unit(a, cut, u, now, at, why_not, last);
		last = &(*last)->next;
		now = now == NULL ? NULL : now->next;
	}
	return changed ? result : NULL;
}

/* ---- a block ---- */

/* A list of parts that grows at its end. */
typedef struct part_list
{
	part	   *first;
	part	  **last;
} part_list;

static void
add_part(part_list *list, part *p)
{
	if (list->first == NULL)
		list->last = &list->first;
	*list->last = p;
	list->last = &p->next;
}

/* A block of these parts and weeks behind the others; none if there are no parts. */
static void
add_block(const adapter *a, block ***last, const block *like, const part_list *parts, int first, int to)
{
	block	   *result;

	if (parts->first == NULL)
		return;
	result = **last = arena_get(a->memory, sizeof(block));
	*result = *like;
	result->next = NULL;
	result->parts = parts->first;
	if (like->selector == WEEKS && like->range.kind != NOT_REPORTED)
		result->range = (quantity) {first == to ? POINT : SPAN, first, to};
	*last = &result->next;
}

/* The block in a week, if it is one of its weeks. */
static bool
look_at(const adapter *a, const block *b, int week, block *space, const block **found)
{
	*found = NULL;
	if (week > b->range.high)
		return true;
	*found = space;
	return block_at_week(b, week, space, a->memory, a->st);
}

static bool
adapt_block(adapter *a, const block *b, component_place *at, block ***last)
{
	block		spaces[3];
	const block *before = NULL;
	cut_block	cut = {.written = b, .week = a->seen->week};
	bool		has_weeks = b->selector == WEEKS && b->range.kind != NOT_REPORTED;
	bool		holds = cut.week == UNKNOWN || block_days(b, cut.week) != 0;
	part_list	rest = {NULL, NULL};
	part_list	ended = {NULL, NULL};
	part_list	adapted = {NULL, NULL};
	part_list	resumed = {NULL, NULL};
	const part *then;
	const part *next;
	const part *was;
	int			from = has_weeks ? (int) b->range.low : 0;
	int			to = has_weeks ? (int) b->range.high : 0;

	if (has_weeks && holds && cut.week != UNKNOWN)
	{
		cut.starts = cut.week == from;
		if (!look_at(a, b, cut.week, &spaces[0], &cut.then) ||
			(a->rule == ADAPT_DELOAD && !look_at(a, b, cut.week + 1, &spaces[1], &cut.next)) ||
			(!cut.starts && !look_at(a, b, cut.week - 1, &spaces[2], &before)))
			return false;
	}
	then = cut.then == NULL ? NULL : cut.then->parts;
	next = cut.next == NULL ? NULL : cut.next->parts;
	was = before == NULL ? NULL : before->parts;
	at->part = 0;
	for (const part *p = b->parts; p != NULL; p = p->next)
	{
		part	   *changed = NULL;
		part	   *same = arena_get(a->memory, sizeof(part));

		at->part++;
		same->alternatives = p->alternatives;
		if (holds)
			changed = adapt_part(a, &cut, p, then, next, at);
		if (a->st->code != FAULT_NONE)
			return false;
		if (changed == NULL || !is_divided(a, &cut))
			add_part(&rest, changed == NULL ? same : changed);
		else
		{
			add_part(&adapted, changed);
			if (was != NULL)
				add_part(&ended, cut_part(a, &cut, p, was, cut.week - 1, true));
			if (next != NULL)
				add_part(&resumed, cut_part(a, &cut, p, next, cut.week + 1, false));
		}
		then = then == NULL ? NULL : then->next;
		next = next == NULL ? NULL : next->next;
		was = was == NULL ? NULL : was->next;
	}
	add_block(a, last, b, &rest, from, to);
	add_block(a, last, b, &ended, from, cut.week - 1);
	add_block(a, last, b, &adapted, cut.week, a->rule == ADAPT_DELOAD ? cut.week : to);
	add_block(a, last, b, &resumed, cut.week + 1, to);
	return true;
}

/* ---- the whole ---- */

static void
report_nothing_found(const adapter *a, adaptation *result)
{
	const adaptation_place *p = a->place;
	int			modality = p->modality != UNKNOWN ? p->modality : adaptation_rule_at(a->rule)->modality;
	static const char *const labels[] = EXERCISE_MODALITY_LABELS;

	result->fired = UNKNOWN;
	sink_format(&result->reason, "no %s exercise is prescribed", labels[modality]);
	if (p->block != 0 || p->part != 0 || p->alternative != 0 || p->component != 0)
		sink_text(&result->reason, " there");
	if (a->seen->week != UNKNOWN)
		sink_format(&result->reason, " in week %d", a->seen->week);
}

/* The result as the parser reads it, which holds all limits of a prescription. */
static bool
read_back(adaptation *result, arena *memory, status *st)
{
	text_sink	text;

	sink_init(&text, memory);
	prescription_print(&result->adapted, &text);
	return prescription_parse(text.data, text.length, &result->adapted, memory, st);
}

bool
adapt_prescription(const prescription *rx, adaptation_rule rule, const adaptation_place *place, const observations *seen,
				   adaptation *result, arena *memory, status *st)
{
	adapter		a = {.rule = rule, .place = place, .seen = seen, .rx = rx, .memory = memory, .st = st};
	component_place at = {0};
	block	  **last = &result->adapted.blocks;

	st->code = FAULT_NONE;
	a.last = &a.entries;
	result->adapted.blocks = NULL;
	sink_init(&result->reason, memory);
	sink_init(&result->changed, memory);
	if (!check_observations(rule, seen, st) || !check_place(rx, place, st))
		return false;
	if (rule == ADAPT_CHEMO_CYCLE)
		adapt_to_cycle(&a, &result->adapted);
	else
		for (const block *b = rx->blocks; b != NULL; b = b->next)
		{
			at.block++;
			if (!adapt_block(&a, b, &at, &last))
				return false;
		}
	if (a.entries == NULL)
		report_nothing_found(&a, result);
	else
		sum_up_report(&a, result);
	if (result->fired != 1)
	{
		result->adapted = *rx;
		return true;
	}
	return read_back(result, memory, st);
}
