/* The built-in instruments of all families, in listing order. */
#include "assessment/instruments/families.h"

#include <string.h>

typedef struct family
{
	const instrument_definition *instruments;
	const int  *count;
} family;

static const family families[] = {
	{eortc_instruments, &eortc_count},
	{facit_instruments, &facit_count},
	{symptom_instruments, &symptom_count},
	{psqi_instruments, &psqi_count},
	{promis_instruments, &promis_count},
	{health_status_instruments, &health_status_count},
	{activity_instruments, &activity_count},
};

int
instrument_count(void)
{
	int			count = 0;

	for (int f = 0; f < ENTRIES(families); f++)
		count += *families[f].count;
	return count;
}

const instrument_definition *
instrument_at(int index)
{
	for (int f = 0; f < ENTRIES(families); f++)
	{
		if (index < *families[f].count)
			return &families[f].instruments[index];
		index -= *families[f].count;
	}
	return NULL;
}

int
instrument_find(const char *code, size_t length)
{
	for (int i = 0; i < instrument_count(); i++)
	{
		const char *candidate = instrument_at(i)->code;

		if (strlen(candidate) == length && memcmp(candidate, code, length) == 0)
			return i;
	}
	return -1;
}
