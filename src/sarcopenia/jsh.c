/*
 * JSH: Japan Society of Hepatology, sarcopenia in liver disease, first (2016)
 * and second (2021) edition.
 *
 * Low strength and low mass. The mass is ASM/h2 by BIA, or the muscle area at
 * L3 by CT over height squared. The second edition moved the grip of men from
 * 26 to 28 kg; none of its values was read in the paper. Left and right grip
 * are measured twice and averaged.
 */
#include "sarcopenia/definition.h"

/* clang-format off */
static const cutoff cutoffs_1[] = {
	/* component  criterion          modality      sex    low if  cut-off protocol */
	{STRENGTH,   &criterion_grip,    NO_MODALITY,  MEN,   BELOW,  26.0,   "mean of both hands", SOURCED},
	{STRENGTH,   &criterion_grip,    NO_MODALITY,  WOMEN, BELOW,  18.0,   "mean of both hands", SOURCED},
	{MASS,       &criterion_asm_h2,  BY(BIA),      MEN,   BELOW,  7.0,    NULL,                 SOURCED},
	{MASS,       &criterion_asm_h2,  BY(BIA),      WOMEN, BELOW,  5.7,    NULL,                 SOURCED},
	{MASS,       &criterion_l3_smi,  NO_MODALITY,  MEN,   BELOW,  42.0,   "by CT",              UNCONFIRMED},
	{MASS,       &criterion_l3_smi,  NO_MODALITY,  WOMEN, BELOW,  38.0,   "by CT",              UNCONFIRMED},
};

static const cutoff cutoffs_2[] = {
	/* component  criterion          modality      sex    low if  cut-off protocol */
	{STRENGTH,   &criterion_grip,    NO_MODALITY,  MEN,   BELOW,  28.0,   "mean of both hands", UNCONFIRMED},
	{STRENGTH,   &criterion_grip,    NO_MODALITY,  WOMEN, BELOW,  18.0,   "mean of both hands", UNCONFIRMED},
	{MASS,       &criterion_asm_h2,  BY(BIA),      MEN,   BELOW,  7.0,    NULL,                 UNCONFIRMED},
	{MASS,       &criterion_asm_h2,  BY(BIA),      WOMEN, BELOW,  5.7,    NULL,                 UNCONFIRMED},
	{MASS,       &criterion_l3_smi,  NO_MODALITY,  MEN,   BELOW,  42.0,   "by CT",              UNCONFIRMED},
	{MASS,       &criterion_l3_smi,  NO_MODALITY,  WOMEN, BELOW,  38.0,   "by CT",              UNCONFIRMED},
};

static const class_rule rules[] = {
	/* strength  mass    performance  class             the paper's word */
	{LOW,       LOW,    ANY,         CLASS_SARCOPENIA, "sarcopenia",    SOURCED},
	{ANY,       ANY,    ANY,         CLASS_NONE,       "no sarcopenia", SOURCED},
};
/* clang-format on */

const sarcopenia_definition definition_jsh1 = {
	.code = "JSH1",
	.name = "Japan Society of Hepatology, first edition, 2016",
	.source = "JSH 2016, sarcopenia in liver disease, first edition",
	.population = "Japan, chronic liver disease",
	.cutoffs = COUNTED(cutoffs_1),
	.rules = COUNTED(rules),
};

const sarcopenia_definition definition_jsh2 = {
	.code = "JSH2",
	.name = "Japan Society of Hepatology, second edition, 2021",
	.source = "JSH 2021, sarcopenia in liver disease, second edition",
	.population = "Japan, chronic liver disease",
	.cutoffs = COUNTED(cutoffs_2),
	.rules = COUNTED(rules),
};
