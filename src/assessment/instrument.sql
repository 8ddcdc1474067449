-- The type instrument: a questionnaire by its code.

CREATE TYPE instrument;

CREATE FUNCTION instrument_in(cstring) RETURNS instrument
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION instrument_in(cstring) IS 'I/O';
CREATE FUNCTION instrument_out(instrument) RETURNS cstring
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION instrument_out(instrument) IS 'I/O';
CREATE FUNCTION instrument_recv(internal) RETURNS instrument
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION instrument_recv(internal) IS 'I/O';
CREATE FUNCTION instrument_send(instrument) RETURNS bytea
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION instrument_send(instrument) IS 'I/O';

CREATE TYPE instrument (
	INPUT = instrument_in, OUTPUT = instrument_out,
	RECEIVE = instrument_recv, SEND = instrument_send,
	INTERNALLENGTH = VARIABLE, ALIGNMENT = double, STORAGE = extended
);
COMMENT ON TYPE instrument IS
'A questionnaire: its items, their ranges and the rules of its scales. Written as its code, for example ''QLQ-C30''; instruments() lists the codes. Codes are case-sensitive.';

-- @include src/common/type_operators.sql.in TYPE=instrument

CREATE FUNCTION instrument_to_jsonb(instrument) RETURNS jsonb
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION instrument_to_jsonb(instrument) IS
'implementation of cast to jsonb: the code as a JSON string';
CREATE FUNCTION jsonb_to_instrument(jsonb) RETURNS instrument
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION jsonb_to_instrument(jsonb) IS
'implementation of cast from jsonb: a JSON string with the code';
CREATE CAST (instrument AS jsonb) WITH FUNCTION instrument_to_jsonb(instrument);
COMMENT ON CAST (instrument AS jsonb) IS 'the code as a JSON string';
CREATE CAST (jsonb AS instrument) WITH FUNCTION jsonb_to_instrument(jsonb);
COMMENT ON CAST (jsonb AS instrument) IS 'a JSON string with the code';
