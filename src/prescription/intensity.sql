-- Equations and classes of intensity.

CREATE TYPE hr_max_equation AS ENUM
	('fox', 'tanaka', 'gellish', 'gellish_nonlinear', 'gulati', 'nes', 'sydo', 'brawner', 'keteyian');
COMMENT ON TYPE hr_max_equation IS
'An equation that predicts the maximal heart rate; hr_max_equations() lists their coefficients, populations and sources.';
CREATE TYPE work_mode AS ENUM ('walk', 'run', 'leg_cycle', 'arm_cycle', 'step', 'leg_cycle_lang', 'step_latin');
COMMENT ON TYPE work_mode IS
'Work for which there is a metabolic equation: of the American College of Sports Medicine, or a published alternative to it, leg_cycle_lang by Lang and step_latin by Latin 2001.';
CREATE TYPE intensity_class AS ENUM ('very_light', 'light', 'moderate', 'vigorous', 'near_maximal');
COMMENT ON TYPE intensity_class IS 'Class of intensity, from very light to near-maximal.';
CREATE TYPE intensity_measure AS ENUM
	('percent_hrr', 'percent_vo2r', 'percent_hr_max', 'percent_vo2_max', 'rpe', 'met', 'percent_1rm');
COMMENT ON TYPE intensity_measure IS
'What an intensity is measured in: percentages of heart rate reserve, VO2 reserve, maximal heart rate, VO2max and one-repetition maximum; Borg RPE 6-20; METs.';
CREATE TYPE intensity_key AS ENUM ('acsm2018', 'essa2010');
COMMENT ON TYPE intensity_key IS
'A table of classes: that of the American College of Sports Medicine of 2018, or that of Exercise and Sports Science Australia of 2010. They use the same words for other numbers.';
CREATE TYPE one_rm_equation AS ENUM ('epley', 'brzycki', 'lombardi', 'oconner', 'mayhew', 'wathen', 'lander');
COMMENT ON TYPE one_rm_equation IS
'An equation that predicts the one-repetition maximum from a load w in kg and repetitions r to failure: epley w(1+r/30), brzycki 36w/(37-r), lombardi w r^0.10, oconner w(1+0.025r), mayhew 100w/(52.2+41.9e^(-0.055r)), wathen 100w/(48.8+53.8e^(-0.075r)), lander 100w/(101.3-2.67123r).';
CREATE TYPE load_rounding AS ENUM ('down', 'nearest');
COMMENT ON TYPE load_rounding IS 'How a load is rounded to plates: down, which is the safe side, or to the nearest, halves up.';

CREATE FUNCTION hr_max(
	equation hr_max_equation, age float8, sex sex DEFAULT NULL, hr_rest float8 DEFAULT NULL, on_bike boolean DEFAULT NULL
) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_hr_max' LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT: most equations need the age alone
COMMENT ON FUNCTION hr_max(hr_max_equation, float8, sex, float8, boolean) IS
'Maximal heart rate in bpm that an equation predicts from age in years (18 to 100); sex for sydo and gulati (women only), hr_rest in bpm and on_bike for keteyian. Equations differ by 18 bpm at one age and have standard errors of 10 to 18: a measured maximum is better. NULL if equation or age is NULL. Errors: a value out of range (22003), a person for whom the equation does not hold or lacks a value (22023). Sources: hr_max_equations().';

CREATE FUNCTION hr_max_equations(
	OUT equation hr_max_equation, OUT sex sex, OUT intercept float8, OUT age_factor float8, OUT age_squared_factor float8,
	OUT hr_rest_factor float8, OUT bike float8, OUT on_beta_blocker boolean, OUT population text, OUT source text,
	OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_hr_max_equations' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION hr_max_equations() IS
'The equations for the maximal heart rate: intercept + age_factor x age + age_squared_factor x age^2 + hr_rest_factor x hr_rest, plus bike on a bicycle. sex NULL: both sexes. on_beta_blocker: derived in persons on the drug.';

CREATE FUNCTION work_to_vo2(
	mode work_mode, work float8, weight_kg float8 DEFAULT NULL, grade float8 DEFAULT 0, step_height_m float8 DEFAULT NULL,
	OUT vo2_ml_kg_min float8, OUT mets float8, OUT in_range boolean
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_work_to_vo2' LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT: walking needs no weight
COMMENT ON FUNCTION work_to_vo2(work_mode, float8, float8, float8, float8) IS
'Gross oxygen uptake in mL/kg/min of steady work, by a metabolic equation, and its METs. work is the speed in m/min for walk and run (3 mph is 80.4), watts for leg_cycle and arm_cycle (1 W is 6 kgm/min), steps (up and down) a minute for step; leg_cycle_lang and step_latin as leg_cycle and step. weight_kg is needed for watts, step_height_m in metres for step; grade is a fraction: 5 % is 0.05. in_range says whether the equation holds there (walk 50-100 m/min, run from 80, leg_cycle 50-200 W, arm_cycle 25-125 W, step 12-30): outside it the value is returned all the same. NULL if mode or work is NULL. Errors: out of range (22003), a missing weight or height (22023).';

CREATE FUNCTION vo2_to_work(
	mode work_mode, vo2_ml_kg_min float8, weight_kg float8 DEFAULT NULL, grade float8 DEFAULT 0,
	step_height_m float8 DEFAULT NULL, OUT work float8, OUT unit text, OUT in_range boolean
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_vo2_to_work' LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT: walking needs no weight
COMMENT ON FUNCTION vo2_to_work(work_mode, float8, float8, float8, float8) IS
'The work that takes an oxygen uptake, the inverse of work_to_vo2(): speed in m/min, watts or steps a minute, never negative. In patients with breast cancer the equations ended below the intensity aimed at (56 % for 60 % VO2R). Arguments, in_range, NULL and errors as work_to_vo2().';

CREATE FUNCTION vo2_to_grade(mode work_mode, vo2_ml_kg_min float8, speed_m_min float8, OUT grade float8, OUT in_range boolean) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_vo2_to_grade' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION vo2_to_grade(work_mode, float8, float8) IS
'The grade, as a fraction, at which walking or running at a speed in m/min takes an oxygen uptake in mL/kg/min: the other inverse of work_to_vo2(). Negative where the speed alone takes more; in_range is then false, as where the speed is outside the range of the equation. NULL if an argument is NULL. Errors: out of range (22003), another mode than walk or run (22023).';

CREATE FUNCTION percent_hrr_of_hr_max(percent_hr_max float8, hr_rest float8, hr_max float8) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_percent_hrr_of_hr_max' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION percent_hrr_of_hr_max(float8, float8, float8) IS
'The percentage of heart rate reserve that a percentage of the maximal heart rate is for one person, with hr_rest and hr_max in bpm. 60-70 % of a maximum of 160 are 25-44 % of the reserve at a resting heart rate of 75: very light to moderate. Negative below the resting heart rate. NULL if an argument is NULL. Errors: out of range (22003), hr_rest not below hr_max (22023).';

CREATE FUNCTION intensity_class(measure intensity_measure, value float8, key intensity_key DEFAULT 'acsm2018') RETURNS intensity_class
AS 'MODULE_PATHNAME', 'exonc_intensity_class' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION intensity_class(intensity_measure, float8, intensity_key) IS
'The class of an intensity. Printed tables have whole numbers with gaps (57-63, 64-76); here a class begins at its first value and ends before that of the next. Tables differ: 72 % of the maximal heart rate is moderate by acsm2018 and vigorous by essa2010. NULL if an argument is NULL. Errors: a value outside its measure (22003), a measure that the key does not have (22023). Sources: intensity_cuts().';

CREATE FUNCTION intensity_cuts(
	OUT key intensity_key, OUT measure intensity_measure, OUT class intensity_class, OUT from_value float8, OUT source text,
	OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_intensity_cuts' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 32;
COMMENT ON FUNCTION intensity_cuts() IS
'The least value of each class of intensity, by key and measure; below that of light an intensity is very light.';

CREATE FUNCTION one_rm(equation one_rm_equation, load_kg float8, repetitions float8) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_one_rm' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION one_rm(one_rm_equation, float8, float8) IS
'One-repetition maximum in kg that an equation predicts from a load in kg (0.1 to 700) and the repetitions to failure (1 to 20; the equations are meant for up to 10, and diverge beyond). With one repetition the load is the maximum, whatever the equation; that is ours. NULL if an argument is NULL. Errors: out of range (22003).';

CREATE FUNCTION training_load(one_rm_kg float8, percent float8, increment_kg float8 DEFAULT 0, rounding load_rounding DEFAULT 'down') RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_training_load' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION training_load(float8, float8, float8, load_rounding) IS
'Load in kg at a percentage of the one-repetition maximum, rounded to plates of increment_kg (0: not rounded). 29 kg at 60 % with steps of 0.2 kg is 17.4, although binary arithmetic falls just short of it. NULL if an argument is NULL. Errors: out of range (22003).';

CREATE FUNCTION targets(
	prescription prescription, week integer, age float8 DEFAULT NULL, sex sex DEFAULT NULL, hr_rest float8 DEFAULT NULL,
	hr_rest_days integer DEFAULT NULL, hr_rest_max_days integer DEFAULT 28, hr_max float8 DEFAULT NULL,
	beta_blocker boolean DEFAULT NULL, hr_max_on_beta_blocker boolean DEFAULT false,
	hr_max_equation hr_max_equation DEFAULT NULL, vo2_peak float8 DEFAULT NULL, w_peak float8 DEFAULT NULL,
	w_msec float8 DEFAULT NULL, weight_kg float8 DEFAULT NULL, one_rm_kg float8 DEFAULT NULL,
	test_load_kg float8 DEFAULT NULL, test_repetitions float8 DEFAULT NULL, one_rm_equation one_rm_equation DEFAULT NULL,
	increment_kg float8 DEFAULT 0, rounding load_rounding DEFAULT 'down', grade float8 DEFAULT 0,
	OUT block integer, OUT part integer, OUT alternative integer, OUT component integer, OUT modality exercise_modality,
	OUT step text, OUT prescribed text, OUT quantity text, OUT target numrange, OUT unit text, OUT equation text,
	OUT in_range boolean, OUT reason text
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_targets' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200 ROWS 3; -- not STRICT: what is not known gives a reason
COMMENT ON FUNCTION targets(prescription, integer, float8, sex, float8, integer, integer, float8, boolean, boolean, hr_max_equation, float8, float8, float8, float8, float8, float8, float8, one_rm_equation, float8, load_rounding, float8) IS
'What the intensities of a prescription mean for one person in a week of the programme, a row each: heart rate in bpm from %HRR (resting and maximal heart rate) and %HRmax; oxygen uptake in mL/kg/min from %VO2R, %VO2max, %VO2peak (vo2_peak) and MET, with the speed in m/min or power in W that takes it where the component has the one mode walk, treadmill, run, bike or arm_ergometer (ACSM equations); watts from %Wpeak (w_peak) and %MSEC (w_msec); loads in kg from %1RM (one_rm_kg, or test_load_kg and test_repetitions by one_rm_equation), rounded to increment_kg; scales and absolute units as they are. Measured values go before predicted ones, and a prediction is made only by an equation that is named, which stands in equation. Where there is no number, target is NULL and reason says why: a beta-blocker without a maximum measured on it, a predicted maximum while it is not known whether a beta-blocker is taken, a resting heart rate older than hr_rest_max_days (28 is ours; NULL: any age), a measurement that is missing, an intensity that is not reported. in_range: whether the equation holds there. NULL prescription or week: no rows. Errors: a value that no person can have, with a hint on the unit (22003); hr_rest not below hr_max (22023); others as at_week().';

CREATE FUNCTION target_heart_rate(
	prescription prescription, week integer, age float8 DEFAULT NULL, sex sex DEFAULT NULL, hr_rest float8 DEFAULT NULL,
	hr_rest_days integer DEFAULT NULL, hr_rest_max_days integer DEFAULT 28, hr_max float8 DEFAULT NULL,
	beta_blocker boolean DEFAULT NULL, hr_max_on_beta_blocker boolean DEFAULT false,
	hr_max_equation hr_max_equation DEFAULT NULL
) RETURNS int4range
AS 'MODULE_PATHNAME', 'exonc_target_heart_rate' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20; -- not STRICT: what is not known gives NULL
COMMENT ON FUNCTION target_heart_rate(prescription, integer, float8, sex, float8, integer, integer, float8, boolean, boolean, hr_max_equation) IS
'The heart rate in bpm to aim at in a week of the programme: from the lowest to the highest of those that targets() gives for the main intensities (not for intervals, warm-up and cool-down), each end rounded to whole beats, halves up. NULL if no main intensity is a heart rate, or if one of them has no number; targets() says why. A main intensity that is not a heart rate (RPE, a level) does not count. NULL prescription or week: NULL. Arguments and errors: as targets().';

CREATE FUNCTION target_load(
	prescription prescription, week integer, weight_kg float8 DEFAULT NULL, one_rm_kg float8 DEFAULT NULL,
	test_load_kg float8 DEFAULT NULL, test_repetitions float8 DEFAULT NULL, one_rm_equation one_rm_equation DEFAULT NULL,
	increment_kg float8 DEFAULT 0, rounding load_rounding DEFAULT 'down'
) RETURNS numrange
AS 'MODULE_PATHNAME', 'exonc_target_load' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20; -- not STRICT: what is not known gives NULL
COMMENT ON FUNCTION target_load(prescription, integer, float8, float8, float8, float8, one_rm_equation, float8, load_rounding) IS
'The load in kg to aim at in a week of the programme: from the lowest to the highest of those that targets() gives for the main intensities (%1RM, %BW, kg). NULL if no main intensity is a load in kg, or if one of them has no number for which its equation holds (a maximum predicted from more than 10 repetitions); targets() says why. NULL prescription or week: NULL. Arguments and errors: as targets().';
