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

extern const instrument_definition promis_instruments[];
extern const int promis_count;

extern const instrument_definition health_status_instruments[];
extern const int health_status_count;

extern const instrument_definition psqi_instruments[];
extern const int psqi_count;

extern const instrument_definition activity_instruments[];
extern const int activity_count;

#endif
