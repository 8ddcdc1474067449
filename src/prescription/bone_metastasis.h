/*
 * bone_metastasis: which exercise a metastasis of bone leaves, by its site.
 *
 * Three trials printed much the same table, with differences, so each is kept
 * as a variant of its own. Several lesions leave what each of them leaves.
 */
#ifndef EXONC_PRESCRIPTION_BONE_METASTASIS_H
#define EXONC_PRESCRIPTION_BONE_METASTASIS_H

#include "prescription/advice.h"

typedef enum bone_table
{
	TABLE_TRIALS_2018,
	TABLE_EFFECT,
	TABLE_EFFECT_LOW_LOAD, /* its alternative to leaving out: low loads */
	TABLE_EXERCISE_GUIDE,
	N_BONE_TABLES
} bone_table;

#define BONE_TABLE_LABELS {"trials2018", "effect", "effect_low_load", "exerciseguide"}

/* Bits of the SQL type bone_site_set; never renumbered. */
typedef enum bone_site
{
	CERVICAL_SPINE,
	THORACIC_SPINE,
	RIBS,
	LUMBAR_SPINE,
	PELVIS,
	PROXIMAL_HUMERUS,
	PROXIMAL_FEMUR,
	ALL_REGIONS,
	N_BONE_SITES
} bone_site;

#define BONE_SITE_LABELS \
	{"cervical_spine", "thoracic_spine", "ribs", "lumbar_spine", "pelvis", "proximal_humerus", "proximal_femur", \
	 "all_regions"}

extern const vocabulary bone_sites;

/* The columns of the printed tables. */
typedef enum bone_target
{
	TARGET_UPPER,
	TARGET_TRUNK,
	TARGET_LOWER,
	TARGET_WEIGHT_BEARING,
	TARGET_NOT_WEIGHT_BEARING,
	TARGET_FLEXIBILITY,
	N_BONE_TARGETS
} bone_target;

#define BONE_TARGET_LABELS \
	{"resistance, upper body", "resistance, trunk", "resistance, lower body", "aerobic, weight-bearing", \
	 "aerobic, not weight-bearing", "flexibility"}

typedef enum bone_cell
{
	AVOID,
	ALLOWED,
	NO_SHOULDER,
	NO_ELBOW,
	NO_HIP,
	NO_KNEE,
	NO_SPINE,
	LOW_LOAD
} bone_cell;

typedef struct bone_row
{
	bone_table	table;
	bone_site	site;
	bone_cell	cells[N_BONE_TARGETS];
	evidence_mark mark;
} bone_row;

extern const bone_row *bone_rows(int *n);
extern const char *bone_table_source(bone_table table);

/* What one cell takes out. */
extern uint32_t restrictions_of_cell(bone_target target, bone_cell cell);

typedef struct bone_lesions
{
	bool		known;
	uint32_t	sites; /* bone_site_set */
	int			unstable;	   /* 1, 0 or UNKNOWN */
	int			risk_assessed; /* 1, 0 or UNKNOWN */
} bone_lesions;

#define MAX_BONE_ADVICE (N_BONE_SITES + 4)

extern int	advise_on_bones(bone_table table, const bone_lesions *lesions, advice rows[MAX_BONE_ADVICE]);

/* ---- fracture risk of a lesion by its score ---- */

typedef enum lesion_score
{
	MIRELS,
	MIRELS_HUMERUS,
	SINS,
	N_LESION_SCORES
} lesion_score;

/* Bands of a score, from the highest; the first whose lowest score is reached holds. */
typedef struct lesion_band
{
	lesion_score score;
	int			from;
	precaution_level level;
	const char *change;
	const char *source;
	evidence_mark mark;
} lesion_band;

extern const lesion_band *lesion_bands(int *n);
extern const char *lesion_score_name(lesion_score score);

/* score_known: 0 where it was not scored. False with a status for a score that cannot be. */
extern bool advise_on_lesion(lesion_score score, bool score_known, int points, advice *row, status *st);

#endif
