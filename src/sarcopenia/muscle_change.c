/* muscle_change: see muscle_change.h. */
#include "sarcopenia/muscle_change.h"

#include "common/decimal.h"
#include "common/limits.h"

#include <math.h>

/* 1.96 x sqrt(2): of a difference of two measurements, at 95 %. */
#define LEAST_SIGNIFICANT 2.771858582251266

/* Of arms and legs, or of the whole body. */
static const value_limits baseline = {"baseline_kg", "kg", 2, 100, "Muscle mass is in kilograms, not grams."};
static const value_limits precision = {"precision_cv_percent", "%", 0, 20,
	"This is the coefficient of variation of repeated measurements, in percent."};

bool
compare_muscle(double before_kg, double after_kg, mass_modality before_by, mass_modality after_by,
			   double precision_cv_percent, muscle_change *change, status *st)
{
	static const char *const labels[] = MASS_MODALITY_LABELS;

	before_kg = undo_real(before_kg);
	after_kg = undo_real(after_kg);
	if (!check_limits(&baseline, before_kg, st) ||
		!check_limits_of(&baseline, "followup_kg", after_kg, st))
		return false;
	if (before_by != after_by)
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "muscle by %s is compared with muscle by %s",
					labels[before_by], labels[after_by]);
		status_hint(st, "BIA reads some kilograms more than DXA: compare measurements of one modality.");
		return false;
	}
	if (!check_limits(&precision, precision_cv_percent, st))
		return false;
	change->kg = round_to_nine_decimals(after_kg - before_kg);
	change->percent = round_to_nine_decimals((after_kg - before_kg) / before_kg * 100.0);
	change->least_significant_percent =
		round_to_nine_decimals(LEAST_SIGNIFICANT * precision_cv_percent);
	change->beyond_error = fabs(change->percent) > change->least_significant_percent;
	return true;
}

/* clang-format off */
static const value_limits body_limits[N_BODY_MEASURES] = {
	[BODY_HEIGHT_CM] = LIMITS_OF_HEIGHT_CM,
	[BODY_WEIGHT_KG] = LIMITS_OF_WEIGHT_KG,
	[BODY_ASM_KG] =    {"asm_kg",    "kg", 2,   60,  "Appendicular skeletal muscle mass (arms and legs) is in kilograms, not grams."},
	[BODY_SMM_KG] =    {"smm_kg",    "kg", 4,   100, "Total skeletal muscle mass is in kilograms, not grams."},
	[BODY_FFM_KG] =    {"ffm_kg",    "kg", 10,  150, "Fat-free mass is in kilograms, not grams."},
};

/* What an index is made of: a mass over height squared, over weight in percent, or over body mass index. */
static const struct
{
	body_measure mass;
	enum {SQUARED_HEIGHT, PERCENT_OF_WEIGHT, BODY_MASS_INDEX} over;
} indices[N_BODY_INDICES] = {
	[INDEX_BMI] =                {BODY_WEIGHT_KG, SQUARED_HEIGHT},
	[INDEX_ASM_H2] =             {BODY_ASM_KG,    SQUARED_HEIGHT},
	[INDEX_ASM_BMI] =            {BODY_ASM_KG,    BODY_MASS_INDEX},
	[INDEX_ASM_WEIGHT_PERCENT] = {BODY_ASM_KG,    PERCENT_OF_WEIGHT},
	[INDEX_SMM_H2] =             {BODY_SMM_KG,    SQUARED_HEIGHT},
	[INDEX_SMM_WEIGHT_PERCENT] = {BODY_SMM_KG,    PERCENT_OF_WEIGHT},
	[INDEX_FFM_H2] =             {BODY_FFM_KG,    SQUARED_HEIGHT},
};
/* clang-format on */

static bool
check_body(double *value, const bool *measured, status *st)
{
	if (!check_all_limits(body_limits, N_BODY_MEASURES, value, measured, st))
		return false;
	for (int m = BODY_WEIGHT_KG + 1; m < N_BODY_MEASURES; m++)
		if (measured[m] && measured[BODY_WEIGHT_KG] && value[m] >= value[BODY_WEIGHT_KG])
		{
			status_fail(st, FAULT_INVALID_PARAMETER, "%s %.10g is not below weight_kg %.10g",
						body_limits[m].name, value[m], value[BODY_WEIGHT_KG]);
			status_hint(st, "%s", body_limits[m].hint);
			return false;
		}
	return true;
}

bool
derive_body_indices(double *value, const bool *measured, double *index, bool *known, status *st)
{
	double		metres;

	if (!check_body(value, measured, st))
		return false;
	metres = value[BODY_HEIGHT_CM] / 100.0;
	for (int i = 0; i < N_BODY_INDICES; i++)
	{
		double		mass = value[indices[i].mass];
		bool		has_height = measured[BODY_HEIGHT_CM];
		bool		has_weight = measured[BODY_WEIGHT_KG];

		known[i] = measured[indices[i].mass] &&
			(indices[i].over == PERCENT_OF_WEIGHT || has_height) &&
			(indices[i].over == SQUARED_HEIGHT || has_weight);
		index[i] = 0;
		if (!known[i])
			continue;
		if (indices[i].over == SQUARED_HEIGHT)
			index[i] = round_to_nine_decimals(mass / (metres * metres));
		else if (indices[i].over == PERCENT_OF_WEIGHT)
			index[i] = round_to_nine_decimals(mass / value[BODY_WEIGHT_KG] * 100.0);
		else
			index[i] = round_to_nine_decimals(mass / index[INDEX_BMI]);
	}
	return true;
}
