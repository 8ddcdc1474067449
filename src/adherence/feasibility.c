/* feasibility: see feasibility.h. */
#include "adherence/feasibility.h"

#include <math.h>
#include <stddef.h>

bool
check_share(int64_t part, int64_t whole, status *st)
{
	if (part >= 0 && part <= whole)
		return true;
	return status_fail(st, FAULT_INVALID_PARAMETER, "%lld of %lld is no share", (long long) part,
					   (long long) whole);
}

#define NEWTON_STEPS 60

/*
 * The point that a standard normal variable exceeds in absolute value with
 * probability 1 - confidence: Newton's method on erf, from above.
 */
static double
normal_point(double confidence)
{
	double		x = 0;

	for (int i = 0; i < NEWTON_STEPS; i++)
	{
		double		step = (erf(x) - confidence) * sqrt(M_PI) / 2 * exp(x * x);

		if (step > 0.5)
			step = 0.5;
		if (step < -0.5)
			step = -0.5;
		x -= step;
		if (fabs(step) < 1e-16)
			break;
	}
	return x * M_SQRT2;
}

bool
check_confidence(double confidence, status *st)
{
	if (confidence >= 0.5 && confidence <= 0.9999)
		return true;
	status_fail(st, FAULT_OUT_OF_RANGE, "confidence %.15g is outside 0.5..0.9999", confidence);
	status_hint(st, "95 %% is 0.95.");
	return false;
}

bool
wilson_interval(int64_t part, int64_t whole, double confidence, interval *result, status *st)
{
	double		z;
	double		n = (double) whole;
	double		p;
	double		centre;
	double		half;

	if (!check_share(part, whole, st) || !check_confidence(confidence, st))
		return false;
	z = normal_point(confidence);
	p = part / n;
	centre = (p + z * z / (2 * n)) / (1 + z * z / n);
	half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n));
	result->lower = part == 0 ? 0 : centre - half;
	result->upper = part == whole ? 1 : centre + half;
	return true;
}

static const char *const count_names[N_FUNNEL_COUNTS] = {
	"screened", "eligible", "approached", "enrolled", "started", "assessed", "died", "withdrew", "lost"};

#define NOTHING (-1)

typedef struct rate_definition
{
	const char *name;
	int			numerator;
	int			denominator;
	int			less;		/* taken from the denominator, or NOTHING */
	bool		complement; /* 1 - the ratio */
	const char *definition;
} rate_definition;

/* Fact sheet section 2; retention is always named with its denominator. */
static const rate_definition rates[N_FUNNEL_RATES] = {
	[RATE_ELIGIBILITY] =         {"eligibility",             ELIGIBLE, SCREENED,   NOTHING, false, "eligible / screened"},
	[RATE_RECRUITMENT] =         {"recruitment (reach)",     ENROLLED, ELIGIBLE,   NOTHING, false, "enrolled / eligible"},
	[RATE_CONSENT] =             {"consent",                 ENROLLED, APPROACHED, NOTHING, false, "enrolled / approached"},
	[RATE_STARTED] =             {"started",                 STARTED,  ENROLLED,   NOTHING, false, "started / enrolled"},
	[RATE_RETENTION] =           {"retention",               ASSESSED, ENROLLED,   NOTHING, false, "assessed / enrolled"},
	[RATE_RETENTION_SURVIVORS] = {"retention without deaths", ASSESSED, ENROLLED,  DIED,    false, "assessed / (enrolled - died)"},
	[RATE_ATTRITION] =           {"attrition",               ASSESSED, ENROLLED,   NOTHING, true,  "(enrolled - assessed) / enrolled"},
	[RATE_WITHDRAWAL] =          {"withdrawal",              WITHDREW, ENROLLED,   NOTHING, false, "withdrew / enrolled"},
	[RATE_LOST] =                {"lost to follow-up",       LOST,     ENROLLED,   NOTHING, false, "lost / enrolled"},
};

const char *
funnel_rate_name(funnel_rate r)
{
	return rates[r].name;
}

const char *
funnel_rate_definition(funnel_rate r)
{
	return rates[r].definition;
}

/* Each stage is a part of the one named with it. */
static const int part_of[N_FUNNEL_COUNTS] = {
	[SCREENED] = NOTHING, [ELIGIBLE] = SCREENED,  [APPROACHED] = ELIGIBLE, [ENROLLED] = APPROACHED,
	[STARTED] = ENROLLED, [ASSESSED] = ENROLLED, [DIED] = ENROLLED,		  [WITHDREW] = ENROLLED,
	[LOST] = ENROLLED,
};

bool
check_funnel(const funnel *f, status *st)
{
	for (int c = 0; c < N_FUNNEL_COUNTS; c++)
	{
		int			whole = part_of[c];

		if (f->count[c] < 0 && f->count[c] != UNKNOWN_COUNT)
			return status_fail(st, FAULT_OUT_OF_RANGE, "%s is negative", count_names[c]);
		/* The nearest stage before it that is known. */
		while (whole != NOTHING && f->count[whole] == UNKNOWN_COUNT)
			whole = part_of[whole];
		if (whole != NOTHING && f->count[c] > f->count[whole])
			return status_fail(st, FAULT_INVALID_PARAMETER, "%s %lld is more than %s %lld",
							   count_names[c], (long long) f->count[c], count_names[whole],
							   (long long) f->count[whole]);
	}
	return true;
}

void
funnel_ratio(const funnel *f, funnel_rate r, int64_t *numerator, int64_t *denominator)
{
	const rate_definition *rate = &rates[r];

	*numerator = f->count[rate->numerator];
	*denominator = f->count[rate->denominator];
	if (*denominator != UNKNOWN_COUNT && rate->less != NOTHING)
		*denominator =
			f->count[rate->less] == UNKNOWN_COUNT ? UNKNOWN_COUNT : *denominator - f->count[rate->less];
	if (rate->complement && *numerator != UNKNOWN_COUNT)
		*numerator = *denominator == UNKNOWN_COUNT ? UNKNOWN_COUNT : *denominator - *numerator;
}

double
standardised_difference(double mean_a, double variance_a, double mean_b, double variance_b)
{
	return (mean_a - mean_b) / sqrt((variance_a + variance_b) / 2);
}
