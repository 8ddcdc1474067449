/*
 * course: the classes of one person over time, in an order that does not depend
 * on how the rows came.
 *
 * An entry is a day and a class, or a day on which the class could not be
 * established (UNKNOWN). Entries are sorted by day, then by class, and nothing
 * is dropped: so one course has one form, and two courses merge into the same
 * one whichever comes first. Where a day has several classes, the severest
 * counts.
 *
 * Text form: {0:none,42:sarcopenia,84:?}.
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
	int32_t		class; /* sarcopenia_class, or UNKNOWN */
} course_entry;

#define MAX_COURSE_ENTRIES 10000

/* Longest text of one entry: a day, a colon, a class, a separator. */
#define COURSE_ENTRY_TEXT 32

/* Order of two entries: by day, then by class. */
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

/* The severest class of all, or UNKNOWN. */
extern int	worst_class(const course_entry *entries, int n);

/* The class on the first and on the last day that has one; false if none has. */
extern bool first_known(const course_entry *entries, int n, course_entry *found);
extern bool last_known(const course_entry *entries, int n, course_entry *found);

/* The class on the day nearest to this one that has a class, at most within days away; the earlier of two. */
extern bool known_near(const course_entry *entries, int n, int32_t day, int32_t within,
					   course_entry *found);

/* The first day at or above a class after a day below it; and the first day below after a day at or above. */
extern bool onset(const course_entry *entries, int n, sarcopenia_class at_least, int32_t *day);
extern bool recovery(const course_entry *entries, int n, sarcopenia_class at_least, int32_t *day);

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

/* A trajectory, or UNKNOWN if fewer than two days have a class. */
extern int	trajectory_of(const course_entry *entries, int n, sarcopenia_class at_least);

#endif
