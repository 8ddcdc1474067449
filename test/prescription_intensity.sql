-- Intensities: the worked vectors of the fact sheet, targets for a person, and when there is no number.
\ir lib/setup.sql
\set sheet `test/lib/csv-to-json test/vectors/prescription_sheet.csv`
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

-- Low and high end of the only target of a prescription.
CREATE FUNCTION pg_temp.ends(r numrange) RETURNS float8[] LANGUAGE sql AS $$ SELECT ARRAY[lower(r), upper(r)]::float8[] $$;
CREATE TEMP TABLE vector (id text, found float8[]);
INSERT INTO vector VALUES
	('V01', ARRAY[hr_max('fox', 55), hr_max('tanaka', 55), hr_max('gellish', 55), hr_max('gulati', 55, 'female'), hr_max('nes', 55)]),
	('V02', ARRAY[hr_max('gellish_nonlinear', 55)]),
	('V03', ARRAY[hr_max('brawner', 62)]),
	('V04', ARRAY[hr_max('keteyian', 60, hr_rest => 70, on_bike => true), hr_max('keteyian', 60, hr_rest => 70, on_bike => false)]),
	('V05', ARRAY(SELECT age::float8 FROM generate_series(18, 100) age WHERE hr_max('fox', age) = hr_max('tanaka', age))),
	('V06', (SELECT pg_temp.ends(target) FROM targets('aer @40-60%HRR', 1, age => 58, hr_rest => 72, beta_blocker => false, hr_max_equation => 'tanaka'))),
	('V07', (SELECT pg_temp.ends(target) FROM targets('aer @40-60%HRR', 1, age => 58, hr_rest => 84, beta_blocker => false, hr_max_equation => 'tanaka'))),
	('V08', (SELECT pg_temp.ends(target) FROM targets('aer @60-70%HRmax', 1, age => 68, beta_blocker => false, hr_max_equation => 'fox'))),
	('V09', (SELECT pg_temp.ends(target) FROM targets('aer @60-70%HRmax', 1, age => 68, beta_blocker => false, hr_max_equation => 'tanaka'))),
	('V10', ARRAY[percent_hrr_of_hr_max(60, 75, hr_max('tanaka', 68)) / 100, percent_hrr_of_hr_max(70, 75, hr_max('tanaka', 68)) / 100]),
	('V11', ARRAY[(SELECT lower(target) FROM targets('aer @50%VO2R', 1, vo2_peak => 20))]),
	('V12', ARRAY[(SELECT lower(target) FROM targets('aer @50%VO2max', 1, vo2_peak => 20))]),
	('V13', (SELECT ARRAY[lower(target) / 3.5, upper(target) / 3.5] FROM targets('aer @40-60%VO2max', 1, vo2_peak => 22))),
	('V16', ARRAY[(work_to_vo2('walk', 80.4, grade => 0.05)).vo2_ml_kg_min]),
	('V17', ARRAY[(work_to_vo2('walk', 80.4, grade => 0.05)).mets]),
	('V18', ARRAY[(work_to_vo2('walk', 80)).vo2_ml_kg_min]),
	('V19', ARRAY[(work_to_vo2('run', 150, grade => 0.01)).vo2_ml_kg_min]),
	('V21', ARRAY[(work_to_vo2('leg_cycle_lang', 60, weight_kg => 75)).vo2_ml_kg_min]),
	('V22', ARRAY[(work_to_vo2('arm_cycle', 40, weight_kg => 70)).vo2_ml_kg_min]),
	('V23', ARRAY[(work_to_vo2('step', 24, step_height_m => 0.2)).vo2_ml_kg_min, (work_to_vo2('step_latin', 24, step_height_m => 0.2)).vo2_ml_kg_min]),
	('V24', ARRAY[(work_to_vo2('step', 30, step_height_m => 0.3048)).vo2_ml_kg_min]),
	('V25', (SELECT ARRAY[work, work * 0.06, work / 26.8] FROM vo2_to_work('walk', 12.25, grade => 0.02))),
	('V26', ARRAY[(vo2_to_grade('walk', 17.5, 80)).grade]),
	('V27', ARRAY[(vo2_to_work('leg_cycle', 15, weight_kg => 70)).work]),
	('V28', ARRAY[(vo2_to_work('leg_cycle', 7, weight_kg => 70)).work]),
	('V29', ARRAY[(vo2_to_work('walk', 21)).work]),
	('V30', ARRAY(SELECT one_rm(e, 60, 8) FROM unnest(enum_range(NULL::one_rm_equation)) WITH ORDINALITY u (e, n) ORDER BY n)),
	('V32', ARRAY[one_rm('epley', 60, 10), one_rm('brzycki', 60, 10)]),
	('V38', ARRAY[training_load(one_rm('brzycki', 60, 8), 70), training_load(one_rm('brzycki', 60, 8), 70, 2.5), training_load(one_rm('brzycki', 60, 8), 70, 2.5, 'nearest')]),
	('V51', ARRAY[lower(weekly_met_minutes('aer 5/wk 37.5min @3.3MET', 1))]),
	('V52', pg_temp.ends(weekly_met_minutes('aer 5/wk 30-45min @3.3MET', 1))),
	('V53', ARRAY[lower(weekly_met_minutes('aer 5/wk 37.5min @3.3MET', 1)) / 60]),
	('V54', pg_temp.ends(weekly_met_minutes('aer vol 150min/wk @mod', 1))),
	('V57', ARRAY[lower(weekly_volume_load('res 1/wk 3x10 @50kg ex 6', 1))]),
	('V64', ARRAY[lower(weekly_minutes('aer 1/wk 8x(1min, 1min) warm 3min cool 3min', 1)), lower(weekly_minutes('aer 1/wk 3x(3min, 2min)', 1)), lower(weekly_minutes('aer 1/wk 8x(30s, 1min)', 1))]),
	('V68', ARRAY[(SELECT lower(target) FROM targets('aer 3/wk @60W prog +10%/wk', 9))]),
	('V69', ARRAY[(SELECT lower(target) FROM targets('aer 3/wk @60W prog +2%/wk', 9))]),
	('V71', ARRAY(SELECT lower(weekly_minutes('aer 1/wk 15min prog +5min/3wk to 45min', w))::float8 FROM unnest('{1,3,4,18,19}'::int[]) WITH ORDINALITY u (w, n) ORDER BY n)),
	('V72', ARRAY(SELECT lower(target)::float8 FROM unnest('{1,6,12}'::int[]) WITH ORDINALITY u (w, n), targets('wk 1-12: res @50->75%1RM', w, one_rm_kg => 100) ORDER BY n)),
	('V79', ARRAY[training_load(80, 75)]);
SELECT is((SELECT string_agg(round(x::numeric, 6)::text, ', ' ORDER BY n) FROM unnest(v.found) WITH ORDINALITY u (x, n)), s.results, format('%s %s: %s', s.id, s.function, s.inputs))
FROM vector v JOIN json_to_recordset(:'sheet') s (id text, function text, inputs text, results text) USING (id) ORDER BY id;
SELECT is((SELECT count(*) FROM vector), (SELECT count(*) FROM vector JOIN json_to_recordset(:'sheet') s (id text) USING (id)), 'every one was compared');

-- Vectors of which the sheet's own rules keep a part.
SELECT is(round((work_to_vo2('leg_cycle', 60, weight_kg => 75)).vo2_ml_kg_min::numeric, 6), 15.64, 'V20: 1 W is 6 kgm/min');
SELECT is(one_rm(e, 60, 1), 60::float8, 'V31: one repetition is the maximum, ' || e) FROM unnest(enum_range(NULL::one_rm_equation)) e;
SELECT is(round(one_rm('epley', 60, 8)::numeric, 6), 76.0, 'V33: 1/30 and 36/(37-r), not the forms with four decimals');
SELECT is(round(one_rm('brzycki', 60, 20)::numeric, 6), 127.058824, 'V34: far from 10 repetitions');
SELECT throws_ok($$ SELECT one_rm('brzycki', 60, 36) $$, '22003', NULL, 'V34: the pole is out of reach');
SELECT is(training_load(100, 70, 2.5), 70::float8, 'V39');
SELECT is(training_load(29, 60, 0.2), 17.4::float8, 'V40: not a step less');
SELECT is(training_load(51.25, 100, 2.5, 'nearest'), 52.5::float8, 'V41: halves up');
SELECT is((SELECT array_agg(intensity_class('percent_hr_max', x)::text ORDER BY n) FROM unnest('{56.9,57,63.5,64,76.9,77,95.9,96}'::float8[]) WITH ORDINALITY u (x, n)),
	'{very_light,light,light,moderate,moderate,vigorous,vigorous,near_maximal}', 'V42');
SELECT is((SELECT array_agg(intensity_class(m, x)::text ORDER BY n) FROM unnest('{29.9,30,39.5,40,59.9,60,89.9,90}'::float8[]) WITH ORDINALITY u (x, n)),
	'{very_light,light,light,moderate,moderate,vigorous,vigorous,near_maximal}', 'V43 ' || m) FROM unnest('{percent_hrr,percent_vo2r}'::intensity_measure[]) m;
SELECT is(ARRAY[intensity_class('percent_hr_max', 65), intensity_class('percent_hr_max', 65, 'essa2010')]::text[], '{moderate,moderate}', 'V44');
SELECT is(ARRAY[intensity_class('percent_hr_max', 58), intensity_class('percent_hr_max', 58, 'essa2010'), intensity_class('percent_hr_max', 72), intensity_class('percent_hr_max', 72, 'essa2010')]::text[],
	'{light,moderate,moderate,vigorous}', 'V45');
SELECT is((SELECT array_agg(intensity_class('percent_1rm', x)::text ORDER BY n) FROM unnest('{45,50,70,84.9,85}'::float8[]) WITH ORDINALITY u (x, n)), '{light,moderate,vigorous,vigorous,near_maximal}', 'V46');
SELECT is((SELECT array_agg(intensity_class('rpe', x)::text ORDER BY n) FROM unnest('{8,9,11,12,13,14,17,18}'::float8[]) WITH ORDINALITY u (x, n)),
	'{very_light,light,light,moderate,moderate,vigorous,vigorous,near_maximal}', 'V47');
-- Each cut: just below it, and at it.
SELECT is_empty($$ SELECT * FROM intensity_cuts() WHERE intensity_class(measure, from_value, key) <> class OR intensity_class(measure, from_value - 0.001, key) >= class $$, 'classes begin at their cuts');
SELECT is((SELECT string_agg(format('%s %s %s', key, measure, cuts), '; ') FROM (SELECT key, measure, array_agg(from_value ORDER BY class) cuts FROM intensity_cuts() GROUP BY key, measure ORDER BY key, measure) c),
	'acsm2018 percent_hrr {30,40,60,90}; acsm2018 percent_vo2r {30,40,60,90}; acsm2018 percent_hr_max {57,64,77,96}; acsm2018 percent_vo2_max {37,46,64,91}; acsm2018 rpe {9,12,14,18}; acsm2018 met {2,3,6,8.8}; acsm2018 percent_1rm {30,50,70,85}; essa2010 percent_hr_max {40,55,70,90}', 'the cuts of the sheet');
SELECT is((SELECT count(*) FROM (VALUES ('percent_hrr'::intensity_measure, 100), ('percent_vo2r', 100), ('percent_hr_max', 100), ('percent_vo2_max', 100), ('rpe', 20), ('met', 30), ('percent_1rm', 100)) v (m, top) WHERE intensity_class(m, top) = 'near_maximal'), 7::bigint, 'the highest value of each measure');
SELECT throws_ok(format('SELECT intensity_class(%L, %s)', m, top), '22003', NULL, format('more than the highest %s', m)) FROM (VALUES ('percent_hrr', 100.1), ('percent_vo2r', 100.1), ('percent_hr_max', 100.1), ('percent_vo2_max', 100.1), ('rpe', 20.1), ('met', 30.1), ('percent_1rm', 100.1)) v (m, top);
SELECT throws_ok($$ SELECT intensity_class('percent_hr_max', 100.1, 'essa2010') $$, '22003', NULL, 'more than the highest of ESSA');
SELECT is((SELECT array_agg(percent_hrr_of_hr_max(p, 75, 150)) FROM unnest('{50,40,100}'::float8[]) p), '{0,-20,100}', 'at, below and far above the resting heart rate');
SELECT throws_ok(format('SELECT percent_hrr_of_hr_max(%s, %s, %s)', p, rest, top), state, NULL, format('%s %% of %s, rest %s', p, top, rest)) FROM (VALUES (0.7, 75, 160, '22003'), (101, 75, 160, '22003'), (70, 29, 160, '22003'), (70, 131, 160, '22003'), (70, 75, 59, '22003'), (70, 75, 231, '22003'), (70, 100, 100, '22023')) v (p, rest, top, state);
SELECT throws_ok($$ SELECT intensity_class('rpe', 4) $$, '22003', NULL, 'no RPE of 4');
SELECT throws_ok($$ SELECT intensity_class('rpe', 12, 'essa2010') $$, '22023', NULL, 'a key without that measure');

-- Work there and back, and where it holds.
SELECT is_empty($$ SELECT m, w FROM unnest(enum_range(NULL::work_mode)) m, generate_series(20, 90, 7) w,
	LATERAL work_to_vo2(m, w, weight_kg => 70, grade => 0.03, step_height_m => 0.2) v, LATERAL vo2_to_work(m, v.vo2_ml_kg_min, weight_kg => 70, grade => 0.03, step_height_m => 0.2) b
	WHERE abs(b.work - w) > 1e-6 OR b.in_range <> v.in_range $$, 'vo2_to_work() is the inverse of work_to_vo2()');
SELECT is((SELECT array_agg((vo2_to_work(m, 21, weight_kg => 70, step_height_m => 0.2)).in_range) FROM unnest('{walk,run,leg_cycle,arm_cycle,step}'::work_mode[]) m), '{f,t,t,t,t}', 'V29: out of range, and said so');
SELECT is_empty($$ SELECT m, w FROM unnest('{walk,run}'::work_mode[]) m, generate_series(20, 300, 7) w, LATERAL work_to_vo2(m, w, grade => 0.03) v, LATERAL vo2_to_grade(m, v.vo2_ml_kg_min, w) b
	WHERE abs(b.grade - 0.03) > 1e-6 OR b.in_range <> v.in_range $$, 'and vo2_to_grade() the other one');
SELECT is(vo2_to_grade('walk', 10.5, 80)::text, '(-0.006944444,f)', 'a speed that takes more on the level: downhill, and said so');
SELECT is(vo2_to_grade('walk', 11.5, 80)::text, '(0,t)', 'level');
SELECT throws_ok($$ SELECT vo2_to_grade('leg_cycle', 17.5, 80) $$, '22023', 'mode "leg_cycle" has no grade', 'a bicycle has no grade');
SELECT throws_ok(format('SELECT vo2_to_grade(%L, %s, %s)', 'walk', vo2, speed), '22003', NULL, format('vo2 %s, speed %s', vo2, speed)) FROM (VALUES (1.9, 80), (95.1, 80), (17.5, 9.9), (17.5, 1001)) v (vo2, speed);
-- Where the equations hold: the least and the greatest work, and just beside them.
SELECT is((SELECT array_agg((work_to_vo2(m, w, weight_kg => 70, step_height_m => 0.2)).in_range ORDER BY w) FROM unnest(ARRAY[low - 0.01, low, high, high + 0.01]::float8[]) w), '{f,t,t,f}', format('range of %s', m))
FROM (VALUES ('walk'::work_mode, 50, 100), ('leg_cycle', 50, 200), ('arm_cycle', 25, 125), ('step', 12, 30), ('leg_cycle_lang', 50, 200), ('step_latin', 12, 30)) v (m, low, high);
SELECT is((SELECT array_agg((work_to_vo2('run', w)).in_range ORDER BY w) FROM unnest('{79.99,80,1000}'::float8[]) w), '{f,t,t}', 'running has no upper end');
SELECT is((work_to_vo2('leg_cycle', 60, weight_kg => 75, grade => 0.1)).vo2_ml_kg_min, (work_to_vo2('leg_cycle', 60, weight_kg => 75)).vo2_ml_kg_min, 'a grade means nothing on a bicycle');
SELECT throws_ok($$ SELECT work_to_vo2('leg_cycle_lang', 80) $$, '22023', 'weight_kg is needed for work in watts', 'nor by Lang without a weight');
SELECT throws_ok($$ SELECT work_to_vo2('step_latin', 24) $$, '22023', 'step_height_m is needed for mode "step_latin"', 'nor by Latin without a height');
SELECT throws_ok($$ SELECT work_to_vo2('walk', 80, grade => 5) $$, '22003', NULL, 'a grade in percent');
SELECT throws_ok($$ SELECT work_to_vo2('leg_cycle', 80) $$, '22023', 'weight_kg is needed for work in watts', 'watts need a weight');
SELECT throws_ok($$ SELECT work_to_vo2('step', 24) $$, '22023', NULL, 'steps need a height');
SELECT throws_ok($$ SELECT hr_max('gulati', 55, 'male') $$, '22023', NULL, 'an equation of women');
SELECT throws_ok($$ SELECT hr_max('sydo', 55) $$, '22023', 'equation "sydo" needs the sex', 'an equation by sex');
SELECT throws_ok($$ SELECT hr_max('keteyian', 55) $$, '22023', NULL, 'an equation with a resting heart rate');
SELECT throws_ok($$ SELECT hr_max('fox', 17) $$, '22003', NULL, 'adults only');
SELECT is((hr_max('sydo', 60, 'male'), hr_max('sydo', 60, 'female'))::text, '(163,162.6)', 'sydo by sex');
SELECT is((SELECT string_agg(format('%s %s %s %s %s %s %s %s', equation, coalesce(sex::text, '-'), intercept, age_factor, age_squared_factor, hr_rest_factor, bike, on_beta_blocker), '; ') FROM hr_max_equations()),
	'fox - 220 -1 0 0 0 f; tanaka - 208 -0.7 0 0 0 f; gellish - 207 -0.7 0 0 0 f; gellish_nonlinear - 192 0 -0.007 0 0 f; gulati female 206 -0.88 0 0 0 f; nes - 211 -0.64 0 0 0 f; sydo male 220 -0.95 0 0 0 f; sydo female 210 -0.79 0 0 0 f; brawner - 164 -0.7 0 0 0 t; keteyian - 119 -0.5 0 0.5 -5 t', 'the equations of the sheet');

-- Targets: measured before predicted, and a reason where there is no number.
SELECT is((SELECT coalesce(target::text, reason) || coalesce(' by ' || equation, '') FROM targets('aer @50%HRR', 1, age => 60, hr_rest => 70, hr_max => 150, beta_blocker => false, hr_max_equation => 'fox')), '[110,110]', 'measured before predicted');
SELECT is((SELECT coalesce(target::text, reason) || coalesce(' by ' || equation, '') FROM targets('aer @50%HRR', 1, age => 60, hr_rest => 70, beta_blocker => false, hr_max_equation => 'fox')), '[115,115] by fox', 'predicted, by the equation that was named');
SELECT matches((SELECT reason FROM targets('aer @50%HRR', 1, age => 60, hr_rest => 70, beta_blocker => false)), 'no equation', 'no equation is chosen silently');
SELECT matches((SELECT reason FROM targets('aer @50%HRR', 1, age => 60, hr_rest => 70, hr_max_equation => 'fox')), 'not known whether', 'unknown is not "no beta-blocker"');
SELECT matches((SELECT reason FROM targets('aer @50%HRR', 1, age => 60, hr_rest => 70, hr_max => 150, beta_blocker => true)), 'beta-blocker', 'a maximum from before the drug');
SELECT is((SELECT target::text FROM targets('aer @50%HRR', 1, hr_rest => 60, hr_max => 120, beta_blocker => true, hr_max_on_beta_blocker => true)), '[90,90]', 'a maximum measured on it');
SELECT matches((SELECT reason FROM targets('aer @50%HRR', 1, hr_rest => 70, hr_max => 150, hr_rest_days => 29)), 'too old', 'a stale resting heart rate');
SELECT is((SELECT target::text FROM targets('aer @50%HRR', 1, hr_rest => 70, hr_max => 150, hr_rest_days => 29, hr_rest_max_days => 60)), '[110,110]', 'unless it may be that old');
SELECT is((SELECT target::text FROM targets('aer @50%HRmax', 1, hr_max => 150, hr_rest_days => 290)), '[75,75]', '%HRmax needs none');
SELECT is((SELECT array_agg(coalesce(target::text, reason)) FROM targets('aer @?|mod|RPE 11-13', 1)), '{"the intensity is not reported","a level of intensity has no number of its own; see intensity_cuts()","[11,13]"}', 'a row for each alternative');
SELECT is((SELECT array_agg(quantity || ' ' || coalesce(target::text, reason) || ' ' || unit || coalesce(' ' || in_range, '')) FROM targets('aer walk @50%VO2R', 1, vo2_peak => 20)), '{"oxygen uptake [11.75,11.75] mL/kg/min","speed [82.5,82.5] m/min true"}', 'speed from oxygen uptake');
SELECT is((SELECT array_agg(coalesce(target::text, reason)) FROM targets('aer bike @4.5MET', 1)), '{"[15.75,15.75]","the weight is not known"}', 'watts need a weight');
SELECT is((SELECT array_agg(target::text) FROM targets('aer bike 8x(30s@65%MSEC, 1min@30%MSEC) warm 3min@30W', 1, w_msec => 200)), '{"[130,130]","[60,60]","[30,30]"}', 'watts of intervals');
SELECT is((SELECT target::text || ' ' || equation || coalesce(' ' || in_range, '') FROM targets('res @70%1RM', 1, test_load_kg => 60, test_repetitions => 8, one_rm_equation => 'brzycki', increment_kg => 2.5)), '[50,50] brzycki true', 'V38: a load from repetitions');
SELECT is((SELECT reason FROM targets('res @70%1RM', 1, test_load_kg => 60, test_repetitions => 12, one_rm_equation => 'epley')), 'predicted from more than 10 repetitions', 'too many repetitions');
SELECT is((SELECT array_agg(reason) FROM targets('res @70%1RM & res @50%BW & aer @50%Wpeak & aer @50%VO2max', 1)),
	'{"the one-repetition maximum is not known","the weight is not known","the peak power is not known","the peak oxygen uptake is not known"}', 'what is missing');
SELECT is((SELECT array_agg(target::text ORDER BY w) FROM generate_series(1, 4) w, targets('wk 1-4: aer bike @60%Wpeak prog +5%Wpeak/wk to 70%Wpeak', w, w_peak => 100)), '{"[60,60]","[65,65]","[70,70]","[70,70]"}', 'targets of each week');
SELECT is((SELECT count(*) FROM targets(NULL, 1)) + (SELECT count(*) FROM targets('aer @mod', NULL)) + (SELECT count(*) FROM targets('wk 2: aer @mod', 1)), 0::bigint, 'nothing to aim at');
SELECT throws_ok($$ SELECT * FROM targets('aer', 1, vo2_peak => 1800) $$, '22003', NULL, 'a peak uptake in mL/min');
SELECT throws_ok($$ SELECT * FROM targets('aer', 1, hr_rest => 100, hr_max => 90) $$, '22023', NULL, 'a resting heart rate above the maximum');
SELECT throws_ok($$ SELECT * FROM targets('aer', 1, age => 'NaN') $$, '22003', NULL, 'NaN is no age');

-- The zone of a week as one value: from the lowest to the highest of the main targets of that kind, or NULL.
SELECT is(target_heart_rate(rx::prescription, 1, hr_rest => 70, hr_max => 150)::text, expected, 'heart rate of ' || rx) FROM (VALUES
	('aer @40-60%HRR', '[102,119)'), ('aer @40-60%HRR & aer @70%HRmax', '[102,119)'), ('aer @60%HRR or aer @80%HRmax', '[118,121)'), ('aer @50.625%HRR', '[111,112)'), ('aer @120-130bpm', '[120,131)'),
	('aer @40-60%HRR|RPE 11-13 & res @mod', '[102,119)'), ('aer warm 5min@50%HRR', NULL), ('aer 4x(1min@90%HRmax)', NULL), ('aer @mod', NULL), ('aer @?', NULL), ('aer @?%HRR & aer @70%HRmax', NULL),
	('ses @50%HRR { aer & res }', '[110,111)'), ('wk 2: aer @50%HRR', NULL)) v (rx, expected);
SELECT is(target_heart_rate('aer @40-60%HRR & aer @70%HRmax', 1, hr_max => 150), NULL, 'one heart rate without a number: no zone');
SELECT is(target_heart_rate('aer @40-60%HRR', 1, hr_rest => 70, hr_max => 150, beta_blocker => true), NULL, 'a beta-blocker');
SELECT is(target_heart_rate('aer @40-60%HRR', 1, hr_rest => 70, hr_max => 150, hr_rest_days => 29), NULL, 'a stale resting heart rate');
SELECT is(target_heart_rate('aer @40-60%HRR', 1, hr_rest => 70, hr_max => 150, hr_rest_days => 29, hr_rest_max_days => NULL), '[102,119)', 'of any age');
SELECT is(target_load(rx::prescription, 1, weight_kg => 70, one_rm_kg => 80, increment_kg => 2.5)::text, expected, 'load of ' || rx) FROM (VALUES
	('res @70%1RM', '[55,55]'), ('res @60-70%1RM & res @50%BW', '[35,55]'), ('res @20kg', '[20,20]'), ('res @10RM', NULL), ('res @?%1RM & res @20kg', NULL), ('aer @50%HRR', NULL)) v (rx, expected);
SELECT is(target_load('res @70%1RM', 1, test_load_kg => 60, test_repetitions => 8, one_rm_equation => 'brzycki', increment_kg => 2.5), '[50,50]', 'a load from repetitions');
SELECT is(target_load('res @70%1RM', 1, test_load_kg => 60, test_repetitions => 12, one_rm_equation => 'brzycki'), NULL, 'not from more than ten');
SELECT is(target_load('res @72%1RM', 1, one_rm_kg => 100, increment_kg => 5, rounding => 'nearest'), '[70,70]', 'to the nearest plate');
SELECT is(num_nonnulls(target_heart_rate(NULL, 1), target_heart_rate('aer @50%HRR', NULL), target_load(NULL, 1), target_load('res @50%1RM', NULL)), 0, 'no prescription or no week');
SELECT throws_ok($$ SELECT target_heart_rate('aer @50%HRR', 1, hr_rest => 100, hr_max => 90) $$, '22023', NULL, 'the checks of targets()');
SELECT throws_ok($$ SELECT target_load('res @50%1RM', 1, one_rm_kg => 1800) $$, '22003', NULL, 'also for loads');
SELECT throws_ok($$ SELECT target_load('res @50%1RM', 521, one_rm_kg => 80) $$, '22003', NULL, 'and for weeks');

SELECT * FROM finish();
ROLLBACK;
