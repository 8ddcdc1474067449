/*
 * muscle_change: indices of muscle mass, and what became of it between two dates.
 *
 * A change is compared with the least significant change of the device: what two
 * measurements of an unchanged person exceed in one case of twenty, which is
 * 1.96 x the square root of 2 x the precision error (as a coefficient of
 * variation). The precision error is that of the site; no default is built in.
 */
#ifndef EXONC_MUSCLE_CHANGE_H
#define EXONC_MUSCLE_CHANGE_H

#include "common/status.h"
#include "sarcopenia/measurement.h"

typedef struct muscle_change
{
	double		kg;
	double		percent;
	double		least_significant_percent; /* if a precision error is given */
	bool		beyond_error;
} muscle_change;

/* Refuses two modalities, and values that cannot be. */
extern bool compare_muscle(double before_kg, double after_kg, mass_modality before_by,
						   mass_modality after_by, double precision_cv_percent,
						   muscle_change *change, status *st);

/* Masses and what they are divided by; then the indices that follow. */
typedef enum body_measure
{
	BODY_HEIGHT_CM,
	BODY_WEIGHT_KG,
	BODY_ASM_KG,
	BODY_SMM_KG,
	BODY_FFM_KG,
	N_BODY_MEASURES
} body_measure;

typedef enum body_index
{
	INDEX_BMI,
	INDEX_ASM_H2,
	INDEX_ASM_BMI,
	INDEX_ASM_WEIGHT_PERCENT,
	INDEX_SMM_H2,
	INDEX_SMM_WEIGHT_PERCENT,
	INDEX_FFM_H2,
	N_BODY_INDICES
} body_index;

/* Fills the indices whose parts are there. Refuses values that cannot be, and a part above the weight. */
extern bool derive_body_indices(double *value, const bool *measured, double *index, bool *known,
								status *st);

#endif
