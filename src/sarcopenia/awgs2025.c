/*
 * AWGS 2025: Asian Working Group for Sarcopenia, 2025 consensus update.
 * Nature Aging 2025, doi 10.1038/s43587-025-01004-y, Table 2 and Figure 2.
 *
 * Sarcopenia is low mass and low strength. Performance is an outcome, no
 * criterion any more, and there is no severe sarcopenia. Ages 50 to 64 have
 * cut-offs of their own; the paper has none for younger people. The mass is low
 * by ASM/h2 or by ASM/BMI, whichever; mass_criterion asks for one alone.
 *
 * Possible sarcopenia is low strength without a measurement of muscle mass. The
 * figure has no box for low strength with normal mass; it is called possible
 * here too, which is unconfirmed.
 */
#include "sarcopenia/definition.h"

#define YOUNGER AGES(50, 64)
#define OLDER	FROM_AGE(65)

/* clang-format off */
static const cutoff cutoffs[] = {
	/* component  criterion           modality      sex    low if  cut-off protocol mark    ages */
	{STRENGTH,   &criterion_grip,     NO_MODALITY,  MEN,   BELOW,  34.0,   NULL,   SOURCED, YOUNGER},
	{STRENGTH,   &criterion_grip,     NO_MODALITY,  MEN,   BELOW,  28.0,   NULL,   SOURCED, OLDER},
	{STRENGTH,   &criterion_grip,     NO_MODALITY,  WOMEN, BELOW,  20.0,   NULL,   SOURCED, YOUNGER},
	{STRENGTH,   &criterion_grip,     NO_MODALITY,  WOMEN, BELOW,  18.0,   NULL,   SOURCED, OLDER},
	{MASS,       &criterion_asm_h2,   BY(DXA),      MEN,   BELOW,  7.2,    NULL,   SOURCED, YOUNGER},
	{MASS,       &criterion_asm_h2,   BY(DXA),      MEN,   BELOW,  7.0,    NULL,   SOURCED, OLDER},
	{MASS,       &criterion_asm_h2,   BY(DXA),      WOMEN, BELOW,  5.5,    NULL,   SOURCED, YOUNGER},
	{MASS,       &criterion_asm_h2,   BY(DXA),      WOMEN, BELOW,  5.4,    NULL,   SOURCED, OLDER},
	{MASS,       &criterion_asm_h2,   BY(BIA),      MEN,   BELOW,  7.6,    NULL,   SOURCED, YOUNGER},
	{MASS,       &criterion_asm_h2,   BY(BIA),      MEN,   BELOW,  7.0,    NULL,   SOURCED, OLDER},
	{MASS,       &criterion_asm_h2,   BY(BIA),      WOMEN, BELOW,  5.7,    NULL,   SOURCED, YOUNGER},
	{MASS,       &criterion_asm_h2,   BY(BIA),      WOMEN, BELOW,  5.7,    NULL,   SOURCED, OLDER},
	{MASS,       &criterion_asm_bmi,  BY(DXA),      MEN,   BELOW,  0.80,   NULL,   SOURCED, YOUNGER},
	{MASS,       &criterion_asm_bmi,  BY(DXA),      MEN,   BELOW,  0.73,   NULL,   SOURCED, OLDER},
	{MASS,       &criterion_asm_bmi,  BY(DXA),      WOMEN, BELOW,  0.55,   NULL,   SOURCED, YOUNGER},
	{MASS,       &criterion_asm_bmi,  BY(DXA),      WOMEN, BELOW,  0.52,   NULL,   SOURCED, OLDER},
	{MASS,       &criterion_asm_bmi,  BY(BIA),      MEN,   BELOW,  0.90,   NULL,   SOURCED, YOUNGER},
	{MASS,       &criterion_asm_bmi,  BY(BIA),      MEN,   BELOW,  0.83,   NULL,   SOURCED, OLDER},
	{MASS,       &criterion_asm_bmi,  BY(BIA),      WOMEN, BELOW,  0.63,   NULL,   SOURCED, YOUNGER},
	{MASS,       &criterion_asm_bmi,  BY(BIA),      WOMEN, BELOW,  0.57,   NULL,   SOURCED, OLDER},
};

static const class_rule rules[] = {
	/* strength  mass    performance  class             the paper's word */
	{NORMAL,    ANY,    ANY,         CLASS_NONE,       "no sarcopenia",       SOURCED},
	{LOW,       NORMAL, ANY,         CLASS_POSSIBLE,   "possible sarcopenia", UNCONFIRMED},
	{LOW,       LOW,    ANY,         CLASS_SARCOPENIA, "sarcopenia",          SOURCED},
};
/* clang-format on */

const sarcopenia_definition definition_awgs2025 = {
	.code = "AWGS2025",
	.name = "Asian Working Group for Sarcopenia, 2025",
	.source = "AWGS 2025: Nature Aging 2025, Table 2, doi 10.1038/s43587-025-01004-y",
	.population = "Asia, 50 years and older",
	.note = "Age is needed. Low strength with normal mass has no box in the paper's figure; here it is possible.",
	.cutoffs = COUNTED(cutoffs),
	.rules = COUNTED(rules),
	.age_bands = {50, 65},
	.n_age_bands = 2,
};
