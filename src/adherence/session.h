/* session: one planned session and what was done of it. */
#ifndef EXONC_SESSION_H
#define EXONC_SESSION_H

#include "adherence/policy.h"
#include "common/micro.h"
#include "common/person.h"

/*
 * Unlike units are never added. MET hours are MET x minutes / 60 (Nilsen 2018),
 * kilograms lifted are sets x repetitions x load (Fairman 2020).
 */
typedef enum dose_unit
{
	MIN,
	MET_H,
	KG,
	ZONE_MIN, /* minutes within the target zone */
	KCAL,
	N_UNITS
} dose_unit;

#define DOSE_UNIT_LABELS {"min", "met_h", "kg", "zone_min", "kcal"}

/* What can have been changed about a session. */
typedef enum session_change
{
	REDUCED,		/* dose reduced during the session */
	LOWERED_BEFORE, /* intensity modified before the session */
	ENDED_EARLY,
	RESCHEDULED, /* attended on another date than planned */
	N_CHANGES
} session_change;

#define SESSION_CHANGE_LABELS  {"reduced", "lowered_before", "ended_early", "rescheduled"}
#define SESSION_CHANGE_LETTERS "RLES"

#define ALL_CHANGES	  ((1u << N_CHANGES) - 1)
#define MODIFICATIONS ((1u << REDUCED) | (1u << LOWERED_BEFORE) | (1u << ENDED_EARLY))

/* In place of a dose: not known. */
#define NO_DOSE INT64_C(-1)

typedef struct session
{
	int			status; /* session_status, or UNKNOWN: not given */
	int			unit;	/* dose_unit, or UNKNOWN: the session has no dose */
	micro		planned;
	micro		delivered;
	unsigned	changed;   /* bits of session_change: yes */
	unsigned	unclear; /* bits of session_change: not known */
} session;

/* A dose from SQL; refused if it is negative, not finite or too large. */
extern bool session_refuse_dose(double value, const char *argument, status *st);

static inline bool
session_dose(double value, const char *argument, micro *dose, status *st)
{
	return micro_from_double(value, dose) || session_refuse_dose(value, argument, st);
}

/* Nearly every session: it has a unit, and was attended, or nothing of it was done or changed. */
static inline bool
session_is_plain(const session *s)
{
	return s->unit != UNKNOWN &&
		(s->status == ATTENDED ? s->planned > 0 : s->delivered <= 0 && s->changed == 0);
}

/*
 * Refuses a session that contradicts itself. "Done 30 of 0 planned" and the like
 * are found here, before a sum hides them.
 */
extern bool check_any_session(const session *s, status *st);

static inline bool
check_session(const session *s, status *st)
{
	return session_is_plain(s) || check_any_session(s, st);
}

#endif
