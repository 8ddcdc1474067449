/*
 * muscle_set: published sets of cut-offs for muscle seen in images, and for
 * calf circumference; a person's values against all of them.
 *
 * These are no definitions of sarcopenia. Some are limits of a reference
 * population (-2 SD, 5th percentile), some were chosen because they part
 * patients by survival: they answer different questions, and give opposite
 * answers for the same person. So none is a default, and each row names its set.
 */
#ifndef EXONC_MUSCLE_SET_H
#define EXONC_MUSCLE_SET_H

#include "common/evidence.h"
#include "common/person.h"
#include "common/status.h"
#include "common/table.h"
#include "sarcopenia/definition.h"

/* What is measured, in the order of the arguments of muscle_panel(); then what is derived. */
typedef enum muscle_measure
{
	PANEL_AGE,
	PANEL_HEIGHT_CM,
	PANEL_WEIGHT_KG,
	PANEL_BMI,
	L3_SMA,			/* muscle area at L3 */
	L3_SMI,			/* over height squared */
	L3_ATTENUATION, /* of the muscle at L3 */
	L3_PMI,			/* psoas area over height squared */
	T4_SMI,			/* muscle area at T4 over height squared */
	T4_PMI,			/* pectoralis area over height squared */
	CALF_CM,
	N_PANEL_ARGUMENTS,
	L3_SMA_BMI = N_PANEL_ARGUMENTS,
	L3_SMA_WEIGHT,
	N_PANEL_MEASURES
} muscle_measure;

/* A band of body mass index: from, and up to but not including. */
typedef struct bmi_band
{
	double		from;
	double		below; /* 0: no limit */
} bmi_band;

#define ALL_BMI {0, 0}

typedef struct muscle_cutoff
{
	muscle_measure measure;
	unsigned	sexes;
	age_span	ages;
	bmi_band	bmi;
	comparison	operator;
	double		value;
	evidence_mark mark;
} muscle_cutoff;

typedef struct muscle_set
{
	const char *code;
	const char *purpose; /* what the limit means */
	const char *population;
	const char *source;
	const muscle_cutoff *rows;
	int			n_rows;
} muscle_set;

/* The sets, in the order of listing. */
extern const muscle_set *const muscle_sets[];
extern const int n_muscle_sets;

/* Muscle is what lies between these, in Hounsfield units. */
#define MUSCLE_HU_FROM (-29)
#define MUSCLE_HU_TO 150

typedef struct panel_person
{
	int			sex; /* or UNKNOWN */
	double		value[N_PANEL_MEASURES];
	bool		measured[N_PANEL_MEASURES];
} panel_person;

/* Name and unit of a measure, as arguments are called. */
extern const char *panel_measure_name(muscle_measure m);
extern const char *panel_measure_unit(muscle_measure m);

/* Checks the values and derives the indices. */
extern bool prepare_panel(panel_person *p, status *st);

/* One set's verdict on one measure. */
typedef struct panel_line
{
	const muscle_set *set;
	muscle_measure measure;
	const muscle_cutoff *cutoff; /* NULL: none applies, or not known which */
	int			low;			 /* 1, 0 or UNKNOWN */
	const char *note;			 /* or NULL */
} panel_line;

#define MAX_PANEL_LINES 64

/* Lines for what was measured, in the order of the sets; returns their number. */
extern int	read_panel(const panel_person *p, panel_line *lines);

#endif
