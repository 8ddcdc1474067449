-- A prescription for other systems: FHIR R4 by the HL7 Physical Activity guide.

CREATE TYPE fhir_request_status AS ENUM ('draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error');
COMMENT ON TYPE fhir_request_status IS
'Status of a FHIR ServiceRequest, as the HL7 Physical Activity guide allows it.';
CREATE TYPE fhir_request_intent AS ENUM ('original-order', 'order', 'filler-order');
COMMENT ON TYPE fhir_request_intent IS
'Intent of a FHIR ServiceRequest, as the HL7 Physical Activity guide allows it.';
CREATE TYPE fhir_goal_status AS ENUM
	('proposed', 'planned', 'accepted', 'active', 'on-hold', 'completed', 'cancelled', 'entered-in-error', 'rejected');
COMMENT ON TYPE fhir_goal_status IS
'Lifecycle status of a FHIR Goal.';

CREATE FUNCTION fhir_service_requests(
	prescription prescription, subject jsonb, requester jsonb, reason jsonb, authored_on date, start_on date DEFAULT NULL,
	performer jsonb DEFAULT NULL, goals jsonb DEFAULT NULL, status fhir_request_status DEFAULT 'active',
	intent fhir_request_intent DEFAULT 'order',
	OUT block integer, OUT weeks int4range, OUT resource jsonb
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_fhir_service_requests' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 300 ROWS 3; -- not STRICT: most arguments may be left out
COMMENT ON FUNCTION fhir_service_requests(prescription, jsonb, jsonb, jsonb, date, date, jsonb, jsonb, fhir_request_status, fhir_request_intent) IS
'A FHIR R4 ServiceRequest by the profile PAServiceRequest of the HL7 Physical Activity guide for each block of a prescription: an order for exercise therapy (SNOMED CT 229065009). subject, requester and performer are FHIR References such as {"reference": "Patient/17"}; reason is a Reference to a condition or a CodeableConcept such as {"text": "breast cancer"}, goals a Reference or an array of them (pertainsToGoal). performer NULL is the subject, as the guide has it for an exercise prescription. start_on is the first day of week 1: with it the weeks of a block are its occurrencePeriod. The profile has no place for dose, intensity or progression: patientInstruction and the narrative have the block in words (describe()), orderDetail its text form, from which it can be read back; fhir_losses() says what is in words only. The resource has no id; whoever stores it gives one. NULL prescription: no rows. Errors: subject, requester, reason or authored_on NULL, or a fragment that is no Reference or CodeableConcept (22023); a date outside the years 1 to 9999 (22003). Source: HL7/physical-activity, cecef2e.';

CREATE FUNCTION fhir_goals(
	prescription prescription, subject jsonb, start_on date DEFAULT NULL, status fhir_goal_status DEFAULT 'active',
	OUT goal integer, OUT weeks int4range, OUT modality exercise_modality, OUT resource jsonb
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_fhir_goals' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 500 ROWS 4; -- not STRICT: most arguments may be left out
COMMENT ON FUNCTION fhir_goals(prescription, jsonb, date, fhir_goal_status) IS
'FHIR R4 Goals by the profile PAGoal of the HL7 Physical Activity guide: one for each modality in each run of weeks in which the same blocks hold. Targets are days a week (d/wk), minutes a week (min/wk) and, for aerobic exercise, minutes a day (min/d), steps a day where steps are prescribed. The codes of the guide (LOINC 89555-7, 82290-8, 68516-4) mean moderate to vigorous exercise: they are used only if the intensity is known to be moderate or more (intensity_class(), acsm2018), otherwise the measure is named in words; 82291-6 is days of strength exercise, 41950-7 steps. The profile takes one quantity and no range, and its examples mean "at least": the number is the least that is prescribed, in the last of the weeks, or in the first where there is no end. What is not reported has no number but a data-absent-reason; what is not prescribed, shared between components or in days of a treatment cycle has no target. The description has all of it in words. subject is a FHIR Reference; start_on, the first day of week 1, gives startDate and dueDate. That days are as many as sessions, and that numbers are those of the last week, is ours. NULL prescription: no rows. Errors: no subject, or one that is no Reference (22023); dates as fhir_service_requests(), others as at_week().';

CREATE FUNCTION fhir_losses(
	prescription prescription,
	OUT block integer, OUT part integer, OUT alternative integer, OUT component integer, OUT clause text, OUT prescribed text,
	OUT loss text
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_fhir_losses' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200 ROWS 10;
COMMENT ON FUNCTION fhir_losses(prescription) IS
'What of a prescription does not arrive as a code or a number in fhir_service_requests() and fhir_goals(), a row each: where it stands, the clause, its text, and what becomes of it. It is still there in words. component NULL: a clause of a session. No rows: nothing is lost. NULL if the prescription is NULL.';

CREATE FUNCTION fhir_measures(
	OUT measure text, OUT modality exercise_modality, OUT moderate_or_more boolean, OUT loinc text, OUT unit text,
	OUT meaning text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_fhir_measures' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 5;
COMMENT ON FUNCTION fhir_measures() IS
'The measures of goals for which the HL7 Physical Activity guide has a LOINC code: for which modality (NULL: any), whether only for exercise that is known to be moderate or more, and the UCUM unit.';
