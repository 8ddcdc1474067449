/* oxygen_uptake: see oxygen_uptake.h. */
#include "assessment/performance/oxygen_uptake.h"

#include "assessment/performance/equation.h"
#include "assessment/performance/rule.h"
#include "common/decimal.h"
#include "common/table.h"

#include <stddef.h>
#include <stdio.h>

#define ML_KG_MIN_OF_A_MET 3.5
#define NO_END 1e6

#define FRIEND17 "FRIEND registry: Myers 2017"
#define FRIEND18 "FRIEND registry 2018"
#define DE_BACKER "De Backer 2007"
#define ACSM "ACSM metabolic equations: medicalalgorithms.com, ACSM slides, Bushman 2020 (ACSM Health Fit J 24(4))"
#define NO_PAPER "equation as in public sources; paper not named"

/* clang-format off */

/* Sex and treadmill or cycle have other codes in each paper; weight is in pounds, height in inches. */
static const equation norms[] = {
	/* norm        sex   constant  terms                                                                                                  mark */
	{FRIEND_2017, BOTH,  79.9,     {{-0.39, AGE}, {-13.7, SEX_0_1}, {-0.127, WEIGHT_LB}},                                               SOURCED, FRIEND17},
	{FRIEND_2018, BOTH,  45.2,     {{-0.35, AGE}, {-10.9, SEX_1_2}, {-0.15, WEIGHT_LB}, {0.68, HEIGHT_IN}, {-0.46, MODE_1_2}},          SOURCED, FRIEND18},
};

static const equation tests[] = {
	/* test            sex    constant  terms                                                        mark */
	{BRUCE,          MEN,    14.8,     {{-1.379, MINUTES}, {0.451, MINUTES_2}, {-0.012, MINUTES_3}}, SOURCED, NO_PAPER},
	{BRUCE,          WOMEN,  -3.9,     {{4.38, MINUTES}},                                            SOURCED, NO_PAPER},
	{BALKE,          MEN,    14.99,    {{1.444, MINUTES}},                                           SOURCED, NO_PAPER},
	{BALKE,          WOMEN,  5.22,     {{1.38, MINUTES}},                                            SOURCED, NO_PAPER},
	{STEEP_RAMP,     BOTH,   356.7,    {{6.7, WATTS}},                                               SOURCED, DE_BACKER},
	{ACSM_LEG_CYCLE, BOTH,   7,        {{10.8, WATTS_PER_KG}},                                       SOURCED, ACSM},
	{ACSM_ARM_CYCLE, BOTH,   3.5,      {{18, WATTS_PER_KG}},                                         SOURCED, ACSM},
	{ACSM_WALK,      BOTH,   3.5,      {{0.1, SPEED}, {1.8, SPEED_X_GRADE}},                         SOURCED, ACSM},
	{ACSM_RUN,       BOTH,   3.5,      {{0.2, SPEED}, {0.9, SPEED_X_GRADE}},                         SOURCED, ACSM},
};

/*
 * What the equation gives, and for which work its source says that it holds.
 * Running: from 80 m/min if it is truly running, in any case from 134.
 */
static const struct
{
	const char *unit;
	bool        per_kg;
	bool        has_range;
	measure     of;
	double      from;
	double      to;
} about_tests[N_VO2_TESTS] = {
	[BRUCE] =          {"mL/kg/min", true,  false},
	[BALKE] =          {"mL/kg/min", true,  false},
	[STEEP_RAMP] =     {"mL/min",    false, false},
	[ACSM_LEG_CYCLE] = {"mL/kg/min", true,  true, MEASURE_PEAK_W,      50, 200},
	[ACSM_ARM_CYCLE] = {"mL/kg/min", true,  true, MEASURE_PEAK_W,      25, 125},
	[ACSM_WALK] =      {"mL/kg/min", true,  true, MEASURE_SPEED_M_MIN, 50, 100},
	[ACSM_RUN] =       {"mL/kg/min", true,  true, MEASURE_SPEED_M_MIN, 80, NO_END},
};

/* YMCA: stages with these heart rates make the line. */
static const double ymca_lowest_bpm = 110;
static const double ymca_highest_bpm = 150;
#define YMCA_FEWEST_STAGES 2
#define YMCA_SOURCE "YMCA submaximal cycle test; not read"

static const struct
{
	double      age;
	double      factor;
} astrand_factors[] = {
	{15, 1.10}, {25, 1.00}, {35, 0.87}, {40, 0.83}, {45, 0.78}, {50, 0.75}, {55, 0.71}, {60, 0.68}, {65, 0.65},
};
#define ASTRAND_SOURCE "Astrand age factors; not read"
/* clang-format on */

double
vo2_mets(double ml_kg_min)
{
	return round_to_nine_decimals(ml_kg_min / ML_KG_MIN_OF_A_MET);
}

bool
predict_vo2(vo2_norm norm, const subject *s, double *ml_kg_min)
{
	const equation *row = find_equation(norms, ENTRIES(norms), norm, s->sex);

	return row != NULL && evaluate_equation(row, s, ml_kg_min) && *ml_kg_min > 0;
}

void
estimate_vo2(vo2_test test, const subject *s, vo2_estimate *estimate)
{
	const equation *row = find_equation(tests, ENTRIES(tests), test, s->sex);
	measure		of = about_tests[test].of;
	double		weight = s->value[MEASURE_WEIGHT_KG];
	double		value;

	*estimate = (vo2_estimate){0};
	if (row == NULL || !evaluate_equation(row, s, &value) || value <= 0)
		return;
	estimate->has_ml_kg_min = about_tests[test].per_kg || is_known(s, MEASURE_WEIGHT_KG);
	estimate->has_ml_min = !about_tests[test].per_kg || is_known(s, MEASURE_WEIGHT_KG);
	estimate->ml_kg_min = estimate->ml_min = value;
	if (about_tests[test].per_kg)
		estimate->ml_min = round_to_nine_decimals(value * weight);
	else if (estimate->has_ml_kg_min)
		estimate->ml_kg_min = round_to_nine_decimals(value / weight);
	estimate->has_range = about_tests[test].has_range;
	estimate->in_range = estimate->has_range && s->value[of] >= about_tests[test].from &&
		s->value[of] <= about_tests[test].to;
}

bool
ymca_peak_work(const cycle_stages *stages, double hr_max_bpm, ymca_result *result, status *st)
{
	double		mean_watts = 0;
	double		mean_bpm = 0;
	double		watts_squared = 0;
	double		product = 0;

	*result = (ymca_result){0};
	for (int i = 0; i < stages->n; i++)
	{
		if (stages->bpm[i] > hr_max_bpm)
		{
			status_fail(st, FAULT_INVALID_PARAMETER, "heart rate %.10g is above hr_max_bpm %.10g",
						stages->bpm[i], hr_max_bpm);
			status_hint(st, "Stages of a submaximal test stay below the maximal heart rate. Check both values.");
			return false;
		}
		if (stages->bpm[i] < ymca_lowest_bpm || stages->bpm[i] > ymca_highest_bpm)
			continue;
		/* Those that count move to the front. */
		stages->watts[result->stages] = stages->watts[i];
		stages->bpm[result->stages] = stages->bpm[i];
		result->stages++;
		mean_watts += stages->watts[i];
		mean_bpm += stages->bpm[i];
	}
	if (result->stages < YMCA_FEWEST_STAGES)
		return true;
	mean_watts /= result->stages;
	mean_bpm /= result->stages;
	for (int i = 0; i < result->stages; i++)
	{
		watts_squared += (stages->watts[i] - mean_watts) * (stages->watts[i] - mean_watts);
		product += (stages->watts[i] - mean_watts) * (stages->bpm[i] - mean_bpm);
	}
	result->has_peak = product > 0;
	if (result->has_peak)
		result->peak_w = round_to_nine_decimals(
			mean_watts + (hr_max_bpm - mean_bpm) * watts_squared / product);
	return true;
}

bool
astrand_age_factor(double age, double *factor)
{
	int			n = ENTRIES(astrand_factors);

	if (age < astrand_factors[0].age || age > astrand_factors[n - 1].age)
		return false;
	for (int i = 1; i < n; i++)
		if (age <= astrand_factors[i].age)
		{
			double		part = (age - astrand_factors[i - 1].age) /
				(astrand_factors[i].age - astrand_factors[i - 1].age);

			*factor = round_to_nine_decimals(
				astrand_factors[i - 1].factor +
				part * (astrand_factors[i].factor - astrand_factors[i - 1].factor));
			return true;
		}
	return false;
}

static void
write_equations(const equation *rows, int n, const char *const *labels, const char *const *units,
				const char *test, rule_writer write, void *context)
{
	for (int i = 0; i < n; i++)
	{
		char		value[RULE_TEXT];
		const performance_rule line = {test, labels[rows[i].code], sex_of_equation(&rows[i]), value,
									   units[rows[i].code], rows[i].source, rows[i].mark};

		print_equation(&rows[i], value);
		write(context, &line);
	}
}

static void
write_ranges(rule_writer write, void *context)
{
	static const char *const labels[] = VO2_TEST_LABELS;

	for (vo2_test t = 0; t < N_VO2_TESTS; t++)
	{
		char		rule[64];
		char		value[RULE_TEXT];
		const performance_rule line = {"VO2 from a test", rule, UNKNOWN, value,
									   about_tests[t].of == MEASURE_PEAK_W ? "W" : "m/min", ACSM, SOURCED};

		if (!about_tests[t].has_range)
			continue;
		snprintf(rule, sizeof(rule), "%s: in range", labels[t]);
		if (about_tests[t].to == NO_END)
			snprintf(value, sizeof(value), ">= %g", about_tests[t].from);
		else
			snprintf(value, sizeof(value), "%g..%g", about_tests[t].from, about_tests[t].to);
		write(context, &line);
	}
}

static void
write_submaximal(rule_writer write, void *context)
{
	char		bpm[RULE_TEXT];
	char		stages[RULE_TEXT];
	char		met[RULE_TEXT];
	/* clang-format off */
	const performance_rule rules[] = {
		{"VO2", "1 MET", UNKNOWN, met, "mL/kg/min", "definition", SOURCED},
		{"YMCA cycle test", "heart rates of the line", UNKNOWN, bpm, "bpm", YMCA_SOURCE, UNCONFIRMED},
		{"YMCA cycle test", "fewest stages", UNKNOWN, stages, NULL, YMCA_SOURCE, UNCONFIRMED},
		{"YMCA cycle test", "peak work rate", UNKNOWN, "where the least-squares line of heart rate on watts reaches hr_max_bpm", "W", YMCA_SOURCE, UNCONFIRMED},
		{"YMCA cycle test", "VO2", UNKNOWN, "acsm_leg_cycle at the peak work rate", "mL/kg/min", YMCA_SOURCE, UNCONFIRMED},
		{"Astrand cycle test", "age factor between two ages", UNKNOWN, "interpolated", NULL, "exonc", UNCONFIRMED},
	};
	/* clang-format on */

	snprintf(met, sizeof(met), "%g", ML_KG_MIN_OF_A_MET);
	snprintf(bpm, sizeof(bpm), "%g..%g", ymca_lowest_bpm, ymca_highest_bpm);
	snprintf(stages, sizeof(stages), "%d", YMCA_FEWEST_STAGES);
	for (int i = 0; i < ENTRIES(rules); i++)
		write(context, &rules[i]);
	for (int i = 0; i < ENTRIES(astrand_factors); i++)
	{
		char		rule[64];
		char		value[RULE_TEXT];
		const performance_rule line = {"Astrand cycle test", rule, UNKNOWN, value, NULL, ASTRAND_SOURCE, UNCONFIRMED};

		snprintf(rule, sizeof(rule), "age %g: factor", astrand_factors[i].age);
		snprintf(value, sizeof(value), "%.2f", astrand_factors[i].factor);
		write(context, &line);
	}
}

void
oxygen_uptake_rules(rule_writer write, void *context)
{
	static const char *const norm_labels[] = VO2_NORM_LABELS;
	static const char *const test_labels[] = VO2_TEST_LABELS;
	static const char *const norm_units[N_VO2_NORMS] = {"mL/kg/min", "mL/kg/min"};
	const char *test_units[N_VO2_TESTS];

	for (vo2_test t = 0; t < N_VO2_TESTS; t++)
		test_units[t] = about_tests[t].unit;
	write_equations(norms, ENTRIES(norms), norm_labels, norm_units, "VO2, normal value", write, context);
	write_equations(tests, ENTRIES(tests), test_labels, test_units, "VO2 from a test", write, context);
	write_ranges(write, context);
	write_submaximal(write, context);
}
