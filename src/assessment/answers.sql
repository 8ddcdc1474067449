-- Answers keyed by item name.

CREATE FUNCTION answers(instrument instrument, by_item jsonb) RETURNS integer[]
AS 'MODULE_PATHNAME', 'exonc_answers' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION answers(instrument, jsonb) IS
'The array of answers that score() takes, from a JSON object keyed by item name, such as {"HI7": 3, "An1": null} or {"Q1": "23:30", "Q4": 6.5}. An item that is null, a blank text or not there is NULL. A whole number may stand as text, as many exports have it; a time of day is text, "23:30" or "11:30 pm"; a duration is a number in the unit that the form asks for, or text, "6:30" (items() gives the kind). Times of day become seconds after midnight, durations seconds. NULL if an argument is NULL. Errors (22023): not an object, an unknown item, an answer that is not of the kind of its item. The ranges are checked by score() and check_answers().';

CREATE FUNCTION check_answers_by_item(
	instrument instrument, by_item jsonb, missing integer[] DEFAULT '{}',
	OUT "position" integer, OUT item text, OUT answer integer, OUT problem text, OUT hint text,
	OUT refused boolean
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_check_answers_by_item' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 1;
COMMENT ON FUNCTION check_answers_by_item(instrument, jsonb, integer[]) IS
'What is wrong with answers in a JSON object keyed by item name, one row for each problem, columns as check_answers(): what answers() would refuse (unknown items, answers that are not of the kind of their item), and what is wrong with the rest. No rows if nothing is wrong, or if an argument is NULL. For loaders: reject the rows with a problem that is refused, load the rest.';
