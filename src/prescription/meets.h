/*
 * meets: whether a prescription asks for at least what a guideline recommends,
 * in one week. The guideline is itself a prescription: all of its parts must be
 * met, of each part one alternative, of an alternative every criterion of every
 * component (sessions a week, minutes a week, class of intensity). More than
 * recommended is enough. How this is judged is ours.
 *
 * A range that reaches the recommendation only in part, and anything not
 * reported, leaves it open.
 */
#ifndef EXONC_PRESCRIPTION_MEETS_H
#define EXONC_PRESCRIPTION_MEETS_H

#include "prescription/dose.h"

typedef enum criterion_kind
{
	CRITERION_SESSIONS,
	CRITERION_MINUTES,
	CRITERION_INTENSITY /* by intensity_class */
} criterion_kind;

#define CRITERION_LABELS {"sessions a week", "minutes a week", "intensity"}

typedef struct criterion
{
	int			part; /* of the guideline */
	int			alternative;
	exercise_modality modality;
	criterion_kind kind;
	double		needed;
	dose		found;
	int			met; /* 1, 0 or UNKNOWN */
} criterion;

typedef struct criteria
{
	int			n;
	criterion	rows[3 * MAX_UNITS];
	int			met; /* all in all: 1, 0 or UNKNOWN */
} criteria;

/* Classes of all components of a modality, as numbers of intensity_class; unknown as soon as one is. */
extern dose prescribed_class(const prescription *at, exercise_modality modality);

/* at, recommended: what prescription_at_week() gave for the week. */
extern void judge_guideline(const prescription *at, const prescription *recommended, int week, criteria *result);

#endif
