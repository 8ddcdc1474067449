/* person.h: a person for the tests, measurement by measurement. */
#include "sarcopenia/measurement.h"

#include <string.h>

static inline person
someone(int of_sex, int by_modality)
{
	person		p;

	memset(&p, 0, sizeof(p));
	p.sex = of_sex;
	p.modality = by_modality;
	return p;
}

static inline void
measure(person *p, measurement m, double value)
{
	p->value[m] = value;
	p->measured |= 1u << m;
}
