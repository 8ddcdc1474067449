/*
 * sppb: Short Physical Performance Battery. Balance in three positions, a walk
 * of 4 m or 3 m, five chair stands; 0 to 4 points each, 0 to 12 in all.
 *
 * A component that was tried and could not be done has 0 points. One that is
 * not known has none, and then there is no total. Times are in hundredths of a
 * second, as the bands are printed: others are rounded first, so that 6.205 s
 * has a band.
 */
#ifndef EXONC_SPPB_H
#define EXONC_SPPB_H

#include "assessment/performance/subject.h"

typedef enum sppb_component
{
	SPPB_BALANCE,
	SPPB_GAIT,
	SPPB_CHAIR_STAND,
	N_SPPB_COMPONENTS
} sppb_component;

typedef struct sppb_result
{
	int			points[N_SPPB_COMPONENTS]; /* or UNKNOWN */
	int			total;					   /* or UNKNOWN */
	double		gait_m_s;				   /* if has_speed */
	bool		has_speed;
} sppb_result;

/*
 * distance_m: length of the walk, NULL if it is not known; unable: physical tests that were
 * tried and could not be done, as bits; chair_stand, gait and sppb (all of it)
 * matter here, the others are not of this battery.
 */
extern bool score_sppb(const subject *s, const int *distance_m, uint32_t unable, sppb_result *result,
					   status *st);

#endif
