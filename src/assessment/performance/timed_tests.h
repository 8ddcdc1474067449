/*
 * timed_tests: tests of which little more than the time is known. Gait speed,
 * timed up-and-go, standing on one leg. The cut-offs of sarcopenia stand with
 * its definitions.
 */
#ifndef EXONC_TIMED_TESTS_H
#define EXONC_TIMED_TESTS_H

#include "assessment/performance/subject.h"

/* Speed in m/s; refused if no human walks at it. Both values are checked already. */
extern bool gait_speed(double distance_m, double time_s, double *speed, status *st);

/* Whether the time for the timed up-and-go says that the person may fall. */
extern bool tug_fall_risk(double tug_s);

/* Longest of the trials; longer ones than the ceiling count as the ceiling. */
extern double longest_stance(const double *trials, int n, double ceiling);

#endif
