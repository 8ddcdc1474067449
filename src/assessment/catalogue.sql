-- The rules as rows: which instruments and scales there are, and where each comes from.

CREATE TYPE score_direction AS ENUM ('higher_better', 'higher_worse');
COMMENT ON TYPE score_direction IS
'Which end of a score is the good one for the patient: the high end (higher_better), or the low end (higher_worse, as in symptoms).';

CREATE TYPE answer_kind AS ENUM ('whole_number', 'clock_time', 'duration_hours', 'duration_minutes');
COMMENT ON TYPE answer_kind IS
'How an item is answered: with a whole number, a time of day ("23:30"), a number of hours or a number of minutes.';

CREATE FUNCTION instruments(
	OUT code instrument, OUT name text, OUT version text, OUT items integer, OUT scales integer,
	OUT recall text, OUT note text, OUT licence text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_instruments' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION instruments() IS
'All built-in instruments, one row each: code, name, version, number of items and of scales (totals included), recall period, a note on how answers must be coded, licence note, source of the rules and whether it was read (mark). No item wording is shipped.';

CREATE FUNCTION items(
	instrument instrument,
	OUT "position" integer, OUT item text, OUT lowest integer, OUT highest integer, OUT kind answer_kind
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_items' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 30;
COMMENT ON FUNCTION items(instrument) IS
'The items of an instrument, one row each: place in the array of answers, name as the questionnaire has it, lowest and highest answer, and kind of answer. Times of day stand in the array as seconds after midnight, durations as seconds; lowest and highest are given so, too.';

CREATE FUNCTION scales(
	instrument instrument,
	OUT "position" integer, OUT scale text, OUT alias text, OUT name text, OUT items text[],
	OUT positions integer[], OUT reversed text[], OUT min_answered integer, OUT rule text,
	OUT lowest float8, OUT highest float8, OUT direction score_direction, OUT source text,
	OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_scales' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 16;
COMMENT ON FUNCTION scales(instrument) IS
'The scales of an instrument, one row each, in the order of scores_array(): code, second code in use (alias), name, its items by name, their places in the array of answers, reversed items (lowest + highest - answer; other codings are in the rule), fewest answered items that give a score, the formula in words, range and direction of the score, source and mark. For a total, items, positions and reversed are NULL, and min_answered is NULL unless the total has a rule of its own.';
