/*
 * performance_status: ECOG (0 to 5) and Karnofsky (KPS, 0 to 100 in tens) performance
 * status, and the published tables between the two. The tables contradict each
 * other, so none is a default.
 */
#ifndef EXONC_PERFORMANCE_STATUS_H
#define EXONC_PERFORMANCE_STATUS_H

#include "common/evidence.h"
#include "common/status.h"

#define HIGHEST_ECOG 5
#define HIGHEST_KPS	 100
#define KPS_STEP	 10

/* In the order of the SQL enum; never renumbered. */
typedef enum ecog_kps_map
{
	MAP_RTOG,
	MAP_BUCCHERI_1996,
	MAP_MA_2010,
	MAP_PRASAD_2018,
	MAP_POINTS,
	N_ECOG_KPS_MAPS
} ecog_kps_map;

#define ECOG_KPS_MAP_LABELS {"rtog", "buccheri_1996", "ma_2010", "prasad_2018", "points"}

typedef struct whole_range
{
	int			lowest;
	int			highest;
} whole_range;

/* KPS in this range and ECOG in this range mean the same. */
typedef struct ecog_kps_row
{
	ecog_kps_map map;
	whole_range ecog;
	whole_range kps;
} ecog_kps_row;

typedef struct ecog_kps_source
{
	const char *text;
	evidence_mark mark;
} ecog_kps_source;

extern const ecog_kps_row ecog_kps_rows[];
extern const int n_ecog_kps_rows;
extern const ecog_kps_source ecog_kps_sources[N_ECOG_KPS_MAPS];

extern bool ecog_check(int ecog, status *st);
extern bool kps_check(int kps, status *st);

/* The row of a map for this grade or percentage; NULL if the map leaves it out. */
extern const ecog_kps_row *row_of_ecog(ecog_kps_map map, int ecog);
extern const ecog_kps_row *row_of_kps(ecog_kps_map map, int kps);

#endif
