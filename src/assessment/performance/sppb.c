/* sppb: see sppb.h. */
#include "assessment/performance/sppb.h"

#include "assessment/performance/rule.h"
#include "common/decimal.h"
#include "common/table.h"

#include <stddef.h>
#include <stdio.h>

#define NIA_SOURCE "SPPB: Guralnik 1994; cut-points as printed in PMC8113335, confirmed in several public programs"

/* Times of a band, both ends included, in seconds. */
typedef struct time_band
{
	int			points;
	double		from;
	double		to;
} time_band;

#define NO_END 1e6

/* clang-format off */

/* Some papers print the bands of the 3 m walk for 4 m (PMC3032402): they are two tables. */
static const time_band walk_4m[] = {
	/* points from    to */
	{4,       0.00,   4.81},
	{3,       4.82,   6.20},
	{2,       6.21,   8.70},
	{1,       8.71,   NO_END},
};

static const time_band walk_3m[] = {
	{4,       0.00,   3.61},
	{3,       3.62,   4.65},
	{2,       4.66,   6.52},
	{1,       6.53,   NO_END},
};

static const struct
{
	int         distance_m;
	const char *name;
	const time_band *bands;
	int         n_bands;
} walks[] = {
	{4, "walk of 4 m", COUNTED(walk_4m)},
	{3, "walk of 3 m", COUNTED(walk_3m)},
};

static const time_band five_chair_stands[] = {
	{4,       0.00,  11.19},
	{3,      11.20,  13.69},
	{2,      13.70,  16.69},
	{1,      16.70,  60.00},
	{0,      60.01,  NO_END},
};

static const time_band side_by_side[] = {
	{0,       0.00,   9.99},
	{1,      10.00,  NO_END},
};

static const time_band semi_tandem[] = {
	{0,       0.00,   9.99},
	{1,      10.00,  NO_END},
};

static const time_band tandem[] = {
	{0,       0.00,   2.99},
	{1,       3.00,   9.99},
	{2,      10.00,  NO_END},
};

/* A position counts as held, and the next one is asked for, from here on. */
static const double held_s = 10.00;

/* The positions in their order. */
static const struct
{
	const char *name;
	measure     measured;
	const time_band *bands;
	int         n_bands;
} positions[] = {
	{"balance, side by side", MEASURE_SIDE_BY_SIDE_S, COUNTED(side_by_side)},
	{"balance, semi-tandem",  MEASURE_SEMI_TANDEM_S,  COUNTED(semi_tandem)},
	{"balance, tandem",       MEASURE_TANDEM_S,       COUNTED(tandem)},
};
/* clang-format on */

/* 6.205 as written is 621 hundredths, whatever its binary fraction is. */
static long
hundredths(double seconds)
{
	return lround(round_to_nine_decimals(seconds * 100.0));
}

static int
points_of(const time_band *bands, int n, double seconds)
{
	for (int i = 0; i < n - 1; i++)
		if (hundredths(seconds) <= hundredths(bands[i].to))
			return bands[i].points;
	return bands[n - 1].points;
}

/* The positions stop at the first that is not held; the rest has no points. */
static bool
score_balance(const subject *s, int *points, status *st)
{
	int			failed = UNKNOWN;

	*points = 0;
	for (int p = 0; p < ENTRIES(positions); p++)
	{
		measure		m = positions[p].measured;

		if (failed != UNKNOWN)
		{
			if (!is_known(s, m) || s->value[m] == 0)
				continue;
			status_fail(st, FAULT_INVALID_PARAMETER, "%s is %.10g, but %s was held for %.10g s only",
						measure_name(m), s->value[m], measure_name(positions[failed].measured),
						s->value[positions[failed].measured]);
			status_hint(st, "The battery stops at the first position that is not held for 10 s: pass NULL for those after it.");
			return false;
		}
		if (!is_known(s, m))
		{
			*points = UNKNOWN;
			return true;
		}
		*points += points_of(positions[p].bands, positions[p].n_bands, s->value[m]);
		if (hundredths(s->value[m]) < hundredths(held_s))
			failed = p;
	}
	return true;
}

static bool
refuse_unable(const subject *s, measure m, const char *test, status *st)
{
	status_fail(st, FAULT_INVALID_PARAMETER, "%s is %.10g, but unable names %s", measure_name(m),
				s->value[m], test);
	status_hint(st, "Name a test in unable only when it was tried and gave no result.");
	return false;
}

/* unable contradicts a result of the same test, and of any part of the battery. */
static bool
check_unable(const subject *s, uint32_t unable, status *st)
{
	static const measure parts[] = {MEASURE_SIDE_BY_SIDE_S, MEASURE_SEMI_TANDEM_S, MEASURE_TANDEM_S,
									MEASURE_GAIT_S, MEASURE_CHAIR_STAND_S};

	if (unable & (1u << SPPB))
		for (int i = 0; i < ENTRIES(parts); i++)
			if (is_known(s, parts[i]) && s->value[parts[i]] > 0)
				return refuse_unable(s, parts[i], "sppb", st);
	if ((unable & (1u << GAIT)) && is_known(s, MEASURE_GAIT_S))
		return refuse_unable(s, MEASURE_GAIT_S, "gait", st);
	if ((unable & (1u << CHAIR_STAND)) && is_known(s, MEASURE_CHAIR_STAND_S))
		return refuse_unable(s, MEASURE_CHAIR_STAND_S, "chair_stand", st);
	return true;
}

static bool
score_gait(const subject *s, const int *distance_m, sppb_result *result, status *st)
{
	double		seconds = s->value[MEASURE_GAIT_S];

	if (distance_m == NULL)
		return true;
	for (int w = 0; w < ENTRIES(walks); w++)
	{
		if (walks[w].distance_m != *distance_m)
			continue;
		result->has_speed = is_known(s, MEASURE_GAIT_S);
		if (result->has_speed)
		{
			result->points[SPPB_GAIT] = points_of(walks[w].bands, walks[w].n_bands, seconds);
			result->gait_m_s = round_to_nine_decimals(*distance_m / seconds);
		}
		return true;
	}
	status_fail(st, FAULT_INVALID_PARAMETER, "gait_distance_m %d is neither 3 nor 4", *distance_m);
	status_hint(st, "The battery has cut-points for a walk of 4 m and for one of 3 m.");
	return false;
}

bool
score_sppb(const subject *s, const int *distance_m, uint32_t unable, sppb_result *result,
		   status *st)
{
	bool		all = unable & (1u << SPPB);

	for (int c = 0; c < N_SPPB_COMPONENTS; c++)
		result->points[c] = all ? 0 : UNKNOWN;
	result->has_speed = false;

	if (!check_unable(s, unable, st))
		return false;
	if (!all && !score_balance(s, &result->points[SPPB_BALANCE], st))
		return false;
	if (!score_gait(s, distance_m, result, st))
		return false;
	if (is_known(s, MEASURE_CHAIR_STAND_S))
		result->points[SPPB_CHAIR_STAND] =
			points_of(five_chair_stands, ENTRIES(five_chair_stands), s->value[MEASURE_CHAIR_STAND_S]);
	if (unable & (1u << GAIT))
		result->points[SPPB_GAIT] = 0;
	if (unable & (1u << CHAIR_STAND))
		result->points[SPPB_CHAIR_STAND] = 0;

	result->total = 0;
	for (int c = 0; c < N_SPPB_COMPONENTS && result->total != UNKNOWN; c++)
		result->total = result->points[c] == UNKNOWN ? UNKNOWN : result->total + result->points[c];
	return true;
}

static void
write_bands(const char *name, const time_band *bands, int n, rule_writer write, void *context)
{
	for (int i = 0; i < n; i++)
	{
		char		rule[64];
		char		value[RULE_TEXT];
		performance_rule line = {"SPPB", rule, UNKNOWN, value, "s", NIA_SOURCE, SOURCED};

		snprintf(rule, sizeof(rule), "%s: %d point%s", name, bands[i].points,
				 bands[i].points == 1 ? "" : "s");
		if (bands[i].from == 0)
			snprintf(value, sizeof(value), "<= %.2f", bands[i].to);
		else if (bands[i].to == NO_END)
			snprintf(value, sizeof(value), ">= %.2f", bands[i].from);
		else
			snprintf(value, sizeof(value), "%.2f..%.2f", bands[i].from, bands[i].to);
		write(context, &line);
	}
}

void
sppb_rules(rule_writer write, void *context)
{
	/* clang-format off */
	static const performance_rule rules[] = {
		{"SPPB", "balance: positions asked for", UNKNOWN, "until the first one held for less than 10 s; the rest 0 points", NULL, NIA_SOURCE, SOURCED},
		{"SPPB", "a test that could not be done", UNKNOWN, "0 points", NULL, NIA_SOURCE, SOURCED},
		{"SPPB", "total", UNKNOWN, "balance + gait + chair stand, 0..12; none if one is not known", "points", NIA_SOURCE, SOURCED},
		{"SPPB", "total: bands that papers report", UNKNOWN, "0..3, 4..6, 7..9, 10..12", "points", NIA_SOURCE, SOURCED},
		{"SPPB", "walk: which of two", UNKNOWN, "the faster; the caller chooses", NULL, "public programs", SOURCED},
		{"SPPB", "five chair stands in exactly 60 s", UNKNOWN, "1 point; some programs give 0", NULL, "sources contradict each other", UNCONFIRMED},
		{"SPPB", "times between two bands, such as 6.205 s", UNKNOWN, "rounded to 0.01 s, halves up", "s", "exonc: bands are printed with two decimals", UNCONFIRMED},
	};
	/* clang-format on */

	for (int p = 0; p < ENTRIES(positions); p++)
		write_bands(positions[p].name, positions[p].bands, positions[p].n_bands, write, context);
	for (int w = 0; w < ENTRIES(walks); w++)
		write_bands(walks[w].name, walks[w].bands, walks[w].n_bands, write, context);
	write_bands("five chair stands", five_chair_stands, ENTRIES(five_chair_stands), write, context);
	for (int i = 0; i < ENTRIES(rules); i++)
		write(context, &rules[i]);
}
