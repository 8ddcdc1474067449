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

CREATE TEMP TABLE checkable AS
SELECT v.*, CASE WHEN expected ~ '^-?[0-9.]+$' THEN round(expected::numeric, 6)::text ELSE expected END AS wanted
FROM vector v JOIN exonc.instruments() i ON i.code::text = v.instrument
JOIN LATERAL exonc.scales(i.code) s ON s.scale = v.scale;

SELECT is(pg_temp.found(instrument, scale, items), wanted,
          format('%s: %s %s%s', origin, id, scale, ' (' || note || ')'))
FROM checkable ORDER BY origin DESC, id;

-- The reader read what there is to read.
SELECT is((SELECT count(*) FROM checkable WHERE origin <> 'facts'), (SELECT count(*) FROM vector WHERE origin <> 'facts'), 'no vector of this repository is passed over');
SELECT CASE WHEN EXISTS (SELECT FROM vector WHERE origin = 'facts')
	THEN cmp_ok((SELECT count(*) FROM checkable WHERE origin = 'facts'), '>=', (SELECT count(*) FROM checkable WHERE origin = 'selection'), 'the fact sheet has at least the selection')
	ELSE skip('no fact sheets beside this repository') END;

-- Every scale of every instrument has a vector.
SELECT is_empty($$
	SELECT i.code::text, s.scale FROM exonc.instruments() i, LATERAL exonc.scales(i.code) s
	EXCEPT SELECT instrument, scale FROM checkable WHERE origin <> 'facts' $$, 'every scale has a vector');

SELECT * FROM finish();
ROLLBACK;
