/*
 * Texts that a generator writes: appended to a buffer, cut where it is full. What
 * only writes them needs no watching by the sanitizers, which look into every call
 * of printf(): that was most of the time of the tests.
 */
#ifndef WRITTEN_TEXT_H
#define WRITTEN_TEXT_H

#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#define UNWATCHED __attribute__((no_sanitize("address", "undefined")))

UNWATCHED static void
append_text(char *to, size_t size, const char *text)
{
	size_t		used = strlen(to);
	size_t		length = strlen(text);

	if (used + length >= size)
		length = size - used - 1;
	memcpy(to + used, text, length);
	to[used + length] = '\0';
}

/* What %s, %u and %% say. */
UNWATCHED static void
write_format(char *to, size_t size, const char *format, va_list arguments)
{
	size_t		n = 0;

	for (const char *f = format; *f != '\0' && n + 1 < size; f++)
	{
		const char *text;
		char		digits[12] = "";
		char	   *digit = digits + sizeof(digits) - 1;
		unsigned	number;

		if (*f != '%' || f[1] == '%')
		{
			f += *f == '%';
			to[n++] = *f;
			continue;
		}
		if (*++f == 's')
			text = va_arg(arguments, const char *);
		else
		{
			number = va_arg(arguments, unsigned);
			do
				*--digit = (char) ('0' + number % 10);
			while ((number /= 10) > 0);
			text = digit;
		}
		while (*text != '\0' && n + 1 < size)
			to[n++] = *text++;
	}
	to[n] = '\0';
}

static void
append(char *to, size_t size, const char *format, ...)
{
	size_t		used = strlen(to);
	va_list		arguments;

	va_start(arguments, format);
	write_format(to + used, size - used, format, arguments);
	va_end(arguments);
}

#endif
