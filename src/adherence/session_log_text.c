/* session_log_text: the text of an entry; see session_log.h. */
#include "adherence/session_log.h"
#include "common/table.h"

#include <stdio.h>
#include <string.h>

static const char *const status_labels[] = SESSION_STATUS_LABELS;
static const char *const unit_labels[] = DOSE_UNIT_LABELS;
static const char change_letters[] = SESSION_CHANGE_LETTERS;

enum
{
	FIELD_ON,
	FIELD_NO,
	FIELD_STATUS,
	FIELD_DONE,
	FIELD_PLANNED,
	FIELD_DELIVERED,
	FIELD_UNIT,
	FIELD_CHANGES
};

static const char *const names[N_LOG_FIELDS] = {"on", "no", "status", "done", "planned", "delivered", "unit", "changes"};

const char *
log_field_name(int f)
{
	return names[f];
}

bool
log_field_is_number(int f)
{
	return f == FIELD_NO || f == FIELD_PLANNED || f == FIELD_DELIVERED;
}

/* A letter: changed; "-": not changed; "?": not known. */
static void
print_changes(const log_entry *entry, char *buffer)
{
	for (int c = 0; c < N_CHANGES; c++)
		buffer[c] = (entry->changed >> c & 1) ? change_letters[c]
			: (entry->unclear >> c & 1)		  ? '?'
											  : '-';
	buffer[N_CHANGES] = '\0';
}

bool
log_field_value(const log_entry *entry, int f, char *buffer)
{
	switch (f)
	{
		case FIELD_ON:
			day_print(entry->planned_on, buffer);
			return true;
		case FIELD_NO:
			sprintf(buffer, "%d", entry->number);
			return entry->number != 1;
		case FIELD_STATUS:
			if (entry->status == UNKNOWN)
				return false;
			strcpy(buffer, status_labels[entry->status]);
			return true;
		case FIELD_DONE:
			if (entry->done_on == NO_DAY)
				return false;
			day_print(entry->done_on, buffer);
			return true;
		case FIELD_PLANNED:
		case FIELD_DELIVERED:
			{
				micro		dose = f == FIELD_PLANNED ? entry->planned : entry->delivered;

				if (dose == NO_DOSE)
					return false;
				micro_print(dose, buffer);
				return true;
			}
		case FIELD_UNIT:
			if (entry->unit == UNKNOWN)
				return false;
			strcpy(buffer, unit_labels[entry->unit]);
			return true;
		default:
			print_changes(entry, buffer);
			return entry->unclear != ALL_CHANGES;
	}
}

void
log_entry_print(const log_entry *entry, char *buffer)
{
	char		value[MICRO_TEXT];

	for (int f = 0; f < N_LOG_FIELDS; f++)
		if (log_field_value(entry, f, value))
			buffer += sprintf(buffer, "%s%s=%s", f > 0 ? " " : "", names[f], value);
}

void
log_reader_init(log_reader *reader)
{
	reader->session = (session){UNKNOWN, UNKNOWN, NO_DOSE, NO_DOSE, 0, ALL_CHANGES};
	reader->planned_on = NO_DAY;
	reader->done_on = NO_DAY;
	reader->number = 1;
	reader->seen = 0;
}

static bool
parse_changes(const char *value, int length, session *s)
{
	s->changed = s->unclear = 0;
	for (int c = 0; c < N_CHANGES && length == N_CHANGES; c++)
	{
		if (value[c] == change_letters[c])
			s->changed |= 1u << c;
		else if (value[c] == '?')
			s->unclear |= 1u << c;
		else if (value[c] != '-')
			return false;
	}
	return length == N_CHANGES;
}

static bool
parse_dose(const char *value, int length, micro *dose)
{
	return micro_parse(value, length, dose) && *dose <= (micro) MICRO_LIMIT * MICROS_PER_ONE;
}

static bool
parse_field(log_reader *reader, int f, const char *value, int length)
{
	session    *s = &reader->session;

	switch (f)
	{
		case FIELD_ON:
			return day_parse(value, length, &reader->planned_on);
		case FIELD_NO:
			return count_parse(value, length, &reader->number);
		case FIELD_STATUS:
			s->status = word_index(value, length, status_labels, ENTRIES(status_labels));
			return s->status >= 0;
		case FIELD_DONE:
			return day_parse(value, length, &reader->done_on);
		case FIELD_PLANNED:
			return parse_dose(value, length, &s->planned);
		case FIELD_DELIVERED:
			return parse_dose(value, length, &s->delivered);
		case FIELD_UNIT:
			s->unit = word_index(value, length, unit_labels, ENTRIES(unit_labels));
			return s->unit >= 0;
		default:
			return parse_changes(value, length, s);
	}
}

bool
log_reader_set(log_reader *reader, const char *name, int name_length, const char *value,
			   int value_length, status *st)
{
	int			f = word_index(name, name_length, names, N_LOG_FIELDS);

	if (f < 0 || (reader->seen >> f & 1))
		return status_fail(st, FAULT_INVALID_TEXT, "a session has %s field \"%.*s\"",
						   f < 0 ? "no" : "twice the", name_length > 60 ? 0 : name_length, name);
	reader->seen |= 1u << f;
	return parse_field(reader, f, value, value_length) ||
		status_fail(st, FAULT_INVALID_TEXT, "\"%.*s\" is no value of \"%s\" of a session",
					value_length > 60 ? 0 : value_length, value, names[f]);
}

bool
log_reader_finish(const log_reader *reader, log_entry *entry, status *st)
{
	if (reader->planned_on == NO_DAY)
		return status_fail(st, FAULT_INVALID_TEXT, "a session of a session_log has no date \"on\"");
	return log_entry_make(entry, reader->planned_on, reader->number, reader->done_on,
						  &reader->session, st);
}
