/* Any text as an answer of any kind: no answer is out of the bounds of its kind. */
#include "assessment/answer_text.h"

#include <stdlib.h>
#include <string.h>

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	answer_kind kind;
	int32_t		answer = ANSWER_MISSING;
	char	   *text;

	if (size < 1)
		return 0;
	kind = data[0] % N_ANSWER_KINDS;
	/* A copy of just that size, so that a step over the end is noticed. */
	text = malloc(size);
	memcpy(text, data + 1, size - 1);
	if (read_answer_text(kind, text, (int) size - 1, &answer) == READ_ANSWER)
	{
		int64_t		magnitude = answer < 0 ? -(int64_t) answer : answer;

		if (kind == CLOCK_TIME && (answer < 0 || answer >= 86400))
			abort();
		if (kind != WHOLE_NUMBER && (answer < 0 || answer > 100 * 3600))
			abort();
		if (magnitude > 999999999)
			abort();
	}
	else if (answer != ANSWER_MISSING)
		abort();
	free(text);
	return 0;
}
