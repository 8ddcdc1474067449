/*
 * interval_training: minutes and mean power of a component with intervals, for
 * one person. The power of the intervals is that of their steps, weighted by
 * time; warm-up and cool-down count in the minutes only.
 */
#ifndef EXONC_PRESCRIPTION_INTERVAL_TRAINING_H
#define EXONC_PRESCRIPTION_INTERVAL_TRAINING_H

#include "prescription/dose.h"
#include "prescription/targets.h"

typedef struct interval_training
{
	dose		minutes;	/* of the intervals */
	dose		in_all;		/* with warm-up and cool-down */
	dose		mean_power; /* of the intervals, in W */
	const char *reason;		/* why there is no power */
} interval_training;

/* c: a component whose clauses have intervals. */
extern void add_up_intervals(const component *c, const target_person *person, interval_training *result);

#endif
