/* trailing: see trailing.h. */
#include "adherence/trailing.h"

#include <string.h>

bool
trailing_only_unit(const session_log *log, int *unit, status *st)
{
	adherence	a;
	int			same = 1;

	/* Most logs have one unit throughout. Whether its sessions count is seen later. */
	while (same < log->n && log->entries[same].unit == log->entries[0].unit)
		same++;
	if (same >= log->n)
	{
		*unit = log->n > 0 ? log->entries[0].unit : UNKNOWN;
		return true;
	}
	return log_adherence(log, NO_DAY, NO_DAY, NO_DAY, &a, st) && adherence_only_unit(&a, unit, st);
}

void
trailing_init(trailing_scan *scan, const session_log *log, int length, int unit, day_number as_of)
{
	memset(scan, 0, sizeof(*scan));
	scan->log = log;
	scan->d = policy_dispositions(log->policy);
	scan->length = length;
	scan->unit = unit;
	scan->as_of = as_of;
}

/* times: 1 to enter, -1 to leave. */
static inline bool
move_entry(trailing_scan *scan, const log_entry *entry, int times)
{
	int			status = log_status(entry, scan->as_of);
	disposition counted = scan->d.of[status == UNKNOWN ? N_STATUSES : status];

	scan->counts[counted] += times;
	if ((counted != COUNTS_ATTENDED && counted != COUNTS_MISSED) || entry->unit == UNKNOWN ||
		entry->unit != scan->unit)
		return true;
	return dose_sum_add(&scan->dose, entry->planned, counted == COUNTS_ATTENDED ? entry->delivered : 0,
						times);
}

bool
trailing_next_day(trailing_scan *scan, int *sessions, status *st)
{
	const session_log *log = scan->log;
	int			next = scan->last;

	*sessions = 0;
	if (next >= log->n)
		return true;
	for (; scan->last < log->n && log->entries[scan->last].planned_on == log->entries[next].planned_on;
		 scan->last++)
		if (!move_entry(scan, &log->entries[scan->last], 1))
			return adherence_too_large(st);
	for (; log->entries[scan->first].planned_on <= log->entries[next].planned_on - scan->length;
		 scan->first++)
		(void) move_entry(scan, &log->entries[scan->first], -1);
	*sessions = scan->last - next;
	return true;
}
