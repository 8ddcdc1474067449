/* programmes: published programmes and guidelines, written as prescriptions. */
#ifndef EXONC_PRESCRIPTION_PROGRAMMES_H
#define EXONC_PRESCRIPTION_PROGRAMMES_H

#include "common/evidence.h"

typedef struct programme
{
	const char *code;
	const char *name;
	const char *text; /* of the prescription */
	const char *note; /* may be NULL */
	const char *source;
	evidence_mark mark;
} programme;

extern const programme *programmes(int *n);

typedef struct guideline
{
	const char *body;
	const char *outcome;
	const char *option; /* aerobic, resistance, combined, general */
	const char *evidence; /* as the body grades it; may be NULL */
	const char *text;	  /* NULL: the body gives no dose */
	const char *note;
	const char *source;
	evidence_mark mark;
} guideline;

extern const guideline *guidelines(int *n);

#endif
