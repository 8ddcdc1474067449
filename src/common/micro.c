/* micro: see micro.h. */
#include "common/micro.h"

#include <inttypes.h>
#include <stdio.h>

#define DECIMALS 6

double
micro_to_double(micro amount)
{
	return (double) amount / MICROS_PER_ONE;
}

void
micro_print(micro amount, char *buffer)
{
	int			length = snprintf(buffer, MICRO_TEXT, "%" PRId64 ".%06" PRId64, amount / MICROS_PER_ONE,
								  amount % MICROS_PER_ONE);

	while (buffer[length - 1] == '0')
		length--;
	if (buffer[length - 1] == '.')
		length--;
	buffer[length] = '\0';
}

/* Adds a digit to a number; false on overflow. */
static bool
add_digit(int64_t *number, char digit)
{
	return digit >= '0' && digit <= '9' && !__builtin_mul_overflow(*number, 10, number) &&
		!__builtin_add_overflow(*number, digit - '0', number);
}

bool
count_parse(const char *text, int length, int64_t *result)
{
	*result = 0;
	if (length < 1 || (length > 1 && text[0] == '0'))
		return false;
	for (int i = 0; i < length; i++)
		if (!add_digit(result, text[i]))
			return false;
	return true;
}

bool
micro_parse(const char *text, int length, micro *result)
{
	int			whole = 0;
	int			decimals;

	while (whole < length && text[whole] != '.')
		whole++;
	if (!count_parse(text, whole, result))
		return false;
	decimals = whole < length ? length - whole - 1 : 0;
	if (decimals > DECIMALS || (whole < length && decimals == 0))
		return false;
	for (int i = 0; i < DECIMALS; i++)
		if (!add_digit(result, i < decimals ? text[whole + 1 + i] : '0'))
			return false;
	return true;
}
