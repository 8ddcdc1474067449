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

/* Builds the plan, which must be refused although no rule of the definition is broken. */
static void
assert_not_built(const instrument_definition *def, const char *complaint)
{
	status		st = {0};
	size_t		size = scoring_plan_size(def, &st);
	scoring_plan *plan;

	if (size == 0)
		fail_msg("refused before: %s", st.message);
	plan = malloc(size);
	assert_false(scoring_plan_build(def, plan, &st));
	free(plan);
	if (strstr(st.message, complaint) == NULL)
		fail_msg("wanted \"%s\" in \"%s\"", complaint, st.message);
}

/* A reversed member needs a whole number to be reversed around. */
static void
totals_that_cannot_be_reversed_are_refused(void **state)
{
	static const item_group groups[] = {{"X1-2", 0, 4}, {"Y", 0, 5}};
	scale_definition scales[2] = {small_scales[0], small_scales[0]};
	instrument_definition def = small;

	(void) state;
	scales[1].code = "B";
	scales[1].alias = NO_ALIAS;
	scales[1].items = "X1 X2 Y"; /* of two answered: up to 9 x 3 / 2 */
	scales[1].reversed = NONE_REVERSED;
	scales[1].min_answered = 2;
	def.groups = groups;
	def.scales = scales;
	assert_not_built(&def, "cannot reverse scale \"B\"");
}

/* Items that go further than the mapping says. */
static void
scores_outside_their_range_are_refused(void **state)
{
	scale_definition scales[2] = {small_scales[0], small_scales[1]};
	instrument_definition def = small;

	(void) state;
	def.scales = scales;
	scales[1].mean_at = (score_span){0, 3}; /* its item runs to 10 */
	assert_not_built(&def, "scores of scale \"B\" run from");
	scales[1] = small_scales[1];
	scales[0].range = (score_span){1, 1000};
	assert_not_built(&def, "outside its range 1..1000");
}

static void
refuse_coding(item_coding coding, const char *complaint)
{
	scale_definition s = small_scales[0];

	s.reversed = NONE_REVERSED;
	s.codings = &coding;
	s.n_codings = 1;
	refuse_scale(s, complaint);
}

static void
unlawful_codings_are_refused(void **state)
{
	static const int five[] = {0, 1, 2, 3, 4};
	static const int large[] = {0, 1, 2, 3, MAX_MAGNITUDE + 1};
	static const int thirty[30] = {0};
	static const coding_step overlap[] = {{2, 0}, {2, 1}, {4, 2}};
	static const coding_step gap[] = {{2, 0}, {3, 1}};
	static const coding_step steps[] = {{2, 0}, {4, 1}};
	item_coding twice[] = {{"X1", COUNTED(five)}, {"X1", COUNTED(five)}};
	scale_definition s = small_scales[0];

	(void) state;
	refuse_coding((item_coding){"", COUNTED(five)}, "is for no item");
	refuse_coding((item_coding){"X9", COUNTED(five)}, "names item X9, which is not defined");
	refuse_coding((item_coding){"Y", thirty, 11}, "an item that the scale does not use");
	refuse_coding((item_coding){"X1 Y", COUNTED(five)}, "items with different answers");
	refuse_coding((item_coding){"X1", five, 4}, "not one value for each answer");
	refuse_coding((item_coding){"X1"}, "needs either values or steps");
	refuse_coding((item_coding){"X1", COUNTED(five), COUNTED(steps)}, "needs either values or steps");
	refuse_coding((item_coding){"X1", COUNTED(large)}, "a value that is too large");
	refuse_coding((item_coding){"X1", NULL, 0, COUNTED(overlap)}, "steps that overlap");
	refuse_coding((item_coding){"X1", NULL, 0, COUNTED(gap)}, "no step for the highest answers");
	refuse_coding((item_coding){"X1", NULL, 0, COUNTED(steps), .by = "X2"}, "depends on another item");
	refuse_coding((item_coding){"X1", COUNTED(five), .by = "X2"}, "not one value for each answer");
	refuse_coding((item_coding){"X1", COUNTED(thirty), .by = "X1 X2"}, "not one item");
	refuse_coding((item_coding){"X1", COUNTED(five), .fills_missing = true, .missing_as = -2000000},
				  "a value that is too large");
	s.codings = twice;
	s.n_codings = 2;
	refuse_scale(s, "has another coding");
	s.n_codings = 1;
	s.reversed = "X1";
	refuse_scale(s, "both reverses and codes item X1");
	s.reversed = ALL_REVERSED;
	refuse_scale(s, "reverses all items and codes some");
	s.n_codings = MAX_CODINGS + 1;
	refuse_scale(s, "more than 64 codings");
}

static void
refuse_table(score_table table, int min_answered, const char *complaint)
{
	scale_definition s = small_scales[0];

	s.statistic = SUM_LOOKED_UP;
	s.min_answered = min_answered;
	s.table = table;
	refuse_scale(s, complaint);
}

static void
unlawful_tables_are_refused(void **state)
{
	static const int up_and_down[] = {0, 1, 2, 1, 2, 3, 4, 5, 6};
	static const int nine[] = {0, 1, 2, 3, 4, 5, 6, 7, 8};
	static const int large[] = {0, 1, 2, 3, 4, 5, 6, 7, 2000000};
	scale_definition scales[2] = {small_scales[0], small_scales[1]};
	instrument_definition def = small;

	(void) state;
	refuse_table((score_table){0, COUNTED(nine), 1}, 1, "needs all of its 2 items");
	refuse_table((score_table){0, nine, 1, 1}, 2, "no usable table");
	refuse_table((score_table){0, COUNTED(nine), MAX_DECIMALS + 1}, 2, "no usable table");
	refuse_table((score_table){0, COUNTED(up_and_down), 1}, 2, "goes up and down");
	refuse_table((score_table){0, COUNTED(large), 1}, 2, "a score that is too large");

	scales[0].statistic = SUM_LOOKED_UP;
	scales[0].min_answered = 2;
	scales[0].table = (score_table){1, COUNTED(nine), 1};
	def.scales = scales;
	def.n_totals = 0;
	assert_not_built(&def, "not have one score for each sum");
	scales[0].table = (score_table){0, nine, 8, 1};
	assert_not_built(&def, "not have one score for each sum");
}

static void
unlawful_computations_are_refused(void **state)
{
	scale_definition s = small_scales[0];

	(void) state;
	s.statistic = COMPUTED;
	refuse_scale(s, "not computable");
	s.rounding = ROUNDED_UP;
	refuse_scale(s, "cannot be rounded");
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
		cmocka_unit_test(scores_outside_their_range_are_refused),
		cmocka_unit_test(unlawful_codings_are_refused),
		cmocka_unit_test(unlawful_tables_are_refused),
		cmocka_unit_test(unlawful_computations_are_refused),
		cmocka_unit_test(totals_that_cannot_be_exact_are_refused),
	};

	return cmocka_run_group_tests_name("definition", tests, NULL, NULL);
}
