/* policy: see policy.h. */
#include "adherence/policy.h"

#include "common/micro.h"
#include "common/table.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char *const break_labels[] = BREAK_POLICY_LABELS;
static const char *const unlogged_labels[] = UNLOGGED_POLICY_LABELS;
static const char *const exit_labels[] = EXIT_POLICY_LABELS;
static const char *const cap_labels[] = DOSE_CAP_LABELS;

/* A choice is one of some labels, or a number within a range. */
typedef struct choice_definition
{
	const char *name;
	const char *const *labels; /* NULL: a number */
	int			n_labels;
	int			standard; /* the default: the first label, or this number */
	int			lowest;
	int			highest;
	int			shift; /* its bits in the packed form; never moved */
} choice_definition;

#define LABELS(array) array, ENTRIES(array)

/*
 * Interruption: three or more consecutive sessions (Nilsen 2018, Fairman 2020).
 * Discontinuation by the tail: any tail that reaches the end of the protocol.
 */
static const choice_definition choices[N_CHOICES] = {
	/*                       name             labels                 default lowest highest shift */
	[CHOICE_BREAKS] =        {"breaks",        LABELS(break_labels),    0,      0,     1,      0},
	[CHOICE_UNLOGGED] =      {"unlogged",      LABELS(unlogged_labels), 0,      0,     2,      8},
	[CHOICE_AFTER_EXIT] =    {"after_exit",    LABELS(exit_labels),     0,      0,     1,     16},
	[CHOICE_CAP] =           {"cap",           LABELS(cap_labels),      0,      0,     2,     24},
	[CHOICE_RUN_SESSIONS] =  {"run_sessions",  NULL, 0,                 3,      1,  9999,     32},
	[CHOICE_TAIL_SESSIONS] = {"tail_sessions", NULL, 0,                 1,      1,  9999,     48},
};

static int
choice_of(int64_t packed, policy_choice c)
{
	unsigned	mask = choices[c].labels != NULL ? 0xff : 0x7fff;

	return (int) ((uint64_t) packed >> choices[c].shift & mask);
}

int64_t
policy_pack(const adherence_policy *policy)
{
	int64_t		packed = 0;

	for (int c = 0; c < N_CHOICES; c++)
		packed |= (int64_t) policy->choice[c] << choices[c].shift;
	return packed;
}

bool
policy_unpack(int64_t packed, adherence_policy *policy)
{
	status		st;

	for (int c = 0; c < N_CHOICES; c++)
		policy->choice[c] = choice_of(packed, c);
	return policy_check(policy, &st) && policy_pack(policy) == packed;
}

static void
set_defaults(adherence_policy *policy)
{
	for (int c = 0; c < N_CHOICES; c++)
		policy->choice[c] = choices[c].standard;
}

int64_t
policy_default(void)
{
	adherence_policy policy;

	set_defaults(&policy);
	return policy_pack(&policy);
}

const char *
policy_choice_name(policy_choice c)
{
	return choices[c].name;
}

int
policy_choice_by_name(const char *name, int length)
{
	for (int c = 0; c < N_CHOICES; c++)
		if (is_word(name, length, choices[c].name))
			return c;
	return -1;
}

bool
policy_choice_is_number(policy_choice c)
{
	return choices[c].labels == NULL;
}

bool
policy_check(const adherence_policy *policy, status *st)
{
	for (int c = 0; c < N_CHOICES; c++)
		if (policy->choice[c] < choices[c].lowest || policy->choice[c] > choices[c].highest)
			return status_fail(st, FAULT_OUT_OF_RANGE, "%s %d is outside %d..%d", choices[c].name,
							   policy->choice[c], choices[c].lowest, choices[c].highest);
	return true;
}

bool
policy_set(adherence_policy *policy, policy_choice c, const char *value, int length, status *st)
{
	const choice_definition *definition = &choices[c];

	if (definition->labels != NULL)
	{
		int			label = word_index(value, length, definition->labels, definition->n_labels);

		if (label < 0)
			return status_fail(st, FAULT_INVALID_TEXT, "\"%.*s\" is no choice of %s",
							   length > 60 ? 0 : length, value, definition->name);
		policy->choice[c] = label;
	}
	else
	{
		int64_t		number;

		if (!count_parse(value, length, &number) || number < definition->lowest ||
			number > definition->highest)
			return status_fail(st, FAULT_INVALID_TEXT, "%s must be a whole number in %d..%d",
							   definition->name, definition->lowest, definition->highest);
		policy->choice[c] = (int) number;
	}
	return true;
}

void
policy_value(const adherence_policy *policy, policy_choice c, char *buffer)
{
	if (choices[c].labels != NULL)
		strcpy(buffer, choices[c].labels[policy->choice[c]]);
	else
		sprintf(buffer, "%d", policy->choice[c]);
}

void
policy_print(const adherence_policy *policy, char *buffer)
{
	char		value[16];

	for (int c = 0; c < N_CHOICES; c++)
	{
		policy_value(policy, c, value);
		buffer += sprintf(buffer, "%s%s=%s", c > 0 ? " " : "", choices[c].name, value);
	}
}

bool
policy_parse(const char *text, adherence_policy *policy, status *st)
{
	field		read;
	field_token token;
	unsigned	seen = 0;

	set_defaults(policy);
	while ((token = next_field(&text, &read, st)) == FIELD_READ)
	{
		int			c = policy_choice_by_name(read.name, read.name_length);

		if (c < 0 || (seen & (1u << c)))
		{
			status_fail(st, FAULT_INVALID_TEXT, "adherence_policy has %s choice \"%.*s\"",
						c < 0 ? "no" : "twice the", read.name_length > 60 ? 0 : read.name_length,
						read.name);
			status_hint(st, "The choices are breaks, unlogged, after_exit, cap, run_sessions and tail_sessions.");
			return false;
		}
		seen |= 1u << c;
		if (!policy_set(policy, c, read.value, read.value_length, st))
			return false;
	}
	if (token == FIELD_SEPARATOR)
		return status_fail(st, FAULT_INVALID_TEXT, "adherence_policy has no \";\"");
	return token == FIELD_END;
}

bool
policy_refuse_different(int64_t a, int64_t b, status *st)
{
	adherence_policy first;
	adherence_policy second;
	char		text[2][POLICY_TEXT];

	policy_unpack(a, &first);
	policy_unpack(b, &second);
	policy_print(&first, text[0]);
	policy_print(&second, text[1]);
	status_fail(st, FAULT_INVALID_PARAMETER, "adherence under different policies cannot be merged");
	status_detail(st, "One is %s, the other %s.", text[0], text[1]);
	status_hint(st, "Make both from the rows again, under one policy.");
	return false;
}

dispositions
policy_dispositions(int64_t packed)
{
	dispositions result;
	int			unlogged = choice_of(packed, CHOICE_UNLOGGED);

	result.of[ATTENDED] = COUNTS_ATTENDED;
	result.of[MISSED] = COUNTS_MISSED;
	result.of[EXCUSED] =
		choice_of(packed, CHOICE_BREAKS) == BREAKS_COUNTED ? COUNTS_MISSED : NOT_COUNTED;
	result.of[UNLOGGED] = unlogged == UNLOGGED_MISSED ? COUNTS_MISSED
		: unlogged == UNLOGGED_EXCLUDED				  ? NOT_COUNTED
													  : COUNTS_UNKNOWN;
	result.of[AFTER_EXIT] =
		choice_of(packed, CHOICE_AFTER_EXIT) == EXIT_COUNTED ? COUNTS_MISSED : NOT_COUNTED;
	result.of[NOT_DUE] = NOT_COUNTED;
	result.of[N_STATUSES] = NOT_COUNTED;
	return result;
}
