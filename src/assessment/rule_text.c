/* rule_text: see rule_text.h. */
#include "assessment/rule_text.h"

#include <stdarg.h>
#include <stdio.h>

typedef struct text_buffer
{
	char	   *text;
	size_t		used;
} text_buffer;

static void append(text_buffer *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void
append(text_buffer *out, const char *format, ...)
{
	size_t		room = RULE_TEXT - out->used;
	va_list		args;
	int			length;

	va_start(args, format);
	length = vsnprintf(out->text + out->used, room, format, args);
	va_end(args);
	if (length < 0)
		return;
	out->used += (size_t) length < room ? (size_t) length : room - 1;
}

static const char *
name_of_item(const scoring_plan *plan, int item)
{
	return plan_text(plan, plan_items(plan)[item].name);
}

static int
slot_number(int64_t slot)
{
	return (int) (uint32_t) (uint64_t) slot;
}

/* A row of a table of values: "5, 4, 4, 3". */
static void
append_row(text_buffer *out, const int64_t *slots, int n)
{
	for (int i = 1; i <= n; i++)
		append(out, "%s%d", i == 1 ? "" : ", ", slot_number(slots[i]));
}

static void
append_table(const scoring_plan *plan, const plan_derived *coding, text_buffer *out)
{
	const plan_item *item = &plan_items(plan)[coding->item];
	const int64_t *slots = (const int64_t *) ((const char *) plan + coding->slots);
	int			n = item->highest - item->lowest + 1;
	const plan_item *by = coding->by < 0 ? NULL : &plan_items(plan)[coding->by];

	if (by == NULL)
		append_row(out, slots, n);
	for (int row = 0; by != NULL && row <= by->highest - by->lowest + 1; row++)
	{
		if (row == 0)
			append(out, "without item %s ", name_of_item(plan, coding->by));
		else
			append(out, "; where it is %d ", by->lowest + row - 1);
		append_row(out, slots + (size_t) row * (size_t) (n + 1), n);
	}
}

static void
append_steps(const scoring_plan *plan, const plan_derived *coding, text_buffer *out)
{
	const int64_t *slots = (const int64_t *) ((const char *) plan + coding->slots);
	const int32_t *up_to = (const int32_t *) ((const char *) plan + coding->up_to);

	for (int i = 0; i < coding->n_steps; i++)
		if (i < coding->n_steps - 1)
			append(out, "%s%d up to %d", i == 0 ? "" : ", ", slot_number(slots[i + 1]), up_to[i]);
		else
			append(out, "%s%d above", i == 0 ? "" : ", ", slot_number(slots[i + 1]));
}

/* "; items 3, 4: 0, 50, 100 (for answers from 1)" */
static void
append_codings(const scoring_plan *plan, const plan_scale *scale, text_buffer *out)
{
	const plan_member *members = plan_members(plan, scale);

	for (int i = 0; i < scale->n_members; i++)
	{
		const plan_derived *coding = plan_member_derived(plan, &members[i]);
		bool		told = false;

		if (coding == NULL || coding->kind == MIRRORED)
			continue;
		for (int j = 0; j < i && !told; j++)
		{
			const plan_derived *other = plan_member_derived(plan, &members[j]);

			told = other != NULL && other->kind != MIRRORED && other->slots == coding->slots;
		}
		if (told)
			continue;
		append(out, "; items");
		for (int j = i; j < scale->n_members; j++)
		{
			const plan_derived *other = plan_member_derived(plan, &members[j]);

			if (other == NULL || other->kind == MIRRORED || other->slots != coding->slots)
				continue;
			append(out, "%s %s", j == i ? "" : ",", name_of_item(plan, other->item));
		}
		append(out, ": ");
		if (coding->kind == TABULATED)
			append_table(plan, coding, out);
		else
			append_steps(plan, coding, out);
		append(out, " (for answers from %d)", plan_items(plan)[coding->item].lowest);
		if (coding->fills_missing)
			append(out, ", %d if not answered",
				   slot_number(((const int64_t *) ((const char *) plan + coding->slots))[0]));
	}
}

static void
append_total(const scoring_plan *plan, const plan_scale *total, text_buffer *out)
{
	const plan_member *members = plan_members(plan, total);
	bool		standardised = total->statistic == STANDARDISED_SUM;

	append(out, "%s", total->statistic == MEAN_OF_SCALES ? "mean of " :
		   standardised ? "50 + 10 x (" : "sum of ");
	for (int i = 0; i < total->n_members; i++)
	{
		const char *code = plan_text(plan, plan_scales(plan)[members[i].index].code);

		if (standardised)
		{
			const plan_weight *weight = &plan_weights(plan, total)[i];

			append(out, "%s%.10g x (%s - %.10g) / %.10g", i == 0 ? "" : " + ", weight->weight, code,
				   weight->mean, weight->sd);
			continue;
		}
		append(out, "%s", i == 0 ? "" : ", ");
		if (members[i].sign < 0)
			append(out, "%d - ", members[i].constant);
		append(out, "%s", code);
	}
	append(out, "%s; all of them needed", standardised ? ")" : "");
	if (total->min_answered > 0)
		append(out, ", and %d of the %u items", total->min_answered, total->n_items);
}

static void
append_formula(const scoring_plan *plan, const plan_scale *scale, text_buffer *out)
{
	switch (scale->statistic)
	{
		case MEAN_MAPPED:
			append(out, "mean of answered items, %d..%d mapped to %d..%d", scale->mean_at[0],
				   scale->mean_at[1], scale->score_at[0], scale->score_at[1]);
			break;
		case SUM_LOOKED_UP:
			append(out, "sum of items, all of them needed; sums from %d give", scale->first_sum);
			for (int i = 0; i < scale->n_table; i++)
				append(out, "%s %.10g", i == 0 ? "" : ",",
					   (double) plan_score_table(plan, scale)[i] / scale->result_unit);
			break;
		case COMPUTED:
			append(out, "%s", plan_text(plan, scale->rule));
			break;
		default:
			if (scale->min_answered == scale->n_members)
				append(out, "sum of items; all of them needed");
			else
				append(out, "sum of answered items x items / answered");
	}
	if (scale->rounding == ROUNDED_UP)
		append(out, ", rounded up");
	else if (scale->rounding == ROUNDED_TO_NEAREST)
		append(out, ", rounded to the nearest whole number");
	append_codings(plan, scale, out);
	if (scale->not_asked_if >= 0)
		append(out, "; none if item %s is answered %d", name_of_item(plan, scale->not_asked_if),
			   scale->answered_as);
}

void
plan_rule_text(const scoring_plan *plan, const plan_scale *scale, char *text)
{
	text_buffer out = {text, 0};

	text[0] = '\0';
	if (scale->is_total)
		append_total(plan, scale, &out);
	else
		append_formula(plan, scale, &out);
}
