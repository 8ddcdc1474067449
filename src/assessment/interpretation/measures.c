/*
 * Physical tests and indices that are measures of change. The ranges are wider
 * than what people do: they catch codes for missing values and wrong units.
 */
#include "assessment/interpretation/interpretation.h"

/* clang-format off */
static const physical_measure measures[] = {
	/* code               name                                        unit         better end     lowest highest */
	{"6MWT",              "6-minute walk, distance",                  "m",         HIGHER_BETTER,   0,   1200},
	{"6MWT-TREADMILL",    "6-minute walk on a treadmill, distance",   "m",         HIGHER_BETTER,   0,   1200},
	{"400M-WALK",         "400 m walk, time",                         "s",         HIGHER_WORSE,   60,   3600},
	{"GAIT-SPEED",        "Usual gait speed",                         "m/s",       HIGHER_BETTER,   0,      3},
	{"GRIP",              "Hand grip strength",                       "kg",        HIGHER_BETTER,   0,    120},
	{"CHAIR-STAND-5X",    "Chair stand, time for five rises",         "s",         HIGHER_WORSE,    2,    300},
	{"CHAIR-STAND-30S",   "Chair stand, rises in 30 s",               "rises",     HIGHER_BETTER,   0,     60},
	{"TUG",               "Timed up-and-go",                          "s",         HIGHER_WORSE,    2,    600},
	{"SPPB",              "Short Physical Performance Battery",       "points",    HIGHER_BETTER,   0,     12},
	{"VO2PEAK",           "Peak oxygen uptake",                       "mL/kg/min", HIGHER_BETTER,   2,    100},
	{"G8",                "G8 geriatric screening",                   "points",    HIGHER_BETTER,   0,     17},
	{"FRIED",             "Frailty phenotype, number of criteria",    "criteria",  HIGHER_WORSE,    0,      5},
	{"CFS",               "Clinical Frailty Scale",                   "points",    HIGHER_WORSE,    1,      9},
	{"EQ-5D-INDEX",       "EQ-5D index by a country's value set",     "index",     HIGHER_BETTER,  -1,      1},
};
/* clang-format on */

int
physical_measure_count(void)
{
	return ENTRIES(measures);
}

const physical_measure *
physical_measure_at(int index)
{
	return &measures[index];
}
