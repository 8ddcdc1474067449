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

#include "common/comparison.h"
#include "common/evidence.h"
#include "common/table.h"
#include "sarcopenia/class.h"
#include "sarcopenia/measurement.h"

#include <stddef.h>

typedef enum component
{
	STRENGTH,
	MASS,
	PERFORMANCE,
	N_COMPONENTS
} component;

#define COMPONENT_LABELS {"strength", "mass", "performance"}

/* Which of the criteria of a component may decide; 0 is any that the definition recommends. */
#define ANY_CRITERION 0

typedef enum mass_criterion
{
	MASS_ANY = ANY_CRITERION,
	MASS_ASM,
	MASS_ASM_H2,
	MASS_ASM_BMI,
	MASS_SMM_H2,
	MASS_SMM_H2_JANSSEN,
	MASS_L3_SMI,
	N_MASS_CRITERIA
} mass_criterion;

#define MASS_CRITERION_LABELS \
	{"any", "asm", "asm_h2", "asm_bmi", "smm_h2", "smm_h2_janssen", "l3_smi"}

typedef enum strength_criterion
{
	STRENGTH_ANY = ANY_CRITERION,
	STRENGTH_GRIP,
	STRENGTH_CHAIR_STAND,
	STRENGTH_GRIP_BMI,
	N_STRENGTH_CRITERIA
} strength_criterion;

#define STRENGTH_CRITERION_LABELS {"any", "grip", "chair_stand", "grip_bmi"}

/* What a test is called in listings, which measurement it is, and who can fail it. */
typedef struct criterion
{
	const char *name;
	const char *unit;
	measurement measured;
	int			test;	/* physical_test that can be impossible, or UNKNOWN */
	int			choice; /* as mass_criterion or strength_criterion, by the component of its row */
} criterion;

extern const criterion criterion_grip;
extern const criterion criterion_grip_bmi;
extern const criterion criterion_chair_stand;
extern const criterion criterion_asm;
extern const criterion criterion_asm_h2;
extern const criterion criterion_asm_bmi;
extern const criterion criterion_smm_h2;
extern const criterion criterion_smm_h2_janssen;
extern const criterion criterion_l3_smi;
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

/* Ages in completed years. A row that says nothing is for all of them. */
typedef struct age_span
{
	int			from;
	int			to; /* 0: no upper limit */
} age_span;

#define ALL_AGES		 {0, 0}
#define AGES(from, to)	 {(from), (to)}
#define FROM_AGE(from)	 {(from), 0}

static inline int
completed_years(bool known, double age)
{
	return known ? (int) age : UNKNOWN;
}

/* Whether a row could be for a person of this sex and of this age in completed years (or UNKNOWN). */
static inline bool
could_be_for(unsigned sexes, age_span ages, int of_sex, int age)
{
	return (of_sex == UNKNOWN || sexes & (1u << of_sex)) &&
		(age == UNKNOWN || (age >= ages.from && (ages.to == 0 || age <= ages.to)));
}

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
	age_span	ages;
	bool		alternate;			 /* decides only where the caller asks for its criterion */
	const struct cutoff *published;	 /* in a caller's own table: the row that this one replaces */
} cutoff;

#define ALTERNATE true

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
	const char *name; /* the paper's own word */
	evidence_mark mark;
} class_rule;

#define MAX_AGE_BANDS 2

typedef struct sarcopenia_definition
{
	const char *code;
	const char *name;
	const char *source;
	const char *population; /* whom it was made for, or NULL; nobody is refused for it */
	const char *note;		/* what a reader must know, or NULL */
	const cutoff *cutoffs;	/* none: a concept only, which classifies nobody */
	int			n_cutoffs;
	const class_rule *rules;
	int			n_rules;
	int			age_bands[MAX_AGE_BANDS]; /* first year of each; nobody younger than the first is classified */
	int			n_age_bands;			  /* 0: age does not matter */
	int			cohort_age;				  /* youngest age of its cohorts, where published; 0: not known */
} sarcopenia_definition;

/* The definitions, in the order of the SQL enum sarcopenia_definition. */
typedef enum definition_code
{
	EWGSOP2,
	AWGS2019,
	EWGSOP1,
	AWGS2014,
	AWGS2019_COMMUNITY,
	AWGS2025,
	KWGS2023,
	FNIH,
	SDOC,
	IWGS,
	JSH1,
	JSH2,
	GLIS2024,
	N_DEFINITIONS
} definition_code;

#define SARCOPENIA_DEFINITION_LABELS \
	{"EWGSOP2", "AWGS2019", "EWGSOP1", "AWGS2014", "AWGS2019_community", "AWGS2025", "KWGS2023", \
	 "FNIH", "SDOC", "IWGS", "JSH1", "JSH2", "GLIS2024"}

extern const sarcopenia_definition definition_ewgsop2;
extern const sarcopenia_definition definition_awgs2019;
extern const sarcopenia_definition definition_ewgsop1;
extern const sarcopenia_definition definition_awgs2014;
extern const sarcopenia_definition definition_awgs2019_community;
extern const sarcopenia_definition definition_awgs2025;
extern const sarcopenia_definition definition_kwgs2023;
extern const sarcopenia_definition definition_fnih;
extern const sarcopenia_definition definition_sdoc;
extern const sarcopenia_definition definition_iwgs;
extern const sarcopenia_definition definition_jsh1;
extern const sarcopenia_definition definition_jsh2;
extern const sarcopenia_definition definition_glis2024;

extern const sarcopenia_definition *definition_at(definition_code code);

/* The criterion that is a measurement of this name ("grip_kg"), or NULL. */
extern const criterion *criterion_by_measurement(const char *name, size_t length);

#endif
