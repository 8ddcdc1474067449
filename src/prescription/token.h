/* token: the text form cut into words, numbers and signs. */
#ifndef EXONC_PRESCRIPTION_TOKEN_H
#define EXONC_PRESCRIPTION_TOKEN_H

#include "prescription/vocabulary.h"

typedef enum token_kind
{
	TOKEN_END,
	TOKEN_WORD,
	TOKEN_NUMBER,
	TOKEN_PERCENT_UNIT, /* "%HRR"; a "%" alone is a sign */
	TOKEN_NOTE,
	TOKEN_ARROW,
	TOKEN_SIGN, /* the "x" between numbers is one */
	TOKEN_BAD
} token_kind;

typedef struct token
{
	token_kind	kind;
	const char *at; /* of a note: behind the quote */
	int			length;
	char		sign;
	const vocabulary_entry *entry; /* of a word that is one of ours */
} token;

typedef struct tokenizer
{
	const char *text;
	const char *end;
	const char *at; /* behind the current token */
	token		current;
} tokenizer;

extern void tokenizer_start(tokenizer *t, const char *text, int length);
extern void tokenizer_next(tokenizer *t);

static inline bool
token_is_sign(const token *tok, char sign)
{
	return tok->kind == TOKEN_SIGN && tok->sign == sign;
}

static inline bool
token_is(const token *tok, word_class class, int value)
{
	return tok->kind == TOKEN_WORD && tok->entry != NULL && tok->entry->class == class &&
		tok->entry->value == value;
}

static inline bool
token_in(const token *tok, word_class class)
{
	return tok->kind == TOKEN_WORD && tok->entry != NULL && tok->entry->class == class;
}

static inline bool
token_is_key(const token *tok, keyword key)
{
	return token_is(tok, WORD_KEY, key);
}

#endif
