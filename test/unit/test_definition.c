/* definition: what a definition of an instrument must not say. Each case breaks one thing. */
#include "assessment/scoring_plan.h"

#include "small_instrument.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static void
assert_refused(const instrument_definition *def, const char *complaint)
{
	status		st = {0};

	assert_int_equal(scoring_plan_size(def, &st), 0);
	if (strstr(st.message, complaint) == NULL)
		fail_msg("wanted \"%s\" in \"%s\"", complaint, st.message);
}

static void
refuse_group(item_group group, const char *complaint)
{
	instrument_definition def = small;
	item_group	groups[2] = {group, {"Y", 0, 10}};

	def.groups = groups;
	assert_refused(&def, complaint);
}

static void
unlawful_items_are_refused(void **state)
{
	static const int answer_code[] = {-9, 4};
	instrument_definition def = small;

	(void) state;
	refuse_group((item_group){"X1-2", 4, 4}, "no usable answer range");
	refuse_group((item_group){"X1-2", 0, MAX_MAGNITUDE + 1}, "no usable answer range");
	refuse_group((item_group){"X1 X2 X1", 0, 4}, "item \"X1\" twice");
	refuse_group((item_group){"X1-2 Y", 0, 4}, "item \"Y\" twice");
	refuse_group((item_group){"X2-1", 0, 4}, "not a list of names");
	refuse_group((item_group){"X-2", 0, 4}, "not a list of names");
	refuse_group((item_group){"X1-", 0, 4}, "not a list of names");
	refuse_group((item_group){"a_name_that_is_too_long", 0, 4}, "not a list of names");
	refuse_group((item_group){"X1-600", 0, 4}, "more than 512 items");
	def.n_groups = 0;
	assert_refused(&def, "has no items");
	def = small;
	def.missing_codes = answer_code;
	def.n_missing_codes = 2;
	assert_refused(&def, "missing code 4");
}

static void
refuse_scale(scale_definition scale, const char *complaint)
{
	instrument_definition def = small;
	scale_definition scales[2] = {scale, small_scales[1]};

	def.scales = scales;
	assert_refused(&def, complaint);
}

static void
unlawful_scales_are_refused(void **state)
{
	scale_definition s;

	(void) state;
	s = small_scales[0];
	s.items = "X1 X3";
	refuse_scale(s, "names item X3, which is not defined");
	s.items = "X1-2 X2";
	refuse_scale(s, "names item X2 twice");
	s.items = "";
	refuse_scale(s, "has no items");
	s.items = "X2-";
	refuse_scale(s, "not a list of names");
	s = small_scales[0];
	s.reversed = "Y";
	refuse_scale(s, "reverses item Y, which it does not use");
	s = small_scales[0];
	s.not_asked_if = "X1 X2";
	refuse_scale(s, "not one item");
	s.not_asked_if = "Z";
	refuse_scale(s, "not one item");
	s = small_scales[0];
	s.min_answered = 3;
	refuse_scale(s, "needs 3 of 2");
	s.min_answered = 0;
	refuse_scale(s, "needs 0 of 2");
	s = small_scales[0];
	s.statistic = MEAN_MAPPED;
	refuse_scale(s, "maps an empty or too wide range");
	s = small_scales[1];
	s.code = "A2";
	s.score_at = (score_span){0, 2 * MAX_MAGNITUDE};
	refuse_scale(s, "maps an empty or too wide range");
	s = small_scales[0];
	s.alias = "B";
	refuse_scale(s, "two scales named \"B\"");
	s = small_scales[0];
	s.alias = "T";
	refuse_scale(s, "two scales named \"T\"");
}

static void
unlawful_totals_are_refused(void **state)
{
	static const total_member unknown[] = {{"A", false}, {"C", false}};
	instrument_definition def = small;
	total_definition total = small_totals[0];

	(void) state;
	def.totals = &total;
	total.members = unknown;
	assert_refused(&def, "names scale \"C\", which is not defined");
	total = small_totals[0];
	total.n_members = 0;
	assert_refused(&def, "has 0 scales");
	def = small;
	def.n_scales = MAX_SCALES + 1;
	assert_refused(&def, "scales");
}

/* A reversed member needs a whole number to be reversed around. */
static void
totals_that_cannot_be_reversed_are_refused(void **state)
{
	scale_definition scales[2] = {small_scales[0], small_scales[1]};
	instrument_definition def = small;
	scoring_plan *plan;
	status		st;
	size_t		size;

	(void) state;
	scales[1].mean_at = (score_span){0, 3}; /* item 3 runs to 10: scores to 333.3 */
	def.scales = scales;
	size = scoring_plan_size(&def, &st);
	assert_true(size > 0);
	plan = malloc(size);
	assert_false(scoring_plan_build(&def, plan, &st));
	assert_non_null(strstr(st.message, "cannot reverse scale \"B\""));
	free(plan);
}

/* Sixty items of which any number may be answered: no common denominator below 2^53. */
static void
totals_that_cannot_be_exact_are_refused(void **state)
{
	static const item_group group[] = {{"1-60", 0, 4}};
	static const total_member member[] = {{"A", false}};
	static const total_definition total = {"T", NULL, "total", member, 1, SUM_OF_SCALES,
										   HIGHER_BETTER};
	scale_definition scale = small_scales[0];
	instrument_definition def = small;
	status		st;
	size_t		size;
	scoring_plan *plan;

	(void) state;
	scale.items = "1-60";
	scale.reversed = NONE_REVERSED;
	def.groups = group;
	def.n_groups = 1;
	def.scales = &scale;
	def.n_scales = 1;
	def.totals = &total;
	size = scoring_plan_size(&def, &st);
	assert_true(size > 0);
	plan = malloc(size);
	assert_false(scoring_plan_build(&def, plan, &st));
	assert_int_equal(st.code, FAULT_LIMIT_EXCEEDED);
	free(plan);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unlawful_items_are_refused),
		cmocka_unit_test(unlawful_scales_are_refused),
		cmocka_unit_test(unlawful_totals_are_refused),
		cmocka_unit_test(totals_that_cannot_be_reversed_are_refused),
		cmocka_unit_test(totals_that_cannot_be_exact_are_refused),
	};

	return cmocka_run_group_tests_name("definition", tests, NULL, NULL);
}
