/*
 * schedule: dated sessions from a prescription.
 *
 * Days are PostgreSQL's: counted from 2000-01-01, a Saturday. How sessions are
 * spread over a week is ours; a prescription only says how many there are.
 */
#ifndef EXONC_PRESCRIPTION_SCHEDULE_H
#define EXONC_PRESCRIPTION_SCHEDULE_H

#include "prescription/dose.h"
#include "prescription/planned_session.h"

#define MAX_PLANNED_SESSIONS 100000
#define MAX_SESSIONS_A_DAY	 24
#define MAX_CYCLE_STARTS	 1000
#define MAX_BREAKS			 1000

typedef enum break_rule
{
	BREAK_SKIP, /* what falls into a break is not planned, the weeks go on */
	BREAK_PAUSE /* the weeks of the programme stop during a break */
} break_rule;

#define BREAK_RULE_LABELS {"skip", "pause"}

typedef struct day_range
{
	int			from;
	int			to; /* the first day after it */
} day_range;

typedef struct schedule_request
{
	int			start;
	int			n_cycles;
	const int  *cycle_starts; /* ascending; none: cycles follow each other from the start */
	unsigned	weekdays;	  /* bit 1 is Monday, bit 7 Sunday; 0: any day */
	int			n_breaks;
	const day_range *breaks; /* ascending, none overlaps another */
	break_rule	on_break;
	int			weeks;		 /* 0: to the end of the prescription */
	int			alternative; /* which one of each "or", from 1 */
} schedule_request;

typedef struct schedule
{
	int			n;
	int			capacity;
	planned_session *sessions; /* by day, then in the order of the text; undated ones last */
	int			n_parts;
} schedule;

extern bool make_schedule(const prescription *rx, const schedule_request *request, schedule *result,
						  arena *memory, status *st);

#endif
