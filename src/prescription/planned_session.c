/* planned_session: see planned_session.h. */
#include "prescription/planned_session.h"

#include "prescription/week.h"

int
iso_weekday(int day)
{
	return ((day + 5) % 7 + 7) % 7 + 1;
}

const unit *
chosen_alternative(const part *pt, int wanted, int *number)
{
	const unit *u = pt->alternatives;

	*number = 1;
	while (*number < wanted && u->next != NULL)
	{
		u = u->next;
		(*number)++;
	}
	if (*number == wanted)
		return u;
	*number = 1;
	return pt->alternatives;
}

bool
session_unit(const planned_session *session, unit *at, int *until, arena *memory, status *st)
{
	*until = ALL_WEEKS;
	*at = *session->part->unit;
	return session->week == 0 ||
		unit_at_week(session->part->holder, session->part->unit, session->week, at, until, memory, st);
}

void
session_prescription(const planned_session *session, const unit *at, prescription *rx, arena *memory)
{
	block	   *b = arena_get(memory, sizeof(block));
	unit	   *u = arena_get(memory, sizeof(unit));
	clauses    *c;

	b->parts = arena_get(memory, sizeof(part));
	b->parts->alternatives = u;
	*u = *at;
	u->next = NULL;
	if (!u->is_session)
	{
		u->components = arena_get(memory, sizeof(component));
		*u->components = *at->components;
	}
	c = u->is_session ? &u->shared : &u->components->clauses;
	if (session->dated)
	{
		c->frequency.kind = ABSENT;
		c->split = NULL;
		c->supervision = session->supervision;
	}
	rx->blocks = b;
}
