/* matching: see matching.h. */
#include "adherence/matching.h"

#include <stdlib.h>

#define LONGEST_GRACE 366

bool
check_grace(const char *argument, int64_t days, status *st)
{
	return (days >= 0 && days <= LONGEST_GRACE) ||
		status_fail(st, FAULT_OUT_OF_RANGE, "%s %lld is outside 0..%d", argument, (long long) days,
					LONGEST_GRACE);
}

static int
by_day(const void *a, const void *b)
{
	const dated *x = a;
	const dated *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

void
match_sessions(dated *planned, int n_planned, dated *done, int n_done, int days_before,
			   int days_after)
{
	int			open = 0; /* all planned before this are matched or out of reach */

	qsort(planned, n_planned, sizeof(dated), by_day);
	qsort(done, n_done, sizeof(dated), by_day);
	for (int d = 0; d < n_done; d++)
	{
		while (open < n_planned && planned[open].day + days_after < done[d].day)
			open++;
		if (open < n_planned && planned[open].day - days_before <= done[d].day)
		{
			planned[open].matched = d;
			done[d].matched = open++;
		}
	}
}
