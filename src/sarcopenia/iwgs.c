/*
 * IWGS: International Working Group on Sarcopenia, 2011. Values as reprinted in
 * PMC6119844, Table 1, and PMC9840086, Table 1.
 *
 * Low mass by DXA and slow gait. Grip is not used.
 */
#include "sarcopenia/definition.h"

/* clang-format off */
static const cutoff cutoffs[] = {
	/* component   criterion          modality      sex    low if   cut-off protocol */
	{MASS,        &criterion_asm_h2,   BY(DXA),      MEN,   AT_MOST, 7.23,   NULL,             SOURCED},
	{MASS,        &criterion_asm_h2,   BY(DXA),      WOMEN, AT_MOST, 5.67,   NULL,             SOURCED},
	{PERFORMANCE, &criterion_gait,     NO_MODALITY,  BOTH,  BELOW,   1.0,    "over 4 to 6 m",  SOURCED},
};

static const class_rule rules[] = {
	/* strength  mass    performance  class             the paper's word */
	{ANY,       LOW,    LOW,         CLASS_SARCOPENIA, "sarcopenia",    SOURCED},
	{ANY,       ANY,    ANY,         CLASS_NONE,       "no sarcopenia", SOURCED},
};
/* clang-format on */

const sarcopenia_definition definition_iwgs = {
	.code = "IWGS",
	.name = "International Working Group on Sarcopenia, 2011",
	.source = "IWGS 2011, as reprinted in PMC6119844, Table 1",
	.cutoffs = COUNTED(cutoffs),
	.rules = COUNTED(rules),
};
