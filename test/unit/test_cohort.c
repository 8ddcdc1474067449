/* cohort: wide numbers, Student's points, cohorts that add up in any split, ruralities, RE-AIM. */
#include "adherence/adherence_cohort_text.h"
#include "adherence/re_aim.h"
#include "adherence/rurality.h"
#include "common/student.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void
wide_numbers_are_decimals(void **state)
{
	static const char *const good[] = {"0", "1", "0.5", "12.000000000000000001", "1000", "0.000000000000000001",
									   "170141183460469231731.687303715884105727"};
	static const char *const bad[] = {"", ".", ".5", "1.", "01", "00", "-1", "1e3", " 1", "1 ", "0.0000000000000000001",
									  "170141183460469231731.687303715884105728", "1.2.3"};
	wide		amount;
	char		text[WIDE_TEXT];

	(void) state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
	{
		assert_true(wide_parse(good[i], strlen(good[i]), 18, &amount));
		wide_print(amount, 18, text);
		assert_string_equal(text, good[i]);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(wide_parse(bad[i], strlen(bad[i]), 18, &amount));
	assert_true(wide_parse("1.50", 4, 2, &amount));
	wide_print(amount, 2, text);
	assert_string_equal(text, "1.5");
	wide_print(wide_of(120), 0, text);
	assert_string_equal(text, "120");
}

/* Closed forms for one and two degrees of freedom; printed tables; the normal point with its first corrections. */
static void
points_of_student_are_those_of_tables(void **state)
{
	static const struct
	{
		double		confidence;
		double		degrees;
		double		point;
	} points[] = {
		{0.5, 1, 1}, {0.95, 1, 12.706204736174698}, {0.9999, 1, 6366.197671321812},
		{0.95, 2, 4.302652729749464}, {0.9, 2, 2.919985580353726}, {0.95, 9, 2.2621571628},
		{0.99, 10, 3.1692726726}, {0.95, 30, 2.0422724563}, {0.95, 1e5, 1.9599877075}, {0.95, 1e7, 1.9599642218},
	};

	(void) state;
	for (size_t i = 0; i < sizeof(points) / sizeof(points[0]); i++)
	{
		double		found = student_point(points[i].confidence, points[i].degrees);

		assert_true(fabs(found - points[i].point) < 1e-10 * points[i].point);
	}
}

static adherence
summary_of(int attended, int planned, int64_t delivered, int64_t dose)
{
	adherence	a;
	dispositions d = policy_dispositions(policy_default());
	status		st = {0};

	adherence_init(&a, policy_default());
	for (int i = 0; i < planned; i++)
	{
		session		s = {i < attended ? ATTENDED : MISSED, KG, dose, i < attended ? delivered : 0, 0, 0};

		assert_true(adherence_add(&a, &d, &s, &st));
	}
	return a;
}

static const cohort_question at_75 = {COHORT_ATTENDANCE, NOT_GIVEN, NOT_GIVEN, 750000000};

static void
a_cohort_is_the_sum_of_its_parts(void **state)
{
	adherence_cohort all;
	adherence_cohort parts[3];
	adherence_cohort sum;
	adherence_cohort read;
	char		text[COHORT_TEXT];
	double		mean = 0;
	status		st = {0};

	(void) state;
	cohort_init(&all, &at_75);
	cohort_init(&sum, &at_75);
	for (int p = 0; p < 3; p++)
		cohort_init(&parts[p], &at_75);
	for (int i = 0; i < 500; i++)
	{
		adherence	a = summary_of(i % 7, i % 7 + i % 5, 1, 1);
		const adherence *given = i % 50 == 0 ? NULL : &a;

		assert_true(cohort_add(&all, given, &st));
		assert_true(cohort_add(&parts[i * 31 % 3], given, &st));
		if (given != NULL && i % 7 + i % 5 > 0)
			mean += (double) (i % 7) / (i % 7 + i % 5);
	}
	for (int p = 2; p >= 0; p--)
		assert_true(cohort_merge(&sum, &parts[p], &st));
	assert_memory_equal(&all, &sum, sizeof(all));
	assert_int_equal(all.participants + all.without + all.absent, 500);
	assert_true(fabs(cohort_mean(&all) - mean / (double) all.participants) < 1e-13);
	assert_true(cohort_check(&all, &st));
	cohort_print(&all, text);
	assert_true(cohort_parse(text, &read, &st));
	assert_memory_equal(&all, &read, sizeof(all));
}

/* 3 / 4 reaches 0.75; 2999 / 4000 does not. */
static void
a_threshold_is_compared_exactly(void **state)
{
	adherence_cohort c;
	adherence	a = summary_of(3, 4, 1, 1);
	adherence	b = summary_of(2999, 4000, 1, 1);
	status		st = {0};

	(void) state;
	cohort_init(&c, &at_75);
	assert_true(cohort_add(&c, &a, &st));
	assert_true(cohort_add(&c, &b, &st));
	assert_int_equal(c.participants, 2);
	assert_int_equal(c.reached, 1);
}

/* The largest doses and ratios that are taken do not wrap around. */
static void
large_cohorts_stay_in_range(void **state)
{
	const cohort_question dose = {COHORT_DOSE_INTENSITY, KG, NOT_GIVEN, NOT_GIVEN};
	adherence_cohort c;
	adherence	a = summary_of(1, 1, 1000, 1);
	adherence	over = summary_of(1, 1, 1001, 1);
	status		st = {0};

	(void) state;
	cohort_init(&c, &dose);
	assert_false(cohort_add(&c, &over, &st));
	assert_int_equal(st.code, FAULT_OUT_OF_RANGE);
	assert_true(cohort_add(&c, &a, &st));
	for (int i = 0; i < 26; i++)
		assert_true(cohort_merge(&c, &c, &st));
	assert_int_equal(c.participants, 1 << 26);
	assert_true(cohort_check(&c, &st));
	assert_true(cohort_mean(&c) == 1000);
	assert_true(cohort_standard_deviation(&c) == 0);
	while (cohort_merge(&c, &c, &st))
		assert_true(cohort_check(&c, &st));
	assert_int_equal(st.code, FAULT_OUT_OF_RANGE);
}

static void
every_row_of_rurality_is_found_by_its_code(void **state)
{
	rurality_row row;
	int			rows = 0;

	(void) state;
	for (; rurality_row_at(rows, &row); rows++)
	{
		char		code[RURALITY_CODE_TEXT];
		char		text[RURALITY_TEXT];
		rurality	found;
		rurality	again;
		bool		known;
		status		st = {0};

		rurality_code_print(row.code, code);
		assert_true(rurality_of_code(row.rurality.scheme, row.rurality.vintage, code, &found, &known, &st));
		assert_true(known);
		assert_int_equal(rurality_pack(&found), rurality_pack(&row.rurality));
		rurality_print(&found, text);
		assert_true(rurality_parse(text, &again, &st));
		assert_int_equal(rurality_pack(&found), rurality_pack(&again));
		assert_true(row.description[0] != '\0' && row.source[0] != '\0');
	}
	assert_int_equal(rows, 5 * (33 + 21 + 21) + 2 * 27);
}

static void
rates_of_re_aim_have_reasons(void **state)
{
	re_aim_counts counts;
	status		st = {0};

	(void) state;
	memset(&counts, 0xff, sizeof(counts)); /* all NOT_COUNTED_YET */
	counts.contact_known = false;
	assert_true(check_re_aim(&counts, &st));
	for (int i = 0; i < re_aim_rates(); i++)
	{
		re_aim_rate rate = re_aim_rate_of(&counts, i);

		assert_false(rate.known);
		assert_non_null(rate.reason);
		assert_true(rate.dimension < N_RE_AIM_DIMENSIONS && rate.dimension != EFFECTIVENESS);
	}
	for (int c = 0; c < N_RE_AIM_COUNTS; c++)
		counts.count[c] = 5;
	counts.contact_known = true;
	counts.months_since_contact = 6;
	for (int i = 0; i < re_aim_rates(); i++)
		assert_true(re_aim_rate_of(&counts, i).known);
	counts.months_since_contact = -1;
	assert_false(check_re_aim(&counts, &st));
}

/* Sums of parts: 1e-18 for the mean, 1e-24 for the squares. */
static void
the_least_parts_count(void **state)
{
	adherence_cohort c;

	(void) state;
	cohort_init(&c, &at_75);
	c.participants = c.denominator = 9;
	c.ratios = wide_of(4);
	assert_true(cohort_mean(&c) == 0);
	c.ratios = wide_of(5);
	assert_true(fabs(cohort_mean(&c) - 1e-18) < 1e-22);

	/* Two ratios of 0 and one of 1e-12. */
	c.participants = c.denominator = 3;
	c.rounded = wide_of(1);
	c.squares = wide_of(1);
	assert_true(fabs(cohort_standard_deviation(&c) - 5.773502691896258e-13) < 1e-25);
	/* Less than no deviation is the last rounding. */
	c.squares = wide_of(0);
	assert_true(cohort_standard_deviation(&c) == 0);
}

/* Half a part or more is one. */
static void
ratios_are_rounded_to_the_nearest(void **state)
{
	adherence_cohort c;
	adherence	a = summary_of(5, 9, 1, 1);
	adherence	b = summary_of(4, 9, 1, 1);
	status		st = {0};

	(void) state;
	cohort_init(&c, &at_75);
	assert_true(cohort_add(&c, &a, &st));
	assert_true(wide_value(c.ratios) == INT64_C(555555555555555556));
	assert_true(wide_value(c.rounded) == INT64_C(555555555556));
	cohort_init(&c, &at_75);
	assert_true(cohort_add(&c, &b, &st));
	assert_true(wide_value(c.ratios) == INT64_C(444444444444444444));
}

static void
questions_are_named_in_full(void **state)
{
	static const cohort_question a = {COHORT_DOSE_INTENSITY, KG, CAP_TOTAL, 750000000};
	static const cohort_question b = {COHORT_DOSE_INTENSITY, KG, CAP_TOTAL, NOT_GIVEN};
	status		st = {0};

	(void) state;
	assert_false(cohort_same_question(&a, &b, &st));
	assert_string_equal(st.message, "dose_intensity in kg with cap total of at least 0.75 and dose_intensity in kg with cap total cannot be one cohort");
}

static bool
is_taken(const adherence_cohort *c)
{
	status		st = {0};

	return cohort_check(c, &st);
}

/* On both sides of the limits of what is asked. */
static void
questions_have_limits(void **state)
{
	static const struct
	{
		cohort_question question;
		bool		taken;
	} questions[] = {
		{{COHORT_ATTENDANCE, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN}, true},
		{{-1, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN}, false},
		{{N_COHORT_MEASURES, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN}, false},
		{{COHORT_ATTENDANCE, 0, NOT_GIVEN, NOT_GIVEN}, false},
		{{COHORT_ATTENDANCE, NOT_GIVEN, 0, NOT_GIVEN}, false},
		{{COHORT_ATTENDANCE, NOT_GIVEN, -2, NOT_GIVEN}, false},
		{{COHORT_ATTENDANCE, NOT_GIVEN, NOT_GIVEN, -2}, false},
		{{COHORT_ATTENDANCE, NOT_GIVEN, NOT_GIVEN, 0}, true},
		{{COHORT_ATTENDANCE, NOT_GIVEN, NOT_GIVEN, 1000000000}, true},
		{{COHORT_ATTENDANCE, NOT_GIVEN, NOT_GIVEN, 1000000001}, false},
		{{COHORT_DOSE_INTENSITY, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN}, false},
		{{COHORT_DOSE_INTENSITY, 0, NOT_GIVEN, NOT_GIVEN}, true},
		{{COHORT_DOSE_INTENSITY, N_UNITS - 1, NOT_GIVEN, NOT_GIVEN}, true},
		{{COHORT_DOSE_INTENSITY, N_UNITS, NOT_GIVEN, NOT_GIVEN}, false},
		{{COHORT_DOSE_INTENSITY, 0, N_CAPS - 1, NOT_GIVEN}, true},
		{{COHORT_DOSE_INTENSITY, 0, N_CAPS, NOT_GIVEN}, false},
		{{COHORT_DOSE_INTENSITY, 0, -2, NOT_GIVEN}, false},
		{{COHORT_DOSE_INTENSITY, 0, NOT_GIVEN, 10000000000}, true},
		{{COHORT_DOSE_INTENSITY, 0, NOT_GIVEN, 10000000001}, false},
	};

	(void) state;
	for (size_t i = 0; i < sizeof(questions) / sizeof(questions[0]); i++)
	{
		adherence_cohort c;

		cohort_init(&c, &questions[i].question);
		assert_int_equal(is_taken(&c), questions[i].taken);
	}
}

/* On both sides of the limits of what participants add up to. */
static void
sums_have_limits(void **state)
{
	static const cohort_question dose = {COHORT_DOSE_INTENSITY, KG, NOT_GIVEN, NOT_GIVEN};
	const int64_t largest = INT64_MAX / 1024;
	adherence	all = summary_of(1, 1, 1, 1);
	adherence_cohort empty;
	adherence_cohort one;
	adherence_cohort c;
	status		st = {0};

	(void) state;
	cohort_init(&empty, &dose);
	cohort_init(&one, &at_75);
	assert_true(cohort_add(&one, &all, &st));
	assert_true(is_taken(&empty) && is_taken(&one));

	for (int more = 0; more < 2; more++)
	{
		c = empty;
		c.without = largest + more;
		assert_int_equal(is_taken(&c), !more);
		c = empty;
		c.absent = largest + more;
		assert_int_equal(is_taken(&c), !more);
		c = empty;
		c.participants = c.denominator = largest + more;
		assert_int_equal(is_taken(&c), !more);

		/* Nobody adds nothing. */
		c = empty;
		c.numerator = more;
		assert_int_equal(is_taken(&c), !more);
		c = empty;
		c.denominator = more;
		assert_int_equal(is_taken(&c), !more);
		c = empty;
		c.squares = wide_of(more);
		assert_int_equal(is_taken(&c), !more);

		/* The square of a ratio may be less by as much as it is rounded. */
		c = one;
		c.squares = wide_of(wide_value(one.squares) - 1 - more);
		assert_int_equal(is_taken(&c), !more);
		c = one;
		c.reached = 1 + more;
		assert_int_equal(is_taken(&c), !more);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wide_numbers_are_decimals),
		cmocka_unit_test(points_of_student_are_those_of_tables),
		cmocka_unit_test(a_cohort_is_the_sum_of_its_parts),
		cmocka_unit_test(a_threshold_is_compared_exactly),
		cmocka_unit_test(large_cohorts_stay_in_range),
		cmocka_unit_test(the_least_parts_count),
		cmocka_unit_test(ratios_are_rounded_to_the_nearest),
		cmocka_unit_test(questions_are_named_in_full),
		cmocka_unit_test(questions_have_limits),
		cmocka_unit_test(sums_have_limits),
		cmocka_unit_test(every_row_of_rurality_is_found_by_its_code),
		cmocka_unit_test(rates_of_re_aim_have_reasons),
	};

	return cmocka_run_group_tests_name("cohort", tests, NULL, NULL);
}
