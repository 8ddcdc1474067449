-- Percentages of different things are different intensities.
SELECT p AS percent_hr_max, round(exonc.percent_hrr_of_hr_max(p, hr_rest => 75, hr_max => 160.4)::numeric, 2) AS percent_hrr FROM unnest('{45,60,70,100}'::float8[]) p;
SELECT e, exonc.percent_hrr_of_vo2(e, 50) FROM unnest(enum_range(NULL::exonc.reserve_equation)) e;

-- The same work by published equations that differ, and the other inverse of walking.
SELECT m, exonc.work_to_vo2(m, 60, weight_kg => 75) FROM unnest('{leg_cycle,leg_cycle_lang}'::exonc.work_mode[]) m;
SELECT speed, exonc.vo2_to_grade('walk', 17.5, speed) FROM unnest('{80,150}'::float8[]) speed;

-- Loads from repetitions, with some in reserve; from five repetitions, for the two exercises that were studied.
SELECT e, round(exonc.percent_1rm(e, repetitions => 8, in_reserve => 2)::numeric, 2) AS percent FROM unnest(enum_range(NULL::exonc.repetition_equation)) e;
SELECT e, round(exonc.repetitions_at_percent_1rm(e, 85)::numeric, 2) AS repetitions FROM unnest('{epley,epley_modified,linear}'::exonc.repetition_equation[]) e;
SELECT exonc.repetitions_at_percent_1rm('rts_chart', 85);
SELECT e, exonc.one_rm_from_5rm(e, 50) FROM unnest(enum_range(NULL::exonc.five_rm_exercise)) e;

-- The load of a session. A scale that is not CR10, a heart rate above the maximum, a zone that is not known.
SELECT exonc.session_rpe_load(minutes => 40, cr10 => 4), exonc.edwards_trimp('{5,10,10,5,0}'), exonc.moderate_equivalent_minutes(40, 55);
SELECT s, round(exonc.banister_trimp(30, hr_mean => 130, hr_rest => 60, hr_max => 180, sex => s)::numeric, 3) FROM unnest(enum_range(NULL::exonc.sex)) s;
SELECT exonc.session_rpe_load(minutes => 40, cr10 => 13);
SELECT exonc.banister_trimp(30, hr_mean => 190, hr_rest => 60, hr_max => 180, sex => 'male');
SELECT exonc.edwards_trimp('{5,10,10,5,NULL}') IS NULL AS unknown;

-- Minutes and mean power of intervals.
SELECT w AS week, intervals, interval_minutes, minutes_in_all, mean_power_w, reason
FROM unnest('{4,15,26}'::int[]) w, exonc.protocols(), LATERAL exonc.interval_training(prescribed, w, w_peak => 120) WHERE code = 'EFFECT';

-- The numbers behind it.
SELECT function, count(*), count(DISTINCT source) AS sources FROM exonc.prescription_rules() GROUP BY function ORDER BY function;
SELECT scale, value, meaning, percent_hr_max, cr10, mark FROM exonc.exertion_anchors();
