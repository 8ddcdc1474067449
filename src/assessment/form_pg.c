/* form_pg.c: the answers of a form as an array, and what is wrong with them as rows. */
#include "assessment/assessment_pg.h"

#include "assessment/scoring.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_check_answers);

/* The array must hold the answers to the items in order, and nothing else. */
static bool
check_shape(ArrayType *array, status *st)
{
	if (ARR_NDIM(array) == 0 || (ARR_NDIM(array) == 1 && ARR_LBOUND(array)[0] == 1))
		return true;
	status_fail(st, FAULT_INVALID_PARAMETER,
				"answers must be a one-dimensional array with subscripts from 1");
	status_hint(st, "The position in the array is the place of the item in the questionnaire.");
	return false;
}

static void
read_answers(ArrayType *array, answer_form *f)
{
	int			n = ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
	const int32 *values = (const int32 *) ARR_DATA_PTR(array);
	const int32 *first = values;
	const bits8 *bitmap = ARR_NULLBITMAP(array);

	Assert(ARR_ELEMTYPE(array) == INT4OID);
	f->answers = values;
	f->n_answers = n;
	f->n_missing = 0;
	if (bitmap == NULL || n > MAX_ITEMS)
		return;
	for (int i = 0; i < n; i += 8)
	{
		bits8		present = bitmap[i / 8];

		/* Most answers are there: eight at once where none is missing. */
		if (present == 0xFF)
		{
			memcpy(&f->buffer[i], values, 8 * sizeof(int32));
			values += 8;
			continue;
		}
		for (int j = i; j < Min(i + 8, n); j++, present >>= 1)
			f->buffer[j] = present & 1 ? *values++ : ANSWER_MISSING;
	}
	f->answers = f->buffer;
	f->n_missing = n - (int) (values - first);
}

/* The codes of the caller: how many, if they are right. */
static bool
read_missing(const scoring_plan *plan, ArrayType *missing, int *n_codes, status *st)
{
	*n_codes = ArrayGetNItems(ARR_NDIM(missing), ARR_DIMS(missing));
	if (ARR_HASNULL(missing))
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "missing must not contain NULL");
		status_hint(st, "NULL is not answered in any case: name the other codes only.");
		return false;
	}
	return check_missing_codes(plan, (const int32 *) ARR_DATA_PTR(missing), *n_codes, st);
}

bool
read_form(const scoring_plan *plan, ArrayType *array, ArrayType *missing, answer_form *f,
		  status *st)
{
	int			n_codes;

	if (!check_shape(array, st) || !read_missing(plan, missing, &n_codes, st))
		return false;
	read_answers(array, f);
	if ((n_codes > 0 || plan->n_missing_codes > 0) && f->n_answers <= MAX_ITEMS)
	{
		f->n_missing += apply_missing_codes(plan, (const int32 *) ARR_DATA_PTR(missing), n_codes,
											f->answers, f->n_answers, f->buffer);
		f->answers = f->buffer;
	}
	return true;
}

void
put_problem(ReturnSetInfo *rsinfo, const scoring_plan *plan, int item, int32 answer, bool refused,
			const status *st)
{
	enum
	{
		POSITION,
		ITEM,
		ANSWER,
		PROBLEM,
		HINT,
		REFUSED,
		COLUMNS
	};
	Datum		values[COLUMNS] = {0};
	bool		nulls[COLUMNS] = {false};

	nulls[POSITION] = nulls[ITEM] = item < 0;
	nulls[ANSWER] = item < 0 || answer == ANSWER_MISSING;
	if (item >= 0)
	{
		values[POSITION] = Int32GetDatum(item + 1);
		values[ITEM] = CStringGetTextDatum(plan_text(plan, plan_items(plan)[item].name));
		values[ANSWER] = Int32GetDatum(answer);
	}
	values[PROBLEM] = CStringGetTextDatum(st->message);
	values[HINT] = text_or_null(st->hint[0] == '\0' ? NULL : st->hint, &nulls[HINT]);
	values[REFUSED] = BoolGetDatum(refused);
	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

/* Whether a condition is also one of those before it: a scale and the instrument may say the same. */
static bool
is_repeated(const plan_condition *conditions, int i)
{
	for (int j = 0; j < i; j++)
		if (memcmp(&conditions[j], &conditions[i], sizeof(plan_condition)) == 0)
			return true;
	return false;
}

/* Answers to items that were not asked, going by another answer. */
static void
put_contradictions(ReturnSetInfo *rsinfo, const scoring_plan *plan, const int32 *answers)
{
	const plan_condition *conditions = plan_conditions(plan);
	const plan_item *items = plan_items(plan);

	for (int i = 0; i < plan->n_conditions; i++)
	{
		const plan_condition *condition = &conditions[i];
		int32		answer = answers[condition->item];
		status		st;

		/* The lowest answer, "not at all" or an amount of 0, says the same as none. */
		if (answers[condition->not_asked_if] != condition->answered_as ||
			answer == ANSWER_MISSING || answer == items[condition->item].lowest ||
			is_repeated(conditions, i))
			continue;
		status_fail(&st, FAULT_INVALID_PARAMETER,
					"item %s is answered %d, but is not asked when item %s is answered %d",
					plan_text(plan, items[condition->item].name), answer,
					plan_text(plan, items[condition->not_asked_if].name), condition->answered_as);
		status_hint(&st, "Check both answers; scales that need the item have no score.");
		put_problem(rsinfo, plan, condition->item, answer, false, &st);
	}
}

static void
put_bad_answers(ReturnSetInfo *rsinfo, const scoring_plan *plan, const answer_form *f)
{
	status		st;
	int			n_missing = 0;

	for (int i = 0; i < f->n_answers; i++)
	{
		if (f->answers[i] == ANSWER_MISSING)
			n_missing++;
		else if (!answer_in_range(&plan_items(plan)[i], f->answers[i]))
		{
			refuse_answer(plan, i, f->answers[i], &st);
			put_problem(rsinfo, plan, i, f->answers[i], true, &st);
		}
	}
	if (n_missing != f->n_missing)
	{
		int			item = refuse_lowest_integer(plan, f->answers, f->n_missing, &st);

		put_problem(rsinfo, plan, item, ANSWER_MISSING, true, &st);
	}
	put_contradictions(rsinfo, plan, f->answers);
}

void
put_problems_of_answers(ReturnSetInfo *rsinfo, const scoring_plan *plan, const int32 *answers,
						ArrayType *missing)
{
	answer_form f = {.answers = answers, .n_answers = plan->n_items};
	status		st;
	int			n_codes;

	if (!read_missing(plan, missing, &n_codes, &st))
	{
		put_problem(rsinfo, plan, -1, 0, true, &st);
		return;
	}
	for (int i = 0; i < plan->n_items; i++)
		f.n_missing += answers[i] == ANSWER_MISSING;
	f.n_missing += apply_missing_codes(plan, (const int32 *) ARR_DATA_PTR(missing), n_codes, answers,
									   plan->n_items, f.buffer);
	f.answers = f.buffer;
	put_bad_answers(rsinfo, plan, &f);
}

/* check_answers(instrument, answers int[], missing int[]): one row for each problem */
Datum
exonc_check_answers(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	const scoring_plan *plan = PG_GETARG_INSTRUMENT_PLAN(0);
	answer_form f;
	status		st;

	InitMaterializedSRF(fcinfo, 0);
	if (read_form(plan, PG_GETARG_ARRAYTYPE_P(1), PG_GETARG_ARRAYTYPE_P(2), &f, &st) &&
		(f.n_answers == plan->n_items || refuse_length(plan, f.n_answers, &st)))
		put_bad_answers(rsinfo, plan, &f);
	else
		put_problem(rsinfo, plan, -1, 0, true, &st);
	return (Datum) 0;
}
