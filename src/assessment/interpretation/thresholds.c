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
	{"QLQ-C30 PF",    LESS,             83,   PROBLEM,      MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 RF",    LESS,             58,   PROBLEM,      MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 EF",    LESS,             71,   PROBLEM,      MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 CF",    LESS_OR_EQUAL,    75,   PROBLEM,      NULL,
		"PMID 35320617, which uses 75.0 or less (secondary); Giesinger 2020 itself was not read", SOURCED},
	{"QLQ-C30 SF",    LESS,             58,   PROBLEM,      MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 FA",    GREATER,          39,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 NV",    GREATER,           8,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 PA",    GREATER,          25,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 DY",    GREATER,          17,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 SL",    GREATER,          50,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 AP",    GREATER,          50,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 CO",    GREATER,          50,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 DI",    GREATER,          17,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-C30 FI",    GREATER,          17,   SYMPTOM_HIGH, MIXED_CANCER, GIESINGER, UNCONFIRMED},
	{"QLQ-FA12 SUM10", GREATER_OR_EQUAL, 12,  "clinically relevant fatigue", NULL,
		"PMC6002999: sensitivity .91, specificity .77; items coded 0 to 3", SOURCED},
	{"FACT-COG PCI",  LESS_OR_EQUAL,    55.1, "perceived cognitive impairment", NULL,
		"PMID 35320617, PCI of 18 items; the PCI of 20 items has 59.5", SOURCED},
	{"TUG",           GREATER_OR_EQUAL, 12,   "risk of falling", "older adults",
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
	switch (t->operator)
	{
		case LESS:
			return score < t->value;
		case LESS_OR_EQUAL:
			return score <= t->value;
		case GREATER:
			return score > t->value;
		case GREATER_OR_EQUAL:
			break;
	}
	return score >= t->value;
}
