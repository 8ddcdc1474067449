-- The type prescription: an exercise prescription that a clinician can read.

CREATE TYPE prescription;

-- @include src/common/type_io.sql.in TYPE=prescription LIBRARY='MODULE_PATHNAME', PREFIX=prescription_ LANGUAGE=C

CREATE TYPE prescription (
	INPUT = prescription_in, OUTPUT = prescription_out,
	RECEIVE = prescription_recv, SEND = prescription_send,
	INTERNALLENGTH = VARIABLE, ALIGNMENT = int4, STORAGE = extended
);
COMMENT ON TYPE prescription IS
'An exercise prescription in a text form that a clinician can read: ''wk 1-12: aer walk 5/wk uns 30-45min @RPE 11-13 via home''. Blocks of programme weeks (wk) or of days of a treatment cycle (cd) hold components (aer, res, bal, flex, resp, func, mind, act), alone or in sessions (ses { }) that share minutes, with clauses for frequency, supervision, time, volume, sets, intervals, intensity, progression, setting and notes. A "?" says that a clause was prescribed but not reported; a clause that is absent was not prescribed. Output is canonical: equal prescriptions have equal text. Errors say what was expected and at which character: 22P02 for syntax, 22003 for a value out of its range, 54000 for a limit (32768 bytes, 64 blocks, 256 components and sessions, weeks up to 520, numbers up to 999999.999 with 3 decimals).';

-- @include src/common/type_operators.sql.in TYPE=prescription

-- @include src/common/type_jsonb.sql.in TYPE=prescription
COMMENT ON CAST (prescription AS jsonb) IS
'an object with blocks, parts, alternatives and clauses; null is "not reported", an absent member "not prescribed"';
COMMENT ON CAST (jsonb AS prescription) IS
'the same schema; members that it does not have are refused';
