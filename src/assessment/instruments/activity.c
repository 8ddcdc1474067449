/*
 * Physical activity questionnaires: MET-minutes a week, and what follows from
 * them.
 *
 * A total is only as good as its parts: where days or minutes that count are
 * missing or contradict each other, there is no score.
 */
#include "assessment/instruments/families.h"

#define A_DAY		  1440 /* minutes */
#define DAYS_OF_WEEK  7

/* IPAQ, short form */

/* The order of items in the scales: days and minutes of each. */
enum
{
	VIGOROUS,
	MODERATE,
	WALKING,
	N_INTENSITIES
};

#define OF(intensity) (1 << (intensity))
#define OF_ALL (OF(VIGOROUS) | OF(MODERATE) | OF(WALKING))

/* clang-format off */
static const int ipaq_met_tenths[N_INTENSITIES] = {
	[VIGOROUS] = 80,
	[MODERATE] = 40,
	[WALKING]  = 33,
};

/* Minutes a day (IPAQ guidelines 2005; the shortest bout: unconfirmed). */
static const struct
{
	int			shortest_bout;    /* less counts as none, and so do its days */
	int			longest_counted;  /* of one intensity; more counts as this */
	int			most_possible;    /* of all together; more is an error of the form */
} ipaq_minutes = {10, 180, 960};

/* Category if all columns hold: so many days, of so many minutes, and so many MET-minutes a week. */
typedef struct ipaq_rule
{
	int			category;
	int			days_of;      /* OF() the intensities whose days are counted */
	int			days;
	int			minutes;      /* a day, or the days of that intensity do not count */
	int			energy_of;    /* OF() the intensities whose MET-minutes are counted */
	int			met_minutes;  /* a week */
} ipaq_rule;

enum {LOW_ACTIVITY, MODERATE_ACTIVITY, HIGH_ACTIVITY};

#define ANY (0)

#define RULES_IN_BOTH_READINGS \
	/* category          days of                     at least  minutes  energy of     at least */ \
	{HIGH_ACTIVITY,      OF_ALL,                     7,      ANY,     OF_ALL,       3000}, \
	{MODERATE_ACTIVITY,  OF(VIGOROUS),               3,       20,     OF_ALL,        ANY}, \
	{MODERATE_ACTIVITY,  OF(MODERATE) | OF(WALKING), 5,       30,     OF_ALL,        ANY}, \
	{MODERATE_ACTIVITY,  OF_ALL,                     5,      ANY,     OF_ALL,        600},

/* The guidelines do not say whether the 1500 are those of all activity or of the vigorous. */
static const ipaq_rule ipaq_rules_total[] = {
	{HIGH_ACTIVITY,      OF(VIGOROUS),               3,      ANY,     OF_ALL,       1500},
	RULES_IN_BOTH_READINGS
};
static const ipaq_rule ipaq_rules_vigorous[] = {
	{HIGH_ACTIVITY,      OF(VIGOROUS),               3,      ANY,     OF(VIGOROUS), 1500},
	RULES_IN_BOTH_READINGS
};
/* clang-format on */

typedef struct ipaq_week
{
	int			days[N_INTENSITIES];
	int			minutes[N_INTENSITIES];
} ipaq_week;

/* The week after the cleaning of the guidelines; false: no score. */
static bool
ipaq_clean(const int32_t *values, ipaq_week *week)
{
	int			together = 0;

	for (int i = 0; i < N_INTENSITIES; i++)
	{
		int32_t		days = values[2 * i];
		int32_t		minutes = values[2 * i + 1];

		/* Nobody is asked for the minutes of no days. */
		if (days == 0)
			minutes = 0;
		if (days == ANSWER_MISSING || minutes == ANSWER_MISSING)
			return false;
		together += minutes;
		if (minutes < ipaq_minutes.shortest_bout)
			days = minutes = 0;
		week->days[i] = days;
		week->minutes[i] =
			minutes > ipaq_minutes.longest_counted ? ipaq_minutes.longest_counted : minutes;
	}
	return together <= ipaq_minutes.most_possible;
}

/* MET-minutes a week x 10. */
static int64_t
ipaq_energy(const ipaq_week *week, int intensities)
{
	int64_t		energy = 0;

	for (int i = 0; i < N_INTENSITIES; i++)
		if (intensities & OF(i))
			energy += (int64_t) ipaq_met_tenths[i] * week->days[i] * week->minutes[i];
	return energy;
}

static int
ipaq_days(const ipaq_week *week, int intensities, int minutes)
{
	int			days = 0;

	for (int i = 0; i < N_INTENSITIES; i++)
		if ((intensities & OF(i)) && week->minutes[i] >= minutes)
			days += week->days[i];
	return days;
}

/* The category of the first rule that holds; low if none does. */
static bool
ipaq_category(const ipaq_rule *rules, int n_rules, const int32_t *values, int64_t *result)
{
	ipaq_week	week;

	if (!ipaq_clean(values, &week))
		return false;
	*result = LOW_ACTIVITY;
	for (const ipaq_rule *rule = rules; rule < rules + n_rules; rule++)
		if (ipaq_days(&week, rule->days_of, rule->minutes) >= rule->days &&
			ipaq_energy(&week, rule->energy_of) >= 10 * (int64_t) rule->met_minutes)
		{
			*result = rule->category;
			break;
		}
	return true;
}

static bool
ipaq_category_total(const int32_t *values, int64_t *result)
{
	return ipaq_category(COUNTED(ipaq_rules_total), values, result);
}

static bool
ipaq_category_vigorous(const int32_t *values, int64_t *result)
{
	return ipaq_category(COUNTED(ipaq_rules_vigorous), values, result);
}

static bool
ipaq_total(const int32_t *values, int64_t *result)
{
	ipaq_week	week;

	if (!ipaq_clean(values, &week))
		return false;
	*result = ipaq_energy(&week, OF_ALL);
	return true;
}

/* clang-format off */
#define IPAQ_ITEMS "vig_days vig_min mod_days mod_min walk_days walk_min"
#define IPAQ_RULE(energy) \
	"high (2): 3 or more days vigorous and 1500 MET-minutes " energy ", or 7 or more days of any and 3000; " \
	"moderate (1): 3 or more days vigorous of 20 minutes, or 5 or more days moderate or walking of 30 minutes, " \
	"or 5 or more days of any and 600; else low (0)"

static const item_group ipaq_sf_items[] = {
	{"vig_days",  0, DAYS_OF_WEEK}, {"vig_min",  0, A_DAY},
	{"mod_days",  0, DAYS_OF_WEEK}, {"mod_min",  0, A_DAY},
	{"walk_days", 0, DAYS_OF_WEEK}, {"walk_min", 0, A_DAY},
	{"sit_min",   0, A_DAY},
};
static const item_condition ipaq_sf_conditions[] = {
	{"vig_min", "vig_days", 0}, {"mod_min", "mod_days", 0}, {"walk_min", "walk_days", 0},
};
/* The days of all three are needed, and the minutes of those that are not 0. */
#define ALL_DAYS AT_LEAST(3)
static const scale_definition ipaq_sf_scales[] = {
	/* code               also      name                                        items       reversed       needed    formula */
	{"TOTAL",             NO_ALIAS, "MET-minutes a week",                       IPAQ_ITEMS, NONE_REVERSED, ALL_DAYS, COMPUTED_BY(HIGHER_BETTER, ipaq_total, 0, 19278), .unit = 10,
	 .rule = "8 x vigorous + 4 x moderate + 3.3 x walking, each days x minutes; less than 10 minutes count as none, more than 180 as 180; none if more than 960 minutes a day together"},
	{"CATEGORY",          NO_ALIAS, "Category, 1500 of all activity",           IPAQ_ITEMS, NONE_REVERSED, ALL_DAYS, COMPUTED_BY(HIGHER_BETTER, ipaq_category_total, LOW_ACTIVITY, HIGH_ACTIVITY),
	 .rule = IPAQ_RULE("in all")},
	{"CATEGORY_VIG1500",  NO_ALIAS, "Category, 1500 of vigorous activity only", IPAQ_ITEMS, NONE_REVERSED, ALL_DAYS, COMPUTED_BY(HIGHER_BETTER, ipaq_category_vigorous, LOW_ACTIVITY, HIGH_ACTIVITY),
	 .rule = IPAQ_RULE("vigorous")},
};

/* GPAQ version 2 */

/* The order of items in the scale: of each, yes or no, days, hours, minutes. */
static const int gpaq_met[] = {
	8, /* P1-3:   vigorous work */
	4, /* P4-6:   moderate work */
	4, /* P7-9:   travel */
	8, /* P10-12: vigorous recreation */
	4, /* P13-15: moderate recreation */
};
enum {GPAQ_YES = 1, GPAQ_NO = 2};

#define GPAQ_MOST_MINUTES 960 /* a day of one activity (WHO GPAQ analysis guide) */
/* clang-format on */

static int
or_zero(int32_t value)
{
	return value == ANSWER_MISSING ? 0 : value;
}

/* Minutes a week of one activity; false: the answers contradict each other. */
static bool
gpaq_minutes(int32_t does, int32_t days, int32_t hours, int32_t minutes, int *a_week)
{
	int			a_day = 60 * or_zero(hours) + or_zero(minutes);
	bool		some_days = or_zero(days) > 0;

	*a_week = or_zero(days) * a_day;
	if (some_days != (a_day > 0) || a_day > GPAQ_MOST_MINUTES)
		return false;
	return does == ANSWER_MISSING || (does == GPAQ_YES) == some_days;
}

static bool
gpaq_total(const int32_t *values, int64_t *result)
{
	*result = 0;
	for (int i = 0; i < ENTRIES(gpaq_met); i++, values += 4)
	{
		int			minutes;

		if (!gpaq_minutes(values[0], values[1], values[2], values[3], &minutes))
			return false;
		*result += (int64_t) gpaq_met[i] * minutes;
	}
	return true;
}

/* Godin: strenuous, moderate, light */

static const int godin_weights[] = {9, 5, 3};

/* Times a week, each of at least 15 minutes, weighted; all of the first n needed. */
static bool
godin_score(const int32_t *times, int n, int64_t *result)
{
	*result = 0;
	for (int i = 0; i < n; i++)
		*result += (int64_t) godin_weights[i] * times[i];
	return true;
}

static bool
godin_leisure(const int32_t *values, int64_t *result)
{
	return godin_score(values, 3, result);
}

static bool
godin_health(const int32_t *values, int64_t *result)
{
	return godin_score(values, 2, result);
}

/* EVS: days a week x minutes a day */

static bool
evs_minutes(const int32_t *values, int64_t *result)
{
	*result = (int64_t) values[0] * values[1];
	return true;
}

/* clang-format off */
#define GPAQ_ITEMS "P1 P2 P3a P3b P4 P5 P6a P6b P7 P8 P9a P9b P10 P11 P12a P12b P13 P14 P15a P15b"
#define GPAQ_MOST  (DAYS_OF_WEEK * GPAQ_MOST_MINUTES * (8 + 4 + 4 + 8 + 4))

#define GPAQ_BLOCK(does, days, hours, minutes) \
	{does, GPAQ_YES, GPAQ_NO}, {days, 0, DAYS_OF_WEEK}, {hours, 0, 16}, {minutes, 0, 59}

static const item_group gpaq_items[] = {
	GPAQ_BLOCK("P1",  "P2",  "P3a",  "P3b"),
	GPAQ_BLOCK("P4",  "P5",  "P6a",  "P6b"),
	GPAQ_BLOCK("P7",  "P8",  "P9a",  "P9b"),
	GPAQ_BLOCK("P10", "P11", "P12a", "P12b"),
	GPAQ_BLOCK("P13", "P14", "P15a", "P15b"),
	{"P16a", 0, 24}, {"P16b", 0, 59},
};
static const item_condition gpaq_conditions[] = {
	{"P2 P3a P3b",    "P1",  GPAQ_NO}, {"P5 P6a P6b",    "P4",  GPAQ_NO},
	{"P8 P9a P9b",    "P7",  GPAQ_NO}, {"P11 P12a P12b", "P10", GPAQ_NO},
	{"P14 P15a P15b", "P13", GPAQ_NO},
};
static const scale_definition gpaq_scales[] = {
	{"TOTAL", NO_ALIAS, "MET-minutes a week", GPAQ_ITEMS, NONE_REVERSED, AT_LEAST(1), COMPUTED_BY(HIGHER_BETTER, gpaq_total, 0, GPAQ_MOST),
	 .rule = "8 x (vigorous work and recreation) + 4 x (moderate work and recreation, travel), each days x minutes; an activity without answers counts as not done; none if yes or no, days and time of one contradict each other, or its time is over 16 hours"},
};

static const item_group gsltpaq_items[] = {{"strenuous moderate light", 0, 99}};
static const scale_definition gsltpaq_scales[] = {
	{"LSI", NO_ALIAS, "Leisure score index",       "strenuous moderate light", NONE_REVERSED, AT_LEAST(3), COMPUTED_BY(HIGHER_BETTER, godin_leisure, 0, 99 * (9 + 5 + 3)), .rule = "9 x strenuous + 5 x moderate + 3 x light; all of them needed"},
	{"HCS", NO_ALIAS, "Health contribution score", "strenuous moderate",       NONE_REVERSED, AT_LEAST(2), COMPUTED_BY(HIGHER_BETTER, godin_health, 0, 99 * (9 + 5)), .rule = "9 x strenuous + 5 x moderate; both needed"},
};

static const item_group evs_items[] = {{"days", 0, DAYS_OF_WEEK}, {"minutes", 0, A_DAY}};
static const scale_definition evs_scales[] = {
	{"MIN_PER_WEEK", NO_ALIAS, "Minutes a week", "days minutes", NONE_REVERSED, AT_LEAST(2), COMPUTED_BY(HIGHER_BETTER, evs_minutes, 0, DAYS_OF_WEEK * A_DAY), .rule = "days x minutes; both needed"},
};
/* clang-format on */

const instrument_definition activity_instruments[] = {
	{
		.code = "IPAQ-SF",
		.name = "International Physical Activity Questionnaire, short form",
		.version = "short, last 7 days",
		.recall = "last 7 days",
		.licence = "free; no item wording is shipped",
		.note = "minutes are minutes a day, whole, hours multiplied out; they may be missing where "
				"days are 0; CATEGORY and CATEGORY_VIG1500 are the two readings of the 1500 "
				"MET-minutes; 0 low, 1 moderate, 2 high; sit_min is in no score; ages 15 to 69",
		.source = "IPAQ scoring guidelines 2005, in copies; PMC8994706; bouts under 10 minutes, "
				  "their days, and the first reading of the 1500: unconfirmed",
		.mark = UNCONFIRMED,
		.groups = COUNTED(ipaq_sf_items),
		.conditions = COUNTED(ipaq_sf_conditions),
		.scales = COUNTED(ipaq_sf_scales),
	},
	{
		.code = "GPAQ",
		.name = "Global Physical Activity Questionnaire",
		.version = "2",
		.recall = "typical week",
		.licence = "World Health Organization, free; no item wording is shipped",
		.note = "yes is 1, no is 2; time is in hours (a) and minutes (b); an activity none of whose "
				"items is answered counts as not done; P16 (sitting) is in no score",
		.source = "WHO GPAQ analysis guide; OchaUni-Physical-Activity-Measurement/GPAQ-scores",
		.mark = SOURCED,
		.groups = COUNTED(gpaq_items),
		.conditions = COUNTED(gpaq_conditions),
		.scales = COUNTED(gpaq_scales),
	},
	{
		.code = "GSLTPAQ",
		.name = "Godin-Shephard Leisure-Time Physical Activity Questionnaire",
		.recall = "typical week",
		.licence = "free; no item wording is shipped",
		.note = "answers are times a week, each of at least 15 minutes; most studies in oncology have "
				"changed the questionnaire (PMC4542103): forms that ask for minutes are not this one",
		.source = "Godin 2011; Amireault 2015 (PMC4542103); all items needed: our choice",
		.mark = SOURCED,
		.groups = COUNTED(gsltpaq_items),
		.scales = COUNTED(gsltpaq_scales),
	},
	{
		.code = "EVS",
		.name = "Exercise Vital Sign",
		.recall = "last 30 days, or last 7 days",
		.licence = "free; no item wording is shipped",
		.note = "LOINC 89574-8: days are 89555-7 (last 30 days) or 68515-6 (last 7 days), minutes "
				"are 68516-4, and the score is 82290-8; 82291-6 is days of strength training, not "
				"minutes; 0 days need their 0 minutes",
		.source = "HL7 Physical Activity implementation guide 1.0.0; both items needed: our choice",
		.mark = SOURCED,
		.groups = COUNTED(evs_items),
		.scales = COUNTED(evs_scales),
	},
};

const int	activity_count = ENTRIES(activity_instruments);
