/* course: see course.h. */
#include "sarcopenia/course.h"

#include <errno.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const labels[] = SARCOPENIA_CLASS_LABELS;

int
compare_entries(const course_entry *a, const course_entry *b)
{
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return (a->class > b->class) - (a->class < b->class);
}

void
insert_entry(course_entry *entries, int n, course_entry entry)
{
	int			at = n;

	/* Most rows come in the order of time. */
	while (at > 0 && compare_entries(&entries[at - 1], &entry) > 0)
	{
		entries[at] = entries[at - 1];
		at--;
	}
	entries[at] = entry;
}

void
merge_entries(const course_entry *a, int n_a, const course_entry *b, int n_b, course_entry *merged)
{
	int			i = 0;
	int			j = 0;

	while (i < n_a || j < n_b)
		if (j == n_b || (i < n_a && compare_entries(&a[i], &b[j]) <= 0))
			*merged++ = a[i++];
		else
			*merged++ = b[j++];
}

int
class_by_label(const char *label, int length)
{
	for (int c = 0; c < N_CLASSES; c++)
		if ((int) strlen(labels[c]) == length && memcmp(labels[c], label, (size_t) length) == 0)
			return c;
	return UNKNOWN;
}

/* ---- text ---- */

static const char *
skip_blanks(const char *text)
{
	return text + strspn(text, " \t\n\r");
}

static int
refuse_text(const char *text, status *st)
{
	status_fail(st, FAULT_INVALID_TEXT,
				"invalid input syntax for type sarcopenia_course: \"%.80s\"", text);
	status_hint(st, "Write days and classes, for example {0:none,42:sarcopenia,84:?}; ? is a class that is not known.");
	return -1;
}

/* One entry; *at moves behind it. */
static bool
parse_entry(const char **at, course_entry *entry)
{
	char	   *end;
	long		day;
	int			length;

	errno = 0;
	day = strtol(*at, &end, 10);
	if (end == *at || errno != 0 || day < INT32_MIN || day > INT32_MAX)
		return false;
	*at = skip_blanks(end);
	if (*(*at)++ != ':')
		return false;
	*at = skip_blanks(*at);
	length = (int) strcspn(*at, ",} \t\n\r");
	entry->day = (int32_t) day;
	entry->class = class_by_label(*at, length);
	if (entry->class == UNKNOWN && !(length == 1 && **at == '?'))
		return false;
	*at = skip_blanks(*at + length);
	return true;
}

int
parse_course(const char *text, course_entry *entries, int room, status *st)
{
	const char *at = skip_blanks(text);
	int			n = 0;

	if (*at++ != '{')
		return refuse_text(text, st);
	at = skip_blanks(at);
	while (*at != '}')
	{
		course_entry entry;

		if (!parse_entry(&at, &entry) || (*at != ',' && *at != '}'))
			return refuse_text(text, st);
		if (*at == ',')
		{
			at = skip_blanks(at + 1);
			if (*at == '}')
				return refuse_text(text, st);
		}
		if (n == MAX_COURSE_ENTRIES)
		{
			status_fail(st, FAULT_LIMIT_EXCEEDED, "sarcopenia_course has more than %d entries",
						MAX_COURSE_ENTRIES);
			status_hint(st, "A course is that of one person: group by person.");
			return -1;
		}
		if (n < room)
			insert_entry(entries, n, entry);
		n++;
	}
	if (*skip_blanks(at + 1) != '\0')
		return refuse_text(text, st);
	return n;
}

void
print_course(const course_entry *entries, int n, char *buffer)
{
	char	   *at = buffer;

	*at++ = '{';
	for (int i = 0; i < n; i++)
		at += sprintf(at, "%s%d:%s", i > 0 ? "," : "", (int) entries[i].day,
					  entries[i].class == UNKNOWN ? "?" : labels[entries[i].class]);
	*at++ = '}';
	*at = '\0';
}

/* ---- what a course says ---- */

int
worst_class(const course_entry *entries, int n)
{
	int			worst = UNKNOWN;

	for (int i = 0; i < n; i++)
		if (entries[i].class > worst)
			worst = entries[i].class;
	return worst;
}

/*
 * The next day that has a class, from entry *at on; *at moves behind the day.
 * The entries of a day stand in order, so the severest is the last.
 */
static bool
next_known(const course_entry *entries, int n, int *at, course_entry *found)
{
	while (*at < n)
	{
		int			last = *at;

		while (last + 1 < n && entries[last + 1].day == entries[last].day)
			last++;
		*at = last + 1;
		*found = entries[last];
		if (found->class != UNKNOWN)
			return true;
	}
	return false;
}

bool
first_known(const course_entry *entries, int n, course_entry *found)
{
	int			at = 0;

	return next_known(entries, n, &at, found);
}

bool
last_known(const course_entry *entries, int n, course_entry *found)
{
	for (int i = n - 1; i >= 0; i--)
		if (entries[i].class != UNKNOWN)
		{
			*found = entries[i];
			return true;
		}
	return false;
}

static int64_t
distance(const course_entry *entry, int32_t day)
{
	return llabs((int64_t) entry->day - day);
}

bool
known_near(const course_entry *entries, int n, int32_t day, int32_t within, course_entry *found)
{
	course_entry entry;
	bool		any = false;

	for (int at = 0; next_known(entries, n, &at, &entry);)
		if (distance(&entry, day) <= within &&
			(!any || distance(&entry, day) < distance(found, day)))
		{
			*found = entry;
			any = true;
		}
	return any;
}

bool
onset(const course_entry *entries, int n, sarcopenia_class at_least, int32_t *day)
{
	course_entry entry;
	bool		below = false;

	for (int at = 0; next_known(entries, n, &at, &entry);)
	{
		if (below && entry.class >= (int) at_least)
		{
			*day = entry.day;
			return true;
		}
		below = entry.class < (int) at_least;
	}
	return false;
}

bool
recovery(const course_entry *entries, int n, sarcopenia_class at_least, int32_t *day)
{
	course_entry entry;
	bool		above = false;

	for (int at = 0; next_known(entries, n, &at, &entry);)
	{
		if (above && entry.class < (int) at_least)
		{
			*day = entry.day;
			return true;
		}
		above = entry.class >= (int) at_least;
	}
	return false;
}

int
trajectory_of(const course_entry *entries, int n, sarcopenia_class at_least)
{
	course_entry first;
	course_entry last;
	int			limit = (int) at_least;

	if (!first_known(entries, n, &first) || !last_known(entries, n, &last) ||
		first.day == last.day)
		return UNKNOWN;
	if (first.class >= limit)
		return last.class >= limit ? PERSISTENT : RECOVERED;
	if (last.class >= limit)
		return ONSET;
	return worst_class(entries, n) >= limit ? TRANSIENT : FREE;
}
