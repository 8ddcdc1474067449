/* adherence: see adherence.h. */
#include "adherence/adherence.h"

#include <math.h>
#include <string.h>

_Static_assert(sizeof(adherence) % sizeof(int64_t) == 0 &&
				   sizeof(adherence) == (1 + N_STATUSES + 1 + 1 + 6 * N_UNITS + 2 * N_CHANGES + 2) *
					   sizeof(int64_t),
			   "adherence must be an array of int64_t");

static const char *const unit_labels[] = DOSE_UNIT_LABELS;

void
adherence_init(adherence *a, int64_t policy)
{
	memset(a, 0, sizeof(*a));
	a->policy = policy;
}

bool
adherence_too_large(status *st)
{
	return status_fail(st, FAULT_OUT_OF_RANGE, "sum of doses is out of range");
}

static void
add_changes(adherence *a, const session *s, bool attended, int times)
{
	unsigned	unclear = attended ? s->unclear : 0;

	if (unclear == ALL_CHANGES)
	{
		a->unrecorded += times;
		return;
	}
	for (unsigned rest = s->changed; rest != 0; rest &= rest - 1)
		a->changed[__builtin_ctz(rest)] += times;
	for (unsigned rest = unclear; rest != 0; rest &= rest - 1)
		a->unclear[__builtin_ctz(rest)] += times;
	if (s->changed & MODIFICATIONS)
		a->modified += times;
	else if (unclear & MODIFICATIONS)
		a->modified_unclear += times;
}

/* times: 1 to add, -1 to take away. */
static inline bool
adherence_apply(adherence *a, const dispositions *d, const session *s, int times)
{
	int			status = s->status == UNKNOWN ? N_STATUSES : s->status;
	disposition counted = d->of[status];

	a->rows[status] += times;
	if (counted != COUNTS_ATTENDED && counted != COUNTS_MISSED)
		return true;
	if (s->changed | s->unclear)
		add_changes(a, s, counted == COUNTS_ATTENDED, times);
	if (s->unit == UNKNOWN)
		return true;
	return dose_sum_add(&a->doses[s->unit], s->planned, counted == COUNTS_ATTENDED ? s->delivered : 0, times);
}

bool
adherence_add(adherence *a, const dispositions *d, const session *s, status *st)
{
	return adherence_apply(a, d, s, 1) || adherence_too_large(st);
}

void
adherence_subtract(adherence *a, const dispositions *d, const session *s)
{
	(void) adherence_apply(a, d, s, -1);
}

bool
adherence_is_short(const adherence *a)
{
	const int64_t *sums = (const int64_t *) a + 1;

	for (size_t i = SHORT_SUMS; i < ADHERENCE_SUMS; i++)
		if (sums[i] != 0)
			return false;
	return true;
}

bool
adherence_merge_sums(adherence *a, const adherence *b, size_t sums, status *st)
{
	int64_t    *to = (int64_t *) a + 1;
	const int64_t *from = (const int64_t *) b + 1;
	bool		overflow = false;

	if (!policy_check_same(a->policy, b->policy, st))
		return false;
	for (size_t i = 0; i < sums; i++)
		overflow |= __builtin_add_overflow(to[i], from[i], &to[i]);
	return !overflow || adherence_too_large(st);
}

adherence_counts
adherence_count(const adherence *a)
{
	dispositions d = policy_dispositions(a->policy);
	adherence_counts counts = {0, 0, 0};

	for (int s = 0; s < N_STATUSES; s++)
	{
		if (d.of[s] == COUNTS_UNKNOWN)
			counts.unknown += a->rows[s];
		else if (d.of[s] != NOT_COUNTED)
			counts.planned += a->rows[s];
	}
	counts.attended = a->rows[ATTENDED];
	return counts;
}

static bool
impossible(status *st, const char *what)
{
	return status_fail(st, FAULT_INVALID_TEXT, "adherence is not a sum of sessions: %s", what);
}

/* A sum of sums must not wrap around while it is checked. */
#define LARGEST_COUNT (INT64_MAX / 1024)

bool
adherence_check(const adherence *a, status *st)
{
	const int64_t *sums = (const int64_t *) a + 1;
	adherence_counts counts;
	int64_t		with_dose = 0;

	for (size_t i = 0; i < ADHERENCE_SUMS; i++)
		if (sums[i] < 0)
			return impossible(st, "negative");
	for (int s = 0; s <= N_STATUSES; s++)
		if (a->rows[s] > LARGEST_COUNT)
			return impossible(st, "too many sessions");
	counts = adherence_count(a);

	if (a->unrecorded > counts.attended)
		return impossible(st, "more unrecorded than attended sessions");
	for (int c = 0; c < N_CHANGES; c++)
	{
		int64_t		limit = c == LOWERED_BEFORE ? counts.planned : counts.attended;

		if (a->changed[c] > limit || a->unclear[c] > counts.attended ||
			a->changed[c] + a->unclear[c] + a->unrecorded > counts.planned)
			return impossible(st, "more changes than sessions");
	}
	if (a->modified > counts.planned || a->modified_unclear > counts.attended ||
		a->modified + a->modified_unclear + a->unrecorded > counts.planned)
		return impossible(st, "more modified sessions than sessions");
	for (int u = 0; u < N_UNITS; u++)
	{
		const dose_sum *sum = &a->doses[u];

		if (sum->sessions > counts.planned || sum->open_sessions > counts.planned)
			return impossible(st, "more doses than sessions");
		with_dose += sum->sessions + sum->open_sessions;
		if (sum->capped > sum->planned || sum->capped > sum->delivered)
			return impossible(st, "capped dose above planned or delivered dose");
		if ((sum->sessions == 0 && (sum->planned > 0 || sum->delivered > 0)) ||
			(sum->open_sessions == 0 && sum->open_planned > 0))
			return impossible(st, "dose without sessions");
	}
	return with_dose <= counts.planned || impossible(st, "more doses than sessions");
}

bool
adherence_only_unit(const adherence *a, int *unit, status *st)
{
	*unit = UNKNOWN;
	for (int u = 0; u < N_UNITS; u++)
	{
		if (a->doses[u].sessions == 0 && a->doses[u].open_sessions == 0)
			continue;
		if (*unit != UNKNOWN)
		{
			status_fail(st, FAULT_INVALID_PARAMETER, "doses in %s and %s cannot be added",
						unit_labels[*unit], unit_labels[u]);
			status_hint(st, "Name the unit, or take mean_dose_intensity(), the mean over the units.");
			return false;
		}
		*unit = u;
	}
	return true;
}

ratio
adherence_dose(const adherence *a, dose_unit unit, dose_cap cap)
{
	ratio		r = dose_sum_ratio(&a->doses[unit], cap);

	r.known = r.known && adherence_count(a).unknown == 0;
	return r;
}

/* The definitions of the sheet: percentages of all planned sessions, and one of the attended. */
typedef struct rate_definition
{
	const char *name;
	const char *numerator;
	const char *denominator;
} rate_definition;

static const rate_definition rates[N_RATES] = {
	[RATE_ATTENDANCE] = {"attendance", "attended sessions", "planned sessions"},
	[RATE_REDUCED] = {"dose modification", "sessions with reduced dose", "planned sessions"},
	[RATE_REDUCED_OF_ATTENDED] = {"dose modification of attended", "sessions with reduced dose", "attended sessions"},
	[RATE_LOWERED_BEFORE] = {"pretreatment modification", "sessions lowered before", "planned sessions"},
	[RATE_ENDED_EARLY] = {"early termination", "sessions ended early", "planned sessions"},
	[RATE_RESCHEDULED] = {"rescheduled", "sessions attended on another date", "planned sessions"},
	[RATE_MODIFIED] = {"any modification", "sessions reduced, lowered before or ended early", "planned sessions"},
};

const char *
rate_name(rate r)
{
	return rates[r].name;
}

const char *
rate_numerator(rate r)
{
	return rates[r].numerator;
}

const char *
rate_denominator(rate r)
{
	return rates[r].denominator;
}

ratio
adherence_rate(const adherence *a, rate which)
{
	adherence_counts counts = adherence_count(a);
	ratio		r = {0, counts.planned, false};
	int64_t		unclear = a->unrecorded;
	int			change = which == RATE_LOWERED_BEFORE ? LOWERED_BEFORE
		: which == RATE_ENDED_EARLY					  ? ENDED_EARLY
		: which == RATE_RESCHEDULED					  ? RESCHEDULED
													  : REDUCED;

	switch (which)
	{
		case RATE_ATTENDANCE:
			r.numerator = counts.attended;
			unclear = 0;
			break;
		case RATE_MODIFIED:
			r.numerator = a->modified;
			unclear += a->modified_unclear;
			break;
		case RATE_REDUCED_OF_ATTENDED:
			r.denominator = counts.attended;
			/* FALLTHROUGH */
		default:
			r.numerator = a->changed[change];
			unclear += a->unclear[change];
			break;
	}
	r.known = r.denominator > 0 && unclear == 0 && counts.unknown == 0;
	return r;
}

#define BILLION 1e9

bool
threshold_from_double(double value, double limit, int64_t *billionths, status *st)
{
	if (!(value >= 0 && value <= limit))
	{
		status_fail(st, FAULT_OUT_OF_RANGE, "threshold %.15g is outside 0..%.15g", value, limit);
		if (value > limit)
			status_hint(st, "A threshold is a ratio: 75 %% is 0.75.");
		return false;
	}
	*billionths = llrint(value * BILLION);
	return true;
}

bool
ratio_at_least(const ratio *r, int64_t threshold_billionths)
{
	return (__int128) r->numerator * (int64_t) BILLION >=
		(__int128) r->denominator * threshold_billionths;
}
