-- Sarcopenia by the consensus definitions.

CREATE TYPE mass_modality AS ENUM ('DXA', 'BIA', 'CT', 'MRI');
COMMENT ON TYPE mass_modality IS
'How muscle mass was measured: dual-energy X-ray absorptiometry, bioelectrical impedance, computed tomography, magnetic resonance imaging.';

CREATE TYPE mass_criterion AS ENUM ('any', 'asm', 'asm_h2', 'asm_bmi', 'smm_h2', 'smm_h2_janssen', 'l3_smi');
COMMENT ON TYPE mass_criterion IS
'Which criterion decides whether muscle mass is low: any that the definition recommends (low if one is low), appendicular skeletal muscle mass in kg (asm), that divided by height squared (asm_h2) or by body mass index (asm_bmi), total skeletal muscle mass over height squared (smm_h2; with the cut-offs of Janssen 2004, smm_h2_janssen), or the muscle area at L3 over height squared (l3_smi). An alternative of a definition (column alternate of sarcopenia_cutoffs()) decides only where it is named.';

CREATE TYPE strength_criterion AS ENUM ('any', 'grip', 'chair_stand', 'grip_bmi');
COMMENT ON TYPE strength_criterion IS
'Which criterion decides whether strength is low: any that the definition recommends (low if one is low), hand grip, the time for five chair stands, or grip divided by body mass index. An alternative of a definition decides only where it is named.';

CREATE TYPE sarcopenia_definition AS ENUM (
	'EWGSOP2', 'AWGS2019', 'EWGSOP1', 'AWGS2014', 'AWGS2019_community', 'AWGS2025', 'KWGS2023', 'FNIH', 'SDOC', 'IWGS',
	'JSH1', 'JSH2', 'GLIS2024');
COMMENT ON TYPE sarcopenia_definition IS
'A consensus definition: EWGSOP1 and EWGSOP2 (Europe, 2010 and 2019), AWGS2014, AWGS2019 and AWGS2025 (Asia), AWGS2019_community (the path without muscle mass), KWGS2023 (Korea), FNIH (USA, 2014), SDOC (2020), IWGS (2011), JSH1 and JSH2 (Japan, liver disease), GLIS2024 (a concept without cut-offs). sarcopenia_definitions() lists them, sarcopenia_cutoffs() their cut-offs and sources.';

CREATE TYPE sarcopenia_class AS ENUM (
	'none', 'slow', 'weak', 'presarcopenia', 'possible', 'probable', 'functional', 'sarcopenia', 'severe');
COMMENT ON TYPE sarcopenia_class IS
'Class of sarcopenia, from mild to severe, one vocabulary for all definitions: prevalence is class >= ''sarcopenia''. sarcopenia_classes() lists which of them each definition uses, and what its paper calls them. A class is what is established so far: possible or probable without a measurement of muscle mass can still turn out as sarcopenia, so give prevalence with the bounds of sarcopenia_range().';

CREATE TYPE sarcopenia_status AS ENUM ('final', 'at_least', 'open', 'not_applicable', 'concept_only');
COMMENT ON TYPE sarcopenia_status IS
'How much is known of a class: it is final; it is at least this, and may turn out more severe; it is open, since something that decides is not known; the definition is not applicable to the person; or it is a concept only, without cut-offs.';

CREATE FUNCTION sarcopenia(
	definition sarcopenia_definition,
-- @include src/sarcopenia/measurements.sql.in
) RETURNS sarcopenia_class
AS 'MODULE_PATHNAME', 'exonc_sarcopenia'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20; -- not STRICT: a missing measurement is an answer still open
COMMENT ON FUNCTION sarcopenia(
	sarcopenia_definition,
-- @include src/sarcopenia/measurement_types.sql.in
) IS
'Class of sarcopenia that the measurements establish under a definition: the mildest class still possible if that is a positive one or the only one; NULL if the measurements leave it open, and if the definition is not applicable (sarcopenia_all() tells the two apart). Units are in the argument names; chair_stand_s is the time for five rises, age in years, asm_kg the muscle mass of arms and legs, smm_kg that of the whole body, l3_smi_cm2_m2 the muscle area at L3 over height squared. A NULL measurement is unknown, never normal; a test that was tried and could not be performed is named in unable and counts as low. Indices (ASM/h2, BMI, ASM/BMI, grip/BMI, SMM/h2) are derived where their parts are given. gait_m_s is compared as it is, whatever the distance walked. AWGS2025 needs the age and is not applicable below 50 years. mass_criterion and strength_criterion: which criterion may decide; strict: a component is normal only if all of its tests were done. cutoffs: the caller''s own numbers in place of published ones, as {"grip_kg": {"male": 30, "female": 19}, "asm_h2_kg_m2": {"female": {"BIA": 5.6}}, "gait_m_s": 0.9}; operator and rules stay those of the definition, and a number is for all ages. Errors: a value no human can have, with a hint on the unit (22003); a contradiction between arguments, a criterion or cut-off that the definition does not have (22023). Sources: sarcopenia_cutoffs().';

CREATE FUNCTION sarcopenia_range(
	definition sarcopenia_definition,
-- @include src/sarcopenia/measurements.sql.in
	, OUT mildest sarcopenia_class, OUT severest sarcopenia_class
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_sarcopenia_range'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20; -- not STRICT, as sarcopenia()
COMMENT ON FUNCTION sarcopenia_range(
	sarcopenia_definition,
-- @include src/sarcopenia/measurement_types.sql.in
) IS
'The mildest and the severest class still possible under a definition when the unknown components (strength, mass, performance) are completed in every way; both equal if the measurements decide. Arguments, units and errors as sarcopenia(). Both are NULL if definition is NULL, a concept only, or not applicable at this age.';

CREATE FUNCTION sarcopenia_all(
-- @include src/sarcopenia/measurements.sql.in
	, OUT definition sarcopenia_definition, OUT class sarcopenia_class, OUT mildest sarcopenia_class,
	OUT severest sarcopenia_class, OUT status sarcopenia_status, OUT reason text
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_sarcopenia_all'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200 ROWS 13; -- not STRICT, as sarcopenia()
COMMENT ON FUNCTION sarcopenia_all(
-- @include src/sarcopenia/measurement_types.sql.in
) IS
'One person under all definitions, a row each: class as sarcopenia(), mildest and severest as sarcopenia_range(), how much is known (status), and the reason why it is not more: the components that are not known and on which the class depends, the age, or that the definition has no such criterion. A definition that is not applicable (AWGS2025 below 50 years) or a concept only (GLIS2024) is told apart from a class that is open. Arguments, units and errors as sarcopenia(), but cutoffs and the criteria asked for hold for the definitions that have them.';

CREATE FUNCTION sarcopenia_array(
-- @include src/sarcopenia/measurements.sql.in
) RETURNS sarcopenia_class[]
AS 'MODULE_PATHNAME', 'exonc_sarcopenia_array'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 60; -- not STRICT, as sarcopenia()
COMMENT ON FUNCTION sarcopenia_array(
-- @include src/sarcopenia/measurement_types.sql.in
) IS
'The classes of one person under all definitions as one array, in the order of the enum sarcopenia_definition; an element is NULL where sarcopenia() is, and where the definition does not have the criterion asked for. Faster than sarcopenia_all(), which says why. Arguments, units and errors as sarcopenia_all().';

CREATE FUNCTION sarcopenia_evidence(
	definition sarcopenia_definition,
-- @include src/sarcopenia/measurements.sql.in
	, OUT component text, OUT component_low boolean, OUT criterion text, OUT value float8,
	OUT operator text, OUT cutoff float8, OUT unit text, OUT low boolean, OUT note text,
	OUT class_if_low sarcopenia_class, OUT class_if_normal sarcopenia_class,
	OUT protocol text, OUT cutoff_sex sex, OUT cutoff_modality text, OUT cutoff_age_from integer,
	OUT cutoff_age_to integer, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_sarcopenia_evidence'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 9; -- not STRICT, as sarcopenia()
COMMENT ON FUNCTION sarcopenia_evidence(
	sarcopenia_definition,
-- @include src/sarcopenia/measurement_types.sql.in
) IS
'Why sarcopenia() says what it says: one row for each cut-off that could apply to the person, with the value compared (derived indices rounded to nine decimals), whether it is low (NULL: unknown), whether its component is low, and a note where the test was not measured, could not be performed, or is undecided. Where the component is unknown, class_if_low and class_if_normal are the classes that would be established if it were known: if both are there, this measurement decides. A value for which the definition has no cut-off (another modality, too young) stands in a row without one; a test named in unable is low without a value. A cut-off of the caller says so in source and has no mark. Arguments, units and errors as sarcopenia().';

CREATE FUNCTION sarcopenia_cutoffs(
	OUT definition sarcopenia_definition, OUT component text, OUT criterion text, OUT measurement text,
	OUT protocol text, OUT modality mass_modality, OUT sex sex, OUT age_from integer, OUT age_to integer,
	OUT operator text, OUT cutoff float8, OUT unit text, OUT alternate boolean, OUT source text,
	OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_sarcopenia_cutoffs' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 130;
COMMENT ON FUNCTION sarcopenia_cutoffs() IS
'All cut-offs of all definitions, one row for each sex and modality: a value is low if value, operator and cutoff together are true, as in 26.9 < 27. sex NULL: both sexes; modality NULL: any modality; age_from and age_to: completed years, NULL is no limit. measurement is the key under which the argument cutoffs of sarcopenia() replaces the number. alternate: decides only where mass_criterion or strength_criterion asks for it.';

CREATE FUNCTION sarcopenia_classes(
	OUT definition sarcopenia_definition, OUT line integer, OUT strength_low boolean, OUT mass_low boolean,
	OUT performance_low boolean, OUT class sarcopenia_class, OUT name text, OUT source text,
	OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_sarcopenia_classes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 50;
COMMENT ON FUNCTION sarcopenia_classes() IS
'The rules of all definitions, and the vocabulary: which class follows from low or not low strength, mass and performance (NULL: either), and what the paper calls it. The first line that fits holds.';

CREATE FUNCTION sarcopenia_definitions(
	OUT definition sarcopenia_definition, OUT name text, OUT computed boolean, OUT lowest_age integer,
	OUT population text, OUT note text, OUT source text
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_sarcopenia_definitions' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 13;
COMMENT ON FUNCTION sarcopenia_definitions() IS
'The definitions with their names and sources. computed: false for a concept without cut-offs; lowest_age: nobody younger is classified (NULL: no limit); population: whom the definition was made for, which refuses nobody.';

CREATE FUNCTION check_measurements(
	definition sarcopenia_definition DEFAULT NULL,
-- @include src/sarcopenia/measurements.sql.in
	, OUT measurement text, OUT value float8, OUT problem text, OUT detail text, OUT hint text, OUT refused boolean
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_check_measurements'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 1; -- not STRICT, as sarcopenia()
COMMENT ON FUNCTION check_measurements(
	sarcopenia_definition,
-- @include src/sarcopenia/measurement_types.sql.in
) IS
'For loaders: every problem in the measurements of a person, one row each; none if there is none. refused: sarcopenia() would raise it as an error (a value no human can have, a contradiction). The others are told too: a muscle mass without a modality, BIA at a high body mass index; and, where a definition is given, an age for which it was not made and a modality for which it has no cut-off. Arguments and units as sarcopenia(); the choices (mass_criterion, strict, cutoffs ...) do not matter. It raises no error about a value.';
