/*
 * feasibility: shares of participants, their intervals, and the counts on the
 * way into and through a study.
 */
#ifndef EXONC_FEASIBILITY_H
#define EXONC_FEASIBILITY_H

#include "common/status.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct interval
{
	double		lower;
	double		upper;
} interval;

/* Refuses counts that are no part of a whole. */
extern bool check_share(int64_t part, int64_t whole, status *st);

extern bool check_confidence(double confidence, status *st);

/* Wilson's score interval of part / whole; whole > 0. */
extern bool wilson_interval(int64_t part, int64_t whole, double confidence, interval *result,
							status *st);

/* The stages of the funnel. UNKNOWN_COUNT: not given. */
typedef enum funnel_count
{
	SCREENED,
	ELIGIBLE,
	APPROACHED,
	ENROLLED,
	STARTED,
	ASSESSED,
	DIED,
	WITHDREW,
	LOST,
	N_FUNNEL_COUNTS
} funnel_count;

#define UNKNOWN_COUNT INT64_C(-1)

typedef struct funnel
{
	int64_t		count[N_FUNNEL_COUNTS];
} funnel;

typedef enum funnel_rate
{
	RATE_ELIGIBILITY,
	RATE_RECRUITMENT,
	RATE_CONSENT,
	RATE_STARTED,
	RATE_RETENTION,
	RATE_RETENTION_SURVIVORS,
	RATE_ATTRITION,
	RATE_WITHDRAWAL,
	RATE_LOST,
	N_FUNNEL_RATES
} funnel_rate;

extern const char *funnel_rate_name(funnel_rate r);
extern const char *funnel_rate_definition(funnel_rate r);

/* Refuses a stage that is larger than the one before it. */
extern bool check_funnel(const funnel *f, status *st);

/* Numerator and denominator; UNKNOWN_COUNT where a count is not given. */
extern void funnel_ratio(const funnel *f, funnel_rate r, int64_t *numerator, int64_t *denominator);

/*
 * Standardised difference of two groups: difference over the square root of the
 * mean of the two variances.
 */
extern double standardised_difference(double mean_a, double variance_a, double mean_b,
									  double variance_b);

#endif
