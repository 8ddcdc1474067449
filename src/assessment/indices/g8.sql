-- The G8 screening tool for older patients with cancer.

CREATE FUNCTION g8(
	appetite integer, weight_loss integer, mobility integer, neuropsychological integer,
	bmi_kg_m2 float8, medication integer, self_rated_health float8, age float8
) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_g8' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION g8(integer, integer, integer, integer, float8, integer, float8, float8) IS
'Score of the G8 screening tool for older patients with cancer, 0 (worst) to 17; at most 14 is impaired. Items are the points printed on the form: appetite 0 to 2, weight_loss 0 to 3, mobility 0 to 2, neuropsychological 0 to 2, medication 0 (more than three drugs a day) or 1, self_rated_health 0, 0.5, 1 or 2. bmi_kg_m2 is in kg/m2 and age in years, of which completed ones count; both are turned into points here. NULL if an item is NULL. Errors: points that the form does not have, a body mass index outside 8..100, an age outside 0..120 (22003). Source: Bellera 2012, doi 10.1093/annonc/mdr587; see index_rules().';
