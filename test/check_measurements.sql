-- check_measurements() refuses exactly what sarcopenia() refuses.
\ir lib/setup.sql
BEGIN;
SET search_path = public;
SELECT no_plan();
SELECT setseed(0.3) \g /dev/null

CREATE TEMP TABLE odd (n int, grip float8, asm float8, height float8, weight float8, bmi float8, smm float8, gait float8, sppb float8, unable exonc.physical_test_set);
INSERT INTO odd SELECT g, pick[1 + floor(random() * 8)], (ARRAY[NULL, 18, 25, 70, 0.5, 'NaN'])[1 + floor(random() * 6)],
	(ARRAY[NULL, 160, 172, 1.72, 1720])[1 + floor(random() * 5)], (ARRAY[NULL, 60, 90, 22, 7000])[1 + floor(random() * 5)],
	(ARRAY[NULL, 24, 35, 0.002])[1 + floor(random() * 4)], (ARRAY[NULL, 20, 26, 400])[1 + floor(random() * 4)],
	pick[1 + floor(random() * 8)], (ARRAY[NULL, 8, 8.5, 13])[1 + floor(random() * 4)],
	(ARRAY[NULL, '{}', '{gait}', '{grip,sppb}'])[1 + floor(random() * 4)]::exonc.physical_test_set
FROM generate_series(1, 5000) g, (VALUES (ARRAY[NULL, 0, -5, 0.9, 1.2, 27, 300, 'Infinity']::float8[])) p (pick);

CREATE FUNCTION pg_temp.refusal(o odd) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	PERFORM exonc.sarcopenia('AWGS2019', sex => 'male', grip_kg => o.grip, asm_kg => o.asm, height_cm => o.height, weight_kg => o.weight,
		bmi_kg_m2 => o.bmi, smm_kg => o.smm, gait_m_s => o.gait, sppb => o.sppb, unable => o.unable);
	RETURN NULL;
EXCEPTION WHEN numeric_value_out_of_range OR invalid_parameter_value THEN
	RETURN SQLERRM;
END $$;
CREATE TEMP TABLE compared AS
SELECT o.n, pg_temp.refusal(o) AS refusal,
	ARRAY(SELECT c.problem FROM exonc.check_measurements('AWGS2019', sex => 'male', grip_kg => o.grip, asm_kg => o.asm, height_cm => o.height, weight_kg => o.weight,
		bmi_kg_m2 => o.bmi, smm_kg => o.smm, gait_m_s => o.gait, sppb => o.sppb, unable => o.unable) c WHERE c.refused) AS problems
FROM odd o;
SELECT is_empty($$ SELECT * FROM compared WHERE (refusal IS NULL) <> (problems = '{}') $$, 'the same persons are refused');
SELECT is_empty($$ SELECT * FROM compared WHERE refusal IS NOT NULL AND NOT refusal = ANY (problems) $$, 'for the same reason, among others');
SELECT cmp_ok((SELECT count(*) FROM compared WHERE refusal IS NULL), '>', 20::bigint, 'some are not refused');
SELECT cmp_ok((SELECT count(DISTINCT refusal) FROM compared), '>', 10::bigint, 'there are many reasons');

SELECT * FROM finish();
ROLLBACK;
