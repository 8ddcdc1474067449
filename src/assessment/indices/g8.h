/*
 * g8: the G8 screening tool for older patients with cancer. Eight items, six
 * of them points from the form, body mass index and age as measured; the score
 * runs from 0 (worst) to 17.
 */
#ifndef EXONC_G8_H
#define EXONC_G8_H

#include "common/status.h"

/* Items that come as points, in the order of the form; its items E and H are measured. */
typedef enum g8_item
{
	G8_APPETITE,
	G8_WEIGHT_LOSS,
	G8_MOBILITY,
	G8_NEUROPSYCHOLOGICAL,
	G8_MEDICATION,
	G8_SELF_RATED_HEALTH,
	N_G8_ITEMS
} g8_item;

typedef struct g8_form
{
	double		points[N_G8_ITEMS];
	double		bmi_kg_m2;
	double		age; /* years; completed years count */
} g8_form;

extern bool g8_score(const g8_form *form, double *score, status *st);

#endif
