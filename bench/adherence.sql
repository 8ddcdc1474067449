-- Adherence against the SQL that an analyst writes for it: per participant, in a moving window, and interruptions.
--
-- 20,000 participants with 100 planned sessions each, three a week; EXONC_BENCH_SCALE=10 makes 20 million sessions.

SELECT setseed(0.33), greatest((20000 * :scale)::int, 10) AS n_participants, 100 * greatest((20000 * :scale)::int, 10) AS n_sessions \gset

CREATE UNLOGGED TABLE session WITH (autovacuum_enabled = off) AS
SELECT participant, planned_on, status, planned_min, CASE WHEN status = 'attended' THEN round((planned_min * (0.5 + 0.6 * random()))::numeric, 1)::float8 ELSE 0 END AS done_min,
	'min'::exonc.dose_unit AS unit
FROM (
	SELECT participant, date '2024-01-01' + s / 3 * 7 + s % 3 * 2 AS planned_on, (20 + 5 * (s / 12))::float8 AS planned_min,
		(CASE WHEN random() < 0.75 THEN 'attended' WHEN random() < 0.9 THEN 'missed' ELSE 'unlogged' END)::exonc.session_status AS status
	FROM generate_series(1, :n_participants) participant, generate_series(0, 99) s
	OFFSET 0
) p
ORDER BY random(); -- as a registry fills: by date of entry, not by participant
VACUUM (FREEZE, ANALYZE) session;

-- The same in order, where a group stays in the cache.
CREATE UNLOGGED TABLE sorted WITH (autovacuum_enabled = off) AS
SELECT row_number() OVER (ORDER BY participant, planned_on)::int AS id, s.* FROM session s ORDER BY participant, planned_on;
CREATE INDEX ON sorted (participant, planned_on);
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

-- b. Dose intensity of the last 28 and 182 days at each session, from an index in the order of the window.
\set answer 'SELECT id, ARRAY[dose_intensity] AS answer FROM %s q'
\set settings '{"enable_seqscan": "off", "enable_sort": "off"}'
\set title 'Adherence, dose intensity of the last 28 days at each session'
\set frame '(PARTITION BY participant ORDER BY planned_on RANGE BETWEEN ''27 days'' PRECEDING AND CURRENT ROW)'
CALL bench.enter(:'title', 'floor', 'count() over the window', 'SELECT id, count(done_min) OVER ' || :'frame' || ' FROM sorted', settings => :'settings');
CALL bench.enter(:'title', 'ours', 'adherence() over the window', 'SELECT id, exonc.dose_intensity(exonc.adherence(status, planned_min, done_min, unit) OVER ' || :'frame' || ') AS dose_intensity FROM sorted', :'answer', 'count() over the window', :'settings');
CALL bench.enter(:'title', 'ours', 'trailing_windows() of the logs', 'SELECT s.id, w.dose_intensity FROM (SELECT participant, min(id) AS id, exonc.session_log(planned_on, status, planned_min, done_min, unit) AS l FROM sorted GROUP BY participant OFFSET 0) g, LATERAL exonc.trailing_windows(l, 28) WITH ORDINALITY w (planned_on, planned_no, planned, attended, attendance, dose_intensity, place), LATERAL (SELECT g.id + place - 1) s (id)', :'answer', 'count() over the window', :'settings');
CALL bench.enter(:'title', 'rival', 'sum() of float8 over the window', 'SELECT id, sum(done_min) OVER w / sum(planned_min) OVER w AS dose_intensity FROM sorted WINDOW w AS ' || :'frame', :'answer', 'count() over the window', :'settings');
CALL bench.enter(:'title', 'rival', 'sum() of numeric over the window', 'SELECT id, (sum(done_min::numeric) OVER w / sum(planned_min::numeric) OVER w)::float8 AS dose_intensity FROM sorted WINDOW w AS ' || :'frame', :'answer', 'count() over the window', :'settings');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_sessions);
\echo :title: :agreement
SELECT * FROM bench.report(:'title');

\set title 'Adherence, dose intensity of the last 182 days at each session'
\set frame '(PARTITION BY participant ORDER BY planned_on RANGE BETWEEN ''181 days'' PRECEDING AND CURRENT ROW)'
CALL bench.enter(:'title', 'floor', 'count() over the window', 'SELECT id, count(done_min) OVER ' || :'frame' || ' FROM sorted', settings => :'settings');
CALL bench.enter(:'title', 'ours', 'adherence() over the window', 'SELECT id, exonc.dose_intensity(exonc.adherence(status, planned_min, done_min, unit) OVER ' || :'frame' || ') AS dose_intensity FROM sorted', :'answer', 'count() over the window', :'settings');
CALL bench.enter(:'title', 'rival', 'sum() of float8 over the window', 'SELECT id, sum(done_min) OVER w / sum(planned_min) OVER w AS dose_intensity FROM sorted WINDOW w AS ' || :'frame', :'answer', 'count() over the window', :'settings');
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
DROP TABLE session, sorted;
