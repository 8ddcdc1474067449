-- Published programmes and guidelines as prescriptions.

CREATE FUNCTION protocols(
	OUT code text, OUT name text, OUT prescribed prescription, OUT note text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_protocols' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 25;
COMMENT ON FUNCTION protocols() IS
'Published exercise programmes in oncology as prescriptions, a row for each programme or arm, with what is not reported as "?". Many sources state no intensity. mark unconfirmed: the dose was read only in a review that contradicts the published record elsewhere, or in no source at all; note says what is known to be wrong or missing.';

CREATE FUNCTION guidelines(
	OUT body text, OUT outcome text, OUT option text, OUT evidence text, OUT prescribed prescription, OUT note text,
	OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_guidelines' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 23;
COMMENT ON FUNCTION guidelines() IS
'What guidelines on exercise in oncology recommend, by body and outcome, as prescriptions; option is aerobic, resistance, combined or general, evidence the body''s grade. prescribed is NULL where a body gives no dose. In the ACSM recommendations of 2019 moderate is 40-59 % and vigorous 60-89 % of heart rate or VO2 reserve.';
