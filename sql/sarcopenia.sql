-- A man of 61: weak grip, little muscle, gait normal.
SELECT exonc.sarcopenia('EWGSOP2', sex => 'male', age => 61, grip_kg => 24.5, asm_kg => 17.9,
                        height_cm => 172, mass_modality => 'DXA', gait_m_s => 0.92);

-- Why: the evidence, line by line.
SELECT component, component_low, criterion, value, operator, cutoff, unit, low, note
FROM exonc.sarcopenia_evidence('EWGSOP2', sex => 'male', age => 61, grip_kg => 24.5, asm_kg => 17.9,
                               height_cm => 172, mass_modality => 'DXA', gait_m_s => 0.92);

-- EWGSOP2: without low strength there is no sarcopenia. AWGS 2019: low mass and
-- low performance are enough.
SELECT d, exonc.sarcopenia(d, sex => 'female', mass_modality => 'BIA', grip_kg => 20, asm_h2_kg_m2 => 5.4, gait_m_s => 0.7)
FROM unnest('{EWGSOP2,AWGS2019}'::exonc.sarcopenia_definition[]) d;

-- Five chair stands are a test of strength in one and of performance in the other.
SELECT d, e.component, e.operator, e.cutoff, e.low
FROM unnest('{EWGSOP2,AWGS2019}'::exonc.sarcopenia_definition[]) d,
     LATERAL exonc.sarcopenia_evidence(d, sex => 'female', chair_stand_s => 13) e
WHERE e.criterion = 'chair stand time';

-- The classes are ordered, whatever the definition.
SELECT c, c >= 'sarcopenia' AS counts_as_sarcopenia FROM unnest(enum_range(NULL::exonc.sarcopenia_class)) c;

-- What is not measured is unknown, never normal. The class is the mildest one
-- still possible if that is positive; if "none" is still possible, it is open.
SELECT m.*, exonc.sarcopenia(d, sex => 'male', mass_modality => 'BIA', grip_kg => grip, asm_h2_kg_m2 => asm_h2, gait_m_s => gait), r.mildest, r.severest, d
FROM (VALUES (20, NULL::float8, NULL::float8), (20, 6.0, NULL), (40, NULL, NULL), (NULL, 6.0, 0.6), (40, 6.0, NULL)) m (grip, asm_h2, gait),
     unnest('{EWGSOP2,AWGS2019}'::exonc.sarcopenia_definition[]) d,
     LATERAL exonc.sarcopenia_range(d, sex => 'male', mass_modality => 'BIA', grip_kg => grip, asm_h2_kg_m2 => asm_h2, gait_m_s => gait) r
ORDER BY d, grip, asm_h2 NULLS FIRST, gait;

-- A test that was tried and could not be performed is failed, not missing.
SELECT exonc.sarcopenia('EWGSOP2', sex => 'female', grip_kg => 20) AS no_chair_stand,
       exonc.sarcopenia('EWGSOP2', sex => 'female', grip_kg => 20, unable => '{chair_stand}') AS unable_to_rise;

SELECT exonc.sarcopenia('EWGSOP2', sex => 'female', unable => '{chairs}');
SELECT exonc.sarcopenia('EWGSOP2', sex => 'female', unable => 'chair_stand');

-- Names of tests come from text arrays and from JSON, and go back.
SELECT exonc.sarcopenia('EWGSOP2', sex => 'female', unable => ARRAY['tug', 'chair_stand', NULL]::exonc.physical_test_set) AS from_array,
       exonc.sarcopenia('EWGSOP2', sex => 'female', unable => '["chair_stand"]'::jsonb::exonc.physical_test_set) AS from_jsonb,
       '{tug, chair_stand,tug}'::exonc.physical_test_set AS canonical,
       '{tug,grip}'::exonc.physical_test_set::text[] AS names, '{tug,grip}'::exonc.physical_test_set::jsonb AS json;
SELECT ARRAY['tug', 'chairs']::exonc.physical_test_set;
SELECT '{"tug": true}'::jsonb::exonc.physical_test_set;

-- Within a component one normal test is enough, unless all are asked for.
SELECT exonc.sarcopenia('EWGSOP2', sex => 'female', grip_kg => 20) AS usual,
       exonc.sarcopenia('EWGSOP2', sex => 'female', grip_kg => 20, strict => true) AS strict,
       exonc.sarcopenia('EWGSOP2', sex => 'female', grip_kg => 20, chair_stand_s => 11, strict => true) AS strict_both_done;

-- ASM and ASM/h2 can disagree; by default low by either is low.
SELECT c, exonc.sarcopenia('EWGSOP2', sex => 'male', grip_kg => 26, asm_kg => 19.9, height_cm => 160, mass_criterion => c)
FROM unnest(enum_range(NULL::exonc.mass_criterion)) c;
SELECT exonc.sarcopenia('AWGS2019', sex => 'male', mass_criterion => 'asm');

-- Women's muscle mass has a cut-off by DXA and another by BIA. Where the
-- modality is missing, only a value between the two is undecided.
SELECT asm_h2, exonc.sarcopenia('AWGS2019', sex => 'female', grip_kg => 15, gait_m_s => 1.2, asm_h2_kg_m2 => asm_h2) AS unknown,
       exonc.sarcopenia('AWGS2019', sex => 'female', grip_kg => 15, gait_m_s => 1.2, asm_h2_kg_m2 => asm_h2, mass_modality => 'DXA') AS dxa,
       exonc.sarcopenia('AWGS2019', sex => 'female', grip_kg => 15, gait_m_s => 1.2, asm_h2_kg_m2 => asm_h2, mass_modality => 'BIA') AS bia,
       exonc.sarcopenia('AWGS2019', sex => 'female', grip_kg => 15, gait_m_s => 1.2, asm_h2_kg_m2 => asm_h2, mass_modality => 'CT') AS ct
FROM (VALUES (5.3), (5.5), (5.8)) v (asm_h2);

-- Sex is never guessed: 20 kg is weak for a man and not for a woman.
SELECT exonc.sarcopenia('EWGSOP2', grip_kg => 20) AS open, exonc.sarcopenia('EWGSOP2', grip_kg => 12) AS weak_for_both;

-- 14.08 kg at 1.60 m is 5.5 kg/m2 and not below it, though binary arithmetic says otherwise.
SELECT 14.08::float8 / (1.60::float8 * 1.60::float8) < 5.5 AS binary_says_low,
       exonc.sarcopenia('EWGSOP2', sex => 'female', grip_kg => 15, asm_kg => 14.08, height_cm => 160, mass_criterion => 'asm_h2');

-- 0.8 m/s stays 0.8 on its way through a real column.
SELECT 0.8::real::float8 <= 0.8 AS binary_says_slow,
       exonc.sarcopenia('EWGSOP2', sex => 'male', grip_kg => 20, asm_h2_kg_m2 => 6, gait_m_s => 0.8::real);

-- Values that no human has are refused, with a word on the unit.
SELECT exonc.sarcopenia('EWGSOP2', sex => 'male', grip_kg => 300);
SELECT exonc.sarcopenia('EWGSOP2', sex => 'male', height_cm => 1.72);
SELECT exonc.sarcopenia('EWGSOP2', sex => 'male', gait_m_s => 4.6);
SELECT exonc.sarcopenia('EWGSOP2', sex => 'male', grip_kg => 0);
SELECT exonc.sarcopenia('EWGSOP2', sex => 'male', sppb => 13);
SELECT exonc.sarcopenia('EWGSOP2', sex => 'male', age => 'NaN');
SELECT exonc.sarcopenia('EWGSOP2', sex => 'male', asm_kg => 55, height_cm => 150);

-- So are contradictions.
SELECT exonc.sarcopenia('EWGSOP2', sex => 'male', gait_m_s => 0.9, unable => '{gait}');
SELECT exonc.sarcopenia('EWGSOP2', sex => 'male', asm_kg => 20, height_cm => 170, asm_h2_kg_m2 => 7.9);

-- Closed vocabularies are enums.
SELECT exonc.sarcopenia('EWGSOP3', sex => 'male');
SELECT exonc.sarcopenia('EWGSOP2', sex => 'M');

-- Without a definition there is no answer.
SELECT exonc.sarcopenia(NULL, sex => 'male') IS NULL AS class;
SELECT * FROM exonc.sarcopenia_range(NULL, sex => 'male');
SELECT count(*) FROM exonc.sarcopenia_evidence(NULL, sex => 'male');

-- A choice that is NULL is the default.
SELECT exonc.sarcopenia('EWGSOP2', sex => 'female', grip_kg => 20, mass_criterion => NULL, strict => NULL, unable => NULL);

-- The cut-offs, line for line.
SELECT definition, component, criterion, protocol, modality, sex, operator, cutoff, unit, mark FROM exonc.sarcopenia_cutoffs();
SELECT DISTINCT definition, source FROM exonc.sarcopenia_cutoffs() ORDER BY definition;
