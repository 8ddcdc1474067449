/* re_aim: see re_aim.h. */
#include "adherence/re_aim.h"

#include "common/table.h"

#include <math.h>
#include <stddef.h>

#define NONE (-1)

/* Individual maintenance is asked for at least so long after the last contact. */
#define MAINTENANCE_MONTHS 6

/* clang-format off */
typedef struct counted_as
{
	const char *argument;
	const char *words;
	int			part_of; /* or NONE */
} counted_as;

static const counted_as counted[N_RE_AIM_COUNTS] = {
	[ELIGIBLE_PERSONS] =          {"eligible",                  "persons eligible",                                  NONE},
	[APPROACHED_PERSONS] =        {"approached",                "persons approached",                                ELIGIBLE_PERSONS},
	[PARTICIPANTS] =              {"participants",              "participants",                                      APPROACHED_PERSONS},
	[SITES_INVITED] =             {"sites_invited",             "sites invited",                                     NONE},
	[SITES_TAKING_PART] =         {"sites_taking_part",         "sites taking part",                                 SITES_INVITED},
	[STAFF_INVITED] =             {"staff_invited",             "staff invited",                                     NONE},
	[STAFF_TAKING_PART] =         {"staff_taking_part",         "staff taking part",                                 STAFF_INVITED},
	[SESSIONS_PLANNED] =          {"sessions_planned",          "sessions planned",                                  NONE},
	[SESSIONS_OFFERED] =          {"sessions_offered",          "sessions offered by the site",                      SESSIONS_PLANNED},
	[SESSIONS_ATTENDED] =         {"sessions_attended",         "sessions attended",                                 SESSIONS_OFFERED},
	[SESSIONS_AS_PRESCRIBED] =    {"sessions_as_prescribed",    "sessions attended that were done as prescribed",    SESSIONS_ATTENDED},
	[PARTICIPANTS_FOLLOWED_UP] =  {"participants_followed_up",  "participants followed up",                          PARTICIPANTS},
	[PARTICIPANTS_STILL_ACTIVE] = {"participants_still_active", "participants still active at the follow-up",        PARTICIPANTS_FOLLOWED_UP},
	[SITES_STILL_DELIVERING] =    {"sites_still_delivering",    "sites still delivering after the study",            SITES_TAKING_PART},
};

typedef struct rate_definition
{
	re_aim_dimension dimension;
	const char *measure;
	int			numerator;
	int			denominator;
	bool		after_contact; /* needs MAINTENANCE_MONTHS */
	const char *source;
	evidence_mark mark;
} rate_definition;

#define RE_AIM "RE-AIM framework"
#define OURS   "RE-AIM framework names the dimension; this ratio is ours"

static const rate_definition rates[] = {
	{REACH,          "reach",                              PARTICIPANTS,              ELIGIBLE_PERSONS,         false, RE_AIM, SOURCED},
	{REACH,          "consent",                            PARTICIPANTS,              APPROACHED_PERSONS,       false, OURS,   UNCONFIRMED},
	{ADOPTION,       "adoption by sites",                  SITES_TAKING_PART,         SITES_INVITED,            false, RE_AIM, SOURCED},
	{ADOPTION,       "adoption by staff",                  STAFF_TAKING_PART,         STAFF_INVITED,            false, RE_AIM, SOURCED},
	{IMPLEMENTATION, "sessions offered",                   SESSIONS_OFFERED,          SESSIONS_PLANNED,         false, OURS,   UNCONFIRMED},
	{IMPLEMENTATION, "completion",                         SESSIONS_ATTENDED,         SESSIONS_PLANNED,         false, RE_AIM, SOURCED},
	{IMPLEMENTATION, "fidelity",                           SESSIONS_AS_PRESCRIBED,    SESSIONS_ATTENDED,        false, OURS,   UNCONFIRMED},
	{MAINTENANCE,    "maintenance by participants",        PARTICIPANTS_STILL_ACTIVE, PARTICIPANTS_FOLLOWED_UP, true,  RE_AIM, SOURCED},
	{MAINTENANCE,    "maintenance by all participants",    PARTICIPANTS_STILL_ACTIVE, PARTICIPANTS,             true,  OURS,   UNCONFIRMED},
	{MAINTENANCE,    "maintenance by sites",               SITES_STILL_DELIVERING,    SITES_TAKING_PART,        false, RE_AIM, SOURCED},
};
/* clang-format on */

bool
check_re_aim(const re_aim_counts *counts, status *st)
{
	for (int c = 0; c < N_RE_AIM_COUNTS; c++)
	{
		int			whole = counted[c].part_of;

		if (counts->count[c] < 0 && counts->count[c] != NOT_COUNTED_YET)
			return status_fail(st, FAULT_OUT_OF_RANGE, "%s is negative", counted[c].argument);
		/* The nearest count that it is part of and that is known. */
		while (whole != NONE && counts->count[whole] == NOT_COUNTED_YET)
			whole = counted[whole].part_of;
		if (whole != NONE && counts->count[c] > counts->count[whole])
			return status_fail(st, FAULT_INVALID_PARAMETER, "%s %lld is more than %s %lld",
							   counted[c].argument, (long long) counts->count[c],
							   counted[whole].argument, (long long) counts->count[whole]);
	}
	if (counts->contact_known && !(counts->months_since_contact >= 0 && isfinite(counts->months_since_contact)))
		return status_fail(st, FAULT_OUT_OF_RANGE, "months_since_contact %.15g is no time",
						   counts->months_since_contact);
	return true;
}

int
re_aim_rates(void)
{
	return ENTRIES(rates);
}

re_aim_rate
re_aim_rate_of(const re_aim_counts *counts, int i)
{
	const rate_definition *rate = &rates[i];
	re_aim_rate result = {
		.dimension = rate->dimension,
		.measure = rate->measure,
		.numerator_is = counted[rate->numerator].words,
		.denominator_is = counted[rate->denominator].words,
		.numerator = counts->count[rate->numerator],
		.denominator = counts->count[rate->denominator],
		.source = rate->source,
		.mark = rate->mark,
	};

	if (result.numerator == NOT_COUNTED_YET || result.denominator == NOT_COUNTED_YET)
		result.reason = "a count is not given";
	else if (result.denominator == 0)
		result.reason = "the denominator is 0";
	else if (rate->after_contact && !counts->contact_known)
		result.reason = "months_since_contact is not given";
	else if (rate->after_contact && counts->months_since_contact < MAINTENANCE_MONTHS)
		result.reason = "followed up less than 6 months after the last contact";
	result.known = result.reason == NULL;
	return result;
}
