/* feasibility: intervals of a share, and the rates of the funnel with what they need. */
#include "adherence/feasibility.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Wilson's bounds are where the share is z standard errors away; z is that of printed tables. */
static void
intervals_are_wilsons(void **state)
{
	static const struct
	{
		double		confidence;
		double		z;
	} points[] = {{0.5, 0.6744897501960817}, {0.9, 1.6448536269514722}, {0.95, 1.959963984540054},
				  {0.99, 2.5758293035489004}, {0.9999, 3.890591886413124}};
	interval	i;
	status		st = {0};

	(void) state;
	for (size_t c = 0; c < sizeof(points) / sizeof(points[0]); c++)
		for (int n = 1; n < 30; n++)
			for (int part = 0; part <= n; part++)
			{
				double		p = (double) part / n;
				double		z2 = points[c].z * points[c].z;

				assert_true(wilson_interval(part, n, points[c].confidence, &i, &st));
				assert_true(i.lower <= p && p <= i.upper);
				assert_true(fabs((p - i.lower) * (p - i.lower) - z2 * i.lower * (1 - i.lower) / n) < 1e-13);
				assert_true(fabs((i.upper - p) * (i.upper - p) - z2 * i.upper * (1 - i.upper) / n) < 1e-13);
				assert_int_equal(i.lower == 0, part == 0);
				assert_int_equal(i.upper == 1, part == n);
			}
	assert_false(wilson_interval(6, 5, 0.95, &i, &st));
	assert_false(wilson_interval(4, 5, 0.4999, &i, &st));
	assert_false(wilson_interval(4, 5, 0.99991, &i, &st));
	assert_false(wilson_interval(4, 5, (double) NAN, &i, &st));
	assert_false(check_share(-1, 5, &st));
	assert_true(check_share(0, 0, &st));
	assert_true(fabs(standardised_difference(10, 4, 7, 14) - 1) < 1e-15);
}

/* V47 of the sheet, each rate by its counts; and what is not known. */
static void
rates_of_the_funnel_name_their_parts(void **state)
{
	static const funnel v47 = {{240, 160, 140, 104, 98, 84, 3, 10, 7}};
	static const funnel nobody = {{0}};
	static const struct
	{
		int64_t		numerator;
		int64_t		denominator;
		unsigned	needs; /* bits of the counts */
	} expected[N_FUNNEL_RATES] = {
		{160, 240, 1 << ELIGIBLE | 1 << SCREENED}, {104, 160, 1 << ENROLLED | 1 << ELIGIBLE},
		{104, 140, 1 << ENROLLED | 1 << APPROACHED}, {98, 104, 1 << STARTED | 1 << ENROLLED},
		{84, 104, 1 << ASSESSED | 1 << ENROLLED}, {84, 101, 1 << ASSESSED | 1 << ENROLLED | 1 << DIED},
		{20, 104, 1 << ASSESSED | 1 << ENROLLED}, {10, 104, 1 << WITHDREW | 1 << ENROLLED},
		{7, 104, 1 << LOST | 1 << ENROLLED}};
	static const int of[N_FUNNEL_COUNTS] = {-1, SCREENED, ELIGIBLE, APPROACHED, ENROLLED, ENROLLED, ENROLLED, ENROLLED, ENROLLED};
	status		st = {0};

	(void) state;
	assert_true(check_funnel(&v47, &st));
	assert_true(check_funnel(&nobody, &st));
	for (unsigned unknown = 0; unknown < 1u << N_FUNNEL_COUNTS; unknown++)
	{
		funnel		f = v47;

		for (int c = 0; c < N_FUNNEL_COUNTS; c++)
			if (unknown & 1u << c)
				f.count[c] = UNKNOWN_COUNT;
		assert_true(check_funnel(&f, &st));
		for (int r = 0; r < N_FUNNEL_RATES; r++)
		{
			int64_t		numerator;
			int64_t		denominator;

			funnel_ratio(&f, r, &numerator, &denominator);
			assert_int_equal(numerator != UNKNOWN_COUNT && denominator != UNKNOWN_COUNT, !(expected[r].needs & unknown));
			if (expected[r].needs & unknown)
				continue;
			assert_int_equal(numerator, expected[r].numerator);
			assert_int_equal(denominator, expected[r].denominator);
		}
		/* No stage is more than the nearest one before it that is known. */
		for (int c = 1; c < N_FUNNEL_COUNTS; c++)
		{
			int			whole = of[c];
			funnel		g = f;

			while (whole >= 0 && unknown & 1u << whole)
				whole = of[whole];
			if (whole < 0)
				continue;
			for (int d = 0; d < N_FUNNEL_COUNTS; d++)
				if (d != whole)
					g.count[d] = UNKNOWN_COUNT;
			g.count[c] = g.count[whole];
			assert_true(check_funnel(&g, &st));
			g.count[c]++;
			assert_false(check_funnel(&g, &st));
		}
	}
	for (int c = 0; c < N_FUNNEL_COUNTS; c++)
	{
		funnel		f = v47;

		f.count[c] = -2;
		assert_false(check_funnel(&f, &st));
		assert_non_null(strstr(st.message, "is negative"));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(intervals_are_wilsons),
		cmocka_unit_test(rates_of_the_funnel_name_their_parts),
	};

	return cmocka_run_group_tests_name("feasibility", tests, NULL, NULL);
}
