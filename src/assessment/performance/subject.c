/* subject: see subject.h. */
#include "assessment/performance/subject.h"

#include "common/decimal.h"
#include "common/limits.h"

#include <math.h>
#include <stdio.h>

/* clang-format off */
static const value_limits limits[N_MEASURES] = {
	[MEASURE_AGE] =             LIMITS_OF_AGE,
	[MEASURE_ADULT_AGE] =       {"age",            "years",     18,   120,
		"Give the age in years at the assessment, not a year of birth. The equations are for adults."},
	[MEASURE_HEIGHT_CM] =       LIMITS_OF_HEIGHT_CM,
	[MEASURE_WEIGHT_KG] =       LIMITS_OF_WEIGHT_KG,
	[MEASURE_SIDE_BY_SIDE_S] =  {"side_by_side_s", "s",         0,    60,
		"This is the time the position was held in seconds; the stopwatch is stopped at 10. A position that could not be taken is 0."},
	[MEASURE_SEMI_TANDEM_S] =   {"semi_tandem_s",  "s",         0,    60,
		"This is the time the position was held in seconds; the stopwatch is stopped at 10. A position that could not be taken is 0."},
	[MEASURE_TANDEM_S] =        {"tandem_s",       "s",         0,    60,
		"This is the time the position was held in seconds; the stopwatch is stopped at 10. A position that could not be taken is 0."},
	[MEASURE_GAIT_S] =          {"gait_s",         "s",         1.5,  300,
		"This is the time of the walk in seconds, not its speed. If the person could not walk, pass NULL and name gait in unable."},
	[MEASURE_CHAIR_STAND_S] =   {"chair_stand_s",  "s",         2,    300,
		"This is the time for five rises in seconds. If the person could not do it, pass NULL and name chair_stand in unable."},
	[MEASURE_TUG_S] =           {"tug_s",          "s",         2,    600,
		"This is the time for the timed up-and-go in seconds. If the person could not do it, pass NULL and name tug in unable."},
	[MEASURE_STANCE_S] =        {"trials_s",       "s",         0,    600,
		"This is the time on one leg in seconds. A trial that failed at once is 0, one not done is NULL."},
	[MEASURE_CEILING_S] =       {"ceiling_s",      "s",         5,    600,
		"This is the time in seconds at which the protocol stops the stopwatch, such as 30 or 60."},
	[MEASURE_WALK_TIME_S] =     {"time_s",         "s",         1,    3600,
		"This is the time of the walk in seconds: 6 min is 360."},
	[MEASURE_WALK_DISTANCE_M] = {"distance_m",     "m",         2,    1000,
		"This is the distance of the timed walk in metres: 400 cm is 4, 8 ft is 2.4384."},
	[MEASURE_SIX_MINUTE_M] =    {"distance_m",     "m",         1,    1000,
		"This is the distance in metres: 0.45 km is 450, 1500 ft is 457. If the person tried and could not walk, it is 0.", ZERO_ALSO},
	[MEASURE_CHAIR_STANDS] =    {"result",         "stands",    0,    60,
		"The result of chair_stand_30s is the number of stands in 30 s; 0 if the person could not do one.", WHOLE_NUMBERS},
	[MEASURE_ARM_CURLS] =       {"result",         "curls",     0,    80,
		"The result of arm_curl_30s is the number of curls in 30 s; 0 if the person could not do one.", WHOLE_NUMBERS},
	[MEASURE_STEPS] =           {"result",         "steps",     0,    250,
		"The result of step_2min is the number of steps in 2 min; 0 if the person could not do one.", WHOLE_NUMBERS},
	[MEASURE_UP_AND_GO_S] =     {"result",         "s",         1.5,  300,
		"The result of up_and_go_8ft is the time in seconds. If the person could not do it, pass NULL and unable => true."},
	[MEASURE_RIGHT_KG] =        {"right_kg",       "kg",        0.1,  120,
		"Grip strength is in kilograms: 1 lb is 0.4536 kg, 1 N is 0.102 kg. A trial that was not done or gave nothing is NULL."},
	[MEASURE_LEFT_KG] =         {"left_kg",        "kg",        0.1,  120,
		"Grip strength is in kilograms: 1 lb is 0.4536 kg, 1 N is 0.102 kg. A trial that was not done or gave nothing is NULL."},
	[MEASURE_VO2_ML_KG_MIN] =   {"vo2_ml_kg_min",  "mL/kg/min", 3,    100,
		"Oxygen uptake is in mL per kg and minute: 1.6 L/min (1600 mL/min) in a person of 80 kg is 20."},
	[MEASURE_TEST_MIN] =        {"test_min",       "min",       0.5,  45,
		"This is the duration of the test in minutes: 9 min 30 s is 9.5, 570 s is 9.5."},
	[MEASURE_PEAK_W] =          {"peak_w",         "W",         1,    700,
		"This is the work rate in watts: 600 kgm/min is 100 (ACSM, 6 kgm/min to the watt)."},
	[MEASURE_SPEED_M_MIN] =     {"speed_m_min",    "m/min",     10,   400,
		"Treadmill speed is in metres per minute: 4.8 km/h is 80, 3 mph is 80.4."},
	[MEASURE_GRADE_PERCENT] =   {"grade_percent",  "%",         0,    40,
		"The grade is in percent: a fraction of 0.05 is 5."},
	[MEASURE_WORKLOAD_W] =      {"workloads_w",    "W",         0,    700,
		"Workloads are in watts: 300 kgm/min is 50 (ACSM, 6 kgm/min to the watt)."},
	[MEASURE_HEART_RATE_BPM] =  {"heart_rates_bpm", "bpm",      30,   240,
		"Heart rates are in beats per minute. A stage without one is NULL."},
	[MEASURE_HR_MAX_BPM] =      {"hr_max_bpm",     "bpm",       80,   240,
		"The maximal heart rate is in beats per minute, measured or predicted from age."},
};
/* clang-format on */

const char *
measure_name(measure m)
{
	return limits[m].name;
}

bool
check_measure(measure m, int trial, double *value, status *st)
{
	char		name[48];

	if (could_be_real(*value))
		*value = undo_real(*value);
	if (in_limits(&limits[m], *value))
		return true;
	if (trial == 0)
		return check_limits(&limits[m], *value, st);
	snprintf(name, sizeof(name), "element %d of %s%s", trial, limits[m].name, isfinite(*value) ? "," : "");
	return check_limits_of(&limits[m], name, *value, st);
}

bool
set_measure(subject *s, measure m, double value, status *st)
{
	if (!check_measure(m, 0, &value, st))
		return false;
	s->value[m] = value;
	s->known |= 1u << m;
	return true;
}
