-- The type instrument: a questionnaire by its code.

CREATE TYPE instrument;

-- @include src/common/type_io.sql.in TYPE=instrument LIBRARY='MODULE_PATHNAME', PREFIX=instrument_ LANGUAGE=C

CREATE TYPE instrument (
	INPUT = instrument_in, OUTPUT = instrument_out,
	RECEIVE = instrument_recv, SEND = instrument_send,
	INTERNALLENGTH = VARIABLE, ALIGNMENT = double, STORAGE = extended
);
COMMENT ON TYPE instrument IS
'A questionnaire: its items, their ranges and the rules of its scales. Written as its code, for example ''QLQ-C30''; instruments() lists the codes. Codes are case-sensitive.';

-- @include src/common/type_operators.sql.in TYPE=instrument

-- @include src/common/type_jsonb.sql.in TYPE=instrument
COMMENT ON CAST (instrument AS jsonb) IS 'the code as a JSON string';
COMMENT ON CAST (jsonb AS instrument) IS 'a JSON string with the code';
