/*
 * adaptation: what a named rule makes of a prescription, after the last sessions.
 *
 * A rule looks at what was observed, decides whether to raise, to lower or to
 * leave, and changes one kind of number in the components that it is about:
 * loads, intensities, minutes. What it cannot know (an observation that is
 * missing, a "?", a clause that is not there) leaves the prescription as it is,
 * with the reason; and so does a change that would leave the range of a unit.
 *
 * "+10 %" multiplies: 50 kg become 55 kg, 60 %HRR become 66 %HRR, and of a
 * range both ends are multiplied. Loads are kg, %1RM and %BW. A load in RM is
 * found anew by lifting and is never changed. Perceived scales and levels in
 * words are never changed either.
 *
 * With a week, the weeks before it stay as they were: the block is divided, and
 * the steps of the component go on from its new number, counted anew. Parts
 * that the rule is not about stay in a block of their own. Without a week, the
 * numbers that are written are changed; those that move with the weeks cannot.
 *
 * A change that comes to nothing in the three decimals of the text is none.
 */
#ifndef EXONC_PRESCRIPTION_ADAPTATION_H
#define EXONC_PRESCRIPTION_ADAPTATION_H

#include "common/evidence.h"
#include "prescription/week.h"

typedef enum adaptation_rule
{
	ADAPT_TWO_FOR_TWO,
	ADAPT_REPETITIONS,
	ADAPT_LOAD_STEP,
	ADAPT_MISSED_WEEKS,
	ADAPT_DELOAD,
	ADAPT_INTERVALS,
	ADAPT_TIME_FIRST,
	ADAPT_RPE,
	ADAPT_HEART_RATE_ZONE,
	ADAPT_TIME_IN_ZONE,
	ADAPT_CHEMO_CYCLE,
	N_ADAPTATION_RULES
} adaptation_rule;

#define ADAPTATION_RULE_LABELS \
	{"two_for_two", "repetitions", "load_step", "missed_weeks", "deload", "intervals", "time_first", "rpe", \
	 "heart_rate_zone", "time_in_zone", "chemo_cycle"}

/* The numbers of the rules, in the order of the table. */
typedef enum adaptation_number_name
{
	TWO_FOR_TWO_OVER,
	TWO_FOR_TWO_SESSIONS,
	TWO_FOR_TWO_STEP,
	REPETITIONS_OVER,
	REPETITIONS_UNDER,
	REPETITIONS_STEP,
	LOAD_STEP_SIZE,
	MISSED_WEEKS_BACK,
	DELOAD_EVERY,
	DELOAD_TO,
	INTERVALS_STEP,
	TIME_FIRST_STEP,
	TIME_FIRST_AFTER,
	TIME_FIRST_WEEKS,
	RPE_BELOW,
	RPE_ABOVE,
	RPE_STEP,
	HEART_RATE_STEP,
	TIME_IN_ZONE_SHARE,
	TIME_IN_ZONE_STEP,
	CHEMO_LOWER_DAYS,
	CHEMO_RANGE_SHARE,
	N_ADAPTATION_NUMBERS
} adaptation_number_name;

/* A threshold or a step; low and high differ where the source leaves a choice. */
typedef struct adaptation_number
{
	adaptation_rule rule;
	const char *what;
	double		low;
	double		high;
	const char *unit;
	const char *source;
	evidence_mark mark;
} adaptation_number;

extern const adaptation_number *adaptation_number_at(adaptation_number_name name);

typedef struct adaptation_rule_row
{
	int			modality; /* that it is about unless another is asked for */
	int			step;	  /* the number that the argument step chooses from, or UNKNOWN */
	const char *needs;	  /* arguments */
	const char *changes;
} adaptation_rule_row;

extern const adaptation_rule_row *adaptation_rule_at(adaptation_rule rule);

/* UNCONFIRMED if one of the numbers of the rule is; the source is that of its first number. */
extern evidence_mark adaptation_rule_mark(adaptation_rule rule);
extern const char *adaptation_rule_source(adaptation_rule rule);

/* A value for each session, the oldest first; NAN: not known. No values: not observed. */
typedef struct series
{
	int			n;
	const double *values;
} series;

/* Where to adapt, by the numbers of components(); 0 or UNKNOWN: everywhere. */
typedef struct adaptation_place
{
	int			modality;
	int			block;
	int			part;
	int			alternative;
	int			component;
} adaptation_place;

/* What was seen. NAN or UNKNOWN: not known. */
typedef struct observations
{
	int			week; /* UNKNOWN: none is named */
	series		repetitions; /* done in the last set */
	series		intervals;	 /* finished */
	series		rpe;
	series		heart_rates;
	double		zone_low;
	double		zone_high;
	series		minutes_below;
	series		minutes_in;
	series		minutes_above;
	double		weeks_missed;
	double		weeks_since_change;
	int			severe_side_effects;
	double		sessions_goal; /* a week */
	double		minutes_goal;  /* a session */
	double		cycle_days;
	double		step; /* in the unit of the rule's step */
	double		increment_kg; /* 0: any load */
	double		one_rm_kg;
} observations;

typedef struct adaptation
{
	prescription adapted;
	int			fired; /* 1: changed; 0: the rule leaves it as it is; UNKNOWN: cannot be decided */
	text_sink	reason;
	text_sink	changed; /* empty: nothing */
} adaptation;

/* False with a status for a value that nothing can have, a place that is not there, or a result beyond the limits. */
extern bool adapt_prescription(const prescription *rx, adaptation_rule rule, const adaptation_place *place,
							   const observations *seen, adaptation *result, arena *memory, status *st);

#endif
