/* token: see token.h. */
#include "prescription/token.h"

#include <string.h>

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Blanks, and comments from "--" to the end of the line. */
static const char *
skip_blanks(const char *at, const char *end)
{
	for (;;)
	{
		while (at < end && is_blank(*at))
			at++;
		if (end - at < 2 || at[0] != '-' || at[1] != '-')
			return at;
		while (at < end && *at != '\n')
			at++;
	}
}

/* Letters, joined by single underscores; and the one word with digits, CR10. */
static const char *
end_of_word(const char *at, const char *end)
{
	if (end - at >= 4 && memcmp(at, "CR10", 4) == 0 && !(end - at > 4 && is_digit(at[4])))
		return at + 4;
	for (;;)
	{
		while (at < end && is_letter(*at))
			at++;
		if (end - at < 2 || at[0] != '_' || !is_letter(at[1]))
			return at;
		at++;
	}
}

static const char *
end_of_number(const char *at, const char *end)
{
	while (at < end && is_digit(*at))
		at++;
	if (end - at < 2 || at[0] != '.' || !is_digit(at[1]))
		return at;
	at++;
	while (at < end && is_digit(*at))
		at++;
	return at;
}

static const char *
end_of_percent_unit(const char *at, const char *end)
{
	while (at < end && (is_letter(*at) || is_digit(*at)))
		at++;
	return at;
}

static void
take(tokenizer *t, token_kind kind, const char *end)
{
	t->current.kind = kind;
	t->current.length = (int) (end - t->current.at);
	t->at = end;
}

static void
take_note(tokenizer *t, const char *at)
{
	const char *close = at + 1;

	while (close < t->end && *close != '"' && *close != '\n')
		close++;
	if (close == t->end || *close != '"')
	{
		take(t, TOKEN_BAD, at + 1);
		return;
	}
	t->current.at = at + 1;
	take(t, TOKEN_NOTE, close);
	t->at = close + 1;
}

void
tokenizer_next(tokenizer *t)
{
	const char *at = skip_blanks(t->at, t->end);
	token	   *tok = &t->current;

	tok->at = at;
	tok->entry = NULL;
	tok->sign = '\0';
	if (at >= t->end)
		take(t, TOKEN_END, at);
	else if (is_digit(*at))
		take(t, TOKEN_NUMBER, end_of_number(at, t->end));
	else if (is_letter(*at))
	{
		take(t, TOKEN_WORD, end_of_word(at, t->end));
		if (tok->length == 1 && *at == 'x')
		{
			tok->kind = TOKEN_SIGN;
			tok->sign = 'x';
		}
		else
			tok->entry = vocabulary_find(at, tok->length);
	}
	else if (*at == '%' && end_of_percent_unit(at + 1, t->end) > at + 1)
		take(t, TOKEN_PERCENT_UNIT, end_of_percent_unit(at + 1, t->end));
	else if (*at == '"')
		take_note(t, at);
	else if (*at == '-' && t->end - at >= 2 && at[1] == '>')
		take(t, TOKEN_ARROW, at + 2);
	else if (strchr(";:&|@(){},/?+-%", *at) != NULL && *at != '\0')
	{
		take(t, TOKEN_SIGN, at + 1);
		tok->sign = *at;
	}
	else
		take(t, TOKEN_BAD, at + 1);
}

void
tokenizer_start(tokenizer *t, const char *text, int length)
{
	t->text = text;
	t->end = text + length;
	t->at = text;
	tokenizer_next(t);
}
