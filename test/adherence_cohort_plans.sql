-- Cohorts are summed up in parallel workers, in partitions and on foreign servers, and have the same bits there.
\ir lib/setup.sql
SET search_path = public;
SELECT plan(9);

-- A foreign server must see the data, so this file works on committed tables.
DROP SCHEMA IF EXISTS exonc_cohort_plans CASCADE;
CREATE SCHEMA exonc_cohort_plans;
SET search_path = exonc_cohort_plans, public;
CREATE TABLE participant (participant int, site int, area exonc.rurality, a exonc.adherence) PARTITION BY LIST (site);
CREATE TABLE participant_0 PARTITION OF participant FOR VALUES IN (0);
CREATE TABLE participant_1 PARTITION OF participant FOR VALUES IN (1);
INSERT INTO participant
SELECT p, p % 2, exonc.rurality((ARRAY[1, 4, 7, 10, 10.1, 99])[1 + p % 6], 2010, 'ruca_a'),
	exonc.adherence(CASE WHEN p % 50 = 0 THEN 'excused' WHEN (p * 7 + d * 3) % 11 > 2 THEN 'attended' ELSE 'missed' END::exonc.session_status, 30,
		CASE WHEN p % 50 > 0 AND (p * 7 + d * 3) % 11 > 2 THEN (p * d % 400) / 7.0 END, 'min')
FROM generate_series(1, 3000) p, LATERAL generate_series(0, p % 41) d GROUP BY p;
ANALYZE participant;

CREATE FUNCTION plan_of(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
	RETURN QUERY EXECUTE 'EXPLAIN (VERBOSE, COSTS OFF) ' || query;
END $$;
\set summed 'SELECT area, exonc.adherence_cohort_send(exonc.attendance_cohort(a, 0.75)) AS c, exonc.adherence_cohort_send(exonc.dose_intensity_cohort(a, ''min'', ''session'', 0.5)) AS d, exonc.mean_participant_attendance(a) AS m, exonc.pooled_dose_intensity(a, ''min'') AS q FROM '
\set grouped ' GROUP BY area'

CREATE TABLE in_one_process AS :summed participant :grouped;
SELECT is((SELECT count(*) FROM in_one_process), 5::bigint, 'four classes and one that is not known');
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT exonc.attendance_cohort(a, 0.75) FROM participant') p WHERE p LIKE '%Partial%Aggregate%' $$, 'a cohort is computed in workers');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT exonc.mean_participant_dose_intensity(a, ''min'') FROM participant') p WHERE p LIKE '%Partial%Aggregate%' $$, 'and so is a mean');
CREATE TABLE in_workers AS :summed participant :grouped;
SELECT is_empty('(TABLE in_workers EXCEPT TABLE in_one_process) UNION ALL (TABLE in_one_process EXCEPT TABLE in_workers)', 'workers give the same bits');
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
RESET min_parallel_table_scan_size;

SET enable_partitionwise_aggregate = on;
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT exonc.attendance_cohort(a) FROM participant') p WHERE p LIKE '%Partial%Aggregate%' $$, 'partitions are summed up each for itself');

CREATE EXTENSION IF NOT EXISTS postgres_fdw SCHEMA public;
DROP SERVER IF EXISTS exonc_cohort_loopback CASCADE;
SELECT format('CREATE SERVER exonc_cohort_loopback FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host %L, port %L, dbname %L, extensions ''exonc'')',
	split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_database()) \gexec
CREATE USER MAPPING FOR CURRENT_USER SERVER exonc_cohort_loopback;
CREATE FOREIGN TABLE participant_there (participant int, site int, area exonc.rurality, a exonc.adherence)
	SERVER exonc_cohort_loopback OPTIONS (schema_name 'exonc_cohort_plans', table_name 'participant');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT area, exonc.attendance_cohort(a, 0.75), exonc.dose_intensity_cohort(a, ''min'', ''session'', 0.5) FROM participant_there GROUP BY area') p
	WHERE p LIKE '%Remote SQL%exonc.attendance_cohort(%exonc.dose_intensity_cohort(%GROUP BY%' $$, 'a foreign server sums up its own participants');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT count(*) FROM participant_there WHERE area OPERATOR(exonc.=) exonc.rurality(7, 2010, ''ruca_a'')') p
	WHERE p LIKE '%Remote SQL%ruca_a 2010 small_rural%' OR p LIKE '%Remote SQL%exonc.rurality(%' $$, 'and filters by rurality');
CREATE TABLE there AS SELECT area, exonc.adherence_cohort_send(c) AS c, exonc.adherence_cohort_send(d) AS d, m, q
FROM (SELECT area, exonc.attendance_cohort(a, 0.75) AS c, exonc.dose_intensity_cohort(a, 'min', 'session', 0.5) AS d, exonc.mean_participant_attendance(a) AS m, exonc.pooled_dose_intensity(a, 'min') AS q
	FROM participant_there GROUP BY area) s;
SELECT is_empty('(TABLE there EXCEPT TABLE in_one_process) UNION ALL (TABLE in_one_process EXCEPT TABLE there)', 'what it sends has the same bits');
SELECT is((SELECT exonc.rollup(c) FROM (SELECT exonc.attendance_cohort(a) AS c FROM participant_there WHERE site = 0 UNION ALL SELECT exonc.attendance_cohort(a) FROM participant WHERE site = 1) s)::text,
	(SELECT exonc.attendance_cohort(a) FROM participant)::text, 'cohorts of several servers add up');

SELECT * FROM finish();
DROP SERVER exonc_cohort_loopback CASCADE;
DROP SCHEMA exonc_cohort_plans CASCADE;
