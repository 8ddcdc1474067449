/* person: words about a person that every domain uses. */
#ifndef EXONC_PERSON_H
#define EXONC_PERSON_H

/* In place of an enum value: not known. */
#define UNKNOWN (-1)

typedef enum sex
{
	FEMALE,
	MALE,
	N_SEXES
} sex;

/* The SQL labels, in the order of the enum. */
#define SEX_LABELS {"female", "male"}

/* Physical tests that a person can be unable to perform. */
typedef enum physical_test
{
	GRIP,
	CHAIR_STAND,
	GAIT,
	SPPB,
	TUG,
	WALK_400M,
	N_PHYSICAL_TESTS
} physical_test;

#define PHYSICAL_TEST_LABELS {"grip", "chair_stand", "gait", "sppb", "tug", "walk_400m"}

#endif
