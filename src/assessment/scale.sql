-- The type scale: the code of a scale. Text without a collation, so that foreign
-- servers compute score() themselves; see scale_pg.c.

CREATE TYPE scale;

CREATE FUNCTION scale_in(cstring) RETURNS scale
AS 'textin' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION scale_in(cstring) IS 'I/O';
CREATE FUNCTION scale_out(scale) RETURNS cstring
AS 'textout' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION scale_out(scale) IS 'I/O';
CREATE FUNCTION scale_recv(internal) RETURNS scale
AS 'textrecv' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION scale_recv(internal) IS 'I/O';
CREATE FUNCTION scale_send(scale) RETURNS bytea
AS 'textsend' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION scale_send(scale) IS 'I/O';

CREATE TYPE scale (
	INPUT = scale_in, OUTPUT = scale_out, RECEIVE = scale_recv, SEND = scale_send,
	INTERNALLENGTH = VARIABLE, STORAGE = extended
);
COMMENT ON TYPE scale IS
'The code of a scale or total, for example ''PF''; scales() lists the codes of an instrument. Text converts to it by itself.';

-- @include src/common/type_operators.sql.in TYPE=scale

CREATE CAST (text AS scale) WITHOUT FUNCTION AS IMPLICIT;
COMMENT ON CAST (text AS scale) IS 'the same code';
CREATE CAST (varchar AS scale) WITHOUT FUNCTION AS IMPLICIT;
COMMENT ON CAST (varchar AS scale) IS 'the same code';
CREATE CAST (scale AS text) WITHOUT FUNCTION AS ASSIGNMENT;
COMMENT ON CAST (scale AS text) IS 'the same code';

CREATE FUNCTION scale_to_jsonb(scale) RETURNS jsonb
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION scale_to_jsonb(scale) IS
'implementation of cast to jsonb: the code as a JSON string';
CREATE FUNCTION jsonb_to_scale(jsonb) RETURNS scale
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION jsonb_to_scale(jsonb) IS
'implementation of cast from jsonb: a JSON string with the code';
CREATE CAST (scale AS jsonb) WITH FUNCTION scale_to_jsonb(scale);
COMMENT ON CAST (scale AS jsonb) IS 'the code as a JSON string';
CREATE CAST (jsonb AS scale) WITH FUNCTION jsonb_to_scale(jsonb);
COMMENT ON CAST (jsonb AS scale) IS 'a JSON string with the code';
