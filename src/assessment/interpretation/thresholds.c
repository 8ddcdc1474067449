/*
 * Thresholds for clinical importance: the score from which on a problem deserves
 * attention.
 *
 * The values of Giesinger 2020 were not read in the paper: unconfirmed, and so is
 * whether a score on the threshold counts. For the QLQ-C30 that does not matter:
 * its thresholds lie between the scores that its answers can give. They are
 * compared as they stand: DY > 17 is first reached at 33.3, the score of "a
 * little". QL has no threshold. Lidington 2022 (PMC9356917) has other, need-based
 * values for young adults; they are not mixed in.
 *
 * Cut-offs that are part of a definition of sarcopenia stand with it.
 */
#include "assessment/interpretation/interpretation.h"

#define GIESINGER "Giesinger 2020, J Clin Epidemiol 118:1, PMID 31639445: its existence was read, this value was not"
#define MIXED_CANCER "cancer, mixed diagnoses and treatments"
#define PROBLEM "clinically important problem"
#define SYMPTOM_HIGH "clinically important symptom"

/* clang-format off */
static const threshold thresholds[] = {
	/* measure        important if      value meaning */
	{"QLQ-C30 PF",    BELOW,            83,   PROBLEM,      MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 RF",    BELOW,            58,   PROBLEM,      MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 EF",    BELOW,            71,   PROBLEM,      MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 CF",    AT_MOST,          75,   PROBLEM,      NULL,
		"PMID 35320617, which uses 75.0 or less (secondary); Giesinger 2020 itself was not read", SOURCED},
	{"QLQ-C30 SF",    BELOW,            58,   PROBLEM,      MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 FA",    ABOVE,            39,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 NV",    ABOVE,             8,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 PA",    ABOVE,            25,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 DY",    ABOVE,            17,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 SL",    ABOVE,            50,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 AP",    ABOVE,            50,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 CO",    ABOVE,            50,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 DI",    ABOVE,            17,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 FI",    ABOVE,            17,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-FA12 SUM10", AT_LEAST,         12,  "clinically relevant fatigue", NULL,
		"PMC6002999: sensitivity .91, specificity .77; items coded 0 to 3", SOURCED},
	{"FACT-COG PCI",  AT_MOST,          55.1, "perceived cognitive impairment", NULL,
		"PMID 35320617, PCI of 18 items; the PCI of 20 items has 59.5", SOURCED},
	{"TUG",           AT_LEAST,         12,   "risk of falling", "older adults",
		"CDC STEADI", SOURCED},
};
/* clang-format on */

int
threshold_count(void)
{
	return ENTRIES(thresholds);
}

const threshold *
threshold_at(int index)
{
	return &thresholds[index];
}

bool
is_important(const threshold *t, double score)
{
	return compares(score, t->operator, t->value);
}
