/*
 * Any definition and any answers: a definition is refused or makes a plan, a
 * form is refused or scored, and a score lies in the range of its scale.
 * Definitions have codings, tables, roundings, computed scores and standardised
 * sums.
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

enum
{
	N_VALUES = 96
};

/* What a scale needs beside its lists, so that it lives as long as the definition. */
typedef struct scale_parts
{
	char		items[2][LIST];
	char		by[LIST];
	item_coding codings[2];
	int			values[2][N_VALUES]; /* 9 answers, by another item of 9 or none */
	coding_step steps[2][4];
	int			scores[N_VALUES];
} scale_parts;

/* Values or steps, for some items of the scale, perhaps by another item. */
static void
fill_coding(reader *in, scale_parts *parts, int which)
{
	item_coding *coding = &parts->codings[which];

	*coding = (item_coding){list(in, parts->items[which])};
	if (byte(in) % 2)
	{
		coding->values = parts->values[which];
		coding->n_values = byte(in) % N_VALUES;
		for (int i = 0; i < coding->n_values; i++)
			parts->values[which][i] = number(in);
		if (byte(in) % 4 == 0)
			coding->by = list(in, parts->by);
	}
	else
	{
		coding->steps = parts->steps[which];
		coding->n_steps = byte(in) % 4;
		for (int i = 0; i < coding->n_steps; i++)
			parts->steps[which][i] = (coding_step){number(in), number(in)};
	}
	coding->fills_missing = byte(in) % 3 == 0;
	coding->missing_as = number(in);
}

/* A score that stays in 0..15, or none. */
static bool
some_computation(const int32_t *values, int64_t *result)
{
	*result = values[0] & 15;
	return values[0] != ANSWER_MISSING;
}

/* Tables go up or down evenly, now and then anyhow. */
static void
fill_scores(reader *in, scale_definition *scale, scale_parts *parts)
{
	int			slope = byte(in) % 7 - 3;

	scale->table = (score_table){number(in), parts->scores, byte(in) % N_VALUES, byte(in) % 8};
	for (int i = 0; i < scale->table.n_scores; i++)
		parts->scores[i] = 100 + slope * i + (byte(in) < 4 ? byte(in) : 0);
}

static void
fill_statistic(reader *in, scale_definition *scale, scale_parts *parts)
{
	scale->statistic = (scale_statistic) (byte(in) % N_SCALE_STATISTICS);
	if (scale->statistic == SUM_LOOKED_UP)
		fill_scores(in, scale, parts);
	if (scale->statistic == COMPUTED)
	{
		scale->compute = byte(in) % 16 ? some_computation : NULL;
		scale->range = (score_span){0, 15};
		scale->unit = byte(in) % 3;
	}
	else if (byte(in) % 8 == 0)
		scale->range = (score_span){number(in), number(in)};
	if (byte(in) % 4 == 0)
		scale->rounding = (score_rounding) (byte(in) % N_SCORE_ROUNDINGS);
	scale->n_codings = byte(in) % 4 == 0 ? byte(in) % 3 : 0;
	scale->codings = parts->codings;
	for (int i = 0; i < scale->n_codings; i++)
		fill_coding(in, parts, i);
}

/* Lawful, or nearly so: items 1 to 9 with one range, perhaps all coded, perhaps by item 9. */
static void
make_lawful(reader *in, scale_definition *scale, scale_parts *parts, const item_group *group)
{
	static const struct
	{
		const char *items;
		int			n;
	} lists[] = {{"1", 1}, {"1-3", 3}, {"2 4 6", 3}, {"1-9", 9}};
	int			which = byte(in) % 4;
	int			n_answers = group->highest - group->lowest + 1;
	int			low = group->lowest;
	int			high = group->highest;

	*scale = (scale_definition){scale->code, NULL, "scale", lists[which].items};
	scale->statistic = (scale_statistic) (byte(in) % N_SCALE_STATISTICS);
	scale->min_answered = scale->statistic == SUM_LOOKED_UP ? lists[which].n : 1 + byte(in) % lists[which].n;
	scale->reversed = byte(in) % 3 == 0 ? ALL_REVERSED : NULL;
	if (scale->reversed == NULL && byte(in) % 2)
	{
		item_coding *coding = &parts->codings[0];

		*coding = (item_coding){lists[which].items, parts->values[0], n_answers};
		if (byte(in) % 2)
		{
			coding->by = "9";
			coding->n_values *= n_answers + 1;
		}
		coding->fills_missing = byte(in) % 2;
		coding->missing_as = byte(in) % 8;
		low = coding->fills_missing ? coding->missing_as : 7;
		high = coding->fills_missing ? coding->missing_as : 0;
		for (int i = 0; i < coding->n_values; i++)
		{
			int			value = parts->values[0][i] = byte(in) % 8;

			low = value < low ? value : low;
			high = value > high ? value : high;
		}
		scale->codings = coding;
		scale->n_codings = 1;
	}
	if (scale->statistic == SUM_LOOKED_UP)
	{
		int			slope = byte(in) % 7 - 3;

		/* Now and then one score short. */
		scale->table = (score_table){low * lists[which].n, parts->scores,
									 (high - low) * lists[which].n + (byte(in) % 8 > 0), byte(in) % 3};
		for (int i = 0; i < scale->table.n_scores; i++)
			parts->scores[i] = slope * i;
	}
	else if (scale->statistic == COMPUTED)
	{
		scale->compute = some_computation;
		scale->range = (score_span){0, 15};
		scale->unit = byte(in) % 3;
	}
	else
	{
		scale->rounding = (score_rounding) (byte(in) % N_SCORE_ROUNDINGS);
		scale->mean_at = (score_span){low, high + 1};
		scale->score_at = (score_span){byte(in), -1 - byte(in)};
	}
}

/* Only lawful scales, and totals of them. */
static void
make_all_lawful(reader *in, instrument_definition *def, item_group *group, scale_definition *scales,
				scale_parts *parts, total_definition *totals, total_member members[2][4])
{
	int			lowest = byte(in) % 4;

	*group = (item_group){"1-9", lowest, lowest + 1 + byte(in) % 8};
	def->n_groups = 1;
	def->n_missing_codes = 0;
	def->n_scales = 1 + byte(in) % N_CODES;
	for (int i = 0; i < def->n_scales; i++)
	{
		scales[i].code = codes[i];
		make_lawful(in, &scales[i], &parts[i], group);
	}
	def->n_totals = byte(in) % 3;
	for (int i = 0; i < def->n_totals; i++)
	{
		totals[i] = (total_definition){i == 0 ? "T" : "U", NULL, "total", members[i], 1 + byte(in) % 4};
		totals[i].statistic = (total_statistic) (byte(in) % N_TOTAL_STATISTICS);
		if (totals[i].n_members > def->n_scales)
			totals[i].n_members = def->n_scales;
		for (int j = 0; j < totals[i].n_members; j++)
		{
			bool		reversed = totals[i].statistic != STANDARDISED_SUM && byte(in) % 4 == 0;

			members[i][j] = (total_member){codes[byte(in) % def->n_scales], reversed, byte(in) / 3.0,
										   (1 + byte(in)) / 7.0, (byte(in) - 128) / 100.0};
		}
	}
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
	scale_parts parts[N_CODES];
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
		scales[i].mean_at = (score_span){number(&in), number(&in)};
		scales[i].score_at = (score_span){number(&in), number(&in)};
		fill_statistic(&in, &scales[i], &parts[i]);
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
		{
			members[i][j] = (total_member){codes[byte(&in) % N_CODES], byte(&in) % 2};
			members[i][j].mean = number(&in);
			members[i][j].sd = number(&in) / 4.0;
			members[i][j].weight = number(&in) - 4.0;
		}
		totals[i].min_items = byte(&in) % 20;
		totals[i].statistic = (total_statistic) (byte(&in) % N_TOTAL_STATISTICS);
	}

	if (byte(&in) % 2)
		make_all_lawful(&in, &def, &groups[0], scales, parts, totals, members);
	plan_bytes = scoring_plan_size(&def, &st);
	if (plan_bytes > 0)
	{
		scoring_plan *plan = malloc(plan_bytes);

		if (scoring_plan_build(&def, plan, &st))
			score_some_forms(plan, &in);
		free(plan);
	}

	/* What is left scores forms of some built-in instrument. */
	score_some_forms(builtin_plan(byte(&in) % instrument_count(), &st), &in);
	return 0;
}
