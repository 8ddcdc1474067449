/*
 * FNIH: Foundation for the National Institutes of Health Sarcopenia Project.
 * Studenski et al. 2014, doi 10.1093/gerona/glu010; McLean 2014 (glu012),
 * Cawthon 2014 (glu023).
 *
 * Weakness with low lean mass; with slowness as well, it is severe here. The
 * alternatives (grip over BMI, ASM alone) decide only where they are asked for:
 * strength_criterion 'grip_bmi', mass_criterion 'asm'. Gait of exactly 0.8 m/s
 * is slow in some reprints.
 */
#include "sarcopenia/definition.h"

/* clang-format off */
static const cutoff cutoffs[] = {
	/* component   criterion            modality      sex    low if  cut-off protocol */
	{STRENGTH,    &criterion_grip,       NO_MODALITY,  MEN,   BELOW,  26.0,   "best of either hand", SOURCED},
	{STRENGTH,    &criterion_grip,       NO_MODALITY,  WOMEN, BELOW,  16.0,   "best of either hand", SOURCED},
	{STRENGTH,    &criterion_grip_bmi,   NO_MODALITY,  MEN,   BELOW,  1.0,    "best of either hand", SOURCED, ALL_AGES, ALTERNATE},
	{STRENGTH,    &criterion_grip_bmi,   NO_MODALITY,  WOMEN, BELOW,  0.56,   "best of either hand", SOURCED, ALL_AGES, ALTERNATE},
	{MASS,        &criterion_asm_bmi,    BY(DXA),      MEN,   BELOW,  0.789,  NULL,                  SOURCED},
	{MASS,        &criterion_asm_bmi,    BY(DXA),      WOMEN, BELOW,  0.512,  NULL,                  SOURCED},
	{MASS,        &criterion_asm,        BY(DXA),      MEN,   BELOW,  19.75,  NULL,                  SOURCED, ALL_AGES, ALTERNATE},
	{MASS,        &criterion_asm,        BY(DXA),      WOMEN, BELOW,  15.02,  NULL,                  SOURCED, ALL_AGES, ALTERNATE},
	{PERFORMANCE, &criterion_gait,       NO_MODALITY,  BOTH,  BELOW,  0.8,    "usual speed",         SOURCED},
};

static const class_rule rules[] = {
	/* strength  mass    performance  class             the paper's word */
	{NORMAL,    ANY,    ANY,         CLASS_NONE,       "no weakness with low lean mass",             SOURCED},
	{LOW,       NORMAL, ANY,         CLASS_NONE,       "weakness without low lean mass",             SOURCED},
	{LOW,       LOW,    NORMAL,      CLASS_SARCOPENIA, "weakness with low lean mass",                SOURCED},
	{LOW,       LOW,    LOW,         CLASS_SEVERE,     "weakness and slowness with low lean mass",   SOURCED},
};
/* clang-format on */

const sarcopenia_definition definition_fnih = {
	.code = "FNIH",
	.name = "Foundation for the National Institutes of Health Sarcopenia Project, 2014",
	.source = "FNIH: Studenski 2014, doi 10.1093/gerona/glu010",
	.population = "US and European cohorts, 65 years and older, DXA",
	.note = "Alternatives decide only where asked for: strength_criterion grip_bmi, mass_criterion asm.",
	.cutoffs = COUNTED(cutoffs),
	.rules = COUNTED(rules),
	.cohort_age = 65,
};
