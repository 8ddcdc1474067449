/*
 * pro_ctcae: see pro_ctcae.h.
 *
 * Basch et al., Clinical Trials 2021;18:104-114, PMID 33258687, doi
 * 10.1177/1740774520975120, supplemental Table S2: 179 combinations of ratings.
 * The article itself could not be read. Three transcriptions of its table were
 * compared, and agree in all cells that they share: the R package ProAE and the
 * SAS macro of the same group (both with an author of the article), and one made
 * from Table S2 by others. So the table is taken as sourced.
 *
 * In the article a first rating of 0 is one row: grade 0, whatever else. The 179
 * combinations are those with a first rating above 0, and that row of each table.
 * Items 27 and 59 ask for an amount, on the scale of interference.
 */
#include "assessment/indices/pro_ctcae.h"

#include "assessment/indices/index_rule.h"
#include "common/person.h"

#include <stdio.h>

#define SOURCE "Basch 2021, Clin Trials 18:104, PMID 33258687, Table S2 in three transcriptions"
#define ITEM_SOURCE "NCI PRO-CTCAE item library 1.0, item numbers as in ProAE"

/* clang-format off */
static const signed char by_frequency[N_RATINGS]    = {0, 1, 1, 2, 3};
static const signed char by_severity[N_RATINGS]     = {0, 1, 2, 3, 3};
static const signed char by_interference[N_RATINGS] = {0, 1, 1, 2, 2};

/* Rows: first attribute 0 to 4. Columns: second attribute 0 to 4. */
static const signed char by_frequency_severity[N_RATINGS][N_RATINGS] = {
	/* severity          0  1  2  3  4 */
	/* frequency 0 */ {0, 0, 0, 0, 0},
	/* frequency 1 */ {1, 1, 1, 2, 2},
	/* frequency 2 */ {1, 1, 2, 2, 2},
	/* frequency 3 */ {1, 1, 2, 3, 3},
	/* frequency 4 */ {1, 1, 2, 3, 3},
};

static const signed char by_frequency_interference[N_RATINGS][N_RATINGS] = {
	/* interference      0  1  2  3  4 */
	/* frequency 0 */ {0, 0, 0, 0, 0},
	/* frequency 1 */ {1, 1, 1, 2, 2},
	/* frequency 2 */ {1, 1, 1, 2, 2},
	/* frequency 3 */ {1, 1, 2, 3, 3},
	/* frequency 4 */ {1, 1, 2, 3, 3},
};

static const signed char by_severity_interference[N_RATINGS][N_RATINGS] = {
	/* interference     0  1  2  3  4 */
	/* severity 0 */ {0, 0, 0, 0, 0},
	/* severity 1 */ {1, 1, 1, 2, 2},
	/* severity 2 */ {1, 1, 2, 2, 3},
	/* severity 3 */ {1, 2, 2, 3, 3},
	/* severity 4 */ {2, 2, 2, 3, 3},
};

/* A block for each frequency; in it rows of severity, columns of interference. */
static const signed char by_all[N_RATINGS][N_RATINGS][N_RATINGS] = {
	/* frequency 0: grade 0, whatever else */
	{{0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}},
	{	/* frequency 1  interference 0  1  2  3  4 */
		/* severity 0 */                {0, 1, 1, 2, 2},
		/* severity 1 */                {1, 1, 1, 2, 2},
		/* severity 2 */                {1, 2, 2, 2, 3},
		/* severity 3 */                {2, 2, 2, 3, 3},
		/* severity 4 */                {2, 2, 3, 3, 3},
	},
	{	/* frequency 2 */
		/* severity 0 */                {0, 1, 1, 2, 2},
		/* severity 1 */                {1, 1, 1, 2, 2},
		/* severity 2 */                {2, 2, 2, 3, 3},
		/* severity 3 */                {2, 2, 2, 3, 3},
		/* severity 4 */                {2, 2, 3, 3, 3},
	},
	{	/* frequency 3 */
		/* severity 0 */                {1, 1, 1, 2, 2},
		/* severity 1 */                {1, 1, 1, 2, 2},
		/* severity 2 */                {2, 2, 2, 3, 3},
		/* severity 3 */                {2, 2, 3, 3, 3},
		/* severity 4 */                {2, 2, 3, 3, 3},
	},
	{	/* frequency 4 */
		/* severity 0 */                {1, 1, 1, 2, 2},
		/* severity 1 */                {1, 1, 2, 2, 3},
		/* severity 2 */                {2, 2, 2, 3, 3},
		/* severity 3 */                {2, 2, 3, 3, 3},
		/* severity 4 */                {2, 2, 3, 3, 3},
	},
};

static const struct { bool asks[N_ATTRIBUTES]; const signed char *cells; } tables[N_ATTRIBUTE_SETS] = {
	/*                   frequency severity interference */
	[ATTRIBUTES_F] =   {{true,     false,   false}, by_frequency},
	[ATTRIBUTES_S] =   {{false,    true,    false}, by_severity},
	[ATTRIBUTES_I] =   {{false,    false,   true},  by_interference},
	[ATTRIBUTES_FS] =  {{true,     true,    false}, &by_frequency_severity[0][0]},
	[ATTRIBUTES_FI] =  {{true,     false,   true},  &by_frequency_interference[0][0]},
	[ATTRIBUTES_SI] =  {{false,    true,    true},  &by_severity_interference[0][0]},
	[ATTRIBUTES_FSI] = {{true,     true,    true},  &by_all[0][0][0]},
};

#define F	ATTRIBUTES_F
#define S	ATTRIBUTES_S
#define I	ATTRIBUTES_I
#define FS	ATTRIBUTES_FS
#define FI	ATTRIBUTES_FI
#define SI	ATTRIBUTES_SI
#define FSI ATTRIBUTES_FSI
#define YES_NO UNKNOWN

static const signed char items[N_PRO_CTCAE_ITEMS] = {
	/*        1       2       3       4       5       6       7       8       9      10 */
	/*  0 */ S,      S,      SI,     S,      YES_NO, S,      S,      SI,     FS,     FS,
	/* 10 */ FS,     YES_NO, FS,     FS,     S,      F,      FSI,    FI,     SI,     SI,
	/* 20 */ S,      FSI,    FS,     YES_NO, S,      S,      I,      S,      YES_NO, S,
	/* 30 */ YES_NO, YES_NO, YES_NO, YES_NO, YES_NO, S,      YES_NO, YES_NO, SI,     SI,
	/* 40 */ SI,     YES_NO, YES_NO, SI,     S,      SI,     SI,     FSI,    FSI,    FSI,
	/* 50 */ FSI,    SI,     SI,     FSI,    FSI,    FSI,    YES_NO, YES_NO, I,      S,
	/* 60 */ S,      FI,     FI,     YES_NO, FI,     S,      F,      S,      YES_NO, YES_NO,
	/* 70 */ S,      S,      YES_NO, FS,     FS,     YES_NO, FS,     FS,     YES_NO, S,
};
/* clang-format on */

static const char *const attribute_names[] = {"frequency", "severity", "interference"};
static const char *const set_labels[] = PRO_CTCAE_ATTRIBUTES_LABELS;

bool
pro_ctcae_item_attributes(int item, int *attributes, status *st)
{
	if (item < 1 || item > N_PRO_CTCAE_ITEMS)
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "PRO-CTCAE has no item %d", item);
		status_hint(st, "Items are numbered 1 to %d, as in the NCI's item library.",
					N_PRO_CTCAE_ITEMS);
		return false;
	}
	*attributes = items[item - 1];
	return true;
}

static bool
check_ratings(pro_ctcae_attributes asked, const pro_ctcae_ratings *ratings, status *st)
{
	for (int a = 0; a < N_ATTRIBUTES; a++)
	{
		int			value = ratings->value[a];

		if (!ratings->given[a])
			continue;
		if (value < 0 || value > HIGHEST_RATING)
		{
			status_fail(st, FAULT_OUT_OF_RANGE, "%s %d is outside 0..%d", attribute_names[a], value,
						HIGHEST_RATING);
			status_hint(st, "An answer that is no rating, such as \"prefer not to answer\", \"not sexually active\" or \"not applicable\", is NULL.");
			return false;
		}
		if (!tables[asked].asks[a])
		{
			status_fail(st, FAULT_INVALID_PARAMETER, "%s is %d, but attributes %s do not ask for it",
						attribute_names[a], value, set_labels[asked]);
			status_hint(st, "Check the item number and the order of the ratings.");
			return false;
		}
	}
	return true;
}

bool
pro_ctcae_grade(pro_ctcae_attributes asked, const pro_ctcae_ratings *ratings, bool skip_logic,
				int *grade, status *st)
{
	int			cell = 0;
	int			n_asked = 0;
	bool		complete = true;
	bool		first_is_zero = false;

	if (!check_ratings(asked, ratings, st))
		return false;
	for (int a = 0; a < N_ATTRIBUTES; a++)
	{
		int			rating = ratings->given[a] ? ratings->value[a] : 0;

		if (!tables[asked].asks[a])
			continue;
		if (n_asked++ == 0)
			first_is_zero = ratings->given[a] && rating == 0;
		complete = complete && ratings->given[a];
		cell = cell * N_RATINGS + rating;
	}
	*grade = complete || (skip_logic && first_is_zero) ? tables[asked].cells[cell] : UNKNOWN;
	return true;
}

static int
n_rows(pro_ctcae_attributes set)
{
	int			n_asked = 0;

	for (int a = 0; a < N_ATTRIBUTES; a++)
		n_asked += tables[set].asks[a];
	return n_asked == 1 ? 1 : n_asked == 2 ? N_RATINGS : N_RATINGS * N_RATINGS;
}

/* One row of a table: the grades over the last attribute. */
static void
describe_row(pro_ctcae_attributes set, int row, index_rule *rule)
{
	const signed char *cells = tables[set].cells + row * N_RATINGS;
	const bool *asks = tables[set].asks;
	int			last = asks[INTERFERENCE] ? INTERFERENCE : asks[SEVERITY] ? SEVERITY : FREQUENCY;
	int			divisor = n_rows(set);
	int			length;

	index_rule_set(rule, "PRO-CTCAE", SOURCE, SOURCED);
	length = snprintf(rule->rule, sizeof(rule->rule), "%s: ", set_labels[set]);
	for (int a = 0; a < last; a++)
		if (asks[a])
		{
			divisor /= N_RATINGS;
			length += snprintf(rule->rule + length, sizeof(rule->rule) - length, "%s %d, ",
							   attribute_names[a], row / divisor % N_RATINGS);
		}
	snprintf(rule->rule + length, sizeof(rule->rule) - length, "grade for %s 0 to 4",
			 attribute_names[last]);
	snprintf(rule->value, sizeof(rule->value), "%d %d %d %d %d", cells[0], cells[1], cells[2],
			 cells[3], cells[4]);
}

static void
describe_items(int set, index_rule *rule)
{
	int			length = 0;

	index_rule_set(rule, "PRO-CTCAE", ITEM_SOURCE, SOURCED);
	if (set == YES_NO)
		snprintf(rule->rule, sizeof(rule->rule), "items without a grade (yes or no)");
	else
		snprintf(rule->rule, sizeof(rule->rule), "items that ask for %s", set_labels[set]);
	for (int i = 0; i < N_PRO_CTCAE_ITEMS; i++)
		if (items[i] == set)
			length += snprintf(rule->value + length, sizeof(rule->value) - length, "%s%d",
							   length > 0 ? " " : "", i + 1);
}

bool
pro_ctcae_describe(int i, index_rule *rule)
{
	for (int set = YES_NO; set < N_ATTRIBUTE_SETS; set++)
		if (i-- == 0)
		{
			describe_items(set, rule);
			return true;
		}
	for (int set = 0; set < N_ATTRIBUTE_SETS; i -= n_rows(set++))
		if (i < n_rows(set))
		{
			describe_row(set, i, rule);
			return true;
		}
	return false;
}
