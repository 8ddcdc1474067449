-- What a prescription asks for in a week: the table of the fact sheet, the resolver against arithmetic in SQL, ranges, and
-- the difference between unknown and nothing.
\ir lib/setup.sql
\set texts `test/lib/csv-to-json test/vectors/prescription_texts.csv`
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

-- Minutes by block, as in the sheet: aerobic and all, in the first week of each block.
CREATE TEMP TABLE example AS
SELECT * FROM json_to_recordset(:'texts') v (id text, canonical text, aerobic text, total text);
CREATE FUNCTION pg_temp.by_block(rx prescription, m exercise_modality) RETURNS text LANGUAGE sql AS $$
	SELECT string_agg(coalesce(weekly_minutes(prescribed, coalesce(lower(weeks), (lower(cycle_days) + 6) / 7, 1), m)::text, 'NULL'), ' ' ORDER BY block)
	FROM blocks(rx)
$$;
SELECT is(pg_temp.by_block(canonical::prescription, 'aerobic'), aerobic, id || ': aerobic minutes') FROM example ORDER BY id;
SELECT is(pg_temp.by_block(canonical::prescription, NULL), total, id || ': all minutes') FROM example ORDER BY id;

-- The resolver checks of the sheet.
SELECT is(at_week(canonical::prescription, week)::text, expected, format('%s in week %s', id, week))
FROM example JOIN (VALUES
	('12 HELP lymphoma', 1, 'wk 1: aer bike 3/wk sup 15-20min @60%Wpeak via site'),
	('12 HELP lymphoma', 2, 'wk 2: aer bike 3/wk sup 15-20min @65%Wpeak via site'),
	('12 HELP lymphoma', 3, 'wk 3: aer bike 3/wk sup 15-20min @70%Wpeak via site'),
	('12 HELP lymphoma', 4, 'wk 4: aer bike 3/wk sup 15-20min @75%Wpeak via site'),
	('12 HELP lymphoma', 5, 'wk 5: aer bike 3/wk sup 20-25min @75%Wpeak via site'),
	('12 HELP lymphoma', 9, 'wk 9: aer bike 3/wk sup 40-45min @75%Wpeak via site'),
	('20 START-type chemo (Courneya 2014)', 3, 'wk 3: aer bike 3/wk sup 15min @60%VO2max'),
	('20 START-type chemo (Courneya 2014)', 4, 'wk 4: aer bike 3/wk sup 20min @60%VO2max'),
	('20 START-type chemo (Courneya 2014)', 18, 'wk 18: aer bike 3/wk sup 40min @80%VO2max'),
	('20 START-type chemo (Courneya 2014)', 19, 'wk 19: aer bike 3/wk sup 45min @80%VO2max'),
	('20 START-type chemo (Courneya 2014)', 24, 'wk 24: aer bike 3/wk sup 45min @80%VO2max'),
	('20 START-type chemo (Courneya 2014)', 25, NULL),
	('23 ECU oesophageal trial', 4, 'wk 4: res machine 2/wk sup 1-3x12 @12RM rest 60s prog tworep +5-10%'),
	('22 Lymphedema start-low', 8, 'wk 8: res 2/wk sup 2x10-15 @30%1RM ex 8 rest 60s via site "compression sleeve"'),
	('08 POWER (seed)', 3, 'wk 3: ses 2-3/wk sup 60min via comm { res machine @50-75%1RM & aer treadmill|bike @mod }'),
	('21 Chemo-periodised 21-day cycle', 4, 'cd 1-7/21 while chemo: aer bike 2-3/wk sup 20min @50-55%HRR'),
	('21 Chemo-periodised 21-day cycle', 5, 'cd 8-21/21 while chemo: aer bike 3/wk sup 30min @60-75%HRR')) v (id, week, expected) USING (id);

-- Ramps and steps by brute force: a week after week, against the formula worked out step by step.
CREATE FUNCTION pg_temp.walked(a int, w int, start numeric, step numeric, every int, cap numeric) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
	value numeric := start;
BEGIN
	FOR week IN a + 1 .. w LOOP
		IF (week - a) % every = 0 THEN
			value := value + step;
			IF step > 0 AND value > cap THEN value := greatest(start, cap); END IF;
			IF step < 0 AND value < cap THEN value := least(start, cap); END IF;
		END IF;
	END LOOP;
	RETURN greatest(value, 0);
END $$;
SELECT is_empty($$
	SELECT a, w, start, step, every, cap FROM generate_series(1, 9, 4) a, generate_series(0, 12) d, unnest('{10,45,60}'::numeric[]) start,
		unnest('{2.5,5,-5}'::numeric[]) step, generate_series(1, 3) every, unnest('{20,50}'::numeric[]) cap, LATERAL (SELECT a + d AS w) x
	WHERE weekly_minutes(format('wk %s-%s: aer 2/wk %smin prog %s%smin/%swk to %smin', a, a + 12, start, CASE WHEN step < 0 THEN '-' ELSE '+' END, abs(step), every, cap)::prescription, w)
		IS DISTINCT FROM numrange(2 * pg_temp.walked(a, w, start, step, every, cap), 2 * pg_temp.walked(a, w, start, step, every, cap), '[]') $$,
	'steps agree with a walk through the weeks');
SELECT is_empty($$
	SELECT a, b, w, x, y FROM generate_series(1, 9, 4) a, generate_series(0, 9, 3) n, generate_series(0, 9) d, unnest('{10,45}'::float8[]) x, unnest('{20,60}'::float8[]) y, LATERAL (SELECT a + n AS b, a + d AS w) z
	WHERE w <= b AND abs(lower(weekly_minutes(format('wk %s-%s: aer 1/wk %s->%smin', a, b, x, y)::prescription, w))::float8
		- CASE WHEN a = b THEN x ELSE x + (y - x) * (w - a) / (b - a) END) > 1e-9 $$,
	'ramps are linear from the first to the last week');

-- Steps by sessions: two sessions a week, a step every four of them is one every second week.
SELECT is(weekly_minutes('wk 1-8: aer 2/wk 20min prog +5min/4ses', week), weekly_minutes('wk 1-8: aer 2/wk 20min prog +5min/2wk', week), 'steps by sessions, week ' || week) FROM generate_series(1, 8) week;
SELECT is(weekly_minutes('wk 1-8: aer 2-4/wk 20min prog +5min/4ses', 3), '[50,120]', 'a range of sessions gives a range of steps');
SELECT is(weekly_minutes('aer 2/wk 20min prog +5-10min/wk', 3), '[60,80]', 'so does a range of steps');
SELECT is(weekly_minutes('aer 2/wk 0.5h prog +5min/wk', 3), '[80,80]', 'hours progress by minutes');
SELECT is(weekly_minutes('aer vol 90min/wk prog +15min/wk to 120min', 5), '[120,120]', 'a weekly volume progresses');
SELECT throws_ok($$ SELECT at_week('wk 1-30: aer 3/wk @60%HRR prog +10%HRR/wk', 9) $$, '22003', 'progression reaches 140 %HRR in week 9', 'a step that leaves its range');
SELECT throws_ok($$ SELECT weekly_minutes('aer', 0) $$, '22003', 'week 0 is outside 1..520', 'weeks begin with 1');
SELECT throws_ok($$ SELECT weekly_minutes('aer', 521) $$, '22003', NULL, 'and end with 520');

-- at_week() is a fixed point: what it gives asks for the same in that week.
SELECT is_empty($$
	SELECT id, w FROM example, generate_series(1, 40) w, LATERAL (SELECT canonical::prescription AS rx) r, LATERAL (SELECT at_week(rx, w) AS at) a
	WHERE at IS NOT NULL AND ((weekly_sessions(at, w), supervised_share(at, w)) IS DISTINCT FROM (weekly_sessions(rx, w), supervised_share(rx, w))
		OR weekly_minutes(at, w) IS DISTINCT FROM weekly_minutes(rx, w) OR at_week(at, w) <> at) $$, 'at_week() of at_week()');

-- Unknown is not zero, and zero is not unknown.
SELECT is(weekly_minutes(rx::prescription, 1, m::exercise_modality)::text, expected, format('%s minutes of %s', coalesce(m, 'all'), rx)) FROM (VALUES
	('aer 3/wk 30min', NULL, '[90,90]'), ('aer 3/wk ?min', NULL, NULL), ('aer 3/wk', NULL, NULL), ('aer ?/wk 30min', NULL, NULL), ('aer 30min', NULL, NULL),
	('aer 3/wk 30min', 'resistance', '[0,0]'), ('aer ?/wk ?min', 'resistance', '[0,0]'), ('wk 2-3: aer ?/wk', NULL, '[0,0]'), ('wk ?: aer 3/wk 30min', NULL, NULL),
	('ses 2/wk 60min { aer & res }', 'aerobic', NULL), ('ses 2/wk 60min { aer & res }', NULL, '[120,120]'), ('ses 2/wk 60min { aer }', 'aerobic', '[120,120]'),
	('ses 2/wk { aer 20min & res 25-30min }', NULL, '[90,100]'), ('ses ?/wk 60min { res }', 'aerobic', '[0,0]'),
	('aer 1/d 10min', NULL, '[70,70]'), ('aer 3/wk 30min or aer 2/wk 60min', NULL, '[90,120]'), ('aer 3/wk 30min or aer 2/wk ?min', NULL, NULL),
	('cd 1-3/7: aer 7/wk 10min', NULL, '[30,30]'), ('aer 3/wk 90s', NULL, '[4.5,4.5]'), ('aer 2/wk 4-6x(30s, ?min)', NULL, NULL),
	('aer 2/wk 8x(30s@65%MSEC, 1min@30%MSEC) warm 3min cool 3min', NULL, '[24,24]')) v (rx, m, expected);
SELECT is(weekly_sessions(rx::prescription, 1, m::exercise_modality)::text, expected, format('%s sessions of %s', coalesce(m, 'all'), rx)) FROM (VALUES
	('aer 3/wk & res 2/wk', NULL, '[5,5]'), ('aer 3/wk & res 2/wk', 'resistance', '[2,2]'), ('ses 2-3/wk { aer & res }', 'resistance', '[2,3]'),
	('aer vol 150min/wk', NULL, NULL), ('aer ?/wk & res 2/wk', 'resistance', '[2,2]'), ('aer ?/wk & res 2/wk', NULL, NULL)) v (rx, m, expected);
SELECT is(supervised_share(rx::prescription, 1)::text, expected, 'supervised share of ' || rx) FROM (VALUES
	('aer 3/wk sup', '[1,1]'), ('aer 3/wk uns', '[0,0]'), ('aer 3/wk mon', '[0,0]'), ('aer 3/wk', NULL), ('aer ?/wk sup', NULL), ('aer 2/wk(1sup+1uns)', '[0.5,0.5]'),
	('aer 4/d(1sup+2uns+1mon)', '[0.25,0.25]'), ('aer 2-3/wk(1sup+1uns)', NULL), ('aer 2-3/wk(1sup+1uns) sup', NULL), ('aer ?/wk(1sup+1uns)', NULL),
	('aer 2-3/wk sup & res 2/wk uns', '[0.5,0.6]'), ('aer 3/wk sup or aer 3/wk uns', '[0,1]'), ('aer 0/wk sup', NULL)) v (rx, expected);
SELECT is(weekly_met_minutes(rx::prescription, 1)::text, expected, 'MET-minutes of ' || rx) FROM (VALUES
	('aer 5/wk 30-45min @3.3MET', '[495,742.5]'), ('aer vol 150min/wk @mod', '[450,885]'), ('aer 3/wk 30min @40-59%HRR', NULL), ('aer 3/wk 30min @40-59%HRR|mod', '[270,531]'),
	('aer vol 600METmin/wk', '[600,600]'), ('aer vol 1METh/d', '[420,420]'), ('aer 2/wk 30min @?', NULL)) v (rx, expected);
SELECT is(weekly_repetitions(rx::prescription, 1)::text, expected, 'repetitions of ' || rx) FROM (VALUES
	('res 2/wk 3x10 ex 6', '[360,360]'), ('res 2/wk 2-3x8-12 ex 6', '[192,432]'), ('res 2/wk 3x10', NULL), ('res 2/wk ?x10 ex 6', NULL), ('res 2/wk 3x30s ex 6', NULL), ('aer 3/wk', '[0,0]'),
	('res 2/wk ex 6 alt 4wk(3x10@mod, 3x6@vig)', '[360,360]')) v (rx, expected);
SELECT is(weekly_sets('res 2/wk 3x30s ex 6', 1), '[36,36]', 'holds have sets');
SELECT is(weekly_volume_load('res 1/wk 3x10 @50kg ex 6', 1), '[9000,9000]', 'volume load in kg');
SELECT is(weekly_volume_load('res 1/wk 3x10 @50%1RM ex 6', 1), NULL, 'a percentage of an unknown maximum');
SELECT is(weekly_volume_load('res 1/wk 3x10 @50%1RM ex 6', 1, one_rm_kg => 80), '[7200,7200]', 'of a known one');
SELECT throws_ok($$ SELECT weekly_volume_load('res', 1, 0) $$, '22003', NULL, 'no maximum is 0 kg');

-- Differences are empty exactly where prescriptions are equal, and describing leaves nothing out.
SELECT is_empty($$ SELECT a.id, b.id FROM example a, example b
	WHERE (a.canonical = b.canonical) <> NOT EXISTS (SELECT FROM differences(a.canonical::prescription, b.canonical::prescription)) $$, 'differences() of all pairs of examples');
SELECT isnt(describe(a.canonical::prescription), describe(b.canonical::prescription), a.id || ' is described unlike its neighbour') FROM example a JOIN example b ON a.id < b.id AND left(a.id, 1) = left(b.id, 1);
SELECT is(describe('wk 1-12: aer walk 5/wk uns 30-45min @RPE 11-13 via home'),
	'Weeks 1 to 12: aerobic exercise (walk), 5 times a week, unsupervised, 30 to 45 minutes, at RPE 11 to 13 on the Borg 6-20 scale, at home.', 'one sentence');
SELECT is((SELECT string_agg(c, ' ') FROM (SELECT unnest(not_reported) FROM components('aer ?/wk ?min @? & res ?x10 rest 60s')) u (c)), 'frequency time intensity dose', 'what is not reported');
SELECT is((SELECT count(*) FROM components('aer & res') WHERE not_reported <> '{}'), 0::bigint, 'absent is not "not reported"');

-- The table has the answers of the functions.
SELECT is_empty($$
	SELECT id, t.week FROM example, LATERAL week_by_week(canonical::prescription, weeks => 30) t, LATERAL (SELECT canonical::prescription AS rx) r
	WHERE (t.sessions, t.minutes, t.aerobic_minutes, t.resistance_sessions, t.aerobic_met_minutes, t.supervised_share, t.prescribed) IS DISTINCT FROM
		(weekly_sessions(rx, t.week), weekly_minutes(rx, t.week), weekly_minutes(rx, t.week, 'aerobic'), weekly_sessions(rx, t.week, 'resistance'), weekly_met_minutes(rx, t.week, 'aerobic'), supervised_share(rx, t.week), at_week(rx, t.week)) $$,
	'week_by_week()');
SELECT throws_ok($$ SELECT * FROM week_by_week('aer') $$, '22023', 'prescription has no last week', 'a programme without an end');
SELECT is((SELECT count(*) FROM week_by_week(NULL)), 0::bigint, 'no prescription, no weeks');
SELECT is(duration_weeks(rx::prescription), expected, 'weeks of ' || rx) FROM (VALUES ('wk 1-12: aer; wk 1-36: act', 36), ('aer', NULL), ('wk ?: aer', NULL), ('wk 1-3: aer; cd 1-7/21: aer', NULL)) v (rx, expected);

-- In which weeks a block holds may not be reported: what it holds is unknown, what it does not hold is not.
SELECT results_eq($$ SELECT weekly_minutes(rx, 2, 'aerobic'), weekly_minutes(rx, 2, 'resistance'), weekly_sessions(rx, 2, 'resistance'), weekly_sessions(rx, 2, 'flexibility'), weekly_sessions(rx, 2)
	FROM (SELECT prescription 'wk ?: aer 3/wk 30min; res 2/wk 20min' AS rx) q $$,
	$$ VALUES (NULL::numrange, numrange '[40,40]', numrange '[2,2]', numrange '[0,0]', NULL::numrange) $$, 'a block of unknown weeks');

SELECT * FROM finish();
ROLLBACK;
