/*
 * test_set: a set of physical tests, such as those a person was unable to
 * perform. Bit t is physical_test t.
 */
#ifndef EXONC_TEST_SET_H
#define EXONC_TEST_SET_H

#include "common/name_set.h"
#include "common/person.h"

extern const vocabulary physical_tests;

/* Name of a test. */
static inline const char *
test_name(physical_test test)
{
	return physical_tests.names[test];
}

#endif
