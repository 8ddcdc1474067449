/* prescription: the parser and the printer on generated and on broken texts. */
#include "prescription/prescription.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prescription_generator.h"

#define GENERATED 100000
#define BROKEN	  25000

/* Where the variable names a file, what was generated and what became of it is written there, for another parser. */
static FILE *record;

static void
record_line(const char *text, const char *canonical)
{
	if (record == NULL)
		return;
	for (const char *c = text; *c != '\0'; c++)
		fprintf(record, *c == '\n' ? "\\n" : *c == '\t' ? "\\t" : *c == '\\' ? "\\\\" : "%c", *c);
	fprintf(record, "\t%s\n", canonical == NULL ? "REFUSED" : canonical);
}

/* The canonical text, or NULL with a status; into a buffer. */
static const char *
canonical_of(const char *text, char *buffer, size_t size, status *st)
{
	max_align_t first[200];
	arena		memory;
	prescription rx;
	text_sink	out;
	bool		good;

	arena_init(&memory, first, sizeof(first), malloc);
	good = prescription_parse(text, (int) strlen(text), &rx, &memory, st);
	if (good)
	{
		sink_init(&out, &memory);
		prescription_print(&rx, &out);
		assert_true((size_t) out.length < size);
		memcpy(buffer, out.data, (size_t) out.length + 1);
	}
	arena_release(&memory, free);
	return good ? buffer : NULL;
}

static void
generated_prescriptions_have_their_canonical_text(void **state)
{
	static generated g;
	static char found[4 * GENERATED_TEXT];

	(void) state;
	for (int i = 0; i < GENERATED; i++)
	{
		status		st;

		generate(&g, (uint64_t) i);
		if (canonical_of(g.typed, found, sizeof(found), &st) == NULL)
			fail_msg("%s: %s %s", g.typed, st.message, st.detail);
		if (strcmp(found, g.canonical) != 0)
			fail_msg("%s\nfound    %s\nexpected %s", g.typed, found, g.canonical);
		record_line(g.typed, found);

		/* in(out(x)) = x */
		assert_non_null(canonical_of(g.canonical, found, sizeof(found), &st));
		assert_string_equal(found, g.canonical);
	}
}

static void
mutate(generated *g, char *text)
{
	static const char *const inserts[] = {"?", "-", "->", "@", "%", "x", "{", "}", "(", ")", ";", "&", "|", ":", "/", ",", "\"",
		"3", "0", ".5", "999999999", "wk", "cd", "ses", "or", "aer", "sup", "min", "RPE", "%1RM", "prog", "via", "to", "--", "\n", "#", "\xff"};
	size_t		length = strlen(text);
	size_t		at = length == 0 ? 0 : roll(g, (unsigned) length);
	const char *insert = PICK(g, inserts);

	switch (roll(g, 4))
	{
		case 0: /* lose a few characters */
		{
			size_t		lost = 1 + roll(g, 4);

			if (at + lost < length)
				memmove(text + at, text + at + lost, length - at - lost + 1);
			break;
		}
		case 1: /* end early */
			text[at] = '\0';
			break;
		default: /* something in between */
			if (length + strlen(insert) + 1 < GENERATED_TEXT)
			{
				memmove(text + at + strlen(insert), text + at, length - at + 1);
				memcpy(text + at, insert, strlen(insert));
			}
	}
}

static void
broken_prescriptions_are_refused_or_canonical(void **state)
{
	static generated g;
	static char text[GENERATED_TEXT];
	static char found[4 * GENERATED_TEXT];
	static char again[4 * GENERATED_TEXT];
	int			refused = 0;

	(void) state;
	for (int i = 0; i < BROKEN; i++)
	{
		status		st;

		generate(&g, (uint64_t) i);
		strcpy(text, g.typed);
		for (unsigned n = roll(&g, 3) + 1; n > 0; n--)
			mutate(&g, text);
		if (canonical_of(text, found, sizeof(found), &st) == NULL)
		{
			assert_true(st.message[0] != '\0' && st.detail[0] != '\0' && st.code != FAULT_NONE);
			refused++;
			record_line(text, NULL);
			continue;
		}
		record_line(text, found);
		assert_non_null(canonical_of(found, again, sizeof(again), &st));
		assert_string_equal(again, found);
	}
	assert_true(refused >= BROKEN / 3 && refused <= BROKEN - BROKEN / 20);
}

/* A text, the start of the message, and the character at which it is. */
static const struct
{
	const char *text;
	const char *message;
	int			position;
	fault_code	code;
} refusals[] = {
	{"aer walk 3/wk 30min @RPE 4-6", "RPE 4 is outside 6..20", 22, FAULT_OUT_OF_RANGE},
	{"aer walk 3/wk(1sup+1uns) 30min", "split adds up to 2, not to 3", 14, FAULT_INVALID_TEXT},
	{"aer walk 45-30min", "range 45-30 is descending", 10, FAULT_INVALID_TEXT},
	{"cardio 3/wk", "modality expected, found \"cardio\"", 1, FAULT_INVALID_TEXT},
	{"res 3x10 @120%1RM", "%1RM 120 is outside 0..100", 11, FAULT_OUT_OF_RANGE},
	{"aer 3 30min", "/wk, x or a time unit after a number expected, found \"30\"", 7, FAULT_INVALID_TEXT},
	{"aer walk 3/wk 3/wk", "duplicate frequency clause", 17, FAULT_INVALID_TEXT},
	{"aer walk @70%HRpeak", "intensity unit expected, found \"%HRpeak\"", 13, FAULT_INVALID_TEXT},
	{"", "modality expected, but the prescription ends", 1, FAULT_INVALID_TEXT},
	{"aer 3-3/wk(1sup+1uns)", "split adds up to 2, not to 3", 11, FAULT_INVALID_TEXT},
	{"wk 1-3: aer 1->3/wk(1sup+1uns)", "a frequency that is a ramp cannot be split", 20, FAULT_INVALID_TEXT},
	{"wk 1-3: aer 2->2/wk(1sup+1uns)", "a frequency that is a ramp cannot be split", 20, FAULT_INVALID_TEXT},
	{"wk 0-3: aer", "weeks are whole numbers from 1 to 520", 4, FAULT_OUT_OF_RANGE},
	{"wk 1.5: aer", "weeks are whole numbers", 4, FAULT_OUT_OF_RANGE},
	{"wk 1->3: aer", "weeks cannot be a ramp", 4, FAULT_INVALID_TEXT},
	{"cd 8-22/21: aer", "cycle days are whole numbers from 1 to 21", 4, FAULT_OUT_OF_RANGE},
	{"cd 1-7/0: aer", "cycle length \"0\" is not a whole number", 8, FAULT_OUT_OF_RANGE},
	{"wk 1-3 aer", "\":\" expected, found \"aer\"", 8, FAULT_INVALID_TEXT},
	{"aer mod 3/wk", "mode expected, found \"mod\"", 5, FAULT_INVALID_TEXT},
	{"aer SUP 3/wk", "mode cannot be \"sup\"", 5, FAULT_INVALID_TEXT},
	{"aer via home|home", "setting \"home\" stands twice", 14, FAULT_INVALID_TEXT},
	{"aer \"no end", "note without an end", 5, FAULT_INVALID_TEXT},
	{"aer 3.1415min", "number has more than 3 decimals", 5, FAULT_LIMIT_EXCEEDED},
	{"aer 1234567min", "number is too large", 5, FAULT_LIMIT_EXCEEDED},
	{"ses 2/wk { ses { aer } }", "modality expected, found \"ses\"", 12, FAULT_INVALID_TEXT},
	{"aer alt 0wk(3x10@mod)", "number of weeks \"0\"", 9, FAULT_OUT_OF_RANGE},
	{"aer \"\xc3\xa4\" 3", "/wk, x or a time unit after a number expected, but", 10, FAULT_INVALID_TEXT},
	{"aer prog 5min", "none, auto, tworep or a step with its sign expected", 10, FAULT_INVALID_TEXT},
};

static void
refusals_say_what_and_where(void **state)
{
	char		found[1000];

	(void) state;
	for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++)
	{
		status		st;
		char		where[40];

		assert_null(canonical_of(refusals[i].text, found, sizeof(found), &st));
		snprintf(where, sizeof(where), "character %d", refusals[i].position);
		if (strncmp(st.message, refusals[i].message, strlen(refusals[i].message)) != 0 ||
			strstr(st.detail, where) == NULL || st.code != refusals[i].code)
			fail_msg("%s: %s (%s)", refusals[i].text, st.message, st.detail);
	}
}

/* Hostile input: long, wide, deep. */
static void
limits_hold(void **state)
{
	static char text[MAX_PRESCRIPTION_TEXT + 100];
	static char found[4 * MAX_PRESCRIPTION_TEXT];
	status		st;

	(void) state;
	memset(text, '{', MAX_PRESCRIPTION_TEXT);
	text[MAX_PRESCRIPTION_TEXT] = '\0';
	assert_null(canonical_of(text, found, sizeof(found), &st));
	memset(text, ' ', MAX_PRESCRIPTION_TEXT + 1);
	text[MAX_PRESCRIPTION_TEXT + 1] = '\0';
	assert_null(canonical_of(text, found, sizeof(found), &st));
	assert_int_equal(st.code, FAULT_LIMIT_EXCEEDED);

	text[0] = '\0';
	for (int i = 0; i < MAX_UNITS; i++)
		strcat(text, i == 0 ? "aer" : "&aer");
	assert_non_null(canonical_of(text, found, sizeof(found), &st));
	strcat(text, "&aer");
	assert_null(canonical_of(text, found, sizeof(found), &st));
	assert_int_equal(st.code, FAULT_LIMIT_EXCEEDED);

	text[0] = '\0';
	for (int i = 0; i < MAX_BLOCKS; i++)
		strcat(text, i == 0 ? "aer" : ";aer");
	assert_non_null(canonical_of(text, found, sizeof(found), &st));
	strcat(text, ";aer");
	assert_null(canonical_of(text, found, sizeof(found), &st));

	strcpy(text, "aer @1W");
	for (int i = 0; i < 8000; i++)
		memcpy(text + 7 + 3 * i, "|1W", 4);
	assert_non_null(canonical_of(text, found, sizeof(found), &st));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(generated_prescriptions_have_their_canonical_text),
		cmocka_unit_test(broken_prescriptions_are_refused_or_canonical),
		cmocka_unit_test(refusals_say_what_and_where),
		cmocka_unit_test(limits_hold),
	};

	if (getenv("EXONC_RECORD") != NULL)
		record = fopen(getenv("EXONC_RECORD"), "w");
	return cmocka_run_group_tests_name("prescription", tests, NULL, NULL);
}
