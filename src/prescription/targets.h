/*
 * targets: what the intensities of a prescription mean for one person.
 *
 * Measured values go before predicted ones, and an equation is used only if it
 * was named. Where a number would mislead (a beta-blocker, a resting heart rate
 * from before treatment, a missing measurement) there is none, but a reason.
 */
#ifndef EXONC_PRESCRIPTION_TARGETS_H
#define EXONC_PRESCRIPTION_TARGETS_H

#include "prescription/intensity.h"
#include "prescription/week.h"

/* NAN or UNKNOWN: not known. */
typedef struct target_person
{
	double		age;
	int			sex;
	double		hr_rest;
	double		hr_rest_days; /* since it was measured */
	double		hr_rest_max_days;
	double		hr_max;
	int			beta_blocker;
	bool		hr_max_on_beta_blocker; /* measured on the drug */
	int			hr_max_equation;		/* UNKNOWN: do not predict */
	double		vo2_peak;
	double		w_peak;
	double		w_msec;
	double		weight_kg;
	double		one_rm_kg;
	double		test_load_kg;
	double		test_repetitions;
	int			one_rm_equation; /* UNKNOWN: do not predict */
	double		increment_kg;
	load_rounding rounding;
	double		grade;
} target_person;

typedef struct personal_target
{
	const char *quantity; /* "heart rate" */
	const char *unit;
	bool		known;
	double		low;
	double		high;
	const char *equation; /* NULL: measured, or as prescribed */
	int			in_range; /* of the equation; UNKNOWN: no equation of limited range */
	const char *reason;	  /* why there is no number, or what to know about it */
} personal_target;

/* At most two rows for a target: the oxygen uptake, and the work that takes it. */
#define MAX_PERSONAL_TARGETS 2

extern bool check_target_person(const target_person *p, status *st);

/* modes: those of the component, which tell walking from cycling. Returns the number of rows. */
extern int	personal_targets(const target *t, const mode *modes, const target_person *p, personal_target *rows);

/* One quantity over several targets: from the lowest to the highest. */
typedef enum zone_kind
{
	ZONE_HEART_RATE, /* bpm */
	ZONE_LOAD		 /* kg */
} zone_kind;

typedef struct target_zone
{
	bool		found; /* a target of this quantity */
	bool		known; /* all of them have a number for which the equation holds; true to begin with */
	double		low;
	double		high;
} target_zone;

extern void widen_zone(target_zone *zone, zone_kind kind, const target *t, const mode *modes, const target_person *p);

#endif
