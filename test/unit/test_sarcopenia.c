/* sarcopenia: cut-offs at their boundaries, three-valued logic against brute force. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "classified.h"

/* ---- tables ---- */

static void
tables_are_lawful(void **state)
{
	(void) state;
	for (int d = 0; d < N_DEFINITIONS; d++)
	{
		const sarcopenia_definition *def = definition_at(d);
		static const char *const labels[] = SARCOPENIA_DEFINITION_LABELS;

		assert_string_equal(def->code, labels[d]);
		assert_non_null(def->source);
		assert_non_null(def->name);
		assert_true(def->n_cutoffs <= MAX_CUTOFFS);
		if (d == GLIS2024)
			continue; /* a concept */
		assert_true(def->n_cutoffs >= 1);
		assert_true(compiled_for(tables_of(d), UNKNOWN, UNKNOWN, UNKNOWN)->n_criteria <=
					MAX_CRITERIA);
		assert_true(def->n_age_bands <= MAX_AGE_BANDS);
		for (int i = 0; i < def->n_cutoffs; i++)
		{
			const cutoff *row = &def->cutoffs[i];

			assert_true(row->sexes != 0 && (row->sexes & ~BOTH) == 0);
			assert_true(row->modalities != 0 && (row->modalities & ~NO_MODALITY) == 0);
			/* Every criterion of mass and strength can be asked for. */
			assert_int_equal(row->component == PERFORMANCE && row->criterion != &criterion_chair_stand,
							 row->criterion->choice == ANY_CRITERION);
			/* A span of ages is a band or several, never a part of one. */
			assert_true(def->n_age_bands > 0 || (row->ages.from == 0 && row->ages.to == 0));
			/* Rows of a criterion stand together: it does not come back after another. */
			for (int j = i + 2; j < def->n_cutoffs; j++)
				if (def->cutoffs[j].criterion == row->criterion)
					assert_ptr_equal(def->cutoffs[j - 1].criterion, row->criterion);
		}
		/* The class rules cover every case, and every line is reached. */
		{
			unsigned	reached = 0;

			for (int s = NORMAL; s <= LOW; s++)
				for (int m = NORMAL; m <= LOW; m++)
					for (int f = NORMAL; f <= LOW; f++)
					{
						int			line = 0;

						while (line < def->n_rules &&
							   !((def->rules[line].strength == ANY ||
								  (int) def->rules[line].strength == s) &&
								 (def->rules[line].mass == ANY || (int) def->rules[line].mass == m) &&
								 (def->rules[line].performance == ANY ||
								  (int) def->rules[line].performance == f)))
							line++;
						assert_true(line < def->n_rules);
						reached |= 1u << line;
					}
			assert_int_equal(reached, (1u << def->n_rules) - 1);
		}
	}
}

/* For every cut-off: just below, exactly at, just above; the operator decides. */
static void
every_cutoff_at_its_boundary(void **state)
{
	(void) state;
	for (int d = 0; d < N_DEFINITIONS; d++)
		for (int i = 0; i < definition_at(d)->n_cutoffs; i++)
		{
			const cutoff *row = &definition_at(d)->cutoffs[i];

			for (int sx = 0; sx < N_SEXES; sx++)
				for (int m = 0; m < N_MODALITIES; m++)
					for (int side = -1; side <= 1; side++)
					{
						person		p;
						classification_options options = usual;
						evidence	lines[MAX_CUTOFFS];
						double		step = row->criterion->measured == SPPB_POINTS ? 1 : 0.001;
						bool		expected;
						int			seen = 0;

						if (!(row->sexes & (1u << sx)) || !(row->modalities & (1u << m)))
							continue;
						p = someone(sx, m);
						measure(&p, AGE, row->ages.from > 0 ? row->ages.from : 70);
						measure(&p, row->criterion->measured, row->value + side * step);
						if (row->component == MASS)
							options.mass = row->criterion->choice;
						if (row->component == STRENGTH)
							options.strength = row->criterion->choice;
						expected = side < 0 ? row->operator== BELOW || row->operator== AT_MOST
							: side > 0		? row->operator== ABOVE || row->operator== AT_LEAST
											: row->operator== AT_MOST || row->operator== AT_LEAST;
						for (int n = gather_evidence(tables_of(d), &p, &options, lines); n > 0; n--)
							if (lines[n - 1].cutoff == row)
							{
								seen++;
								assert_int_equal(lines[n - 1].finding, expected ? LOW : NORMAL);
								assert_int_equal(lines[n - 1].component_finding,
												 expected ? LOW : NORMAL);
							}
						assert_int_equal(seen, 1);
					}
		}
}

/* ---- logic ---- */

/* The papers once more, as if-chains: independent of the rule tables. */
static sarcopenia_class
class_by_the_paper(definition_code code, bool strength, bool mass, bool performance)
{
	bool		function = strength || performance;

	switch (code)
	{
		case EWGSOP2:
			if (!strength)
				return CLASS_NONE;
			if (!mass)
				return CLASS_PROBABLE;
			return performance ? CLASS_SEVERE : CLASS_SARCOPENIA;
		case EWGSOP1:
			if (!mass)
				return CLASS_NONE;
			if (!function)
				return CLASS_PRESARCOPENIA;
			return strength && performance ? CLASS_SEVERE : CLASS_SARCOPENIA;
		case AWGS2014:
			return mass && function ? CLASS_SARCOPENIA : CLASS_NONE;
		case KWGS2023:
			if (strength && performance)
				return mass ? CLASS_SEVERE : CLASS_FUNCTIONAL;
			/* FALLTHROUGH */
		case AWGS2019:
			if (mass && strength && performance)
				return CLASS_SEVERE;
			if (mass && function)
				return CLASS_SARCOPENIA;
			return function ? CLASS_POSSIBLE : CLASS_NONE;
		case AWGS2019_COMMUNITY:
			return function ? CLASS_POSSIBLE : CLASS_NONE;
		case AWGS2025:
			return !strength ? CLASS_NONE : mass ? CLASS_SARCOPENIA : CLASS_POSSIBLE;
		case FNIH:
			if (!strength || !mass)
				return CLASS_NONE;
			return performance ? CLASS_SEVERE : CLASS_SARCOPENIA;
		case SDOC:
			if (strength && performance)
				return CLASS_SARCOPENIA;
			return strength ? CLASS_WEAK : performance ? CLASS_SLOW : CLASS_NONE;
		case IWGS:
			return mass && performance ? CLASS_SARCOPENIA : CLASS_NONE;
		case JSH1:
		case JSH2:
			return mass && strength ? CLASS_SARCOPENIA : CLASS_NONE;
		default:
			fail();
			return CLASS_NONE;
	}
}

/* A man of 70 whose components are low, normal or not measured. */
static person
man_with(definition_code code, int strength, int mass, int performance)
{
	person		p = someone(MALE, code == JSH1 || code == JSH2 ? BIA : DXA);
	bool		by_chair = code == AWGS2019_COMMUNITY;

	measure(&p, AGE, 70);
	measure(&p, HEIGHT_CM, 170);
	measure(&p, WEIGHT_KG, 70);
	if (strength != UNKNOWN)
		measure(&p, GRIP_KG, strength == LOW ? 20 : 40);
	if (mass != UNKNOWN)
		measure(&p, ASM_KG, mass == LOW ? 14 : 26);
	if (performance != UNKNOWN && by_chair)
		measure(&p, CHAIR_STAND_S, performance == LOW ? 13 : 10);
	if (performance != UNKNOWN && !by_chair)
		measure(&p, GAIT_M_S, performance == LOW ? 0.6 : 1.3);
	return p;
}

static void
ranges_equal_brute_force_over_completions(void **state)
{
	(void) state;
	for (int d = 0; d < GLIS2024; d++)
		for (int s = UNKNOWN; s <= LOW; s++)
			for (int m = UNKNOWN; m <= LOW; m++)
				for (int f = UNKNOWN; f <= LOW; f++)
				{
					int			mildest = N_CLASSES;
					int			severest = -1;
					classification result = result_of(d, man_with(d, s, m, f), usual);
					class_range range = result.range;
					int			expected;

					for (int cs = NORMAL; cs <= LOW; cs++)
						for (int cm = NORMAL; cm <= LOW; cm++)
							for (int cf = NORMAL; cf <= LOW; cf++)
								if ((s == UNKNOWN || s == cs) && (m == UNKNOWN || m == cm) &&
									(f == UNKNOWN || f == cf))
								{
									int			c = class_by_the_paper(d, cs == LOW, cm == LOW,
																	   cf == LOW);

									mildest = c < mildest ? c : mildest;
									severest = c > severest ? c : severest;
								}
					assert_int_equal(range.mildest, mildest);
					assert_int_equal(range.severest, severest);
					expected = mildest == severest || mildest > CLASS_NONE ? mildest : OPEN;
					assert_int_equal(established_class(&result), expected);
				}
}

/*
 * Measuring one thing more never widens the strict range. (Without strict, a
 * further test can make a component low that was called normal by another.)
 */
static void
more_measurements_never_widen_the_range(void **state)
{
	static const struct
	{
		measurement m;
		double		low;
		double		high;
	} can_be_measured[] = {
		{GRIP_KG, 10, 45},	  {CHAIR_STAND_S, 8, 20},	 {ASM_KG, 13, 24},	  {HEIGHT_CM, 150, 190},
		{WEIGHT_KG, 45, 110},
		{GAIT_M_S, 0.5, 1.5}, {SPPB_POINTS, 5, 12},		 {TUG_S, 8, 30},	  {WALK_400M_S, 250, 500},
	};
	const int	n = (int) (sizeof(can_be_measured) / sizeof(can_be_measured[0]));

	(void) state;
	srand(7);
	for (int round = 0; round < 100000; round++)
	{
		person		p = someone(rand() % 3 - 1, rand() % 3 - 1);
		classification_options options = {MASS_ANY, STRENGTH_ANY, true};
		int			d = rand() % GLIS2024;
		int			extra = rand() % n;
		class_range before;
		class_range after;

		measure(&p, AGE, 50 + rand() % 40);
		for (int i = 0; i < n; i++)
			if (i != extra && rand() % 2)
			{
				double		span = can_be_measured[i].high - can_be_measured[i].low;
				double		value = can_be_measured[i].low + span * (rand() % 1000) / 1000.0;

				measure(&p, can_be_measured[i].m,
						can_be_measured[i].m == SPPB_POINTS ? floor(value) : value);
			}
		before = range_of(d, p, options);
		measure(&p, can_be_measured[extra].m,
				floor((can_be_measured[extra].low + can_be_measured[extra].high) / 2));
		after = range_of(d, p, options);
		assert_true(after.mildest >= before.mildest);
		assert_true(after.severest <= before.severest);
	}
}

/* Knowing the sex, the modality or the age never contradicts what was said without. */
static void
unknown_sex_modality_and_age_are_cautious(void **state)
{
	(void) state;
	srand(8);
	for (int round = 0; round < 100000; round++)
	{
		person		p = someone(rand() % 2, rand() % 2);
		person		blind = p;
		int			d = rand() % GLIS2024;
		class_range known;
		class_range cautious;

		measure(&p, AGE, 50 + rand() % 40);
		measure(&p, GRIP_KG, 10 + rand() % 30);
		measure(&p, ASM_H2_KG_M2, 5 + (rand() % 300) / 100.0);
		if (rand() % 2)
			measure(&p, SPPB_POINTS, 5 + rand() % 8);
		blind = p;
		if (rand() % 2)
			blind.sex = UNKNOWN;
		/* A definition that has no cut-off for one of the two would leave its mass unknown. */
		if (rand() % 2 && (d == EWGSOP2 || d == AWGS2014 || d == AWGS2019 || d == AWGS2025 || d == KWGS2023))
			blind.modality = UNKNOWN;
		if (rand() % 2)
			blind.measured &= ~(1u << AGE);
		known = range_of(d, p, usual);
		cautious = range_of(d, blind, usual);
		assert_true(cautious.mildest <= known.mildest);
		assert_true(cautious.severest >= known.severest);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables_are_lawful),
		cmocka_unit_test(every_cutoff_at_its_boundary),
		cmocka_unit_test(ranges_equal_brute_force_over_completions),
		cmocka_unit_test(more_measurements_never_widen_the_range),
		cmocka_unit_test(unknown_sex_modality_and_age_are_cautious),
	};

	return cmocka_run_group_tests_name("sarcopenia", tests, NULL, NULL);
}
