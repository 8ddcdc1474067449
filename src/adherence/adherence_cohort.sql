-- Attendance and dose intensity of many participants: mean of ratios, pooled ratio, share who reach a threshold.

CREATE TYPE adherence_cohort;

-- @include src/common/type_io.sql.in TYPE=adherence_cohort LIBRARY='MODULE_PATHNAME', PREFIX=adherence_cohort_ LANGUAGE=C

CREATE TYPE adherence_cohort (
	INPUT = adherence_cohort_in, OUTPUT = adherence_cohort_out, RECEIVE = adherence_cohort_recv, SEND = adherence_cohort_send,
	INTERNALLENGTH = VARIABLE, ALIGNMENT = double, STORAGE = extended
);
COMMENT ON TYPE adherence_cohort IS
'Attendance or dose intensity of many participants: how many have a ratio and how many have none, the sum of the ratios (18 decimals) and of their squares (24 decimals), the sums of their parts, and how many reach a threshold. Made by attendance_cohort() and dose_intensity_cohort(), merged by rollup(), read by cohort_summary(). Sums are exact, so every order and split gives the same bits. The order of the operators is for indexes and has no clinical meaning.';

-- @include src/common/type_operators.sql.in TYPE=adherence_cohort
-- @include src/common/type_jsonb.sql.in TYPE=adherence_cohort
COMMENT ON CAST (adherence_cohort AS jsonb) IS 'a JSON object of what is asked, the policy and the sums that are not zero';
COMMENT ON CAST (jsonb AS adherence_cohort) IS 'a JSON object of what is asked, the policy and the sums';

CREATE FUNCTION attendance_cohort_add(adherence_cohort, adherence) RETURNS adherence_cohort
AS 'MODULE_PATHNAME', 'exonc_attendance_cohort_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION attendance_cohort_add(adherence_cohort, adherence) IS 'implementation of aggregates attendance_cohort, mean_participant_attendance and pooled_attendance';
CREATE FUNCTION attendance_cohort_add(adherence_cohort, adherence, float8) RETURNS adherence_cohort
AS 'MODULE_PATHNAME', 'exonc_attendance_cohort_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION attendance_cohort_add(adherence_cohort, adherence, float8) IS 'implementation of aggregate attendance_cohort';
CREATE FUNCTION dose_intensity_cohort_add(adherence_cohort, adherence, dose_unit) RETURNS adherence_cohort
AS 'MODULE_PATHNAME', 'exonc_dose_cohort_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION dose_intensity_cohort_add(adherence_cohort, adherence, dose_unit) IS 'implementation of aggregates dose_intensity_cohort, mean_participant_dose_intensity and pooled_dose_intensity';
CREATE FUNCTION dose_intensity_cohort_add(adherence_cohort, adherence, dose_unit, dose_cap, float8) RETURNS adherence_cohort
AS 'MODULE_PATHNAME', 'exonc_dose_cohort_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION dose_intensity_cohort_add(adherence_cohort, adherence, dose_unit, dose_cap, float8) IS 'implementation of aggregate dose_intensity_cohort';
CREATE FUNCTION adherence_cohort_combine(adherence_cohort, adherence_cohort) RETURNS adherence_cohort
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adherence_cohort_combine(adherence_cohort, adherence_cohort) IS 'implementation of the aggregates over cohorts';

CREATE FUNCTION mean_of_ratios(cohort adherence_cohort) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_mean_of_ratios' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION mean_of_ratios(adherence_cohort) IS
'Mean of the participants'' ratios: each participant has the same weight. This is what trials report (Fairman 2020). Participants without a ratio are left out; cohort_summary() counts them. NULL if nobody has one.';
CREATE FUNCTION pooled_ratio(cohort adherence_cohort) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_pooled_ratio' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pooled_ratio(adherence_cohort) IS
'Sum of the numerators over sum of the denominators of the same participants as in mean_of_ratios(): each planned session, or unit of planned dose, has the same weight. A cap holds for each session or participant, not for the sums. NULL if nobody has a ratio.';
CREATE FUNCTION cohort_summary(
	cohort adherence_cohort, confidence float8 DEFAULT 0.95,
	OUT participants bigint, OUT without_ratio bigint, OUT absent bigint,
	OUT mean float8, OUT mean_lower float8, OUT mean_upper float8, OUT sd float8,
	OUT pooled float8, OUT numerator float8, OUT denominator float8,
	OUT threshold float8, OUT reached bigint, OUT share float8, OUT share_lower float8, OUT share_upper float8
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_cohort_summary' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION cohort_summary(adherence_cohort, float8) IS
'What a cohort says. participants: with a ratio, and the denominator of mean and share; without_ratio: with a summary that has none (nothing planned, or not known); absent: NULL in place of a summary. mean: of the participants'' ratios, with Student''s interval (it can pass 0 or 1) and standard deviation, NULL of fewer than two; pooled: numerator over denominator, the sums of sessions, or of doses in their unit, with no interval, since the sessions of a participant are not independent. reached: participants whose ratio is at least threshold, compared in whole numbers; share of participants with Wilson''s interval. Error (22003): confidence outside 0.5..0.9999.';

CREATE AGGREGATE attendance_cohort(adherence adherence) (
	SFUNC = attendance_cohort_add, STYPE = adherence_cohort, SSPACE = 160, COMBINEFUNC = adherence_cohort_combine, PARALLEL = SAFE
);
COMMENT ON AGGREGATE attendance_cohort(adherence) IS
'Attendance of a cohort, one summary a participant. A participant whose attendance() is NULL is left out of the figures and counted; so is a NULL summary. NULL for no rows. The same bits in any order and split. Error (22023): summaries under different policies, which are named.';
CREATE AGGREGATE attendance_cohort(adherence adherence, threshold float8) (
	SFUNC = attendance_cohort_add, STYPE = adherence_cohort, SSPACE = 160, COMBINEFUNC = adherence_cohort_combine, PARALLEL = SAFE
);
COMMENT ON AGGREGATE attendance_cohort(adherence, float8) IS
'The same with the number of participants whose attendance is at least the threshold, a ratio such as 0.75 with up to nine decimals; NULL is none. Errors: a threshold outside 0..1 (22003), one that is not the same in all rows (22023).';
CREATE AGGREGATE dose_intensity_cohort(adherence adherence, unit dose_unit) (
	SFUNC = dose_intensity_cohort_add, STYPE = adherence_cohort, SSPACE = 160, COMBINEFUNC = adherence_cohort_combine, PARALLEL = SAFE
);
COMMENT ON AGGREGATE dose_intensity_cohort(adherence, dose_unit) IS
'Relative dose intensity of a cohort in one unit, under the cap of the policy, one summary a participant. A participant whose dose_intensity() in that unit is NULL is left out of the figures and counted; so is a NULL summary. NULL for no rows. The same bits in any order and split. Errors: no unit, or different ones, or summaries under different policies (22023); a dose intensity above 1000 (22003).';
CREATE AGGREGATE dose_intensity_cohort(adherence adherence, unit dose_unit, cap dose_cap, threshold float8) (
	SFUNC = dose_intensity_cohort_add, STYPE = adherence_cohort, SSPACE = 160, COMBINEFUNC = adherence_cohort_combine, PARALLEL = SAFE
);
COMMENT ON AGGREGATE dose_intensity_cohort(adherence, dose_unit, dose_cap, float8) IS
'The same under another cap (NULL: that of the policy), with the number of participants whose dose intensity is at least the threshold (NULL: none). Errors: as above, and a threshold outside 0..10 (22003).';
CREATE AGGREGATE rollup(cohort adherence_cohort) (
	SFUNC = adherence_cohort_combine, STYPE = adherence_cohort, SSPACE = 160, COMBINEFUNC = adherence_cohort_combine, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(adherence_cohort) IS
'Cohorts of different participants as one, as if made from all of them at once. NULLs are ignored. Errors: cohorts of different measures, units, caps, thresholds or policies, which are named (22023); a sum out of range (22003).';

CREATE AGGREGATE mean_participant_attendance(adherence adherence) (
	SFUNC = attendance_cohort_add, STYPE = adherence_cohort, SSPACE = 160, COMBINEFUNC = adherence_cohort_combine,
	FINALFUNC = mean_of_ratios, PARALLEL = SAFE
);
COMMENT ON AGGREGATE mean_participant_attendance(adherence) IS
'Mean of the participants'' attendance: mean_of_ratios(attendance_cohort(adherence)). Exact in any order and split, where avg(attendance(adherence)) depends on the order in its last digits.';
CREATE AGGREGATE pooled_attendance(adherence adherence) (
	SFUNC = attendance_cohort_add, STYPE = adherence_cohort, SSPACE = 160, COMBINEFUNC = adherence_cohort_combine,
	FINALFUNC = pooled_ratio, PARALLEL = SAFE
);
COMMENT ON AGGREGATE pooled_attendance(adherence) IS
'All attended over all planned sessions of the participants with an attendance: pooled_ratio(attendance_cohort(adherence)). attendance(rollup(adherence)) is the same where every attendance is known, and NULL where one is not.';
CREATE AGGREGATE mean_participant_dose_intensity(adherence adherence, unit dose_unit) (
	SFUNC = dose_intensity_cohort_add, STYPE = adherence_cohort, SSPACE = 160, COMBINEFUNC = adherence_cohort_combine,
	FINALFUNC = mean_of_ratios, PARALLEL = SAFE
);
COMMENT ON AGGREGATE mean_participant_dose_intensity(adherence, dose_unit) IS
'Mean of the participants'' relative dose intensity in one unit: mean_of_ratios(dose_intensity_cohort(adherence, unit)). Not mean_dose_intensity(), which is the mean over the units of one participant.';
CREATE AGGREGATE pooled_dose_intensity(adherence adherence, unit dose_unit) (
	SFUNC = dose_intensity_cohort_add, STYPE = adherence_cohort, SSPACE = 160, COMBINEFUNC = adherence_cohort_combine,
	FINALFUNC = pooled_ratio, PARALLEL = SAFE
);
COMMENT ON AGGREGATE pooled_dose_intensity(adherence, dose_unit) IS
'All delivered over all planned dose in one unit of the participants with a dose intensity: pooled_ratio(dose_intensity_cohort(adherence, unit)).';
