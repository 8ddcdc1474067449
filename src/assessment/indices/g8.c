/*
 * g8: see g8.h.
 *
 * Bellera et al., Annals of Oncology 2012;23:2166-2172, doi 10.1093/annonc/mdr587.
 * The item table was read in two reprints of the article's form (a congress
 * slide and a thesis, both citing it) and in one implementation; they agree.
 * One calculator prints "> 19 to < 21" and so leaves BMI 19 without points; the
 * form says 19 to < 21.
 */
#include "assessment/indices/g8.h"

#include "assessment/indices/index_rule.h"
#include "common/decimal.h"
#include "common/limits.h"

#include <math.h>
#include <stdio.h>

#define SOURCE "Bellera 2012, Ann Oncol 23:2166, doi 10.1093/annonc/mdr587"
#define MAX_ANSWERS 4
#define NO_MORE (-1)

typedef struct g8_item_rule
{
	const char *name;
	double		points[MAX_ANSWERS];
	const char *meaning;
} g8_item_rule;

/* A band is entered at its lowest value and left at that of the next one. */
typedef struct g8_band
{
	double		from;
	double		points;
	const char *name;
} g8_band;

#define LOWEST 0 /* the first band has no lower end */

/* clang-format off */
static const g8_item_rule items[N_G8_ITEMS] = {
	/*                         name                 points                    what they mean */
	[G8_APPETITE] =           {"appetite",          {0, 1, 2, NO_MORE},       "2 is the best answer"},
	[G8_WEIGHT_LOSS] =        {"weight_loss",       {0, 1, 2, 3},             "0 over 3 kg in 3 months, 1 unknown, 2 from 1 to 3 kg, 3 none"},
	[G8_MOBILITY] =           {"mobility",          {0, 1, 2, NO_MORE},       "2 is the best answer"},
	[G8_NEUROPSYCHOLOGICAL] = {"neuropsychological", {0, 1, 2, NO_MORE},      "2 is the best answer"},
	[G8_MEDICATION] =         {"medication",        {0, 1, NO_MORE, NO_MORE}, "0 more than three drugs a day, 1 no more than three"},
	[G8_SELF_RATED_HEALTH] =  {"self_rated_health", {0, 0.5, 1, 2},           "0.5 unknown, 2 is the best answer"},
};

static const g8_band bmi_bands[] = {
	/* kg/m2  points */
	{LOWEST,  0,     "below 19"},
	{19,      1,     "19 to below 21"},
	{21,      2,     "21 to below 23"},
	{23,      3,     "23 or more"},
};

static const g8_band age_bands[] = {
	/* completed years  points */
	{LOWEST,  2,     "below 80"},
	{80,      1,     "80 to 85"},
	{86,      0,     "above 85"},
};
/* clang-format on */

/* Impaired is a score of at most this: the person needs a geriatric assessment. */
#define IMPAIRED_AT_MOST 14

/* What no patient has: another unit, or a year of birth. */
static const value_limits limits_of_bmi = {"bmi_kg_m2", "kg/m2", 8, 100,
	"Body mass index is weight in kilograms over height in metres squared."};
static const value_limits limits_of_age = LIMITS_OF_AGE;

static double
band_points(const g8_band *bands, int n_bands, double value)
{
	double		points = bands[0].points;

	for (int i = 1; i < n_bands && value >= bands[i].from; i++)
		points = bands[i].points;
	return points;
}

/* "0, 1, 2"; returns the length. */
static int
print_points(g8_item item, char *text, size_t size)
{
	int			length = 0;

	for (int i = 0; i < MAX_ANSWERS && items[item].points[i] != NO_MORE; i++)
		length += snprintf(text + length, size - length, "%s%g", i > 0 ? ", " : "",
						   items[item].points[i]);
	return length;
}

static bool
check_points(g8_item item, double points, status *st)
{
	char		allowed[32];

	for (int i = 0; i < MAX_ANSWERS && items[item].points[i] != NO_MORE; i++)
		if (points == items[item].points[i])
			return true;
	print_points(item, allowed, sizeof(allowed));
	status_fail(st, FAULT_OUT_OF_RANGE, "%.10g is no number of points for %s of the G8", points,
				items[item].name);
	status_detail(st, "The points are %s: %s.", allowed, items[item].meaning);
	status_hint(st, "Give the points printed on the form, and NULL where the item was not answered.");
	return false;
}

bool
g8_score(const g8_form *form, double *score, status *st)
{
	double		bmi = round_to_nine_decimals(undo_real(form->bmi_kg_m2));
	double		age = undo_real(form->age);

	*score = 0;
	for (g8_item item = 0; item < N_G8_ITEMS; item++)
	{
		if (!check_points(item, form->points[item], st))
			return false;
		*score += form->points[item];
	}
	if (!check_limits(&limits_of_bmi, bmi, st) || !check_limits(&limits_of_age, age, st))
		return false;
	*score += band_points(bmi_bands, ENTRIES(bmi_bands), bmi);
	*score += band_points(age_bands, ENTRIES(age_bands), floor(age));
	return true;
}

static void
describe_band(index_rule *rule, const char *item, const g8_band *band)
{
	snprintf(rule->rule, sizeof(rule->rule), "points for %s %s", item, band->name);
	snprintf(rule->value, sizeof(rule->value), "%g", band->points);
}

bool
g8_describe(int i, index_rule *rule)
{
	index_rule_set(rule, "G8", SOURCE, SOURCED);
	if (i < N_G8_ITEMS)
	{
		int			length = print_points(i, rule->value, sizeof(rule->value));

		snprintf(rule->rule, sizeof(rule->rule), "points for %s", items[i].name);
		snprintf(rule->value + length, sizeof(rule->value) - length, ": %s", items[i].meaning);
		return true;
	}
	i -= N_G8_ITEMS;
	if (i < ENTRIES(bmi_bands))
	{
		describe_band(rule, "bmi_kg_m2", &bmi_bands[i]);
		return true;
	}
	i -= ENTRIES(bmi_bands);
	if (i < ENTRIES(age_bands))
	{
		describe_band(rule, "age in completed years", &age_bands[i]);
		return true;
	}
	if (i > ENTRIES(age_bands))
		return false;
	snprintf(rule->rule, sizeof(rule->rule), "impaired if the score is at most");
	snprintf(rule->value, sizeof(rule->value), "%d", IMPAIRED_AT_MOST);
	return true;
}
