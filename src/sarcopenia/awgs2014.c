/*
 * AWGS 2014: Asian Working Group for Sarcopenia, first consensus.
 * Chen et al., JAMDA 2014;15:95-101, doi 10.1016/j.jamda.2013.11.025.
 *
 * Sarcopenia is low mass with low strength or low performance. There are no
 * other categories.
 */
#include "sarcopenia/definition.h"

/* clang-format off */
static const cutoff cutoffs[] = {
	/* component   criterion        modality      sex    low if  cut-off protocol */
	{STRENGTH,    &criterion_grip,   NO_MODALITY,  MEN,   BELOW,  26.0,   NULL,                   SOURCED},
	{STRENGTH,    &criterion_grip,   NO_MODALITY,  WOMEN, BELOW,  18.0,   NULL,                   SOURCED},
	{MASS,        &criterion_asm_h2, BY(DXA),      MEN,   BELOW,  7.0,    NULL,                   SOURCED},
	{MASS,        &criterion_asm_h2, BY(DXA),      WOMEN, BELOW,  5.4,    NULL,                   SOURCED},
	{MASS,        &criterion_asm_h2, BY(BIA),      MEN,   BELOW,  7.0,    NULL,                   SOURCED},
	{MASS,        &criterion_asm_h2, BY(BIA),      WOMEN, BELOW,  5.7,    NULL,                   SOURCED},
	{PERFORMANCE, &criterion_gait,   NO_MODALITY,  BOTH,  BELOW,  0.8,    "usual speed over 6 m", SOURCED},
};

static const class_rule rules[] = {
	/* strength  mass    performance  class             the paper's word */
	{ANY,       NORMAL, ANY,         CLASS_NONE,       "no sarcopenia", SOURCED},
	{NORMAL,    LOW,    NORMAL,      CLASS_NONE,       "no sarcopenia", SOURCED},
	{ANY,       LOW,    ANY,         CLASS_SARCOPENIA, "sarcopenia",    SOURCED},
};
/* clang-format on */

const sarcopenia_definition definition_awgs2014 = {
	.code = "AWGS2014",
	.name = "Asian Working Group for Sarcopenia, 2014",
	.source = "AWGS 2014: Chen 2014, JAMDA 15:95, doi 10.1016/j.jamda.2013.11.025",
	.population = "Asia, older people",
	.cutoffs = COUNTED(cutoffs),
	.rules = COUNTED(rules),
};
