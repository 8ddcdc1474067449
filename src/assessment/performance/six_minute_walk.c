/* six_minute_walk: see six_minute_walk.h. */
#include "assessment/performance/six_minute_walk.h"

#include "assessment/performance/equation.h"
#include "assessment/performance/rule.h"
#include "common/decimal.h"
#include "common/table.h"

#include <stddef.h>
#include <stdio.h>

#define ENRIGHT_SOURCE "Enright and Sherrill 1998, Am J Respir Crit Care Med 158:1384; read in the 6MWT table of the Eur Respir J"

/* clang-format off */

/* Some calculators drop a coefficient or add 309 where it is subtracted: check the paper, not a web page. */
static const equation equations[] = {
	/* equation     sex    constant  terms                                                        mark */
	{ENRIGHT_1998, MEN,   -309,     {{7.57, HEIGHT_CM}, {-5.02, AGE}, {-1.76, WEIGHT_KG}},        SOURCED, ENRIGHT_SOURCE},
	{ENRIGHT_1998, WOMEN,  667,     {{2.11, HEIGHT_CM}, {-2.29, WEIGHT_KG}, {-5.78, AGE}},        SOURCED, ENRIGHT_SOURCE},
};

/* How far below the predicted distance the lower limit of normal lies, in metres. */
static const double below_predicted_m[N_SIX_MINUTE_WALK_EQUATIONS][N_SEXES] = {
	[ENRIGHT_1998] = {[MALE] = 153, [FEMALE] = 139},
};
/* clang-format on */

void
judge_six_minute_walk(const subject *s, six_minute_walk_equation code, six_minute_walk_result *result)
{
	const equation *row = find_equation(equations, ENTRIES(equations), code, s->sex);
	double		walked = s->value[MEASURE_SIX_MINUTE_M];

	/* The equation ends where it predicts that a healthy person walks nothing. */
	result->predicted = row != NULL && evaluate_equation(row, s, &result->predicted_m) &&
		result->predicted_m > 0;
	result->walked = result->predicted && is_known(s, MEASURE_SIX_MINUTE_M);
	if (result->predicted)
		result->lower_limit_m =
			round_to_nine_decimals(result->predicted_m - below_predicted_m[code][s->sex]);
	if (result->walked)
	{
		result->percent_predicted = 100.0 * walked / result->predicted_m;
		result->below_lower_limit = walked < result->lower_limit_m;
	}
}

void
six_minute_walk_rules(rule_writer write, void *context)
{
	static const char *const labels[] = SIX_MINUTE_WALK_EQUATION_LABELS;

	for (int i = 0; i < ENTRIES(equations); i++)
	{
		const equation *row = &equations[i];
		char		name[64];
		char		value[RULE_TEXT];
		performance_rule line = {"6-minute walk", name, sex_of_equation(row), value, "m", row->source, row->mark};

		snprintf(name, sizeof(name), "%s: predicted", labels[row->code]);
		print_equation(row, value);
		write(context, &line);
		snprintf(name, sizeof(name), "%s: lower limit of normal", labels[row->code]);
		snprintf(value, sizeof(value), "predicted - %g", below_predicted_m[row->code][line.sex]);
		write(context, &line);
	}
}
