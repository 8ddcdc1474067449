-- The type measure: the code of something that changes. Text without a collation,
-- so that foreign servers compute responder() themselves; see measure_pg.c.

CREATE TYPE measure;

-- @include src/common/type_io.sql.in TYPE=measure LIBRARY= PREFIX=text LANGUAGE=internal

CREATE TYPE measure (
	INPUT = measure_in, OUTPUT = measure_out, RECEIVE = measure_recv, SEND = measure_send,
	INTERNALLENGTH = VARIABLE, STORAGE = extended
);
COMMENT ON TYPE measure IS
'The code of something that changes: a scale of a questionnaire as instrument, blank, scale (''QLQ-C30 PF''), or a physical test (''6MWT''). measures() lists them. Text converts to it by itself; measure(instrument, scale) makes it of two columns.';

-- @include src/common/type_operators.sql.in TYPE=measure SYMBOL=scale

CREATE CAST (text AS measure) WITHOUT FUNCTION AS IMPLICIT;
COMMENT ON CAST (text AS measure) IS 'the same code';
CREATE CAST (varchar AS measure) WITHOUT FUNCTION AS IMPLICIT;
COMMENT ON CAST (varchar AS measure) IS 'the same code';
CREATE CAST (measure AS text) WITHOUT FUNCTION AS ASSIGNMENT;
COMMENT ON CAST (measure AS text) IS 'the same code';

-- @include src/common/type_jsonb.sql.in TYPE=measure SYMBOL=scale
COMMENT ON CAST (measure AS jsonb) IS 'the code as a JSON string';
COMMENT ON CAST (jsonb AS measure) IS 'a JSON string with the code';

CREATE FUNCTION measure(instrument instrument, scale scale) RETURNS measure
AS 'MODULE_PATHNAME', 'exonc_measure' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION measure(instrument, scale) IS
'The measure of a scale: measure(''QLQ-C30'', ''PF'') is ''QLQ-C30 PF''. For tables with a column for the instrument and one for the scale. A second code of a scale (PF2) gives the measure of its first. A scale that the instrument does not have is refused where the measure is used, not here. NULL if an argument is NULL.';

CREATE FUNCTION measures(
	OUT measure measure, OUT name text, OUT unit text, OUT direction score_direction,
	OUT lowest float8, OUT highest float8
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_measures' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION measures() IS
'All measures, one row each: physical tests and indices, then the scales and totals of the built-in instruments. Code, name, unit (points for a scale), better end, and the range: values outside it are refused by band(), clinically_important() and responder(). For a test the range is wider than what people do; it catches missing-data codes and wrong units.';
