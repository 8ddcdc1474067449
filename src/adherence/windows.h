/*
 * windows: a log cut into stretches of days [starts_on, ends_on).
 *
 * A window is complete if it ends by the last day that counts: the end of the
 * study and the day after as_of, whichever comes first.
 */
#ifndef EXONC_WINDOWS_H
#define EXONC_WINDOWS_H

#include "adherence/session_log.h"

typedef struct day_window
{
	day_number	starts_on;
	day_number	ends_on; /* NO_DAY: open */
	bool		complete;
} day_window;

/* The bounds of what counts: days before until, if given, and up to as_of, if given. */
typedef struct window_limits
{
	day_number	until;
	day_number	as_of;
} window_limits;

/* Windows of length days, one every step days. */
typedef struct step_windows
{
	int			step;
	int			length;
	day_number	start;
	day_number	stop; /* windows begin before it */
} step_windows;

/* Refuses a number of days that no window has. */
extern bool check_window_days(const char *argument, int64_t days, status *st);

#define MAX_WINDOWS 100000

/*
 * start NO_DAY: the Monday of the week of the first session. Without an end of
 * the study the last window is the last that begins by the last session.
 * False: refused. n is the number of windows.
 */
extern bool step_windows_init(step_windows *windows, const session_log *log, int64_t step,
							  int64_t length, day_number start, const window_limits *limits, int *n,
							  status *st);
extern day_window step_window(const step_windows *windows, int i, const window_limits *limits);

/* Refuses cycles that are not in order. */
extern bool check_cycles(const day_number *starts, int n, status *st);

/* Refuses days that no cycle has. */
extern bool check_cycle_days(int64_t first, int64_t last, status *st);

/*
 * Days first to last (1: the day of the infusion; last 0: to its end) of the
 * cycle from starts[i] to the next start. False if the cycle ends before its
 * day first.
 */
extern bool cycle_window(const day_number *starts, int n, int i, int first, int last,
						 const window_limits *limits, day_window *window);

extern bool window_is_complete(const day_window *window, const window_limits *limits);

#endif
