/* performance_pg: what the glue of the physical tests shares. */
#ifndef EXONC_PERFORMANCE_PG_H
#define EXONC_PERFORMANCE_PG_H

#include "exonc.h"

#include "assessment/performance/subject.h"

/* Stores an argument that is not NULL in the subject; raises if it cannot be. */
extern void read_measure(FunctionCallInfo fcinfo, int arg, measure m, subject *s);

/*
 * The values of a float8 array argument and which of them are missing; n = 0
 * for NULL. Both are copies.
 */
typedef struct number_array
{
	int			n;
	double	   *values;
	bool	   *missing;
} number_array;

extern number_array read_numbers(FunctionCallInfo fcinfo, int arg);

#endif
