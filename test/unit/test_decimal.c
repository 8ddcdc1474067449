/* decimal: cut-offs meet the decimals that were measured. */
#include "common/decimal.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* Masses and heights whose index is a cut-off exactly, but not in binary arithmetic. */
static void
derived_indices_meet_their_cutoffs(void **state)
{
	static const struct
	{
		double		mass;
		double		height;
		double		index;
	} cases[] = {
		{14.08, 1.60, 5.5},	   {16.1728, 1.52, 7.0}, {12.9735, 1.55, 5.4},
		{12.825, 1.50, 5.7},   {16.2, 1.50, 7.2},	 {18.259, 1.55, 7.6},
	};

	(void) state;
	assert_true(14.08 / (1.60 * 1.60) < 5.5); /* the trap is real */
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_true(round_to_nine_decimals(cases[i].mass / (cases[i].height * cases[i].height)) ==
					cases[i].index);
	assert_true(round_to_nine_decimals(2.4 / 3) == 0.8);
	assert_true(round_to_nine_decimals(4.8 / 6) == 0.8);
	assert_true(round_to_nine_decimals(14.6754 / 18.6) == 0.789);
}

static void
rounding_keeps_nine_decimals(void **state)
{
	(void) state;
	assert_true(round_to_nine_decimals(5.499999999) < 5.5);
	assert_true(round_to_nine_decimals(5.4999999996) == 5.5);
	assert_true(round_to_nine_decimals(5.4999999994) < 5.5);
	assert_true(round_to_nine_decimals(-0.8) == -0.8);
	assert_true(round_to_nine_decimals(1e300) == 1e300);
	assert_true(isnan(round_to_nine_decimals(NAN)));
	assert_true(isinf(round_to_nine_decimals(INFINITY)));
}

static void
real_columns_are_undone(void **state)
{
	static const double written[] = {0.8, 5.7, 0.789, 0.83, 7.2, 7.6, 26.9, 15.1, 172.3, 1e-3, 99999.5};

	(void) state;
	assert_true((double) 0.8f > 0.8); /* the trap is real */
	assert_true((double) 5.7f < 5.7);
	for (size_t i = 0; i < sizeof(written) / sizeof(written[0]); i++)
	{
		assert_true(undo_real((double) (float) written[i]) == written[i]);
		assert_true(undo_real(written[i]) == written[i]);
		assert_true(undo_real(-(double) (float) written[i]) == -written[i]);
	}
}

/* Every decimal with up to six digits survives a real column. */
static void
six_digit_decimals_survive_a_real_column(void **state)
{
	(void) state;
	for (int digits = 1; digits < 1000000; digits += 7)
		for (int decimals = 0; decimals <= 4; decimals++)
		{
			double		scale = pow(10, decimals);
			double		written = digits / scale;

			assert_true(undo_real((double) (float) written) == written);
		}
}

static void
doubles_and_oddities_pass_unchanged(void **state)
{
	(void) state;
	assert_true(undo_real(0.800000011) == 0.800000011);
	assert_true(undo_real(1.0 / 3) == 1.0 / 3);
	assert_true(undo_real(1e300) == 1e300);
	assert_true(undo_real(0) == 0);
	assert_true(isnan(undo_real(NAN)));
	assert_true(isinf(undo_real(INFINITY)));
	assert_true(isinf(undo_real(-INFINITY)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(derived_indices_meet_their_cutoffs),
		cmocka_unit_test(rounding_keeps_nine_decimals),
		cmocka_unit_test(real_columns_are_undone),
		cmocka_unit_test(six_digit_decimals_survive_a_real_column),
		cmocka_unit_test(doubles_and_oddities_pass_unchanged),
	};

	return cmocka_run_group_tests_name("decimal", tests, NULL, NULL);
}
