/* scoring: every built-in is a lawful definition, and scores what its manual says. */
#include "assessment/scoring.h"

#include "small_instrument.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define MISSING ANSWER_MISSING

/* The scores of answers that are all in range. */
static void
score_answers(const scoring_plan *plan, const int32_t *answers, scale_score *results)
{
	checked_form form;
	status		st;
	int			n_missing = 0;

	for (int i = 0; i < plan->n_items; i++)
		n_missing += answers[i] == MISSING;
	assert_true(check_answers(plan, answers, plan->n_items, n_missing, &form, &st));
	score_all(plan, &form, results);
}

static const scoring_plan *
qlq_c30(void)
{
	status		st;
	const scoring_plan *plan = builtin_plan(instrument_find("QLQ-C30", 7), &st);

	assert_non_null(plan);
	return plan;
}

static int
scale(const scoring_plan *plan, const char *code)
{
	int			found = scoring_plan_find(plan, code, strlen(code));

	assert_true(found >= 0);
	return found;
}

static void
every_builtin_makes_a_plan(void **state)
{
	(void) state;
	assert_true(instrument_count() > 0);
	for (int i = 0; i < instrument_count(); i++)
	{
		const instrument_definition *def = instrument_at(i);
		status		st;
		size_t		size = scoring_plan_size(def, &st);
		scoring_plan *plan = malloc(size);

		assert_true(size > 0);
		assert_true(scoring_plan_build(def, plan, &st));
		assert_int_equal(plan->size, size);
		assert_int_equal(plan->n_scales, def->n_scales + def->n_totals);
		assert_int_equal(instrument_find(def->code, strlen(def->code)), i);
		assert_non_null(def->source);
		free(plan);
	}
	assert_null(instrument_at(instrument_count()));
	assert_int_equal(instrument_find("QLQ", 3), -1);
	assert_int_equal(instrument_find("", 0), -1);
}

/* A flat plan works wherever it is copied to. */
static void
a_plan_can_be_moved(void **state)
{
	const scoring_plan *plan = qlq_c30();
	scoring_plan *copy = malloc(plan->size);
	int32_t		answers[30];
	scale_score here[MAX_SCALES];
	scale_score there[MAX_SCALES];

	(void) state;
	memcpy(copy, plan, plan->size);
	for (int i = 0; i < 30; i++)
		answers[i] = 1 + i % 4;
	score_answers(plan, answers, here);
	score_answers(copy, answers, there);
	for (int i = 0; i < plan->n_scales; i++)
		assert_true(here[i].score == there[i].score);
	free(copy);
}

/*
 * The manual's formulas, written out again scale by scale in plain doubles:
 * an independent reading of the table in eortc.c.
 */
typedef struct manual_scale
{
	const char *code;
	char		kind; /* f: functional, s: symptom, g: global */
	int			items[6]; /* 0 ends */
} manual_scale;

static const manual_scale manual[] = {
	{"PF", 'f', {1, 2, 3, 4, 5}}, {"RF", 'f', {6, 7}},	 {"EF", 'f', {21, 22, 23, 24}},
	{"CF", 'f', {20, 25}},		  {"SF", 'f', {26, 27}}, {"FA", 's', {10, 12, 18}},
	{"NV", 's', {14, 15}},		  {"PA", 's', {9, 19}},	 {"DY", 's', {8}},
	{"SL", 's', {11}},			  {"AP", 's', {13}},	 {"CO", 's', {16}},
	{"DI", 's', {17}},			  {"FI", 's', {28}},	 {"QL", 'g', {29, 30}},
};

static double
manual_score(const manual_scale *m, const int32_t *answers)
{
	double		sum = 0;
	int			n = 0;
	int			answered = 0;
	double		raw;

	for (; m->items[n] != 0; n++)
		if (answers[m->items[n] - 1] != MISSING)
		{
			sum += answers[m->items[n] - 1];
			answered++;
		}
	if (answered * 2 < n || answered == 0)
		return NAN;
	raw = sum / answered;
	switch (m->kind)
	{
		case 'f':
			return (1 - (raw - 1) / 3) * 100;
		case 's':
			return (raw - 1) / 3 * 100;
		default:
			return (raw - 1) / 6 * 100;
	}
}

static void
random_forms_score_as_the_manual_says(void **state)
{
	const scoring_plan *plan = qlq_c30();

	(void) state;
	srand(20);
	for (int round = 0; round < 200000; round++)
	{
		int32_t		answers[30];
		scale_score all[MAX_SCALES];
		double		summary = 0;
		checked_form form;
		status		st;
		int			percent_missing = round % 4 * 20;

		int			n_missing = 0;

		for (int i = 0; i < 30; i++)
		{
			answers[i] = rand() % 100 < percent_missing ? MISSING : 1 + rand() % (i >= 28 ? 7 : 4);
			n_missing += answers[i] == MISSING;
		}
		assert_true(check_answers(plan, answers, 30, n_missing, &form, &st));
		score_all(plan, &form, all);
		for (size_t k = 0; k < sizeof(manual) / sizeof(manual[0]); k++)
		{
			double		expected = manual_score(&manual[k], answers);
			scale_score found = all[scale(plan, manual[k].code)];

			assert_int_equal(found.present, !isnan(expected));
			if (found.present)
				assert_true(fabs(found.score - expected) < 1e-9);
			if (manual[k].kind == 'f')
				summary += expected;
			else if (manual[k].kind == 's' && strcmp(manual[k].code, "FI") != 0)
				summary += 100 - expected;
		}
		summary /= 13;
		assert_int_equal(all[scale(plan, "SUMSC")].present, !isnan(summary));
		if (!isnan(summary))
			assert_true(fabs(all[scale(plan, "SUMSC")].score - summary) < 1e-9);

		/* One scale at a time gives the same bits as all at once. */
		for (int k = 0; k < plan->n_scales; k++)
		{
			scale_score one;

			score_scale(plan, k, &form, &one);
			assert_int_equal(one.present, all[k].present);
			assert_int_equal(one.answered, all[k].answered);
			if (one.present)
				assert_memory_equal(&one.score, &all[k].score, sizeof(double));
		}
	}
}

/* All answers 2: two thirds or one third everywhere, to the last bit. */
static void
scores_are_the_nearest_doubles(void **state)
{
	const scoring_plan *plan = qlq_c30();
	int32_t		answers[30];
	scale_score all[MAX_SCALES];

	(void) state;
	for (int i = 0; i < 30; i++)
		answers[i] = i >= 28 ? 4 : 2;
	score_answers(plan, answers, all);
	assert_true(all[scale(plan, "PF")].score == 200.0 / 3.0);
	assert_true(all[scale(plan, "FA")].score == 100.0 / 3.0);
	assert_true(all[scale(plan, "SUMSC")].score == 200.0 / 3.0);
	assert_true(all[scale(plan, "QL")].score == 50.0);
}

static void
answers_are_refused_at_the_edges(void **state)
{
	const scoring_plan *plan = qlq_c30();
	checked_form form;
	status		st;

	(void) state;
	for (int item = 0; item < 30; item++)
	{
		int			highest = item >= 28 ? 7 : 4;
		int32_t		bad[] = {0, highest + 1, -1, INT32_MAX, INT32_MIN + 1, INT32_MIN, 9, -99};
		int32_t		answers[30];

		for (int i = 0; i < 30; i++)
			answers[i] = 1;
		for (int32_t good = 1; good <= highest; good++)
		{
			answers[item] = good;
			assert_true(check_answers(plan, answers, 30, 0, &form, &st));
		}
		for (size_t b = 0; b < sizeof(bad) / sizeof(bad[0]); b++)
		{
			char		expected[80];

			answers[item] = bad[b];
			assert_false(check_answers(plan, answers, 30, 0, &form, &st));
			assert_int_equal(st.code, FAULT_OUT_OF_RANGE);
			snprintf(expected, sizeof(expected), "value %d of item %d is outside 1..%d", bad[b],
					 item + 1, highest);
			assert_string_equal(st.message, expected);
		}
		answers[item] = MISSING;
		assert_true(check_answers(plan, answers, 30, 1, &form, &st));
	}
}

static void
lengths_are_refused(void **state)
{
	const scoring_plan *plan = qlq_c30();
	checked_form form;
	int32_t		answers[64] = {0};
	status		st;

	(void) state;
	for (int n = 0; n < 64; n++)
		if (n != 30)
		{
			assert_false(check_answers(plan, answers, n, 0, &form, &st));
			assert_int_equal(st.code, FAULT_INVALID_PARAMETER);
		}
}

static void
a_prorated_sum_with_reversal_and_a_sum_total(void **state)
{
	status		st;
	size_t		size = scoring_plan_size(&small, &st);
	scoring_plan *plan = malloc(size);
	scale_score s[3];

	(void) state;
	assert_true(size > 0);
	assert_true(scoring_plan_build(&small, plan, &st));

	/* Item 1 is reversed within 0..4: (4 - 1) + 2 = 5; B = 30; T = 5 + (100 - 30). */
	score_answers(plan, (int32_t[]){1, 2, 3}, s);
	assert_true(s[0].score == 5 && s[1].score == 30 && s[2].score == 75);

	/* One of two answered: doubled. */
	score_answers(plan, (int32_t[]){MISSING, 3, 10}, s);
	assert_true(s[0].score == 6 && s[0].answered == 1 && s[1].score == 100 && s[2].score == 6);
	score_answers(plan, (int32_t[]){1, MISSING, 10}, s);
	assert_true(s[0].score == 6);

	score_answers(plan, (int32_t[]){MISSING, MISSING, 10}, s);
	assert_false(s[0].present);
	assert_true(s[1].present);
	assert_false(s[2].present);
	assert_true(plan_scales(plan)[0].lowest == 0 && plan_scales(plan)[0].highest == 8);
	assert_true(plan_scales(plan)[2].lowest == 0 && plan_scales(plan)[2].highest == 108);
	free(plan);
}

/* Items by name in the messages, a scale not asked, a rule of the total, missing codes. */
static void
named_items_conditions_and_missing_codes(void **state)
{
	static const int codes[] = {8, 9};
	scale_definition scales[2] = {small_scales[0], small_scales[1]};
	total_definition total = small_totals[0];
	instrument_definition def = small;
	item_group	groups[2] = {{"X1-2", 0, 4}, {"Y", 0, 7}};
	scoring_plan *plan;
	scale_score s[3];
	int32_t		cleaned[3];
	checked_form form;
	status		st;

	(void) state;
	scales[0].reversed = ALL_REVERSED;
	scales[1].mean_at = (score_span){0, 7};
	scales[1].not_asked_if = "X1";
	scales[1].answered_as = 1;
	total.min_items = 3;
	def.groups = groups;
	def.scales = scales;
	def.totals = &total;
	def.missing_codes = codes;
	def.n_missing_codes = 2;
	plan = malloc(scoring_plan_size(&def, &st));
	assert_true(scoring_plan_build(&def, plan, &st));

	score_answers(plan, (int32_t[]){0, 3, 7}, s);
	assert_true(s[0].score == 5 && s[1].score == 100 && s[2].score == 5);
	score_answers(plan, (int32_t[]){1, 3, 7}, s); /* Y is not asked of those who answer X1 with 1 */
	assert_false(s[1].present);
	assert_false(s[2].present);
	score_answers(plan, (int32_t[]){MISSING, 3, 7}, s); /* both scales, but two of three items */
	assert_true(s[0].present && s[1].present);
	assert_false(s[2].present);

	assert_false(check_answers(plan, (int32_t[]){0, 5, 7}, 3, 0, &form, &st));
	assert_string_equal(st.message, "value 5 of item X2 is outside 0..4");
	assert_string_equal(st.detail, "SMALL items X1 to X2 take 0 to 4.");

	assert_int_equal(apply_missing_codes(plan, (int32_t[]){-99}, 1, (int32_t[]){8, -99, 3}, 3,
										 cleaned), 2);
	assert_true(cleaned[0] == MISSING && cleaned[1] == MISSING && cleaned[2] == 3);
	assert_int_equal(apply_missing_codes(plan, NULL, 0, (int32_t[]){9, -99, 3}, 3, cleaned), 1);
	assert_true(cleaned[0] == MISSING && cleaned[1] == -99);
	free(plan);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_builtin_makes_a_plan),
		cmocka_unit_test(a_plan_can_be_moved),
		cmocka_unit_test(random_forms_score_as_the_manual_says),
		cmocka_unit_test(scores_are_the_nearest_doubles),
		cmocka_unit_test(answers_are_refused_at_the_edges),
		cmocka_unit_test(lengths_are_refused),
		cmocka_unit_test(a_prorated_sum_with_reversal_and_a_sum_total),
		cmocka_unit_test(named_items_conditions_and_missing_codes),
	};

	return cmocka_run_group_tests_name("scoring", tests, NULL, NULL);
}
