/*
 * exchange: what of a prescription fits into FHIR R4, as the HL7 Physical
 * Activity guide (1.0, hl7.fhir.us.physical-activity) profiles it.
 *
 * The guide has an order for exercise therapy with a period (PAServiceRequest)
 * and goals with a measure and one quantity (PAGoal): days and minutes of
 * moderate to vigorous aerobic exercise, days of strength exercise, steps. All
 * else of a prescription has no place there but in words. Here is worked out
 * which goals there are, with which numbers, and what is lost.
 *
 * A goal holds for a run of weeks in which the same blocks hold. Its numbers
 * are the least that is prescribed in the last of these weeks (in the first one
 * if there is no last): the profile of a goal takes one quantity, not a range,
 * and its examples mean "at least". A number that is not reported never becomes
 * one; the goal then says that its value is unknown.
 */
#ifndef EXONC_PRESCRIPTION_EXCHANGE_H
#define EXONC_PRESCRIPTION_EXCHANGE_H

#include "common/evidence.h"
#include "prescription/prescription.h"

typedef enum goal_measure
{
	GOAL_DAYS_A_WEEK,
	GOAL_MINUTES_A_DAY,
	GOAL_MINUTES_A_WEEK,
	GOAL_STEPS_A_DAY,
	N_GOAL_MEASURES
} goal_measure;

/* A measure of the guide. Its code holds only for exercise of one kind. */
typedef struct measure_code
{
	goal_measure measure;
	int			modality; /* UNKNOWN: any */
	bool		vigorous; /* only for exercise that is moderate or more */
	const char *loinc;
	const char *meaning;
	const char *source;
	evidence_mark mark;
} measure_code;

extern const measure_code *measure_codes(int *n);

/* "minutes a week" and its UCUM unit. */
extern const char *goal_measure_words(goal_measure measure);
extern const char *goal_measure_unit(goal_measure measure);

/* No day has more than one of the days of a week. */
#define DAYS_A_WEEK 7

typedef struct goal_target
{
	goal_measure measure;
	const measure_code *code; /* NULL: the guide has none, the measure is named in words */
	bool		reported;	  /* false: "?", the value is unknown */
	double		least;
} goal_target;

typedef struct exercise_goal
{
	struct exercise_goal *next;
	int			first_week; /* 0: not reported */
	int			last_week;	/* 0: no end */
	exercise_modality modality;
	prescription holding; /* the blocks that hold in these weeks, as they are written */
	int			n_targets;
	goal_target targets[N_GOAL_MEASURES];
} exercise_goal;

/* By weeks, then by modality. False with a status as prescription_at_week(). */
extern bool find_goals(const prescription *rx, exercise_goal **goals, arena *memory, status *st);

/* Why a part of a prescription does not arrive in coded form; NULL: it does. c: NULL for a session's own clauses. */
extern const char *loss_of_block(const block *b);
extern const char *loss_of_modality(const component *c);
extern const char *loss_of_clause(const unit *u, const component *c, clause_name name);

#define LOSS_OF_CONDITION	 "no place: whether it holds is not said"
#define LOSS_OF_ALTERNATIVES "no place: one of several is done; goals take the least of all"
#define LOSS_OF_SESSION		 "no place: that these are done in one session"
#define LOSS_OF_MODES		 "no place for the kind of exercise"

#endif
