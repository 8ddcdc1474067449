/*
 * Questionnaires of mood, sleep, fatigue and symptoms: sums and means.
 *
 * Where no rule for missing items was found, all items of a scale are needed.
 */
#include "assessment/instruments/families.h"

/* Mean of the answered items, in the units of the items. */
#define MEAN(low, high) MEAN_MAPPED, {low, high}, {low, high}, HIGHER_WORSE
#define SUM PRORATED_SUM(HIGHER_WORSE)

/* clang-format off */

/* GAD-7 */

static const item_group gad_7_items[] = {{"1-7", 0, 3}};
static const scale_definition gad_7_scales[] = {
	{"TOTAL", NO_ALIAS, "Anxiety, total", "1-7", NONE_REVERSED, AT_LEAST(7), SUM},
};

/* PHQ-9 */

static const item_group phq_9_items[] = {{"1-9", 0, 3}};

/* An item is a symptom from this answer on. The first two are the core symptoms. */
static const int phq_9_symptom[] = {2, 2, 2, 2, 2, 2, 2, 2, 1};
enum {PHQ_9_CORE = 2};

/* The results: no, another or a major depressive syndrome. */
enum {PHQ_9_NONE, PHQ_9_OTHER, PHQ_9_MAJOR};

/* With a core symptom, at least so many symptoms: the first line that is reached. */
static const struct
{
	int			symptoms;
	int			diagnosis;
} phq_9_diagnoses[] = {
	{5, PHQ_9_MAJOR},
	{2, PHQ_9_OTHER},
};

static bool
phq_9_diagnosis(const int32_t *values, int64_t *result)
{
	int			symptoms = 0;
	bool		core = false;

	for (int item = 0; item < ENTRIES(phq_9_symptom); item++)
		if (values[item] >= phq_9_symptom[item])
		{
			symptoms++;
			core = core || item < PHQ_9_CORE;
		}
	*result = PHQ_9_NONE;
	for (int i = 0; core && i < ENTRIES(phq_9_diagnoses); i++)
		if (symptoms >= phq_9_diagnoses[i].symptoms)
		{
			*result = phq_9_diagnoses[i].diagnosis;
			break;
		}
	return true;
}

static const scale_definition phq_9_scales[] = {
	{"TOTAL", NO_ALIAS, "Depression, total",      "1-9", NONE_REVERSED, AT_LEAST(9), SUM},
	{"DX",    NO_ALIAS, "Depression, algorithm",  "1-9", NONE_REVERSED, AT_LEAST(9), COMPUTED_BY(HIGHER_WORSE, phq_9_diagnosis, PHQ_9_NONE, PHQ_9_MAJOR),
	 .rule = "symptoms are items answered 2 or 3, item 9 also 1; with item 1 or 2 among them, five or more are 2 (major), two to four are 1 (other); else 0"},
};

/* PHQ-4: the GAD-2 and the PHQ-2 */

static const item_group phq_4_items[] = {{"1-4", 0, 3}};
static const scale_definition phq_4_scales[] = {
	{"ANXIETY",    "GAD-2",  "Anxiety",         "1 2", NONE_REVERSED, AT_LEAST(2), SUM},
	{"DEPRESSION", "PHQ-2",  "Depression",      "3 4", NONE_REVERSED, AT_LEAST(2), SUM},
	{"TOTAL",      NO_ALIAS, "Distress, total", "1-4", NONE_REVERSED, AT_LEAST(4), SUM},
};

/* HADS: odd items anxiety, even items depression; half rule with the subscale mean (Bell 2016) */

static const item_group hads_items[] = {{"1-14", 0, 3}};
static const scale_definition hads_scales[] = {
	{"A", NO_ALIAS, "Anxiety",    "1 3 5 7 9 11 13",  NONE_REVERSED, AT_LEAST(4), SUM},
	{"D", NO_ALIAS, "Depression", "2 4 6 8 10 12 14", NONE_REVERSED, AT_LEAST(4), SUM},
};

/* ISI */

static const item_group isi_items[] = {{"1-7", 0, 4}};
static const scale_definition isi_scales[] = {
	{"TOTAL", NO_ALIAS, "Insomnia, total", "1-7", NONE_REVERSED, AT_LEAST(7), SUM},
};

/* MFI-20: 1 is "yes, that is true"; a high score is more fatigue */

static const item_group mfi_20_items[] = {{"1-20", 1, 5}};
static const scale_definition mfi_20_scales[] = {
	{"GF", NO_ALIAS, "General fatigue",    "1 5 12 16", "5 16",  AT_LEAST(4), SUM},
	{"PF", NO_ALIAS, "Physical fatigue",   "2 8 14 20", "2 14",  AT_LEAST(4), SUM},
	{"RA", NO_ALIAS, "Reduced activity",   "3 6 10 17", "10 17", AT_LEAST(4), SUM},
	{"RM", NO_ALIAS, "Reduced motivation", "4 9 15 18", "9 18",  AT_LEAST(4), SUM},
	{"MF", NO_ALIAS, "Mental fatigue",     "7 11 13 19", "13 19", AT_LEAST(4), SUM},
};

static const total_member mfi_20_members[] = {{"GF"}, {"PF"}, {"RA"}, {"RM"}, {"MF"}};
static const total_definition mfi_20_totals[] = {
	{"TOTAL", NO_ALIAS, "Fatigue, sum of all scales", COUNTED(mfi_20_members), SUM_OF_SCALES, HIGHER_WORSE,
	 .source = "in use; the authors advise against it: unconfirmed", .mark = UNCONFIRMED},
};

/* STAI: up to two missing items take the mean of the others, and the sum is rounded up */

static const item_group stai_y1_items[] = {{"1-20", 1, 4}};
static const scale_definition stai_y1_scales[] = {
	{"TOTAL", NO_ALIAS, "State anxiety", "1-20",  "1 2 5 8 10 11 15 16 19 20",  AT_LEAST(18), SUM, .rounding = ROUNDED_UP},
};
static const item_group stai_y2_items[] = {{"21-40", 1, 4}};
static const scale_definition stai_y2_scales[] = {
	{"TOTAL", NO_ALIAS, "Trait anxiety", "21-40", "21 23 26 27 30 33 34 36 39", AT_LEAST(18), SUM, .rounding = ROUNDED_UP},
};

/* BFI: at least five of nine items */

static const item_group bfi_items[] = {{"1-9", 0, 10}};
static const scale_definition bfi_scales[] = {
	{"TOTAL", NO_ALIAS, "Fatigue, mean", "1-9", NONE_REVERSED, AT_LEAST(5), MEAN(0, 10)},
};

/* MDASI core: at least half of the items */

static const item_group mdasi_items[] = {{"1-19", 0, 10}};
static const scale_definition mdasi_scales[] = {
	{"SEVERITY",     NO_ALIAS, "Symptom severity, mean", "1-13",  NONE_REVERSED, AT_LEAST(7), MEAN(0, 10)},
	{"INTERFERENCE", NO_ALIAS, "Interference, mean",     "14-19", NONE_REVERSED, AT_LEAST(3), MEAN(0, 10)},
};

/* ESAS-r: the printings differ in the order of the symptoms, so items have names */

static const item_group esas_r_items[] = {
	{"pain tiredness drowsiness nausea appetite dyspnoea depression anxiety wellbeing", 0, 10},
};
static const scale_definition esas_r_scales[] = {
	{"PHYS",  NO_ALIAS, "Physical symptoms",      "pain tiredness drowsiness nausea appetite dyspnoea", NONE_REVERSED, AT_LEAST(6), SUM},
	{"EMO",   NO_ALIAS, "Emotional symptoms",     "depression anxiety", NONE_REVERSED, AT_LEAST(2), SUM},
	{"TOTAL", NO_ALIAS, "Total symptom distress", "pain tiredness drowsiness nausea appetite dyspnoea depression anxiety wellbeing", NONE_REVERSED, AT_LEAST(9), SUM},
};
/* clang-format on */

#define QUESTIONNAIRE(form) .groups = COUNTED(form##_items), .scales = COUNTED(form##_scales)

const instrument_definition symptom_instruments[] = {
	{
		.code = "GAD-7",
		.name = "Generalized Anxiety Disorder 7-item scale",
		.recall = "past 2 weeks",
		.licence = "no permission required; no item wording is shipped",
		.source = "awell-score src/scores/GAD_7",
		.mark = SOURCED,
		QUESTIONNAIRE(gad_7),
	},
	{
		.code = "PHQ-9",
		.name = "Patient Health Questionnaire, 9 items",
		.recall = "past 2 weeks",
		.licence = "no permission required; no item wording is shipped",
		.note = "DX is the algorithm for a depressive syndrome, not a diagnosis: 0 none, 1 other, 2 major",
		.source = "HL7 SDC PHQ-9 example; awell-score src/scores/phq_9; all items needed: our choice",
		.mark = SOURCED,
		QUESTIONNAIRE(phq_9),
	},
	{
		.code = "PHQ-4",
		.name = "Patient Health Questionnaire for anxiety and depression, 4 items",
		.recall = "past 2 weeks",
		.licence = "no permission required; no item wording is shipped",
		.source = "awell-score src/scores/phq_4",
		.mark = SOURCED,
		QUESTIONNAIRE(phq_4),
	},
	{
		.code = "HADS",
		.name = "Hospital Anxiety and Depression Scale",
		.recall = "past week",
		.licence = "GL Assessment: paid licence; no item wording is shipped",
		.note = "answers must be coded so that 3 is the worst; where they stand in print order, "
				"items 1, 3, 5, 6, 8, 10, 11 and 13 are 3 - answer",
		.source = "Bell 2016 (PMC5075158); awell-score src/scores/hads",
		.mark = SOURCED,
		QUESTIONNAIRE(hads),
	},
	{
		.code = "ISI",
		.name = "Insomnia Severity Index",
		.recall = "past 2 weeks",
		.licence = "author and Mapi Research Trust; no item wording is shipped",
		.note = "answers run from 0; some files have them from 1",
		.source = "awell-score src/scores/isi",
		.mark = SOURCED,
		QUESTIONNAIRE(isi),
	},
	{
		.code = "MFI-20",
		.name = "Multidimensional Fatigue Inventory",
		.recall = "lately",
		.licence = "free for academic use, fees for commercial use; no item wording is shipped",
		.source = "camcops tasks/mfi20.py; all items of a scale needed: unconfirmed",
		.mark = UNCONFIRMED,
		QUESTIONNAIRE(mfi_20),
		.totals = COUNTED(mfi_20_totals),
	},
	{
		.code = "STAI-Y1",
		.name = "State-Trait Anxiety Inventory, form Y-1 (state)",
		.version = "Y",
		.recall = "right now",
		.licence = "Mind Garden: paid licence; no item wording is shipped",
		.note = "items as answered, not yet reversed; some programs round to the nearest number "
				"where items are missing",
		.source = "lbscorer R/stai.R; rounding up: unconfirmed",
		.mark = UNCONFIRMED,
		QUESTIONNAIRE(stai_y1),
	},
	{
		.code = "STAI-Y2",
		.name = "State-Trait Anxiety Inventory, form Y-2 (trait)",
		.version = "Y",
		.recall = "generally",
		.licence = "Mind Garden: paid licence; no item wording is shipped",
		.note = "items as answered, not yet reversed; some programs round to the nearest number "
				"where items are missing",
		.source = "lbscorer R/stai.R, remarks; rounding up: unconfirmed",
		.mark = UNCONFIRMED,
		QUESTIONNAIRE(stai_y2),
	},
	{
		.code = "BFI",
		.name = "Brief Fatigue Inventory",
		.recall = "past 24 hours",
		.licence = "MD Anderson; no item wording is shipped",
		.source = "Mendoza 1999; five of nine items needed: unconfirmed",
		.mark = UNCONFIRMED,
		QUESTIONNAIRE(bfi),
	},
	{
		.code = "MDASI",
		.name = "MD Anderson Symptom Inventory, core",
		.recall = "past 24 hours",
		.licence = "MD Anderson, fees may apply; no item wording is shipped",
		.source = "Cleeland 2000; MDASI user guide; half of the items needed: unconfirmed",
		.mark = UNCONFIRMED,
		QUESTIONNAIRE(mdasi),
	},
	{
		.code = "ESAS-R",
		.name = "Edmonton Symptom Assessment System, revised",
		.recall = "now",
		.licence = "free; no item wording is shipped",
		.note = "printings differ in the order of the symptoms: the array has the order of items()",
		.source = "Hui 2016 (PMID 26482223); all items of a sum needed: unconfirmed",
		.mark = UNCONFIRMED,
		QUESTIONNAIRE(esas_r),
	},
};

const int	symptom_count = ENTRIES(symptom_instruments);
