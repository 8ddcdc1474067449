-- A prescription is written as a clinician would read it: when, what, how often, how long, how hard, where.
\set walk 'wk 1-12: aer walk 5/wk uns 30-45min @RPE 11-13 via home'
SELECT exonc.describe(:'walk');

-- Any order and spacing will do; the output is canonical.
SELECT E'aer Walk @mod via home -- a remark\n 30.0-45min daily;'::exonc.prescription;

-- What does not parse is refused: why, where, and what to write instead.
SELECT 'aer walk 3/wk 30min @RPE 4-6'::exonc.prescription;
SELECT 'aer walk 3/wk(1sup+1uns) 30min'::exonc.prescription;
SELECT 'aer walk 45-30min'::exonc.prescription;
SELECT 'cardio 3/wk'::exonc.prescription;
SELECT 'aer walk mod 3/wk'::exonc.prescription;

-- "?" was prescribed but not reported, what is absent was not prescribed. jsonb keeps them apart.
SELECT 'aer 3/wk ?min'::exonc.prescription::jsonb;
SELECT '{"blocks": [{"weeks": {"from": 1, "to": 6}, "parts": [[{"modality": "resistance", "frequency": {"times": 2, "per": "week"}, "intensity": [null]}]]}]}'::jsonb::exonc.prescription;
SELECT '{"blocks": [{"parts": [[{"modality": "resistance", "minutes": 30}]]}]}'::jsonb::exonc.prescription;

-- It compares, groups and indexes.
SELECT count(DISTINCT p::exonc.prescription) FROM (VALUES ('aer 3/wk 30min'), ('aer 30min 3/wk'), ('aer 3/wk 30-30min'), ('aer 3/wk')) v (p);

-- Week by week: ramps, steps and alternations become numbers.
\set help 'wk 1-4: aer bike 3/wk sup 15-20min @60%Wpeak prog +5%Wpeak/wk to 75%Wpeak; wk 5-6: ses 2/wk(1sup+1uns) 60min { aer bike @mod & res machine 3x8-12 @60->70%1RM ex 8 }'
SELECT week, sessions, minutes, aerobic_minutes, resistance_sessions, supervised_share, prescribed FROM exonc.week_by_week(:'help');
SELECT exonc.at_week(:'help', 3), exonc.at_week(:'help', 7) IS NULL AS over;

-- Doses are ranges. The 60 minutes are shared, so those of the bike alone are unknown; in week 7 nothing is prescribed.
SELECT w AS week, exonc.weekly_minutes(:'help', w) AS minutes, exonc.weekly_minutes(:'help', w, 'aerobic') AS aerobic,
       exonc.weekly_repetitions(:'help', w) AS repetitions, exonc.weekly_volume_load(:'help', w, one_rm_kg => 50) AS volume_load_kg
FROM (VALUES (1), (5), (7)) v (w);

-- Blocks and components as rows.
SELECT block, weeks, prescribed FROM exonc.blocks(:'help');
SELECT block, modality, modes, weekly_frequency, minutes, sets, repetitions, exercises, intensity, not_reported
FROM exonc.components('wk 1-12: ses 2/wk sup { aer bike ?min @50-60%Wpeak & res 3x8-12 ex 6 @? }');

-- What was changed between two visits.
SELECT * FROM exonc.differences(:'walk', 'wk 1-12: aer walk 4/wk uns 30-45min @RPE 11-12 prog auto via home');

SET datestyle = ISO, YMD;
-- Dated sessions. Of "2-3/wk" two are planned and one is optional; what has no dates says why.
SELECT session, planned_on, week, optional, supervision, minutes, prescribed, reason
FROM exonc.schedule('wk 1-2: ses 2-3/wk sup 60min via site { aer bike @mod & res 3x10 @60->65%1RM } & act ?/wk', '2026-01-12', weekdays => '{1,3,5}');

-- Cycle days follow the infusions as they came: here the second was a week late.
SELECT cycle, cycle_day, planned_on, prescribed
FROM exonc.schedule('cd 1-7/21: aer 1/wk 20min @light; cd 8-21/21: aer 1/wk 30min @mod', '2026-01-12', cycle_starts => '{2026-01-12,2026-02-09}');

-- A break leaves sessions out, or lets the programme wait.
SELECT r, array_agg(planned_on || ': week ' || week) FROM unnest(enum_range(NULL::exonc.break_rule)) r,
     LATERAL exonc.schedule('wk 1-3: res 1/wk', '2026-01-12', breaks => '{[2026-01-19,2026-01-26)}', on_break => r) GROUP BY r ORDER BY r;
SELECT * FROM exonc.schedule('aer 3/wk', '2026-01-12');

-- What an intensity means for one person. Nothing is predicted unless an equation is named, and it stands beside the number.
\set plan 'wk 1-12: aer bike 3/wk 30min @40-60%HRR|50%VO2R|RPE 11-13 & res machine 2/wk 3x10 @60->70%1RM'
SELECT modality, prescribed, quantity, target, unit, equation, in_range, reason
FROM exonc.targets(:'plan', week => 6, age => 58, hr_rest => 72, beta_blocker => false, hr_max_equation => 'tanaka',
                   vo2_peak => 20, weight_kg => 70, test_load_kg => 60, test_repetitions => 8, one_rm_equation => 'brzycki', increment_kg => 2.5);
-- Where a number would mislead there is a reason instead.
SELECT prescribed, target, reason FROM exonc.targets(:'plan', week => 6, hr_rest => 72, hr_max => 160, beta_blocker => true);
SELECT * FROM exonc.targets(:'plan', week => 6, vo2_peak => 1800);

-- Equations differ; a measured maximum is better.
SELECT e, exonc.hr_max(e, 55, sex => 'female', hr_rest => 70, on_bike => false) FROM unnest(enum_range(NULL::exonc.hr_max_equation)) e;
SELECT exonc.hr_max('gulati', 55, sex => 'male');
SELECT k, exonc.intensity_class('percent_hr_max', 72, k) FROM unnest(enum_range(NULL::exonc.intensity_key)) k;
SELECT e, round(exonc.one_rm(e, 60, 8)::numeric, 2) AS one_rm_kg FROM unnest(enum_range(NULL::exonc.one_rm_equation)) e;
SELECT exonc.training_load(74.5, 70) AS exactly, exonc.training_load(74.5, 70, increment_kg => 2.5) AS down, exonc.training_load(74.5, 70, 2.5, 'nearest') AS nearest;
SELECT * FROM exonc.work_to_vo2('walk', 80.4, grade => 0.05);
SELECT * FROM exonc.vo2_to_work('leg_cycle', 15, weight_kg => 70);
SELECT * FROM exonc.work_to_vo2('walk', 80.4, grade => 5);

-- Precautions by published profiles, which disagree by whole levels. No profile is the default.
SELECT p, level, rule, change, mark FROM unnest(enum_range('maltser2017'::exonc.safety_profile, 'strict')) p,
     LATERAL exonc.precautions(p, platelets_10e9_l => 35) WHERE about = 'platelets_10e9_l';
-- What is missing or too old is unknown, never fine; max(level) is the verdict.
SELECT about, value, level, note FROM exonc.precautions('medalg', platelets_10e9_l => 120, hb_g_dl => 8.5, labs_days => 3);
SELECT max(level) FROM exonc.precautions('medalg', platelets_10e9_l => 120, hb_g_dl => 8.5, anc_10e9_l => 2.1, symptomatic => false, labs_days => 3);
SELECT level, note FROM exonc.precautions('strict', platelets_10e9_l => 120, labs_days => 30) WHERE about = 'platelets_10e9_l';
SELECT * FROM exonc.precautions('trek', platelets_10e9_l => 50000);
-- The rules, line for line.
SELECT profile, rule, level, mark FROM exonc.precaution_rules();

-- Published programmes and guidelines.
SELECT code, mark, note FROM exonc.protocols();
SELECT body, outcome, option, evidence, prescribed, mark FROM exonc.guidelines();
-- Whether a prescription asks for as much: true, false, or open, and why.
SELECT rx, exonc.meets(rx, 'aer 3/wk 30min @mod & res 2/wk') FROM (VALUES ('aer 3/wk 40min @mod & res 2/wk'::exonc.prescription), ('aer 2/wk 40min @mod & res 2/wk'), ('aer 3/wk 30min @RPE 11-13 & res 2/wk')) v (rx);
SELECT modality, criterion, needed, found, met FROM exonc.meets_evidence('aer 3/wk 30min @RPE 11-13 & res 2/wk', 'aer 3/wk 30min @mod & res 2/wk');
