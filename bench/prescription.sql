-- Prescriptions: the type against jsonb of the same content. schedule.sql and targets.sql have what is made of them.

SELECT greatest((200000 * :scale)::int, 10) AS n_texts \gset

-- Two components, of which the numbers differ.
CREATE UNLOGGED TABLE written WITH (autovacuum_enabled = off) AS
SELECT id, t::text AS rx, t::exonc.prescription::jsonb::text AS json
FROM (SELECT id, format('wk 1-%s: aer bike 3/wk sup %smin @%s-%s%%HRR via site & res machine 2/wk sup 3x%s-12 @70%%1RM ex %s via site',
		4 + id % 20, 20 + id % 30, 40 + id % 10, 55 + id % 20, 6 + id % 5, 4 + id % 5) AS t FROM generate_series(1, :n_texts) id) g;
CREATE UNLOGGED TABLE stored WITH (autovacuum_enabled = off) AS
SELECT id, rx::exonc.prescription AS rx, json::jsonb AS json FROM written;
VACUUM (FREEZE, ANALYZE) written, stored;

\set title 'a prescription of two components: parse'
CALL bench.enter(:'title', 'floor', 'read the text', 'SELECT id, length(rx) FROM written');
CALL bench.enter(:'title', 'ours', 'prescription', 'SELECT id, rx::exonc.prescription AS v FROM written',
	'SELECT id, ARRAY[jsonb_array_length((v::jsonb)->''blocks'')::float8] AS answer FROM %s q');
CALL bench.enter(:'title', 'rival', 'jsonb', 'SELECT id, json::jsonb AS v FROM written',
	'SELECT id, ARRAY[jsonb_array_length(v->''blocks'')::float8] AS answer FROM %s q', 'read the text');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_texts);
\echo :title: :n_texts texts, :agreement
SELECT * FROM bench.report(:'title');

\set title 'a prescription of two components: print'
CALL bench.enter(:'title', 'floor', 'read the value', 'SELECT id, pg_column_size(rx) FROM stored');
CALL bench.enter(:'title', 'ours', 'prescription', 'SELECT id, rx::text AS v FROM stored',
	'SELECT id, ARRAY[jsonb_array_length((v::exonc.prescription::jsonb)->''blocks'')::float8] AS answer FROM %s q');
CALL bench.enter(:'title', 'rival', 'jsonb', 'SELECT id, json::text AS v FROM stored',
	'SELECT id, ARRAY[jsonb_array_length(v::jsonb->''blocks'')::float8] AS answer FROM %s q', 'read the value');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_texts);
\echo :title: :n_texts values, :agreement
SELECT * FROM bench.report(:'title');

\echo bytes of a stored value
SELECT round(avg(pg_column_size(rx)), 1) AS prescription, round(avg(pg_column_size(json)), 1) AS jsonb FROM stored;
