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
 * Items are known by the names that the questionnaire gives them: "31", "HI7".
 * A list of them is a text with blanks between the names; "31-34" and "GP1-7"
 * stand for runs.
 *
 * An item group says which items there are and in which order, and that they
 * take whole answers lowest..highest.
 */
typedef struct item_group
{
	const char *items;
	int			lowest;
	int			highest;
} item_group;

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
} total_definition;

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
#define NOT_ASKED_IF(item, answer) .not_asked_if = (item), .answered_as = (answer)

/* Limits of a definition. */
#define MAX_ITEMS	  512
#define MAX_SCALES	  128 /* scales and totals together */
#define MAX_MEMBERS	  256 /* items of one scale */
#define ITEM_NAME	  16  /* bytes of an item's name, with its end */
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
	int			group[MAX_ITEMS]; /* index of the item's group */
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

/* The built-in instruments, in listing order. */
extern int	instrument_count(void);
extern const instrument_definition *instrument_at(int index);

/* Index of the built-in with exactly this code, or -1. */
extern int	instrument_find(const char *code, size_t length);

#endif
