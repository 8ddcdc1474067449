/*
 * restrict: what a set of restrictions leaves of a prescription, and why.
 *
 * Applied twice, restrictions do nothing more, and more of them never leave
 * more. What cannot be judged (a component without a mode, an intensity that is
 * not reported) stays, and a row says so.
 */
#ifndef EXONC_PRESCRIPTION_RESTRICT_H
#define EXONC_PRESCRIPTION_RESTRICT_H

#include "prescription/prescription.h"
#include "prescription/restriction.h"

typedef enum restriction_effect
{
	EFFECT_KEPT,
	EFFECT_OPEN, /* cannot be judged: it stays */
	EFFECT_CHANGED,
	EFFECT_REMOVED,
	EFFECT_HELD /* the whole prescription, until somebody has decided */
} restriction_effect;

#define RESTRICTION_EFFECT_LABELS {"kept", "open", "changed", "removed", "held"}

/* One restriction at one place. Places are those of the prescription as it was. */
typedef struct restriction_row
{
	struct restriction_row *next;
	int			block; /* 0: the whole prescription */
	int			part;
	int			alternative;
	int			component; /* 0: the whole session */
	const char *prescribed;
	restriction_effect effect;
	int			restriction; /* or UNKNOWN: none was concerned */
	const char *becomes;	 /* NULL: nothing is left, or it is as it was */
	const char *reason;
	const char *source; /* of what was read in the component; or NULL */
	int			mark;	/* evidence_mark, or UNKNOWN */
} restriction_row;

typedef struct restricted
{
	bool		held;
	restriction_row *rows;
} restricted;

/*
 * Changes the tree; no blocks are left if nothing is. cleared: a clinician has
 * decided, so that clearance_first and assess_first no longer hold.
 */
extern void restrict_prescription(prescription *rx, uint32_t set, bool cleared, restricted *result, arena *memory);

#endif
