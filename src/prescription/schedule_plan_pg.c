/* schedule_plan_pg.c: the sessions of a call, from what earlier calls have worked out where that is possible. */
#include "prescription/schedule_pg.h"

#include "utils/lsyscache.h"

/* Schedules with more sessions are made anew for each call. */
#define MAX_KEPT_SESSIONS 2000

schedule_site *
get_schedule_site(FunctionCallInfo fcinfo)
{
	schedule_site *site = fcinfo->flinfo->fn_extra;
	MemoryContext memory = fcinfo->flinfo->fn_mcxt;
	Oid		   *types;
	int			n_types;

	if (site != NULL)
		return site;
	site = MemoryContextAllocZero(memory, sizeof(schedule_site));
	get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
	ENUM_MAP_FILL(site->break_rules, types[ARG_ON_BREAK], break_rule_labels);
	site->known = value_cache_create(memory);
	fcinfo->flinfo->fn_extra = site;
	return site;
}

static void
read_known(known_prescription *known, const char *text, int length)
{
	int			n_parts = 0;
	status		st;

	if (!prescription_parse(text, length, &known->rx, &known->arena, &st))
		exonc_raise(&st);
	for (const block *b = known->rx.blocks; b != NULL; b = b->next)
		for (const part *p = b->parts; p != NULL; p = p->next)
			n_parts++;
	known->rings = palloc0(sizeof(content_ring) * n_parts);
}

/* The prescription of the call: known from an earlier one, or read for this one into "own". */
static void
find_known(planner_call *call, struct varlena *datum, known_prescription *own)
{
	int			length;
	const char *text = prescription_text(datum, &length);
	bool		worth_keeping;

	call->known = value_cache_find(call->site->known, text, length, &worth_keeping);
	call->keep = call->known != NULL || worth_keeping;
	call->memory = call->keep ? call->site->known->memory : CurrentMemoryContext;
	if (call->known == NULL && worth_keeping)
	{
		MemoryContext before = MemoryContextSwitchTo(call->memory);

		call->known = value_cache_new(call->site->known, text, length, sizeof(known_prescription));
		arena_init(&call->known->arena, NULL, 0, call_allocate);
		read_known(call->known, call->known->head.bytes, length);
		value_cache_keep(call->site->known, call->known);
		MemoryContextSwitchTo(before);
	}
	else if (call->known == NULL)
	{
		own->arena = *call->scratch;
		read_known(own, text, length);
		*call->scratch = own->arena;
		call->known = own;
	}
}

static bool
same_plan(const kept_plan *kept, const schedule_request *r)
{
	return kept->weekdays == r->weekdays && kept->weeks == r->weeks && kept->alternative == r->alternative &&
		kept->weekday == (r->weekdays == 0 ? 0 : iso_weekday(r->start));
}

/* A copy that outlives the call, with days from the start. */
static kept_plan *
keep_plan(planner_call *call)
{
	known_prescription *known = call->known;
	kept_plan  *kept = &known->plans[known->next_plan];
	schedule   *plan = &call->plan;
	planned_part *parts;

	parts = MemoryContextAlloc(call->memory, sizeof(planned_part) * plan->n_parts);
	kept->plan = *plan;
	kept->plan.sessions = MemoryContextAlloc(call->memory, sizeof(planned_session) * (plan->n + 1));
	for (int i = 0; i < plan->n; i++)
	{
		planned_session *s = &kept->plan.sessions[i];

		*s = plan->sessions[i];
		parts[s->part->index] = *s->part;
		s->part = &parts[s->part->index];
		s->day -= call->request.start;
	}
	kept->weekdays = call->request.weekdays;
	kept->weekday = kept->weekdays == 0 ? 0 : iso_weekday(call->request.start);
	kept->weeks = call->request.weeks;
	kept->alternative = call->request.alternative;
	kept->arrays = NULL;
	known->next_plan = (known->next_plan + 1) % MAX_KEPT_PLANS;
	known->n_plans = Min(known->n_plans + 1, MAX_KEPT_PLANS);
	return kept;
}

static kept_plan *
find_plan(planner_call *call)
{
	for (int i = 0; i < call->known->n_plans; i++)
		if (same_plan(&call->known->plans[i], &call->request))
			return &call->known->plans[i];
	return NULL;
}

static void
make_plan(planner_call *call, known_prescription *own)
{
	const schedule_request *r = &call->request;
	bool		movable = call->keep && r->n_breaks == 0 && r->n_cycles == 0;
	status		st;

	call->kept = movable ? find_plan(call) : NULL;
	if (call->kept == NULL && !make_schedule(&call->known->rx, r, &call->plan, call->scratch, &st))
		exonc_raise(&st);
	if (call->plan.n > MAX_KEPT_SESSIONS)
	{
		/* Too much to keep: what is known of it is used, and nothing added. */
		own->rx = call->known->rx;
		own->rings = palloc0(sizeof(content_ring) * call->plan.n_parts);
		call->known = own;
		call->keep = false;
		call->memory = CurrentMemoryContext;
	}
	else if (call->kept == NULL && movable)
		call->kept = keep_plan(call);
	if (call->kept != NULL)
	{
		call->plan = call->kept->plan;
		call->first_day = r->start;
	}
}

void
begin_schedule(planner_call *call, FunctionCallInfo fcinfo, known_prescription *own)
{
	get_schedule_request(fcinfo, &call->site->break_rules, &call->request);
	find_known(call, PG_GETARG_VARLENA_PP(ARG_PRESCRIPTION), own);
	make_plan(call, own);
}
