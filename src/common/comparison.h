/* comparison: how a value is compared with a cut-off or threshold. */
#ifndef EXONC_COMPARISON_H
#define EXONC_COMPARISON_H

#include <stdbool.h>

typedef enum comparison
{
	BELOW,	  /* <  */
	AT_MOST,  /* <= */
	ABOVE,	  /* >  */
	AT_LEAST  /* >= */
} comparison;

/* As listings show them, in the order of the enum. */
#define COMPARISON_LABELS {"<", "<=", ">", ">="}

/* Whether the value is <operator> the cut-off. */
static inline bool
compares(double value, comparison operator, double cutoff)
{
	switch (operator)
	{
		case BELOW:
			return value < cutoff;
		case AT_MOST:
			return value <= cutoff;
		case ABOVE:
			return value > cutoff;
		case AT_LEAST:
			break;
	}
	return value >= cutoff;
}

#endif
