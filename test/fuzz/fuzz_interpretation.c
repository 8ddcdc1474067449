/*
 * Codes of measures and values from random bytes: nothing that is found lies
 * outside the tables, and a class follows from the change.
 */
#include "assessment/interpretation/responder.h"

#include <stdlib.h>
#include <string.h>

extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	interpretation found;
	change_rule rule;
	status		st;
	double		values[4];
	double		change;
	double		toward[N_DIRECTIONS];
	const double *given[N_DIRECTIONS];
	const band *b;

	if (size < sizeof(values) + 1)
		return 0;
	memcpy(values, data + 1, sizeof(values));
	given[IMPROVEMENT] = data[0] & 1 ? &values[2] : NULL;
	given[DETERIORATION] = data[0] & 2 ? &values[3] : NULL;
	if (!interpretation_find((const char *) data + 1 + sizeof(values), size - 1 - sizeof(values), &found) &&
		found.code[0] == '\0')
		return 0;

	if (found.bands != NULL)
	{
		b = severity_band_of(found.bands, values[0], &st);
		if (b != NULL && !(values[0] >= b->from))
			abort();
	}
	if (!make_change_rule(&found, data[0] & 4 ? (int) (data[0] >> 7) : NOT_GIVEN, data[0] & 8 ? PERCENT : ABSOLUTE,
						  given, &rule, &st) ||
		!check_value(&found, "baseline", &values[0], &st) || !check_value(&found, "followup", &values[1], &st) ||
		!measure_change(&rule, values[0], values[1], &change, toward))
		return 0;
	if (change_class_of(&rule, toward) == IMPROVED && !(toward[IMPROVEMENT] > 0))
		abort();
	if (change_class_of(&rule, toward) == DETERIORATED && !(toward[DETERIORATION] > 0))
		abort();
	return 0;
}
