/*
 * restriction: what a safety rule can take out of a prescription.
 *
 * A rule carries its restrictions, a clinician can name them directly, and
 * restrict() applies them (restrict.h). How much a restriction takes out of
 * which modality is a row of a table. The words of the vocabulary are ours, as
 * is the translation of the advice of a source into them.
 */
#ifndef EXONC_PRESCRIPTION_RESTRICTION_H
#define EXONC_PRESCRIPTION_RESTRICTION_H

#include "common/evidence.h"
#include "common/name_set.h"

/* Bits of the SQL type exercise_restriction_set; never renumbered. */
typedef enum restriction
{
	NO_EXERCISE,
	CLEARANCE_FIRST,
	ASSESS_FIRST, /* something that the rules ask for is not known */
	MOBILITY_ONLY,
	LIGHT_ONLY,
	AT_MOST_MODERATE,
	NO_WEIGHT_BEARING_AEROBIC,
	NO_NON_WEIGHT_BEARING_AEROBIC,
	NO_TREADMILL,
	NO_HIGH_IMPACT,
	NO_WATER,
	NO_RESISTANCE,
	NO_UPPER_RESISTANCE,
	NO_TRUNK_RESISTANCE,
	NO_LOWER_RESISTANCE,
	NO_ISOMETRIC,
	NO_HEAVY_LIFTING,
	AT_MOST_75_PERCENT_1RM,
	AT_MOST_30_PERCENT_1RM,
	NO_FLEXIBILITY,
	NO_SHOULDER_MOVEMENT,
	NO_ELBOW_MOVEMENT,
	NO_HIP_MOVEMENT,
	NO_KNEE_MOVEMENT,
	NO_SPINE_MOVEMENT,
	SPARE_LINE_AREA,
	SUPERVISED_RESISTANCE,
	SUPERVISED_ONLY,
	NO_PUBLIC_SETTING,
	N_RESTRICTIONS
} restriction;

#define RESTRICTION_LABELS \
	{"no_exercise", "clearance_first", "assess_first", "mobility_only", "light_only", "at_most_moderate", \
	 "no_weight_bearing_aerobic", "no_non_weight_bearing_aerobic", "no_treadmill", "no_high_impact", "no_water", \
	 "no_resistance", "no_upper_resistance", "no_trunk_resistance", "no_lower_resistance", "no_isometric", \
	 "no_heavy_lifting", "at_most_75_percent_1rm", "at_most_30_percent_1rm", "no_flexibility", \
	 "no_shoulder_movement", "no_elbow_movement", "no_hip_movement", "no_knee_movement", "no_spine_movement", \
	 "spare_line_area", "supervised_resistance", "supervised_only", "no_public_setting"}

#define RESTRICTED(r) (1u << (r))

extern const vocabulary restriction_names;

/* What a mode word says of an exercise, and that it is a word that we know. */
typedef enum mode_property
{
	WEIGHT_BEARING = 1 << 0,
	NOT_WEIGHT_BEARING = 1 << 1,
	ON_TREADMILL = 1 << 2,
	HIGH_IMPACT = 1 << 3,
	IN_WATER = 1 << 4,
	UPPER_BODY = 1 << 5,
	TRUNK = 1 << 6,
	LOWER_BODY = 1 << 7,
	ISOMETRIC = 1 << 8,
	WALKING = 1 << 9,
	MOVES_SHOULDER = 1 << 10,
	MOVES_ELBOW = 1 << 11,
	MOVES_HIP = 1 << 12,
	MOVES_KNEE = 1 << 13,
	MOVES_SPINE = 1 << 14,
	WORD_KNOWN = 1 << 15
} mode_property;

/* The bits in their order. */
#define MODE_PROPERTY_LABELS \
	{"weight_bearing", "not_weight_bearing", "on_treadmill", "high_impact", "in_water", "upper_body", \
	 "trunk", "lower_body", "isometric", "walking", "moves_shoulder", \
	 "moves_elbow", "moves_hip", "moves_knee", "moves_spine"}

typedef struct mode_word
{
	const char *word;
	unsigned	properties;
	const char *source;
	evidence_mark mark;
} mode_word;

extern const mode_word *mode_words(int *n);

/* The row of a word, or NULL. */
extern const mode_word *mode_word_find(const char *word, int length);

/*
 * What a restriction does to the components of some modalities. A component
 * whose mode words do not decide stays, and it is said that nobody can tell.
 */
typedef struct restriction_scope
{
	restriction restriction;
	unsigned	out;	  /* modalities that it takes out whatever the mode */
	unsigned	read;	  /* modalities whose mode words decide */
	unsigned	unstated; /* of these, those where a mode that says nothing leaves it open */
	unsigned	forbids;  /* a word with one of these properties is taken out */
	unsigned	clears;	  /* any other with one of these is safe */
	const char *unclear; /* what is not known where it stays open */
} restriction_scope;

extern const restriction_scope *restriction_scopes(int *n);

/* The most that a restriction allows. */
typedef enum limit_kind
{
	LIMIT_CLASS, /* of intensity, as intensity.h has them */
	LIMIT_PERCENT_1RM
} limit_kind;

typedef struct restriction_limit
{
	restriction restriction;
	limit_kind	kind;
	int			most; /* intensity_class, or per cent */
	unsigned	modalities;
	const char *source;
	evidence_mark mark;
} restriction_limit;

extern const restriction_limit *restriction_limits(int *n);

/* What it means, in words. */
extern const char *restriction_meaning(restriction r);

#endif
