/*
 * check: all problems in the measurements of a person, for a loader that
 * rejects a row and says why. sarcopenia() stops at the first.
 */
#ifndef EXONC_CHECK_H
#define EXONC_CHECK_H

#include "sarcopenia/definition.h"

typedef struct problem
{
	const char *measurement; /* name of the argument */
	bool		has_value;
	double		value;
	bool		refused; /* sarcopenia() raises an error; otherwise the value cannot count, or is doubtful */
	status		st;		 /* message, detail and hint */
} problem;

/* At most one for each measurement and test, two for the indices, and those of the definition. */
#define MAX_PROBLEMS (N_MEASUREMENTS + N_PHYSICAL_TESTS + 8)

/* definition: whose problems to name as well, or NULL. Returns the number of problems. */
extern int	check_person(person *p, const sarcopenia_definition *definition, problem *problems);

#endif
