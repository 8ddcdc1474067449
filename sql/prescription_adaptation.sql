-- A rule adapts a prescription to what was done. It says whether it fired, why, what it changed, and where it comes from.
\set lifts 'wk 1-12: res machine 2/wk sup 3x8-12 @60%1RM'
SELECT adapted, fired, reason, changed, source, mark FROM exonc.adapt(:'lifts', 'two_for_two', repetitions_done => '{12,14,15}');

-- Below its threshold a rule leaves the prescription as it is; if it cannot tell, fired is NULL and nothing is changed either.
SELECT adapted, fired, reason FROM exonc.adapt(:'lifts', 'two_for_two', repetitions_done => '{12,14,13}');
SELECT adapted, fired, reason FROM exonc.adapt(:'lifts', 'two_for_two', repetitions_done => '{12,14,NULL}');

-- All rules at one look: what does each make of the last sessions?
SELECT rule, fired, reason, changed
FROM unnest(enum_range(NULL::exonc.adaptation_rule)) rule,
     LATERAL exonc.adapt('wk 1-12: aer bike 3/wk 20min @60-75W|110-125bpm & res 2/wk 3x10 @40kg prog +1kg/wk', rule, week => 4,
         repetitions_done => '{10,8}', rpe => '{14,16}', heart_rates => '{121,131}', weeks_since_change => 2, severe_side_effects => false, weeks_missed => 1);

-- With a week, the weeks before it stay as they were; what is adapted goes on from its new load.
SELECT adapted FROM exonc.adapt('wk 1-12: res 2/wk 3x10 @20kg prog +2.5kg/wk & aer 3/wk 30min', 'missed_weeks', week => 8, weeks_missed => 2);
SELECT week, prescribed FROM exonc.adapt('wk 1-5: res 2/wk 3x10 @100kg prog +5%/wk', 'deload', week => 4), LATERAL exonc.week_by_week(adapted);

-- The heart rate zone of a person comes from targets(), which knows when there is none.
SELECT adapted, fired, a.reason
FROM (VALUES (false), (true)) b (beta_blocker),
     LATERAL exonc.targets('aer bike 3/wk 30min @50W|40-60%HRR', 1, hr_rest => 70, hr_max => 150, beta_blocker => beta_blocker) t,
     LATERAL exonc.adapt('aer bike 3/wk 30min @50W|40-60%HRR', 'heart_rate_zone', heart_rates => '{128,124}', heart_rate_zone => t.target) a
WHERE t.prescribed = '40-60%HRR';

-- Easier in the week after an infusion: blocks of cycle days, which schedule() puts on the days of the real infusions.
SELECT adapted FROM exonc.adapt('aer bike 3/wk sup 30min @50-75%HRR', 'chemo_cycle', cycle_days => 21);

-- A place is named by the numbers of components(); what is not there is an error, and so is what nobody can have done.
SELECT adapted FROM exonc.adapt('ses 2/wk { res leg_press 3x10 @60kg & res band 3x10 @10kg }', 'repetitions', component => 2, repetitions_done => '{7}');
SELECT adapted FROM exonc.adapt('ses 2/wk { res leg_press 3x10 @60kg & res band 3x10 @10kg }', 'repetitions', component => 3, repetitions_done => '{7}');
SELECT adapted FROM exonc.adapt('aer 3/wk @60W', 'rpe', rpe => '{4}');
SELECT adapted FROM exonc.adapt(:'lifts', 'two_for_two', repetitions_done => '{14,14}', step => 12);

-- The numbers of the rules.
SELECT rule, number, lowest, highest, unit, is_step, mark FROM exonc.adaptation_rules();

-- A share of the dose, and what percentages come to.
SELECT exonc.scale_dose('wk 1-12: aer 3/wk 20min prog +5min/2wk to 40min & res 2/wk 4x10', 0.75), exonc.scale_dose('res 2/wk 3x10', 0.75) IS NULL AS no_such;
SELECT round(exonc.compounded(60, 10, 8)::numeric, 3) AS week_9, round(exonc.weeks_to_double(10)::numeric, 2) AS weeks, round(exonc.vo2_peak_after_cycles(24, 10, 1)::numeric, 2) AS vo2_peak;
