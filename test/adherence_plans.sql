-- Adherence is summed up in parallel workers, in partitions, in memory that does
-- not grow with the rows, and on foreign servers, and has the same bits there.
\ir lib/setup.sql
SET search_path = public;
SELECT plan(9);

-- A foreign server must see the data, so this file works on committed tables.
DROP SCHEMA IF EXISTS exonc_adherence_plans CASCADE;
CREATE SCHEMA exonc_adherence_plans;
SET search_path = exonc_adherence_plans, public;
CREATE TABLE session (participant int, site int, planned_on date, status exonc.session_status, planned_min float8, done_min float8) PARTITION BY LIST (site);
CREATE TABLE session_0 PARTITION OF session FOR VALUES IN (0);
CREATE TABLE session_1 PARTITION OF session FOR VALUES IN (1);
INSERT INTO session
SELECT p, p % 2, date '2026-01-05' + d * 2, CASE WHEN (p * 7 + d * 3) % 4 > 0 THEN 'attended' ELSE 'missed' END::exonc.session_status, 30,
	CASE WHEN (p * 7 + d * 3) % 4 > 0 THEN (p * d % 400) / 10.0 END
FROM generate_series(1, 500) p, generate_series(0, 39) d;
ANALYZE session;

CREATE FUNCTION plan_of(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
	RETURN QUERY EXECUTE 'EXPLAIN (VERBOSE, COSTS OFF) ' || query;
END $$;
\set summed 'SELECT participant, exonc.adherence_send(exonc.adherence(status, planned_min, done_min, ''min'')) AS a, exonc.session_log_send(exonc.session_log(planned_on, status, planned_min, done_min, ''min'')) AS l FROM '
\set grouped ' GROUP BY participant'

CREATE TABLE in_one_process AS :summed session :grouped;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT exonc.adherence(status, planned_min, done_min, ''min'') FROM session') p WHERE p LIKE '%Partial%Aggregate%' $$, 'adherence() is computed in workers');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT participant, exonc.session_log(planned_on, status) FROM session GROUP BY participant') p WHERE p LIKE '%Partial%Aggregate%' OR p LIKE '%Gather%' $$, 'and so is session_log()');
CREATE TABLE in_workers AS :summed session :grouped;
SELECT is_empty('(TABLE in_workers EXCEPT TABLE in_one_process) UNION ALL (TABLE in_one_process EXCEPT TABLE in_workers)', 'workers give the same bits');
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
RESET min_parallel_table_scan_size;

SET enable_partitionwise_aggregate = on;
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT exonc.adherence(status) FROM session') p WHERE p LIKE '%Partial%Aggregate%' $$, 'partitions are summed up each for itself');

CREATE EXTENSION IF NOT EXISTS postgres_fdw SCHEMA public;
DROP SERVER IF EXISTS exonc_adherence_loopback CASCADE;
SELECT format('CREATE SERVER exonc_adherence_loopback FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host %L, port %L, dbname %L, extensions ''exonc'')',
	split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_database()) \gexec
CREATE USER MAPPING FOR CURRENT_USER SERVER exonc_adherence_loopback;
CREATE FOREIGN TABLE session_there (participant int, site int, planned_on date, status exonc.session_status, planned_min float8, done_min float8)
	SERVER exonc_adherence_loopback OPTIONS (schema_name 'exonc_adherence_plans', table_name 'session');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT participant, exonc.adherence(status, planned_min, done_min, ''min'') FROM session_there GROUP BY participant') p
	WHERE p LIKE '%Remote SQL%exonc.adherence(%GROUP BY%' $$, 'a foreign server sums up its own sessions');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT participant, exonc.session_log(planned_on, status) FROM session_there GROUP BY participant') p
	WHERE p LIKE '%Remote SQL%exonc.session_log(%GROUP BY%' $$, 'and makes its own logs');
CREATE TABLE there AS SELECT participant, exonc.adherence_send(a) AS a, exonc.session_log_send(l) AS l
FROM (SELECT participant, exonc.adherence(status, planned_min, done_min, 'min') AS a, exonc.session_log(planned_on, status, planned_min, done_min, 'min') AS l FROM session_there GROUP BY participant) s;
SELECT is_empty('(TABLE there EXCEPT TABLE in_one_process) UNION ALL (TABLE in_one_process EXCEPT TABLE there)', 'what it sends has the same bits');
SELECT is((SELECT exonc.rollup(a) FROM (SELECT exonc.adherence(status, planned_min, done_min, 'min') AS a FROM session_there UNION ALL SELECT exonc.adherence(status, planned_min, done_min, 'min') FROM session) s)::text,
	(SELECT exonc.rollup(a) FROM (SELECT exonc.adherence(status, planned_min, done_min, 'min') AS a FROM session, generate_series(1, 2)) s)::text, 'summaries of several servers add up');

-- Many groups take the memory of their states, and no more.
CREATE FUNCTION memory_of(query text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	plan json;
BEGIN
	EXECUTE 'EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, FORMAT JSON) ' || query INTO plan;
	RETURN plan -> 0 -> 'Plan' ->> 'Peak Memory Usage';
END $$;
SET work_mem = '1GB';
SET enable_sort = off;
SELECT cmp_ok(memory_of('SELECT g % 200000, exonc.adherence(''attended'', 30, 20, ''min'') FROM generate_series(1, 400000) g GROUP BY 1'), '<', 160000::bigint,
	'200,000 summaries take less than 0.8 kB each');

SELECT * FROM finish();
DROP SERVER exonc_adherence_loopback CASCADE;
DROP SCHEMA exonc_adherence_plans CASCADE;
