/* timed_tests_pg.c: gait_speed_m_s(), tug_fall_risk(), single_leg_stance_s(). */
#include "assessment/performance/performance_pg.h"

#include "assessment/performance/timed_tests.h"

#include <math.h>

PG_FUNCTION_INFO_V1(exonc_gait_speed_m_s);
PG_FUNCTION_INFO_V1(exonc_tug_fall_risk);
PG_FUNCTION_INFO_V1(exonc_single_leg_stance_s);

/* gait_speed_m_s(distance_m, time_s) returns float8 */
Datum
exonc_gait_speed_m_s(PG_FUNCTION_ARGS)
{
	subject		s = {0};
	double		speed;
	status		st;

	read_measure(fcinfo, 0, MEASURE_WALK_DISTANCE_M, &s);
	read_measure(fcinfo, 1, MEASURE_WALK_TIME_S, &s);
	if (!gait_speed(s.value[MEASURE_WALK_DISTANCE_M], s.value[MEASURE_WALK_TIME_S], &speed, &st))
		exonc_raise(&st);
	PG_RETURN_FLOAT8(speed);
}

/* tug_fall_risk(tug_s, unable) returns boolean */
Datum
exonc_tug_fall_risk(PG_FUNCTION_ARGS)
{
	subject		s = {0};
	bool		unable = !PG_ARGISNULL(1) && (PG_GETARG_UINT32(1) & (1u << TUG));
	status		st;

	read_measure(fcinfo, 0, MEASURE_TUG_S, &s);
	if (unable && is_known(&s, MEASURE_TUG_S))
	{
		status_fail(&st, FAULT_INVALID_PARAMETER, "tug_s is %.10g, but unable names tug", s.value[MEASURE_TUG_S]);
		status_hint(&st, "Name a test in unable only when it was tried and gave no result.");
		exonc_raise(&st);
	}
	if (!unable && !is_known(&s, MEASURE_TUG_S))
		PG_RETURN_NULL();
	PG_RETURN_BOOL(unable || tug_fall_risk(s.value[MEASURE_TUG_S]));
}

/* single_leg_stance_s(trials_s, ceiling_s) returns float8 */
Datum
exonc_single_leg_stance_s(PG_FUNCTION_ARGS)
{
	number_array trials = read_numbers(fcinfo, 0);
	subject		s = {0};
	int			done = 0;
	status		st;

	read_measure(fcinfo, 1, MEASURE_CEILING_S, &s);
	for (int i = 0; i < trials.n; i++)
	{
		if (trials.missing[i])
			continue;
		if (!check_measure(MEASURE_STANCE_S, i + 1, &trials.values[i], &st))
			exonc_raise(&st);
		trials.values[done++] = trials.values[i];
	}
	if (done == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(longest_stance(trials.values, done,
									is_known(&s, MEASURE_CEILING_S) ? s.value[MEASURE_CEILING_S] : INFINITY));
}
