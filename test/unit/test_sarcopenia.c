/* sarcopenia: cut-offs at their boundaries, three-valued logic against brute force. */
#include "sarcopenia/classification.h"

#include "person.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define OPEN UNKNOWN /* the measurements leave the class open */

static const classification_options usual = {MASS_ANY, false};

static class_range
range_of(definition_code code, person p, classification_options options)
{
	class_range range;
	status		st;

	assert_true(prepare_person(&p, &st));
	assert_true(classify(code, &p, &options, &range, &st));
	return range;
}

static int
class_under(definition_code code, person p)
{
	class_range range = range_of(code, p, usual);

	return established_class(&range);
}

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
		assert_true(def->n_cutoffs >= 1 && def->n_cutoffs <= MAX_CUTOFFS);
		assert_true(compiled_for(d, UNKNOWN, UNKNOWN)->n_criteria <= MAX_CRITERIA);
		for (int i = 0; i < def->n_cutoffs; i++)
		{
			const cutoff *row = &def->cutoffs[i];

			assert_true(row->sexes != 0 && (row->sexes & ~BOTH) == 0);
			assert_true(row->modalities != 0 && (row->modalities & ~NO_MODALITY) == 0);
			assert_int_equal(row->component == MASS, row->criterion->mass != MASS_ANY);
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
						evidence	lines[MAX_CUTOFFS];
						double		step = row->criterion->measured == SPPB_POINTS ? 1 : 0.001;
						bool		expected;
						int			seen = 0;

						if (!(row->sexes & (1u << sx)) || !(row->modalities & (1u << m)))
							continue;
						p = someone(sx, m);
						measure(&p, row->criterion->measured, row->value + side * step);
						expected = side < 0 ? row->operator== BELOW || row->operator== AT_MOST
							: side > 0		? row->operator== ABOVE || row->operator== AT_LEAST
											: row->operator== AT_MOST || row->operator== AT_LEAST;
						for (int n = gather_evidence(d, &p, &usual, lines); n > 0; n--)
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

/* The two papers once more, as if-chains: independent of the rule tables. */
static sarcopenia_class
class_by_the_paper(definition_code code, bool strength, bool mass, bool performance)
{
	if (code == EWGSOP2)
	{
		if (!strength)
			return CLASS_NONE;
		if (!mass)
			return CLASS_PROBABLE;
		return performance ? CLASS_SEVERE : CLASS_SARCOPENIA;
	}
	if (mass && strength && performance)
		return CLASS_SEVERE;
	if (mass && (strength || performance))
		return CLASS_SARCOPENIA;
	return strength || performance ? CLASS_POSSIBLE : CLASS_NONE;
}

/* A man measured by BIA whose components are low, normal or not measured. */
static person
man_with(int strength, int mass, int performance)
{
	person		p = someone(MALE, BIA);

	if (strength != UNKNOWN)
		measure(&p, GRIP_KG, strength == LOW ? 20 : 40);
	if (mass != UNKNOWN)
		measure(&p, ASM_H2_KG_M2, mass == LOW ? 6 : 8);
	if (performance != UNKNOWN)
		measure(&p, GAIT_M_S, performance == LOW ? 0.6 : 1.3);
	return p;
}

static void
ranges_equal_brute_force_over_completions(void **state)
{
	(void) state;
	for (int d = 0; d < N_DEFINITIONS; d++)
		for (int s = UNKNOWN; s <= LOW; s++)
			for (int m = UNKNOWN; m <= LOW; m++)
				for (int f = UNKNOWN; f <= LOW; f++)
				{
					int			mildest = N_CLASSES;
					int			severest = -1;
					class_range range = range_of(d, man_with(s, m, f), usual);
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
					assert_int_equal(established_class(&range), expected);
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
		{GAIT_M_S, 0.5, 1.5}, {SPPB_POINTS, 5, 12},		 {TUG_S, 8, 30},	  {WALK_400M_S, 250, 500},
	};
	const int	n = (int) (sizeof(can_be_measured) / sizeof(can_be_measured[0]));

	(void) state;
	srand(7);
	for (int round = 0; round < 100000; round++)
	{
		person		p = someone(rand() % 3 - 1, rand() % 3 - 1);
		classification_options options = {MASS_ANY, true};
		int			d = rand() % N_DEFINITIONS;
		int			extra = rand() % n;
		class_range before;
		class_range after;

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

/* Knowing the sex or the modality never contradicts what was said without. */
static void
unknown_sex_and_modality_are_cautious(void **state)
{
	(void) state;
	srand(8);
	for (int round = 0; round < 100000; round++)
	{
		person		p = someone(rand() % 2, rand() % 2);
		person		blind = p;
		int			d = rand() % N_DEFINITIONS;
		class_range known;
		class_range cautious;

		measure(&p, GRIP_KG, 10 + rand() % 30);
		measure(&p, ASM_H2_KG_M2, 5 + (rand() % 300) / 100.0);
		if (rand() % 2)
			measure(&p, SPPB_POINTS, 5 + rand() % 8);
		blind = p;
		if (rand() % 2)
			blind.sex = UNKNOWN;
		if (rand() % 2)
			blind.modality = UNKNOWN;
		known = range_of(d, p, usual);
		cautious = range_of(d, blind, usual);
		assert_true(cautious.mildest <= known.mildest);
		assert_true(cautious.severest >= known.severest);
	}
}

static void
unknown_modality_matters_only_between_the_cutoffs(void **state)
{
	person		p = someone(FEMALE, UNKNOWN);

	(void) state;
	measure(&p, GRIP_KG, 15);
	measure(&p, GAIT_M_S, 1.2);
	measure(&p, ASM_H2_KG_M2, 5.39); /* low by DXA and by BIA */
	assert_int_equal(class_under(AWGS2019, p), CLASS_SARCOPENIA);
	p.value[ASM_H2_KG_M2] = 5.5; /* normal by DXA, low by BIA */
	assert_int_equal(class_under(AWGS2019, p), CLASS_POSSIBLE);
	p.value[ASM_H2_KG_M2] = 5.7; /* normal by both */
	assert_int_equal(range_of(AWGS2019, p, usual).severest, CLASS_POSSIBLE);
	p.sex = MALE;
	p.value[ASM_H2_KG_M2] = 6.9; /* men have one cut-off */
	assert_int_equal(class_under(AWGS2019, p), CLASS_SARCOPENIA);
}

static void
unknown_sex_is_not_a_man(void **state)
{
	person		p = someone(UNKNOWN, DXA);

	(void) state;
	measure(&p, GRIP_KG, 20); /* low for a man, normal for a woman */
	assert_int_equal(class_under(EWGSOP2, p), OPEN);
	assert_int_equal(class_under(AWGS2019, p), OPEN);
	p.value[GRIP_KG] = 15.9; /* low for both */
	assert_int_equal(class_under(EWGSOP2, p), CLASS_PROBABLE);
	p.value[GRIP_KG] = 30; /* normal for both */
	assert_int_equal(class_under(EWGSOP2, p), CLASS_NONE);
}

static void
a_modality_without_cutoffs_leaves_mass_unknown(void **state)
{
	person		p = someone(MALE, CT);
	evidence	lines[MAX_CUTOFFS];
	int			without = 0;

	(void) state;
	measure(&p, GRIP_KG, 20);
	measure(&p, ASM_H2_KG_M2, 5);
	assert_int_equal(class_under(EWGSOP2, p), CLASS_PROBABLE);
	assert_int_equal(range_of(EWGSOP2, p, usual).severest, CLASS_SEVERE);
	for (int n = gather_evidence(EWGSOP2, &p, &usual, lines); n > 0; n--)
		if (lines[n - 1].cutoff == NULL)
		{
			without++;
			assert_string_equal(lines[n - 1].note, "no cut-off for this modality");
		}
	assert_int_equal(without, 1);

	/* ASM has a cut-off for MRI, the index has none. */
	p.modality = MRI;
	measure(&p, ASM_KG, 19);
	assert_int_equal(class_under(EWGSOP2, p), CLASS_SARCOPENIA);
}

static void
a_failed_test_is_low_not_missing(void **state)
{
	person		p = someone(FEMALE, DXA);

	(void) state;
	measure(&p, GRIP_KG, 25);
	assert_int_equal(class_under(EWGSOP2, p), CLASS_NONE);
	p.unable = 1u << CHAIR_STAND; /* strength in EWGSOP2, performance in AWGS 2019 */
	assert_int_equal(class_under(EWGSOP2, p), CLASS_PROBABLE);
	assert_int_equal(class_under(AWGS2019, p), CLASS_POSSIBLE);
	p.unable = 1u << TUG; /* no criterion of AWGS 2019 */
	assert_int_equal(class_under(AWGS2019, p), OPEN);
}

static void
strict_wants_every_alternative(void **state)
{
	person		p = someone(FEMALE, DXA);
	classification_options strict = {MASS_ANY, true};

	(void) state;
	measure(&p, GRIP_KG, 25);
	assert_int_equal(range_of(EWGSOP2, p, strict).severest, CLASS_SEVERE);
	measure(&p, CHAIR_STAND_S, 10);
	assert_int_equal(range_of(EWGSOP2, p, strict).severest, CLASS_NONE);

	/* A low test decides, strict or not. */
	p.value[CHAIR_STAND_S] = 16;
	assert_int_equal(range_of(EWGSOP2, p, strict).mildest, CLASS_PROBABLE);
}

static void
mass_criterion_chooses_the_index(void **state)
{
	static const struct
	{
		mass_criterion mass;
		sarcopenia_class expected;
	} cases[] = {
		{MASS_ANY, CLASS_SARCOPENIA}, {MASS_ASM, CLASS_SARCOPENIA}, {MASS_ASM_H2, CLASS_PROBABLE}};
	person		p = someone(MALE, DXA);
	status		st;
	class_range range;

	(void) state;
	measure(&p, GRIP_KG, 26);
	measure(&p, ASM_KG, 19.9);
	measure(&p, HEIGHT_CM, 160); /* 7.77 kg/m2 */
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		classification_options options = {cases[i].mass, false};

		range = range_of(EWGSOP2, p, options);
		assert_int_equal(established_class(&range), cases[i].expected);
	}
	assert_false(classify(AWGS2019, &p,
						  &(classification_options){MASS_ASM, false}, &range, &st));
	assert_int_equal(st.code, FAULT_INVALID_PARAMETER);
}

static void
binary_fractions_do_not_move_a_person_over_a_cutoff(void **state)
{
	static const struct
	{
		definition_code code;
		int			of_sex;
		int			modality;
		double		mass;
		double		height;
	} at_the_cutoff[] = {
		{EWGSOP2, FEMALE, DXA, 14.08, 160},		 {EWGSOP2, MALE, DXA, 16.1728, 152},
		{AWGS2019, FEMALE, DXA, 12.9735, 155},	 {AWGS2019, FEMALE, BIA, 12.825, 150},
	};

	(void) state;
	for (size_t i = 0; i < sizeof(at_the_cutoff) / sizeof(at_the_cutoff[0]); i++)
		for (int as_real = 0; as_real <= 1; as_real++)
		{
			person		p = someone(at_the_cutoff[i].of_sex, at_the_cutoff[i].modality);
			classification_options options = {MASS_ASM_H2, false};
			evidence	lines[MAX_CUTOFFS];
			status		st;
			double		mass = at_the_cutoff[i].mass;

			measure(&p, ASM_KG, as_real ? (double) (float) mass : mass);
			measure(&p, HEIGHT_CM, at_the_cutoff[i].height);
			assert_true(prepare_person(&p, &st));
			for (int n = gather_evidence(at_the_cutoff[i].code, &p, &options, lines);
				 n > 0; n--)
				if (lines[n - 1].criterion == &criterion_asm_h2)
					assert_int_equal(lines[n - 1].finding, NORMAL);
		}
}

static void
a_real_column_does_not_move_a_person_over_a_cutoff(void **state)
{
	person		p = someone(MALE, DXA);

	(void) state;
	measure(&p, GRIP_KG, 20);
	measure(&p, ASM_H2_KG_M2, 6);
	measure(&p, GAIT_M_S, (double) 0.8f);
	assert_int_equal(class_under(EWGSOP2, p), CLASS_SEVERE);
	p = someone(FEMALE, BIA);
	measure(&p, GRIP_KG, 10);
	measure(&p, GAIT_M_S, 1.2);
	measure(&p, ASM_H2_KG_M2, (double) 5.7f);
	assert_int_equal(class_under(AWGS2019, p), CLASS_POSSIBLE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables_are_lawful),
		cmocka_unit_test(every_cutoff_at_its_boundary),
		cmocka_unit_test(ranges_equal_brute_force_over_completions),
		cmocka_unit_test(more_measurements_never_widen_the_range),
		cmocka_unit_test(unknown_sex_and_modality_are_cautious),
		cmocka_unit_test(unknown_modality_matters_only_between_the_cutoffs),
		cmocka_unit_test(unknown_sex_is_not_a_man),
		cmocka_unit_test(a_modality_without_cutoffs_leaves_mass_unknown),
		cmocka_unit_test(a_failed_test_is_low_not_missing),
		cmocka_unit_test(strict_wants_every_alternative),
		cmocka_unit_test(mass_criterion_chooses_the_index),
		cmocka_unit_test(binary_fractions_do_not_move_a_person_over_a_cutoff),
		cmocka_unit_test(a_real_column_does_not_move_a_person_over_a_cutoff),
	};

	return cmocka_run_group_tests_name("sarcopenia", tests, NULL, NULL);
}
