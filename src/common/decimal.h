/*
 * decimal: what a clinician wrote down, recovered from a binary fraction.
 *
 * Measurements are decimals with a few digits; a float8 holds the nearest
 * binary fraction. Two things go wrong at a cut-off:
 *
 * - A derived index misses its decimal by the last bit: 14.08 / 1.60^2 is 5.5,
 *   but binary arithmetic gives 5.499999999999999, which is "below 5.5".
 *   round_to_nine_decimals() is applied to every derived index.
 *
 * - A value that passed through a real (float4) column misses its decimal by
 *   far more: 0.8::real is 0.800000011920929, which is not "at most 0.8".
 *   undo_real() is applied to every measurement.
 */
#ifndef EXONC_DECIMAL_H
#define EXONC_DECIMAL_H

#include <float.h>
#include <math.h>
#include <stdbool.h>

/*
 * The nearest double to x rounded to nine decimals. For |x| < 9e6, which every
 * index and measurement here is; larger values are returned as they are.
 */
extern double round_to_nine_decimals(double x);

/* Whether x is exactly a float4. */
static inline bool
is_real(double x)
{
	return fabs(x) <= FLT_MAX && (double) (float) x == x;
}

/*
 * Whether undo_real() could change x: not if it is no float4, as most decimals,
 * nor if it is a small whole number, which is the same in both formats.
 */
static inline bool
could_be_real(double x)
{
	return is_real(x) && !(fabs(x) < 1e6 && (double) (int) x == x);
}

/*
 * If x is exactly a float4, the double of that float4's shortest decimal text
 * (what psql shows for the real column); otherwise x itself. A double that was
 * never a float4 passes as one with probability 2^-29, and then changes by less
 * than one part in 10^7.
 */
extern double undo_real(double x);

#endif
