/*
 * KWGS 2023: Korean Working Group on Sarcopenia guideline.
 * Ann Geriatr Med Res 2023;27:9-21.
 *
 * It adds functional sarcopenia: low strength and low performance, whatever the
 * mass. Its own table of cut-offs was not read; they are said to be those of
 * AWGS 2019, and stand here as unconfirmed. With all three low the class is
 * severe.
 */
#include "sarcopenia/definition.h"

/* clang-format off */
static const cutoff cutoffs[] = {
	/* component   criterion               modality      sex    low if    cut-off  protocol */
	{STRENGTH,    &criterion_grip,         NO_MODALITY,  MEN,   BELOW,    28.0,  NULL,             UNCONFIRMED},
	{STRENGTH,    &criterion_grip,         NO_MODALITY,  WOMEN, BELOW,    18.0,  NULL,             UNCONFIRMED},
	{MASS,        &criterion_asm_h2,       BY(DXA),      MEN,   BELOW,    7.0,   NULL,             UNCONFIRMED},
	{MASS,        &criterion_asm_h2,       BY(DXA),      WOMEN, BELOW,    5.4,   NULL,             UNCONFIRMED},
	{MASS,        &criterion_asm_h2,       BY(BIA),      MEN,   BELOW,    7.0,   NULL,             UNCONFIRMED},
	{MASS,        &criterion_asm_h2,       BY(BIA),      WOMEN, BELOW,    5.7,   NULL,             UNCONFIRMED},
	{PERFORMANCE, &criterion_gait,         NO_MODALITY,  BOTH,  BELOW,    1.0,   NULL,             UNCONFIRMED},
	{PERFORMANCE, &criterion_sppb,         NO_MODALITY,  BOTH,  AT_MOST,  9.0,   NULL,             UNCONFIRMED},
	{PERFORMANCE, &criterion_chair_stand,  NO_MODALITY,  BOTH,  AT_LEAST, 12.0,  "five rises",     UNCONFIRMED},
};

static const class_rule rules[] = {
	/* strength  mass    performance  class             the paper's word */
	{LOW,       LOW,    LOW,         CLASS_SEVERE,     "severe sarcopenia",     UNCONFIRMED},
	{LOW,       LOW,    NORMAL,      CLASS_SARCOPENIA, "sarcopenia",            UNCONFIRMED},
	{NORMAL,    LOW,    LOW,         CLASS_SARCOPENIA, "sarcopenia",            UNCONFIRMED},
	{LOW,       NORMAL, LOW,         CLASS_FUNCTIONAL, "functional sarcopenia", SOURCED},
	{LOW,       NORMAL, NORMAL,      CLASS_POSSIBLE,   "possible sarcopenia",   UNCONFIRMED},
	{NORMAL,    NORMAL, LOW,         CLASS_POSSIBLE,   "possible sarcopenia",   UNCONFIRMED},
	{NORMAL,    ANY,    NORMAL,      CLASS_NONE,       "no sarcopenia",         UNCONFIRMED},
};
/* clang-format on */

const sarcopenia_definition definition_kwgs2023 = {
	.code = "KWGS2023",
	.name = "Korean Working Group on Sarcopenia, 2023",
	.source = "KWGS 2023: Ann Geriatr Med Res 27:9; cut-offs as AWGS 2019",
	.population = "Korea",
	.cutoffs = COUNTED(cutoffs),
	.rules = COUNTED(rules),
};
