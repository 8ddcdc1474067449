/* statistics: codings, tables, rounding, joint coding, filled items, computed scores and standardised sums. */
#include "assessment/scoring.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define MISSING ANSWER_MISSING

static const item_group groups[] = {{"a b c", 0, 2}, {"t", 0, 1000}};

/* Scores the answers with a plan made of these scales and totals. */
static void
score_with(const scale_definition *scales, int n_scales, const total_definition *totals,
		   int n_totals, const int32_t *answers, scale_score *results)
{
	instrument_definition def = {.code = "TEST", .name = "test", .source = "test",
								 .groups = COUNTED(groups), .scales = scales,
								 .n_scales = n_scales, .totals = totals, .n_totals = n_totals};
	status		st;
	size_t		size = scoring_plan_size(&def, &st);
	scoring_plan *plan;
	checked_form form;
	int			n_missing = 0;

	if (size == 0)
		fail_msg("refused: %s", st.message);
	plan = malloc(size);
	if (!scoring_plan_build(&def, plan, &st))
		fail_msg("not built: %s", st.message);
	for (int i = 0; i < plan->n_items; i++)
		n_missing += answers[i] == MISSING;
	assert_true(check_answers(plan, answers, plan->n_items, n_missing, &form, &st));
	score_all(plan, &form, results);
	for (int i = 0; i < plan->n_scales; i++)
	{
		scale_score one;

		score_scale(plan, i, &form, &one);
		assert_true(one.present == results[i].present && one.answered == results[i].answered);
		assert_true(!one.present || one.score == results[i].score);
		if (one.present)
			assert_true(one.score >= plan_scales(plan)[i].lowest &&
						one.score <= plan_scales(plan)[i].highest);
	}
	free(plan);
}

static scale_score
score_one(scale_definition scale, const int32_t *answers)
{
	scale_score result;

	score_with(&scale, 1, NULL, 0, answers, &result);
	return result;
}

static void
assert_score(scale_score found, double score, int answered)
{
	assert_true(found.present);
	assert_true(found.score == score);
	assert_int_equal(found.answered, answered);
}

#define SUM_OF(list, needed) {"S", NULL, "sum", list, NONE_REVERSED, needed, PRORATED_SUM(HIGHER_WORSE)}

static void
values_replace_answers_in_one_scale_only(void **state)
{
	static const int values[] = {10, -5, 7};
	static const item_coding codings[] = {{"a b", COUNTED(values)}};
	scale_definition scales[] = {SUM_OF("a b c", 3), SUM_OF("a b c", 3)};
	scale_score s[2];

	(void) state;
	scales[0].codings = codings;
	scales[0].n_codings = 1;
	scales[1].code = "PLAIN";
	score_with(scales, 2, NULL, 0, (int32_t[]){0, 1, 2, MISSING}, s);
	assert_score(s[0], 10 - 5 + 2, 3);
	assert_score(s[1], 3, 3);
	scales[0].min_answered = 1;
	score_with(scales, 2, NULL, 0, (int32_t[]){2, MISSING, MISSING, MISSING}, s);
	assert_score(s[0], 7 * 3, 1);
	assert_false(s[1].present);
}

static void
coded_and_reversed_items_go_together(void **state)
{
	static const int values[] = {5, 6, 8};
	static const item_coding codings[] = {{"b", COUNTED(values)}};
	scale_definition scale = SUM_OF("a b c", 3);

	(void) state;
	scale.reversed = "a";
	scale.codings = codings;
	scale.n_codings = 1;
	assert_score(score_one(scale, (int32_t[]){0, 2, 1, MISSING}), 2 + 8 + 1, 3);
}

static void
steps_are_closed_above(void **state)
{
	static const coding_step steps[] = {{15, 0}, {30, 1}, {1000, 3}};
	static const item_coding codings[] = {{"t", .steps = COUNTED(steps)}};
	static const int expected[][2] = {{0, 0}, {15, 0}, {16, 1}, {30, 1}, {31, 3}, {1000, 3}};
	scale_definition scale = SUM_OF("t", 1);

	(void) state;
	scale.codings = codings;
	scale.n_codings = 1;
	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++)
		assert_score(score_one(scale, (int32_t[]){0, 0, 0, expected[i][0]}), expected[i][1], 1);
	assert_false(score_one(scale, (int32_t[]){0, 0, 0, MISSING}).present);
}

/* A filled item counts towards the score, not towards the items answered. */
static void
a_missing_answer_is_filled(void **state)
{
	static const int values[] = {0, 1, 2};
	static const coding_step steps[] = {{500, 1}, {1000, 2}};
	static const item_coding filled[] = {{"c", COUNTED(values), .fills_missing = true, .missing_as = 2}};
	static const item_coding stepped[] = {
		{"t", .steps = COUNTED(steps), .fills_missing = true, .missing_as = 9}};
	scale_definition scale = SUM_OF("a b c", 3);

	(void) state;
	scale.codings = filled;
	scale.n_codings = 1;
	assert_score(score_one(scale, (int32_t[]){1, 1, MISSING, MISSING}), 4, 2);
	assert_score(score_one(scale, (int32_t[]){1, 1, 0, MISSING}), 2, 3);
	assert_false(score_one(scale, (int32_t[]){1, MISSING, MISSING, MISSING}).present);
	scale = (scale_definition) SUM_OF("t", 1);
	scale.codings = stepped;
	scale.n_codings = 1;
	assert_score(score_one(scale, (int32_t[]){1, 1, 1, MISSING}), 9, 0);
	assert_score(score_one(scale, (int32_t[]){1, 1, 1, 501}), 2, 1);
}

/* The value of b for each answer to a, and for none. */
static void
a_coding_depends_on_another_item(void **state)
{
	static const int values[] = {
		50, 51, 52, /* a is missing */
		10, 11, 12, /* 0 */
		20, 21, 22, /* 1 */
		30, 31, 32, /* 2 */
	};
	static const item_coding codings[] = {{"b", COUNTED(values), .by = "a"}};
	scale_definition scale = SUM_OF("b", 1);

	(void) state;
	scale.codings = codings;
	scale.n_codings = 1;
	for (int32_t a = 0; a <= 2; a++)
		for (int32_t b = 0; b <= 2; b++)
			assert_score(score_one(scale, (int32_t[]){a, b, 0, 0}), 10 * (a + 1) + b, 1);
	for (int32_t b = 0; b <= 2; b++)
		assert_score(score_one(scale, (int32_t[]){MISSING, b, 0, 0}), 50 + b, 1);
	assert_false(score_one(scale, (int32_t[]){1, MISSING, 0, 0}).present);
}

static void
sums_are_looked_up_when_complete(void **state)
{
	static const int rising[] = {-15, 0, 1, 237, 237, 400, 1000};
	static const int falling[] = {9, 8, 7, 6, 5, 4, 3};
	scale_definition scale = {"T", NULL, "T", "a b c", NONE_REVERSED, 3,
							  LOOKED_UP(HIGHER_WORSE, 0, rising, 1)};

	(void) state;
	assert_score(score_one(scale, (int32_t[]){0, 0, 0, 0}), -1.5, 3);
	assert_score(score_one(scale, (int32_t[]){1, 2, 0, 0}), 23.7, 3);
	assert_score(score_one(scale, (int32_t[]){2, 2, 2, 0}), 100, 3);
	assert_false(score_one(scale, (int32_t[]){2, 2, MISSING, 0}).present);
	scale.reversed = ALL_REVERSED;
	assert_score(score_one(scale, (int32_t[]){2, 2, 2, 0}), -1.5, 3);
	scale.table = (score_table){0, COUNTED(falling), 0};
	assert_score(score_one(scale, (int32_t[]){2, 2, 2, 0}), 9, 3);
}

static void
scores_are_rounded_once(void **state)
{
	scale_definition scale = SUM_OF("a b c", 2);

	(void) state;
	scale.rounding = ROUNDED_UP;
	assert_score(score_one(scale, (int32_t[]){1, 2, MISSING, 0}), 5, 2); /* 4.5 */
	assert_score(score_one(scale, (int32_t[]){1, 1, MISSING, 0}), 3, 2);
	assert_score(score_one(scale, (int32_t[]){0, 0, MISSING, 0}), 0, 2);
	scale.rounding = ROUNDED_TO_NEAREST;
	assert_score(score_one(scale, (int32_t[]){1, 2, MISSING, 0}), 5, 2);
	assert_score(score_one(scale, (int32_t[]){0, 1, MISSING, 0}), 2, 2); /* 1.5 */
	scale = (scale_definition){"M", NULL, "mean", "a b c", NONE_REVERSED, 1,
							   MEAN_MAPPED, {0, 2}, {0, -10}, HIGHER_WORSE};
	scale.rounding = ROUNDED_UP;
	assert_score(score_one(scale, (int32_t[]){0, 1, 0, 0}), -1, 3); /* -1.67 */
	scale.rounding = ROUNDED_TO_NEAREST;
	assert_score(score_one(scale, (int32_t[]){0, 1, 0, 0}), -2, 3);
	assert_score(score_one(scale, (int32_t[]){0, 1, MISSING, 0}), -2, 2); /* -2.5 */
}

static bool
first_over_second(const int32_t *values, int64_t *result)
{
	if (values[1] == ANSWER_MISSING || values[1] == 0)
		return false;
	*result = values[0] * 10 / values[1];
	return true;
}

static void
a_function_sees_values_and_may_decline(void **state)
{
	static const int values[] = {0, 4, 6};
	static const item_coding codings[] = {{"a", COUNTED(values)}};
	scale_definition scale = {"F", NULL, "f", "a b", NONE_REVERSED, 1,
							  COMPUTED_BY(HIGHER_WORSE, first_over_second, 0, 6), .unit = 10,
							  .rule = "a / b"};

	(void) state;
	scale.codings = codings;
	scale.n_codings = 1;
	assert_score(score_one(scale, (int32_t[]){2, 2, 0, 0}), 3, 2);
	assert_score(score_one(scale, (int32_t[]){1, 2, 0, 0}), 2, 2);
	assert_false(score_one(scale, (int32_t[]){1, 0, 0, 0}).present);
	assert_false(score_one(scale, (int32_t[]){1, MISSING, 0, 0}).present);
	assert_false(score_one(scale, (int32_t[]){MISSING, MISSING, 0, 0}).present);
}

static void
standardised_sums_weigh_deviations(void **state)
{
	static const total_member members[] = {{"S", false, 3, 2, 0.5}, {"P", false, 1, 0.5, -0.25}};
	static const total_definition total = {"Z", NULL, "z", members, 2, STANDARDISED_SUM,
										   HIGHER_BETTER};
	scale_definition scales[] = {SUM_OF("a b c", 2), SUM_OF("a", 1)};
	scale_score s[3];

	(void) state;
	scales[1].code = "P";
	score_with(scales, 2, &total, 1, (int32_t[]){2, 2, 1, 0}, s);
	assert_true(fabs(s[2].score - (50 + 10 * (0.5 * (5 - 3) / 2 - 0.25 * (2 - 1) / 0.5))) < 1e-12);
	assert_int_equal(s[2].answered, 3); /* a is in both scales */
	score_with(scales, 2, &total, 1, (int32_t[]){MISSING, 2, 1, 0}, s);
	assert_true(s[0].present);
	assert_false(s[2].present);
}

/* The best and the worst form lie at the ends of a total's range to the last bit. */
static void
no_total_is_outside_its_range_by_one_bit(void **state)
{
	static const int tenths[] = {-7, 3, 24};
	static const total_member three[] = {{"S"}, {"P"}, {"Q"}};
	static const total_definition sum = {"SUM", NULL, "sum", three, 3, SUM_OF_SCALES, HIGHER_BETTER};
	scale_definition scales[3];
	scale_score s[4];

	(void) state;
	for (int i = 0; i < 3; i++)
	{
		static const char *const items[] = {"a", "b", "c"};

		scales[i] = (scale_definition){three[i].scale, NULL, "looked up", items[i], NONE_REVERSED, 1,
									   LOOKED_UP(HIGHER_BETTER, 0, tenths, 1)};
	}
	score_with(scales, 3, &sum, 1, (int32_t[]){2, 2, 2, 0}, s);
	assert_true(s[3].score == 7.2);
	score_with(scales, 3, &sum, 1, (int32_t[]){0, 0, 0, 0}, s);
	assert_true(s[3].score == -2.1);
	for (int mean = 0; mean < 30; mean++)
		for (int sd = 1; sd < 30; sd++)
		{
			const total_member weighted[] = {{"S", false, mean / 7.0, sd / 3.0, 0.42402},
											 {"P", false, sd / 9.0, mean + 0.1, -0.22999},
											 {"Q", false, 0.3, 0.7, mean / 13.0}};
			const total_definition total = {"Z", NULL, "z", weighted, 3, STANDARDISED_SUM,
											HIGHER_BETTER};

			score_with(scales, 3, &total, 1, (int32_t[]){2, 0, 2, 0}, s);
			score_with(scales, 3, &total, 1, (int32_t[]){0, 2, 0, 0}, s);
		}
}

/* Conditions are part of the plan: check_answers() reads them there. */
static void
conditions_name_items_and_answers(void **state)
{
	status		st;
	const scoring_plan *plan = builtin_plan(instrument_find("GPAQ", 4), &st);
	const plan_condition *conditions = plan_conditions(plan);

	(void) state;
	assert_int_equal(plan->n_conditions, 15);
	for (int i = 0; i < 15; i++)
	{
		assert_int_equal(conditions[i].not_asked_if, i / 3 * 4);
		assert_int_equal(conditions[i].item, i / 3 * 4 + 1 + i % 3);
		assert_int_equal(conditions[i].answered_as, 2);
	}
	plan = builtin_plan(instrument_find("IPAQ-SF", 7), &st);
	conditions = plan_conditions(plan);
	assert_int_equal(plan->n_conditions, 3);
	for (int i = 0; i < 3; i++)
	{
		assert_int_equal(conditions[i].not_asked_if, 2 * i);
		assert_int_equal(conditions[i].item, 2 * i + 1);
		assert_int_equal(conditions[i].answered_as, 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_replace_answers_in_one_scale_only),
		cmocka_unit_test(coded_and_reversed_items_go_together),
		cmocka_unit_test(steps_are_closed_above),
		cmocka_unit_test(a_missing_answer_is_filled),
		cmocka_unit_test(a_coding_depends_on_another_item),
		cmocka_unit_test(sums_are_looked_up_when_complete),
		cmocka_unit_test(scores_are_rounded_once),
		cmocka_unit_test(a_function_sees_values_and_may_decline),
		cmocka_unit_test(standardised_sums_weigh_deviations),
		cmocka_unit_test(no_total_is_outside_its_range_by_one_bit),
		cmocka_unit_test(conditions_name_items_and_answers),
	};

	return cmocka_run_group_tests_name("statistics", tests, NULL, NULL);
}
