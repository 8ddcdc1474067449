/*
 * Any text: refused with a reason and a place, or a prescription whose canonical text reads back as itself, and which every
 * rule of adaptation leaves a prescription.
 */
#include "prescription/prescription.h"

#include <stdlib.h>
#include <string.h>

#define LAW(condition) \
	do { \
		if (!(condition)) \
			abort(); \
	} while (0)

#include "../unit/adaptation_laws.h"

/* One rule, what was seen and one week for an input, so that it does not take long. */
static void
adapt_somehow(const prescription *rx, const uint8_t *data, size_t size, arena *memory)
{
	unsigned	sum = (unsigned) size;

	for (size_t i = 0; i < size; i++)
		sum = sum * 31 + data[i];
	law_of_rule(rx, sum % N_ADAPTATION_RULES, sum / 16 % N_LAW_CASES, sum / 64 % 3 == 0 ? UNKNOWN : 1 + (int) (sum / 256 % 30), memory);
	law_of_scaling(rx, 0.5, memory);
}

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* A copy of exactly this size, so that reading behind it is noticed. */
	char	   *text = malloc(size > 0 ? size : 1);
	max_align_t first[8];
	arena		memory;
	prescription rx;
	prescription again;
	text_sink	canonical;
	text_sink	twice;
	status		st;

	memcpy(text, data, size);
	arena_init(&memory, first, sizeof(first), malloc);
	if (memchr(text, '\0', size) != NULL)
		;
	else if (prescription_parse(text, (int) size, &rx, &memory, &st))
	{
		sink_init(&canonical, &memory);
		prescription_print(&rx, &canonical);
		sink_init(&twice, &memory);
		if (!prescription_parse(canonical.data, canonical.length, &again, &memory, &st))
			abort();
		prescription_print(&again, &twice);
		if (twice.length != canonical.length || memcmp(twice.data, canonical.data, (size_t) twice.length) != 0)
			abort();
		adapt_somehow(&again, data, size, &memory);
	}
	else if (st.code == FAULT_NONE || st.message[0] == '\0')
		abort();
	arena_release(&memory, free);
	free(text);
	return 0;
}
