/*
 * test_set: a set of physical tests, such as those a person was unable to
 * perform. Bit t is physical_test t. Its text form is that of an array of
 * names, in the order of the enum: {chair_stand,tug}.
 */
#ifndef EXONC_TEST_SET_H
#define EXONC_TEST_SET_H

#include "common/person.h"
#include "common/status.h"

#include <stdint.h>

#define ALL_TESTS ((1u << N_PHYSICAL_TESTS) - 1)

/* Longest text: all names, commas, braces and the terminator. */
#define TEST_SET_TEXT 64

/* Name of a test. */
extern const char *test_name(physical_test test);

/* The test with this name, or UNKNOWN. */
extern int	test_by_name(const char *name, int length);

/*
 * Adds a named test to the set. An unknown name is refused; the status names
 * all tests.
 */
extern bool test_set_add(uint32_t *set, const char *name, int length, status *st);

/* Reads "{name,name}"; blanks around names are allowed, and a name twice. */
extern bool test_set_parse(const char *text, uint32_t *set, status *st);

/* Writes the canonical text into buffer[TEST_SET_TEXT]. */
extern void test_set_print(uint32_t set, char *buffer);

#endif
