-- Grades of the CTCAE.

CREATE TYPE ctcae_version AS ENUM ('v5', 'v6');
COMMENT ON TYPE ctcae_version IS 'Version of the Common Terminology Criteria for Adverse Events. Store it with each grade: they differ.';
CREATE TYPE ctcae_term AS ENUM
	('platelets', 'neutrophils', 'haemoglobin', 'creatine_kinase', 'fever', 'fatigue', 'sensory_neuropathy');
COMMENT ON TYPE ctcae_term IS 'A term of the CTCAE that rules of exercise refer to.';

CREATE FUNCTION ctcae_grade(
	term ctcae_term, value float8, version ctcae_version DEFAULT 'v5', normal_limit float8 DEFAULT NULL, hours float8 DEFAULT NULL
) RETURNS integer
AS 'MODULE_PATHNAME', 'exonc_ctcae_grade' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5; -- not STRICT: the limit often does not matter
COMMENT ON FUNCTION ctcae_grade(ctcae_term, float8, ctcae_version, float8, float8) IS
'CTCAE grade of a value, 0 to 4: platelets and neutrophils in x10^9/L, haemoglobin in g/dL (grade 3 is its highest by value), creatine_kinase divided by the upper limit of normal, fever in degrees Celsius. normal_limit is the lower limit of the laboratory, in the unit of the value: without it grade 0 and 1 of the blood counts cannot be told apart, and the grade is NULL where that matters; hours is for how long a fever has been over 40.0, without which grade 3 and 4 cannot be told apart. NULL if term, value or version is NULL. Errors: a value that no person can have, with a hint on the unit (22003); fatigue and sensory_neuropathy, which are graded by words, and a term of which no grades of the version are known (22023). Sources: ctcae_grades().';

CREATE FUNCTION ctcae_grades(
	OUT version ctcae_version, OUT term ctcae_term, OUT grade integer, OUT rule text, OUT unit text, OUT source text,
	OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_ctcae_grades' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 35;
COMMENT ON FUNCTION ctcae_grades() IS
'The grades behind ctcae_grade(), of each term the highest first: the first that holds decides; and those that are words.';
