/*
 * schedule: dated sessions from a prescription.
 *
 * Days are PostgreSQL's: counted from 2000-01-01, a Saturday. How sessions are
 * spread over a week is ours; a prescription only says how many there are.
 */
#ifndef EXONC_PRESCRIPTION_SCHEDULE_H
#define EXONC_PRESCRIPTION_SCHEDULE_H

#include "prescription/dose.h"

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
	const day_range *breaks;
	break_rule	on_break;
	int			weeks;		 /* 0: to the end of the prescription */
	int			alternative; /* which one of each "or", from 1 */
} schedule_request;

/* What sessions of one week have in common. */
typedef struct session_content
{
	const unit *unit; /* at this week */
	dose		minutes;
	void	   *cache[N_SUPERVISIONS + 1]; /* for the caller, by supervision + 1 */
	void	   *minutes_cache;			   /* for the caller */
} session_content;

typedef struct planned_session
{
	bool		dated;
	int			day;
	int			week; /* of the programme */
	int			block;
	int			part;
	int			alternative;
	int			cycle; /* 0: none */
	int			cycle_day;
	bool		optional; /* beyond the lower end of a frequency such as 2-3/wk */
	int			supervision;
	session_content *content;
	const char *reason; /* why there is no date */
	word		condition;
	int			order;
} planned_session;

typedef struct schedule
{
	int			n;
	int			capacity;
	planned_session *sessions; /* by day, then in the order of the text; undated ones last */
} schedule;

extern bool make_schedule(const prescription *rx, const schedule_request *request, schedule *result,
						  arena *memory, status *st);

/* 1 for Monday to 7 for Sunday. */
extern int	iso_weekday(int day);

/* The alternative of a session as a prescription of its own, without frequency, for one supervision. */
extern void session_prescription(const planned_session *session, prescription *rx, arena *memory);

#endif
