/* restriction: see restriction.h. */
#include "prescription/restriction.h"

#include "common/person.h"
#include "common/table.h"
#include "prescription/intensity.h"
#include "prescription/prescription.h"

#include <string.h>

static const char *const names[] = RESTRICTION_LABELS;

const vocabulary restriction_names = {
	.type = "exercise_restriction_set",
	.member = "restriction",
	.members = "restrictions",
	.example = "{no_resistance,light_only}",
	.names = COUNTED(names),
	.listing = "exercise_restrictions",
};

static const char *const meanings[N_RESTRICTIONS] = {
	[NO_EXERCISE] = "no exercise now",
	[CLEARANCE_FIRST] = "a clinician decides before anything is done",
	[ASSESS_FIRST] = "a fact that the rules ask for is missing: find out before anything is done",
	[MOBILITY_ONLY] = "walking and the activities of daily living only",
	[LIGHT_ONLY] = "light intensity at most",
	[AT_MOST_MODERATE] = "light to moderate intensity",
	[NO_WEIGHT_BEARING_AEROBIC] = "no weight-bearing aerobic exercise",
	[NO_NON_WEIGHT_BEARING_AEROBIC] = "no aerobic exercise off the feet",
	[NO_TREADMILL] = "no treadmill",
	[NO_HIGH_IMPACT] = "no high impact",
	[NO_WATER] = "not in water",
	[NO_RESISTANCE] = "no resistance exercise",
	[NO_UPPER_RESISTANCE] = "no resistance exercise of the upper body",
	[NO_TRUNK_RESISTANCE] = "no resistance exercise of the trunk",
	[NO_LOWER_RESISTANCE] = "no resistance exercise of the lower body",
	[NO_ISOMETRIC] = "no isometric exercise",
	[NO_HEAVY_LIFTING] = "resistance exercise at moderate intensity at most",
	[AT_MOST_75_PERCENT_1RM] = "loads of at most 75 % of the one-repetition maximum",
	[AT_MOST_30_PERCENT_1RM] = "loads below 30 % of the one-repetition maximum, as at the start after lymphoedema",
	[NO_FLEXIBILITY] = "no flexibility exercise",
	[NO_SHOULDER_MOVEMENT] = "no flexion, extension, abduction or adduction of the shoulder; the elbow may move",
	[NO_ELBOW_MOVEMENT] = "no flexion or extension of the elbow",
	[NO_HIP_MOVEMENT] = "no flexion or extension of the hip; the knee may move",
	[NO_KNEE_MOVEMENT] = "no flexion or extension of the knee",
	[NO_SPINE_MOVEMENT] = "no flexion, extension or rotation of the spine",
	[SPARE_LINE_AREA] = "no resistance exercise that loads the area of a central line",
	[SUPERVISED_RESISTANCE] = "resistance exercise under supervision in person",
	[SUPERVISED_ONLY] = "under supervision in person",
	[NO_PUBLIC_SETTING] = "no groups and no public gym",
};

const char *
restriction_meaning(restriction r)
{
	return meanings[r];
}

#define ON(modality) (1u << (modality))
#define AER ON(AEROBIC)
#define RES ON(RESISTANCE)
#define BAL ON(BALANCE)
#define FLEX ON(FLEXIBILITY)
#define RESP ON(RESPIRATORY)
#define FUNC ON(FUNCTIONAL)
#define MIND ON(MIND_BODY)
#define ACT ON(ACTIVITY)
#define ALL_MODALITIES (ON(N_MODALITIES_OF_EXERCISE) - 1)
#define NONE 0

#define REGIONS (UPPER_BODY | TRUNK | LOWER_BODY)
#define MOVES (MOVES_SHOULDER | MOVES_ELBOW | MOVES_HIP | MOVES_KNEE | MOVES_SPINE)
#define NO_MOBILITY (NOT_WEIGHT_BEARING | ON_TREADMILL | HIGH_IMPACT | ISOMETRIC | REGIONS)

/* clang-format off */
static const restriction_scope scopes[] = {
	/* restriction                   out whatever the mode     by its words              open without a word  taken out            safe                         what nobody can tell */
	{NO_EXERCISE,                   ALL_MODALITIES,           NONE,                     NONE,                NONE,                NONE,                        ""},
	{MOBILITY_ONLY,                 RES | FLEX | BAL | MIND,  AER | ACT | FUNC | RESP,  AER | FUNC | RESP,   NO_MOBILITY,         WALKING,                     "whether it is walking or an activity of daily living is not stated"},
	{NO_WEIGHT_BEARING_AEROBIC,     NONE,                     AER | ACT,                AER | ACT,           WEIGHT_BEARING,      NOT_WEIGHT_BEARING,          "whether it bears weight is not stated"},
	{NO_NON_WEIGHT_BEARING_AEROBIC, NONE,                     AER | ACT,                AER | ACT,           NOT_WEIGHT_BEARING,  WEIGHT_BEARING,              "whether it bears weight is not stated"},
	{NO_TREADMILL,                  NONE,                     AER,                      AER,                 ON_TREADMILL,        WORD_KNOWN,                  "whether it is on a treadmill is not stated"},
	{NO_HIGH_IMPACT,                NONE,                     ALL_MODALITIES,           AER | FUNC,          HIGH_IMPACT,         WORD_KNOWN,                  "whether it is of high impact is not stated"},
	{NO_WATER,                      NONE,                     ALL_MODALITIES,           AER,                 IN_WATER,            WORD_KNOWN,                  "whether it is in water is not stated"},
	{NO_RESISTANCE,                 RES,                      FUNC,                     FUNC,                NONE,                NONE,                        "whether it is resisted is not stated"},
	{NO_UPPER_RESISTANCE,           NONE,                     RES,                      RES,                 UPPER_BODY,          TRUNK | LOWER_BODY,          "whether the upper body is trained is not stated"},
	{NO_TRUNK_RESISTANCE,           NONE,                     RES,                      RES,                 TRUNK,               UPPER_BODY | LOWER_BODY,     "whether the trunk is trained is not stated"},
	{NO_LOWER_RESISTANCE,           NONE,                     RES,                      RES,                 LOWER_BODY,          UPPER_BODY | TRUNK,          "whether the lower body is trained is not stated"},
	{NO_ISOMETRIC,                  NONE,                     RES | FUNC | BAL | MIND,  RES | MIND,          ISOMETRIC,           MOVES,                       "whether it is isometric is not stated"},
	{NO_FLEXIBILITY,                FLEX,                     NONE,                     NONE,                NONE,                NONE,                        ""},
	{NO_SHOULDER_MOVEMENT,          NONE,                     RES | FLEX,               RES | FLEX,          MOVES_SHOULDER,      LOWER_BODY | MOVES_ELBOW,    "whether the shoulder moves is not stated; the elbow may"},
	{NO_ELBOW_MOVEMENT,             NONE,                     FLEX,                     FLEX,                MOVES_ELBOW,         LOWER_BODY,                  "whether the elbow moves is not stated"},
	{NO_HIP_MOVEMENT,               NONE,                     RES,                      RES,                 MOVES_HIP,           UPPER_BODY | MOVES_KNEE,     "whether the hip moves is not stated; the knee may"},
	{NO_KNEE_MOVEMENT,              NONE,                     FLEX,                     FLEX,                MOVES_KNEE,          UPPER_BODY | MOVES_HIP,      "whether the knee moves is not stated"},
	{NO_SPINE_MOVEMENT,             NONE,                     FLEX | MIND,              FLEX | MIND,         MOVES_SPINE,         UPPER_BODY | LOWER_BODY,     "whether the spine is bent or turned is not stated"},
	{SPARE_LINE_AREA,               NONE,                     RES,                      RES,                 NONE,                LOWER_BODY,                  "whether it loads the area of the line is not stated"},
};

#define FITT	"table of resistance exercise for breast cancer survivors, PMC6186337 tab2"
#define EFFECT	"PREFERABLE-EFFECT, table 2 (10.1186/s13063-022-06556-7): 6-8 repetitions at 80-85 % avoided, up to 10-12, which the trial does at 70-75 %"
#define CLASSES "classes of intensity of intensity_cuts(), acsm2018; levels as they are"

static const restriction_limit limits[] = {
	/* restriction             kind               most            modalities       source   mark */
	{LIGHT_ONLY,              LIMIT_CLASS,       CLASS_LIGHT,    ALL_MODALITIES,  CLASSES, SOURCED},
	{AT_MOST_MODERATE,        LIMIT_CLASS,       CLASS_MODERATE, ALL_MODALITIES,  CLASSES, SOURCED},
	{NO_HEAVY_LIFTING,        LIMIT_CLASS,       CLASS_MODERATE, RES,             "what heavy means is ours: " CLASSES, UNCONFIRMED},
	{AT_MOST_75_PERCENT_1RM,  LIMIT_PERCENT_1RM, 75,             RES,             EFFECT,  SOURCED},
	{AT_MOST_30_PERCENT_1RM,  LIMIT_PERCENT_1RM, 30,             RES,             FITT,    SOURCED},
};
/* clang-format on */

const restriction_scope *
restriction_scopes(int *n)
{
	*n = ENTRIES(scopes);
	return scopes;
}

const restriction_limit *
restriction_limits(int *n)
{
	*n = ENTRIES(limits);
	return limits;
}

#define TRIALS_2018 "table 4 of 10.1186/s13063-018-3091-8: weight-bearing as walking, not weight-bearing as cycling"
#define EXERCISE_GUIDE "table 2 of 10.1186/s40814-020-00763-2: not weight-bearing as water walking and cycling"
#define COMMON_USE "common use of the word"

/* clang-format off */
static const mode_word words[] = {
	/* word              what it says                                                                source       mark */
	{"walk",            WEIGHT_BEARING | WALKING,                                                   TRIALS_2018, SOURCED},
	{"walking",         WEIGHT_BEARING | WALKING,                                                   TRIALS_2018, SOURCED},
	{"nordic",          WEIGHT_BEARING | WALKING,                                                   COMMON_USE,  UNCONFIRMED},
	{"treadmill",       WEIGHT_BEARING | ON_TREADMILL,                                              COMMON_USE,  UNCONFIRMED},
	{"stairs",          WEIGHT_BEARING,                                                             COMMON_USE,  UNCONFIRMED},
	{"hike",            WEIGHT_BEARING,                                                             COMMON_USE,  UNCONFIRMED},
	{"dance",           WEIGHT_BEARING,                                                             COMMON_USE,  UNCONFIRMED},
	{"elliptical",      WEIGHT_BEARING,                                                             COMMON_USE,  UNCONFIRMED},
	{"run",             WEIGHT_BEARING | HIGH_IMPACT,                                               COMMON_USE,  UNCONFIRMED},
	{"running",         WEIGHT_BEARING | HIGH_IMPACT,                                               COMMON_USE,  UNCONFIRMED},
	{"jog",             WEIGHT_BEARING | HIGH_IMPACT,                                               COMMON_USE,  UNCONFIRMED},
	{"jump",            WEIGHT_BEARING | HIGH_IMPACT,                                               COMMON_USE,  UNCONFIRMED},
	{"hop",             WEIGHT_BEARING | HIGH_IMPACT,                                               COMMON_USE,  UNCONFIRMED},
	{"skip",            WEIGHT_BEARING | HIGH_IMPACT,                                               COMMON_USE,  UNCONFIRMED},
	{"bike",            NOT_WEIGHT_BEARING,                                                         TRIALS_2018, SOURCED},
	{"cycle",           NOT_WEIGHT_BEARING,                                                         TRIALS_2018, SOURCED},
	{"cycling",         NOT_WEIGHT_BEARING,                                                         TRIALS_2018, SOURCED},
	{"recumbent",       NOT_WEIGHT_BEARING,                                                         COMMON_USE,  UNCONFIRMED},
	{"arm_ergometer",   NOT_WEIGHT_BEARING | UPPER_BODY,                                            COMMON_USE,  UNCONFIRMED},
	{"row",             NOT_WEIGHT_BEARING,                                                         COMMON_USE,  UNCONFIRMED},
	{"swim",            NOT_WEIGHT_BEARING | IN_WATER,                                              COMMON_USE,  UNCONFIRMED},
	{"water_walking",   NOT_WEIGHT_BEARING | IN_WATER | WALKING,                                    EXERCISE_GUIDE, SOURCED},
	{"aquatic",         NOT_WEIGHT_BEARING | IN_WATER,                                              COMMON_USE,  UNCONFIRMED},
	{"upper",           UPPER_BODY,                                                                 COMMON_USE,  SOURCED},
	{"upper_body",      UPPER_BODY,                                                                 COMMON_USE,  SOURCED},
	{"arm_curl",        UPPER_BODY | MOVES_ELBOW,                                                   COMMON_USE,  UNCONFIRMED},
	{"chest_press",     UPPER_BODY | MOVES_SHOULDER | MOVES_ELBOW,                                  COMMON_USE,  UNCONFIRMED},
	{"shoulder_press",  UPPER_BODY | MOVES_SHOULDER | MOVES_ELBOW,                                  COMMON_USE,  UNCONFIRMED},
	{"lat_pulldown",    UPPER_BODY | MOVES_SHOULDER | MOVES_ELBOW,                                  COMMON_USE,  UNCONFIRMED},
	{"trunk",           TRUNK,                                                                      COMMON_USE,  SOURCED},
	{"core",            TRUNK,                                                                      COMMON_USE,  UNCONFIRMED},
	{"plank",           TRUNK | ISOMETRIC,                                                          COMMON_USE,  UNCONFIRMED},
	{"sit_up",          TRUNK | MOVES_SPINE | MOVES_HIP,                                            COMMON_USE,  UNCONFIRMED},
	{"lower",           LOWER_BODY,                                                                 COMMON_USE,  SOURCED},
	{"lower_body",      LOWER_BODY,                                                                 COMMON_USE,  SOURCED},
	{"leg_press",       LOWER_BODY | MOVES_HIP | MOVES_KNEE,                                        COMMON_USE,  UNCONFIRMED},
	{"squat",           LOWER_BODY | MOVES_HIP | MOVES_KNEE,                                        COMMON_USE,  UNCONFIRMED},
	{"lunge",           LOWER_BODY | MOVES_HIP | MOVES_KNEE,                                        COMMON_USE,  UNCONFIRMED},
	{"leg_extension",   LOWER_BODY | MOVES_KNEE,                                                    COMMON_USE,  UNCONFIRMED},
	{"leg_curl",        LOWER_BODY | MOVES_KNEE,                                                    COMMON_USE,  UNCONFIRMED},
	{"wall_sit",        LOWER_BODY | ISOMETRIC,                                                     COMMON_USE,  UNCONFIRMED},
	{"isometric",       ISOMETRIC,                                                                  COMMON_USE,  SOURCED},
};
/* clang-format on */

const mode_word *
mode_words(int *n)
{
	*n = ENTRIES(words);
	return words;
}

const mode_word *
mode_word_find(const char *word, int length)
{
	for (int i = 0; i < ENTRIES(words); i++)
		if ((int) strlen(words[i].word) == length && memcmp(words[i].word, word, (size_t) length) == 0)
			return &words[i];
	return NULL;
}
