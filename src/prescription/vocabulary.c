/* vocabulary: see vocabulary.h. */
#include "prescription/vocabulary.h"

#include "common/table.h"

#include <string.h>

static const vocabulary_entry vocabulary[] = {
	{"aer", WORD_MODALITY, AEROBIC},
	{"res", WORD_MODALITY, RESISTANCE},
	{"bal", WORD_MODALITY, BALANCE},
	{"flex", WORD_MODALITY, FLEXIBILITY},
	{"resp", WORD_MODALITY, RESPIRATORY},
	{"func", WORD_MODALITY, FUNCTIONAL},
	{"mind", WORD_MODALITY, MIND_BODY},
	{"act", WORD_MODALITY, ACTIVITY},
	{"sup", WORD_SUPERVISION, SUPERVISED},
	{"uns", WORD_SUPERVISION, UNSUPERVISED},
	{"mon", WORD_SUPERVISION, MONITORED},
	{"site", WORD_SETTING, AT_SITE},
	{"home", WORD_SETTING, AT_HOME},
	{"tele", WORD_SETTING, BY_TELE},
	{"comm", WORD_SETTING, IN_COMMUNITY},
	{"s", WORD_TIME_UNIT, SECONDS},
	{"min", WORD_TIME_UNIT, MINUTES},
	{"h", WORD_TIME_UNIT, HOURS},
	{"METmin", WORD_VOLUME_UNIT, VOLUME_MET_MINUTES},
	{"METh", WORD_VOLUME_UNIT, VOLUME_MET_HOURS},
	{"steps", WORD_VOLUME_UNIT, VOLUME_STEPS},
	{"RPE", WORD_SCALE, RPE},
	{"CR10", WORD_SCALE, CR10},
	{"OMNI", WORD_SCALE, OMNI},
	{"RIR", WORD_SCALE, RIR},
	{"TT", WORD_SCALE, TALK_TEST},
	{"W", WORD_UNIT, WATTS},
	{"bpm", WORD_UNIT, BPM},
	{"MET", WORD_UNIT, METS},
	{"kg", WORD_UNIT, KILOGRAMS},
	{"RM", WORD_UNIT, RM},
	{"kmh", WORD_UNIT, KM_PER_HOUR},
	{"light", WORD_LEVEL, LIGHT},
	{"mod", WORD_LEVEL, MODERATE},
	{"modvig", WORD_LEVEL, MODERATE_TO_VIGOROUS},
	{"vig", WORD_LEVEL, VIGOROUS},
	{"max", WORD_LEVEL, MAXIMAL},
	{"tol", WORD_LEVEL, AS_TOLERATED},
	{"rep", WORD_STEP_UNIT, STEP_REPETITIONS},
	{"set", WORD_STEP_UNIT, STEP_SETS},
	{"wk", WORD_KEY, KEY_WK},
	{"cd", WORD_KEY, KEY_CD},
	{"d", WORD_KEY, KEY_D},
	{"while", WORD_KEY, KEY_WHILE},
	{"or", WORD_KEY, KEY_OR},
	{"ses", WORD_KEY, KEY_SES},
	{"daily", WORD_KEY, KEY_DAILY},
	{"vol", WORD_KEY, KEY_VOL},
	{"alt", WORD_KEY, KEY_ALT},
	{"ex", WORD_KEY, KEY_EX},
	{"rest", WORD_KEY, KEY_REST},
	{"warm", WORD_KEY, KEY_WARM},
	{"cool", WORD_KEY, KEY_COOL},
	{"prog", WORD_KEY, KEY_PROG},
	{"via", WORD_KEY, KEY_VIA},
	{"none", WORD_KEY, KEY_NONE},
	{"auto", WORD_KEY, KEY_AUTO},
	{"tworep", WORD_KEY, KEY_TWO_FOR_TWO},
	{"to", WORD_KEY, KEY_TO},
};

#define NO_LIMIT 999999.999

/*
 * Percentages of a maximum end at the maximum, except of power, where short
 * intervals go beyond the peak of a ramp test, and of body weight.
 */
static const unit_definition units[N_INTENSITY_UNITS] = {
	/* unit                   text       in words                        lowest  highest */
	[RPE] = {"RPE", "on the Borg 6-20 scale", 6, 20, "RPE is the Borg 6-20 scale; write CR10 for the 0-10 scale."},
	[CR10] = {"CR10", "on the Borg CR10 scale", 0, 10, "CR10 is the 0-10 scale; write RPE for the Borg 6-20 scale."},
	[OMNI] = {"OMNI", "on the OMNI scale", 0, 10, NULL},
	[RIR] = {"RIR", "repetitions in reserve", 0, 10, NULL},
	[TALK_TEST] = {"TT", "on the talk test", 1, 3, "The talk test has the stages 1 to 3."},
	[PERCENT_HRR] = {"%HRR", "% of heart rate reserve", 0, 100, NULL},
	[PERCENT_HRMAX] = {"%HRmax", "% of maximal heart rate", 0, 100, NULL},
	[PERCENT_VO2R] = {"%VO2R", "% of VO2 reserve", 0, 100, NULL},
	[PERCENT_VO2MAX] = {"%VO2max", "% of VO2max", 0, 100, NULL},
	[PERCENT_VO2PEAK] = {"%VO2peak", "% of VO2peak", 0, 100, NULL},
	[PERCENT_WPEAK] = {"%Wpeak", "% of peak power", 0, 150, NULL},
	[PERCENT_MSEC] = {"%MSEC", "% of maximal short exercise capacity", 0, 150, NULL},
	[PERCENT_1RM] = {"%1RM", "% of the one-repetition maximum", 0, 100, "Write kg for a load that is not relative to the one-repetition maximum."},
	[PERCENT_BODY_WEIGHT] = {"%BW", "% of body weight", 0, 300, NULL},
	[WATTS] = {"W", "watts", 0, NO_LIMIT, NULL},
	[BPM] = {"bpm", "beats per minute", 0, NO_LIMIT, NULL},
	[METS] = {"MET", "METs", 0, NO_LIMIT, NULL},
	[KILOGRAMS] = {"kg", "kg", 0, NO_LIMIT, NULL},
	[RM] = {"RM", "RM", 0, NO_LIMIT, NULL},
	[KM_PER_HOUR] = {"kmh", "km/h", 0, NO_LIMIT, NULL},
};

/* Words by their first letter: behind first[letter] follow others by next[]. 0 ends a list. */
static unsigned char first_word[128];
static unsigned char next_word[ENTRIES(vocabulary) + 1];

static void
index_vocabulary(void)
{
	for (int i = ENTRIES(vocabulary); i > 0; i--)
	{
		int			letter = vocabulary[i - 1].text[0];

		next_word[i] = first_word[letter];
		first_word[letter] = (unsigned char) i;
	}
}

const vocabulary_entry *
vocabulary_find(const char *text, int length)
{
	if (first_word['a'] == 0)
		index_vocabulary();
	for (int i = first_word[text[0] & 0x7f]; i > 0; i = next_word[i])
	{
		const char *entry = vocabulary[i - 1].text;

		if (strncmp(entry, text, (size_t) length) == 0 && entry[length] == '\0')
			return &vocabulary[i - 1];
	}
	return NULL;
}

const char *
vocabulary_word(word_class class, int value)
{
	for (int i = 0; i < ENTRIES(vocabulary); i++)
		if (vocabulary[i].class == class && vocabulary[i].value == value)
			return vocabulary[i].text;
	return "";
}

const char *
vocabulary_list(word_class class)
{
	switch (class)
	{
		case WORD_MODALITY:
			return "aer res bal flex resp func mind act";
		case WORD_SUPERVISION:
			return "sup uns mon";
		case WORD_SETTING:
			return "site home tele comm";
		case WORD_TIME_UNIT:
			return "s min h";
		case WORD_VOLUME_UNIT:
			return "min METmin METh steps";
		case WORD_SCALE:
			return "RPE CR10 OMNI RIR TT";
		case WORD_LEVEL:
			return "light mod modvig vig max tol";
		default:
			return "";
	}
}

const unit_definition *
unit_definition_at(int unit)
{
	return &units[unit];
}

int
percent_unit_find(const char *text, int length)
{
	for (int u = PERCENT_HRR; u <= PERCENT_BODY_WEIGHT; u++)
		if ((int) strlen(units[u].text) == length && memcmp(units[u].text, text, (size_t) length) == 0)
			return u;
	return UNKNOWN;
}

const char *
step_unit_text(int unit)
{
	switch (unit)
	{
		case STEP_PERCENT:
			return "%";
		case STEP_MINUTES:
			return "min";
		case STEP_REPETITIONS:
			return "rep";
		case STEP_SETS:
			return "set";
		default:
			return units[unit].text;
	}
}
