-- The definitions.
SELECT definition, name, computed, lowest_age FROM exonc.sarcopenia_definitions();

-- One person under all of them. A woman of 61 with a weak grip and little muscle;
-- nobody has timed her walk.
SELECT * FROM exonc.sarcopenia_all(sex => 'female', age => 61, grip_kg => 17, asm_kg => 13.2, height_cm => 155, weight_kg => 60,
                                   mass_modality => 'BIA');

-- A woman of 45: AWGS 2025 says nothing about her, which is not the same as open.
SELECT definition, class, status, reason
FROM exonc.sarcopenia_all(sex => 'female', age => 45, grip_kg => 17, asm_h2_kg_m2 => 5.5, gait_m_s => 1.1, mass_modality => 'BIA')
WHERE definition IN ('AWGS2019', 'AWGS2025', 'FNIH');
SELECT definition, class, status, reason
FROM exonc.sarcopenia_all(sex => 'female', grip_kg => 17, asm_h2_kg_m2 => 5.5, gait_m_s => 1.1, mass_modality => 'BIA')
WHERE definition = 'AWGS2025';

-- What the classes are called in each paper, and what they follow from.
SELECT definition, line, strength_low, mass_low, performance_low, class, name, mark FROM exonc.sarcopenia_classes();

-- AWGS 2025 at 64 and at 65 years: the cut-offs change with the birthday.
SELECT age, exonc.sarcopenia('AWGS2025', sex => 'male', age => age, grip_kg => 30, asm_h2_kg_m2 => 7.3, mass_modality => 'BIA')
FROM (VALUES (49.9), (50), (64.9), (65)) v (age);
-- Either index is enough, unless one of them is asked for.
SELECT c, exonc.sarcopenia('AWGS2025', sex => 'female', age => 70, grip_kg => 17.9, asm_kg => 13.05, height_cm => 150, weight_kg => 52.5,
                           mass_modality => 'BIA', mass_criterion => c)
FROM unnest('{any,asm_h2,asm_bmi}'::exonc.mass_criterion[]) c;
-- FNIH has alternatives that decide only where they are asked for.
SELECT exonc.sarcopenia('FNIH', sex => 'male', grip_kg => 26, bmi_kg_m2 => 26.5, asm_kg => 19) AS grip,
       exonc.sarcopenia('FNIH', sex => 'male', grip_kg => 26, bmi_kg_m2 => 26.5, asm_kg => 19, strength_criterion => 'grip_bmi') AS grip_over_bmi;
SELECT exonc.sarcopenia('EWGSOP2', sex => 'male', strength_criterion => 'grip_bmi');

-- Total muscle is not appendicular muscle: EWGSOP1 by BIA wants the first.
SELECT exonc.sarcopenia('EWGSOP1', sex => 'male', grip_kg => 29, gait_m_s => 1.1, smm_kg => 26, height_cm => 172, mass_modality => 'BIA') AS total,
       exonc.sarcopenia('EWGSOP1', sex => 'male', grip_kg => 29, gait_m_s => 1.1, asm_kg => 19, height_cm => 172, mass_modality => 'BIA') AS appendicular;
SELECT exonc.sarcopenia('EWGSOP1', sex => 'male', asm_kg => 27, smm_kg => 26);

-- Which measurement would decide: with mass, this is settled either way.
SELECT component, criterion, note, class_if_low, class_if_normal
FROM exonc.sarcopenia_evidence('AWGS2025', sex => 'male', age => 70, grip_kg => 25, mass_modality => 'DXA');

-- Regional cut-offs in place of the published ones: by sex, by modality, or for all.
SELECT criterion, cutoff_sex, cutoff_modality, value, operator, cutoff, low, source, mark
FROM exonc.sarcopenia_evidence('AWGS2019', sex => 'female', grip_kg => 17, asm_h2_kg_m2 => 5.5, gait_m_s => 0.95, mass_modality => 'BIA',
	cutoffs => '{"grip_kg": {"male": 26.5, "female": 16.5}, "asm_h2_kg_m2": {"female": {"BIA": 5.3}}, "gait_m_s": 0.9}');
SELECT exonc.sarcopenia('AWGS2019', sex => 'female', grip_kg => 17, asm_h2_kg_m2 => 5.5, gait_m_s => 0.95, mass_modality => 'BIA') AS published,
       exonc.sarcopenia('AWGS2019', sex => 'female', grip_kg => 17, asm_h2_kg_m2 => 5.5, gait_m_s => 0.95, mass_modality => 'BIA',
	cutoffs => '{"grip_kg": {"female": 16.5}, "gait_m_s": 0.9}') AS own;
SELECT definition, class FROM exonc.sarcopenia_all(sex => 'male', grip_kg => 25, cutoffs => '{"grip_kg": 24}') WHERE class IS NOT NULL;

-- What cannot be a cut-off is refused.
SELECT exonc.sarcopenia('AWGS2019', sex => 'male', cutoffs => '{"grip": 30}');
SELECT exonc.sarcopenia('AWGS2019', sex => 'male', cutoffs => '{"grip_kg": {"men": 30}}');
SELECT exonc.sarcopenia('AWGS2019', sex => 'male', cutoffs => '{"grip_kg": {"male": {"female": 30}}}');
SELECT exonc.sarcopenia('AWGS2019', sex => 'male', cutoffs => '{"grip_kg": {"DXA": 30}}');
SELECT exonc.sarcopenia('AWGS2019', sex => 'male', cutoffs => '{"grip_kg": "30"}');
SELECT exonc.sarcopenia('AWGS2019', sex => 'male', cutoffs => '{"grip_kg": 300}');
SELECT exonc.sarcopenia('AWGS2019', sex => 'male', cutoffs => '{"tug_s": 12}');
SELECT exonc.sarcopenia('AWGS2019', sex => 'male', cutoffs => '[30]');
