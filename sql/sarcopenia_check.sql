-- A dirty export: what a loader finds before it classifies anybody.
CREATE TEMP TABLE export (line int, sex exonc.sex, age float8, grip float8, asm float8, height float8, weight float8, modality exonc.mass_modality, gait float8, unable exonc.physical_test_set);
INSERT INTO export VALUES
	(1, 'female', 61, 24, 14.1, 160, 62, 'BIA', 0.95, NULL),
	(2, 'female', 1961, 240, 14100, 1.60, 62, 'BIA', 9.5, NULL),
	(3, 'male', 45, 31, 20.1, 171, 70, 'CT', NULL, '{gait}'),
	(4, 'male', 70, 31, 20.1, 171, 110, 'BIA', 1.1, '{gait}'),
	(5, 'male', 70, 31, 55, 150, 70, NULL, 'NaN', NULL),
	(6, NULL, NULL, NULL, 20.1, NULL, NULL, NULL, NULL, NULL);

SELECT line, c.measurement, c.value, c.problem, c.refused
FROM export, LATERAL exonc.check_measurements('AWGS2025', sex => sex, age => age, grip_kg => grip, asm_kg => asm, height_cm => height,
	weight_kg => weight, mass_modality => modality, gait_m_s => gait, unable => unable) c ORDER BY line;

-- Details and hints, for the log.
SELECT c.* FROM exonc.check_measurements(asm_kg => 20, height_cm => 172, asm_h2_kg_m2 => 7.9, mass_modality => 'DXA') c;
SELECT c.* FROM exonc.check_measurements('FNIH', age => 60) c;

-- Lines without a refusal load and classify.
SELECT line, exonc.sarcopenia('EWGSOP2', sex => sex, age => age, grip_kg => grip, asm_kg => asm, height_cm => height, weight_kg => weight,
	mass_modality => modality, gait_m_s => gait, unable => unable)
FROM export e
WHERE NOT EXISTS (SELECT FROM exonc.check_measurements(sex => sex, age => age, grip_kg => grip, asm_kg => asm, height_cm => height,
	weight_kg => weight, mass_modality => modality, gait_m_s => gait, unable => unable) WHERE refused);
