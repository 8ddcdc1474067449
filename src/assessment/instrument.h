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

/* Items first..last take whole answers lowest..highest. */
typedef struct answer_range
{
	int			first_item;
	int			last_item;
	int			lowest;
	int			highest;
} answer_range;

/* How the answers of a scale become a score. */
typedef enum scale_statistic
{
	/*
	 * Mean of the answered items, mapped linearly: a mean of mean_at.low is
	 * score_at.low, a mean of mean_at.high is score_at.high.
	 */
	MEAN_MAPPED,

	/* Sum of the answered items x items / answered. */
	SUM_PRORATED
} scale_statistic;

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
	const int16_t *items; /* item numbers from 1 */
	int			n_items;
	const int16_t *reversed; /* those of the items that count as lowest + highest - answer */
	int			n_reversed;
	int			min_answered; /* fewer answered items give no score */
	scale_statistic statistic;
	score_span	mean_at;  /* MEAN_MAPPED only */
	score_span	score_at; /* MEAN_MAPPED only */
	score_direction direction;
} scale_definition;

/* A scale in a total; reversed: counted as lowest + highest score - score. */
typedef struct total_member
{
	const char *scale;
	bool		reversed;
} total_member;

typedef enum total_statistic
{
	MEAN_OF_SCALES,
	SUM_OF_SCALES
} total_statistic;

/* A total has a score only when every one of its scales has one. */
typedef struct total_definition
{
	const char *code;
	const char *alias;
	const char *name;
	const total_member *members;
	int			n_members;
	total_statistic statistic;
	score_direction direction;
	const char *source; /* NULL: the instrument's */
} total_definition;

typedef struct instrument_definition
{
	const char *code;
	const char *name;
	const char *version;
	const char *recall;
	const char *licence;
	const char *source;
	evidence_mark mark;
	int			n_items;
	const answer_range *ranges;
	int			n_ranges;
	const scale_definition *scales;
	int			n_scales;
	const total_definition *totals;
	int			n_totals;
} instrument_definition;

/* The words of the tables. */
#define ITEMS(...)		(const int16_t[]){__VA_ARGS__}, ENTRIES(((const int16_t[]){__VA_ARGS__}))
#define NONE_REVERSED	NULL, 0
#define NO_ALIAS		NULL
#define AT_LEAST(answered) (answered)
#define PRORATED_SUM(direction) SUM_PRORATED, {0, 0}, {0, 0}, direction

/* Limits of a definition. */
#define MAX_ITEMS	  512
#define MAX_SCALES	  128 /* scales and totals together */
#define MAX_MEMBERS	  256 /* items of one scale */
#define MAX_MAGNITUDE 1000000 /* of an answer, and of the ends of a mapping */

/* Whether the definition keeps all rules; if not, the status says which it breaks. */
extern bool instrument_check(const instrument_definition *def, status *st);

/* Index of the scale (not total) with this code, or -1. */
extern int	instrument_scale(const instrument_definition *def, const char *code);

/* Whether an item number is in a list. */
extern bool lists_item(const int16_t *items, int n_items, int item);

/* The built-in instruments, in listing order. */
extern int	instrument_count(void);
extern const instrument_definition *instrument_at(int index);

/* Index of the built-in with exactly this code, or -1. */
extern int	instrument_find(const char *code, size_t length);

#endif
