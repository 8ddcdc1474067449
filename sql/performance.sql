\pset null NULL
-- SPPB: balance in three positions, a walk, five chair stands.
SELECT exonc.sppb(side_by_side_s => 10, semi_tandem_s => 10, tandem_s => 7, gait_s => 5.1, chair_stand_s => 14.2);
SELECT * FROM exonc.sppb_points(side_by_side_s => 10, semi_tandem_s => 10, tandem_s => 7, gait_s => 5.1, chair_stand_s => 14.2);

-- The walks of 4 m and 3 m have cut-points of their own.
SELECT d, p.gait, p.gait_m_s FROM (VALUES (4), (3), (NULL)) v (d), LATERAL exonc.sppb_points(gait_s => 4.5, gait_distance_m => d) p;
SELECT exonc.sppb(gait_s => 4.5, gait_distance_m => 6);

-- Times are rounded to hundredths, so that each has a band.
SELECT t, (exonc.sppb_points(gait_s => t)).gait FROM unnest('{4.814,4.815,6.204,6.205}'::float8[]) t;

-- Balance stops at the first position that is not held for 10 s.
SELECT b.*, p.balance FROM (VALUES (10, 10, 9.9), (10, 4, NULL), (3, NULL, NULL), (0, NULL, NULL), (10, 10, NULL), (NULL, 10, 10)) b (side, semi, tandem),
       LATERAL exonc.sppb_points(side, semi, tandem) p;
SELECT exonc.sppb(side_by_side_s => 10, semi_tandem_s => 6, tandem_s => 8);

-- What was tried and failed has 0 points; what is not known leaves the total open.
SELECT exonc.sppb(10, 10, 10, gait_s => 4.2) AS not_known,
       exonc.sppb(10, 10, 10, gait_s => 4.2, unable => '{chair_stand}') AS failed,
       exonc.sppb(unable => '{sppb}') AS none_of_it;
SELECT exonc.sppb(10, 10, 10, gait_s => 4.2, chair_stand_s => 12, unable => '{chair_stand}');

-- Six-minute walk beside its normal value. 0 m is a result, NULL is none.
SELECT d, w.* FROM (VALUES (450), (410), (0), (NULL)) v (d), LATERAL exonc.six_minute_walk(d, 'male', 55, 170, 75) w;
SELECT s, exonc.six_minute_walk_predicted_m(s, 55, 170, 75) FROM unnest(enum_range(NULL::exonc.sex)) s;
SELECT exonc.six_minute_walk(450, 'male', 55, 1.7, 75);
SELECT exonc.six_minute_walk(0.45, 'male', 55, 170, 75);

-- Senior Fitness Test: below, in or above the normal range; no norms under 60.
SELECT age, r, exonc.senior_fitness('chair_stand_30s', 'female', age, r) FROM unnest('{55,64,71,94,95}'::int[]) age, unnest('{0,9,14,20,NULL}'::int[]) r;
-- Above is better, also where less is better.
SELECT r, exonc.senior_fitness('up_and_go_8ft', 'male', 72, r) FROM unnest('{4.3,4.4,6.2,6.3,NULL}'::float8[]) r;
SELECT exonc.senior_fitness('up_and_go_8ft', 'male', 72, NULL, unable => true);
SELECT exonc.senior_fitness('up_and_go_8ft', 'male', 72, 5, unable => true);
SELECT exonc.senior_fitness('chair_stand_30s', 'male', 72, 12.5);
SELECT * FROM exonc.senior_fitness_norms() WHERE sex = 'male' AND age_from IN (60, 85);

-- Grip strength of six trials depends on the protocol.
SELECT p, exonc.grip_strength(p, right_kg => '{24.5,26,25.5}', left_kg => '{22,23,24}') AS six,
       exonc.grip_strength(p, right_kg => '{24.5,26,NULL}', left_kg => '{22,23,24}') AS five,
       exonc.grip_strength(p, right_kg => '{24.5,26,25.5}') AS one_hand
FROM unnest(enum_range(NULL::exonc.grip_protocol)) p;
SELECT exonc.grip_strength('southampton', '{24.5,26,25.5,27}', '{22,23,24}');
SELECT exonc.grip_strength('best', '{245}');
SELECT exonc.grip_strength('best', '{24.5,0}');

-- Gait speed, timed up-and-go, one leg.
SELECT exonc.gait_speed_m_s(distance_m => 4, time_s => 5);
SELECT exonc.gait_speed_m_s(distance_m => 400, time_s => 5);
SELECT t, exonc.tug_fall_risk(t) FROM unnest('{11.99,12,NULL}'::float8[]) t;
SELECT exonc.tug_fall_risk(NULL, unable => '{tug}') AS tried_and_not_able;
SELECT exonc.single_leg_stance_s('{12.3,45,NULL}'), exonc.single_leg_stance_s('{12.3,45,NULL}', ceiling_s => 30) AS up_to_30,
       exonc.single_leg_stance_s('{0,0}') AS could_not, exonc.single_leg_stance_s('{NULL}') AS not_done;

-- Oxygen uptake: METs, normal value, percent of it.
SELECT exonc.mets(24.5);
SELECT e, m, p.* FROM unnest(enum_range(NULL::exonc.vo2_norm)) e, unnest(enum_range(NULL::exonc.exercise_mode)) m,
       LATERAL exonc.vo2_peak(21.4, e, sex => 'female', age => 60, weight_kg => 70, height_cm => 165, mode => m) p;
SELECT exonc.vo2_predicted('friend_2018', sex => 'female', age => 60, weight_kg => 70) AS height_and_mode_are_missing;
SELECT exonc.mets(1.8);

-- Estimates from tests without gas analysis. in_range: where the source says that the equation holds.
SELECT e, v.vo2_ml_kg_min, v.vo2_ml_min, v.mets, v.in_range
FROM unnest(enum_range(NULL::exonc.vo2_test)) e,
     LATERAL exonc.vo2_estimate(e, sex => 'female', weight_kg => 64, test_min => 8.5, peak_w => 210, speed_m_min => 90, grade_percent => 5) v;
SELECT * FROM exonc.vo2_estimate('steep_ramp', peak_w => 210);
SELECT exonc.vo2_estimate('bruce', sex => 'female', test_min => 510);
-- A submaximal test on the cycle: the line through the stages with 110 to 150 bpm.
SELECT * FROM exonc.ymca_cycle(workloads_w => '{25,50,75,100}', heart_rates_bpm => '{98,112,127,141}', hr_max_bpm => 165, weight_kg => 64);
SELECT * FROM exonc.ymca_cycle(workloads_w => '{25,50,75}', heart_rates_bpm => '{98,112,NULL}', hr_max_bpm => 165, weight_kg => 64);
SELECT exonc.ymca_cycle(workloads_w => '{25,50}', heart_rates_bpm => '{112,127}', hr_max_bpm => 120, weight_kg => 64);
SELECT a, exonc.astrand_age_factor(a) FROM unnest('{14,35,37.5,65,66}'::float8[]) a;

-- Every number with its source.
SELECT test, mark, count(*) FROM exonc.performance_rules() GROUP BY test, mark ORDER BY test COLLATE "C", mark;
SELECT rule, sex, value, unit, mark FROM exonc.performance_rules() WHERE test IN ('SPPB', '6-minute walk', 'VO2, normal value', 'VO2 from a test', 'grip strength', 'YMCA cycle test', 'timed up-and-go', 'single-leg stance');
SELECT DISTINCT source FROM exonc.performance_rules() ORDER BY source COLLATE "C";
