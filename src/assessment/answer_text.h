/* answer_text: answers that stand as text: times of day, durations, whole numbers. */
#ifndef EXONC_ANSWER_TEXT_H
#define EXONC_ANSWER_TEXT_H

#include "assessment/instrument.h"

/* What a text says as an answer of a kind. */
typedef enum text_reading
{
	READ_ANSWER,
	READ_BLANK, /* nothing but blanks: not answered */
	READ_NOTHING /* no answer of this kind */
} text_reading;

/*
 * Reads a time of day, "23:30", "23:30:15" or "11:30 pm", as seconds after
 * midnight; a duration, "6:30" or "0:45:30", as seconds; a whole number as
 * itself. Blanks around it do not matter. Whether the answer is in the range of
 * its item is not looked at.
 */
extern text_reading read_answer_text(answer_kind kind, const char *text, int length,
									 int32_t *answer);

/* What an answer of this kind looks like, for a hint. */
extern const char *answer_kind_hint(answer_kind kind);

#endif
