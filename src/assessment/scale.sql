-- The type scale: the code of a scale. Text without a collation, so that foreign
-- servers compute score() themselves; see scale_pg.c.

CREATE TYPE scale;

-- @include src/common/type_io.sql.in TYPE=scale LIBRARY= PREFIX=text LANGUAGE=internal

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

-- @include src/common/type_jsonb.sql.in TYPE=scale
COMMENT ON CAST (scale AS jsonb) IS 'the code as a JSON string';
COMMENT ON CAST (jsonb AS scale) IS 'a JSON string with the code';
