/* grip_protocol: see grip_protocol.h. */
#include "assessment/performance/grip_protocol.h"

#include "assessment/performance/rule.h"
#include "assessment/performance/subject.h"
#include "common/decimal.h"
#include "common/table.h"

#include <math.h>
#include <stdio.h>

/* What is made of the trials of a hand. */
typedef enum of_trials
{
	LARGEST_TRIAL,
	MEAN_TRIAL
} of_trials;

/* What is made of two hands. */
typedef enum of_hands
{
	LARGER_HAND, /* or the only one that is known, unless both are needed */
	MEAN_OF_HANDS,
	SUM_OF_HANDS
} of_hands;

typedef struct protocol_rule
{
	of_trials	of_trials;
	int			fewest; /* trials of a hand that must have been done */
	int			most;	/* trials of a hand that the protocol has; 0: any number */
	of_hands	of_hands;
	bool		both_needed;
	const char *value; /* in words */
	const char *source;
	evidence_mark mark;
} protocol_rule;

#define TRIAL_RULES "BMC Geriatrics 2017, doi 10.1186/s12877-017-0625-y, Table 3"

/* clang-format off */
static const protocol_rule rules[N_GRIP_PROTOCOLS] = {
	/*                       of a hand      trials  of the hands    both   value */
	[GRIP_BEST] =          {LARGEST_TRIAL, 1, 0,   LARGER_HAND,    false, "largest of all trials of either hand",
		"FNIH: maximum of either hand (secondary)", SOURCED},
	[GRIP_SOUTHAMPTON] =   {LARGEST_TRIAL, 3, 3,   LARGER_HAND,    true,  "largest of six trials, three of each hand",
		"Roberts 2011, in " TRIAL_RULES, SOURCED},
	[GRIP_ASHT] =          {MEAN_TRIAL,    3, 3,   LARGER_HAND,    false, "mean of three trials of a hand",
		"ASHT 2015, in " TRIAL_RULES, SOURCED},
	[GRIP_AWGS2019] =      {LARGEST_TRIAL, 2, 0,   LARGER_HAND,    false, "largest of at least two trials of a hand, either hand",
		"AWGS 2019; trial rule not read", UNCONFIRMED},
	[GRIP_MEAN_OF_BESTS] = {LARGEST_TRIAL, 1, 0,   MEAN_OF_HANDS,  true,  "mean of the largest trials of the two hands",
		"Rancho Bernardo Study, PMC6997633", SOURCED},
	[GRIP_SUM_OF_BESTS] =  {LARGEST_TRIAL, 3, 3,   SUM_OF_HANDS,   true,  "sum of the largest trials of the two hands, three trials each",
		"NHANES muscle strength, MGX_G; that it is the sum is not read", UNCONFIRMED},
};
/* clang-format on */

static const measure hand_measure[N_HANDS] = {
	[RIGHT_HAND] = MEASURE_RIGHT_KG,
	[LEFT_HAND] = MEASURE_LEFT_KG,
};

typedef struct hand_result
{
	bool		known;
	bool		incomplete; /* some trials, but too few */
	double		kg;
} hand_result;

/* One hand by itself. */
static bool
summarize_hand(grip_protocol protocol, measure m, hand_trials *trials, hand_result *result,
			   status *st)
{
	static const char *const labels[] = GRIP_PROTOCOL_LABELS;
	const protocol_rule *rule = &rules[protocol];
	double		sum = 0;
	double		largest = 0;
	int			done = 0;

	for (int i = 0; i < trials->n; i++)
	{
		if (trials->missing[i])
			continue;
		if (!check_measure(m, i + 1, &trials->kg[i], st))
			return false;
		done++;
		sum += trials->kg[i];
		largest = fmax(largest, trials->kg[i]);
	}
	if (rule->most > 0 && done > rule->most)
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "%s has %d trials, protocol %s has %d",
					measure_name(m), done, labels[protocol], rule->most);
		status_hint(st, "Pass the trials of the protocol, or take protocol best, which has any number of them.");
		return false;
	}
	result->known = done >= rule->fewest;
	result->incomplete = done > 0 && !result->known;
	result->kg = rule->of_trials == MEAN_TRIAL && done > 0 ? round_to_nine_decimals(sum / done) : largest;
	return true;
}

bool
grip_by_protocol(grip_protocol protocol, hand_trials *trials, bool *known, double *kg, status *st)
{
	const protocol_rule *rule = &rules[protocol];
	hand_result right;
	hand_result left;

	if (!summarize_hand(protocol, hand_measure[RIGHT_HAND], &trials[RIGHT_HAND], &right, st) ||
		!summarize_hand(protocol, hand_measure[LEFT_HAND], &trials[LEFT_HAND], &left, st))
		return false;
	*known = rule->both_needed ? right.known && left.known
							   : (right.known || left.known) && !right.incomplete && !left.incomplete;
	if (!*known)
		return true;
	switch (rule->of_hands)
	{
		case LARGER_HAND:
			*kg = fmax(right.kg, left.kg);
			break;
		case MEAN_OF_HANDS:
			*kg = round_to_nine_decimals((right.kg + left.kg) / 2);
			break;
		case SUM_OF_HANDS:
			*kg = round_to_nine_decimals(right.kg + left.kg);
			break;
	}
	return true;
}

void
grip_protocol_rules(rule_writer write, void *context)
{
	static const char *const labels[] = GRIP_PROTOCOL_LABELS;
	static const performance_rule both_hands = {"grip strength", "asht, both hands", UNKNOWN, "the larger mean", "kg", "exonc", UNCONFIRMED};

	for (grip_protocol p = 0; p < N_GRIP_PROTOCOLS; p++)
	{
		const performance_rule line = {"grip strength", labels[p], UNKNOWN, rules[p].value, "kg", rules[p].source, rules[p].mark};

		write(context, &line);
	}
	write(context, &both_hands);
}
