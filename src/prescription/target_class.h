/* target_class: the class of intensity of what is prescribed, by the key of the ACSM of 2018. */
#ifndef EXONC_PRESCRIPTION_TARGET_CLASS_H
#define EXONC_PRESCRIPTION_TARGET_CLASS_H

#include "prescription/dose.h"
#include "prescription/intensity.h"

/* The intensity_measure by which a unit has classes, or UNKNOWN. */
extern int	measure_of_unit(intensity_unit unit);

/* Classes of a target, from the lowest to the highest; not known if it has none. */
extern dose target_class(const target *t);

/* Of a list of alternatives; those without a class stand for the others. */
extern dose targets_class(const target *targets);

#endif
