/* The families of built-in instruments; catalogue.c lists them. */
#ifndef EXONC_FAMILIES_H
#define EXONC_FAMILIES_H

#include "assessment/instrument.h"

extern const instrument_definition eortc_instruments[];
extern const int eortc_count;

extern const instrument_definition anxiety_instruments[];
extern const int anxiety_count;

#endif
