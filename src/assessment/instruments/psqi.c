/*
 * PSQI, the Pittsburgh Sleep Quality Index: seven components of 0 to 3, and
 * their sum. Clock times and durations are in seconds, as everywhere inside.
 *
 * The boundaries are those of the original (Buysse 1989): 7 hours of sleep and 85 %
 * efficiency are still good, 15 minutes until sleep are still short. Copies of the
 * rules differ at exactly these values.
 */
#include "assessment/instruments/families.h"

#define MINUTES(n) ((n) * 60)
#define HOURS(n)   ((n) * 3600)
#define ANY_MORE   MAX_MAGNITUDE

/* clang-format off */

static const item_group psqi_items[] = {
	{"Q1",         0, HOURS(24) - 1, CLOCK_TIME},       /* to bed */
	{"Q2",         0, HOURS(24),     DURATION_MINUTES}, /* until asleep */
	{"Q3",         0, HOURS(24) - 1, CLOCK_TIME},       /* out of bed */
	{"Q4",         0, HOURS(24),     DURATION_HOURS},   /* asleep */
	{"Q5a Q5b Q5c Q5d Q5e Q5f Q5g Q5h Q5i Q5j", 0, 3},
	{"QUAL MED AWAKE ENTH", 0, 3},
};

static const coding_step latency_steps[] = {
	/* up to         counts as */
	{MINUTES(15),     0},
	{MINUTES(30),     1},
	{MINUTES(60),     2},
	{ANY_MORE,        3},
};
static const coding_step duration_steps[] = {
	/* less than     counts as */
	{HOURS(5) - 1,    3},
	{HOURS(6) - 1,    2},
	{HOURS(7) - 1,    1},
	{ANY_MORE,        0},
};
static const item_coding latency_codings[] = {{"Q2", .steps = COUNTED(latency_steps)}};
static const item_coding duration_codings[] = {{"Q4", .steps = COUNTED(duration_steps)}};

/* Two answers of 0 to 3 together: none, 1 or 2, 3 or 4, 5 or 6. */
static const int of_two[] = {0, 1, 1, 2, 2, 3, 3};

/* Nine answers of 0 to 3 together: none, 1 to 9, 10 to 18, 19 to 27. */
static const int of_nine[] = {
	/*  0 */ 0,
	/*  1 */ 1, 1, 1, 1, 1, 1, 1, 1, 1,
	/* 10 */ 2, 2, 2, 2, 2, 2, 2, 2, 2,
	/* 19 */ 3, 3, 3, 3, 3, 3, 3, 3, 3,
};

/* Another reason for bad sleep, Q5j: not named is none. */
static const int as_answered[] = {0, 1, 2, 3};
static const item_coding other_reason_codings[] = {
	{"Q5j", COUNTED(as_answered), .fills_missing = true, .missing_as = 0},
};

/* Sleep as per cent of the time in bed: the first line that is reached. */
typedef struct efficiency_step
{
	int			at_least;
	int			counts_as;
} efficiency_step;

static const efficiency_step efficiency_steps[] = {
	{85, 0},
	{75, 1},
	{65, 2},
	{ 0, 3},
};
/* clang-format on */

/* From Q1, Q3, Q4. Nobody spends no time in bed: then there is no score. */
static bool
sleep_efficiency(const int32_t *values, int64_t *result)
{
	int64_t		to_bed = values[0];
	int64_t		out_of_bed = values[1];
	int64_t		asleep = values[2];
	int64_t		in_bed = (out_of_bed - to_bed + HOURS(24)) % HOURS(24);

	for (int i = 0; in_bed > 0 && i < ENTRIES(efficiency_steps); i++)
		if (100 * asleep >= efficiency_steps[i].at_least * in_bed)
		{
			*result = efficiency_steps[i].counts_as;
			return true;
		}
	return false;
}

/* clang-format off */
#define SUM PRORATED_SUM(HIGHER_WORSE)

static const scale_definition psqi_scales[] = {
	/* code also      name                         items             reversed       needed       formula */
	{"C1", NO_ALIAS, "Subjective sleep quality",  "QUAL",           NONE_REVERSED, AT_LEAST(1), SUM},
	{"C2", NO_ALIAS, "Sleep latency",             "Q2 Q5a",         NONE_REVERSED, AT_LEAST(2), LOOKED_UP(HIGHER_WORSE, 0, of_two, 0), .codings = COUNTED(latency_codings)},
	{"C3", NO_ALIAS, "Sleep duration",            "Q4",             NONE_REVERSED, AT_LEAST(1), SUM, .codings = COUNTED(duration_codings)},
	{"C4", NO_ALIAS, "Habitual sleep efficiency", "Q1 Q3 Q4",       NONE_REVERSED, AT_LEAST(3), COMPUTED_BY(HIGHER_WORSE, sleep_efficiency, 0, 3),
	 .rule = "Q4 as per cent of the time from Q1 to Q3, modulo 24 hours: 85 and more 0, 75 and more 1, 65 and more 2, less 3; none if Q1 = Q3"},
	{"C5", NO_ALIAS, "Sleep disturbances",        "Q5b Q5c Q5d Q5e Q5f Q5g Q5h Q5i Q5j", NONE_REVERSED, AT_LEAST(9), LOOKED_UP(HIGHER_WORSE, 0, of_nine, 0), .codings = COUNTED(other_reason_codings)},
	{"C6", NO_ALIAS, "Use of sleep medication",   "MED",            NONE_REVERSED, AT_LEAST(1), SUM},
	{"C7", NO_ALIAS, "Daytime dysfunction",       "AWAKE ENTH",     NONE_REVERSED, AT_LEAST(2), LOOKED_UP(HIGHER_WORSE, 0, of_two, 0)},
};
static const total_member psqi_members[] = {
	{"C1"}, {"C2"}, {"C3"}, {"C4"}, {"C5"}, {"C6"}, {"C7"},
};
static const total_definition psqi_totals[] = {
	{"GLOBAL", NO_ALIAS, "PSQI global score", COUNTED(psqi_members), SUM_OF_SCALES, HIGHER_WORSE},
};
/* clang-format on */

const instrument_definition psqi_instruments[] = {
	{
		.code = "PSQI",
		.name = "Pittsburgh Sleep Quality Index",
		.recall = "past month",
		.licence = "University of Pittsburgh: free for research, fees for commercial use; no item "
				   "wording is shipped",
		.note = "Q1 and Q3 are clock times on 24 hours, Q2 minutes, Q4 hours; in an array of "
				"integers all four are seconds (23:00 is 82800, 7 hours are 25200); of an answered "
				"range take the middle; printings differ in the order of the last items, so they "
				"have names; Q5j counts as 0 if it, or its comment, is missing",
		.source = "Buysse 1989 scoring instructions, in copies; Q5j: revision of 2005; "
				  "LCBC-UiO/questionnaires; awell-score psqi",
		.mark = SOURCED,
		.groups = COUNTED(psqi_items),
		.scales = COUNTED(psqi_scales),
		.totals = COUNTED(psqi_totals),
	},
};

const int	psqi_count = ENTRIES(psqi_instruments);
