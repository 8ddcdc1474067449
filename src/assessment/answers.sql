-- Answers keyed by item name.

CREATE FUNCTION answers(instrument instrument, by_item jsonb) RETURNS integer[]
AS 'MODULE_PATHNAME', 'exonc_answers' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION answers(instrument, jsonb) IS
'The array of answers that score() takes, from a JSON object keyed by item name, such as {"HI7": 3, "An1": null}. An item that is null or not there is NULL. NULL if an argument is NULL. Errors (22023): not an object, an unknown item, an answer that is not a whole number. The ranges are checked by score() and check_answers().';
