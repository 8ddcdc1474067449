/*
 * AWGS 2019: Asian Working Group for Sarcopenia, 2019 consensus update.
 * Chen et al., JAMDA 2020;21:300-307, doi 10.1016/j.jamda.2019.12.012.
 *
 * Possible sarcopenia is low strength or low performance; sarcopenia is low
 * mass with either of them; severe is all three. Low mass alone has no name.
 * The chair stand is a test of performance here. The cut-off for women's mass
 * depends on the modality.
 *
 * In the community, mass is not measured and performance is the chair stand
 * alone: that path ends at possible sarcopenia, and is a definition of its own.
 */
#include "sarcopenia/definition.h"

/* clang-format off */
static const cutoff cutoffs[] = {
	/* component   criterion               modality      sex    low if    cut-off  protocol */
	{STRENGTH,    &criterion_grip,         NO_MODALITY,  MEN,   BELOW,    28.0,  NULL,             SOURCED},
	{STRENGTH,    &criterion_grip,         NO_MODALITY,  WOMEN, BELOW,    18.0,  NULL,             SOURCED},
	{MASS,        &criterion_asm_h2,       BY(DXA),      MEN,   BELOW,    7.0,   NULL,             SOURCED},
	{MASS,        &criterion_asm_h2,       BY(DXA),      WOMEN, BELOW,    5.4,   NULL,             SOURCED},
	{MASS,        &criterion_asm_h2,       BY(BIA),      MEN,   BELOW,    7.0,   NULL,             SOURCED},
	{MASS,        &criterion_asm_h2,       BY(BIA),      WOMEN, BELOW,    5.7,   NULL,             SOURCED},
	{PERFORMANCE, &criterion_gait,         NO_MODALITY,  BOTH,  BELOW,    1.0,   "walk over 6 m",  SOURCED},
	{PERFORMANCE, &criterion_sppb,         NO_MODALITY,  BOTH,  AT_MOST,  9.0,   NULL,             SOURCED},
	{PERFORMANCE, &criterion_chair_stand,  NO_MODALITY,  BOTH,  AT_LEAST, 12.0,  "five rises",     SOURCED},
};

static const class_rule rules[] = {
	/* strength  mass    performance  class             the paper's word */
	{LOW,       LOW,    LOW,         CLASS_SEVERE,     "severe sarcopenia",   SOURCED},
	{LOW,       LOW,    NORMAL,      CLASS_SARCOPENIA, "sarcopenia",          SOURCED},
	{NORMAL,    LOW,    LOW,         CLASS_SARCOPENIA, "sarcopenia",          SOURCED},
	{NORMAL,    LOW,    NORMAL,      CLASS_NONE,       "no sarcopenia",       SOURCED},
	{LOW,       NORMAL, ANY,         CLASS_POSSIBLE,   "possible sarcopenia", SOURCED},
	{NORMAL,    NORMAL, LOW,         CLASS_POSSIBLE,   "possible sarcopenia", SOURCED},
	{NORMAL,    NORMAL, NORMAL,      CLASS_NONE,       "no sarcopenia",       SOURCED},
};
/* clang-format on */

const sarcopenia_definition definition_awgs2019 = {
	.code = "AWGS2019",
	.name = "Asian Working Group for Sarcopenia, 2019, hospital and research",
	.source = "AWGS 2019: Chen 2020, JAMDA 21:300, doi 10.1016/j.jamda.2019.12.012",
	.cutoffs = COUNTED(cutoffs),
	.rules = COUNTED(rules),
};

/* clang-format off */
static const cutoff community_cutoffs[] = {
	/* component   criterion               modality      sex    low if    cut-off  protocol */
	{STRENGTH,    &criterion_grip,         NO_MODALITY,  MEN,   BELOW,    28.0,  NULL,             SOURCED},
	{STRENGTH,    &criterion_grip,         NO_MODALITY,  WOMEN, BELOW,    18.0,  NULL,             SOURCED},
	{PERFORMANCE, &criterion_chair_stand,  NO_MODALITY,  BOTH,  AT_LEAST, 12.0,  "five rises",     SOURCED},
};

static const class_rule community_rules[] = {
	/* strength  mass    performance  class             the paper's word */
	{LOW,       ANY,    ANY,         CLASS_POSSIBLE,   "possible sarcopenia", SOURCED},
	{NORMAL,    ANY,    LOW,         CLASS_POSSIBLE,   "possible sarcopenia", SOURCED},
	{NORMAL,    ANY,    NORMAL,      CLASS_NONE,       "no sarcopenia",       SOURCED},
};
/* clang-format on */

const sarcopenia_definition definition_awgs2019_community = {
	.code = "AWGS2019_community",
	.name = "Asian Working Group for Sarcopenia, 2019, community and primary care",
	.source = "AWGS 2019: Chen 2020, JAMDA 21:300, doi 10.1016/j.jamda.2019.12.012",
	.note = "Muscle mass is not measured on this path, so it ends at possible sarcopenia.",
	.cutoffs = COUNTED(community_cutoffs),
	.rules = COUNTED(community_rules),
};
