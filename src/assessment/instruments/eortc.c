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

static const item_group qlq_c30_items[] = {
	{"1-28", 1, 4},
	{"29-30", 1, 7},
};

/* clang-format off */
static const scale_definition qlq_c30_scales[] = {
	/* code  also    name                        items          reversed       needed       formula */
	{"QL", "QL2",    "Global health status/QoL", "29 30",       NONE_REVERSED, AT_LEAST(1), GLOBAL(1, 7)},
	{"PF", "PF2",    "Physical functioning",     "1 2 3 4 5",   NONE_REVERSED, AT_LEAST(3), FUNCTIONAL(1, 4)},
	{"RF", "RF2",    "Role functioning",         "6 7",         NONE_REVERSED, AT_LEAST(1), FUNCTIONAL(1, 4)},
	{"EF", NO_ALIAS, "Emotional functioning",    "21 22 23 24", NONE_REVERSED, AT_LEAST(2), FUNCTIONAL(1, 4)},
	{"CF", NO_ALIAS, "Cognitive functioning",    "20 25",       NONE_REVERSED, AT_LEAST(1), FUNCTIONAL(1, 4)},
	{"SF", NO_ALIAS, "Social functioning",       "26 27",       NONE_REVERSED, AT_LEAST(1), FUNCTIONAL(1, 4)},
	{"FA", NO_ALIAS, "Fatigue",                  "10 12 18",    NONE_REVERSED, AT_LEAST(2), SYMPTOM(1, 4)},
	{"NV", NO_ALIAS, "Nausea and vomiting",      "14 15",       NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4)},
	{"PA", NO_ALIAS, "Pain",                     "9 19",        NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4)},
	{"DY", NO_ALIAS, "Dyspnoea",                 "8",           NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4)},
	{"SL", NO_ALIAS, "Insomnia",                 "11",          NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4)},
	{"AP", NO_ALIAS, "Appetite loss",            "13",          NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4)},
	{"CO", NO_ALIAS, "Constipation",             "16",          NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4)},
	{"DI", NO_ALIAS, "Diarrhoea",                "17",          NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4)},
	{"FI", NO_ALIAS, "Financial difficulties",   "28",          NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4)},
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
	 .source = "Giesinger 2016; all 13 scales needed, as in PROscorer R/qlq_c30.R"},
};

/*
 * QLQ-BR23: items 31 to 53. The two sexual scales are functional in meaning, but
 * a high answer is the good one, so they take the symptom formula with high =
 * good (here: GLOBAL). Enjoyment is asked of the sexually active, upset by hair
 * loss of those who lost hair.
 */

static const item_group qlq_br23_items[] = {
	{"31-53", 1, 4},
};

/* clang-format off */
static const scale_definition qlq_br23_scales[] = {
	{"BRBI",  NO_ALIAS, "Body image",                    "39-42",       NONE_REVERSED, AT_LEAST(2), FUNCTIONAL(1, 4)},
	{"BRSEF", NO_ALIAS, "Sexual functioning",            "44 45",       NONE_REVERSED, AT_LEAST(1), GLOBAL(1, 4)},
	{"BRSEE", NO_ALIAS, "Sexual enjoyment",              "46",          NONE_REVERSED, AT_LEAST(1), GLOBAL(1, 4), NOT_ASKED_IF("45", 1)},
	{"BRFU",  NO_ALIAS, "Future perspective",            "43",          NONE_REVERSED, AT_LEAST(1), FUNCTIONAL(1, 4)},
	{"BRST",  NO_ALIAS, "Systemic therapy side effects", "31-34 36-38", NONE_REVERSED, AT_LEAST(4), SYMPTOM(1, 4)},
	{"BRBS",  NO_ALIAS, "Breast symptoms",               "50-53",       NONE_REVERSED, AT_LEAST(2), SYMPTOM(1, 4)},
	{"BRAS",  NO_ALIAS, "Arm symptoms",                  "47-49",       NONE_REVERSED, AT_LEAST(2), SYMPTOM(1, 4)},
	{"BRHL",  NO_ALIAS, "Upset by hair loss",            "35",          NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4), NOT_ASKED_IF("34", 1)},
};

/* QLQ-BR45: items 31 to 75; 44, 45, 46, 74 and 75 are reversed and then functional. */

static const item_group qlq_br45_items[] = {
	{"31-75", 1, 4},
};

static const scale_definition qlq_br45_scales[] = {
	{"BI",  NO_ALIAS, "Body image",                    "39-42",       NONE_REVERSED, AT_LEAST(2), FUNCTIONAL(1, 4)},
	{"FU",  NO_ALIAS, "Future perspective",            "43",          NONE_REVERSED, AT_LEAST(1), FUNCTIONAL(1, 4)},
	{"SX",  NO_ALIAS, "Sexual functioning",            "44 45",       ALL_REVERSED,  AT_LEAST(1), FUNCTIONAL(1, 4)},
	{"SE",  NO_ALIAS, "Sexual enjoyment",              "46",          ALL_REVERSED,  AT_LEAST(1), FUNCTIONAL(1, 4), NOT_ASKED_IF("45", 1)},
	{"BS",  NO_ALIAS, "Breast satisfaction",           "74 75",       ALL_REVERSED,  AT_LEAST(1), FUNCTIONAL(1, 4)},
	{"ARM", NO_ALIAS, "Arm symptoms",                  "47-49",       NONE_REVERSED, AT_LEAST(2), SYMPTOM(1, 4)},
	{"BR",  NO_ALIAS, "Breast symptoms",               "50-53",       NONE_REVERSED, AT_LEAST(2), SYMPTOM(1, 4)},
	{"SYS", NO_ALIAS, "Systemic therapy side effects", "31-34 36-38", NONE_REVERSED, AT_LEAST(4), SYMPTOM(1, 4)},
	{"HU",  NO_ALIAS, "Upset by hair loss",            "35",          NONE_REVERSED, AT_LEAST(1), SYMPTOM(1, 4), NOT_ASKED_IF("34", 1)},
	{"ET",  NO_ALIAS, "Endocrine therapy symptoms",    "54-56 63-69", NONE_REVERSED, AT_LEAST(5), SYMPTOM(1, 4)},
	{"SM",  NO_ALIAS, "Skin mucosis symptoms",         "57-62",       NONE_REVERSED, AT_LEAST(3), SYMPTOM(1, 4)},
	{"ES",  NO_ALIAS, "Endocrine sexual symptoms",     "70-73",       NONE_REVERSED, AT_LEAST(2), SYMPTOM(1, 4)},
};

/*
 * QLQ-FA12: items 31 to 42 when printed after the QLQ-C30. Three dimensions are
 * sourced (Weis 2017), the item numbers are not. SUM10 is the sum over items 31
 * to 40 of (answer - 1), as in PMC6002999.
 */

static const item_group qlq_fa12_items[] = {
	{"31-42", 1, 4},
};

static const scale_definition qlq_fa12_scales[] = {
	{"PHYS",  NO_ALIAS, "Physical fatigue",             "31-35", NONE_REVERSED, AT_LEAST(3),  SYMPTOM(1, 4)},
	{"EMO",   NO_ALIAS, "Emotional fatigue",            "36-38", NONE_REVERSED, AT_LEAST(2),  SYMPTOM(1, 4)},
	{"COG",   NO_ALIAS, "Cognitive fatigue",            "39 40", NONE_REVERSED, AT_LEAST(1),  SYMPTOM(1, 4)},
	{"INT",   NO_ALIAS, "Interference with daily life", "41",    NONE_REVERSED, AT_LEAST(1),  SYMPTOM(1, 4)},
	{"SOC",   NO_ALIAS, "Social sequelae",              "42",    NONE_REVERSED, AT_LEAST(1),  SYMPTOM(1, 4)},
	{"SUM10", NO_ALIAS, "Sum of the first ten items",   "31-40", NONE_REVERSED, AT_LEAST(10), MEAN_MAPPED, {1, 4}, {0, 30}, HIGHER_WORSE},
};
/* clang-format on */

#define EORTC_LICENCE "EORTC: user agreement required; no item wording is shipped"

const instrument_definition eortc_instruments[] = {
	{
		.code = "QLQ-C30",
		.name = "EORTC Core Quality of Life Questionnaire",
		.version = "3.0",
		.recall = "past week",
		.licence = EORTC_LICENCE,
		.source = "Fayers 2001 (EORTC QLQ-C30 Scoring Manual, 3rd ed.); "
				  "PROscorer R/qlq_c30.R; QoLR R/scoring.QLQC30.R",
		.mark = SOURCED,
		.groups = COUNTED(qlq_c30_items),
		.scales = COUNTED(qlq_c30_scales),
		.totals = COUNTED(qlq_c30_totals),
	},
	{
		.code = "QLQ-BR23",
		.name = "EORTC breast cancer module, 23 items",
		.version = "1.0",
		.recall = "past week; items 44 to 46 past 4 weeks",
		.licence = EORTC_LICENCE,
		.source = "QoLR R/scoring.QLQBR23.R; conditional items: HL7 fhir-ichom-breast-cancer-ig, "
				  "awell-score eortc_qlq_br23",
		.mark = SOURCED,
		.groups = COUNTED(qlq_br23_items),
		.scales = COUNTED(qlq_br23_scales),
	},
	{
		.code = "QLQ-BR45",
		.name = "EORTC breast cancer module, 45 items",
		.version = "phase IV",
		.recall = "past week; sexuality past 4 weeks",
		.licence = EORTC_LICENCE,
		.source = "awell-score eortc_qlq_br45; MII kerndatensatzmodul-proms; ICHOM FHIR IG",
		.mark = SOURCED,
		.groups = COUNTED(qlq_br45_items),
		.scales = COUNTED(qlq_br45_scales),
	},
	{
		.code = "QLQ-FA12",
		.name = "EORTC cancer-related fatigue module, 12 items",
		.version = "1.0",
		.recall = "past week",
		.licence = EORTC_LICENCE,
		.source = "Weis 2017 (PMID 28376231) and PMC6002999 for the structure; item numbers unconfirmed",
		.mark = UNCONFIRMED,
		.groups = COUNTED(qlq_fa12_items),
		.scales = COUNTED(qlq_fa12_scales),
	},
};

const int	eortc_count = ENTRIES(eortc_instruments);
