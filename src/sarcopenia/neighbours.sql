-- Neighbours of sarcopenia: screening, cachexia, malnutrition, frailty, sarcopenic obesity.

CREATE FUNCTION sarc_f(strength integer, walking integer, rising integer, stairs integer, falls integer) RETURNS integer
AS 'MODULE_PATHNAME', 'exonc_sarc_f' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sarc_f(integer, integer, integer, integer, integer) IS
'Total of SARC-F, 0 to 10, from the points of its five items, 0 to 2 each; positive from 4 on. All five are needed: NULL if one is NULL. sarc_f_falls() makes points of a number of falls. Errors: points outside 0 to 2 (22003). Source: PMC9020246, Table 5.';

CREATE FUNCTION sarc_f_falls(falls integer) RETURNS integer
AS 'MODULE_PATHNAME', 'exonc_sarc_f_falls' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sarc_f_falls(integer) IS
'Points of the SARC-F item on falls, from their number in the past year: none 0, one to three 1, four and more 2. Errors: a number outside 0 to 365 (22003).';

CREATE TYPE sarc_calf_variant AS ENUM ('at_most_34_33', 'below_34_33', 'below_31');
COMMENT ON TYPE sarc_calf_variant IS
'When SARC-CalF calls the calf low: at most 34 cm in men and 33 cm in women, below these, or below 31 cm in both. The sources contradict each other on the operator, so the caller chooses.';

CREATE FUNCTION sarc_calf(sarc_f integer, calf_cm float8, sex sex, variant sarc_calf_variant) RETURNS integer
AS 'MODULE_PATHNAME', 'exonc_sarc_calf' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sarc_calf(integer, float8, sex, sarc_calf_variant) IS
'SARC-CalF, 0 to 20: the total of SARC-F and 10 points for a low calf; positive from 11 on. NULL if an argument is NULL. Errors: a total outside 0 to 10, a calf outside 10 to 80 cm (22003). Source: Barbosa-Silva 2016, JAMDA 17:1136; AWGS 2019.';

CREATE FUNCTION calf_adjusted(calf_cm float8, bmi_kg_m2 float8, wasting boolean DEFAULT NULL) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_calf_adjusted' LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT: wasting matters only below 18.5 kg/m2
COMMENT ON FUNCTION calf_adjusted(float8, float8, boolean) IS
'Calf circumference in cm, less 3 cm at a body mass index of 25 to below 30, 7 cm from 30 to below 40, 12 cm from 40 on; unchanged from 18.5. Below 18.5 kg/m2, 4 cm are added unless the person is wasting (one secondary source); NULL there if wasting is NULL. Compare the result with the sets Gonzalez2021 of muscle_panel(). Errors: a value no human can have (22003). Source: Gonzalez 2021, Am J Clin Nutr 113:1398.';

CREATE TYPE cachexia_definition AS ENUM ('Fearon2011', 'Evans2008', 'AWGC2023');
COMMENT ON TYPE cachexia_definition IS
'A definition of cachexia: the international consensus on cancer cachexia (Fearon 2011), Evans 2008, the Asian Working Group for Cachexia (2023).';

CREATE FUNCTION cachexia(
	definition cachexia_definition, sex sex DEFAULT NULL, weight_loss_percent float8 DEFAULT NULL,
	weight_loss_months float8 DEFAULT NULL, bmi_kg_m2 float8 DEFAULT NULL, asm_h2_kg_m2 float8 DEFAULT NULL,
	grip_kg float8 DEFAULT NULL, crp_mg_l float8 DEFAULT NULL, il6_pg_ml float8 DEFAULT NULL,
	haemoglobin_g_dl float8 DEFAULT NULL, albumin_g_dl float8 DEFAULT NULL, anorexia boolean DEFAULT NULL,
	fatigue boolean DEFAULT NULL, low_strength boolean DEFAULT NULL, chronic_disease boolean DEFAULT NULL,
	loss_may_equal boolean DEFAULT false
) RETURNS boolean
AS 'MODULE_PATHNAME', 'exonc_cachexia'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10; -- not STRICT: a missing measurement is an answer still open
COMMENT ON FUNCTION cachexia(
	cachexia_definition, sex, float8, float8, float8, float8, float8, float8, float8, float8, float8, boolean, boolean,
	boolean, boolean, boolean
) IS
'Whether a person has cachexia; NULL if what is known leaves it open. Fearon2011: weight loss above 5 % in 6 months, or above 2 % with a body mass index below 20 or a low ASM/h2 (by DXA). Evans2008: loss of 5 % or more in 12 months, or a body mass index below 20 if the loss is not known, and three of low strength (lowest tertile), fatigue, anorexia, low ASM/h2, abnormal biochemistry. AWGC2023: chronic_disease, and a loss above 2 % in 3 to 6 months or a body mass index below 21, and one of anorexia, low grip, C-reactive protein above 5 mg/L; loss_may_equal: a loss of exactly 2 % counts, as one page prints it. A loss is positive, a gain negative. A loss over a longer time than the definition takes (weight_loss_months) counts as not known. Errors: a value no human can have (22003). Cut-offs: syndrome_cutoffs().';

CREATE TYPE glim_class AS ENUM ('none', 'stage_1', 'stage_2');
COMMENT ON TYPE glim_class IS 'Malnutrition by GLIM: none, moderate (stage 1), severe (stage 2).';

CREATE FUNCTION glim(
	age float8 DEFAULT NULL, weight_loss_percent float8 DEFAULT NULL, weight_loss_months float8 DEFAULT NULL,
	bmi_kg_m2 float8 DEFAULT NULL, reduced_muscle boolean DEFAULT NULL, severe_muscle_deficit boolean DEFAULT NULL,
	reduced_intake boolean DEFAULT NULL, inflammation boolean DEFAULT NULL, asian boolean DEFAULT NULL
) RETURNS glim_class
AS 'MODULE_PATHNAME', 'exonc_glim'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10; -- not STRICT, as cachexia()
COMMENT ON FUNCTION glim(float8, float8, float8, float8, boolean, boolean, boolean, boolean, boolean) IS
'Malnutrition by GLIM 2019, for persons with a positive screening: one phenotypic criterion (weight loss, body mass index, reduced muscle) and one etiologic (reduced_intake, inflammation). The limits of weight loss depend on whether it took up to 6 months; those of body mass index on age (from 70 on; the paper leaves 70 itself open) and on asian. Stage 2 if a criterion of severity is met; Asia has none for body mass index. NULL if what is known leaves it open; stage_1 can still turn out as stage_2 where severity is not known. Reduced muscle is the caller''s judgement: GLIM offers several measures. Errors: a value no human can have (22003). Source: PMC6438340; severity from secondary sources.';

CREATE TYPE frailty_class AS ENUM ('robust', 'prefrail', 'frail');
COMMENT ON TYPE frailty_class IS 'Frailty phenotype of Fried 2001: no criterion, one or two, three or more of five.';

CREATE FUNCTION fried(
	sex sex DEFAULT NULL, weight_loss_percent float8 DEFAULT NULL, weight_loss_kg float8 DEFAULT NULL,
	bmi_kg_m2 float8 DEFAULT NULL, height_cm float8 DEFAULT NULL, grip_kg float8 DEFAULT NULL,
	walk_15ft_s float8 DEFAULT NULL, kcal_per_week float8 DEFAULT NULL, exhaustion boolean DEFAULT NULL,
	unable physical_test_set DEFAULT NULL, OUT class frailty_class, OUT criteria_met integer, OUT criteria_unknown integer
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_fried'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10; -- not STRICT, as cachexia()
COMMENT ON FUNCTION fried(sex, float8, float8, float8, float8, float8, float8, float8, boolean, physical_test_set) IS
'Frailty phenotype: weight loss in a year (5 % or more, or more than 10 lb), exhaustion, grip by sex and body mass index, time for 15 ft by sex and height (a time in seconds, not a speed), physical activity in kcal a week. class is the mildest still possible if that is positive or the only one, else NULL; criteria_met and criteria_unknown give the range. A test named in unable (grip, gait) counts as met. Errors: a value no human can have (22003). Source: Fried 2001 by secondary tables; the grip of men with a body mass index of 26.1 to 28 is 30 kg (one reprint has 31).';

CREATE TYPE ethnicity AS ENUM ('caucasian', 'asian', 'african_american');
COMMENT ON TYPE ethnicity IS 'Groups for which tables of body composition differ, as those tables name them.';

CREATE FUNCTION sarcopenic_obesity(
	sex sex DEFAULT NULL, ethnicity ethnicity DEFAULT NULL, age float8 DEFAULT NULL, bmi_kg_m2 float8 DEFAULT NULL,
	waist_cm float8 DEFAULT NULL, sarc_f float8 DEFAULT NULL, chair_stand_s float8 DEFAULT NULL,
	fat_percent float8 DEFAULT NULL, asm_weight_percent float8 DEFAULT NULL, smm_weight_percent float8 DEFAULT NULL,
	surrogate boolean DEFAULT NULL, low_strength boolean DEFAULT NULL, complications boolean DEFAULT NULL,
	OUT screen boolean, OUT altered_function boolean, OUT altered_composition boolean, OUT diagnosis boolean,
	OUT stage integer
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_sarcopenic_obesity'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10; -- not STRICT, as cachexia()
COMMENT ON FUNCTION sarcopenic_obesity(
	sex, ethnicity, float8, float8, float8, float8, float8, float8, float8, float8, boolean, boolean, boolean
) IS
'Sarcopenic obesity by ESPEN/EASO 2022. Step one, screen: high body mass index or waist, and a surrogate of sarcopenia (SARC-F of 4 or more, or surrogate). Step two: altered function (five chair stands of 17 s or more, or low_strength by a grip set of the caller''s choice), then altered composition: high fat mass in percent by age, sex and ethnicity, and low ASM/weight (DXA) or SMM/weight (BIA). diagnosis needs both steps; stage 1 is without complications, 2 with. NULL is not known. Errors: a value no human can have (22003). Source: doi 10.1159/000521241, tables as in ChinaXiv-202209.00030.';

CREATE FUNCTION syndrome_criteria(
	sex sex DEFAULT NULL, age float8 DEFAULT NULL, height_cm float8 DEFAULT NULL, bmi_kg_m2 float8 DEFAULT NULL,
	weight_loss_percent float8 DEFAULT NULL, weight_loss_kg float8 DEFAULT NULL, weight_loss_months float8 DEFAULT NULL,
	asm_h2_kg_m2 float8 DEFAULT NULL, grip_kg float8 DEFAULT NULL, crp_mg_l float8 DEFAULT NULL,
	il6_pg_ml float8 DEFAULT NULL, haemoglobin_g_dl float8 DEFAULT NULL, albumin_g_dl float8 DEFAULT NULL,
	walk_15ft_s float8 DEFAULT NULL, kcal_per_week float8 DEFAULT NULL, waist_cm float8 DEFAULT NULL,
	sarc_f float8 DEFAULT NULL, chair_stand_s float8 DEFAULT NULL, fat_percent float8 DEFAULT NULL,
	asm_weight_percent float8 DEFAULT NULL, smm_weight_percent float8 DEFAULT NULL,
	OUT syndrome text, OUT criterion text, OUT value float8, OUT unit text, OUT met boolean, OUT source text
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_syndrome_criteria'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 50 ROWS 10; -- not STRICT: what is not measured has no rows
COMMENT ON FUNCTION syndrome_criteria(
	sex, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8,
	float8, float8, float8, float8, float8, float8
) IS
'The criteria behind cachexia(), glim(), fried() and sarcopenic_obesity(), a row for each that was measured: whether it is met (NULL: it depends on sex, age, body mass index or height, which is not known). How criteria make a diagnosis, and over what time a weight was lost, is with those functions.';

CREATE FUNCTION syndrome_cutoffs(
	OUT syndrome text, OUT criterion text, OUT sex sex, OUT age_from integer, OUT age_to integer, OUT band text,
	OUT band_above float8, OUT band_at_most float8, OUT operator text, OUT cutoff float8, OUT unit text, OUT source text,
	OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_syndrome_cutoffs' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 75;
COMMENT ON FUNCTION syndrome_cutoffs() IS
'The cut-offs of cachexia(), glim(), fried() and sarcopenic_obesity(), a row each: a criterion is met if value, operator and cutoff together are true. band is a measurement on which the cut-off depends, above one limit and at most another.';
