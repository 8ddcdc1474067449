/* session_log_pg.c: the SQL type session_log. */
#include "adherence/session_log_pg.h"

#include "adherence/json_fields_pg.h"

#include "common/hashfn.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(session_log_in);
PG_FUNCTION_INFO_V1(session_log_out);
PG_FUNCTION_INFO_V1(session_log_recv);
PG_FUNCTION_INFO_V1(session_log_send);
PG_FUNCTION_INFO_V1(session_log_hash);
PG_FUNCTION_INFO_V1(session_log_hash_extended);
PG_FUNCTION_INFO_V1(session_log_to_jsonb);
PG_FUNCTION_INFO_V1(jsonb_to_session_log);

SessionLogData *
session_log_new(int64 policy, int capacity)
{
	SessionLogData *log = palloc(SESSION_LOG_SIZE(capacity));

	/* Room for entries need not be zero: nothing reads it before it is written. */
	memset(log, 0, SESSION_LOG_SIZE(0));
	SET_VARSIZE(log, SESSION_LOG_SIZE(capacity));
	log->version = SESSION_LOG_LAYOUT;
	log->policy = policy;
	return log;
}

SessionLogData *
session_log_sorted(SessionLogData *log)
{
	SessionLogData *sorted;

	if (log->flags == LOG_SORTED)
		return log;
	sorted = session_log_new(log->policy, log->n);
	sorted->rows = log->rows;
	sorted->undated = log->undated;
	memcpy(sorted->entries, log->entries, log->n * sizeof(log_entry));
	sorted->n = log_canonicalise(sorted->entries, log->n);
	sorted->flags = LOG_SORTED;
	SET_VARSIZE(sorted, SESSION_LOG_SIZE(sorted->n));
	return sorted;
}

SessionLogData *
session_log_datum(Datum value)
{
	SessionLogData *log = (SessionLogData *) PG_DETOAST_DATUM(value);

	if (unlikely(log->version != SESSION_LOG_LAYOUT || VARSIZE(log) < SESSION_LOG_SIZE(log->n)))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("session_log has an unknown layout"),
				 errhint("Install the same version of exonc on every server.")));
	return session_log_sorted(log);
}

session_log
session_log_view(const SessionLogData *log)
{
	return (session_log){log->policy, log->rows, log->undated, log->n, log->entries};
}

/* What the text, the binary form and the JSON of a log have in common: it must be one. */
static bool
check_log(const SessionLogData *log, status *st)
{
	if (log->rows < log->n)
		return status_fail(st, FAULT_INVALID_TEXT, "session_log has fewer rows than sessions");
	for (int i = 1; i < log->n; i++)
		if (log_order(&log->entries[i - 1], &log->entries[i]) >= 0)
			return status_fail(st, FAULT_INVALID_TEXT, "sessions of a session_log are not in order");
	return true;
}

static void
finish_log(SessionLogData *log)
{
	log->flags = LOG_SORTED;
	SET_VARSIZE(log, SESSION_LOG_SIZE(log->n));
}

/* The fields before the first ";": the policy, rows and undated. */
static bool
set_head(SessionLogData *log, adherence_policy *policy, unsigned *seen, const char *name,
		 int name_length, const char *value, int value_length, status *st)
{
	int			choice = policy_choice_by_name(name, name_length);
	bool		is_rows = is_word(name, name_length, "rows");
	int			bit = choice >= 0 ? choice : is_rows ? N_CHOICES : N_CHOICES + 1;

	if ((choice < 0 && !is_rows && !is_word(name, name_length, "undated")) || (*seen >> bit & 1))
		return status_fail(st, FAULT_INVALID_TEXT, "session_log has no such field, or has it twice: \"%.*s\"",
						   name_length > 60 ? 0 : name_length, name);
	*seen |= 1u << bit;
	if (choice >= 0)
		return policy_set(policy, choice, value, value_length, st);
	return count_parse(value, value_length, is_rows ? &log->rows : &log->undated) ||
		status_fail(st, FAULT_INVALID_TEXT, "%s of session_log must be a whole number",
					is_rows ? "rows" : "undated");
}

/* Reads one entry up to its ";" or the end. */
static bool
parse_entry(const char **text, log_entry *entry, field_token *token, status *st)
{
	log_reader	reader;
	field		read;

	log_reader_init(&reader);
	while ((*token = next_field(text, &read, st)) == FIELD_READ)
		if (!log_reader_set(&reader, read.name, read.name_length, read.value, read.value_length, st))
			return false;
	return *token != FIELD_BROKEN && log_reader_finish(&reader, entry, st);
}

static SessionLogData *
parse_log(const char *text, status *st)
{
	SessionLogData *log;
	adherence_policy policy;
	unsigned	seen = 0;
	int			capacity = 0;
	field		read;
	field_token token;

	for (const char *c = text; *c != '\0'; c++)
		capacity += *c == ';';
	if (capacity > MAX_LOG_ENTRIES)
	{
		status_fail(st, FAULT_LIMIT_EXCEEDED, "session_log has more than %d sessions", MAX_LOG_ENTRIES);
		return NULL;
	}
	log = session_log_new(0, capacity);
	policy_unpack(policy_default(), &policy);
	while ((token = next_field(&text, &read, st)) == FIELD_READ)
		if (!set_head(log, &policy, &seen, read.name, read.name_length, read.value,
					  read.value_length, st))
			return NULL;
	while (token == FIELD_SEPARATOR)
		if (!parse_entry(&text, &log->entries[log->n++], &token, st))
			return NULL;
	log->policy = policy_pack(&policy);
	if (token != FIELD_END || !check_log(log, st))
		return NULL;
	finish_log(log);
	return log;
}

Datum
session_log_in(PG_FUNCTION_ARGS)
{
	status		st = {0};
	SessionLogData *log = parse_log(PG_GETARG_CSTRING(0), &st);

	if (log == NULL)
		ereturn(fcinfo->context, (Datum) 0,
				(errcode(exonc_sqlstate(st.code)), errmsg_internal("%s", st.message),
				 st.hint[0] != '\0' ? errhint("%s", st.hint) : 0));
	PG_RETURN_POINTER(log);
}

Datum
session_log_out(PG_FUNCTION_ARGS)
{
	session_log log = PG_GETARG_SESSION_LOG(0);
	adherence_policy policy;
	char		entry[LOG_ENTRY_TEXT];
	char		head[POLICY_TEXT];
	StringInfoData text;

	policy_unpack(log.policy, &policy);
	policy_print(&policy, head);
	initStringInfo(&text);
	appendStringInfo(&text, "%s rows=" INT64_FORMAT, head, log.rows);
	if (log.undated > 0)
		appendStringInfo(&text, " undated=" INT64_FORMAT, log.undated);
	for (int i = 0; i < log.n; i++)
	{
		log_entry_print(&log.entries[i], entry);
		appendStringInfo(&text, "; %s", entry);
	}
	PG_RETURN_CSTRING(text.data);
}

static void
receive_entry(StringInfo buffer, log_entry *entry)
{
	session		s;
	status		st;
	day_number	planned_on = pq_getmsgint(buffer, 4);
	int32		number = pq_getmsgint(buffer, 4);
	day_number	done_on = pq_getmsgint(buffer, 4);
	log_entry	made;

	s.status = (int8) pq_getmsgbyte(buffer);
	s.unit = (int8) pq_getmsgbyte(buffer);
	s.changed = pq_getmsgbyte(buffer);
	s.unclear = pq_getmsgbyte(buffer);
	s.planned = pq_getmsgint64(buffer);
	s.delivered = pq_getmsgint64(buffer);
	if (s.status < UNKNOWN || s.status >= N_STATUSES || s.unit < UNKNOWN || s.unit >= N_UNITS ||
		((s.changed | s.unclear) & ~ALL_CHANGES) || (s.changed & s.unclear) ||
		s.planned < NO_DOSE || s.delivered < NO_DOSE ||
		s.planned > (micro) MICRO_LIMIT * MICROS_PER_ONE ||
		s.delivered > (micro) MICRO_LIMIT * MICROS_PER_ONE ||
		!log_entry_make(&made, planned_on, number, done_on, &s, &st) ||
		made.changed != s.changed || made.unclear != s.unclear)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("session_log has an invalid session in its binary form")));
	*entry = made;
}

#define ENTRY_BYTES 32 /* in the binary form */

/* Binary form: layout version, a zero byte, policy, rows, undated, n, and the entries. */
Datum
session_log_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buffer = (StringInfo) PG_GETARG_POINTER(0);
	int			version = pq_getmsgbyte(buffer);
	int			flags = pq_getmsgbyte(buffer);
	int64		policy = pq_getmsgint64(buffer);
	int64		rows = pq_getmsgint64(buffer);
	int64		undated = pq_getmsgint64(buffer);
	int32		n = pq_getmsgint(buffer, 4);
	adherence_policy unpacked;
	SessionLogData *log;
	status		st;

	if (version != SESSION_LOG_LAYOUT || flags != 0 || n < 0 || n > MAX_LOG_ENTRIES ||
		undated < 0 || !policy_unpack(policy, &unpacked) ||
		n != (buffer->len - buffer->cursor) / ENTRY_BYTES)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("session_log has an unknown binary format")));
	log = session_log_new(policy, n);
	log->rows = rows;
	log->undated = undated;
	log->n = n;
	for (int i = 0; i < n; i++)
		receive_entry(buffer, &log->entries[i]);
	if (!check_log(log, &st))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION), errmsg_internal("%s", st.message)));
	finish_log(log);
	PG_RETURN_POINTER(log);
}

Datum
session_log_send(PG_FUNCTION_ARGS)
{
	session_log log = PG_GETARG_SESSION_LOG(0);
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendbyte(&buffer, SESSION_LOG_LAYOUT);
	pq_sendbyte(&buffer, 0);
	pq_sendint64(&buffer, log.policy);
	pq_sendint64(&buffer, log.rows);
	pq_sendint64(&buffer, log.undated);
	pq_sendint32(&buffer, log.n);
	for (int i = 0; i < log.n; i++)
	{
		const log_entry *entry = &log.entries[i];

		pq_sendint32(&buffer, entry->planned_on);
		pq_sendint32(&buffer, entry->number);
		pq_sendint32(&buffer, entry->done_on);
		pq_sendbyte(&buffer, entry->status);
		pq_sendbyte(&buffer, entry->unit);
		pq_sendbyte(&buffer, entry->changed);
		pq_sendbyte(&buffer, entry->unclear);
		pq_sendint64(&buffer, entry->planned);
		pq_sendint64(&buffer, entry->delivered);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

/* An order for sorting and indexes, byte by byte; it has no clinical meaning. */
static int
session_log_compare(FunctionCallInfo fcinfo)
{
	SessionLogData *a = session_log_datum(PG_GETARG_DATUM(0));
	SessionLogData *b = session_log_datum(PG_GETARG_DATUM(1));

	return compare_bytes(VARDATA(a), VARSIZE(a) - VARHDRSZ, VARDATA(b), VARSIZE(b) - VARHDRSZ);
}

EXONC_COMPARISONS(session_log, session_log_compare)

Datum
session_log_hash(PG_FUNCTION_ARGS)
{
	SessionLogData *log = session_log_datum(PG_GETARG_DATUM(0));

	return hash_any((unsigned char *) VARDATA(log), VARSIZE(log) - VARHDRSZ);
}

Datum
session_log_hash_extended(PG_FUNCTION_ARGS)
{
	SessionLogData *log = session_log_datum(PG_GETARG_DATUM(0));

	return hash_any_extended((unsigned char *) VARDATA(log), VARSIZE(log) - VARHDRSZ,
							 PG_GETARG_INT64(1));
}

static void
push_entry(JsonbParseState **state, const log_entry *entry)
{
	char		value[MICRO_TEXT];

	pushJsonbValue(state, WJB_BEGIN_OBJECT, NULL);
	for (int f = 0; f < N_LOG_FIELDS; f++)
		if (log_field_value(entry, f, value))
			push_json_field(state, log_field_name(f), value, log_field_is_number(f));
	pushJsonbValue(state, WJB_END_OBJECT, NULL);
}

/* {"breaks": ..., "rows": 2, "sessions": [{"on": "2026-01-05", "status": "attended"}, ...]} */
Datum
session_log_to_jsonb(PG_FUNCTION_ARGS)
{
	session_log log = PG_GETARG_SESSION_LOG(0);
	JsonbParseState *state = NULL;

	pushJsonbValue(&state, WJB_BEGIN_OBJECT, NULL);
	push_json_policy(&state, log.policy);
	push_json_field(&state, "rows", psprintf(INT64_FORMAT, log.rows), true);
	push_json_field(&state, "undated", psprintf(INT64_FORMAT, log.undated), true);
	push_json_key(&state, "sessions");
	pushJsonbValue(&state, WJB_BEGIN_ARRAY, NULL);
	for (int i = 0; i < log.n; i++)
		push_entry(&state, &log.entries[i]);
	pushJsonbValue(&state, WJB_END_ARRAY, NULL);
	PG_RETURN_JSONB_P(JsonbValueToJsonb(pushJsonbValue(&state, WJB_END_OBJECT, NULL)));
}

static bool
take_entry_field(void *reader, const char *name, int name_length, const char *text, int text_length, status *st)
{
	return log_reader_set(reader, name, name_length, text, text_length, st);
}

static void
entry_from_json(const JsonbValue *object, log_entry *entry)
{
	log_reader	reader;
	status		st;

	log_reader_init(&reader);
	if (object->type != jbvBinary ||
		!read_json_fields(object->val.binary.data, NULL, take_entry_field, &reader))
		not_json_of("session_log");
	if (!log_reader_finish(&reader, entry, &st))
		exonc_raise(&st);
}

/* What stands before the sessions. */
typedef struct log_head
{
	SessionLogData *log;
	adherence_policy policy;
	unsigned	seen;
} log_head;

static bool
take_head_field(void *reader, const char *name, int name_length, const char *text, int text_length, status *st)
{
	log_head   *head = reader;

	return set_head(head->log, &head->policy, &head->seen, name, name_length, text, text_length, st);
}

Datum
jsonb_to_session_log(PG_FUNCTION_ARGS)
{
	Jsonb	   *json = PG_GETARG_JSONB_P(0);
	JsonbValue *sessions = NULL;
	SessionLogData *log;
	log_head	head = {0};
	int			n = 0;
	status		st;

	if (JB_ROOT_IS_OBJECT(json))
		sessions = getKeyJsonValueFromContainer(&json->root, "sessions", strlen("sessions"), NULL);
	if (sessions != NULL)
	{
		if (sessions->type != jbvBinary || !JsonContainerIsArray(sessions->val.binary.data))
			not_json_of("session_log");
		n = JsonContainerSize(sessions->val.binary.data);
	}
	if (n > MAX_LOG_ENTRIES)
		not_json_of("session_log");
	head.log = log = session_log_new(0, n);
	policy_unpack(policy_default(), &head.policy);
	if (!read_json_fields(&json->root, "sessions", take_head_field, &head))
		not_json_of("session_log");
	for (; log->n < n; log->n++)
		entry_from_json(getIthJsonbValueFromContainer(sessions->val.binary.data, log->n),
						&log->entries[log->n]);
	log->policy = policy_pack(&head.policy);
	if (!check_log(log, &st))
		exonc_raise(&st);
	finish_log(log);
	PG_RETURN_POINTER(log);
}
