-- Sarcopenia by the consensus definitions.

CREATE TYPE mass_modality AS ENUM ('DXA', 'BIA', 'CT', 'MRI');
COMMENT ON TYPE mass_modality IS
'How muscle mass was measured: dual-energy X-ray absorptiometry, bioelectrical impedance, computed tomography, magnetic resonance imaging.';

CREATE TYPE mass_criterion AS ENUM ('any', 'asm', 'asm_h2');
COMMENT ON TYPE mass_criterion IS
'Which criterion decides whether muscle mass is low: any that the definition offers (low if one is low), appendicular skeletal muscle mass in kg (asm), or that divided by height squared (asm_h2).';

CREATE TYPE sarcopenia_definition AS ENUM ('EWGSOP2', 'AWGS2019');
COMMENT ON TYPE sarcopenia_definition IS
'A consensus definition: EWGSOP2 (Europe, 2019), AWGS2019 (Asia, 2019). sarcopenia_cutoffs() lists their cut-offs and sources.';

CREATE TYPE sarcopenia_class AS ENUM ('none', 'possible', 'probable', 'sarcopenia', 'severe');
COMMENT ON TYPE sarcopenia_class IS
'Class of sarcopenia, from mild to severe, one vocabulary for all definitions: prevalence is class >= ''sarcopenia''. EWGSOP2: none, probable, sarcopenia (its confirmed), severe. AWGS2019: none, possible, sarcopenia, severe. A class is what is established so far: possible or probable without a measurement of muscle mass can still turn out as sarcopenia, so give prevalence with the bounds of sarcopenia_range().';

CREATE FUNCTION sarcopenia(
-- @include src/sarcopenia/measurements.sql.in
) RETURNS sarcopenia_class
AS 'MODULE_PATHNAME', 'exonc_sarcopenia'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20; -- not STRICT: a missing measurement is an answer still open
COMMENT ON FUNCTION sarcopenia(
-- @include src/sarcopenia/measurement_types.sql.in
) IS
'Class of sarcopenia that the measurements establish under a definition: the mildest class still possible if that is a positive one or the only one; NULL if the measurements leave it open. Units are in the argument names; chair_stand_s is the time for five rises, age in years. A NULL measurement is unknown, never normal; a test that was tried and could not be performed is named in unable and counts as low. asm_h2_kg_m2 is derived where asm_kg and height_cm are given. gait_m_s is compared as it is, whatever the distance walked. mass_criterion: which index of muscle mass may decide; strict: a component is normal only if all of its tests were done. age and weight_kg are checked, but no definition uses them yet. Errors: a value no human can have, with a hint on the unit (22003); a contradiction between arguments (22023). Sources: sarcopenia_cutoffs().';

CREATE FUNCTION sarcopenia_range(
-- @include src/sarcopenia/measurements.sql.in
	, OUT mildest sarcopenia_class, OUT severest sarcopenia_class
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_sarcopenia_range'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20; -- not STRICT, as sarcopenia()
COMMENT ON FUNCTION sarcopenia_range(
-- @include src/sarcopenia/measurement_types.sql.in
) IS
'The mildest and the severest class still possible under a definition when the unknown components (strength, mass, performance) are completed in every way; both equal if the measurements decide. Arguments, units and errors as sarcopenia(). Both are NULL only if definition is NULL.';

CREATE FUNCTION sarcopenia_evidence(
-- @include src/sarcopenia/measurements.sql.in
	, OUT component text, OUT component_low boolean, OUT criterion text, OUT value float8,
	OUT operator text, OUT cutoff float8, OUT unit text, OUT low boolean, OUT note text,
	OUT protocol text, OUT cutoff_sex sex, OUT cutoff_modality text, OUT source text,
	OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_sarcopenia_evidence'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 9; -- not STRICT, as sarcopenia()
COMMENT ON FUNCTION sarcopenia_evidence(
-- @include src/sarcopenia/measurement_types.sql.in
) IS
'Why sarcopenia() says what it says: one row for each cut-off that could apply to the person, with the value compared (derived indices rounded to nine decimals), whether it is low (NULL: unknown), whether its component is low, and a note where the test was not measured, could not be performed, or is undecided. A mass value for whose modality the definition has no cut-off stands in a row without one; a test named in unable is low without a value. Arguments, units and errors as sarcopenia().';

CREATE FUNCTION sarcopenia_cutoffs(
	OUT definition sarcopenia_definition, OUT component text, OUT criterion text,
	OUT protocol text, OUT modality mass_modality, OUT sex sex, OUT operator text,
	OUT cutoff float8, OUT unit text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_sarcopenia_cutoffs' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 30;
COMMENT ON FUNCTION sarcopenia_cutoffs() IS
'All cut-offs of all definitions, one row for each sex and modality: a value is low if value, operator and cutoff together are true, as in 26.9 < 27. sex NULL: both sexes; modality NULL: any modality.';
