/*
 * wide: whole numbers of 128 bits, for sums of products that must stay exact.
 * Kept as two halves, since a datum is not aligned to 16 bytes.
 */
#ifndef EXONC_WIDE_H
#define EXONC_WIDE_H

#include <stdbool.h>
#include <stdint.h>

typedef struct wide
{
	uint64_t	low;
	int64_t		high;
} wide;

static inline __int128
wide_value(wide w)
{
	return ((__int128) w.high << 64) | w.low;
}

static inline wide
wide_of(__int128 value)
{
	return (wide){(uint64_t) value, (int64_t) (value >> 64)};
}

/* Longest text of an amount and the terminator. */
#define WIDE_TEXT 48

/* The number over ten to the power of decimals, without trailing zeros, and back; no sign. */
extern void wide_print(wide amount, int decimals, char *buffer);
extern bool wide_parse(const char *text, int length, int decimals, wide *result);

#endif
