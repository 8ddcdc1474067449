/* Physical performance: messages and listing fit their buffers, and what the tables promise. */
#include "assessment/performance/equation.h"
#include "assessment/performance/grip_protocol.h"
#include "assessment/performance/oxygen_uptake.h"
#include "assessment/performance/rule.h"
#include "assessment/performance/senior_fitness.h"
#include "assessment/performance/six_minute_walk.h"
#include "assessment/performance/sppb.h"
#include "assessment/performance/timed_tests.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Hints end in a full stop: none is cut off by its buffer. */
static void
what_cannot_be_is_refused_with_a_whole_hint(void **state)
{
	static const double bad[] = {-1.2345678901234567e300, 1e9, NAN, INFINITY, -INFINITY};

	(void) state;
	for (measure m = 0; m < N_MEASURES; m++)
		for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
			for (int trial = 0; trial < 2; trial++)
			{
				double		value = bad[i];
				status		st;

				assert_false(check_measure(m, trial * 1000, &value, &st));
				assert_int_equal(st.code, FAULT_OUT_OF_RANGE);
				assert_int_equal(st.hint[strlen(st.hint) - 1], '.');
				assert_true(strlen(st.message) < sizeof(st.message) - 1);
				assert_non_null(strstr(st.message, measure_name(m)));
			}
}

static int	rules_seen;

static void
inspect_rule(void *context, const performance_rule *rule)
{
	(void) context;
	rules_seen++;
	assert_true(strlen(rule->value) > 0 && strlen(rule->value) < RULE_TEXT - 1);
	assert_true(strlen(rule->rule) > 0 && strlen(rule->rule) < 63);
	assert_true(strlen(rule->test) > 0 && strlen(rule->source) > 0);
	assert_true(rule->mark == SOURCED || rule->mark == UNCONFIRMED);
}

static void
every_rule_fits_its_line(void **state)
{
	(void) state;
	sppb_rules(inspect_rule, NULL);
	six_minute_walk_rules(inspect_rule, NULL);
	senior_fitness_rules(inspect_rule, NULL);
	oxygen_uptake_rules(inspect_rule, NULL);
	grip_protocol_rules(inspect_rule, NULL);
	timed_test_rules(inspect_rule, NULL);
	assert_true(rules_seen > 150);
}

/* A position after one that failed says which, in a message that is not cut off. */
static void
a_position_held_after_a_failed_one_is_refused(void **state)
{
	subject		s = {.sex = UNKNOWN, .mode = UNKNOWN};
	sppb_result result;
	int			distance = 4;
	status		st;

	(void) state;
	assert_true(set_measure(&s, MEASURE_SIDE_BY_SIDE_S, 10, &st));
	assert_true(set_measure(&s, MEASURE_SEMI_TANDEM_S, 9.99, &st));
	assert_true(score_sppb(&s, &distance, 0, &result, &st));
	assert_int_equal(result.points[SPPB_BALANCE], 1);
	assert_int_equal(result.points[SPPB_GAIT], UNKNOWN);
	assert_int_equal(result.total, UNKNOWN);
	assert_true(set_measure(&s, MEASURE_TANDEM_S, 3, &st));
	assert_false(score_sppb(&s, &distance, 0, &result, &st));
	assert_string_equal(st.message, "tandem_s is 3, but semi_tandem_s was held for 9.99 s only");
	assert_int_equal(st.hint[strlen(st.hint) - 1], '.');
	distance = UNKNOWN; /* a number as any other, and neither 3 nor 4 */
	s.known = 0;
	assert_false(score_sppb(&s, &distance, 0, &result, &st));
	assert_int_equal(st.code, FAULT_INVALID_PARAMETER);
}

/* An equation that needs a sex has none for an unknown one, and one that lacks a value has no result. */
static void
what_is_not_known_is_not_computed(void **state)
{
	six_minute_walk_result walk;
	vo2_estimate estimate;
	subject		s = {.sex = UNKNOWN, .mode = UNKNOWN};
	double		value;
	status		st;

	(void) state;
	assert_true(set_measure(&s, MEASURE_ADULT_AGE, 55, &st));
	assert_true(set_measure(&s, MEASURE_HEIGHT_CM, 170, &st));
	assert_true(set_measure(&s, MEASURE_WEIGHT_KG, 75, &st));
	judge_six_minute_walk(&s, ENRIGHT_1998, &walk);
	assert_false(walk.predicted);
	assert_false(predict_vo2(FRIEND_2017, &s, &value));
	s.sex = MALE;
	judge_six_minute_walk(&s, ENRIGHT_1998, &walk);
	assert_true(walk.predicted && !walk.walked);
	assert_true(walk.predicted_m == 569.8 && walk.lower_limit_m == 416.8);
	assert_true(predict_vo2(FRIEND_2017, &s, &value));
	assert_false(predict_vo2(FRIEND_2018, &s, &value)); /* treadmill or cycle */
	estimate_vo2(STEEP_RAMP, &s, &estimate);
	assert_false(estimate.has_ml_min || estimate.has_ml_kg_min);
	assert_null(find_senior_fitness_norm(CHAIR_STAND_30S, UNKNOWN, 70));
}

/* Every label of every enum has its row. */
static void
every_code_has_an_equation(void **state)
{
	subject		s = {.mode = MODE_CYCLE};
	status		st;

	(void) state;
	assert_true(set_measure(&s, MEASURE_ADULT_AGE, 55, &st));
	assert_true(set_measure(&s, MEASURE_HEIGHT_CM, 170, &st));
	assert_true(set_measure(&s, MEASURE_WEIGHT_KG, 75, &st));
	assert_true(set_measure(&s, MEASURE_TEST_MIN, 9, &st));
	assert_true(set_measure(&s, MEASURE_PEAK_W, 120, &st));
	assert_true(set_measure(&s, MEASURE_SPEED_M_MIN, 90, &st));
	assert_true(set_measure(&s, MEASURE_GRADE_PERCENT, 2, &st));
	for (s.sex = FEMALE; s.sex < N_SEXES; s.sex++)
	{
		double		value;
		vo2_estimate estimate;
		six_minute_walk_result walk;

		for (vo2_norm n = 0; n < N_VO2_NORMS; n++)
			assert_true(predict_vo2(n, &s, &value) && value > 10 && value < 60);
		for (vo2_test t = 0; t < N_VO2_TESTS; t++)
		{
			estimate_vo2(t, &s, &estimate);
			assert_true(estimate.has_ml_kg_min && estimate.has_ml_min);
			assert_true(fabs(estimate.ml_kg_min * 75 - estimate.ml_min) < 1e-6);
		}
		for (six_minute_walk_equation e = 0; e < N_SIX_MINUTE_WALK_EQUATIONS; e++)
		{
			judge_six_minute_walk(&s, e, &walk);
			assert_true(walk.predicted && walk.lower_limit_m < walk.predicted_m && walk.lower_limit_m > 0);
		}
		for (senior_fitness_test t = 0; t < N_SENIOR_FITNESS_TESTS; t++)
			for (int age = 59; age <= 95; age++)
				assert_int_equal(find_senior_fitness_norm(t, s.sex, age) != NULL, age >= 60 && age <= 94);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_cannot_be_is_refused_with_a_whole_hint),
		cmocka_unit_test(every_rule_fits_its_line),
		cmocka_unit_test(a_position_held_after_a_failed_one_is_refused),
		cmocka_unit_test(what_is_not_known_is_not_computed),
		cmocka_unit_test(every_code_has_an_equation),
	};

	return cmocka_run_group_tests_name("performance", tests, NULL, NULL);
}
