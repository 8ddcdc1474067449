-- The traps of the fact sheet (section 10), by its numbers: what implementations get wrong.
\ir lib/setup.sql
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

SELECT is(sarcopenia('EWGSOP2', sex => 'female', grip_kg => 15, asm_h2_kg_m2 => 5.7, mass_modality => 'BIA'), 'probable', '1: 5.7 is not low for women; the uncorrected 6.0 would say so');
SELECT is((SELECT array_agg(component ORDER BY definition) FROM sarcopenia_cutoffs() WHERE criterion = 'chair stand time' AND definition IN ('EWGSOP2', 'AWGS2019')), '{strength,performance}', '2: the chair stand changes its component');
SELECT is((SELECT string_agg(format('%s %s%s', definition, operator, cutoff), ', ' ORDER BY definition) FROM sarcopenia_cutoffs() WHERE criterion = 'gait speed' AND definition IN ('EWGSOP2', 'AWGS2014', 'AWGS2019', 'SDOC', 'IWGS', 'FNIH')),
	'EWGSOP2 <=0.8, AWGS2019 <1, AWGS2014 <0.8, FNIH <0.8, SDOC <0.8, IWGS <1', '3: operators of gait');
SELECT is((SELECT count(*) FROM sarcopenia_cutoffs() WHERE definition = 'EWGSOP2' AND component = 'mass' AND operator <> '<'), 0::bigint, '4: mass of EWGSOP2 is below, not at most');
SELECT is((SELECT array_agg(sarcopenia('AWGS2019', sex => s, grip_kg => 15, asm_h2_kg_m2 => 5.5, gait_m_s => 1.2, mass_modality => m) ORDER BY m) FROM unnest('{DXA,BIA}'::mass_modality[]) m, (VALUES ('female'::sex)) v (s)),
	'{possible,sarcopenia}', '5: the modality decides for women');
SELECT is((SELECT array_agg(sarcopenia('AWGS2025', sex => 'male', age => a, grip_kg => 30, asm_h2_kg_m2 => 7.3, mass_modality => 'BIA') ORDER BY a) FROM unnest('{49.9,50,64.9,65}'::float8[]) a), '{NULL,sarcopenia,sarcopenia,none}', '6: completed years, and bands');
SELECT is((SELECT array_agg(DISTINCT cutoff ORDER BY cutoff) FROM sarcopenia_cutoffs() WHERE criterion = 'ASM/BMI' AND sex = 'male' AND modality = 'DXA'), '{0.73,0.789,0.8}', '7: ASM/BMI of AWGS 2025 is not that of FNIH');
SELECT is((SELECT array_agg(DISTINCT measurement) FROM sarcopenia_cutoffs() WHERE definition = 'EWGSOP1' AND modality = 'BIA'), '{smm_h2_kg_m2}', '8: by BIA EWGSOP1 takes total muscle');
SELECT is(sarcopenia('EWGSOP1', sex => 'male', grip_kg => 29, gait_m_s => 1.1, asm_h2_kg_m2 => 7, mass_modality => 'BIA'), NULL, '8: and no ASM');
SELECT is(sarcopenia('FNIH', sex => 'male', grip_kg => 25), NULL, '9: without a mass FNIH is open');
SELECT is((SELECT array_agg(DISTINCT quantity ORDER BY quantity) FROM muscle_equations()), '{ASM,SMM,FFM,FM}', '10: quantities are told apart, and no function makes ASM of SMM');
SELECT is(ARRAY[sarc_calf(1, 34, 'male', 'at_most_34_33'), sarc_calf(1, 34, 'male', 'below_34_33'), sarc_calf(1, 31, 'male', 'below_31')], '{11,1,1}', '11: the operator of SARC-CalF is the caller''s choice');
SELECT is((SELECT operator FROM muscle_sets() WHERE set = 'AWGS2019_calf' AND sex = 'male'), '<', '11: that of the AWGS calf is below');
SELECT is(ARRAY[sarc_f_falls(3), sarc_f_falls(4)], '{1,2}', '12: three falls are one point');
SELECT is(glim(age => 70, bmi_kg_m2 => 21.5, inflammation => true, asian => false), 'stage_1', '13: 70 years are old');
SELECT is(ARRAY[cachexia('AWGC2023', chronic_disease => true, weight_loss_percent => 2, bmi_kg_m2 => 25, anorexia => true), cachexia('AWGC2023', chronic_disease => true, weight_loss_percent => 2, bmi_kg_m2 => 25, anorexia => true, loss_may_equal => true),
	cachexia('Fearon2011', weight_loss_percent => 5, bmi_kg_m2 => 25, asm_h2_kg_m2 => 9, sex => 'male'), cachexia('Evans2008', weight_loss_percent => 5, anorexia => true, fatigue => true, low_strength => true)], '{f,t,f,t}', '14: operators of weight loss');
SELECT is((SELECT array_agg(low ORDER BY b) FROM unnest('{24.9,25}'::float8[]) b, LATERAL muscle_panel(sex => 'male', bmi_kg_m2 => b, l3_smi_cm2_m2 => 50) WHERE set = 'Martin2013'), '{f,t}', '15: 25.0 is in the upper band');
SELECT is((SELECT low FROM muscle_panel(sex => 'male', l3_smi_cm2_m2 => 52.4) WHERE set = 'Prado2008'), false, '16: Prado is below');
SELECT is((SELECT array_agg(low ORDER BY set) FROM muscle_panel(sex => 'female', l3_smi_cm2_m2 => 30) WHERE set IN ('Kim2021', 'Prado2008')), '{f,t}', '17: prognostic and reference sets give opposite answers');
SELECT is((fried(sex => 'male', bmi_kg_m2 => 27, grip_kg => 30.5)).criteria_met, 0, '18: 30 and not 31 kg');
SELECT throws_ok($$ SELECT sarcopenia('EWGSOP2', sex => 'male', grip_kg => 265) $$, '22003', NULL, '19: newtons are refused, and so is a sum that cannot be');
-- 20 is about the steps of the SPPB walk, which are scored elsewhere; here the points come in.
SELECT throws_ok($$ SELECT sarcopenia('EWGSOP2', sex => 'male', sppb => 4.82) $$, '22003', NULL, '20: a walk time is no SPPB');
SELECT is(sarcopenia('EWGSOP2', grip_kg => 20), NULL, '21: an unknown sex is not male');
SELECT throws_ok($$ SELECT sarcopenia('EWGSOP2', sex => '1', grip_kg => 20) $$, '22P02', NULL, '21: a site''s code is refused');
SELECT is((SELECT round(kg::numeric, 2) FROM muscle_estimate('Kyle2003', sex => 'male', age => 70, height_cm => 170, weight_kg => 70, resistance_ohm => 500, reactance_ohm => 50)), 21.84, '22: the minus signs of Kyle');
SELECT is((SELECT array_agg(valid ORDER BY w) FROM unnest('{80,90}'::float8[]) w, LATERAL muscle_estimate('Lee2000_weight', sex => 'male', age => 70, height_cm => 170, weight_kg => w, ethnicity_kg => 0)), '{t,f}', '22: Lee is for a body mass index below 30');
SELECT throws_ok($$ SELECT sarcopenia('EWGSOP2', sex => 'male', asm_kg => 20, height_cm => 1.7) $$, '22003', 'height_cm 1.7 is outside 100..230 cm', '23: metres are refused');
SELECT is((SELECT array_agg(e.low ORDER BY n) FROM (VALUES (1, 'EWGSOP2'::sarcopenia_definition, 'female'::sex, 14.08, 160.0, 'DXA'::mass_modality), (2, 'EWGSOP2', 'male', 16.1728, 152, 'DXA'), (3, 'AWGS2019', 'female', 12.9735, 155, 'DXA'),
	(4, 'AWGS2019', 'female', 12.825, 150, 'BIA')) v (n, d, s, m, h, mm), LATERAL sarcopenia_evidence(d, sex => s, asm_kg => m, height_cm => h, mass_modality => mm) e WHERE e.criterion = 'ASM/h2'), '{f,f,f,f}', '24: at the cut-off after a division');
SELECT is((SELECT array_agg(e.low ORDER BY n) FROM (VALUES (1, 14.6754, 18.6, 'male'::sex), (2, 9.5232, 18.6, 'female')) v (n, m, b, s), LATERAL sarcopenia_evidence('FNIH', sex => s, asm_kg => m, bmi_kg_m2 => b) e WHERE e.value IS NOT NULL AND e.component = 'mass'), '{f,f}', '24: and after one by body mass index');
SELECT is((SELECT array_agg(e.low ORDER BY n) FROM (VALUES (1, 'EWGSOP2'::sarcopenia_definition, 0.8::real), (2, 'SDOC', 0.8::real)) v (n, d, g), LATERAL sarcopenia_evidence(d, sex => 'male', gait_m_s => g) e WHERE e.value IS NOT NULL), '{t,f}', '25: real columns');
SELECT throws_ok($$ SELECT muscle_change(19.9, 22.1, 'DXA', 'BIA') $$, '22023', NULL, '26: BIA and DXA are not mixed');
SELECT is((SELECT array_agg(definition) FROM sarcopenia_all(sex => 'female', age => 60, l3_smi_cm2_m2 => 20, mass_modality => 'CT') WHERE class >= 'sarcopenia'), NULL, '27: low muscle by CT alone is no class of sarcopenia');
SELECT isnt_empty($$ SELECT 1 FROM check_measurements(asm_kg => 22, weight_kg => 110, height_cm => 171, mass_modality => 'BIA') WHERE problem ~ 'above 34' $$, '28: BIA in obesity is pointed out');
SELECT is(ARRAY[sarcopenia('AWGS2014', sex => 'male', grip_kg => 27, asm_h2_kg_m2 => 6.5, mass_modality => 'BIA', gait_m_s => 1.2), sarcopenia('AWGS2019', sex => 'male', grip_kg => 27, asm_h2_kg_m2 => 6.5, mass_modality => 'BIA', gait_m_s => 1.2)], '{none,sarcopenia}', '29: editions differ');
SELECT is(ARRAY[sarcopenia('AWGS2019', sex => 'male', age => 70, grip_kg => 20, asm_h2_kg_m2 => 6, mass_modality => 'BIA', gait_m_s => 0.5), sarcopenia('AWGS2025', sex => 'male', age => 70, grip_kg => 20, asm_h2_kg_m2 => 6, mass_modality => 'BIA', gait_m_s => 0.5)], '{severe,sarcopenia}', '30: categories of 2019 and 2025 are not mixed');

SELECT * FROM finish();
ROLLBACK;
