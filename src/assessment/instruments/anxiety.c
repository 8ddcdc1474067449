/* Questionnaires of anxiety. */
#include "assessment/instruments/families.h"

/* GAD-7: seven items, summed; no rule for missing items, so all are needed. */

static const answer_range gad_7_ranges[] = {
	{1, 7, 0, 3},
};

/* clang-format off */
static const scale_definition gad_7_scales[] = {
	/* code     also      name            items                       reversed       needed       formula */
	{"TOTAL", NO_ALIAS, "Anxiety, total", ITEMS(1, 2, 3, 4, 5, 6, 7), NONE_REVERSED, AT_LEAST(7), PRORATED_SUM(HIGHER_WORSE)},
};
/* clang-format on */

const instrument_definition anxiety_instruments[] = {
	{
		.code = "GAD-7",
		.name = "Generalized Anxiety Disorder 7-item scale",
		.version = NULL,
		.recall = "past 2 weeks",
		.licence = "no permission required; no item wording is shipped",
		.source = "awell-score src/scores/GAD_7",
		.mark = SOURCED,
		.n_items = 7,
		.ranges = COUNTED(gad_7_ranges),
		.scales = COUNTED(gad_7_scales),
	},
};

const int	anxiety_count = ENTRIES(anxiety_instruments);
