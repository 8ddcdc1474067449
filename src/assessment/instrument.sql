-- The type instrument: a questionnaire, built in or a registry's own.

CREATE TYPE instrument;

-- @include src/common/type_io.sql.in TYPE=instrument LIBRARY='MODULE_PATHNAME', PREFIX=instrument_ LANGUAGE=C

CREATE TYPE instrument (
	INPUT = instrument_in, OUTPUT = instrument_out,
	RECEIVE = instrument_recv, SEND = instrument_send,
	INTERNALLENGTH = VARIABLE, ALIGNMENT = double, STORAGE = extended
);
COMMENT ON TYPE instrument IS
'A questionnaire: its items, their ranges and the rules of its scales. A built-in one is written as its code, for example ''QLQ-C30''; instruments() lists the codes, which are case-sensitive. A registry''s own is written as its definition, a JSON object (schema: docs/own_questionnaire.md); it can stand in a column, and scores by the same code. Errors of a definition say which key of which object is wrong (22023).';

-- @include src/common/type_operators.sql.in TYPE=instrument

-- @include src/common/type_jsonb.sql.in TYPE=instrument
COMMENT ON CAST (instrument AS jsonb) IS 'the code as a JSON string, or the definition as a JSON object';
COMMENT ON CAST (jsonb AS instrument) IS 'a JSON string with a code, or a JSON object with a definition';
