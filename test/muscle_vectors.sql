-- Muscle by images and tape against every set, and by equations: worked vectors.
\ir lib/setup.sql
\set boundaries `test/lib/csv-to-json test/vectors/muscle_boundaries.csv`
\set equations `test/lib/csv-to-json test/vectors/muscle_equations.csv`
\set sheet_cutoffs `test/lib/csv-to-json "${EXONC_FACTS:-../shared/facts}/sarcopenia_cutoffs.csv"`
BEGIN;
SET search_path = public;
SELECT no_plan();

-- Every cut-off of the fact sheet: just below, exactly at and just above it.
CREATE FUNCTION pg_temp.low(s exonc.sex, age float8, bmi float8, weight float8, argument text, value float8, wanted_set text, wanted_measure text)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
	found boolean;
BEGIN
	EXECUTE format('SELECT low FROM exonc.muscle_panel(sex => $1, age => $2, bmi_kg_m2 => $3, weight_kg => $4, %I => $5) WHERE set = $6 AND measure = $7', argument)
	INTO STRICT found USING s, age, bmi, weight, value, wanted_set, wanted_measure;
	RETURN found;
END $$;
SELECT is(pg_temp.low(sex, age, bmi_kg_m2, weight_kg, argument, value, set, measure), low, format('%s %s %s %s %s: %s', id, set, measure, sex, age, note))
FROM json_to_recordset(:'boundaries') v (id text, set text, measure text, sex exonc.sex, age float8, bmi_kg_m2 float8, weight_kg float8,
	argument text, value float8, low boolean, note text);
-- Every row of the sets has a vector.
SELECT is_empty(format($$
	SELECT set, measure, sex, age_from, bmi_from FROM exonc.muscle_sets() s WHERE NOT EXISTS (
		SELECT FROM json_to_recordset(%L) v (set text, measure text, sex exonc.sex, age float8, bmi_kg_m2 float8, note text)
		WHERE v.set = s.set AND v.measure = s.measure AND (s.sex IS NULL OR v.sex = s.sex) AND v.note = format('at %%s %%s', s.operator, to_char(s.cutoff, 'FM9990.999'))
		   OR v.set = s.set AND v.measure = s.measure AND (s.sex IS NULL OR v.sex = s.sex) AND split_part(v.note, ' ', 3)::float8 = s.cutoff AND split_part(v.note, ' ', 2) = s.operator) $$,
	:'boundaries'), 'every cut-off of the sets has a vector');
-- And every cut-off of the sheet is in the sets.
SELECT is_empty(format($$
	SELECT definition, criterion, sex, cutoff FROM json_to_recordset(%L) c (definition text, criterion text, modality text, sex text, operator text, cutoff float8)
	WHERE modality ~ '^(CT|tape)' AND definition !~ '^(JSH|ESPEN|SARC_CalF)' AND criterion <> 'BMI_adjust'
	  AND NOT EXISTS (SELECT FROM exonc.muscle_sets() s WHERE s.cutoff = c.cutoff AND s.operator = c.operator AND (c.sex = 'any') = (s.sex IS NULL)
		AND (c.sex = 'any' OR left(s.sex::text, 1) = lower(c.sex))) $$, :'sheet_cutoffs'), 'every cut-off of the sheet is in the sets');

-- V40 to V43.
SELECT is((SELECT array_agg(low ORDER BY n) FROM (VALUES (1, 52.4), (2, 52.39)) v (n, smi), LATERAL exonc.muscle_panel(sex => 'male', l3_smi_cm2_m2 => smi) WHERE set = 'Prado2008'),
	'{f,t}', 'V40: 52.4 is not below 52.4');
SELECT is((SELECT low FROM exonc.muscle_panel(sex => 'male', height_cm => 175, l3_sma_cm2 => 160.475) WHERE set = 'Prado2008'), false, 'V40: nor is 160.475 over 1.75 squared');
SELECT is((SELECT array_agg(low ORDER BY n) FROM (VALUES (1, 'male'::exonc.sex, 24.9, 43.0), (2, 'male', 25.0, 52.9), (3, 'female', 35, 40.9), (4, 'male', NULL, 50), (5, 'male', NULL, 42)) v (n, s, b, smi),
	LATERAL exonc.muscle_panel(sex => s, bmi_kg_m2 => b, l3_smi_cm2_m2 => smi) WHERE set = 'Martin2013'), '{f,t,t,NULL,t}', 'V41: Martin by body mass index');
SELECT is((SELECT array_agg(low ORDER BY n) FROM (VALUES (1, 25.0, 33.0), (2, 25.0, 32.9), (3, 24.9, 40.9)) v (n, b, hu),
	LATERAL exonc.muscle_panel(bmi_kg_m2 => b, l3_hu => hu) WHERE set = 'Martin2013'), '{f,t,t}', 'V42: Martin, attenuation');
SELECT set_eq($$ SELECT set FROM exonc.muscle_panel(sex => 'female', age => 45, bmi_kg_m2 => 22, l3_smi_cm2_m2 => 30.0) WHERE low $$,
	'{Prado2008,Martin2013,Fearon2011_CT,Derstine2018,vanderWerf2018,Groningen2023,CHUV2025,Hamaguchi,Yoon2021_P5}'::text[], 'V43: sets give opposite answers for one woman');
SELECT set_eq($$ SELECT set FROM exonc.muscle_panel(sex => 'female', age => 45, bmi_kg_m2 => 22, l3_smi_cm2_m2 => 30.0) WHERE NOT low $$,
	'{Kim2021,Yoon2021_2SD}'::text[], 'V43: normal by those');

-- Ages and unknowns.
SELECT is((SELECT note FROM exonc.muscle_panel(sex => 'female', age => 83, l3_smi_cm2_m2 => 20) WHERE set = 'vanderWerf2018'), 'no cut-off for this sex, age or body mass index', 'too old for a set');
SELECT is((SELECT low FROM exonc.muscle_panel(sex => 'female', l3_smi_cm2_m2 => 20) WHERE set = 'vanderWerf2018'), NULL, 'an age limit is not passed over');
SELECT is((SELECT note FROM exonc.muscle_panel(sex => 'female', l3_smi_cm2_m2 => 20) WHERE set = 'vanderWerf2018'), 'age is not known', 'and says so');
SELECT is((SELECT low FROM exonc.muscle_panel(l3_smi_cm2_m2 => 30) WHERE set = 'Kim2021'), NULL, 'sex unknown, between the cut-offs');
SELECT is((SELECT low FROM exonc.muscle_panel(l3_smi_cm2_m2 => 28) WHERE set = 'Kim2021'), true, 'sex unknown, below both');
SELECT is_empty($$ SELECT * FROM exonc.muscle_panel(sex => 'male', age => 60) $$, 'nothing measured, no rows');
SELECT is((SELECT low FROM exonc.muscle_panel(sex => 'male', calf_cm => 34::real) WHERE set = 'Gonzalez2021_moderate'), NULL, 'Gonzalez begins at 18 years');
SELECT throws_ok($$ SELECT * FROM exonc.muscle_panel(sex => 'male', l3_sma_cm2 => 16047) $$, '22003', NULL, 'square millimetres are refused');
SELECT throws_ok($$ SELECT * FROM exonc.muscle_panel(sex => 'male', l3_hu => 'NaN') $$, '22003', NULL, 'NaN is refused');
SELECT throws_ok($$ SELECT * FROM exonc.muscle_panel(sex => 'male', l3_sma_cm2 => 160, height_cm => 175, l3_smi_cm2_m2 => 60) $$, '22023', NULL, 'a contradiction is refused');

-- Equations.
CREATE TEMP TABLE equation AS
SELECT * FROM json_to_recordset(:'equations') v (id text, equation exonc.muscle_equation, sex exonc.sex, age float8, height_cm float8, weight_kg float8,
	resistance_ohm float8, reactance_ohm float8, alst_kg float8, l3_muscle_cm2 float8, l3_fat_cm2 float8, arm_cm float8, thigh_cm float8, calf_cm float8,
	ethnicity_kg float8, expected numeric, quantity exonc.muscle_quantity, valid boolean, note text);
SELECT is((round(e.kg::numeric, coalesce(scale(v.expected), 2)), e.quantity, e.valid)::text, (v.expected, v.quantity, v.valid)::text, format('%s %s %s', v.id, v.equation, v.note))
FROM equation v, LATERAL exonc.muscle_estimate(v.equation, sex => v.sex, age => v.age, height_cm => v.height_cm, weight_kg => v.weight_kg,
	resistance_ohm => v.resistance_ohm, reactance_ohm => v.reactance_ohm, alst_kg => v.alst_kg, l3_muscle_cm2 => v.l3_muscle_cm2, l3_fat_cm2 => v.l3_fat_cm2,
	arm_cm => v.arm_cm, thigh_cm => v.thigh_cm, calf_cm => v.calf_cm, ethnicity_kg => v.ethnicity_kg) e ORDER BY v.id;
SELECT set_eq('SELECT equation FROM equation', 'SELECT unnest(enum_range(NULL::exonc.muscle_equation))', 'every equation has a vector');
SELECT throws_ok($$ SELECT exonc.muscle_estimate('Janssen2000', sex => 'male', age => 60, height_cm => 1.7, resistance_ohm => 500) $$, '22003', NULL, 'metres are refused');
SELECT throws_ok($$ SELECT exonc.muscle_estimate('Sergi2015', sex => 'female', age => 60, height_cm => 100, resistance_ohm => 2000, weight_kg => 20, reactance_ohm => 5) $$, '22003', NULL, 'so is a mass below zero');

-- Indices.
SELECT is(exonc.muscle_indices(160, 64, 14.08, 22.4, 44.8)::text, '(25,5.5,0.5632,22,8.75,35,17.5)', 'indices are decimals');
SELECT is(exonc.muscle_indices(height_cm => 155, asm_kg => 12.9735)::text, '(,5.4,,,,,)', 'of what is there');
SELECT is(exonc.muscle_indices(weight_kg => 64, asm_kg => 16)::text, '(,,,25,,,)', 'percent needs no height');
SELECT is(exonc.muscle_indices(height_cm => 150, weight_kg => 41.85, asm_kg => 14.6754)::text, '(18.6,6.5224,0.789,35.066666667,,,)', '0.789 exactly');
SELECT is(exonc.muscle_indices()::text, '(,,,,,,)', 'of nothing, nothing');
SELECT throws_ok('SELECT exonc.muscle_indices(1.6, 64)', '22003', NULL, 'metres are refused');
SELECT throws_ok('SELECT exonc.muscle_indices(160, 64, ffm_kg => 64)', '22023', NULL, 'so is a part above the whole');
SELECT throws_ok('SELECT exonc.muscle_indices(160, 64, asm_kg => ''NaN'')', '22003', NULL, 'and NaN');

-- Change.
SELECT is(exonc.muscle_change(20, 19, 'BIA', 'BIA', 2)::text, '(-1,-5,5.543717165,f)', 'five percent are within an error of 5.5');
SELECT is(exonc.muscle_change(20, 19, 'DXA', 'DXA', 1.8)::text, '(-1,-5,4.989345448,t)', 'and beyond one of 4.99');
SELECT is(exonc.muscle_change(20, 21, 'CT', 'CT')::text, '(1,5,,)', 'without a precision nothing is said of it');
SELECT is(exonc.muscle_change(20, 21, 'CT', NULL, 1)::text, '(,,,)', 'an unknown modality may be another');
SELECT throws_ok($$ SELECT exonc.muscle_change(20, 21, 'DXA', 'BIA') $$, '22023', 'muscle by DXA is compared with muscle by BIA', 'modalities are not mixed');
SELECT throws_ok($$ SELECT exonc.muscle_change(20000, 21000, 'DXA', 'DXA') $$, '22003', NULL, 'grams are refused');
SELECT throws_ok($$ SELECT exonc.muscle_change(20, 21, 'DXA', 'DXA', -1) $$, '22003', NULL, 'a negative precision is refused');

SELECT * FROM finish();
ROLLBACK;
