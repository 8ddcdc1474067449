/*
 * adherence_cohort: attendance or dose intensity of many participants.
 *
 * The mean of the participants' ratios and the pooled ratio, which is the sum of
 * the numerators over the sum of the denominators, are two figures. Trials report
 * the first (Fairman 2020: its sums give 80.7 %, its mean is 77.4 %). Both are
 * kept, with the number of participants who reach a threshold, compared without
 * rounding. A ratio is kept to 18 decimals and its square to 24, in whole
 * numbers, so no sum depends on the order of the participants.
 */
#ifndef EXONC_ADHERENCE_COHORT_H
#define EXONC_ADHERENCE_COHORT_H

#include "adherence/adherence.h"
#include "common/wide.h"

typedef enum cohort_measure
{
	COHORT_ATTENDANCE,
	COHORT_DOSE_INTENSITY,
	N_COHORT_MEASURES
} cohort_measure;

#define COHORT_MEASURE_LABELS {"attendance", "dose_intensity"}

/* In place of unit, cap or threshold. The cap of the policy holds where none is given. */
#define NOT_GIVEN INT64_C(-1)

/* What is asked of each participant; the same of all in a cohort. */
typedef struct cohort_question
{
	int64_t		measure;   /* cohort_measure */
	int64_t		unit;	   /* dose_unit, or NOT_GIVEN: attendance has none */
	int64_t		cap;	   /* dose_cap, or NOT_GIVEN */
	int64_t		threshold; /* in billionths, or NOT_GIVEN */
} cohort_question;

/* Every member is eight bytes, or a wide of sixteen. */
typedef struct adherence_cohort
{
	cohort_question question;
	int64_t		policy;		  /* packed; that of no summary is the default */
	int64_t		participants; /* with a ratio */
	int64_t		without;	  /* with a summary that has none: nothing planned, or not known */
	int64_t		absent;		  /* without a summary */
	int64_t		reached;	  /* with a ratio that reaches the threshold */
	int64_t		numerator;	  /* sums over the participants with a ratio */
	int64_t		denominator;
	wide		ratios;	  /* sum of the ratios, in 1e-18 */
	wide		rounded;  /* the same of the ratios to 12 decimals, in 1e-12 */
	wide		squares;  /* sum of the squares of those, in 1e-24 */
} adherence_cohort;

#define RATIO_DECIMALS	 18
#define ROUNDED_DECIMALS 12
#define SQUARE_DECIMALS	 24

extern void cohort_init(adherence_cohort *c, const cohort_question *q);
extern bool cohort_same_question(const cohort_question *a, const cohort_question *b, status *st);

/* Adds a participant; summary NULL: there is none. */
extern bool cohort_add(adherence_cohort *c, const adherence *summary, status *st);

/* Adds b to a. */
extern bool cohort_merge(adherence_cohort *a, const adherence_cohort *b, status *st);

/* Refuses what no participants can add up to. */
extern bool cohort_check(const adherence_cohort *c, status *st);

/* Mean and pooled ratio: of at least one participant; deviation: of at least two. */
extern double cohort_mean(const adherence_cohort *c);
extern double cohort_pooled(const adherence_cohort *c);
extern double cohort_standard_deviation(const adherence_cohort *c);

#endif
