/* The definitions in the order of their codes, and the criteria they share. */
#include "sarcopenia/definition.h"

#include <string.h>

/* clang-format off */
const criterion criterion_grip =        {"grip strength",                "kg",     GRIP_KG,       GRIP,        STRENGTH_GRIP};
const criterion criterion_grip_bmi =    {"grip strength/BMI",            "m2",     GRIP_BMI,      GRIP,        STRENGTH_GRIP_BMI};
const criterion criterion_chair_stand = {"chair stand time",             "s",      CHAIR_STAND_S, CHAIR_STAND, STRENGTH_CHAIR_STAND};
const criterion criterion_asm =         {"ASM",                          "kg",     ASM_KG,        UNKNOWN,     MASS_ASM};
const criterion criterion_asm_h2 =      {"ASM/h2",                       "kg/m2",  ASM_H2_KG_M2,  UNKNOWN,     MASS_ASM_H2};
const criterion criterion_asm_bmi =     {"ASM/BMI",                      "m2",     ASM_BMI,       UNKNOWN,     MASS_ASM_BMI};
const criterion criterion_smm_h2 =      {"SMM/h2",                       "kg/m2",  SMM_H2_KG_M2,  UNKNOWN,     MASS_SMM_H2};
const criterion criterion_smm_h2_janssen = {"SMM/h2 (Janssen)",          "kg/m2",  SMM_H2_KG_M2,  UNKNOWN,     MASS_SMM_H2_JANSSEN};
const criterion criterion_l3_smi =      {"L3 SMI",                       "cm2/m2", L3_SMI_CM2_M2, UNKNOWN,     MASS_L3_SMI};
const criterion criterion_gait =        {"gait speed",                   "m/s",    GAIT_M_S,      GAIT,        ANY_CRITERION};
const criterion criterion_sppb =        {"SPPB",                         "points", SPPB_POINTS,   SPPB,        ANY_CRITERION};
const criterion criterion_tug =         {"timed up-and-go",              "s",      TUG_S,         TUG,         ANY_CRITERION};
const criterion criterion_walk_400m =   {"400 m walk",                   "s",      WALK_400M_S,   WALK_400M,   ANY_CRITERION};
/* clang-format on */

static const criterion *const criteria[] = {
	&criterion_grip,	 &criterion_grip_bmi, &criterion_chair_stand, &criterion_asm,
	&criterion_asm_h2,	 &criterion_asm_bmi,  &criterion_smm_h2,	  &criterion_l3_smi,
	&criterion_gait,	 &criterion_sppb,	  &criterion_tug,		  &criterion_walk_400m,
};

static const sarcopenia_definition *const definitions[N_DEFINITIONS] = {
	[EWGSOP2] = &definition_ewgsop2,
	[AWGS2019] = &definition_awgs2019,
	[EWGSOP1] = &definition_ewgsop1,
	[AWGS2014] = &definition_awgs2014,
	[AWGS2019_COMMUNITY] = &definition_awgs2019_community,
	[AWGS2025] = &definition_awgs2025,
	[KWGS2023] = &definition_kwgs2023,
	[FNIH] = &definition_fnih,
	[SDOC] = &definition_sdoc,
	[IWGS] = &definition_iwgs,
	[JSH1] = &definition_jsh1,
	[JSH2] = &definition_jsh2,
	[GLIS2024] = &definition_glis2024,
};

const sarcopenia_definition *
definition_at(definition_code code)
{
	return definitions[code];
}

const criterion *
criterion_by_measurement(const char *name, size_t length)
{
	for (int i = 0; i < ENTRIES(criteria); i++)
	{
		const char *candidate = measurement_name(criteria[i]->measured);

		if (strlen(candidate) == length && memcmp(candidate, name, length) == 0)
			return criteria[i];
	}
	return NULL;
}
