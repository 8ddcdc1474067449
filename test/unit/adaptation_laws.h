/*
 * What holds for every rule of adaptation and any prescription. The includer
 * defines LAW(condition), which fails the test.
 */
#ifndef ADAPTATION_LAWS_H
#define ADAPTATION_LAWS_H

#include "prescription/adaptation.h"
#include "prescription/dose.h"
#include "prescription/scaling.h"

#include <math.h>
#include <string.h>

static text_sink
law_text(const prescription *rx, arena *memory)
{
	text_sink	text;

	sink_init(&text, memory);
	prescription_print(rx, &text);
	return text;
}

/* Doses that are known in both and differ by more than three decimals explain. */
static bool
law_differ(dose a, dose b)
{
	if (!a.known || !b.known)
		return a.known != b.known;
	return fabs(a.low - b.low) > 0.05 + 1e-3 * fabs(a.low) || fabs(a.high - b.high) > 0.05 + 1e-3 * fabs(a.high);
}

/* A block without weeks is changed in all of them. */
static bool
law_has_weeks(const prescription *rx)
{
	for (const block *b = rx->blocks; b != NULL; b = b->next)
		if (b->selector != WEEKS || b->range.kind == NOT_REPORTED)
			return false;
	return true;
}

/* In a week the doses of a modality are those of before; UNKNOWN: of all. */
static void
law_same_doses(const prescription *was, const prescription *is, int week, int modality, arena *memory)
{
	prescription before;
	prescription after;
	status		st;

	if (!prescription_at_week(was, week, &before, memory, &st) || !prescription_at_week(is, week, &after, memory, &st))
		return;
	for (int kind = DOSE_SESSIONS; kind <= DOSE_MET_MINUTES; kind++)
		LAW(!law_differ(weekly_dose(&before, week, kind, modality, 50), weekly_dose(&after, week, kind, modality, 50)));
	if (modality != UNKNOWN && modality != RESISTANCE)
		return;
	for (int kind = DOSE_SETS; kind <= DOSE_VOLUME_LOAD; kind++)
		LAW(!law_differ(weekly_dose(&before, week, kind, modality, 50), weekly_dose(&after, week, kind, modality, 50)));
}

/* Loads and minutes of a week are not above those of before. */
static void
law_not_more(const prescription *was, const prescription *is, int week, arena *memory)
{
	static const dose_kind kinds[] = {DOSE_VOLUME_LOAD, DOSE_MET_MINUTES, DOSE_MINUTES};
	prescription before;
	prescription after;
	status		st;

	if (!prescription_at_week(was, week, &before, memory, &st) || !prescription_at_week(is, week, &after, memory, &st))
		return;
	for (int i = 0; i < 3; i++)
	{
		dose		a = weekly_dose(&before, week, kinds[i], UNKNOWN, 50);
		dose		b = weekly_dose(&after, week, kinds[i], UNKNOWN, 50);

		if (a.known && b.known)
			LAW(b.low <= a.low + 0.05 + 1e-3 * a.low && b.high <= a.high + 0.05 + 1e-3 * a.high);
	}
}

typedef enum law_case
{
	SEEN_NOTHING,
	SEEN_WELL,
	SEEN_BADLY,
	N_LAW_CASES
} law_case;

static observations
law_observations(law_case which, int week)
{
	static const double well[][2] = {{900, 900}, {900, 900}, {6, 7}, {35, 40}, {20, 20}, {1, 1}, {0, 0}};
	static const double badly[][2] = {{0, 0}, {0, 0}, {18, 19}, {200, 210}, {0, 0}, {1, 1}, {20, 20}};
	const double (*v)[2] = which == SEEN_WELL ? well : badly;
	observations o = {.week = week, .zone_low = NAN, .zone_high = NAN, .weeks_missed = NAN, .weeks_since_change = NAN,
		.severe_side_effects = UNKNOWN, .sessions_goal = NAN, .minutes_goal = NAN, .cycle_days = NAN, .step = NAN, .one_rm_kg = NAN};

	if (which == SEEN_NOTHING)
		return o;
	o.repetitions = (series) {2, v[0]};
	o.intervals = (series) {2, v[1]};
	o.rpe = (series) {2, v[2]};
	o.heart_rates = (series) {2, v[3]};
	o.minutes_below = (series) {2, v[4]};
	o.minutes_in = (series) {2, v[5]};
	o.minutes_above = (series) {2, v[6]};
	o.zone_low = 100;
	o.zone_high = 120;
	o.weeks_missed = 1;
	o.weeks_since_change = 2;
	o.severe_side_effects = 0;
	o.cycle_days = 21;
	o.increment_kg = 0.5;
	o.one_rm_kg = 20;
	return o;
}

static void
law_of_rule(const prescription *rx, adaptation_rule rule, law_case which, int week, arena *memory)
{
	adaptation_place everywhere = {UNKNOWN, 0, 0, 0, 0};
	observations seen = law_observations(which, week);
	text_sink	was = law_text(rx, memory);
	text_sink	is;
	text_sink	again;
	adaptation	result;
	prescription read;
	status		st;

	if (!adapt_prescription(rx, rule, &everywhere, &seen, &result, memory, &st))
	{
		LAW((st.code == FAULT_OUT_OF_RANGE || st.code == FAULT_LIMIT_EXCEEDED) && st.message[0] != '\0');
		return;
	}
	LAW(strcmp(law_text(rx, memory).data, was.data) == 0);
	is = law_text(&result.adapted, memory);
	LAW(prescription_parse(is.data, is.length, &read, memory, &st));
	again = law_text(&read, memory);
	LAW(strcmp(again.data, is.data) == 0);
	LAW((result.fired == 1) == (strcmp(was.data, is.data) != 0));
	LAW((result.fired == 1) == (result.changed.length > 0));
	LAW(result.reason.length > 0);
	if (which == SEEN_NOTHING && rule != ADAPT_DELOAD)
		LAW(result.fired != 1);
	if (result.fired != 1)
		return;
	if (week > 1 && rule != ADAPT_CHEMO_CYCLE && law_has_weeks(rx))
		law_same_doses(rx, &result.adapted, week - 1, UNKNOWN, memory);
	if (rule == ADAPT_CHEMO_CYCLE)
		return;
	for (int v = week == UNKNOWN ? 1 : week; v <= MAX_WEEK; v += 1 + v / 3)
	{
		law_same_doses(rx, &result.adapted, v, adaptation_rule_at(rule)->modality == RESISTANCE ? AEROBIC : RESISTANCE, memory);
		law_same_doses(rx, &result.adapted, v, BALANCE, memory);
	}
	if (which == SEEN_BADLY && rule != ADAPT_TIME_FIRST)
		law_not_more(rx, &result.adapted, week == UNKNOWN ? 1 : week, memory);
}

/* A dose that is scaled is the dose times the factor. */
static void
law_of_scaling(const prescription *rx, double factor, arena *memory)
{
	prescription scaled;
	prescription before;
	prescription after;
	status		st;
	bool		possible;

	if (!scale_dose(rx, factor, UNKNOWN, &scaled, &possible, memory, &st))
	{
		LAW(st.code == FAULT_OUT_OF_RANGE || st.code == FAULT_LIMIT_EXCEEDED);
		return;
	}
	if (!possible)
		return;
	for (int week = 1; week < 30; week += 7)
	{
		if (!prescription_at_week(rx, week, &before, memory, &st) || !prescription_at_week(&scaled, week, &after, memory, &st))
			continue;
		for (int kind = 0; kind < 2; kind++)
		{
			dose		a = weekly_dose(&before, week, kind == 0 ? DOSE_MINUTES : DOSE_SETS, UNKNOWN, NAN);
			dose		b = weekly_dose(&after, week, kind == 0 ? DOSE_MINUTES : DOSE_SETS, UNKNOWN, NAN);

			a.low *= factor;
			a.high *= factor;
			LAW(!law_differ(a, b));
		}
	}
}

#endif
