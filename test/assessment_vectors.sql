-- Worked vectors of scores: those of the fact sheets as they stood, others
-- computed for this test from the sheets' definitions with exact fractions by
-- another program, and the fact sheets themselves where they lie beside it.
\ir lib/setup.sql
\set selection `test/lib/csv-to-json test/vectors/assessment.csv`
\set own `test/lib/csv-to-json test/vectors/assessment_own.csv`
\set facts `test/lib/csv-to-json "${EXONC_FACTS:-../shared/facts}/assessment_vectors.csv"`
BEGIN;
SET search_path = public;
SELECT no_plan();

-- Answers stand in the vectors as a list in item order, or as an object by item name.
CREATE FUNCTION pg_temp.in_order(instrument exonc.instrument, answers jsonb) RETURNS int[]
LANGUAGE sql AS $$
	SELECT CASE jsonb_typeof(answers)
		WHEN 'array' THEN (SELECT array_agg(a::int ORDER BY n) FROM jsonb_array_elements_text(answers) WITH ORDINALITY e (a, n))
		ELSE exonc.answers(instrument, answers) END
$$;

CREATE FUNCTION pg_temp.found(instrument text, scale text, answers text) RETURNS text
LANGUAGE plpgsql AS $$
BEGIN
	RETURN coalesce(round(exonc.score(instrument::exonc.instrument, scale, pg_temp.in_order(instrument::exonc.instrument, answers::jsonb))::numeric, 6)::text, 'NULL');
EXCEPTION WHEN numeric_value_out_of_range OR invalid_parameter_value THEN
	RETURN 'ERROR';
END $$;

CREATE TEMP TABLE vector AS
SELECT 'selection' AS origin, v.* FROM json_to_recordset(:'selection') v (id text, instrument text, items text, scale text, expected text, note text)
UNION ALL
SELECT 'own', v.* FROM json_to_recordset(:'own') v (id text, instrument text, items text, scale text, expected text, note text)
UNION ALL
SELECT 'facts', v.* FROM json_to_recordset(:'facts') v (id text, instrument text, items text, scale text, expected text, note text);

-- The fact sheet has a name for each part of a form, and other names of some scales and results.
CREATE TEMP TABLE sheet_instrument (sheet text, code text);
INSERT INTO sheet_instrument VALUES
	('FACT-COG-PCI', 'FACT-COG'), ('FACT-COG-PCA', 'FACT-COG'), ('FACT-COG-QOL', 'FACT-COG'), ('FACT-COG-OTH', 'FACT-COG'),
	('PROMIS-ANX_4A', 'PROMIS-ANXIETY-4A'), ('PROMIS-DEP_4A', 'PROMIS-DEPRESSION-4A'),
	('PROMIS-FATIGUE_4A', 'PROMIS-FATIGUE-4A'), ('PROMIS-FATIGUE_7A', 'PROMIS-FATIGUE-7A'),
	('PROMIS-FATIGUE_8A', 'PROMIS-FATIGUE-8A'), ('PROMIS-PAININT_4A', 'PROMIS-PAININT-4A'),
	('PROMIS-PF_4A_V1', 'PROMIS-PF-4A-V1'), ('PROMIS-PF_4A_V2', 'PROMIS-PF-4A-V2'),
	('PROMIS-SLEEP_4A', 'PROMIS-SLEEP-4A'), ('PROMIS-SOCIAL_4A', 'PROMIS-SOCIAL-4A');
CREATE TEMP TABLE sheet_scale (sheet text, scale text);
INSERT INTO sheet_scale VALUES ('FACIT_F', 'TOTAL'), ('FACT_NTX', 'TOTAL');
CREATE TEMP TABLE sheet_result (scale text, word text, score text);
INSERT INTO sheet_result VALUES ('DX', 'none', 0), ('DX', 'other', 1), ('DX', 'major', 2),
	('CATEGORY', 'low', 0), ('CATEGORY', 'moderate', 1), ('CATEGORY', 'high', 2);

CREATE TEMP TABLE scale_known AS
SELECT i.code::text AS instrument, s.scale, s.alias FROM exonc.instruments() i, LATERAL exonc.scales(i.code) s;

CREATE TEMP TABLE checkable AS
SELECT v.origin, v.id, k.instrument, k.scale, v.items, v.note, v.expected,
       CASE WHEN coalesce(r.score, expected) ~ '^-?[0-9.]+$' THEN round(coalesce(r.score, expected)::numeric, 6)::text
            ELSE expected END AS wanted
FROM vector v
LEFT JOIN sheet_instrument si ON si.sheet = v.instrument
LEFT JOIN sheet_scale ss ON ss.sheet = v.scale
LEFT JOIN sheet_result r ON r.scale = v.scale AND r.word = v.expected
JOIN scale_known k ON k.instrument = coalesce(si.code, v.instrument) AND coalesce(ss.scale, v.scale) IN (k.scale, k.alias);

ALTER TABLE checkable ADD found text;
UPDATE checkable SET found = pg_temp.found(instrument, scale, items);

-- One test for each instrument: there are thousands of vectors.
SELECT is((SELECT string_agg(format('%s %s %s: %s instead of %s (%s)', id, scale, items, found, wanted, note), E'\n' ORDER BY id)
           FROM checkable c WHERE (c.origin, c.instrument) = (g.origin, g.instrument) AND c.found IS DISTINCT FROM c.wanted),
          NULL, format('%s: %s, %s vectors', origin, instrument, n))
FROM (SELECT origin, instrument, count(*) AS n FROM checkable GROUP BY origin, instrument) g ORDER BY origin DESC, instrument;

-- Severity bands of the sheet.
CREATE TEMP TABLE sheet_band (instrument text, scale text, measure exonc.measure);
INSERT INTO sheet_band VALUES ('PHQ-9', 'BAND', 'PHQ-9 TOTAL'), ('GAD-7', 'BAND', 'GAD-7 TOTAL'), ('GSLTPAQ', 'CAT', 'GSLTPAQ HCS'), ('GPAQ', 'MEETS_600', 'GPAQ TOTAL');
SELECT is(exonc.band(measure, exonc.score(instrument::exonc.instrument, split_part(measure::text, ' ', 2), pg_temp.in_order(instrument::exonc.instrument, items::jsonb))),
          CASE WHEN scale = 'MEETS_600' AND expected = 'true' THEN 'at least 600 MET-min/week' ELSE expected END, format('facts: %s %s', id, scale))
FROM vector JOIN sheet_band USING (instrument, scale) WHERE origin = 'facts' ORDER BY id;

-- No vector of the sheet is passed over: the rest are those of test/performance.sql and test/indices.sql, which count theirs.
SELECT is_empty($$
	SELECT id FROM vector WHERE origin = 'facts' AND (instrument, scale) NOT IN (SELECT instrument, scale FROM sheet_band)
	  AND instrument !~ '^(SPPB|6MWT-|SFT-|VO2-|G8$|CHARLSON$|PRO-CTCAE$)' AND NOT (instrument = 'EQ-5D-5L' AND scale = 'INDEX')
	EXCEPT SELECT id FROM checkable WHERE origin = 'facts' $$, 'every vector of the sheet is tried somewhere');

-- The reader read what there is to read.
SELECT is((SELECT count(*) FROM checkable WHERE origin <> 'facts'), (SELECT count(*) FROM vector WHERE origin <> 'facts'), 'no vector of this repository is passed over');
SELECT CASE WHEN EXISTS (SELECT FROM vector WHERE origin = 'facts')
	THEN cmp_ok((SELECT count(*) FROM checkable WHERE origin = 'facts'), '>=', (SELECT count(*) FROM checkable WHERE origin = 'selection'), 'the fact sheet has at least the selection')
	ELSE skip('no fact sheets beside this repository') END;

-- Every scale of every instrument has a vector.
SELECT is_empty($$
	SELECT instrument, scale FROM scale_known
	EXCEPT SELECT instrument, scale FROM checkable WHERE origin <> 'facts' $$, 'every scale has a vector');

SELECT * FROM finish();
ROLLBACK;
