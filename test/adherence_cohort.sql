-- Cohorts: mean of ratios, pooled ratio and share over a threshold, against plain SQL; the curve by week; planned doses; RE-AIM.
\ir lib/setup.sql
BEGIN;
SET search_path = public, exonc;
SELECT setseed(0.27);
SELECT no_plan();

-- V15: mean of ratios and ratio of sums have two names and two values.
CREATE TEMP TABLE v15 AS SELECT adherence('attended', p, d, 'min') AS a FROM (VALUES (1, 100, 90), (2, 100, 40), (3, 300, 300)) v (id, p, d) GROUP BY id;
SELECT is((SELECT mean_participant_dose_intensity(a, 'min') FROM v15), 23 / 30::float8, 'V15 mean of ratios');
SELECT is((SELECT pooled_dose_intensity(a, 'min') FROM v15), 43 / 50::float8, 'V15 ratio of sums');
SELECT results_eq('SELECT participants, mean, pooled, round(sd::numeric, 6), numerator, denominator, threshold, reached, share FROM v15, LATERAL (SELECT dose_intensity_cohort(a, ''min'', NULL, 0.9) AS c FROM v15) q, LATERAL cohort_summary(c) LIMIT 1',
	$$ VALUES (3::bigint, 23 / 30::float8, 0.86::float8, 0.321455, 430::float8, 500::float8, 0.9::float8, 2::bigint, 2 / 3::float8) $$, 'V15 all of it; exactly 0.9 reaches 0.9');

-- V48, V53: shares over a threshold, compared exactly.
CREATE TEMP TABLE v48 AS SELECT adherence('attended', 100, d, 'min') AS a FROM unnest('{95,82,75,74,91,102,60,88,77,80}'::float8[]) WITH ORDINALITY u (d, id) GROUP BY id;
SELECT results_eq($$ SELECT reached, participants, share, round(share_lower::numeric, 6), round(share_upper::numeric, 6), feasible(reached, participants, 0.70)
	FROM (SELECT dose_intensity_cohort(a, 'min', NULL, 0.75) AS c FROM v48) q, LATERAL cohort_summary(c) $$,
	$$ VALUES (8::bigint, 10::bigint, 0.8::float8, 0.490162, 0.943318, true) $$, 'V48 a feasible dose level');
CREATE TEMP TABLE v53 AS SELECT adherence((CASE WHEN g <= attended THEN 'attended' ELSE 'missed' END)::session_status) AS a
	FROM unnest('{800,750,900,600,745,760,990,700}'::int[]) attended, generate_series(1, 1000) g GROUP BY attended;
SELECT results_eq($$ SELECT reached, participants, share, feasible(reached, participants, 0.75) FROM (SELECT attendance_cohort(a, 0.75) AS c FROM v53) q, LATERAL cohort_summary(c) $$,
	$$ VALUES (5::bigint, 8::bigint, 0.625::float8, false) $$, 'V53 0.745 is not 0.75');

-- Random participants, with nothing planned, without a summary, with unlogged sessions and three units of dose.
CREATE TEMP TABLE session AS
SELECT p, 'site ' || p % 5 AS site, (ARRAY['home', 'site', 'tele', 'community', NULL])[1 + floor(random() * 5)]::delivery_setting AS setting,
	date '2026-01-05' + (g - 1) / 3 * 7 + (g - 1) % 3 * 2 + p % 4 AS planned_on, status,
	planned, CASE WHEN status = 'attended' THEN round((random() * 60)::numeric, 1) END AS delivered, u AS unit
FROM (SELECT p, CASE WHEN p % 31 > 0 THEN 1 + floor(random() * 40)::int ELSE 0 END AS n, (ARRAY['min', 'kg', 'met_h'])[1 + p % 3]::dose_unit AS u FROM generate_series(1, 1000) p) a,
	LATERAL generate_series(1, n) g,
	LATERAL (SELECT CASE WHEN p % 17 = 0 THEN 'excused' ELSE (ARRAY['attended', 'attended', 'attended', 'missed', 'excused', 'unlogged'])[1 + floor(random() * 6 + 0 * g)] END::session_status AS status,
		round((random() * 45 + 1)::numeric, 2) AS planned) s;
CREATE TEMP TABLE participant AS
SELECT p, 'site ' || p % 5 AS site, a FROM generate_series(1, 1000) p
	LEFT JOIN (SELECT p, adherence(status, planned, delivered, unit) AS a FROM session GROUP BY p) s USING (p);

-- The same from the rows, in exact decimals; slow and obvious.
CREATE TEMP TABLE plain AS
SELECT p, 'site ' || p % 5 AS site, count(*) FILTER (WHERE status IN ('attended', 'missed', 'unlogged'))::numeric AS n, count(*) FILTER (WHERE status = 'attended')::numeric AS attended,
	sum(planned) FILTER (WHERE status IN ('attended', 'missed', 'unlogged') AND unit = 'kg') AS planned_kg, coalesce(sum(delivered) FILTER (WHERE unit = 'kg'), 0) AS delivered_kg,
	sum(least(delivered, planned)) FILTER (WHERE status = 'attended' AND unit = 'kg') AS capped_kg, count(session.p) AS had
FROM generate_series(1, 1000) p LEFT JOIN session USING (p) GROUP BY p;
SELECT cmp_ok((SELECT count(*) FROM plain WHERE n = 0 AND had > 0), '>', 10::bigint, 'participants with nothing planned are among them');

CREATE FUNCTION pg_temp.close(x float8, y numeric) RETURNS boolean LANGUAGE sql AS $$ SELECT x IS NOT DISTINCT FROM y OR abs(x - y::float8) <= 1e-15 * abs(y::float8) $$;
CREATE TEMP TABLE cohort AS SELECT site, attendance_cohort(a, 0.75) AS c, dose_intensity_cohort(a, 'kg', 'session', 0.6) AS d, dose_intensity_cohort(a, 'kg') AS e FROM participant GROUP BY site;
SELECT is_empty($$ SELECT site, s.*, b.* FROM cohort CROSS JOIN LATERAL cohort_summary(c) s JOIN (
	SELECT site AS at, count(*) FILTER (WHERE n > 0) AS with_ratio, count(*) FILTER (WHERE n = 0 AND had > 0) AS none, count(*) FILTER (WHERE had = 0) AS gone,
		avg(attended / nullif(n, 0)) AS mean, stddev_samp(attended / nullif(n, 0)) AS sd, sum(attended) / sum(n) AS pooled, count(*) FILTER (WHERE n > 0 AND 4 * attended >= 3 * n) AS over
	FROM plain GROUP BY site) b ON at = site
	WHERE (participants, without_ratio, absent, reached) <> (with_ratio, none, gone, over) OR NOT pg_temp.close(s.mean, b.mean) OR NOT pg_temp.close(s.pooled, b.pooled)
		OR abs(s.sd - b.sd::float8) > 1e-11 OR participants + without_ratio + absent <> 200 $$, 'attendance by site is that of plain SQL');
SELECT is_empty($$ SELECT site, s.*, b.* FROM cohort CROSS JOIN LATERAL cohort_summary(d) s JOIN (
	SELECT site AS at, count(*) FILTER (WHERE planned_kg > 0) AS with_ratio, avg(coalesce(capped_kg, 0) / planned_kg) AS mean, stddev_samp(coalesce(capped_kg, 0) / planned_kg) AS sd,
		sum(capped_kg) / sum(planned_kg) AS pooled, sum(planned_kg) AS planned, count(*) FILTER (WHERE coalesce(capped_kg, 0) >= 0.6 * planned_kg) AS over FROM plain GROUP BY site) b ON at = site
	WHERE (participants, reached) <> (with_ratio, over) OR NOT pg_temp.close(s.mean, b.mean) OR NOT pg_temp.close(s.pooled, b.pooled) OR abs(s.sd - b.sd::float8) > 1e-11
		OR NOT pg_temp.close(denominator, planned) $$, 'capped dose intensity by site is that of plain SQL');
SELECT is_empty($$ SELECT site FROM cohort CROSS JOIN LATERAL cohort_summary(e) s JOIN (
	SELECT site AS at, avg(delivered_kg / planned_kg) AS mean, sum(delivered_kg) FILTER (WHERE planned_kg > 0) / sum(planned_kg) AS pooled FROM plain GROUP BY site) b ON at = site
	WHERE NOT pg_temp.close(s.mean, b.mean) OR NOT pg_temp.close(s.pooled, b.pooled) OR (threshold, reached, share, share_lower) IS DISTINCT FROM (NULL::float8, NULL::bigint, NULL::float8, NULL::float8) $$, 'and uncapped, without a threshold');
SELECT is((SELECT rollup(c) FROM cohort), (SELECT attendance_cohort(a, 0.75) FROM participant), 'sites add up to all');
-- Every accessor says the same.
SELECT is_empty($$ SELECT site FROM cohort, LATERAL cohort_summary(c) WHERE mean IS DISTINCT FROM mean_of_ratios(c) OR pooled IS DISTINCT FROM pooled_ratio(c) $$, 'accessors agree');
-- The pooled ratio is that of the merged summaries where all is known.
SELECT is((SELECT pooled_attendance(a) FROM participant), (SELECT attendance(rollup(a)) FROM participant), 'pooled attendance is that of the sum');
SELECT is((SELECT pooled_attendance(a) FROM (SELECT adherence(s::session_status, 'unlogged=unknown') AS a FROM (VALUES (1, 'attended'), (1, 'missed'), (2, 'unlogged'), (2, 'attended')) v (p, s) GROUP BY p) q), 0.5::float8, 'but not where one is not known');

-- Half of one part in 1e18 is the most by which a ratio is rounded.
SELECT is((SELECT mean_participant_attendance(a) FROM (SELECT adherence((CASE WHEN g = 1 THEN 'attended' ELSE 'missed' END)::session_status) AS a FROM generate_series(1, 3) g) q), 1 / 3::float8, 'one third');
SELECT is((SELECT sd FROM (SELECT attendance_cohort(a) AS c FROM (SELECT adherence((CASE WHEN g = 1 THEN 'attended' ELSE 'missed' END)::session_status) AS a FROM generate_series(1, 3) g, generate_series(1, 1000) p GROUP BY p) q) r, LATERAL cohort_summary(c)),
	0::float8, 'equal ratios do not vary, whatever their decimals');

-- Student's interval of the mean: R 4.2.2, t.test(c(0.9, 0.4, 1.0)), and conf.level = 0.9.
SELECT ok(abs(mean_lower + 0.0318718845) < 1e-9 AND abs(mean_upper - 1.5652052178) < 1e-9, 'interval of a mean') FROM (SELECT dose_intensity_cohort(a, 'min') AS c FROM v15) q, LATERAL cohort_summary(c);
SELECT ok(abs((mean_upper - mean_lower) / 2 - 2.9199855804 * sd / sqrt(3)) < 1e-9, 'of 90 %') FROM (SELECT dose_intensity_cohort(a, 'min') AS c FROM v15) q, LATERAL cohort_summary(c, 0.9);

-- Nobody, one, only those without.
CREATE TEMP TABLE none AS SELECT adherence('excused'::session_status) AS a;
SELECT is((SELECT attendance_cohort(a) FROM none WHERE false), NULL, 'no rows: NULL');
SELECT results_eq('SELECT participants, without_ratio, absent, mean, sd, pooled, reached, share FROM (SELECT attendance_cohort(a, 0.5) AS c FROM none) q, LATERAL cohort_summary(c)',
	$$ VALUES (0::bigint, 1::bigint, 0::bigint, NULL::float8, NULL::float8, NULL::float8, 0::bigint, NULL::float8) $$, 'nothing planned');
SELECT results_eq('SELECT participants, without_ratio, absent, mean, pooled FROM (SELECT attendance_cohort(NULL::adherence) AS c FROM generate_series(1, 2)) q, LATERAL cohort_summary(c)',
	$$ VALUES (0::bigint, 0::bigint, 2::bigint, NULL::float8, NULL::float8) $$, 'no summary');
SELECT results_eq($$ SELECT participants, mean, mean_lower, sd, share FROM (SELECT attendance_cohort(a, 1) AS c FROM (SELECT adherence('attended'::session_status) AS a) p) q, LATERAL cohort_summary(c) $$,
	$$ VALUES (1::bigint, 1::float8, NULL::float8, NULL::float8, 1::float8) $$, 'one participant has no deviation');
SELECT results_eq('SELECT mean_participant_attendance(a), pooled_attendance(a), mean_participant_dose_intensity(a, ''kg''), pooled_dose_intensity(a, ''kg'') FROM none', 'SELECT NULL::float8, NULL::float8, NULL::float8, NULL::float8', 'numbers of nobody are NULL');

-- What cannot be one cohort.
SELECT throws_ok($$ SELECT attendance_cohort(a, t) FROM v53, (VALUES (0.7), (0.75)) v (t) $$, '22023', 'attendance of at least 0.7 and attendance of at least 0.75 cannot be one cohort', 'two thresholds');
SELECT throws_ok($$ SELECT rollup(c) FROM (SELECT attendance_cohort(a) AS c FROM v15 UNION ALL SELECT dose_intensity_cohort(a, 'min', 'total', NULL) FROM v15) q $$, '22023', 'attendance and dose_intensity in min with cap total cannot be one cohort', 'two measures');
SELECT throws_ok($$ SELECT dose_intensity_cohort(a, u) FROM v15, unnest('{min,kg}'::dose_unit[]) u $$, '22023', 'dose_intensity in min and dose_intensity in kg cannot be one cohort', 'two units');
SELECT throws_ok($$ SELECT attendance_cohort(a) FROM (SELECT a FROM none UNION ALL SELECT adherence('excused'::session_status, 'breaks=count')) q $$, '22023', NULL, 'two policies');
SELECT throws_ok($$ SELECT rollup(c) FROM (SELECT attendance_cohort(a) AS c FROM (SELECT a FROM none UNION ALL SELECT adherence('excused'::session_status, 'breaks=count')) q GROUP BY a) r $$, '22023', NULL, 'merged or not');
SELECT lives_ok($$ SELECT rollup(c) FROM (SELECT attendance_cohort(NULL::adherence) AS c UNION ALL SELECT attendance_cohort(a) FROM (SELECT adherence('excused'::session_status, 'breaks=count') AS a) q) r $$, 'a participant without a summary has no policy');
SELECT throws_ok($$ SELECT dose_intensity_cohort(a, NULL::dose_unit) FROM v15 $$, '22023', NULL, 'no unit');
SELECT throws_ok($$ SELECT attendance_cohort(a, t) FROM v15, (VALUES (1.01)) v (t) $$, '22003', 'threshold 1.01 is outside 0..1', 'a threshold above 1');
SELECT throws_ok($$ SELECT attendance_cohort(a, t) FROM v15, (VALUES ('NaN'::float8)) v (t) $$, '22003', NULL, 'a threshold that is no number');
SELECT throws_ok($$ SELECT dose_intensity_cohort(a, 'min', NULL, 10.5) FROM v15 $$, '22003', 'threshold 10.5 is outside 0..10', 'of a dose intensity');
SELECT throws_ok($$ SELECT dose_intensity_cohort(a, 'min') FROM (SELECT adherence('attended', 0.5, 501, 'min') AS a) q $$, '22003', 'a dose intensity of 1002 is no ratio of done to planned', 'another unit of dose');
SELECT lives_ok($$ SELECT dose_intensity_cohort(a, 'min') FROM (SELECT adherence('attended', 0.5, 500, 'min') AS a) q $$, 'exactly 1000 is taken');
SELECT throws_ok('SELECT cohort_summary(''measure=attendance'', 1)', '22003', 'confidence 1 is outside 0.5..0.9999', 'confidence');

-- States that no participants make.
SELECT throws_ok(format('SELECT %L::exonc.adherence_cohort', t), '22P02', NULL, format('no cohort: %s', t)) FROM unnest(ARRAY['', 'measure=attendance unit=min', 'measure=dose_intensity', 'measure=attendance cap_asked=none',
	'measure=attendance threshold=1.1', 'measure=attendance participants=1', 'measure=attendance participants=1 denominator=1 reached=1', 'measure=attendance threshold=0.5 participants=1 denominator=1 reached=2',
	'measure=attendance participants=1 numerator=2 denominator=1', 'measure=attendance numerator=0.5 denominator=1 participants=1', 'measure=attendance participants=1 denominator=1 ratios=1001 rounded=1001 squares=1',
	'measure=attendance participants=2 denominator=2 numerator=2 ratios=2 rounded=2 squares=1', 'measure=attendance breaks=count', 'measure=attendance absent=-1', 'measure=attendance absent=1 absent=1', 'measure=attendance; absent=1', 'measure=steps']) t;

-- By delivery setting: session rows have it, the summary is cut by it, and participants without any in a setting are not in its mean.
SELECT is_empty($$ SELECT * FROM (
		SELECT coalesce(setting::text, '?') AS at, s.participants, s.mean, s.pooled FROM (SELECT setting, attendance_cohort(a) AS c FROM (SELECT p, setting, adherence(status) AS a FROM session GROUP BY p, setting) q GROUP BY setting) r, LATERAL cohort_summary(c) s) x
	FULL JOIN (SELECT coalesce(setting::text, '?') AS at, count(n) AS with_any, avg(attended / n) AS plain_mean, sum(attended) / sum(n) AS plain_pooled FROM (
		SELECT p, setting, nullif(count(*) FILTER (WHERE status <> 'excused'), 0)::numeric AS n, count(*) FILTER (WHERE status = 'attended')::numeric AS attended FROM session GROUP BY p, setting) q GROUP BY setting) y
	USING (at) WHERE participants IS DISTINCT FROM with_any OR NOT pg_temp.close(mean, plain_mean) OR NOT pg_temp.close(pooled, plain_pooled) $$, 'attendance by delivery setting is that of plain SQL');

-- The curve of attendance by week, by site, up to a day of the data: weeks that are over, participants with a session planned in them.
CREATE TEMP TABLE log AS SELECT p, site, session_log(planned_on, status) AS l FROM session GROUP BY p, site;
CREATE TEMP TABLE curve AS
SELECT site, n AS week, s.participants AS at_risk, s.without_ratio, s.mean, s.mean_lower, s.mean_upper, s.pooled, s.reached
FROM (SELECT site, n, attendance_cohort(adherence, 0.75) AS c FROM log, LATERAL windows(l, 7, start_on => '2026-01-05', as_of => '2026-03-19') WHERE complete GROUP BY site, n) q, LATERAL cohort_summary(c) s;
CREATE TEMP TABLE plain_curve AS
SELECT site, week, count(n) AS at_risk, count(*) FILTER (WHERE n IS NULL) AS without_ratio, avg(attended / n) AS mean, sum(attended) / sum(n) AS pooled, count(*) FILTER (WHERE attended / n >= 0.75) AS reached, stddev_samp(attended / n) AS sd
FROM (SELECT site, week, nullif(count(*) FILTER (WHERE (planned_on - date '2026-01-05') / 7 + 1 = week AND status IN ('attended', 'missed', 'unlogged')), 0)::numeric AS n,
		count(*) FILTER (WHERE (planned_on - date '2026-01-05') / 7 + 1 = week AND status = 'attended')::numeric AS attended
	FROM session, generate_series(1, 10) week GROUP BY p, site, week HAVING max((planned_on - date '2026-01-05') / 7 + 1) >= week) q GROUP BY site, week;
SELECT is((SELECT count(*) FROM curve), 50::bigint, 'ten whole weeks at five sites; the eleventh is not over');
SELECT is_empty($$ SELECT * FROM curve c FULL JOIN plain_curve b USING (site, week) WHERE (c.at_risk, c.without_ratio, c.reached) IS DISTINCT FROM (b.at_risk, b.without_ratio, b.reached)
	OR NOT pg_temp.close(c.mean, b.mean) OR NOT pg_temp.close(c.pooled, b.pooled) OR (c.mean_upper - c.mean_lower) / 2 < 1.95 * b.sd / sqrt(c.at_risk) $$, 'the curve by week is that of plain SQL');
SELECT cmp_ok((SELECT min(without_ratio) FROM curve), '>', 0::bigint, 'weeks of breaks are counted, not averaged');

-- A prescribed range as a planned dose, and as a zone.
SELECT is(ARRAY[planned_dose(r), planned_dose(r, 'upper'), planned_dose(r, 'middle'), planned_dose(r, 'exact')], e, format('planned dose of %s', r)) FROM (VALUES
	('[30,45]'::numrange, ARRAY[30, 45, 37.5, NULL]::float8[]), ('[30,30]', ARRAY[30, 30, 30, 30]), ('[30,)', ARRAY[30, NULL, NULL, NULL]), ('(,45]', ARRAY[NULL, 45, NULL, NULL]),
	('(,)', ARRAY[NULL, NULL, NULL, NULL]::float8[]), ('[0,0.5]', ARRAY[0, 0.5, 0.25, NULL]), (NULL, ARRAY[NULL, NULL, NULL, NULL]::float8[]), ('[30,30.0000000000000000001]', ARRAY[30, 30, 30, NULL])) v (r, e);
SELECT throws_ok($$ SELECT planned_dose('empty') $$, '22023', 'the prescribed range is empty', 'an empty range');
SELECT is(bpm_zone(r), z, format('zone of %s', r)) FROM (VALUES ('[108.2,126.8]'::numrange, '[109,126]'::int4range), ('[108,126]', '[108,126]'), ('(108,126)', '[109,125]'), ('[108.0,126.0]', '[108,126]'),
	('[100,)', '[100,)'), ('(,120.5]', '(,120]'), ('(,)', '(,)'), ('[99.999999999,100.000000001]', '[100,100]'), (NULL, NULL)) v (r, z);
SELECT throws_ok($$ SELECT bpm_zone('[108.2,108.8]') $$, '22023', 'the target holds no whole heart rate', 'a zone between two rates');
SELECT throws_ok($$ SELECT bpm_zone('[1e10,)') $$, '22003', NULL, 'a rate beyond all');
SELECT is_empty($$ SELECT lo, hi, hr FROM generate_series(1000, 1010) lo, generate_series(1015, 1030) hi, generate_series(95, 110) hr, LATERAL (SELECT numrange(lo / 10.0, hi / 10.0, '[]') AS r) q
	WHERE (hr::numeric <@ r) IS DISTINCT FROM (hr <@ bpm_zone(r)) $$, 'no whole rate changes sides');
SELECT is((SELECT in_zone_min FROM targets('wk 1-12: aer walk 2/wk 30-45min @40-60%HRR', week => 1, hr_rest => 71, hr_max => 164) t, LATERAL time_in_zone('{108,109,126,127,NULL}', bpm_zone(target))), 2::float8, 'targets() to time_in_zone()');

-- RE-AIM.
SELECT results_eq($$ SELECT dimension::text, measure, numerator::text || '/' || denominator, round(value::numeric, 4), mark::text FROM re_aim(160, 140, 104, 11, 8, 30, 21, 3744, 3600, 2900, 2610, 70, 42, 6, 6) $$,
	$$ VALUES ('reach', 'reach', '104/160', 0.65, 'sourced'), ('reach', 'consent', '104/140', 0.7429, 'unconfirmed'),
	('adoption', 'adoption by sites', '8/11', 0.7273, 'sourced'), ('adoption', 'adoption by staff', '21/30', 0.7, 'sourced'),
	('implementation', 'sessions offered', '3600/3744', 0.9615, 'unconfirmed'), ('implementation', 'completion', '2900/3744', 0.7746, 'sourced'), ('implementation', 'fidelity', '2610/2900', 0.9, 'unconfirmed'),
	('maintenance', 'maintenance by participants', '42/70', 0.6, 'sourced'), ('maintenance', 'maintenance by all participants', '42/104', 0.4038, 'unconfirmed'), ('maintenance', 'maintenance by sites', '6/8', 0.75, 'sourced') $$, 'all rates of RE-AIM');
SELECT results_eq($$ SELECT numerator_is || ' / ' || denominator_is FROM re_aim() $$, $$ VALUES ('participants / persons eligible'), ('participants / persons approached'), ('sites taking part / sites invited'), ('staff taking part / staff invited'),
	('sessions offered by the site / sessions planned'), ('sessions attended / sessions planned'), ('sessions attended that were done as prescribed / sessions attended'),
	('participants still active at the follow-up / participants followed up'), ('participants still active at the follow-up / participants'), ('sites still delivering after the study / sites taking part') $$, 'each names its parts');
SELECT is((SELECT reason FROM re_aim(participants_followed_up => 70, participants_still_active => 42, months_since_contact => m) WHERE measure = 'maintenance by participants'), r, 'followed up after ' || coalesce(m::text, 'unknown'))
FROM (VALUES (NULL::float8, 'months_since_contact is not given'), (5.9, 'followed up less than 6 months after the last contact'), (6, NULL), (24, NULL)) v (m, r);
SELECT is_empty('SELECT * FROM re_aim() WHERE value IS NOT NULL OR lower IS NOT NULL OR upper IS NOT NULL OR reason IS DISTINCT FROM ''a count is not given''', 'no counts, no rates');
SELECT results_eq('SELECT value, lower, reason FROM re_aim(eligible => 0, participants => 0) LIMIT 1', $$ VALUES (NULL::float8, NULL::float8, 'the denominator is 0') $$, 'nobody eligible');
SELECT is_empty($$ SELECT measure FROM re_aim(160, 140, 104, 11, 8, 30, 21, 3744, 3600, 2900, 2610, 70, 42, 6, 6) r, LATERAL wilson_interval(numerator, denominator) w WHERE (r.lower, r.upper) <> (w.lower, w.upper) $$, 'intervals are Wilson''s');
SELECT throws_ok('SELECT re_aim(eligible => 10, participants => 11)', '22023', 'participants 11 is more than eligible 10', 'a part larger than its whole, over a count that is not given');
SELECT throws_ok('SELECT re_aim(sites_taking_part => 3, sites_still_delivering => 4)', '22023', 'sites_still_delivering 4 is more than sites_taking_part 3', 'sites');
SELECT throws_ok(format('SELECT re_aim(%I => 3, %I => 4)', whole, part), '22023', format('%s 4 is more than %s 3', part, whole), format('%s of %s', part, whole))
FROM (VALUES ('eligible', 'approached'), ('approached', 'participants'), ('sites_invited', 'sites_taking_part'), ('staff_invited', 'staff_taking_part'), ('sessions_planned', 'sessions_offered'), ('sessions_offered', 'sessions_attended'),
	('sessions_attended', 'sessions_as_prescribed'), ('participants', 'participants_followed_up'), ('participants_followed_up', 'participants_still_active'), ('sites_taking_part', 'sites_still_delivering')) v (whole, part);
SELECT lives_ok('SELECT re_aim(participants => 1, sites_invited => 3, sites_taking_part => 2, staff_invited => 3, staff_taking_part => 2, sessions_planned => 2, sessions_offered => 2)', 'sites, staff and sessions are no part of the participants');
SELECT results_eq('SELECT measure, reason FROM re_aim(160, 140, 104, 11, 8, 30, 21, 3744, 3600, 2900, 2610, 70, 42, 6) WHERE value IS NULL',
	$$ VALUES ('maintenance by participants', 'months_since_contact is not given'), ('maintenance by all participants', 'months_since_contact is not given') $$, 'what was asked during the study does not wait for a follow-up');
SELECT throws_ok('SELECT re_aim(sessions_planned => -1)', '22003', 'sessions_planned is negative', 'a negative count');
SELECT throws_ok('SELECT re_aim(months_since_contact => ''NaN'')', '22003', NULL, 'no time');

SELECT * FROM finish();
ROLLBACK;
