/* adaptation_judge: what a rule makes of one component, from what was seen. */
#ifndef EXONC_PRESCRIPTION_ADAPTATION_JUDGE_H
#define EXONC_PRESCRIPTION_ADAPTATION_JUDGE_H

#include "prescription/adaptation.h"

typedef enum verdict
{
	KEPT,	 /* the rule leaves it as it is */
	CHANGED,
	UNDECIDED
} verdict;

/* A component under a rule. */
typedef struct subject
{
	adaptation_rule rule;
	const observations *seen;
	const prescription *rx;
	const block *block; /* as written */
	unit	   *unit;	   /* a copy, which may be changed */
	component  *component; /* of that copy */
	bool		current;   /* its numbers are those of the week */
	arena	   *memory;
	status	   *st;
	text_sink  *why;
} subject;

/* Writes why, and changes the component if the verdict is CHANGED. */
extern verdict judge_component(subject *s);

/* ---- the rules ---- */

extern verdict judge_two_for_two(subject *s);
extern verdict judge_repetitions(subject *s);
extern verdict judge_load_step(subject *s);
extern verdict judge_missed_weeks(subject *s);
extern verdict judge_deload(subject *s);
extern verdict judge_intervals(subject *s);
extern verdict judge_time_first(subject *s);
extern verdict judge_exertion(subject *s);
extern verdict judge_heart_rate(subject *s);
extern verdict judge_time_in_zone(subject *s);

/* ---- what they share: adaptation_judge.c ---- */

/* A number of a rule, of a choice the smaller one. */
extern double rule_number(adaptation_number_name name);

/* The step asked for, or the smallest of the rule. */
extern double step_size(const subject *s, adaptation_number_name name);

/* The k-th value from the end; NAN if there is none. */
extern double from_end(const series *values, int k);

extern verdict kept(const subject *s, const char *why);
extern verdict undecided(const subject *s, const char *why);

/* CHANGED: nothing speaks against raising. intensity: goals of frequency and time come first. */
extern verdict may_raise(const subject *s, bool intensity);

/* ---- changing numbers: adaptation_change.c ---- */

/* What a unit of intensity stands for, as bits. */
enum
{
	KIND_LOAD = 1,
	KIND_WORK = 2,
	KIND_HEART_RATE = 4,
	KIND_PERCEIVED = 8,
	KIND_RM = 16
};

extern unsigned unit_kind(int unit);

typedef struct change change;

/* The new value of a quantity of a unit. False, with why, if there is none. */
typedef bool (*value_change)(const subject *s, const change *what, int unit, const quantity *old, quantity *new);

struct change
{
	int			direction; /* 1 or -1 */
	value_change value;
	double		factor;		/* multiply_value */
	double		added;		/* add_value */
	int			added_unit; /* intensity_unit */
	bool		capped;
	double		cap; /* in that unit */
	int			cap_unit;
	int			earlier_week; /* earlier_value */
};

extern bool multiply_value(const subject *s, const change *what, int unit, const quantity *old, quantity *new);
extern bool add_value(const subject *s, const change *what, int unit, const quantity *old, quantity *new);

/* All loads of the component, or all intensities of some kinds; only_intervals: those of intervals alone. */
extern verdict change_loads(subject *s, const change *what);
extern verdict change_intensities(subject *s, const change *what, unsigned kinds, bool only_intervals);

/* So many minutes more for a session, as far as a goal (NAN: none). */
extern verdict add_minutes(subject *s, double minutes, double goal);

/* The clauses with the intensity of the component: its own, or those of a session that it has for itself; or NULL. */
extern clauses *clauses_with(const subject *s, clause_name name);

#endif
