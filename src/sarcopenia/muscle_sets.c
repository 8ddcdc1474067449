/*
 * The sets of muscle_set.h, a table each. A value is low if it is <operator>
 * the cut-off. SMI and attenuation are of muscle between -29 and 150 HU.
 *
 * Martin's band of body mass index begins at 25.0 (a reprint has a gap there);
 * women have no band. Prado is printed with "below" wherever it was found.
 */
#include "sarcopenia/muscle_set.h"

/* clang-format off */
static const muscle_cutoff prado2008_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{L3_SMI, MEN,   ALL_AGES, ALL_BMI, BELOW, 52.4, SOURCED},
	{L3_SMI, WOMEN, ALL_AGES, ALL_BMI, BELOW, 38.5, SOURCED},
};

static const muscle_set prado2008 = {
	"Prado2008", "prognostic",
	"obese (BMI 30 and above), respiratory and gastrointestinal tumours",
	"Prado 2008; values as in PMC7919019, Table 1",
	COUNTED(prado2008_rows)};

static const muscle_cutoff martin2013_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{L3_SMI,         MEN,   ALL_AGES, {0, 25}, BELOW, 43.0, SOURCED},
	{L3_SMI,         MEN,   ALL_AGES, {25, 0}, BELOW, 53.0, SOURCED},
	{L3_SMI,         WOMEN, ALL_AGES, ALL_BMI, BELOW, 41.0, SOURCED},
	{L3_ATTENUATION, BOTH,  ALL_AGES, {0, 25}, BELOW, 41.0, UNCONFIRMED},
	{L3_ATTENUATION, BOTH,  ALL_AGES, {25, 0}, BELOW, 33.0, SOURCED},
};

static const muscle_set martin2013 = {
	"Martin2013", "prognostic",
	"lung and gastrointestinal tumours, n = 1473",
	"Martin 2013; values as in PLoS ONE 0115895, abstract, and PMC7919019, Table 1",
	COUNTED(martin2013_rows)};

static const muscle_cutoff fearon2011_ct_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{L3_SMI, MEN,   ALL_AGES, ALL_BMI, BELOW, 55.0, UNCONFIRMED},
	{L3_SMI, WOMEN, ALL_AGES, ALL_BMI, BELOW, 39.0, UNCONFIRMED},
};

static const muscle_set fearon2011_ct = {
	"Fearon2011_CT", "consensus on cachexia",
	"cancer",
	"Fearon 2011, Lancet Oncol 12:489",
	COUNTED(fearon2011_ct_rows)};

static const muscle_cutoff derstine2018_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{L3_SMI,         MEN,   ALL_AGES, ALL_BMI, BELOW, 45.4,  SOURCED},
	{L3_SMI,         WOMEN, ALL_AGES, ALL_BMI, BELOW, 34.4,  SOURCED},
	{L3_SMA,         MEN,   ALL_AGES, ALL_BMI, BELOW, 144.3, SOURCED},
	{L3_SMA,         WOMEN, ALL_AGES, ALL_BMI, BELOW, 92.2,  SOURCED},
	{L3_ATTENUATION, MEN,   ALL_AGES, ALL_BMI, BELOW, 38.5,  SOURCED},
	{L3_ATTENUATION, WOMEN, ALL_AGES, ALL_BMI, BELOW, 34.3,  SOURCED},
};

static const muscle_set derstine2018 = {
	"Derstine2018", "reference, mean - 2 SD",
	"donors of 18 to 40 years, USA, without contrast",
	"Derstine 2018, PMC6063941",
	COUNTED(derstine2018_rows)};

static const muscle_cutoff vanderwerf2018_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{L3_SMI,         MEN,   AGES(20, 82), ALL_BMI, BELOW, 41.6,  SOURCED},
	{L3_SMI,         WOMEN, AGES(20, 82), ALL_BMI, BELOW, 32.0,  SOURCED},
	{L3_SMA,         MEN,   AGES(20, 82), ALL_BMI, BELOW, 134.0, SOURCED},
	{L3_SMA,         WOMEN, AGES(20, 82), ALL_BMI, BELOW, 89.2,  SOURCED},
	{L3_ATTENUATION, MEN,   AGES(20, 82), ALL_BMI, BELOW, 29.3,  SOURCED},
	{L3_ATTENUATION, WOMEN, AGES(20, 82), ALL_BMI, BELOW, 22.0,  SOURCED},
};

static const muscle_set vanderwerf2018 = {
	"vanderWerf2018", "reference, 5th percentile",
	"donors, Netherlands",
	"van der Werf 2018, PMC5842880",
	COUNTED(vanderwerf2018_rows)};

static const muscle_cutoff groningen2023_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{L3_SMI, MEN,   AGES(20, 29), ALL_BMI, BELOW, 38.8, SOURCED},
	{L3_SMI, WOMEN, AGES(20, 29), ALL_BMI, BELOW, 37.5, SOURCED},
	{L3_SMI, MEN,   AGES(30, 39), ALL_BMI, BELOW, 39.2, SOURCED},
	{L3_SMI, WOMEN, AGES(30, 39), ALL_BMI, BELOW, 35.5, SOURCED},
	{L3_SMI, MEN,   AGES(40, 49), ALL_BMI, BELOW, 39.9, SOURCED},
	{L3_SMI, WOMEN, AGES(40, 49), ALL_BMI, BELOW, 32.8, SOURCED},
	{L3_SMI, MEN,   AGES(50, 59), ALL_BMI, BELOW, 39.0, SOURCED},
	{L3_SMI, WOMEN, AGES(50, 59), ALL_BMI, BELOW, 33.2, SOURCED},
	{L3_SMI, MEN,   AGES(60, 69), ALL_BMI, BELOW, 37.0, SOURCED},
	{L3_SMI, WOMEN, AGES(60, 69), ALL_BMI, BELOW, 31.2, SOURCED},
	{L3_SMI, MEN,   AGES(70, 79), ALL_BMI, BELOW, 36.8, SOURCED},
	{L3_SMI, WOMEN, AGES(70, 79), ALL_BMI, BELOW, 31.5, SOURCED},
};

static const muscle_set groningen2023 = {
	"Groningen2023", "reference, 5th percentile",
	"donors, Netherlands",
	"Sci Rep 2023;13:5835",
	COUNTED(groningen2023_rows)};

static const muscle_cutoff chuv2025_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{L3_SMI, MEN,   AGES(20, 39), ALL_BMI, BELOW, 43.7, SOURCED},
	{L3_SMI, WOMEN, AGES(20, 39), ALL_BMI, BELOW, 33.8, SOURCED},
	{L3_SMI, MEN,   AGES(40, 59), ALL_BMI, BELOW, 44.9, SOURCED},
	{L3_SMI, WOMEN, AGES(40, 59), ALL_BMI, BELOW, 34.8, SOURCED},
	{L3_SMI, MEN,   FROM_AGE(60), ALL_BMI, BELOW, 39.7, SOURCED},
	{L3_SMI, WOMEN, FROM_AGE(60), ALL_BMI, BELOW, 31.2, SOURCED},
};

static const muscle_set chuv2025 = {
	"CHUV2025", "reference, 5th percentile",
	"donors",
	"Front Physiol 2025, 10.3389/fphys.2025.1566463",
	COUNTED(chuv2025_rows)};

static const muscle_cutoff kim2021_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{L3_SMI,        MEN,   ALL_AGES, ALL_BMI, BELOW, 39.8,  SOURCED},
	{L3_SMI,        WOMEN, ALL_AGES, ALL_BMI, BELOW, 28.4,  SOURCED},
	{L3_SMA,        MEN,   ALL_AGES, ALL_BMI, BELOW, 119.3, SOURCED},
	{L3_SMA,        WOMEN, ALL_AGES, ALL_BMI, BELOW, 74.2,  SOURCED},
	{L3_SMA_BMI,    MEN,   ALL_AGES, ALL_BMI, BELOW, 4.97,  SOURCED},
	{L3_SMA_BMI,    WOMEN, ALL_AGES, ALL_BMI, BELOW, 3.46,  SOURCED},
	{L3_SMA_WEIGHT, MEN,   ALL_AGES, ALL_BMI, BELOW, 1.65,  SOURCED},
	{L3_SMA_WEIGHT, WOMEN, ALL_AGES, ALL_BMI, BELOW, 1.38,  SOURCED},
};

static const muscle_set kim2021 = {
	"Kim2021", "reference, mean - 2 SD",
	"n = 11845, Korea",
	"Kim 2021, 10.1093/gerona/glaa065",
	COUNTED(kim2021_rows)};

static const muscle_cutoff yoon2021_2sd_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{L3_SMI, MEN,   AGES(20, 60), ALL_BMI, BELOW, 39.33, SOURCED},
	{L3_SMI, WOMEN, AGES(20, 60), ALL_BMI, BELOW, 27.77, SOURCED},
};

static const muscle_set yoon2021_2sd = {
	"Yoon2021_2SD", "reference, mean - 2 SD",
	"liver donors, Korea",
	"Yoon 2021, abstract",
	COUNTED(yoon2021_2sd_rows)};

static const muscle_cutoff yoon2021_p5_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{L3_SMI, MEN,   AGES(20, 60), ALL_BMI, BELOW, 40.96, SOURCED},
	{L3_SMI, WOMEN, AGES(20, 60), ALL_BMI, BELOW, 30.60, SOURCED},
};

static const muscle_set yoon2021_p5 = {
	"Yoon2021_P5", "reference, 5th percentile",
	"liver donors, Korea",
	"Yoon 2021, abstract",
	COUNTED(yoon2021_p5_rows)};

static const muscle_cutoff hamaguchi_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{L3_SMI, MEN,   ALL_AGES, ALL_BMI, BELOW, 40.31, SOURCED},
	{L3_SMI, WOMEN, ALL_AGES, ALL_BMI, BELOW, 30.88, SOURCED},
	{L3_PMI, MEN,   ALL_AGES, ALL_BMI, BELOW, 6.36,  SOURCED},
	{L3_PMI, WOMEN, ALL_AGES, ALL_BMI, BELOW, 3.92,  SOURCED},
};

static const muscle_set hamaguchi = {
	"Hamaguchi", "reference",
	"donors, Japan",
	"Hamaguchi 2016 and 2018; values as in PMC7919019, Table 1",
	COUNTED(hamaguchi_rows)};

static const muscle_cutoff moon2022_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{T4_SMI, MEN, ALL_AGES, ALL_BMI, BELOW, 33.69, SOURCED},
	{T4_PMI, MEN, ALL_AGES, ALL_BMI, BELOW, 10.17, SOURCED},
};

static const muscle_set moon2022 = {
	"Moon2022", "reference",
	"chest CT, men, Korea",
	"Moon 2022, chest CT at T4, abstract",
	COUNTED(moon2022_rows)};

static const muscle_cutoff ebadi2022_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{L3_ATTENUATION, MEN,   ALL_AGES, ALL_BMI, BELOW, 33.0, SOURCED},
	{L3_ATTENUATION, WOMEN, ALL_AGES, ALL_BMI, BELOW, 28.0, SOURCED},
};

static const muscle_set ebadi2022 = {
	"Ebadi2022", "prognostic",
	"cirrhosis",
	"Ebadi 2022, PMC9030863",
	COUNTED(ebadi2022_rows)};

static const muscle_cutoff awgs2019_calf_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{CALF_CM, MEN,   ALL_AGES, ALL_BMI, BELOW, 34.0, SOURCED},
	{CALF_CM, WOMEN, ALL_AGES, ALL_BMI, BELOW, 33.0, SOURCED},
};

static const muscle_set awgs2019_calf = {
	"AWGS2019_calf", "screening",
	"Asia",
	"AWGS 2019: Chen 2020, JAMDA 21:300",
	COUNTED(awgs2019_calf_rows)};

static const muscle_cutoff awgs2025_calf_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{CALF_CM, MEN,   FROM_AGE(50), ALL_BMI, BELOW, 34.0, SOURCED},
	{CALF_CM, WOMEN, FROM_AGE(50), ALL_BMI, BELOW, 33.0, SOURCED},
};

static const muscle_set awgs2025_calf = {
	"AWGS2025_calf", "screening",
	"Asia",
	"AWGS 2025: Nature Aging 2025, Figure 2",
	COUNTED(awgs2025_calf_rows)};

static const muscle_cutoff gonzalez2021_moderate_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{CALF_CM, MEN,   FROM_AGE(18), ALL_BMI, AT_MOST, 34.0, SOURCED},
	{CALF_CM, WOMEN, FROM_AGE(18), ALL_BMI, AT_MOST, 33.0, SOURCED},
};

static const muscle_set gonzalez2021_moderate = {
	"Gonzalez2021_moderate", "low, moderately",
	"NHANES, 18 to 39 years, BMI 18.5 to 24.9; adjust the calf for BMI first",
	"Gonzalez 2021, PMC8433492",
	COUNTED(gonzalez2021_moderate_rows)};

static const muscle_cutoff gonzalez2021_severe_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{CALF_CM, MEN,   FROM_AGE(18), ALL_BMI, AT_MOST, 32.0, SOURCED},
	{CALF_CM, WOMEN, FROM_AGE(18), ALL_BMI, AT_MOST, 31.0, SOURCED},
};

static const muscle_set gonzalez2021_severe = {
	"Gonzalez2021_severe", "low, severely",
	"NHANES, 18 to 39 years, BMI 18.5 to 24.9; adjust the calf for BMI first",
	"Gonzalez 2021, PMC8433492",
	COUNTED(gonzalez2021_severe_rows)};

static const muscle_cutoff bahat2022_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{CALF_CM, MEN,   ALL_AGES, ALL_BMI, BELOW, 33.0, SOURCED},
	{CALF_CM, WOMEN, ALL_AGES, ALL_BMI, BELOW, 32.0, SOURCED},
};

static const muscle_set bahat2022 = {
	"Bahat2022", "low, moderately",
	"Turkey",
	"Bahat 2022, ejgg 2022-2-2",
	COUNTED(bahat2022_rows)};

static const muscle_cutoff glim_nursing2024_rows[] = {
	/* measure, sex, ages, BMI, low if, cut-off */
	{CALF_CM, MEN,   ALL_AGES, ALL_BMI, BELOW, 33.0, SOURCED},
	{CALF_CM, WOMEN, ALL_AGES, ALL_BMI, BELOW, 32.0, SOURCED},
};

static const muscle_set glim_nursing2024 = {
	"GLIM_nursing2024", "usage with GLIM",
	"nursing homes",
	"PMC10948466, Table 2",
	COUNTED(glim_nursing2024_rows)};
/* clang-format on */

const muscle_set *const muscle_sets[] = {
	&prado2008,
	&martin2013,
	&fearon2011_ct,
	&derstine2018,
	&vanderwerf2018,
	&groningen2023,
	&chuv2025,
	&kim2021,
	&yoon2021_2sd,
	&yoon2021_p5,
	&hamaguchi,
	&moon2022,
	&ebadi2022,
	&awgs2019_calf,
	&awgs2025_calf,
	&gonzalez2021_moderate,
	&gonzalez2021_severe,
	&bahat2022,
	&glim_nursing2024,
};

const int n_muscle_sets = ENTRIES(muscle_sets);
