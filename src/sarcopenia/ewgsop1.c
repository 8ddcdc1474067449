/*
 * EWGSOP1: European consensus on definition and diagnosis, first edition.
 * Cruz-Jentoft et al., Age and Ageing 2010;39:412-423, doi 10.1093/ageing/afq034.
 * Values as reprinted in Inflamm Regen, doi 10.1186/s41232-016-0022-5, Table 1.
 *
 * Muscle mass comes first: low mass alone is presarcopenia. By BIA the index is
 * of the total skeletal muscle mass, not of the appendicular one. The index of
 * Janssen 2004 is an alternative that the paper offers for BIA.
 *
 * One reprint prints "at most" for the mass, and the flow chart for the gait.
 */
#include "sarcopenia/definition.h"

/* clang-format off */
static const cutoff cutoffs[] = {
	/* component   criterion                  modality      sex    low if   cut-off protocol */
	{STRENGTH,    &criterion_grip,            NO_MODALITY,  MEN,   BELOW,   30.0,   NULL,                   SOURCED},
	{STRENGTH,    &criterion_grip,            NO_MODALITY,  WOMEN, BELOW,   20.0,   NULL,                   SOURCED},
	{MASS,        &criterion_asm_h2,          BY(DXA),      MEN,   BELOW,   7.26,   NULL,                   SOURCED},
	{MASS,        &criterion_asm_h2,          BY(DXA),      WOMEN, BELOW,   5.5,    NULL,                   SOURCED},
	{MASS,        &criterion_smm_h2,          BY(BIA),      MEN,   BELOW,   8.87,   "total muscle mass",    SOURCED},
	{MASS,        &criterion_smm_h2,          BY(BIA),      WOMEN, BELOW,   6.42,   "total muscle mass",    SOURCED},
	{MASS,        &criterion_smm_h2_janssen,  BY(BIA),      MEN,   AT_MOST, 10.75,  "total muscle mass",    SOURCED, ALL_AGES, ALTERNATE},
	{MASS,        &criterion_smm_h2_janssen,  BY(BIA),      WOMEN, AT_MOST, 6.75,   "total muscle mass",    SOURCED, ALL_AGES, ALTERNATE},
	{PERFORMANCE, &criterion_gait,            NO_MODALITY,  BOTH,  BELOW,   0.8,    "usual speed over 4 m", SOURCED},
	{PERFORMANCE, &criterion_sppb,            NO_MODALITY,  BOTH,  AT_MOST, 8.0,    NULL,                   UNCONFIRMED},
};

static const class_rule rules[] = {
	/* strength  mass    performance  class                the paper's word */
	{ANY,       NORMAL, ANY,         CLASS_NONE,          "no sarcopenia",     SOURCED},
	{NORMAL,    LOW,    NORMAL,      CLASS_PRESARCOPENIA, "presarcopenia",     SOURCED},
	{LOW,       LOW,    LOW,         CLASS_SEVERE,        "severe sarcopenia", SOURCED},
	{ANY,       LOW,    ANY,         CLASS_SARCOPENIA,    "sarcopenia",        SOURCED},
};
/* clang-format on */

const sarcopenia_definition definition_ewgsop1 = {
	.code = "EWGSOP1",
	.name = "European Working Group on Sarcopenia in Older People, 2010",
	.source = "EWGSOP: Cruz-Jentoft 2010, Age Ageing 39:412, doi 10.1093/ageing/afq034",
	.population = "European and US reference populations",
	.note = "The index by BIA is that of total skeletal muscle mass (smm_kg), not of ASM.",
	.cutoffs = COUNTED(cutoffs),
	.rules = COUNTED(rules),
};
