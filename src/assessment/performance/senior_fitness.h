/*
 * senior_fitness: Senior Fitness Test (Rikli and Jones). The normal range of a
 * test is the middle half of people of the same sex and five years of age, from
 * 60 to 94. There are no norms for others.
 */
#ifndef EXONC_SENIOR_FITNESS_H
#define EXONC_SENIOR_FITNESS_H

#include "assessment/performance/subject.h"
#include "common/evidence.h"

typedef enum senior_fitness_test
{
	CHAIR_STAND_30S,
	ARM_CURL_30S,
	STEP_2MIN,
	UP_AND_GO_8FT,
	N_SENIOR_FITNESS_TESTS
} senior_fitness_test;

#define SENIOR_FITNESS_TEST_LABELS {"chair_stand_30s", "arm_curl_30s", "step_2min", "up_and_go_8ft"}

/* Performance, from poor to good: above is better than normal, also where less time is better. */
typedef enum senior_fitness_class
{
	FITNESS_BELOW,
	FITNESS_NORMAL,
	FITNESS_ABOVE,
	N_SENIOR_FITNESS_CLASSES
} senior_fitness_class;

#define SENIOR_FITNESS_CLASS_LABELS {"below", "normal", "above"}

/* A normal range. The end that the poorest normal performance has is marked by itself. */
typedef struct senior_fitness_norm
{
	senior_fitness_test test;
	int			age_from; /* of five years */
	int			sex;
	double		poorest;
	evidence_mark poorest_mark;
	double		best;
	evidence_mark best_mark;
} senior_fitness_norm;

typedef struct senior_fitness_about
{
	const char *unit;
	bool		less_is_better;
	measure		measured;
	const char *source;
} senior_fitness_about;

extern const senior_fitness_about *about_senior_fitness(senior_fitness_test test);
extern int	senior_fitness_norm_count(void);
extern const senior_fitness_norm *senior_fitness_norm_at(int i);

/* Years of a band, the last one included. */
extern int	last_age_of_norm(const senior_fitness_norm *norm);

/* The norm for this sex (or UNKNOWN) and age; NULL: there is none. */
extern const senior_fitness_norm *find_senior_fitness_norm(senior_fitness_test test, int of_sex,
														   double age);

/* A result beside its norm. */
extern senior_fitness_class classify_senior_fitness(const senior_fitness_norm *norm, double result);

#endif
