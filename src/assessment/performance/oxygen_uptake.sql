-- Peak oxygen uptake.

CREATE TYPE exercise_mode AS ENUM ('treadmill', 'cycle');
COMMENT ON TYPE exercise_mode IS 'On what an exercise test was done: treadmill or cycle ergometer.';

CREATE TYPE vo2_norm AS ENUM ('friend_2017', 'friend_2018');
COMMENT ON TYPE vo2_norm IS
'Equation for the normal peak oxygen uptake of a person: of the FRIEND registry, 2017 (sex, age, weight; treadmill) and 2018 (also height, and treadmill or cycle). performance_rules() shows them with their sources.';

CREATE TYPE vo2_test AS ENUM ('bruce', 'balke', 'steep_ramp', 'acsm_leg_cycle', 'acsm_arm_cycle', 'acsm_walk', 'acsm_run');
COMMENT ON TYPE vo2_test IS
'Equation that estimates oxygen uptake from a test without gas analysis: duration of a Bruce or Balke treadmill test, peak work rate of a steep ramp test, or the ACSM equations for a work rate on the leg or arm cycle, or for a treadmill speed and grade, walking or running. performance_rules() shows them with their sources.';

CREATE FUNCTION mets(vo2_ml_kg_min float8) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_mets' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION mets(float8) IS
'Oxygen uptake in METs, of 3.5 mL/kg/min each. NULL for NULL. Error: an uptake that cannot be, with a hint on the unit (22003).';

CREATE FUNCTION vo2_predicted(
	equation vo2_norm, sex sex, age float8, weight_kg float8, height_cm float8 DEFAULT NULL,
	mode exercise_mode DEFAULT NULL
) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_vo2_predicted'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10; -- not STRICT: friend_2017 has no height and no mode
COMMENT ON FUNCTION vo2_predicted(vo2_norm, sex, float8, float8, float8, exercise_mode) IS
'Normal peak oxygen uptake in mL/kg/min of a person by an equation. Age in years, 18 or more. friend_2018 needs height_cm and mode, friend_2017 does not use them. NULL if the equation or a value that it needs is NULL, or if it gives no uptake above 0. Errors: a value that cannot be, with a hint on the unit (22003).';

CREATE FUNCTION vo2_peak(
	vo2_ml_kg_min float8, equation vo2_norm, sex sex, age float8, weight_kg float8,
	height_cm float8 DEFAULT NULL, mode exercise_mode DEFAULT NULL,
	OUT mets float8, OUT predicted_ml_kg_min float8, OUT percent_predicted float8,
	OUT equation vo2_norm
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_vo2_peak'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20; -- not STRICT, as vo2_predicted()
COMMENT ON FUNCTION vo2_peak(float8, vo2_norm, sex, float8, float8, float8, exercise_mode) IS
'A peak oxygen uptake beside its normal value: METs, normal value in mL/kg/min, percent of it, and the equation by which it was found. Whether the uptake was measured or estimated is the caller''s to say. A column is NULL if what it needs is NULL. Arguments and errors as vo2_predicted().';

CREATE FUNCTION vo2_estimate(
	equation vo2_test, sex sex DEFAULT NULL, weight_kg float8 DEFAULT NULL,
	test_min float8 DEFAULT NULL, peak_w float8 DEFAULT NULL, speed_m_min float8 DEFAULT NULL,
	grade_percent float8 DEFAULT NULL,
	OUT vo2_ml_kg_min float8, OUT vo2_ml_min float8, OUT mets float8, OUT in_range boolean,
	OUT equation vo2_test
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_vo2_estimate'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20; -- not STRICT: each equation needs other values
COMMENT ON FUNCTION vo2_estimate(vo2_test, sex, float8, float8, float8, float8, float8) IS
'Oxygen uptake estimated from a test without gas analysis: in mL/kg/min, in mL/min, in METs; whether the work lies where the source says that the equation holds (NULL: it does not say); and the equation. What the equations need: bruce and balke, sex and test_min (duration in minutes); steep_ramp, peak_w, and weight_kg for mL/kg/min and METs; acsm_leg_cycle and acsm_arm_cycle, peak_w and weight_kg; acsm_walk and acsm_run, speed_m_min and grade_percent (0 if level). mL/min of the others needs weight_kg. A column is NULL if what it needs is NULL, or if the equation gives no uptake above 0. The ACSM equations are of a steady state. Errors: a value that cannot be, with a hint on the unit (22003).';

CREATE FUNCTION ymca_cycle(
	workloads_w float8[], heart_rates_bpm float8[], hr_max_bpm float8, weight_kg float8,
	OUT stages integer, OUT peak_w float8, OUT vo2_ml_kg_min float8, OUT vo2_ml_min float8,
	OUT mets float8, OUT in_range boolean
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_ymca_cycle'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 50; -- not STRICT: the work rate does not need a weight
COMMENT ON FUNCTION ymca_cycle(float8[], float8[], float8, float8) IS
'Peak oxygen uptake from a submaximal test on the cycle, as the YMCA does it (unconfirmed): a line through the stages with a heart rate of 110 to 150 bpm is drawn out to hr_max_bpm, and the work rate there goes into acsm_leg_cycle. The arrays have one element for each stage; a stage with a NULL is left out. stages: how many made the line. All else is NULL with fewer than two of them, if the line does not rise, or without hr_max_bpm; VO2 also without weight_kg. in_range: whether peak_w lies where the ACSM equation holds. A maximal heart rate predicted from age is wrong under beta-blockers. Errors: a value that cannot be, with a hint (22003); arrays of unlike length or of more than one dimension, or a heart rate above hr_max_bpm (22023).';

CREATE FUNCTION astrand_age_factor(age float8) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_astrand_age_factor' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION astrand_age_factor(float8) IS
'Age factor of the Astrand cycle test, by which the oxygen uptake read from the nomogram is multiplied (unconfirmed); interpolated between the ages of the table, rounded to nine decimals. NULL for NULL, and for ages under 15 or over 65. The nomogram itself is not here. Error: an age that cannot be (22003).';
