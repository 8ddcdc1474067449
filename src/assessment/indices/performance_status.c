/*
 * performance_status: see performance_status.h.
 *
 * rtog: the table of the NRG/RTOG protocols, also in the Bethesda Handbook of
 *   Clinical Oncology; equal steps of two.
 * buccheri_1996: Buccheri et al., Eur J Cancer 1996;32A:1135-1141, abstract: a
 *   three-point table, so a KPS of 80 to 100 is ECOG 0 or 1, and it does not say
 *   which.
 * ma_2010: Ma et al., Eur J Cancer 2010;46:3175-3183, abstract: 1385 patients.
 * prasad_2018: Prasad et al., World J Clin Oncol 2018;9:140-147, PMC6230919,
 *   abstract: 5844 assessments in lung cancer.
 * points: one KPS for each ECOG, found in software that ascribes it to Buccheri;
 *   that abstract says otherwise, so it is unconfirmed.
 *
 * ECOG 5 and KPS 0 both mean dead, in every map.
 */
#include "assessment/indices/performance_status.h"

#include "assessment/indices/index_rule.h"

#include <stdio.h>

/* clang-format off */
const ecog_kps_row ecog_kps_rows[] = {
	/* map              ECOG     KPS */
	{MAP_RTOG,          {0, 0}, {90, 100}},
	{MAP_RTOG,          {1, 1}, {70,  80}},
	{MAP_RTOG,          {2, 2}, {50,  60}},
	{MAP_RTOG,          {3, 3}, {30,  40}},
	{MAP_RTOG,          {4, 4}, {10,  20}},
	{MAP_RTOG,          {5, 5}, { 0,   0}},

	{MAP_BUCCHERI_1996, {0, 1}, {80, 100}},
	{MAP_BUCCHERI_1996, {2, 2}, {60,  70}},
	{MAP_BUCCHERI_1996, {3, 4}, {10,  50}},
	{MAP_BUCCHERI_1996, {5, 5}, { 0,   0}},

	{MAP_MA_2010,       {0, 0}, {100, 100}},
	{MAP_MA_2010,       {1, 1}, {80,  90}},
	{MAP_MA_2010,       {2, 2}, {60,  70}},
	{MAP_MA_2010,       {3, 3}, {40,  50}},
	{MAP_MA_2010,       {4, 4}, {10,  30}},
	{MAP_MA_2010,       {5, 5}, { 0,   0}},

	{MAP_PRASAD_2018,   {0, 0}, {100, 100}},
	{MAP_PRASAD_2018,   {1, 1}, {80,  90}},
	{MAP_PRASAD_2018,   {2, 2}, {70,  70}},
	{MAP_PRASAD_2018,   {3, 3}, {50,  60}},
	{MAP_PRASAD_2018,   {4, 4}, {10,  40}},
	{MAP_PRASAD_2018,   {5, 5}, { 0,   0}},

	{MAP_POINTS,        {0, 0}, {90,  90}},
	{MAP_POINTS,        {1, 1}, {80,  80}},
	{MAP_POINTS,        {2, 2}, {60,  60}},
	{MAP_POINTS,        {3, 3}, {40,  40}},
	{MAP_POINTS,        {4, 4}, {20,  20}},
	{MAP_POINTS,        {5, 5}, { 0,   0}},
};
const int n_ecog_kps_rows = ENTRIES(ecog_kps_rows);

const ecog_kps_source ecog_kps_sources[N_ECOG_KPS_MAPS] = {
	[MAP_RTOG] =          {"NRG/RTOG protocols; Bethesda Handbook of Clinical Oncology, appendix", SOURCED},
	[MAP_BUCCHERI_1996] = {"Buccheri 1996, Eur J Cancer 32A:1135, PMID 8758244, abstract", SOURCED},
	[MAP_MA_2010] =       {"Ma 2010, Eur J Cancer 46:3175, PMID 20674334, abstract", SOURCED},
	[MAP_PRASAD_2018] =   {"Prasad 2018, World J Clin Oncol 9:140, PMC6230919", SOURCED},
	[MAP_POINTS] =        {"software that ascribes it to Buccheri 1996, whose abstract differs", UNCONFIRMED},
};
/* clang-format on */

bool
ecog_check(int ecog, status *st)
{
	if (ecog >= 0 && ecog <= HIGHEST_ECOG)
		return true;
	status_fail(st, FAULT_OUT_OF_RANGE, "ecog %d is outside 0..%d", ecog, HIGHEST_ECOG);
	status_hint(st, "ECOG runs from 0 (fully active) to 5 (dead); Karnofsky from 100 to 0.");
	return false;
}

bool
kps_check(int kps, status *st)
{
	if (kps >= 0 && kps <= HIGHEST_KPS && kps % KPS_STEP == 0)
		return true;
	if (kps >= 0 && kps <= HIGHEST_KPS)
		status_fail(st, FAULT_OUT_OF_RANGE, "kps %d is not a multiple of %d", kps, KPS_STEP);
	else
		status_fail(st, FAULT_OUT_OF_RANGE, "kps %d is outside 0..%d", kps, HIGHEST_KPS);
	status_hint(st, "Karnofsky runs from 100 (no complaints) to 0 (dead) in steps of ten; ECOG from 0 to 5.");
	return false;
}

static bool
holds(whole_range range, int value)
{
	return value >= range.lowest && value <= range.highest;
}

const ecog_kps_row *
row_of_ecog(ecog_kps_map map, int ecog)
{
	for (int i = 0; i < n_ecog_kps_rows; i++)
		if (ecog_kps_rows[i].map == map && holds(ecog_kps_rows[i].ecog, ecog))
			return &ecog_kps_rows[i];
	return NULL;
}

const ecog_kps_row *
row_of_kps(ecog_kps_map map, int kps)
{
	for (int i = 0; i < n_ecog_kps_rows; i++)
		if (ecog_kps_rows[i].map == map && holds(ecog_kps_rows[i].kps, kps))
			return &ecog_kps_rows[i];
	return NULL;
}

static void
print_range(char *text, size_t size, whole_range range)
{
	if (range.lowest == range.highest)
		snprintf(text, size, "%d", range.lowest);
	else
		snprintf(text, size, "%d..%d", range.lowest, range.highest);
}

bool
performance_status_describe(int i, index_rule *rule)
{
	static const char *const labels[] = ECOG_KPS_MAP_LABELS;
	const ecog_kps_row *row;
	char		kps[16];

	if (i >= n_ecog_kps_rows)
		return false;
	row = &ecog_kps_rows[i];
	index_rule_set(rule, "ECOG and KPS", ecog_kps_sources[row->map].text,
				   ecog_kps_sources[row->map].mark);
	print_range(kps, sizeof(kps), row->kps);
	snprintf(rule->rule, sizeof(rule->rule), "%s: ECOG for KPS %s", labels[row->map], kps);
	print_range(rule->value, sizeof(rule->value), row->ecog);
	return true;
}
