/*
 * limits: which values of a measurement a human can have.
 *
 * The limits are no norms. They are there to catch a value in another unit, a
 * slipped column or a missing-data code, and they are wide enough for every
 * adult patient.
 */
#ifndef EXONC_LIMITS_H
#define EXONC_LIMITS_H

#include "common/status.h"

#include <stdint.h>

typedef enum limited_values
{
	ANY_VALUE,
	WHOLE_NUMBERS, /* a count or points */
	ZERO_ALSO	   /* 0, an attempt without a result, although it is below the lowest */
} limited_values;

/* A row of a table of limits. */
typedef struct value_limits
{
	const char *name; /* as the SQL argument is called */
	const char *unit; /* or "" */
	double		lowest;
	double		highest;
	const char *hint; /* a sentence, mostly on the unit; or NULL */
	limited_values values;
} value_limits;

/* What nearly every domain asks of a person. */
#define LIMITS_OF_AGE \
	{"age", "years", 0, 120, "Give the age in years at the assessment, not a year of birth."}
#define LIMITS_OF_HEIGHT_CM \
	{"height_cm", "cm", 100, 230, "Height is in centimetres: 1.72 m is 172."}
#define LIMITS_OF_WEIGHT_KG \
	{"weight_kg", "kg", 20, 350, "Weight is in kilograms: 1 lb is 0.4536 kg."}
#define LIMITS_OF_BMI \
	{"bmi_kg_m2", "kg/m2", 7, 130, "Body mass index is weight in kilograms over height in metres squared."}

static inline bool
in_limits(const value_limits *limits, double value)
{
	if (!(value >= limits->lowest && value <= limits->highest))
		return limits->values == ZERO_ALSO && value == 0;
	return limits->values != WHOLE_NUMBERS || value == (double) (int64_t) value;
}

/* The same with a status that says what is wrong, and the hint. */
extern bool check_limits(const value_limits *limits, double value, status *st);

/* The same for a value that goes by another name, as the element of an array. */
extern bool check_limits_of(const value_limits *limits, const char *name, double value, status *st);

/* Undoes the damage of real columns in those that were measured, and checks them in their order. */
extern bool check_all_limits(const value_limits *limits, int n, double *values, const bool *measured,
							 status *st);

#endif
