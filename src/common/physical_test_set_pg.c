/* physical_test_set_pg.c: the SQL type physical_test_set. */
#include "common/name_set_pg.h"

#include "common/test_set.h"

EXONC_NAME_SET(physical_test_set, &physical_tests)
