/* sarcopenia: cases that a definition gets wrong when it is coded by hand. */
#include "sarcopenia/override.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "classified.h"

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
	for (int n = gather_evidence(tables_of(EWGSOP2), &p, &usual, lines); n > 0; n--)
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
	classification_options strict = {MASS_ANY, STRENGTH_ANY, true};

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

	(void) state;
	measure(&p, GRIP_KG, 26);
	measure(&p, ASM_KG, 19.9);
	measure(&p, HEIGHT_CM, 160); /* 7.77 kg/m2 */
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		classification_options options = {cases[i].mass, STRENGTH_ANY, false};
		classification result = result_of(EWGSOP2, p, options);

		assert_int_equal(established_class(&result), cases[i].expected);
	}
	assert_false(check_options(definition_at(AWGS2019),
							   &(classification_options){MASS_ASM, STRENGTH_ANY, false}, &st));
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
			classification_options options = {MASS_ASM_H2, STRENGTH_ANY, false};
			evidence	lines[MAX_CUTOFFS];
			status		st;
			double		mass = at_the_cutoff[i].mass;

			measure(&p, ASM_KG, as_real ? (double) (float) mass : mass);
			measure(&p, HEIGHT_CM, at_the_cutoff[i].height);
			assert_true(prepare_person(&p, &st));
			for (int n = gather_evidence(tables_of(at_the_cutoff[i].code), &p, &options, lines);
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

/* ---- ages ---- */

static void
age_bands_turn_with_the_birthday(void **state)
{
	static const struct
	{
		double		age;
		int			expected; /* of a man with 30 kg and 7.3 kg/m2 by BIA */
		applicability applies;
	} cases[] = {
		{49.99, OPEN, TOO_YOUNG},	  {50, CLASS_SARCOPENIA, APPLIES}, {64.99, CLASS_SARCOPENIA, APPLIES},
		{65, CLASS_NONE, APPLIES},	  {UNKNOWN, OPEN, APPLIES_IF_OLD_ENOUGH},
	};

	(void) state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		person		p = someone(MALE, BIA);
		classification result;

		if (cases[i].age != UNKNOWN)
			measure(&p, AGE, cases[i].age);
		measure(&p, GRIP_KG, 30);
		measure(&p, ASM_H2_KG_M2, 7.3);
		result = result_of(AWGS2025, p, usual);
		assert_int_equal(result.applies, cases[i].applies);
		assert_int_equal(established_class(&result), cases[i].expected);
	}
}

static void
an_unknown_age_never_gives_a_class_under_an_age_limit(void **state)
{
	person		p = someone(FEMALE, BIA);

	(void) state;
	measure(&p, GRIP_KG, 10); /* low and low in both bands */
	measure(&p, ASM_H2_KG_M2, 4);
	assert_int_equal(class_under(AWGS2025, p), OPEN);
	assert_int_equal(range_of(AWGS2025, p, usual).mildest, CLASS_NONE);
	assert_int_equal(range_of(AWGS2025, p, usual).severest, CLASS_SARCOPENIA);
	p.value[GRIP_KG] = 40;
	assert_int_equal(class_under(AWGS2025, p), OPEN);
	assert_int_equal(class_under(AWGS2014, p), OPEN); /* performance, not age */
}

/* ---- alternatives ---- */

static void
alternatives_decide_only_where_asked(void **state)
{
	person		p = someone(MALE, DXA);
	classification result;

	(void) state;
	measure(&p, GRIP_KG, 26); /* not weak; over a BMI of 26.5 it is */
	measure(&p, BMI_KG_M2, 26.5);
	measure(&p, ASM_KG, 19.7); /* below 19.75; over BMI 0.743, below 0.789 */
	assert_int_equal(class_under(FNIH, p), CLASS_NONE);
	result = result_of(FNIH, p, (classification_options){MASS_ANY, STRENGTH_GRIP_BMI, false});
	assert_int_equal(established_class(&result), CLASS_SARCOPENIA);
	p.value[GRIP_KG] = 25;
	p.value[BMI_KG_M2] = 24; /* 0.821: normal, while the mass alone is low */
	assert_int_equal(class_under(FNIH, p), CLASS_NONE);
	result = result_of(FNIH, p, (classification_options){MASS_ASM, STRENGTH_ANY, false});
	assert_int_equal(established_class(&result), CLASS_SARCOPENIA);
}

static void
total_muscle_is_not_appendicular(void **state)
{
	person		p = someone(MALE, BIA);
	classification result;

	(void) state;
	measure(&p, GRIP_KG, 25);
	measure(&p, GAIT_M_S, 1.1);
	measure(&p, SMM_KG, 26);
	measure(&p, HEIGHT_CM, 172); /* 8.79 kg/m2 */
	assert_int_equal(class_under(EWGSOP1, p), CLASS_SARCOPENIA);
	assert_int_equal(class_under(AWGS2014, p), OPEN); /* knows ASM only */
	p.value[SMM_KG] = 28; /* 9.46: normal, but low by Janssen's 10.75 */
	assert_int_equal(class_under(EWGSOP1, p), CLASS_NONE);
	result = result_of(EWGSOP1, p, (classification_options){MASS_SMM_H2_JANSSEN, STRENGTH_ANY, false});
	assert_int_equal(established_class(&result), CLASS_SARCOPENIA);
}

static void
ct_values_meet_ct_cutoffs_only(void **state)
{
	person		p = someone(MALE, CT);

	(void) state;
	measure(&p, GRIP_KG, 25);
	measure(&p, L3_SMI_CM2_M2, 41.9);
	assert_int_equal(class_under(JSH1, p), CLASS_SARCOPENIA);
	assert_int_equal(class_under(AWGS2014, p), OPEN);
	p.value[L3_SMI_CM2_M2] = 42;
	assert_int_equal(class_under(JSH1, p), CLASS_NONE);
}

/* ---- evidence ---- */

static void
evidence_says_what_would_decide(void **state)
{
	person		p = someone(FEMALE, DXA);
	evidence	lines[MAX_CUTOFFS];
	int			seen = 0;

	(void) state;
	measure(&p, GRIP_KG, 15);
	for (int n = gather_evidence(tables_of(EWGSOP2), &p, &usual, lines); n > 0; n--)
	{
		const evidence *line = &lines[n - 1];

		if (line->component == MASS)
		{
			seen |= 1;
			assert_int_equal(line->class_if_low, CLASS_SARCOPENIA);
			assert_int_equal(line->class_if_normal, CLASS_PROBABLE);
		}
		if (line->component == STRENGTH)
		{
			seen |= 2;
			assert_int_equal(line->class_if_low, UNKNOWN); /* known already */
		}
	}
	assert_int_equal(seen, 3);
	{
		classification result = result_of(EWGSOP2, p, usual);

		assert_int_equal(open_components(&result), 1u << MASS | 1u << PERFORMANCE);
		assert_int_equal(status_of(&result), STATUS_AT_LEAST);
		measure(&p, ASM_KG, 20);
		result = result_of(EWGSOP2, p, usual);
		assert_int_equal(open_components(&result), 0);
		assert_int_equal(status_of(&result), STATUS_FINAL);
	}
}

static void
a_concept_classifies_nobody(void **state)
{
	classification result = result_of(GLIS2024, someone(MALE, DXA), usual);
	person		p = someone(MALE, DXA);
	evidence	lines[MAX_CUTOFFS];

	(void) state;
	assert_int_equal(established_class(&result), UNKNOWN);
	assert_int_equal(status_of(&result), STATUS_CONCEPT_ONLY);
	assert_int_equal(gather_evidence(tables_of(GLIS2024), &p, &usual, lines), 0);
}

/* ---- the caller's cut-offs ---- */

static void
own_cutoffs_replace_a_part_of_a_row(void **state)
{
	static own_definition own;
	classification result;
	person		p = someone(FEMALE, BIA);
	status		st;

	(void) state;
	start_override(&own, definition_at(EWGSOP2));
	/* ASM/h2 of women by BIA alone; gait of women alone. */
	assert_true(override_cutoff(
		&own, &(cutoff_override){&criterion_asm_h2, WOMEN, BY(BIA), 5.9}, &st));
	assert_true(override_cutoff(
		&own, &(cutoff_override){&criterion_gait, WOMEN, NO_MODALITY, 0.9}, &st));
	assert_int_equal(own.definition.n_cutoffs, definition_at(EWGSOP2)->n_cutoffs + 2);
	measure(&p, GRIP_KG, 15);
	measure(&p, ASM_H2_KG_M2, 5.8);
	measure(&p, GAIT_M_S, 0.85);
	classify(&own.tables, &p, &usual, &result);
	assert_int_equal(established_class(&result), CLASS_SEVERE);
	p.modality = DXA;
	classify(&own.tables, &p, &usual, &result);
	assert_int_equal(established_class(&result), CLASS_PROBABLE);
	p.sex = MALE;
	p.value[ASM_H2_KG_M2] = 6.9;
	classify(&own.tables, &p, &usual, &result);
	assert_int_equal(established_class(&result), CLASS_SARCOPENIA);

	assert_false(override_cutoff(
		&own, &(cutoff_override){&criterion_asm_bmi, BOTH, NO_MODALITY, 0.8}, &st));
	assert_int_equal(st.code, FAULT_INVALID_PARAMETER);
	assert_false(override_cutoff(
		&own, &(cutoff_override){&criterion_grip, BOTH, BY(DXA), 20}, &st));
	assert_false(override_cutoff(
		&own, &(cutoff_override){&criterion_grip, BOTH, NO_MODALITY, 300}, &st));
	assert_int_equal(st.code, FAULT_OUT_OF_RANGE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unknown_modality_matters_only_between_the_cutoffs),
		cmocka_unit_test(unknown_sex_is_not_a_man),
		cmocka_unit_test(a_modality_without_cutoffs_leaves_mass_unknown),
		cmocka_unit_test(a_failed_test_is_low_not_missing),
		cmocka_unit_test(strict_wants_every_alternative),
		cmocka_unit_test(mass_criterion_chooses_the_index),
		cmocka_unit_test(binary_fractions_do_not_move_a_person_over_a_cutoff),
		cmocka_unit_test(a_real_column_does_not_move_a_person_over_a_cutoff),
		cmocka_unit_test(age_bands_turn_with_the_birthday),
		cmocka_unit_test(an_unknown_age_never_gives_a_class_under_an_age_limit),
		cmocka_unit_test(alternatives_decide_only_where_asked),
		cmocka_unit_test(total_muscle_is_not_appendicular),
		cmocka_unit_test(ct_values_meet_ct_cutoffs_only),
		cmocka_unit_test(evidence_says_what_would_decide),
		cmocka_unit_test(a_concept_classifies_nobody),
		cmocka_unit_test(own_cutoffs_replace_a_part_of_a_row),
	};

	return cmocka_run_group_tests_name("sarcopenia cases", tests, NULL, NULL);
}
