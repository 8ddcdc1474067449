/*
 * six_minute_walk: the distance that a healthy person of the same sex, age,
 * height and weight would walk in six minutes, and what part of it was walked.
 *
 * Oxygen uptake is not estimated from the distance: the error of such an
 * estimate (SEE 3.82 mL/kg/min) is too large for one person.
 */
#ifndef EXONC_SIX_MINUTE_WALK_H
#define EXONC_SIX_MINUTE_WALK_H

#include "assessment/performance/subject.h"

/* Equations are added at the end. */
typedef enum six_minute_walk_equation
{
	ENRIGHT_1998,
	N_SIX_MINUTE_WALK_EQUATIONS
} six_minute_walk_equation;

#define SIX_MINUTE_WALK_EQUATION_LABELS {"enright_1998"}

typedef struct six_minute_walk_result
{
	bool		predicted; /* else there is no normal value, and nothing below is set */
	double		predicted_m;
	double		lower_limit_m;
	bool		walked; /* else the distance is not known */
	double		percent_predicted;
	bool		below_lower_limit;
} six_minute_walk_result;

extern void judge_six_minute_walk(const subject *s, six_minute_walk_equation code,
								  six_minute_walk_result *result);

#endif
