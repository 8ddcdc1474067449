/* Any text as a cohort, a rurality and a code: refused with a reason, or a value whose canonical text reads back as itself. */
#include "adherence/adherence_cohort_text.h"
#include "adherence/rurality.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_reason(const status *st)
{
	if (st->code == FAULT_NONE || st->message[0] == '\0')
		abort();
}

static void
try_cohort(const char *text)
{
	adherence_cohort c;
	adherence_cohort again;
	adherence_cohort sum;
	char		canonical[COHORT_TEXT];
	status		st = {0};

	if (!cohort_parse(text, &c, &st))
	{
		check_reason(&st);
		return;
	}
	cohort_print(&c, canonical);
	if (!cohort_parse(canonical, &again, &st) || memcmp(&c, &again, sizeof(c)) != 0)
		abort();
	sum = c;
	if (!cohort_merge(&sum, &again, &st))
		check_reason(&st);
	else if (!cohort_check(&sum, &st))
		abort();
	if (c.participants > 0 && !(cohort_mean(&c) >= 0 && cohort_mean(&c) <= 1000.0000001 && cohort_pooled(&c) >= 0))
		abort();
	if (c.participants > 1 && !(cohort_standard_deviation(&c) >= 0))
		abort();
}

static void
try_rurality(const char *text)
{
	rurality	r;
	rurality	again;
	char		canonical[RURALITY_TEXT];
	bool		known;
	status		st = {0};

	if (rurality_parse(text, &r, &st))
	{
		rurality_print(&r, canonical);
		if (strcmp(canonical, text) != 0 || !rurality_unpack(rurality_pack(&r), &again))
			abort();
	}
	else
		check_reason(&st);
	st = (status){0};
	if (!rurality_of_code(RUCA_A, 2010, text, &r, &known, &st))
		check_reason(&st);
	else if (known && !rurality_unpack(rurality_pack(&r), &again))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = malloc(size + 1);
	rurality	r;
	int32_t		packed = 0;

	memcpy(text, data, size);
	text[size] = '\0';
	memcpy(&packed, data, size < sizeof(packed) ? size : sizeof(packed));
	if (rurality_unpack(packed, &r) && rurality_pack(&r) != packed)
		abort();
	try_cohort(text);
	try_rurality(text);
	free(text);
	return 0;
}
