/* measurement: values that no human has, and values that contradict each other. */
#include "person.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
refuse(measurement m, double value, const char *hint)
{
	person		p = someone(FEMALE, DXA);
	status		st;

	measure(&p, m, value);
	assert_false(prepare_person(&p, &st));
	assert_int_equal(st.code, FAULT_OUT_OF_RANGE);
	if (strstr(st.hint, hint) == NULL)
		fail_msg("wanted \"%s\" in \"%s\"", hint, st.hint);
}

static void
values_that_cannot_be_are_refused(void **state)
{
	(void) state;
	refuse(GRIP_KG, 300, "1 N is 0.102 kg");
	refuse(GRIP_KG, 0, "unable");
	refuse(GRIP_KG, -5, "unable");
	refuse(HEIGHT_CM, 1.72, "1.72 m is 172");
	refuse(HEIGHT_CM, 1720, "centimetres");
	refuse(WEIGHT_KG, 70000, "kilograms");
	refuse(ASM_KG, 17900, "not grams");
	refuse(GAIT_M_S, 4.2, "metres per second");
	refuse(GAIT_M_S, 0, "unable");
	refuse(CHAIR_STAND_S, 0, "unable");
	refuse(SPPB_POINTS, 13, "0 to 12");
	refuse(SPPB_POINTS, -1, "0 to 12");
	refuse(SPPB_POINTS, 8.5, "0 to 12 whole points");
	refuse(TUG_S, 0.2, "seconds");
	refuse(WALK_400M_S, 6.5, "6 min is 360");
	refuse(AGE, 1961, "not a year of birth");
	refuse(ASM_H2_KG_M2, 70, "metres squared");
	refuse(BMI_KG_M2, 0.0024, "metres squared");
	refuse(SMM_KG, 26000, "kilograms");
	refuse(L3_SMI_CM2_M2, 4000, "100 mm2");
	for (int m = 0; m < N_ARGUMENTS; m++)
	{
		refuse(m, NAN, "");
		refuse(m, INFINITY, "");
		refuse(m, -INFINITY, "");
	}
}

/* Hints end in a full stop: none is cut off by its buffer. */
static void
messages_fit_their_buffers(void **state)
{
	(void) state;
	for (int m = 0; m < N_ARGUMENTS; m++)
	{
		person		p = someone(FEMALE, DXA);
		status		st;

		measure(&p, m, -1.2345678901234567e300);
		assert_false(prepare_person(&p, &st));
		assert_int_equal(st.hint[strlen(st.hint) - 1], '.');
		assert_true(strlen(st.message) < sizeof(st.message) - 1);
	}
}

static void
contradictions_are_refused(void **state)
{
	static const measurement result[] = {GRIP_KG, CHAIR_STAND_S, GAIT_M_S, SPPB_POINTS, TUG_S, WALK_400M_S};
	static const double value[] = {20, 12, 1, 8, 10, 300};
	status		st;
	person		p;

	(void) state;
	for (int t = 0; t < N_PHYSICAL_TESTS; t++)
	{
		p = someone(FEMALE, DXA);
		measure(&p, result[t], value[t]);
		assert_true(prepare_person(&p, &st));
		p.unable = 1u << t;
		assert_false(prepare_person(&p, &st));
		assert_int_equal(st.code, FAULT_INVALID_PARAMETER);
		p.measured = 0;
		assert_true(prepare_person(&p, &st));
	}

	p = someone(MALE, DXA);
	measure(&p, ASM_KG, 20.23);
	measure(&p, HEIGHT_CM, 170);
	measure(&p, ASM_H2_KG_M2, 7.05);
	assert_true(prepare_person(&p, &st));
	assert_true(p.value[ASM_H2_KG_M2] == 7.0); /* mass and height win over the printed index */
	p.value[ASM_H2_KG_M2] = 7.2;
	assert_false(prepare_person(&p, &st));
	assert_int_equal(st.code, FAULT_INVALID_PARAMETER);

	p = someone(MALE, DXA);
	measure(&p, ASM_KG, 55);
	measure(&p, HEIGHT_CM, 150);
	assert_false(prepare_person(&p, &st)); /* 24 kg/m2 */
	assert_int_equal(st.code, FAULT_OUT_OF_RANGE);

	p = someone(MALE, BIA);
	measure(&p, ASM_KG, 26); /* more in arms and legs than in the whole body */
	measure(&p, SMM_KG, 26);
	assert_false(prepare_person(&p, &st));
	assert_int_equal(st.code, FAULT_INVALID_PARAMETER);
	p.value[SMM_KG] = 31;
	assert_true(prepare_person(&p, &st));
	measure(&p, WEIGHT_KG, 30);
	assert_false(prepare_person(&p, &st));

	p = someone(MALE, BIA);
	measure(&p, WEIGHT_KG, 80);
	measure(&p, HEIGHT_CM, 180);
	measure(&p, BMI_KG_M2, 25); /* rounded by the device: 24.69 holds */
	assert_true(prepare_person(&p, &st));
	assert_true(p.value[BMI_KG_M2] == 24.691358025);
	p.value[BMI_KG_M2] = 26;
	assert_false(prepare_person(&p, &st));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_that_cannot_be_are_refused),
		cmocka_unit_test(messages_fit_their_buffers),
		cmocka_unit_test(contradictions_are_refused),
	};

	return cmocka_run_group_tests_name("measurement", tests, NULL, NULL);
}
