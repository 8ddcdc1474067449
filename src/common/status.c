/* status: see status.h. */
#include "common/status.h"

#include <stdarg.h>
#include <stdio.h>

bool
status_fail(status *st, fault_code code, const char *format, ...)
{
	va_list		arguments;

	st->code = code;
	st->detail[0] = '\0';
	st->hint[0] = '\0';
	va_start(arguments, format);
	vsnprintf(st->message, sizeof(st->message), format, arguments);
	va_end(arguments);
	return false;
}

void
status_detail(status *st, const char *format, ...)
{
	va_list		arguments;

	va_start(arguments, format);
	vsnprintf(st->detail, sizeof(st->detail), format, arguments);
	va_end(arguments);
}

void
status_hint(status *st, const char *format, ...)
{
	va_list		arguments;

	va_start(arguments, format);
	vsnprintf(st->hint, sizeof(st->hint), format, arguments);
	va_end(arguments);
}
