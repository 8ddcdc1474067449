-- Every built-in questionnaire, answers by item name, and a registry's own questionnaire, beside the QLQ-C30.
--
-- 1. Cost of all scores of a form for each of its items, as a multiple of that of the QLQ-C30.
-- 2. The same QLQ-C30 forms as an array, and as jsonb keyed by item name.
-- 3. The QLQ-C30 built in, and written as a definition in JSON (test/lib/own_qlq_c30.json).

\echo
\set own `cat test/lib/own_qlq_c30.json`

SELECT setseed(0.30), greatest((100000 * :scale)::int, 10) AS n_forms \gset

-- Forms in which every item has an answer of its range or, in 3 of 100 places, none.
SELECT format('CREATE UNLOGGED TABLE form_of_%s WITH (autovacuum_enabled = off) AS SELECT id, ARRAY[%s] AS answers FROM generate_series(1, %s) id',
	row_number() OVER (ORDER BY code), string_agg(format('CASE WHEN random() >= 0.03 THEN %s + floor(%s * random())::int END', lowest, highest - lowest + 1), ', ' ORDER BY position), :n_forms)
FROM exonc.instruments(), LATERAL exonc.items(code) GROUP BY code \gexec

SELECT format('CALL bench.enter(''families'', ''ours'', %1$L, %2$L, ''unused''); CALL bench.enter(''families'', ''floor'', %3$L, %4$L)',
	code, format('SELECT id, exonc.scores_array(%L, answers) FROM form_of_%s', code, n),
	'scan ' || code, format('SELECT id, cardinality(answers) FROM form_of_%s', n))
FROM (SELECT code, row_number() OVER (ORDER BY code) AS n FROM exonc.instruments()) i \gexec

\echo 'All scores of a form, scan taken off: ns for each form and each item, and as a multiple of the QLQ-C30'
CALL bench.measure('families', :rounds, :n_forms);
WITH cost AS (
	SELECT i.code::text AS questionnaire, i.items, i.scales, greatest(min(r.ns) - min(f.ns), 0) AS ns
	FROM exonc.instruments() i JOIN bench.result r ON r.race = 'families' AND r.label = i.code::text
		JOIN bench.result f ON f.race = 'families' AND f.label = 'scan ' || i.code::text
	GROUP BY 1, 2, 3
)
SELECT questionnaire, items, scales, round(ns::numeric) AS "ns a form", round((ns / items)::numeric, 1) AS "ns an item",
	round((ns / items / (SELECT ns / items FROM cost WHERE questionnaire = 'QLQ-C30'))::numeric, 2) AS "times QLQ-C30"
FROM cost ORDER BY 6 DESC;

-- The forms of the QLQ-C30 in three ways.
CREATE UNLOGGED TABLE c30 WITH (autovacuum_enabled = off) AS
SELECT id, answers, (SELECT jsonb_object_agg(i.item, answers[i.position]) FROM exonc.items('QLQ-C30') i) AS by_item, :'own'::exonc.instrument AS own
FROM (SELECT id, ARRAY(SELECT CASE WHEN random() >= 0.03 THEN lowest + floor((highest - lowest + 1) * random())::int END + 0 * id FROM exonc.items('QLQ-C30') ORDER BY position) AS answers
	FROM generate_series(1, :n_forms) id) f;
VACUUM (FREEZE, ANALYZE) c30;

CALL bench.enter('jsonb, long', 'ours', 'scores(answers)', 'SELECT id, s.scale, s.score FROM c30, LATERAL exonc.scores(''QLQ-C30'', answers) s',
	'SELECT id, array_agg(score) AS answer FROM %s x GROUP BY id');
CALL bench.enter('jsonb, long', 'ours', 'scores(answers(by_item))', 'SELECT id, s.scale, s.score FROM c30, LATERAL exonc.scores(''QLQ-C30'', exonc.answers(''QLQ-C30'', by_item)) s',
	'SELECT id, array_agg(score) AS answer FROM %s x GROUP BY id');
SELECT 'SELECT id, s.scale, s.score FROM c30, LATERAL exonc.scores(''QLQ-C30'', ARRAY['
	|| string_agg(format('(by_item ->> %L)::int', item), ', ' ORDER BY position) || ']) s' AS array_in_sql FROM exonc.items('QLQ-C30') \gset
CALL bench.enter('jsonb, long', 'rival', 'scores(array from by_item, in SQL)', :'array_in_sql', 'SELECT id, array_agg(score) AS answer FROM %s x GROUP BY id');
CALL bench.enter('jsonb, wide', 'ours', 'scores_array(answers)', 'SELECT id, exonc.scores_array(''QLQ-C30'', answers) AS answer FROM c30', 'SELECT id, answer FROM %s x');
CALL bench.enter('jsonb, wide', 'ours', 'scores_array(answers(by_item))', 'SELECT id, exonc.scores_array(''QLQ-C30'', exonc.answers(''QLQ-C30'', by_item)) AS answer FROM c30', 'SELECT id, answer FROM %s x');
CALL bench.enter('definition in JSON', 'ours', 'built in', 'SELECT id, exonc.scores_array(''QLQ-C30'', answers) AS answer FROM c30', 'SELECT id, answer FROM %s x');
CALL bench.enter('definition in JSON', 'ours', 'definition, a constant', format('SELECT id, exonc.scores_array(%L, answers) AS answer FROM c30', :'own'), 'SELECT id, answer FROM %s x');
CALL bench.enter('definition in JSON', 'ours', 'definition, from a column', 'SELECT id, exonc.scores_array(own, answers) AS answer FROM c30', 'SELECT id, answer FROM %s x');

\set title 'jsonb, long'
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_forms);
\echo :title: :n_forms forms, :agreement
SELECT * FROM bench.report(:'title');

\set title 'jsonb, wide'
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_forms);
\echo :title: :n_forms forms, :agreement
SELECT * FROM bench.report(:'title');

\set title 'definition in JSON'
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_forms);
\echo :title: :n_forms forms, :agreement
SELECT * FROM bench.report(:'title');
