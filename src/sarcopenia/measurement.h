/*
 * measurement: what is measured in a person for a sarcopenia classification,
 * in which unit, and which values a human cannot have.
 */
#ifndef EXONC_MEASUREMENT_H
#define EXONC_MEASUREMENT_H

#include "common/person.h"
#include "common/status.h"

#include <stdint.h>

typedef enum mass_modality
{
	DXA,
	BIA,
	CT,
	MRI,
	N_MODALITIES
} mass_modality;

#define MASS_MODALITY_LABELS {"DXA", "BIA", "CT", "MRI"}

/* The measurements, in the order of the arguments of sarcopenia(); then what is only derived. */
typedef enum measurement
{
	AGE,
	GRIP_KG,
	CHAIR_STAND_S,
	ASM_KG,
	HEIGHT_CM,
	WEIGHT_KG,
	ASM_H2_KG_M2,
	GAIT_M_S,
	SPPB_POINTS,
	TUG_S,
	WALK_400M_S,
	BMI_KG_M2,
	SMM_KG,
	L3_SMI_CM2_M2,
	N_ARGUMENTS,
	ASM_BMI = N_ARGUMENTS,
	GRIP_BMI,
	SMM_H2_KG_M2,
	N_MEASUREMENTS
} measurement;

/* One person at one assessment. */
typedef struct person
{
	double		value[N_MEASUREMENTS];
	uint32_t	measured; /* bit m: measurement m was made */
	uint32_t	unable;	  /* bit t: physical test t was tried and could not be done */
	int			sex;	  /* sex, or UNKNOWN */
	int			modality; /* mass_modality of the muscle mass, or UNKNOWN */
} person;

static inline bool
is_measured(const person *p, measurement m)
{
	return (p->measured >> m) & 1;
}

static inline bool
is_unable(const person *p, physical_test t)
{
	return (p->unable >> t) & 1;
}

/* The name of the argument, or of a derived index. */
extern const char *measurement_name(measurement m);

/* Whether a human can have this value; else the status says why not, with a hint on the unit. */
extern bool check_as_measurement(measurement m, double value, status *st);

/*
 * Makes the person ready: undoes the damage of real columns, refuses values
 * that cannot be and a test both done and impossible, and derives the indices
 * (BMI, ASM/h2, ASM/BMI, grip/BMI, SMM/h2) where their parts are there.
 */
extern bool prepare_person(person *p, status *st);

/* The steps of prepare_person() for a loader, which wants all problems and not the first. */
extern bool check_measurement(person *p, measurement m, status *st);
extern bool check_unable(const person *p, physical_test t, status *st);
extern bool derive_indices(person *p, status *st);

#endif
