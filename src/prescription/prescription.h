/*
 * prescription: an exercise prescription as a tree.
 *
 * A prescription is a list of blocks of weeks or cycle days. A block is a list
 * of parts that are all done; a part is a list of alternatives of which one is
 * done; an alternative is a component (aer, res, ...) or a session that holds
 * components. Both carry clauses: frequency, time, intensity and so on.
 *
 * Two absences are kept apart everywhere: a clause that is not there was not
 * prescribed, and one whose value is "?" was prescribed but not reported.
 *
 * The text form and its meaning are described in docs/prescription.md. It was
 * designed for this product; no other software reads it.
 */
#ifndef EXONC_PRESCRIPTION_H
#define EXONC_PRESCRIPTION_H

#include "common/arena.h"
#include "common/person.h"
#include "common/status.h"

#include <stdint.h>

/* Limits: of the text in bytes, and of what it may hold. */
#define MAX_PRESCRIPTION_TEXT 32768
#define MAX_BLOCKS			  64
#define MAX_UNITS			  256 /* components and sessions */
#define MAX_WORD			  40
#define MAX_NOTE			  1000
#define MAX_WEEK			  520 /* ten years */
#define MAX_CYCLE			  365 /* days */

typedef enum exercise_modality
{
	AEROBIC,
	RESISTANCE,
	BALANCE,
	FLEXIBILITY,
	RESPIRATORY,
	FUNCTIONAL,
	MIND_BODY,
	ACTIVITY,
	N_MODALITIES_OF_EXERCISE
} exercise_modality;

/* The SQL labels, in the order of the enum. */
#define EXERCISE_MODALITY_LABELS \
	{"aerobic", "resistance", "balance", "flexibility", "respiratory", "functional", "mind_body", \
	 "activity"}

typedef enum supervision
{
	SUPERVISED,
	UNSUPERVISED,
	MONITORED, /* remotely, in real time */
	N_SUPERVISIONS
} supervision;

#define SUPERVISION_LABELS {"supervised", "unsupervised", "monitored"}

typedef enum exercise_setting
{
	AT_SITE,
	AT_HOME,
	BY_TELE,
	IN_COMMUNITY,
	N_SETTINGS
} exercise_setting;

#define EXERCISE_SETTING_LABELS {"site", "home", "tele", "community"}

typedef enum time_unit
{
	SECONDS,
	MINUTES,
	HOURS,
	N_TIME_UNITS
} time_unit;

typedef enum volume_unit
{
	VOLUME_MINUTES,
	VOLUME_MET_MINUTES,
	VOLUME_MET_HOURS,
	VOLUME_STEPS,
	N_VOLUME_UNITS
} volume_unit;

typedef enum period
{
	PER_WEEK,
	PER_DAY,
	PER_SESSION
} period;

/* What an intensity is measured in. Scales are written before the number, the others behind it. */
typedef enum intensity_unit
{
	RPE,  /* Borg 6-20, always */
	CR10, /* Borg 0-10 */
	OMNI,
	RIR, /* repetitions in reserve */
	TALK_TEST,
	PERCENT_HRR,
	PERCENT_HRMAX,
	PERCENT_VO2R,
	PERCENT_VO2MAX,
	PERCENT_VO2PEAK,
	PERCENT_WPEAK,
	PERCENT_MSEC,
	PERCENT_1RM,
	PERCENT_BODY_WEIGHT,
	WATTS,
	BPM,
	METS,
	KILOGRAMS,
	RM, /* the load that can be lifted so many times */
	KM_PER_HOUR,
	N_INTENSITY_UNITS
} intensity_unit;

/* A step of a progression has one of those units, or one of these. */
typedef enum step_unit
{
	STEP_PERCENT = N_INTENSITY_UNITS, /* multiplies the load */
	STEP_MINUTES,
	STEP_REPETITIONS,
	STEP_SETS,
	N_STEP_UNITS
} step_unit;

typedef enum intensity_level
{
	LIGHT,
	MODERATE,
	MODERATE_TO_VIGOROUS,
	VIGOROUS,
	MAXIMAL,
	AS_TOLERATED,
	N_LEVELS
} intensity_level;

typedef enum progression_rule
{
	PROGRESSION_NONE,
	PROGRESSION_AUTO,		/* by response */
	PROGRESSION_STEPS,		/* at fixed times */
	PROGRESSION_TWO_FOR_TWO /* two repetitions over plan in two sessions; steps may follow */
} progression_rule;

/* A number, a range, a ramp over the weeks of the block, "?", or nothing. */
typedef enum quantity_kind
{
	ABSENT,		  /* not prescribed */
	NOT_REPORTED, /* "?" */
	POINT,		  /* low and high are equal */
	SPAN,		  /* anything from low to high */
	RAMP		  /* from low in the first week to high in the last; may fall */
} quantity_kind;

typedef struct quantity
{
	quantity_kind kind;
	double		low;
	double		high;
} quantity;

/* Bytes that stand in the text that was parsed, or in the arena. */
typedef struct word
{
	const char *at; /* NULL: none */
	int			length;
} word;

typedef enum target_kind
{
	TARGET_UNIT,
	TARGET_LEVEL,
	TARGET_NOT_REPORTED
} target_kind;

/* One way to say how hard; any one of a list satisfies. */
typedef struct target
{
	struct target *next;
	target_kind kind;
	int			unit; /* intensity_unit, or intensity_level */
	quantity	value;
} target;

/* So much time, perhaps at an intensity: of an interval, a warm-up, a cool-down. */
typedef struct timed_step
{
	struct timed_step *next;
	quantity	time; /* ABSENT: no step */
	time_unit	unit;
	target	   *targets;
} timed_step;

typedef struct scheme
{
	struct scheme *next;
	quantity	sets;
	quantity	repetitions;
	target	   *targets;
} scheme;

typedef struct share
{
	struct share *next;
	double		sessions;
	supervision supervision;
} share;

typedef struct progression_step
{
	struct progression_step *next;
	int			sign; /* 1 or -1 */
	quantity	by;
	int			unit; /* intensity_unit or step_unit */
	double		every; /* 0: no interval is given */
	period		per;
	bool		capped;
	double		cap;
	int			cap_unit;
} progression_step;

typedef struct clauses
{
	quantity	frequency;
	period		frequency_per;
	share	   *split;
	int			supervision; /* UNKNOWN: absent */
	quantity	time;		 /* of a session */
	time_unit	time_unit;
	quantity	volume;
	volume_unit volume_unit;
	period		volume_per;
	quantity	sets;
	quantity	repetitions; /* or the hold */
	int			hold_unit;	 /* UNKNOWN: repetitions */
	quantity	repeats;	 /* of the intervals */
	timed_step *intervals;
	target	   *targets;
	double		alternate_weeks; /* 0: absent */
	scheme	   *schemes;
	quantity	exercises;
	quantity	rest;
	time_unit	rest_unit;
	timed_step	warm_up;
	timed_step	cool_down;
	int			progression; /* UNKNOWN: absent */
	progression_step *steps;
	int			n_settings;
	exercise_setting settings[N_SETTINGS];
	word		note;
} clauses;

/* In the canonical order. */
typedef enum clause_name
{
	CLAUSE_FREQUENCY,
	CLAUSE_SUPERVISION,
	CLAUSE_TIME,
	CLAUSE_VOLUME,
	CLAUSE_SETS,
	CLAUSE_INTERVALS,
	CLAUSE_INTENSITY,
	CLAUSE_ALTERNATION,
	CLAUSE_EXERCISES,
	CLAUSE_REST,
	CLAUSE_WARM_UP,
	CLAUSE_COOL_DOWN,
	CLAUSE_PROGRESSION,
	CLAUSE_SETTING,
	CLAUSE_NOTE,
	N_CLAUSES
} clause_name;

/* The names of the JSON form. */
#define CLAUSE_LABELS \
	{"frequency", "supervision", "time", "volume", "dose", "intervals", "intensity", "alternation", \
	 "exercises", "rest", "warm_up", "cool_down", "progression", "settings", "note"}

typedef struct mode
{
	struct mode *next;
	word		name;
} mode;

typedef struct component
{
	struct component *next;
	exercise_modality modality;
	mode	   *modes;
	clauses		clauses;
} component;

/* An alternative: a component of its own, or a session that shares its clauses among several. */
typedef struct unit
{
	struct unit *next;
	bool		is_session;
	clauses		shared; /* of the session */
	component  *components; /* exactly one if it is no session */
} unit;

typedef struct part
{
	struct part *next;
	unit	   *alternatives;
} part;

typedef enum selector
{
	ALWAYS,
	WEEKS,
	CYCLE_DAYS
} selector;

typedef struct block
{
	struct block *next;
	selector	selector;
	quantity	range; /* of weeks or of days */
	int			cycle_length;
	word		condition; /* "while" */
	part	   *parts;
} block;

typedef struct prescription
{
	block	   *blocks;
} prescription;

/*
 * The clauses that hold for an alternative as a whole: those of the session,
 * or those of the one component.
 */
static inline const clauses *
unit_clauses(const unit *u)
{
	return u->is_session ? &u->shared : &u->components->clauses;
}

/*
 * Reads the text form. The tree points into text. On failure the status says
 * what was expected and where.
 */
extern bool prescription_parse(const char *text, int length, prescription *rx, arena *memory,
							   status *st);

/* Writes the canonical text form. */
extern void prescription_print(const prescription *rx, text_sink *out);

/* Parts of it, for messages, tables and exchange. */
extern void print_number(text_sink *out, double number);
extern void print_quantity(text_sink *out, const quantity *q);
extern void print_targets(text_sink *out, const target *targets);
extern void print_timed_step(text_sink *out, const timed_step *step);
extern bool has_clause(const clauses *c, clause_name name);
extern void print_clause(text_sink *out, const clauses *c, clause_name name);
extern void print_unit(text_sink *out, const unit *u);
extern void print_block(text_sink *out, const block *b);

#endif
