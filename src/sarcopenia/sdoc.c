/*
 * SDOC: Sarcopenia Definitions and Outcomes Consortium.
 * Bhasin et al., J Am Geriatr Soc 2020;68:1410; cut-points: Cawthon 2020;68:1429
 * (PMC7508260).
 *
 * Weak and slow. Lean mass by DXA is deliberately not a criterion. Grip over
 * BMI is named as a candidate; its values were not read in a source.
 */
#include "sarcopenia/definition.h"

/* clang-format off */
static const cutoff cutoffs[] = {
	/* component   criterion            modality      sex    low if  cut-off protocol */
	{STRENGTH,    &criterion_grip,       NO_MODALITY,  MEN,   BELOW,  35.5,   "best value",  SOURCED},
	{STRENGTH,    &criterion_grip,       NO_MODALITY,  WOMEN, BELOW,  20.0,   "best value",  SOURCED},
	{STRENGTH,    &criterion_grip_bmi,   NO_MODALITY,  MEN,   BELOW,  1.05,   NULL,          UNCONFIRMED, ALL_AGES, ALTERNATE},
	{STRENGTH,    &criterion_grip_bmi,   NO_MODALITY,  WOMEN, BELOW,  0.79,   NULL,          UNCONFIRMED, ALL_AGES, ALTERNATE},
	{PERFORMANCE, &criterion_gait,       NO_MODALITY,  BOTH,  BELOW,  0.8,    "usual speed", SOURCED},
};

static const class_rule rules[] = {
	/* strength  mass    performance  class             the paper's word */
	{NORMAL,    ANY,    NORMAL,      CLASS_NONE,       "no sarcopenia", SOURCED},
	{NORMAL,    ANY,    LOW,         CLASS_SLOW,       "slowness",      SOURCED},
	{LOW,       ANY,    NORMAL,      CLASS_WEAK,       "weakness",      SOURCED},
	{LOW,       ANY,    LOW,         CLASS_SARCOPENIA, "sarcopenia",    SOURCED},
};
/* clang-format on */

const sarcopenia_definition definition_sdoc = {
	.code = "SDOC",
	.name = "Sarcopenia Definitions and Outcomes Consortium, 2020",
	.source = "SDOC: Cawthon 2020, J Am Geriatr Soc 68:1429, PMC7508260",
	.note = "Muscle mass is deliberately no criterion.",
	.cutoffs = COUNTED(cutoffs),
	.rules = COUNTED(rules),
};
