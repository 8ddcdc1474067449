/* parse_clauses: frequency, time, intensity and the other clauses, each at most once, in any order. */
#include "prescription/parser.h"

#include <string.h>

static bool
duplicate(parser *p, bool present, const char *name)
{
	if (!present)
		return false;
	parse_fail(p, &p->tokens.current, FAULT_INVALID_TEXT, "Each clause stands at most once.",
			   "duplicate %s clause", name);
	return true;
}

static bool
parse_time_unit(parser *p, time_unit *result)
{
	const token *tok = &p->tokens.current;

	if (!token_in(tok, WORD_TIME_UNIT))
		return parse_expected(p, "time unit", "The units of time are s, min and h.");
	*result = tok->entry->value;
	tokenizer_next(&p->tokens);
	return true;
}

static bool
parse_period(parser *p, period *result)
{
	if (accept_key(p, KEY_WK))
		*result = PER_WEEK;
	else if (accept_key(p, KEY_D))
		*result = PER_DAY;
	else
		return parse_expected(p, "wk or d", "Write /wk for each week or /d for each day.");
	return true;
}

static bool
check_unit_range(parser *p, const token *where, int unit, const quantity *q)
{
	const unit_definition *def = unit_definition_at(unit);
	const double values[] = {q->low, q->high};

	if (q->kind == NOT_REPORTED)
		return true;
	for (int i = 0; i < 2; i++)
		if (!(values[i] >= def->lowest && values[i] <= def->highest))
			return parse_fail(p, where, FAULT_OUT_OF_RANGE, def->hint, "%s %.6g is outside %.6g..%.6g",
							  def->text, values[i], def->lowest, def->highest);
	return true;
}

/* The intensity unit at the current token, written behind its number, or UNKNOWN. */
static int
suffix_unit(const token *tok)
{
	if (tok->kind == TOKEN_PERCENT_UNIT)
		return percent_unit_find(tok->at, tok->length);
	return token_in(tok, WORD_UNIT) ? tok->entry->value : UNKNOWN;
}

static const char unit_hint[] =
	"The units are %HRR %HRmax %VO2R %VO2max %VO2peak %Wpeak %MSEC %1RM %BW W bpm MET kg RM kmh.";

static bool
parse_target(parser *p, target *t)
{
	const token *tok = &p->tokens.current;
	token		where = *tok;

	t->kind = TARGET_UNIT;
	if (token_in(tok, WORD_LEVEL))
	{
		t->kind = TARGET_LEVEL;
		t->unit = tok->entry->value;
		tokenizer_next(&p->tokens);
		return true;
	}
	if (token_in(tok, WORD_SCALE))
	{
		t->unit = tok->entry->value;
		tokenizer_next(&p->tokens);
		return parse_quantity(p, &t->value) && check_unit_range(p, &where, t->unit, &t->value);
	}
	if (tok->kind != TOKEN_NUMBER && !token_is_sign(tok, '?'))
		return parse_expected(p, "intensity",
							  "Write an intensity as RPE 11-13, 60-75%HRR, mod or ? (not reported).");
	if (!parse_quantity(p, &t->value))
		return false;
	t->unit = suffix_unit(tok);
	if (t->unit == UNKNOWN)
	{
		if (t->value.kind == NOT_REPORTED && tok->kind != TOKEN_PERCENT_UNIT)
		{
			t->kind = TARGET_NOT_REPORTED;
			return true;
		}
		return parse_expected(p, "intensity unit", unit_hint);
	}
	tokenizer_next(&p->tokens);
	return check_unit_range(p, &where, t->unit, &t->value);
}

static bool
parse_targets(parser *p, target **targets)
{
	do
	{
		*targets = arena_get(p->memory, sizeof(target));
		if (!parse_target(p, *targets))
			return false;
		targets = &(*targets)->next;
	} while (accept_sign(p, '|'));
	return true;
}

static bool
parse_timed_step(parser *p, timed_step *step)
{
	return parse_quantity(p, &step->time) && parse_time_unit(p, &step->unit) &&
		(!accept_sign(p, '@') || parse_targets(p, &step->targets));
}

/* "(1sup+1uns)" behind a frequency. */
static bool
parse_split(parser *p, clauses *c)
{
	token		where = p->tokens.current;
	share	  **last = &c->split;
	double		sum = 0;

	if (!accept_sign(p, '('))
		return true;
	/* What adds up in one week of the ramp does not in the next: the text of that week would not read back. */
	if (c->frequency.kind == RAMP)
		return parse_fail(p, &where, FAULT_INVALID_TEXT, "Write a block for each number of sessions.",
						  "a frequency that is a ramp cannot be split");
	do
	{
		share	   *s = *last = arena_get(p->memory, sizeof(share));

		if (!parse_number(p, &s->sessions))
			return false;
		if (!token_in(&p->tokens.current, WORD_SUPERVISION))
			return parse_expected(p, "sup, uns or mon", NULL);
		s->supervision = p->tokens.current.entry->value;
		tokenizer_next(&p->tokens);
		sum += s->sessions;
		last = &s->next;
	} while (accept_sign(p, '+'));
	if (c->frequency.kind == POINT && !(sum > c->frequency.low - 0.0005 && sum < c->frequency.low + 0.0005))
		return parse_fail(p, &where, FAULT_INVALID_TEXT, "The numbers in the brackets add up to the frequency.",
						  "split adds up to %.6g, not to %.6g", sum, c->frequency.low);
	return parse_sign(p, ')');
}

static bool
parse_intervals(parser *p, clauses *c)
{
	timed_step **last = &c->intervals;

	do
	{
		*last = arena_get(p->memory, sizeof(timed_step));
		if (!parse_timed_step(p, *last))
			return false;
		last = &(*last)->next;
	} while (accept_sign(p, ','));
	return parse_sign(p, ')');
}

/* Frequency, time, sets and intervals begin with a number; what follows it decides. */
static bool
parse_counted(parser *p, clauses *c)
{
	quantity	q = {0};

	if (!parse_quantity(p, &q))
		return false;
	if (accept_sign(p, '/'))
	{
		if (duplicate(p, c->frequency.kind != ABSENT, "frequency"))
			return false;
		c->frequency = q;
		return parse_period(p, &c->frequency_per) && parse_split(p, c);
	}
	if (accept_sign(p, 'x'))
	{
		if (accept_sign(p, '('))
		{
			if (duplicate(p, c->intervals != NULL, "interval"))
				return false;
			c->repeats = q;
			return parse_intervals(p, c);
		}
		if (duplicate(p, c->sets.kind != ABSENT, "sets"))
			return false;
		c->sets = q;
		if (!parse_quantity(p, &c->repetitions))
			return false;
		c->hold_unit = UNKNOWN;
		if (token_in(&p->tokens.current, WORD_TIME_UNIT))
		{
			c->hold_unit = p->tokens.current.entry->value;
			tokenizer_next(&p->tokens);
		}
		return true;
	}
	if (!token_in(&p->tokens.current, WORD_TIME_UNIT))
		return parse_expected(p, "/wk, x or a time unit after a number", "Write 3/wk, 2x10 or 30min.");
	if (duplicate(p, c->time.kind != ABSENT, "time"))
		return false;
	c->time = q;
	return parse_time_unit(p, &c->time_unit);
}

static bool
parse_volume(parser *p, clauses *c)
{
	const token *tok = &p->tokens.current;

	if (!parse_quantity(p, &c->volume))
		return false;
	if (token_is(tok, WORD_TIME_UNIT, MINUTES))
		c->volume_unit = VOLUME_MINUTES;
	else if (token_in(tok, WORD_VOLUME_UNIT))
		c->volume_unit = tok->entry->value;
	else
		return parse_expected(p, "volume unit", "The units of volume are min, METmin, METh and steps.");
	tokenizer_next(&p->tokens);
	return parse_sign(p, '/') && parse_period(p, &c->volume_per);
}

static bool
parse_settings(parser *p, clauses *c)
{
	const token *tok = &p->tokens.current;

	do
	{
		if (!token_in(tok, WORD_SETTING))
			return parse_expected(p, "setting", "The settings are site home tele comm.");
		for (int i = 0; i < c->n_settings; i++)
			if (token_is(tok, WORD_SETTING, c->settings[i]))
				return parse_fail(p, tok, FAULT_INVALID_TEXT, NULL, "setting \"%s\" stands twice", tok->entry->text);
		c->settings[c->n_settings++] = tok->entry->value;
		tokenizer_next(&p->tokens);
	} while (accept_sign(p, '|'));
	return true;
}

static bool
parse_alternation(parser *p, clauses *c)
{
	scheme	  **last = &c->schemes;
	int			weeks;

	if (!parse_whole_number(p, "number of weeks", 1, MAX_WEEK, &weeks))
		return false;
	c->alternate_weeks = weeks;
	if (!accept_key(p, KEY_WK))
		return parse_expected(p, "wk", "Write alt 4wk(3x10-12@70%1RM, 3x6-8@80%1RM).");
	if (!parse_sign(p, '('))
		return false;
	do
	{
		scheme	   *s = *last = arena_get(p->memory, sizeof(scheme));

		if (!parse_quantity(p, &s->sets) || !parse_sign(p, 'x') || !parse_quantity(p, &s->repetitions) ||
			!parse_sign(p, '@') || !parse_targets(p, &s->targets))
			return false;
		last = &s->next;
	} while (accept_sign(p, ','));
	return parse_sign(p, ')');
}

static bool
parse_step_unit(parser *p, int *result)
{
	const token *tok = &p->tokens.current;

	*result = UNKNOWN;
	if (token_is_sign(tok, '%'))
		*result = STEP_PERCENT;
	else if (tok->kind == TOKEN_PERCENT_UNIT)
		*result = percent_unit_find(tok->at, tok->length);
	else if (token_is(tok, WORD_TIME_UNIT, MINUTES))
		*result = STEP_MINUTES;
	else if (token_in(tok, WORD_STEP_UNIT) || token_is(tok, WORD_SCALE, RPE) || token_is(tok, WORD_UNIT, KILOGRAMS) ||
			 token_is(tok, WORD_UNIT, WATTS) || token_is(tok, WORD_UNIT, BPM))
		*result = tok->entry->value;
	if (*result == UNKNOWN)
		return parse_expected(p, "unit of a step",
							  "Steps are in %, a percentage unit such as %1RM, min, kg, W, bpm, rep, set or RPE.");
	tokenizer_next(&p->tokens);
	return true;
}

static bool
parse_progression_step(parser *p, progression_step *s)
{
	s->sign = token_is_sign(&p->tokens.current, '-') ? -1 : 1;
	if (!accept_sign(p, '+') && !accept_sign(p, '-'))
		return parse_expected(p, "+ or -", "A step of a progression starts with + or -.");
	if (!parse_quantity(p, &s->by) || !parse_step_unit(p, &s->unit))
		return false;
	if (accept_sign(p, '/'))
	{
		int			every = 1;

		if (p->tokens.current.kind == TOKEN_NUMBER &&
			!parse_whole_number(p, "interval of a step", 1, MAX_WEEK, &every))
			return false;
		s->every = every;
		if (accept_key(p, KEY_WK))
			s->per = PER_WEEK;
		else if (accept_key(p, KEY_SES))
			s->per = PER_SESSION;
		else
			return parse_expected(p, "wk or ses", "A step is taken every few weeks or sessions: /2wk, /ses.");
	}
	if (accept_key(p, KEY_TO))
	{
		s->capped = true;
		return parse_number(p, &s->cap) && parse_step_unit(p, &s->cap_unit);
	}
	return true;
}

static bool
parse_progression(parser *p, clauses *c)
{
	const token *tok = &p->tokens.current;
	progression_step **last = &c->steps;

	if (accept_key(p, KEY_NONE))
	{
		c->progression = PROGRESSION_NONE;
		return true;
	}
	if (accept_key(p, KEY_AUTO))
	{
		c->progression = PROGRESSION_AUTO;
		return true;
	}
	c->progression = accept_key(p, KEY_TWO_FOR_TWO) ? PROGRESSION_TWO_FOR_TWO : PROGRESSION_STEPS;
	if (!token_is_sign(tok, '+') && !token_is_sign(tok, '-'))
		return c->progression == PROGRESSION_TWO_FOR_TWO ||
			parse_expected(p, "none, auto, tworep or a step with its sign", "Write for example prog +5min/2wk.");
	do
	{
		*last = arena_get(p->memory, sizeof(progression_step));
		if (!parse_progression_step(p, *last))
			return false;
		last = &(*last)->next;
	} while (accept_sign(p, ','));
	return true;
}

static bool
parse_note(parser *p, clauses *c)
{
	const token *tok = &p->tokens.current;

	if (duplicate(p, c->note.at != NULL, "note"))
		return false;
	if (tok->length > MAX_NOTE)
		return parse_fail(p, tok, FAULT_LIMIT_EXCEEDED, NULL, "note is longer than %d bytes", MAX_NOTE);
	c->note.at = tok->at;
	c->note.length = tok->length;
	tokenizer_next(&p->tokens);
	return true;
}

static bool
parse_supervision(parser *p, clauses *c)
{
	if (duplicate(p, c->supervision != UNKNOWN, "supervision"))
		return false;
	c->supervision = p->tokens.current.entry->value;
	tokenizer_next(&p->tokens);
	return true;
}

/* A clause that begins with a word of ours. found: whether the word begins one. */
static bool
parse_keyed(parser *p, clauses *c, bool *found)
{
	keyword		key = p->tokens.current.entry->value;

	*found = true;
	switch (key)
	{
		case KEY_DAILY:
			if (duplicate(p, c->frequency.kind != ABSENT, "frequency"))
				return false;
			c->frequency = (quantity) {POINT, 7, 7};
			c->frequency_per = PER_WEEK;
			tokenizer_next(&p->tokens);
			return true;
		case KEY_VOL:
			if (duplicate(p, c->volume.kind != ABSENT, "volume"))
				return false;
			tokenizer_next(&p->tokens);
			return parse_volume(p, c);
		case KEY_ALT:
			if (duplicate(p, c->schemes != NULL, "alternation"))
				return false;
			tokenizer_next(&p->tokens);
			return parse_alternation(p, c);
		case KEY_EX:
			if (duplicate(p, c->exercises.kind != ABSENT, "exercises"))
				return false;
			tokenizer_next(&p->tokens);
			return parse_quantity(p, &c->exercises);
		case KEY_REST:
			if (duplicate(p, c->rest.kind != ABSENT, "rest"))
				return false;
			tokenizer_next(&p->tokens);
			return parse_quantity(p, &c->rest) && parse_time_unit(p, &c->rest_unit);
		case KEY_WARM:
			if (duplicate(p, c->warm_up.time.kind != ABSENT, "warm-up"))
				return false;
			tokenizer_next(&p->tokens);
			return parse_timed_step(p, &c->warm_up);
		case KEY_COOL:
			if (duplicate(p, c->cool_down.time.kind != ABSENT, "cool-down"))
				return false;
			tokenizer_next(&p->tokens);
			return parse_timed_step(p, &c->cool_down);
		case KEY_PROG:
			if (duplicate(p, c->progression != UNKNOWN, "progression"))
				return false;
			tokenizer_next(&p->tokens);
			return parse_progression(p, c);
		case KEY_VIA:
			if (duplicate(p, c->n_settings > 0, "setting"))
				return false;
			tokenizer_next(&p->tokens);
			return parse_settings(p, c);
		default:
			*found = false;
			return true;
	}
}

bool
parse_clauses(parser *p, clauses *c)
{
	const token *tok = &p->tokens.current;

	c->supervision = UNKNOWN;
	c->progression = UNKNOWN;
	c->hold_unit = UNKNOWN;
	for (;;)
	{
		bool		found = true;
		bool		good;

		if (tok->kind == TOKEN_NOTE)
			good = parse_note(p, c);
		else if (tok->kind == TOKEN_NUMBER || token_is_sign(tok, '?'))
			good = parse_counted(p, c);
		else if (token_is_sign(tok, '@'))
		{
			good = !duplicate(p, c->targets != NULL, "intensity");
			if (good)
			{
				tokenizer_next(&p->tokens);
				good = parse_targets(p, &c->targets);
			}
		}
		else if (token_in(tok, WORD_SUPERVISION))
			good = parse_supervision(p, c);
		else if (token_in(tok, WORD_KEY))
			good = parse_keyed(p, c, &found);
		else
			return true;
		if (!good)
			return false;
		if (!found)
			return true;
	}
}
