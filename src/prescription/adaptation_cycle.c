/*
 * adaptation_cycle: the lower part of a range of intensity after an infusion,
 * the upper part later. A weekly prescription becomes two blocks of days of the
 * treatment cycle, which schedule() puts on the days of the real infusions.
 */
#include "prescription/adaptation_report.h"

#include "prescription/adaptation_parts.h"

#include <math.h>

/* Ranges that have a lower part, which is the easier one. */
static bool
has_easier_end(const target *t)
{
	if (t->kind != TARGET_UNIT || t->value.kind != SPAN)
		return false;
	return t->unit == RPE || t->unit == CR10 || t->unit == OMNI || (unit_kind(t->unit) & (KIND_LOAD | KIND_WORK | KIND_HEART_RATE));
}

static double
middle_of(const quantity *q)
{
	double		middle = q->low + (q->high - q->low) * rule_number(CHEMO_RANGE_SHARE) / 100;

	return (double) llround(middle * 1000) / 1000.0;
}

/* The lower or the upper part of each range. Returns how many there are. */
static int
take_part_of_ranges(clauses *c, bool upper)
{
	int			n = 0;

	for (target *t = c == NULL ? NULL : c->targets; t != NULL; t = t->next)
		if (has_easier_end(t) && middle_of(&t->value) > t->value.low && middle_of(&t->value) < t->value.high)
		{
			*(upper ? &t->value.low : &t->value.high) = middle_of(&t->value);
			normalize_quantity(&t->value);
			n++;
		}
	return n;
}

static const char *
why_not_in_cycle(const adapter *a, const block *b, const part *p)
{
	if (isnan(a->seen->cycle_days))
		return "the length of the cycle is not known";
	if (b->selector == ALWAYS)
		return NULL;
	if (b->range.kind == NOT_REPORTED || b->range.low != 1 || a->rx->blocks->next != NULL)
		return "a block of some weeks among others cannot be one of cycle days";
	for (const unit *u = p->alternatives; u != NULL; u = u->next)
	{
		if (u->is_session && clauses_move(&u->shared))
			return "what differs from week to week cannot be in days of a cycle";
		for (const component *c = u->components; c != NULL; c = c->next)
			if (clauses_move(&c->clauses))
				return "what differs from week to week cannot be in days of a cycle";
	}
	return NULL;
}

static const char *
why_no_range(const clauses *c)
{
	if (c == NULL)
		return "the intensity is that of a session, which other components share";
	if (c->targets == NULL)
		return "no intensity is prescribed";
	for (const target *t = c->targets; t != NULL; t = t->next)
		if (t->kind == TARGET_NOT_REPORTED || (t->kind == TARGET_UNIT && t->value.kind == NOT_REPORTED))
			return "the intensity is not reported";
	return "the intensity is no range of numbers";
}

/* The part with its lower and its upper ranges; false if there is none to divide. */
static bool
divide_part(adapter *a, const block *b, const part *p, component_place *at, part *lower, part *upper)
{
	const char *why = b->selector == CYCLE_DAYS ? NULL : why_not_in_cycle(a, b, p);
	unit	  **last_lower = &lower->alternatives;
	unit	  **last_upper = &upper->alternatives;
	bool		divided = false;

	lower->alternatives = upper->alternatives = NULL;
	at->alternative = 0;
	at->alone = p->alternatives->next == NULL;
	for (const unit *u = p->alternatives; u != NULL; u = u->next)
	{
		unit	   *low = *last_lower = copy_unit(u, a->memory);
		unit	   *high = *last_upper = copy_unit(u, a->memory);
		component  *l = low->components;
		component  *h = high->components;

		last_lower = &low->next;
		last_upper = &high->next;
		at->alternative++;
		at->component = 0;
		for (const component *c = u->components; c != NULL; c = c->next, l = l->next, h = h->next)
		{
			subject		below = {.unit = low, .component = l};
			subject		above = {.unit = high, .component = h};
			clauses    *ranges = clauses_with(&below, CLAUSE_INTENSITY);
			text_sink	changed;

			at->component++;
			if (!rule_is_about(a, at, c))
				continue;
			if (b->selector == CYCLE_DAYS)
				report(a, at, u, KEPT, "the block is in days of a cycle already", NULL);
			else if (why != NULL)
				report(a, at, u, UNDECIDED, why, NULL);
			else if (take_part_of_ranges(ranges, false) == 0)
				report(a, at, u, UNDECIDED, why_no_range(ranges), NULL);
			else
			{
				take_part_of_ranges(clauses_with(&above, CLAUSE_INTENSITY), true);
				sink_init(&changed, a->memory);
				sink_text(&changed, clauses_changed(u, c, low, l, a->memory));
				sink_format(&changed, " on days 1 to %.6g of %.6g",
							fmin(rule_number(CHEMO_LOWER_DAYS), a->seen->cycle_days), a->seen->cycle_days);
				if (a->seen->cycle_days > rule_number(CHEMO_LOWER_DAYS))
				{
					sink_text(&changed, ", then ");
					sink_text(&changed, clauses_changed(u, c, high, h, a->memory));
				}
				report(a, at, u, CHANGED,
					   b->selector == WEEKS ? "easier after an infusion; days of a cycle have no last week, so pass weeks to schedule()"
											: "easier after an infusion", changed.data);
				divided = true;
			}
		}
	}
	return divided;
}

static block *
cycle_block(const adapter *a, const block *b, int first, int last, part *parts)
{
	block	   *result = arena_get(a->memory, sizeof(block));

	*result = *b;
	result->next = NULL;
	result->selector = CYCLE_DAYS;
	result->range = (quantity) {first == last ? POINT : SPAN, first, last};
	result->cycle_length = (int) a->seen->cycle_days;
	result->parts = parts;
	return result;
}

void
adapt_to_cycle(adapter *a, prescription *adapted)
{
	block	  **last = &adapted->blocks;
	int			easy_days = (int) fmin(rule_number(CHEMO_LOWER_DAYS), a->seen->cycle_days);
	component_place at = {0};

	for (const block *b = a->rx->blocks; b != NULL; b = b->next)
	{
		part	   *rest = NULL;
		part	   *lower = NULL;
		part	   *upper = NULL;
		part	  **ends[] = {&rest, &lower, &upper};

		at.block++;
		at.part = 0;
		for (const part *p = b->parts; p != NULL; p = p->next)
		{
			part	   *copies[] = {arena_get(a->memory, sizeof(part)), arena_get(a->memory, sizeof(part)), arena_get(a->memory, sizeof(part))};
			bool		divided;

			at.part++;
			copies[0]->alternatives = p->alternatives;
			divided = divide_part(a, b, p, &at, copies[1], copies[2]);
			for (int i = 0; i < 3; i++)
				if (divided == (i > 0))
				{
					*ends[i] = copies[i];
					ends[i] = &copies[i]->next;
				}
		}
		if (rest != NULL)
		{
			block	   *kept_block = *last = arena_get(a->memory, sizeof(block));

			*kept_block = *b;
			kept_block->parts = rest;
			last = &kept_block->next;
			*last = NULL;
		}
		if (lower != NULL)
		{
			*last = cycle_block(a, b, 1, easy_days, lower);
			last = &(*last)->next;
		}
		if (upper != NULL && a->seen->cycle_days > easy_days)
		{
			*last = cycle_block(a, b, easy_days + 1, (int) a->seen->cycle_days, upper);
			last = &(*last)->next;
		}
	}
}
