/* limits: see limits.h. */
#include "common/limits.h"

#include "common/decimal.h"

#include <math.h>
#include <stddef.h>

bool
check_limits_of(const value_limits *limits, const char *name, double value, status *st)
{
	if (in_limits(limits, value))
		return true;
	if (!isfinite(value))
		status_fail(st, FAULT_OUT_OF_RANGE, "%s is not a finite number", name);
	else if (value >= limits->lowest && value <= limits->highest)
		status_fail(st, FAULT_OUT_OF_RANGE, "%s %.10g is not a whole number", name, value);
	else
		status_fail(st, FAULT_OUT_OF_RANGE, "%s %.10g is outside %.10g..%.10g%s%s", name, value,
					limits->lowest, limits->highest, limits->unit[0] != '\0' ? " " : "", limits->unit);
	if (limits->hint != NULL)
		status_hint(st, "%s", limits->hint);
	return false;
}

bool
check_limits(const value_limits *limits, double value, status *st)
{
	return check_limits_of(limits, limits->name, value, st);
}

bool
check_all_limits(const value_limits *limits, int n, double *values, const bool *measured, status *st)
{
	for (int i = 0; i < n; i++)
	{
		if (!measured[i])
			continue;
		values[i] = undo_real(values[i]);
		if (!check_limits(&limits[i], values[i], st))
			return false;
	}
	return true;
}
