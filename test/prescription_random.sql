-- schedule(), schedule_arrays(), targets() and the weekly doses on random prescriptions, against a slow reference in plain SQL that
-- knows them as columns: ramps, steps, fractions, ranges, weekdays, breaks, irregular cycles. Every case comes three times in a
-- row with other dates, so that what is kept from one call to the next is compared as well.
\ir lib/setup.sql
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();
SELECT setseed(0.5) \g /dev/null

CREATE FUNCTION pg_temp.one_of(n int) RETURNS int VOLATILE RETURN floor(random() * n)::int;

-- A part: sessions a week or a day from low to high, minutes that rise or fall by steps, or on a ramp.
CREATE TEMP TABLE part AS
SELECT c.id, b.block, b.selector, b.a, b.b, b.cycle_length, p.part, f.low, f.high, f.per,
	10 * (1 + pg_temp.one_of(6)) AS start_minutes, CASE pg_temp.one_of(3) WHEN 0 THEN 10 * (1 + pg_temp.one_of(6)) END AS ramp_to,
	(ARRAY[0, 5, 2.5, -5])[1 + pg_temp.one_of(4)] AS step, 1 + pg_temp.one_of(3) AS every, (ARRAY[25, 45])[1 + pg_temp.one_of(2)] AS cap, 40 + pg_temp.one_of(30) AS percent
FROM generate_series(1, 350) c (id), LATERAL generate_series(1, 1 + pg_temp.one_of(2) + c.id * 0) n,
	LATERAL (SELECT n AS block, CASE WHEN pg_temp.one_of(3) = 0 THEN 'cd' ELSE 'wk' END AS selector, 1 + pg_temp.one_of(5) AS a, 14 + 7 * pg_temp.one_of(3) AS cycle_length, pg_temp.one_of(12) AS more) r,
	LATERAL (SELECT r.block, r.selector, r.a, CASE r.selector WHEN 'wk' THEN r.a + r.more ELSE least(r.a + r.more + 1, r.cycle_length) END AS b, r.cycle_length) b,
	LATERAL generate_series(1, 1 + pg_temp.one_of(2) + c.id * 0) p (part),
	LATERAL (SELECT CASE WHEN pg_temp.one_of(6) + p.part * 0 = 0 THEN 'd' ELSE 'wk' END AS per, (ARRAY[0.5, 1, 1.5, 2, 3])[1 + pg_temp.one_of(5)] AS low, (ARRAY[0, 0, 1, 1.5])[1 + pg_temp.one_of(4)] AS more) g,
	LATERAL (SELECT g.per, g.low, g.low + g.more AS high) f;
UPDATE part SET ramp_to = NULL WHERE step <> 0 OR selector = 'cd' OR a = b;
ALTER TABLE part ADD written text;
UPDATE part SET written = format('aer %s/%s %smin%s @%s%%HRR', CASE WHEN low = high THEN low::text ELSE low || '-' || high END, per,
	start_minutes || coalesce('->' || ramp_to, ''), '', percent)
	|| CASE WHEN step = 0 THEN '' ELSE format(' prog %s%smin/%swk to %smin', CASE WHEN step < 0 THEN '-' ELSE '+' END, abs(step), every, cap) END;

CREATE TEMP TABLE programme AS
SELECT id, string_agg(head || parts, '; ' ORDER BY block)::prescription AS rx, bool_and(selector = 'cd') AS cycles_only, max(b) FILTER (WHERE selector = 'wk') AS last_week
FROM (SELECT id, block, selector, b, CASE selector WHEN 'wk' THEN format('wk %s-%s: ', a, b) ELSE format('cd %s-%s/%s: ', a, b, cycle_length) END AS head, string_agg(written, ' & ' ORDER BY part) AS parts
	FROM part GROUP BY id, block, selector, a, b, cycle_length) x
GROUP BY id;

CREATE TEMP TABLE request AS
SELECT p.*, rep, date '2026-01-01' + pg_temp.one_of(14) + 7 * rep AS start_on, cycle_starts, weekdays, breaks, on_break::break_rule,
	CASE WHEN weeks IS NULL AND cycles_only AND cycle_starts IS NULL THEN 6 ELSE weeks END AS weeks
FROM programme p, LATERAL (SELECT p.id * 0,
		CASE WHEN pg_temp.one_of(2) + p.id * 0 = 0 THEN ARRAY(SELECT DISTINCT date '2026-01-01' + i * 17 + pg_temp.one_of(12) FROM generate_series(0, 4) i ORDER BY 1) END AS cycle_starts,
		(ARRAY[NULL, NULL, '{1,2,3,5,6}', '{7,6,4,3,2}'])[1 + pg_temp.one_of(4)]::int[] AS weekdays,
		CASE WHEN pg_temp.one_of(2) + p.id * 0 = 0 THEN datemultirange(daterange(date '2026-01-10', date '2026-01-10' + pg_temp.one_of(9)), daterange(date '2026-02-01', date '2026-02-01' + pg_temp.one_of(20))) END AS breaks,
		(ARRAY['skip', 'pause'])[1 + pg_temp.one_of(2)] AS on_break, (ARRAY[NULL, 4, 9])[1 + pg_temp.one_of(3)] AS weeks) o,
	generate_series(1, 3) rep;

-- Minutes in a week: a ramp is linear, a step is taken every so many weeks and does not go beyond the cap.
CREATE FUNCTION pg_temp.minutes_of(p part, w int) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
	m numeric := p.start_minutes;
	first int := CASE p.selector WHEN 'wk' THEN p.a ELSE 1 END;
BEGIN
	IF p.ramp_to IS NOT NULL THEN
		RETURN m + (p.ramp_to - m) * (w - p.a) / (p.b - p.a)::numeric;
	END IF;
	FOR i IN 1 .. w - first LOOP
		IF i % p.every = 0 THEN
			m := greatest(m + p.step, 0);
			IF p.step > 0 AND m > p.cap THEN m := greatest(p.start_minutes, p.cap); END IF;
			IF p.step < 0 AND m < p.cap THEN m := least(p.start_minutes, p.cap); END IF;
		END IF;
	END LOOP;
	RETURN m;
END $$;

-- The sessions of a part on the days of a week or of a stretch of a cycle. left_low and left_high: fractions of sessions left so far.
CREATE FUNCTION pg_temp.placed(p part, days date[], weekdays int[], INOUT left_low numeric, INOUT left_high numeric, OUT dates date[], OUT optionals boolean[])
LANGUAGE plpgsql AS $$
DECLARE
	open date[] := ARRAY(SELECT d FROM unnest(days) d WHERE weekdays IS NULL OR extract(isodow FROM d)::int = ANY (weekdays) ORDER BY d);
	required int;
	possible int;
BEGIN
	IF p.per = 'd' THEN
		FOR i IN 1 .. cardinality(open) LOOP
			left_low := left_low + p.low;
			left_high := left_high + p.high;
			FOR s IN 1 .. floor(left_high) LOOP
				dates := dates || open[i];
				optionals := array_append(optionals, s > floor(left_low));
			END LOOP;
			left_low := left_low - floor(left_low);
			left_high := left_high - floor(left_high);
		END LOOP;
		RETURN;
	END IF;
	left_low := left_low + p.low * cardinality(days) / 7;
	left_high := left_high + p.high * cardinality(days) / 7;
	required := floor(round(left_low, 6));
	possible := floor(round(left_high, 6));
	IF cardinality(open) = 0 THEN
		RETURN;
	END IF;
	IF weekdays IS NOT NULL AND possible > cardinality(open) THEN
		possible := cardinality(open);
		required := least(required, possible);
		left_high := possible;
	END IF;
	left_low := left_low - required;
	left_high := left_high - possible;
	FOR i IN 0 .. possible - 1 LOOP
		dates := dates || open[1 + i * cardinality(open) / possible];
		optionals := array_append(optionals, NOT EXISTS (SELECT FROM generate_series(0, required - 1) k WHERE k * possible / required = i));
	END LOOP;
END $$;

CREATE FUNCTION pg_temp.wanted(r request) RETURNS TABLE (planned_on date, week int, block int, part int, cycle int, cycle_day int, optional boolean, minutes numeric) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	n_weeks int := coalesce(r.weeks, r.last_week, 0);
	calendar date[];
	day date := r.start_on;
	p part;
	starts date[];
	stretch date[];
	put record;
	end_on date;
	from_on date;
	until_on date;
BEGIN
	WHILE coalesce(cardinality(calendar), 0) < 7 * n_weeks LOOP
		IF r.on_break = 'skip' OR r.breaks IS NULL OR NOT day <@ r.breaks THEN
			calendar := calendar || day;
		END IF;
		day := day + 1;
	END LOOP;
	end_on := CASE WHEN n_weeks > 0 THEN day ELSE 'infinity' END;
	FOR p IN SELECT * FROM part WHERE part.id = r.id LOOP
		IF p.selector = 'wk' THEN
			SELECT 0::numeric AS left_low, 0::numeric AS left_high INTO put;
			FOR w IN p.a .. least(p.b, n_weeks) LOOP
				put := pg_temp.placed(p, calendar[7 * w - 6 : 7 * w], r.weekdays, put.left_low, put.left_high);
				RETURN QUERY SELECT d, w, p.block, p.part, NULL::int, NULL::int, o, pg_temp.minutes_of(p, w)
					FROM unnest(put.dates, put.optionals) u (d, o) WHERE r.breaks IS NULL OR NOT d <@ r.breaks;
			END LOOP;
			CONTINUE;
		END IF;
		starts := coalesce(r.cycle_starts, ARRAY(SELECT d::date FROM generate_series(r.start_on, end_on - 1, make_interval(days => p.cycle_length)) d));
		FOR i IN 1 .. cardinality(starts) LOOP
			from_on := greatest(starts[i] + p.a - 1, r.start_on);
			until_on := starts[i] + p.b;
			IF p.b = p.cycle_length AND i < cardinality(starts) AND r.cycle_starts IS NOT NULL THEN
				until_on := starts[i + 1];
			END IF;
			until_on := least(until_on, CASE WHEN i < cardinality(starts) THEN starts[i + 1] END, end_on);
			SELECT 0::numeric AS left_low, 0::numeric AS left_high INTO put;
			WHILE from_on < until_on LOOP
				stretch := ARRAY(SELECT from_on + k FROM generate_series(0, least(7, until_on - from_on) - 1) k);
				put := pg_temp.placed(p, stretch, r.weekdays, put.left_low, put.left_high);
				RETURN QUERY SELECT d, (from_on - r.start_on) / 7 + 1, p.block, p.part, i, d - starts[i] + 1, o, pg_temp.minutes_of(p, (from_on - r.start_on) / 7 + 1)
					FROM unnest(put.dates, put.optionals) u (d, o) WHERE r.breaks IS NULL OR NOT d <@ r.breaks;
				from_on := from_on + 7;
			END LOOP;
		END LOOP;
	END LOOP;
END $$;

CREATE TEMP TABLE found AS
SELECT id, rep, session, planned_on, s.week, block, part, cycle, cycle_day, optional, minutes, prescribed
FROM (SELECT * FROM request ORDER BY id, rep) r, LATERAL schedule(rx, start_on, cycle_starts => cycle_starts, weekdays => weekdays, breaks => breaks, on_break => on_break, weeks => weeks) s;
CREATE TEMP TABLE wanted AS
SELECT r.id, r.rep, w.* FROM request r, LATERAL pg_temp.wanted(r) w;

SELECT cmp_ok((SELECT count(*) FROM found), '>', 15000::bigint, 'enough sessions to compare');
SELECT is_empty($$
	SELECT id, rep, planned_on, week, block, part, cycle, cycle_day, optional, lower(minutes) FROM found EXCEPT ALL SELECT id, rep, planned_on, week, block, part, cycle, cycle_day, optional, round(minutes, 9) FROM wanted $$,
	'no session that the reference does not have');
SELECT is_empty($$
	SELECT id, rep, planned_on, week, block, part, cycle, cycle_day, optional, round(minutes, 9) FROM wanted EXCEPT ALL SELECT id, rep, planned_on, week, block, part, cycle, cycle_day, optional, lower(minutes) FROM found $$,
	'and none is missing');
SELECT is_empty($$ SELECT id, rep FROM found WHERE lower(minutes) <> upper(minutes) $$, 'minutes are a number');
SELECT is_empty($$
	SELECT id, rep FROM (SELECT id, rep, session, lag(planned_on) OVER w AS day_before, planned_on, lag(session, 1, 0) OVER w AS session_before FROM found WINDOW w AS (PARTITION BY id, rep ORDER BY session)) x
	WHERE planned_on < day_before OR session <> session_before + 1 $$, 'sessions are numbered by day');
SELECT is_empty($$
	SELECT f.id, rep, session FROM found f JOIN part USING (id, block, part)
	WHERE prescribed <> format('aer %smin @%s%%HRR', round(lower(minutes), 3), percent)::prescription $$, 'what is prescribed in a session');

SELECT is_empty($$
	SELECT id, rep FROM (SELECT * FROM request ORDER BY id, rep) r,
		LATERAL schedule_arrays(rx, start_on, cycle_starts => cycle_starts, weekdays => weekdays, breaks => breaks, on_break => on_break, weeks => weeks) a,
		LATERAL (SELECT coalesce(array_agg(planned_on ORDER BY session), '{}') AS planned_on, coalesce(array_agg(week ORDER BY session), '{}') AS week, coalesce(array_agg(block ORDER BY session), '{}') AS block,
			coalesce(array_agg(part ORDER BY session), '{}') AS part, coalesce(array_agg(optional ORDER BY session), '{}') AS optional, coalesce(array_agg(minutes ORDER BY session), '{}') AS minutes
			FROM found f WHERE f.id = r.id AND f.rep = r.rep) f
	WHERE a IS DISTINCT FROM f $$, 'schedule_arrays() has the columns of schedule()');

-- The week resolver, in all weeks.
CREATE FUNCTION pg_temp.days_of(p part, w int) RETURNS int
RETURN CASE p.selector WHEN 'wk' THEN CASE WHEN w BETWEEN p.a AND p.b THEN 7 ELSE 0 END
	ELSE (SELECT count(*)::int FROM generate_series(7 * (w - 1), 7 * w - 1) d WHERE d % p.cycle_length + 1 BETWEEN p.a AND p.b) END;
SELECT is_empty($$
	SELECT id, w FROM programme, generate_series(1, 20) w, LATERAL (SELECT coalesce(sum(low * CASE per WHEN 'd' THEN 7 ELSE 1 END * pg_temp.days_of(p, w) / 7.0 * pg_temp.minutes_of(p, w)), 0) AS least_minutes,
		coalesce(sum(high * CASE per WHEN 'd' THEN 7 ELSE 1 END * pg_temp.days_of(p, w) / 7.0 * pg_temp.minutes_of(p, w)), 0) AS most_minutes FROM part p WHERE p.id = programme.id AND pg_temp.days_of(p, w) > 0) x,
		LATERAL weekly_minutes(rx, w) found
	WHERE abs(lower(found) - least_minutes) > 0.00001 OR abs(upper(found) - most_minutes) > 0.00001 OR found IS NULL $$, 'minutes of every week');

-- Targets: a row for each part of a block that holds, and one zone from the lowest to the highest.
SELECT is_empty($$
	SELECT id, w FROM programme, generate_series(1, 20) w,
		LATERAL (SELECT array_agg((p.block, p.part, round(60 + p.percent / 100.0 * 90, 9))::text ORDER BY block, part) AS wanted, min(60 + p.percent / 100.0 * 90) AS low, max(60 + p.percent / 100.0 * 90) AS high FROM part p WHERE p.id = programme.id AND pg_temp.days_of(p, w) > 0) x,
		LATERAL (SELECT array_agg((t.block, t.part, round(lower(t.target), 9))::text ORDER BY block, part) AS found FROM targets(rx, w, hr_rest => 60, hr_max => 150) t) y
	WHERE found IS DISTINCT FROM wanted
		OR target_heart_rate(rx, w, hr_rest => 60, hr_max => 150) IS DISTINCT FROM int4range(floor(low + 0.5)::int, floor(high + 0.5)::int, CASE WHEN low IS NOT NULL THEN '[]' ELSE '[)' END) * CASE WHEN low IS NOT NULL THEN '(,)'::int4range END $$, 'heart rates of every week');

SELECT * FROM finish();
ROLLBACK;
