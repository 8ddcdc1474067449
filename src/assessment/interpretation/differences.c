/*
 * Minimal important differences: how much a score must change for the change to
 * matter. Every value with the population, the direction, and the source in which
 * it was read.
 *
 * A value that a source names beside the minimal one as more than minimal
 * (substantial, moderate) is listed, but is not what a change is compared with.
 * Ranges over several scales that do not say which scale they are of are left out
 * (Hong 2013, PMC3637270; PMID 23551530; the SF-36 value of PMC6747880), and so is
 * a total of the FACT-Cog, which has none here.
 */
#include "assessment/interpretation/interpretation.h"

#define MINIMAL true
#define LARGER	false

/* Populations */
#define CANCER	  "cancer"
#define LUNG	  "lung cancer"
#define BREAST	  "breast cancer"
#define BREAST_DURING "breast cancer, during chemotherapy"
#define BREAST_AFTER  "breast cancer, after treatment"
#define ADVANCED  "advanced cancer"
#define OLDER	  "older adults"
#define SEDENTARY "sedentary adults of 70 to 89 years"
#define VARIOUS	  "various patient groups"

/* Methods */
#define BY_STATUS "anchor 1 of 2: performance status"
#define BY_WEIGHT "anchor 2 of 2: weight"
#define SMALL	  "small change"
#define MODERATE  "moderate change; above it large"
#define SMALL_MEANINGFUL "small meaningful change"
#define MINIMALLY "minimally significant change"
#define SUBSTANTIAL "substantial change"
#define SAME_DOMAIN "PROMIS-Cancer form of the domain; forms share its T-scores"
#define GRANGER_METHOD "distribution 22-32 m, anchor 42 m"
#define BY_SEM	  "value 1 of 2: standard error"
#define BY_EFFECT "value 2 of 2: effect size"
#define BY_CUTOFF "best cut-off against the patient's own impression"
#define NOT_CANCER "used in cancer; not established there"

/* Sources */
#define MARINGWA  "Maringwa 2011, Support Care Cancer 19:1753, PMID 20886240 (abstract)"
#define OSOBA	  "Osoba 1998, not read; its use for every scale is common practice"
#define ETON	  "Eton 2004, PMID 15504633"
#define ACE		  "PMC6747880, Table 1 (secondary)"
#define CELLA	  "Cella 2002, J Pain Symptom Manage 24:547"
#define CELLA_AS_QUOTED "Cella 2002 as commonly quoted, not read so"
#define COG		  "doi 10.1186/s41687-018-0071-4; PCI of 18 items"
#define YOST	  "Yost 2011, PMC3076200 (abstract)"
#define HUI		  "Hui 2016, PMID 26482223 (abstract)"
#define GRANGER	  "Granger 2015, Chron Respir Dis 12:146 (abstract)"
#define PERERA	  "Perera 2006, J Am Geriatr Soc (abstract)"
#define KWON	  "Kwon 2009, PMC3100159 (abstract)"
#define TREADMILL "doi 10.1080/09638288.2022.2043461 (abstract)"
#define BOHANNON  "Bohannon 2019, PMC6348186"
#define CHAIR30	  "PMC6747880, Table 1: not established in cancer; 2 rises are in use"
#define UNREAD	  "general knowledge; no source was read"

/* clang-format off */
static const important_difference differences[] = {
	/* measure                  population      direction      meant for    size     amount      low   high method */
	/* QLQ-C30: Maringwa 2011, changes of one category of performance status, and of 5 to 20 % of weight */
	{"QLQ-C30 PF",              LUNG,           IMPROVEMENT,   GROUP,      MINIMAL, ABSOLUTE,     9,     9, BY_STATUS,               MARINGWA, SOURCED},
	{"QLQ-C30 PF",              LUNG,           IMPROVEMENT,   GROUP,      MINIMAL, ABSOLUTE,     5,     5, BY_WEIGHT,               MARINGWA, SOURCED},
	{"QLQ-C30 PF",              LUNG,           DETERIORATION, GROUP,      MINIMAL, ABSOLUTE,     4,     4, BY_STATUS,               MARINGWA, SOURCED},
	{"QLQ-C30 PF",              LUNG,           DETERIORATION, GROUP,      MINIMAL, ABSOLUTE,     6,     6, BY_WEIGHT,               MARINGWA, SOURCED},
	{"QLQ-C30 RF",              LUNG,           IMPROVEMENT,   GROUP,      MINIMAL, ABSOLUTE,    14,    14, BY_STATUS,               MARINGWA, SOURCED},
	{"QLQ-C30 RF",              LUNG,           IMPROVEMENT,   GROUP,      MINIMAL, ABSOLUTE,     7,     7, BY_WEIGHT,               MARINGWA, SOURCED},
	{"QLQ-C30 RF",              LUNG,           DETERIORATION, GROUP,      MINIMAL, ABSOLUTE,     5,     5, BY_STATUS,               MARINGWA, SOURCED},
	{"QLQ-C30 RF",              LUNG,           DETERIORATION, GROUP,      MINIMAL, ABSOLUTE,     5,     5, BY_WEIGHT,               MARINGWA, SOURCED},
	{"QLQ-C30 SF",              LUNG,           IMPROVEMENT,   GROUP,      MINIMAL, ABSOLUTE,     5,     5, BY_STATUS,               MARINGWA, SOURCED},
	{"QLQ-C30 SF",              LUNG,           IMPROVEMENT,   GROUP,      MINIMAL, ABSOLUTE,     7,     7, BY_WEIGHT,               MARINGWA, SOURCED},
	{"QLQ-C30 SF",              LUNG,           DETERIORATION, GROUP,      MINIMAL, ABSOLUTE,     7,     7, BY_STATUS,               MARINGWA, SOURCED},
	{"QLQ-C30 SF",              LUNG,           DETERIORATION, GROUP,      MINIMAL, ABSOLUTE,     9,     9, BY_WEIGHT,               MARINGWA, SOURCED},
	{"QLQ-C30 QL",              LUNG,           IMPROVEMENT,   GROUP,      MINIMAL, ABSOLUTE,     9,     9, BY_STATUS,               MARINGWA, SOURCED},
	{"QLQ-C30 QL",              LUNG,           IMPROVEMENT,   GROUP,      MINIMAL, ABSOLUTE,     4,     4, BY_WEIGHT,               MARINGWA, SOURCED},
	{"QLQ-C30 QL",              LUNG,           DETERIORATION, GROUP,      MINIMAL, ABSOLUTE,     4,     4, BY_STATUS,               MARINGWA, SOURCED},
	{"QLQ-C30 QL",              LUNG,           DETERIORATION, GROUP,      MINIMAL, ABSOLUTE,     4,     4, BY_WEIGHT,               MARINGWA, SOURCED},
	{"QLQ-C30 FA",              LUNG,           IMPROVEMENT,   GROUP,      MINIMAL, ABSOLUTE,    14,    14, BY_STATUS,               MARINGWA, SOURCED},
	{"QLQ-C30 FA",              LUNG,           IMPROVEMENT,   GROUP,      MINIMAL, ABSOLUTE,     5,     5, BY_WEIGHT,               MARINGWA, SOURCED},
	{"QLQ-C30 FA",              LUNG,           DETERIORATION, GROUP,      MINIMAL, ABSOLUTE,     6,     6, BY_STATUS,               MARINGWA, SOURCED},
	{"QLQ-C30 FA",              LUNG,           DETERIORATION, GROUP,      MINIMAL, ABSOLUTE,    11,    11, BY_WEIGHT,               MARINGWA, SOURCED},
	{"QLQ-C30 PA",              LUNG,           IMPROVEMENT,   GROUP,      MINIMAL, ABSOLUTE,    16,    16, BY_STATUS,               MARINGWA, SOURCED},
	{"QLQ-C30 PA",              LUNG,           IMPROVEMENT,   GROUP,      MINIMAL, ABSOLUTE,     2,     2, BY_WEIGHT,               MARINGWA, SOURCED},
	{"QLQ-C30 PA",              LUNG,           DETERIORATION, GROUP,      MINIMAL, ABSOLUTE,     3,     3, BY_STATUS,               MARINGWA, SOURCED},
	{"QLQ-C30 PA",              LUNG,           DETERIORATION, GROUP,      MINIMAL, ABSOLUTE,     7,     7, BY_WEIGHT,               MARINGWA, SOURCED},

	/* QLQ-C30: Osoba 1998, by which a change is often read whatever the scale: 5-10 small, 10-20 moderate, over 20 large */
	{"QLQ-C30 QL",              NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,    10, SMALL,                   OSOBA, UNCONFIRMED},
	{"QLQ-C30 QL",              NULL,           EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,    10,    20, MODERATE,                OSOBA, UNCONFIRMED},
	{"QLQ-C30 PF",              NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,    10, SMALL,                   OSOBA, UNCONFIRMED},
	{"QLQ-C30 PF",              NULL,           EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,    10,    20, MODERATE,                OSOBA, UNCONFIRMED},
	{"QLQ-C30 RF",              NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,    10, SMALL,                   OSOBA, UNCONFIRMED},
	{"QLQ-C30 RF",              NULL,           EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,    10,    20, MODERATE,                OSOBA, UNCONFIRMED},
	{"QLQ-C30 EF",              NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,    10, SMALL,                   OSOBA, UNCONFIRMED},
	{"QLQ-C30 EF",              NULL,           EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,    10,    20, MODERATE,                OSOBA, UNCONFIRMED},
	{"QLQ-C30 CF",              NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,    10, SMALL,                   OSOBA, UNCONFIRMED},
	{"QLQ-C30 CF",              NULL,           EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,    10,    20, MODERATE,                OSOBA, UNCONFIRMED},
	{"QLQ-C30 SF",              NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,    10, SMALL,                   OSOBA, UNCONFIRMED},
	{"QLQ-C30 SF",              NULL,           EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,    10,    20, MODERATE,                OSOBA, UNCONFIRMED},
	{"QLQ-C30 FA",              NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,    10, SMALL,                   OSOBA, UNCONFIRMED},
	{"QLQ-C30 FA",              NULL,           EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,    10,    20, MODERATE,                OSOBA, UNCONFIRMED},
	{"QLQ-C30 NV",              NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,    10, SMALL,                   OSOBA, UNCONFIRMED},
	{"QLQ-C30 NV",              NULL,           EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,    10,    20, MODERATE,                OSOBA, UNCONFIRMED},
	{"QLQ-C30 PA",              NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,    10, SMALL,                   OSOBA, UNCONFIRMED},
	{"QLQ-C30 PA",              NULL,           EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,    10,    20, MODERATE,                OSOBA, UNCONFIRMED},
	{"QLQ-C30 DY",              NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,    10, SMALL,                   OSOBA, UNCONFIRMED},
	{"QLQ-C30 DY",              NULL,           EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,    10,    20, MODERATE,                OSOBA, UNCONFIRMED},
	{"QLQ-C30 SL",              NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,    10, SMALL,                   OSOBA, UNCONFIRMED},
	{"QLQ-C30 SL",              NULL,           EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,    10,    20, MODERATE,                OSOBA, UNCONFIRMED},
	{"QLQ-C30 AP",              NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,    10, SMALL,                   OSOBA, UNCONFIRMED},
	{"QLQ-C30 AP",              NULL,           EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,    10,    20, MODERATE,                OSOBA, UNCONFIRMED},
	{"QLQ-C30 CO",              NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,    10, SMALL,                   OSOBA, UNCONFIRMED},
	{"QLQ-C30 CO",              NULL,           EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,    10,    20, MODERATE,                OSOBA, UNCONFIRMED},
	{"QLQ-C30 DI",              NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,    10, SMALL,                   OSOBA, UNCONFIRMED},
	{"QLQ-C30 DI",              NULL,           EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,    10,    20, MODERATE,                OSOBA, UNCONFIRMED},
	{"QLQ-C30 FI",              NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,    10, SMALL,                   OSOBA, UNCONFIRMED},
	{"QLQ-C30 FI",              NULL,           EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,    10,    20, MODERATE,                OSOBA, UNCONFIRMED},

	/* FACIT */
	{"FACT-B BCS",              BREAST,         EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     2,     3, NULL,                    ETON, SOURCED},
	{"FACT-B TOI",              BREAST,         EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,     6, NULL,                    ETON, SOURCED},
	{"FACT-B TOTAL",            BREAST,         EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     7,     8, NULL,                    ETON, SOURCED},
	{"FACT-G FACTG",            BREAST,         EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,     6, NULL,                    ETON, SOURCED},
	{"FACT-G FACTG",            CANCER,         EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     3, NULL,                    ACE, SOURCED},
	{"FACT-G FACTG",            CANCER,         EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     4,     4, NULL,                    CELLA, SOURCED},
	{"FACIT-FATIGUE FS",        CANCER,         EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     6, NULL,                    ACE, SOURCED},
	{"FACIT-FATIGUE FS",        CANCER,         EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     3, NULL,                    CELLA, SOURCED},
	{"FACIT-FATIGUE FS",        CANCER,         EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     4, NULL,                    CELLA_AS_QUOTED, UNCONFIRMED},
	{"FACIT-F FS",              CANCER,         EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     6, NULL,                    ACE, SOURCED},
	{"FACIT-F FS",              CANCER,         EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     3, NULL,                    CELLA, SOURCED},
	{"FACIT-F FS",              CANCER,         EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     4, NULL,                    CELLA_AS_QUOTED, UNCONFIRMED},
	{"FACIT-F TOI",             CANCER,         EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,     5, NULL,                    CELLA, SOURCED},
	{"FACT-COG PCI",            NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,   4.6,   7.4, NULL,                    COG, SOURCED},

	/* PROMIS T-scores */
	{"PROMIS-FATIGUE-7A T",     ADVANCED,       EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     5, SAME_DOMAIN,             YOST, SOURCED},
	{"PROMIS-PAININT-4A T",     ADVANCED,       EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     4,     6, SAME_DOMAIN,             YOST, SOURCED},
	{"PROMIS-PF-4A-V1 T",       ADVANCED,       EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     4,     6, SAME_DOMAIN,             YOST, SOURCED},
	{"PROMIS-PF-4A-V2 T",       ADVANCED,       EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     4,     6, SAME_DOMAIN,             YOST, SOURCED},
	{"PROMIS-ANXIETY-4A T",     ADVANCED,       EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,   4.5, SAME_DOMAIN,             YOST, SOURCED},
	{"PROMIS-DEPRESSION-4A T",  ADVANCED,       EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,   4.5, SAME_DOMAIN,             YOST, SOURCED},
	{"PROMIS-FATIGUE-4A T",     NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     5, NULL,                    UNREAD, UNCONFIRMED},
	{"PROMIS-FATIGUE-7A T",     NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     5, NULL,                    UNREAD, UNCONFIRMED},
	{"PROMIS-FATIGUE-8A T",     NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     5, NULL,                    UNREAD, UNCONFIRMED},
	{"PROMIS-PF-4A-V1 T",       NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     5, NULL,                    UNREAD, UNCONFIRMED},
	{"PROMIS-PF-4A-V2 T",       NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     5, NULL,                    UNREAD, UNCONFIRMED},
	{"PROMIS-ANXIETY-4A T",     NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     5, NULL,                    UNREAD, UNCONFIRMED},
	{"PROMIS-DEPRESSION-4A T",  NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     5, NULL,                    UNREAD, UNCONFIRMED},
	{"PROMIS-SLEEP-4A T",       NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     5, NULL,                    UNREAD, UNCONFIRMED},
	{"PROMIS-SOCIAL-4A T",      NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     5, NULL,                    UNREAD, UNCONFIRMED},
	{"PROMIS-PAININT-4A T",     NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     5, NULL,                    UNREAD, UNCONFIRMED},
	{"PROMIS-GLOBAL10 GPH",     NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     5, NULL,                    UNREAD, UNCONFIRMED},
	{"PROMIS-GLOBAL10 GMH",     NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     3,     5, NULL,                    UNREAD, UNCONFIRMED},

	/* Symptoms */
	{"ESAS-R PHYS",             ADVANCED,       IMPROVEMENT,   INDIVIDUAL, MINIMAL, ABSOLUTE,     3,     3, BY_CUTOFF,               HUI, SOURCED},
	{"ESAS-R PHYS",             ADVANCED,       DETERIORATION, INDIVIDUAL, MINIMAL, ABSOLUTE,     4,     4, BY_CUTOFF,               HUI, SOURCED},
	{"ESAS-R EMO",              ADVANCED,       IMPROVEMENT,   INDIVIDUAL, MINIMAL, ABSOLUTE,     2,     2, BY_CUTOFF,               HUI, SOURCED},
	{"ESAS-R EMO",              ADVANCED,       DETERIORATION, INDIVIDUAL, MINIMAL, ABSOLUTE,     1,     1, BY_CUTOFF,               HUI, SOURCED},
	{"ESAS-R TOTAL",            ADVANCED,       IMPROVEMENT,   INDIVIDUAL, MINIMAL, ABSOLUTE,     3,     3, BY_CUTOFF,               HUI, SOURCED},
	{"ESAS-R TOTAL",            ADVANCED,       DETERIORATION, INDIVIDUAL, MINIMAL, ABSOLUTE,     4,     4, BY_CUTOFF,               HUI, SOURCED},
	{"MFI-20 GF",               NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     2,     2, NULL,                    UNREAD, UNCONFIRMED},
	{"MFI-20 PF",               NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     2,     2, NULL,                    UNREAD, UNCONFIRMED},
	{"MFI-20 RA",               NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     2,     2, NULL,                    UNREAD, UNCONFIRMED},
	{"MFI-20 RM",               NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     2,     2, NULL,                    UNREAD, UNCONFIRMED},
	{"MFI-20 MF",               NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     2,     2, NULL,                    UNREAD, UNCONFIRMED},
	{"HADS A",                  NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,   1.5,   1.7, NULL,                    UNREAD, UNCONFIRMED},
	{"HADS D",                  NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,   1.5,   1.7, NULL,                    UNREAD, UNCONFIRMED},
	{"ISI TOTAL",               NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     6,     6, NULL,                    UNREAD, UNCONFIRMED},
	{"PHQ-9 TOTAL",             NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,     5, NULL,                    UNREAD, UNCONFIRMED},
	{"EQ-5D-5L VAS",            NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     7,    12, NULL,                    UNREAD, UNCONFIRMED},
	{"EQ-5D-INDEX",             CANCER,         EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,  0.06,  0.06, NULL,                    ACE, SOURCED},

	/* 6-minute walk; the value on a treadmill is that of another test */
	{"6MWT",                    LUNG,           DETERIORATION, NOT_SAID,   MINIMAL, ABSOLUTE,    22,    42, GRANGER_METHOD,          GRANGER, SOURCED},
	{"6MWT",                    LUNG,           DETERIORATION, NOT_SAID,   MINIMAL, PERCENT,    9.5,   9.5, NULL,                    GRANGER, SOURCED},
	{"6MWT",                    CANCER,         EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,    24,  30.5, NULL,                    ACE, SOURCED},
	{"6MWT",                    OLDER,          EITHER,        INDIVIDUAL, MINIMAL, ABSOLUTE,    20,    20, SMALL_MEANINGFUL,        PERERA, SOURCED},
	{"6MWT",                    OLDER,          EITHER,        INDIVIDUAL, LARGER,  ABSOLUTE,    50,    50, SUBSTANTIAL,             PERERA, SOURCED},
	{"6MWT-TREADMILL",          BREAST_DURING,  EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,  66.5,  66.5, BY_SEM,                  TREADMILL, SOURCED},
	{"6MWT-TREADMILL",          BREAST_DURING,  EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,  41.5,  41.5, BY_EFFECT,               TREADMILL, SOURCED},
	{"6MWT-TREADMILL",          BREAST_AFTER,   EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,  41.4,  41.4, BY_SEM,                  TREADMILL, SOURCED},
	{"6MWT-TREADMILL",          BREAST_AFTER,   EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,  40.5,  40.5, BY_EFFECT,               TREADMILL, SOURCED},

	/* Other tests. None was found for VO2PEAK and TUG in cancer */
	{"GAIT-SPEED",              OLDER,          EITHER,        INDIVIDUAL, MINIMAL, ABSOLUTE,  0.05,  0.05, SMALL_MEANINGFUL,        PERERA, SOURCED},
	{"GAIT-SPEED",              OLDER,          EITHER,        INDIVIDUAL, LARGER,  ABSOLUTE,   0.1,   0.1, SUBSTANTIAL,             PERERA, SOURCED},
	{"GAIT-SPEED",              SEDENTARY,      EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,  0.03,  0.05, MINIMALLY,               KWON, SOURCED},
	{"GAIT-SPEED",              SEDENTARY,      EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,  0.08,  0.08, SUBSTANTIAL,             KWON, SOURCED},
	{"SPPB",                    OLDER,          EITHER,        INDIVIDUAL, MINIMAL, ABSOLUTE,   0.5,   0.5, SMALL_MEANINGFUL,        PERERA, SOURCED},
	{"SPPB",                    OLDER,          EITHER,        INDIVIDUAL, LARGER,  ABSOLUTE,     1,     1, SUBSTANTIAL,             PERERA, SOURCED},
	{"SPPB",                    SEDENTARY,      EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,   0.3,   0.8, MINIMALLY,               KWON, SOURCED},
	{"SPPB",                    SEDENTARY,      EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,   0.4,   1.5, SUBSTANTIAL,             KWON, SOURCED},
	{"400M-WALK",               SEDENTARY,      EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,    20,    30, MINIMALLY,               KWON, SOURCED},
	{"400M-WALK",               SEDENTARY,      EITHER,        NOT_SAID,   LARGER,  ABSOLUTE,    50,    60, SUBSTANTIAL,             KWON, SOURCED},
	{"GRIP",                    CANCER,         EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,   6.5,   6.5, NULL,                    ACE, SOURCED},
	{"GRIP",                    VARIOUS,        EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     5,   6.5, NULL,                    BOHANNON, SOURCED},
	{"CHAIR-STAND-5X",          NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,   2.3,   2.3, NULL,                    UNREAD, UNCONFIRMED},
	{"CHAIR-STAND-30S",         NULL,           EITHER,        NOT_SAID,   MINIMAL, ABSOLUTE,     2,     2, NOT_CANCER,              CHAIR30, UNCONFIRMED},
};
/* clang-format on */

int
difference_count(void)
{
	return ENTRIES(differences);
}

const important_difference *
difference_at(int index)
{
	return &differences[index];
}
