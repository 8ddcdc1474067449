/* limits: what is in a range, and what is said about a value that is not. */
#include "common/limits.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const value_limits mass = {"mass_kg", "kg", 0.5, 1e6, "Mass is in kilograms."};
static const value_limits fraction = {"fraction", "", 0, 0.4, NULL};
static const value_limits points = {"points", "points", 0, 12, "Points are whole.", WHOLE_NUMBERS};
static const value_limits distance = {"distance_m", "m", 1, 1000, NULL, ZERO_ALSO};

/* NULL: the value is in the limits. */
static const struct
{
	const value_limits *limits;
	double		value;
	const char *message;
	const char *hint;
} cases[] = {
	{&mass, 0.5, NULL, ""},
	{&mass, 1e6, NULL, ""},
	{&mass, 0.49999, "mass_kg 0.49999 is outside 0.5..1000000 kg", "Mass is in kilograms."},
	{&mass, 1000000.5, "mass_kg 1000000.5 is outside 0.5..1000000 kg", "Mass is in kilograms."},
	{&mass, 0, "mass_kg 0 is outside 0.5..1000000 kg", "Mass is in kilograms."},
	{&mass, NAN, "mass_kg is not a finite number", "Mass is in kilograms."},
	{&mass, -INFINITY, "mass_kg is not a finite number", "Mass is in kilograms."},
	{&fraction, 0, NULL, ""},
	{&fraction, 5, "fraction 5 is outside 0..0.4", ""},
	{&points, 12, NULL, ""},
	{&points, 11.5, "points 11.5 is not a whole number", "Points are whole."},
	{&points, 12.5, "points 12.5 is outside 0..12 points", "Points are whole."},
	{&points, 1e300, "points 1e+300 is outside 0..12 points", "Points are whole."},
	{&distance, 0, NULL, ""},
	{&distance, 1, NULL, ""},
	{&distance, 0.5, "distance_m 0.5 is outside 1..1000 m", ""},
	{&distance, NAN, "distance_m is not a finite number", ""},
};

static void
a_value_is_in_its_limits_or_the_status_says_why_not(void **state)
{
	(void) state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		status		st = {.code = FAULT_NONE};

		assert_int_equal(in_limits(cases[i].limits, cases[i].value), cases[i].message == NULL);
		assert_int_equal(check_limits(cases[i].limits, cases[i].value, &st), cases[i].message == NULL);
		if (cases[i].message == NULL)
			continue;
		assert_int_equal(st.code, FAULT_OUT_OF_RANGE);
		assert_string_equal(st.message, cases[i].message);
		assert_string_equal(st.hint, cases[i].hint);
	}
}

static void
another_name_stands_in_the_message(void **state)
{
	status		st;

	(void) state;
	assert_false(check_limits_of(&mass, "element 2 of masses,", 0, &st));
	assert_string_equal(st.message, "element 2 of masses, 0 is outside 0.5..1000000 kg");
}

static void
what_was_not_measured_is_not_checked(void **state)
{
	const value_limits rows[] = {mass, fraction, points};
	double		values[] = {(double) 70.1f, 99, 13};
	bool		measured[] = {true, false, true};
	status		st;

	(void) state;
	assert_false(check_all_limits(rows, 3, values, measured, &st));
	assert_string_equal(st.message, "points 13 is outside 0..12 points");
	assert_true(values[0] == 70.1); /* a real, undone */
	assert_true(check_all_limits(rows, 2, values, measured, &st));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_value_is_in_its_limits_or_the_status_says_why_not),
		cmocka_unit_test(another_name_stands_in_the_message),
		cmocka_unit_test(what_was_not_measured_is_not_checked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
