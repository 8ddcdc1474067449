/* describe: see describe.h. */
#include "prescription/describe.h"

#include "prescription/vocabulary.h"

static const char *const modality_words[N_MODALITIES_OF_EXERCISE] = {
	[AEROBIC] = "aerobic exercise",
	[RESISTANCE] = "resistance exercise",
	[BALANCE] = "balance exercise",
	[FLEXIBILITY] = "flexibility exercise",
	[RESPIRATORY] = "respiratory exercise",
	[FUNCTIONAL] = "functional exercise",
	[MIND_BODY] = "mind-body exercise",
	[ACTIVITY] = "physical activity",
};

const char *
modality_in_words(exercise_modality modality)
{
	return modality_words[modality];
}

static const char *const supervision_words[N_SUPERVISIONS] = {
	[SUPERVISED] = "supervised",
	[UNSUPERVISED] = "unsupervised",
	[MONITORED] = "monitored remotely",
};

static const char *const setting_words[N_SETTINGS] = {
	[AT_SITE] = "on site",
	[AT_HOME] = "at home",
	[BY_TELE] = "by telehealth",
	[IN_COMMUNITY] = "in the community",
};

static const char *const level_words[N_LEVELS] = {
	[LIGHT] = "light intensity",
	[MODERATE] = "moderate intensity",
	[MODERATE_TO_VIGOROUS] = "moderate to vigorous intensity",
	[VIGOROUS] = "vigorous intensity",
	[MAXIMAL] = "maximal intensity",
	[AS_TOLERATED] = "the intensity tolerated",
};

static void
say_quantity(text_sink *out, const quantity *q)
{
	if (q->kind == NOT_REPORTED)
	{
		sink_text(out, "a number not reported of");
		return;
	}
	print_number(out, q->low);
	if (q->kind == SPAN)
		sink_text(out, " to ");
	else if (q->kind == RAMP)
		sink_text(out, q->high < q->low ? " falling over the weeks to " : " rising over the weeks to ");
	if (q->kind != POINT)
		print_number(out, q->high);
}

static bool
is_one(const quantity *q)
{
	return q->kind == POINT && q->low == 1;
}

/* "3 sets": a quantity of something that is counted. */
static void
say_counted(text_sink *out, const quantity *q, const char *one, const char *many)
{
	say_quantity(out, q);
	sink_char(out, ' ');
	sink_text(out, is_one(q) ? one : many);
}

static void
say_time(text_sink *out, const quantity *q, time_unit unit)
{
	static const char *const one[] = {"second", "minute", "hour"};
	static const char *const many[] = {"seconds", "minutes", "hours"};

	say_counted(out, q, one[unit], many[unit]);
}

static void
say_target(text_sink *out, const target *t)
{
	const unit_definition *def;

	if (t->kind == TARGET_NOT_REPORTED)
	{
		sink_text(out, "an intensity not reported");
		return;
	}
	if (t->kind == TARGET_LEVEL)
	{
		sink_text(out, level_words[t->unit]);
		return;
	}
	def = unit_definition_at(t->unit);
	if (t->unit <= TALK_TEST && t->unit != RIR)
	{
		sink_text(out, t->unit == TALK_TEST ? "stage" : def->text);
		sink_char(out, ' ');
	}
	if (t->value.kind == NOT_REPORTED)
		sink_text(out, "a value not reported");
	else
		say_quantity(out, &t->value);
	if (def->text[0] != '%')
		sink_char(out, ' ');
	else if (t->value.kind == NOT_REPORTED)
		sink_text(out, " in ");
	sink_text(out, def->in_words);
}

static void
say_targets(text_sink *out, const target *targets)
{
	for (const target *t = targets; t != NULL; t = t->next)
	{
		sink_text(out, t == targets ? "at " : " or ");
		say_target(out, t);
	}
}

static void
say_timed_step(text_sink *out, const timed_step *step)
{
	say_time(out, &step->time, step->unit);
	if (step->targets != NULL)
	{
		sink_char(out, ' ');
		say_targets(out, step->targets);
	}
}

static void
say_frequency(text_sink *out, const clauses *c)
{
	if (c->frequency.kind == NOT_REPORTED)
		sink_text(out, "at a frequency not reported");
	else
	{
		say_counted(out, &c->frequency, "time", "times");
		sink_text(out, c->frequency_per == PER_WEEK ? " a week" : " a day");
	}
	for (const share *s = c->split; s != NULL; s = s->next)
	{
		sink_text(out, s == c->split ? " (" : ", ");
		print_number(out, s->sessions);
		sink_char(out, ' ');
		sink_text(out, supervision_words[s->supervision]);
		if (s->next == NULL)
			sink_char(out, ')');
	}
}

static void
say_volume(text_sink *out, const clauses *c)
{
	static const char *const units[] = {"minutes", "MET-minutes", "MET-hours", "steps"};

	say_counted(out, &c->volume, units[c->volume_unit], units[c->volume_unit]);
	sink_text(out, c->volume_per == PER_WEEK ? " a week in all" : " a day in all");
}

static void
say_sets(text_sink *out, const quantity *sets, const quantity *repetitions, int hold_unit)
{
	say_counted(out, sets, "set", "sets");
	sink_text(out, " of ");
	if (hold_unit == UNKNOWN)
		say_counted(out, repetitions, "repetition", "repetitions");
	else
		say_time(out, repetitions, (time_unit) hold_unit);
}

static void
say_intervals(text_sink *out, const clauses *c)
{
	say_counted(out, &c->repeats, "interval", "intervals");
	sink_text(out, " of ");
	for (const timed_step *s = c->intervals; s != NULL; s = s->next)
	{
		if (s != c->intervals)
			sink_text(out, ", then ");
		say_timed_step(out, s);
	}
}

static void
say_alternation(text_sink *out, const clauses *c)
{
	sink_text(out, "changing every ");
	print_number(out, c->alternate_weeks);
	sink_text(out, c->alternate_weeks == 1 ? " week between " : " weeks between ");
	for (const scheme *s = c->schemes; s != NULL; s = s->next)
	{
		if (s != c->schemes)
			sink_text(out, " and ");
		say_sets(out, &s->sets, &s->repetitions, UNKNOWN);
		sink_char(out, ' ');
		say_targets(out, s->targets);
	}
}

static void
say_step_unit(text_sink *out, int unit)
{
	static const char *const words[] = {" %", " minutes", " repetitions", " sets"};

	if (unit >= N_INTENSITY_UNITS)
		sink_text(out, words[unit - N_INTENSITY_UNITS]);
	else
	{
		if (unit_definition_at(unit)->text[0] != '%')
			sink_char(out, ' ');
		sink_text(out, unit_definition_at(unit)->in_words);
	}
}

static void
say_progression_step(text_sink *out, const progression_step *s)
{
	sink_text(out, s->sign < 0 ? "less by " : "more by ");
	say_quantity(out, &s->by);
	say_step_unit(out, s->unit);
	if (s->every > 0)
	{
		sink_text(out, " every ");
		if (s->every != 1)
		{
			print_number(out, s->every);
			sink_char(out, ' ');
		}
		sink_text(out, s->per == PER_WEEK ? "week" : "session");
		if (s->every != 1)
			sink_char(out, 's');
	}
	if (s->capped)
	{
		sink_text(out, s->sign < 0 ? " down to " : " up to ");
		print_number(out, s->cap);
		say_step_unit(out, s->cap_unit);
	}
}

static void
say_progression(text_sink *out, const clauses *c)
{
	static const char *const rules[] = {
		[PROGRESSION_NONE] = "without progression",
		[PROGRESSION_AUTO] = "progressing by response",
		[PROGRESSION_STEPS] = "progressing: ",
		[PROGRESSION_TWO_FOR_TWO] = "progressing after two repetitions over plan in two sessions",
	};

	sink_text(out, rules[c->progression]);
	if (c->progression == PROGRESSION_TWO_FOR_TWO && c->steps != NULL)
		sink_text(out, ": ");
	for (const progression_step *s = c->steps; s != NULL; s = s->next)
	{
		if (s != c->steps)
			sink_text(out, " and ");
		say_progression_step(out, s);
	}
}

static void
say_clause(text_sink *out, const clauses *c, clause_name name)
{
	switch (name)
	{
		case CLAUSE_FREQUENCY:
			say_frequency(out, c);
			break;
		case CLAUSE_SUPERVISION:
			sink_text(out, supervision_words[c->supervision]);
			break;
		case CLAUSE_TIME:
			say_time(out, &c->time, c->time_unit);
			break;
		case CLAUSE_VOLUME:
			say_volume(out, c);
			break;
		case CLAUSE_SETS:
			say_sets(out, &c->sets, &c->repetitions, c->hold_unit);
			break;
		case CLAUSE_INTERVALS:
			say_intervals(out, c);
			break;
		case CLAUSE_INTENSITY:
			say_targets(out, c->targets);
			break;
		case CLAUSE_ALTERNATION:
			say_alternation(out, c);
			break;
		case CLAUSE_EXERCISES:
			say_counted(out, &c->exercises, "exercise", "exercises");
			break;
		case CLAUSE_REST:
			say_time(out, &c->rest, c->rest_unit);
			sink_text(out, " rest between sets");
			break;
		case CLAUSE_WARM_UP:
			sink_text(out, "warm-up of ");
			say_timed_step(out, &c->warm_up);
			break;
		case CLAUSE_COOL_DOWN:
			sink_text(out, "cool-down of ");
			say_timed_step(out, &c->cool_down);
			break;
		case CLAUSE_PROGRESSION:
			say_progression(out, c);
			break;
		case CLAUSE_SETTING:
			for (int i = 0; i < c->n_settings; i++)
			{
				sink_text(out, i == 0 ? "" : " or ");
				sink_text(out, setting_words[c->settings[i]]);
			}
			break;
		case CLAUSE_NOTE:
			sink_text(out, "note: \"");
			sink_bytes(out, c->note.at, c->note.length);
			sink_char(out, '"');
			break;
		case N_CLAUSES:
			break;
	}
}

static void
say_clauses(text_sink *out, const clauses *c)
{
	for (int name = 0; name < N_CLAUSES; name++)
		if (has_clause(c, name))
		{
			sink_text(out, ", ");
			say_clause(out, c, name);
		}
}

static void
say_component(text_sink *out, const component *c)
{
	sink_text(out, modality_words[c->modality]);
	for (const mode *m = c->modes; m != NULL; m = m->next)
	{
		sink_text(out, m == c->modes ? " (" : " or ");
		for (int i = 0; i < m->name.length; i++)
			sink_char(out, m->name.at[i] == '_' ? ' ' : m->name.at[i]);
		if (m->next == NULL)
			sink_char(out, ')');
	}
	say_clauses(out, &c->clauses);
}

void
describe_unit(const unit *u, text_sink *out)
{
	if (u->is_session)
	{
		sink_text(out, "sessions");
		say_clauses(out, &u->shared);
		sink_text(out, ", each with ");
	}
	for (const component *c = u->components; c != NULL; c = c->next)
	{
		if (c != u->components)
			sink_text(out, c->next == NULL ? "; and " : "; ");
		say_component(out, c);
	}
}

static void
say_selector(text_sink *out, const block *b)
{
	bool		is_point = b->range.kind == POINT;

	if (b->selector == ALWAYS)
		return;
	if (b->selector == WEEKS)
		sink_text(out, is_point ? "Week " : "Weeks ");
	else
		sink_text(out, is_point ? "Day " : "Days ");
	if (b->range.kind == NOT_REPORTED)
		sink_text(out, "not reported");
	else
		say_quantity(out, &b->range);
	if (b->selector == CYCLE_DAYS)
	{
		sink_text(out, " of each cycle of ");
		print_number(out, b->cycle_length);
		sink_text(out, " days");
	}
	if (b->condition.at != NULL)
	{
		sink_text(out, ", while ");
		sink_bytes(out, b->condition.at, b->condition.length);
	}
	sink_text(out, ": ");
}

void
describe_prescription(const prescription *rx, text_sink *out)
{
	for (const block *b = rx->blocks; b != NULL; b = b->next)
	{
		int			start = out->length;

		if (b != rx->blocks)
			sink_char(out, ' ');
		start = out->length;
		say_selector(out, b);
		for (const part *p = b->parts; p != NULL; p = p->next)
		{
			if (p != b->parts)
				sink_text(out, "; also ");
			for (const unit *u = p->alternatives; u != NULL; u = u->next)
			{
				if (u != p->alternatives)
					sink_text(out, "; or ");
				describe_unit(u, out);
			}
		}
		sink_char(out, '.');
		if (out->data[start] >= 'a' && out->data[start] <= 'z')
			out->data[start] = (char) (out->data[start] - ('a' - 'A'));
	}
}
