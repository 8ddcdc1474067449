/*
 * dose: how much a prescription asks for in a week, as a range.
 *
 * A dose is unknown as soon as a part of it is not reported or not stated; it
 * is zero only where nothing of the kind is prescribed. "or" gives the envelope
 * of its alternatives. The minutes of a session count once, however many
 * components share them; minutes of one modality in it are then unknown. Warm-up
 * and cool-down do not count. Days of a cycle count for their share of the week.
 */
#ifndef EXONC_PRESCRIPTION_DOSE_H
#define EXONC_PRESCRIPTION_DOSE_H

#include "common/evidence.h"
#include "prescription/week.h"

typedef struct dose
{
	bool		known;
	double		low;
	double		high;
} dose;

typedef enum dose_kind
{
	DOSE_SESSIONS,
	DOSE_MINUTES,
	DOSE_MET_MINUTES,
	DOSE_SETS,		  /* of resistance exercise */
	DOSE_REPETITIONS, /* of resistance exercise */
	DOSE_VOLUME_LOAD  /* repetitions times kg */
} dose_kind;

/* MET values of a level of intensity. */
typedef struct met_range
{
	intensity_level level;
	double		low;
	double		high;
	const char *source;
	evidence_mark mark;
} met_range;

extern const met_range *met_range_of(intensity_level level);

/* Minutes of a session by its own clauses. */
extern dose session_minutes(const unit *u);

/*
 * The dose of a week. at: what prescription_at_week() gave for this week.
 * modality: UNKNOWN for all. one_rm_kg: for volume load; NAN if it is unknown.
 */
extern dose weekly_dose(const prescription *at, int week, dose_kind kind, int modality,
						double one_rm_kg);

/* The supervised share of the sessions of a week, 0 to 1. Unknown also where there are none. */
extern dose supervised_share(const prescription *at, int week);

#endif
