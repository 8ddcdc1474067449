/* bone_metastasis: see bone_metastasis.h. */
#include "prescription/bone_metastasis.h"

#include "common/person.h"
#include "common/table.h"

#include <stdio.h>

static const char *const site_names[] = BONE_SITE_LABELS;

const vocabulary bone_sites = {
	.type = "bone_site_set",
	.member = "site",
	.members = "sites",
	.example = "{pelvis,lumbar_spine}",
	.names = COUNTED(site_names),
};

/*
 * Marks are lost in the text of two of the tables, so that a cell without a
 * letter was told from an empty one by its place in the row: unconfirmed where
 * that hangs on one copy.
 */
/* clang-format off */
static const bone_row rows[] = {
	/* table                 site                resistance: upper, trunk, lower     aerobic: bearing, not bearing  flexibility */
	{TABLE_TRIALS_2018,     PELVIS,           {ALLOWED,     ALLOWED,     NO_HIP,    AVOID,   ALLOWED,  ALLOWED},     SOURCED},
	{TABLE_TRIALS_2018,     LUMBAR_SPINE,     {ALLOWED,     AVOID,       ALLOWED,   AVOID,   ALLOWED,  NO_SPINE},    SOURCED},
	{TABLE_TRIALS_2018,     THORACIC_SPINE,   {NO_SHOULDER, AVOID,       ALLOWED,   ALLOWED, ALLOWED,  NO_SPINE},    SOURCED},
	{TABLE_TRIALS_2018,     RIBS,             {NO_SHOULDER, AVOID,       ALLOWED,   ALLOWED, ALLOWED,  NO_SPINE},    SOURCED},
	{TABLE_TRIALS_2018,     PROXIMAL_FEMUR,   {ALLOWED,     ALLOWED,     NO_HIP,    AVOID,   ALLOWED,  ALLOWED},     SOURCED},
	{TABLE_TRIALS_2018,     ALL_REGIONS,      {NO_SHOULDER, AVOID,       NO_HIP,    AVOID,   ALLOWED,  NO_SPINE},    SOURCED},

	{TABLE_EFFECT,          PELVIS,           {ALLOWED,     ALLOWED,     NO_HIP,    AVOID,   ALLOWED,  ALLOWED},     SOURCED},
	{TABLE_EFFECT,          LUMBAR_SPINE,     {ALLOWED,     AVOID,       ALLOWED,   AVOID,   ALLOWED,  NO_SPINE},    SOURCED},
	{TABLE_EFFECT,          THORACIC_SPINE,   {NO_SHOULDER, AVOID,       ALLOWED,   ALLOWED, ALLOWED,  NO_SPINE},    SOURCED},
	{TABLE_EFFECT,          RIBS,             {NO_SHOULDER, AVOID,       ALLOWED,   ALLOWED, ALLOWED,  NO_SPINE},    SOURCED},
	{TABLE_EFFECT,          PROXIMAL_HUMERUS, {AVOID,       NO_SHOULDER, ALLOWED,   ALLOWED, ALLOWED,  NO_SHOULDER}, UNCONFIRMED},
	{TABLE_EFFECT,          PROXIMAL_FEMUR,   {ALLOWED,     ALLOWED,     NO_HIP,    AVOID,   ALLOWED,  ALLOWED},     SOURCED},
	{TABLE_EFFECT,          ALL_REGIONS,      {NO_SHOULDER, AVOID,       NO_HIP,    AVOID,   ALLOWED,  NO_SPINE},    SOURCED},

	{TABLE_EFFECT_LOW_LOAD, PELVIS,           {ALLOWED,     ALLOWED,     LOW_LOAD,  AVOID,   ALLOWED,  ALLOWED},     SOURCED},
	{TABLE_EFFECT_LOW_LOAD, LUMBAR_SPINE,     {ALLOWED,     LOW_LOAD,    ALLOWED,   AVOID,   ALLOWED,  NO_SPINE},    SOURCED},
	{TABLE_EFFECT_LOW_LOAD, THORACIC_SPINE,   {LOW_LOAD,    LOW_LOAD,    ALLOWED,   ALLOWED, ALLOWED,  NO_SPINE},    SOURCED},
	{TABLE_EFFECT_LOW_LOAD, RIBS,             {LOW_LOAD,    LOW_LOAD,    ALLOWED,   ALLOWED, ALLOWED,  NO_SPINE},    SOURCED},
	{TABLE_EFFECT_LOW_LOAD, PROXIMAL_HUMERUS, {LOW_LOAD,    LOW_LOAD,    ALLOWED,   ALLOWED, ALLOWED,  NO_SHOULDER}, UNCONFIRMED},
	{TABLE_EFFECT_LOW_LOAD, PROXIMAL_FEMUR,   {ALLOWED,     ALLOWED,     LOW_LOAD,  AVOID,   ALLOWED,  ALLOWED},     SOURCED},
	{TABLE_EFFECT_LOW_LOAD, ALL_REGIONS,      {LOW_LOAD,    LOW_LOAD,    LOW_LOAD,  AVOID,   ALLOWED,  NO_SPINE},    SOURCED},

	{TABLE_EXERCISE_GUIDE,  PROXIMAL_HUMERUS, {AVOID,       ALLOWED,     ALLOWED,   ALLOWED, ALLOWED,  NO_ELBOW},    UNCONFIRMED},
	{TABLE_EXERCISE_GUIDE,  CERVICAL_SPINE,   {NO_SHOULDER, AVOID,       ALLOWED,   ALLOWED, ALLOWED,  NO_SPINE},    SOURCED},
	{TABLE_EXERCISE_GUIDE,  THORACIC_SPINE,   {NO_SHOULDER, AVOID,       ALLOWED,   ALLOWED, ALLOWED,  NO_SPINE},    SOURCED},
	{TABLE_EXERCISE_GUIDE,  RIBS,             {NO_SHOULDER, AVOID,       ALLOWED,   ALLOWED, ALLOWED,  NO_SPINE},    SOURCED},
	{TABLE_EXERCISE_GUIDE,  LUMBAR_SPINE,     {ALLOWED,     AVOID,       ALLOWED,   AVOID,   ALLOWED,  NO_SPINE},    SOURCED},
	{TABLE_EXERCISE_GUIDE,  PELVIS,           {ALLOWED,     ALLOWED,     NO_HIP,    AVOID,   ALLOWED,  NO_SPINE},    SOURCED},
	{TABLE_EXERCISE_GUIDE,  PROXIMAL_FEMUR,   {ALLOWED,     ALLOWED,     AVOID,     AVOID,   ALLOWED,  NO_KNEE},     UNCONFIRMED},
};

#define MDAPP	"mdapp.co, epomedicine.com; level by us"
#define HUMERUS "PMC10132712: 8 and more is the best cut for the humerus (83.6 / 79.5 %); level by us"
#define ORACLE	"droracle.ai 660751 (secondary); level by us"

static const lesion_band bands[] = {
	/* score           from  level                 what to change */
	{MIRELS,            9,  PRECAUTION_STOP,      "fracture in more than 33 %: fixation is advised; no exercise until it is stable", MDAPP, SOURCED},
	{MIRELS,            8,  PRECAUTION_CLEARANCE, "fracture in about 15 %: a clinician decides", MDAPP, SOURCED},
	{MIRELS,            4,  PRECAUTION_MODIFY,    "fracture in 0 to 4 %: exercise within the limits of the site", MDAPP, SOURCED},
	{MIRELS_HUMERUS,    8,  PRECAUTION_STOP,      "high risk of fracture in the humerus; no exercise until it is stable", HUMERUS, SOURCED},
	{MIRELS_HUMERUS,    4,  PRECAUTION_MODIFY,    "fracture in 0 to 4 %: exercise within the limits of the site", MDAPP, SOURCED},
	{SINS,              13, PRECAUTION_STOP,      "unstable spine; no exercise until it is stable", ORACLE, UNCONFIRMED},
	{SINS,              7,  PRECAUTION_CLEARANCE, "potentially unstable spine: a clinician decides", ORACLE, UNCONFIRMED},
	{SINS,              0,  PRECAUTION_MODIFY,    "stable spine: exercise within the limits of the site", ORACLE, UNCONFIRMED},
};

static const struct { const char *name; int lowest; int highest; const char *hint; } scores[N_LESION_SCORES] = {
	[MIRELS] =         {"mirels",         4, 12, "mirels_score() adds up its four items."},
	[MIRELS_HUMERUS] = {"mirels_humerus", 4, 12, "mirels_score() adds up its four items."},
	[SINS] =           {"sins",           0, 18, "The Spinal Instability Neoplastic Score is 0 to 18."},
};
/* clang-format on */

const bone_row *
bone_rows(int *n)
{
	*n = ENTRIES(rows);
	return rows;
}

const lesion_band *
lesion_bands(int *n)
{
	*n = ENTRIES(bands);
	return bands;
}

const char *
lesion_score_name(lesion_score score)
{
	return scores[score].name;
}

const char *
bone_table_source(bone_table table)
{
	static const char *const sources[N_BONE_TABLES] = {
		[TABLE_TRIALS_2018] = "table 4 of 10.1186/s13063-018-3091-8; level by us",
		[TABLE_EFFECT] = "PREFERABLE-EFFECT, table 2 of 10.1186/s13063-022-06556-7; level by us",
		[TABLE_EFFECT_LOW_LOAD] = "PREFERABLE-EFFECT, table 2 of 10.1186/s13063-022-06556-7, start low, go slow; level by us",
		[TABLE_EXERCISE_GUIDE] = "ExerciseGuide, table 2 of 10.1186/s40814-020-00763-2; level by us",
	};

	return sources[table];
}

uint32_t
restrictions_of_cell(bone_target target, bone_cell cell)
{
	static const restriction avoided[N_BONE_TARGETS] = {
		[TARGET_UPPER] = NO_UPPER_RESISTANCE,
		[TARGET_TRUNK] = NO_TRUNK_RESISTANCE,
		[TARGET_LOWER] = NO_LOWER_RESISTANCE,
		[TARGET_WEIGHT_BEARING] = NO_WEIGHT_BEARING_AEROBIC,
		[TARGET_NOT_WEIGHT_BEARING] = NO_NON_WEIGHT_BEARING_AEROBIC,
		[TARGET_FLEXIBILITY] = NO_FLEXIBILITY,
	};

	switch (cell)
	{
		case AVOID:
			return RESTRICTED(avoided[target]);
		case NO_SHOULDER:
			return RESTRICTED(NO_SHOULDER_MOVEMENT);
		case NO_ELBOW:
			return RESTRICTED(NO_ELBOW_MOVEMENT);
		case NO_HIP:
			return RESTRICTED(NO_HIP_MOVEMENT);
		case NO_KNEE:
			return RESTRICTED(NO_KNEE_MOVEMENT);
		case NO_SPINE:
			return RESTRICTED(NO_SPINE_MOVEMENT);
		case LOW_LOAD:
			return RESTRICTED(AT_MOST_75_PERCENT_1RM);
		case ALLOWED:
			break;
	}
	return 0;
}

static advice
advise_on_site(bone_table table, bone_site site)
{
	for (int i = 0; i < ENTRIES(rows); i++)
		if (rows[i].table == table && rows[i].site == site)
		{
			advice		result = no_advice(site_names[site]);

			snprintf(result.rule, sizeof(result.rule), "%s", site_names[site]);
			result.level = PRECAUTION_MODIFY;
			result.source = bone_table_source(table);
			result.mark = (int) rows[i].mark;
			for (int t = 0; t < N_BONE_TARGETS; t++)
				result.restrictions |= restrictions_of_cell(t, rows[i].cells[t]);
			return result;
		}
	return unknown_advice(site_names[site], "the table has no row for this site");
}

/* A question about all lesions: the level if it is answered so, none if not, unknown if nobody knows. */
static advice
advise_on_question(const char *about, int answer, int asks_for, precaution_level level, const char *change,
				   const char *source)
{
	advice		result = no_advice(about);

	if (answer == UNKNOWN)
		return unknown_advice(about, "not assessed");
	if (answer != asks_for)
		return result;
	snprintf(result.rule, sizeof(result.rule), "%s%s", asks_for ? "" : "not ", about);
	result.level = level;
	result.change = change;
	result.source = source;
	result.mark = SOURCED;
	result.restrictions = restrictions_of_level(level);
	return result;
}

/* Whatever the site. */
static advice
advise_always(const char *about, precaution_level level, uint32_t restrictions, const char *change, const char *source)
{
	advice		result = no_advice(about);

	snprintf(result.rule, sizeof(result.rule), "any site");
	result.level = level;
	result.change = change;
	result.source = source;
	result.mark = SOURCED;
	result.restrictions = restrictions;
	return result;
}

#define WORKING_GROUP \
	"International Bone Metastases Exercise Working Group, Campbell 2022 (abstract, news); level by us"
#define EXCLUDED "PREFERABLE-EFFECT excluded unstable bone metastases (PMC11485212); level by us"
#define MOVEMENTS "site text that quotes Campbell 2019; level by us"

int
advise_on_bones(bone_table table, const bone_lesions *lesions, advice found[MAX_BONE_ADVICE])
{
	int			n = 0;

	if (!lesions->known)
	{
		found[0] = unknown_advice("sites", "not assessed");
		return 1;
	}
	if (lesions->sites == 0)
	{
		found[0] = no_advice("sites");
		return 1;
	}
	for (int site = 0; site < N_BONE_SITES; site++)
		if (lesions->sites & 1u << site)
			found[n++] = advise_on_site(table, site);
	found[n++] = advise_on_question("unstable", lesions->unstable, 1, PRECAUTION_STOP,
									"no exercise until it is stable", EXCLUDED);
	found[n++] = advise_on_question("risk_assessed", lesions->risk_assessed, 0, PRECAUTION_CLEARANCE,
									"assess the risk before testing or training", WORKING_GROUP);
	found[n++] = advise_always("movements", PRECAUTION_MODIFY, RESTRICTED(NO_HIGH_IMPACT),
							   "no high impact, no hyperflexion or hyperextension of the trunk, no loaded flexion or extension, no dynamic twisting",
							   MOVEMENTS);
	if (table == TABLE_EFFECT || table == TABLE_EFFECT_LOW_LOAD)
		found[n++] = advise_always("pain", PRECAUTION_MONITOR, 0,
								   "lower the weights on pain during an exercise, or on more pain or analgesia since the last session",
								   bone_table_source(table));
	return n;
}

bool
advise_on_lesion(lesion_score score, bool score_known, int points, advice *row, status *st)
{
	if (!score_known)
	{
		*row = unknown_advice(scores[score].name, "not scored");
		return true;
	}
	if (points < scores[score].lowest || points > scores[score].highest)
	{
		status_fail(st, FAULT_OUT_OF_RANGE, "%s %d is outside %d..%d", scores[score].name, points, scores[score].lowest,
					scores[score].highest);
		status_hint(st, "%s", scores[score].hint);
		return false;
	}
	*row = no_advice(scores[score].name);
	row->value = points;
	row->unit = "points";
	for (int i = 0; i < ENTRIES(bands); i++)
		if (bands[i].score == score && points >= bands[i].from)
		{
			snprintf(row->rule, sizeof(row->rule), "%s >= %d", scores[score].name, bands[i].from);
			row->level = bands[i].level;
			row->change = bands[i].change;
			row->source = bands[i].source;
			row->mark = (int) bands[i].mark;
			row->restrictions = restrictions_of_level(bands[i].level);
			break;
		}
	return true;
}
