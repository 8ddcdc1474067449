-- Conversions, repetitions and load of sessions: the worked vectors of the sheet, ranges, and every coefficient.
\ir lib/setup.sql
\set sheet `test/lib/csv-to-json test/vectors/prescription_sheet.csv`
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

CREATE FUNCTION pg_temp.middle(r numrange) RETURNS float8 LANGUAGE sql AS $$ SELECT (lower(r) + upper(r)) / 2 $$;
CREATE TEMP TABLE vector (id text, found float8[]);
INSERT INTO vector VALUES
	('V14', ARRAY[percent_hrr_of_vo2('swain_1997_cycle_vo2_max', 50)]),
	('V15', ARRAY[percent_hrr_of_vo2('swain_1998_treadmill_vo2_max', 50)]),
	('V35', ARRAY[(one_rm_from_5rm('bench_press', 50)).one_rm_kg]),
	('V36', ARRAY[(one_rm_from_5rm('leg_press', 120)).one_rm_kg]),
	('V48', ARRAY[percent_1rm('epley', 10, 2) / 100]),
	('V49', ARRAY[percent_1rm('epley', 5) / 100, percent_1rm('epley_modified', 5) / 100, percent_1rm('linear', 5) / 100]),
	('V50', ARRAY[repetitions_at_percent_1rm('epley', 85), repetitions_at_percent_1rm('epley_modified', 85), repetitions_at_percent_1rm('linear', 85)]),
	('V55', ARRAY[moderate_equivalent_minutes(40, 55)]),
	('V56', ARRAY[(SELECT dose_intensity(adherence('attended', planned, delivered, 'met_h')) FROM (VALUES (100.7, 53.8), (100, 100)) v (planned, delivered))]),
	('V58', ARRAY[session_rpe_load(40, 4)]),
	('V59', ARRAY[banister_trimp(30, 130, 60, 180, 'male')]),
	('V60', ARRAY[banister_trimp(30, 130, 60, 180, 'female')]),
	('V62', ARRAY[banister_trimp(30, 130, 40, 200, 'male')]),
	('V63', ARRAY[edwards_trimp('{5,10,10,5,0}')]),
	('V65', ARRAY(SELECT pg_temp.middle(minutes_in_all) FROM unnest('{4,15,26}'::int[]) w, protocols(), interval_training(prescribed, w) WHERE code = 'EFFECT' ORDER BY w)),
	('V66', ARRAY[(SELECT pg_temp.middle(mean_power_w) FROM protocols(), interval_training(prescribed, 4, w_peak => 120) WHERE code = 'EFFECT'), (SELECT pg_temp.middle(mean_power_w) FROM protocols(), interval_training(prescribed, 26, w_msec => 200) WHERE code = 'EFFECT')]),
	('V67', ARRAY[(SELECT pg_temp.middle(mean_power_w) FROM protocols(), interval_training(prescribed, 15, w_peak => 120) WHERE code = 'EFFECT')]);
SELECT is((SELECT string_agg(round(x::numeric, 6)::text, ', ' ORDER BY n) FROM unnest(v.found) WITH ORDINALITY u (x, n)), s.results, format('%s %s: %s', s.id, s.function, s.inputs))
FROM vector v JOIN json_to_recordset(:'sheet') s (id text, function text, inputs text, results text) USING (id) ORDER BY id;
SELECT is((SELECT count(*) FROM vector), (SELECT count(*) FROM vector JOIN json_to_recordset(:'sheet') s (id text) USING (id)), 'every one was compared');

-- Vectors of what must not be here.
SELECT is_empty($$ SELECT e FROM unnest(enum_range(NULL::one_rm_equation)) e WHERE e::text ~ 'landers' OR abs(one_rm(e, 60, 8) - 109.249818) < 30 $$, 'V37: no equation gives what the web page calls Landers');
SELECT is_empty($$ SELECT s FROM unnest(enum_range(NULL::sex)) s WHERE abs(banister_trimp(30, 130, 60, 180, s) - 29.668339) < 1 $$, 'V61: no one has the men''s factor with the women''s exponent');
SELECT is((SELECT array_agg(format('%s %s %s', sex, coefficient, value) ORDER BY sex, coefficient) FROM prescription_rules() WHERE function = 'banister_trimp' AND mark = 'sourced'),
	'{"female exponent 1.67","female factor 0.86","male exponent 1.92","male factor 0.64"}', 'V60, V61: the coefficients by sex');

-- The other equations of Swain, and the ends of what is taken.
SELECT is((SELECT array_agg(percent_hrr_of_vo2(e, 50)) FROM unnest(enum_range(NULL::reserve_equation)) e), '{44.4,49.9,48.9,53}', 'Swain 1997 and 1998, of VO2max and of the reserve');
SELECT is((SELECT array_agg(percent_hrr_of_vo2('swain_1997_cycle_vo2_max', p)) FROM unnest('{10,100}'::float8[]) p), '{-0.4,100.4}', 'not clamped');
SELECT is((one_rm_from_5rm('bench_press', 50)).standard_error_kg, 3.0::float8, 'standard error of the bench press');
SELECT is((one_rm_from_5rm('leg_press', 120)).standard_error_kg, 16.2::float8, 'standard error of the leg press');

-- Repetitions in reserve.
SELECT is((SELECT array_agg(percent_1rm('rts_chart', n)) FROM generate_series(1, 12) n), '{100,95.5,92.2,89.2,86.3,83.7,81.1,78.6,76.2,73.9,71.7,69.6}', 'the chart');
SELECT is(percent_1rm('rts_chart', 5, 2), percent_1rm('rts_chart', 7), 'one in reserve is one row down');
SELECT is_empty($$ SELECT e, n, r FROM unnest('{epley,epley_modified,linear}'::repetition_equation[]) e, generate_series(1, 12) n, generate_series(0, 3) r WHERE abs(repetitions_at_percent_1rm(e, percent_1rm(e, n, r), r) - n) > 1e-6 $$, 'one is the inverse of the other');
SELECT is((SELECT array_agg(percent_1rm(e, 1)) FROM unnest('{epley_modified,linear,rts_chart}'::repetition_equation[]) e), '{100,100,100}', 'one repetition is the maximum, but by Epley');
SELECT is(repetitions_at_percent_1rm('linear', 100, 3), -2::float8, 'fewer are left than are to stay in reserve');

-- Session loads.
SELECT is(ARRAY[banister_trimp(30, 60, 60, 180, 'male'), banister_trimp(0, 130, 60, 180, 'male'), session_rpe_load(0, 4), session_rpe_load(40, 0)], '{0,0,0,0}', 'no load');
SELECT is(edwards_trimp('{1,0,0,0,0}') + 10 * edwards_trimp('{0,1,0,0,0}') + 100 * edwards_trimp('{0,0,1,0,0}') + 1000 * edwards_trimp('{0,0,0,1,0}') + 10000 * edwards_trimp('{0,0,0,0,1}'), 54321::float8, 'a weight for each zone');
SELECT is(edwards_trimp('{5,10,NULL,5,0}'), NULL, 'an unknown zone is not zero');
SELECT is(moderate_equivalent_minutes(0, 75), moderate_equivalent_minutes(150, 0), '75 vigorous are 150 moderate minutes');
SELECT throws_ok('SELECT ' || call, state, NULL, call) FROM (VALUES
	('percent_hrr_of_vo2(''swain_1997_cycle_vo2r'', 0.5)', '22003'), ('percent_hrr_of_vo2(''swain_1997_cycle_vo2r'', 100.1)', '22003'),
	('one_rm_from_5rm(''leg_press'', 0)', '22003'), ('one_rm_from_5rm(''leg_press'', 701)', '22003'),
	('percent_1rm(''epley'', 0.9)', '22003'), ('percent_1rm(''epley'', 21)', '22003'), ('percent_1rm(''epley'', 5, -1)', '22003'), ('percent_1rm(''epley'', 5, 10.1)', '22003'),
	('percent_1rm(''rts_chart'', 5.5)', '22003'), ('percent_1rm(''rts_chart'', 12, 1)', '22003'), ('percent_1rm(''rts_chart'', 13)', '22003'),
	('repetitions_at_percent_1rm(''linear'', 0.85)', '22003'), ('repetitions_at_percent_1rm(''linear'', 101)', '22003'), ('repetitions_at_percent_1rm(''linear'', 85, 11)', '22003'), ('repetitions_at_percent_1rm(''rts_chart'', 85)', '22023'),
	('session_rpe_load(-1, 4)', '22003'), ('session_rpe_load(1441, 4)', '22003'), ('session_rpe_load(40, 13)', '22003'), ('session_rpe_load(40, ''NaN'')', '22003'),
	('banister_trimp(1441, 130, 60, 180, ''male'')', '22003'), ('banister_trimp(30, 59, 60, 180, ''male'')', '22003'), ('banister_trimp(30, 181, 60, 180, ''male'')', '22003'),
	('banister_trimp(30, 130, 20, 180, ''male'')', '22003'), ('banister_trimp(30, 130, 60, 240, ''male'')', '22003'), ('banister_trimp(30, 130, 130, 130, ''male'')', '22023'),
	('edwards_trimp(''{1,2,3,4}'')', '22023'), ('edwards_trimp(''{{1,2,3,4,5}}'')', '22023'), ('edwards_trimp(''{}'')', '22023'), ('edwards_trimp(''{-1,2,3,4,5}'')', '22003'), ('edwards_trimp(''{1000,1000,0,0,0}'')', '22003'), ('edwards_trimp(''{1500,0,0,0,0}'')', '22003'),
	('moderate_equivalent_minutes(-1, 0)', '22003'), ('moderate_equivalent_minutes(0, 10081)', '22003')) v (call, state);

-- Every coefficient a second time, from the papers.
SELECT is((SELECT string_agg(format('%s%s %s', variant || ' ', coefficient, value), '; ') FROM prescription_rules() WHERE function = f), expected, f) FROM (VALUES
	('work_to_vo2', 'walk rest 3.5; walk flat 0.1; walk steep 1.8; walk lowest 50; walk highest 100; run rest 3.5; run flat 0.2; run steep 0.9; run lowest 80; leg_cycle rest 7; leg_cycle flat 10.8; leg_cycle lowest 50; leg_cycle highest 200; arm_cycle rest 3.5; arm_cycle flat 18; arm_cycle lowest 25; arm_cycle highest 125; step rest 3.5; step flat 0.2; step steep 2.394; step lowest 12; step highest 30; leg_cycle_lang rest 3.5; leg_cycle_lang flat 11.4; leg_cycle_lang body 260; leg_cycle_lang lowest 50; leg_cycle_lang highest 200; step_latin rest 3.5; step_latin flat 0.2; step_latin steep 2.4; step_latin lowest 12; step_latin highest 30'),
	('percent_hrr_of_vo2', 'swain_1997_cycle_vo2_max slope 1.12; swain_1997_cycle_vo2_max intercept -11.6; swain_1997_cycle_vo2r slope 1; swain_1997_cycle_vo2r intercept -0.1; swain_1998_treadmill_vo2_max slope 1.1; swain_1998_treadmill_vo2_max intercept -6.1; swain_1998_treadmill_vo2r slope 1.03; swain_1998_treadmill_vo2r intercept 1.5'),
	('one_rm', 'epley a 30; brzycki a 36; brzycki b 37; lombardi a 0.1; oconner a 0.025; mayhew a 52.2; mayhew b 41.9; mayhew c -0.055; wathen a 48.8; wathen b 53.8; wathen c -0.075; lander a 101.3; lander b -2.67123'),
	('one_rm_from_5rm', 'bench_press slope 1.1307; bench_press intercept 0.6999; bench_press standard error 3; leg_press slope 1.097; leg_press intercept 14.2546; leg_press standard error 16.2'),
	('percent_1rm', 'epley k 0.0333; epley_modified k 0.0353; linear k 33; rts_chart 1 100; rts_chart 2 95.5; rts_chart 3 92.2; rts_chart 4 89.2; rts_chart 5 86.3; rts_chart 6 83.7; rts_chart 7 81.1; rts_chart 8 78.6; rts_chart 9 76.2; rts_chart 10 73.9; rts_chart 11 71.7; rts_chart 12 69.6'),
	('edwards_trimp', 'zone 1 from 50; zone 1 to 60; zone 1 weight 1; zone 2 from 60; zone 2 to 70; zone 2 weight 2; zone 3 from 70; zone 3 to 80; zone 3 weight 3; zone 4 from 80; zone 4 to 90; zone 4 weight 4; zone 5 from 90; zone 5 to 100; zone 5 weight 5'),
	('moderate_equivalent_minutes', 'vigorous 2')) v (f, expected);
SELECT is_empty($$ SELECT * FROM prescription_rules() WHERE function NOT IN ('work_to_vo2', 'percent_hrr_of_vo2', 'one_rm', 'one_rm_from_5rm', 'percent_1rm', 'banister_trimp', 'edwards_trimp', 'moderate_equivalent_minutes') OR source = '' $$, 'no other numbers, and each has a source');
SELECT is((SELECT array_agg(DISTINCT variant) FROM prescription_rules() WHERE mark = 'unconfirmed'), '{leg_cycle_lang}', 'what is not confirmed');
SELECT is((SELECT string_agg(concat_ws(' ', scale, value, percent_hr_max, cr10, left(mark::text, 1)), '; ') FROM exertion_anchors()),
	'RPE 9 s; RPE 11 s; RPE 13 s; RPE 15 s; RPE 17 s; RPE 19 s; CR10 0 s; CR10 0.5 u; CR10 1 s; CR10 2 u; CR10 3 s; CR10 5 u; CR10 7 u; CR10 10 u; talk test 73 3.6 s; talk test 79 4.4 s; talk test 82 6.3 s', 'anchors of the scales');
SELECT is((SELECT array_agg(meaning ORDER BY value) FROM exertion_anchors() WHERE scale = 'RPE'), '{"very light",light,"somewhat hard",hard,"very hard","extremely hard"}', 'Borg''s words');

-- Intervals of one person.
CREATE FUNCTION pg_temp.intervals(rx prescription, week int DEFAULT 1) RETURNS text[] LANGUAGE sql AS $$
	SELECT array_agg(concat_ws(' ', interval_minutes, minutes_in_all, coalesce(mean_power_w::text, reason)) ORDER BY block, part, component) FROM interval_training(rx, week, w_peak => 100, w_msec => 200) $$;
SELECT is(pg_temp.intervals('aer bike 4x(1min@80-100%Wpeak, 3min@20W) warm 3min cool 120s'), '{"[16,16] [21,21] [35,40]"}', 'a range of power, and seconds');
SELECT is(pg_temp.intervals('aer bike 3-4x(1min@100W, 1min) warm 3-5min'), '{"[6,8] [9,13] a step has no power"}', 'repeats and warm-up in ranges; a step without intensity');
SELECT is(pg_temp.intervals('aer bike @50W 3x(1min@100W, 1min)'), '{"[6,6] [6,6] [75,75]"}', 'a step takes the intensity of the component');
SELECT is(pg_temp.intervals('aer bike 3x(1-2min@100W, 1min@20W)'), '{"[6,9] [6,9] the time of a step is a range"}', 'times that are ranges');
SELECT is(pg_temp.intervals('aer bike 3x(?min@100W, 1min@20W)'), '{"the time of a step is not reported"}', 'a time that is not reported');
SELECT is(pg_temp.intervals('aer bike ?x(1min@100W, 1min@20W) warm 3min'), '{"[60,60]"}', 'repeats that are not reported have a power all the same');
SELECT is(pg_temp.intervals('aer bike 3x(1min@100W, 1min@20W) warm ?min'), '{"[6,6] [60,60]"}', 'a warm-up that is not reported');
SELECT is(pg_temp.intervals('aer bike 3x(1min@?, 1min@20W)'), '{"[6,6] [6,6] the intensity is not reported"}', 'an intensity that is not reported');
SELECT is(pg_temp.intervals('aer bike 3x(1min@70%HRR, 1min@20W)'), '{"[6,6] [6,6] a step has no power"}', 'heart rates are no powers');
SELECT is(pg_temp.intervals('aer bike 3x(1min@70%HRR|90W, 1min@20W)'), '{"[6,6] [6,6] [55,55]"}', 'one of several is a power');
SELECT is(pg_temp.intervals('aer bike 3x(1min@vig, 1min@20W)'), '{"[6,6] [6,6] a level of intensity has no number of its own; see intensity_cuts()"}', 'nor are levels');
SELECT is((SELECT reason FROM interval_training('aer bike 3x(1min@70%Wpeak, 1min@20W)', 1)), 'the peak power is not known', 'a person of whom nothing is known');
SELECT is((SELECT reason FROM interval_training('aer bike 3x(1min@70%MSEC, 1min@20W)', 1)), 'the maximal short exercise capacity is not known', 'nor that');
SELECT is((SELECT array_agg(format('%s.%s.%s.%s %s %s', block, part, alternative, component, modality, intervals)) FROM interval_training('wk 1: aer 2x(1min); wk 2-3: res 3x8 & ses { bal & aer 3x(1min) } or aer 4x(2min, 1min) & aer 30min', 2)),
	'{"2.2.1.2 aerobic 3x(1min)","2.2.2.1 aerobic 4x(2min, 1min)"}', 'where they stand');
SELECT is(pg_temp.intervals('wk 1-3: aer bike 2x(1min@100->120W, 1min@20W)', 2), '{"[4,4] [4,4] [65,65]"}', 'as they are in the week');
SELECT is((SELECT count(*) FROM interval_training(NULL, 1)) + (SELECT count(*) FROM interval_training('aer 2x(1min)', NULL)), 0::bigint, 'nothing to judge');
SELECT throws_ok(format('SELECT * FROM interval_training(%L, %s)', 'aer 2x(1min)', args), '22003', NULL, args) FROM unnest('{"0","521","1, w_peak => 4","1, w_peak => 701","1, w_msec => 4","1, w_msec => 1501"}'::text[]) args;

SELECT * FROM finish();
ROLLBACK;
