/*
 * classification: from a person's measurements to a class, when some are missing.
 *
 * Three-valued logic, in three steps:
 *
 * 1. A criterion (grip, ASM/h2, gait ...) is low or normal when every cut-off
 *    that could apply to the person says so. Where sex, modality or age is not
 *    known and the cut-offs disagree, it is undecided. A test that could not be
 *    performed is low. A criterion that was not measured is missing.
 *
 * 2. A component (strength, mass, performance) is low if any of its criteria is
 *    low; normal if one is normal and none is undecided; otherwise unknown.
 *    Strictly, it is normal only if none is missing either.
 *
 * 3. Every way to complete the unknown components gives a class. The mildest
 *    and the severest of these are the range. The class is established if the
 *    range is a single class, or if its mildest is a positive one.
 *
 * A definition may not speak about the person at all: it has a lowest age, or
 * it is a concept without cut-offs. That is neither a class nor unknown.
 */
#ifndef EXONC_CLASSIFICATION_H
#define EXONC_CLASSIFICATION_H

#include "sarcopenia/compiled.h"

typedef struct classification_options
{
	mass_criterion mass;
	strength_criterion strength;
	bool		strict;
} classification_options;

typedef struct classification
{
	applicability applies;
	class_range range; /* meaningless if TOO_YOUNG or CONCEPT_ONLY */
	int			findings[N_COMPONENTS];
	const compiled_definition *compiled; /* NULL if there is no range */
} classification;

/* Whether the definition has cut-offs for the criteria that are asked for. */
extern bool check_options(const sarcopenia_definition *definition,
						  const classification_options *options, status *st);

/* The person must have passed prepare_person(), the options check_options(). */
extern void classify(definition_tables *tables, const person *p,
					 const classification_options *options, classification *result);

/* Whether there is a range at all. */
static inline bool
has_range(const classification *result)
{
	return result->applies == APPLIES || result->applies == APPLIES_IF_OLD_ENOUGH;
}

/* The class that is established, or UNKNOWN. */
extern int	established_class(const classification *result);

/*
 * How much is known, in the order of the SQL enum sarcopenia_status: the class
 * is final, or at least this; it is open; or the definition does not speak about
 * the person.
 */
typedef enum sarcopenia_status
{
	STATUS_FINAL,
	STATUS_AT_LEAST,
	STATUS_OPEN,
	STATUS_NOT_APPLICABLE,
	STATUS_CONCEPT_ONLY
} sarcopenia_status;

#define SARCOPENIA_STATUS_LABELS {"final", "at_least", "open", "not_applicable", "concept_only"}

extern sarcopenia_status status_of(const classification *result);

/* The unknown components on which the class still depends: bit c is component c. */
extern unsigned open_components(const classification *result);

/* One line of evidence: a person's value beside a cut-off that could apply. */
typedef struct evidence
{
	component	component;
	int			component_finding; /* NORMAL, LOW or UNKNOWN */
	const criterion *criterion;
	const cutoff *cutoff; /* NULL: the definition has none for the person */
	bool		measured;
	double		value;
	int			finding; /* of this line: NORMAL, LOW or UNKNOWN */
	const char *note;	 /* or NULL */
	int			class_if_low;	 /* that would be established, were the component low; or UNKNOWN */
	int			class_if_normal; /* the same, were it normal */
} evidence;

#define MAX_CUTOFFS 32

/* For options that were checked. Fills lines[MAX_CUTOFFS], in the order of the definition's table; returns their number. */
extern int	gather_evidence(definition_tables *tables, const person *p,
							const classification_options *options, evidence *lines);

#endif
