/*
 * planned_session: one session of a schedule, and what is done in it.
 *
 * A schedule holds no trees of its weeks, since those of a long text over many
 * weeks are large: what is done in a session is worked out when it is asked for.
 */
#ifndef EXONC_PRESCRIPTION_PLANNED_SESSION_H
#define EXONC_PRESCRIPTION_PLANNED_SESSION_H

#include "prescription/prescription.h"

/* A part of a block, of which one alternative is planned. */
typedef struct planned_part
{
	int			index; /* among all parts of the schedule, from 0 */
	int			block; /* from 1, as the next two */
	int			part;
	int			alternative;
	const block *holder;
	const unit *unit; /* the alternative, as it is written */
} planned_part;

typedef struct planned_session
{
	const planned_part *part;
	const char *reason; /* why there is no date */
	int			day;
	int			order;
	int			cycle; /* 0: none */
	int			cycle_day;
	int16_t		week; /* of the programme; 0: not known */
	signed char supervision;
	bool		dated;
	bool		optional; /* beyond the lower end of a frequency such as 2-3/wk */
} planned_session;

/* The alternative of a part that is planned, the first where there are fewer, and its number. */
extern const unit *chosen_alternative(const part *pt, int wanted, int *number);

/* 1 for Monday to 7 for Sunday. */
extern int	iso_weekday(int day);

/*
 * The alternative of a session, as it is in its week. *until: as in unit_at_week().
 * False with a status if a step
 * leaves the range of its unit, which make_schedule() has looked for.
 */
extern bool session_unit(const planned_session *session, unit *at, int *until, arena *memory, status *st);

/* What session_unit() gave as a prescription of its own, without frequency, for the supervision of the session. */
extern void session_prescription(const planned_session *session, const unit *at, prescription *rx, arena *memory);

#endif
