/* parser: reads blocks, parts, sessions and components. The grammar is LL(1). */
#include "prescription/parser.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define EXCERPT 24

/* Characters before a token. Bytes 10xxxxxx continue a character of UTF-8. */
static int
position_of(const parser *p, const token *where)
{
	const char *at = where->kind == TOKEN_NOTE ? where->at - 1 : where->at;
	int			characters = 1;

	for (const char *c = p->tokens.text; c < at; c++)
		if (((unsigned char) *c & 0xC0) != 0x80)
			characters++;
	return characters;
}

/* Bytes of a token that can be shown: no half characters, no control characters. */
static int
printable(const token *tok)
{
	int			length = 0;

	while (length < tok->length && length < EXCERPT && tok->at[length] >= ' ' &&
		   tok->at[length] < 0x7f)
		length++;
	return length;
}

bool
parse_fail(parser *p, const token *where, fault_code code, const char *hint, const char *format, ...)
{
	char		message[sizeof(p->st->message)];
	va_list		arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	status_fail(p->st, code, "%s", message);
	if (where->kind == TOKEN_END)
		status_detail(p->st, "At the end of the prescription, character %d.", position_of(p, where));
	else
		status_detail(p->st, "At character %d of the prescription.", position_of(p, where));
	if (hint != NULL)
		status_hint(p->st, "%s", hint);
	return false;
}

bool
parse_expected(parser *p, const char *what, const char *hint)
{
	const token *tok = &p->tokens.current;

	if (tok->kind == TOKEN_END)
		return parse_fail(p, tok, FAULT_INVALID_TEXT, hint, "%s expected, but the prescription ends", what);
	if (tok->kind == TOKEN_BAD && *tok->at == '"')
		return parse_fail(p, tok, FAULT_INVALID_TEXT, "A note ends with \" on the same line.",
						  "note without an end");
	if (tok->kind == TOKEN_NOTE)
		return parse_fail(p, tok, FAULT_INVALID_TEXT, hint, "%s expected, found a note", what);
	return parse_fail(p, tok, FAULT_INVALID_TEXT, hint, "%s expected, found \"%.*s\"", what,
					  printable(tok), tok->at);
}

bool
accept_sign(parser *p, char sign)
{
	if (!token_is_sign(&p->tokens.current, sign))
		return false;
	tokenizer_next(&p->tokens);
	return true;
}

bool
parse_sign(parser *p, char sign)
{
	char		what[] = {'"', sign, '"', '\0'};

	return accept_sign(p, sign) || parse_expected(p, what, NULL);
}

bool
accept_key(parser *p, keyword key)
{
	if (!token_is_key(&p->tokens.current, key))
		return false;
	tokenizer_next(&p->tokens);
	return true;
}

/* Numbers are decimals with up to 6 digits before and 3 behind the point, so that thousandths are exact. */
bool
parse_number(parser *p, double *number)
{
	const token *tok = &p->tokens.current;
	int			whole_digits = 0;
	int			decimals = 0;
	bool		behind = false;
	int64_t		thousandths = 0;

	if (tok->kind != TOKEN_NUMBER)
		return parse_expected(p, "number", NULL);
	for (int i = 0; i < tok->length; i++)
	{
		char		c = tok->at[i];

		if (c == '.')
		{
			behind = true;
			continue;
		}
		if (behind && ++decimals > 3)
		{
			if (c == '0')
				continue;
			return parse_fail(p, tok, FAULT_LIMIT_EXCEEDED, "Round the number.",
							  "number has more than 3 decimals: \"%.*s\"", printable(tok), tok->at);
		}
		if (!behind && (whole_digits > 0 || c != '0') && ++whole_digits > 6)
			return parse_fail(p, tok, FAULT_LIMIT_EXCEEDED, "The largest number is 999999.999.",
							  "number is too large: \"%.*s\"", printable(tok), tok->at);
		thousandths = thousandths * 10 + (c - '0');
	}
	for (int i = decimals > 3 ? 3 : decimals; i < 3; i++)
		thousandths *= 10;
	*number = (double) thousandths / 1000.0;
	tokenizer_next(&p->tokens);
	return true;
}

bool
parse_whole_number(parser *p, const char *what, int lowest, int highest, int *number)
{
	token		tok = p->tokens.current;
	double		value;

	if (!parse_number(p, &value))
		return false;
	if (!(value >= lowest && value <= highest) || value != (double) (int) value)
		return parse_fail(p, &tok, FAULT_OUT_OF_RANGE, NULL, "%s \"%.*s\" is not a whole number from %d to %d",
						  what, printable(&tok), tok.at, lowest, highest);
	*number = (int) value;
	return true;
}

bool
parse_quantity(parser *p, quantity *q)
{
	token		first = p->tokens.current;

	if (accept_sign(p, '?'))
	{
		q->kind = NOT_REPORTED;
		return true;
	}
	if (!parse_number(p, &q->low))
		return false;
	q->kind = POINT;
	q->high = q->low;
	if (p->tokens.current.kind == TOKEN_ARROW)
	{
		tokenizer_next(&p->tokens);
		q->kind = RAMP;
		return parse_number(p, &q->high);
	}
	if (!accept_sign(p, '-'))
		return true;
	if (!parse_number(p, &q->high))
		return false;
	if (q->high < q->low)
		return parse_fail(p, &first, FAULT_INVALID_TEXT, "Write -> for a ramp that falls over the weeks.",
						  "range %.6g-%.6g is descending", q->low, q->high);
	q->kind = q->low == q->high ? POINT : SPAN;
	return true;
}

bool
parse_free_word(parser *p, const char *what, const char *hint, word *name)
{
	const token *tok = &p->tokens.current;
	char	   *folded;

	if (tok->kind != TOKEN_WORD || tok->entry != NULL)
		return parse_expected(p, what, hint);
	if (tok->length > MAX_WORD)
		return parse_fail(p, tok, FAULT_LIMIT_EXCEEDED, NULL, "%s is longer than %d letters", what,
						  MAX_WORD);
	folded = arena_get(p->memory, (size_t) tok->length);
	for (int i = 0; i < tok->length; i++)
	{
		char		c = tok->at[i];

		folded[i] = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
	}
	/* Folding can make a word of ours from another one, or the sign "x". */
	if (vocabulary_find(folded, tok->length) != NULL || (tok->length == 1 && folded[0] == 'x'))
		return parse_fail(p, tok, FAULT_INVALID_TEXT, hint, "%s cannot be \"%.*s\", which has another meaning",
						  what, tok->length, folded);
	name->at = folded;
	name->length = tok->length;
	tokenizer_next(&p->tokens);
	return true;
}

static const char mode_hint[] =
	"A mode is a word of letters and underscores; intensities follow @, settings follow via.";

static bool
parse_component(parser *p, component *c)
{
	const token *tok = &p->tokens.current;
	mode	  **last = &c->modes;

	if (!token_in(tok, WORD_MODALITY))
		return parse_expected(p, "modality", "The modalities are aer res bal flex resp func mind act.");
	if (++p->n_units > MAX_UNITS)
		return parse_fail(p, tok, FAULT_LIMIT_EXCEEDED, NULL, "more than %d components and sessions", MAX_UNITS);
	c->modality = tok->entry->value;
	tokenizer_next(&p->tokens);
	if (tok->kind == TOKEN_WORD &&
		(tok->entry == NULL || tok->entry->class == WORD_LEVEL || tok->entry->class == WORD_SCALE ||
		 tok->entry->class == WORD_SETTING))
		do
		{
			*last = arena_get(p->memory, sizeof(mode));
			if (!parse_free_word(p, "mode", mode_hint, &(*last)->name))
				return false;
			last = &(*last)->next;
		} while (accept_sign(p, '|'));
	return parse_clauses(p, &c->clauses);
}

static bool
parse_session(parser *p, unit *u)
{
	component **last = &u->components;

	u->is_session = true;
	if (++p->n_units > MAX_UNITS)
		return parse_fail(p, &p->tokens.current, FAULT_LIMIT_EXCEEDED, NULL,
						  "more than %d components and sessions", MAX_UNITS);
	if (!parse_clauses(p, &u->shared) || !parse_sign(p, '{'))
		return false;
	do
	{
		*last = arena_get(p->memory, sizeof(component));
		if (!parse_component(p, *last))
			return false;
		last = &(*last)->next;
	} while (accept_sign(p, '&'));
	return accept_sign(p, '}') || parse_expected(p, "clause, \"&\" or \"}\"", NULL);
}

static bool
parse_part(parser *p, part *result)
{
	unit	  **last = &result->alternatives;

	do
	{
		unit	   *u = *last = arena_get(p->memory, sizeof(unit));

		if (accept_key(p, KEY_SES))
		{
			if (!parse_session(p, u))
				return false;
		}
		else
		{
			u->components = arena_get(p->memory, sizeof(component));
			if (!parse_component(p, u->components))
				return false;
		}
		last = &u->next;
	} while (accept_key(p, KEY_OR));
	return true;
}

/* Weeks and days are whole numbers, counted from 1. */
static bool
check_selected(parser *p, const token *where, const block *b, const char *what, int highest)
{
	const quantity *q = &b->range;

	if (q->kind == NOT_REPORTED)
		return true;
	if (q->kind == RAMP)
		return parse_fail(p, where, FAULT_INVALID_TEXT, "Write - between the first and the last.",
						  "%ss cannot be a ramp", what);
	if (!(q->low >= 1 && q->high <= highest) || q->low != (double) (int) q->low ||
		q->high != (double) (int) q->high)
		return parse_fail(p, where, FAULT_OUT_OF_RANGE, NULL, "%ss are whole numbers from 1 to %d", what, highest);
	return true;
}

static bool
parse_selector(parser *p, block *b)
{
	token		where;

	b->selector = token_is_key(&p->tokens.current, KEY_WK) ? WEEKS : CYCLE_DAYS;
	tokenizer_next(&p->tokens);
	where = p->tokens.current;
	if (!parse_quantity(p, &b->range))
		return false;
	if (b->selector == WEEKS)
	{
		if (!check_selected(p, &where, b, "week", MAX_WEEK))
			return false;
	}
	else if (!parse_sign(p, '/') || !parse_whole_number(p, "cycle length", 1, MAX_CYCLE, &b->cycle_length) ||
			 !check_selected(p, &where, b, "cycle day", b->cycle_length))
		return false;
	if (accept_key(p, KEY_WHILE) &&
		!parse_free_word(p, "condition", "Name the condition in one word, as in while chemo.", &b->condition))
		return false;
	return accept_sign(p, ':') || parse_expected(p, "\":\"", "A selector ends with a colon, as in wk 1-12: aer.");
}

static bool
parse_block(parser *p, block *b)
{
	const token *tok = &p->tokens.current;
	part	  **last = &b->parts;

	if (++p->n_blocks > MAX_BLOCKS)
		return parse_fail(p, tok, FAULT_LIMIT_EXCEEDED, NULL, "more than %d blocks", MAX_BLOCKS);
	if ((token_is_key(tok, KEY_WK) || token_is_key(tok, KEY_CD)) && !parse_selector(p, b))
		return false;
	do
	{
		*last = arena_get(p->memory, sizeof(part));
		if (!parse_part(p, *last))
			return false;
		last = &(*last)->next;
	} while (accept_sign(p, '&'));
	return true;
}

bool
prescription_parse(const char *text, int length, prescription *rx, arena *memory, status *st)
{
	parser		p = {.memory = memory, .st = st};
	block	  **last = &rx->blocks;

	rx->blocks = NULL;
	if (length > MAX_PRESCRIPTION_TEXT)
	{
		status_fail(st, FAULT_LIMIT_EXCEEDED, "prescription is longer than %d bytes", MAX_PRESCRIPTION_TEXT);
		status_hint(st, "Weeks that are alike are one block, as in wk 1-12.");
		return false;
	}
	tokenizer_start(&p.tokens, text, length);
	do
	{
		if (rx->blocks != NULL && p.tokens.current.kind == TOKEN_END)
			break; /* a last ";" is allowed */
		*last = arena_get(memory, sizeof(block));
		if (!parse_block(&p, *last))
			return false;
		last = &(*last)->next;
	} while (accept_sign(&p, ';'));
	if (p.tokens.current.kind != TOKEN_END)
		return parse_expected(&p, "clause, \"&\", \"or\", \";\" or the end",
							  "Clauses are written as in 3/wk 30min @RPE 11-13 via home.");
	return true;
}
