/*
 * Any definition and any answers: a definition is refused or makes a plan, a
 * form is refused or scored, and a score lies in the range of its scale.
 */
#include "assessment/scoring.h"

#include <stdio.h>
#include <stdlib.h>

/* The input, read byte by byte; zeros after its end. */
typedef struct reader
{
	const uint8_t *next;
	size_t		left;
} reader;

static int
byte(reader *in)
{
	if (in->left == 0)
		return 0;
	in->left--;
	return *in->next++;
}

/* Mostly small, sometimes anything. */
static int
number(reader *in)
{
	int			value = byte(in);

	if (value < 240)
		return value % 16;
	value = (int) (((uint32_t) byte(in) << 24) | ((uint32_t) byte(in) << 16) |
				   ((uint32_t) byte(in) << 8) | (uint32_t) byte(in));
	return value;
}

enum
{
	N_CODES = 8,
	LIST = 40
};

static const char *const codes[N_CODES] = {"A", "B", "C", "D", "E", "F", "G", "H"};

/* Words of a list of items: names, runs, and what is neither. */
static const char *const words[] = {"1",   "2",	  "3-5",  "6-9", "X1-3", "X2", "pain", "10", "11-14",
									"X4-4", "5-3", "X-2", "X1-", "-",	 "*",  "99-101"};

/* A list of words, or now and then any bytes at all. */
static const char *
list(reader *in, char *buffer)
{
	int			length = 0;

	if (byte(in) < 16)
	{
		length = byte(in) % (LIST - 1);
		for (int i = 0; i < length; i++)
			buffer[i] = (char) byte(in);
	}
	else
		for (int n = byte(in) % 5; n > 0; n--)
			length += snprintf(buffer + length, (size_t) (LIST - length), "%s ",
							   words[byte(in) % (sizeof(words) / sizeof(words[0]))]);
	buffer[length] = '\0';
	return buffer;
}

static void
score_some_forms(const scoring_plan *plan, reader *in)
{
	for (int form = 0; form < 4; form++)
	{
		int32_t		answers[MAX_ITEMS];
		scale_score all[MAX_SCALES];
		checked_form checked;
		status		st;

		int			n_missing = 0;

		for (int i = 0; i < plan->n_items; i++)
		{
			answers[i] = byte(in) < 32 ? ANSWER_MISSING : number(in);
			n_missing += answers[i] == ANSWER_MISSING;
		}
		n_missing += apply_missing_codes(plan, NULL, 0, answers, plan->n_items, answers);
		if (!check_answers(plan, answers, plan->n_items, n_missing, &checked, &st))
		{
			if (st.code != FAULT_OUT_OF_RANGE)
				abort();
			for (int i = 0; i < plan->n_items; i++)
				if (answers[i] != ANSWER_MISSING && !answer_in_range(&plan_items(plan)[i], answers[i]))
					answers[i] = plan_items(plan)[i].highest;
		}
		if (!check_answers(plan, answers, plan->n_items, n_missing, &checked, &st))
			abort();
		score_all(plan, &checked, all);
		for (int k = 0; k < plan->n_scales; k++)
		{
			const plan_scale *scale = &plan_scales(plan)[k];
			scale_score one;

			score_scale(plan, k, &checked, &one);
			if (one.present != all[k].present || one.answered != all[k].answered ||
				(one.present && one.score != all[k].score))
				abort();
			if (all[k].answered < 0 || all[k].answered > (int) scale->n_items)
				abort();
			if (all[k].present && !(all[k].score >= scale->lowest && all[k].score <= scale->highest))
				abort();
		}
	}
}

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	reader		in = {data, size};
	char		lists[4 + 3 * N_CODES][LIST];
	char		(*next_list)[LIST] = lists;
	item_group	groups[4];
	int			missing_codes[2];
	scale_definition scales[N_CODES] = {0};
	total_member members[2][4];
	total_definition totals[2] = {0};
	instrument_definition def = {.code = "FUZZ", .name = "fuzz", .source = "fuzz"};
	status		st;
	size_t		plan_bytes;

	def.n_groups = byte(&in) % 5;
	def.groups = groups;
	for (int i = 0; i < def.n_groups; i++)
		groups[i] = (item_group){list(&in, *next_list++), number(&in), number(&in)};
	def.n_missing_codes = byte(&in) % 3;
	def.missing_codes = missing_codes;
	missing_codes[0] = number(&in);
	missing_codes[1] = number(&in);
	def.n_scales = byte(&in) % (N_CODES + 1);
	def.scales = scales;
	for (int i = 0; i < def.n_scales; i++)
	{
		scales[i].code = codes[byte(&in) == 2 ? 0 : i];
		scales[i].name = "scale";
		scales[i].items = list(&in, *next_list++);
		scales[i].reversed = byte(&in) % 2 ? list(&in, *next_list++) : NULL;
		scales[i].not_asked_if = byte(&in) % 4 == 0 ? list(&in, *next_list++) : NULL;
		scales[i].answered_as = number(&in);
		scales[i].min_answered = byte(&in) % 9;
		scales[i].statistic = byte(&in) % 2 ? MEAN_MAPPED : SUM_PRORATED;
		scales[i].mean_at = (score_span){number(&in), number(&in)};
		scales[i].score_at = (score_span){number(&in), number(&in)};
	}
	def.n_totals = byte(&in) % 3;
	def.totals = totals;
	for (int i = 0; i < def.n_totals; i++)
	{
		totals[i].code = i == 0 ? "T" : "U";
		totals[i].name = "total";
		totals[i].n_members = byte(&in) % 5;
		totals[i].members = members[i];
		for (int j = 0; j < 4; j++)
			members[i][j] = (total_member){codes[byte(&in) % N_CODES], byte(&in) % 2};
		totals[i].min_items = byte(&in) % 20;
		totals[i].statistic = byte(&in) % 2 ? MEAN_OF_SCALES : SUM_OF_SCALES;
	}

	plan_bytes = scoring_plan_size(&def, &st);
	if (plan_bytes > 0)
	{
		scoring_plan *plan = malloc(plan_bytes);

		if (scoring_plan_build(&def, plan, &st))
			score_some_forms(plan, &in);
		free(plan);
	}

	/* What is left scores QLQ-C30 forms. */
	score_some_forms(builtin_plan(0, &st), &in);
	return 0;
}
