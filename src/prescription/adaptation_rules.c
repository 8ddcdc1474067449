/* adaptation_rules: the numbers of the rules of adaptation.h, and what the rules need and change. */
#include "prescription/adaptation.h"

#include "common/table.h"

#define ECU		"oesophageal cancer trial, programme table (bmjopengastro.bmj.com, markup 2227)"
#define CHEMO	"autoregulation during neoadjuvant chemotherapy, rule table (bmjopen, markup 279907)"
#define BCS_RES "resistance exercise in breast cancer survivors (PMC6186337 table 2)"
#define BCS_AER "aerobic exercise in breast cancer survivors (PMC6186337 table 1)"
#define OURS	"ours: the source of the threshold has no step"
#define OURS_ZONE "ours: keeping a person in the zone is common practice, its numbers are not published"
#define CYCLE	"ours, after Kirkham 2020 (MSSE 52:278), whose intensities are not published"
#define LIFTING "general strength training, not of oncology"

/* clang-format off */
static const adaptation_number numbers[] = {
	/*                        rule                   what                                                low  high  unit           source     mark */
	[TWO_FOR_TWO_OVER]     = {ADAPT_TWO_FOR_TWO,     "repetitions over the plan, at least",                2,   2, "repetitions", ECU,       SOURCED},
	[TWO_FOR_TWO_SESSIONS] = {ADAPT_TWO_FOR_TWO,     "last sessions, all of them",                         2,   2, "sessions",    ECU,       SOURCED},
	[TWO_FOR_TWO_STEP]     = {ADAPT_TWO_FOR_TWO,     "load up by",                                         5,  10, "%",           ECU,       SOURCED},
	[REPETITIONS_OVER]     = {ADAPT_REPETITIONS,     "repetitions over the plan, at least: load up",       2,   2, "repetitions", CHEMO,     SOURCED},
	[REPETITIONS_UNDER]    = {ADAPT_REPETITIONS,     "repetitions under the plan, at least: load down",    2,   2, "repetitions", CHEMO,     SOURCED},
	[REPETITIONS_STEP]     = {ADAPT_REPETITIONS,     "load up or down by",                                10,  10, "%",           CHEMO,     SOURCED},
	[LOAD_STEP_SIZE]       = {ADAPT_LOAD_STEP,       "smallest increment, of the one-repetition maximum",  2,  10, "%1RM",        BCS_RES,   SOURCED},
	[MISSED_WEEKS_BACK]    = {ADAPT_MISSED_WEEKS,    "weeks of load back for each week missed",            2,   2, "weeks",       BCS_RES,   SOURCED},
	[DELOAD_EVERY]         = {ADAPT_DELOAD,          "every so many weeks",                                4,   4, "weeks",       LIFTING,   UNCONFIRMED},
	[DELOAD_TO]            = {ADAPT_DELOAD,          "load of that week, of the planned one",             60,  60, "%",           LIFTING,   UNCONFIRMED},
	[INTERVALS_STEP]       = {ADAPT_INTERVALS,       "intensities up if all are finished, else down, by", 10,  10, "%",           CHEMO,     SOURCED},
	[TIME_FIRST_STEP]      = {ADAPT_TIME_FIRST,      "time of a session up by",                            5,  10, "min",         BCS_AER,   SOURCED},
	[TIME_FIRST_AFTER]     = {ADAPT_TIME_FIRST,      "since the last change, at least",                    1,   2, "weeks",       BCS_AER,   SOURCED},
	[TIME_FIRST_WEEKS]     = {ADAPT_TIME_FIRST,      "in the first weeks, at most",                        4,   6, "weeks",       BCS_AER,   SOURCED},
	[RPE_BELOW]            = {ADAPT_RPE,             "exertion of all sessions below: intensity up",      12,  12, "RPE 6-20",    CHEMO,     SOURCED},
	[RPE_ABOVE]            = {ADAPT_RPE,             "exertion of the last session above: intensity down", 15, 15, "RPE 6-20",    CHEMO,     SOURCED},
	[RPE_STEP]             = {ADAPT_RPE,             "intensity up or down by",                            5,  10, "%",           OURS,      UNCONFIRMED},
	[HEART_RATE_STEP]      = {ADAPT_HEART_RATE_ZONE, "work up or down by",                                 5,  10, "%",           OURS_ZONE, UNCONFIRMED},
	[TIME_IN_ZONE_SHARE]   = {ADAPT_TIME_IN_ZONE,    "time in the zone that is enough",                   50,  50, "% of minutes", OURS_ZONE, UNCONFIRMED},
	[TIME_IN_ZONE_STEP]    = {ADAPT_TIME_IN_ZONE,    "work up or down by",                                 5,  10, "%",           OURS_ZONE, UNCONFIRMED},
	[CHEMO_LOWER_DAYS]     = {ADAPT_CHEMO_CYCLE,     "days after an infusion with the lower part of the range", 7, 7, "days",    CYCLE,     UNCONFIRMED},
	[CHEMO_RANGE_SHARE]    = {ADAPT_CHEMO_CYCLE,     "where the lower part of the range ends",            50,  50, "% of the range", CYCLE,  UNCONFIRMED},
};

static const adaptation_rule_row rules[N_ADAPTATION_RULES] = {
	/*                         modality    step               needs                                             changes */
	[ADAPT_TWO_FOR_TWO]     = {RESISTANCE, TWO_FOR_TWO_STEP,  "repetitions_done of two sessions",               "loads up; by the step of prog tworep where it has one"},
	[ADAPT_REPETITIONS]     = {RESISTANCE, UNKNOWN,           "repetitions_done of the last session",           "loads up or down"},
	[ADAPT_LOAD_STEP]       = {RESISTANCE, LOAD_STEP_SIZE,    "repetitions_done of the last session, severe_side_effects; for loads in kg increment_kg and one_rm_kg", "loads up by the smallest increment, if the plan was done"},
	[ADAPT_MISSED_WEEKS]    = {RESISTANCE, UNKNOWN,           "week, weeks_missed",                             "loads down to those of the week before, never below the start"},
	[ADAPT_DELOAD]          = {RESISTANCE, UNKNOWN,           "week",                                           "loads down, in this week alone"},
	[ADAPT_INTERVALS]       = {AEROBIC,    UNKNOWN,           "intervals_done of the last session",             "intensities of all steps of the intervals up or down"},
	[ADAPT_TIME_FIRST]      = {AEROBIC,    TIME_FIRST_STEP,   "week, weeks_since_change, severe_side_effects",  "minutes of a session up, as far as minutes_goal"},
	[ADAPT_RPE]             = {AEROBIC,    RPE_STEP,          "rpe",                                            "intensities in a unit up or down"},
	[ADAPT_HEART_RATE_ZONE] = {AEROBIC,    HEART_RATE_STEP,   "heart_rates, heart_rate_zone",                   "work (power, speed, oxygen uptake) up or down"},
	[ADAPT_TIME_IN_ZONE]    = {AEROBIC,    TIME_IN_ZONE_STEP, "minutes_below_zone, minutes_in_zone, minutes_above_zone", "work (power, speed, oxygen uptake) up or down"},
	[ADAPT_CHEMO_CYCLE]     = {AEROBIC,    UNKNOWN,           "cycle_days",                                     "ranges of intensity: lower part after an infusion, upper part later, in blocks of cycle days"},
};
/* clang-format on */

const adaptation_number *
adaptation_number_at(adaptation_number_name name)
{
	return &numbers[name];
}

const adaptation_rule_row *
adaptation_rule_at(adaptation_rule rule)
{
	return &rules[rule];
}

evidence_mark
adaptation_rule_mark(adaptation_rule rule)
{
	for (int i = 0; i < ENTRIES(numbers); i++)
		if (numbers[i].rule == rule && numbers[i].mark == UNCONFIRMED)
			return UNCONFIRMED;
	return SOURCED;
}

const char *
adaptation_rule_source(adaptation_rule rule)
{
	for (int i = 0; i < ENTRIES(numbers); i++)
		if (numbers[i].rule == rule)
			return numbers[i].source;
	return "";
}
