-- Adherence against the SQL that an analyst writes for it: per participant, in a moving window, interruptions, memory.
--
-- 20,000 participants with 100 planned sessions each, three a week; EXONC_BENCH_SCALE=10 makes 20 million sessions of
-- 200,000 participants (some 6 GB on disk; EXONC_BENCH_ROUNDS=1 is enough there).

SELECT greatest((20000 * :scale)::int, 10) AS n_participants, 100 * greatest((20000 * :scale)::bigint, 10) AS n_sessions \gset

-- Session id as a row; what is random about it comes from a hash of the id, so the two tables hold the same rows.
CREATE FUNCTION bench.share(id bigint, seed bigint) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT (hashint8extended($1, $2) & 1048575) / 1048576.0::float8';
\set rows_of_ids 'SELECT id::int, (id / 100 + 1)::int AS participant, date ''2024-01-01'' + (s / 3 * 7 + s % 3 * 2)::int AS planned_on, status, planned_min, CASE status WHEN ''attended'' THEN round(planned_min * (5 + 6 * bench.share(id, 2))) / 10 ELSE 0 END AS done_min, ''min''::exonc.dose_unit AS unit FROM (SELECT id, id % 100 AS s, (20 + 5 * (id % 100 / 12))::float8 AS planned_min, (CASE WHEN bench.share(id, 1) < 0.75 THEN ''attended'' WHEN bench.share(id, 1) < 0.975 THEN ''missed'' ELSE ''unlogged'' END)::exonc.session_status AS status FROM '

-- As a registry fills: by date of entry, not by participant. 7919 is prime to the number of sessions.
CREATE UNLOGGED TABLE session WITH (autovacuum_enabled = off) AS :rows_of_ids (SELECT place * 7919 % :n_sessions AS id FROM generate_series(0, :n_sessions::bigint - 1) place) i OFFSET 0) s;

-- The same in order, where a group stays in the cache.
CREATE UNLOGGED TABLE sorted WITH (autovacuum_enabled = off) AS :rows_of_ids generate_series(0, :n_sessions::bigint - 1) id OFFSET 0) s;
CREATE INDEX ON sorted (participant, planned_on);
-- A sample of a table in order shows too few participants; here the planner is to know.
ALTER TABLE session ALTER COLUMN participant SET (n_distinct = -0.01);
ALTER TABLE sorted ALTER COLUMN participant SET (n_distinct = -0.01);
VACUUM (FREEZE, ANALYZE) session;
VACUUM (FREEZE, ANALYZE) sorted;

-- a. Five metrics a participant. Sums of float8 depend on the order of the rows; those of numeric do not, as ours.
\set title 'Adherence, five metrics a participant'
\set answer 'SELECT participant AS id, ARRAY[planned, attended, attendance, dose_intensity, capped] AS answer FROM %s q'
CALL bench.enter(:'title', 'floor', 'group the rows', 'SELECT participant, count(status), max(done_min), max(unit) FROM session GROUP BY participant');
CALL bench.enter(:'title', 'ours', 'adherence()', $$
	SELECT participant, exonc.planned_sessions(a)::float8 AS planned, exonc.attended_sessions(a)::float8 AS attended, exonc.attendance(a) AS attendance,
		exonc.dose_intensity(a) AS dose_intensity, exonc.dose_intensity(a, cap => 'session') AS capped
	FROM (SELECT participant, exonc.adherence(status, planned_min, done_min, unit) AS a FROM session GROUP BY participant OFFSET 0) s $$, :'answer', 'group the rows');
CALL bench.enter(:'title', 'rival', 'sum() of float8', $$
	SELECT participant, count(*)::float8 AS planned, (count(*) FILTER (WHERE status = 'attended'))::float8 AS attended,
		(count(*) FILTER (WHERE status = 'attended'))::float8 / count(*) AS attendance, sum(done_min) / sum(planned_min) AS dose_intensity,
		sum(least(done_min, planned_min)) / sum(planned_min) AS capped
	FROM session GROUP BY participant $$, :'answer', 'group the rows');
CALL bench.enter(:'title', 'rival', 'sum() of numeric', $$
	SELECT participant, count(*)::float8 AS planned, (count(*) FILTER (WHERE status = 'attended'))::float8 AS attended,
		(count(*) FILTER (WHERE status = 'attended'))::float8 / count(*) AS attendance, (sum(done_min::numeric) / sum(planned_min::numeric))::float8 AS dose_intensity,
		(sum(least(done_min, planned_min)::numeric) / sum(planned_min::numeric))::float8 AS capped
	FROM session GROUP BY participant $$, :'answer', 'group the rows');
CALL bench.enter(:'title', 'ours', 'adherence(), rows in order', $$
	SELECT participant, exonc.planned_sessions(a)::float8 AS planned, exonc.attended_sessions(a)::float8 AS attended, exonc.attendance(a) AS attendance,
		exonc.dose_intensity(a) AS dose_intensity, exonc.dose_intensity(a, cap => 'session') AS capped
	FROM (SELECT participant, exonc.adherence(status, planned_min, done_min, unit) AS a FROM sorted GROUP BY participant OFFSET 0) s $$, :'answer', 'group the rows');
CALL bench.enter(:'title', 'rival', 'sum() of float8, rows in order', $$
	SELECT participant, count(*)::float8 AS planned, (count(*) FILTER (WHERE status = 'attended'))::float8 AS attended,
		(count(*) FILTER (WHERE status = 'attended'))::float8 / count(*) AS attendance, sum(done_min) / sum(planned_min) AS dose_intensity,
		sum(least(done_min, planned_min)) / sum(planned_min) AS capped
	FROM sorted GROUP BY participant $$, :'answer', 'group the rows');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_sessions);
\echo :title: :agreement
SELECT * FROM bench.report(:'title');

-- b. Dose intensity of the last 28 and 182 days at each session. Every contender has the plan that is best for it. count()
-- over the window is the least that any aggregate over it costs; what is faster does not go through the window.
\set answer 'SELECT participant * 1000 + (planned_on - date ''2024-01-01'') AS id, ARRAY[dose_intensity] AS answer FROM %s q'
\set title 'Adherence, dose intensity of the last 28 days at each session'
\set frame '(PARTITION BY participant ORDER BY planned_on RANGE BETWEEN ''27 days'' PRECEDING AND CURRENT ROW)'
\set logs '(SELECT participant, exonc.session_log(planned_on, status, planned_min, done_min, unit) AS l FROM sorted GROUP BY participant OFFSET 0) g'
CALL bench.enter(:'title', 'floor', 'count() over the window', 'SELECT participant, planned_on, count(done_min) OVER ' || :'frame' || ' FROM sorted');
CALL bench.enter(:'title', 'ours', 'trailing_dose_intensity() of the logs', 'SELECT participant, unnest(exonc.planned_dates(l)) AS planned_on, unnest(exonc.trailing_dose_intensity(l, 28)) AS dose_intensity FROM ' || :'logs', :'answer', 'count() over the window');
CALL bench.enter(:'title', 'ours', 'trailing_windows() of the logs', 'SELECT participant, w.planned_on, w.dose_intensity FROM ' || :'logs' || ', LATERAL exonc.trailing_windows(l, 28) w', :'answer', 'count() over the window');
CALL bench.enter(:'title', 'ours', 'adherence() over the window', 'SELECT participant, planned_on, exonc.dose_intensity(exonc.adherence(status, planned_min, done_min, unit) OVER ' || :'frame' || ') AS dose_intensity FROM sorted', :'answer', 'count() over the window');
CALL bench.enter(:'title', 'rival', 'sum() of float8 over the window', 'SELECT participant, planned_on, sum(done_min) OVER w / sum(planned_min) OVER w AS dose_intensity FROM sorted WINDOW w AS ' || :'frame', :'answer', 'count() over the window');
CALL bench.enter(:'title', 'rival', 'sum() of numeric over the window', 'SELECT participant, planned_on, (sum(done_min::numeric) OVER w / sum(planned_min::numeric) OVER w)::float8 AS dose_intensity FROM sorted WINDOW w AS ' || :'frame', :'answer', 'count() over the window');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_sessions);
\echo :title: :agreement
SELECT * FROM bench.report(:'title');

\set title 'Adherence, dose intensity of the last 182 days at each session'
\set frame '(PARTITION BY participant ORDER BY planned_on RANGE BETWEEN ''181 days'' PRECEDING AND CURRENT ROW)'
CALL bench.enter(:'title', 'floor', 'count() over the window', 'SELECT participant, planned_on, count(done_min) OVER ' || :'frame' || ' FROM sorted');
CALL bench.enter(:'title', 'ours', 'trailing_dose_intensity() of the logs', 'SELECT participant, unnest(exonc.planned_dates(l)) AS planned_on, unnest(exonc.trailing_dose_intensity(l, 182)) AS dose_intensity FROM ' || :'logs', :'answer', 'count() over the window');
CALL bench.enter(:'title', 'ours', 'adherence() over the window', 'SELECT participant, planned_on, exonc.dose_intensity(exonc.adherence(status, planned_min, done_min, unit) OVER ' || :'frame' || ') AS dose_intensity FROM sorted', :'answer', 'count() over the window');
CALL bench.enter(:'title', 'rival', 'sum() of float8 over the window', 'SELECT participant, planned_on, sum(done_min) OVER w / sum(planned_min) OVER w AS dose_intensity FROM sorted WINDOW w AS ' || :'frame', :'answer', 'count() over the window');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_sessions);
\echo :title: :agreement
SELECT * FROM bench.report(:'title');

\set title 'Adherence, dose intensity of the last 28 days at each session, rows as they came in'
\set frame '(PARTITION BY participant ORDER BY planned_on RANGE BETWEEN ''27 days'' PRECEDING AND CURRENT ROW)'
CALL bench.enter(:'title', 'floor', 'count() over the window', 'SELECT participant, planned_on, count(done_min) OVER ' || :'frame' || ' FROM session');
CALL bench.enter(:'title', 'ours', 'trailing_dose_intensity() of the logs', 'SELECT participant, unnest(exonc.planned_dates(l)) AS planned_on, unnest(exonc.trailing_dose_intensity(l, 28)) AS dose_intensity FROM ' || replace(:'logs', 'sorted', 'session'), :'answer', 'count() over the window');
CALL bench.enter(:'title', 'rival', 'sum() of float8 over the window', 'SELECT participant, planned_on, sum(done_min) OVER w / sum(planned_min) OVER w AS dose_intensity FROM session WINDOW w AS ' || :'frame', :'answer', 'count() over the window');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_sessions);
\echo :title: :agreement
SELECT * FROM bench.report(:'title');

-- c. Interruptions: three or more consecutive misses that were followed by an attended session.
\set title 'Adherence, interruptions of each participant'
\set answer 'SELECT participant AS id, ARRAY[interruptions, sessions] AS answer FROM %s q'
CALL bench.enter(:'title', 'floor', 'group the rows', 'SELECT participant, count(status), max(planned_on) FROM session GROUP BY participant');
CALL bench.enter(:'title', 'ours', 'session_log()', $$
	SELECT participant, m.interruptions::float8 AS interruptions, m.interruption_sessions::float8 AS sessions
	FROM (SELECT participant, exonc.session_log(planned_on, status) AS l FROM session GROUP BY participant OFFSET 0) s, LATERAL exonc.missed_summary(l) m $$, :'answer', 'group the rows');
CALL bench.enter(:'title', 'rival', 'gaps and islands', $$
	SELECT participant, (count(*) FILTER (WHERE NOT attended AND n >= 3 AND NOT is_last))::float8 AS interruptions, coalesce(sum(n) FILTER (WHERE NOT attended AND n >= 3 AND NOT is_last), 0)::float8 AS sessions
	FROM (SELECT participant, attended, count(*) AS n, max(place) = max(places) AS is_last
		FROM (SELECT participant, status = 'attended' AS attended, row_number() OVER w AS place, count(*) OVER (PARTITION BY participant) AS places,
				row_number() OVER w - row_number() OVER (PARTITION BY participant, status = 'attended' ORDER BY planned_on) AS island
			FROM session WINDOW w AS (PARTITION BY participant ORDER BY planned_on)) i
		GROUP BY participant, attended, island) r
	GROUP BY participant $$, :'answer', 'group the rows');
CALL bench.enter(:'title', 'ours', 'session_log(), rows in order', $$
	SELECT participant, m.interruptions::float8 AS interruptions, m.interruption_sessions::float8 AS sessions
	FROM (SELECT participant, exonc.session_log(planned_on, status) AS l FROM sorted GROUP BY participant OFFSET 0) s, LATERAL exonc.missed_summary(l) m $$, :'answer', 'group the rows');
CALL bench.enter(:'title', 'rival', 'gaps and islands, rows in order', $$
	SELECT participant, (count(*) FILTER (WHERE NOT attended AND n >= 3 AND NOT is_last))::float8 AS interruptions, coalesce(sum(n) FILTER (WHERE NOT attended AND n >= 3 AND NOT is_last), 0)::float8 AS sessions
	FROM (SELECT participant, attended, count(*) AS n, max(place) = max(places) AS is_last
		FROM (SELECT participant, status = 'attended' AS attended, row_number() OVER w AS place, count(*) OVER (PARTITION BY participant) AS places,
				row_number() OVER w - row_number() OVER (PARTITION BY participant, status = 'attended' ORDER BY planned_on) AS island
			FROM sorted WINDOW w AS (PARTITION BY participant ORDER BY planned_on)) i
		GROUP BY participant, attended, island) r
	GROUP BY participant $$, :'answer', 'group the rows');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_sessions);
\echo :title: :agreement
SELECT * FROM bench.report(:'title');

-- d. Memory of a group for each participant: the most that a fresh process had of its own. As flat as that of sums: the states, however
-- many rows there are. The floor is a process that has read its settings.
CREATE TABLE bench.memory (position int GENERATED ALWAYS AS IDENTITY, label text, kb bigint);
SELECT current_database() AS database, :n_participants AS n_groups \gset
\set settings 'CALL bench.apply(''{"work_mem": "2GB", "enable_sort": "off"}'')'
\set groups 'FROM session GROUP BY participant OFFSET 1000000000000'
\set remember 'INSERT INTO bench.memory (label, kb) SELECT label, kb FROM bench.peak_kb() kb, (VALUES (:\'label\')) l (label)'
\o /dev/null
\c :database
\set label 'floor: a process'
:settings;
:remember;
\c :database
\set label 'rival: count()'
:settings;
SELECT participant, count(*) :groups;
:remember;
\c :database
\set label 'ours: adherence()'
:settings;
SELECT participant, exonc.adherence(status, planned_min, done_min, unit) :groups;
:remember;
\c :database
\set label 'rival: sum() of float8'
:settings;
SELECT participant, count(*), count(*) FILTER (WHERE status = 'attended'), sum(done_min), sum(planned_min), sum(least(done_min, planned_min)) :groups;
:remember;
\c :database
\set label 'rival: sum() of numeric'
:settings;
SELECT participant, count(*), count(*) FILTER (WHERE status = 'attended'), sum(done_min::numeric), sum(planned_min::numeric), sum(least(done_min, planned_min)::numeric) :groups;
:remember;
\o
\echo Adherence, memory of :n_groups groups of :n_sessions sessions
SELECT label AS contender, round(kb / 1024.0) AS "MB at the most", (kb - first_value(kb) OVER (ORDER BY position)) * 1024 / :n_groups AS "bytes a group"
FROM bench.memory ORDER BY position;
DROP TABLE session, sorted;
