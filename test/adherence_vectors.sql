-- Worked vectors of adherence: those of the fact sheet by number (V).
\ir lib/setup.sql
\set vectors `test/lib/csv-to-json test/vectors/adherence.csv`
\set sheet `cat "${EXONC_FACTS:-../shared/facts}/adherence_outcomes_vectors.json" 2>/dev/null || echo '[]'`
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

-- A word has a letter for each planned session, three a week, 30 minutes each.
CREATE FUNCTION pg_temp.status(letter text) RETURNS exonc.session_status LANGUAGE sql AS $$
	SELECT CASE letter WHEN 'A' THEN 'attended' WHEN 'M' THEN 'missed' WHEN 'B' THEN 'excused' WHEN 'U' THEN 'unlogged'
		WHEN 'X' THEN 'after_exit' WHEN 'F' THEN 'not_due' END::exonc.session_status $$;
CREATE FUNCTION pg_temp.word(word text) RETURNS TABLE (no int, planned_on date, status exonc.session_status) LANGUAGE sql AS $$
	SELECT g, date '2026-01-05' + (g - 1) / 3 * 7 + (g - 1) % 3 * 2, pg_temp.status(substr(word, g, 1)) FROM generate_series(1, length(word)) g $$;
CREATE FUNCTION pg_temp.log(word text, policy exonc.adherence_policy DEFAULT '') RETURNS exonc.session_log LANGUAGE sql AS $$
	SELECT session_log(planned_on, NULL, status, NULL, 30, CASE status WHEN 'attended' THEN 30 END, 'min', false, false, false, NULL, policy ORDER BY random())
	FROM pg_temp.word(word) $$;
CREATE FUNCTION pg_temp.fraction(f text) RETURNS float8 LANGUAGE sql AS $$
	SELECT split_part(f, '/', 1)::float8 / coalesce(nullif(split_part(f, '/', 2), ''), '1')::float8 $$;
CREATE FUNCTION pg_temp.metric(a exonc.adherence, l exonc.session_log, metric text) RETURNS float8 LANGUAGE sql AS $$
	SELECT CASE metric WHEN 'planned' THEN planned_sessions(a) WHEN 'attended' THEN attended_sessions(a)
		WHEN 'attendance' THEN attendance(a) WHEN 'dose_intensity' THEN dose_intensity(a)
		ELSE (SELECT (to_jsonb(r) ->> metric)::float8 FROM missed_summary(l) r) END $$;

CREATE TEMP TABLE vector AS
SELECT v.*, pg_temp.log(word, adherence_policy(breaks, unlogged, after_exit)) AS l
FROM json_to_recordset(:'vectors') v (id text, word text, breaks exonc.break_policy, unlogged exonc.unlogged_policy,
	after_exit exonc.exit_policy, metric text, expected text, note text);
SELECT is(pg_temp.metric(adherence(l), l, metric), pg_temp.fraction(expected), format('%s %s of %s', id, metric, word))
FROM vector ORDER BY id, metric;

-- The aggregate adherence() is the adherence of the log.
SELECT is_empty($$ SELECT id FROM vector v, LATERAL (
	SELECT adherence(status, 30, CASE status WHEN 'attended' THEN 30 END, 'min', false, false, false, NULL,
		adherence_policy(breaks, unlogged, after_exit)) AS a FROM pg_temp.word(word)) q WHERE a <> adherence(l) $$,
	'rows and log give the same summary');

-- No word of the sheet is left out.
SELECT is_empty(format($$ SELECT s ->> 'id' FROM jsonb_array_elements(%L) s
	WHERE s ->> 'input' ~ '^[ABFMUX|]+$' AND s ->> 'id' NOT IN (SELECT id FROM vector) $$, :'sheet'), 'every word of the sheet is here');

-- V05: three sessions changed in three ways; attendance is 1, dose intensity is not.
CREATE TEMP TABLE v05 AS
SELECT adherence('attended', 30, CASE g WHEN 3 THEN 15 WHEN 6 THEN 20 ELSE 30 END, 'min', g = 6, g = 9, g = 3, false, NULL) AS a
FROM generate_series(1, 10) g;
SELECT results_eq('SELECT attendance(a), modification_rate(a), pretreatment_modification_rate(a), early_termination_rate(a), any_modification_rate(a) FROM v05',
	$$ VALUES (1::float8, 0.1::float8, 0.1::float8, 0.1::float8, 0.3::float8) $$, 'V05 rates');
SELECT is((SELECT dose_intensity(a) FROM v05), 11 / 12::float8, 'V05 dose intensity');
SELECT results_eq('SELECT planned, delivered FROM v05, LATERAL adherence_doses(a)', $$ VALUES (300::float8, 275::float8) $$, 'V05 doses');

-- V06: of planned or of attended sessions.
SELECT is(ARRAY[modification_rate(a), modification_rate_of_attended(a)], ARRAY[1 / 5::float8, 2 / 7::float8], 'V06 both denominators')
FROM (SELECT adherence(status, NULL, NULL, NULL, no IN (3, 6) AND status = 'attended', false, false, false, NULL) AS a
	FROM pg_temp.word('AAAMAAMAMA')) q;

-- V07, V08: caps.
CREATE FUNCTION pg_temp.caps(delivered float8[]) RETURNS float8[] LANGUAGE sql AS $$
	SELECT ARRAY[dose_intensity(a), dose_intensity(a, cap => 'total'), dose_intensity(a, cap => 'session')]
	FROM (SELECT adherence((CASE WHEN d > 0 THEN 'attended' ELSE 'missed' END)::session_status, 30, d, 'min') AS a FROM unnest(delivered) d) q $$;
SELECT is(pg_temp.caps('{60,0,30}'), ARRAY[1, 1, 2 / 3::float8], 'V07 caps');
SELECT is(pg_temp.caps('{45,45,30}'), ARRAY[4 / 3::float8, 1, 1], 'V08 caps');
SELECT is((SELECT dose_intensity(adherence('attended', 30, 45, 'min', NULL, NULL, NULL, NULL, adherence_policy(cap => 'session')))), 1::float8, 'the policy has the cap');

-- V09: nothing planned.
SELECT results_eq($$ SELECT attendance(a), dose_intensity(a) FROM (SELECT adherence('excused', 30, 0, 'min') AS a) q $$, $$ VALUES (NULL::float8, NULL::float8) $$, 'V09 zero planned sessions');
SELECT is((SELECT dose_intensity(adherence('attended', 0, 0, 'min'))), NULL, 'V09 zero planned dose');

-- V13, V14: doses; unlike units are not added.
SELECT is((SELECT dose_intensity(adherence((CASE WHEN d > 0 THEN 'attended' ELSE 'missed' END)::session_status, p, d, 'kg'))
	FROM (VALUES (3 * 10 * 40, 3 * 10 * 40), (3 * 10 * 20, 3 * 8 * 20), (2 * 12 * 25, 0)) v (p, d)), 0.7::float8, 'V13 kilograms');
SELECT is((SELECT dose_intensity(adherence((CASE WHEN d > 0 THEN 'attended' ELSE 'missed' END)::session_status, p / 60, d / 60, 'met_h'))
	FROM (VALUES (3.5 * 45, 3.5 * 45), (4.5 * 40, 4.5 * 30), (5.5 * 30, 4.5 * 30), (5.5 * 30, 0)) v (p, d)), 57 / 89::float8, 'V14 MET hours');
CREATE TEMP TABLE mixed AS SELECT adherence('attended', p, d, u::dose_unit) AS a FROM (VALUES (10, 5, 'met_h'), (1000, 1000, 'kg')) v (p, d, u);
SELECT throws_ok('SELECT dose_intensity(a) FROM mixed', '22023', 'doses in met_h and kg cannot be added', 'units do not mix');
SELECT is((SELECT mean_dose_intensity(a) FROM mixed), 0.75::float8, 'their intensities do');

-- V15: mean of ratios and ratio of sums.
CREATE TEMP TABLE v15 AS SELECT adherence('attended', p, d, 'min') AS a FROM (VALUES (1, 100, 90), (2, 100, 40), (3, 300, 300)) v (id, p, d) GROUP BY id;
SELECT is((SELECT round(avg(dose_intensity(a))::numeric, 12) FROM v15), round(23 / 30.0, 12), 'V15 mean of ratios');
SELECT is((SELECT dose_intensity(rollup(a)) FROM v15), 43 / 50::float8, 'V15 ratio of sums');
SELECT is((SELECT round(stddev(dose_intensity(a))::numeric, 6) FROM v15), 0.321455, 'V15 standard deviation of ratios');

-- V16 to V20: windows.
CREATE TEMP TABLE six AS SELECT pg_temp.log('AAMAAAMMAAAAMMMAAA') AS l;
CREATE FUNCTION pg_temp.of(a exonc.adherence) RETURNS text LANGUAGE sql AS $$ SELECT attended_sessions(a) || '/' || planned_sessions(a) $$;
SELECT results_eq('SELECT pg_temp.of(adherence) FROM six, LATERAL windows(l, 7)', $$ VALUES ('2/3'), ('3/3'), ('1/3'), ('3/3'), ('0/3'), ('3/3') $$, 'V16 calendar weeks');
SELECT results_eq($$ SELECT pg_temp.of(adherence) FROM six, LATERAL windows(l, 7, start_on => '2026-01-05') $$, $$ VALUES ('2/3'), ('3/3'), ('1/3'), ('3/3'), ('0/3'), ('3/3') $$, 'V16 study weeks');
SELECT results_eq($$ SELECT pg_temp.of(adherence) FROM six, LATERAL windows(l, 7, 28, until_on => '2026-02-16') w WHERE complete $$, $$ VALUES ('9/12'), ('7/12'), ('7/12') $$, 'V17 rolling windows');
SELECT results_eq($$ SELECT pg_temp.of(adherence) FROM six, LATERAL cycle_windows(l, '{2026-01-05,2026-01-26}', until_on => '2026-02-16') $$, $$ VALUES ('6/9'), ('6/9') $$, 'V18 cycles');
SELECT results_eq($$ SELECT pg_temp.of(adherence) FROM six, LATERAL cycle_windows(l, '{2026-01-05,2026-02-02}', until_on => '2026-02-16') $$, $$ VALUES ('9/12'), ('3/6') $$, 'V19 a delayed cycle');
SELECT is((SELECT pg_temp.of(rollup(adherence)) FROM six, LATERAL cycle_windows(l, '{2026-01-05,2026-01-26}', 1, 7, until_on => '2026-02-16')), '5/6', 'V20 the week after infusion');
SELECT is((SELECT pg_temp.of(rollup(adherence)) FROM six, LATERAL cycle_windows(l, '{2026-01-05,2026-01-26}', 8, 21, until_on => '2026-02-16')), '7/12', 'V20 the rest');

SELECT results_eq($$ SELECT starts_on, ends_on FROM six, LATERAL cycle_windows(l, '{2026-01-05,2026-01-26}', 1, 7, until_on => '2026-02-16') $$,
	$$ VALUES (date '2026-01-05', date '2026-01-12'), ('2026-01-26', '2026-02-02') $$, 'day 7 is the last of the week');

-- V58: the data cut as a date.
SELECT is((SELECT pg_temp.of(adherence(pg_temp.log('AAMAAMAAAAAA'), as_of => '2026-01-19'))), '5/7', 'V58 as of a day');

-- V53: 0.745 is not 0.75.
SELECT is((SELECT count(*) FILTER (WHERE attendance_at_least(a, 0.75)) FROM (
	SELECT adherence((CASE WHEN g <= attended THEN 'attended' ELSE 'missed' END)::session_status) AS a
	FROM unnest('{800,750,900,600,745,760,990,700}'::int[]) attended, generate_series(1, 1000) g GROUP BY attended) q), 5::bigint, 'V53 at least 0.75');

-- V21: make-up sessions within a grace.
CREATE FUNCTION pg_temp.matched(grace int) RETURNS text LANGUAGE sql AS $$
	SELECT count(*) FILTER (WHERE planned IS NOT NULL AND done IS NOT NULL) || '/' || count(planned) || ' ' || coalesce(string_agg(done::text, ',' ORDER BY done) FILTER (WHERE planned IS NULL), '')
	FROM match_sessions('{2026-01-05,2026-01-07,2026-01-09,2026-01-12,2026-01-14,2026-01-16}', '{2026-01-05,2026-01-08,2026-01-10,2026-01-11,2026-01-14}', 0, grace) $$;
SELECT results_eq('SELECT pg_temp.matched(g) FROM generate_series(0, 2) g ORDER BY g',
	$$ VALUES ('2/6 2026-01-08,2026-01-10,2026-01-11'), ('4/6 2026-01-11'), ('4/6 2026-01-11') $$, 'V21 grace of 0, 1 and 2 days');

-- V22 to V24: coverage, as AdhereR 0.8.1 computes it.
CREATE FUNCTION pg_temp.near(found float8[], wanted float8[]) RETURNS boolean LANGUAGE sql AS $$
	SELECT cardinality(found) = cardinality(wanted) AND bool_and(abs(f - w) < 1e-9) FROM unnest(found, wanted) u (f, w) $$;
CREATE FUNCTION pg_temp.cma(lo int, hi int) RETURNS float8[] LANGUAGE sql AS $$
	SELECT ARRAY[cma1, cma2, cma3, cma4, cma5, cma6, cma7, cma8, cma9]
	FROM coverage((SELECT array_agg(date '2026-01-01' + d) FROM unnest('{0,24,64,74,124}'::int[]) d), '{30,30,20,30,30}', date '2026-01-01' + lo, date '2026-01-01' + hi, '2026-06-30', true) $$;
SELECT ok(pg_temp.near(pg_temp.cma(0, 180), ARRAY[55 / 62.0, 7 / 9.0, 55 / 62.0, 7 / 9.0, 55 / 62.0, 7 / 9.0, 7 / 9.0, 7 / 9.0, 7 / 9.0]), 'V22 whole window');
SELECT ok(pg_temp.near(pg_temp.cma(40, 160), ARRAY[5 / 6.0, 5 / 6.0, 5 / 6.0, 5 / 6.0, 5 / 6.0, 5 / 6.0, 5 / 6.0, 4 / 5.0, 3181 / 4200.0]), 'V22 inner window');
SELECT ok(pg_temp.near(ARRAY(SELECT (pg_temp.cma(lo, lo + 60))[7] FROM generate_series(0, 120, 30) lo ORDER BY lo), ARRAY[1, 14 / 15.0, 5 / 6.0, 5 / 6.0, 1 / 2.0]), 'V24 sliding windows');
SELECT ok(pg_temp.near(ARRAY[days_covered_shifted, days_covered], ARRAY[11 / 12.0, 7 / 12.0]), 'V23 days covered')
FROM coverage('{2026-01-01,2026-01-11,2026-01-21,2026-04-11}', '{30,30,30,30}', '2026-01-01', '2026-05-01');
SELECT is((SELECT days_covered * 28 FROM coverage((SELECT array_agg(date '2026-01-01' + d) FROM unnest('{0,2,4,7,14,16,25}'::int[]) d), '{3,3,3,3,3,3,3}', '2026-01-01', '2026-01-29')), 18::float8, 'V26 days within three days of a session');
SELECT is((SELECT cma2 FROM coverage('{2026-01-01,2026-01-11}', '{5,5}', '2026-01-01', '2026-01-11', '2026-02-01')), 0.5::float8, 'an open window leaves out the event on its end');
SELECT is((SELECT cma2 FROM coverage('{2026-01-01,2026-01-11}', '{5,5}', '2026-01-01', '2026-01-11', '2026-02-01', closed => true)), 1::float8, 'a closed one does not');
SELECT is((SELECT cma1 FROM coverage('{2026-01-01}', '{5}', '2026-01-01', '2026-01-11')), NULL, 'one event spans no days');

-- V25: eras.
SELECT is((SELECT array_agg(ARRAY[era_starts_on - date '2026-01-01', era_ends_on - date '2026-01-01'] ORDER BY n)::text FROM participation_eras('{2026-02-19,2026-01-01,2026-01-15,2026-04-01}', '{2026-02-25,2026-01-07,2026-01-21,2026-04-07}', gap)), eras, 'V25 gap of ' || gap)
FROM (VALUES (7, '{{0,6},{14,20},{49,55},{90,96}}'), (30, '{{0,55},{90,96}}'), (40, '{{0,96}}')) v (gap, eras);

-- V40, V48: shares and their intervals.
SELECT ok(abs(lower - 0.501410169) < 1e-9 AND abs(upper - 0.758612503) < 1e-9, 'V40 Wilson interval of 32/50') FROM wilson_interval(32, 50);
SELECT ok(abs(lower - 0.490162) < 1e-6 AND abs(upper - 0.943318) < 1e-6 AND feasible(8, 10, 0.7) AND NOT feasible(8, 10, 0.81), 'V48 a feasible dose level') FROM wilson_interval(8, 10);
SELECT is((SELECT count(*) FILTER (WHERE dose_intensity_at_least(a, 0.75)) FROM (
	SELECT adherence('attended', 100, d, 'min') AS a FROM unnest('{95,82,75,74,91,102,60,88,77,80}'::float8[]) d GROUP BY d) q), 8::bigint, 'V48 exactly 0.75 counts');
SELECT ok(NOT feasible(5, 8, 0.75), 'V53 the criterion is not met');

-- V47: the funnel.
SELECT results_eq($$ SELECT measure, numerator::text || '/' || denominator, round(value::numeric, 6) FROM feasibility_funnel(240, 160, 140, 104, 98, 84, 3, 10, 7, 14) $$,
	$$ VALUES ('eligibility', '160/240', 0.666667), ('recruitment (reach)', '104/160', 0.65), ('consent', '104/140', 0.742857), ('started', '98/104', 0.942308),
	('retention', '84/104', 0.807692), ('retention without deaths', '84/101', 0.831683), ('attrition', '20/104', 0.192308),
	('withdrawal', '10/104', 0.096154), ('lost to follow-up', '7/104', 0.067308), ('accrual', NULL, 7.428571) $$, 'V47 funnel');

SELECT * FROM finish();
ROLLBACK;
