/*
 * micro: amounts with six decimals as whole numbers of millionths.
 *
 * Sums of these are exact, so they do not depend on the order of the rows, and
 * what was added can be taken away again without a trace. A float sum can do
 * neither.
 */
#ifndef EXONC_MICRO_H
#define EXONC_MICRO_H

#include "common/decimal.h"

#include <stdbool.h>
#include <stdint.h>

typedef int64_t micro;

#define MICROS_PER_ONE INT64_C(1000000)

/*
 * Up to here the nearest millionth of a double is the decimal that was written
 * down, if that has at most six decimals: 1e9 * 1e6 is below 2^53.
 */
#define MICRO_LIMIT 1e9

/* Longest text of an amount, with sign and terminator. */
#define MICRO_TEXT 32

/*
 * The amount nearest to x; what passed through a real column is read as it was
 * written (see decimal.h). False if x is negative, not finite or above
 * MICRO_LIMIT.
 */
static inline bool
micro_from_double(double x, micro *result)
{
	if (!(x >= 0) || x > MICRO_LIMIT)
		return false;
	if (could_be_real(x))
		x = undo_real(x);
	*result = llrint(x * MICROS_PER_ONE);
	return true;
}

extern double micro_to_double(micro amount);

/* Decimal text without trailing zeros, and back; at most six decimals, no sign. */
extern void micro_print(micro amount, char *buffer);
extern bool micro_parse(const char *text, int length, micro *result);

/* A whole number from text: digits only, without leading zeros. */
extern bool count_parse(const char *text, int length, int64_t *result);

#endif
