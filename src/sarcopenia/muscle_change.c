/* muscle_change: see muscle_change.h. */
#include "sarcopenia/muscle_change.h"

#include "common/decimal.h"

#include <math.h>

/* 1.96 x sqrt(2): of a difference of two measurements, at 95 %. */
#define LEAST_SIGNIFICANT 2.771858582251266

#define LARGEST_CV_PERCENT 20

/* Of arms and legs, or of the whole body. */
#define LOWEST_KG 2
#define HIGHEST_KG 100

static bool
check_mass(const char *name, double kg, status *st)
{
	if (kg >= LOWEST_KG && kg <= HIGHEST_KG)
		return true;
	status_fail(st, FAULT_OUT_OF_RANGE, "%s %.10g is outside %d..%d kg", name, kg, LOWEST_KG,
				HIGHEST_KG);
	status_hint(st, "Muscle mass is in kilograms, not grams.");
	return false;
}

bool
compare_muscle(double before_kg, double after_kg, mass_modality before_by, mass_modality after_by,
			   double precision_cv_percent, muscle_change *change, status *st)
{
	static const char *const labels[] = MASS_MODALITY_LABELS;

	before_kg = undo_real(before_kg);
	after_kg = undo_real(after_kg);
	if (!check_mass("baseline_kg", before_kg, st) || !check_mass("followup_kg", after_kg, st))
		return false;
	if (before_by != after_by)
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "muscle by %s is compared with muscle by %s",
					labels[before_by], labels[after_by]);
		status_hint(st, "BIA reads some kilograms more than DXA: compare measurements of one modality.");
		return false;
	}
	if (!(precision_cv_percent >= 0 && precision_cv_percent <= LARGEST_CV_PERCENT))
	{
		status_fail(st, FAULT_OUT_OF_RANGE, "precision_cv_percent %.10g is outside 0..%d",
					precision_cv_percent, LARGEST_CV_PERCENT);
		status_hint(st, "This is the coefficient of variation of repeated measurements, in percent.");
		return false;
	}
	change->kg = round_to_nine_decimals(after_kg - before_kg);
	change->percent = round_to_nine_decimals((after_kg - before_kg) / before_kg * 100.0);
	change->least_significant_percent =
		round_to_nine_decimals(LEAST_SIGNIFICANT * precision_cv_percent);
	change->beyond_error = fabs(change->percent) > change->least_significant_percent;
	return true;
}
