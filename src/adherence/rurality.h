/*
 * rurality: how rural the place is in which a participant lives, from the codes
 * of the Economic Research Service of the US Department of Agriculture.
 *
 * RUCA codes are given to census tracts and ZIP code areas by commuting flows,
 * RUCC codes to counties. Both are made anew after each census, so a code means
 * nothing without its vintage, and a class nothing without its scheme. A
 * rurality is a class together with both. It holds no place: neither a tract nor
 * a county can be told from it.
 */
#ifndef EXONC_RURALITY_H
#define EXONC_RURALITY_H

#include "common/evidence.h"
#include "common/status.h"

#include <stdint.h>

typedef enum rurality_scheme
{
	RUCA_PRIMARY, /* by the first number of the code */
	RUCA_A,		  /* WWAMI categorisations A, B and C */
	RUCA_B,
	RUCA_C,
	RUCA_METRO,
	RUCC_METRO,
	RUCC_URBAN,
	N_RURALITY_SCHEMES
} rurality_scheme;

#define RURALITY_SCHEME_LABELS \
	{"ruca_primary", "ruca_a", "ruca_b", "ruca_c", "ruca_metro", "rucc_metro", "rucc_urban"}

/* Classes of all schemes, those of each from the most urban to the most rural. */
typedef enum rurality_class
{
	METROPOLITAN,
	URBAN,
	MICROPOLITAN,
	LARGE_RURAL,
	NONMETROPOLITAN,
	NONMETROPOLITAN_URBAN,
	SMALL_TOWN,
	SMALL_RURAL,
	SMALL_OR_ISOLATED_RURAL,
	NONMETROPOLITAN_RURAL,
	RURAL,
	ISOLATED_RURAL,
	N_RURALITY_CLASSES
} rurality_class;

#define RURALITY_CLASS_LABELS \
	{"metropolitan", "urban", "micropolitan", "large_rural", "nonmetropolitan", \
	 "nonmetropolitan_urban", "small_town", "small_rural", "small_or_isolated_rural", \
	 "nonmetropolitan_rural", "rural", "isolated_rural"}

typedef struct rurality
{
	rurality_scheme scheme;
	int			vintage; /* year of the census, or of the list of counties */
	rurality_class class;
} rurality;

/* A code as whole tenths: 10.1 is 101. Trailing zeros are allowed. */
extern bool rurality_code_parse(const char *text, int *tenths);

/* Longest text of a code and the terminator. */
#define RURALITY_CODE_TEXT 16

extern void rurality_code_print(int tenths, char *buffer);

/*
 * The class of a code. *known is false for a code that says that none is known.
 * code_text is the code as it was given, for the message.
 */
extern bool rurality_of_code(rurality_scheme scheme, int vintage, const char *code_text,
							 rurality *result, bool *known, status *st);

/* In one number that sorts by scheme, vintage and class; false if none has that number. */
extern int32_t rurality_pack(const rurality *r);
extern bool rurality_unpack(int32_t packed, rurality *r);

/* Longest text of a rurality and the terminator. */
#define RURALITY_TEXT 64

extern void rurality_print(const rurality *r, char *buffer);
extern bool rurality_parse(const char *text, rurality *r, status *st);

/* Every class of every code, one after the other; false behind the last. */
typedef struct rurality_row
{
	rurality	rurality;
	int			code; /* in tenths */
	const char *description;
	const char *source;
	evidence_mark mark;
} rurality_row;

extern bool rurality_row_at(int i, rurality_row *row);

#endif
