/*
 * Health status: SF-36 version 1, RAND-36 and EQ-5D-5L.
 *
 * SF-36 and RAND-36 are the same 36 questions and not the same scores: Ware's
 * rules weigh the answers to item 1 and to the pain items 21 and 22, and need half
 * of the items; RAND's give each answer a value from 0 to 100 and take the mean of
 * what there is. Version 2 of the SF-36 has other answers and is neither.
 */
#include "assessment/instruments/families.h"

#define SF_36_ITEMS \
	{"1-2", 1, 5}, {"3-12", 1, 3}, {"13-19", 1, 2}, {"20", 1, 5}, {"21", 1, 6}, {"22", 1, 5}, \
		{"23-31", 1, 6}, {"32-36", 1, 5}

/* clang-format off */

/* SF-36 version 1. Mean of the answered items, mapped to 0 (worst) to 100. */

#define MAPPED(low, high) MEAN_MAPPED, {low, high}, {0, 100}, HIGHER_BETTER

/* Items of general health, in tenths: item 1 is not evenly spaced. */
static const int gh_item_1[]    = {50, 44, 34, 20, 10};
static const int gh_high_good[] = {10, 20, 30, 40, 50};
static const int gh_high_bad[]  = {50, 40, 30, 20, 10};
static const item_coding gh_codings[] = {
	{"1",     COUNTED(gh_item_1)},
	{"33 35", COUNTED(gh_high_good)},
	{"34 36", COUNTED(gh_high_bad)},
};

/* Items of bodily pain, in hundredths. What item 22 counts depends on item 21. */
static const int bp_item_21[] = {600, 540, 420, 310, 220, 100};
static const int bp_item_22[] = {
	/* item 22:           1    2    3    4    5 */
	/* 21 missing */    600, 475, 350, 225, 100,
	/* 21 = 1 */        600, 400, 300, 200, 100,
	/* 21 = 2 */        500, 400, 300, 200, 100,
	/* 21 = 3 */        500, 400, 300, 200, 100,
	/* 21 = 4 */        500, 400, 300, 200, 100,
	/* 21 = 5 */        500, 400, 300, 200, 100,
	/* 21 = 6 */        500, 400, 300, 200, 100,
};
static const item_coding bp_codings[] = {
	{"21", COUNTED(bp_item_21)},
	{"22", COUNTED(bp_item_22), .by = "21"},
};

static const item_group sf_36_items[] = {SF_36_ITEMS};
static const scale_definition sf_36_scales[] = {
	/* code also      name                    items            reversed       needed       formula */
	{"PF", NO_ALIAS, "Physical functioning", "3-12",           NONE_REVERSED, AT_LEAST(5), MAPPED(1, 3)},
	{"RP", NO_ALIAS, "Role, physical",       "13-16",          NONE_REVERSED, AT_LEAST(2), MAPPED(1, 2)},
	{"BP", NO_ALIAS, "Bodily pain",          "21 22",          NONE_REVERSED, AT_LEAST(1), MAPPED(100, 600), .codings = COUNTED(bp_codings)},
	{"GH", NO_ALIAS, "General health",       "1 33-36",        NONE_REVERSED, AT_LEAST(3), MAPPED(10, 50), .codings = COUNTED(gh_codings)},
	{"VT", NO_ALIAS, "Vitality",             "23 27 29 31",    "23 27",       AT_LEAST(2), MAPPED(1, 6)},
	{"SF", NO_ALIAS, "Social functioning",   "20 32",          "20",          AT_LEAST(1), MAPPED(1, 5)},
	{"RE", NO_ALIAS, "Role, emotional",      "17-19",          NONE_REVERSED, AT_LEAST(2), MAPPED(1, 2)},
	{"MH", NO_ALIAS, "Mental health",        "24-26 28 30",    "26 30",       AT_LEAST(3), MAPPED(1, 6)},
};

/* Mean and standard deviation in the United States, 1990. */
#define US_PF 84.52404, 22.89490
#define US_RP 81.19907, 33.79729
#define US_BP 75.49196, 23.55879
#define US_GH 72.21316, 20.16964
#define US_VT 61.05453, 20.86942
#define US_SF 83.59753, 22.37642
#define US_RE 81.29467, 33.02717
#define US_MH 74.84212, 18.01189

static const total_member sf_36_physical[] = {
	{"PF", false, US_PF,  0.42402},
	{"RP", false, US_RP,  0.35119},
	{"BP", false, US_BP,  0.31754},
	{"GH", false, US_GH,  0.24954},
	{"VT", false, US_VT,  0.02877},
	{"SF", false, US_SF, -0.00753},
	{"RE", false, US_RE, -0.19206},
	{"MH", false, US_MH, -0.22069},
};
static const total_member sf_36_mental[] = {
	{"PF", false, US_PF, -0.22999},
	{"RP", false, US_RP, -0.12329},
	{"BP", false, US_BP, -0.09731},
	{"GH", false, US_GH, -0.01571},
	{"VT", false, US_VT,  0.23534},
	{"SF", false, US_SF,  0.26876},
	{"RE", false, US_RE,  0.43407},
	{"MH", false, US_MH,  0.48581},
};
static const total_definition sf_36_totals[] = {
	{"PCS", NO_ALIAS, "Physical component summary", COUNTED(sf_36_physical), STANDARDISED_SUM, HIGHER_BETTER},
	{"MCS", NO_ALIAS, "Mental component summary",   COUNTED(sf_36_mental),   STANDARDISED_SUM, HIGHER_BETTER},
};

/* RAND-36. Every answer has a value from 0 to 100; the score is their mean. */

#define PERCENT MEAN_MAPPED, {0, 100}, {0, 100}, HIGHER_BETTER

static const int five_falling[] = {100, 75, 50, 25, 0};
static const int five_rising[]  = {0, 25, 50, 75, 100};
static const int six_falling[]  = {100, 80, 60, 40, 20, 0};
static const int six_rising[]   = {0, 20, 40, 60, 80, 100};
static const int three_rising[] = {0, 50, 100};
static const int two_rising[]   = {0, 100};

static const item_coding rand_pf[]   = {{"3-12",  COUNTED(three_rising)}};
static const item_coding rand_rp[]   = {{"13-16", COUNTED(two_rising)}};
static const item_coding rand_re[]   = {{"17-19", COUNTED(two_rising)}};
static const item_coding rand_ef[]   = {{"23 27", COUNTED(six_falling)}, {"29 31", COUNTED(six_rising)}};
static const item_coding rand_ew[]   = {{"26 30", COUNTED(six_falling)}, {"24 25 28", COUNTED(six_rising)}};
static const item_coding rand_sf[]   = {{"20", COUNTED(five_falling)}, {"32", COUNTED(five_rising)}};
static const item_coding rand_pain[] = {{"21", COUNTED(six_falling)}, {"22", COUNTED(five_falling)}};
static const item_coding rand_gh[]   = {{"1 34 36", COUNTED(five_falling)}, {"33 35", COUNTED(five_rising)}};

static const item_group rand_36_items[] = {SF_36_ITEMS};
static const scale_definition rand_36_scales[] = {
	/* code   also      name                     items          reversed       needed       formula */
	{"PF",   NO_ALIAS, "Physical functioning",  "3-12",        NONE_REVERSED, AT_LEAST(1), PERCENT, .codings = COUNTED(rand_pf)},
	{"RP",   NO_ALIAS, "Role, physical",        "13-16",       NONE_REVERSED, AT_LEAST(1), PERCENT, .codings = COUNTED(rand_rp)},
	{"RE",   NO_ALIAS, "Role, emotional",       "17-19",       NONE_REVERSED, AT_LEAST(1), PERCENT, .codings = COUNTED(rand_re)},
	{"EF",   NO_ALIAS, "Energy and fatigue",    "23 27 29 31", NONE_REVERSED, AT_LEAST(1), PERCENT, .codings = COUNTED(rand_ef)},
	{"EW",   NO_ALIAS, "Emotional well-being",  "24-26 28 30", NONE_REVERSED, AT_LEAST(1), PERCENT, .codings = COUNTED(rand_ew)},
	{"SF",   NO_ALIAS, "Social functioning",    "20 32",       NONE_REVERSED, AT_LEAST(1), PERCENT, .codings = COUNTED(rand_sf)},
	{"PAIN", NO_ALIAS, "Freedom from pain",     "21 22",       NONE_REVERSED, AT_LEAST(1), PERCENT, .codings = COUNTED(rand_pain)},
	{"GH",   NO_ALIAS, "General health",        "1 33-36",     NONE_REVERSED, AT_LEAST(1), PERCENT, .codings = COUNTED(rand_gh)},
};

/* EQ-5D-5L: mobility, self-care, usual activities, pain, anxiety; and the visual scale */

static const item_group eq_5d_5l_items[] = {
	{"MO SC UA PD AD", 1, 5},
	{"VAS", 0, 100},
};
static const scale_definition eq_5d_5l_scales[] = {
	{"LSS", NO_ALIAS, "Level sum score", "MO SC UA PD AD", NONE_REVERSED, AT_LEAST(5), PRORATED_SUM(HIGHER_WORSE)},
	{"VAS", NO_ALIAS, "EQ VAS",          "VAS",            NONE_REVERSED, AT_LEAST(1), PRORATED_SUM(HIGHER_BETTER)},
};
/* clang-format on */

const instrument_definition health_status_instruments[] = {
	{
		.code = "SF-36v1",
		.name = "SF-36 Health Survey, version 1, Ware's scoring",
		.version = "1",
		.recall = "past 4 weeks",
		.licence = "QualityMetric: commercial; no item wording is shipped",
		.note = "not for version 2, which has other answers and norms; pain and general health are "
				"not those of the RAND-36; item 2 is in no score; PCS and MCS by the norms of the "
				"United States",
		.source = "lbscorer R/sf36.R, after the SAS program of the Italian SF-36",
		.mark = SOURCED,
		.groups = COUNTED(sf_36_items),
		.scales = COUNTED(sf_36_scales),
		.totals = COUNTED(sf_36_totals),
	},
	{
		.code = "RAND-36",
		.name = "RAND 36-Item Health Survey 1.0",
		.version = "1.0",
		.recall = "past 4 weeks",
		.licence = "free (RAND); no item wording is shipped",
		.note = "one answered item gives a score; item 2 is in no score; pain and general health "
				"are not those of the SF-36",
		.source = "camcops tasks/rand36.py; awell-score src/scores/sf36; rand36sf",
		.mark = SOURCED,
		.groups = COUNTED(rand_36_items),
		.scales = COUNTED(rand_36_scales),
	},
	{
		.code = "EQ-5D-5L",
		.name = "EQ-5D-5L descriptive system and EQ VAS",
		.recall = "today",
		.licence = "EuroQol: registration required; no item wording is shipped",
		.note = "utilities need the value set of a country and are not computed; a level sum is "
				"not a utility",
		.source = "fragla/eq5d R package, tests of the level sum score; all dimensions needed: our "
				  "choice",
		.mark = SOURCED,
		.groups = COUNTED(eq_5d_5l_items),
		.scales = COUNTED(eq_5d_5l_scales),
	},
};

const int	health_status_count = ENTRIES(health_status_instruments);
