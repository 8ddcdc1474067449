/*
 * adaptation_parts: pieces of a block that can be changed on their own, and the
 * same part of a prescription begun in a later week or ended in an earlier one.
 */
#ifndef EXONC_PRESCRIPTION_ADAPTATION_PARTS_H
#define EXONC_PRESCRIPTION_ADAPTATION_PARTS_H

#include "prescription/week.h"

/* A copy whose quantities, targets and components can be changed. */
extern unit *copy_unit(const unit *u, arena *memory);

/* As the printer writes it: in thousandths, and a range or ramp of one number as a number. */
extern void normalize_quantity(quantity *q);

/* Whether a quantity of a unit (intensity_unit or step_unit) differs from week to week. */
extern bool quantity_moves(const quantity *q, int unit, const clauses *c);

/* Whether anything in the clauses does. */
extern bool clauses_move(const clauses *c);

/*
 * The unit begun in a later week of its block, from the numbers of that week.
 * own[i]: the steps of component i are counted anew from it. Those of others
 * must go on as if nothing had happened: if that cannot be written, NULL, and
 * why.
 */
extern unit *begin_unit(const block *b, const unit *u, const unit *then, int week, const bool *own, arena *memory,
						const char **why);

/* The unit ended after a week; then: as it is in that week. */
extern unit *end_unit(const unit *u, const unit *then, arena *memory);

#endif
