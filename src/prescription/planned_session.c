/* planned_session: see planned_session.h. */
#include "prescription/planned_session.h"

#include "prescription/week.h"

int
iso_weekday(int day)
{
	return ((day + 5) % 7 + 7) % 7 + 1;
}

bool
session_unit(const planned_session *session, unit *at, bool *varies, arena *memory, status *st)
{
	*varies = false;
	*at = *session->part->unit;
	return session->week == 0 ||
		unit_at_week(session->part->holder, session->part->unit, session->week, at, varies, memory, st);
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
