/* parser: what the two files of the parser share. */
#ifndef EXONC_PRESCRIPTION_PARSER_H
#define EXONC_PRESCRIPTION_PARSER_H

#include "prescription/token.h"

typedef struct parser
{
	tokenizer	tokens;
	arena	   *memory;
	status	   *st;
	int			n_blocks;
	int			n_units;
} parser;

/*
 * Records a failure at a token; always returns false. The detail says where,
 * the hint what to write instead.
 */
extern bool parse_fail(parser *p, const token *where, fault_code code, const char *hint,
					   const char *format, ...) __attribute__((format(printf, 5, 6)));

/* "... expected, found ..." at the current token. */
extern bool parse_expected(parser *p, const char *what, const char *hint);

extern bool parse_number(parser *p, double *number);
extern bool parse_whole_number(parser *p, const char *what, int lowest, int highest, int *number);
extern bool parse_quantity(parser *p, quantity *q);
extern bool parse_sign(parser *p, char sign);
extern bool accept_sign(parser *p, char sign);
extern bool accept_key(parser *p, keyword key);

/* Everything of a session or component behind its head. */
extern bool parse_clauses(parser *p, clauses *c);

/* A word that is none of ours, in lower case. */
extern bool parse_free_word(parser *p, const char *what, const char *hint, word *name);

#endif
