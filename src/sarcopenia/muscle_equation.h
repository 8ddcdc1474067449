/*
 * muscle_equation: muscle and fat-free mass predicted from other measurements.
 *
 * Each equation predicts one thing, from one kind of measurement, in the people
 * it was made in. Total skeletal muscle is not the muscle of arms and legs, and
 * neither is fat-free mass: so the result says which it is, and by which
 * modality, and nothing here turns one into another.
 */
#ifndef EXONC_MUSCLE_EQUATION_H
#define EXONC_MUSCLE_EQUATION_H

#include "common/evidence.h"
#include "common/person.h"
#include "common/status.h"
#include "sarcopenia/measurement.h"

typedef enum muscle_quantity
{
	QUANTITY_ASM, /* appendicular skeletal muscle */
	QUANTITY_SMM, /* total skeletal muscle */
	QUANTITY_FFM, /* fat-free mass */
	QUANTITY_FM	  /* fat mass */
} muscle_quantity;

#define MUSCLE_QUANTITY_LABELS {"ASM", "SMM", "FFM", "FM"}

/* The equations, in the order of the SQL enum muscle_equation. */
typedef enum equation_code
{
	LEE2000_WEIGHT,
	LEE2000_GIRTH,
	JANSSEN2000,
	KYLE2003,
	SERGI2015,
	YOSHIDA2014,
	WEN2011,
	KIM2002,
	MOURTZAKIS2008_FFM,
	MOURTZAKIS2008_FM,
	N_EQUATIONS
} equation_code;

#define MUSCLE_EQUATION_LABELS \
	{"Lee2000_weight", "Lee2000_girth", "Janssen2000", "Kyle2003", "Sergi2015", "Yoshida2014", \
	 "Wen2011", "Kim2002", "Mourtzakis2008_FFM", "Mourtzakis2008_FM"}

/* What goes in, in the order of the arguments of muscle_estimate(). */
typedef enum equation_input
{
	IN_AGE,
	IN_HEIGHT_CM,
	IN_WEIGHT_KG,
	IN_RESISTANCE_OHM,
	IN_REACTANCE_OHM,
	IN_ALST_KG, /* appendicular lean soft tissue */
	IN_L3_MUSCLE_CM2,
	IN_L3_FAT_CM2,
	IN_ARM_CM, /* girths, corrected for the skinfold */
	IN_THIGH_CM,
	IN_CALF_CM,
	IN_ETHNICITY_KG, /* the term of the Lee equations, as the caller has it */
	N_EQUATION_INPUTS
} equation_input;

typedef struct equation_person
{
	int			sex; /* or UNKNOWN */
	double		value[N_EQUATION_INPUTS];
	bool		measured[N_EQUATION_INPUTS];
} equation_person;

typedef struct muscle_equation
{
	const char *formula;
	muscle_quantity quantity;
	int			modality; /* mass_modality of the input, or UNKNOWN: tape and scale */
	int			from_age; /* of the people it was made in; 0: not known */
	int			to_age;
	double		below_bmi; /* 0: no limit */
	double		standard_error_kg; /* 0: not known */
	const char *population;
	const char *note; /* or NULL */
	const char *source;
	evidence_mark mark;
} muscle_equation;

extern const muscle_equation *equation_at(equation_code code);

/*
 * Predicts in kg. Returns false with a status for values that cannot be; sets
 * *known to false if an input is missing; *valid to 1 or 0 for someone in or
 * outside the people it was made in, UNKNOWN where that cannot be told.
 */
extern bool estimate_muscle(equation_code code, equation_person *p, double *kg, bool *known,
							int *valid, status *st);

#endif
