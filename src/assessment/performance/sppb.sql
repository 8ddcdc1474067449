-- Short Physical Performance Battery.

CREATE FUNCTION sppb(
	side_by_side_s float8 DEFAULT NULL, semi_tandem_s float8 DEFAULT NULL,
	tandem_s float8 DEFAULT NULL, gait_s float8 DEFAULT NULL, chair_stand_s float8 DEFAULT NULL,
	gait_distance_m integer DEFAULT 4, unable physical_test_set DEFAULT '{}'
) RETURNS integer
AS 'MODULE_PATHNAME', 'exonc_sppb'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10; -- not STRICT: a test that could not be done has no time, but points
COMMENT ON FUNCTION sppb(float8, float8, float8, float8, float8, integer, physical_test_set) IS
'Total of the Short Physical Performance Battery, 0 to 12 points, from the times in seconds that the three balance positions were held, of the walk, and of five chair stands. gait_distance_m is 4 or 3: the cut-points differ. Pass the faster of two walks. A position that could not be taken is 0 s; those after the first one held for less than 10 s have no points and are NULL or 0. A chair stand or gait that was tried and could not be done is named in unable and has 0 points; sppb in unable means all of it; other tests in unable do not matter here. Times are rounded to 0.01 s. NULL if a component is not known: a NULL time that unable does not name, an unknown position, or a NULL distance. Errors: a time that cannot be, with a hint on the unit (22003); a distance other than 3 or 4, a time of a test that unable names, or a position held after one that failed (22023). Sources: performance_rules().';

CREATE FUNCTION sppb_points(
	side_by_side_s float8 DEFAULT NULL, semi_tandem_s float8 DEFAULT NULL,
	tandem_s float8 DEFAULT NULL, gait_s float8 DEFAULT NULL, chair_stand_s float8 DEFAULT NULL,
	gait_distance_m integer DEFAULT 4, unable physical_test_set DEFAULT '{}',
	OUT balance integer, OUT gait integer, OUT chair_stand integer, OUT total integer,
	OUT gait_m_s float8
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_sppb_points'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20; -- not STRICT, as sppb()
COMMENT ON FUNCTION sppb_points(float8, float8, float8, float8, float8, integer, physical_test_set) IS
'The points of each component of the Short Physical Performance Battery, 0 to 4 (NULL: not known), the total (NULL if one is not known), and the speed of the walk in m/s (NULL without a time; its time is not rounded). Arguments and errors as sppb().';
