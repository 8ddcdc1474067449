/*
 * trailing: at each session the figures of the days up to and with its own.
 *
 * The sums move over the log: a session enters once and leaves once, exactly,
 * so a figure costs the same however long the window is, and has the bits of
 * one that was made afresh. The window of a session ends with its day, so all
 * sessions of a day have the same figures.
 */
#ifndef EXONC_TRAILING_H
#define EXONC_TRAILING_H

#include "adherence/session_log.h"

typedef struct trailing_scan
{
	const session_log *log;
	dispositions d;
	int			length; /* days */
	int			unit;	/* of the doses, or UNKNOWN: the log has none */
	day_number	as_of;
	int			first;	/* entries in the window: from here */
	int			last;	/* until before here */
	int64_t		counts[N_DISPOSITIONS];
	dose_sum	dose;
} trailing_scan;

/*
 * The only unit of the sessions that count, or UNKNOWN. False: there are several.
 */
extern bool trailing_only_unit(const session_log *log, int *unit, status *st);

extern void trailing_init(trailing_scan *scan, const session_log *log, int length, int unit,
						  day_number as_of);

/*
 * Moves on to the next day with sessions; sessions is their number, 0 at the
 * end. False: a sum is out of range.
 */
extern bool trailing_next_day(trailing_scan *scan, int *sessions, status *st);

static inline ratio
trailing_attendance(const trailing_scan *scan)
{
	int64_t		attended = scan->counts[COUNTS_ATTENDED];
	int64_t		planned = attended + scan->counts[COUNTS_MISSED];

	return (ratio){attended, planned, planned > 0 && scan->counts[COUNTS_UNKNOWN] == 0};
}

static inline ratio
trailing_dose(const trailing_scan *scan, dose_cap cap)
{
	ratio		r = dose_sum_ratio(&scan->dose, cap);

	r.known = r.known && scan->counts[COUNTS_UNKNOWN] == 0;
	return r;
}

#endif
