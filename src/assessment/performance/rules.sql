-- The rules of the physical tests as rows.

CREATE FUNCTION performance_rules(
	OUT test text, OUT rule text, OUT sex sex, OUT value text, OUT unit text, OUT source text,
	OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_performance_rules' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 200;
COMMENT ON FUNCTION performance_rules() IS
'Every cut-point, norm, coefficient and rule of the physical tests, one row each: test, rule, sex (NULL: both), value, range or equation, unit, source, and whether it was read there. The rows are made from the tables that the functions compute with.';
