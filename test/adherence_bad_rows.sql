-- Bad input of adherence: each kind is refused with its SQLSTATE or flagged, and of dirty data every row is accounted for.
\ir lib/setup.sql
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();
SELECT setseed(0.37) \g /dev/null
-- Several tests in a row of the result are several lines.
\pset fieldsep '\n'

-- Doses that are none.
SELECT throws_ok(format($$ SELECT adherence('attended', %L, 20, 'min') $$, bad), '22003', NULL, format('planned dose %s', bad)),
	throws_ok(format($$ SELECT adherence('attended', 30, %L, 'min') $$, bad), '22003', NULL, format('delivered dose %s', bad)),
	throws_ok(format($$ SELECT session_log('2026-01-05', 'attended', %L, 20, 'min') $$, bad), '22003', NULL, format('planned dose %s in a log', bad)),
	throws_ok(format($$ SELECT session_log('2026-01-05', 'attended', 30, %L, 'min') $$, bad), '22003', NULL, format('delivered dose %s in a log', bad)),
	matches(check_session('attended', 30, bad, 'min'), '^delivered_dose .* is outside 0\.\.1000000000$', format('check_session() finds %s', bad))
FROM unnest('{-1,-0.000001,-Infinity,Infinity,NaN,1000000001,1e308}'::float8[]) bad;
SELECT throws_ok($$ SELECT adherence('attended', 'NaN', 20, 'min') $$, '22003', 'planned_dose nan is outside 0..1000000000', 'the message has the value');
SELECT lives_ok($$ SELECT adherence('attended', 1e9, 1e9, 'min'), adherence('missed', 0, 0, 'min'), adherence('attended', '-0', 0, 'min') $$, 'the ends of the range are doses');

-- Delivered without planned: 0 planned is refused, an unknown plan is flagged, and its ratio is unknown.
SELECT throws_ok($$ SELECT adherence('attended', 0, 20, 'min') $$, '22023', 'delivered_dose 20 where none was planned', 'delivered where 0 was planned');
SELECT throws_ok($$ SELECT session_log('2026-01-05', 'attended', 0, 0.000001, 'min') $$, '22023', 'delivered_dose 0.000001 where none was planned', 'however little');
SELECT results_eq($$ SELECT dose_intensity(a), open_sessions FROM (SELECT adherence('attended', NULL, 20, 'min') AS a) q, LATERAL adherence_doses(a) $$, $$ VALUES (NULL::float8, 1::bigint) $$, 'delivered of an unknown plan');
SELECT throws_ok(format($$ SELECT adherence(%L, 30, 20, 'min') $$, s), '22023', format('delivered_dose 20 of a session that is %s', s), format('delivered of a session that is %s', s)),
	throws_ok(format($$ SELECT adherence(%L, 30, 0, 'min', %L, NULL, %L, %L, NULL) $$, s, c = 'reduced', c = 'ended_early', c = 'rescheduled'), '22023', format('%s session that is %s', c, s), format('%s session that is %s', c, s)),
	lives_ok(format($$ SELECT adherence(%L, 30, 0, 'min', NULL, true, NULL, NULL, NULL) $$, s), format('lowered before, and then %s', s))
FROM unnest(enum_range('missed'::session_status, NULL)) s, unnest('{reduced,ended_early,rescheduled}'::text[]) c;
SELECT throws_ok($$ SELECT adherence(NULL, 30, 20, 'min') $$, '22023', 'delivered_dose 20 of a session that is without status', 'delivered of a session without status');
SELECT throws_ok($$ SELECT adherence('missed', 30, 0.000001, 'min') $$, '22023', 'delivered_dose 0.000001 of a session that is missed', 'however little was delivered');
SELECT throws_ok($$ SELECT adherence('attended', 30, 20, NULL) $$, '22023', 'dose without a unit', 'a dose without unit'),
	throws_ok($$ SELECT adherence('missed', 30, NULL, NULL) $$, '22023', 'dose without a unit', 'a planned dose without unit'),
	throws_ok($$ SELECT adherence('missed', NULL, 0, NULL) $$, '22023', 'dose without a unit', 'a delivered dose without unit');

-- What a log refuses besides.
SELECT throws_ok($$ SELECT session_log('2026-01-05', 1, 'missed', '2026-01-05', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL) $$, '22023', 'done_on of a session that is not attended', 'done, but not attended');
SELECT throws_ok(format($$ SELECT session_log('2026-01-05', 1, 'attended', %L, NULL, NULL, NULL, NULL, NULL, NULL, %L, NULL) $$, done_on, said), '22023', 'rescheduled contradicts done_on', format('rescheduled %s, done on %s', said, done_on))
FROM (VALUES (date '2026-01-05', true), ('2026-01-06', false)) v (done_on, said);
SELECT throws_ok(format($$ SELECT session_log('2026-01-05', %s, 'missed', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL) $$, n), '22003', format('planned_no %s is outside 1..2147483647', n), format('session %s of a day', n)) FROM unnest('{0,-1}'::int[]) n;
SELECT throws_ok(format($$ SELECT session_log(%L, 'missed') $$, d), '22003', 'planned_on is outside the years 1 to 9999', format('planned on %s', d)) FROM unnest('{infinity,-infinity,10000-01-01,0001-12-31 BC}'::date[]) d;

SELECT throws_ok($$ SELECT session_log('2026-01-05', 1, 'attended', 'infinity', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL) $$, '22003', 'done_on is outside the years 1 to 9999', 'done in no year');

-- Cycles and phases that are none.
CREATE TEMP TABLE one AS SELECT session_log(date '2026-01-05' + g, 'attended') AS l FROM generate_series(0, 30) g;
SELECT throws_ok(format('SELECT cycle_windows(l, %L) FROM one', starts), '22023', NULL, format('cycles %s', starts))
FROM unnest(ARRAY['{2026-01-26,2026-01-05}', '{2026-01-05,2026-01-05}', '{2026-01-05,2026-01-26,2026-01-20}', '{2026-01-05,NULL}', '{{2026-01-05},{2026-01-26}}']) starts;
SELECT throws_ok('SELECT cycle_windows(l, ''{2026-01-05,2026-01-05}'') FROM one', '22023', 'cycle 1 starts on 2026-01-05, cycle 2 on 2026-01-05', 'the cycles are named');
SELECT throws_ok(format('SELECT cycle_windows(l, ''{2026-01-05}'', %s) FROM one', days), state, NULL, format('days %s', days))
FROM (VALUES ('0', '22003'), ('-1', '22003'), ('8, 7', '22023'), ('1, 0', '22003'), ('36526', '22003')) v (days, state);
SELECT lives_ok('SELECT cycle_windows(l, ''{2026-01-05}'', 7, 7), cycle_windows(l, ''{2026-01-05}'', 36525) FROM one', 'one day is a window, and a century');
SELECT throws_ok(format('SELECT phase_windows(l, %L) FROM one', phases), '22023', 'phase 2 has no first day', format('phases %s', phases))
FROM unnest(ARRAY['{"[2026-01-05,2026-01-12)",empty}', '{NULL,"(,2026-01-12)"}']) phases;
SELECT throws_ok(format('SELECT windows(l, %s) FROM one', days), '22003', NULL, format('steps of %s days', days)), throws_ok(format('SELECT trailing_windows(l, %s) FROM one', days), '22003', format('length_days %s is outside 1..36525', days), format('the last %s days', days)),
	throws_ok(format('SELECT trailing_dose_intensity(l, %s) FROM one', days), '22003', format('length_days %s is outside 1..36525', days), format('their dose intensity')),
	throws_ok(format('SELECT trailing_attendance(l, %s) FROM one', days), '22003', format('length_days %s is outside 1..36525', days), format('their attendance'))
FROM unnest('{0,-1,36526}'::int[]) days;
SELECT throws_ok($$ SELECT trailing_dose_intensity(session_log(d, 'attended', 30, 30, u), 7) FROM (VALUES (date '2026-01-05', 'min'::dose_unit), ('2026-01-06', 'kg')) v (d, u) $$, '22023', 'doses in min and kg cannot be added', 'trailing doses in several units');
SELECT results_eq($$ SELECT trailing_dose_intensity(l, 7), trailing_attendance(l, 7), planned_dates(l) FROM (SELECT session_log(NULL, 'attended'::session_status) AS l) q $$, $$ VALUES ('{}'::float8[], '{}'::float8[], '{}'::date[]) $$, 'a log without sessions has no figures');
SELECT results_eq('SELECT trailing_dose_intensity(l, 7), trailing_attendance(l, NULL), trailing_attendance(NULL::session_log, 7) FROM one', 'VALUES (array_fill(NULL::float8, ARRAY[31]), NULL::float8[], NULL::float8[])', 'NULL gives NULL, and so does a log without doses for each session');

-- Thresholds that are none.
SELECT throws_ok(format('SELECT attendance_at_least(adherence(l), %L) FROM one', t), '22003', NULL, format('threshold %s', t)) FROM unnest('{75,1.000000001,-0.1,NaN,Infinity}'::float8[]) t;
SELECT results_eq('SELECT attendance_at_least(adherence(l), 0), attendance_at_least(adherence(l), 1) FROM one', 'VALUES (true, true)', 'its ends are thresholds');

-- The future: as of a day nothing later counts, whatever was written; and of what was done later it is not known yet.
SELECT results_eq($$ SELECT planned_on, status FROM (SELECT session_log(planned_on, NULL, s, done_on, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL) AS l
		FROM (VALUES (date '2026-01-05', 'attended'::session_status, date '2026-01-05'), ('2026-01-07', 'attended', '2026-01-10'), ('2026-01-08', 'not_due', NULL), ('2026-01-09', NULL, NULL),
			('2026-01-10', 'attended', '2026-01-08'), ('2026-01-11', 'missed', NULL), ('2026-01-12', 'after_exit', NULL)) v (planned_on, s, done_on)) q, LATERAL log_sessions(l, '2026-01-09') $$,
	$$ VALUES (date '2026-01-05', 'attended'::session_status), ('2026-01-07', 'unlogged'), ('2026-01-08', 'unlogged'), ('2026-01-09', 'unlogged'), ('2026-01-10', 'not_due'), ('2026-01-11', 'not_due'), ('2026-01-12', 'not_due') $$,
	'statuses in the future are not due');

-- Law: of dirty rows, check_session() refuses those that the aggregates refuse, and no other.
CREATE TEMP TABLE dirty AS
SELECT id, id % 40 AS p, CASE WHEN random() < 0.95 THEN date '2026-01-05' + (random() * 40)::int END AS planned_on,
	(enum_range(NULL::session_status) || NULL)[1 + floor(random() * 7)::int] AS status,
	('{NULL,0,30,30,45.5,12.25,-1,NaN,Infinity,1e9,1e10}'::float8[])[1 + floor(random() * 11)::int] AS planned,
	('{NULL,0,0,30,20,45.5,-0.5,NaN,-Infinity,1e10}'::float8[])[1 + floor(random() * 10)::int] AS delivered,
	('{min,min,min,kg,NULL}'::dose_unit[])[1 + floor(random() * 5)::int] AS unit,
	('{true,false,false,NULL}'::bool[])[1 + floor(random() * 4)::int] AS reduced, ('{true,false,false,NULL}'::bool[])[1 + floor(random() * 4)::int] AS lowered_before,
	('{true,false,false,NULL}'::bool[])[1 + floor(random() * 4)::int] AS ended_early
FROM generate_series(1, 6000) id;
CREATE FUNCTION pg_temp.refusal(call text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE call;
	RETURN NULL;
EXCEPTION WHEN invalid_parameter_value OR numeric_value_out_of_range THEN
	RETURN SQLERRM;
END $$;
CREATE TEMP TABLE checked AS SELECT *, check_session(status, planned, delivered, unit, reduced, lowered_before, ended_early) AS problem FROM dirty;
SELECT is_empty($$ SELECT id FROM checked WHERE problem IS DISTINCT FROM
	pg_temp.refusal(format('SELECT adherence(%L, %L, %L, %L, %L, %L, %L, NULL, NULL)', status, planned, delivered, unit, reduced, lowered_before, ended_early)) $$, 'what check_session() finds is what adherence() refuses');
SELECT is_empty($$ SELECT id FROM checked WHERE problem IS DISTINCT FROM
	pg_temp.refusal(format('SELECT session_log(''2026-01-05'', NULL, %L, NULL, %L, %L, %L, %L, %L, %L, NULL, NULL)', status, planned, delivered, unit, reduced, lowered_before, ended_early)) $$, 'and what session_log() refuses');
-- The rules, written a second time.
SELECT is_empty($$ SELECT id FROM checked WHERE (problem IS NULL) IS DISTINCT FROM
	(coalesce(planned BETWEEN 0 AND 1e9, true) AND coalesce(delivered BETWEEN 0 AND 1e9, true) AND (unit IS NOT NULL OR num_nonnulls(planned, delivered) = 0)
		AND (status IS NOT DISTINCT FROM 'attended' OR (coalesce(delivered, 0) = 0 AND reduced IS NOT TRUE AND ended_early IS NOT TRUE)) AND NOT coalesce(planned = 0 AND delivered > 0, false)) $$, 'and what the rules say');
SELECT cmp_ok((SELECT count(*) FROM checked WHERE problem IS NULL), '>', 500::bigint, 'some rows pass');
SELECT cmp_ok((SELECT count(DISTINCT regexp_replace(problem, '[-0-9.e+]+|nan|inf|-inf', '', 'g')) FROM checked), '>', 15::bigint, 'others are refused for many reasons');

-- Law: every row of what came in is counted, once: refused, undated, a duplicate, or a session of one status.
CREATE TEMP TABLE loaded AS
SELECT p, count(*) AS rows_in, count(*) FILTER (WHERE problem IS NOT NULL) AS refused,
	adherence(status, planned, delivered, unit, reduced, lowered_before, ended_early, NULL, NULL) FILTER (WHERE problem IS NULL) AS a,
	session_log(planned_on, NULL, status, NULL, planned, delivered, unit, reduced, lowered_before, ended_early, NULL, NULL) FILTER (WHERE problem IS NULL) AS l
FROM checked GROUP BY p;
CREATE FUNCTION pg_temp.statuses(a exonc.adherence) RETURNS bigint LANGUAGE sql AS
'SELECT coalesce(sum(value::bigint), 0)::bigint FROM jsonb_each_text(a::jsonb) WHERE key LIKE ''n\_%''';
SELECT is_empty('SELECT p FROM loaded WHERE rows_in <> refused + pg_temp.statuses(a)', 'rows in are rows refused and rows by status');
SELECT is_empty('SELECT p FROM loaded, LATERAL log_rows(l) r WHERE loaded.rows_in <> refused + r.rows_in OR r.rows_in <> sessions + duplicates + undated', 'in a log: refused, sessions, duplicates, undated');
SELECT is_empty('SELECT p FROM loaded, LATERAL log_rows(l) r WHERE sessions <> pg_temp.statuses(adherence(l)) OR sessions <> (SELECT count(*) FROM log_sessions(l))', 'its sessions by status');
SELECT is_empty($$ SELECT p FROM loaded, LATERAL log_rows(l) r WHERE ROW(sessions, undated) IS DISTINCT FROM
	(SELECT ROW(count(DISTINCT planned_on), count(*) FILTER (WHERE planned_on IS NULL)) FROM checked c WHERE c.p = loaded.p AND problem IS NULL) $$, 'a planned session is there once');
SELECT cmp_ok((SELECT sum(duplicates) FROM loaded, LATERAL log_rows(l)), '>', 100::numeric, 'there were duplicates');
SELECT is_empty($$ SELECT p FROM loaded, LATERAL (SELECT rollup(adherence) AS w FROM windows(l, 7, start_on => '2026-01-19', until_on => '2026-02-09', outside => true)) w WHERE w <> adherence(l) $$, 'windows and what is outside them are all');
SELECT is((SELECT pg_temp.statuses(rollup(a)) + sum(refused)::bigint FROM loaded), 6000::bigint, 'nothing is lost on the way to the cohort');
SELECT is((SELECT sum(r.rows_in)::bigint FROM (SELECT rollup(l) AS l FROM loaded) q, LATERAL log_rows(l) r) + (SELECT sum(refused)::bigint FROM loaded), 6000::bigint, 'nor when logs are merged');
-- As of a day the same sessions are there under other statuses.
SELECT is_empty($$ SELECT p FROM loaded, unnest('{2026-01-04,2026-01-20,2026-03-01}'::date[]) as_of WHERE pg_temp.statuses(adherence(l, as_of => as_of)) <> (SELECT sessions FROM log_rows(l)) $$, 'none is lost in the future');

-- JSON that is no value of the type.
SELECT throws_ok(format('SELECT %L::jsonb::%s', json, type), '22023', format('cannot cast this jsonb to type %s', type), format('%s from %s', type, json))
FROM unnest('{adherence_policy,adherence,adherence_cohort,session_log}'::text[]) type, unnest(ARRAY['null', '[]', '"x"', '{"breaks": null}', '{"breaks": {}}', '{"breaks": ["count"]}']) json;
SELECT throws_ok(format('SELECT %L::jsonb::session_log', json), '22023', 'cannot cast this jsonb to type session_log', format('a log from %s', json))
FROM unnest(ARRAY['{"sessions": 1}', '{"sessions": {}}', '{"sessions": [1]}', '{"sessions": [[]]}', '{"sessions": [{"on": ["2026-01-05"]}]}']) json;
SELECT throws_ok($$ SELECT '{"break": "count"}'::jsonb::adherence_policy $$, '22023', 'adherence_policy has no choice "break"', 'a policy with a choice that is none');

SELECT * FROM finish();
ROLLBACK;
