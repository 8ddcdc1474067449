/* eq5d_value_set_pg.h: an EQ-5D-5L value set from the jsonb that a caller gives. */
#ifndef EXONC_EQ5D_VALUE_SET_PG_H
#define EXONC_EQ5D_VALUE_SET_PG_H

#include "exonc.h"

#include "assessment/indices/eq5d.h"

#include "utils/jsonb.h"

/* Allocated in the current memory context; an error if it is no value set. */
extern eq5d_value_set *eq5d_value_set_from_jsonb(Jsonb *json);

#endif
