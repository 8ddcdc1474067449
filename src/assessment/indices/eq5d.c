/*
 * eq5d: see eq5d.h.
 *
 * The terms besides the five dimensions are those of the published 5L value sets:
 * a constant once any dimension is above level 1 (Belgium 2022, Japan 2016), once
 * any is at 4 or 5 (South Korea 2016), once any is at 5 (Australia 2023); and for
 * Canada 2016 a term for each dimension at 4 or 5 and one for the square of their
 * number beyond the first.
 */
#include "assessment/indices/eq5d.h"

#include "assessment/indices/index_rule.h"

#include <stdio.h>

static const char *const codes[] = EQ5D_DIMENSION_CODES;

size_t
eq5d_value_set_size(bool is_table)
{
	return offsetof(eq5d_value_set, value) + (is_table ? N_STATES * sizeof(double) : 0);
}

bool
eq5d_state(const int *levels, int *state, status *st)
{
	*state = 0;
	for (int d = 0; d < N_DIMENSIONS; d++)
	{
		if (levels[d] < 1 || levels[d] > N_LEVELS)
		{
			status_fail(st, FAULT_OUT_OF_RANGE, "level %d of %s is outside 1..%d", levels[d], codes[d],
						N_LEVELS);
			status_hint(st, "EQ-5D-5L levels run from 1 (no problems) to 5; a missing answer is NULL.");
			return false;
		}
		*state = *state * 10 + levels[d];
	}
	return true;
}

/* The levels of a state; false if it is none. */
static bool
levels_of(int state, int *levels)
{
	if (state < BEST_STATE || state > WORST_STATE)
		return false;
	for (int d = N_DIMENSIONS - 1; d >= 0; d--, state /= 10)
	{
		levels[d] = state % 10;
		if (levels[d] < 1 || levels[d] > N_LEVELS)
			return false;
	}
	return true;
}

int
state_place(int state)
{
	int			levels[N_DIMENSIONS];
	int			place = 0;

	if (!levels_of(state, levels))
		return -1;
	for (int d = 0; d < N_DIMENSIONS; d++)
		place = place * N_LEVELS + levels[d] - 1;
	return place;
}

static eq5d_term
sum_of_terms(const eq5d_value_set *set, const int *levels)
{
	eq5d_term	sum = set->constant;
	int			highest = 1;
	int			severe = 0; /* dimensions at level 4 or 5 */

	for (int d = 0; d < N_DIMENSIONS; d++)
	{
		sum += set->level[d][levels[d] - 1];
		if (levels[d] > highest)
			highest = levels[d];
		if (levels[d] < SEVERE)
			continue;
		sum += set->each_4_or_5[d];
		severe++;
	}
	if (highest > 1)
		sum += set->any_above_1;
	if (highest >= SEVERE)
		sum += set->any_4_or_5 + set->squared_4_or_5 * (severe - 1) * (severe - 1);
	if (highest == N_LEVELS)
		sum += set->any_5;
	return sum;
}

/* Rounded half away from zero, as PostgreSQL's round(numeric) does. */
static double
rounded(eq5d_term sum, int decimals)
{
	eq5d_term	unit = 1;
	double		scale = 1;
	eq5d_term	half;

	for (int i = decimals; i < TERM_DECIMALS; i++)
		unit *= 10;
	for (int i = 0; i < decimals; i++)
		scale *= 10;
	half = unit / 2;
	return (double) ((sum + (sum < 0 ? -half : half)) / unit) / scale;
}

bool
eq5d_index(const eq5d_value_set *set, int state, double *index, status *st)
{
	int			levels[N_DIMENSIONS];

	if (!levels_of(state, levels))
	{
		status_fail(st, FAULT_OUT_OF_RANGE, "%d is no EQ-5D-5L state", state);
		status_hint(st, "A state is five digits from 1 to 5: mobility, self-care, usual activities, pain/discomfort, anxiety/depression.");
		return false;
	}
	*index = set->is_table ? set->value[state_place(state)]
						   : rounded(sum_of_terms(set, levels), set->decimals);
	return true;
}

bool
eq5d_check_signs(const eq5d_value_set *set, status *st)
{
	double		best;
	double		worst;

	if (!eq5d_index(set, BEST_STATE, &best, st) || !eq5d_index(set, WORST_STATE, &worst, st))
		return false;
	if (best > worst)
		return true;
	status_fail(st, FAULT_INVALID_PARAMETER,
				"EQ-5D-5L value set gives state %d the value %g and state %d the value %g", BEST_STATE,
				best, WORST_STATE, worst);
	status_hint(st, "Terms are added, so decrements are negative numbers.");
	return false;
}

bool
eq5d_describe(int i, index_rule *rule)
{
	static const struct { const char *rule; const char *value; } lines[] = {
		{"state", "levels 1 to 5 of MO SC UA PD AD as five digits; all five needed"},
		{"index", "by the caller's value set: a table of 3125 states, or a sum of terms"},
		{"term any_above_1", "added once if a dimension is above level 1"},
		{"term any_4_or_5", "added once if a dimension is at level 4 or 5"},
		{"term any_5", "added once if a dimension is at level 5"},
		{"term each_4_or_5", "added for each dimension at level 4 or 5"},
		{"term squared_4_or_5", "times the square of the number of dimensions at 4 or 5 less one"},
		{"decimals of a sum of terms", "3 unless the value set says otherwise; half away from zero"},
	};

	if (i >= ENTRIES(lines))
		return false;
	index_rule_set(rule, "EQ-5D-5L", "EuroQol; value sets of Australia, Belgium, Canada, Japan, South Korea",
				   SOURCED);
	snprintf(rule->rule, sizeof(rule->rule), "%s", lines[i].rule);
	snprintf(rule->value, sizeof(rule->value), "%s", lines[i].value);
	return true;
}
