/* Any double: rounding and undoing a real column stay near, and repeat themselves. */
#include "common/decimal.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	double		x;
	float		single;

	if (size < sizeof(x))
		return 0;
	memcpy(&x, data, sizeof(x));
	memcpy(&single, data, sizeof(single));
	if (isnan(x) || isnan(single))
		return 0;
	if (isfinite(x))
	{
		double		rounded = round_to_nine_decimals(x);
		double		undone = undo_real(x);

		if (fabs(rounded - x) > 0.5000001e-9 + fabs(x) * 1e-15)
			abort();
		if (round_to_nine_decimals(rounded) != rounded)
			abort();
		if (fabs(undone - x) > fabs(x) * 6e-8 + 1e-44)
			abort();
	}
	/* What a real column holds is never changed into another real. */
	if ((float) undo_real((double) single) != single)
		abort();
	return 0;
}
