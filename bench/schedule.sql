-- schedule() and schedule_arrays() against PL/pgSQL and SQL that do the same from columns and so need not read a prescription.
--
-- 18 weeks, a number of sessions a week each of two kinds, minutes that go up by 5 every three weeks. The participants have one of
-- twenty prescriptions, as in a registry with a few protocols; those of the second table have one each, so that nothing can be
-- kept from one row to the next. A row a session costs what a function in FROM costs PostgreSQL, whatever computes it: the
-- contender "as many rows of generate_series()" shows how much that is.
--
-- Found on a busy machine of two cores, PostgreSQL 15, 5000 participants (times as fast as PL/pgSQL, as SQL): four columns as rows
-- 3.5, 1.9; all columns as rows 8.7, 8.7; on weekdays without breaks 7.1, 6.6; as arrays 43, 20; a prescription for each 1.5, 0.9.
-- So ten times is reached by arrays and not by rows.

SELECT greatest((100000 * :scale)::int, 10) AS n_participants \gset

CREATE UNLOGGED TABLE participant WITH (autovacuum_enabled = off) AS
SELECT id, date '2026-01-05' + id AS start_on, 2 + id % 2 AS aerobic, 1 + id % 2 AS resistance, 20 + id % 10 AS minutes,
	CASE id % 2 WHEN 0 THEN '{1,3,5}' ELSE '{1,2,4,5}' END::int[] AS weekdays,
	datemultirange(daterange(date '2026-01-05' + id + 20, date '2026-01-05' + id + 20 + id % 9),
		daterange(date '2026-01-05' + id + 60, date '2026-01-05' + id + 60 + id % 5)) AS breaks,
	format('wk 1-18: aer bike %s/wk sup %smin @mod prog +5min/3wk & res %s/wk sup 2x10 @mod', 2 + id % 2, 20 + id % 10, 1 + id % 2)::exonc.prescription AS rx
FROM generate_series(1, :n_participants) id;

CREATE UNLOGGED TABLE participant_each WITH (autovacuum_enabled = off) AS
SELECT id, date '2026-01-05' + id AS start_on, 2 + id % 2 AS aerobic, 1 + id % 2 AS resistance, 20 + id % 100000 * 0.001 AS minutes,
	format('wk 1-18: aer bike %s/wk sup %smin @mod prog +5min/3wk & res %s/wk sup 2x10 @mod', 2 + id % 2, 20 + id % 100000 * 0.001, 1 + id % 2)::exonc.prescription AS rx
FROM generate_series(1, :n_participants) id;
VACUUM (FREEZE, ANALYZE) participant, participant_each;

-- ---- four columns ----

CREATE FUNCTION plain_schedule(start_on date, aerobic int, resistance int, minutes numeric)
RETURNS TABLE (planned_on date, week int, part int, session_minutes numeric) LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
	FOR w IN 1 .. 18 LOOP
		week := w;
		part := 1;
		session_minutes := minutes + 5 * ((w - 1) / 3);
		FOR i IN 0 .. aerobic - 1 LOOP
			planned_on := start_on + 7 * (w - 1) + 7 * i / aerobic;
			RETURN NEXT;
		END LOOP;
		part := 2;
		session_minutes := NULL;
		FOR i IN 0 .. resistance - 1 LOOP
			planned_on := start_on + 7 * (w - 1) + 7 * i / resistance;
			RETURN NEXT;
		END LOOP;
	END LOOP;
END $$;

\set ours 'SELECT id, s.planned_on, s.week, s.part, lower(s.minutes) AS session_minutes FROM %I, LATERAL exonc.schedule(rx, start_on) s'
\set unfolded 'SELECT id, unnest(s.planned_on) AS planned_on, unnest(s.week) AS week, unnest(s.part) AS part, lower(unnest(s.minutes)) AS session_minutes FROM %I, LATERAL exonc.schedule_arrays(rx, start_on) s'
\set plpgsql 'SELECT id, s.* FROM %I, LATERAL plain_schedule(start_on, aerobic, resistance, minutes) s'
\set inlined 'SELECT id, start_on + 7 * w + 7 * i / n AS planned_on, w + 1 AS week, part, CASE part WHEN 1 THEN minutes + 5 * (w / 3) END AS session_minutes FROM %I, generate_series(0, 17) w, LATERAL (VALUES (1, aerobic), (2, resistance)) p (part, n), LATERAL generate_series(0, n - 1) i'
\set answer 'SELECT id, ARRAY[count(*), sum(planned_on - date ''2026-01-01''), sum(week * part), sum(session_minutes)]::float8[] AS answer FROM %s q GROUP BY id'

\set title 'dated sessions of 18 weeks, four columns'
CALL bench.enter(:'title', 'floor', 'read the participants', 'SELECT id, pg_column_size(rx) FROM participant');
CALL bench.enter(:'title', 'ours', 'schedule()', format(:'ours', 'participant'), :'answer');
CALL bench.enter(:'title', 'ours', 'schedule_arrays(), unfolded', format(:'unfolded', 'participant'), :'answer', 'read the participants');
CALL bench.enter(:'title', 'rival', 'PL/pgSQL from columns', format(:'plpgsql', 'participant'), :'answer', 'read the participants');
CALL bench.enter(:'title', 'rival', 'SQL from columns', format(:'inlined', 'participant'), :'answer', 'read the participants');
CALL bench.enter(:'title', 'floor', 'as many rows of generate_series()',
	'SELECT id, s FROM participant, LATERAL generate_series(id, id - 1 + 18 * (aerobic + resistance)) s', NULL, 'read the participants');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_participants);
\echo :title: :n_participants participants, :agreement
SELECT * FROM bench.report(:'title');

\set title 'dated sessions of 18 weeks, four columns, a prescription of his own for each'
CALL bench.enter(:'title', 'floor', 'read the participants', 'SELECT id, pg_column_size(rx) FROM participant_each');
CALL bench.enter(:'title', 'ours', 'schedule()', format(:'ours', 'participant_each'), :'answer');
CALL bench.enter(:'title', 'ours', 'schedule_arrays(), unfolded', format(:'unfolded', 'participant_each'), :'answer', 'read the participants');
CALL bench.enter(:'title', 'rival', 'PL/pgSQL from columns', format(:'plpgsql', 'participant_each'), :'answer', 'read the participants');
CALL bench.enter(:'title', 'rival', 'SQL from columns', format(:'inlined', 'participant_each'), :'answer', 'read the participants');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_participants);
\echo :title: :n_participants participants, :agreement
SELECT * FROM bench.report(:'title');

-- ---- arrays ----

CREATE FUNCTION plain_arrays(start_on date, aerobic int, resistance int, minutes numeric,
	OUT planned_on date[], OUT week int[], OUT part int[], OUT minutes_of numeric[]) LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
	m numeric;
BEGIN
	FOR w IN 0 .. 17 LOOP
		m := minutes + 5 * (w / 3);
		FOR i IN 0 .. aerobic - 1 LOOP
			planned_on := array_append(planned_on, start_on + 7 * w + 7 * i / aerobic);
			week := array_append(week, w + 1);
			part := array_append(part, 1);
			minutes_of := array_append(minutes_of, m);
		END LOOP;
		FOR i IN 0 .. resistance - 1 LOOP
			planned_on := array_append(planned_on, start_on + 7 * w + 7 * i / resistance);
			week := array_append(week, w + 1);
			part := array_append(part, 2);
			minutes_of := array_append(minutes_of, NULL);
		END LOOP;
	END LOOP;
END $$;

-- Days alone, as an array of one column: the least that a rival can do.
CREATE FUNCTION plain_days(start_on date, aerobic int, resistance int) RETURNS date[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
	days date[];
BEGIN
	FOR w IN 0 .. 17 LOOP
		FOR i IN 0 .. aerobic - 1 LOOP
			days := array_append(days, start_on + 7 * w + 7 * i / aerobic);
		END LOOP;
		FOR i IN 0 .. resistance - 1 LOOP
			days := array_append(days, start_on + 7 * w + 7 * i / resistance);
		END LOOP;
	END LOOP;
	RETURN days;
END $$;

\set answer 'SELECT id, ARRAY[cardinality(planned_on), (SELECT sum(d - date ''2026-01-01'') FROM unnest(planned_on) d), (SELECT sum(w * p) FROM unnest(week, part) u (w, p)), (SELECT sum(m) FROM unnest(minutes_of) m)]::float8[] AS answer FROM %s q'
\set ours_answer 'SELECT id, ARRAY[cardinality(planned_on), (SELECT sum(d - date ''2026-01-01'') FROM unnest(planned_on) d), (SELECT sum(w * p) FROM unnest(week, part) u (w, p)), (SELECT sum(lower(m)) FROM unnest(minutes) m)]::float8[] AS answer FROM %s q'
\set title 'dated sessions of 18 weeks as arrays'
CALL bench.enter(:'title', 'floor', 'read the participants', 'SELECT id, pg_column_size(rx) FROM participant');
CALL bench.enter(:'title', 'ours', 'schedule_arrays()', 'SELECT id, s.* FROM participant, LATERAL exonc.schedule_arrays(rx, start_on) s', :'ours_answer');
CALL bench.enter(:'title', 'rival', 'PL/pgSQL from columns', 'SELECT id, s.* FROM participant, LATERAL plain_arrays(start_on, aerobic, resistance, minutes) s', :'answer', 'read the participants');
CALL bench.enter(:'title', 'rival', 'SQL from columns',
	'SELECT id, s.* FROM participant, LATERAL (SELECT array_agg(start_on + 7 * w + 7 * i / n) AS planned_on, array_agg(w + 1) AS week, array_agg(part) AS part, array_agg(CASE part WHEN 1 THEN minutes + 5 * (w / 3) END) AS minutes_of FROM generate_series(0, 17) w, (VALUES (1, aerobic), (2, resistance)) p (part, n), LATERAL generate_series(0, n - 1) i) s',
	:'answer', 'read the participants');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_participants);
\echo :title: :n_participants participants, :agreement
SELECT * FROM bench.report(:'title');

\set answer 'SELECT id, ARRAY[cardinality(days), (SELECT sum(d - date ''2026-01-01'') FROM unnest(days) d)]::float8[] AS answer FROM %s q'
\set title 'the days of the sessions of 18 weeks as an array'
CALL bench.enter(:'title', 'floor', 'read the participants', 'SELECT id, pg_column_size(rx) FROM participant');
CALL bench.enter(:'title', 'ours', 'schedule_arrays()', 'SELECT id, s.planned_on AS days FROM participant, LATERAL exonc.schedule_arrays(rx, start_on) s', :'answer');
CALL bench.enter(:'title', 'ours', 'one prescription each', 'SELECT id, s.planned_on AS days FROM participant_each, LATERAL exonc.schedule_arrays(rx, start_on) s', :'answer', 'read the participants');
CALL bench.enter(:'title', 'rival', 'PL/pgSQL from columns', 'SELECT id, plain_days(start_on, aerobic, resistance) AS days FROM participant', :'answer', 'read the participants');
CALL bench.enter(:'title', 'rival', 'SQL from columns',
	'SELECT id, ARRAY(SELECT start_on + 7 * w + 7 * i / n FROM generate_series(0, 17) w, (VALUES (aerobic), (resistance)) p (n), LATERAL generate_series(0, n - 1) i) AS days FROM participant', :'answer', 'read the participants');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_participants);
\echo :title: :n_participants participants, :agreement
SELECT * FROM bench.report(:'title');

-- ---- all columns ----

-- In the order of the days, as schedule() has them, so two series are merged.
CREATE FUNCTION plain_all(start_on date, aerobic int, resistance int, minutes numeric, OUT session int, OUT planned_on date, OUT week int, OUT block int,
	OUT part int, OUT alternative_used int, OUT cycle int, OUT cycle_day int, OUT optional boolean, OUT supervision text,
	OUT minutes_of numrange, OUT prescribed text, OUT condition text, OUT reason text)
RETURNS SETOF record LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
	range_of numrange;
	text_of text;
	a int;
	r int;
	a_day int;
	r_day int;
BEGIN
	session := 0;
	block := 1;
	alternative_used := 1;
	optional := false;
	supervision := 'supervised';
	FOR w IN 1 .. 18 LOOP
		week := w;
		range_of := numrange(minutes + 5 * ((w - 1) / 3), minutes + 5 * ((w - 1) / 3), '[]');
		text_of := 'aer bike sup ' || minutes + 5 * ((w - 1) / 3) || 'min @mod';
		a := 0;
		r := 0;
		a_day := 0;
		r_day := 0;
		WHILE a < aerobic OR r < resistance LOOP
			session := session + 1;
			IF a < aerobic AND (r = resistance OR a_day <= r_day) THEN
				planned_on := start_on + 7 * (w - 1) + a_day;
				part := 1;
				minutes_of := range_of;
				prescribed := text_of;
				a := a + 1;
				a_day := 7 * a / aerobic;
			ELSE
				planned_on := start_on + 7 * (w - 1) + r_day;
				part := 2;
				minutes_of := NULL;
				prescribed := 'res sup 2x10 @mod';
				r := r + 1;
				r_day := 7 * r / resistance;
			END IF;
			RETURN NEXT;
		END LOOP;
	END LOOP;
END $$;

\set answer 'SELECT id, ARRAY[count(*), sum(session * (planned_on - date ''2026-01-01'')), sum(week * part), sum(lower(minutes_of)), sum(length(prescribed::text)), count(cycle), count(reason)]::float8[] AS answer FROM %s q GROUP BY id'
\set title 'dated sessions of 18 weeks, all columns'
CALL bench.enter(:'title', 'floor', 'read the participants', 'SELECT id, pg_column_size(rx) FROM participant');
CALL bench.enter(:'title', 'ours', 'schedule()', 'SELECT id, s.* FROM participant, LATERAL exonc.schedule(rx, start_on) s (session, planned_on, week, block, part, alternative_used, cycle, cycle_day, optional, supervision, minutes_of)', :'answer');
CALL bench.enter(:'title', 'rival', 'PL/pgSQL from columns', 'SELECT id, s.* FROM participant, LATERAL plain_all(start_on, aerobic, resistance, minutes) s', :'answer', 'read the participants');
CALL bench.enter(:'title', 'rival', 'SQL from columns', $$
	SELECT id, row_number() OVER (PARTITION BY id ORDER BY start_on + 7 * w + 7 * i / n, part) AS session, start_on + 7 * w + 7 * i / n AS planned_on, w + 1 AS week, 1 AS block, part,
		1 AS alternative_used, NULL::int AS cycle, NULL::int AS cycle_day, false AS optional, 'supervised' AS supervision,
		CASE part WHEN 1 THEN numrange(minutes + 5 * (w / 3), minutes + 5 * (w / 3), '[]') END AS minutes_of,
		CASE part WHEN 1 THEN 'aer bike sup ' || minutes + 5 * (w / 3) || 'min @mod' ELSE 'res sup 2x10 @mod' END AS prescribed,
		NULL::text AS condition, NULL::text AS reason
	FROM participant, generate_series(0, 17) w, LATERAL (VALUES (1, aerobic), (2, resistance)) p (part, n), LATERAL generate_series(0, n - 1) i $$, :'answer', 'read the participants');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_participants);
\echo :title: :n_participants participants, :agreement
SELECT * FROM bench.report(:'title');

-- ---- weekdays and breaks ----

CREATE FUNCTION plain_with_breaks(start_on date, aerobic int, resistance int, minutes numeric, weekdays int[], breaks datemultirange)
RETURNS TABLE (planned_on date, week int, part int, session_minutes numeric) LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
	days date[];
	n int;
BEGIN
	FOR w IN 1 .. 18 LOOP
		days := '{}';
		FOR d IN 0 .. 6 LOOP
			IF extract(isodow FROM start_on + d)::int = ANY (weekdays) THEN
				days := array_append(days, start_on + 7 * (w - 1) + d);
			END IF;
		END LOOP;
		n := cardinality(days);
		week := w;
		part := 1;
		session_minutes := minutes + 5 * ((w - 1) / 3);
		FOR i IN 0 .. aerobic - 1 LOOP
			planned_on := days[i * n / aerobic + 1];
			IF NOT planned_on <@ breaks THEN
				RETURN NEXT;
			END IF;
		END LOOP;
		part := 2;
		session_minutes := NULL;
		FOR i IN 0 .. resistance - 1 LOOP
			planned_on := days[i * n / resistance + 1];
			IF NOT planned_on <@ breaks THEN
				RETURN NEXT;
			END IF;
		END LOOP;
	END LOOP;
END $$;

\set answer 'SELECT id, ARRAY[count(*), sum(planned_on - date ''2026-01-01''), sum(week * part), sum(session_minutes)]::float8[] AS answer FROM %s q GROUP BY id'
\set title 'dated sessions of 18 weeks on weekdays, without breaks'
CALL bench.enter(:'title', 'floor', 'read the participants', 'SELECT id, pg_column_size(rx) FROM participant');
CALL bench.enter(:'title', 'ours', 'schedule()', 'SELECT id, s.planned_on, s.week, s.part, lower(s.minutes) AS session_minutes FROM participant, LATERAL exonc.schedule(rx, start_on, weekdays => weekdays, breaks => breaks) s', :'answer');
CALL bench.enter(:'title', 'ours', 'schedule_arrays(), unfolded', 'SELECT id, unnest(s.planned_on) AS planned_on, unnest(s.week) AS week, unnest(s.part) AS part, lower(unnest(s.minutes)) AS session_minutes FROM participant, LATERAL exonc.schedule_arrays(rx, start_on, weekdays => weekdays, breaks => breaks) s', :'answer', 'read the participants');
CALL bench.enter(:'title', 'rival', 'PL/pgSQL from columns', 'SELECT id, s.* FROM participant, LATERAL plain_with_breaks(start_on, aerobic, resistance, minutes, weekdays, breaks) s', :'answer', 'read the participants');
CALL bench.enter(:'title', 'rival', 'SQL from columns', $$
	SELECT id, days[i * cardinality(days) / n + 1] AS planned_on, w + 1 AS week, part, CASE part WHEN 1 THEN minutes + 5 * (w / 3) END AS session_minutes
	FROM participant, generate_series(0, 17) w, LATERAL (SELECT ARRAY(SELECT start_on + 7 * w + d FROM generate_series(0, 6) d WHERE extract(isodow FROM start_on + d)::int = ANY (weekdays)) AS days OFFSET 0) e,
		LATERAL (VALUES (1, aerobic), (2, resistance)) p (part, n), LATERAL generate_series(0, n - 1) i
	WHERE NOT days[i * cardinality(days) / n + 1] <@ breaks $$, :'answer', 'read the participants');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_participants);
\echo :title: :n_participants participants, :agreement
SELECT * FROM bench.report(:'title');
