-- Muscle outside the definitions: sets of cut-offs, equations, indices, change.

CREATE TYPE muscle_quantity AS ENUM ('ASM', 'SMM', 'FFM', 'FM');
COMMENT ON TYPE muscle_quantity IS
'What a mass is of: appendicular skeletal muscle (ASM), total skeletal muscle (SMM), fat-free mass (FFM), fat mass (FM). They are different things, and nothing turns one into another.';

CREATE TYPE muscle_equation AS ENUM (
	'Lee2000_weight', 'Lee2000_girth', 'Janssen2000', 'Kyle2003', 'Sergi2015', 'Yoshida2014', 'Wen2011', 'Kim2002',
	'Mourtzakis2008_FFM', 'Mourtzakis2008_FM');
COMMENT ON TYPE muscle_equation IS
'An equation that predicts muscle, fat-free or fat mass from other measurements. muscle_equations() has the formulas, whom they were made for, and the sources.';

CREATE FUNCTION muscle_panel(
	sex sex DEFAULT NULL, age float8 DEFAULT NULL, height_cm float8 DEFAULT NULL, weight_kg float8 DEFAULT NULL,
	bmi_kg_m2 float8 DEFAULT NULL, l3_sma_cm2 float8 DEFAULT NULL, l3_smi_cm2_m2 float8 DEFAULT NULL,
	l3_hu float8 DEFAULT NULL, l3_pmi_cm2_m2 float8 DEFAULT NULL, t4_smi_cm2_m2 float8 DEFAULT NULL,
	t4_pmi_cm2_m2 float8 DEFAULT NULL, calf_cm float8 DEFAULT NULL,
	OUT set text, OUT measure text, OUT value float8, OUT operator text, OUT cutoff float8, OUT unit text,
	OUT low boolean, OUT note text, OUT purpose text, OUT population text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_muscle_panel'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 13; -- not STRICT: what is not measured has no rows
COMMENT ON FUNCTION muscle_panel(
	sex, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8
) IS
'Muscle by computed tomography (area at L3 in cm2, its index over height squared, its mean attenuation in Hounsfield units, psoas index; muscle and pectoralis index at T4) and calf circumference in cm, against every published set of cut-offs, a row each. The index, and the area over body mass index and over weight, are derived where their parts are given. Sets with different purposes answer different questions: those of a reference population, and those that part patients by survival. low is NULL with a note where the set has no cut-off for the sex, age or body mass index, or where one of these is not known and matters. Muscle is what lies between -29 and 150 HU. Calf circumference is compared as it is: see calf_adjusted(). This is low muscle, not sarcopenia. Errors: a value no human can have (22003), a contradiction (22023). Sources: muscle_sets().';

CREATE FUNCTION muscle_sets(
	OUT set text, OUT measure text, OUT sex sex, OUT age_from integer, OUT age_to integer, OUT bmi_from float8,
	OUT bmi_below float8, OUT operator text, OUT cutoff float8, OUT unit text, OUT hu_from integer, OUT hu_to integer,
	OUT purpose text, OUT population text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_muscle_sets' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 80;
COMMENT ON FUNCTION muscle_sets() IS
'The cut-offs of muscle_panel(), a row each: for which sex, completed years and body mass index (from, and up to but not including); NULL is no limit. A value is low if value, operator and cutoff together are true.';

CREATE FUNCTION muscle_estimate(
	equation muscle_equation, sex sex DEFAULT NULL, age float8 DEFAULT NULL, height_cm float8 DEFAULT NULL,
	weight_kg float8 DEFAULT NULL, resistance_ohm float8 DEFAULT NULL, reactance_ohm float8 DEFAULT NULL,
	alst_kg float8 DEFAULT NULL, l3_muscle_cm2 float8 DEFAULT NULL, l3_fat_cm2 float8 DEFAULT NULL,
	arm_cm float8 DEFAULT NULL, thigh_cm float8 DEFAULT NULL, calf_cm float8 DEFAULT NULL, ethnicity_kg float8 DEFAULT NULL,
	OUT kg float8, OUT quantity muscle_quantity, OUT modality mass_modality, OUT valid boolean, OUT note text,
	OUT source text, OUT mark evidence_mark
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_muscle_estimate'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20; -- not STRICT: each equation needs some of the inputs
COMMENT ON FUNCTION muscle_estimate(
	muscle_equation, sex, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8, float8
) IS
'Muscle mass in kg by a named equation, with what it is a mass of (quantity), by which modality (NULL: tape and scale), and whether the person is one of those the equation was made in (valid; NULL: age or body mass index not known). resistance_ohm and reactance_ohm are of the whole body at 50 kHz; alst_kg is appendicular lean soft tissue by DXA; girths are in cm less pi times the skinfold; ethnicity_kg is the additive term of the Lee equations, which has no default because the sources contradict each other (0 is white or Hispanic). kg is NULL if an input is missing. Errors: a value no human can have (22003). Formulas: muscle_equations().';

CREATE FUNCTION muscle_equations(
	OUT equation muscle_equation, OUT formula text, OUT quantity muscle_quantity, OUT modality mass_modality,
	OUT age_from integer, OUT age_to integer, OUT bmi_below float8, OUT standard_error_kg float8, OUT population text,
	OUT note text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_muscle_equations' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION muscle_equations() IS
'The equations of muscle_estimate(): formula, what it predicts and by which modality, whom it was made in, its standard error, source and mark. W is weight in kg, H height, R and Xc resistance and reactance in ohm; male is 1 for men and 0 for women.';

CREATE FUNCTION muscle_indices(
	height_cm float8 DEFAULT NULL, weight_kg float8 DEFAULT NULL, asm_kg float8 DEFAULT NULL, smm_kg float8 DEFAULT NULL,
	ffm_kg float8 DEFAULT NULL,
	OUT bmi_kg_m2 float8, OUT asm_h2_kg_m2 float8, OUT asm_bmi float8, OUT asm_weight_percent float8,
	OUT smm_h2_kg_m2 float8, OUT smm_weight_percent float8, OUT ffm_h2_kg_m2 float8
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_muscle_indices'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5; -- not STRICT: what is not measured gives no index
COMMENT ON FUNCTION muscle_indices(float8, float8, float8, float8, float8) IS
'Body mass index, and muscle and fat-free mass over height squared (kg/m2), over body mass index (m2) and in percent of the weight, rounded to nine decimals, so that they can be compared with a cut-off; ffm_h2_kg_m2 is the fat-free mass index. An index is NULL if a part of it is. Errors: a value no human can have (22003), a mass not below the weight (22023).';

CREATE FUNCTION muscle_change(
	baseline_kg float8, followup_kg float8, baseline_modality mass_modality, followup_modality mass_modality,
	precision_cv_percent float8 DEFAULT NULL,
	OUT change_kg float8, OUT change_percent float8, OUT least_significant_percent float8, OUT beyond_error boolean
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_muscle_change'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5; -- not STRICT: the precision may be unknown
COMMENT ON FUNCTION muscle_change(float8, float8, mass_modality, mass_modality, float8) IS
'Change of a muscle mass between two dates in kg and percent of the first, beside the least significant change of the device: 1.96 times the square root of 2 times its precision error, which is the coefficient of variation of repeated measurements at the site (no default: none was found in a source). beyond_error: the change is larger than that. NULL where a mass or a modality is NULL. Errors: masses of two modalities (22023); a mass outside 2 to 100 kg, a precision outside 0 to 20 % (22003).';
