/*
 * responder: whether a person's score changed by as much as matters.
 *
 * The change toward the better end of the measure is compared with one amount for
 * an improvement and another for a deterioration; a change of exactly the amount
 * counts. Amounts are in the unit of the measure or in percent of the baseline.
 * Differences and percentages are rounded to nine decimals first: 0.85 - 0.8 is
 * 0.05, not a bit less.
 */
#ifndef EXONC_RESPONDER_H
#define EXONC_RESPONDER_H

#include "assessment/interpretation/interpretation.h"
#include "common/person.h"

typedef enum change_class
{
	IMPROVED,
	STABLE,
	DETERIORATED
} change_class;

#define CHANGE_CLASS_LABELS {"improved", "stable", "deteriorated"}

/* The amount of a direction is not known. */
#define NO_AMOUNT (-1.0)

/* How a change is judged: what the caller says, completed from the library. */
typedef struct change_rule
{
	score_direction better;
	change_amount amount;
	double		needed[N_DIRECTIONS]; /* above zero, or NO_AMOUNT */
	const important_difference *row[N_DIRECTIONS]; /* where it is from; NULL: from the caller */
} change_rule;

/* What the caller leaves to the library. */
#define NOT_GIVEN (-1)

/*
 * Better: NOT_GIVEN or a score_direction. Given: the amounts, NULL where not given.
 * False if an amount makes no sense, if the direction of the measure is neither
 * known nor given, or if it is given wrongly.
 */
extern bool make_change_rule(const interpretation *of, int better, change_amount amount,
							 const double *const given[N_DIRECTIONS], change_rule *rule,
							 status *st);

/*
 * Change: follow-up less baseline, in the unit of the measure. Toward: how far the
 * value went in each direction, in the unit of the rule's amounts. False if the
 * baseline is zero and the amounts are percentages: then only change is filled.
 */
extern bool measure_change(const change_rule *rule, double baseline, double followup,
						   double *change, double toward[N_DIRECTIONS]);

/*
 * Whether the change reached what is needed in a direction: 1, 0, or UNKNOWN if the
 * amount is not known and the change did go in that direction.
 */
extern int	change_reached(const change_rule *rule, const double toward[N_DIRECTIONS],
						   change_direction direction);

/* The class of a change, or UNKNOWN. */
extern int	change_class_of(const change_rule *rule, const double toward[N_DIRECTIONS]);

#endif
