/* to_json_pg.c: a prescription as jsonb. The schema is in docs/prescription.md. */
#include "prescription/prescription_pg.h"

#include "prescription/json_writer_pg.h"
#include "prescription/vocabulary.h"

PG_FUNCTION_INFO_V1(prescription_to_jsonb);

/* A number, {"from", "to"}, {"ramp_from", "ramp_to"}, or null for "not reported". */
static void
put_quantity(json_writer *w, const char *key, const quantity *q)
{
	put_key(w, key);
	if (q->kind == NOT_REPORTED)
		put_null(w);
	else if (q->kind == POINT)
		put_number(w, q->low);
	else
	{
		begin_object(w);
		put_named_number(w, q->kind == RAMP ? "ramp_from" : "from", q->low);
		put_named_number(w, q->kind == RAMP ? "ramp_to" : "to", q->high);
		end_object(w);
	}
}

static const char *
time_word(int unit)
{
	return vocabulary_word(WORD_TIME_UNIT, unit);
}

static const char *
period_label(period per)
{
	return per == PER_WEEK ? "week" : per == PER_DAY ? "day" : "session";
}

static void
put_targets(json_writer *w, const target *targets)
{
	if (targets == NULL)
		return;
	begin_array(w, "intensity");
	for (const target *t = targets; t != NULL; t = t->next)
	{
		if (t->kind == TARGET_NOT_REPORTED)
		{
			put_null(w);
			continue;
		}
		begin_object(w);
		if (t->kind == TARGET_LEVEL)
			put_label(w, "level", vocabulary_word(WORD_LEVEL, t->unit));
		else
		{
			put_label(w, "unit", unit_definition_at(t->unit)->text);
			put_quantity(w, "value", &t->value);
		}
		end_object(w);
	}
	end_array(w);
}

static void
put_amount(json_writer *w, const char *key, const quantity *q, const char *unit)
{
	put_key(w, key);
	begin_object(w);
	put_quantity(w, "amount", q);
	put_label(w, "unit", unit);
}

static void
put_timed_step(json_writer *w, const timed_step *step)
{
	begin_object(w);
	put_quantity(w, "amount", &step->time);
	put_label(w, "unit", time_word(step->unit));
	put_targets(w, step->targets);
	end_object(w);
}

static void
put_frequency(json_writer *w, const clauses *c)
{
	put_key(w, "frequency");
	begin_object(w);
	put_quantity(w, "times", &c->frequency);
	put_label(w, "per", period_label(c->frequency_per));
	if (c->split != NULL)
	{
		begin_array(w, "split");
		for (const share *s = c->split; s != NULL; s = s->next)
		{
			begin_object(w);
			put_named_number(w, "times", s->sessions);
			put_label(w, "supervision", supervision_labels[s->supervision]);
			end_object(w);
		}
		end_array(w);
	}
	end_object(w);
}

static void
put_dose(json_writer *w, const clauses *c)
{
	put_key(w, "dose");
	begin_object(w);
	put_quantity(w, "sets", &c->sets);
	if (c->hold_unit == UNKNOWN)
		put_quantity(w, "repetitions", &c->repetitions);
	else
	{
		put_amount(w, "hold", &c->repetitions, time_word(c->hold_unit));
		end_object(w);
	}
	end_object(w);
}

static void
put_intervals(json_writer *w, const clauses *c)
{
	put_key(w, "intervals");
	begin_object(w);
	put_quantity(w, "repeats", &c->repeats);
	begin_array(w, "steps");
	for (const timed_step *s = c->intervals; s != NULL; s = s->next)
		put_timed_step(w, s);
	end_array(w);
	end_object(w);
}

static void
put_alternation(json_writer *w, const clauses *c)
{
	put_key(w, "alternation");
	begin_object(w);
	put_named_number(w, "every_weeks", c->alternate_weeks);
	begin_array(w, "schemes");
	for (const scheme *s = c->schemes; s != NULL; s = s->next)
	{
		begin_object(w);
		put_quantity(w, "sets", &s->sets);
		put_quantity(w, "repetitions", &s->repetitions);
		put_targets(w, s->targets);
		end_object(w);
	}
	end_array(w);
	end_object(w);
}

static void
put_progression(json_writer *w, const clauses *c)
{
	static const char *const rules[] = {"none", "auto", "steps", "two_for_two"};

	put_key(w, "progression");
	begin_object(w);
	put_label(w, "rule", rules[c->progression]);
	if (c->steps != NULL)
	{
		begin_array(w, "steps");
		for (const progression_step *s = c->steps; s != NULL; s = s->next)
		{
			begin_object(w);
			put_label(w, "direction", s->sign < 0 ? "down" : "up");
			put_quantity(w, "by", &s->by);
			put_label(w, "unit", step_unit_text(s->unit));
			if (s->every > 0)
			{
				put_named_number(w, "every", s->every);
				put_label(w, "per", period_label(s->per));
			}
			if (s->capped)
			{
				put_key(w, "until");
				begin_object(w);
				put_named_number(w, "amount", s->cap);
				put_label(w, "unit", step_unit_text(s->cap_unit));
				end_object(w);
			}
			end_object(w);
		}
		end_array(w);
	}
	end_object(w);
}

static void
put_clauses(json_writer *w, const clauses *c)
{
	if (c->frequency.kind != ABSENT)
		put_frequency(w, c);
	if (c->supervision != UNKNOWN)
		put_label(w, "supervision", supervision_labels[c->supervision]);
	if (c->time.kind != ABSENT)
	{
		put_amount(w, "time", &c->time, time_word(c->time_unit));
		end_object(w);
	}
	if (c->volume.kind != ABSENT)
	{
		put_amount(w, "volume", &c->volume,
				   c->volume_unit == VOLUME_MINUTES ? "min" : vocabulary_word(WORD_VOLUME_UNIT, c->volume_unit));
		put_label(w, "per", period_label(c->volume_per));
		end_object(w);
	}
	if (c->sets.kind != ABSENT)
		put_dose(w, c);
	if (c->intervals != NULL)
		put_intervals(w, c);
	put_targets(w, c->targets);
	if (c->schemes != NULL)
		put_alternation(w, c);
	if (c->exercises.kind != ABSENT)
		put_quantity(w, "exercises", &c->exercises);
	if (c->rest.kind != ABSENT)
	{
		put_amount(w, "rest", &c->rest, time_word(c->rest_unit));
		end_object(w);
	}
	if (c->warm_up.time.kind != ABSENT)
		put_key(w, "warm_up"), put_timed_step(w, &c->warm_up);
	if (c->cool_down.time.kind != ABSENT)
		put_key(w, "cool_down"), put_timed_step(w, &c->cool_down);
	if (c->progression != UNKNOWN)
		put_progression(w, c);
	if (c->n_settings > 0)
	{
		begin_array(w, "settings");
		for (int i = 0; i < c->n_settings; i++)
			put_text(w, setting_labels[c->settings[i]], strlen(setting_labels[c->settings[i]]));
		end_array(w);
	}
	if (c->note.at != NULL)
		put_key(w, "note"), put_text(w, c->note.at, c->note.length);
}

static void
put_component(json_writer *w, const component *c)
{
	begin_object(w);
	put_label(w, "modality", exercise_modality_labels[c->modality]);
	if (c->modes != NULL)
	{
		begin_array(w, "modes");
		for (const mode *m = c->modes; m != NULL; m = m->next)
			put_text(w, m->name.at, m->name.length);
		end_array(w);
	}
	put_clauses(w, &c->clauses);
	end_object(w);
}

static void
put_unit(json_writer *w, const unit *u)
{
	if (!u->is_session)
	{
		put_component(w, u->components);
		return;
	}
	begin_object(w);
	put_clauses(w, &u->shared);
	begin_array(w, "components");
	for (const component *c = u->components; c != NULL; c = c->next)
		put_component(w, c);
	end_array(w);
	end_object(w);
}

static void
put_block(json_writer *w, const block *b)
{
	begin_object(w);
	if (b->selector == WEEKS)
		put_quantity(w, "weeks", &b->range);
	if (b->selector == CYCLE_DAYS)
	{
		put_quantity(w, "cycle_days", &b->range);
		put_named_number(w, "cycle_length", b->cycle_length);
	}
	if (b->condition.at != NULL)
		put_key(w, "while"), put_text(w, b->condition.at, b->condition.length);
	begin_array(w, "parts");
	for (const part *p = b->parts; p != NULL; p = p->next)
	{
		begin_array(w, NULL);
		for (const unit *u = p->alternatives; u != NULL; u = u->next)
			put_unit(w, u);
		end_array(w);
	}
	end_array(w);
	end_object(w);
}

Datum
prescription_to_jsonb(PG_FUNCTION_ARGS)
{
	call_memory memory;
	prescription rx;
	json_writer w = NULL;

	CALL_MEMORY_INIT(memory);
	prescription_read(PG_GETARG_VARLENA_PP(0), &rx, &memory.arena);
	begin_object(&w);
	begin_array(&w, "blocks");
	for (const block *b = rx.blocks; b != NULL; b = b->next)
		put_block(&w, b);
	end_array(&w);
	PG_RETURN_JSONB_P(JsonbValueToJsonb(end_object(&w)));
}
