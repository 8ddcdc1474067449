/*
 * equation: a regression equation as a row of a table: a constant and up to
 * five terms, each a coefficient times a variable. The units and codes of a
 * paper (pounds, inches, 1 for men and 2 for women) are variables of their own,
 * so that its coefficients stand in the table as it prints them.
 */
#ifndef EXONC_PERFORMANCE_EQUATION_H
#define EXONC_PERFORMANCE_EQUATION_H

#include "assessment/performance/subject.h"
#include "common/evidence.h"

typedef enum variable
{
	NO_VARIABLE,
	AGE,
	HEIGHT_CM,
	HEIGHT_IN,
	WEIGHT_KG,
	WEIGHT_LB,
	SEX_0_1, /* men 0, women 1 */
	SEX_1_2, /* men 1, women 2 */
	MODE_1_2, /* treadmill 1, cycle 2 */
	MINUTES,
	MINUTES_2,
	MINUTES_3,
	WATTS,
	WATTS_PER_KG,
	SPEED,		 /* m/min */
	SPEED_X_GRADE, /* m/min times the grade as a fraction */
	N_VARIABLES
} variable;

#define MAX_TERMS 5

typedef struct term
{
	double		coefficient;
	variable	variable;
} term;

/* Sets of sexes, as bits. */
#define WOMEN	  (1u << FEMALE)
#define MEN		  (1u << MALE)
#define BOTH	  (WOMEN | MEN)

typedef struct equation
{
	int			code; /* the enum label it belongs to */
	unsigned	sexes;
	double		constant;
	term		terms[MAX_TERMS];
	evidence_mark mark;
	const char *source;
} equation;

/* The row of a table for this code and sex (or UNKNOWN); NULL: there is none. */
extern const equation *find_equation(const equation *rows, int n, int code, int of_sex);

/* The value, rounded to nine decimals; false if a variable is not known. */
extern bool evaluate_equation(const equation *row, const subject *s, double *value);

/* The equation in words, into buffer[RULE_TEXT]. */
extern void print_equation(const equation *row, char *buffer);

/* The sex of whom a row holds, or UNKNOWN for both. */
extern int	sex_of_equation(const equation *row);

#endif
