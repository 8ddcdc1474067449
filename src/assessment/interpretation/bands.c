/*
 * Severity bands. The ranges are the printed ones; where the words of the labels
 * are not printed with them, the source says so. A score between two printed
 * ranges belongs to the lower one: a prorated HADS score of 7.5 has not reached 8.
 * Where two ranges share an end (PROMIS), the end belongs to the upper one.
 */
#include "assessment/interpretation/interpretation.h"

/* clang-format off */

static const band phq_9[] = {
	{ 0,  4, "minimal",           SOURCED},
	{ 5,  9, "mild",              SOURCED},
	{10, 14, "moderate",          SOURCED},
	{15, 19, "moderately severe", SOURCED},
	{20, 27, "severe",            SOURCED},
};

/* The diagnostic algorithm of the PHQ-9 */
static const band phq_9_dx[] = {
	{0, 0, "none",  SOURCED},
	{1, 1, "other", SOURCED},
	{2, 2, "major", SOURCED},
};

static const band phq_4[] = {
	{0,  2, "normal",   SOURCED},
	{3,  5, "mild",     SOURCED},
	{6,  8, "moderate", SOURCED},
	{9, 12, "severe",   SOURCED},
};

static const band phq_4_subscale[] = {
	{0, 2, "negative", SOURCED},
	{3, 6, "positive", SOURCED},
};

static const band gad_7[] = {
	{ 0,  4, "minimal",  SOURCED},
	{ 5,  9, "mild",     SOURCED},
	{10, 14, "moderate", SOURCED},
	{15, 21, "severe",   SOURCED},
};

static const band hads[] = {
	{ 0,  7, "normal",     SOURCED},
	{ 8, 10, "borderline", SOURCED},
	{11, 21, "abnormal",   SOURCED},
};

static const band isi[] = {
	{ 0,  7, "no clinically significant insomnia", SOURCED},
	{ 8, 14, "subthreshold insomnia",              SOURCED},
	{15, 21, "moderate insomnia",                  SOURCED},
	{22, 28, "severe insomnia",                    SOURCED},
};

/* A mean from 0 to 10. The printed bands begin at 1; what lies below has no printed name. */
static const band bfi[] = {
	{0,  1, "below mild", UNCONFIRMED},
	{1,  3, "mild",       SOURCED},
	{4,  6, "moderate",   SOURCED},
	{7, 10, "severe",     SOURCED},
};

static const band psqi[] = {
	{0,  5, "good", SOURCED},
	{6, 21, "poor", SOURCED},
};

/* T-scores of symptoms; a T-score table that leaves 10..90 is wrong. */
static const band promis_symptom[] = {
	{10, 55, "within normal limits", SOURCED},
	{55, 60, "mild",                 SOURCED},
	{60, 70, "moderate",             SOURCED},
	{70, 90, "severe",               SOURCED},
};

static const band ipaq_category[] = {
	{0, 0, "low",      SOURCED},
	{1, 1, "moderate", SOURCED},
	{2, 2, "high",     SOURCED},
};

/* Health contribution score, 9 x strenuous + 5 x moderate */
static const band gsltpaq_hcs[] = {
	{ 0,     13, "insufficiently active", SOURCED},
	{14,     23, "moderately active",     UNCONFIRMED},
	{24, NO_END, "active",                SOURCED},
};

static const band gpaq[] = {
	{  0,    600, "below 600 MET-min/week",    SOURCED},
	{600, NO_END, "at least 600 MET-min/week", SOURCED},
};

static const band evs[] = {
	{  0,   150, "below 150 min/week",    SOURCED},
	{150, 10080, "at least 150 min/week", SOURCED},
};

static const band sppb[] = {
	{ 0,  3, "severe limitations",   SOURCED},
	{ 4,  6, "moderate limitations", SOURCED},
	{ 7,  9, "mild limitations",     SOURCED},
	{10, 12, "minimal limitations",  SOURCED},
};

/* Points come in halves, so the first score over 14 is 14.5. */
static const band g8[] = {
	{ 0,   14, "impaired",     SOURCED},
	{14.5, 17, "not impaired", SOURCED},
};

static const band fried[] = {
	{0, 0, "not frail", SOURCED},
	{1, 2, "prefrail",  SOURCED},
	{3, 5, "frail",     SOURCED},
};

static const band cfs[] = {
	{1, 4, "not frail", UNCONFIRMED},
	{5, 9, "frail",     UNCONFIRMED},
};

#define SCORE	 false
#define CATEGORY true
#define PROMIS_SOURCE "HealthMeasures, PROMIS score cut points; which band an end belongs to is drawn differently there"

static const band_set sets[] = {
	{"PHQ-9 TOTAL", "HL7 SDC PHQ-9 example; awell phq_9; labels as commonly used (Kroenke 2001)", SCORE, COUNTED(phq_9)},
	{"PHQ-9 DX", "PHQ algorithm: HL7 SDC PHQ-9 example; awell phq_9; the codes 0, 1, 2 are ours", CATEGORY, COUNTED(phq_9_dx)},
	{"PHQ-4 TOTAL", "awell phq_4; labels as commonly used", SCORE, COUNTED(phq_4)},
	{"PHQ-4 ANXIETY", "awell phq_4: 3 or more is positive", SCORE, COUNTED(phq_4_subscale)},
	{"PHQ-4 DEPRESSION", "awell phq_4: 3 or more is positive", SCORE, COUNTED(phq_4_subscale)},
	{"GAD-7 TOTAL", "awell GAD_7; labels as commonly used", SCORE, COUNTED(gad_7)},
	{"HADS A", "Bell 2016, PMC5075158; awell hads; labels as commonly used", SCORE, COUNTED(hads)},
	{"HADS D", "Bell 2016, PMC5075158; awell hads; labels as commonly used", SCORE, COUNTED(hads)},
	{"ISI TOTAL", "Insomnia Severity Index, guidelines for scoring; awell isi", SCORE, COUNTED(isi)},
	{"BFI TOTAL", "Mendoza 1999, by medicalalgorithms: 1-3, 4-6, 7-10; nothing is printed below 1", SCORE, COUNTED(bfi)},
	{"PSQI GLOBAL", "Buysse 1989 scoring (copies): over 5 is poor sleep", SCORE, COUNTED(psqi)},
	{"PROMIS-FATIGUE-4A T", PROMIS_SOURCE, SCORE, COUNTED(promis_symptom)},
	{"PROMIS-FATIGUE-7A T", PROMIS_SOURCE, SCORE, COUNTED(promis_symptom)},
	{"PROMIS-FATIGUE-8A T", PROMIS_SOURCE, SCORE, COUNTED(promis_symptom)},
	{"PROMIS-SLEEP-4A T", PROMIS_SOURCE, SCORE, COUNTED(promis_symptom)},
	{"PROMIS-PAININT-4A T", PROMIS_SOURCE, SCORE, COUNTED(promis_symptom)},
	{"PROMIS-ANXIETY-4A T", PROMIS_SOURCE, SCORE, COUNTED(promis_symptom)},
	{"PROMIS-DEPRESSION-4A T", PROMIS_SOURCE, SCORE, COUNTED(promis_symptom)},
	{"IPAQ-SF CATEGORY", "IPAQ 2005 guideline (copies), PMC8994706; the codes 0, 1, 2 are ours", CATEGORY, COUNTED(ipaq_category)},
	{"GPAQ TOTAL", "WHO GPAQ analysis guide", SCORE, COUNTED(gpaq)},
	{"GSLTPAQ HCS", "Amireault 2015, PMC4542103: active from 24, all below insufficiently active; the band 14-23 is not in it", SCORE, COUNTED(gsltpaq_hcs)},
	{"EVS MIN_PER_WEEK", "HL7 Physical Activity IG 1.0.0", SCORE, COUNTED(evs)},
	{"SPPB", "PMC8113335; labels: Guralnik 1995, by PMC2845214 Table 1", SCORE, COUNTED(sppb)},
	{"G8", "s12885-018-4001-x: 14 or less is impaired", SCORE, COUNTED(g8)},
	{"FRIED", "Fried 2001, by PMC8934156; a label for 0 is ours", CATEGORY, COUNTED(fried)},
	{"CFS", "general knowledge: 5 or more is frail", CATEGORY, COUNTED(cfs)},
};
/* clang-format on */

int
band_set_count(void)
{
	return ENTRIES(sets);
}

const band_set *
band_set_at(int index)
{
	return &sets[index];
}

const band *
severity_band_of(const band_set *set, double score, status *st)
{
	const band *last = &set->bands[set->n_bands - 1];
	int			i = set->n_bands - 1;

	if (!(score >= set->bands[0].from && score <= last->to) || isinf(score))
	{
		if (last->to == NO_END)
			status_fail(st, FAULT_OUT_OF_RANGE, "score %.10g of %s is not a number from %g up", score,
						set->measure, set->bands[0].from);
		else
			status_fail(st, FAULT_OUT_OF_RANGE, "score %.10g of %s is outside %g..%g", score,
						set->measure, set->bands[0].from, last->to);
		status_hint(st, "Map the site's missing-data codes to NULL, and give the score in the units "
						"of the measure.");
		return NULL;
	}
	if (set->categories && score != rint(score))
	{
		status_fail(st, FAULT_OUT_OF_RANGE, "score %.10g of %s is not a whole number", score,
					set->measure);
		return NULL;
	}
	while (score < set->bands[i].from)
		i--;
	return &set->bands[i];
}
