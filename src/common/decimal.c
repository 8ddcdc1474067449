/* decimal: see decimal.h. */
#include "common/decimal.h"

#include <stdio.h>
#include <stdlib.h>

#define NINE_DECIMALS 1e9
#define LARGEST_SCALED 9e15 /* below 2^53: the scaled value still has its integer bits */

double
round_to_nine_decimals(double x)
{
	double		scaled = x * NINE_DECIMALS;

	if (!(fabs(scaled) < LARGEST_SCALED))
		return x;
	return nearbyint(scaled) / NINE_DECIMALS;
}

double
undo_real(double x)
{
	double		thousandths = x * 1000.0;
	float		single;

	if (!is_real(x))
		return x;
	single = (float) x;

	/* 27, 5.5 and 0.625 are exact in both formats: nothing to undo. */
	if (fabs(x) < 1e9 && nearbyint(thousandths) / 1000.0 == x)
		return x;

	/* Six digits always fit a float4, nine always identify it. */
	for (int digits = 6; digits <= 9; digits++)
	{
		char		text[32];

		snprintf(text, sizeof(text), "%.*g", digits, x);
		if (strtof(text, NULL) == single)
			return strtod(text, NULL);
	}
	return x;
}
