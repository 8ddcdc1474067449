/* adherence_cohort: see adherence_cohort.h. */
#include "adherence/adherence_cohort.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const measure_labels[] = COHORT_MEASURE_LABELS;
static const char *const unit_labels[] = DOSE_UNIT_LABELS;
static const char *const cap_labels[] = DOSE_CAP_LABELS;

#define TRILLION	INT64_C(1000000000000)
#define QUINTILLION INT64_C(1000000000000000000) /* 1e18 */

/* A thousand times the dose that was planned is a wrong unit; the sum of squares has room for such. */
#define LARGEST_RATIO 1000

void
cohort_init(adherence_cohort *c, const cohort_question *q)
{
	memset(c, 0, sizeof(*c));
	c->question = *q;
	c->policy = policy_default();
}

#define QUESTION_TEXT 80

static void
question_print(const cohort_question *q, char *buffer)
{
	int			length = snprintf(buffer, QUESTION_TEXT, "%s", measure_labels[q->measure]);

	if (q->unit != NOT_GIVEN)
		length += snprintf(buffer + length, QUESTION_TEXT - length, " in %s", unit_labels[q->unit]);
	if (q->cap != NOT_GIVEN)
		length += snprintf(buffer + length, QUESTION_TEXT - length, " with cap %s", cap_labels[q->cap]);
	if (q->threshold != NOT_GIVEN)
		snprintf(buffer + length, QUESTION_TEXT - length, " of at least %.9g", q->threshold / 1e9);
}

bool
cohort_same_question(const cohort_question *a, const cohort_question *b, status *st)
{
	char		text[2][QUESTION_TEXT];

	if (a->measure == b->measure && a->unit == b->unit && a->cap == b->cap && a->threshold == b->threshold)
		return true;
	question_print(a, text[0]);
	question_print(b, text[1]);
	status_fail(st, FAULT_INVALID_PARAMETER, "%s and %s cannot be one cohort", text[0], text[1]);
	status_hint(st, "Measure, unit, cap and threshold must be the same for all participants.");
	return false;
}

static bool
too_large(status *st)
{
	return status_fail(st, FAULT_OUT_OF_RANGE, "sum of a cohort is out of range");
}

static ratio
ratio_of(const cohort_question *q, const adherence *summary)
{
	adherence_policy policy;

	if (q->measure == COHORT_ATTENDANCE)
		return adherence_rate(summary, RATE_ATTENDANCE);
	policy_unpack(summary->policy, &policy);
	return adherence_dose(summary, q->unit, q->cap != NOT_GIVEN ? q->cap : policy.choice[CHOICE_CAP]);
}

/* numerator / denominator in the given parts of one, rounded to the nearest. */
static __int128
ratio_in(const ratio *r, int64_t parts)
{
	return ((__int128) r->numerator * parts + r->denominator / 2) / r->denominator;
}

/* Adds to a wide; false on overflow. */
static bool
wide_add(wide *sum, __int128 amount)
{
	__int128	result;

	if (__builtin_add_overflow(wide_value(*sum), amount, &result))
		return false;
	*sum = wide_of(result);
	return true;
}

static bool
has_policy(const adherence_cohort *c)
{
	return c->participants > 0 || c->without > 0;
}

bool
cohort_add(adherence_cohort *c, const adherence *summary, status *st)
{
	ratio		r;
	__int128	rounded;

	if (summary == NULL)
	{
		c->absent++;
		return true;
	}
	if (has_policy(c) && !policy_check_same(c->policy, summary->policy, st))
		return false;
	c->policy = summary->policy;
	r = ratio_of(&c->question, summary);
	if (!r.known)
	{
		c->without++;
		return true;
	}
	if ((__int128) r.numerator > (__int128) r.denominator * LARGEST_RATIO)
	{
		status_fail(st, FAULT_OUT_OF_RANGE, "a dose intensity of %g is no ratio of done to planned",
					ratio_value(&r));
		status_hint(st, "Give planned and delivered dose in the same unit.");
		return false;
	}
	c->participants++;
	if (c->question.threshold != NOT_GIVEN && ratio_at_least(&r, c->question.threshold))
		c->reached++;
	rounded = ratio_in(&r, TRILLION);
	return (!__builtin_add_overflow(c->numerator, r.numerator, &c->numerator) &&
			!__builtin_add_overflow(c->denominator, r.denominator, &c->denominator) &&
			wide_add(&c->ratios, ratio_in(&r, QUINTILLION)) && wide_add(&c->rounded, rounded) &&
			wide_add(&c->squares, rounded * rounded)) ||
		too_large(st);
}

bool
cohort_merge(adherence_cohort *a, const adherence_cohort *b, status *st)
{
	if (!cohort_same_question(&a->question, &b->question, st))
		return false;
	if (has_policy(b))
	{
		if (has_policy(a) && !policy_check_same(a->policy, b->policy, st))
			return false;
		a->policy = b->policy;
	}
	return (!__builtin_add_overflow(a->participants, b->participants, &a->participants) &&
			!__builtin_add_overflow(a->without, b->without, &a->without) &&
			!__builtin_add_overflow(a->absent, b->absent, &a->absent) &&
			!__builtin_add_overflow(a->reached, b->reached, &a->reached) &&
			!__builtin_add_overflow(a->numerator, b->numerator, &a->numerator) &&
			!__builtin_add_overflow(a->denominator, b->denominator, &a->denominator) &&
			wide_add(&a->ratios, wide_value(b->ratios)) &&
			wide_add(&a->rounded, wide_value(b->rounded)) &&
			wide_add(&a->squares, wide_value(b->squares))) ||
		too_large(st);
}

/*
 * Sum of the squared distances from the mean, in 1e-24, of at least one
 * participant. Exact but for the last step: distances from the whole number next
 * to the mean first, which leaves less than one part of each to correct.
 */
static bool
squared_deviations(const adherence_cohort *c, double *result)
{
	__int128	n = c->participants;
	__int128	sum = wide_value(c->rounded);
	__int128	near = sum / n;
	__int128	product;
	__int128	from_near;
	double		rest = (double) (sum - near * n);

	/* squares - 2 near sum + n near^2 = squares - near (2 sum - n near) */
	if (__builtin_mul_overflow(near, 2 * sum - n * near, &product) ||
		__builtin_sub_overflow(wide_value(c->squares), product, &from_near))
		return false;
	*result = (double) from_near - rest * rest / (double) n;
	return true;
}

static bool
impossible(status *st, const char *what)
{
	return status_fail(st, FAULT_INVALID_TEXT, "adherence_cohort is not a sum of participants: %s", what);
}

/* A sum of sums must not wrap around while it is checked. */
#define LARGEST_COHORT (INT64_MAX / 1024)

static bool
question_check(const cohort_question *q, status *st)
{
	bool		is_dose = q->measure == COHORT_DOSE_INTENSITY;

	if (q->measure < 0 || q->measure >= N_COHORT_MEASURES)
		return impossible(st, "no measure");
	if (is_dose ? q->unit < 0 || q->unit >= N_UNITS : q->unit != NOT_GIVEN)
		return impossible(st, "a unit is given if the measure is dose_intensity");
	if (q->cap < NOT_GIVEN || q->cap >= (is_dose ? N_CAPS : 0))
		return impossible(st, "a cap that there is not");
	if (q->threshold < NOT_GIVEN || q->threshold > (is_dose ? 10 : 1) * INT64_C(1000000000))
		return impossible(st, "a threshold out of range");
	return true;
}

bool
cohort_check(const adherence_cohort *c, status *st)
{
	const int64_t counts[] = {c->participants, c->without, c->absent, c->reached,
							  c->numerator, c->denominator, c->ratios.high, c->rounded.high, c->squares.high};
	__int128	limit = (__int128) c->participants * LARGEST_RATIO;
	double		deviations;

	if (!question_check(&c->question, st))
		return false;
	for (int i = 0; i < (int) (sizeof(counts) / sizeof(counts[0])); i++)
		if (counts[i] < 0)
			return impossible(st, "negative");
	if (c->participants > LARGEST_COHORT || c->without > LARGEST_COHORT || c->absent > LARGEST_COHORT)
		return impossible(st, "too many participants");
	if (!has_policy(c) && c->policy != policy_default())
		return impossible(st, "a policy without participants");
	if (c->reached > c->participants || (c->reached > 0 && c->question.threshold == NOT_GIVEN))
		return impossible(st, "more reach the threshold than there are");
	if (c->denominator < c->participants ||
		(c->participants == 0 && (c->denominator > 0 || c->numerator > 0)) ||
		(c->question.measure == COHORT_ATTENDANCE && c->numerator > c->denominator))
		return impossible(st, "parts do not fit the whole");
	if (wide_value(c->ratios) > limit * QUINTILLION || wide_value(c->rounded) > limit * TRILLION ||
		(c->participants == 0 && wide_value(c->squares) > 0))
		return impossible(st, "ratios too large");
	if (c->participants > 0 && (!squared_deviations(c, &deviations) || deviations < -(double) c->participants))
		return impossible(st, "squares do not fit the ratios");
	return true;
}

#define FIVES		  INT64_C(3814697265625) /* 5^18: QUINTILLION without its twos */
#define TWOS		  18
#define FRACTION_BITS 60

double
cohort_mean(const adherence_cohort *c)
{
	__int128	n = c->participants;
	__int128	mean = (wide_value(c->ratios) + n / 2) / n;

	/*
	 * It has more digits than a double: divided by ten to the 18th as one, it
	 * would be rounded twice. So divide in whole numbers first, then round.
	 */
	mean = ((mean / FIVES) << FRACTION_BITS) + ((mean % FIVES) << FRACTION_BITS) / FIVES;
	return ldexp((double) mean, -(FRACTION_BITS + TWOS));
}

double
cohort_pooled(const adherence_cohort *c)
{
	return (double) c->numerator / (double) c->denominator;
}

double
cohort_standard_deviation(const adherence_cohort *c)
{
	double		deviations;

	/* Of checked sums it is neither out of range nor below 0 but by the last rounding. */
	if (!squared_deviations(c, &deviations) || deviations < 0)
		deviations = 0;
	return sqrt(deviations / (double) (c->participants - 1)) / TRILLION;
}
