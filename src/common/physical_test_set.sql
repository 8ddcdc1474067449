-- The type physical_test_set: a set of physical tests, by name.

CREATE TYPE physical_test_set;

-- @include src/common/type_io.sql.in TYPE=physical_test_set LIBRARY='MODULE_PATHNAME', PREFIX=physical_test_set_ LANGUAGE=C

CREATE TYPE physical_test_set (
	INPUT = physical_test_set_in, OUTPUT = physical_test_set_out,
	RECEIVE = physical_test_set_recv, SEND = physical_test_set_send, LIKE = integer
);
COMMENT ON TYPE physical_test_set IS
'A set of physical tests, written as an array of names: {chair_stand,gait}. The tests are grip (hand grip), chair_stand (five chair stands), gait (usual gait speed), sppb (Short Physical Performance Battery), tug (timed up-and-go) and walk_400m (400 m walk). A text[] can be stored in it or cast to it.';

-- @include src/common/type_operators.sql.in TYPE=physical_test_set

CREATE FUNCTION text_array_to_physical_test_set(text[]) RETURNS physical_test_set
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION text_array_to_physical_test_set(text[]) IS
'implementation of cast from text[]: the names; NULL elements say nothing';
CREATE FUNCTION physical_test_set_to_text_array(physical_test_set) RETURNS text[]
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION physical_test_set_to_text_array(physical_test_set) IS
'implementation of cast to text[]: the names';
-- Not implicit: text[] = text[] would become ambiguous.
CREATE CAST (text[] AS physical_test_set)
WITH FUNCTION text_array_to_physical_test_set(text[]) AS ASSIGNMENT;
COMMENT ON CAST (text[] AS physical_test_set) IS 'the names of the tests';
CREATE CAST (physical_test_set AS text[])
WITH FUNCTION physical_test_set_to_text_array(physical_test_set);
COMMENT ON CAST (physical_test_set AS text[]) IS 'the names of the tests';

-- @include src/common/type_jsonb.sql.in TYPE=physical_test_set
COMMENT ON CAST (physical_test_set AS jsonb) IS 'a JSON array of names';
COMMENT ON CAST (jsonb AS physical_test_set) IS 'a JSON array of names';
