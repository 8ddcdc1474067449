/* scaling: see scaling.h. */
#include "prescription/scaling.h"

#include "prescription/adaptation_parts.h"
#include "prescription/intensity.h"

#include <math.h>

/* Catch a wrong unit, a percentage above all. */
#define LEAST_FACTOR 0.01
#define MOST_FACTOR	 10

static bool
is_number(const quantity *q)
{
	return q->kind != ABSENT && q->kind != NOT_REPORTED;
}

static bool
scale_quantity(quantity *q, double factor)
{
	if (is_number(q))
	{
		q->low *= factor;
		q->high *= factor;
		normalize_quantity(q);
	}
	return q->kind != ABSENT;
}

/* Whether it stays a whole number, where it was one. */
static bool
scale_count(quantity *q, double factor, bool *possible)
{
	const double values[] = {q->low * factor, q->high * factor};

	for (int i = 0; i < 2 && is_number(q); i++)
		if (fabs(values[i] - nearbyint(values[i])) > 1e-9)
			*possible = false;
	return scale_quantity(q, factor);
}

static void
scale_minute_steps(clauses *c, double factor, arena *memory)
{
	for (progression_step **s = &c->steps; *s != NULL; s = &(*s)->next)
	{
		progression_step *copy = arena_get(memory, sizeof(progression_step));

		*copy = **s;
		*s = copy;
		if (copy->unit == STEP_MINUTES)
			scale_quantity(&copy->by, factor);
		if (copy->capped && copy->cap_unit == STEP_MINUTES)
			copy->cap = (double) llround(copy->cap * factor * 1000) / 1000.0;
	}
}

/* Returns whether there is a dose in the clauses. */
static bool
scale_clauses(clauses *c, double factor, bool *possible, arena *memory)
{
	bool		any = scale_quantity(&c->time, factor);

	any |= scale_quantity(&c->volume, factor);
	any |= scale_count(&c->repeats, factor, possible);
	any |= scale_count(&c->sets, factor, possible);
	for (scheme *s = c->schemes; s != NULL; s = s->next)
		any |= scale_count(&s->sets, factor, possible);
	scale_minute_steps(c, factor, memory);
	return any;
}

static bool
is_of(const component *c, int modality)
{
	return modality == UNKNOWN || (int) c->modality == modality;
}

static void
scale_unit(unit *u, double factor, int modality, bool *possible, arena *memory)
{
	bool		all = true;
	bool		none = true;
	bool		shared = false;

	for (const component *c = u->components; c != NULL; c = c->next)
	{
		all &= is_of(c, modality);
		none &= !is_of(c, modality);
	}
	if (none)
		return;
	if (u->is_session)
	{
		shared = scale_clauses(&u->shared, factor, possible, memory);
		if (shared && !all)
			*possible = false;
	}
	for (component *c = u->components; c != NULL; c = c->next)
		if (is_of(c, modality) && !scale_clauses(&c->clauses, factor, possible, memory) && !shared)
			*possible = false;
}

bool
scale_dose(const prescription *rx, double factor, int modality, prescription *scaled, bool *possible, arena *memory, status *st)
{
	block	  **last = &scaled->blocks;
	text_sink	text;

	if (!check_input("factor", factor, LEAST_FACTOR, MOST_FACTOR, "", "The factor is a fraction: 75 % of the dose is 0.75.", st))
		return false;
	*last = NULL;
	*possible = true;
	for (const block *b = rx->blocks; b != NULL; b = b->next)
	{
		part	  **last_part;

		*last = arena_get(memory, sizeof(block));
		**last = *b;
		(*last)->next = NULL;
		last_part = &(*last)->parts;
		for (const part *p = b->parts; p != NULL; p = p->next)
		{
			unit	  **last_unit;

			*last_part = arena_get(memory, sizeof(part));
			last_unit = &(*last_part)->alternatives;
			for (const unit *u = p->alternatives; u != NULL; u = u->next)
			{
				*last_unit = copy_unit(u, memory);
				scale_unit(*last_unit, factor, modality, possible, memory);
				last_unit = &(*last_unit)->next;
			}
			last_part = &(*last_part)->next;
		}
		last = &(*last)->next;
	}
	if (!*possible)
		return true;
	sink_init(&text, memory);
	prescription_print(scaled, &text);
	return prescription_parse(text.data, text.length, scaled, memory, st);
}

bool
compound(double start, double percent, int steps, double *result, status *st)
{
	if (!check_input("percent", percent, -100, 100, "%", "The change is in percent: 0.1 is a tenth of one percent.", st) ||
		!check_input("steps", steps, 0, 520, "steps", NULL, st) || !check_input("start", start, -1e9, 1e9, "", NULL, st))
		return false;
	*result = start * pow(1 + percent / 100, steps);
	return true;
}

bool
steps_to_double(double percent, double *steps, status *st)
{
	if (!check_input("percent", percent, 0.001, 100, "%", "Only a growing number doubles; the growth is in percent.", st))
		return false;
	*steps = log(2) / log1p(percent / 100);
	return true;
}

bool
vo2_peak_after(double vo2_peak, double decline_percent, int cycles, double *result, status *st)
{
	return check_input("vo2_peak", vo2_peak, 4, 95, "mL/kg/min", "Peak oxygen uptake is per kilogram: divide L/min by the weight and multiply by 1000.", st) &&
		check_input("decline_percent", decline_percent, 0, 100, "%", "The decline with each cycle is a positive percentage.", st) &&
		check_input("cycles", cycles, 0, 52, "cycles", NULL, st) && compound(vo2_peak, -decline_percent, cycles, result, st);
}
