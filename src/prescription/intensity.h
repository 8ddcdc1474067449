/*
 * intensity: heart rates, oxygen uptake, work and classes of intensity.
 *
 * All equations are group means. A value measured in the person is better than
 * any of them, and nothing here chooses an equation: it is always an argument.
 */
#ifndef EXONC_PRESCRIPTION_INTENSITY_H
#define EXONC_PRESCRIPTION_INTENSITY_H

#include "common/evidence.h"
#include "common/person.h"
#include "common/status.h"

/* ---- maximal heart rate ---- */

typedef enum hr_max_equation
{
	HR_MAX_FOX,
	HR_MAX_TANAKA,
	HR_MAX_GELLISH,
	HR_MAX_GELLISH_NONLINEAR,
	HR_MAX_GULATI,
	HR_MAX_NES,
	HR_MAX_SYDO,
	HR_MAX_BRAWNER,
	HR_MAX_KETEYIAN,
	N_HR_MAX_EQUATIONS
} hr_max_equation;

#define HR_MAX_EQUATION_LABELS \
	{"fox", "tanaka", "gellish", "gellish_nonlinear", "gulati", "nes", "sydo", "brawner", "keteyian"}

/* HRmax = intercept + age * age_factor + age^2 * age_squared + hr_rest * rest_factor + (on a bike) bike. */
typedef struct hr_max_row
{
	hr_max_equation equation;
	int			sex; /* UNKNOWN: both */
	double		intercept;
	double		age_factor;
	double		age_squared;
	double		rest_factor;
	double		bike;
	bool		on_beta_blocker; /* derived in persons on the drug */
	const char *population;
	const char *source;
	evidence_mark mark;
} hr_max_row;

extern const hr_max_row *hr_max_rows(int *n);

/* In bpm. hr_rest: NAN if unknown. on_bike: UNKNOWN, 0 or 1. */
extern bool predict_hr_max(hr_max_equation equation, double age, int sex, double hr_rest, int on_bike,
						   double *hr_max, status *st);

/*
 * The percentage of heart rate reserve at a percentage of the maximal heart
 * rate. Below the resting heart rate it is negative. The caller checks that
 * hr_rest is below hr_max.
 */
extern double percent_hrr_of_hr_max(double percent_hr_max, double hr_rest, double hr_max);

/* ---- metabolic equations; VO2 is gross, in mL/kg/min ---- */

#define ONE_MET 3.5

typedef enum work_mode
{
	WORK_WALK,
	WORK_RUN,
	WORK_LEG_CYCLE,
	WORK_ARM_CYCLE,
	WORK_STEP,
	WORK_LEG_CYCLE_LANG, /* published alternatives to the equations of the ACSM */
	WORK_STEP_LATIN,
	N_WORK_MODES
} work_mode;

#define WORK_MODE_LABELS {"walk", "run", "leg_cycle", "arm_cycle", "step", "leg_cycle_lang", "step_latin"}

/*
 * VO2 = rest + flat * rate + steep * rate * slope + body / weight, where rate is
 * the speed in m/min, W/kg or steps/min, and slope the grade as a fraction or
 * the height of a step in m. body: mL/min that do not depend on the weight.
 */
typedef struct work_row
{
	work_mode	mode;
	double		rest;
	double		flat;
	double		steep;
	double		body;
	double		lowest; /* of the rate where the equation holds; watts for cycles */
	double		highest;
	const char *unit;
	const char *source;
	evidence_mark mark;
} work_row;

extern const work_row *work_row_of(work_mode mode);

extern bool work_to_vo2(work_mode mode, double rate, double slope, double weight_kg, double *vo2,
						bool *in_range, status *st);
extern bool vo2_to_work(work_mode mode, double vo2, double slope, double weight_kg, double *rate,
						bool *in_range, status *st);

/*
 * The grade as a fraction at which walking or running at a speed takes an
 * oxygen uptake; negative where the speed alone takes more.
 */
extern bool vo2_to_grade(work_mode mode, double vo2, double speed_m_min, double *grade, bool *in_range, status *st);

/* ---- classes ---- */

typedef enum intensity_class
{
	CLASS_VERY_LIGHT,
	CLASS_LIGHT,
	CLASS_MODERATE,
	CLASS_VIGOROUS,
	CLASS_NEAR_MAXIMAL
} intensity_class;

#define INTENSITY_CLASS_LABELS {"very_light", "light", "moderate", "vigorous", "near_maximal"}

typedef enum intensity_measure
{
	MEASURE_HRR,
	MEASURE_VO2R,
	MEASURE_HRMAX,
	MEASURE_VO2MAX,
	MEASURE_RPE,
	MEASURE_MET,
	MEASURE_1RM,
	N_MEASURES
} intensity_measure;

#define INTENSITY_MEASURE_LABELS {"percent_hrr", "percent_vo2r", "percent_hr_max", "percent_vo2_max", "rpe", "met", "percent_1rm"}

typedef enum class_key
{
	KEY_ACSM_2018,
	KEY_ESSA_2010,
	N_CLASS_KEYS
} class_key;

#define CLASS_KEY_LABELS {"acsm2018", "essa2010"}

/* The least value of light, moderate, vigorous and near-maximal. */
typedef struct class_cuts
{
	class_key	key;
	intensity_measure measure;
	double		from[4];
	double		highest;
	const char *source;
	evidence_mark mark;
} class_cuts;

extern const class_cuts *class_cut_rows(int *n);
extern bool classify_intensity(class_key key, intensity_measure measure, double value, int *class, status *st);

/* ---- one-repetition maximum ---- */

typedef enum one_rm_equation
{
	ONE_RM_EPLEY,
	ONE_RM_BRZYCKI,
	ONE_RM_LOMBARDI,
	ONE_RM_OCONNER,
	ONE_RM_MAYHEW,
	ONE_RM_WATHEN,
	ONE_RM_LANDER,
	N_ONE_RM_EQUATIONS
} one_rm_equation;

#define ONE_RM_EQUATION_LABELS {"epley", "brzycki", "lombardi", "oconner", "mayhew", "wathen", "lander"}

/* How an equation is written; w: load, r: repetitions. */
typedef enum one_rm_form
{
	FORM_DIVIDED,	  /* w (1 + r / a) */
	FORM_TIMES,		  /* w (1 + a r) */
	FORM_HYPERBOLA,	  /* w a / (b - r) */
	FORM_POWER,		  /* w r^a */
	FORM_EXPONENTIAL, /* 100 w / (a + b e^(c r)) */
	FORM_LINE		  /* 100 w / (a + b r) */
} one_rm_form;

typedef struct one_rm_row
{
	one_rm_equation equation;
	one_rm_form form;
	double		a;
	double		b;
	double		c;
	const char *source;
	evidence_mark mark;
} one_rm_row;

extern const one_rm_row *one_rm_row_of(one_rm_equation equation);

/* In kg, from repetitions to failure. One repetition is the maximum itself, whatever the equation. */
extern bool predict_one_rm(one_rm_equation equation, double load_kg, double repetitions, double *one_rm_kg,
						   status *st);

typedef enum load_rounding
{
	ROUND_DOWN, /* the safe side */
	ROUND_NEAREST /* halves up */
} load_rounding;

#define LOAD_ROUNDING_LABELS {"down", "nearest"}

/* A load to the plates that there are. increment_kg 0: as it is. */
extern double round_load(double load_kg, double increment_kg, load_rounding rounding);

/* Whether a measurement is one that a person can have. name: the SQL argument. */
extern bool check_input(const char *name, double value, double lowest, double highest, const char *unit,
							  const char *hint, status *st);

/* Whether both are heart rates that a person can have, the first below the second. */
extern bool check_heart_rates(double hr_rest, double hr_max, status *st);

#endif
