/*
 * adherence_cohort_text: the fields of a cohort by name, for its text and JSON forms.
 *
 * The text is the question, the policy once there is a participant with a
 * summary, then every sum that is not zero:
 *   measure=attendance threshold=0.75 breaks=exclude ... participants=8 without=1 ...
 */
#ifndef EXONC_ADHERENCE_COHORT_TEXT_H
#define EXONC_ADHERENCE_COHORT_TEXT_H

#include "adherence/adherence_cohort.h"

/* Longest text and the terminator, of all fields and of one value. */
#define COHORT_TEXT	 1024
#define COHORT_VALUE WIDE_TEXT

extern int	cohort_fields(void);
extern const char *cohort_field_name(int f);
extern bool cohort_field_is_number(int f);
extern bool cohort_field_is_set(const adherence_cohort *c, int f);
extern void cohort_field_value(const adherence_cohort *c, int f, char *buffer);

/* Reading: field by field, in any order, each at most once. */
typedef struct cohort_reader
{
	adherence_cohort value;
	adherence_policy policy;
	uint64_t	seen;
} cohort_reader;

extern void cohort_reader_init(cohort_reader *reader);
extern bool cohort_reader_set(cohort_reader *reader, const char *name, int name_length,
							  const char *value, int value_length, status *st);
extern bool cohort_reader_finish(cohort_reader *reader, adherence_cohort *c, status *st);

extern void cohort_print(const adherence_cohort *c, char *buffer);
extern bool cohort_parse(const char *text, adherence_cohort *c, status *st);

#endif
