/* session_log: see session_log.h. */
#include "adherence/session_log.h"

#include <stdlib.h>

bool
log_entry_make(log_entry *entry, day_number planned_on, int64_t number, day_number done_on,
			   const session *s, status *st)
{
	unsigned	rescheduled = 1u << RESCHEDULED;

	if (!is_day(planned_on) || (done_on != NO_DAY && !is_day(done_on)))
	{
		status_fail(st, FAULT_OUT_OF_RANGE, "%s is outside the years 1 to 9999",
					is_day(planned_on) ? "done_on" : "planned_on");
		return false;
	}
	if (number < 1 || number > INT32_MAX)
		return status_fail(st, FAULT_OUT_OF_RANGE, "planned_no %lld is outside 1..2147483647",
						   (long long) number);
	if (!check_session(s, st))
		return false;
	*entry = (log_entry){planned_on, (int32_t) number, done_on,			s->status, s->unit,
						 s->changed, s->unclear,		  s->planned, s->delivered};
	if (done_on == NO_DAY)
		return true;
	if (s->status != ATTENDED)
		return status_fail(st, FAULT_INVALID_PARAMETER, "done_on of a session that is not attended");
	if (!(s->unclear & rescheduled) && !(s->changed & rescheduled) != (done_on == planned_on))
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "rescheduled contradicts done_on");
		status_hint(st, "A session is rescheduled if it was done on another date than planned; leave it NULL to have it derived.");
		return false;
	}
	entry->unclear &= ~rescheduled;
	if (done_on != planned_on)
		entry->changed |= rescheduled;
	return true;
}

void
log_entry_session(const log_entry *entry, session *s)
{
	s->status = entry->status;
	s->unit = entry->unit;
	s->planned = entry->planned;
	s->delivered = entry->delivered;
	s->changed = entry->changed;
	s->unclear = entry->unclear;
}

static inline int
order(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* Date, then number, in one number. */
static inline int64_t
place_of(const log_entry *entry)
{
	return (int64_t) entry->planned_on * (INT64_C(1) << 32) + entry->number;
}

int
log_order(const log_entry *a, const log_entry *b)
{
	return order(place_of(a), place_of(b));
}

/* What was seen to happen before what was not, knowledge before its lack. */
static const int8_t preference[N_STATUSES + 1] = {
	[ATTENDED] = 6,	  [MISSED] = 5,	 [EXCUSED] = 4, [AFTER_EXIT] = 3,
	[UNLOGGED] = 2, [NOT_DUE] = 1, [N_STATUSES] = 0,
};

static int
preference_of(const log_entry *entry)
{
	return preference[entry->status == UNKNOWN ? N_STATUSES : entry->status];
}

int
log_preference(const log_entry *a, const log_entry *b)
{
	const int	by[] = {
		order(preference_of(a), preference_of(b)),
		order(a->delivered, b->delivered),
		order(a->planned, b->planned),
		order(a->done_on, b->done_on),
		order(a->unit, b->unit),
		order(b->unclear, a->unclear),
		order(a->changed, b->changed),
	};

	for (size_t i = 0; i < sizeof(by) / sizeof(by[0]); i++)
		if (by[i] != 0)
			return by[i];
	return 0;
}

/* The preferred row of each planned session comes first. */
static int
compare_entries(const void *a, const void *b)
{
	int			by_key = log_order(a, b);

	return by_key != 0 ? by_key : log_preference(b, a);
}

int
log_canonicalise(log_entry *entries, int n)
{
	int			in_order = 1;
	int			kept = 0;

	/* Most rows come in the order in which they were planned. */
	while (in_order < n && place_of(&entries[in_order - 1]) < place_of(&entries[in_order]))
		in_order++;
	if (in_order >= n)
		return n;
	qsort(entries, n, sizeof(log_entry), compare_entries);
	for (int i = 0; i < n; i++)
		if (kept == 0 || log_order(&entries[kept - 1], &entries[i]) != 0)
			entries[kept++] = entries[i];
	return kept;
}

int
log_status_on(const log_entry *entry, day_number as_of)
{
	if (entry->planned_on > as_of)
		return NOT_DUE;
	if (entry->status == NOT_DUE || entry->status == UNKNOWN ||
		(entry->status == ATTENDED && entry->done_on > as_of))
		return UNLOGGED;
	return entry->status;
}

void
log_session(const log_entry *entry, day_number as_of, session *s)
{
	log_entry_session(entry, s);
	s->status = log_status(entry, as_of);
	if (s->status != ATTENDED)
	{
		s->changed &= 1u << LOWERED_BEFORE;
		if (s->delivered > 0)
			s->delivered = 0;
	}
}

int
log_find(const session_log *log, day_number day)
{
	int			low = 0;
	int			high = log->n;

	while (low < high)
	{
		int			middle = low + (high - low) / 2;

		if (log->entries[middle].planned_on < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool
log_adherence(const session_log *log, day_number from, day_number until, day_number as_of,
			  adherence *a, status *st)
{
	dispositions d = policy_dispositions(log->policy);
	session		s;

	adherence_init(a, log->policy);
	for (int i = from == NO_DAY ? 0 : log_find(log, from); i < log->n; i++)
	{
		if (until != NO_DAY && log->entries[i].planned_on >= until)
			break;
		log_session(&log->entries[i], as_of, &s);
		if (!adherence_add(a, &d, &s, st))
			return false;
	}
	return true;
}
