/* schedule_pg.c: schedule(), a prescription as dated sessions, a row each. */
#include "prescription/schedule_pg.h"

#include "access/htup_details.h"
#include "miscadmin.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_schedule);

enum
{
	SESSION,
	PLANNED_ON,
	WEEK,
	BLOCK,
	PART,
	ALTERNATIVE,
	CYCLE,
	CYCLE_DAY,
	OPTIONAL,
	SUPERVISION,
	SESSION_MINUTES,
	PRESCRIBED,
	CONDITION,
	REASON,
	COLUMNS
};

static bool
is_content_of(const content *c, const planned_session *s)
{
	return c->alternative == s->part->alternative && s->week >= c->from && s->week <= c->until;
}

static content *
find_content(content_ring *ring, const planned_session *s)
{
	content    *c = ring->latest;

	if (c == NULL)
		return NULL;
	do
	{
		if (is_content_of(c, s))
			return ring->latest = c;
		c = c->next;
	} while (c != ring->latest);
	return NULL;
}

/* What is not kept for later calls is replaced: the memory of a call does not grow with the weeks. */
static void
drop_content(content_ring *ring)
{
	content    *c = ring->latest;

	if (c == NULL)
		return;
	for (int i = 0; i < lengthof(c->rows); i++)
		if (c->rows[i] != NULL)
			heap_freetuple(c->rows[i]);
	if (c->minutes_known)
		pfree(DatumGetPointer(c->minutes));
	pfree(c);
	ring->latest = NULL;
}

static content *
add_content(planner_call *call, content_ring *ring, const planned_session *s, const unit *at, int until)
{
	MemoryContext before = MemoryContextSwitchTo(call->memory);
	dose		minutes = session_minutes(at);
	content    *c;

	if (!call->keep)
		drop_content(ring);
	c = palloc0(sizeof(content));
	c->alternative = s->part->alternative;
	c->from = until == ALL_WEEKS ? 0 : s->week;
	c->until = until;
	c->minutes_known = minutes.known;
	if (minutes.known)
		c->minutes = number_range(minutes.low, minutes.high);
	c->next = ring->latest == NULL ? c : ring->latest->next;
	if (ring->latest != NULL)
		ring->latest->next = c;
	MemoryContextSwitchTo(before);
	return ring->latest = c;
}

/* A row of this session, for others of its content as well. */
static HeapTuple
form_row(planner_call *call, const planned_session *s, const content *c, const unit *at)
{
	Datum		values[COLUMNS];
	bool		nulls[COLUMNS] = {false};
	const word *condition = &s->part->holder->condition;
	prescription rx;
	MemoryContext before;
	HeapTuple	row;

	nulls[SESSION] = nulls[PLANNED_ON] = nulls[WEEK] = nulls[OPTIONAL] = !s->dated;
	values[SESSION] = values[PLANNED_ON] = values[WEEK] = values[OPTIONAL] = (Datum) 0;
	values[BLOCK] = Int32GetDatum(s->part->block);
	values[PART] = Int32GetDatum(s->part->part);
	values[ALTERNATIVE] = Int32GetDatum(s->part->alternative);
	nulls[CYCLE] = nulls[CYCLE_DAY] = s->cycle == 0;
	values[CYCLE] = values[CYCLE_DAY] = (Datum) 0;
	nulls[SUPERVISION] = s->supervision == UNKNOWN;
	if (!nulls[SUPERVISION])
		values[SUPERVISION] = ObjectIdGetDatum(enum_map_oid(&call->site->supervisions, s->supervision));
	nulls[SESSION_MINUTES] = !c->minutes_known;
	values[SESSION_MINUTES] = c->minutes;
	session_prescription(s, at, &rx, call->scratch);
	values[PRESCRIBED] = prescription_datum(&rx, call->scratch);
	nulls[CONDITION] = condition->at == NULL;
	if (!nulls[CONDITION])
		values[CONDITION] = PointerGetDatum(cstring_to_text_with_len(condition->at, condition->length));
	values[REASON] = text_or_null(s->reason, &nulls[REASON]);

	before = MemoryContextSwitchTo(call->memory);
	row = heap_form_tuple(call->columns, values, nulls);
	MemoryContextSwitchTo(before);
	for (int i = PRESCRIBED; i < COLUMNS; i++)
		if (!nulls[i])
			pfree(DatumGetPointer(values[i]));
	return row;
}

/*
 * The numbers that differ between sessions of one content. They stand in front
 * and are four bytes each, so they are written in place; undated rows have none.
 */
static void
number_row(HeapTuple row, const planned_session *s, int number, int first_day)
{
	int32	   *columns = (int32 *) ((char *) row->t_data + row->t_data->t_hoff);
	int			n = CYCLE;

	if (!s->dated)
		return;
	columns[SESSION] = number;
	columns[PLANNED_ON] = first_day + s->day;
	columns[WEEK] = s->week;
	if (s->cycle != 0)
	{
		columns[CYCLE] = s->cycle;
		columns[CYCLE_DAY] = s->cycle_day;
		n = OPTIONAL;
	}
	*(bool *) &columns[n] = s->optional;
}

content *
content_of(planner_call *call, const planned_session *s, bool with_row)
{
	content_ring *ring = &call->known->rings[s->part->index];
	content    *c = find_content(ring, s);
	arena_mark	before;
	unit		at;
	int			until;
	status		st;

	if (c != NULL && (!with_row || c->rows[s->supervision + 1] != NULL))
		return c;
	before = arena_place(call->scratch);
	if (!session_unit(s, &at, &until, call->scratch, &st))
		exonc_raise(&st);
	if (c == NULL)
		c = add_content(call, ring, s, &at, until);
	if (with_row)
		c->rows[s->supervision + 1] = form_row(call, s, c, &at);
	arena_rewind(call->scratch, before);
	return c;
}

/* schedule(prescription, start_on, ...): one row a session */
Datum
exonc_schedule(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	schedule_site *site = get_schedule_site(fcinfo);
	call_memory memory;
	known_prescription own = {0};
	planner_call call = {.site = site, .scratch = &memory.arena};

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	if (PG_ARGISNULL(ARG_PRESCRIPTION) || PG_ARGISNULL(ARG_START_ON))
		return (Datum) 0;
	if (site->supervisions.n == 0)
		ENUM_MAP_FILL_COLUMN(site->supervisions, rsinfo->setDesc, SUPERVISION, supervision_labels);
	CALL_MEMORY_INIT(memory);
	call.columns = rsinfo->setDesc;
	begin_schedule(&call, fcinfo, &own);
	for (int i = 0; i < call.plan.n; i++)
	{
		const planned_session *s = &call.plan.sessions[i];
		HeapTuple	row = content_of(&call, s, true)->rows[s->supervision + 1];

		CHECK_FOR_INTERRUPTS();
		number_row(row, s, i + 1, call.first_day);
		tuplestore_puttuple(rsinfo->setResult, row);
	}
	return (Datum) 0;
}
