/*
 * charlson: see charlson.h.
 *
 * Weights of 1987: Charlson et al., J Chronic Dis 1987;40:373-383, PMID 3558716,
 * in the 17 conditions that administrative data distinguish: the original has
 * leukaemia and lymphoma as conditions of their own, of weight 2 as any tumour.
 * Weights of 2011: Quan et al., Am J Epidemiol 2011;173:676-682, PMID 21330339;
 * five conditions no longer count. Age: Charlson et al., J Clin Epidemiol
 * 1994;47:1245-1251, PMID 7722560, made for the weights of 1987; the paper of
 * 2011 has no points for age.
 *
 * The weights of 1987 were read in published tables that reprint them, those of
 * 2011 in an implementation (R package comorbidity); the abstract of the paper
 * says how many fell to 0 (five), fell (three), rose (four) and stayed (five),
 * and these do. The bands of age were read in MIMIC's code and in two
 * calculators that cite the paper.
 */
#include "assessment/indices/charlson.h"

#include "assessment/indices/index_rule.h"
#include "common/limits.h"
#include "common/decimal.h"
#include "common/person.h"

#include <stdio.h>

#define NONE  UNKNOWN
#define BIRTH 0

/* clang-format off */
const charlson_condition charlson_conditions[N_COMORBIDITIES] = {
	/*                         name                                        1987 2011   not counted beside */
	[MYOCARDIAL_INFARCTION] = {"myocardial infarction",                      {1, 0}, NONE},
	[HEART_FAILURE] =         {"congestive heart failure",                   {1, 2}, NONE},
	[PERIPHERAL_VASCULAR] =   {"peripheral vascular disease",                {1, 0}, NONE},
	[CEREBROVASCULAR] =       {"cerebrovascular disease",                    {1, 0}, NONE},
	[DEMENTIA] =              {"dementia",                                   {1, 2}, NONE},
	[CHRONIC_PULMONARY] =     {"chronic pulmonary disease",                  {1, 1}, NONE},
	[RHEUMATIC] =             {"rheumatic disease",                          {1, 1}, NONE},
	[PEPTIC_ULCER] =          {"peptic ulcer disease",                       {1, 0}, NONE},
	[MILD_LIVER] =            {"mild liver disease",                         {1, 2}, SEVERE_LIVER},
	[DIABETES] =              {"diabetes without end-organ damage",          {1, 0}, DIABETES_COMPLICATED},
	[DIABETES_COMPLICATED] =  {"diabetes with end-organ damage",             {2, 1}, NONE},
	[PLEGIA] =                {"hemiplegia or paraplegia",                   {2, 2}, NONE},
	[RENAL] =                 {"moderate or severe renal disease",           {2, 1}, NONE},
	[MALIGNANCY] =            {"any tumour, leukaemia or lymphoma",          {2, 2}, METASTATIC_TUMOUR},
	[SEVERE_LIVER] =          {"moderate or severe liver disease",           {3, 4}, NONE},
	[METASTATIC_TUMOUR] =     {"metastatic solid tumour",                    {6, 6}, NONE},
	[AIDS] =                  {"AIDS",                                       {6, 4}, NONE},
};

static const struct { int from; int points; } age_points[] = {
	/* years  points */
	{BIRTH,   0},
	{50,      1},
	{60,      2},
	{70,      3},
	{80,      4},
};
/* clang-format on */

const char *const charlson_sources[N_CHARLSON_VERSIONS] = {
	[CHARLSON_1987] = "Charlson 1987, J Chronic Dis 40:373, PMID 3558716",
	[QUAN_2011] = "Quan 2011, Am J Epidemiol 173:676, PMID 21330339",
};

#define AGE_SOURCE "Charlson 1994, J Clin Epidemiol 47:1245, PMID 7722560"

static const value_limits limits_of_age = LIMITS_OF_AGE;

/* What exclude_cancer leaves out: the disease that the registry is about. */
#define CANCER ((1u << MALIGNANCY) | (1u << METASTATIC_TUMOUR))

static const char *const names[] = COMORBIDITY_LABELS;

const vocabulary comorbidities = {
	.type = "comorbidity_set",
	.member = "comorbidity",
	.members = "comorbidities",
	.example = "{mi,chf}",
	.names = COUNTED(names),
};

static int
sum_of_weights(charlson_version version, uint32_t set)
{
	int			sum = 0;

	for (int c = 0; c < N_COMORBIDITIES; c++)
	{
		int			severe = charlson_conditions[c].superseded_by;

		if ((set >> c & 1) && !(severe != NONE && (set >> severe & 1)))
			sum += charlson_conditions[c].weight[version];
	}
	return sum;
}

static int
points_for_age(double age)
{
	int			points = 0;

	for (int i = 0; i < ENTRIES(age_points) && age >= age_points[i].from; i++)
		points = age_points[i].points;
	return points;
}

static bool
check_case(const charlson_case *patient, status *st)
{
	uint32_t	both = patient->present & patient->unknown;
	char		text[NAME_SET_TEXT];

	if (both != 0)
	{
		name_set_print(&comorbidities, both, text);
		status_fail(st, FAULT_INVALID_PARAMETER, "%s is both present and unknown", text);
		status_hint(st, "Name a condition in conditions, in unknown, or in neither if it is absent.");
		return false;
	}
	return !patient->age_known || check_limits(&limits_of_age, patient->age, st);
}

bool
charlson_score(charlson_version version, const charlson_case *patient, int *lowest, int *highest,
			   bool *decided, status *st)
{
	uint32_t	counted = patient->exclude_cancer ? ~CANCER : ~0u;
	int			for_age = 0;

	*decided = !patient->age_adjusted || patient->age_known;
	if (!check_case(patient, st))
		return false;
	if (patient->age_adjusted && patient->age_known)
		for_age = points_for_age(undo_real(patient->age));

	/* A severe form weighs at least as much as the mild one, so more conditions never lower the sum. */
	*lowest = for_age + sum_of_weights(version, patient->present & counted);
	*highest = for_age + sum_of_weights(version, (patient->present | patient->unknown) & counted);
	return true;
}

bool
charlson_describe(int i, index_rule *rule)
{
	static const char *const versions[] = CHARLSON_VERSION_LABELS;

	if (i < N_COMORBIDITIES * N_CHARLSON_VERSIONS)
	{
		int			version = i / N_COMORBIDITIES;
		int			c = i % N_COMORBIDITIES;
		int			severe = charlson_conditions[c].superseded_by;

		index_rule_set(rule, "Charlson", charlson_sources[version], SOURCED);
		snprintf(rule->rule, sizeof(rule->rule), "%s: weight of %s%s%s", versions[version], names[c],
				 severe == NONE ? "" : ", unless there is ", severe == NONE ? "" : names[severe]);
		snprintf(rule->value, sizeof(rule->value), "%d", charlson_conditions[c].weight[version]);
		return true;
	}
	i -= N_COMORBIDITIES * N_CHARLSON_VERSIONS;
	if (i >= ENTRIES(age_points))
		return false;
	index_rule_set(rule, "Charlson", AGE_SOURCE, SOURCED);
	snprintf(rule->rule, sizeof(rule->rule), "age_adjusted: points from %d years", age_points[i].from);
	snprintf(rule->value, sizeof(rule->value), "%d", age_points[i].points);
	return true;
}
