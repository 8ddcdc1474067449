-- Queries over exonc run in parallel workers, on partitions and on foreign
-- servers, and give the same bits there.
\ir lib/setup.sql
SET search_path = public;
SELECT plan(19);

-- A foreign server must see the data, so this file works on committed tables.
DROP SCHEMA IF EXISTS exonc_plans CASCADE;
CREATE SCHEMA exonc_plans;
SET search_path = exonc_plans, public;
CREATE TABLE form (id int, site int, sex exonc.sex, grip float8, asm float8, height float8, answers int[]);
INSERT INTO form
SELECT g, g % 3, CASE WHEN g % 2 = 0 THEN 'male' ELSE 'female' END::exonc.sex, 10 + g % 31 + 0.1, 11 + g % 13 * 1.01, 150 + g % 37 * 0.7,
       (SELECT array_agg(CASE WHEN (g * 7 + i * 13) % 29 = 0 THEN NULL WHEN i > 28 THEN 1 + (g + i * 5) % 7 ELSE 1 + (g * 3 + i * i) % 4 END ORDER BY i) FROM generate_series(1, 30) i)
FROM generate_series(1, 20000) g;
ANALYZE form;

CREATE FUNCTION plan_of(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
	RETURN QUERY EXECUTE 'EXPLAIN (VERBOSE, COSTS OFF) ' || query;
END $$;

\set scored 'SELECT id, exonc.score(''QLQ-C30'', ''SUMSC'', answers) AS s, exonc.scores_array(''QLQ-C30'', answers)::text AS a, exonc.sarcopenia(''EWGSOP2'', sex => sex, grip_kg => grip, asm_kg => asm, height_cm => height) AS c FROM form'

-- Calls with constant arguments are done once, at planning.
SELECT is_empty($$ SELECT p FROM plan_of('SELECT exonc.score(''GAD-7'', ''TOTAL'', ''{0,1,2,3,0,1,2}'')') p WHERE p LIKE '%score(%' $$,
	'constant arguments are folded');

-- Parallel workers.
CREATE TABLE in_one_process AS :scored;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT site, count(exonc.score(''QLQ-C30'', ''PF'', answers)), max(exonc.sarcopenia(''EWGSOP2'', sex => sex, grip_kg => grip)) FROM form GROUP BY site') p WHERE p LIKE '%Partial%Aggregate%' $$,
	'aggregates over scores and classes are computed in workers');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT f.id, s.scale, s.score FROM form f, LATERAL exonc.scores(''QLQ-C30'', f.answers) s') p WHERE p LIKE '%Gather%' $$,
	'scores() in LATERAL runs below a Gather');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT site, exonc.sarcopenia_course(id, exonc.sarcopenia(''EWGSOP2'', sex => sex, grip_kg => grip)) FROM form WHERE id < 3000 GROUP BY site') p WHERE p LIKE '%Partial%Aggregate%' $$,
	'courses are made in workers');
CREATE TABLE in_workers AS :scored;
CREATE TABLE courses_in_workers AS SELECT site, exonc.sarcopenia_course(id, exonc.sarcopenia('EWGSOP2', sex => sex, grip_kg => grip))::text AS c FROM form WHERE id < 3000 GROUP BY site;
SELECT is_empty('(TABLE in_workers EXCEPT TABLE in_one_process) UNION ALL (TABLE in_one_process EXCEPT TABLE in_workers)', 'workers give the same bits');
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
RESET min_parallel_table_scan_size;

SET max_parallel_workers_per_gather = 0;
SELECT is_empty($$ SELECT site FROM courses_in_workers EXCEPT SELECT f.site FROM (SELECT site, exonc.sarcopenia_course(id, exonc.sarcopenia('EWGSOP2', sex => sex, grip_kg => grip))::text AS c FROM form WHERE id < 3000 GROUP BY site) f JOIN courses_in_workers w USING (site, c) $$,
	'with the same bits');
RESET max_parallel_workers_per_gather;

-- A foreign server that has exonc computes there.
CREATE EXTENSION IF NOT EXISTS postgres_fdw SCHEMA public;
DROP SERVER IF EXISTS exonc_loopback CASCADE;
SELECT format('CREATE SERVER exonc_loopback FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host %L, port %L, dbname %L, extensions ''exonc'')',
	split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_database()) \gexec
CREATE USER MAPPING FOR CURRENT_USER SERVER exonc_loopback;
CREATE FOREIGN TABLE form_there (id int, site int, sex exonc.sex, grip float8, asm float8, height float8, answers int[])
	SERVER exonc_loopback OPTIONS (schema_name 'exonc_plans', table_name 'form');

SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT site, count(*), max(exonc.score(''QLQ-C30'', ''PF'', answers)) FROM form_there WHERE exonc.score(''QLQ-C30'', ''FA'', answers) > 30 GROUP BY site') p
	WHERE p LIKE '%Remote SQL%max(exonc.score(''QLQ-C30''::exonc.instrument%GROUP BY%' $$,
	'scores, their filter and their aggregate are computed on the foreign server');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT count(*) FROM form_there WHERE exonc.sarcopenia(''EWGSOP2'', sex => sex, grip_kg => grip, asm_kg => asm, height_cm => height) >= ''sarcopenia''') p
	WHERE p LIKE '%Remote SQL%count(*)%exonc.sarcopenia(%' $$,
	'so is prevalence');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT site, exonc.sarcopenia_course(id, exonc.sarcopenia(''EWGSOP2'', sex => sex, grip_kg => grip)) FROM form_there GROUP BY site') p
	WHERE p LIKE '%Remote SQL%exonc.sarcopenia_course(%GROUP BY%' $$, 'and courses');
CREATE TABLE on_foreign_server AS SELECT id, exonc.score('QLQ-C30', 'SUMSC', answers) AS s, exonc.scores_array('QLQ-C30', answers)::text AS a,
	exonc.sarcopenia('EWGSOP2', sex => sex, grip_kg => grip, asm_kg => asm, height_cm => height) AS c FROM form_there;
SELECT is_empty('(TABLE on_foreign_server EXCEPT TABLE in_one_process) UNION ALL (TABLE in_one_process EXCEPT TABLE on_foreign_server)', 'the foreign server gives the same bits');

-- So are responders, with a constant measure or one of two columns.
CREATE TABLE change (id int, form exonc.instrument, scale exonc.scale, baseline float8, followup float8);
INSERT INTO change SELECT g, CASE WHEN g % 2 = 0 THEN 'QLQ-C30' ELSE 'MFI-20' END::exonc.instrument, CASE WHEN g % 2 = 0 OR g % 3 = 0 THEN 'PF' ELSE 'RA' END::exonc.scale, 4 + g % 17, 4 + g * 7 % 17 FROM generate_series(1, 3000) g;
CREATE FOREIGN TABLE change_there (id int, form exonc.instrument, scale exonc.scale, baseline float8, followup float8)
	SERVER exonc_loopback OPTIONS (schema_name 'exonc_plans', table_name 'change');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT count(*) FILTER (WHERE exonc.is_responder(''QLQ-C30 PF'', baseline, followup, 5)), count(*) FROM change_there WHERE exonc.responder(''QLQ-C30 PF'', baseline, followup) = ''improved''') p
	WHERE p LIKE '%Remote SQL%count(*) FILTER (WHERE exonc.is_responder(''QLQ-C30 PF''::exonc.measure%WHERE%exonc.responder(''QLQ-C30 PF''::exonc.measure%' $$,
	'responders are counted on the foreign server');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT exonc.responder(exonc.measure(form, scale), baseline, followup), count(*) FROM change_there WHERE exonc.clinically_important(exonc.measure(form, scale), baseline) IS NULL GROUP BY 1') p
	WHERE p LIKE '%Remote SQL%exonc.responder(exonc.measure(form, scale)%exonc.clinically_important(exonc.measure(form, scale)%GROUP BY%' $$,
	'with measures of columns too');
SELECT results_eq('SELECT id, exonc.responder(exonc.measure(form, scale), baseline, followup) FROM change_there ORDER BY id',
	'SELECT id, exonc.responder(exonc.measure(form, scale), baseline, followup) FROM change ORDER BY id', 'and the same answers');

-- Clinical indices, from columns that are as good as any.
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT site, count(*) FROM form_there WHERE exonc.charlson(''{mi,canc}'', ''quan_2011'', unknown => ''{chf}'', age_adjusted => true, age => height / 3) >= 4
	AND exonc.pro_ctcae_grade(''FS'', id % 5, id % 3) > 1 AND exonc.pro_ctcae_item_grade(1, severity => id % 5) > 0 AND exonc.ecog_from_kps(id % 10 * 10, ''rtog'') < 2
	AND exonc.g8(1, 2, 1, 2, grip, 1, 0.5, height / 3) <= 14 GROUP BY site') p
	WHERE p LIKE '%Remote SQL%charlson(%pro_ctcae_grade(%pro_ctcae_item_grade(%ecog_from_kps(%g8(%GROUP BY%' $$, 'so are indices');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT avg(exonc.eq5d_index(exonc.eq5d_state(1 + id % 5, 1, 1 + id % 4, 1 + id % 3, 1), ''{"constant": 1, "MO": [0,0,0,0,-1], "SC": [0,0,0,0,0], "UA": [0,0,0,0,0], "PD": [0,0,0,0,0], "AD": [0,0,0,0,0]}'')::numeric) FROM form_there') p
	WHERE p LIKE '%Remote SQL%avg(exonc.eq5d_index(exonc.eq5d_state(%' $$, 'and the EQ-5D index by a value set');

-- Instruments and classes as columns travel too, as text.
CREATE TABLE result (id int, form exonc.instrument, class exonc.sarcopenia_class);
INSERT INTO result VALUES (1, 'QLQ-C30', 'severe'), (2, 'GAD-7', NULL);
CREATE FOREIGN TABLE result_there (id int, form exonc.instrument, class exonc.sarcopenia_class)
	SERVER exonc_loopback OPTIONS (schema_name 'exonc_plans', table_name 'result');
SELECT is_empty($$ SELECT a.id FROM result a FULL JOIN result_there b ON a.id = b.id AND a.form OPERATOR(exonc.=) b.form
	WHERE a.class IS DISTINCT FROM b.class OR b.id IS NULL OR a.id IS NULL $$, 'instruments and classes come back as they were sent');
SELECT isnt_empty($$ SELECT p FROM plan_of('SELECT id FROM result_there WHERE form OPERATOR(exonc.=) ''GAD-7''') p WHERE p LIKE '%Remote SQL%exonc.=%' $$,
	'the operators of instrument are shipped');

-- Partitions by site.
CREATE TABLE by_site (LIKE form) PARTITION BY LIST (site);
CREATE TABLE by_site_0 PARTITION OF by_site FOR VALUES IN (0);
CREATE TABLE by_site_1 PARTITION OF by_site FOR VALUES IN (1);
CREATE TABLE by_site_2 PARTITION OF by_site FOR VALUES IN (2);
INSERT INTO by_site SELECT * FROM form;
SELECT results_eq(
	$$ SELECT site, max(exonc.score('QLQ-C30', 'SUMSC', answers)) FROM by_site GROUP BY site ORDER BY site $$,
	$$ SELECT site, max(exonc.score('QLQ-C30', 'SUMSC', answers)) FROM form GROUP BY site ORDER BY site $$,
	'partitions give the same bits');

-- An instrument is a key to partition and to hash by.
CREATE TABLE by_instrument (form exonc.instrument, answers int[]) PARTITION BY HASH (form);
CREATE TABLE by_instrument_0 PARTITION OF by_instrument FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE by_instrument_1 PARTITION OF by_instrument FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO by_instrument VALUES ('QLQ-C30', NULL), ('GAD-7', NULL);
SELECT results_eq($$ SELECT form::text FROM by_instrument WHERE form OPERATOR(exonc.=) 'GAD-7' $$, $$ VALUES ('GAD-7') $$, 'an instrument can be a partition key');

SELECT * FROM finish();
DROP SERVER exonc_loopback CASCADE;
DROP SCHEMA exonc_plans CASCADE;
