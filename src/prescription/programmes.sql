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

CREATE FUNCTION meets(prescription prescription, guideline prescription, week integer DEFAULT 1) RETURNS boolean
AS 'MODULE_PATHNAME', 'exonc_meets' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 80;
COMMENT ON FUNCTION meets(prescription, prescription, integer) IS
'Whether a prescription asks in a week for at least what a guideline recommends. The guideline is a prescription, such as one of guidelines(), taken at its first week: all of its parts must be met, of each part one alternative ("or"), and of that the sessions a week, the minutes a week and the class of intensity (acsm2018) of each modality; sets, repetitions and supervision are not compared. More than recommended is enough. NULL where a range reaches the recommendation only in part, where something is not reported, or where the guideline gives no number. How it is judged is ours; meets_evidence() shows it. NULL if an argument is NULL. Errors as at_week().';

CREATE FUNCTION meets_evidence(
	prescription prescription, guideline prescription, week integer DEFAULT 1,
	OUT part integer, OUT alternative integer, OUT modality exercise_modality, OUT criterion text, OUT needed text,
	OUT found text, OUT met boolean
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_meets_evidence' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 150 ROWS 5;
COMMENT ON FUNCTION meets_evidence(prescription, prescription, integer) IS
'Why meets() says what it says: a row for each criterion of each alternative of the guideline, with what is needed at least, what the prescription asks for (NULL: not known), and whether that is enough (NULL: open). Errors as at_week().';
