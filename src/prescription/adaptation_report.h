/* adaptation_report: what is said of the components, and which of them a rule is about. */
#ifndef EXONC_PRESCRIPTION_ADAPTATION_REPORT_H
#define EXONC_PRESCRIPTION_ADAPTATION_REPORT_H

#include "prescription/adaptation_judge.h"

typedef struct report_entry
{
	struct report_entry *next;
	verdict		verdict;
	char		where[80];
	const char *why;
	const char *changed; /* NULL: nothing */
} report_entry;

/* One call of a rule. */
typedef struct adapter
{
	adaptation_rule rule;
	const adaptation_place *place;
	const observations *seen;
	const prescription *rx;
	arena	   *memory;
	status	   *st;
	report_entry *entries;
	report_entry **last;
} adapter;

/* Where a component stands, by the numbers of components(). */
typedef struct component_place
{
	int			block;
	int			part;
	int			alternative;
	int			component;
	bool		alone; /* without alternatives */
} component_place;

/* Whether the place asked for holds it. */
extern bool place_has(const adaptation_place *p, const component_place *at);

/* Whether the rule is about it. */
extern bool rule_is_about(const adapter *a, const component_place *at, const component *c);

extern void report(adapter *a, const component_place *at, const unit *u, verdict v, const char *why, const char *changed);

/* The clauses of a component that differ, as "@50kg becomes @55kg". */
extern const char *clauses_changed(const unit *before, const component *was, const unit *after, const component *is, arena *memory);

/* Fired, reason and what changed, of all entries. */
extern void sum_up_report(const adapter *a, adaptation *result);

/* chemo_cycle, which is about blocks: adaptation_cycle.c. */
extern void adapt_to_cycle(adapter *a, prescription *adapted);

#endif
