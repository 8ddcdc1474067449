-- Dated sessions: against a plain calculation in SQL, cycles as they really came, weekdays, breaks, and what has no dates.
\ir lib/setup.sql
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

-- By brute force: session i of f in a week is on its day floor(7 i / f); whatever the start, the weeks and the frequency.
SELECT is_empty($$
	SELECT start, a, b, f FROM (VALUES ('2026-01-12'::date), ('2024-02-27'), ('1999-12-28')) s (start), generate_series(1, 5, 2) a, generate_series(0, 4, 2) n, generate_series(1, 7) f,
		LATERAL (SELECT a + n AS b) x,
		LATERAL (SELECT array_agg((planned_on, week)::text ORDER BY session) AS found FROM schedule(format('wk %s-%s: aer %s/wk', a, b, f)::prescription, start)) y,
		LATERAL (SELECT array_agg((start + 7 * (w - 1) + 7 * i / f, w)::text ORDER BY w, i) AS wanted FROM generate_series(a, b) w, generate_series(0, f - 1) i) z
	WHERE found <> wanted $$, 'sessions by brute force');
-- Each week has its number of sessions, however they must be placed.
CREATE TEMP TABLE days (d int[]);
INSERT INTO days VALUES ('{1,3,5}'), ('{2,4}'), ('{6,7,1,3}'), ('{1,2,3,4,5,6,7}'), ('{7}');
SELECT is_empty($$
	SELECT d, f, w FROM days, generate_series(1, 7) f, generate_series(1, 4) w
	WHERE f <= cardinality(d) AND f <> (SELECT count(*) FILTER (WHERE extract(isodow FROM planned_on) = ANY (d)) FROM schedule(format('wk 1-4: aer %s/wk', f)::prescription, '2026-01-14', weekdays => d) s WHERE s.week = w) $$,
	'each week has its sessions, on the weekdays allowed');
SELECT is_empty($$
	SELECT d, f FROM days, generate_series(1, 7) f, LATERAL schedule(format('wk 1-4: aer %s/wk', f)::prescription, '2026-01-14', weekdays => d) s
	WHERE f <= cardinality(d) GROUP BY d, f HAVING count(*) <> count(DISTINCT planned_on) $$, 'never two on a day where there is room');
SELECT throws_ok($$ SELECT * FROM schedule('wk 1-4: aer 5/wk', '2026-01-12', weekdays => '{1,3,5}') $$, '22023', '5 sessions a week do not fit on 3 weekdays', 'sessions that do not fit');

-- Fractions add up, ranges have optional sessions, days have theirs.
SELECT is((SELECT array_agg(planned_on::text) FROM schedule('wk 1-4: aer 0.5/wk', '2026-01-12')), '{2026-01-19,2026-02-02}', 'every other week');
SELECT is((SELECT array_agg(week || CASE WHEN optional THEN '?' ELSE '' END) FROM schedule('wk 1-2: aer 2-3/wk', '2026-01-12')), '{1,1,1?,2,2,2?}', 'two, and one that is optional');
SELECT is((SELECT array_agg(optional) FROM schedule('wk 1: aer 0-2/wk', '2026-01-12')), '{t,t}', 'all optional');
SELECT is((SELECT count(*) FROM schedule('wk 1: act 2/d', '2026-01-12')), 14::bigint, 'twice a day');
SELECT is((SELECT count(*) FROM schedule('wk 1: aer 9/wk', '2026-01-12')), 9::bigint, 'more than one a day');
SELECT is((SELECT array_agg(supervision::text) FROM schedule('wk 1: aer 3/wk(1sup+2uns)', '2026-01-12')), '{supervised,unsupervised,unsupervised}', 'a split');
SELECT is((SELECT array_agg(week || ' ' || prescribed::text) FROM schedule('wk 1-3: aer 1/wk 20min prog +5min/wk to 25min via home', '2026-01-12')),
	'{1 aer 20min via home,2 aer 25min via home,3 aer 25min via home}', 'as prescribed for its week');
SELECT is((SELECT array_agg(minutes) FROM schedule('wk 1: ses 1/wk 60min { aer & res } & aer 1/wk & aer 1/wk 8x(30s, 1min)', '2026-01-12')), ARRAY['[60,60]', NULL, '[12,12]']::numrange[], 'minutes of a session');
SELECT is((SELECT array_agg(prescribed::text) FROM schedule('wk 1: aer 1/wk or res 1/wk & bal 1/wk', '2026-01-12', alternative => 2)), '{res,bal}', 'the second alternative, where there is one');

-- Cycles: as they really came. The second infusion is a week late, the third early.
CREATE TEMP TABLE chemo AS SELECT 'cd 1-7/21 while chemo: aer 2/wk @light; cd 8-21/21 while chemo: aer 3/wk @mod'::prescription AS rx;
SELECT is_empty($$
	SELECT * FROM chemo, schedule(rx, '2026-01-12', cycle_starts => '{2026-01-12,2026-02-09,2026-02-25}') s
	WHERE (cycle_day <= 7) <> (prescribed::text LIKE '%light') OR planned_on <> ('{2026-01-12,2026-02-09,2026-02-25}'::date[])[cycle] + cycle_day - 1
		OR (cycle < 3 AND planned_on >= ('{2026-02-09,2026-02-25}'::date[])[cycle]) OR planned_on >= '2026-03-18' OR condition <> 'chemo' $$, 'light after each infusion, moderate until the next');
SELECT is((SELECT array_agg(n) FROM (SELECT count(*) AS n FROM chemo, schedule(rx, '2026-01-12', cycle_starts => '{2026-01-12,2026-02-09,2026-02-25}') GROUP BY cycle ORDER BY cycle) x), '{11,5,8}', 'a late cycle has more sessions, an early one fewer');
SELECT is((SELECT count(*) FROM chemo, schedule(rx, '2026-01-12', weeks => 6)), 16::bigint, 'cycles that follow each other');
SELECT is((SELECT count(*) FROM chemo, schedule(rx, '2026-01-12', weeks => 4)), 10::bigint, 'the programme ends within a cycle');
SELECT is((SELECT array_agg(cycle_day) FROM schedule('cd 5/21: aer 7/wk', '2026-01-12', cycle_starts => '{2026-01-12,2026-02-02}')), '{5,5}', 'one day of a cycle');
SELECT is((SELECT min(planned_on) FROM chemo, schedule(rx, '2026-01-20', cycle_starts => '{2026-01-12,2026-02-02}')), '2026-01-20', 'nothing before the start');
SELECT throws_ok($$ SELECT * FROM chemo, schedule(rx, '2026-01-12', cycle_starts => '{2026-02-09,2026-01-12}') $$, '22023', 'start of cycle 2 is not after that of cycle 1', 'cycles out of order');

-- Breaks.
SELECT is((SELECT array_agg((planned_on, week)::text) FROM schedule('wk 1-3: res 1/wk', '2026-01-12', breaks => '{[2026-01-19,2026-01-26)}')), '{"(2026-01-12,1)","(2026-01-26,3)"}', 'what falls into a break is left out');
SELECT is((SELECT array_agg((planned_on, week)::text) FROM schedule('wk 1-3: res 1/wk', '2026-01-12', breaks => '{[2026-01-19,2026-01-26)}', on_break => 'pause')),
	'{"(2026-01-12,1)","(2026-01-26,2)","(2026-02-02,3)"}', 'or the weeks pause');
SELECT is_empty($$ SELECT * FROM unnest(enum_range(NULL::break_rule)) rule, schedule('wk 1-8: res 3/wk & aer 1/d', '2026-01-12', breaks => '{[2026-01-15,2026-01-18),[2026-02-01,2026-02-20)}', on_break => rule)
	WHERE planned_on <@ '{[2026-01-15,2026-01-18),[2026-02-01,2026-02-20)}'::datemultirange $$, 'never a session in a break');
SELECT is((SELECT count(*) FROM schedule('wk 1-8: res 3/wk & aer 1/d', '2026-01-12', breaks => '{[2026-01-15,2026-01-18),[2026-02-01,2026-02-20)}', on_break => 'pause')), 80::bigint, 'a pause loses none');
SELECT throws_ok($$ SELECT * FROM schedule('wk 1: res 3/wk', '2026-01-12', breaks => '{[2026-01-15,)}', on_break => 'pause') $$, '22023', NULL, 'a pause ends');
SELECT is((SELECT count(*) FROM schedule('wk 1-8: res 1/wk', '2026-01-12', breaks => '{[2026-01-26,)}')), 2::bigint, 'a break may be the end');

-- What has no dates says why, at the end.
SELECT is((SELECT array_agg(coalesce(planned_on::text, reason)) FROM schedule('wk 1: aer ?/wk & res 1/wk & flex & aer vol 90min/wk; wk ?: bal 2/wk', '2026-01-12')),
	'{2026-01-12,frequency is not reported,no frequency is prescribed,"a volume is prescribed, but no frequency",weeks of the block are not reported}', 'reasons');

-- Arguments.
SELECT is((SELECT count(*) FROM schedule(NULL, '2026-01-12')) + (SELECT count(*) FROM schedule('wk 1: aer 1/wk', NULL)), 0::bigint, 'no prescription or no start: no sessions');
SELECT is((SELECT count(*) FROM schedule('wk 1: aer 1/wk', '2026-01-12', on_break => NULL, alternative => NULL)), 1::bigint, 'a choice that is NULL is the default');
SELECT throws_ok($$ SELECT * FROM schedule('aer 3/wk', '2026-01-12') $$, '22023', 'prescription has no last week', 'no end');
SELECT throws_ok($$ SELECT * FROM schedule('aer 3/wk', 'infinity', weeks => 3) $$, '22003', NULL, 'no start');
SELECT throws_ok($$ SELECT * FROM schedule('aer 3/wk', '2026-01-12', weeks => 0) $$, '22003', NULL, 'no week 0');
SELECT throws_ok($$ SELECT * FROM schedule('aer 3/wk', '2026-01-12', weeks => 3, weekdays => '{0}') $$, '22003', 'weekday 0 is outside 1..7', 'no weekday 0');
SELECT throws_ok($$ SELECT * FROM schedule('aer 3/wk', '2026-01-12', weeks => 3, weekdays => '{}') $$, '22023', NULL, 'no weekdays at all');
SELECT throws_ok($$ SELECT * FROM schedule('aer 3/wk', '2026-01-12', weeks => 3, weekdays => '{1,NULL}') $$, '22004', NULL, 'an unknown weekday');
SELECT throws_ok($$ SELECT * FROM schedule('aer 3/wk', '2026-01-12', weeks => 3, alternative => 0) $$, '22003', NULL, 'no alternative 0');
SELECT throws_ok($$ SELECT * FROM schedule('aer 999999/d', '2026-01-12', weeks => 3) $$, '54000', NULL, 'too many sessions a day');
SELECT throws_ok($$ SELECT * FROM schedule((repeat('aer 20/d & ', 20) || 'aer 20/d')::prescription, '2026-01-12', weeks => 520) $$, '54000', NULL, 'too many sessions');

-- As arrays; schedule() is compared with them in prescription_random.sql.
SELECT is(a, ROW ('{2026-01-12,2026-01-15,2026-01-19,2026-01-22}'::date[], '{1,1,2,2}'::int[], '{1,1,1,1}'::int[], '{2,2,2,2}'::int[], '{f,t,f,t}'::boolean[], '{"[20,20]","[20,20]","[25,25]","[25,25]"}'::numrange[]), 'columns as arrays')
FROM schedule_arrays('wk 1-2: res ?/wk & aer 1-2/wk 20min prog +5min/wk', '2026-01-12') a;
SELECT is(a, ROW ('{}'::date[], '{}'::int[], '{}'::int[], '{}'::int[], '{}'::boolean[], '{}'::numrange[]), 'no dated sessions') FROM schedule_arrays('wk 1: res', '2026-01-12') a;
SELECT is(a, NULL, 'no prescription or no start') FROM (SELECT (schedule_arrays(NULL, '2026-01-12')).planned_on UNION ALL SELECT (schedule_arrays('wk 1: res 1/wk', NULL)).planned_on) x (a);
SELECT throws_ok($$ SELECT schedule_arrays('aer 3/wk', '2026-01-12') $$, '22023', 'prescription has no last week', 'the checks of schedule()');

-- Much text over many weeks takes the memory of one week of it, and what is kept is bounded.
CREATE FUNCTION pg_temp.peak_megabytes() RETURNS int LANGUAGE sql AS $$ SELECT (regexp_match(pg_read_file('/proc/self/status'), 'VmHWM:\s+(\d+) kB'))[1]::int / 1024 $$;
CREATE TEMP TABLE before AS SELECT pg_temp.peak_megabytes() AS megabytes;
CREATE TEMP TABLE long AS SELECT ('wk 1-520: ' || string_agg(format('aer bike 1/wk sup %s->%smin @%s->60%%HRR warm 5min@mod "%s"', 1 + i % 20, 30 + i % 20, 40 + i % 20, repeat('x', 100)), ' & '))::prescription AS rx FROM generate_series(1, 150) i;
SELECT is((SELECT count(*) FROM long, schedule(rx, '2026-01-12')), 78000::bigint, 'many sessions of a long text');
SELECT is((SELECT count(*) FROM long, week_by_week(rx)), 520::bigint, 'many weeks of it');
SELECT is((SELECT count(*) FROM long, generate_series(1, 520) w, targets(rx, w)), 156000::bigint, 'targets of all weeks');
SELECT is((SELECT count(*) FROM (SELECT format('wk 1-520: aer 7/wk 20->40min & res %s/wk @40->60%%1RM', i * 0.001)::prescription AS rx, r FROM generate_series(1, 60) i, generate_series(1, 3) r) p, schedule(rx, '2026-01-12', weeks => 100) WHERE part = 1), 126000::bigint, 'many long programmes');
SELECT cmp_ok(pg_temp.peak_megabytes() - megabytes, '<', 100, 'memory stays flat') FROM before;

SELECT * FROM finish();
ROLLBACK;
