-- Screening, cachexia, malnutrition, frailty, sarcopenic obesity: worked vectors.
\ir lib/setup.sql
\set boundaries `test/lib/csv-to-json test/vectors/syndrome_boundaries.csv`
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

-- Every cut-off: just below, exactly at and just above it.
CREATE FUNCTION pg_temp.met(s exonc.sex, age float8, bmi float8, height float8, argument text, value float8, wanted text, wanted_criterion text)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
	found boolean;
BEGIN
	EXECUTE format('SELECT met FROM exonc.syndrome_criteria(sex => $1, age => $2, height_cm => $3, %s %I => $5) WHERE syndrome = $6 AND criterion = $7',
		CASE WHEN argument <> 'bmi_kg_m2' THEN 'bmi_kg_m2 => $4,' END, argument)
	INTO STRICT found USING s, age, height, bmi, value, wanted, wanted_criterion;
	RETURN found;
END $$;
CREATE TEMP TABLE boundary AS SELECT * FROM json_to_recordset(:'boundaries') v (id text, syndrome text, criterion text, sex exonc.sex, age float8,
	bmi_kg_m2 float8, height_cm float8, argument text, value float8, met boolean, note text);
SELECT is(pg_temp.met(sex, age, bmi_kg_m2, height_cm, argument, value, syndrome, criterion), met, format('%s %s %s %s %s: %s', id, syndrome, criterion, sex, age, note)) FROM boundary;
SELECT is_empty($$
	SELECT c.* FROM exonc.syndrome_cutoffs() c WHERE NOT EXISTS (SELECT FROM boundary v
		WHERE v.syndrome = c.syndrome AND v.criterion = c.criterion AND (c.sex IS NULL OR v.sex = c.sex) AND split_part(v.note, ' ', 2) = c.operator
		  AND split_part(v.note, ' ', 3)::float8 = c.cutoff AND v.age >= coalesce(c.age_from, 0) AND floor(v.age) <= coalesce(c.age_to, 200)
		  AND (c.band IS NULL OR coalesce(CASE c.band WHEN 'height_cm' THEN v.height_cm ELSE v.bmi_kg_m2 END BETWEEN coalesce(c.band_above, 0) AND coalesce(c.band_at_most, 1000), false))) $$,
	'every cut-off has its boundary vectors');

-- SARC-F and SARC-CalF (V44 to V47).
SELECT is(sarc_f(1, 1, 1, 1, 0), 4, 'V44: 4, positive');
SELECT is(sarc_f(1, 1, 1, 0, 0), 3, 'V44: 3, negative');
SELECT is(ARRAY[sarc_f_falls(0), sarc_f_falls(1), sarc_f_falls(3), sarc_f_falls(4), sarc_f_falls(20)], '{0,1,1,2,2}', 'V45: three falls are one point');
SELECT is(sarc_f(2, 2, NULL, 2, 2), NULL, 'all five are needed');
SELECT is(sarc_f(2, 2, 2, 2, 2), 10, 'at most 10');
SELECT throws_ok('SELECT sarc_f(1, 1, 3, 0, 0)', '22003', 'SARC-F item 3 is 3, outside 0..2', 'an item has two points at most');
SELECT throws_ok('SELECT sarc_f_falls(-1)', '22003', NULL, 'no negative falls');
SELECT is(sarc_calf(1, 34.0, 'male', 'at_most_34_33'), 11, 'V46: 11 with at most');
SELECT is(sarc_calf(1, 34.0, 'male', 'below_34_33'), 1, 'V46: 1 with below');
SELECT is(sarc_calf(10, 40, 'male', 'at_most_34_33'), 10, 'V47: 10, negative');
SELECT is(ARRAY[sarc_calf(0, 33.1, 'female', 'at_most_34_33'), sarc_calf(0, 33, 'female', 'at_most_34_33'), sarc_calf(0, 33, 'female', 'below_34_33'),
	sarc_calf(0, 32.9, 'female', 'below_34_33'), sarc_calf(0, 33.9, 'male', 'below_34_33'), sarc_calf(0, 34.1, 'male', 'at_most_34_33'),
	sarc_calf(0, 31, 'male', 'below_31'), sarc_calf(0, 30.9, 'male', 'below_31'), sarc_calf(0, 31, 'female', 'below_31'), sarc_calf(0, 30.9, 'female', 'below_31')],
	'{0,10,0,10,10,0,0,10,0,10}', 'the calf item at its limits');
SELECT throws_ok($$ SELECT sarc_calf(11, 34, 'male', 'below_31') $$, '22003', NULL, 'SARC-F has 10 points');
SELECT throws_ok($$ SELECT sarc_calf(1, 340, 'male', 'below_31') $$, '22003', NULL, 'millimetres are refused');

-- Calf circumference adjusted (V48).
SELECT is(calf_adjusted(38, 32), 31::float8, 'V48: 38 less 7');
SELECT is((SELECT array_agg(set ORDER BY set) FROM muscle_panel(sex => 'female', age => 60, calf_cm => 31) WHERE low AND set ~ 'Gonzalez'), '{Gonzalez2021_moderate,Gonzalez2021_severe}', 'V48: severely low');
SELECT is((SELECT array_agg(low) FROM muscle_panel(sex => 'female', age => 60, calf_cm => 38) WHERE set ~ 'Gonzalez'), '{f,f}', 'V48: the raw 38 is normal');
SELECT is(ARRAY(SELECT calf_adjusted(36, b) FROM unnest('{18.5,24.99,25,29.99,30,39.99,40}'::float8[]) WITH ORDINALITY u (b, n) ORDER BY n), '{36,36,33,33,29,29,24}', 'the bands');
SELECT is(ARRAY[calf_adjusted(30, 18.4), calf_adjusted(30, 18.4, wasting => false), calf_adjusted(30, 18.4, wasting => true)], '{NULL,34,30}', 'nothing is added in wasting');
SELECT is(calf_adjusted(30, NULL), NULL, 'no body mass index, no answer');
SELECT throws_ok('SELECT calf_adjusted(30, 0.0024)', '22003', NULL, 'an index in other units is refused');

-- Cachexia (V49 to V51).
SELECT is(cachexia('Fearon2011', weight_loss_percent => 100 * (80 - 76.0) / 80, bmi_kg_m2 => 26, asm_h2_kg_m2 => 8, sex => 'male'), false, 'V49: 5.0 % is not above 5');
SELECT is(cachexia('Fearon2011', weight_loss_percent => 100 * (80 - 75.9) / 80, bmi_kg_m2 => 26), true, 'V49: 5.125 %');
SELECT is(cachexia('Fearon2011', weight_loss_percent => 100 * (50 - 48.9) / 50, bmi_kg_m2 => 19.5), true, 'V50: 2.2 % with 19.5');
SELECT is(cachexia('Fearon2011', sex => 'female', weight_loss_percent => 2.0, asm_h2_kg_m2 => 5.40), false, 'V50: 2.0 % is not above 2');
SELECT is(cachexia('Fearon2011', sex => 'female', weight_loss_percent => 2.1, asm_h2_kg_m2 => 5.40), true, 'low muscle instead');
SELECT is(cachexia('Fearon2011', sex => 'female', weight_loss_percent => 2.1), NULL, 'depleted or not is not known');
SELECT is(cachexia('Fearon2011', weight_loss_percent => 2.1, bmi_kg_m2 => 20, sex => 'female', asm_h2_kg_m2 => 5.45), false, 'neither is depleted');
SELECT is(cachexia('Fearon2011', weight_loss_percent => 8, weight_loss_months => 6), true, 'within 6 months');
SELECT is(cachexia('Fearon2011', weight_loss_percent => 8, weight_loss_months => 7), NULL, 'over 7 months says nothing');
SELECT is(cachexia('Evans2008', weight_loss_percent => 8, weight_loss_months => 12, anorexia => true, fatigue => true, low_strength => true), true, 'Evans takes 12');
SELECT is(cachexia('Evans2008', weight_loss_percent => 8, weight_loss_months => 13, bmi_kg_m2 => 25, anorexia => true, fatigue => true, low_strength => true), false, 'and then goes by body mass index');
SELECT is(cachexia('Evans2008', weight_loss_percent => 5, anorexia => true, fatigue => true, low_strength => false, crp_mg_l => 6), true, 'three of five, 5 % exactly');
SELECT is(cachexia('Evans2008', weight_loss_percent => 5, anorexia => true, fatigue => false, low_strength => false, crp_mg_l => 6, haemoglobin_g_dl => 10), NULL, 'biochemistry is one of five');
SELECT is(cachexia('Evans2008', weight_loss_percent => 5, sex => 'male', asm_h2_kg_m2 => 8, anorexia => true, fatigue => false, low_strength => false, crp_mg_l => 6, haemoglobin_g_dl => 10), false, 'so these are two');
SELECT is(cachexia('Evans2008', bmi_kg_m2 => 19.9, anorexia => true, fatigue => true, low_strength => true), true, 'by body mass index if the loss is not known');
SELECT is(cachexia('Evans2008', bmi_kg_m2 => 19.9, weight_loss_percent => 4, anorexia => true, fatigue => true, low_strength => true), false, 'not if it is');
SELECT is(cachexia('AWGC2023', chronic_disease => true, bmi_kg_m2 => 20.9, weight_loss_percent => 0, anorexia => true), true, 'V51: 20.9 with anorexia');
SELECT is(cachexia('AWGC2023', chronic_disease => true, bmi_kg_m2 => 21.0, weight_loss_percent => 2.0, crp_mg_l => 6), false, 'V51: 2.0 % with above');
SELECT is(cachexia('AWGC2023', chronic_disease => true, bmi_kg_m2 => 21.0, weight_loss_percent => 2.0, crp_mg_l => 6, loss_may_equal => true), true, 'V51: with at least');
SELECT is(cachexia('AWGC2023', chronic_disease => true, bmi_kg_m2 => 21.0, weight_loss_percent => 1.9, crp_mg_l => 6, loss_may_equal => true), false, '1.9 % with at least');
SELECT is(cachexia('AWGC2023', bmi_kg_m2 => 20.9, anorexia => true), NULL, 'a chronic disease must be known');
SELECT is(cachexia('AWGC2023', chronic_disease => false, bmi_kg_m2 => 20.9, anorexia => true), false, 'and be there');
SELECT is(cachexia('AWGC2023', chronic_disease => true, bmi_kg_m2 => 20.9, anorexia => false, sex => 'male', grip_kg => 28, crp_mg_l => 5), false, 'none of the three');
SELECT is(cachexia(NULL, bmi_kg_m2 => 20), NULL, 'no definition');
SELECT throws_ok($$ SELECT cachexia('Evans2008', albumin_g_dl => 32) $$, '22003', NULL, 'g/L are refused');

-- GLIM (V52, V53).
SELECT is(glim(age => 70, bmi_kg_m2 => 21.5, inflammation => true, asian => false), 'stage_1', 'V52: 70 years count as old');
SELECT is(glim(age => 70, bmi_kg_m2 => 19.9, inflammation => true, asian => false), 'stage_2', 'V52: below 20');
SELECT is(glim(age => 60, weight_loss_percent => 5.0, weight_loss_months => 6, bmi_kg_m2 => 25, reduced_muscle => false, severe_muscle_deficit => false, inflammation => true), 'none', 'V53: 5.0 % is not above 5');
SELECT is(glim(age => 60, weight_loss_percent => 8, weight_loss_months => 6, inflammation => true), 'stage_1', '8 % in 6 months');
SELECT is(glim(age => 60, weight_loss_percent => 8, weight_loss_months => 7, inflammation => true), NULL, '8 % in 7 months: body mass index and muscle are not known');
SELECT is(glim(age => 60, weight_loss_percent => 8, inflammation => true), NULL, 'the time is not known');
SELECT is(glim(age => 60, weight_loss_percent => 11, inflammation => true), 'stage_1', '11 % is enough whatever the time');
SELECT is(glim(age => 60, weight_loss_percent => 11, weight_loss_months => 3, inflammation => true), 'stage_2', 'and severe in 3 months');
SELECT is(glim(age => 60, weight_loss_percent => 21, inflammation => true), 'stage_2', '21 % is severe whatever the time');
SELECT is(glim(bmi_kg_m2 => 21, inflammation => true, asian => false), NULL, 'age is not known');
SELECT is(glim(age => 60, bmi_kg_m2 => 19, inflammation => true), NULL, 'Asian or not is not known');
SELECT is(glim(age => 60, bmi_kg_m2 => 19, inflammation => true, asian => false), 'stage_1', '19 is low elsewhere');
SELECT is(glim(age => 60, bmi_kg_m2 => 19, inflammation => true, asian => true, weight_loss_percent => 0, reduced_muscle => false, severe_muscle_deficit => false), 'none', 'and not in Asia');
SELECT is(glim(age => 60, bmi_kg_m2 => 16, inflammation => true, asian => true), 'stage_1', 'Asia has no limit of severity');
SELECT is(glim(age => 60, bmi_kg_m2 => 18, inflammation => true, asian => false), 'stage_2', 'elsewhere 18.5 is one');
SELECT is(glim(severe_muscle_deficit => true, inflammation => true), 'stage_2', 'a severe deficit is a reduced muscle');
SELECT is(glim(age => 60, bmi_kg_m2 => 17, asian => false, reduced_intake => false, inflammation => false), 'none', 'no cause');
SELECT is(glim(age => 60, bmi_kg_m2 => 17, asian => false, reduced_intake => false), NULL, 'a cause that is not known');

-- Fried (V54).
SELECT is((fried(sex => 'male', bmi_kg_m2 => 27, grip_kg => 30.0)).criteria_met, 1, 'V54: 30.0 is weak');
SELECT is((fried(sex => 'male', bmi_kg_m2 => 27, grip_kg => 30.5)).criteria_met, 0, 'V54: 30.5 is not; 31 in one table');
SELECT is((fried(sex => 'male', bmi_kg_m2 => 24.05, grip_kg => 29.5)).criteria_met, 1, 'no gap between the bands');
SELECT is(fried(sex => 'female', weight_loss_percent => 0, bmi_kg_m2 => 24, height_cm => 160, grip_kg => 25, walk_15ft_s => 4, kcal_per_week => 900, exhaustion => false)::text, '(robust,0,0)', 'robust');
SELECT is(fried(sex => 'female', bmi_kg_m2 => 24, height_cm => 160, grip_kg => 25, walk_15ft_s => 4, kcal_per_week => 900, exhaustion => false)::text, '(,0,1)', 'one unknown leaves it open');
SELECT is(fried(sex => 'female', weight_loss_percent => 6, bmi_kg_m2 => 24, height_cm => 160, grip_kg => 25)::text, '(prefrail,1,3)', 'at least prefrail');
SELECT is(fried(sex => 'female', weight_loss_kg => 5, exhaustion => true, unable => '{grip}')::text, '(frail,3,2)', 'a test that could not be done is met');
SELECT is(fried(sex => 'female', weight_loss_kg => 4, exhaustion => true, unable => '{gait,grip}')::text, '(frail,3,1)', 'gait as well');
SELECT is(fried(sex => 'male', weight_loss_percent => 3, weight_loss_kg => 4.6)::text, '(prefrail,1,4)', 'more than 10 lb, though below 5 %');
SELECT is(fried()::text, '(,0,5)', 'nothing known');
SELECT throws_ok($$ SELECT fried(sex => 'male', walk_15ft_s => 0.9) $$, '22003', NULL, 'a speed is refused');

-- Sarcopenic obesity.
SELECT is(sarcopenic_obesity(sex => 'female', ethnicity => 'caucasian', age => 60, bmi_kg_m2 => 31, sarc_f => 4, chair_stand_s => 17, fat_percent => 43.1, asm_weight_percent => 19.3, complications => false)::text, '(t,t,t,t,1)', 'both steps, stage I');
SELECT is(sarcopenic_obesity(sex => 'female', ethnicity => 'caucasian', age => 60, bmi_kg_m2 => 31, sarc_f => 4, chair_stand_s => 17, fat_percent => 43.1, smm_weight_percent => 27.6, complications => true)::text, '(t,t,t,t,2)', 'by BIA, stage II');
SELECT is(sarcopenic_obesity(sex => 'female', ethnicity => 'caucasian', age => 60, bmi_kg_m2 => 31, sarc_f => 4, chair_stand_s => 16.9, fat_percent => 43.1, asm_weight_percent => 19.3)::text, '(t,f,t,f,)', 'function is normal');
SELECT is(sarcopenic_obesity(sex => 'female', ethnicity => 'caucasian', age => 60, bmi_kg_m2 => 31, sarc_f => 4, chair_stand_s => 18, fat_percent => 43.0, asm_weight_percent => 19.3)::text, '(t,t,f,f,)', 'fat is not high');
SELECT is(sarcopenic_obesity(sex => 'female', ethnicity => 'asian', age => 60, bmi_kg_m2 => 31, sarc_f => 4, chair_stand_s => 18, fat_percent => 43.0, asm_weight_percent => 19.3, complications => NULL)::text, '(t,t,t,t,)', 'it is by the Asian table; the stage is open');
SELECT is(sarcopenic_obesity(sex => 'female', ethnicity => 'asian', age => 60, bmi_kg_m2 => 27.5, sarc_f => 4)::text, '(t,,,,)', '27.5 in Asia');
SELECT is(sarcopenic_obesity(sex => 'female', ethnicity => 'caucasian', age => 60, bmi_kg_m2 => 27.5, waist_cm => 87.9, sarc_f => 4)::text, '(f,,,f,)', 'not elsewhere');
SELECT is(sarcopenic_obesity(sex => 'female', age => 60, bmi_kg_m2 => 27.5, waist_cm => 70, sarc_f => 4)::text, '(,,,,)', 'ethnicity not known');
SELECT is(sarcopenic_obesity(sex => 'female', age => 60, bmi_kg_m2 => 31, sarc_f => 3)::text, '(f,,,f,)', 'no surrogate of sarcopenia');
SELECT is(sarcopenic_obesity(sex => 'female', age => 60, bmi_kg_m2 => 31, sarc_f => 3, surrogate => true, low_strength => true)::text, '(t,t,,,)', 'another surrogate; strength by a grip set');
SELECT is(sarcopenic_obesity(sex => 'male', ethnicity => 'caucasian', age => 85, bmi_kg_m2 => 31, surrogate => true, low_strength => true, fat_percent => 50, asm_weight_percent => 20)::text, '(t,t,,,)', 'no table of fat from 80 years on');

SELECT * FROM finish();
ROLLBACK;
