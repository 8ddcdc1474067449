/* Unit tests of interpretation and responder: what SQL does not reach, under the sanitizers. */
#include "assessment/interpretation/responder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static interpretation
find(const char *code)
{
	interpretation found;

	assert_true(interpretation_find(code, strlen(code), &found));
	return found;
}

/* Every row of every table is found by its code, and codes fit. */
static void
rows_are_found(void **state)
{
	(void) state;
	for (int i = 0; i < physical_measure_count(); i++)
		assert_true(find(physical_measure_at(i)->code).known);
	for (int i = 0; i < band_set_count(); i++)
		assert_ptr_equal(find(band_set_at(i)->measure).bands, band_set_at(i));
	for (int i = 0; i < threshold_count(); i++)
		assert_ptr_equal(find(threshold_at(i)->measure).threshold, threshold_at(i));
	for (int i = 0; i < difference_count(); i++)
		assert_true(strlen(difference_at(i)->measure) < MEASURE_CODE);
}

static void
codes_that_are_none(void **state)
{
	static const char *const codes[] = {"", " ", "QLQ-C30", "QLQ-C30 ", " PF", "QLQ-C30 PF ", "QLQ-C30  PF", "6mwt"};
	interpretation found;
	char		long_code[4 * MEASURE_CODE];

	(void) state;
	for (int i = 0; i < ENTRIES(codes); i++)
		assert_false(interpretation_find(codes[i], strlen(codes[i]), &found));
	assert_false(interpretation_find("6MWT\0x", 6, &found));
	memset(long_code, 'x', sizeof(long_code));
	assert_false(interpretation_find(long_code, sizeof(long_code), &found));
	assert_false(interpretation_find(long_code, MEASURE_CODE, &found));
	assert_false(interpretation_find(long_code, MEASURE_CODE - 1, &found));
	assert_int_equal(strlen(found.code), MEASURE_CODE - 1);
}

/* The band before the first does not exist, and NaN is in none. */
static void
scores_that_are_none(void **state)
{
	const band_set *set = find("PHQ-9 TOTAL").bands;
	status		st;

	(void) state;
	assert_null(severity_band_of(set, -1, &st));
	assert_int_equal(st.code, FAULT_OUT_OF_RANGE);
	assert_null(severity_band_of(set, NAN, &st));
	assert_null(severity_band_of(set, 27.5, &st));
	assert_null(severity_band_of(find("GPAQ TOTAL").bands, INFINITY, &st));
	assert_non_null(severity_band_of(find("GPAQ TOTAL").bands, 1e300, &st));
}

static void
rules_of_change(void **state)
{
	interpretation pf = find("QLQ-C30 PF");
	const double *none[N_DIRECTIONS] = {NULL, NULL};
	double		ten = 10;
	double		nan = NAN;
	const double *given[N_DIRECTIONS] = {&ten, NULL};
	double		change;
	double		toward[N_DIRECTIONS];
	change_rule rule;
	status		st;

	(void) state;
	assert_true(make_change_rule(&pf, NOT_GIVEN, ABSOLUTE, none, &rule, &st));
	assert_true(rule.needed[IMPROVEMENT] == 9 && rule.needed[DETERIORATION] == 4);
	assert_true(measure_change(&rule, 50, 59, &change, toward));
	assert_int_equal(change_class_of(&rule, toward), IMPROVED);

	assert_true(make_change_rule(&pf, NOT_GIVEN, PERCENT, none, &rule, &st));
	assert_false(measure_change(&rule, 0, 9, &change, toward));
	assert_true(change == 9);
	assert_true(measure_change(&rule, 10, 10, &change, toward));
	assert_int_equal(change_class_of(&rule, toward), UNKNOWN);

	assert_true(make_change_rule(&pf, NOT_GIVEN, ABSOLUTE, given, &rule, &st));
	assert_null(rule.row[IMPROVEMENT]);
	assert_non_null(rule.row[DETERIORATION]);
	given[DETERIORATION] = &nan;
	assert_false(make_change_rule(&pf, NOT_GIVEN, ABSOLUTE, given, &rule, &st));
	assert_int_equal(st.code, FAULT_OUT_OF_RANGE);
	assert_false(make_change_rule(&pf, HIGHER_WORSE, ABSOLUTE, none, &rule, &st));
	assert_int_equal(st.code, FAULT_INVALID_PARAMETER);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_found),
		cmocka_unit_test(codes_that_are_none),
		cmocka_unit_test(scores_that_are_none),
		cmocka_unit_test(rules_of_change),
	};

	return cmocka_run_group_tests_name("responder", tests, NULL, NULL);
}
