/*
 * scoring_plan: an instrument made ready to score.
 *
 * One flat piece of memory, offsets instead of pointers (but for the functions
 * of built-in instruments): it is read in place, whether the instrument is built
 * in or a registry's own. All arithmetic but that of standardised sums is on
 * whole numbers. The score of most scales is
 *
 *     (slope x sum + intercept x counted) / (width x counted)
 *
 * which covers the mapped mean and the prorated sum alike; others are looked up,
 * computed or rounded, and then a whole number of 1/result_unit. A total brings the
 * scores of its members to one common denominator, adds whole numbers, and
 * divides once. So every score is the float8 nearest to the exact value, and
 * the same bits come out everywhere.
 */
#ifndef EXONC_SCORING_PLAN_H
#define EXONC_SCORING_PLAN_H

#include "assessment/instrument.h"

#include <string.h>

typedef struct plan_item
{
	int32_t		lowest;
	int32_t		highest;
	uint32_t	name; /* offset of a text */
	uint32_t	kind; /* answer_kind */
} plan_item;

/* How the value of a derived slot comes from the answer to an item. */
typedef enum derivation
{
	MIRRORED, /* lowest + highest - answer */
	TABULATED,
	STEPPED
} derivation;

/*
 * The slots of a form (see scoring.h) after those of its items: answers reversed
 * or coded for some scale.
 */
typedef struct plan_derived
{
	int16_t		item; /* from 0 */
	int16_t		by;	  /* TABULATED: the second item, or -1 */
	uint16_t	kind; /* derivation */
	uint16_t	n_steps;
	int32_t		lowest; /* of the values */
	int32_t		highest;
	int64_t		mirror; /* MIRRORED: the slot is this less that of the item */

	/*
	 * Offset of int64 slots. TABULATED: [answers of by + 1][answers + 1], place
	 * 0 in each for not answered. STEPPED: [n_steps + 1], place 0 likewise.
	 */
	uint32_t	slots;
	uint32_t	up_to; /* STEPPED: offset of int32 up_to[n_steps] */
	bool		fills_missing;
} plan_derived;

/* An item in a scale: its slot. A scale in a total: its index, counted as sign x score + constant. */
typedef struct plan_member
{
	int16_t		index;
	int16_t		sign;
	int32_t		constant;
} plan_member;

/* A scale in a standardised sum. */
typedef struct plan_weight
{
	double		mean;
	double		sd;
	double		weight;
} plan_weight;

/* An item that is not asked if another is answered so. */
typedef struct plan_condition
{
	int32_t		item;
	int32_t		not_asked_if;
	int32_t		answered_as;
} plan_condition;

typedef struct plan_scale
{
	uint32_t	code; /* offsets of texts; 0: none */
	uint32_t	alias;
	uint32_t	name;
	uint32_t	source;
	uint32_t	rule;
	uint16_t	first_member;
	uint16_t	n_members;
	uint16_t	min_answered; /* for a total: items of all its members */
	uint16_t	n_filled;	  /* items that count although they are not answered */
	uint8_t		is_total;
	uint8_t		direction; /* score_direction */
	uint8_t		mark;	   /* evidence_mark */
	uint8_t		statistic; /* scale_statistic, or total_statistic */
	uint8_t		rounding;  /* score_rounding */
	bool		is_plain;  /* the formula above is all there is */
	bool		shares_items; /* totals: an item is in two of its scales, and counts once */
	int32_t		mean_at[2]; /* MEAN_MAPPED: kept for listing */
	int32_t		score_at[2];
	int32_t		slope; /* scales from items */
	int32_t		width;
	int64_t		intercept;
	int32_t		result_unit;   /* not plain: results are in 1/this */
	int32_t		divisor;	   /* totals: 1 for a sum, the number of scales for a mean */
	int32_t		not_asked_if; /* an item (from 0) or -1 */
	int32_t		answered_as;
	double		lowest; /* range of the score */
	double		highest;
	int32_t		first_sum; /* SUM_LOOKED_UP */
	int32_t		n_table;
	uint32_t	table;	   /* offset of int32 scores, from first_sum on */
	uint32_t	weights;   /* STANDARDISED_SUM: offset of plan_weight[n_members] */

	/*
	 * Offset of int64 factors[n_members + 1], by number of counted items:
	 * common_denominator / denominator of the score. 0 where no total needs it.
	 */
	uint32_t	factors;
	uint32_t	n_items; /* items behind it; for a total, of all its members */
	score_computation compute; /* built-in instruments only */
} plan_scale;

typedef struct scoring_plan
{
	uint32_t	size; /* bytes of the whole */
	uint16_t	n_items;
	uint16_t	n_derived;
	uint16_t	n_scales; /* totals included, after the scales */
	uint16_t	n_totals;
	uint32_t	code;
	uint32_t	items;	 /* offsets */
	uint32_t	by_name; /* offset of uint16 items_by_name[n_items] */
	uint32_t	derived;
	uint32_t	scales;
	uint32_t	members;
	uint32_t	missing_codes; /* offset of int32 missing_codes[n_missing_codes] */
	uint32_t	n_missing_codes;
	uint32_t	conditions; /* offset of plan_condition[n_conditions] */
	uint32_t	n_conditions;
	int64_t		common_denominator;
	uint64_t	serial; /* no two plans of a process have the same */
} scoring_plan;

static inline const plan_item *
plan_items(const scoring_plan *plan)
{
	return (const plan_item *) ((const char *) plan + plan->items);
}

/* The items in the order of plan_compare_name(). */
static inline const uint16_t *
plan_items_by_name(const scoring_plan *plan)
{
	return (const uint16_t *) ((const char *) plan + plan->by_name);
}

/* The order in which jsonb keeps keys: by length, then by bytes. The second need not be terminated. */
static inline int
plan_compare_name(const char *name, const char *other, size_t other_length)
{
	size_t		length = strlen(name);

	if (length != other_length)
		return length < other_length ? -1 : 1;
	return memcmp(name, other, length);
}

static inline const plan_scale *
plan_scales(const scoring_plan *plan)
{
	return (const plan_scale *) ((const char *) plan + plan->scales);
}

static inline const plan_member *
plan_members(const scoring_plan *plan, const plan_scale *scale)
{
	return (const plan_member *) ((const char *) plan + plan->members) + scale->first_member;
}

static inline const plan_derived *
plan_derived_slots(const scoring_plan *plan)
{
	return (const plan_derived *) ((const char *) plan + plan->derived);
}

/* What is behind a member of a scale beside the answer itself; NULL: nothing. */
static inline const plan_derived *
plan_member_derived(const scoring_plan *plan, const plan_member *member)
{
	return member->index < plan->n_items ? NULL
										 : plan_derived_slots(plan) + member->index - plan->n_items;
}

/* The item (from 0) behind a member of a scale. */
static inline int
plan_member_item(const scoring_plan *plan, const plan_member *member)
{
	const plan_derived *derived = plan_member_derived(plan, member);

	return derived == NULL ? member->index : derived->item;
}

/* The denominator of a scale's score when so many items were counted. */
static inline int64_t
plan_denominator(const plan_scale *scale, int counted)
{
	return scale->is_plain ? (int64_t) scale->width * counted : scale->result_unit;
}

/* The fewest answered items that can give a score. */
static inline int
plan_fewest_answered(const plan_scale *scale)
{
	return scale->min_answered - scale->n_filled;
}

static inline const plan_weight *
plan_weights(const scoring_plan *plan, const plan_scale *total)
{
	return (const plan_weight *) ((const char *) plan + total->weights);
}

static inline const int32_t *
plan_score_table(const scoring_plan *plan, const plan_scale *scale)
{
	return (const int32_t *) ((const char *) plan + scale->table);
}

static inline const plan_condition *
plan_conditions(const scoring_plan *plan)
{
	return (const plan_condition *) ((const char *) plan + plan->conditions);
}

static inline const int64_t *
plan_factors(const scoring_plan *plan, const plan_scale *scale)
{
	return (const int64_t *) ((const char *) plan + scale->factors);
}

static inline const int32_t *
plan_missing_codes(const scoring_plan *plan)
{
	return (const int32_t *) ((const char *) plan + plan->missing_codes);
}

static inline const char *
plan_text(const scoring_plan *plan, uint32_t offset)
{
	return (const char *) plan + offset;
}

/* Whether a text of the plan is this code, which need not be terminated. */
static inline bool
plan_text_is(const scoring_plan *plan, uint32_t offset, const char *code, size_t length)
{
	const char *text = plan_text(plan, offset);

	return offset != 0 && strlen(text) == length && memcmp(text, code, length) == 0;
}

/*
 * Bytes that the plan of this definition takes, 0 if the definition breaks a
 * rule of instruments (the status says which).
 */
extern size_t scoring_plan_size(const instrument_definition *definition, status *st);

/*
 * Builds the plan in memory of that many bytes, aligned for int64. False when
 * its totals cannot be computed exactly in whole numbers below 2^53.
 */
extern bool scoring_plan_build(const instrument_definition *definition, scoring_plan *plan,
							   status *st);

/* Index of the scale or total with this code or alias, or -1. */
extern int	scoring_plan_find(const scoring_plan *plan, const char *code, size_t length);

/* The plan of a built-in, made at first use and kept for the life of the process. */
extern const scoring_plan *builtin_plan(int index, status *st);

#endif
