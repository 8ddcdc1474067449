/* The families of built-in instruments; catalogue.c lists them. */
#ifndef EXONC_FAMILIES_H
#define EXONC_FAMILIES_H

#include "assessment/instrument.h"

extern const instrument_definition eortc_instruments[];
extern const int eortc_count;

extern const instrument_definition facit_instruments[];
extern const int facit_count;

extern const instrument_definition symptom_instruments[];
extern const int symptom_count;

#endif
