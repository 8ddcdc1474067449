/*
 * t_score: PROMIS T-scores from two ways of scoring.
 *
 * The published tables turn the sum of a complete form into a T-score. An
 * incomplete form, a computer adaptive test and a form without a published table
 * are scored by response pattern, which only the HealthMeasures service does:
 * those T-scores are imported. (healthmeasures.net, scoring instructions.)
 */
#ifndef EXONC_T_SCORE_H
#define EXONC_T_SCORE_H

#include "common/status.h"

#include <stdbool.h>

typedef enum t_score_method
{
	T_FROM_TABLE,
	T_IMPORTED
} t_score_method;

#define T_SCORE_METHOD_LABELS {"table", "imported"}

/* No PROMIS measure goes further: what is outside is a sum, a z-score or a slip. */
#define LOWEST_T_SCORE	10
#define HIGHEST_T_SCORE 90

/* Whether a value can be a T-score; of says which of the arguments it is. */
extern bool check_t_score(double t, const char *of, status *st);

#endif
