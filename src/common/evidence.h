/* evidence: whether a rule or a number was read in a source. */
#ifndef EXONC_EVIDENCE_H
#define EXONC_EVIDENCE_H

typedef enum evidence_mark
{
	SOURCED,	/* read in the source that is named with it */
	UNCONFIRMED /* general knowledge: to be checked by a clinician */
} evidence_mark;

/* The SQL labels, in the order of the enum. */
#define EVIDENCE_MARK_LABELS {"sourced", "unconfirmed"}

#endif
