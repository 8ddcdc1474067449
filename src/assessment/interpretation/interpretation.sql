-- What a score means: severity bands and thresholds for clinical importance.

CREATE FUNCTION bands(
	measure measure DEFAULT NULL,
	OUT measure measure, OUT from_score float8, OUT to_score float8, OUT label text,
	OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_bands' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 90;
COMMENT ON FUNCTION bands(measure) IS
'The severity bands of a measure, or of all (NULL, the default), one row each: lowest score, end as printed (NULL: open), label, source, mark. A score belongs to the band with the highest from_score that it reaches: 7.5 is in 0 to 7, not in 8 to 10; where two bands share an end, it belongs to the upper one. No rows for a measure without bands. Error: a measure that does not exist (22023).';

CREATE FUNCTION band(measure measure, score float8) RETURNS text
AS 'MODULE_PATHNAME', 'exonc_band' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION band(measure, float8) IS
'The label of the severity band of a score, by bands(): ''moderate'' for a PHQ-9 of 12. A score between two printed bands belongs to the lower one. NULL if an argument is NULL. Errors: a measure that does not exist or has no bands (22023); a score outside the range of the measure, or between the codes of a category (22003).';

CREATE FUNCTION thresholds(
	measure measure DEFAULT NULL,
	OUT measure measure, OUT operator text, OUT value float8, OUT meaning text,
	OUT population text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_thresholds' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 20;
COMMENT ON FUNCTION thresholds(measure) IS
'The thresholds for clinical importance of a measure, or of all (NULL, the default), one row each: a score that is <operator> the value is important; meaning, population (NULL: not said), source, mark. No rows for a measure without one. Cut-offs that belong to a definition of sarcopenia are in sarcopenia_cutoffs(). Error: a measure that does not exist (22023).';

CREATE FUNCTION clinically_important(measure measure, score float8) RETURNS boolean
AS 'MODULE_PATHNAME', 'exonc_clinically_important' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION clinically_important(measure, float8) IS
'Whether a score is at or beyond the threshold for clinical importance of its measure, by thresholds(). NULL for a measure that has none, such as QLQ-C30 QL, so that a long table of all scales can be asked; and NULL if an argument is NULL. Errors: a measure that does not exist (22023); a score outside the range of the measure (22003). Most thresholds of the QLQ-C30 are unconfirmed: see their mark.';
