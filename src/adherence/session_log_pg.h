/* session_log_pg.h: the session_log datum, shared by its glue. */
#ifndef EXONC_SESSION_LOG_PG_H
#define EXONC_SESSION_LOG_PG_H

#include "adherence/adherence_pg.h"

#include "adherence/session_log.h"

#include "utils/date.h"

/*
 * A log on disk, and as the state of an aggregate. As a state it has room for
 * more entries than n and they are in no order; every other use begins with
 * session_log_datum(), which sorts and trims.
 */
typedef struct SessionLogData
{
	int32		vl_len_;
	uint8		version;	/* of this layout */
	uint8		flags;		/* LOG_SORTED */
	uint16		reserved; /* zero */
	int64		policy;
	int64		rows;
	int64		undated;
	int32		n;
	int32		reserved2; /* zero */
	log_entry	entries[FLEXIBLE_ARRAY_MEMBER];
} SessionLogData;

#define SESSION_LOG_LAYOUT 1
#define LOG_SORTED		   1 /* entries are sorted, each planned session once, no room is left */

#define SESSION_LOG_SIZE(n) (offsetof(SessionLogData, entries) + (n) * sizeof(log_entry))

/* A log without entries and with room for some. */
extern SessionLogData *session_log_new(int64 policy, int capacity);

/* The number of entries a log has room for. */
#define SESSION_LOG_CAPACITY(log) \
	((int) ((VARSIZE(log) - SESSION_LOG_SIZE(0)) / sizeof(log_entry)))

/* The canonical log. */
extern SessionLogData *session_log_datum(Datum value);
extern SessionLogData *session_log_sorted(SessionLogData *log);

/* The log of an argument, to read. */
extern session_log session_log_view(const SessionLogData *log);

#define PG_GETARG_SESSION_LOG(n) session_log_view(session_log_datum(PG_GETARG_DATUM(n)))

/* A date argument; NO_DAY for NULL, an error for one that no session can have. */
extern day_number get_day(FunctionCallInfo fcinfo, int argument, const char *name);

#endif
