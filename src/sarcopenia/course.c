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
	if (a->mildest != b->mildest)
		return a->mildest < b->mildest ? -1 : 1;
	return (a->severest > b->severest) - (a->severest < b->severest);
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
	status_hint(st, "Write days and classes, for example {0:none,42:possible..severe,84:?}; ? is a class that is not known.");
	return -1;
}

/* A class, or two of them with dots between, or a question mark; *at moves behind. */
static bool
parse_classes(const char **at, course_entry *entry)
{
	int			length = (int) strcspn(*at, ",} \t\n\r.");
	int			mildest = class_by_label(*at, length);
	int			severest = mildest;

	if (mildest == UNKNOWN && !(length == 1 && **at == '?'))
		return false;
	*at += length;
	if (mildest != UNKNOWN && strncmp(*at, "..", 2) == 0)
	{
		*at += 2;
		length = (int) strcspn(*at, ",} \t\n\r.");
		severest = class_by_label(*at, length);
		if (severest < mildest)
			return false;
		*at += length;
	}
	entry->mildest = (int16_t) mildest;
	entry->severest = (int16_t) severest;
	return true;
}

/* One entry; *at moves behind it. */
static bool
parse_entry(const char **at, course_entry *entry)
{
	char	   *end;
	long		day;

	errno = 0;
	day = strtol(*at, &end, 10);
	if (end == *at || errno != 0 || day < INT32_MIN || day > INT32_MAX)
		return false;
	entry->day = (int32_t) day;
	*at = skip_blanks(end);
	if (*(*at)++ != ':')
		return false;
	*at = skip_blanks(*at);
	if (!parse_classes(at, entry))
		return false;
	*at = skip_blanks(*at);
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
	{
		const course_entry *entry = &entries[i];

		at += sprintf(at, "%s%d:%s", i > 0 ? "," : "", (int) entry->day,
					  entry->mildest == UNKNOWN ? "?" : labels[entry->mildest]);
		if (entry->severest != entry->mildest)
			at += sprintf(at, "..%s", labels[entry->severest]);
	}
	*at++ = '}';
	*at = '\0';
}

/* ---- what a course says ---- */

int
entry_class(const course_entry *entry)
{
	return entry->mildest == entry->severest || entry->mildest > (int) CLASS_NONE ? entry->mildest
																				  : UNKNOWN;
}

/*
 * The next day, from entry *at on, as one entry; *at moves behind it. UNKNOWN is
 * below every class, so the severer of two is the greater, at both ends.
 */
static bool
next_day(const course_entry *entries, int n, int *at, course_entry *day)
{
	if (*at >= n)
		return false;
	*day = entries[(*at)++];
	for (; *at < n && entries[*at].day == day->day; (*at)++)
	{
		if (entries[*at].mildest > day->mildest)
			day->mildest = entries[*at].mildest;
		if (entries[*at].severest > day->severest)
			day->severest = entries[*at].severest;
	}
	return true;
}

int
worst_class(const course_entry *entries, int n)
{
	int			worst = UNKNOWN;
	course_entry day;

	for (int at = 0; next_day(entries, n, &at, &day);)
		if (entry_class(&day) > worst)
			worst = entry_class(&day);
	return worst;
}

bool
first_known(const course_entry *entries, int n, course_entry *found)
{
	for (int at = 0; next_day(entries, n, &at, found);)
		if (entry_class(found) != UNKNOWN)
			return true;
	return false;
}

bool
last_known(const course_entry *entries, int n, course_entry *found)
{
	course_entry day;
	bool		any = false;

	for (int at = 0; next_day(entries, n, &at, &day);)
		if (entry_class(&day) != UNKNOWN)
		{
			*found = day;
			any = true;
		}
	return any;
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

	for (int at = 0; next_day(entries, n, &at, &entry);)
		if (entry_class(&entry) != UNKNOWN && distance(&entry, day) <= within &&
			(!any || distance(&entry, day) < distance(found, day)))
		{
			*found = entry;
			any = true;
		}
	return any;
}

/* The next day of which it is known whether it reaches a class. */
static bool
next_decided(const course_entry *entries, int n, int *at, sarcopenia_class at_least, int32_t *day,
			 bool *reached)
{
	course_entry entry;

	while (next_day(entries, n, at, &entry))
	{
		if (entry.mildest == UNKNOWN ||
			(entry.mildest < (int) at_least && entry.severest >= (int) at_least))
			continue;
		*day = entry.day;
		*reached = entry.mildest >= (int) at_least;
		return true;
	}
	return false;
}

/* The first decided day that turns out so after one that did not. */
static bool
first_turn(const course_entry *entries, int n, sarcopenia_class at_least, bool to, int32_t *day)
{
	bool		reached;
	bool		before = to;

	for (int at = 0; next_decided(entries, n, &at, at_least, day, &reached); before = reached)
		if (reached == to && before != to)
			return true;
	return false;
}

bool
onset(const course_entry *entries, int n, sarcopenia_class at_least, int32_t *day)
{
	return first_turn(entries, n, at_least, true, day);
}

bool
recovery(const course_entry *entries, int n, sarcopenia_class at_least, int32_t *day)
{
	return first_turn(entries, n, at_least, false, day);
}

int
trajectory_of(const course_entry *entries, int n, sarcopenia_class at_least)
{
	bool		first = false;
	bool		last = false;
	bool		ever = false;
	bool		reached;
	int			days = 0;
	int32_t		day;

	for (int at = 0; next_decided(entries, n, &at, at_least, &day, &reached); days++)
	{
		if (days == 0)
			first = reached;
		last = reached;
		ever |= reached;
	}
	if (days < 2)
		return UNKNOWN;
	if (first)
		return last ? PERSISTENT : RECOVERED;
	if (last)
		return ONSET;
	return ever ? TRANSIENT : FREE;
}

/* The first and the last day about which something is known; false if they are not two. */
static bool
get_ends(const course_entry *entries, int n, course_entry *first, course_entry *last)
{
	course_entry day;
	int			days = 0;

	for (int at = 0; next_day(entries, n, &at, &day);)
		if (day.mildest != UNKNOWN)
		{
			if (days++ == 0)
				*first = day;
			*last = day;
		}
	return days >= 2;
}

/* Whether one range of classes lies above another: certainly, certainly not, or not known. */
static int
is_above(const course_entry *a, const course_entry *b)
{
	if (a->mildest > b->severest)
		return 1;
	return a->severest <= b->mildest ? 0 : UNKNOWN;
}

int
is_worse(const course_entry *entries, int n)
{
	course_entry first = {0};
	course_entry last = {0};

	return get_ends(entries, n, &first, &last) ? is_above(&last, &first) : UNKNOWN;
}

int
is_better(const course_entry *entries, int n)
{
	course_entry first = {0};
	course_entry last = {0};

	return get_ends(entries, n, &first, &last) ? is_above(&first, &last) : UNKNOWN;
}
