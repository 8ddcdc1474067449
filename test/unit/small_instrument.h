/* small_instrument.h: a small lawful instrument for the tests. */
#include "assessment/instrument.h"

static const item_group small_groups[] = {{"X1-2", 0, 4}, {"Y", 0, 10}};
static const scale_definition small_scales[] = {
	{"A", "AA", "first", "X1 X2", "X1", 1, PRORATED_SUM(HIGHER_BETTER)},
	{"B", NULL, "second", "Y", NONE_REVERSED, 1, MEAN_MAPPED, {0, 10}, {0, 100}, HIGHER_WORSE},
};
static const total_member small_members[] = {{"A", false}, {"B", true}};
static const total_definition small_totals[] = {
	{"T", NULL, "total", small_members, 2, SUM_OF_SCALES, HIGHER_BETTER},
};
static const instrument_definition small = {
	.code = "SMALL", .name = "small", .source = "test",
	.groups = small_groups, .n_groups = 2, .scales = small_scales, .n_scales = 2,
	.totals = small_totals, .n_totals = 1,
};
