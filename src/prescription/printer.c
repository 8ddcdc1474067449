/* printer: the canonical text form. Clauses stand in one order, with single blanks. */
#include "prescription/vocabulary.h"

#include <math.h>

/* Up to three decimals, none that are zero. */
void
print_number(text_sink *out, double number)
{
	char		digits[24];
	char	   *at = digits + sizeof(digits);
	int64_t		thousandths = llround(number * 1000);
	int			decimals = 3;
	int64_t		rest = thousandths;

	while (decimals > 0 && rest % 10 == 0)
	{
		rest /= 10;
		decimals--;
	}
	for (int i = 0; i < decimals; i++, rest /= 10)
		*--at = (char) ('0' + rest % 10);
	if (decimals > 0)
		*--at = '.';
	do
		*--at = (char) ('0' + rest % 10);
	while ((rest /= 10) > 0);
	sink_bytes(out, at, (int) (digits + sizeof(digits) - at));
}

void
print_quantity(text_sink *out, const quantity *q)
{
	if (q->kind == NOT_REPORTED)
	{
		sink_char(out, '?');
		return;
	}
	print_number(out, q->low);
	if (q->kind == POINT)
		return;
	sink_text(out, q->kind == RAMP ? "->" : "-");
	print_number(out, q->high);
}

static void
print_target(text_sink *out, const target *t)
{
	switch (t->kind)
	{
		case TARGET_NOT_REPORTED:
			sink_char(out, '?');
			break;
		case TARGET_LEVEL:
			sink_text(out, vocabulary_word(WORD_LEVEL, t->unit));
			break;
		case TARGET_UNIT:
			if (t->unit <= TALK_TEST)
			{
				sink_text(out, unit_definition_at(t->unit)->text);
				sink_char(out, ' ');
			}
			print_quantity(out, &t->value);
			if (t->unit > TALK_TEST)
				sink_text(out, unit_definition_at(t->unit)->text);
			break;
	}
}

void
print_targets(text_sink *out, const target *targets)
{
	for (const target *t = targets; t != NULL; t = t->next)
	{
		if (t != targets)
			sink_char(out, '|');
		print_target(out, t);
	}
}

void
print_timed_step(text_sink *out, const timed_step *step)
{
	print_quantity(out, &step->time);
	sink_text(out, vocabulary_word(WORD_TIME_UNIT, step->unit));
	if (step->targets != NULL)
	{
		sink_char(out, '@');
		print_targets(out, step->targets);
	}
}

static void
print_frequency(text_sink *out, const clauses *c)
{
	print_quantity(out, &c->frequency);
	sink_text(out, c->frequency_per == PER_WEEK ? "/wk" : "/d");
	for (const share *s = c->split; s != NULL; s = s->next)
	{
		sink_char(out, s == c->split ? '(' : '+');
		print_number(out, s->sessions);
		sink_text(out, vocabulary_word(WORD_SUPERVISION, s->supervision));
	}
	if (c->split != NULL)
		sink_char(out, ')');
}

static void
print_volume(text_sink *out, const clauses *c)
{
	sink_text(out, "vol ");
	print_quantity(out, &c->volume);
	sink_text(out, c->volume_unit == VOLUME_MINUTES ? "min" : vocabulary_word(WORD_VOLUME_UNIT, c->volume_unit));
	sink_text(out, c->volume_per == PER_WEEK ? "/wk" : "/d");
}

static void
print_intervals(text_sink *out, const clauses *c)
{
	print_quantity(out, &c->repeats);
	sink_text(out, "x(");
	for (const timed_step *s = c->intervals; s != NULL; s = s->next)
	{
		if (s != c->intervals)
			sink_text(out, ", ");
		print_timed_step(out, s);
	}
	sink_char(out, ')');
}

static void
print_alternation(text_sink *out, const clauses *c)
{
	sink_text(out, "alt ");
	print_number(out, c->alternate_weeks);
	sink_text(out, "wk(");
	for (const scheme *s = c->schemes; s != NULL; s = s->next)
	{
		if (s != c->schemes)
			sink_text(out, ", ");
		print_quantity(out, &s->sets);
		sink_char(out, 'x');
		print_quantity(out, &s->repetitions);
		sink_char(out, '@');
		print_targets(out, s->targets);
	}
	sink_char(out, ')');
}

static void
print_progression_step(text_sink *out, const progression_step *s)
{
	sink_char(out, s->sign < 0 ? '-' : '+');
	print_quantity(out, &s->by);
	sink_text(out, step_unit_text(s->unit));
	if (s->every > 0)
	{
		sink_char(out, '/');
		if (s->every != 1)
			print_number(out, s->every);
		sink_text(out, s->per == PER_WEEK ? "wk" : "ses");
	}
	if (s->capped)
	{
		sink_text(out, " to ");
		print_number(out, s->cap);
		sink_text(out, step_unit_text(s->cap_unit));
	}
}

static void
print_progression(text_sink *out, const clauses *c)
{
	static const char *const rules[] = {"none", "auto", "", "tworep"};

	sink_text(out, "prog");
	if (c->progression != PROGRESSION_STEPS)
	{
		sink_char(out, ' ');
		sink_text(out, rules[c->progression]);
	}
	for (const progression_step *s = c->steps; s != NULL; s = s->next)
	{
		sink_text(out, s == c->steps ? " " : ", ");
		print_progression_step(out, s);
	}
}

static void
print_settings(text_sink *out, const clauses *c)
{
	sink_text(out, "via ");
	for (int i = 0; i < c->n_settings; i++)
	{
		if (i > 0)
			sink_char(out, '|');
		sink_text(out, vocabulary_word(WORD_SETTING, c->settings[i]));
	}
}

static void
print_amount(text_sink *out, const char *head, const quantity *q, const char *unit)
{
	sink_text(out, head);
	print_quantity(out, q);
	sink_text(out, unit);
}

static void
print_sets(text_sink *out, const clauses *c)
{
	print_quantity(out, &c->sets);
	sink_char(out, 'x');
	print_quantity(out, &c->repetitions);
	if (c->hold_unit != UNKNOWN)
		sink_text(out, vocabulary_word(WORD_TIME_UNIT, c->hold_unit));
}

static void
print_note(text_sink *out, const clauses *c)
{
	sink_char(out, '"');
	sink_bytes(out, c->note.at, c->note.length);
	sink_char(out, '"');
}

bool
has_clause(const clauses *c, clause_name name)
{
	switch (name)
	{
		case CLAUSE_FREQUENCY:
			return c->frequency.kind != ABSENT;
		case CLAUSE_SUPERVISION:
			return c->supervision != UNKNOWN;
		case CLAUSE_TIME:
			return c->time.kind != ABSENT;
		case CLAUSE_VOLUME:
			return c->volume.kind != ABSENT;
		case CLAUSE_SETS:
			return c->sets.kind != ABSENT;
		case CLAUSE_INTERVALS:
			return c->intervals != NULL;
		case CLAUSE_INTENSITY:
			return c->targets != NULL;
		case CLAUSE_ALTERNATION:
			return c->schemes != NULL;
		case CLAUSE_EXERCISES:
			return c->exercises.kind != ABSENT;
		case CLAUSE_REST:
			return c->rest.kind != ABSENT;
		case CLAUSE_WARM_UP:
			return c->warm_up.time.kind != ABSENT;
		case CLAUSE_COOL_DOWN:
			return c->cool_down.time.kind != ABSENT;
		case CLAUSE_PROGRESSION:
			return c->progression != UNKNOWN;
		case CLAUSE_SETTING:
			return c->n_settings > 0;
		case CLAUSE_NOTE:
			return c->note.at != NULL;
		case N_CLAUSES:
			break;
	}
	return false;
}

void
print_clause(text_sink *out, const clauses *c, clause_name name)
{
	switch (name)
	{
		case CLAUSE_FREQUENCY:
			print_frequency(out, c);
			break;
		case CLAUSE_SUPERVISION:
			sink_text(out, vocabulary_word(WORD_SUPERVISION, c->supervision));
			break;
		case CLAUSE_TIME:
			print_amount(out, "", &c->time, vocabulary_word(WORD_TIME_UNIT, c->time_unit));
			break;
		case CLAUSE_VOLUME:
			print_volume(out, c);
			break;
		case CLAUSE_SETS:
			print_sets(out, c);
			break;
		case CLAUSE_INTERVALS:
			print_intervals(out, c);
			break;
		case CLAUSE_INTENSITY:
			sink_char(out, '@');
			print_targets(out, c->targets);
			break;
		case CLAUSE_ALTERNATION:
			print_alternation(out, c);
			break;
		case CLAUSE_EXERCISES:
			print_amount(out, "ex ", &c->exercises, "");
			break;
		case CLAUSE_REST:
			print_amount(out, "rest ", &c->rest, vocabulary_word(WORD_TIME_UNIT, c->rest_unit));
			break;
		case CLAUSE_WARM_UP:
			sink_text(out, "warm ");
			print_timed_step(out, &c->warm_up);
			break;
		case CLAUSE_COOL_DOWN:
			sink_text(out, "cool ");
			print_timed_step(out, &c->cool_down);
			break;
		case CLAUSE_PROGRESSION:
			print_progression(out, c);
			break;
		case CLAUSE_SETTING:
			print_settings(out, c);
			break;
		case CLAUSE_NOTE:
			print_note(out, c);
			break;
		case N_CLAUSES:
			break;
	}
}

/* Each clause with a blank before it. */
static void
print_clauses(text_sink *out, const clauses *c)
{
	for (int name = 0; name < N_CLAUSES; name++)
		if (has_clause(c, name))
		{
			sink_char(out, ' ');
			print_clause(out, c, name);
		}
}

static void
print_component(text_sink *out, const component *c)
{
	sink_text(out, vocabulary_word(WORD_MODALITY, c->modality));
	for (const mode *m = c->modes; m != NULL; m = m->next)
	{
		sink_char(out, m == c->modes ? ' ' : '|');
		sink_bytes(out, m->name.at, m->name.length);
	}
	print_clauses(out, &c->clauses);
}

void
print_unit(text_sink *out, const unit *u)
{
	if (u->is_session)
	{
		sink_text(out, "ses");
		print_clauses(out, &u->shared);
		sink_text(out, " { ");
	}
	for (const component *c = u->components; c != NULL; c = c->next)
	{
		if (c != u->components)
			sink_text(out, " & ");
		print_component(out, c);
	}
	if (u->is_session)
		sink_text(out, " }");
}

static void
print_selector(text_sink *out, const block *b)
{
	sink_text(out, b->selector == WEEKS ? "wk " : "cd ");
	print_quantity(out, &b->range);
	if (b->selector == CYCLE_DAYS)
	{
		sink_char(out, '/');
		print_number(out, b->cycle_length);
	}
	if (b->condition.at != NULL)
	{
		sink_text(out, " while ");
		sink_bytes(out, b->condition.at, b->condition.length);
	}
	sink_text(out, ": ");
}

void
print_block(text_sink *out, const block *b)
{
	if (b->selector != ALWAYS)
		print_selector(out, b);
	for (const part *p = b->parts; p != NULL; p = p->next)
	{
		if (p != b->parts)
			sink_text(out, " & ");
		for (const unit *u = p->alternatives; u != NULL; u = u->next)
		{
			if (u != p->alternatives)
				sink_text(out, " or ");
			print_unit(out, u);
		}
	}
}

void
prescription_print(const prescription *rx, text_sink *out)
{
	for (const block *b = rx->blocks; b != NULL; b = b->next)
	{
		if (b != rx->blocks)
			sink_text(out, "; ");
		print_block(out, b);
	}
}
