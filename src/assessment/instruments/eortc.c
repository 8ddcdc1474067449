/*
 * EORTC questionnaires.
 *
 * Rules common to the family (Fayers et al., EORTC QLQ-C30 Scoring Manual, 3rd
 * edition, 2001): the raw score RS is the mean of the answered items; a scale
 * has a score when at least half of its items are answered; every score runs
 * from 0 to 100.
 *
 *   functional scale   S = (1 - (RS - lowest) / width) x 100   high = good
 *   symptom scale      S = ((RS - lowest) / width) x 100       high = bad
 *   global health      S = ((RS - lowest) / width) x 100       high = good
 */
#include "assessment/instruments/families.h"

/* The three formulas, for items that take low..high. */
#define FUNCTIONAL(low, high) MEAN_MAPPED, {low, high}, {100, 0}, HIGHER_BETTER
#define SYMPTOM(low, high)    MEAN_MAPPED, {low, high}, {0, 100}, HIGHER_WORSE
#define GLOBAL(low, high)     MEAN_MAPPED, {low, high}, {0, 100}, HIGHER_BETTER

/* QLQ-C30 version 3.0: 30 items, 9 multi-item scales, 6 single items. */

static const answer_range qlq_c30_ranges[] = {
	{1, 28, 1, 4},
	{29, 30, 1, 7},
};

/* clang-format off */
static const scale_definition qlq_c30_scales[] = {
	/* code  also    name                        items                 reversed       needed       formula */
	{"QL", "QL2",    "Global health status/QoL", ITEMS(29, 30),        NONE_REVERSED, AT_LEAST(1), GLOBAL(1, 7)},
	{"PF", "PF2",    "Physical functioning",     ITEMS(1, 2, 3, 4, 5), NONE_REVERSED, AT_LEAST(3), FUNCTIONAL(1, 4)},
	{"RF", "RF2",    "Role functioning",         ITEMS(6, 7),          NONE_REVERSED, AT_LEAST(1), FUNCTIONAL(1, 4)},
	{"EF", NO_ALIAS, "Emotional functioning",    ITEMS(21, 22, 23, 24), NONE_REVERSED, AT_LEAST(2), FUNCTIONAL(1, 4)},
	{"CF", NO_ALIAS, "Cognitive functioning",    ITEMS(20, 25),        NONE_REVERSED, AT_LEAST(1), FUNCTIONAL(1, 4)},
	{"SF", NO_ALIAS, "Social functioning",       ITEMS(26, 27),        NONE_REVERSED, AT_LEAST(1), FUNCTIONAL(1, 4)},
	{"FA", NO_ALIAS, "Fatigue",                  ITEMS(10, 12, 18),    NONE_REVERSED, AT_LEAST(2), SYMPTOM(1, 4)},
	{"NV", NO_ALIAS, "Nausea and vomiting",      ITEMS(14, 15),        NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4)},
	{"PA", NO_ALIAS, "Pain",                     ITEMS(9, 19),         NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4)},
	{"DY", NO_ALIAS, "Dyspnoea",                 ITEMS(8),             NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4)},
	{"SL", NO_ALIAS, "Insomnia",                 ITEMS(11),            NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4)},
	{"AP", NO_ALIAS, "Appetite loss",            ITEMS(13),            NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4)},
	{"CO", NO_ALIAS, "Constipation",             ITEMS(16),            NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4)},
	{"DI", NO_ALIAS, "Diarrhoea",                ITEMS(17),            NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4)},
	{"FI", NO_ALIAS, "Financial difficulties",   ITEMS(28),            NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4)},
};
/* clang-format on */

/*
 * Giesinger et al. 2016: the mean of the 13 scales other than QL and FI, each
 * turned so that 100 is good. All 13 must be there.
 */
static const total_member qlq_c30_summary[] = {
	{"PF", false}, {"RF", false}, {"EF", false}, {"CF", false}, {"SF", false},
	{"FA", true},  {"NV", true},  {"PA", true},	 {"DY", true},	{"SL", true},
	{"AP", true},  {"CO", true},  {"DI", true},
};

static const total_definition qlq_c30_totals[] = {
	{"SUMSC", "C30SUMMARY", "QLQ-C30 summary score", COUNTED(qlq_c30_summary),
	 MEAN_OF_SCALES, HIGHER_BETTER,
	 "Giesinger 2016; all 13 scales needed, as in PROscorer R/qlq_c30.R"},
};

const instrument_definition eortc_instruments[] = {
	{
		.code = "QLQ-C30",
		.name = "EORTC Core Quality of Life Questionnaire",
		.version = "3.0",
		.recall = "past week",
		.licence = "EORTC: user agreement required; no item wording is shipped",
		.source = "Fayers 2001 (EORTC QLQ-C30 Scoring Manual, 3rd ed.); "
				  "PROscorer R/qlq_c30.R; QoLR R/scoring.QLQC30.R",
		.mark = SOURCED,
		.n_items = 30,
		.ranges = COUNTED(qlq_c30_ranges),
		.scales = COUNTED(qlq_c30_scales),
		.totals = COUNTED(qlq_c30_totals),
	},
};

const int	eortc_count = ENTRIES(eortc_instruments);
