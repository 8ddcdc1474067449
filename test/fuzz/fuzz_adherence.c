/* Any text as policy, summary and session: refused with a reason, or a value whose canonical text reads back as itself. */
#include "adherence/adherence_text.h"
#include "adherence/session_log.h"

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
try_policy(const char *text)
{
	adherence_policy policy;
	adherence_policy again;
	char		canonical[POLICY_TEXT];
	status		st = {0};

	if (!policy_parse(text, &policy, &st))
	{
		check_reason(&st);
		return;
	}
	policy_print(&policy, canonical);
	if (!policy_parse(canonical, &again, &st) || policy_pack(&again) != policy_pack(&policy) ||
		!policy_unpack(policy_pack(&policy), &again))
		abort();
}

static void
try_adherence(const char *text)
{
	adherence	a;
	adherence	again;
	char		canonical[ADHERENCE_TEXT];
	status		st = {0};

	if (!adherence_parse(text, &a, &st))
	{
		check_reason(&st);
		return;
	}
	adherence_print(&a, canonical);
	if (!adherence_parse(canonical, &again, &st) || memcmp(&a, &again, sizeof(a)) != 0)
		abort();
	for (int r = 0; r < N_RATES; r++)
	{
		ratio		found = adherence_rate(&a, r);

		if (found.known && (found.numerator < 0 || found.numerator > found.denominator))
			abort();
	}
}

static bool
read_entry(const char *text, log_entry *entry, status *st)
{
	log_reader	reader;
	field		read;
	field_token token;

	log_reader_init(&reader);
	while ((token = next_field(&text, &read, st)) == FIELD_READ)
		if (!log_reader_set(&reader, read.name, read.name_length, read.value, read.value_length, st))
			return false;
	return token == FIELD_END && log_reader_finish(&reader, entry, st);
}

static void
try_entry(const char *text)
{
	log_entry	entry;
	log_entry	again;
	char		canonical[LOG_ENTRY_TEXT];
	status		st = {0};

	if (!read_entry(text, &entry, &st))
		return;
	log_entry_print(&entry, canonical);
	if (!read_entry(canonical, &again, &st) || memcmp(&entry, &again, sizeof(entry)) != 0)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = malloc(size + 1);

	memcpy(text, data, size);
	text[size] = '\0';
	try_policy(text);
	try_adherence(text);
	try_entry(text);
	free(text);
	return 0;
}
