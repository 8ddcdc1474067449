/*
 * re_aim: reach, adoption, implementation and maintenance of a programme, each
 * with a named numerator and denominator.
 *
 * RE-AIM also asks for effectiveness, which is an outcome and no count, and for
 * the representativeness of those who take part: see standardised_difference.
 */
#ifndef EXONC_RE_AIM_H
#define EXONC_RE_AIM_H

#include "common/evidence.h"
#include "common/status.h"

#include <stdint.h>

typedef enum re_aim_dimension
{
	REACH,
	EFFECTIVENESS, /* no rate here */
	ADOPTION,
	IMPLEMENTATION,
	MAINTENANCE,
	N_RE_AIM_DIMENSIONS
} re_aim_dimension;

#define RE_AIM_DIMENSION_LABELS \
	{"reach", "effectiveness", "adoption", "implementation", "maintenance"}

/* What is counted, in the order of the SQL arguments. NOT_COUNTED_YET: not given. */
typedef enum re_aim_count
{
	ELIGIBLE_PERSONS,
	APPROACHED_PERSONS,
	PARTICIPANTS,
	SITES_INVITED,
	SITES_TAKING_PART,
	STAFF_INVITED,
	STAFF_TAKING_PART,
	SESSIONS_PLANNED,
	SESSIONS_OFFERED,
	SESSIONS_ATTENDED,
	SESSIONS_AS_PRESCRIBED,
	PARTICIPANTS_FOLLOWED_UP,
	PARTICIPANTS_STILL_ACTIVE,
	SITES_STILL_DELIVERING,
	N_RE_AIM_COUNTS
} re_aim_count;

#define NOT_COUNTED_YET INT64_C(-1)

typedef struct re_aim_counts
{
	int64_t		count[N_RE_AIM_COUNTS];
	bool		contact_known;
	double		months_since_contact; /* between the last contact and the follow-up */
} re_aim_counts;

/* Refuses a count that is negative or larger than what it is part of. */
extern bool check_re_aim(const re_aim_counts *counts, status *st);

typedef struct re_aim_rate
{
	re_aim_dimension dimension;
	const char *measure;
	const char *numerator_is;
	const char *denominator_is;
	int64_t		numerator;   /* NOT_COUNTED_YET: not given */
	int64_t		denominator;
	bool		known;		 /* both are given, and the denominator is not 0 */
	const char *reason;		 /* why it is not known, or NULL */
	const char *source;
	evidence_mark mark;
} re_aim_rate;

extern int	re_aim_rates(void);
extern re_aim_rate re_aim_rate_of(const re_aim_counts *counts, int i);

#endif
