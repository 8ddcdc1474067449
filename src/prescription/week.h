/*
 * week: what a prescription asks for in one week of the programme.
 *
 * Ramps and steps become numbers, alternations the scheme of the week:
 *
 * - A ramp of a block of the weeks a to b is in week w
 *   low + (high - low) (w - a) / (b - a). Without an end there is no place on
 *   the way, and it stays a range.
 * - A step every n weeks is taken at the start of the weeks a + n, a + 2 n, ...
 *   One every n sessions is taken after so many sessions of the weeks before.
 *   "%" multiplies loads in kg and W; other units are added to what has that
 *   unit. "to" ends the steps.
 * - Steps that hang on performance (two-for-two), and those without an
 *   interval, cannot be known from the calendar: they stay in the text, and
 *   numbers are those at the start.
 * - Days of a cycle are counted as if cycles followed each other from the first
 *   day of the programme; schedule() knows the real ones.
 */
#ifndef EXONC_PRESCRIPTION_WEEK_H
#define EXONC_PRESCRIPTION_WEEK_H

#include "prescription/prescription.h"

/* Days of a week on which a block holds: 0 to 7, or UNKNOWN where its weeks are "?". */
extern int	block_days(const block *b, int week);

/* The last week of the programme; 0: it has no end, UNKNOWN: it is not reported. */
extern int	last_week(const prescription *rx);

/* A block in one of its weeks. False with a status if a step leaves the range of its unit. */
extern bool block_at_week(const block *b, int week, block *at, arena *memory, status *st);

#define ALL_WEEKS INT32_MAX

/*
 * An alternative of a block in one of its weeks. *until: it is the same in the
 * weeks up to this one, or ALL_WEEKS.
 */
extern bool unit_at_week(const block *b, const unit *u, int week, unit *at, int *until, arena *memory,
						 status *st);

/* A frequency of a block in one of its weeks. */
extern quantity frequency_at_week(const block *b, const clauses *c, int week);

/*
 * The blocks that hold in a week, as they are then. No blocks: nothing is
 * prescribed. Blocks whose weeks are not reported stay as they are.
 */
extern bool prescription_at_week(const prescription *rx, int week, prescription *at, arena *memory,
								 status *st);

/* Whether 1 <= week <= MAX_WEEK. */
extern bool check_week(int week, status *st);

#endif
