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
