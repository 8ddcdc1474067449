/*
 * limit_intensity: lowers what is prescribed to a limit of intensity.
 *
 * A range that goes beyond the limit ends there. One that lies wholly beyond it
 * becomes the highest class below the limit, or the load of the limit. A scheme
 * of an alternation that lies wholly beyond it goes, if a lighter one stays.
 * Steps of a progression end at the limit.
 */
#ifndef EXONC_PRESCRIPTION_LIMIT_INTENSITY_H
#define EXONC_PRESCRIPTION_LIMIT_INTENSITY_H

#include "prescription/prescription.h"
#include "prescription/restriction.h"

typedef struct limited
{
	bool		changed;
	bool		stated;		  /* there is an intensity */
	bool		unclear;	  /* one that the limit cannot be compared with */
	bool		may_go_beyond; /* by a progression without a number */
} limited;

/* Adds to *result what it did. */
extern void limit_clauses(clauses *c, const restriction_limit *limit, limited *result);

#endif
