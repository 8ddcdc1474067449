/* session: see session.h. */
#include "adherence/session.h"

#include <stdio.h>

static const char *const status_labels[] = SESSION_STATUS_LABELS;
static const char *const change_labels[] = SESSION_CHANGE_LABELS;

bool
session_refuse_dose(double value, const char *argument, status *st)
{
	status_fail(st, FAULT_OUT_OF_RANGE, "%s %.15g is outside 0..%.0f", argument, value, MICRO_LIMIT);
	status_hint(st, "A dose is a finite number, at least 0; NULL if it is not known.");
	return false;
}

/* Changes that only a session that took place can have. */
#define CHANGES_OF_ATTENDED (ALL_CHANGES & ~(1u << LOWERED_BEFORE))

bool
check_any_session(const session *s, status *st)
{
	bool		has_dose = s->planned != NO_DOSE || s->delivered != NO_DOSE;
	char		amount[MICRO_TEXT];

	if (s->unit == UNKNOWN && has_dose)
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "dose without a unit");
		status_hint(st, "Name the unit of the dose: min, met_h, kg, zone_min or kcal.");
		return false;
	}
	if (s->delivered > 0 && s->status != ATTENDED)
	{
		micro_print(s->delivered, amount);
		status_fail(st, FAULT_INVALID_PARAMETER, "delivered_dose %s of a session that is %s", amount,
					s->status == UNKNOWN ? "without status" : status_labels[s->status]);
		status_hint(st, "What was done of a session makes it attended.");
		return false;
	}
	if (s->delivered > 0 && s->planned == 0)
	{
		micro_print(s->delivered, amount);
		status_fail(st, FAULT_INVALID_PARAMETER, "delivered_dose %s where none was planned", amount);
		status_hint(st, "The planned dose is NULL if it is not known; an extra session is not a planned one.");
		return false;
	}
	if (s->status != ATTENDED && (s->changed & CHANGES_OF_ATTENDED))
	{
		int			c = __builtin_ctz(s->changed & CHANGES_OF_ATTENDED);

		status_fail(st, FAULT_INVALID_PARAMETER, "%s session that is %s", change_labels[c],
					s->status == UNKNOWN ? "without status" : status_labels[s->status]);
		status_hint(st, "Only an attended session is reduced, ended early or rescheduled.");
		return false;
	}
	return true;
}
