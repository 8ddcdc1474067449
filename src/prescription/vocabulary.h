/* vocabulary: the words of the text form, and what its units may be. */
#ifndef EXONC_PRESCRIPTION_VOCABULARY_H
#define EXONC_PRESCRIPTION_VOCABULARY_H

#include "prescription/prescription.h"

/* What a word can be. */
typedef enum word_class
{
	WORD_FREE, /* none of ours: a mode or a condition */
	WORD_MODALITY,
	WORD_SUPERVISION,
	WORD_SETTING,
	WORD_TIME_UNIT,
	WORD_VOLUME_UNIT,
	WORD_SCALE,
	WORD_UNIT,	 /* an intensity unit written behind the number */
	WORD_LEVEL,
	WORD_STEP_UNIT,
	WORD_KEY
} word_class;

typedef enum keyword
{
	KEY_WK,
	KEY_CD,
	KEY_D,
	KEY_WHILE,
	KEY_OR,
	KEY_SES,
	KEY_DAILY,
	KEY_VOL,
	KEY_ALT,
	KEY_EX,
	KEY_REST,
	KEY_WARM,
	KEY_COOL,
	KEY_PROG,
	KEY_VIA,
	KEY_NONE,
	KEY_AUTO,
	KEY_TWO_FOR_TWO,
	KEY_TO
} keyword;

typedef struct vocabulary_entry
{
	const char *text;
	word_class	class;
	int			value; /* of the enum of its class */
} vocabulary_entry;

/* The entry of a word, or NULL. */
extern const vocabulary_entry *vocabulary_find(const char *text, int length);

/* The word of a value. */
extern const char *vocabulary_word(word_class class, int value);

/* "aer res bal ...": all words of a class. */
extern const char *vocabulary_list(word_class class);

/* An intensity unit: how it is written and the range of its values. */
typedef struct unit_definition
{
	const char *text;
	const char *in_words; /* "% of heart rate reserve" */
	double		lowest;
	double		highest;
	const char *hint; /* where a value is out of range; may be NULL */
} unit_definition;

extern const unit_definition *unit_definition_at(int unit);

/* The percent unit ("%HRR") with this text, or UNKNOWN. */
extern int	percent_unit_find(const char *text, int length);

/* The text of a step unit, intensity units among them. */
extern const char *step_unit_text(int unit);

#endif
