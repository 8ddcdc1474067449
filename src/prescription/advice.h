/* advice: one row of precautions that come from conditions, bone metastases and scores. */
#ifndef EXONC_PRESCRIPTION_ADVICE_H
#define EXONC_PRESCRIPTION_ADVICE_H

#include "prescription/safety.h"

#include <math.h>

typedef struct advice
{
	const char *about;
	double		value; /* NAN: none */
	const char *unit;
	precaution_level level;
	char		rule[64];	/* empty: it is the condition itself, or none holds */
	const char *change;		/* NULL: what the restrictions say */
	const char *note;
	const char *source;
	int			mark; /* evidence_mark, or UNKNOWN */
	uint32_t	restrictions; /* with those of the level */
} advice;

/* Nothing is known about it; note says what is missing. */
static inline advice
unknown_advice(const char *about, const char *note)
{
	return (advice) {.about = about, .value = NAN, .unit = "", .level = PRECAUTION_UNKNOWN, .note = note, .mark = UNKNOWN,
					 .restrictions = restrictions_of_level(PRECAUTION_UNKNOWN)};
}

static inline advice
no_advice(const char *about)
{
	return (advice) {.about = about, .value = NAN, .unit = "", .level = PRECAUTION_NONE, .mark = UNKNOWN};
}

#endif
