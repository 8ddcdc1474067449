/*
 * session_log: the planned sessions of one participant in their order.
 *
 * A log is made from rows in any order. Rows of one planned session (same date
 * and number) are duplicates; one of them is kept by log_preference(), a total
 * order, so the result does not depend on which came first. rows counts all
 * rows that came in, so what was dropped can be told.
 */
#ifndef EXONC_SESSION_LOG_H
#define EXONC_SESSION_LOG_H

#include "adherence/adherence.h"
#include "common/civil.h"

typedef struct log_entry
{
	day_number	planned_on;
	int32_t		number;	 /* of the session on that day, from 1 */
	day_number	done_on; /* NO_DAY: not known, or not done */
	int8_t		status;	 /* session_status or UNKNOWN */
	int8_t		unit;	 /* dose_unit or UNKNOWN */
	uint8_t		changed;
	uint8_t		unclear;
	micro		planned;
	micro		delivered;
} log_entry;

#define MAX_LOG_ENTRIES 1000000

/* A log to read: entries sorted, no two of one planned session. */
typedef struct session_log
{
	int64_t		policy;
	int64_t		rows;	 /* that came in with a date */
	int64_t		undated; /* that came in without: they have no place in the order */
	int			n;
	const log_entry *entries;
} session_log;

/* An entry; refused if it contradicts itself. A done_on settles whether it was rescheduled. */
extern bool log_entry_make(log_entry *entry, day_number planned_on, int64_t number,
						   day_number done_on, const session *s, status *st);

extern void log_entry_session(const log_entry *entry, session *s);

/* Order of planned sessions: date, then number. */
extern int	log_order(const log_entry *a, const log_entry *b);

/*
 * Which of two rows of one planned session is kept: positive if a. Attended
 * before missed, excused, after_exit, unlogged, not_due and not known; then the
 * larger delivered and planned dose, then a fixed order of the rest.
 */
extern int	log_preference(const log_entry *a, const log_entry *b);

/* Sorts, and keeps one row of each planned session; returns how many. */
extern int	log_canonicalise(log_entry *entries, int n);

/*
 * The status as known on a day (NO_DAY: as logged). What is planned after that
 * day is not due; what was due and has no status, or was made up only later, is
 * unlogged.
 */
extern int	log_status_on(const log_entry *entry, day_number as_of);

static inline int
log_status(const log_entry *entry, day_number as_of)
{
	return as_of == NO_DAY ? entry->status : log_status_on(entry, as_of);
}

/* The same as a session: what is not attended then has not been changed either. */
extern void log_session(const log_entry *entry, day_number as_of, session *s);

/* Index of the first entry planned on the day or later. */
extern int	log_find(const session_log *log, day_number day);

/* The summary of the sessions planned in [from, until); NO_DAY: no bound. */
extern bool log_adherence(const session_log *log, day_number from, day_number until,
						  day_number as_of, adherence *a, status *st);

/* Text of an entry: on=2026-01-05 status=attended planned=30 ... */
#define LOG_ENTRY_TEXT 256
extern void log_entry_print(const log_entry *entry, char *buffer);

/* Reading an entry field by field, then log_reader_finish(). */
typedef struct log_reader
{
	session		session;
	day_number	planned_on;
	day_number	done_on;
	int64_t		number;
	unsigned	seen;
} log_reader;

extern void log_reader_init(log_reader *reader);
extern bool log_reader_set(log_reader *reader, const char *name, int name_length, const char *value,
						   int value_length, status *st);
extern bool log_reader_finish(const log_reader *reader, log_entry *entry, status *st);

/* The fields of an entry by index, for JSON; false if the entry does not have it. */
#define N_LOG_FIELDS 8
extern const char *log_field_name(int f);
extern bool log_field_is_number(int f);
extern bool log_field_value(const log_entry *entry, int f, char *buffer);

#endif
