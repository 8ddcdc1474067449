-- Precautions by published profiles.

CREATE TYPE safety_profile AS ENUM
	('maltser2017', 'aha_core2019', 'trek', 'medalg', 'strict', 'idsa', 'esmo', 'immunotherapy', 'cardiotoxicity');
COMMENT ON TYPE safety_profile IS
'A published set of safety rules: maltser2017, aha_core2019 (American Heart Association), trek (Cancer Exercise Toolkit), medalg and strict (an older patient page) for blood counts and vital signs; idsa and esmo for febrile neutropenia; immunotherapy (creatine kinase); cardiotoxicity (ejection fraction). They disagree by whole levels; precaution_rules() lists their rules and sources.';
CREATE TYPE precaution_level AS ENUM ('none', 'unknown', 'monitor', 'modify', 'clearance', 'stop');
COMMENT ON TYPE precaution_level IS
'What a rule asks for, in order, so that the greatest counts: none; unknown (a value is missing: never none); monitor; modify the exercise; clearance by a clinician first; stop, no exercise now.';

CREATE FUNCTION precautions(
	profile safety_profile, platelets_10e9_l float8 DEFAULT NULL, hb_g_dl float8 DEFAULT NULL, anc_10e9_l float8 DEFAULT NULL,
	wbc_10e9_l float8 DEFAULT NULL, ck_times_uln float8 DEFAULT NULL, temperature_c float8 DEFAULT NULL,
	sbp_mmhg float8 DEFAULT NULL, dbp_mmhg float8 DEFAULT NULL, hr_rest float8 DEFAULT NULL, spo2_percent float8 DEFAULT NULL,
	glucose_mmol_l float8 DEFAULT NULL, lvef_percent float8 DEFAULT NULL, lvef_drop_points float8 DEFAULT NULL,
	symptomatic boolean DEFAULT NULL, infection_signs boolean DEFAULT NULL, fever_sustained boolean DEFAULT NULL,
	neutrophils_falling boolean DEFAULT NULL, vomiting_24h boolean DEFAULT NULL, high_dose_chemo_24h boolean DEFAULT NULL,
	labs_days integer DEFAULT NULL, labs_max_days integer DEFAULT 7,
	OUT about text, OUT value float8, OUT unit text, OUT level precaution_level, OUT rule text, OUT change text,
	OUT note text, OUT source text, OUT mark evidence_mark, OUT restrictions exercise_restriction_set
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_precautions' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 5; -- not STRICT: what is missing is unknown
COMMENT ON FUNCTION precautions(safety_profile, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8, boolean, boolean, boolean, boolean, boolean, boolean, integer, integer) IS
'What a published profile asks for, a row for each finding that it has rules about: the value, the level, the rule that decided (the most severe that holds), what to change, source and mark. max(level) is the verdict. A value that is missing, or a laboratory value (blood counts, creatine kinase) of labs_days more than labs_max_days (7 is ours; NULL: any age), gives "unknown", never "none". note says what is missing, also where a more severe rule is still open. Units are in the names: cells x10^9/L (50000 platelets per microlitre are 50), haemoglobin g/dL, creatine kinase divided by the upper limit of normal, temperature in degrees Celsius, glucose mmol/L. fever_sustained: for an hour at 38.0 or more (idsa), or twice over 38.0 in two hours (esmo); neutrophils_falling: below 1.0 and expected to fall below 0.5. restrictions are for restrict(): those of the rule, no_exercise of a stop, clearance_first of a clearance, assess_first where something is unknown or a more severe rule is open. A precaution is not a decision about treatment. NULL profile: no rows. Errors: a value that no person can have, with a hint on the unit (22003). Rules: precaution_rules().';

CREATE FUNCTION precaution_rules(
	OUT profile safety_profile, OUT about text, OUT rule text, OUT level precaution_level, OUT change text, OUT source text,
	OUT mark evidence_mark, OUT restrictions exercise_restriction_set
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_precaution_rules' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 46;
COMMENT ON FUNCTION precaution_rules() IS
'All rules of all profiles, the most severe of each finding first: the first that holds decides. Where a source gives no level, it is ours and the source says so. restrictions is what a rule takes out of a prescription (restrict()): our reading of its advice.';

CREATE FUNCTION mirels_score(site integer, pain integer, lesion integer, size integer) RETURNS integer
AS 'MODULE_PATHNAME', 'exonc_mirels' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION mirels_score(integer, integer, integer, integer) IS
'Mirels score of a metastasis in a long bone, 4 to 12: site (1 upper limb, 2 lower limb, 3 trochanteric), pain (1 mild, 2 moderate, 3 functional), lesion (1 blastic, 2 mixed, 3 lytic), size (1 below a third of the diameter, 2 up to two thirds, 3 above). 9 and more is a high risk of fracture, 8 about 15 %; for the humerus 8 is the better cut. NULL if an argument is NULL. Errors: an item outside 1..3 (22003). Sources: mdapp.co, epomedicine.com; accuracy: JAAOS Global 2020 e20.00141.';
