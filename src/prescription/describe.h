/* describe: a prescription in plain English, for the chart. */
#ifndef EXONC_PRESCRIPTION_DESCRIBE_H
#define EXONC_PRESCRIPTION_DESCRIBE_H

#include "prescription/prescription.h"

/* One sentence for each block. Nothing of the prescription is left out. */
extern void describe_prescription(const prescription *rx, text_sink *out);

/* One alternative, without its final period. */
extern void describe_unit(const unit *u, text_sink *out);

/* "aerobic exercise" */
extern const char *modality_in_words(exercise_modality modality);

#endif
