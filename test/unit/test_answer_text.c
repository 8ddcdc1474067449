/* answer_text: what a text says as an answer. */
#include "assessment/answer_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
reads(answer_kind kind, const char *text, int32_t wanted)
{
	int32_t		answer = -1;

	if (read_answer_text(kind, text, (int) strlen(text), &answer) != READ_ANSWER || answer != wanted)
		fail_msg("\"%s\" was read as %d, not %d", text, answer, wanted);
}

static void
reads_nothing(answer_kind kind, const char *text)
{
	int32_t		answer;

	if (read_answer_text(kind, text, (int) strlen(text), &answer) != READ_NOTHING)
		fail_msg("\"%s\" was read as an answer", text);
}

static void
times_of_day(void **state)
{
	(void) state;
	reads(CLOCK_TIME, "00:00", 0);
	reads(CLOCK_TIME, "7:05", 7 * 3600 + 5 * 60);
	reads(CLOCK_TIME, "23:59:59", 86399);
	reads(CLOCK_TIME, " 23:30 ", 84600);
	reads(CLOCK_TIME, "11:30 pm", 84600);
	reads(CLOCK_TIME, "11:30PM", 84600);
	reads(CLOCK_TIME, "12:00 am", 0);
	reads(CLOCK_TIME, "12:15 am", 900);
	reads(CLOCK_TIME, "12:00 pm", 43200);
	reads(CLOCK_TIME, "1:00:30 am", 3630);
	reads_nothing(CLOCK_TIME, "24:00");
	reads_nothing(CLOCK_TIME, "23:60");
	reads_nothing(CLOCK_TIME, "23:59:60");
	reads_nothing(CLOCK_TIME, "2300");
	reads_nothing(CLOCK_TIME, "23");
	reads_nothing(CLOCK_TIME, "23.30");
	reads_nothing(CLOCK_TIME, "23:3");
	reads_nothing(CLOCK_TIME, "23:300");
	reads_nothing(CLOCK_TIME, "13:00 pm");
	reads_nothing(CLOCK_TIME, "0:30 am");
	reads_nothing(CLOCK_TIME, "11:30 xm");
	reads_nothing(CLOCK_TIME, "11:30 p");
	reads_nothing(CLOCK_TIME, "11:30 pm pm");
	reads_nothing(CLOCK_TIME, "-1:30");
	reads_nothing(CLOCK_TIME, "about eleven");
	reads_nothing(CLOCK_TIME, "23:30:");
}

static void
durations(void **state)
{
	(void) state;
	reads(DURATION_HOURS, "6:30", 23400);
	reads(DURATION_HOURS, "0:00:01", 1);
	reads(DURATION_MINUTES, "0:45", 2700);
	reads(DURATION_HOURS, "26:00", 93600); /* the range of the item will refuse it */
	reads_nothing(DURATION_HOURS, "6.5");
	reads_nothing(DURATION_HOURS, "6:30 pm");
	reads_nothing(DURATION_MINUTES, "45");
	reads_nothing(DURATION_MINUTES, "15-30");
}

static void
whole_numbers(void **state)
{
	(void) state;
	reads(WHOLE_NUMBER, "3", 3);
	reads(WHOLE_NUMBER, " -99\t", -99);
	reads(WHOLE_NUMBER, "007", 7);
	reads(WHOLE_NUMBER, "999999999", 999999999);
	reads_nothing(WHOLE_NUMBER, "9999999999");
	reads_nothing(WHOLE_NUMBER, "3.0");
	reads_nothing(WHOLE_NUMBER, "3 4");
	reads_nothing(WHOLE_NUMBER, "-");
	reads_nothing(WHOLE_NUMBER, "+3");
	reads_nothing(WHOLE_NUMBER, "n/a");
	reads_nothing(WHOLE_NUMBER, "0x3");
}

static void
blanks(void **state)
{
	int32_t		answer;

	(void) state;
	for (int kind = 0; kind < N_ANSWER_KINDS; kind++)
	{
		assert_int_equal(read_answer_text(kind, "", 0, &answer), READ_BLANK);
		assert_int_equal(read_answer_text(kind, " \t\n", 3, &answer), READ_BLANK);
		assert_non_null(answer_kind_hint(kind));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(times_of_day),
		cmocka_unit_test(durations),
		cmocka_unit_test(whole_numbers),
		cmocka_unit_test(blanks),
	};

	return cmocka_run_group_tests_name("answer_text", tests, NULL, NULL);
}
