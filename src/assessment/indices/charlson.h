/*
 * charlson: the Charlson comorbidity index, as a weighted sum of conditions.
 * Of a mild and a severe form of one disease only the severe one counts.
 */
#ifndef EXONC_CHARLSON_H
#define EXONC_CHARLSON_H

#include "common/evidence.h"
#include "common/name_set.h"
#include "common/status.h"

/* In the order of the SQL type comorbidity_set; never renumbered. */
typedef enum comorbidity
{
	MYOCARDIAL_INFARCTION,
	HEART_FAILURE,
	PERIPHERAL_VASCULAR,
	CEREBROVASCULAR,
	DEMENTIA,
	CHRONIC_PULMONARY,
	RHEUMATIC,
	PEPTIC_ULCER,
	MILD_LIVER,
	DIABETES,
	DIABETES_COMPLICATED,
	PLEGIA,
	RENAL,
	MALIGNANCY,
	SEVERE_LIVER,
	METASTATIC_TUMOUR,
	AIDS,
	N_COMORBIDITIES
} comorbidity;

#define COMORBIDITY_LABELS \
	{"mi", "chf", "pvd", "cevd", "dementia", "cpd", "rheumd", "pud", "mld", "diab", "diabwc", \
	 "hp", "rend", "canc", "msld", "metacanc", "aids"}

extern const vocabulary comorbidities;

typedef enum charlson_version
{
	CHARLSON_1987,
	QUAN_2011,
	N_CHARLSON_VERSIONS
} charlson_version;

#define CHARLSON_VERSION_LABELS {"charlson_1987", "quan_2011"}

typedef struct charlson_condition
{
	const char *name;
	int			weight[N_CHARLSON_VERSIONS];
	int			superseded_by; /* the severe form of the same disease, or UNKNOWN */
} charlson_condition;

extern const charlson_condition charlson_conditions[N_COMORBIDITIES];
extern const char *const charlson_sources[N_CHARLSON_VERSIONS];

typedef struct charlson_case
{
	uint32_t	present; /* comorbidity_set */
	uint32_t	unknown; /* those of which nobody knows */
	bool		exclude_cancer;
	bool		age_adjusted;
	bool		age_known;
	double		age;
} charlson_case;

/*
 * The lowest and the highest score that the unknown conditions leave possible;
 * equal if they do not matter. *decided is false if the age is needed and not
 * known: then there is no score.
 */
extern bool charlson_score(charlson_version version, const charlson_case *patient, int *lowest,
						   int *highest, bool *decided, status *st);

#endif
