/* The cut-offs of syndrome.h. A criterion is met if the value is <operator> the cut-off. */
#include "sarcopenia/syndrome.h"

#define FEARON "Fearon 2011, Lancet Oncol 12:489, as summarised by frailty.net"
#define EVANS "Evans 2008, as in medicalcriteria.com/web/cachexia and PMC4248411, Table 2"
#define AWGC "AWGC 2023, doi 10.1002/jcsm.13323"
#define GLIM "GLIM 2019, PMC6438340, Table 3"
#define GLIM_SEVERITY "GLIM 2019, severity, as in secondary sources"
#define FRIED "Fried 2001, as in PMC8934156 and BMC Geriatr 04105, Table 1"
#define ESPEN_EASO "ESPEN/EASO 2022, doi 10.1159/000521241, tables as in ChinaXiv-202209.00030"

/* clang-format off */
static const syndrome_criterion_info criteria[N_SYNDROME_CRITERIA] = {
	[FEARON_LOSS] =               {"Fearon2011", "weight loss over 6 months",                      SYN_LOSS_PERCENT, SYN_BMI, FEARON},
	[FEARON_LOSS_DEPLETED] =      {"Fearon2011", "weight loss over 6 months, if depleted",         SYN_LOSS_PERCENT, SYN_BMI, FEARON},
	[FEARON_BMI] =                {"Fearon2011", "depleted by body mass index",                    SYN_BMI,          SYN_BMI, FEARON},
	[FEARON_MUSCLE] =             {"Fearon2011", "depleted by ASM/h2 (DXA)",                       SYN_ASM_H2,       SYN_BMI, FEARON},
	[EVANS_LOSS] =                {"Evans2008",  "weight loss over 12 months",                     SYN_LOSS_PERCENT, SYN_BMI, EVANS},
	[EVANS_BMI] =                 {"Evans2008",  "body mass index, if the weight loss is not known", SYN_BMI,        SYN_BMI, EVANS},
	[EVANS_MUSCLE] =              {"Evans2008",  "low ASM/h2 (DXA)",                               SYN_ASM_H2,       SYN_BMI, EVANS},
	[EVANS_CRP] =                 {"Evans2008",  "C-reactive protein",                             SYN_CRP,          SYN_BMI, EVANS},
	[EVANS_IL6] =                 {"Evans2008",  "interleukin 6",                                  SYN_IL6,          SYN_BMI, EVANS},
	[EVANS_HAEMOGLOBIN] =         {"Evans2008",  "haemoglobin",                                    SYN_HAEMOGLOBIN,  SYN_BMI, EVANS},
	[EVANS_ALBUMIN] =             {"Evans2008",  "albumin",                                        SYN_ALBUMIN,      SYN_BMI, EVANS},
	[AWGC_LOSS] =                 {"AWGC2023",   "weight loss over 3 to 6 months",                 SYN_LOSS_PERCENT, SYN_BMI, AWGC},
	[AWGC_BMI] =                  {"AWGC2023",   "body mass index",                                SYN_BMI,          SYN_BMI, AWGC},
	[AWGC_GRIP] =                 {"AWGC2023",   "grip strength",                                  SYN_GRIP_KG,      SYN_BMI, AWGC},
	[AWGC_CRP] =                  {"AWGC2023",   "C-reactive protein",                             SYN_CRP,          SYN_BMI, AWGC},
	[GLIM_LOSS_6_MONTHS] =        {"GLIM2019",   "weight loss within 6 months",                    SYN_LOSS_PERCENT, SYN_BMI, GLIM},
	[GLIM_LOSS_BEYOND] =          {"GLIM2019",   "weight loss beyond 6 months",                    SYN_LOSS_PERCENT, SYN_BMI, GLIM},
	[GLIM_BMI] =                  {"GLIM2019",   "body mass index",                                SYN_BMI,          SYN_BMI, GLIM},
	[GLIM_BMI_ASIA] =             {"GLIM2019",   "body mass index, Asia",                          SYN_BMI,          SYN_BMI, GLIM},
	[GLIM_SEVERE_LOSS_6_MONTHS] = {"GLIM2019",   "stage 2: weight loss within 6 months",           SYN_LOSS_PERCENT, SYN_BMI, GLIM_SEVERITY},
	[GLIM_SEVERE_LOSS_BEYOND] =   {"GLIM2019",   "stage 2: weight loss beyond 6 months",           SYN_LOSS_PERCENT, SYN_BMI, GLIM_SEVERITY},
	[GLIM_SEVERE_BMI] =           {"GLIM2019",   "stage 2: body mass index",                       SYN_BMI,          SYN_BMI, GLIM_SEVERITY},
	[FRIED_LOSS_PERCENT] =        {"Fried2001",  "weight loss in a year, percent",                 SYN_LOSS_PERCENT, SYN_BMI, FRIED},
	[FRIED_LOSS_KG] =             {"Fried2001",  "weight loss in a year, kg (10 lb)",              SYN_LOSS_KG,      SYN_BMI, FRIED},
	[FRIED_GRIP] =                {"Fried2001",  "grip strength by body mass index",               SYN_GRIP_KG,      SYN_BMI, FRIED},
	[FRIED_WALK] =                {"Fried2001",  "time for 15 ft by height",                       SYN_WALK_15FT_S,  SYN_HEIGHT_CM, FRIED},
	[FRIED_ACTIVITY] =            {"Fried2001",  "physical activity",                              SYN_KCAL_WEEK,    SYN_BMI, FRIED},
	[SO_BMI] =                    {"ESPEN_EASO2022", "screening: body mass index",                 SYN_BMI,          SYN_BMI, ESPEN_EASO},
	[SO_BMI_ASIA] =               {"ESPEN_EASO2022", "screening: body mass index, Asia",           SYN_BMI,          SYN_BMI, ESPEN_EASO},
	[SO_WAIST] =                  {"ESPEN_EASO2022", "screening: waist",                           SYN_WAIST_CM,     SYN_BMI, ESPEN_EASO},
	[SO_WAIST_ASIA] =             {"ESPEN_EASO2022", "screening: waist, Asia",                     SYN_WAIST_CM,     SYN_BMI, ESPEN_EASO},
	[SO_SARC_F] =                 {"ESPEN_EASO2022", "screening: SARC-F",                          SYN_SARC_F,       SYN_BMI, "EWGSOP2 and AWGS 2019"},
	[SO_CHAIR_STAND] =            {"ESPEN_EASO2022", "function: five chair stands",                SYN_CHAIR_STAND_S, SYN_BMI, ESPEN_EASO},
	[SO_FAT_CAUCASIAN] =          {"ESPEN_EASO2022", "composition: fat mass, Caucasian",           SYN_FAT_PERCENT,  SYN_BMI, ESPEN_EASO},
	[SO_FAT_ASIAN] =              {"ESPEN_EASO2022", "composition: fat mass, Asian",               SYN_FAT_PERCENT,  SYN_BMI, ESPEN_EASO},
	[SO_FAT_AFRICAN_AMERICAN] =   {"ESPEN_EASO2022", "composition: fat mass, African-American",    SYN_FAT_PERCENT,  SYN_BMI, ESPEN_EASO},
	[SO_ASM_WEIGHT] =             {"ESPEN_EASO2022", "composition: ASM/weight (DXA)",              SYN_ASM_WEIGHT_PERCENT, SYN_BMI, ESPEN_EASO},
	[SO_SMM_WEIGHT] =             {"ESPEN_EASO2022", "composition: SMM/weight (BIA)",              SYN_SMM_WEIGHT_PERCENT, SYN_BMI, ESPEN_EASO},
};

#define ANY_BAND {0, 0}

const syndrome_cutoff syndrome_cutoffs[] = {
	/* criterion              sex    ages          band      met if    cut-off */
	{FEARON_LOSS,             BOTH,  ALL_AGES,     ANY_BAND, ABOVE,    5.0,   SOURCED},
	{FEARON_LOSS_DEPLETED,    BOTH,  ALL_AGES,     ANY_BAND, ABOVE,    2.0,   SOURCED},
	{FEARON_BMI,              BOTH,  ALL_AGES,     ANY_BAND, BELOW,    20.0,  SOURCED},
	{FEARON_MUSCLE,           MEN,   ALL_AGES,     ANY_BAND, BELOW,    7.26,  SOURCED},
	{FEARON_MUSCLE,           WOMEN, ALL_AGES,     ANY_BAND, BELOW,    5.45,  SOURCED},
	{EVANS_LOSS,              BOTH,  ALL_AGES,     ANY_BAND, AT_LEAST, 5.0,   SOURCED},
	{EVANS_BMI,               BOTH,  ALL_AGES,     ANY_BAND, BELOW,    20.0,  SOURCED},
	{EVANS_MUSCLE,            MEN,   ALL_AGES,     ANY_BAND, BELOW,    7.25,  SOURCED},
	{EVANS_MUSCLE,            WOMEN, ALL_AGES,     ANY_BAND, BELOW,    5.45,  SOURCED},
	{EVANS_CRP,               BOTH,  ALL_AGES,     ANY_BAND, ABOVE,    5.0,   SOURCED},
	{EVANS_IL6,               BOTH,  ALL_AGES,     ANY_BAND, ABOVE,    4.0,   SOURCED},
	{EVANS_HAEMOGLOBIN,       BOTH,  ALL_AGES,     ANY_BAND, BELOW,    12.0,  SOURCED},
	{EVANS_ALBUMIN,           BOTH,  ALL_AGES,     ANY_BAND, BELOW,    3.2,   SOURCED},
	{AWGC_LOSS,               BOTH,  ALL_AGES,     ANY_BAND, ABOVE,    2.0,   SOURCED},
	{AWGC_BMI,                BOTH,  ALL_AGES,     ANY_BAND, BELOW,    21.0,  SOURCED},
	{AWGC_GRIP,               MEN,   ALL_AGES,     ANY_BAND, BELOW,    28.0,  SOURCED},
	{AWGC_GRIP,               WOMEN, ALL_AGES,     ANY_BAND, BELOW,    18.0,  SOURCED},
	{AWGC_CRP,                BOTH,  ALL_AGES,     ANY_BAND, ABOVE,    5.0,   SOURCED},
	{GLIM_LOSS_6_MONTHS,      BOTH,  ALL_AGES,     ANY_BAND, ABOVE,    5.0,   SOURCED},
	{GLIM_LOSS_BEYOND,        BOTH,  ALL_AGES,     ANY_BAND, ABOVE,    10.0,  SOURCED},
	{GLIM_BMI,                BOTH,  AGES(0, 69),  ANY_BAND, BELOW,    20.0,  SOURCED},
	{GLIM_BMI,                BOTH,  FROM_AGE(70), ANY_BAND, BELOW,    22.0,  SOURCED},	/* the paper: over 70 */
	{GLIM_BMI_ASIA,           BOTH,  AGES(0, 69),  ANY_BAND, BELOW,    18.5,  SOURCED},
	{GLIM_BMI_ASIA,           BOTH,  FROM_AGE(70), ANY_BAND, BELOW,    20.0,  SOURCED},
	{GLIM_SEVERE_LOSS_6_MONTHS, BOTH, ALL_AGES,    ANY_BAND, ABOVE,    10.0,  SOURCED},
	{GLIM_SEVERE_LOSS_BEYOND, BOTH,  ALL_AGES,     ANY_BAND, ABOVE,    20.0,  SOURCED},
	{GLIM_SEVERE_BMI,         BOTH,  AGES(0, 69),  ANY_BAND, BELOW,    18.5,  SOURCED},
	{GLIM_SEVERE_BMI,         BOTH,  FROM_AGE(70), ANY_BAND, BELOW,    20.0,  SOURCED},
	{FRIED_LOSS_PERCENT,      BOTH,  ALL_AGES,     ANY_BAND, AT_LEAST, 5.0,   SOURCED},
	{FRIED_LOSS_KG,           BOTH,  ALL_AGES,     ANY_BAND, ABOVE,    4.5359237, SOURCED},
	{FRIED_GRIP,              MEN,   ALL_AGES,     {0, 24},  AT_MOST,  29.0,  SOURCED},
	{FRIED_GRIP,              MEN,   ALL_AGES,     {24, 26}, AT_MOST,  30.0,  SOURCED},
	{FRIED_GRIP,              MEN,   ALL_AGES,     {26, 28}, AT_MOST,  30.0,  SOURCED},	/* one reprint has 31 */
	{FRIED_GRIP,              MEN,   ALL_AGES,     {28, 0},  AT_MOST,  32.0,  SOURCED},
	{FRIED_GRIP,              WOMEN, ALL_AGES,     {0, 23},  AT_MOST,  17.0,  SOURCED},
	{FRIED_GRIP,              WOMEN, ALL_AGES,     {23, 26}, AT_MOST,  17.3,  SOURCED},
	{FRIED_GRIP,              WOMEN, ALL_AGES,     {26, 29}, AT_MOST,  18.0,  SOURCED},
	{FRIED_GRIP,              WOMEN, ALL_AGES,     {29, 0},  AT_MOST,  21.0,  SOURCED},
	{FRIED_WALK,              MEN,   ALL_AGES,     {0, 173}, AT_LEAST, 7.0,   SOURCED},
	{FRIED_WALK,              MEN,   ALL_AGES,     {173, 0}, AT_LEAST, 6.0,   SOURCED},
	{FRIED_WALK,              WOMEN, ALL_AGES,     {0, 159}, AT_LEAST, 7.0,   SOURCED},
	{FRIED_WALK,              WOMEN, ALL_AGES,     {159, 0}, AT_LEAST, 6.0,   SOURCED},
	{FRIED_ACTIVITY,          MEN,   ALL_AGES,     ANY_BAND, BELOW,    383.0, SOURCED},
	{FRIED_ACTIVITY,          WOMEN, ALL_AGES,     ANY_BAND, BELOW,    270.0, SOURCED},
	{SO_BMI,                  BOTH,  ALL_AGES,     ANY_BAND, AT_LEAST, 30.0,  SOURCED},
	{SO_BMI_ASIA,             BOTH,  ALL_AGES,     ANY_BAND, AT_LEAST, 27.5,  SOURCED},
	{SO_WAIST,                MEN,   ALL_AGES,     ANY_BAND, AT_LEAST, 102.0, SOURCED},
	{SO_WAIST,                WOMEN, ALL_AGES,     ANY_BAND, AT_LEAST, 88.0,  SOURCED},
	{SO_WAIST_ASIA,           MEN,   ALL_AGES,     ANY_BAND, AT_LEAST, 90.0,  SOURCED},
	{SO_WAIST_ASIA,           WOMEN, ALL_AGES,     ANY_BAND, AT_LEAST, 80.0,  SOURCED},
	{SO_SARC_F,               BOTH,  ALL_AGES,     ANY_BAND, AT_LEAST, 4.0,   SOURCED},
	{SO_CHAIR_STAND,          BOTH,  ALL_AGES,     ANY_BAND, AT_LEAST, 17.0,  SOURCED},
	{SO_FAT_CAUCASIAN,        MEN,   AGES(20, 39), ANY_BAND, ABOVE,    26.0,  SOURCED},
	{SO_FAT_CAUCASIAN,        WOMEN, AGES(20, 39), ANY_BAND, ABOVE,    39.0,  SOURCED},
	{SO_FAT_CAUCASIAN,        MEN,   AGES(40, 59), ANY_BAND, ABOVE,    29.0,  SOURCED},
	{SO_FAT_CAUCASIAN,        WOMEN, AGES(40, 59), ANY_BAND, ABOVE,    41.0,  SOURCED},
	{SO_FAT_CAUCASIAN,        MEN,   AGES(60, 79), ANY_BAND, ABOVE,    31.0,  SOURCED},
	{SO_FAT_CAUCASIAN,        WOMEN, AGES(60, 79), ANY_BAND, ABOVE,    43.0,  SOURCED},
	{SO_FAT_ASIAN,            MEN,   AGES(20, 39), ANY_BAND, ABOVE,    28.0,  SOURCED},
	{SO_FAT_ASIAN,            WOMEN, AGES(20, 39), ANY_BAND, ABOVE,    40.0,  SOURCED},
	{SO_FAT_ASIAN,            MEN,   AGES(40, 59), ANY_BAND, ABOVE,    29.0,  SOURCED},
	{SO_FAT_ASIAN,            WOMEN, AGES(40, 59), ANY_BAND, ABOVE,    41.0,  SOURCED},
	{SO_FAT_ASIAN,            MEN,   AGES(60, 79), ANY_BAND, ABOVE,    29.0,  SOURCED},
	{SO_FAT_ASIAN,            WOMEN, AGES(60, 79), ANY_BAND, ABOVE,    41.0,  SOURCED},
	{SO_FAT_AFRICAN_AMERICAN, MEN,   AGES(20, 39), ANY_BAND, ABOVE,    26.0,  SOURCED},
	{SO_FAT_AFRICAN_AMERICAN, WOMEN, AGES(20, 39), ANY_BAND, ABOVE,    38.0,  SOURCED},
	{SO_FAT_AFRICAN_AMERICAN, MEN,   AGES(40, 59), ANY_BAND, ABOVE,    27.0,  SOURCED},
	{SO_FAT_AFRICAN_AMERICAN, WOMEN, AGES(40, 59), ANY_BAND, ABOVE,    39.0,  SOURCED},
	{SO_FAT_AFRICAN_AMERICAN, MEN,   AGES(60, 79), ANY_BAND, ABOVE,    29.0,  SOURCED},
	{SO_FAT_AFRICAN_AMERICAN, WOMEN, AGES(60, 79), ANY_BAND, ABOVE,    41.0,  SOURCED},
	{SO_ASM_WEIGHT,           MEN,   ALL_AGES,     ANY_BAND, BELOW,    25.7,  SOURCED},
	{SO_ASM_WEIGHT,           WOMEN, ALL_AGES,     ANY_BAND, BELOW,    19.4,  SOURCED},
	{SO_SMM_WEIGHT,           MEN,   ALL_AGES,     ANY_BAND, AT_MOST,  37.0,  SOURCED},
	{SO_SMM_WEIGHT,           WOMEN, ALL_AGES,     ANY_BAND, AT_MOST,  27.6,  SOURCED},
};
/* clang-format on */

const int	n_syndrome_cutoffs = ENTRIES(syndrome_cutoffs);

const syndrome_criterion_info *
syndrome_info(syndrome_criterion criterion)
{
	return &criteria[criterion];
}
