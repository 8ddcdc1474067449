/* advice_pg.h: rows of precautions from conditions, bone metastases and scores. */
#ifndef EXONC_PRESCRIPTION_ADVICE_PG_H
#define EXONC_PRESCRIPTION_ADVICE_PG_H

#include "exonc.h"

#include "prescription/advice.h"

/* One row for each advice, in the columns of precautions(). */
extern void put_advice(ReturnSetInfo *rsinfo, const advice *rows, int n);

extern const char *const precaution_level_labels[PRECAUTION_STOP + 1];

#endif
