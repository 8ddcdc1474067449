/* civil: see civil.h. */
#include "common/civil.h"

#include <stdio.h>

/*
 * The calendar is counted in eras of 400 years from 0000-03-01, so that the
 * leap day is the last of its year and an era has always the same length.
 */
#define DAYS_PER_ERA	  146097
#define EPOCH_FROM_MARCH_0 730425 /* days from 0000-03-01 to 2000-01-01 */

static day_number
day_from_date(int year, int month, int day)
{
	int			march_year = year - (month <= 2);
	int			era = march_year / 400;
	int			year_of_era = march_year - era * 400;
	int			day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
		day_of_year - EPOCH_FROM_MARCH_0;
}

static void
date_from_day(day_number number, int *year, int *month, int *day)
{
	int			from_march_0 = number + EPOCH_FROM_MARCH_0;
	int			era = from_march_0 / DAYS_PER_ERA;
	int			day_of_era = from_march_0 - era * DAYS_PER_ERA;
	int			year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int			day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int			month_from_march = (5 * day_of_year + 2) / 153;

	*day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
	*month = month_from_march + (month_from_march < 10 ? 3 : -9);
	*year = year_of_era + era * 400 + (*month <= 2);
}

void
day_print(day_number number, char *buffer)
{
	int			year;
	int			month;
	int			day;

	date_from_day(number, &year, &month, &day);
	snprintf(buffer, DAY_TEXT, "%04u-%02u-%02u", (unsigned) year % 10000, (unsigned) month % 100,
			 (unsigned) day % 100);
}

bool
day_parse(const char *text, int length, day_number *result)
{
	static const int start[] = {0, 5, 8};
	static const int digits[] = {4, 2, 2};
	int			part[3] = {0, 0, 0};
	char		canonical[DAY_TEXT];

	if (length != DAY_TEXT - 1 || text[4] != '-' || text[7] != '-')
		return false;
	for (int p = 0; p < 3; p++)
		for (int i = 0; i < digits[p]; i++)
		{
			char		c = text[start[p] + i];

			if (c < '0' || c > '9')
				return false;
			part[p] = part[p] * 10 + (c - '0');
		}
	if (part[0] < 1 || part[1] < 1 || part[1] > 12 || part[2] < 1 || part[2] > 31)
		return false;
	*result = day_from_date(part[0], part[1], part[2]);

	/* The 31st of April prints as the 1st of May. */
	day_print(*result, canonical);
	for (int i = 0; i < length; i++)
		if (canonical[i] != text[i])
			return false;
	return true;
}

day_number
monday_of(day_number day)
{
	/* Day 2 is Monday, 2000-01-03. */
	int			since = (day - 2) % DAYS_PER_WEEK;

	return day - (since < 0 ? since + DAYS_PER_WEEK : since);
}
