-- The numbers of the clinical indices as rows.

CREATE FUNCTION index_rules(
	OUT measure text, OUT rule text, OUT value text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_index_rules' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 150;
COMMENT ON FUNCTION index_rules() IS
'Every number of the clinical indices (G8, Charlson, ECOG and KPS, PRO-CTCAE, EQ-5D-5L), one row each: index, what the number is for, the number, source and mark.';
