/* muscle_set: see muscle_set.h. */
#include "sarcopenia/muscle_set.h"

#include "common/decimal.h"
#include "common/limits.h"

#include <math.h>

/* clang-format off */
static const value_limits panel_limits[N_PANEL_MEASURES] = {
	[PANEL_AGE] =       LIMITS_OF_AGE,
	[PANEL_HEIGHT_CM] = LIMITS_OF_HEIGHT_CM,
	[PANEL_WEIGHT_KG] = LIMITS_OF_WEIGHT_KG,
	[PANEL_BMI] =       LIMITS_OF_BMI,
	[L3_SMA] =          {"l3_sma_cm2",     "cm2",            20,   400,  "Muscle area at L3 is in cm2: 1 cm2 is 100 mm2."},
	[L3_SMI] =          {"l3_smi_cm2_m2",  "cm2/m2",         5,    150,  "This is the muscle area at L3 in cm2 over height in metres squared."},
	[L3_ATTENUATION] =  {"l3_hu",          "HU",             -29,  150,  "Mean attenuation of the muscle, within its own window of -29 to 150 HU."},
	[L3_PMI] =          {"l3_pmi_cm2_m2",  "cm2/m2",         0.5,  30,   "This is the psoas area at L3 in cm2 over height in metres squared."},
	[T4_SMI] =          {"t4_smi_cm2_m2",  "cm2/m2",         5,    150,  "This is the muscle area at T4 in cm2 over height in metres squared."},
	[T4_PMI] =          {"t4_pmi_cm2_m2",  "cm2/m2",         0.5,  60,   "This is the pectoralis area at T4 in cm2 over height in metres squared."},
	[CALF_CM] =         {"calf_cm",        "cm",             10,   80,   "Calf circumference is in centimetres."},
	[L3_SMA_BMI] =      {"l3_sma_bmi",     "cm2 per kg/m2",  0.1,  60,   "This is the muscle area at L3 in cm2 over body mass index."},
	[L3_SMA_WEIGHT] =   {"l3_sma_weight",  "cm2/kg",         0.05, 20,   "This is the muscle area at L3 in cm2 over weight in kg."},
};
/* clang-format on */

/* A given index may differ from the derived one by its rounding. */
#define SMI_TOLERANCE 0.5
#define BMI_TOLERANCE 0.5

const char *
panel_measure_name(muscle_measure m)
{
	return panel_limits[m].name;
}

const char *
panel_measure_unit(muscle_measure m)
{
	return panel_limits[m].unit;
}

static bool
derive(panel_person *p, muscle_measure part, muscle_measure over, bool squared_metres,
	   muscle_measure index, double tolerance, status *st)
{
	double		divisor = p->value[over];
	double		value;

	if (!p->measured[part] || !p->measured[over])
		return true;
	if (squared_metres)
		divisor = (divisor / 100.0) * (divisor / 100.0);
	value = round_to_nine_decimals(p->value[part] / divisor);
	if (p->measured[index] && fabs(value - p->value[index]) > tolerance)
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "%s %.10g contradicts %s %.10g and %s %.10g",
					panel_limits[index].name, p->value[index], panel_limits[part].name,
					p->value[part], panel_limits[over].name, p->value[over]);
		status_hint(st, "They give %.4g. Give only the values you trust.", value);
		return false;
	}
	p->value[index] = value;
	p->measured[index] = true;
	return true;
}

bool
prepare_panel(panel_person *p, status *st)
{
	return check_all_limits(panel_limits, N_PANEL_ARGUMENTS, p->value, p->measured, st) &&
		derive(p, PANEL_WEIGHT_KG, PANEL_HEIGHT_CM, true, PANEL_BMI, BMI_TOLERANCE, st) &&
		derive(p, L3_SMA, PANEL_HEIGHT_CM, true, L3_SMI, SMI_TOLERANCE, st) &&
		derive(p, L3_SMA, PANEL_BMI, false, L3_SMA_BMI, 0, st) &&
		derive(p, L3_SMA, PANEL_WEIGHT_KG, false, L3_SMA_WEIGHT, 0, st);
}

/* Whether a row is for the person: 1, 0, or UNKNOWN with a note. */
static int
row_fits(const muscle_cutoff *row, const panel_person *p, const char **note)
{
	if (!could_be_for(row->sexes, row->ages, p->sex,
					  completed_years(p->measured[PANEL_AGE], p->value[PANEL_AGE])))
		return 0;
	if (p->measured[PANEL_BMI] &&
		(p->value[PANEL_BMI] < row->bmi.from ||
		 (row->bmi.below > 0 && p->value[PANEL_BMI] >= row->bmi.below)))
		return 0;
	*note = NULL;
	if (p->sex == UNKNOWN && row->sexes != BOTH)
		*note = "sex is not known";
	else if (!p->measured[PANEL_AGE] && (row->ages.from != 0 || row->ages.to != 0))
		*note = "age is not known";
	else if (!p->measured[PANEL_BMI] && (row->bmi.from > 0 || row->bmi.below > 0))
		*note = "body mass index is not known";
	return *note == NULL ? 1 : UNKNOWN;
}

/*
 * The verdict of a set on a measure. Where it is not known which row is for the
 * person, they decide if they all could be and agree; an age limit that may not
 * be met leaves it open.
 */
static bool
judge(const muscle_set *set, muscle_measure m, const panel_person *p, panel_line *line)
{
	int			n_fitting = 0;
	int			n_low = 0;
	bool		has_rows = false;
	bool		age_open = false;

	*line = (panel_line){.set = set, .measure = m, .low = UNKNOWN};
	for (int i = 0; i < set->n_rows; i++)
	{
		const muscle_cutoff *row = &set->rows[i];
		const char *note;

		if (row->measure != m)
			continue;
		has_rows = true;
		if (row_fits(row, p, &note) == 0)
			continue;
		n_fitting++;
		n_low += compares(p->value[m], row->operator, row->value);
		line->cutoff = row;
		if (note != NULL)
			line->note = note;
		age_open |= !p->measured[PANEL_AGE] && (row->ages.from != 0 || row->ages.to != 0);
	}
	if (n_fitting == 0)
		line->note = "no cut-off for this sex, age or body mass index";
	else if (!age_open && (n_low == 0 || n_low == n_fitting))
		line->low = n_low > 0;
	if (n_fitting > 1)
		line->cutoff = NULL;
	return has_rows;
}

int
read_panel(const panel_person *p, panel_line *lines)
{
	int			n = 0;

	for (int s = 0; s < n_muscle_sets; s++)
		for (muscle_measure m = L3_SMA; m < N_PANEL_MEASURES; m++)
			if (p->measured[m] && judge(muscle_sets[s], m, p, &lines[n]))
				n++;
	return n;
}
