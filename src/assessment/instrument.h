/*
 * instrument: what a questionnaire is, before any answer.
 *
 * An instrument has numbered items that take whole numbers, scales computed
 * from items, and totals computed from scales. The structures below are the
 * definition: built-in instruments are constant tables of them (folder
 * instruments/, one file a family), laid out for checking against the scoring
 * manual by eye. Scoring never reads a definition; it runs on the flat
 * scoring_plan made from one (scoring_plan.h), so an instrument that arrives
 * another way scores through the same code.
 *
 * No item wording: the wordings are their owners' property.
 */
#ifndef EXONC_INSTRUMENT_H
#define EXONC_INSTRUMENT_H

#include "common/evidence.h"
#include "common/status.h"
#include "common/table.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Which end of a score is the good one. */
typedef enum score_direction
{
	HIGHER_BETTER,
	HIGHER_WORSE
} score_direction;

/* The SQL labels, in the order of the enum. */
#define SCORE_DIRECTION_LABELS {"higher_better", "higher_worse"}

/*
 * How an item is answered. All answers are whole numbers inside: times of day
 * are seconds after midnight, durations are seconds, whatever unit the form
 * asks for.
 */
typedef enum answer_kind
{
	WHOLE_NUMBER,
	CLOCK_TIME,		  /* "23:30" */
	DURATION_HOURS,	  /* a number of hours, 6.5, or "6:30" */
	DURATION_MINUTES, /* a number of minutes */
	N_ANSWER_KINDS
} answer_kind;

/* The SQL labels, in the order of the enum. */
#define ANSWER_KIND_LABELS {"whole_number", "clock_time", "duration_hours", "duration_minutes"}

/*
 * Items are known by the names that the questionnaire gives them: "31", "HI7".
 * A list of them is a text with blanks between the names; "31-34" and "GP1-7"
 * stand for runs.
 *
 * An item group says which items there are and in which order, and that they
 * take answers lowest..highest.
 */
typedef struct item_group
{
	const char *items;
	int			lowest;
	int			highest;
	answer_kind kind;
} item_group;

/*
 * A coding gives the answers to some items of a scale other values, when
 * turning them round (scale_definition.reversed) is not enough. Either values[]
 * has one for each answer lowest..highest, or steps[] does it for wide ranges.
 *
 * by: the values also depend on the answer to a second item. Then values[] is a
 * table with a row for each answer of that item, the first row for no answer.
 */
typedef struct coding_step
{
	int			up_to; /* answers up to and with this one */
	int			value;
} coding_step;

typedef struct item_coding
{
	const char *items;
	const int  *values;
	int			n_values;
	const coding_step *steps; /* ascending; the last covers the highest answer */
	int			n_steps;
	const char *by;
	bool		fills_missing; /* an item that is not answered counts as missing_as */
	int			missing_as;
} item_coding;

/* How the answers of a scale become a score. */
typedef enum scale_statistic
{
	/*
	 * Mean of the answered items, mapped linearly: a mean of mean_at.low is
	 * score_at.low, a mean of mean_at.high is score_at.high.
	 */
	MEAN_MAPPED,

	/* Sum of the answered items x items / answered. */
	SUM_PRORATED,

	/* The sum of the items, all of which are needed, looked up in a table. */
	SUM_LOOKED_UP,

	/* What no formula above can say: a function of the built-in instrument. */
	COMPUTED,
	N_SCALE_STATISTICS
} scale_statistic;

/* Scores of sums first, first + 1, ..., in units of 10^-decimals. */
typedef struct score_table
{
	int			first;
	const int  *scores;
	int			n_scores;
	int			decimals;
} score_table;

/*
 * From the values of a scale's items, in the scale's order, ANSWER_MISSING where
 * not answered, to the score x scale_definition.unit. False: no score.
 */
typedef bool (*score_computation)(const int32_t *values, int64_t *result);

/* Whether a prorated or mapped score is made a whole number. */
typedef enum score_rounding
{
	NOT_ROUNDED,
	ROUNDED_UP,
	ROUNDED_TO_NEAREST, /* halves up */
	N_SCORE_ROUNDINGS
} score_rounding;

typedef struct score_span
{
	int			low;
	int			high;
} score_span;

typedef struct scale_definition
{
	const char *code;
	const char *alias; /* the manual's other code for the same scale, or NULL */
	const char *name;
	const char *items;
	const char *reversed; /* those that count as lowest + highest - answer; NULL: none */
	int			min_answered; /* fewer answered items give no score */
	scale_statistic statistic;
	score_span	mean_at;  /* MEAN_MAPPED only */
	score_span	score_at; /* MEAN_MAPPED only */
	score_direction direction;

	/*
	 * A scale that is only asked of some: no score if this item is answered so.
	 * NULL: asked of all.
	 */
	const char *not_asked_if;
	int			answered_as;

	const item_coding *codings;
	int			n_codings;
	score_rounding rounding;
	score_table table;		   /* SUM_LOOKED_UP only */
	score_computation compute; /* COMPUTED only */
	int			unit;		   /* COMPUTED: results are in 1/unit */
	const char *rule;		   /* COMPUTED: the formula in words */

	/* Where scores must lie. Both 0: not stated; a MEAN_MAPPED score must lie in score_at. */
	score_span	range;
	const char *source; /* NULL: the instrument's */
	evidence_mark mark; /* the weaker of this and the instrument's holds */
} scale_definition;

/*
 * A scale in a total; reversed: counted as lowest + highest score - score. For
 * a STANDARDISED_SUM: the mean and standard deviation of the norm population,
 * and the weight.
 */
typedef struct total_member
{
	const char *scale;
	bool		reversed;
	double		mean;
	double		sd;
	double		weight;
} total_member;

typedef enum total_statistic
{
	MEAN_OF_SCALES,
	SUM_OF_SCALES,

	/* 50 + 10 x sum of weight x (score - mean) / sd */
	STANDARDISED_SUM,
	N_TOTAL_STATISTICS
} total_statistic;

/*
 * A total has a score only when every one of its scales has one, and when at
 * least min_items of all their items are answered.
 */
typedef struct total_definition
{
	const char *code;
	const char *alias;
	const char *name;
	const total_member *members;
	int			n_members;
	total_statistic statistic;
	score_direction direction;
	int			min_items; /* 0: the rules of the scales are enough */
	const char *source; /* NULL: the instrument's */
	evidence_mark mark; /* the weaker of this and the instrument's holds */
} total_definition;

/*
 * Items that make no sense, or must be 0, when another item is answered so.
 * Scoring does not mind; check_answers() says it.
 */
typedef struct item_condition
{
	const char *items;
	const char *not_asked_if;
	int			answered_as;
} item_condition;

typedef struct instrument_definition
{
	const char *code;
	const char *name;
	const char *version;
	const char *recall;
	const char *licence;
	const char *note; /* what a loader must know, or NULL */
	const char *source;
	evidence_mark mark;
	const item_group *groups;
	int			n_groups;
	const int  *missing_codes; /* answers that the manual itself calls missing */
	int			n_missing_codes;
	const item_condition *conditions;
	int			n_conditions;
	const scale_definition *scales;
	int			n_scales;
	const total_definition *totals;
	int			n_totals;
} instrument_definition;

/* The words of the tables. */
#define NO_ALIAS		NULL
#define NONE_REVERSED	NULL
#define ALL_REVERSED	"*"
#define AT_LEAST(answered) (answered)
#define PRORATED_SUM(direction) SUM_PRORATED, {0, 0}, {0, 0}, direction
#define LOOKED_UP(direction, first_sum, list, list_decimals) \
	SUM_LOOKED_UP, {0, 0}, {0, 0}, direction, .table = {first_sum, COUNTED(list), list_decimals}
#define COMPUTED_BY(direction, function, low, high) \
	COMPUTED, {0, 0}, {0, 0}, direction, .compute = (function), .range = {low, high}
#define NOT_ASKED_IF(item, answer) .not_asked_if = (item), .answered_as = (answer)

/* A missing answer. No instrument can have it as a value. */
#define ANSWER_MISSING INT32_MIN

/* Limits of a definition. */
#define MAX_ITEMS	  512
#define MAX_SLOTS	  2048 /* items, and their reversed and coded values */
#define MAX_CODINGS	  64   /* of one scale */
#define MAX_SCALES	  128 /* scales and totals together */
#define MAX_MEMBERS	  256 /* items of one scale */
#define NAME_PLACES	  1021 /* a prime, about twice MAX_ITEMS */
#define ITEM_NAME	  16  /* bytes of an item's name, with its end */
#define MAX_DECIMALS  6	  /* of the scores in a table */
#define MAX_MAGNITUDE 1000000 /* of an answer, and of the ends of a mapping */

/* Whether the definition keeps all rules; if not, the status says which it breaks. */
extern bool instrument_check(const instrument_definition *def, status *st);

/* Index of the scale (not total) with this code, or -1. */
extern int	instrument_scale(const instrument_definition *def, const char *code);

/* Whether an item is in a list of indexes. */
extern bool lists_item(const int16_t *items, int n_items, int item);

/* The items of an instrument, in order. */
typedef struct item_names
{
	int			n;
	char		name[MAX_ITEMS][ITEM_NAME];
	int			group[MAX_ITEMS];	/* index of the item's group */
	int16_t		place[NAME_PLACES]; /* hash table: index + 1 of a name, 0: none */
} item_names;

/* Fills the names; false if the groups do not make sense. */
extern bool item_names_fill(const instrument_definition *def, item_names *names, status *st);

/*
 * Indexes (from 0) of the items in a list, into indexes[MAX_MEMBERS]. Returns
 * their number, or -1 if the list names an unknown item, or one twice. Of is
 * what the list belongs to, for the message.
 */
extern int	item_list(const item_names *names, const char *list, const char *of, int16_t *indexes,
					  status *st);

/*
 * For each item (by index) its coding in a scale, or NULL. False if the codings
 * do not fit the scale.
 */
extern bool codings_by_item(const instrument_definition *def, const item_names *names,
							const scale_definition *scale, const item_coding **codings,
							status *st);

/* The built-in instruments, in listing order. */
extern int	instrument_count(void);
extern const instrument_definition *instrument_at(int index);

/* Index of the built-in with exactly this code, or -1. */
extern int	instrument_find(const char *code, size_t length);

#endif
