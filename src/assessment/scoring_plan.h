/*
 * scoring_plan: an instrument made ready to score.
 *
 * One flat piece of memory, offsets instead of pointers: it can be copied,
 * stored and read in place. All arithmetic is on whole numbers. The score of a
 * scale from items is
 *
 *     (slope x sum + intercept x answered) / (width x answered)
 *
 * which covers the mapped mean and the prorated sum alike. A total brings the
 * scores of its members to one common denominator, adds whole numbers, and
 * divides once. So every score is the float8 nearest to the exact value, and
 * the same bits come out everywhere.
 */
#ifndef EXONC_SCORING_PLAN_H
#define EXONC_SCORING_PLAN_H

#include "assessment/instrument.h"

#include <string.h>

/* A missing answer. No instrument can have it as a value. */
#define ANSWER_MISSING INT32_MIN

typedef struct plan_item
{
	int32_t		lowest;
	int32_t		highest;
	uint32_t	name; /* offset of a text */
} plan_item;

/*
 * An item in a scale: its slot (see scoring.h), which is the item's index (from
 * 0), plus the number of items if it is reversed. A scale in a total: its index,
 * and it counts as sign x score + constant.
 */
typedef struct plan_member
{
	int16_t		index;
	int16_t		sign;
	int32_t		constant;
} plan_member;

typedef struct plan_scale
{
	uint32_t	code; /* offsets of texts; 0: none */
	uint32_t	alias;
	uint32_t	name;
	uint32_t	source;
	uint16_t	first_member;
	uint16_t	n_members;
	uint16_t	min_answered; /* for a total: items of all its members */
	uint8_t		is_total;
	uint8_t		direction; /* score_direction */
	uint8_t		mark; /* evidence_mark */
	uint8_t		statistic; /* scale_statistic, or total_statistic */
	int32_t		mean_at[2]; /* MEAN_MAPPED: kept for listing */
	int32_t		score_at[2];
	int32_t		slope; /* scales from items */
	int32_t		width;
	int64_t		intercept;
	int32_t		divisor; /* totals: 1 for a sum, the number of scales for a mean */
	int32_t		not_asked_if; /* an item (from 0) or -1 */
	int32_t		answered_as;
	double		lowest; /* range of the score */
	double		highest;

	/*
	 * Offset of int64 factors[n_members + 1], by number of answered items:
	 * common_denominator / (width x answered). 0 where no total needs it.
	 */
	uint32_t	factors;
	uint32_t	n_items; /* items behind it; for a total, of all its members */
} plan_scale;

typedef struct scoring_plan
{
	uint32_t	size; /* bytes of the whole */
	uint16_t	n_items;
	uint16_t	n_scales; /* totals included, after the scales */
	uint16_t	n_totals;
	uint16_t	has_reversed; /* whether any item is reversed in any scale */
	uint32_t	code;
	uint32_t	items; /* offsets */
	uint32_t	scales;
	uint32_t	members;
	uint32_t	missing_codes; /* offset of int32 missing_codes[n_missing_codes] */
	uint32_t	n_missing_codes;
	int64_t		common_denominator;
} scoring_plan;

static inline const plan_item *
plan_items(const scoring_plan *plan)
{
	return (const plan_item *) ((const char *) plan + plan->items);
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

/* The item (from 0) behind a member of a scale, and whether it is reversed. */
static inline int
plan_member_item(const scoring_plan *plan, const plan_member *member)
{
	return member->index % plan->n_items;
}

static inline bool
plan_member_is_reversed(const scoring_plan *plan, const plan_member *member)
{
	return member->index >= plan->n_items;
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
