/*
 * subject: a person at a physical test, with what was measured, and which
 * values cannot be.
 */
#ifndef EXONC_PERFORMANCE_SUBJECT_H
#define EXONC_PERFORMANCE_SUBJECT_H

#include "common/person.h"
#include "common/status.h"

#include <stdint.h>

/* Measurements, named as the arguments of the SQL functions. */
typedef enum measure
{
	MEASURE_AGE,
	MEASURE_ADULT_AGE,
	MEASURE_HEIGHT_CM,
	MEASURE_WEIGHT_KG,
	MEASURE_SIDE_BY_SIDE_S,
	MEASURE_SEMI_TANDEM_S,
	MEASURE_TANDEM_S,
	MEASURE_GAIT_S,
	MEASURE_CHAIR_STAND_S,
	MEASURE_TUG_S,
	MEASURE_STANCE_S,
	MEASURE_CEILING_S,
	MEASURE_WALK_TIME_S,
	MEASURE_WALK_DISTANCE_M,
	MEASURE_SIX_MINUTE_M,
	MEASURE_CHAIR_STANDS,
	MEASURE_ARM_CURLS,
	MEASURE_STEPS,
	MEASURE_UP_AND_GO_S,
	MEASURE_RIGHT_KG,
	MEASURE_LEFT_KG,
	MEASURE_VO2_ML_KG_MIN,
	MEASURE_TEST_MIN,
	MEASURE_PEAK_W,
	MEASURE_SPEED_M_MIN,
	MEASURE_GRADE_PERCENT,
	MEASURE_WORKLOAD_W,
	MEASURE_HEART_RATE_BPM,
	MEASURE_HR_MAX_BPM,
	N_MEASURES
} measure;

typedef enum exercise_mode
{
	MODE_TREADMILL,
	MODE_CYCLE,
	N_EXERCISE_MODES
} exercise_mode;

#define EXERCISE_MODE_LABELS {"treadmill", "cycle"}

typedef struct subject
{
	double		value[N_MEASURES];
	uint32_t	known; /* bit m: measure m is known */
	int			sex;   /* sex, or UNKNOWN */
	int			mode;  /* exercise_mode, or UNKNOWN */
} subject;

static inline bool
is_known(const subject *s, measure m)
{
	return (s->known >> m) & 1;
}

/* What is called in messages as its SQL argument. */
extern const char *measure_name(measure m);

/*
 * Makes a value ready: undoes the damage of a real column and refuses what
 * cannot be. trial: its number in an array, from 1, for the message; 0: none.
 */
extern bool check_measure(measure m, int trial, double *value, status *st);

/* Checks a value and stores it in the subject. */
extern bool set_measure(subject *s, measure m, double value, status *st);

#endif
