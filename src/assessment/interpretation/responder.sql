-- What a change means: minimal important differences and responders.

CREATE TYPE change_direction AS ENUM ('improvement', 'deterioration', 'either');
COMMENT ON TYPE change_direction IS
'The direction of change that a minimal important difference is for: toward the better end of the measure, away from it, or either.';

CREATE TYPE difference_kind AS ENUM ('group', 'individual');
COMMENT ON TYPE difference_kind IS
'Whether a minimal important difference is meant for the mean change of a group or for the change of one person.';

CREATE TYPE change_amount AS ENUM ('absolute', 'percent');
COMMENT ON TYPE change_amount IS
'What an amount of change is: absolute, in the unit of the measure; or percent of the baseline.';

CREATE TYPE change_class AS ENUM ('improved', 'stable', 'deteriorated');
COMMENT ON TYPE change_class IS
'What became of a person: improved or deteriorated by at least the amount that matters, or stable between the two.';

CREATE FUNCTION minimal_important_differences(
	measure measure DEFAULT NULL,
	OUT measure measure, OUT population text, OUT direction change_direction,
	OUT kind difference_kind, OUT minimal boolean, OUT amount change_amount, OUT low float8,
	OUT high float8, OUT unit text, OUT method text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_minimal_important_differences'
LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 140;
COMMENT ON FUNCTION minimal_important_differences(measure) IS
'The library of minimal important differences of a measure, or of all (NULL, the default), one row each: population and kind (NULL: the source, as far as it was read, does not say), direction of change, whether it is minimal or a larger one that the source names beside it (substantial, moderate), what the amount is (absolute or percent of the baseline), its range (low equals high where one value is printed), unit, method, source, mark. The sources disagree: for a decision of weight choose a row and give its value to responder(). Error: a measure that does not exist (22023).';

CREATE FUNCTION responder(
	measure measure, baseline float8, followup float8, improvement float8 DEFAULT NULL,
	deterioration float8 DEFAULT NULL,
	amount change_amount DEFAULT 'absolute', better score_direction DEFAULT NULL
) RETURNS change_class
AS 'MODULE_PATHNAME', 'exonc_responder' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION responder(measure, float8, float8, float8, float8, change_amount, score_direction) IS
'Whether a value improved, stayed or deteriorated from baseline to follow-up by as much as matters; a change of exactly the amount counts. improvement, deterioration: the amounts, both positive whichever end is better, in the unit of the measure or, with amount => ''percent'', in percent of the baseline; NULL (the default) takes them from minimal_important_differences(): of the minimal rows for the direction those that were read in their source go first, and of these an improvement must reach the largest value and a deterioration counts from the smallest. responder_evidence() shows the choice. better: the good end of a measure that exonc does not know; for one that measures() lists leave it out. NULL if measure, baseline or follow-up is NULL, if no amount is given or known, if only that of the direction of the change is missing, or for percent of a baseline of zero. Errors: a measure that does not exist, or is contradicted by better (22023); a value outside the range of the measure, an amount that is not above zero (22003).';

CREATE FUNCTION is_responder(
	measure measure, baseline float8, followup float8, improvement float8 DEFAULT NULL,
	amount change_amount DEFAULT 'absolute', better score_direction DEFAULT NULL
) RETURNS boolean
AS 'MODULE_PATHNAME', 'exonc_is_responder' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION is_responder(measure, float8, float8, float8, change_amount, score_direction) IS
'Whether a value improved by at least the amount that matters: responder() = ''improved'', for counting. It needs no amount for a deterioration, so it is false where responder() is NULL for lack of one. Arguments, NULL and errors otherwise as responder().';

CREATE FUNCTION responder_evidence(
	measure measure, baseline float8, followup float8, improvement float8 DEFAULT NULL,
	deterioration float8 DEFAULT NULL,
	amount change_amount DEFAULT 'absolute', better score_direction DEFAULT NULL,
	OUT direction change_direction, OUT change float8, OUT better_end score_direction,
	OUT toward float8, OUT needed float8, OUT unit text, OUT reached boolean, OUT population text,
	OUT kind difference_kind, OUT method text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_responder_evidence' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 2;
COMMENT ON FUNCTION responder_evidence(measure, float8, float8, float8, float8, change_amount, score_direction) IS
'What responder() with the same arguments decides by, one row for improvement and one for deterioration: the change (follow-up less baseline, in the unit of the measure), the better end of the measure, how far the value went toward the direction and how far it must go (needed, NULL: no amount is known), the unit of both, whether that is reached, and the row of minimal_important_differences() that needed is from: population, kind, method, source, mark (NULL but for the method if the caller gave the amount). Baseline and follow-up may be NULL, to see which amounts apply. No rows if measure is NULL. Errors as responder().';
