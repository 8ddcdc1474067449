/* adherence_check: of sums that came from elsewhere, those that no sessions add up to are refused, and no others. */
#include "adherence/adherence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Ten planned sessions, six of them attended. */
static adherence
ten_sessions(void)
{
	adherence	a;

	adherence_init(&a, policy_default());
	a.rows[ATTENDED] = 6;
	a.rows[MISSED] = 4;
	return a;
}

static void
assert_checked(const adherence *a, bool possible)
{
	status		st;

	assert_int_equal(adherence_check(a, &st), possible);
}

/* A sum may be as large as this, and no larger. */
static void
assert_limit(adherence a, int64_t *sum, int64_t limit, adherence *changed)
{
	*changed = a;
	*sum = limit;
	assert_checked(changed, true);
	*sum = limit + 1;
	assert_checked(changed, false);
}

static void
no_sum_is_negative(void **state)
{
	(void) state;
	for (size_t i = 0; i < ADHERENCE_SUMS; i++)
	{
		adherence	a = ten_sessions();

		assert_checked(&a, true);
		((int64_t *) &a + 1)[i] = -1;
		assert_checked(&a, false);
	}
}

static void
counts_can_be_added(void **state)
{
	(void) state;
	for (int s = 0; s <= N_STATUSES; s++)
	{
		adherence	a;

		assert_limit(ten_sessions(), &a.rows[s], INT64_MAX / 1024, &a);
	}
}

static void
changes_are_of_sessions(void **state)
{
	adherence	base = ten_sessions();
	adherence	a;

	(void) state;
	assert_limit(base, &a.unrecorded, 6, &a);
	for (int c = 0; c < N_CHANGES; c++)
	{
		assert_limit(base, &a.changed[c], c == LOWERED_BEFORE ? 10 : 6, &a);
		assert_limit(base, &a.unclear[c], 6, &a);
		base.changed[c] = 5;
		assert_limit(base, &a.unclear[c], 5, &a);
		base.unrecorded = 2;
		assert_limit(base, &a.unclear[c], 3, &a);
		base = ten_sessions();
	}
	assert_limit(base, &a.modified, 10, &a);
	assert_limit(base, &a.modified_unclear, 6, &a);
	base.modified = 5;
	assert_limit(base, &a.modified_unclear, 5, &a);
	base.unrecorded = 2;
	assert_limit(base, &a.modified_unclear, 3, &a);
}

static void
doses_are_of_sessions(void **state)
{
	(void) state;
	for (int u = 0; u < N_UNITS; u++)
	{
		adherence	base = ten_sessions();
		adherence	a;
		int			other = (u + 1) % N_UNITS;

		assert_limit(base, &a.doses[u].sessions, 10, &a);
		assert_limit(base, &a.doses[u].open_sessions, 10, &a);
		assert_limit(base, &a.doses[u].planned, 0, &a);
		assert_limit(base, &a.doses[u].delivered, 0, &a);
		assert_limit(base, &a.doses[u].open_planned, 0, &a);
		base.doses[u].sessions = 4;
		assert_limit(base, &a.doses[u].open_sessions, 6, &a);
		assert_limit(base, &a.doses[other].sessions, 6, &a);
		assert_limit(base, &a.doses[other].open_sessions, 6, &a);
		base.doses[u].planned = 30;
		base.doses[u].delivered = 20;
		assert_limit(base, &a.doses[u].capped, 20, &a);
		base.doses[u].delivered = 40;
		assert_limit(base, &a.doses[u].capped, 30, &a);
		base.doses[other].open_sessions = 1;
		base.doses[other].open_planned = 50;
		assert_checked(&base, true);
	}
}

/* Sessions of which it is unknown whether they were done count as neither. */
static void
counts_follow_the_policy(void **state)
{
	adherence_policy policy = {{BREAKS_COUNTED, UNLOGGED_UNKNOWN, EXIT_EXCLUDED, CAP_NONE, 3, 1}};
	adherence	a;
	adherence_counts counts;

	(void) state;
	adherence_init(&a, policy_pack(&policy));
	for (int s = 0; s <= N_STATUSES; s++)
		a.rows[s] = 1 << s;
	counts = adherence_count(&a);
	assert_int_equal(counts.attended, 1 << ATTENDED);
	assert_int_equal(counts.planned, (1 << ATTENDED) + (1 << MISSED) + (1 << EXCUSED));
	assert_int_equal(counts.unknown, 1 << UNLOGGED);
}

/* Sessions without any record of changes, and as many with an unclear one, do not cancel out. */
static void
unclear_changes_add_up(void **state)
{
	adherence	a = ten_sessions();

	(void) state;
	assert_true(adherence_rate(&a, RATE_REDUCED).known && adherence_rate(&a, RATE_MODIFIED).known);
	a.unrecorded = a.unclear[REDUCED] = a.modified_unclear = 1;
	assert_false(adherence_rate(&a, RATE_REDUCED).known);
	assert_false(adherence_rate(&a, RATE_MODIFIED).known);
	assert_true(adherence_rate(&a, RATE_ATTENDANCE).known);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_sum_is_negative),
		cmocka_unit_test(counts_can_be_added),
		cmocka_unit_test(changes_are_of_sessions),
		cmocka_unit_test(doses_are_of_sessions),
		cmocka_unit_test(counts_follow_the_policy),
		cmocka_unit_test(unclear_changes_add_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
