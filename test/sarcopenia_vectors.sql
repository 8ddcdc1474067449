-- Worked vectors of sarcopenia classes: those of the fact sheet by number (V),
-- and the sheet's table of missing components (T).
\ir lib/setup.sql
\set vectors `test/lib/csv-to-json test/vectors/sarcopenia.csv`
\set boundaries `test/lib/csv-to-json test/vectors/sarcopenia_boundaries.csv`
\set sheet_ids `sed -n 's/^| \(V[0-9]*\) | \(EWGSOP2\|AWGS2019\) |.*/\1/p' "${EXONC_FACTS:-../shared/facts}/sarcopenia.md" 2>/dev/null | tr '\n' ' '`
BEGIN;
SET search_path = public;
SELECT no_plan();

CREATE TEMP TABLE vector AS
SELECT * FROM json_to_recordset(:'vectors') v (
	id text, definition exonc.sarcopenia_definition, sex exonc.sex, grip_kg float8, chair_stand_s float8,
	asm_kg float8, height_cm float8, asm_h2_kg_m2 float8, mass_modality exonc.mass_modality, gait_m_s float8,
	sppb int, tug_s float8, walk_400m_s float8, unable text, mass_criterion exonc.mass_criterion, strict boolean,
	expected exonc.sarcopenia_class, note text);

SELECT is(
	exonc.sarcopenia(definition, sex => sex, grip_kg => grip_kg, chair_stand_s => chair_stand_s, asm_kg => asm_kg,
		height_cm => height_cm, asm_h2_kg_m2 => asm_h2_kg_m2, mass_modality => mass_modality, gait_m_s => gait_m_s,
		sppb => sppb, tug_s => tug_s, walk_400m_s => walk_400m_s, unable => unable::exonc.physical_test_set,
		mass_criterion => mass_criterion, strict => strict),
	expected, format('%s %s%s', id, definition, ': ' || note))
FROM vector ORDER BY id;

-- The class is that of the range, and the evidence is there.
SELECT is_empty($$
	SELECT id FROM vector v, LATERAL exonc.sarcopenia_range(definition, sex => sex, grip_kg => grip_kg, chair_stand_s => chair_stand_s,
		asm_kg => asm_kg, height_cm => height_cm, asm_h2_kg_m2 => asm_h2_kg_m2, mass_modality => mass_modality, gait_m_s => gait_m_s,
		sppb => sppb, tug_s => tug_s, walk_400m_s => walk_400m_s, unable => unable::exonc.physical_test_set,
		mass_criterion => mass_criterion, strict => strict) r
	WHERE expected IS DISTINCT FROM CASE WHEN mildest > 'none' OR mildest = severest THEN mildest END
	   OR mildest > severest $$, 'class and range agree');

-- Every cut-off of the fact sheet: just below, exactly at and just above it.
CREATE FUNCTION pg_temp.low(d exonc.sarcopenia_definition, s exonc.sex, m exonc.mass_modality, component text, argument text, value float8)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
	found boolean;
BEGIN
	EXECUTE format('SELECT bool_or(e.low) FROM exonc.sarcopenia_evidence($1, sex => $2, mass_modality => $3, %I => $4) e WHERE e.component = $5 AND e.value IS NOT NULL', argument)
	INTO found USING d, s, m, value, component;
	RETURN found;
END $$;
SELECT is(pg_temp.low(definition, sex, modality, component, argument, value), low, format('%s %s %s %s: %s', id, definition, sex, argument, note))
FROM json_to_recordset(:'boundaries') v (id text, definition exonc.sarcopenia_definition, sex exonc.sex, modality exonc.mass_modality, component text,
	argument text, value float8, low boolean, note text);

-- No vector of the sheet for these definitions is left out.
SELECT is_empty(format($$
	SELECT sheet FROM regexp_split_to_table(trim(%L), '\s+') sheet
	WHERE sheet <> '' AND NOT EXISTS (SELECT FROM vector WHERE regexp_replace(id, '[a-z]$', '') = sheet) $$, :'sheet_ids'),
	'every vector of the sheet is here');

SELECT * FROM finish();
ROLLBACK;
