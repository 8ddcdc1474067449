/*
 * coverage: how far supplies cover time, as pharmacy measures adherence. In
 * exercise an event is a session and its supply the days it covers: 7 over the
 * sessions a week that are prescribed.
 *
 * The nine continuous multiple-interval measures (CMA) are those of the R
 * package AdhereR. Days are counted from any origin; stretches are [from,
 * until).
 */
#ifndef EXONC_COVERAGE_H
#define EXONC_COVERAGE_H

#include "common/civil.h"
#include "common/status.h"

typedef struct supply_event
{
	day_number	day;
	int			days; /* covered from then on */
	int			place;
} supply_event;

typedef struct coverage_request
{
	supply_event *events; /* in order of day and place */
	int			n;
	day_number	from; /* the observation window */
	day_number	until;
	day_number	follow_up_until;
	bool		closed; /* an event on the day "until" counts as within, as in AdhereR */
} coverage_request;

#define N_CMA 9

typedef struct cma_value
{
	double		value;
	bool		known;
} cma_value;

extern bool check_coverage(coverage_request *request, status *st);
extern void compute_cma(const coverage_request *request, cma_value values[N_CMA]);

/* Days of [from, until) that supplies cover; shift: overlapping supply is used up later. */
extern int	days_covered(const coverage_request *request, bool shift);

/* A stretch of days [from, until) of participation, and how many periods it joins. */
typedef struct era
{
	day_number	from;
	day_number	until;
	int			periods;
} era;

/*
 * Joins periods that follow each other within gap days, counted from the end of
 * those before (the drug-era rule of OHDSI). Sorts them, and leaves the eras at
 * the beginning; returns how many.
 */
extern int	join_eras(era *periods, int n, int gap);

#endif
