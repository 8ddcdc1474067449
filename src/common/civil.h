/*
 * civil: calendar days as numbers, counted as PostgreSQL counts a date: day 0
 * is 2000-01-01. Proleptic Gregorian calendar, years 1 to 9999.
 */
#ifndef EXONC_CIVIL_H
#define EXONC_CIVIL_H

#include <stdbool.h>
#include <stdint.h>

typedef int32_t day_number;

#define FIRST_DAY (-730119) /* 0001-01-01 */
#define LAST_DAY  2921939	/* 9999-12-31 */
#define NO_DAY	  INT32_MIN

#define DAYS_PER_WEEK 7

/* YYYY-MM-DD and the terminator. */
#define DAY_TEXT 11

static inline bool
is_day(day_number day)
{
	return day >= FIRST_DAY && day <= LAST_DAY;
}

extern void day_print(day_number day, char *buffer);

/* Reads exactly YYYY-MM-DD. */
extern bool day_parse(const char *text, int length, day_number *day);

/* The Monday of the week of this day. */
extern day_number monday_of(day_number day);

#endif
