/*
 * scaling: a prescription with so many times the dose, and arithmetic of
 * progressions in percent.
 *
 * The dose is the minutes of sessions, weekly volumes, intervals and sets;
 * frequency, intensity and repetitions stay. Steps of minutes are scaled with
 * the minutes, so every week has its dose times the factor. Numbers of intervals
 * and sets are whole: where the factor would make them something else there is
 * no such prescription.
 */
#ifndef EXONC_PRESCRIPTION_SCALING_H
#define EXONC_PRESCRIPTION_SCALING_H

#include "prescription/prescription.h"

/*
 * modality: of the components to scale; UNKNOWN: all. Sets *possible to false
 * where a component has no dose to scale, shares it with others, or cannot be
 * divided. False with a status if the factor is out of range, or the result
 * leaves the limits of a prescription.
 */
extern bool scale_dose(const prescription *rx, double factor, int modality, prescription *scaled, bool *possible, arena *memory,
					   status *st);

/* start after so many steps of percent each; percent may be negative. */
extern bool compound(double start, double percent, int steps, double *result, status *st);

/* Steps until a number that grows by percent with each has doubled. */
extern bool steps_to_double(double percent, double *steps, status *st);

/* Peak oxygen uptake after cycles of treatment that each cost so much of it. */
extern bool vo2_peak_after(double vo2_peak, double decline_percent, int cycles, double *result, status *st);

#endif
