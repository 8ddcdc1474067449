/* Any text: refused with a reason, or a set whose canonical text reads back as itself. */
#include "common/test_set.h"

#include <stdlib.h>
#include <string.h>

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = malloc(size + 1);
	char		canonical[NAME_SET_TEXT];
	uint32_t	set;
	uint32_t	again;
	status		st;

	memcpy(text, data, size);
	text[size] = '\0';
	if (name_set_parse(&physical_tests, text, &set, &st))
	{
		name_set_print(&physical_tests, set, canonical);
		if (!name_set_parse(&physical_tests, canonical, &again, &st) || again != set ||
			(set & ~all_names(&physical_tests)) != 0)
			abort();
	}
	else if (st.code != FAULT_INVALID_TEXT || st.message[0] == '\0' || st.hint[0] == '\0')
		abort();
	free(text);
	return 0;
}
