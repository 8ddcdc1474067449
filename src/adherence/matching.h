/*
 * matching: performed sessions to planned ones.
 *
 * Each performed session, from the earliest, satisfies the earliest planned
 * session that is still open and within days_before before to days_after after
 * its date. Since all these stretches have one length, no other choice matches
 * more. Each planned and each performed session is matched at most once.
 */
#ifndef EXONC_MATCHING_H
#define EXONC_MATCHING_H

#include "common/civil.h"
#include "common/status.h"

typedef struct dated
{
	day_number	day;
	int			place;	 /* in the caller's array */
	int			matched; /* index of the other side, or -1 */
} dated;

/* Sorts both sides by day and place, and matches them. */
extern void match_sessions(dated *planned, int n_planned, dated *done, int n_done, int days_before,
						   int days_after);

extern bool check_grace(const char *argument, int64_t days, status *st);

#endif
