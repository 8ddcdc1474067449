/*
 * eq5d: the health state of an EQ-5D-5L form as five digits, and its index by
 * a value set that the caller gives. No value set is shipped: they are their
 * countries' and are revised.
 *
 * A value set is either the table of all 3125 states, or the terms of a model:
 * the sum of a constant, one term for each dimension and level, and the terms
 * that models in use have besides. Terms are summed as decimals, not as binary
 * fractions, so a sum that ends in 5 is rounded as on paper.
 */
#ifndef EXONC_EQ5D_H
#define EXONC_EQ5D_H

#include "common/status.h"

#include <stddef.h>
#include <stdint.h>

typedef enum eq5d_dimension
{
	MOBILITY,
	SELF_CARE,
	USUAL_ACTIVITIES,
	PAIN_DISCOMFORT,
	ANXIETY_DEPRESSION,
	N_DIMENSIONS
} eq5d_dimension;

/* The keys of a value set, in the order of the enum, and their names. */
#define EQ5D_DIMENSION_CODES {"MO", "SC", "UA", "PD", "AD"}

#define N_LEVELS  5
#define SEVERE	  4 /* what "4_or_5" in the names of terms begins with */
#define N_STATES  3125 /* 5^5 */
#define BEST_STATE	11111
#define WORST_STATE 55555

/* Terms in units of 10^-12. */
#define TERM_DECIMALS 12
#define HIGHEST_TERM  10 /* in absolute value; a published term is below 2 */

#define USUAL_DECIMALS	 3 /* value sets are published to three decimals */
#define HIGHEST_DECIMALS 9

typedef int64_t eq5d_term;

typedef struct eq5d_value_set
{
	bool		is_table;

	/* The model. */
	eq5d_term	constant;
	eq5d_term	level[N_DIMENSIONS][N_LEVELS];
	eq5d_term	any_above_1; /* once, if a dimension is above level 1 */
	eq5d_term	any_4_or_5;	 /* once, if a dimension is at level 4 or 5 */
	eq5d_term	any_5;		 /* once, if a dimension is at level 5 */
	eq5d_term	each_4_or_5[N_DIMENSIONS]; /* for each dimension at level 4 or 5 */
	eq5d_term	squared_4_or_5; /* times the square of their number less one */
	int			decimals;		/* of the index */

	/* The table, by state_place(); only if is_table. */
	double		value[];
} eq5d_value_set;

/* Bytes of a value set. */
extern size_t eq5d_value_set_size(bool is_table);

/* The levels as one number of five digits, 21345. */
extern bool eq5d_state(const int *levels, int *state, status *st);

/* The place of a state in a table, 0 to 3124; -1 if it is no state. */
extern int	state_place(int state);

/* The index of a state. */
extern bool eq5d_index(const eq5d_value_set *set, int state, double *index, status *st);

/* Refuses a set that does not value the best state above the worst: its signs are wrong. */
extern bool eq5d_check_signs(const eq5d_value_set *set, status *st);

#endif
