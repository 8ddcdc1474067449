/* runs: see runs.h. */
#include "adherence/runs.h"

void
run_scan_init(run_scan *scan, const session_log *log, day_number as_of)
{
	adherence_policy policy;

	policy_unpack(log->policy, &policy);
	scan->log = log;
	scan->d = policy_dispositions(log->policy);
	scan->run_sessions = policy.choice[CHOICE_RUN_SESSIONS];
	scan->as_of = as_of;
	scan->at = 0;
}

static disposition
disposition_at(const run_scan *scan, int i)
{
	int			status = log_status(&scan->log->entries[i], scan->as_of);

	return scan->d.of[status == UNKNOWN ? N_STATUSES : status];
}

bool
run_scan_next(run_scan *scan, missed_run *run)
{
	const log_entry *entries = scan->log->entries;

	run->sessions = 0;
	run->resumed_on = NO_DAY;
	for (; scan->at < scan->log->n; scan->at++)
	{
		disposition found = disposition_at(scan, scan->at);

		if (found == COUNTS_MISSED)
		{
			if (run->sessions++ == 0)
				run->first_on = entries[scan->at].planned_on;
			run->last_on = entries[scan->at].planned_on;
		}
		else if (found == COUNTS_ATTENDED && run->sessions > 0)
		{
			run->resumed_on = entries[scan->at].planned_on;
			run->kind = run->sessions >= scan->run_sessions ? INTERRUPTION : SHORT_MISS;
			return true;
		}
	}
	run->kind = TAIL;
	return run->sessions > 0;
}

/* First and last counted session, streaks, and whether all is known. */
static void
scan_sessions(run_scan *scan, run_summary *summary)
{
	for (int i = 0; i < scan->log->n; i++)
	{
		disposition found = disposition_at(scan, i);

		if (found == NOT_COUNTED)
			continue;
		if (found == COUNTS_UNKNOWN)
			summary->known = false;
		if (summary->first_on == NO_DAY)
			summary->first_on = scan->log->entries[i].planned_on;
		summary->last_on = scan->log->entries[i].planned_on;
		summary->current_streak = found == COUNTS_ATTENDED ? summary->current_streak + 1 : 0;
		if (summary->current_streak > summary->longest_streak)
			summary->longest_streak = summary->current_streak;
	}
}

void
summarise_runs(const session_log *log, day_number as_of, run_summary *summary)
{
	run_scan	scan;
	missed_run	run;

	*summary = (run_summary){.known = true, .first_interruption_on = NO_DAY, .tail_from = NO_DAY,
							 .first_on = NO_DAY, .last_on = NO_DAY};
	run_scan_init(&scan, log, as_of);
	scan_sessions(&scan, summary);
	while (run_scan_next(&scan, &run))
	{
		if (run.sessions > summary->longest_run)
			summary->longest_run = run.sessions;
		switch (run.kind)
		{
			case INTERRUPTION:
				if (summary->interruptions++ == 0)
					summary->first_interruption_on = run.first_on;
				summary->interruption_sessions += run.sessions;
				break;
			case SHORT_MISS:
				summary->short_misses++;
				summary->short_miss_sessions += run.sessions;
				break;
			case TAIL:
				summary->tail_sessions = run.sessions;
				summary->tail_from = run.first_on;
				break;
		}
	}
}

/* Whether the data go on until the last day of the protocol. */
static bool
protocol_has_ended(const session_log *log, day_number protocol_end, day_number as_of)
{
	day_number	end = protocol_end != NO_DAY ? protocol_end : log->entries[log->n - 1].planned_on;

	if (as_of != NO_DAY)
		return as_of >= end;
	for (int i = log->n - 1; i >= 0; i--)
		if (log->entries[i].status == NOT_DUE && log->entries[i].planned_on <= end)
			return false;
	return true;
}

/* From a date that was given. */
static void
stated_discontinuation(const run_scan *scan, day_number stopped_on, day_number protocol_end,
					   discontinuation *result)
{
	const session_log *log = scan->log;
	day_number	end = protocol_end != NO_DAY ? protocol_end : log->entries[log->n - 1].planned_on;

	result->basis = STOP_STATED;
	result->discontinued = stopped_on <= end;
	if (!result->discontinued)
		return;
	result->on = stopped_on;
	for (int i = log_find(log, stopped_on); i < log->n; i++)
	{
		disposition found = disposition_at(scan, i);

		result->sessions += found == COUNTS_MISSED;
		result->attended_after += found == COUNTS_ATTENDED;
	}
}

void
find_discontinuation(const session_log *log, day_number stopped_on, day_number protocol_end,
					 day_number as_of, discontinuation *result)
{
	adherence_policy policy;
	run_summary summary;
	run_scan	scan;

	*result = (discontinuation){UNKNOWN, NO_DAY, 0, 0, STOP_NONE};
	if (log->n == 0)
		return;
	run_scan_init(&scan, log, as_of);
	if (stopped_on != NO_DAY && (as_of == NO_DAY || stopped_on <= as_of))
	{
		stated_discontinuation(&scan, stopped_on, protocol_end, result);
		return;
	}
	summarise_runs(log, as_of, &summary);
	if (!summary.known || summary.first_on == NO_DAY)
		return;
	policy_unpack(log->policy, &policy);
	if (summary.tail_sessions < policy.choice[CHOICE_TAIL_SESSIONS])
	{
		result->discontinued = 0;
		return;
	}
	result->sessions = summary.tail_sessions;
	if (!protocol_has_ended(log, protocol_end, as_of))
	{
		result->basis = STOP_DATA_CUT;
		return;
	}
	result->basis = STOP_TAIL;
	result->discontinued = 1;
	result->on = summary.tail_from;
}
