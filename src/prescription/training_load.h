/*
 * training_load: conversions between intensities, repetitions and loads, and
 * the load of sessions.
 *
 * Every equation is that of a named paper or programme, chosen by an argument;
 * its coefficients are rows of tables, with source and mark. Web pages have
 * wrong forms of several of them (a "Landers" equation 45 % above Lander's, the
 * men's factor of a TRIMP with the women's exponent): those are not here.
 */
#ifndef EXONC_PRESCRIPTION_TRAINING_LOAD_H
#define EXONC_PRESCRIPTION_TRAINING_LOAD_H

#include "common/evidence.h"
#include "common/person.h"
#include "common/status.h"

/* ---- percentage of heart rate reserve from oxygen uptake ---- */

typedef enum reserve_equation
{
	SWAIN_1997_CYCLE_VO2_MAX,
	SWAIN_1997_CYCLE_VO2R,
	SWAIN_1998_TREADMILL_VO2_MAX,
	SWAIN_1998_TREADMILL_VO2R,
	N_RESERVE_EQUATIONS
} reserve_equation;

#define RESERVE_EQUATION_LABELS \
	{"swain_1997_cycle_vo2_max", "swain_1997_cycle_vo2r", "swain_1998_treadmill_vo2_max", "swain_1998_treadmill_vo2r"}

/* percent: of VO2max or VO2 reserve, as the equation has it. */
extern bool percent_hrr_of_vo2(reserve_equation equation, double percent, double *percent_hrr, status *st);

/* ---- one-repetition maximum from the load of five repetitions ---- */

typedef enum five_rm_exercise
{
	FIVE_RM_BENCH_PRESS,
	FIVE_RM_LEG_PRESS,
	N_FIVE_RM_EXERCISES
} five_rm_exercise;

#define FIVE_RM_EXERCISE_LABELS {"bench_press", "leg_press"}

/* standard_error: of the estimate, in kg. */
extern bool one_rm_from_five_rm(five_rm_exercise exercise, double load_kg, double *one_rm_kg, double *standard_error, status *st);

/* ---- percentage of the one-repetition maximum, repetitions, and repetitions in reserve ---- */

typedef enum repetition_equation
{
	REPETITIONS_EPLEY,
	REPETITIONS_EPLEY_MODIFIED,
	REPETITIONS_LINEAR,
	REPETITIONS_RTS_CHART,
	N_REPETITION_EQUATIONS
} repetition_equation;

#define REPETITION_EQUATION_LABELS {"epley", "epley_modified", "linear", "rts_chart"}

/* The load at which so many repetitions leave so many in reserve. */
extern bool percent_one_rm(repetition_equation equation, double repetitions, double in_reserve, double *percent, status *st);

/* The repetitions at a load that leave so many in reserve; may be less than one. */
extern bool repetitions_at(repetition_equation equation, double percent, double in_reserve, double *repetitions, status *st);

/* ---- load of sessions ---- */

/* Session RPE load: minutes times CR10. */
extern bool session_rpe_load(double minutes, double cr10, double *load, status *st);

/* Banister's training impulse, from the mean heart rate. */
extern bool banister_trimp(double minutes, double hr_mean, double hr_rest, double hr_max, int sex, double *trimp, status *st);

/* Edwards' training impulse, from the minutes in five zones of the maximal heart rate. */
#define N_EDWARDS_ZONES 5

extern bool edwards_trimp(const double *zone_minutes, double *trimp, status *st);

/* Moderate minutes plus vigorous ones at the weight that the guidelines give them. */
extern bool moderate_equivalent_minutes(double moderate_minutes, double vigorous_minutes, double *minutes, status *st);

/* ---- anchors of perceived exertion ---- */

typedef struct exertion_anchor
{
	const char *scale;
	double		value; /* NAN: a stage of the talk test */
	const char *meaning;
	double		percent_hr_max; /* NAN: none */
	double		cr10;			/* NAN: none */
	const char *source;
	evidence_mark mark;
} exertion_anchor;

extern const exertion_anchor *exertion_anchors(int *n);

/* ---- the numbers as rows ---- */

typedef struct load_rule
{
	const char *function;
	const char *variant; /* label of the equation; NULL: there is one */
	int			sex;	 /* UNKNOWN: both */
	const char *coefficient;
	double		value;
	const char *unit; /* NULL: none */
	const char *source;
	evidence_mark mark;
} load_rule;

typedef void (*load_rule_receiver) (void *context, const load_rule *rule);

/* Every number of this file and of the equations in intensity.c that hr_max_equations() and intensity_cuts() do not list. */
extern void list_load_rules(load_rule_receiver receive, void *context);

#endif
