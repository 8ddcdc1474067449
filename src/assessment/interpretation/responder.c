/* responder: see responder.h. */
#include "assessment/interpretation/responder.h"

#include "common/decimal.h"

static const char *const direction_labels[] = CHANGE_DIRECTION_LABELS;
static const char *const better_labels[] = SCORE_DIRECTION_LABELS;

static bool
set_better(const interpretation *of, int better, change_rule *rule, status *st)
{
	if (better == NOT_GIVEN && !of->known)
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "the better end of measure \"%s\" is not known",
					of->code);
		status_hint(st, "Give the argument better, and the amounts if the library has none.");
		return false;
	}
	if (better != NOT_GIVEN && of->known && better != (int) of->direction)
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "measure \"%s\" is %s, not %s", of->code,
					better_labels[of->direction], better_labels[better]);
		status_hint(st, "Leave out the argument better for a measure that exonc.measures() lists.");
		return false;
	}
	rule->better = of->known ? of->direction : (score_direction) better;
	return true;
}

bool
make_change_rule(const interpretation *of, int better, change_amount amount,
				 const double *const given[N_DIRECTIONS], change_rule *rule, status *st)
{
	if (!set_better(of, better, rule, st))
		return false;
	rule->amount = amount;
	for (change_direction d = IMPROVEMENT; d < N_DIRECTIONS; d++)
	{
		const important_difference *row = of->difference[amount][d];

		rule->row[d] = NULL;
		rule->needed[d] = NO_AMOUNT;
		if (given[d] == NULL)
		{
			rule->row[d] = row;
			if (row != NULL)
				rule->needed[d] = difference_value(row, d);
			continue;
		}
		rule->needed[d] = could_be_real(*given[d]) ? undo_real(*given[d]) : *given[d];
		if (!(rule->needed[d] > 0) || isinf(rule->needed[d]))
		{
			status_fail(st, FAULT_OUT_OF_RANGE, "%s %.10g is not an amount above zero",
						direction_labels[d], *given[d]);
			status_hint(st, "Both amounts are positive, in the unit of the measure, whichever end "
							"is the better one.");
			return false;
		}
	}
	return true;
}

bool
measure_change(const change_rule *rule, double baseline, double followup, double *change,
			   double toward[N_DIRECTIONS])
{
	double		higher = followup - baseline;

	*change = round_to_nine_decimals(higher);
	if (rule->amount == PERCENT && baseline == 0)
		return false;
	higher = rule->amount == PERCENT ? round_to_nine_decimals(higher * 100.0 / fabs(baseline))
									 : *change;
	toward[IMPROVEMENT] = rule->better == HIGHER_BETTER ? higher : 0 - higher;
	toward[DETERIORATION] = 0 - toward[IMPROVEMENT];
	return true;
}

int
change_reached(const change_rule *rule, const double toward[N_DIRECTIONS],
			   change_direction direction)
{
	if (rule->needed[direction] == NO_AMOUNT)
		return toward[direction] > 0 ? UNKNOWN : 0;
	return toward[direction] >= rule->needed[direction];
}

int
change_class_of(const change_rule *rule, const double toward[N_DIRECTIONS])
{
	int			improved = change_reached(rule, toward, IMPROVEMENT);
	int			deteriorated = change_reached(rule, toward, DETERIORATION);

	if (rule->needed[IMPROVEMENT] == NO_AMOUNT && rule->needed[DETERIORATION] == NO_AMOUNT)
		return UNKNOWN;
	if (improved == UNKNOWN || deteriorated == UNKNOWN)
		return UNKNOWN;
	return improved ? IMPROVED : deteriorated ? DETERIORATED : STABLE;
}
