/*
 * name_set: sets of names out of a closed vocabulary, such as the physical
 * tests that a person was unable to perform. Bit i is the name i of the
 * vocabulary. The text form is that of an array of names, in the order of the
 * vocabulary: {chair_stand,tug}.
 */
#ifndef EXONC_NAME_SET_H
#define EXONC_NAME_SET_H

#include "common/status.h"

#include <stdint.h>

typedef struct vocabulary
{
	const char *type;	 /* the SQL type of its sets */
	const char *member;	 /* what one name names, "physical test" */
	const char *members; /* the same in a sentence, "tests" */
	const char *example; /* two names, for hints */
	const char *const *names;
	int			n_names; /* at most 31 */
	const char *listing; /* the function that lists them, where they are too many for a hint; or NULL */
} vocabulary;

/* Longest text: all names, commas, braces and the terminator. */
#define NAME_SET_TEXT 1024

static inline uint32_t
all_names(const vocabulary *words)
{
	return (1u << words->n_names) - 1;
}

/* The place of this name in the vocabulary, or UNKNOWN (person.h). */
extern int	name_find(const vocabulary *words, const char *name, int length);

/* Adds a name to the set. One that is not there is refused; the status lists all. */
extern bool name_set_add(const vocabulary *words, uint32_t *set, const char *name, int length,
						 status *st);

/* Reads "{name,name}"; blanks around names are allowed, and a name twice. */
extern bool name_set_parse(const vocabulary *words, const char *text, uint32_t *set, status *st);

/* Writes the canonical text into buffer[NAME_SET_TEXT]. */
extern void name_set_print(const vocabulary *words, uint32_t set, char *buffer);

#endif
