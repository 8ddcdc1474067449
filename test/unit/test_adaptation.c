/* adaptation: laws that hold for every rule, on generated prescriptions, under the sanitizers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *law_subject;

#define LAW(condition) \
	do { \
		if (!(condition)) \
			fail_msg("%s: %s", law_subject, #condition); \
	} while (0)

#include "adaptation_laws.h"
#include "prescription_generator.h"

#define GENERATED 1500

static void
adaptation_laws(const prescription *rx, int week, arena *memory)
{
	for (int rule = 0; rule < N_ADAPTATION_RULES; rule++)
		for (int which = 0; which < N_LAW_CASES; which++)
		{
			law_of_rule(rx, rule, which, UNKNOWN, memory);
			law_of_rule(rx, rule, which, week, memory);
		}
	law_of_scaling(rx, 0.5, memory);
}

static void
every_rule_keeps_the_laws(void **state)
{
	static generated g;

	(void) state;
	for (int i = 0; i < GENERATED; i++)
	{
		max_align_t first[600];
		arena		memory;
		prescription rx;
		status		st;

		generate(&g, (uint64_t) i + 2000000);
		law_subject = g.canonical;
		arena_init(&memory, first, sizeof(first), malloc);
		assert_true(prescription_parse(g.typed, (int) strlen(g.typed), &rx, &memory, &st));
		adaptation_laws(&rx, 1 + i % 24, &memory);
		arena_release(&memory, free);
	}
}

/* A prescription that the generator seldom makes: what the rules are about. */
static void
rules_fire(void **state)
{
	static const char text[] = "wk 1-24: aer bike 3/wk 8x(1min@60%Wpeak, 1min@30W) 20min @50W & res machine 2/wk 3x8-12 @40->60%1RM"
		" & ses 2/wk { aer walk 20min @3-4MET & res 2x10 @20kg prog +1kg/2wk } & aer bike 1/wk @40-60%HRR";
	int			n_fired = 0;

	(void) state;
	law_subject = text;
	for (int rule = 0; rule < N_ADAPTATION_RULES; rule++)
	{
		bool		fired = false;

		for (int which = SEEN_WELL; which <= SEEN_BADLY; which++)
			for (int week = 2; week <= 12; week++)
			{
				adaptation_place everywhere = {UNKNOWN, 0, 0, 0, 0};
				observations seen = law_observations(which, week);
				max_align_t first[600];
				arena		memory;
				prescription rx;
				adaptation	result;
				status		st;

				arena_init(&memory, first, sizeof(first), malloc);
				assert_true(prescription_parse(rule == ADAPT_CHEMO_CYCLE ? "aer 2/wk @RPE 11-13" : text,
											   rule == ADAPT_CHEMO_CYCLE ? 19 : (int) strlen(text), &rx, &memory, &st));
				assert_true(adapt_prescription(&rx, rule, &everywhere, &seen, &result, &memory, &st));
				fired |= result.fired == 1;
				law_of_rule(&rx, rule, which, week, &memory);
				arena_release(&memory, free);
			}
		n_fired += fired;
	}
	assert_int_equal(n_fired, N_ADAPTATION_RULES);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_rule_keeps_the_laws),
		cmocka_unit_test(rules_fire),
	};

	return cmocka_run_group_tests_name("adaptation", tests, NULL, NULL);
}
