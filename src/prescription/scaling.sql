-- Doses scaled, and what percentages come to.

CREATE FUNCTION scale_dose(prescription prescription, factor float8, modality exercise_modality DEFAULT NULL) RETURNS prescription
AS 'MODULE_PATHNAME', 'exonc_scale_dose' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 60; -- not STRICT: no modality means all
COMMENT ON FUNCTION scale_dose(prescription, float8, exercise_modality) IS
'The prescription with factor (0.01 to 10) times the dose: minutes of sessions with their steps, weekly volumes, intervals and sets are multiplied, frequency, intensity and repetitions stay; "?" stays "?". With modality only its components, NULL for all. So weekly_minutes() and weekly_sets() are factor times as much in every week, to the three decimals that a prescription can say. NULL if there is no such prescription: a component has neither minutes nor volume, intervals or sets; intervals or sets would be no whole number; or the minutes are those of a session that other modalities share. NULL if prescription or factor is NULL. Errors: a factor out of range (22003), a result beyond the limits of the type (54000).';

CREATE FUNCTION compounded(start float8, percent float8, steps integer) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_compounded' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION compounded(float8, float8, integer) IS
'What start becomes after steps (0 to 520) that each change it by percent (-100 to 100): start (1 + percent/100)^steps, in the unit of start. 60 minutes that grow by 10 % a week are 128.6 in week 9. NULL if an argument is NULL. Errors: out of range (22003).';

CREATE FUNCTION weeks_to_double(percent_per_week float8) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_weeks_to_double' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION weeks_to_double(float8) IS
'Weeks in which a load or a time doubles that grows by percent_per_week (0.001 to 100): ln 2 / ln(1 + percent/100). The 10 % a week of many lay sources doubles in 7.3 weeks. NULL if the argument is NULL. Errors: out of range (22003).';

CREATE FUNCTION vo2_peak_after_cycles(vo2_peak float8, decline_percent float8, cycles integer) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_vo2_peak_after_cycles' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION vo2_peak_after_cycles(float8, float8, integer) IS
'Peak oxygen uptake in mL/kg/min (4 to 95) after so many cycles of treatment (0 to 52) of which each costs decline_percent of what is left: an assumption to re-prescribe from with targets(), never a measurement. There is no default: the 10 % a cycle of one review comes to 47 % after 6 cycles, while a control group lost 27.5 % in a whole course (10.1186/s13102-022-00420-6) and a feasibility trial 12 % in 12 weeks. NULL if an argument is NULL. Errors: out of range (22003).';
