/* senior_fitness: see senior_fitness.h. */
#include "assessment/performance/senior_fitness.h"

#include "assessment/performance/rule.h"
#include "common/table.h"

#include <math.h>
#include <stddef.h>
#include <stdio.h>

#define YEARS_OF_A_BAND 5

#define STANDS "Rikli and Jones 1999; lower ends as in CDC STEADI, upper ends from secondary pages (wis.it, pin-point)"
#define OTHERS "Rikli and Jones 1999; not read"

/* clang-format off */
static const senior_fitness_about about[N_SENIOR_FITNESS_TESTS] = {
	[CHAIR_STAND_30S] = {"stands in 30 s", false, MEASURE_CHAIR_STANDS, STANDS},
	[ARM_CURL_30S] =    {"curls in 30 s",  false, MEASURE_ARM_CURLS,    OTHERS},
	[STEP_2MIN] =       {"steps in 2 min", false, MEASURE_STEPS,        OTHERS},
	[UP_AND_GO_8FT] =   {"s",              true,  MEASURE_UP_AND_GO_S,  OTHERS},
};

/*
 * The upper end for men of 85 to 89 is contradicted: one page prints 13.
 * A page with norms of the arm curl repeats those of the chair stand: wrong.
 */
#define READ SOURCED
#define OPEN UNCONFIRMED
static const senior_fitness_norm norms[] = {
	/* test          from  sex     poorest      best normal performance */
	{CHAIR_STAND_30S, 60, MALE,    14, READ,    19, READ},
	{CHAIR_STAND_30S, 65, MALE,    12, READ,    18, READ},
	{CHAIR_STAND_30S, 70, MALE,    12, READ,    17, READ},
	{CHAIR_STAND_30S, 75, MALE,    11, READ,    17, READ},
	{CHAIR_STAND_30S, 80, MALE,    10, READ,    15, READ},
	{CHAIR_STAND_30S, 85, MALE,     8, READ,    14, OPEN},
	{CHAIR_STAND_30S, 90, MALE,     7, READ,    12, READ},
	{CHAIR_STAND_30S, 60, FEMALE,  12, READ,    17, READ},
	{CHAIR_STAND_30S, 65, FEMALE,  11, READ,    16, READ},
	{CHAIR_STAND_30S, 70, FEMALE,  10, READ,    15, READ},
	{CHAIR_STAND_30S, 75, FEMALE,  10, READ,    15, READ},
	{CHAIR_STAND_30S, 80, FEMALE,   9, READ,    14, READ},
	{CHAIR_STAND_30S, 85, FEMALE,   8, READ,    13, READ},
	{CHAIR_STAND_30S, 90, FEMALE,   4, READ,    11, READ},

	{ARM_CURL_30S,    60, MALE,    16, OPEN,    22, OPEN},
	{ARM_CURL_30S,    65, MALE,    15, OPEN,    21, OPEN},
	{ARM_CURL_30S,    70, MALE,    14, OPEN,    21, OPEN},
	{ARM_CURL_30S,    75, MALE,    13, OPEN,    19, OPEN},
	{ARM_CURL_30S,    80, MALE,    13, OPEN,    19, OPEN},
	{ARM_CURL_30S,    85, MALE,    11, OPEN,    17, OPEN},
	{ARM_CURL_30S,    90, MALE,    10, OPEN,    14, OPEN},
	{ARM_CURL_30S,    60, FEMALE,  13, OPEN,    19, OPEN},
	{ARM_CURL_30S,    65, FEMALE,  12, OPEN,    18, OPEN},
	{ARM_CURL_30S,    70, FEMALE,  12, OPEN,    17, OPEN},
	{ARM_CURL_30S,    75, FEMALE,  11, OPEN,    17, OPEN},
	{ARM_CURL_30S,    80, FEMALE,  10, OPEN,    16, OPEN},
	{ARM_CURL_30S,    85, FEMALE,  10, OPEN,    15, OPEN},
	{ARM_CURL_30S,    90, FEMALE,   8, OPEN,    13, OPEN},

	{STEP_2MIN,       60, MALE,    87, OPEN,   115, OPEN},
	{STEP_2MIN,       65, MALE,    86, OPEN,   116, OPEN},
	{STEP_2MIN,       70, MALE,    80, OPEN,   110, OPEN},
	{STEP_2MIN,       75, MALE,    73, OPEN,   109, OPEN},
	{STEP_2MIN,       80, MALE,    71, OPEN,   103, OPEN},
	{STEP_2MIN,       85, MALE,    59, OPEN,    91, OPEN},
	{STEP_2MIN,       90, MALE,    52, OPEN,    86, OPEN},
	{STEP_2MIN,       60, FEMALE,  75, OPEN,   107, OPEN},
	{STEP_2MIN,       65, FEMALE,  73, OPEN,   107, OPEN},
	{STEP_2MIN,       70, FEMALE,  68, OPEN,   101, OPEN},
	{STEP_2MIN,       75, FEMALE,  68, OPEN,   100, OPEN},
	{STEP_2MIN,       80, FEMALE,  60, OPEN,    90, OPEN},
	{STEP_2MIN,       85, FEMALE,  55, OPEN,    85, OPEN},
	{STEP_2MIN,       90, FEMALE,  44, OPEN,    72, OPEN},

	{UP_AND_GO_8FT,   60, MALE,    5.6, OPEN,  3.8, OPEN},
	{UP_AND_GO_8FT,   65, MALE,    5.9, OPEN,  4.3, OPEN},
	{UP_AND_GO_8FT,   70, MALE,    6.2, OPEN,  4.4, OPEN},
	{UP_AND_GO_8FT,   75, MALE,    7.2, OPEN,  4.6, OPEN},
	{UP_AND_GO_8FT,   80, MALE,    7.6, OPEN,  5.2, OPEN},
	{UP_AND_GO_8FT,   85, MALE,    8.9, OPEN,  5.5, OPEN},
	{UP_AND_GO_8FT,   90, MALE,   10.0, OPEN,  6.2, OPEN},
	{UP_AND_GO_8FT,   60, FEMALE,  6.0, OPEN,  4.4, OPEN},
	{UP_AND_GO_8FT,   65, FEMALE,  6.4, OPEN,  4.8, OPEN},
	{UP_AND_GO_8FT,   70, FEMALE,  7.1, OPEN,  4.9, OPEN},
	{UP_AND_GO_8FT,   75, FEMALE,  7.4, OPEN,  5.2, OPEN},
	{UP_AND_GO_8FT,   80, FEMALE,  8.7, OPEN,  5.7, OPEN},
	{UP_AND_GO_8FT,   85, FEMALE,  9.6, OPEN,  6.2, OPEN},
	{UP_AND_GO_8FT,   90, FEMALE, 11.5, OPEN,  7.3, OPEN},
};
/* clang-format on */

const senior_fitness_about *
about_senior_fitness(senior_fitness_test test)
{
	return &about[test];
}

int
senior_fitness_norm_count(void)
{
	return ENTRIES(norms);
}

const senior_fitness_norm *
senior_fitness_norm_at(int i)
{
	return &norms[i];
}

int
last_age_of_norm(const senior_fitness_norm *norm)
{
	return norm->age_from + YEARS_OF_A_BAND - 1;
}

const senior_fitness_norm *
find_senior_fitness_norm(senior_fitness_test test, int of_sex, double age)
{
	double		years = floor(age);

	for (int i = 0; i < ENTRIES(norms); i++)
		if (norms[i].test == test && norms[i].sex == of_sex && years >= norms[i].age_from &&
			years <= last_age_of_norm(&norms[i]))
			return &norms[i];
	return NULL;
}

senior_fitness_class
classify_senior_fitness(const senior_fitness_norm *norm, double result)
{
	bool		less_is_better = about[norm->test].less_is_better;

	if (less_is_better ? result > norm->poorest : result < norm->poorest)
		return FITNESS_BELOW;
	if (less_is_better ? result < norm->best : result > norm->best)
		return FITNESS_ABOVE;
	return FITNESS_NORMAL;
}

void
senior_fitness_rules(rule_writer write, void *context)
{
	static const char *const labels[] = SENIOR_FITNESS_TEST_LABELS;

	for (int i = 0; i < ENTRIES(norms); i++)
	{
		const senior_fitness_norm *norm = &norms[i];
		const senior_fitness_about *test = &about[norm->test];
		char		name[64];
		char		value[RULE_TEXT];
		performance_rule line = {labels[norm->test], name, norm->sex, value, test->unit, test->source, norm->poorest_mark};

		snprintf(name, sizeof(name), "age %d..%d: below normal", norm->age_from, last_age_of_norm(norm));
		snprintf(value, sizeof(value), "%c %g", test->less_is_better ? '>' : '<', norm->poorest);
		write(context, &line);
		line.mark = norm->best_mark;
		snprintf(name, sizeof(name), "age %d..%d: above normal", norm->age_from, last_age_of_norm(norm));
		snprintf(value, sizeof(value), "%c %g", test->less_is_better ? '<' : '>', norm->best);
		write(context, &line);
	}
}
