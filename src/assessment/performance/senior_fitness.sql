-- Senior Fitness Test.

CREATE TYPE senior_fitness_test AS ENUM ('chair_stand_30s', 'arm_curl_30s', 'step_2min', 'up_and_go_8ft');
COMMENT ON TYPE senior_fitness_test IS
'A test of the Senior Fitness Test: stands from a chair in 30 s, arm curls in 30 s, steps in place in 2 min, and the 8-foot up-and-go, whose result is a time in seconds.';

CREATE TYPE senior_fitness_class AS ENUM ('below', 'normal', 'above');
COMMENT ON TYPE senior_fitness_class IS
'Performance beside the normal range, from poor to good: below is worse than normal, above is better than normal. That holds for times as well: a slow up-and-go is below.';

CREATE FUNCTION senior_fitness(
	test senior_fitness_test, sex sex, age float8, result float8, unable boolean DEFAULT false
) RETURNS senior_fitness_class
AS 'MODULE_PATHNAME', 'exonc_senior_fitness'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10; -- not STRICT: a test that could not be done may have no result
COMMENT ON FUNCTION senior_fitness(senior_fitness_test, sex, float8, float8, boolean) IS
'Whether the result of a Senior Fitness Test is below, in or above the normal range of people of the same sex and age (in completed years). The ends of the range are normal. result is a whole number of stands, curls or steps, or the seconds of the up-and-go. 0 is a result: the person tried and could not do one. A test that was tried and gave no result has unable => true and is below. NULL if test, sex or age is NULL, if result is NULL and unable is not true, and for ages under 60 or over 94, for which there are no norms. Errors: a value that cannot be, with a hint (22003); a result above 0 and unable (22023). Norms, sources and marks: senior_fitness_norms(); those of all tests but the chair stand are unconfirmed.';

CREATE FUNCTION senior_fitness_norms(
	OUT test senior_fitness_test, OUT sex sex, OUT age_from integer, OUT age_to integer,
	OUT poorest_normal float8, OUT best_normal float8, OUT unit text,
	OUT direction score_direction, OUT poorest_mark evidence_mark, OUT best_mark evidence_mark,
	OUT source text
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_senior_fitness_norms' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 56;
COMMENT ON FUNCTION senior_fitness_norms() IS
'The normal ranges of the Senior Fitness Test, one row for each test, sex and band of five years (age_from to age_to in completed years): the poorest and the best normal result, unit, which direction is the good one, whether each end was read in a source, and the source.';
