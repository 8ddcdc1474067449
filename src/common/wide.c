/* wide: see wide.h. */
#include "common/wide.h"

#include <string.h>

void
wide_print(wide amount, int decimals, char *buffer)
{
	__int128	rest = wide_value(amount);
	char		digits[WIDE_TEXT];
	int			n = 0;				/* digits so far, the last of the number first */
	int			skipped = 0;		/* zeros at the end */
	char	   *out = buffer;

	while (rest > 0 || n <= decimals)
	{
		digits[n++] = '0' + (int) (rest % 10);
		rest /= 10;
	}
	while (skipped < decimals && digits[skipped] == '0')
		skipped++;
	while (n > skipped)
	{
		if (n == decimals)
			*out++ = '.';
		*out++ = digits[--n];
	}
	*out = '\0';
}

bool
wide_parse(const char *text, int length, int decimals, wide *result)
{
	const char *point = memchr(text, '.', length);
	int			whole = point == NULL ? length : (int) (point - text);
	int			given = point == NULL ? 0 : length - whole - 1;
	__int128	value = 0;

	if (whole < 1 || (whole > 1 && text[0] == '0') || given > decimals || (point != NULL && given == 0))
		return false;
	for (int i = 0; i < whole + decimals; i++)
	{
		char		digit = i < whole ? text[i] : i < whole + given ? text[i + 1] : '0';

		if (digit < '0' || digit > '9' || __builtin_mul_overflow(value, 10, &value) ||
			__builtin_add_overflow(value, digit - '0', &value))
			return false;
	}
	*result = wide_of(value);
	return true;
}
