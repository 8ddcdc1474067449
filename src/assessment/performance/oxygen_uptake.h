/*
 * oxygen_uptake: peak oxygen uptake. What is normal for a person, what a test
 * without gas analysis says about it, and METs.
 *
 * Not here: an estimate from the six-minute walk, whose error (SEE 3.82
 * mL/kg/min) is too large for one person; and the nomogram of Astrand, of which
 * only the age factors are known.
 */
#ifndef EXONC_OXYGEN_UPTAKE_H
#define EXONC_OXYGEN_UPTAKE_H

#include "assessment/performance/subject.h"

/* Equations for the normal value. Added at the end. */
typedef enum vo2_norm
{
	FRIEND_2017,
	FRIEND_2018,
	N_VO2_NORMS
} vo2_norm;

#define VO2_NORM_LABELS {"friend_2017", "friend_2018"}

/* Equations for a test. Added at the end. */
typedef enum vo2_test
{
	BRUCE,
	BALKE,
	STEEP_RAMP,
	ACSM_LEG_CYCLE,
	ACSM_ARM_CYCLE,
	ACSM_WALK,
	ACSM_RUN,
	N_VO2_TESTS
} vo2_test;

#define VO2_TEST_LABELS \
	{"bruce", "balke", "steep_ramp", "acsm_leg_cycle", "acsm_arm_cycle", "acsm_walk", "acsm_run"}

/* An estimate; what is not known is false. */
typedef struct vo2_estimate
{
	bool		has_ml_min;
	double		ml_min;
	bool		has_ml_kg_min;
	double		ml_kg_min;
	bool		has_range; /* the source says for which work the equation holds */
	bool		in_range;
} vo2_estimate;

extern double vo2_mets(double ml_kg_min);

/* Normal value in mL/kg/min; false if it is not known, or the equation gives none. */
extern bool predict_vo2(vo2_norm norm, const subject *s, double *ml_kg_min);

extern void estimate_vo2(vo2_test test, const subject *s, vo2_estimate *estimate);

/* A submaximal test on the cycle: workload and heart rate of its stages. */
typedef struct cycle_stages
{
	int			n;
	double	   *watts;
	double	   *bpm;
} cycle_stages;

typedef struct ymca_result
{
	int			stages; /* with a heart rate that counts */
	bool		has_peak; /* else they give no line that rises */
	double		peak_w;
} ymca_result;

/* Peak work rate by the line through the stages; values are checked already. */
extern bool ymca_peak_work(const cycle_stages *stages, double hr_max_bpm, ymca_result *result,
						   status *st);

/* Factor for a value from Astrand's nomogram; false: no factor at this age. */
extern bool astrand_age_factor(double age, double *factor);

#endif
