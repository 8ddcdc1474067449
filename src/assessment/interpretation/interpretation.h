/*
 * interpretation: what a score means, and what a change of it means.
 *
 * A measure is the code of something that changes: a scale of a questionnaire,
 * "QLQ-C30 PF" (instrument, blank, scale), or a physical test, "6MWT". Four
 * tables speak of measures, a file each, laid out for checking by eye:
 *
 *   measures.c     physical tests and indices: unit, better end, range
 *   bands.c        severity bands of a score
 *   thresholds.c   the score at which a problem is clinically important
 *   differences.c  minimal important differences of a change
 *
 * What a scale of a questionnaire is (its better end, its range) stands in the
 * instrument's own definition and is read from there.
 *
 * interpretation_find() gathers what the tables know of one measure; callers
 * keep its result, so that a million rows search the tables once.
 */
#ifndef EXONC_INTERPRETATION_H
#define EXONC_INTERPRETATION_H

#include "assessment/instrument.h"
#include "common/comparison.h"

#include <math.h>

/* ---- measures ---- */

/* Longest code of a measure, with its end. */
#define MEASURE_CODE 64

/* The unit of a scale of a questionnaire. */
#define SCALE_UNIT "points"

/* A physical test or an index that does not come from answers. */
typedef struct physical_measure
{
	const char *code;
	const char *name;
	const char *unit;
	score_direction direction;
	double		lowest; /* values outside are refused: a missing code, or another unit */
	double		highest;
} physical_measure;

extern int	physical_measure_count(void);
extern const physical_measure *physical_measure_at(int index);

/* ---- bands ---- */

/*
 * A score belongs to the band with the highest "from" that it reaches, so 7.5
 * is in the band 0-7, not in 8-10. "To" is for reading: the end as printed.
 */
typedef struct band
{
	double		from;
	double		to; /* NO_END: open */
	const char *label;
	evidence_mark mark;
} band;

#define NO_END HUGE_VAL

typedef struct band_set
{
	const char *measure;
	const char *source;
	bool		categories; /* the score is the code of a category: no value between two */
	const band *bands;
	int			n_bands;
} band_set;

extern int	band_set_count(void);
extern const band_set *band_set_at(int index);

/* The band of a score, or NULL if the score is not one of this measure (the status says so). */
extern const band *severity_band_of(const band_set *set, double score, status *st);

/* ---- thresholds ---- */

/* The score is important when it is <operator> the value. */
typedef struct threshold
{
	const char *measure;
	comparison	operator;
	double		value;
	const char *meaning;
	const char *population; /* or NULL: not said */
	const char *source;
	evidence_mark mark;
} threshold;

extern int	threshold_count(void);
extern const threshold *threshold_at(int index);

/* Whether a score is at or beyond the threshold. */
extern bool is_important(const threshold *t, double score);

/* ---- minimal important differences ---- */

typedef enum change_direction
{
	IMPROVEMENT,
	DETERIORATION,
	EITHER
} change_direction;

#define CHANGE_DIRECTION_LABELS {"improvement", "deterioration", "either"}
#define N_DIRECTIONS 2 /* in which a change can go */

/* Whether the difference was meant for the mean of a group or for one person. */
typedef enum difference_kind
{
	NOT_SAID = -1,
	GROUP,
	INDIVIDUAL
} difference_kind;

#define DIFFERENCE_KIND_LABELS {"group", "individual"}

typedef enum change_amount
{
	ABSOLUTE, /* in the unit of the measure */
	PERCENT,  /* of the baseline */
	N_AMOUNTS
} change_amount;

#define CHANGE_AMOUNT_LABELS {"absolute", "percent"}

typedef struct important_difference
{
	const char *measure;
	const char *population; /* or NULL: not said */
	change_direction direction;
	difference_kind kind;
	bool		minimal; /* false: a larger difference that the source names beside it */
	change_amount amount;
	double		low; /* a range where one is printed; else low = high */
	double		high;
	const char *method; /* or NULL: not said */
	const char *source;
	evidence_mark mark;
} important_difference;

extern int	difference_count(void);
extern const important_difference *difference_at(int index);

/* ---- all of a measure ---- */

typedef struct interpretation
{
	char		code[MEASURE_CODE]; /* the scale's first code: "QLQ-C30 PF" for "QLQ-C30 PF2" */
	bool		known;	/* direction, lowest, highest and unit are */
	score_direction direction;
	double		lowest;
	double		highest;
	const char *unit;
	const band_set *bands;		/* or NULL */
	const threshold *threshold; /* or NULL */

	/* What a change is compared with unless the caller says otherwise; or NULL. */
	const important_difference *difference[N_AMOUNTS][N_DIRECTIONS];
} interpretation;

/* False if nothing is known of a measure with this code. */
extern bool interpretation_find(const char *code, size_t length, interpretation *found);

/*
 * A value as it was written down, if it can be one of this measure. What: the
 * name of the argument, for the message.
 */
extern bool check_value(const interpretation *of, const char *what, double *value, status *st);

/* The end of a range that a change in this direction is compared with. */
extern double difference_value(const important_difference *row, change_direction direction);

/* The unit of a difference: of its measure, or "%". */
extern const char *difference_unit(const important_difference *row);

#endif
