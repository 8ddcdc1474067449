/* listing_pg.h: columns that several listings of the sarcopenia tables have. */
#ifndef EXONC_LISTING_PG_H
#define EXONC_LISTING_PG_H

#include "exonc.h"

#include "sarcopenia/definition.h"

/* An age in completed years; 0 is no limit. */
extern Datum age_or_null(int age, bool *isnull);

#endif
