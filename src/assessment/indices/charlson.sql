-- The Charlson comorbidity index.

-- @include src/common/name_set.sql.in TYPE=comorbidity_set
COMMENT ON TYPE comorbidity_set IS
'A set of the 17 conditions of the Charlson comorbidity index, written as an array of names: {mi,chf}. charlson_conditions() says what they mean. A text[] can be stored in it or cast to it, for example array_agg(condition)::comorbidity_set.';

CREATE TYPE charlson_version AS ENUM ('charlson_1987', 'quan_2011');
COMMENT ON TYPE charlson_version IS
'Weights of the Charlson comorbidity index: those of the paper of 1987, or those that Quan and others estimated anew in 2011.';

CREATE FUNCTION charlson(
	conditions comorbidity_set, version charlson_version, unknown comorbidity_set DEFAULT '{}',
	exclude_cancer boolean DEFAULT false, age_adjusted boolean DEFAULT false,
	age float8 DEFAULT NULL
) RETURNS integer
AS 'MODULE_PATHNAME', 'exonc_charlson'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5; -- not STRICT: age may be NULL
COMMENT ON FUNCTION charlson(comorbidity_set, charlson_version, comorbidity_set, boolean, boolean, float8) IS
'Charlson comorbidity index: the sum of the weights of the conditions, the mild form of a disease not counted beside the severe one (mld and msld, diab and diabwc, canc and metacanc). A condition that is named neither in conditions nor in unknown is absent; unknown names those of which nobody knows, and the index is NULL unless they make no difference. exclude_cancer: canc and metacanc do not count, for a registry in which everyone has the tumour. age_adjusted: adds the points of 1994 for age in years (50 to 59: 1, up to 80 and more: 4); then NULL if age is NULL; Quan 2011 has no points for age of its own. NULL if conditions or version is NULL. Errors: age outside 0..120 (22003), a condition both present and unknown (22023). Sources: charlson_conditions(), index_rules().';

CREATE FUNCTION charlson_range(
	conditions comorbidity_set, version charlson_version, unknown comorbidity_set DEFAULT '{}',
	exclude_cancer boolean DEFAULT false, age_adjusted boolean DEFAULT false,
	age float8 DEFAULT NULL
) RETURNS int4range
AS 'MODULE_PATHNAME', 'exonc_charlson_range'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5; -- not STRICT, as charlson()
COMMENT ON FUNCTION charlson_range(comorbidity_set, charlson_version, comorbidity_set, boolean, boolean, float8) IS
'The Charlson comorbidity indices that are possible if the unknown conditions are absent, present, or some of them. Arguments, NULL and errors as charlson().';

CREATE FUNCTION charlson_conditions(
	OUT condition text, OUT name text, OUT weight_1987 integer, OUT weight_quan_2011 integer,
	OUT superseded_by text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_charlson_conditions' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 17;
COMMENT ON FUNCTION charlson_conditions() IS
'The conditions of comorbidity_set, one row each: what the name means, the weight in both versions, and the severe form of the same disease beside which it does not count. The paper of 1987 has leukaemia and lymphoma as conditions of their own; here they are canc.';
