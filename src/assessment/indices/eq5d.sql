-- EQ-5D-5L: state and index.

CREATE FUNCTION eq5d_state(
	mobility integer, self_care integer, usual_activities integer, pain_discomfort integer,
	anxiety_depression integer
) RETURNS integer
AS 'MODULE_PATHNAME', 'exonc_eq5d_state' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eq5d_state(integer, integer, integer, integer, integer) IS
'State of an EQ-5D-5L form as a number of five digits, the levels 1 (no problems) to 5 of mobility, self-care, usual activities, pain/discomfort and anxiety/depression: 21345. NULL if one is NULL. Errors: a level outside 1..5 (22003).';

CREATE FUNCTION eq5d_index(state integer, value_set jsonb) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_eq5d_index' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION eq5d_index(integer, jsonb) IS
'Index (utility) of an EQ-5D-5L state by a value set that the caller gives; exonc ships none. value_set is either the table of all 3125 states, {"11111": 1, "11112": 0.922, ...}, or the terms of a model, which are added, so that decrements are negative: "constant", and "MO", "SC", "UA", "PD", "AD" with five numbers each, one a level; then, where the model has them, "any_above_1", "any_4_or_5", "any_5" (added once if a dimension is there), "each_4_or_5" {"MO": ..., all five} (added for each such dimension), "squared_4_or_5" (times the square of the number of dimensions at level 4 or 5 less one). A sum is rounded to "decimals", 3 if not given, half away from zero; the value of a table is as it stands. "name" and "source" are free. NULL if an argument is NULL. Errors: no state (22003), a value set that lacks something, has something else, or values 55555 above 11111 (22023), a number outside -10..10 (22003).';
