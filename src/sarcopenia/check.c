/* check: see check.h. */
#include "sarcopenia/check.h"

#include "common/test_set.h"

/* What a loader should look at, though no human value is impossible. */
/* clang-format off */
static const struct
{
	measurement m;
	double		above;
	unsigned	modalities;
	const char *problem;
	const char *hint;
} doubtful[] = {
	{BMI_KG_M2, 34, BY(BIA), "BIA overestimates fat-free mass at a body mass index above 34",
		"ESPEN/EASO 2022 as cited in ChinaXiv-202209.00030. Prefer DXA."},
};
/* clang-format on */

static problem *
add_problem(problem *problems, int *n, const person *p, measurement m, bool refused)
{
	problem    *added = &problems[(*n)++];

	added->measurement = measurement_name(m);
	added->has_value = is_measured(p, m);
	added->value = p->value[m];
	added->refused = refused;
	return added;
}

static void
check_values(person *p, problem *problems, int *n)
{
	for (measurement m = 0; m < N_ARGUMENTS; m++)
	{
		status		st;

		if (!is_measured(p, m) || check_measurement(p, m, &st))
			continue;
		add_problem(problems, n, p, m, true)->st = st;
		p->measured &= ~(1u << m);
	}
}

static void
check_tests(const person *p, problem *problems, int *n)
{
	for (physical_test t = 0; t < N_PHYSICAL_TESTS; t++)
	{
		problem    *found = &problems[*n];

		if (check_unable(p, t, &found->st))
			continue;
		found->measurement = test_name(t);
		found->has_value = false;
		found->value = 0;
		found->refused = true;
		(*n)++;
	}
}

static void
check_mass(const person *p, problem *problems, int *n)
{
	static const measurement masses[] = {ASM_KG, ASM_H2_KG_M2, SMM_KG};

	for (int i = 0; i < ENTRIES(masses); i++)
		if (is_measured(p, masses[i]) && p->modality == UNKNOWN)
		{
			problem    *found = add_problem(problems, n, p, masses[i], false);

			status_fail(&found->st, FAULT_INVALID_PARAMETER, "%s has no mass_modality",
						found->measurement);
			status_hint(&found->st, "Cut-offs for DXA and BIA differ. Say how the mass was measured.");
			break;
		}
	for (int i = 0; i < ENTRIES(doubtful); i++)
		if (is_measured(p, doubtful[i].m) && p->value[doubtful[i].m] > doubtful[i].above &&
			p->modality != UNKNOWN && doubtful[i].modalities & BY(p->modality) &&
			is_measured(p, ASM_KG))
		{
			problem    *found = add_problem(problems, n, p, doubtful[i].m, false);

			status_fail(&found->st, FAULT_INVALID_PARAMETER, "%s", doubtful[i].problem);
			status_hint(&found->st, "%s", doubtful[i].hint);
		}
}

/* A measurement that the definition uses, but not by this modality. */
static void
check_modality(const person *p, const sarcopenia_definition *definition, problem *problems, int *n)
{
	static const char *const labels[] = MASS_MODALITY_LABELS;
	measurement last = N_MEASUREMENTS;

	for (int i = 0; i < definition->n_cutoffs; i++)
	{
		measurement m = definition->cutoffs[i].criterion->measured;
		bool		covered = false;
		problem    *found;

		if (m == last || p->modality == UNKNOWN || !is_measured(p, m))
			continue;
		last = m;
		for (int j = 0; j < definition->n_cutoffs; j++)
			if (definition->cutoffs[j].criterion->measured == m &&
				definition->cutoffs[j].modalities & BY(p->modality))
				covered = true;
		if (covered)
			continue;
		found = add_problem(problems, n, p, m, false);
		status_fail(&found->st, FAULT_INVALID_PARAMETER, "%s has no cut-off for %s by %s",
					definition->code, found->measurement, labels[p->modality]);
		status_hint(&found->st, "Its mass stays unknown. sarcopenia_cutoffs() lists the modalities.");
	}
}

static void
check_age(const person *p, const sarcopenia_definition *definition, problem *problems, int *n)
{
	problem    *found;

	if (definition->n_age_bands > 0 && !is_measured(p, AGE))
	{
		found = add_problem(problems, n, p, AGE, false);
		status_fail(&found->st, FAULT_INVALID_PARAMETER, "%s needs the age", definition->code);
		status_hint(&found->st, "Its cut-offs depend on the age, and it begins at %d years.",
					definition->age_bands[0]);
	}
	else if (definition->n_age_bands > 0 && p->value[AGE] < definition->age_bands[0])
	{
		found = add_problem(problems, n, p, AGE, false);
		status_fail(&found->st, FAULT_INVALID_PARAMETER, "%s is not applicable below %d years",
					definition->code, definition->age_bands[0]);
		status_hint(&found->st, "The class is NULL; this is not a missing measurement.");
	}
	else if (is_measured(p, AGE) && p->value[AGE] < definition->cohort_age)
	{
		found = add_problem(problems, n, p, AGE, false);
		status_fail(&found->st, FAULT_INVALID_PARAMETER,
					"the cohorts of %s were %d years and older", definition->code,
					definition->cohort_age);
		status_hint(&found->st, "The class is computed all the same.");
	}
}

int
check_person(person *p, const sarcopenia_definition *definition, problem *problems)
{
	int			n = 0;
	status		st;

	check_values(p, problems, &n);
	check_tests(p, problems, &n);
	if (!derive_indices(p, &st))
		add_problem(problems, &n, p, is_measured(p, HEIGHT_CM) ? HEIGHT_CM : WEIGHT_KG, true)->st =
			st;
	check_mass(p, problems, &n);
	if (definition != NULL)
	{
		check_age(p, definition, problems, &n);
		check_modality(p, definition, problems, &n);
	}
	return n;
}
