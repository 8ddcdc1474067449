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

#include <stddef.h>

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
 * Adds (times 1) or takes away (-1) what was planned and delivered; NO_DOSE: not
 * known. False: a sum is out of range.
 */
static inline bool
dose_sum_add(dose_sum *sum, micro planned, micro delivered, int times)
{
	if (planned == NO_DOSE || delivered == NO_DOSE)
	{
		sum->open_sessions += times;
		return planned == NO_DOSE ||
			!__builtin_add_overflow(sum->open_planned, times * planned, &sum->open_planned);
	}
	sum->sessions += times;
	/* The capped sum is never the largest of the three. */
	if (__builtin_add_overflow(sum->planned, times * planned, &sum->planned) ||
		__builtin_add_overflow(sum->delivered, times * delivered, &sum->delivered))
		return false;
	sum->capped += times * (delivered < planned ? delivered : planned);
	return true;
}

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

/*
 * A summary whose sums after those of the first unit are all 0 needs no room for
 * them. Most are so: minutes are what is logged, and no changes.
 */
#define SHORT_SUMS (offsetof(adherence, doses[1]) / sizeof(int64_t) - 1)

extern bool adherence_is_short(const adherence *a);

/* Whether the session adds to the sums of a short summary alone. */
static inline bool
session_is_short(const session *s)
{
	return s->unit <= MIN && s->changed == 0 && s->unclear == ALL_CHANGES;
}

extern void adherence_init(adherence *a, int64_t policy);

/* Add or take away a session that check_session() has passed. */
extern bool adherence_add(adherence *a, const dispositions *d, const session *s, status *st);
extern void adherence_subtract(adherence *a, const dispositions *d, const session *s);

/* Fails: a sum of doses that is out of range. */
extern bool adherence_too_large(status *st);

/* Adds b to a: the first sums of both, the others of b being 0. */
extern bool adherence_merge_sums(adherence *a, const adherence *b, size_t sums, status *st);

static inline bool
adherence_merge(adherence *a, const adherence *b, status *st)
{
	return adherence_merge_sums(a, b, ADHERENCE_SUMS, st);
}

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

/* The same of a sum, where no session of it is unknown. */
static inline ratio
dose_sum_ratio(const dose_sum *sum, dose_cap cap)
{
	ratio		r;

	r.numerator = cap == CAP_SESSION ? sum->capped : sum->delivered;
	r.denominator = sum->planned;
	if (cap == CAP_TOTAL && r.numerator > r.denominator)
		r.numerator = r.denominator;
	r.known = r.denominator > 0 && sum->open_sessions == 0;
	return r;
}

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
