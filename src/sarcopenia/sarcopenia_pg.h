/* sarcopenia_pg.h: the arguments that the functions over a person's measurements share. */
#ifndef EXONC_SARCOPENIA_PG_H
#define EXONC_SARCOPENIA_PG_H

#include "exonc.h"

#include "sarcopenia/override.h"

/*
 * The arguments in measurements.sql.in, counted from the first of them. In
 * functions that take a definition, it comes before.
 */
typedef enum person_argument
{
	ARG_SEX,
	ARG_FIRST_MEASUREMENT, /* in the order of the C enum measurement */
	ARG_MODALITY = ARG_FIRST_MEASUREMENT + N_ARGUMENTS,
	ARG_UNABLE,
	ARG_MASS_CRITERION,
	ARG_STRENGTH_CRITERION,
	ARG_STRICT,
	ARG_CUTOFFS
} person_argument;

#define ARG_DEFINITION 0
#define AFTER_DEFINITION 1

/* What one call site keeps: enums looked up once, and the last cut-offs of the caller. */
typedef struct call_site
{
	int			first; /* number of the argument ARG_SEX */
	enum_map	definitions;
	enum_map	sexes;
	enum_map	modalities;
	enum_map	mass_criteria;
	enum_map	strength_criteria;
	enum_map	classes;
	Oid			class_type; /* of the elements of an array */
	struct own_cutoffs *own; /* or NULL */
} call_site;

/* first: as in call_site; class_type: of the result, or InvalidOid if the function returns none. */
extern call_site *get_call_site(FunctionCallInfo fcinfo, int first, Oid class_type);

/* The person in the arguments, checked; or, for a loader, as given. */
extern void read_person(FunctionCallInfo fcinfo, const call_site *site, person *p);
extern void get_person(FunctionCallInfo fcinfo, const call_site *site, person *p);

/* A NULL choice means the default, so that a caller can pass its own parameter through. */
extern classification_options get_options(FunctionCallInfo fcinfo, const call_site *site);

/* The tables of the definition, with the caller's cut-offs where there are any. */
extern definition_tables *get_tables(FunctionCallInfo fcinfo, call_site *site, definition_code code);

/* From override_pg.c. */
extern definition_tables *tables_with_cutoffs(call_site *site, MemoryContext context,
											  definition_code code, Datum cutoffs);

/* Labels that more than one file prints. */
extern const char *const definition_labels[N_DEFINITIONS];
extern const char *const class_labels[N_CLASSES];
extern const char *const modality_labels[N_MODALITIES];
extern const char *const sex_labels[N_SEXES];
extern const char *const component_labels[N_COMPONENTS];
extern const char *const comparison_labels[];
extern const char *const mark_labels[2];

#endif
