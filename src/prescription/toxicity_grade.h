/*
 * toxicity_grade: grades of the CTCAE that rules of exercise refer to.
 *
 * Versions differ: neutrophils of 0.8 x10^9/L are grade 3 in version 5 and
 * grade 2 in version 6. Grades of fatigue and neuropathy are words and are only
 * listed.
 */
#ifndef EXONC_PRESCRIPTION_TOXICITY_GRADE_H
#define EXONC_PRESCRIPTION_TOXICITY_GRADE_H

#include "common/comparison.h"
#include "common/evidence.h"
#include "common/status.h"

typedef enum ctcae_version
{
	CTCAE_5,
	CTCAE_6
} ctcae_version;

#define CTCAE_VERSION_LABELS {"v5", "v6"}

typedef enum ctcae_term
{
	GRADED_PLATELETS,
	GRADED_NEUTROPHILS,
	GRADED_HAEMOGLOBIN,
	GRADED_CREATINE_KINASE,
	GRADED_FEVER,
	GRADED_FATIGUE,
	GRADED_NEUROPATHY,
	N_CTCAE_TERMS
} ctcae_term;

#define CTCAE_TERM_LABELS \
	{"platelets", "neutrophils", "haemoglobin", "creatine_kinase", "fever", "fatigue", "sensory_neuropathy"}

typedef enum grade_basis
{
	BY_VALUE,
	BY_NORMAL_LIMIT,	/* the threshold is that of the laboratory */
	BY_VALUE_OVER_A_DAY, /* and for more than 24 hours */
	BY_WORDS
} grade_basis;

/* Rows of one version and term stand together, the highest grade first: the first that holds decides. */
typedef struct grade_row
{
	ctcae_version version;
	ctcae_term	term;
	int			grade;
	grade_basis basis;
	comparison	operator;
	double		threshold;
	const char *words;
	const char *source;
	evidence_mark mark;
} grade_row;

extern const grade_row *grade_rows(int *n);
extern const char *ctcae_unit(ctcae_term term);

/* As "value < 25". */
extern void grade_rule_text(const grade_row *row, char *text, int size);

typedef struct graded_value
{
	double		value;
	double		normal_limit; /* NAN: unknown */
	double		hours;		  /* for how long; NAN: unknown */
} graded_value;

/*
 * *grade is UNKNOWN where it hangs on something that is not known. False with a
 * status for a value that no person can have, or a term without numbers.
 */
extern bool grade_toxicity(ctcae_version version, ctcae_term term, const graded_value *of, int *grade, status *st);

#endif
