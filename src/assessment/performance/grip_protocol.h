/*
 * grip_protocol: the grip strength that stands for several trials of two hands.
 * Protocols differ in how many trials a hand has and in what is made of them,
 * and their results are not interchangeable.
 */
#ifndef EXONC_GRIP_PROTOCOL_H
#define EXONC_GRIP_PROTOCOL_H

#include "common/status.h"

#include <stdbool.h>

/* Protocols are added at the end. */
typedef enum grip_protocol
{
	GRIP_BEST,
	GRIP_SOUTHAMPTON,
	GRIP_ASHT,
	GRIP_AWGS2019,
	GRIP_MEAN_OF_BESTS,
	GRIP_SUM_OF_BESTS,
	N_GRIP_PROTOCOLS
} grip_protocol;

#define GRIP_PROTOCOL_LABELS \
	{"best", "southampton", "asht", "awgs2019", "mean_of_bests", "sum_of_bests"}

typedef enum hand
{
	RIGHT_HAND,
	LEFT_HAND,
	N_HANDS
} hand;

/* The trials of one hand, with those that were not done. */
typedef struct hand_trials
{
	int			n;
	double	   *kg;
	const bool *missing;
} hand_trials;

/*
 * Value of the protocol. known is false if too few trials were done; a hand with
 * some trials, but too few, could be the better one, so it leaves all open. Refuses
 * impossible values, and more trials than the protocol has.
 */
extern bool grip_by_protocol(grip_protocol protocol, hand_trials *trials, bool *known, double *kg,
							 status *st);

#endif
