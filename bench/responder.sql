-- Responders and bands against the CASE expressions that do the same: a million changes of physical functioning
-- (QLQ-C30 PF), 15 % of the follow-ups missing, and a million totals of the PHQ-9; and a long table of four scales, where
-- the rival joins a table of amounts.

SELECT setseed(0.30), greatest((1000000 * :scale)::int, 10) AS n_rows \gset

CREATE UNLOGGED TABLE change WITH (autovacuum_enabled = off) AS
SELECT id, (ARRAY['PF', 'FA', 'QL', 'EF'])[1 + id % 4]::exonc.scale AS scale, 'QLQ-C30'::exonc.instrument AS form,
	round((100 * random())::numeric, 1)::float8 AS baseline,
	CASE WHEN random() >= 0.15 THEN round((100 * random())::numeric, 1)::float8 END AS followup,
	floor(28 * random()) AS phq_9
FROM generate_series(1, :n_rows) id;

-- The amounts and directions that responder() chooses for the four scales.
CREATE UNLOGGED TABLE amount AS
SELECT s::exonc.scale AS scale, CASE WHEN s = 'FA' THEN -1 ELSE 1 END AS sign,
	max(needed) FILTER (WHERE direction = 'improvement') AS improvement,
	max(needed) FILTER (WHERE direction = 'deterioration') AS deterioration
FROM unnest('{PF,FA,QL,EF}'::text[]) s, LATERAL exonc.responder_evidence(exonc.measure('QLQ-C30', s), NULL, NULL)
GROUP BY s;

VACUUM (FREEZE, ANALYZE) change, amount;

\set floor 'SELECT id, baseline, followup FROM change'
\set answer 'SELECT id, ARRAY[array_position(enum_range(NULL::exonc.change_class), class)] AS answer FROM %s q'

\set title 'Responders, one measure'
CALL bench.enter(:'title', 'floor', 'read the columns', :'floor');
CALL bench.enter(:'title', 'ours', 'responder()', $$
	SELECT id, exonc.responder('QLQ-C30 PF', baseline, followup) AS class FROM change $$, :'answer', 'read the columns');
CALL bench.enter(:'title', 'rival', 'CASE', $$
	SELECT id, CASE WHEN round((followup - baseline)::numeric, 9) >= 9 THEN 'improved'
		WHEN round((followup - baseline)::numeric, 9) <= -4 THEN 'deteriorated'
		WHEN followup - baseline IS NOT NULL THEN 'stable' END::exonc.change_class AS class FROM change $$, :'answer',
	'read the columns');
CALL bench.enter(:'title', 'rival', 'CASE with a tolerance', $$
	SELECT id, CASE WHEN followup - baseline >= 9 - 1e-9 THEN 'improved' WHEN followup - baseline <= -4 + 1e-9 THEN 'deteriorated'
		WHEN followup - baseline IS NOT NULL THEN 'stable' END::exonc.change_class AS class FROM change $$, :'answer',
	'read the columns');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_rows);
\echo :title: :agreement
SELECT * FROM bench.report(:'title');

\set title 'Responders, a long table of four scales'
CALL bench.enter(:'title', 'floor', 'read the columns', :'floor');
CALL bench.enter(:'title', 'ours', 'responder()', $$
	SELECT id, exonc.responder(exonc.measure(form, scale), baseline, followup) AS class FROM change $$, :'answer',
	'read the columns');
CALL bench.enter(:'title', 'rival', 'join a table of amounts', $$
	SELECT id, CASE WHEN sign * (followup - baseline) >= improvement - 1e-9 THEN 'improved'
		WHEN sign * (followup - baseline) <= -deterioration + 1e-9 THEN 'deteriorated'
		WHEN followup - baseline IS NOT NULL THEN 'stable' END::exonc.change_class AS class
	FROM change JOIN amount a ON a.scale OPERATOR(exonc.=) change.scale $$, :'answer', 'read the columns');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_rows);
\echo :title: :agreement
SELECT * FROM bench.report(:'title');

\set title 'Bands of the PHQ-9'
CALL bench.enter(:'title', 'floor', 'read the columns', 'SELECT id, phq_9 FROM change');
CALL bench.enter(:'title', 'ours', 'band()', $$ SELECT id, exonc.band('PHQ-9 TOTAL', phq_9) AS band FROM change $$,
	'SELECT id, ARRAY[hashtext(band)] AS answer FROM %s q', 'read the columns');
CALL bench.enter(:'title', 'rival', 'CASE', $$
	SELECT id, CASE WHEN phq_9 < 5 THEN 'minimal' WHEN phq_9 < 10 THEN 'mild' WHEN phq_9 < 15 THEN 'moderate'
		WHEN phq_9 < 20 THEN 'moderately severe' WHEN phq_9 <= 27 THEN 'severe' END AS band FROM change $$,
	'SELECT id, ARRAY[hashtext(band)] AS answer FROM %s q', 'read the columns');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_rows);
\echo :title: :agreement
SELECT * FROM bench.report(:'title');
