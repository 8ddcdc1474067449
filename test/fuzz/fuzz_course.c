/* Any text: refused with a reason, or a course whose text comes back. */
#include "sarcopenia/course.h"

#include <stdlib.h>
#include <string.h>

#define ROOM 256

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	course_entry entries[ROOM];
	course_entry again[ROOM];
	char		printed[ROOM * COURSE_ENTRY_TEXT + 3];
	char	   *text = malloc(size + 1);
	status		st;
	int			n;

	memcpy(text, data, size);
	text[size] = '\0';
	n = parse_course(text, NULL, 0, &st);
	if (n < 0 && (st.code == FAULT_NONE || st.message[0] == '\0' || st.hint[0] == '\0'))
		abort();
	if (n >= 0 && n <= ROOM)
	{
		course_entry found;
		int32_t		day;

		if (parse_course(text, entries, ROOM, &st) != n)
			abort();
		print_course(entries, n, printed);
		if (parse_course(printed, again, ROOM, &st) != n ||
			memcmp(entries, again, sizeof(course_entry) * (size_t) n) != 0)
			abort();
		if (trajectory_of(entries, n, CLASS_SARCOPENIA) == UNKNOWN &&
			(onset(entries, n, CLASS_SARCOPENIA, &day) || recovery(entries, n, CLASS_SARCOPENIA, &day)))
			abort();
		if (is_worse(entries, n) == 1 && is_better(entries, n) == 1)
			abort();
		if (known_near(entries, n, 0, INT32_MAX, &found) && entry_class(&found) > worst_class(entries, n))
			abort();
	}
	free(text);
	return 0;
}
