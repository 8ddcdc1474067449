/*
 * scoring: from the answers of one form to the scores of its scales.
 *
 * Rules that hold for every instrument:
 * - an answer outside its item's range is refused, never clamped;
 * - a scale with fewer answered items than it needs has no score;
 * - a missing item takes the mean of the answered ones (that is what the
 *   formulas of scoring_plan.h come to);
 * - a total has a score only if all of its scales have one.
 */
#ifndef EXONC_SCORING_H
#define EXONC_SCORING_H

#include "assessment/scoring_plan.h"

typedef struct scale_score
{
	double		score; /* meaningful if present */
	int32_t		answered; /* items of the scale that were answered */
	bool		present;
} scale_score;

/*
 * A checked form: a slot for each item, and after them one for each reversed or
 * coded answer that some scale reads. A slot holds 2^32 + value, or 0 where the
 * item is not answered: one addition adds up both the values and how many they
 * are.
 */
typedef struct checked_form
{
	int64_t		slot[MAX_SLOTS];
} checked_form;

/* Whether an answer is in the range of its item; ANSWER_MISSING never is. */
static inline bool
answer_in_range(const plan_item *item, int32_t answer)
{
	/* One unsigned comparison: answers are in range nearly always. */
	return (uint32_t) answer - (uint32_t) item->lowest <=
		(uint32_t) item->highest - (uint32_t) item->lowest;
}

/* Says what is wrong with the answer to this item (from 0). Always false. */
extern bool refuse_answer(const scoring_plan *plan, int item, int32_t answer, status *st);

/* Whether none of the missing codes of the caller is an answer of some item. */
extern bool check_missing_codes(const scoring_plan *plan, const int32_t *codes, int n_codes,
								status *st);

/*
 * Copies the answers with those that are missing codes, of the caller or of the
 * instrument itself, turned into ANSWER_MISSING. Returns how many were turned.
 */
extern int	apply_missing_codes(const scoring_plan *plan, const int32_t *codes, int n_codes,
								const int32_t *answers, int n_answers, int32_t *cleaned);

/* Says that a form with this many answers is not one of this instrument. Always false. */
extern bool refuse_length(const scoring_plan *plan, int n_answers, status *st);

/*
 * Says that the lowest integer was given as an answer: the answers hold more
 * ANSWER_MISSING than the n_missing that are known to be missing. Returns the
 * item (from 0), or -1 if some are missing and it cannot be told from them.
 */
extern int	refuse_lowest_integer(const scoring_plan *plan, const int32_t *answers, int n_missing,
								  status *st);

/*
 * Checks that the answers are as many as the items, and each allowed, and fills
 * the form with them. n_missing of them are known to be missing: one more
 * ANSWER_MISSING was given as a value.
 */
extern bool check_answers(const scoring_plan *plan, const int32_t *answers, int n_answers,
						  int n_missing, checked_form *form, status *st);

/* The score of one scale or total (from 0). */
extern void score_scale(const scoring_plan *plan, int scale, const checked_form *form,
						scale_score *result);

/* The scores of all scales and totals; results has plan->n_scales places. */
extern void score_all(const scoring_plan *plan, const checked_form *form, scale_score *results);

#endif
