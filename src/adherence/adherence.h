/*
 * adherence: what was done of what was planned, in counts and exact sums.
 *
 * The order of the sessions leaves no trace in it, a session can be taken away
 * again, and two summaries of different sessions add up to that of all. Every
 * session is in exactly one count of rows, so none is lost unseen.
 *
 * Definitions: Nilsen 2018 (percentages of all planned sessions), Fairman 2020
 * (volume), Phys-Can (sessions after drop-out count as missed).
 */
#ifndef EXONC_ADHERENCE_H
#define EXONC_ADHERENCE_H

#include "adherence/session.h"

/* The dose in one unit, over the counted sessions that have this unit. */
typedef struct dose_sum
{
	int64_t		sessions;	   /* planned and delivered dose are known */
	int64_t		open_sessions; /* one of them is not */
	micro		planned;	   /* these three: of the sessions where both are known */
	micro		delivered;
	micro		capped;		  /* sum of the smaller of planned and delivered */
	micro		open_planned; /* planned dose of the open sessions, where known */
} dose_sum;

/*
 * All members are int64_t, so that summaries are added as arrays. What nearly
 * every session touches comes first, and lies close together.
 */
typedef struct adherence
{
	int64_t		policy;				  /* packed */
	int64_t		unrecorded;			  /* attended sessions of which no change is known or denied */
	int64_t		rows[N_STATUSES + 1]; /* sessions by status; the last: status not given */
	dose_sum	doses[N_UNITS];
	int64_t		changed[N_CHANGES]; /* counted sessions with the change */
	int64_t		unclear[N_CHANGES]; /* other attended sessions where this one is not known */
	int64_t		modified;			/* counted sessions with any of the MODIFICATIONS */
	int64_t		modified_unclear;	/* other than the unrecorded: perhaps modified */
} adherence;

#define ADHERENCE_SUMS (sizeof(adherence) / sizeof(int64_t) - 1)

extern void adherence_init(adherence *a, int64_t policy);

/* Add or take away a session that check_session() has passed. */
extern bool adherence_add(adherence *a, const dispositions *d, const session *s, status *st);
extern void adherence_subtract(adherence *a, const dispositions *d, const session *s);

/* Adds b to a. */
extern bool adherence_merge(adherence *a, const adherence *b, status *st);

/* Refuses what no sessions can add up to. */
extern bool adherence_check(const adherence *a, status *st);

/* The counted sessions, those attended, and those of which it is unknown. */
typedef struct adherence_counts
{
	int64_t		planned;
	int64_t		attended;
	int64_t		unknown;
} adherence_counts;

extern adherence_counts adherence_count(const adherence *a);

/* A rate with its parts. known: the rate has a value. */
typedef struct ratio
{
	int64_t		numerator;
	int64_t		denominator;
	bool		known;
} ratio;

typedef enum rate
{
	RATE_ATTENDANCE,
	RATE_REDUCED,
	RATE_REDUCED_OF_ATTENDED,
	RATE_LOWERED_BEFORE,
	RATE_ENDED_EARLY,
	RATE_RESCHEDULED,
	RATE_MODIFIED,
	N_RATES
} rate;

extern const char *rate_name(rate r);
extern const char *rate_numerator(rate r);
extern const char *rate_denominator(rate r);
extern ratio adherence_rate(const adherence *a, rate r);

/*
 * Delivered over planned dose in one unit; the parts in millionths. CAP_TOTAL
 * caps the numerator at the denominator.
 */
extern ratio adherence_dose(const adherence *a, dose_unit unit, dose_cap cap);

/*
 * The only unit with a dose, or UNKNOWN if there is none. False if there are
 * several, which cannot be added.
 */
extern bool adherence_only_unit(const adherence *a, int *unit, status *st);

static inline double
ratio_value(const ratio *r)
{
	return (double) r->numerator / (double) r->denominator;
}

/* numerator / denominator >= threshold, exactly: no rounding decides. */
extern bool ratio_at_least(const ratio *r, int64_t threshold_billionths);

/* A threshold from SQL in billionths; refused outside 0..limit. */
extern bool threshold_from_double(double value, double limit, int64_t *billionths, status *st);

#endif
