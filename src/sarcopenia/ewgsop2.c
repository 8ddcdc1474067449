/*
 * EWGSOP2: revised European consensus on definition and diagnosis.
 * Cruz-Jentoft et al., Age and Ageing 2019;48:16-31, doi 10.1093/ageing/afy169,
 * Table 3, as corrected in 2019 (doi 10.1093/ageing/afz046): the index for
 * women is 5.5, not 6.0.
 *
 * Strength comes first: without low strength there is no sarcopenia, whatever
 * the mass. The chair stand is a test of strength here. There is no lower age
 * limit. The values do not depend on the modality: ASM is compared for DXA, BIA
 * and MRI, the index for DXA and BIA.
 */
#include "sarcopenia/definition.h"

/* clang-format off */
static const cutoff cutoffs[] = {
	/* component  criterion               modality                 sex    low if    cut-off protocol */
	{STRENGTH,    &criterion_grip,        NO_MODALITY,             MEN,   BELOW,    27.0,   NULL,                     SOURCED},
	{STRENGTH,    &criterion_grip,        NO_MODALITY,             WOMEN, BELOW,    16.0,   NULL,                     SOURCED},
	{STRENGTH,    &criterion_chair_stand, NO_MODALITY,             BOTH,  ABOVE,    15.0,   "five rises",             SOURCED},
	{MASS,        &criterion_asm,         BY(DXA)|BY(BIA)|BY(MRI), MEN,   BELOW,    20.0,   NULL,                     SOURCED},
	{MASS,        &criterion_asm,         BY(DXA)|BY(BIA)|BY(MRI), WOMEN, BELOW,    15.0,   NULL,                     SOURCED},
	{MASS,        &criterion_asm_h2,      BY(DXA)|BY(BIA),         MEN,   BELOW,    7.0,    NULL,                     SOURCED},
	{MASS,        &criterion_asm_h2,      BY(DXA)|BY(BIA),         WOMEN, BELOW,    5.5,    NULL,                     SOURCED},
	{PERFORMANCE, &criterion_gait,        NO_MODALITY,             BOTH,  AT_MOST,  0.8,    "usual speed over 4 m",   SOURCED},
	{PERFORMANCE, &criterion_sppb,        NO_MODALITY,             BOTH,  AT_MOST,  8.0,    NULL,                     SOURCED},
	{PERFORMANCE, &criterion_tug,         NO_MODALITY,             BOTH,  AT_LEAST, 20.0,   NULL,                     SOURCED},
	{PERFORMANCE, &criterion_walk_400m,   NO_MODALITY,             BOTH,  AT_LEAST, 360.0,  "6 min or not completed", SOURCED},
};

static const class_rule rules[] = {
	/* strength  mass    performance  class             the paper's word */
	{NORMAL,    ANY,    ANY,         CLASS_NONE,       "no sarcopenia",        SOURCED},
	{LOW,       NORMAL, ANY,         CLASS_PROBABLE,   "probable sarcopenia",  SOURCED},
	{LOW,       LOW,    NORMAL,      CLASS_SARCOPENIA, "confirmed sarcopenia", SOURCED},
	{LOW,       LOW,    LOW,         CLASS_SEVERE,     "severe sarcopenia",    SOURCED},
};
/* clang-format on */

const sarcopenia_definition definition_ewgsop2 = {
	.code = "EWGSOP2",
	.name = "European Working Group on Sarcopenia in Older People 2, 2019",
	.source = "EWGSOP2: Cruz-Jentoft 2019, Age Ageing 48:16, Table 3, doi 10.1093/ageing/afy169",
	.cutoffs = COUNTED(cutoffs),
	.rules = COUNTED(rules),
};
