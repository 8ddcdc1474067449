/*
 * course_pg.h: a value of the SQL type sarcopenia_course.
 *
 * In a course that an aggregate is filling there is room behind the entries;
 * n says how many there are. The final function trims it. Everything goes by n,
 * so a value with room and one without are the same value.
 *
 * Classes are stored by their place in the vocabulary: when that gets a new
 * word in the middle, so does the version.
 */
#ifndef EXONC_COURSE_PG_H
#define EXONC_COURSE_PG_H

#include "exonc.h"

#include "sarcopenia/course.h"

#define COURSE_VERSION 1

typedef struct course
{
	int32		vl_len_;
	uint8		version;
	uint8		unused[3]; /* zero */
	int32		n;
	course_entry entries[FLEXIBLE_ARRAY_MEMBER];
} course;

#define COURSE_SIZE(n) (offsetof(course, entries) + (Size) (n) * sizeof(course_entry))
#define COURSE_ROOM(c) ((int) ((VARSIZE(c) - offsetof(course, entries)) / sizeof(course_entry)))
#define GET_COURSE(i) ((course *) PG_GETARG_VARLENA_P(i))

#endif
