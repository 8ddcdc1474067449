/*
 * course: the classes of one person over time, in an order that does not depend
 * on how the rows came.
 *
 * An entry is a day with the mildest and the severest class possible then; both
 * are UNKNOWN on a day on which nothing could be said. Entries are sorted, and
 * nothing is dropped: so one course has one form, and two courses merge into
 * the same one whichever comes first. Where a day has several entries, the
 * severer counts, and those that say nothing do not.
 *
 * Text form: {0:none,42:possible..severe,84:?}.
 */
#ifndef EXONC_COURSE_H
#define EXONC_COURSE_H

#include "common/person.h"
#include "common/status.h"
#include "sarcopenia/class.h"

#include <stdint.h>

typedef struct course_entry
{
	int32_t		day;
	int16_t		mildest; /* sarcopenia_class, or UNKNOWN */
	int16_t		severest; /* at least as severe; UNKNOWN with the other */
} course_entry;

#define MAX_COURSE_ENTRIES 10000

/* Longest text of one entry: a day, a colon, two classes, separators. */
#define COURSE_ENTRY_TEXT 48

/* Order of two entries: by day, then by the classes. */
extern int	compare_entries(const course_entry *a, const course_entry *b);

/* Puts an entry in its place among n sorted ones; there must be room for it. */
extern void insert_entry(course_entry *entries, int n, course_entry entry);

/* Merges two sorted lists into a third. */
extern void merge_entries(const course_entry *a, int n_a, const course_entry *b, int n_b,
						  course_entry *merged);

/*
 * Reads the text form. Entries go to entries[room], in order; returns their
 * number, or -1 with a status. With room 0 it only counts and checks.
 */
extern int	parse_course(const char *text, course_entry *entries, int room, status *st);

/* Writes the text form into buffer[n * COURSE_ENTRY_TEXT + 3]. */
extern void print_course(const course_entry *entries, int n, char *buffer);

/* The class with this label, or UNKNOWN. */
extern int	class_by_label(const char *label, int length);

/* The class that an entry establishes, or UNKNOWN. */
extern int	entry_class(const course_entry *entry);

/* The severest class that is established on any day, or UNKNOWN. */
extern int	worst_class(const course_entry *entries, int n);

/* The first and the last day with a class; false if none has. */
extern bool first_known(const course_entry *entries, int n, course_entry *found);
extern bool last_known(const course_entry *entries, int n, course_entry *found);

/* The day nearest to this one that has a class, at most within days away; the earlier of two. */
extern bool known_near(const course_entry *entries, int n, int32_t day, int32_t within,
					   course_entry *found);

/*
 * A class is reached on a day if even the mildest one possible is at or above
 * it, not reached if even the severest is below; else the day is passed over.
 * The first day that reaches it after one that does not, and the reverse.
 */
extern bool onset(const course_entry *entries, int n, sarcopenia_class at_least, int32_t *day);
extern bool recovery(const course_entry *entries, int n, sarcopenia_class at_least, int32_t *day);

/* Whether the last day about which something is known is severer, or milder, than the first: 1, 0 or UNKNOWN. */
extern int	is_worse(const course_entry *entries, int n);
extern int	is_better(const course_entry *entries, int n);

/* From the first to the last known day, in the order of the SQL enum sarcopenia_trajectory. */
typedef enum trajectory
{
	FREE,		/* below the class on every known day */
	TRANSIENT,	/* below on the first and the last day, not between */
	ONSET,		/* below on the first day, not on the last */
	RECOVERED,	/* not below on the first day, below on the last */
	PERSISTENT	/* not below on the first and the last day */
} trajectory;

#define SARCOPENIA_TRAJECTORY_LABELS {"free", "transient", "onset", "recovered", "persistent"}

/* A trajectory, or UNKNOWN if of fewer than two days it is known whether the class is reached. */
extern int	trajectory_of(const course_entry *entries, int n, sarcopenia_class at_least);

#endif
