-- From what is known of a person to the prescription that the rules leave.
\pset null NULL
\set rx 'wk 1-12: ses 2/wk uns 60min via home|comm { aer walk|bike @40-80%HRR prog +5%HRR/wk & res machine|upper 3x8 @80%1RM } & flex'

-- Conditions: a set of names. What was not asked for is unknown, which is never none.
SELECT about, level, rule, change, note, restrictions FROM exonc.condition_precautions('{lymphoedema_stable,neuropathy,sternotomy}', '{}', surgery_weeks => 9);
SELECT about, level, note, restrictions FROM exonc.condition_precautions('{other_surgery}');
SELECT '{ataxy}'::exonc.exercise_condition_set;

-- Metastases of bone, by a published table. The tables differ.
SELECT about, level, change, restrictions FROM exonc.bone_precautions('trials2018', '{pelvis}', unstable => false, risk_assessed => true);
SELECT variant, target, allowed, limits, mark FROM unnest(enum_range(NULL::exonc.bone_exercise_table)) v, LATERAL exonc.bone_precaution_rules() WHERE variant = v AND site = 'proximal_humerus' AND target LIKE 'res%';
SELECT level, rule, change FROM exonc.mirels_precautions(exonc.mirels_score(site => 2, pain => 3, lesion => 3, size => 1));
SELECT level, mark FROM exonc.sins_precautions(9);

-- Triage: max(risk) is the verdict.
SELECT condition, risk, action FROM exonc.nccn_triage('{neuropathy,ostomy,central_line}');

-- What the restrictions leave, and why.
SELECT exonc.restrict(:'rx', '{no_weight_bearing_aerobic,at_most_moderate,no_upper_resistance,supervised_resistance,no_public_setting,no_spine_movement}');
SELECT part, component, effect, restriction, becomes, reason
FROM exonc.restrict_evidence(:'rx', '{no_weight_bearing_aerobic,at_most_moderate,no_upper_resistance,supervised_resistance,no_public_setting,no_spine_movement}');

-- A stop leaves nothing, a clearance or an unassessed fact holds it until somebody has decided.
SELECT r, exonc.restrict('aer bike 3/wk', r::exonc.exercise_restriction_set), exonc.restrict('aer bike 3/wk', r::exonc.exercise_restriction_set, cleared => true) AS when_cleared
FROM (VALUES ('{}'), ('{light_only}'), ('{clearance_first}'), ('{assess_first}'), ('{no_exercise}'), ('{no_weight_bearing_aerobic}')) v (r);

-- Values, conditions and sites in one statement.
SELECT p.about, p.level, p.restrictions
FROM (SELECT * FROM exonc.precautions('medalg', platelets_10e9_l => 35, hb_g_dl => 11, anc_10e9_l => 2.4, symptomatic => false)
      UNION ALL SELECT * FROM exonc.condition_precautions('{neuropathy}', '{}')) p;
SELECT exonc.restrict('aer treadmill|bike 3/wk @mod & res band 2/wk', all_restrictions)
FROM (SELECT exonc.all_restrictions(restrictions) FROM (
      SELECT * FROM exonc.precautions('medalg', platelets_10e9_l => 35, hb_g_dl => 11, anc_10e9_l => 2.4, symptomatic => false)
      UNION ALL SELECT * FROM exonc.condition_precautions('{neuropathy}', '{}')) p) a;

-- CTCAE grades; versions differ, and without the limit of the laboratory 0 and 1 cannot be told apart.
SELECT exonc.ctcae_grade('neutrophils', 0.8) AS v5, exonc.ctcae_grade('neutrophils', 0.8, 'v6') AS v6, exonc.ctcae_grade('platelets', 90) AS open, exonc.ctcae_grade('platelets', 90, normal_limit => 150) AS known;

-- The rules, line for line.
SELECT rule, level, restrictions, mark FROM exonc.condition_precaution_rules();
SELECT restriction, meaning FROM exonc.exercise_restrictions();
SELECT version, term, grade, rule, mark FROM exonc.ctcae_grades();
