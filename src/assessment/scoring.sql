-- Scores from the answers of one form.

CREATE FUNCTION score(
	instrument instrument, scale scale, answers integer[], missing integer[] DEFAULT '{}'
) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_score' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION score(instrument, scale, integer[], integer[]) IS
'Score of one scale or total of a form, in the units of the scale (0 to 100 for EORTC). answers: one element for each item in item order, NULL where not answered; missing: codes that the site writes for not answered, such as {-99,88}; none may be an answer of an item. NULL if too few items of the scale are answered, if a scale of a total has no score, or if an argument is NULL. Errors: unknown scale, wrong number of answers, or an array that is not one-dimensional from 1 (22023); an answer outside its item''s range (22003). Sources: see scales().';

CREATE FUNCTION scores(
	instrument instrument, answers integer[], missing integer[] DEFAULT '{}',
	OUT scale text, OUT name text, OUT score float8, OUT answered integer, OUT items integer,
	OUT min_answered integer, OUT direction score_direction
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_scores' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 16;
COMMENT ON FUNCTION scores(instrument, integer[], integer[]) IS
'Scores of all scales and totals of a form, one row each: code, name, score (NULL if too few items are answered), items answered, items of the scale, fewest answered that give a score (NULL for a total without a rule of its own: it needs all of its scales), direction. Use it in LATERAL. No rows if an argument is NULL, so a missing form leaves no trace: count forms in their own table, or use LEFT JOIN LATERAL. Errors as score().';

CREATE FUNCTION scores_array(
	instrument instrument, answers integer[], missing integer[] DEFAULT '{}'
) RETURNS float8[]
AS 'MODULE_PATHNAME', 'exonc_scores_array' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION scores_array(instrument, integer[], integer[]) IS
'Scores of all scales and totals of a form as one array, in the order of scales(): the fast form for queries with one column a scale. An element is NULL if too few items are answered. NULL if an argument is NULL. Errors as score().';

CREATE FUNCTION check_answers(
	instrument instrument, answers integer[], missing integer[] DEFAULT '{}',
	OUT "position" integer, OUT item text, OUT answer integer, OUT problem text, OUT hint text,
	OUT refused boolean
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_check_answers' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50 ROWS 1;
COMMENT ON FUNCTION check_answers(instrument, integer[], integer[]) IS
'What is wrong with these answers, one row for each problem: place and name of the item and the answer (all NULL if the array as a whole is wrong), the problem, what to do, and whether score() refuses the form for it. Not refused are answers to an item that was not asked, going by another answer: the form can be scored, but one of the two is wrong. No rows if nothing is wrong, or if an argument is NULL. For loaders: reject the rows it names, load the rest; score the others in a later statement, or inside CASE, since a query may score a row before it filters it.';
