-- Prescriptions: the type against jsonb of the same content, and schedule() and targets() against PL/pgSQL that does the same
-- from columns.

SELECT setseed(0.31), greatest((200000 * :scale)::int, 10) AS n_texts, greatest((100000 * :scale)::int, 10) AS n_participants,
	greatest((1000000 * :scale)::int, 10) AS n_persons \gset

-- ---- parsing and printing ----

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

-- ---- schedule ----

-- 18 weeks, a number of sessions a week each of two kinds, minutes that go up by 5 every three weeks. The rival has all of it in
-- columns and need not parse. No two rows are equal, or a Memoize node would answer for both.
CREATE UNLOGGED TABLE participant WITH (autovacuum_enabled = off) AS
SELECT id, date '2026-01-05' + id AS start_on, 2 + id % 2 AS aerobic, 1 + id % 2 AS resistance, 20 + id % 10 AS minutes,
	format('wk 1-18: aer bike %s/wk sup %smin @mod prog +5min/3wk & res %s/wk sup 2x10 @mod', 2 + id % 2, 20 + id % 10, 1 + id % 2)::exonc.prescription AS rx
FROM generate_series(1, :n_participants) id;
VACUUM (FREEZE, ANALYZE) participant;

CREATE FUNCTION plain_schedule(start_on date, aerobic int, resistance int, minutes int)
RETURNS TABLE (planned_on date, week int, part int, session_minutes int) LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
	FOR w IN 1 .. 18 LOOP
		week := w;
		FOR i IN 0 .. aerobic - 1 LOOP
			planned_on := start_on + 7 * (w - 1) + 7 * i / aerobic;
			part := 1;
			session_minutes := minutes + 5 * ((w - 1) / 3);
			RETURN NEXT;
		END LOOP;
		FOR i IN 0 .. resistance - 1 LOOP
			planned_on := start_on + 7 * (w - 1) + 7 * i / resistance;
			part := 2;
			session_minutes := NULL;
			RETURN NEXT;
		END LOOP;
	END LOOP;
END $$;

\set title 'dated sessions of 18 weeks'
\set answer 'SELECT id, ARRAY[count(*), sum(planned_on - date ''2026-01-01''), sum(week * part), sum(session_minutes)]::float8[] AS answer FROM %s q GROUP BY id'
CALL bench.enter(:'title', 'floor', 'read the participants', 'SELECT id, pg_column_size(rx) FROM participant');
CALL bench.enter(:'title', 'ours', 'schedule()',
	'SELECT id, s.planned_on, s.week, s.part, lower(s.minutes) AS session_minutes FROM participant, LATERAL exonc.schedule(rx, start_on) s', :'answer');
CALL bench.enter(:'title', 'rival', 'PL/pgSQL from columns',
	'SELECT id, s.* FROM participant, LATERAL plain_schedule(start_on, aerobic, resistance, minutes) s', :'answer', 'read the participants');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_participants);
\echo :title: :n_participants participants, :agreement
SELECT * FROM bench.report(:'title');

-- ---- targets ----

CREATE UNLOGGED TABLE measured WITH (autovacuum_enabled = off) AS
SELECT id, floor(300 + 500 * random()) / 10 AS age, floor(55 + 30 * random()) AS hr_rest, floor(200 + 600 * random()) / 10 AS one_rm_kg, 1 + id % 12 AS week,
	'wk 1-12: aer bike 3/wk sup 30min @40-60%HRR & res machine 2/wk sup 3x10 @50->75%1RM'::exonc.prescription AS rx
FROM generate_series(1, :n_persons) id;
VACUUM (FREEZE, ANALYZE) measured;

CREATE FUNCTION plain_targets(age float8, hr_rest float8, one_rm_kg float8, week int, OUT quantity text, OUT target numrange)
RETURNS SETOF record LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
	hr_max float8 := 208 - 0.7 * age;
	load float8 := one_rm_kg * (50 + 25 * (week - 1) / 11.0::float8) / 100;
BEGIN
	quantity := 'heart rate';
	target := numrange((hr_rest + 0.4 * (hr_max - hr_rest))::numeric, (hr_rest + 0.6 * (hr_max - hr_rest))::numeric, '[]');
	RETURN NEXT;
	quantity := 'load';
	load := floor(round((load / 2.5)::numeric, 9)) * 2.5;
	target := numrange(load::numeric, load::numeric, '[]');
	RETURN NEXT;
END $$;

\set title 'targets of a week: heart rate and load'
\set answer 'SELECT id, ARRAY[max(lower(target)) FILTER (WHERE quantity = ''heart rate''), max(upper(target)) FILTER (WHERE quantity = ''heart rate''), max(upper(target)) FILTER (WHERE quantity = ''load'')]::float8[] AS answer FROM %s q GROUP BY id'
CALL bench.enter(:'title', 'floor', 'read the persons', 'SELECT id, pg_column_size(rx) FROM measured');
CALL bench.enter(:'title', 'ours', 'targets()', $$
	SELECT id, t.quantity, t.target FROM measured m, LATERAL exonc.targets(m.rx, m.week, age => m.age, hr_rest => m.hr_rest,
		beta_blocker => false, hr_max_equation => 'tanaka', one_rm_kg => m.one_rm_kg, increment_kg => 2.5) t $$, :'answer');
CALL bench.enter(:'title', 'rival', 'PL/pgSQL from columns',
	'SELECT id, t.* FROM measured, LATERAL plain_targets(age, hr_rest, one_rm_kg, week) t', :'answer', 'read the persons');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_persons);
\echo :title: :n_persons persons, :agreement
SELECT * FROM bench.report(:'title');
