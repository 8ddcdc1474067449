/*
 * Any doubles and flags: a person is refused with a reason, or classified, and
 * the evidence agrees with the class.
 */
#include "sarcopenia/classification.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A plausible value of each measurement near its cut-offs, to get past the limits. */
static const double usual[N_ARGUMENTS] = {61, 27, 15, 15, 160, 70, 5.5, 0.8, 8, 20, 360, 27.3, 24, 42};

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	person		p = {0};
	classification_options options;
	status		st;

	if (size < 5 + sizeof(p.value))
		return 0;
	p.measured = (data[0] | (uint32_t) data[1] << 8) & ((1u << N_ARGUMENTS) - 1);
	p.unable = data[2] & ((1u << N_PHYSICAL_TESTS) - 1);
	p.sex = data[3] % 3 - 1;
	p.modality = (data[3] >> 2) % 5 - 1;
	options.mass = data[4] % N_MASS_CRITERIA;
	options.strength = (data[4] >> 4) % N_STRENGTH_CRITERIA;
	options.strict = data[4] >> 7;
	memcpy(p.value, data + 5, sizeof(p.value));
	for (int m = 0; m < N_ARGUMENTS; m++)
		if (data[5 + m * sizeof(double)] % 4 != 0)
			p.value[m] = usual[m] * (1 + ((int8_t) data[6 + m * sizeof(double)]) / 1024.0);
	if (!prepare_person(&p, &st))
	{
		if (st.code == FAULT_NONE || st.message[0] == '\0' || st.hint[0] == '\0')
			abort();
		return 0;
	}
	for (int d = 0; d < N_DEFINITIONS; d++)
	{
		classification result;
		class_range range;
		evidence	lines[MAX_CUTOFFS];
		int			low[N_COMPONENTS] = {0};
		int			n;
		int			class;

		if (!check_options(definition_at(d), &options, &st))
			continue;
		classify(tables_of(d), &p, &options, &result);
		if (!has_range(&result))
		{
			if (established_class(&result) != UNKNOWN || open_components(&result) != 0)
				abort();
			continue;
		}
		range = result.range;
		if (range.mildest > range.severest || range.severest >= N_CLASSES)
			abort();
		class = established_class(&result);
		if (class != UNKNOWN && class != (int) range.mildest)
			abort();
		n = gather_evidence(tables_of(d), &p, &options, lines);
		if (n < 0 || n > MAX_CUTOFFS)
			abort();
		for (int i = 0; i < n; i++)
			if (lines[i].component_finding == LOW)
				low[lines[i].component] = 1;
		/* No positive class without a low component; severe needs all three. */
		if (range.mildest > CLASS_NONE && !low[STRENGTH] && !low[MASS] && !low[PERFORMANCE])
			abort();
		if (range.mildest == CLASS_SEVERE && !(low[STRENGTH] && low[MASS] && low[PERFORMANCE]))
			abort();
	}
	return 0;
}
