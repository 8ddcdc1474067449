/*
 * screening: SARC-F, SARC-CalF, and calf circumference adjusted for body mass.
 *
 * They prompt to measure, and are no part of any definition's diagnosis.
 */
#ifndef EXONC_SCREENING_H
#define EXONC_SCREENING_H

#include "common/person.h"
#include "common/status.h"

/* Points of the five SARC-F items, 0 to 2 each; the total is 0 to 10, positive from 4 on. */
#define SARC_F_ITEMS 5

extern bool sarc_f_total(const int *points, int *total, status *st);

/* Points of the item on falls, from their number in the past year. */
extern bool sarc_f_falls(int falls, int *points, status *st);

/* When the calf is low. The paper's operator is not certain, so a caller says which. */
typedef enum sarc_calf_variant
{
	CALF_AT_MOST, /* <= 34 cm men, <= 33 cm women */
	CALF_BELOW,	  /* < 34 cm men, < 33 cm women, as the AWGS calf screen */
	CALF_BELOW_31 /* < 31 cm for both */
} sarc_calf_variant;

#define SARC_CALF_VARIANT_LABELS {"at_most_34_33", "below_34_33", "below_31"}

/* SARC-F plus 10 points for a low calf; positive from 11 on. */
extern bool sarc_calf_total(int sarc_f, double calf_cm, sex of_sex, sarc_calf_variant variant,
							int *total, status *st);

/*
 * Calf circumference less 3, 7 or 12 cm in overweight and obesity. Below 18.5
 * kg/m2 the paper adds 4 cm, though not in those who are wasting: wasting is 1, 0
 * or UNKNOWN. Sets *known to false if the answer hangs on that.
 */
extern bool adjust_calf(double calf_cm, double bmi, int wasting, double *adjusted, bool *known,
						status *st);

#endif
