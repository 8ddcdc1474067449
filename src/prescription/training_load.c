/* training_load: see training_load.h. */
#include "prescription/training_load.h"

#include "common/decimal.h"
#include "common/table.h"
#include "prescription/intensity.h"

#include <math.h>
#include <stddef.h>

/* ---- tables ---- */

typedef struct reserve_row
{
	double		slope;
	double		intercept;
	const char *source;
	evidence_mark mark;
} reserve_row;

static const reserve_row reserve_table[N_RESERVE_EQUATIONS] = {
	/*                                slope  intercept */
	[SWAIN_1997_CYCLE_VO2_MAX] =     {1.12,  -11.6, "Swain and Leutholtz 1997, cycle, n = 63 (abstract)", SOURCED},
	[SWAIN_1997_CYCLE_VO2R] =        {1.00,  -0.1,  "Swain and Leutholtz 1997, cycle, n = 63 (abstract)", SOURCED},
	[SWAIN_1998_TREADMILL_VO2_MAX] = {1.10,  -6.1,  "Swain 1998, treadmill (abstract)", SOURCED},
	[SWAIN_1998_TREADMILL_VO2R] =    {1.03,  1.5,   "Swain 1998, treadmill (abstract)", SOURCED},
};

typedef struct five_rm_row
{
	double		slope;
	double		intercept_kg;
	double		standard_error_kg;
	const char *source;
	evidence_mark mark;
} five_rm_row;

static const five_rm_row five_rm_table[N_FIVE_RM_EXERCISES] = {
	/*                       slope    intercept  Sy.x */
	[FIVE_RM_BENCH_PRESS] = {1.1307,  0.6999,    3.0,  "Reynolds 2006, studylib.net/doc/26029413", SOURCED},
	[FIVE_RM_LEG_PRESS] =   {1.0970,  14.2546,   16.2, "Reynolds 2006, studylib.net/doc/26029413", SOURCED},
};

#define STMR "STMr, mladenjovanovic/STMr at 32679b3"

typedef struct repetition_row
{
	double		k;
	const char *formula; /* n: repetitions and those in reserve */
	const char *source;
	evidence_mark mark;
} repetition_row;

static const repetition_row repetition_table[N_REPETITION_EQUATIONS] = {
	/*                              k */
	[REPETITIONS_EPLEY] =          {0.0333, "1 / (k n + 1)", STMR, SOURCED},
	[REPETITIONS_EPLEY_MODIFIED] = {0.0353, "1 / (k (n - 1) + 1)", STMR, SOURCED},
	[REPETITIONS_LINEAR] =         {33,     "(k - n + 1) / k", STMR, SOURCED},
	[REPETITIONS_RTS_CHART] =      {0,      "chart", "iron-stead.com; other pages differ by a point", SOURCED},
};

/* Percentage of the maximum at 1, 2, ... repetitions to failure; one in reserve is one row down. */
static const double rts_chart[] = {
	100, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 71.7, 69.6,
};

typedef struct banister_row
{
	int			sex;
	double		factor;
	double		exponent;
	const char *source;
	evidence_mark mark;
} banister_row;

static const banister_row banister_table[] = {
	{MALE,   0.64, 1.92, "Banister; fellrnr.com, at least eight programs agree", SOURCED},
	{FEMALE, 0.86, 1.67, "Morton 1990; at least eight programs agree", SOURCED},
};

typedef struct edwards_row
{
	double		from_percent;
	double		to_percent; /* of the maximal heart rate */
	double		weight;
	const char *name;
} edwards_row;

#define EDWARDS "Edwards, fellrnr.com (secondary)"

static const edwards_row edwards_table[N_EDWARDS_ZONES] = {
	{50, 60,  1, "zone 1"},
	{60, 70,  2, "zone 2"},
	{70, 80,  3, "zone 3"},
	{80, 90,  4, "zone 4"},
	{90, 100, 5, "zone 5"},
};

#define VIGOROUS_SOURCE "from the pair of 150 moderate or 75 vigorous minutes a week, guideline comparison, 10.1038/s41416-024-02748-x table 1"

static const double vigorous_weight = 2;

#define BORG	 "shapeup.org; PMC9830234 table 2 (secondary)"
#define CR10_PAGE "scienceinsights (secondary)"
#define FOSTER	 "Foster 2009, sedentary adults (abstract); prescribe one stage below the last positive"

static const exertion_anchor anchor_table[] = {
	/* scale      value  meaning                                  %HRmax  CR10 */
	{"RPE",       9,     "very light",                            NAN,    NAN, BORG, SOURCED},
	{"RPE",       11,    "light",                                 NAN,    NAN, BORG, SOURCED},
	{"RPE",       13,    "somewhat hard",                         NAN,    NAN, BORG, SOURCED},
	{"RPE",       15,    "hard",                                  NAN,    NAN, BORG, SOURCED},
	{"RPE",       17,    "very hard",                             NAN,    NAN, BORG, SOURCED},
	{"RPE",       19,    "extremely hard",                        NAN,    NAN, BORG, SOURCED},
	{"CR10",      0,     "nothing",                               NAN,    NAN, CR10_PAGE, SOURCED},
	{"CR10",      0.5,   "extremely weak",                        NAN,    NAN, "general knowledge", UNCONFIRMED},
	{"CR10",      1,     "very weak",                             NAN,    NAN, CR10_PAGE, SOURCED},
	{"CR10",      2,     "weak",                                  NAN,    NAN, "general knowledge", UNCONFIRMED},
	{"CR10",      3,     "moderate",                              NAN,    NAN, CR10_PAGE, SOURCED},
	{"CR10",      5,     "strong",                                NAN,    NAN, "general knowledge", UNCONFIRMED},
	{"CR10",      7,     "very strong",                           NAN,    NAN, "general knowledge", UNCONFIRMED},
	{"CR10",      10,    "extremely strong",                      NAN,    NAN, "general knowledge", UNCONFIRMED},
	{"talk test", NAN,   "the stage before the last positive one", 73,    3.6, FOSTER, SOURCED},
	{"talk test", NAN,   "the last positive stage",               79,     4.4, FOSTER, SOURCED},
	{"talk test", NAN,   "the equivocal stage",                   82,     6.3, FOSTER, SOURCED},
};

/* ---- rules ---- */

bool
percent_hrr_of_vo2(reserve_equation equation, double percent, double *percent_hrr, status *st)
{
	const reserve_row *row = &reserve_table[equation];

	if (!check_input("percent", percent, 10, 100, "%", "A fraction is not a percentage: 0.7 is 70.", st))
		return false;
	*percent_hrr = round_to_nine_decimals(row->slope * percent + row->intercept);
	return true;
}

bool
one_rm_from_five_rm(five_rm_exercise exercise, double load_kg, double *one_rm_kg, double *standard_error, status *st)
{
	const five_rm_row *row = &five_rm_table[exercise];

	if (!check_input("load_kg", load_kg, 0.1, 700, "kg", "Loads are in kilograms: 1 lb is 0.4536 kg.", st))
		return false;
	*one_rm_kg = round_to_nine_decimals(row->slope * load_kg + row->intercept_kg);
	*standard_error = row->standard_error_kg;
	return true;
}

static bool
chart_percent(double n, double *percent, status *st)
{
	if (n != floor(n) || n > ENTRIES(rts_chart))
	{
		status_fail(st, FAULT_OUT_OF_RANGE, "repetitions and those in reserve are %.10g: the chart has whole numbers up to %d", n,
					ENTRIES(rts_chart));
		return false;
	}
	*percent = rts_chart[(int) n - 1];
	return true;
}

bool
percent_one_rm(repetition_equation equation, double repetitions, double in_reserve, double *percent, status *st)
{
	double		k = repetition_table[equation].k;
	double		n = repetitions + in_reserve;

	if (!check_input("repetitions", repetitions, 1, 20, "repetitions", "The equations are meant for up to 12.", st) ||
		!check_input("in_reserve", in_reserve, 0, 10, "repetitions in reserve", NULL, st))
		return false;
	switch (equation)
	{
		case REPETITIONS_EPLEY:
			*percent = 100 / (k * n + 1);
			break;
		case REPETITIONS_EPLEY_MODIFIED:
			*percent = 100 / (k * (n - 1) + 1);
			break;
		case REPETITIONS_LINEAR:
			*percent = 100 * (k - n + 1) / k;
			break;
		case REPETITIONS_RTS_CHART:
		case N_REPETITION_EQUATIONS:
			return chart_percent(n, percent, st);
	}
	*percent = round_to_nine_decimals(*percent);
	return true;
}

bool
repetitions_at(repetition_equation equation, double percent, double in_reserve, double *repetitions, status *st)
{
	double		k = repetition_table[equation].k;
	double		p = percent / 100;

	if (!check_input("percent", percent, 30, 100, "%", "A fraction is not a percentage: 0.7 is 70.", st) ||
		!check_input("in_reserve", in_reserve, 0, 10, "repetitions in reserve", NULL, st))
		return false;
	switch (equation)
	{
		case REPETITIONS_EPLEY:
			*repetitions = (1 - p) / (k * p);
			break;
		case REPETITIONS_EPLEY_MODIFIED:
			*repetitions = (1 - p) / (k * p) + 1;
			break;
		case REPETITIONS_LINEAR:
			*repetitions = (1 - p) * k + 1;
			break;
		case REPETITIONS_RTS_CHART:
		case N_REPETITION_EQUATIONS:
			status_fail(st, FAULT_INVALID_PARAMETER, "equation \"rts_chart\" has no percentages between its rows");
			status_hint(st, "percent_1rm() reads the chart.");
			return false;
	}
	*repetitions = round_to_nine_decimals(*repetitions - in_reserve);
	return true;
}

static bool
check_minutes(const char *name, double minutes, double most, status *st)
{
	return check_input(name, minutes, 0, most, "minutes", "Durations are in minutes.", st);
}

/* Minutes of a day, and of a week. */
#define DAY_MINUTES	 (24 * 60)
#define WEEK_MINUTES (7 * DAY_MINUTES)

bool
session_rpe_load(double minutes, double cr10, double *load, status *st)
{
	if (!check_minutes("minutes", minutes, DAY_MINUTES, st) ||
		!check_input("cr10", cr10, 0, 10, "points", "CR10 is the scale from 0 to 10, not the Borg 6-20 scale.", st))
		return false;
	*load = round_to_nine_decimals(minutes * cr10);
	return true;
}

bool
banister_trimp(double minutes, double hr_mean, double hr_rest, double hr_max, int sex, double *trimp, status *st)
{
	double		x;

	if (!check_minutes("minutes", minutes, DAY_MINUTES, st) || !check_heart_rates(hr_rest, hr_max, st) ||
		!check_input("hr_mean", hr_mean, hr_rest, hr_max, "bpm", "The mean heart rate of a session is between hr_rest and hr_max.", st))
		return false;
	x = (hr_mean - hr_rest) / (hr_max - hr_rest);
	for (int i = 0; i < ENTRIES(banister_table); i++)
		if (banister_table[i].sex == sex)
			*trimp = round_to_nine_decimals(minutes * x * banister_table[i].factor * exp(banister_table[i].exponent * x));
	return true;
}

bool
edwards_trimp(const double *zone_minutes, double *trimp, status *st)
{
	double		sum = 0;
	double		minutes = 0;

	for (int i = 0; i < N_EDWARDS_ZONES; i++)
	{
		if (!check_minutes(edwards_table[i].name, zone_minutes[i], DAY_MINUTES, st))
			return false;
		sum += zone_minutes[i] * edwards_table[i].weight;
		minutes += zone_minutes[i];
	}
	if (!check_minutes("the sum of zone_minutes", minutes, DAY_MINUTES, st))
		return false;
	*trimp = round_to_nine_decimals(sum);
	return true;
}

bool
moderate_equivalent_minutes(double moderate_minutes, double vigorous_minutes, double *minutes, status *st)
{
	if (!check_minutes("moderate_minutes", moderate_minutes, WEEK_MINUTES, st) ||
		!check_minutes("vigorous_minutes", vigorous_minutes, WEEK_MINUTES, st))
		return false;
	*minutes = round_to_nine_decimals(moderate_minutes + vigorous_weight * vigorous_minutes);
	return true;
}

const exertion_anchor *
exertion_anchors(int *n)
{
	*n = ENTRIES(anchor_table);
	return anchor_table;
}

/* ---- the numbers as rows ---- */

/* A rule for each coefficient that is not zero. */
typedef struct rule_list
{
	load_rule_receiver receive;
	void	   *context;
} rule_list;

static void
add_rule(const rule_list *list, load_rule rule, const char *coefficient, double value, const char *unit)
{
	if (value == 0)
		return;
	rule.coefficient = coefficient;
	rule.value = value;
	rule.unit = unit;
	list->receive(list->context, &rule);
}

static void
list_work(const rule_list *list)
{
	static const char *const labels[] = WORK_MODE_LABELS;

	for (int i = 0; i < N_WORK_MODES; i++)
	{
		const work_row *row = work_row_of(i);
		load_rule	rule = {.function = "work_to_vo2", .variant = labels[i], .sex = UNKNOWN, .source = row->source, .mark = row->mark};

		add_rule(list, rule, "rest", row->rest, "mL/kg/min");
		add_rule(list, rule, "flat", row->flat, "mL/kg/min per unit of work and kg");
		add_rule(list, rule, "steep", row->steep, "mL/kg/min per unit of work and slope");
		add_rule(list, rule, "body", row->body, "mL/min");
		add_rule(list, rule, "lowest", row->lowest, row->unit);
		if (row->highest < 1e9)
			add_rule(list, rule, "highest", row->highest, row->unit);
	}
}

static void
list_one_rm(const rule_list *list)
{
	static const char *const labels[] = ONE_RM_EQUATION_LABELS;
	static const char *const forms[] = {
		[FORM_DIVIDED] = "w (1 + r / a)", [FORM_TIMES] = "w (1 + a r)", [FORM_HYPERBOLA] = "w a / (b - r)",
		[FORM_POWER] = "w r^a", [FORM_EXPONENTIAL] = "100 w / (a + b e^(c r))", [FORM_LINE] = "100 w / (a + b r)",
	};

	for (int i = 0; i < N_ONE_RM_EQUATIONS; i++)
	{
		const one_rm_row *row = one_rm_row_of(i);
		load_rule	rule = {.function = "one_rm", .variant = labels[i], .sex = UNKNOWN, .source = row->source, .mark = row->mark};

		add_rule(list, rule, "a", row->a, forms[row->form]);
		add_rule(list, rule, "b", row->b, forms[row->form]);
		add_rule(list, rule, "c", row->c, forms[row->form]);
	}
}

static void
list_repetitions(const rule_list *list)
{
	static const char *const labels[] = REPETITION_EQUATION_LABELS;
	static const char *const counts[ENTRIES(rts_chart)] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"};

	for (int i = 0; i < N_REPETITION_EQUATIONS; i++)
	{
		const repetition_row *row = &repetition_table[i];
		load_rule	rule = {.function = "percent_1rm", .variant = labels[i], .sex = UNKNOWN, .source = row->source, .mark = row->mark};

		add_rule(list, rule, "k", row->k, row->formula);
		if (i == REPETITIONS_RTS_CHART)
			for (int n = 0; n < ENTRIES(rts_chart); n++)
				add_rule(list, rule, counts[n], rts_chart[n], "% of the one-repetition maximum");
	}
}

void
list_load_rules(load_rule_receiver receive, void *context)
{
	static const char *const reserve_labels[] = RESERVE_EQUATION_LABELS;
	static const char *const five_rm_labels[] = FIVE_RM_EXERCISE_LABELS;
	rule_list	list = {receive, context};

	list_work(&list);
	for (int i = 0; i < N_RESERVE_EQUATIONS; i++)
	{
		load_rule	rule = {.function = "percent_hrr_of_vo2", .variant = reserve_labels[i], .sex = UNKNOWN, .source = reserve_table[i].source, .mark = reserve_table[i].mark};

		add_rule(&list, rule, "slope", reserve_table[i].slope, NULL);
		add_rule(&list, rule, "intercept", reserve_table[i].intercept, "%");
	}
	list_one_rm(&list);
	for (int i = 0; i < N_FIVE_RM_EXERCISES; i++)
	{
		load_rule	rule = {.function = "one_rm_from_5rm", .variant = five_rm_labels[i], .sex = UNKNOWN, .source = five_rm_table[i].source, .mark = five_rm_table[i].mark};

		add_rule(&list, rule, "slope", five_rm_table[i].slope, NULL);
		add_rule(&list, rule, "intercept", five_rm_table[i].intercept_kg, "kg");
		add_rule(&list, rule, "standard error", five_rm_table[i].standard_error_kg, "kg");
	}
	list_repetitions(&list);
	for (int i = 0; i < ENTRIES(banister_table); i++)
	{
		load_rule	rule = {.function = "banister_trimp", .sex = banister_table[i].sex, .source = banister_table[i].source, .mark = banister_table[i].mark};

		add_rule(&list, rule, "factor", banister_table[i].factor, NULL);
		add_rule(&list, rule, "exponent", banister_table[i].exponent, NULL);
	}
	for (int i = 0; i < N_EDWARDS_ZONES; i++)
	{
		load_rule	rule = {.function = "edwards_trimp", .variant = edwards_table[i].name, .sex = UNKNOWN, .source = EDWARDS, .mark = SOURCED};

		add_rule(&list, rule, "from", edwards_table[i].from_percent, "% of the maximal heart rate");
		add_rule(&list, rule, "to", edwards_table[i].to_percent, "% of the maximal heart rate");
		add_rule(&list, rule, "weight", edwards_table[i].weight, NULL);
	}
	add_rule(&list, (load_rule) {.function = "moderate_equivalent_minutes", .sex = UNKNOWN, .source = VIGOROUS_SOURCE, .mark = SOURCED},
			 "vigorous", vigorous_weight, NULL);
}
