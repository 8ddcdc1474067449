/* The definitions in the order of their codes, and the criteria they share. */
#include "sarcopenia/definition.h"

/* clang-format off */
const criterion criterion_grip =        {"grip strength",                "kg",     GRIP_KG,       GRIP,        MASS_ANY};
const criterion criterion_chair_stand = {"chair stand time",             "s",      CHAIR_STAND_S, CHAIR_STAND, MASS_ANY};
const criterion criterion_asm =         {"ASM",                          "kg",     ASM_KG,        UNKNOWN,     MASS_ASM};
const criterion criterion_asm_h2 =      {"ASM/h2",                       "kg/m2",  ASM_H2_KG_M2,  UNKNOWN,     MASS_ASM_H2};
const criterion criterion_gait =        {"gait speed",                   "m/s",    GAIT_M_S,      GAIT,        MASS_ANY};
const criterion criterion_sppb =        {"SPPB",                         "points", SPPB_POINTS,   SPPB,        MASS_ANY};
const criterion criterion_tug =         {"timed up-and-go",              "s",      TUG_S,         TUG,         MASS_ANY};
const criterion criterion_walk_400m =   {"400 m walk",                   "s",      WALK_400M_S,   WALK_400M,   MASS_ANY};
/* clang-format on */

static const sarcopenia_definition *const definitions[N_DEFINITIONS] = {
	[EWGSOP2] = &definition_ewgsop2,
	[AWGS2019] = &definition_awgs2019,
};

const sarcopenia_definition *
definition_at(definition_code code)
{
	return definitions[code];
}
