/* performance_pg: what the glue of the physical tests shares. */
#ifndef EXONC_PERFORMANCE_PG_H
#define EXONC_PERFORMANCE_PG_H

#include "exonc.h"

#include "assessment/performance/subject.h"

/* Where an enum stands in the signature of a function. */
#define ARGUMENT(n) (n)
#define RESULT		(-1)
#define COLUMN(n)	(-2 - (n))

typedef struct enum_place
{
	int			place;
	const char *const *labels;
	int			n_labels;
} enum_place;

#define ENUM_AT(place, labels) {(place), (labels), lengthof(labels)}

/* Of one call site, looked up once. */
#define MAX_CALL_ENUMS 4

typedef struct performance_call
{
	TupleDesc	columns; /* of the row that is returned; NULL: it is none */
	enum_map	enums[MAX_CALL_ENUMS]; /* in the order of the places */
} performance_call;

extern performance_call *performance_call_of(FunctionCallInfo fcinfo, const enum_place *places,
											 int n_places);

#define PERFORMANCE_CALL(fcinfo, places) performance_call_of(fcinfo, places, lengthof(places))

/* The C value of an enum argument, or UNKNOWN for NULL. */
extern int	call_enum(FunctionCallInfo fcinfo, int arg, const enum_map *map);

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

/* The row of a function that returns one. */
extern Datum row_datum(const performance_call *call, Datum *values, bool *nulls);

#endif
