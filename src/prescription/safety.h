/*
 * safety: precautions by published profiles.
 *
 * The profiles disagree by whole levels: at platelets of 35 x10^9/L they say
 * modify, clearance, nothing, modify and stop. So none is the default, and each
 * rule is a row that can be checked. What is missing or too old is unknown,
 * never fine.
 */
#ifndef EXONC_PRESCRIPTION_SAFETY_H
#define EXONC_PRESCRIPTION_SAFETY_H

#include "common/comparison.h"
#include "common/evidence.h"
#include "common/person.h"
#include "common/status.h"
#include "prescription/restriction.h"

typedef enum safety_profile
{
	PROFILE_MALTSER_2017,
	PROFILE_AHA_CORE_2019,
	PROFILE_TREK,
	PROFILE_MEDALG,
	PROFILE_STRICT,
	PROFILE_IDSA,
	PROFILE_ESMO,
	PROFILE_IMMUNOTHERAPY,
	PROFILE_CARDIOTOXICITY,
	N_SAFETY_PROFILES
} safety_profile;

#define SAFETY_PROFILE_LABELS \
	{"maltser2017", "aha_core2019", "trek", "medalg", "strict", "idsa", "esmo", "immunotherapy", "cardiotoxicity"}

/* Ordered, so that the greatest of several rows is the one that counts. */
typedef enum precaution_level
{
	PRECAUTION_NONE,
	PRECAUTION_UNKNOWN, /* a value is missing: never "none" */
	PRECAUTION_MONITOR,
	PRECAUTION_MODIFY,
	PRECAUTION_CLEARANCE, /* a clinician decides first */
	PRECAUTION_STOP
} precaution_level;

#define PRECAUTION_LEVEL_LABELS {"none", "unknown", "monitor", "modify", "clearance", "stop"}

/* In the order of the SQL arguments. Yes-or-no findings are 1 and 0. */
typedef enum finding
{
	PLATELETS,
	HAEMOGLOBIN,
	NEUTROPHILS,
	WHITE_CELLS,
	CK_RATIO,
	TEMPERATURE,
	SYSTOLIC,
	DIASTOLIC,
	RESTING_HR,
	OXYGEN_SATURATION,
	GLUCOSE,
	LVEF,
	LVEF_DROP,
	SYMPTOMATIC,
	INFECTION_SIGNS,
	FEVER_SUSTAINED,
	NEUTROPHILS_FALLING,
	VOMITING_24H,
	HIGH_DOSE_CHEMO_24H,
	N_FINDINGS
} finding;

/* The laboratory values, which get old. */
#define LAST_LABORATORY_VALUE CK_RATIO

/* A finding against a threshold. A yes-or-no finding is at least 1. */
typedef struct safety_condition
{
	finding		finding; /* N_FINDINGS: no condition */
	comparison	operator;
	double		threshold;
} safety_condition;

/*
 * Rules of one profile and finding stand together, the most severe first: the
 * first one that holds decides.
 */
typedef struct safety_rule
{
	safety_profile profile;
	finding		about;
	safety_condition first;
	safety_condition second;
	precaution_level level;
	uint32_t	restrictions; /* beside those of the level */
	const char *change;
	const char *source;
	evidence_mark mark;
} safety_rule;

typedef struct finding_definition
{
	const char *name; /* the SQL argument */
	const char *unit;
	double		lowest;
	double		highest;
	const char *hint;
} finding_definition;

extern const finding_definition *finding_at(finding f);
extern const safety_rule *safety_rules(int *n);

/* What is known of a person. */
typedef struct findings
{
	double		value[N_FINDINGS]; /* NAN: unknown */
	bool		outdated;		   /* the laboratory values are too old */
} findings;

extern bool check_findings(const findings *f, status *st);

typedef struct precaution
{
	const safety_rule *rule; /* that decided; NULL: none did */
	finding		about;
	precaution_level level;
	uint32_t	restrictions; /* exercise_restriction_set */
	const char *note; /* what is missing */
} precaution;

/* What a level asks for by itself: stop, clearance and unknown hold everything. */
extern uint32_t restrictions_of_level(precaution_level level);

/* One row for each finding that the profile has rules about. */
extern int	find_precautions(safety_profile profile, const findings *f, precaution rows[N_FINDINGS]);

static inline bool
is_yes_or_no(finding f)
{
	return f >= SYMPTOMATIC;
}

/* Risk of fracture of a long bone, 4 to 12; each item is 1 to 3. */
extern bool mirels_score(int site, int pain, int lesion, int size, int *score, status *st);

#endif
