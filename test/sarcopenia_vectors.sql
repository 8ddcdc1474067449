-- Worked vectors of sarcopenia classes: those of the fact sheet by number (V),
-- the sheet's table of missing components (T), every line of the rules of each
-- definition with each component low, normal and unknown (R), and traps.
\ir lib/setup.sql
\set vectors `test/lib/csv-to-json test/vectors/sarcopenia.csv`
\set boundaries `test/lib/csv-to-json test/vectors/sarcopenia_boundaries.csv`
\set sheet_ids `sed -n 's/^| \(V[0-9]*\) | \(EWGSOP[12]\|AWGS20[0-9]*\|KWGS2023\|FNIH\|SDOC\|IWGS\|JSH[12]\) |.*/\1/p' "${EXONC_FACTS:-../shared/facts}/sarcopenia.md" 2>/dev/null | tr '\n' ' '`
\set sheet_cutoffs `test/lib/csv-to-json "${EXONC_FACTS:-../shared/facts}/sarcopenia_cutoffs.csv"`
BEGIN;
SET search_path = public;
SELECT no_plan();

CREATE TEMP TABLE vector AS
SELECT * FROM json_to_recordset(:'vectors') v (
	id text, definition exonc.sarcopenia_definition, sex exonc.sex, age float8, grip_kg float8, chair_stand_s float8,
	asm_kg float8, height_cm float8, weight_kg float8, bmi_kg_m2 float8, asm_h2_kg_m2 float8, smm_kg float8, l3_smi_cm2_m2 float8,
	mass_modality exonc.mass_modality, gait_m_s float8,
	sppb int, tug_s float8, walk_400m_s float8, unable text, mass_criterion exonc.mass_criterion,
	strength_criterion exonc.strength_criterion, strict boolean,
	expected exonc.sarcopenia_class, note text);

SELECT is(
	exonc.sarcopenia(definition, sex => sex, age => age, grip_kg => grip_kg, chair_stand_s => chair_stand_s, asm_kg => asm_kg, height_cm => height_cm,
		weight_kg => weight_kg, bmi_kg_m2 => bmi_kg_m2, asm_h2_kg_m2 => asm_h2_kg_m2, smm_kg => smm_kg, l3_smi_cm2_m2 => l3_smi_cm2_m2,
		mass_modality => mass_modality, gait_m_s => gait_m_s, sppb => sppb, tug_s => tug_s, walk_400m_s => walk_400m_s,
		unable => unable::exonc.physical_test_set, mass_criterion => mass_criterion, strength_criterion => strength_criterion, strict => strict),
	expected, format('%s %s%s', id, definition, ': ' || note))
FROM vector ORDER BY id;

-- The rows of a criterion are alternatives together: the classification reads it from the first.
SELECT is_empty('SELECT FROM exonc.sarcopenia_cutoffs() GROUP BY definition, criterion HAVING count(DISTINCT alternate) <> 1', 'all rows of a criterion are alternatives, or none');

-- The class is that of the range, except where it is not known whether the definition applies; and all definitions side by
-- side say the same as one by one.
SELECT is_empty($$
	SELECT id FROM vector v, LATERAL exonc.sarcopenia_range(definition, sex => sex, age => age, grip_kg => grip_kg, chair_stand_s => chair_stand_s, asm_kg => asm_kg, height_cm => height_cm,
		weight_kg => weight_kg, bmi_kg_m2 => bmi_kg_m2, asm_h2_kg_m2 => asm_h2_kg_m2, smm_kg => smm_kg, l3_smi_cm2_m2 => l3_smi_cm2_m2,
		mass_modality => mass_modality, gait_m_s => gait_m_s, sppb => sppb, tug_s => tug_s, walk_400m_s => walk_400m_s,
		unable => unable::exonc.physical_test_set, mass_criterion => mass_criterion, strength_criterion => strength_criterion, strict => strict) r
	WHERE expected IS DISTINCT FROM CASE WHEN (mildest > 'none' OR mildest = severest) AND (definition <> 'AWGS2025' OR age IS NOT NULL) THEN mildest END
	   OR mildest > severest $$, 'class and range agree');
SELECT is_empty($$
	SELECT v.id, a.* FROM vector v, LATERAL exonc.sarcopenia_range(definition, sex => sex, age => age, grip_kg => grip_kg, chair_stand_s => chair_stand_s, asm_kg => asm_kg, height_cm => height_cm,
		weight_kg => weight_kg, bmi_kg_m2 => bmi_kg_m2, asm_h2_kg_m2 => asm_h2_kg_m2, smm_kg => smm_kg, l3_smi_cm2_m2 => l3_smi_cm2_m2,
		mass_modality => mass_modality, gait_m_s => gait_m_s, sppb => sppb, tug_s => tug_s, walk_400m_s => walk_400m_s,
		unable => unable::exonc.physical_test_set, mass_criterion => mass_criterion, strength_criterion => strength_criterion, strict => strict) r,
		LATERAL exonc.sarcopenia_all(sex => sex, age => age, grip_kg => grip_kg, chair_stand_s => chair_stand_s, asm_kg => asm_kg, height_cm => height_cm,
		weight_kg => weight_kg, bmi_kg_m2 => bmi_kg_m2, asm_h2_kg_m2 => asm_h2_kg_m2, smm_kg => smm_kg, l3_smi_cm2_m2 => l3_smi_cm2_m2,
		mass_modality => mass_modality, gait_m_s => gait_m_s, sppb => sppb, tug_s => tug_s, walk_400m_s => walk_400m_s,
		unable => unable::exonc.physical_test_set, mass_criterion => mass_criterion, strength_criterion => strength_criterion, strict => strict) a
	WHERE a.definition = v.definition AND ((a.class, a.mildest, a.severest) IS DISTINCT FROM (v.expected, r.mildest, r.severest)
		OR a.status IS DISTINCT FROM CASE WHEN r.mildest IS NULL THEN 'not_applicable' WHEN v.expected IS NULL THEN 'open'
			WHEN r.mildest = r.severest THEN 'final' ELSE 'at_least' END::exonc.sarcopenia_status
		OR (a.reason IS NULL) <> (a.status = 'final')) $$, 'all definitions side by side say the same, with a status and a reason');
SELECT is_empty($$
	SELECT v.id FROM vector v WHERE exonc.sarcopenia_array(sex => sex, age => age, grip_kg => grip_kg, chair_stand_s => chair_stand_s, asm_kg => asm_kg, height_cm => height_cm,
		weight_kg => weight_kg, bmi_kg_m2 => bmi_kg_m2, asm_h2_kg_m2 => asm_h2_kg_m2, smm_kg => smm_kg, l3_smi_cm2_m2 => l3_smi_cm2_m2,
		mass_modality => mass_modality, gait_m_s => gait_m_s, sppb => sppb, tug_s => tug_s, walk_400m_s => walk_400m_s,
		unable => unable::exonc.physical_test_set, mass_criterion => mass_criterion, strength_criterion => strength_criterion, strict => strict)
		IS DISTINCT FROM ARRAY(SELECT a.class FROM exonc.sarcopenia_all(sex => sex, age => age, grip_kg => grip_kg, chair_stand_s => chair_stand_s, asm_kg => asm_kg, height_cm => height_cm,
		weight_kg => weight_kg, bmi_kg_m2 => bmi_kg_m2, asm_h2_kg_m2 => asm_h2_kg_m2, smm_kg => smm_kg, l3_smi_cm2_m2 => l3_smi_cm2_m2,
		mass_modality => mass_modality, gait_m_s => gait_m_s, sppb => sppb, tug_s => tug_s, walk_400m_s => walk_400m_s,
		unable => unable::exonc.physical_test_set, mass_criterion => mass_criterion, strength_criterion => strength_criterion, strict => strict) a ORDER BY a.definition) $$, 'and so does the array');

-- Every cut-off of the fact sheet: just below, exactly at and just above it.
CREATE FUNCTION pg_temp.low(d exonc.sarcopenia_definition, s exonc.sex, m exonc.mass_modality, age float8, component text, argument text, value float8,
	beside text, beside_value float8, choice text)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
	found boolean;
BEGIN
	EXECUTE format('SELECT bool_or(e.low) FROM exonc.sarcopenia_evidence($1, sex => $2, mass_modality => $3, age => $4, %I => $5%s%s) e
		WHERE e.component = $6 AND e.value IS NOT NULL', argument,
		CASE WHEN beside IS NOT NULL THEN format(', %I => %L', beside, beside_value) END,
		CASE WHEN choice IS NOT NULL THEN format(', %I => %L', component || '_criterion', choice) END)
	INTO found USING d, s, m, age, value, component;
	RETURN found;
END $$;
SELECT is(pg_temp.low(definition, sex, modality, age, component, argument, value, beside, beside_value, choice), low,
	format('%s %s %s %s: %s', id, definition, sex, argument, note))
FROM json_to_recordset(:'boundaries') v (id text, definition exonc.sarcopenia_definition, sex exonc.sex, modality exonc.mass_modality, age float8, component text,
	argument text, value float8, beside text, beside_value float8, choice text, low boolean, note text);

-- No cut-off is without one, whatever the sex, the modality and the age.
SELECT is_empty(format($$
	SELECT definition, criterion, sex, modality, age_from FROM exonc.sarcopenia_cutoffs() c WHERE NOT EXISTS (
		SELECT FROM json_to_recordset(%L) v (definition exonc.sarcopenia_definition, sex exonc.sex, modality exonc.mass_modality, age float8, component text, note text)
		WHERE v.definition = c.definition AND v.component = c.component AND (c.sex IS NULL OR v.sex = c.sex)
		  AND (c.modality IS NULL OR v.modality = c.modality) AND split_part(v.note, ' ', 2) = c.operator AND split_part(v.note, ' ', 3)::float8 = c.cutoff
		  AND v.age >= coalesce(c.age_from, 0) AND v.age <= coalesce(c.age_to, 200)) $$, :'boundaries'), 'every cut-off has its boundary vectors');

-- No vector of the sheet for these definitions is left out.
SELECT is_empty(format($$
	SELECT sheet FROM regexp_split_to_table(trim(%L), '\s+') sheet
	WHERE sheet <> '' AND NOT EXISTS (SELECT FROM vector WHERE regexp_replace(id, '[a-z]$', '') = sheet) $$, :'sheet_ids'),
	'every vector of the sheet is here');

-- Every cut-off of the sheet is listed, with its operator, sex and ages. Left out: screening (other functions), the value
-- that was printed in error, and Janssen's limits of severity.
CREATE TEMP TABLE sheet AS
SELECT * FROM json_to_recordset(:'sheet_cutoffs') s (definition text, criterion text, modality text, sex text, age_min text, age_max text,
	operator text, cutoff float8, confidence text)
WHERE definition::text = ANY (enum_range(NULL::exonc.sarcopenia_definition)::text[])
  AND criterion !~ '^(find|screen|UNCORRECTED|alt_SMI_severe)';
SELECT is_empty($$
	SELECT s.* FROM sheet s WHERE NOT EXISTS (
		SELECT FROM exonc.sarcopenia_cutoffs() c
		WHERE c.definition::text = s.definition AND c.operator = s.operator AND c.cutoff = s.cutoff
		  AND (c.sex IS NULL OR left(c.sex::text, 1) = lower(s.sex) OR (s.sex = 'any' AND c.sex IS NULL))
		  AND (s.definition <> 'AWGS2025' OR c.age_from::text = s.age_min AND c.age_to::text IS NOT DISTINCT FROM s.age_max)
		  AND (c.mark = 'sourced') = (s.confidence = 'sourced')
		  AND c.component = CASE WHEN s.criterion ~ 'strength' THEN 'strength' WHEN s.criterion ~ 'mass|SMI' THEN 'mass' ELSE 'performance' END
		  AND c.alternate = (s.criterion ~ '^alt_')) $$, 'every cut-off of the sheet is listed');

SELECT * FROM finish();
ROLLBACK;
