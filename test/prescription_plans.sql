-- Prescriptions are read, judged and indexed in parallel workers, by operators
-- of their type and on foreign servers, with the same results there.
\ir lib/setup.sql
SET search_path = public;
SELECT plan(11);

-- A foreign server must see the data, so this file works on committed tables.
DROP SCHEMA IF EXISTS exonc_prescription_plans CASCADE;
CREATE SCHEMA exonc_prescription_plans;
SET search_path = exonc_prescription_plans, exonc, public; -- for the operators
CREATE TABLE prescribed (id int, site int, week int, rx exonc.prescription);
INSERT INTO prescribed
SELECT g, g % 3, 1 + g % 14,
	CASE g % 4
		WHEN 0 THEN format('wk 1-12: aer walk %s/wk uns %s-%smin @40-59%%HRR prog +5min/3wk via home', 2 + g % 4, 10 + g % 30, 45 + g % 20)
		WHEN 1 THEN format('wk 1-12: ses %s/wk sup { aer bike %smin @mod & res machine 2x12 @60->75%%1RM }', 1 + g % 4, 20 + g % 30)
		WHEN 2 THEN format('cd 1-7/21: aer %smin 2/wk @light; cd 8-21/21: aer %smin 3/wk @mod & res 2/wk 2x12 @mod', 10 + g % 10, 30 + g % 30)
		ELSE 'aer walk ?/wk 30min @?' END::exonc.prescription
FROM generate_series(1, 8000) g;
ANALYZE prescribed;

CREATE FUNCTION plan_of(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
	RETURN QUERY EXECUTE 'EXPLAIN (VERBOSE, COSTS OFF) ' || query;
END $$;

\set read 'SELECT id, exonc.weekly_minutes(rx, week) AS minutes, exonc.supervised_share(rx, week) AS share, exonc.meets(rx, ''aer 3/wk 30min @mod & res 2/wk 2x12 @mod'', week) AS meets, exonc.at_week(rx, week)::text AS text FROM '

CREATE TABLE in_one_process AS :read prescribed;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT site, count(*) FILTER (WHERE exonc.meets(rx, ''aer vol 150min/wk @mod'', week)) FROM prescribed GROUP BY site') p WHERE p LIKE '%Partial%Aggregate%' $$,
	'guidelines are judged in workers');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT p.id, s.planned_on FROM prescribed p, LATERAL exonc.schedule(p.rx, ''2026-01-05'') s') p WHERE p LIKE '%Gather%' $$,
	'schedule() in LATERAL runs below a Gather');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT p.id, t.target FROM prescribed p, LATERAL exonc.targets(p.rx, p.week, hr_rest => 60, hr_max => 170) t') p WHERE p LIKE '%Gather%' $$,
	'so does targets()');
CREATE TABLE in_workers AS :read prescribed;
SELECT is_empty('(TABLE in_workers EXCEPT TABLE in_one_process) UNION ALL (TABLE in_one_process EXCEPT TABLE in_workers)', 'workers give the same results');
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
RESET min_parallel_table_scan_size;

-- Equality, order and hash stand in joins, groups and indexes.
CREATE INDEX prescribed_rx ON prescribed (rx);
CREATE INDEX prescribed_hash ON prescribed USING hash (rx);
SET enable_seqscan = off;
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT id FROM prescribed WHERE rx = ''aer   walk ?/wk 30min @?''') p WHERE p LIKE '%Index%prescribed_%' $$,
	'an index finds a prescription, however it is written');
SELECT is((SELECT count(*) FROM prescribed WHERE rx = 'aer walk 30min ?/wk @?'), 2000::bigint, 'all of its rows');
RESET enable_seqscan;
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT rx, count(*) FROM prescribed GROUP BY rx') p WHERE p LIKE '%HashAggregate%' $$, 'prescriptions are grouped by their hash');
SELECT is((SELECT count(DISTINCT rx) FROM prescribed), (SELECT count(DISTINCT rx::text) FROM prescribed), 'as their texts are');

-- A foreign server that has exonc computes there.
CREATE EXTENSION IF NOT EXISTS postgres_fdw SCHEMA public;
DROP SERVER IF EXISTS exonc_prescription_loopback CASCADE;
SELECT format('CREATE SERVER exonc_prescription_loopback FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host %L, port %L, dbname %L, extensions ''exonc'')',
	split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_database()) \gexec
CREATE USER MAPPING FOR CURRENT_USER SERVER exonc_prescription_loopback;
CREATE FOREIGN TABLE prescribed_there (id int, site int, week int, rx exonc.prescription)
	SERVER exonc_prescription_loopback OPTIONS (schema_name 'exonc_prescription_plans', table_name 'prescribed');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT site, count(*), count(*) FILTER (WHERE exonc.meets(rx, ''aer vol 150min/wk @mod'', week)) FROM prescribed_there WHERE lower(exonc.weekly_minutes(rx, week, ''aerobic'')) >= 90 GROUP BY site') p
	WHERE p LIKE '%Remote SQL%count(*) FILTER (WHERE exonc.meets(rx%WHERE%exonc.weekly_minutes(rx%GROUP BY%' $$,
	'a foreign server judges and counts its own prescriptions');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT count(*) FROM prescribed_there WHERE rx = ''aer walk ?/wk 30min @?''') p
	WHERE p LIKE '%Remote SQL%WHERE%rx OPERATOR(exonc.=)%' $$, 'and finds them');
CREATE TABLE on_foreign_server AS :read prescribed_there;
SELECT is_empty('(TABLE on_foreign_server EXCEPT TABLE in_one_process) UNION ALL (TABLE in_one_process EXCEPT TABLE on_foreign_server)', 'with the same results');

DROP SERVER exonc_prescription_loopback CASCADE;
DROP SCHEMA exonc_prescription_plans CASCADE;
SELECT * FROM finish();
