/*
 * adherence_text: the fields of a summary by name, for its text and JSON forms.
 *
 * The text is that of the policy, then every sum that is not zero:
 *   breaks=exclude ... tail_sessions=1 n_attended=9 n_missed=3 planned_min=360 ...
 */
#ifndef EXONC_ADHERENCE_TEXT_H
#define EXONC_ADHERENCE_TEXT_H

#include "adherence/adherence.h"

/* Longest text and the terminator: each field with its name and its number. */
#define ADHERENCE_TEXT 3072

/* Fields: first the choices of the policy, then the sums. */
extern int	adherence_fields(void);
extern const char *adherence_field_name(int f);
extern bool adherence_field_is_number(int f);

/* Whether the field is printed: sums that are zero are not. */
extern bool adherence_field_is_set(const adherence *a, int f);

#define ADHERENCE_VALUE 32
extern void adherence_field_value(const adherence *a, int f, char *buffer);

/* Reading: field by field, in any order, each at most once. */
typedef struct adherence_reader
{
	adherence	value;
	adherence_policy policy;
	uint64_t	seen;
} adherence_reader;

extern void adherence_reader_init(adherence_reader *reader);
extern bool adherence_reader_set(adherence_reader *reader, const char *name, int name_length,
								 const char *value, int value_length, status *st);
extern bool adherence_reader_finish(adherence_reader *reader, adherence *a, status *st);

extern void adherence_print(const adherence *a, char *buffer);
extern bool adherence_parse(const char *text, adherence *a, status *st);

#endif
