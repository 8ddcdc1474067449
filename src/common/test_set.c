/* test_set: see test_set.h. */
#include "common/test_set.h"

#include "common/table.h"

static const char *const names[] = PHYSICAL_TEST_LABELS;

const vocabulary physical_tests = {
	.type = "physical_test_set",
	.member = "physical test",
	.members = "tests",
	.example = "{chair_stand,gait}",
	.names = COUNTED(names),
};
