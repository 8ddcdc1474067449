/*
 * classification: from a person's measurements to a class, when some are missing.
 *
 * Three-valued logic, in three steps:
 *
 * 1. A criterion (grip, ASM/h2, gait ...) is low or normal when every cut-off
 *    that could apply to the person says so. Where sex or modality is not known
 *    and the cut-offs disagree, it is undecided. A test that could not be
 *    performed is low. A criterion that was not measured is missing.
 *
 * 2. A component (strength, mass, performance) is low if any of its criteria is
 *    low; normal if one is normal and none is undecided; otherwise unknown.
 *    Strictly, it is normal only if none is missing either.
 *
 * 3. Every way to complete the unknown components gives a class. The mildest
 *    and the severest of these are the range. The class is established if the
 *    range is a single class, or if its mildest is a positive one.
 */
#ifndef EXONC_CLASSIFICATION_H
#define EXONC_CLASSIFICATION_H

#include "sarcopenia/compiled.h"

typedef struct classification_options
{
	mass_criterion mass;
	bool		strict;
} classification_options;

/* Whether the definition has cut-offs for the criterion of mass that is asked for. */
extern bool check_options(definition_code code, const classification_options *options, status *st);

/* The person must have passed prepare_person(). */
extern bool classify(definition_code code, const person *p,
					 const classification_options *options, class_range *range, status *st);

/* The class that a range establishes, or UNKNOWN. */
extern int	established_class(const class_range *range);

/* One line of evidence: a person's value beside a cut-off that could apply. */
typedef struct evidence
{
	component	component;
	int			component_finding; /* NORMAL, LOW or UNKNOWN */
	const criterion *criterion;
	const cutoff *cutoff; /* NULL: the definition has none for the modality */
	bool		measured;
	double		value;
	int			finding; /* of this line: NORMAL, LOW or UNKNOWN */
	const char *note;	 /* or NULL */
} evidence;

#define MAX_CUTOFFS 32

/* For options that were checked. Fills lines[MAX_CUTOFFS], in the order of the definition's table; returns their number. */
extern int	gather_evidence(definition_code code, const person *p,
							const classification_options *options, evidence *lines);

#endif
