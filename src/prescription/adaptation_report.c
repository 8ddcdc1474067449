/* adaptation_report: see adaptation_report.h. */
#include "prescription/adaptation_report.h"

#include <stdio.h>
#include <string.h>

bool
place_has(const adaptation_place *p, const component_place *at)
{
	return (p->block == 0 || p->block == at->block) && (p->part == 0 || p->part == at->part) &&
		(p->alternative == 0 || p->alternative == at->alternative) && (p->component == 0 || p->component == at->component);
}

bool
rule_is_about(const adapter *a, const component_place *at, const component *c)
{
	const adaptation_place *p = a->place;
	int			modality = p->modality != UNKNOWN ? p->modality : adaptation_rule_at(a->rule)->modality;

	return (int) c->modality == modality && place_has(p, at);
}

void
report(adapter *a, const component_place *at, const unit *u, verdict v, const char *why, const char *changed)
{
	report_entry *entry = *a->last = arena_get(a->memory, sizeof(report_entry));
	int			length;

	a->last = &entry->next;
	entry->verdict = v;
	entry->why = why;
	entry->changed = changed;
	length = snprintf(entry->where, sizeof(entry->where), "block %d, part %d", at->block, at->part);
	if (!at->alone)
		length += snprintf(entry->where + length, sizeof(entry->where) - (size_t) length, ", alternative %d", at->alternative);
	if (u->is_session)
		snprintf(entry->where + length, sizeof(entry->where) - (size_t) length, ", component %d", at->component);
}

static void
add_differences(text_sink *out, const clauses *was, const clauses *is)
{
	for (int name = 0; name < N_CLAUSES; name++)
	{
		text_sink	before;
		text_sink	after;

		if (!has_clause(was, name))
			continue;
		sink_init(&before, out->arena);
		sink_init(&after, out->arena);
		print_clause(&before, was, name);
		print_clause(&after, is, name);
		if (strcmp(before.data, after.data) != 0)
		{
			sink_text(out, out->length > 0 ? ", " : "");
			sink_bytes(out, before.data, before.length);
			sink_text(out, " becomes ");
			sink_bytes(out, after.data, after.length);
		}
	}
}

const char *
clauses_changed(const unit *before, const component *was, const unit *after, const component *is, arena *memory)
{
	text_sink	out;

	sink_init(&out, memory);
	if (before->is_session)
		add_differences(&out, &before->shared, &after->shared);
	add_differences(&out, &was->clauses, &is->clauses);
	return out.data;
}

/* Reasons that are the same for all components are given once. */
static bool
have_one_reason(const adapter *a)
{
	for (const report_entry *e = a->entries; e != NULL; e = e->next)
		if (strcmp(e->why, a->entries->why) != 0)
			return false;
	return true;
}

void
sum_up_report(const adapter *a, adaptation *result)
{
	bool		one = have_one_reason(a);

	result->fired = 0;
	for (const report_entry *e = a->entries; e != NULL; e = e->next)
	{
		if (e->verdict == CHANGED)
			result->fired = 1;
		else if (e->verdict == UNDECIDED && result->fired == 0)
			result->fired = UNKNOWN;
		if (!one)
		{
			sink_text(&result->reason, e == a->entries ? "" : "; ");
			sink_text(&result->reason, e->where);
			sink_text(&result->reason, ": ");
		}
		if (!one || e == a->entries)
			sink_text(&result->reason, e->why);
		if (e->changed != NULL)
		{
			sink_text(&result->changed, result->changed.length > 0 ? "; " : "");
			sink_text(&result->changed, e->where);
			sink_text(&result->changed, ": ");
			sink_text(&result->changed, e->changed);
		}
	}
}
