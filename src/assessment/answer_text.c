/* answer_text: see answer_text.h. */
#include "assessment/answer_text.h"

#include <ctype.h>
#include <string.h>

typedef struct text_cursor
{
	const char *at;
	const char *end;
} text_cursor;

static void
skip_blanks(text_cursor *text)
{
	while (text->at < text->end && isspace((unsigned char) *text->at))
		text->at++;
}

/* Between least and most digits; the value is below 10^most. */
static bool
read_digits(text_cursor *text, int least, int most, int64_t *value)
{
	int			n = 0;

	*value = 0;
	for (; n < most && text->at < text->end && isdigit((unsigned char) *text->at); n++)
		*value = *value * 10 + (*text->at++ - '0');
	return n >= least;
}

static bool
read_colon(text_cursor *text)
{
	if (text->at == text->end || *text->at != ':')
		return false;
	text->at++;
	return true;
}

/* hours:minutes[:seconds] */
static bool
read_clock(text_cursor *text, int64_t *hours, int64_t *seconds)
{
	int64_t		minutes;
	int64_t		rest = 0;

	if (!read_digits(text, 1, 2, hours) || !read_colon(text) || !read_digits(text, 2, 2, &minutes))
		return false;
	if (read_colon(text) && !read_digits(text, 2, 2, &rest))
		return false;
	*seconds = *hours * 3600 + minutes * 60 + rest;
	return minutes < 60 && rest < 60;
}

/* " am" or " pm" in any case; a twelve-hour clock has no hour 0 and no hour 13. */
static bool
read_half_of_day(text_cursor *text, int64_t hours, int64_t *seconds)
{
	char		half;

	skip_blanks(text);
	if (text->at == text->end)
		return true;
	half = (char) tolower((unsigned char) *text->at++);
	if ((half != 'a' && half != 'p') || text->at == text->end ||
		tolower((unsigned char) *text->at++) != 'm' || hours < 1 || hours > 12)
		return false;
	if (hours == 12)
		*seconds -= 12 * 3600;
	if (half == 'p')
		*seconds += 12 * 3600;
	return true;
}

static bool
read_number(text_cursor *text, int64_t *number)
{
	bool		negative = text->at < text->end && *text->at == '-';

	if (negative)
		text->at++;
	if (!read_digits(text, 1, 9, number))
		return false;
	if (negative)
		*number = -*number;
	return true;
}

text_reading
read_answer_text(answer_kind kind, const char *string, int length, int32_t *answer)
{
	text_cursor text = {string, string + length};
	int64_t		hours;
	int64_t		value = 0;
	bool		is_read;

	skip_blanks(&text);
	if (text.at == text.end)
		return READ_BLANK;
	if (kind == CLOCK_TIME)
		is_read = read_clock(&text, &hours, &value) && hours <= 23 &&
			read_half_of_day(&text, hours, &value);
	else if (kind == WHOLE_NUMBER)
		is_read = read_number(&text, &value);
	else
		is_read = read_clock(&text, &hours, &value);
	skip_blanks(&text);
	if (!is_read || text.at != text.end)
		return READ_NOTHING;
	*answer = (int32_t) value;
	return READ_ANSWER;
}

const char *
answer_kind_hint(answer_kind kind)
{
	switch (kind)
	{
		case CLOCK_TIME:
			return "Give a time of day as text, \"23:30\", or null where not answered.";
		case DURATION_HOURS:
			return "Give a number of hours, 6.5, or hours and minutes as text, \"6:30\"; null where not answered.";
		case DURATION_MINUTES:
			return "Give a number of minutes, or hours and minutes as text, \"0:45\"; null where not answered.";
		default:
			return "Answers are whole numbers, or null where not answered.";
	}
}
