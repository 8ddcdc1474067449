-- Conversions between intensities, repetitions and loads, and the load of sessions.

CREATE TYPE reserve_equation AS ENUM
	('swain_1997_cycle_vo2_max', 'swain_1997_cycle_vo2r', 'swain_1998_treadmill_vo2_max', 'swain_1998_treadmill_vo2r');
COMMENT ON TYPE reserve_equation IS
'An equation from a percentage of VO2max or VO2 reserve to a percentage of heart rate reserve: Swain and Leutholtz 1997 on a cycle, Swain 1998 on a treadmill.';
CREATE TYPE five_rm_exercise AS ENUM ('bench_press', 'leg_press');
COMMENT ON TYPE five_rm_exercise IS
'An exercise for which Reynolds 2006 has an equation from the load of five repetitions to the one-repetition maximum.';
CREATE TYPE repetition_equation AS ENUM ('epley', 'epley_modified', 'linear', 'rts_chart');
COMMENT ON TYPE repetition_equation IS
'How the percentage of the one-repetition maximum depends on the repetitions to failure n, those in reserve among them: epley 1/(0.0333 n + 1), epley_modified 1/(0.0353 (n - 1) + 1), linear (33 - n + 1)/33 (all STMr), or a chart for n from 1 to 12 (rts_chart; other pages print charts that differ by a point).';

CREATE FUNCTION percent_hrr_of_vo2(equation reserve_equation, percent float8) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_percent_hrr_of_vo2' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION percent_hrr_of_vo2(reserve_equation, float8) IS
'The percentage of heart rate reserve at a percentage (10 to 100) of VO2max or VO2 reserve, as the equation has it. The percentage of VO2 reserve is nearly that of the heart rate reserve, that of VO2max is not: 50 % of VO2max is 44.4 % of the reserve on a cycle, 48.9 % on a treadmill. In prolonged exercise they part. NULL if an argument is NULL. Errors: out of range (22003). Sources: prescription_rules().';

CREATE FUNCTION one_rm_from_5rm(exercise five_rm_exercise, load_kg float8, OUT one_rm_kg float8, OUT standard_error_kg float8) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_one_rm_from_5rm' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION one_rm_from_5rm(five_rm_exercise, float8) IS
'One-repetition maximum in kg of an exercise from the load in kg (0.1 to 700) with which five repetitions can be done and no more, by Reynolds 2006, with the standard error of the estimate. It holds for these two exercises only; one_rm() is for any. NULL if an argument is NULL. Errors: out of range (22003).';

CREATE FUNCTION percent_1rm(equation repetition_equation, repetitions float8, in_reserve float8 DEFAULT 0) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_percent_1rm' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION percent_1rm(repetition_equation, float8, float8) IS
'The load, as a percentage of the one-repetition maximum, at which so many repetitions (1 to 20) leave so many in reserve (0 to 10). For resistance exercise the repetitions in reserve are 10 minus the perceived exertion on the scale to 10. NULL if an argument is NULL. Errors: out of range, or not in the chart (22003).';

CREATE FUNCTION repetitions_at_percent_1rm(equation repetition_equation, percent float8, in_reserve float8 DEFAULT 0) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_repetitions_at_percent_1rm' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION repetitions_at_percent_1rm(repetition_equation, float8, float8) IS
'The repetitions, not rounded, that a load of a percentage (30 to 100) of the one-repetition maximum allows with so many in reserve: the inverse of percent_1rm(). Negative where fewer than these are left. NULL if an argument is NULL. Errors: out of range (22003), rts_chart, which has no percentages between its rows (22023).';

CREATE FUNCTION session_rpe_load(minutes float8, cr10 float8) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_session_rpe_load' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION session_rpe_load(float8, float8) IS
'Load of a session: its minutes times the perceived exertion of the whole session on the CR10 scale (0 to 10). NULL if an argument is NULL. Errors: out of range (22003).';

CREATE FUNCTION banister_trimp(minutes float8, hr_mean float8, hr_rest float8, hr_max float8, sex sex) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_banister_trimp' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION banister_trimp(float8, float8, float8, float8, sex) IS
'Banister''s training impulse of a session: minutes times x times a e^(b x), where x is the fraction of heart rate reserve of the mean heart rate; a and b are 0.64 and 1.92 in men, 0.86 and 1.67 in women. Pages that combine 0.64 with 1.67 are 26 % low. NULL if an argument is NULL. Errors: out of range, or hr_mean not between hr_rest and hr_max (22003); hr_rest not below hr_max (22023).';

CREATE FUNCTION edwards_trimp(zone_minutes float8[]) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_edwards_trimp' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION edwards_trimp(float8[]) IS
'Edwards'' training impulse of a session: the minutes in 50-60, 60-70, 70-80, 80-90 and 90-100 % of the maximal heart rate, times 1 to 5. NULL if the array or one of its five elements is NULL. Errors: not five elements (22023), minutes out of range (22003).';

CREATE FUNCTION moderate_equivalent_minutes(moderate_minutes float8, vigorous_minutes float8) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_moderate_equivalent_minutes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION moderate_equivalent_minutes(float8, float8) IS
'Minutes of moderate exercise a week plus two times the vigorous ones, from the guideline pair of 150 or 75 minutes a week. NULL if an argument is NULL. Errors: out of range (22003).';

CREATE FUNCTION exertion_anchors(
	OUT scale text, OUT value float8, OUT meaning text, OUT percent_hr_max float8, OUT cr10 float8, OUT source text,
	OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_exertion_anchors' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 17;
COMMENT ON FUNCTION exertion_anchors() IS
'What values of the scales of perceived exertion mean: Borg''s RPE (6 to 20), CR10 (0 to 10), and the stages of the talk test with the percentage of the maximal heart rate and the CR10 that were found there. There is no exact conversion between the scales.';

CREATE FUNCTION prescription_rules(
	OUT function text, OUT variant text, OUT sex sex, OUT coefficient text, OUT value float8, OUT unit text, OUT source text,
	OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_prescription_rules' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 90;
COMMENT ON FUNCTION prescription_rules() IS
'Every number of the equations of intensity, repetitions and training load, a row each: function, equation, sex (NULL: both), coefficient, value, unit or form, source, and whether it was read there. hr_max_equations(), intensity_cuts() and precaution_rules() list the others.';

CREATE FUNCTION interval_training(
	prescription prescription, week integer, w_peak float8 DEFAULT NULL, w_msec float8 DEFAULT NULL,
	OUT block integer, OUT part integer, OUT alternative integer, OUT component integer, OUT modality exercise_modality,
	OUT intervals text, OUT interval_minutes numrange, OUT minutes_in_all numrange, OUT mean_power_w numrange, OUT reason text
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_interval_training' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 2; -- not STRICT: what is not known gives a reason
COMMENT ON FUNCTION interval_training(prescription, integer, float8, float8) IS
'One row for each component with intervals in a week of the programme: the minutes of the intervals, as weekly_minutes() counts them, those with warm-up and cool-down, and the mean power of the intervals in watts for a person with peak power w_peak and maximal short exercise capacity w_msec (both in W): the powers of the steps, weighted by their time. NULL where a time or a power is not reported or not known; reason says why there is no power. block and others as components(). NULL prescription or week: no rows. Errors: a power that no person can have (22003), others as at_week().';
