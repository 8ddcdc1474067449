-- Gait speed, timed up-and-go, standing on one leg.

CREATE FUNCTION gait_speed_m_s(distance_m float8, time_s float8) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_gait_speed_m_s' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION gait_speed_m_s(float8, float8) IS
'Gait speed in m/s from the distance in metres and the time in seconds, rounded to nine decimals. NULL if an argument is NULL. Errors: a distance, time or speed that no walk has, with a hint on the unit (22003). Cut-offs of gait speed: sarcopenia_cutoffs().';

CREATE FUNCTION tug_fall_risk(tug_s float8, unable physical_test_set DEFAULT '{}') RETURNS boolean
AS 'MODULE_PATHNAME', 'exonc_tug_fall_risk'
LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT: a test that could not be done has no time
COMMENT ON FUNCTION tug_fall_risk(float8, physical_test_set) IS
'Whether the timed up-and-go says that a person is at risk of falling: 12 s or more (CDC STEADI), or tried and not able, with tug named in unable. NULL if the time is NULL and unable does not name tug. Errors: a time that cannot be, with a hint on the unit (22003); a time although unable names tug (22023). The cut-off of sarcopenia is another one: sarcopenia_cutoffs().';

CREATE FUNCTION single_leg_stance_s(trials_s float8[], ceiling_s float8 DEFAULT NULL) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_single_leg_stance_s'
LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT: most protocols have no ceiling
COMMENT ON FUNCTION single_leg_stance_s(float8[], float8) IS
'Seconds on one leg: the longest of the trials of one leg. ceiling_s is the time at which a protocol stops the stopwatch; longer trials count as that, so that sites with other ceilings can be compared. 0 is a result: the person tried and could not stand. A NULL element is a trial that was not done; NULL if there is no other. Errors: a time that cannot be, with a hint (22003); an array of more than one dimension (22023). There is no cut-off: none was found in a source.';
