/*
 * definition: a consensus definition of sarcopenia as two tables.
 *
 * The cut-offs say when a test is low; the rule says which class follows from
 * low or normal strength, muscle mass and physical performance. Each
 * definition is one file of this folder, laid out for checking against its
 * paper line by line; definitions.c lists them.
 */
#ifndef EXONC_DEFINITION_H
#define EXONC_DEFINITION_H

#include "common/evidence.h"
#include "common/table.h"
#include "sarcopenia/measurement.h"

#include <stddef.h>

/* One ordered vocabulary for all definitions, so that class >= 'sarcopenia' is prevalence. */
typedef enum sarcopenia_class
{
	CLASS_NONE,
	CLASS_POSSIBLE,
	CLASS_PROBABLE,
	CLASS_SARCOPENIA,
	CLASS_SEVERE,
	N_CLASSES
} sarcopenia_class;

#define SARCOPENIA_CLASS_LABELS {"none", "possible", "probable", "sarcopenia", "severe"}

typedef enum component
{
	STRENGTH,
	MASS,
	PERFORMANCE,
	N_COMPONENTS
} component;

#define COMPONENT_LABELS {"strength", "mass", "performance"}

/* Which of the mass criteria may decide. */
typedef enum mass_criterion
{
	MASS_ANY, /* low if any of the definition's criteria is low */
	MASS_ASM,
	MASS_ASM_H2,
	N_MASS_CRITERIA
} mass_criterion;

#define MASS_CRITERION_LABELS {"any", "asm", "asm_h2"}

/* How a value is compared with the cut-off to be low. */
typedef enum comparison
{
	BELOW,	  /* <  */
	AT_MOST,  /* <= */
	ABOVE,	  /* >  */
	AT_LEAST  /* >= */
} comparison;

#define COMPARISON_LABELS {"<", "<=", ">", ">="}

/* What a test is called in listings, which measurement it is, and who can fail it. */
typedef struct criterion
{
	const char *name;
	const char *unit;
	measurement measured;
	int			test; /* physical_test that can be impossible, or UNKNOWN */
	mass_criterion mass; /* MASS_ANY: not a mass criterion */
} criterion;

extern const criterion criterion_grip;
extern const criterion criterion_chair_stand;
extern const criterion criterion_asm;
extern const criterion criterion_asm_h2;
extern const criterion criterion_gait;
extern const criterion criterion_sppb;
extern const criterion criterion_tug;
extern const criterion criterion_walk_400m;

/* Sets of sexes and modalities, as bits. */
#define WOMEN	  (1u << FEMALE)
#define MEN		  (1u << MALE)
#define BOTH	  (WOMEN | MEN)
#define BY(modality) (1u << (modality))
#define NO_MODALITY	 ((1u << N_MODALITIES) - 1) /* the modality does not matter */

/* Low means: the value of the criterion is <operator> the cut-off. */
typedef struct cutoff
{
	component	component;
	const criterion *criterion;
	unsigned	modalities;
	unsigned	sexes;
	comparison	operator;
	double		value;
	const char *protocol; /* how the test is done for this definition, or NULL */
	evidence_mark mark;
} cutoff;

/* A component in a rule. */
typedef enum finding
{
	NORMAL,
	LOW,
	ANY /* either, in a rule only */
} finding;

/* Read from the top; the first line that fits gives the class. */
typedef struct class_rule
{
	finding		strength;
	finding		mass;
	finding		performance;
	sarcopenia_class class;
} class_rule;

typedef struct sarcopenia_definition
{
	const char *code;
	const char *source;
	const cutoff *cutoffs;
	int			n_cutoffs;
	const class_rule *rules;
	int			n_rules;
} sarcopenia_definition;

/* The definitions, in the order of the SQL enum sarcopenia_definition. */
typedef enum definition_code
{
	EWGSOP2,
	AWGS2019,
	N_DEFINITIONS
} definition_code;

#define SARCOPENIA_DEFINITION_LABELS {"EWGSOP2", "AWGS2019"}

extern const sarcopenia_definition definition_ewgsop2;
extern const sarcopenia_definition definition_awgs2019;

extern const sarcopenia_definition *definition_at(definition_code code);

#endif
