/* timed_tests: see timed_tests.h. */
#include "assessment/performance/timed_tests.h"

#include "assessment/performance/rule.h"
#include "common/decimal.h"
#include "common/table.h"

#include <math.h>
#include <stdio.h>

/* What can be the speed of a walk; no norms, as the limits of subject.c. */
static const double slowest_m_s = 0.01;
static const double fastest_m_s = 3;

/* Risk of falling from this time on. */
static const double fall_risk_from_s = 12;

bool
gait_speed(double distance_m, double time_s, double *speed, status *st)
{
	*speed = round_to_nine_decimals(distance_m / time_s);
	if (*speed >= slowest_m_s && *speed <= fastest_m_s)
		return true;
	status_fail(st, FAULT_OUT_OF_RANGE, "distance_m %.10g and time_s %.10g do not belong together",
				distance_m, time_s);
	status_detail(st, "The speed would be %.4g m/s, outside %g..%g.", *speed, slowest_m_s, fastest_m_s);
	status_hint(st, "The distance is in metres (400 cm is 4), the time in seconds.");
	return false;
}

bool
tug_fall_risk(double tug_s)
{
	return tug_s >= fall_risk_from_s;
}

double
longest_stance(const double *trials, int n, double ceiling)
{
	double		longest = 0;

	for (int i = 0; i < n; i++)
		longest = fmax(longest, trials[i]);
	return fmin(longest, ceiling);
}

void
timed_test_rules(rule_writer write, void *context)
{
	char		from[32];
	/* clang-format off */
	const performance_rule rules[] = {
		{"timed up-and-go", "risk of falling", UNKNOWN, from, "s", "CDC STEADI", SOURCED},
		{"gait speed", "speed", UNKNOWN, "distance_m / time_s", "m/s", "definition", SOURCED},
		{"single-leg stance", "result", UNKNOWN, "longest trial; longer ones than ceiling_s count as ceiling_s", "s", "not read", UNCONFIRMED},
	};
	/* clang-format on */

	snprintf(from, sizeof(from), ">= %g", fall_risk_from_s);
	for (int i = 0; i < ENTRIES(rules); i++)
		write(context, &rules[i]);
}
