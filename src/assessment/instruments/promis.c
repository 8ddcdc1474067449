/*
 * PROMIS short forms, Global Health and the profile PROMIS-29.
 *
 * Rules common to the family (HealthMeasures scoring manuals): items take 1 to
 * 5; the answers are added up, and the sum has a T-score in a table (mean 50, SD
 * 10 in the reference population). A table is only good for complete answers: an
 * incomplete form has no score here. The direction is that of the word in the
 * name: much fatigue is bad, much function is good.
 *
 * The tables are T x 10, in lines by tens of the raw sum, as the manuals have
 * them. The T-scores of forms of one domain are not interchangeable: the version
 * is part of what a table is, and of the instrument's code where two are in use.
 */
#include "assessment/instruments/families.h"

/* clang-format off */

/* Global Health, version 1.2 */

static const int global_physical_t[] = {
	/* raw  4 */                     162, 199, 235, 267, 296, 324,
	/* raw 10 */ 349, 374, 398, 423, 449, 477, 508, 541, 577, 619,
	/* raw 20 */ 677,
};
static const int global_mental_t[] = {
	/* raw  4 */                     212, 251, 284, 313, 338, 363,
	/* raw 10 */ 388, 411, 435, 458, 483, 508, 533, 560, 590, 625,
	/* raw 20 */ 676,
};
/* Item 7, pain from 0 to 10, counts as 5 to 1. */
static const int global_pain[] = {
	/* 0 */ 5,
	/* 1 to 3 */ 4, 4, 4,
	/* 4 to 6 */ 3, 3, 3,
	/* 7 to 9 */ 2, 2, 2,
	/* 10 */ 1,
};
static const item_coding global_codings[] = {{"Global07", COUNTED(global_pain)}};

#define GLOBAL_PHYSICAL "Global03 Global06 Global07 Global08"
#define GLOBAL_MENTAL   "Global02 Global04 Global05 Global10"

static const item_group global_10_items[] = {
	{"Global01 Global02 Global03 Global04 Global05 Global06", 1, 5},
	{"Global07", 0, 10},
	{"Global08 Global09 Global10", 1, 5},
};
static const scale_definition global_10_scales[] = {
	/* code         also      name                            items            reversed       needed       formula */
	{"GPH",         "GPH_T",  "Global physical health, T",    GLOBAL_PHYSICAL, "Global08",    AT_LEAST(4), LOOKED_UP(HIGHER_BETTER, 4, global_physical_t, 1), .codings = COUNTED(global_codings)},
	{"GMH",         "GMH_T",  "Global mental health, T",      GLOBAL_MENTAL,   "Global10",    AT_LEAST(4), LOOKED_UP(HIGHER_BETTER, 4, global_mental_t, 1)},
	{"GPH_RAW",     NO_ALIAS, "Global physical health, sum",  GLOBAL_PHYSICAL, "Global08",    AT_LEAST(4), PRORATED_SUM(HIGHER_BETTER), .codings = COUNTED(global_codings)},
	{"GMH_RAW",     NO_ALIAS, "Global mental health, sum",    GLOBAL_MENTAL,   "Global10",    AT_LEAST(4), PRORATED_SUM(HIGHER_BETTER)},
	{"PAIN_RECODE", NO_ALIAS, "Pain as it is counted in GPH", "Global07",      NONE_REVERSED, AT_LEAST(1), PRORATED_SUM(HIGHER_BETTER), .codings = COUNTED(global_codings)},
};

/* Fatigue. Item 7 of the 7a is the one that is worded the other way. */

static const int fatigue_4a_t[] = {
	/* raw  4 */                     337, 397, 431, 460, 486, 510,
	/* raw 10 */ 531, 551, 570, 588, 607, 627, 646, 667, 690, 716,
	/* raw 20 */ 758,
};
static const int fatigue_7a_t[] = {
	/* raw  7 */                                    294, 334, 369,
	/* raw 10 */ 396, 419, 439, 458, 476, 492, 508, 522, 537, 551,
	/* raw 20 */ 564, 578, 592, 606, 620, 634, 648, 663, 678, 694,
	/* raw 30 */ 711, 729, 748, 771, 798, 832,
};
static const int fatigue_8a_t[] = {
	/* raw  8 */                                         331, 385,
	/* raw 10 */ 410, 428, 443, 456, 469, 481, 492, 504, 515, 525,
	/* raw 20 */ 536, 546, 556, 566, 575, 585, 594, 604, 613, 623,
	/* raw 30 */ 633, 643, 653, 664, 675, 686, 698, 710, 724, 742,
	/* raw 40 */ 778,
};
static const item_group fatigue_4a_items[] = {{"1-4", 1, 5}};
static const scale_definition fatigue_4a_scales[] = {
	{"T",   NO_ALIAS, "Fatigue, T",   "1-4", NONE_REVERSED, AT_LEAST(4), LOOKED_UP(HIGHER_WORSE, 4, fatigue_4a_t, 1)},
	{"RAW", NO_ALIAS, "Fatigue, sum", "1-4", NONE_REVERSED, AT_LEAST(4), PRORATED_SUM(HIGHER_WORSE)},
};
static const item_group fatigue_7a_items[] = {{"1-7", 1, 5}};
static const scale_definition fatigue_7a_scales[] = {
	{"T",   NO_ALIAS, "Fatigue, T",   "1-7", "7", AT_LEAST(7), LOOKED_UP(HIGHER_WORSE, 7, fatigue_7a_t, 1)},
	{"RAW", NO_ALIAS, "Fatigue, sum", "1-7", "7", AT_LEAST(7), PRORATED_SUM(HIGHER_WORSE)},
};
static const item_group fatigue_8a_items[] = {{"1-8", 1, 5}};
static const scale_definition fatigue_8a_scales[] = {
	{"T",   NO_ALIAS, "Fatigue, T",   "1-8", NONE_REVERSED, AT_LEAST(8), LOOKED_UP(HIGHER_WORSE, 8, fatigue_8a_t, 1)},
	{"RAW", NO_ALIAS, "Fatigue, sum", "1-8", NONE_REVERSED, AT_LEAST(8), PRORATED_SUM(HIGHER_WORSE)},
};

/*
 * Physical function. Versions 1.x are retired but stored; their tables are not
 * those of version 2.0. The lowest score of the 6b and the 8b hangs on how far
 * the integral of the recomputation reaches: 21.5 and 20.8 with a wider one.
 */

static const int physical_function_4a_v1_t[] = {
	/* raw  4 */                     229, 269, 291, 307, 321, 333,
	/* raw 10 */ 344, 356, 367, 379, 391, 404, 418, 434, 453, 480,
	/* raw 20 */ 569,
};
static const int physical_function_4a_v2_t[] = {
	/* raw  4 */                     225, 266, 289, 305, 319, 332,
	/* raw 10 */ 344, 356, 367, 379, 392, 405, 419, 435, 455, 483,
	/* raw 20 */ 570,
};
static const int physical_function_6b_t[] = {
	/* raw  6 */                               216, 254, 275, 291,
	/* raw 10 */ 304, 315, 325, 334, 343, 351, 360, 368, 376, 385,
	/* raw 20 */ 393, 402, 411, 421, 431, 442, 454, 468, 486, 509,
	/* raw 30 */ 587,
};
static const int physical_function_8b_t[] = {
	/* raw  8 */                                         209, 244,
	/* raw 10 */ 264, 278, 291, 301, 311, 319, 327, 334, 341, 348,
	/* raw 20 */ 355, 362, 368, 375, 381, 388, 394, 401, 408, 415,
	/* raw 30 */ 422, 430, 437, 446, 454, 464, 475, 488, 504, 525,
	/* raw 40 */ 597,
};
static const item_group physical_function_4a_v1_items[] = {{"1-4", 1, 5}};
static const scale_definition physical_function_4a_v1_scales[] = {
	{"T",   NO_ALIAS, "Physical function, T",   "1-4", NONE_REVERSED, AT_LEAST(4), LOOKED_UP(HIGHER_BETTER, 4, physical_function_4a_v1_t, 1)},
	{"RAW", NO_ALIAS, "Physical function, sum", "1-4", NONE_REVERSED, AT_LEAST(4), PRORATED_SUM(HIGHER_BETTER)},
};
static const item_group physical_function_4a_v2_items[] = {{"1-4", 1, 5}};
static const scale_definition physical_function_4a_v2_scales[] = {
	{"T",   NO_ALIAS, "Physical function, T",   "1-4", NONE_REVERSED, AT_LEAST(4), LOOKED_UP(HIGHER_BETTER, 4, physical_function_4a_v2_t, 1)},
	{"RAW", NO_ALIAS, "Physical function, sum", "1-4", NONE_REVERSED, AT_LEAST(4), PRORATED_SUM(HIGHER_BETTER)},
};
static const item_group physical_function_6b_items[] = {{"1-6", 1, 5}};
static const scale_definition physical_function_6b_scales[] = {
	{"T",   NO_ALIAS, "Physical function, T",   "1-6", NONE_REVERSED, AT_LEAST(6), LOOKED_UP(HIGHER_BETTER, 6, physical_function_6b_t, 1)},
	{"RAW", NO_ALIAS, "Physical function, sum", "1-6", NONE_REVERSED, AT_LEAST(6), PRORATED_SUM(HIGHER_BETTER)},
};
static const item_group physical_function_8b_items[] = {{"1-8", 1, 5}};
static const scale_definition physical_function_8b_scales[] = {
	{"T",   NO_ALIAS, "Physical function, T",   "1-8", NONE_REVERSED, AT_LEAST(8), LOOKED_UP(HIGHER_BETTER, 8, physical_function_8b_t, 1)},
	{"RAW", NO_ALIAS, "Physical function, sum", "1-8", NONE_REVERSED, AT_LEAST(8), PRORATED_SUM(HIGHER_BETTER)},
};

/* The other domains of the PROMIS-29, four items each. */

static const int anxiety_4a_t[] = {
	/* raw  4 */                     403, 480, 512, 537, 558, 577,
	/* raw 10 */ 595, 614, 634, 653, 673, 693, 712, 733, 754, 779,
	/* raw 20 */ 816,
};
static const int depression_4a_t[] = {
	/* raw  4 */                     410, 490, 518, 539, 557, 573,
	/* raw 10 */ 589, 605, 622, 639, 657, 675, 694, 712, 733, 757,
	/* raw 20 */ 794,
};
/* Items 1 and 2, in the order of the PROMIS-29, ask for good sleep. */
static const int sleep_4a_t[] = {
	/* raw  4 */                     320, 375, 411, 438, 462, 484,
	/* raw 10 */ 505, 524, 543, 561, 579, 598, 617, 638, 660, 688,
	/* raw 20 */ 733,
};
static const int social_4a_t[] = {
	/* raw  4 */                     275, 318, 340, 357, 373, 388,
	/* raw 10 */ 405, 423, 442, 462, 481, 500, 519, 537, 558, 583,
	/* raw 20 */ 642,
};
/* Two packages agree but for the last score: 75.6 here, 75.8 in the other. */
static const int pain_interference_4a_t[] = {
	/* raw  4 */                     416, 496, 520, 539, 556, 571,
	/* raw 10 */ 585, 599, 612, 625, 638, 652, 666, 680, 697, 716,
	/* raw 20 */ 756,
};
static const item_group anxiety_4a_items[] = {{"1-4", 1, 5}};
static const scale_definition anxiety_4a_scales[] = {
	{"T",   NO_ALIAS, "Anxiety, T",   "1-4", NONE_REVERSED, AT_LEAST(4), LOOKED_UP(HIGHER_WORSE, 4, anxiety_4a_t, 1)},
	{"RAW", NO_ALIAS, "Anxiety, sum", "1-4", NONE_REVERSED, AT_LEAST(4), PRORATED_SUM(HIGHER_WORSE)},
};
static const item_group depression_4a_items[] = {{"1-4", 1, 5}};
static const scale_definition depression_4a_scales[] = {
	{"T",   NO_ALIAS, "Depression, T",   "1-4", NONE_REVERSED, AT_LEAST(4), LOOKED_UP(HIGHER_WORSE, 4, depression_4a_t, 1)},
	{"RAW", NO_ALIAS, "Depression, sum", "1-4", NONE_REVERSED, AT_LEAST(4), PRORATED_SUM(HIGHER_WORSE)},
};
static const item_group sleep_4a_items[] = {{"1-4", 1, 5}};
static const scale_definition sleep_4a_scales[] = {
	{"T",   NO_ALIAS, "Sleep disturbance, T",   "1-4", "1 2", AT_LEAST(4), LOOKED_UP(HIGHER_WORSE, 4, sleep_4a_t, 1)},
	{"RAW", NO_ALIAS, "Sleep disturbance, sum", "1-4", "1 2", AT_LEAST(4), PRORATED_SUM(HIGHER_WORSE)},
};
static const item_group social_4a_items[] = {{"1-4", 1, 5}};
static const scale_definition social_4a_scales[] = {
	{"T",   NO_ALIAS, "Ability to participate, T",   "1-4", NONE_REVERSED, AT_LEAST(4), LOOKED_UP(HIGHER_BETTER, 4, social_4a_t, 1)},
	{"RAW", NO_ALIAS, "Ability to participate, sum", "1-4", NONE_REVERSED, AT_LEAST(4), PRORATED_SUM(HIGHER_BETTER)},
};
static const item_group pain_interference_4a_items[] = {{"1-4", 1, 5}};
static const scale_definition pain_interference_4a_scales[] = {
	{"T",   NO_ALIAS, "Pain interference, T",   "1-4", NONE_REVERSED, AT_LEAST(4), LOOKED_UP(HIGHER_WORSE, 4, pain_interference_4a_t, 1)},
	{"RAW", NO_ALIAS, "Pain interference, sum", "1-4", NONE_REVERSED, AT_LEAST(4), PRORATED_SUM(HIGHER_WORSE)},
};

/* PROMIS-29, profile version 2.0: the seven domains and the intensity of pain */

static const item_group promis_29_items[] = {
	{"PF1-4 ANX1-4 DEP1-4 FAT1-4 SLEEP1-4 SOCIAL1-4 PAININT1-4", 1, 5},
	{"PAIN", 0, 10},
};
static const scale_definition promis_29_scales[] = {
	/* code     also      name                         items         reversed         needed       formula */
	{"PF",      NO_ALIAS, "Physical function, T",      "PF1-4",      NONE_REVERSED,   AT_LEAST(4), LOOKED_UP(HIGHER_BETTER, 4, physical_function_4a_v2_t, 1), .mark = UNCONFIRMED},
	{"ANX",     NO_ALIAS, "Anxiety, T",                "ANX1-4",     NONE_REVERSED,   AT_LEAST(4), LOOKED_UP(HIGHER_WORSE, 4, anxiety_4a_t, 1)},
	{"DEP",     NO_ALIAS, "Depression, T",             "DEP1-4",     NONE_REVERSED,   AT_LEAST(4), LOOKED_UP(HIGHER_WORSE, 4, depression_4a_t, 1)},
	{"FAT",     NO_ALIAS, "Fatigue, T",                "FAT1-4",     NONE_REVERSED,   AT_LEAST(4), LOOKED_UP(HIGHER_WORSE, 4, fatigue_4a_t, 1)},
	{"SLEEP",   NO_ALIAS, "Sleep disturbance, T",      "SLEEP1-4",   "SLEEP1 SLEEP2", AT_LEAST(4), LOOKED_UP(HIGHER_WORSE, 4, sleep_4a_t, 1), .mark = UNCONFIRMED},
	{"SOCIAL",  NO_ALIAS, "Ability to participate, T", "SOCIAL1-4",  NONE_REVERSED,   AT_LEAST(4), LOOKED_UP(HIGHER_BETTER, 4, social_4a_t, 1)},
	{"PAININT", NO_ALIAS, "Pain interference, T",      "PAININT1-4", NONE_REVERSED,   AT_LEAST(4), LOOKED_UP(HIGHER_WORSE, 4, pain_interference_4a_t, 1), .mark = UNCONFIRMED},
	{"PAIN",    NO_ALIAS, "Pain intensity",            "PAIN",       NONE_REVERSED,   AT_LEAST(1), PRORATED_SUM(HIGHER_WORSE)},
};
/* clang-format on */

#define SEVEN_DAYS "past 7 days"
#define NO_PERIOD  "no period"
#define IN_PROFILE "as in the PROMIS-29"
#define COMPLETE_ONLY \
	"a T-score needs all items: the tables hold for complete answers only; score incomplete forms " \
	"with the HealthMeasures service and store its T-scores"

#define PACKAGES  "HealthMeasures raw-sum to T table, as in two public scoring packages for the PROMIS-29"
#define PACKAGE   "HealthMeasures raw-sum to T table, as in one public scoring package"
#define RECOMPUTED \
	"summed-score EAP from published item parameters: recomputed, checked against the printed " \
	"tables of the PF 4a version 1 and the Fatigue 7a; to be compared with the manual"

#define SHORT_FORM(form_code, form_name, form_version, period, form, form_source, form_mark) \
	.code = (form_code), .name = (form_name), .version = (form_version), .recall = (period), \
	.licence = "HealthMeasures terms of use; no item wording is shipped", \
	.source = (form_source), .mark = (form_mark), .groups = COUNTED(form##_items), \
	.scales = COUNTED(form##_scales)

const instrument_definition promis_instruments[] = {
	{SHORT_FORM("PROMIS-GLOBAL10", "PROMIS Global Health, 10 items", "1.2",
				"in general; items 7, 8 and 10 past 7 days", global_10,
				"awell-score src/scores/promis_10", SOURCED),
	 .note = "items 7 (pain, 0 to 10), 8 and 10 as answered, not yet recoded or reversed; "
			 "items 1 and 9 are in no score; " COMPLETE_ONLY},
	{SHORT_FORM("PROMIS-FATIGUE-4A", "PROMIS Fatigue 4a", IN_PROFILE, SEVEN_DAYS, fatigue_4a, PACKAGES,
				SOURCED),
	 .note = COMPLETE_ONLY},
	{SHORT_FORM("PROMIS-FATIGUE-7A", "PROMIS Fatigue 7a", "1.0", SEVEN_DAYS, fatigue_7a,
				"PROMIS Fatigue scoring manual of 5 December 2023, as quoted in a scoring "
				"package; equal to the summed-score EAP of published item parameters",
				SOURCED),
	 .note = "item 7 as answered, not yet reversed; " COMPLETE_ONLY},
	{SHORT_FORM("PROMIS-FATIGUE-8A", "PROMIS Fatigue 8a", "1.0", SEVEN_DAYS, fatigue_8a, PACKAGE,
				UNCONFIRMED),
	 .note = COMPLETE_ONLY},
	{SHORT_FORM("PROMIS-PF-4A-V1", "PROMIS Physical Function 4a, version 1", "1.x (retired)",
				NO_PERIOD, physical_function_4a_v1,
				"HealthMeasures raw-sum to T table, as in a public scoring package; equal to the "
				"summed-score EAP of published item parameters",
				SOURCED),
	 .note = "not for version 2.0, which has another table; " COMPLETE_ONLY},
	{SHORT_FORM("PROMIS-PF-4A-V2", "PROMIS Physical Function 4a, version 2", "2.0", NO_PERIOD,
				physical_function_4a_v2, PACKAGE, UNCONFIRMED),
	 .note = "not for version 1.x, which has another table; " COMPLETE_ONLY},
	{SHORT_FORM("PROMIS-PF-6B-V1.2", "PROMIS Physical Function 6b, version 1.2", "1.2 (retired)",
				NO_PERIOD, physical_function_6b, RECOMPUTED, UNCONFIRMED),
	 .note = "not for version 2.0; " COMPLETE_ONLY},
	{SHORT_FORM("PROMIS-PF-8B-V1.2", "PROMIS Physical Function 8b, version 1.2", "1.2 (retired)",
				NO_PERIOD, physical_function_8b, RECOMPUTED, UNCONFIRMED),
	 .note = "not for version 2.0; " COMPLETE_ONLY},
	{SHORT_FORM("PROMIS-ANXIETY-4A", "PROMIS Anxiety 4a", IN_PROFILE, SEVEN_DAYS, anxiety_4a, PACKAGES,
				SOURCED),
	 .note = COMPLETE_ONLY},
	{SHORT_FORM("PROMIS-DEPRESSION-4A", "PROMIS Depression 4a", IN_PROFILE, SEVEN_DAYS, depression_4a,
				PACKAGES, SOURCED),
	 .note = COMPLETE_ONLY},
	{SHORT_FORM("PROMIS-SLEEP-4A", "PROMIS Sleep Disturbance 4a", IN_PROFILE, SEVEN_DAYS, sleep_4a,
				PACKAGES "; place of the reversed items: unconfirmed", UNCONFIRMED),
	 .note = "items in the order of the PROMIS-29: items 1 and 2 ask for good sleep and are "
			 "reversed here; " COMPLETE_ONLY},
	{SHORT_FORM("PROMIS-SOCIAL-4A", "PROMIS Ability to Participate in Social Roles 4a", IN_PROFILE,
				SEVEN_DAYS, social_4a, PACKAGES, SOURCED),
	 .note = COMPLETE_ONLY},
	{SHORT_FORM("PROMIS-PAININT-4A", "PROMIS Pain Interference 4a", IN_PROFILE, SEVEN_DAYS,
				pain_interference_4a,
				PACKAGES "; the score of the highest sum is 75.6 in one and 75.8 in the other",
				UNCONFIRMED),
	 .note = COMPLETE_ONLY},
	{SHORT_FORM("PROMIS-29", "PROMIS-29 Profile", "2.0",
				"past 7 days; physical function no period", promis_29,
				PACKAGES "; summary scores PHS and MHS left out: their weights were not read",
				SOURCED),
	 .note = "SLEEP1 and SLEEP2 as answered, not yet reversed; PAIN is 0 to 10; " COMPLETE_ONLY},
};

const int	promis_count = ENTRIES(promis_instruments);
