/* fhir_pg.h: arguments and pieces that the FHIR resources of a prescription have in common. */
#ifndef EXONC_PRESCRIPTION_FHIR_PG_H
#define EXONC_PRESCRIPTION_FHIR_PG_H

#include "prescription/prescription_pg.h"

#include "common/civil.h"
#include "prescription/json_writer_pg.h"

/* Names of the guide, of FHIR and of the code systems. */
#define GUIDE	  "http://hl7.org/fhir/us/physical-activity/"
#define FHIR	  "http://hl7.org/fhir/StructureDefinition/"
#define LOINC	  "http://loinc.org"
#define SNOMED_CT "http://snomed.info/sct"
#define UCUM	  "http://unitsofmeasure.org"

/* A date argument, which has four digits of a year; NO_DAY if it is NULL. */
extern day_number fhir_get_date(FunctionCallInfo fcinfo, int arg, const char *what);

/* Raises "<what> must be <expected>". */
extern _Noreturn void fhir_refuse(const char *what, const char *expected);

#define A_REFERENCE "a FHIR Reference, such as {\"reference\": \"Patient/17\"}"

/* Raises if there is a null anywhere, which FHIR does not know. */
extern void fhir_check_no_null(Jsonb *fragment, const char *what);

/* A piece of FHIR that the caller wrote, and one that must be a Reference. NULL is an error. */
extern Jsonb *fhir_get_fragment(FunctionCallInfo fcinfo, int arg, const char *what);
extern Jsonb *fhir_get_reference(FunctionCallInfo fcinfo, int arg, const char *what);

extern bool fhir_has_member(JsonbContainer *object, const char *key);
extern bool fhir_is_reference(JsonbContainer *object);

/* key: NULL in an array. */
extern void fhir_put_fragment(json_writer *w, const char *key, JsonbContainer *fragment);
extern void fhir_put_date(json_writer *w, const char *key, day_number date, const char *what);

/* The member "coding" of a CodeableConcept. display: may be NULL. */
extern void fhir_put_coding(json_writer *w, const char *system, const char *code, const char *display);

/* What all profiles of the guide begin with; words: of the narrative. */
extern void fhir_begin_resource(json_writer *w, const char *type, const char *profile, const char *words);

/* The first day of a week, if week 1 begins on start. */
extern day_number fhir_first_day(day_number start, int week);

/* NULL if there is no first or last week. */
extern Datum fhir_weeks(int first, int last, bool *isnull);

#endif
