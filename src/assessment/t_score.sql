-- PROMIS T-scores: from the tables here, or imported.

CREATE TYPE t_score_method AS ENUM ('table', 'imported');
COMMENT ON TYPE t_score_method IS
'Where a T-score comes from: the published table of sums of complete forms (table), or a scoring service, by response pattern or computer adaptive test (imported).';

CREATE FUNCTION t_score(from_table float8, imported float8, OUT t float8, OUT method t_score_method)
AS 'MODULE_PATHNAME', 'exonc_t_score' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10; -- not STRICT: one of the two is enough
COMMENT ON FUNCTION t_score(float8, float8) IS
'One T-score (mean 50, standard deviation 10) from two sources, with its method: from_table, such as score(''PROMIS-FATIGUE-7A'', ''T'', answers), which is NULL for an incomplete form; else imported, the T-score that the HealthMeasures service gave for the response pattern, for a computer adaptive test, or for a form without a table here. Both NULL: NULL. Errors: a value outside 10 to 90 (22003). Source: healthmeasures.net, scoring instructions.';
