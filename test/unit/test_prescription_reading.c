/* prescription: everything that reads one, on generated prescriptions, under the sanitizers. */
#include "prescription/describe.h"
#include "prescription/exchange.h"
#include "prescription/interval_training.h"
#include "prescription/meets.h"
#include "prescription/schedule.h"
#include "prescription/targets.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prescription_generator.h"

#define GENERATED 6000

static void
check_dose(dose d)
{
	if (d.known)
		assert_true(isfinite(d.low) && isfinite(d.high) && d.low >= 0 && d.low <= d.high);
}

/* A week: its text reads back as itself, and its doses are ranges. */
static void
check_week_of(const prescription *rx, int week, arena *memory)
{
	prescription at;
	prescription again;
	text_sink	text;
	text_sink	twice;
	status		st;
	static criteria judged;

	if (!prescription_at_week(rx, week, &at, memory, &st))
	{
		assert_int_equal(st.code, FAULT_OUT_OF_RANGE);
		return;
	}
	for (int kind = DOSE_SESSIONS; kind <= DOSE_VOLUME_LOAD; kind++)
		for (int modality = UNKNOWN; modality < N_MODALITIES_OF_EXERCISE; modality++)
			check_dose(weekly_dose(&at, week, kind, modality, 50));
	check_dose(supervised_share(&at, week));
	judge_guideline(&at, &at, week, &judged);
	if (at.blocks == NULL)
		return;
	sink_init(&text, memory);
	prescription_print(&at, &text);
	if (!prescription_parse(text.data, text.length, &again, memory, &st))
		fail_msg("%s: %s", text.data, st.message);
	sink_init(&twice, memory);
	prescription_print(&again, &twice);
	assert_string_equal(text.data, twice.data);
}

static void
print_unit_at(const block *b, const unit *u, int week, int *until, text_sink *text, arena *memory, bool *good)
{
	unit		at;
	status		st;

	sink_init(text, memory);
	*good = unit_at_week(b, u, week, &at, until, memory, &st);
	if (*good)
		print_unit(text, &at);
}

/* Up to the week that the resolver names, a unit stays as it is; and what is rewound leaves no trace. */
static void
check_stages_of(const prescription *rx, generated *g, arena *memory)
{
	for (const block *b = rx->blocks; b != NULL; b = b->next)
		for (const part *p = b->parts; p != NULL; p = p->next)
			for (const unit *u = p->alternatives; u != NULL; u = u->next)
			{
				int			first = b->selector == WEEKS && b->range.kind != NOT_REPORTED ? (int) b->range.low : 1;
				int			week = first + (int) roll(g, 30);
				int			later = week + (int) roll(g, 12);
				int			until;
				int			other;
				bool		good;
				bool		later_good;
				text_sink	text;
				text_sink	later_text;
				arena_mark	mark;

				print_unit_at(b, u, week, &until, &text, memory, &good);
				assert_true(until >= week);
				if (until == ALL_WEEKS)
					later = first + (int) roll(g, 100);
				else if (later > until)
					later = until;
				mark = arena_place(memory);
				print_unit_at(b, u, later, &other, &later_text, memory, &later_good);
				assert_int_equal(good, later_good);
				assert_string_equal(text.data, later_text.data);
				arena_rewind(memory, mark);
			}
}

static void
check_schedule_of(const prescription *rx, generated *g, arena *memory)
{
	static const int cycles[] = {9500, 9521, 9550, 9560};
	static const day_range breaks[] = {{9510, 9517}, {9600, 9601}};
	schedule_request request = {.start = 9500, .alternative = 1 + (int) roll(g, 3), .weeks = 1 + (int) roll(g, 30)};
	schedule	plan;
	status		st;

	if (roll(g, 2))
	{
		request.n_cycles = 4;
		request.cycle_starts = cycles;
	}
	if (roll(g, 2))
	{
		request.n_breaks = 2;
		request.breaks = breaks;
		request.on_break = roll(g, 2);
	}
	request.weekdays = roll(g, 2) ? 0 : 2 + 2 * roll(g, 127);
	if (!make_schedule(rx, &request, &plan, memory, &st))
	{
		assert_true(st.code == FAULT_INVALID_PARAMETER || st.code == FAULT_OUT_OF_RANGE || st.code == FAULT_LIMIT_EXCEEDED);
		return;
	}
	for (int i = 0; i < plan.n; i++)
	{
		const planned_session *s = &plan.sessions[i];

		assert_true(s->dated == (s->reason == NULL));
		if (!s->dated)
			continue;
		assert_true(s->day >= 9500 && s->week >= 1);
		assert_true(i == 0 || plan.sessions[i - 1].day <= s->day);
		assert_true(request.weekdays == 0 || (request.weekdays & (1u << iso_weekday(s->day))) != 0);
		for (int b = 0; b < request.n_breaks; b++)
			assert_true(s->day < breaks[b].from || s->day >= breaks[b].to);
	}
}

static void
check_targets_of(const prescription *rx)
{
	target_person known = {.age = 60, .sex = FEMALE, .hr_rest = 70, .hr_rest_days = 1, .hr_rest_max_days = 28, .hr_max = 150,
		.beta_blocker = 0, .hr_max_equation = HR_MAX_FOX, .vo2_peak = 20, .w_peak = 100, .w_msec = 200, .weight_kg = 70,
		.one_rm_kg = 60, .test_load_kg = NAN, .test_repetitions = NAN, .one_rm_equation = UNKNOWN, .increment_kg = 2.5, .grade = 0};
	target_person unknown = {.age = NAN, .sex = UNKNOWN, .hr_rest = NAN, .hr_rest_days = NAN, .hr_rest_max_days = 28, .hr_max = NAN,
		.beta_blocker = UNKNOWN, .hr_max_equation = UNKNOWN, .vo2_peak = NAN, .w_peak = NAN, .w_msec = NAN, .weight_kg = NAN,
		.one_rm_kg = NAN, .test_load_kg = NAN, .test_repetitions = NAN, .one_rm_equation = UNKNOWN, .increment_kg = 0, .grade = 0};
	personal_target rows[MAX_PERSONAL_TARGETS];

	for (const block *b = rx->blocks; b != NULL; b = b->next)
		for (const part *p = b->parts; p != NULL; p = p->next)
			for (const unit *u = p->alternatives; u != NULL; u = u->next)
				for (const component *c = u->components; c != NULL; c = c->next)
				{
					for (int person = 0; person < 2 && c->clauses.intervals != NULL; person++)
					{
						interval_training intervals;

						add_up_intervals(c, person == 0 ? &known : &unknown, &intervals);
						check_dose(intervals.minutes);
						check_dose(intervals.in_all);
						check_dose(intervals.mean_power);
						assert_true(intervals.mean_power.known == (intervals.reason == NULL));
					}
					for (const target *t = c->clauses.targets; t != NULL; t = t->next)
						for (int person = 0; person < 2; person++)
						{
							int			n = personal_targets(t, c->modes, person == 0 ? &known : &unknown, rows);

							assert_true(n >= 1 && n <= MAX_PERSONAL_TARGETS);
							for (int i = 0; i < n; i++)
							{
								assert_non_null(rows[i].quantity);
								assert_true(rows[i].known || rows[i].reason != NULL);
								assert_true(!rows[i].known || (rows[i].low <= rows[i].high && rows[i].low >= 0));
							}
						}
				}
}

/* Goals follow each other, have numbers above zero, and only codes of their measure; "?" is the only reason for no number. */
static void
check_goals_of(const prescription *rx, const char *typed, arena *memory)
{
	exercise_goal *goals;
	int			week = 0;
	status		st;

	if (!find_goals(rx, &goals, memory, &st))
	{
		assert_int_equal(st.code, FAULT_OUT_OF_RANGE);
		return;
	}
	for (const exercise_goal *goal = goals; goal != NULL; goal = goal->next)
	{
		assert_true(goal->first_week >= week && goal->first_week <= MAX_WEEK);
		assert_true(goal->last_week == 0 || goal->last_week >= goal->first_week);
		assert_non_null(goal->holding.blocks);
		week = goal->first_week;
		for (int i = 0; i < goal->n_targets; i++)
		{
			const goal_target *t = &goal->targets[i];

			assert_true(t->reported ? isfinite(t->least) && t->least > 0 : strchr(typed, '?') != NULL);
			assert_true(t->code == NULL || t->code->measure == t->measure);
			assert_true(i == 0 || t->measure > goal->targets[i - 1].measure);
		}
	}
	for (const block *b = rx->blocks; b != NULL; b = b->next)
		for (const part *p = b->parts; p != NULL; p = p->next)
			for (const unit *u = p->alternatives; u != NULL; u = u->next)
				for (const component *c = u->components; c != NULL; c = c->next)
					for (int name = 0; name < N_CLAUSES; name++)
						if (has_clause(&c->clauses, name))
							(void) loss_of_clause(u, c, name);
}

static void
generated_prescriptions_can_be_read(void **state)
{
	static const int weeks[] = {1, 2, 5, 13, 40, MAX_WEEK};
	static generated g;

	(void) state;
	for (int i = 0; i < GENERATED; i++)
	{
		max_align_t first[600];
		arena		memory;
		prescription rx;
		text_sink	out;
		status		st;

		generate(&g, (uint64_t) i + 1000000);
		arena_init(&memory, first, sizeof(first), malloc);
		assert_true(prescription_parse(g.typed, (int) strlen(g.typed), &rx, &memory, &st));
		for (size_t w = 0; w < sizeof(weeks) / sizeof(weeks[0]); w++)
			check_week_of(&rx, weeks[w], &memory);
		check_stages_of(&rx, &g, &memory);
		check_schedule_of(&rx, &g, &memory);
		check_targets_of(&rx);
		check_goals_of(&rx, g.typed, &memory);
		sink_init(&out, &memory);
		describe_prescription(&rx, &out);
		assert_true(out.length > 10 && out.data[out.length - 1] == '.');
		arena_release(&memory, free);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(generated_prescriptions_can_be_read),
	};

	return cmocka_run_group_tests_name("prescription reading", tests, NULL, NULL);
}
