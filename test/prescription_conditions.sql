-- Precautions by condition, by site of bone metastases and by score; triage; CTCAE grades.
\ir lib/setup.sql
\set conditions `test/lib/csv-to-json test/vectors/condition_precautions.csv`
\set bones `test/lib/csv-to-json test/vectors/bone_precautions.csv`
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

-- Conditions: the rules of the sheet, each window of weeks at its ends.
CREATE TEMP TABLE vector AS SELECT id, nullif(condition, '') AS condition, nullif(contraindication, '') AS contraindication, surgery_weeks, myositis_grade, level, restrictions, nullif(mark, '') AS mark
FROM json_to_recordset(:'conditions') v (id text, condition text, contraindication text, surgery_weeks float8, myositis_grade int, level text, restrictions text, mark text);
SELECT is((p.about, p.level, p.restrictions, p.mark)::text, (coalesce(condition, contraindication), v.level, v.restrictions, v.mark)::text, format('%s %s %s %s', id, coalesce(condition, contraindication), surgery_weeks, myositis_grade))
FROM vector v, LATERAL condition_precautions(array_remove(ARRAY[condition], NULL)::exercise_condition_set, array_remove(ARRAY[contraindication], NULL)::exercise_contraindication_set, surgery_weeks, myositis_grade) p
WHERE p.about = coalesce(condition, contraindication) ORDER BY id;
SELECT is((SELECT count(*) FROM vector), (SELECT count(*) FROM vector v, LATERAL condition_precautions(array_remove(ARRAY[condition], NULL)::exercise_condition_set, array_remove(ARRAY[contraindication], NULL)::exercise_contraindication_set, surgery_weeks, myositis_grade) p
	WHERE p.about = coalesce(condition, contraindication)), 'one row for each name');
SELECT is_empty($$ SELECT about FROM condition_precaution_rules() WHERE about NOT IN (SELECT coalesce(condition, contraindication) FROM vector) $$, 'every rule has a vector');
SELECT is((SELECT count(DISTINCT about) FROM condition_precaution_rules()), 31 + 16::bigint, 'every name has a rule');
SELECT is((SELECT string_agg(rule || ' ' || level, '; ') FROM condition_precaution_rules() WHERE rule <> about),
	'ici_myositis and myositis_grade >= 3 stop; ici_myositis and myositis_grade >= 2 clearance; ici_myositis and myositis_grade >= 1 modify; sternotomy and surgery_weeks < 8 clearance; sternotomy and surgery_weeks < 12 clearance; abdominal_surgery and surgery_weeks < 6 clearance; abdominal_surgery and surgery_weeks < 8 clearance; abdominal_surgery and surgery_weeks < 12 modify; breast_reconstruction and surgery_weeks < 6 clearance; breast_reconstruction and surgery_weeks < 8 clearance; breast_reconstruction and surgery_weeks < 12 modify; other_surgery and surgery_weeks < 6 clearance; other_surgery and surgery_weeks < 12 modify', 'windows and grades');
SELECT is_empty($$ SELECT r.rule FROM condition_precaution_rules() r WHERE NOT EXISTS (SELECT FROM vector v, LATERAL condition_precautions(array_remove(ARRAY[v.condition], NULL)::exercise_condition_set, array_remove(ARRAY[contraindication], NULL)::exercise_contraindication_set, surgery_weeks, myositis_grade) p
	WHERE p.rule = r.rule AND p.level = r.level AND p.change = r.change AND p.restrictions = r.restrictions AND p.source = r.source AND p.mark = r.mark) $$, 'what is listed is what is applied');
SELECT is((SELECT (value, unit)::text FROM condition_precautions('{sternotomy}', '{}', 9) WHERE about = 'sternotomy'), '(9,weeks)', 'the weeks stand beside the verdict');

-- Not asked is unknown, asked and absent is none.
SELECT is((SELECT string_agg(concat_ws(' ', about, level, note, restrictions), '; ') FROM condition_precautions()), 'conditions unknown not assessed {assess_first}; contraindications unknown not assessed {assess_first}', 'nobody asked');
SELECT is((SELECT string_agg(concat_ws(' ', about, level, note, restrictions), '; ') FROM condition_precautions('{}', '{}')), 'conditions none {}; contraindications none {}', 'none are present');
SELECT is((SELECT string_agg(about || ' ' || level, '; ') FROM condition_precautions('{ataxia}')), 'ataxia clearance; contraindications unknown', 'one was asked for');
SELECT is((SELECT max(level)::text FROM condition_precautions('{copd,ataxia}', '{vomiting_24h}')), 'stop', 'the greatest level counts');
SELECT throws_ok($$ SELECT * FROM condition_precautions('{sternotomy}', surgery_weeks => -1) $$, '22003', 'surgery_weeks -1 is outside 0..5000', 'weeks to come');
SELECT throws_ok($$ SELECT * FROM condition_precautions('{sternotomy}', surgery_weeks => 'NaN') $$, '22003', 'surgery_weeks is NaN', 'NaN');
SELECT throws_ok($$ SELECT * FROM condition_precautions('{ici_myositis}', myositis_grade => 5) $$, '22003', 'myositis_grade 5 is outside 0..4', 'no such grade');
SELECT throws_ok($$ SELECT '{ataxy}'::exercise_condition_set $$, '22P02', 'condition "ataxy" does not exist', 'a name that is not there');

-- Bone metastases: the printed tables (- avoid, y train, s shoulder, e elbow, h hip, k knee, b back excluded, l low load).
CREATE TEMP TABLE bone AS SELECT variant::bone_exercise_table, site, nullif(printed, '') AS printed, restrictions, nullif(mark, '') AS mark
FROM json_to_recordset(:'bones') v (variant text, site text, printed text, restrictions text, mark text);
SELECT is((p.level, p.restrictions, p.mark, p.note)::text, (CASE WHEN printed IS NULL THEN 'unknown' ELSE 'modify' END, b.restrictions, b.mark, CASE WHEN printed IS NULL THEN 'the table has no row for this site' END)::text, format('%s %s', b.variant, b.site))
FROM bone b, LATERAL bone_precautions(b.variant, ARRAY[b.site]::bone_site_set, false, true) p WHERE p.about = b.site;
SELECT is((SELECT count(*) FROM bone), 4 * 8::bigint, 'every table and site');
SELECT is((SELECT string_agg(CASE WHEN NOT allowed THEN '-' WHEN limits IS NULL THEN 'y' WHEN limits LIKE 'loads%' THEN 'l' WHEN limits LIKE '%abduction%' THEN 's' WHEN limits LIKE '%elbow%' THEN 'e' WHEN limits LIKE '%hip%' THEN 'h' WHEN limits LIKE '%knee%' THEN 'k' WHEN limits LIKE '%spine%' THEN 'b' END, '' ORDER BY n)
	FROM bone_precaution_rules() WITH ORDINALITY r (variant, site, target, allowed, limits, source, mark, restrictions, n) WHERE r.variant = b.variant AND r.site = b.site), printed, format('listing of %s %s', b.variant, b.site)) FROM bone b;
-- Several lesions leave what each of them leaves; that of all regions is what the four of its table leave together.
SELECT is((SELECT all_restrictions(restrictions)::text FROM bone_precautions('trials2018', '{pelvis,lumbar_spine,thoracic_spine,proximal_femur}', false, true) WHERE about NOT IN ('unstable', 'risk_assessed', 'movements')),
	(SELECT restrictions FROM bone WHERE variant = 'trials2018' AND site = 'all_regions'), 'all regions');
-- M or K, and stop only for an unstable lesion.
SELECT is((SELECT string_agg(concat_ws(' ', about, level, note, restrictions), '; ') FROM bone_precautions('effect', '{pelvis}', u, r) WHERE about <> 'pelvis'), expected || 'movements modify {no_high_impact}; pain monitor {}', format('unstable %s, assessed %s', u, r)) FROM (VALUES
	(false, true, 'unstable none {}; risk_assessed none {}; '),
	(true, true, 'unstable stop {no_exercise}; risk_assessed none {}; '),
	(false, false, 'unstable none {}; risk_assessed clearance {clearance_first}; '),
	(NULL, NULL, 'unstable unknown not assessed {assess_first}; risk_assessed unknown not assessed {assess_first}; ')) v (u, r, expected);
SELECT is((SELECT string_agg(concat_ws(' ', about, level, note, restrictions), '; ') FROM bone_precautions('effect', sites)), expected, coalesce(sites::text, 'sites unknown')) FROM (VALUES
	(NULL::bone_site_set, 'sites unknown not assessed {assess_first}'), ('{}', 'sites none {}')) v (sites, expected);
SELECT is((SELECT string_agg(v::text, ' ' ORDER BY v) FROM unnest(enum_range(NULL::bone_exercise_table)) v WHERE EXISTS (SELECT FROM bone_precautions(v, '{pelvis}') WHERE about = 'pain')), 'effect effect_low_load', 'pain is watched where the source says so');
SELECT is((SELECT count(*) FROM bone_precautions(NULL, '{pelvis}')), 0::bigint, 'no table, no rows');
SELECT is((SELECT change FROM bone_precautions('effect', '{pelvis}') WHERE about = 'pelvis'), 'no weight-bearing aerobic exercise; no flexion or extension of the hip; the knee may move', 'in words');

-- Mirels and SINS, each band at its ends.
SELECT is((SELECT (level, rule, mark)::text FROM mirels_precautions(s, h)), expected, format('Mirels %s, humerus %s', s, h)) FROM (VALUES
	(4, false, '(modify,"mirels >= 4",sourced)'), (7, false, '(modify,"mirels >= 4",sourced)'), (8, false, '(clearance,"mirels >= 8",sourced)'), (9, false, '(stop,"mirels >= 9",sourced)'), (12, false, '(stop,"mirels >= 9",sourced)'),
	(4, true, '(modify,"mirels_humerus >= 4",sourced)'), (7, true, '(modify,"mirels_humerus >= 4",sourced)'), (8, true, '(stop,"mirels_humerus >= 8",sourced)'),
	(7, NULL, '(modify,"mirels >= 4",sourced)'), (8, NULL, '(unknown,,)'), (9, NULL, '(stop,"mirels >= 9",sourced)'), (NULL, false, '(unknown,,)')) v (s, h, expected);
SELECT is((SELECT level::text FROM mirels_precautions(mirels_score(2, 3, 3, 1))), 'stop', 'V78: 9');
SELECT is((SELECT (level, restrictions, mark)::text FROM sins_precautions(s)), expected, format('SINS %s', s)) FROM (VALUES
	(0, '(modify,{},unconfirmed)'), (6, '(modify,{},unconfirmed)'), (7, '(clearance,{clearance_first},unconfirmed)'), (12, '(clearance,{clearance_first},unconfirmed)'), (13, '(stop,{no_exercise},unconfirmed)'), (18, '(stop,{no_exercise},unconfirmed)'), (NULL, '(unknown,{assess_first},)')) v (s, expected);
SELECT throws_ok($$ SELECT * FROM mirels_precautions(3) $$, '22003', 'mirels 3 is outside 4..12', 'below the lowest Mirels score');
SELECT throws_ok($$ SELECT * FROM mirels_precautions(13) $$, '22003', NULL, 'above the highest');
SELECT throws_ok($$ SELECT * FROM sins_precautions(19) $$, '22003', 'sins 19 is outside 0..18', 'above the highest SINS');
SELECT throws_ok($$ SELECT * FROM sins_precautions(-1) $$, '22003', NULL, 'below the lowest');
SELECT is((SELECT string_agg(rule || ' ' || level || ' ' || mark, '; ') FROM lesion_precaution_rules()), 'mirels >= 9 stop sourced; mirels >= 8 clearance sourced; mirels >= 4 modify sourced; mirels_humerus >= 8 stop sourced; mirels_humerus >= 4 modify sourced; sins >= 13 stop unconfirmed; sins >= 7 clearance unconfirmed; sins >= 0 modify unconfirmed', 'bands');

-- NCCN triage: the greatest risk over the conditions that are present.
SELECT is((SELECT string_agg(concat_ws(' ', condition, risk, mark), '; ') FROM nccn_triage_rules()),
	'lymphoedema_stable moderate sourced; lymphoedema_worsening high sourced; neuropathy moderate sourced; balance_impaired; ataxia high sourced; ostomy high sourced; parastomal_hernia high unconfirmed; stem_cell_transplant; lv_dysfunction high unconfirmed; anaemia; lung_resection high sourced; copd high unconfirmed; cachexia; severe_malnutrition high sourced; cardiotoxic_dysfunction high unconfirmed; ici_myositis; ici_raised_ck; sternotomy; abdominal_surgery high sourced; breast_reconstruction; other_surgery; central_line; arthralgia moderate unconfirmed; arthritis moderate sourced; poor_bone_health moderate sourced; bone_metastases high sourced; unstable_bone_lesion high sourced; cardiopulmonary_disease high sourced; extreme_fatigue high sourced; radiotherapy_skin; worsening_condition high sourced', 'triage');
SELECT is((SELECT max(risk)::text FROM nccn_triage(conditions::exercise_condition_set)), expected, coalesce(conditions, 'unknown')) FROM (VALUES
	('{}', 'low'), ('{neuropathy}', 'moderate'), ('{neuropathy,ataxia}', 'high'), ('{central_line}', NULL), ('{central_line,arthritis}', 'moderate'), (NULL, NULL)) v (conditions, expected);
SELECT is((SELECT string_agg(DISTINCT risk || ': ' || action, '; ') FROM (SELECT * FROM nccn_triage_rules() UNION ALL SELECT * FROM nccn_triage('{}')) t WHERE risk IS NOT NULL),
	'high: evaluation and physician clearance before starting; refer to trained personnel; low: no further evaluation; general recommendations; moderate: medical evaluation before exercise recommended; modify; consider trained personnel', 'actions');

-- CTCAE, each threshold at both sides; equal values are the milder grade.
SELECT is(ctcae_grade(term::ctcae_term, value, version::ctcae_version, lim, hours), grade, format('%s %s %s, limit %s, hours %s', version, term, value, lim, hours)) FROM (VALUES
	('v5', 'platelets', 24.9, NULL, NULL, 4), ('v5', 'platelets', 25, NULL, NULL, 3), ('v5', 'platelets', 49.9, NULL, NULL, 3), ('v5', 'platelets', 50, NULL, NULL, 2), ('v5', 'platelets', 74.9, NULL, NULL, 2),
	('v5', 'platelets', 75, 150, NULL, 1), ('v5', 'platelets', 149.9, 150, NULL, 1), ('v5', 'platelets', 150, 150, NULL, 0), ('v5', 'platelets', 75, NULL, NULL, NULL), ('v5', 'platelets', NULL, 150, NULL, NULL),
	('v5', 'neutrophils', 0.49, NULL, NULL, 4), ('v5', 'neutrophils', 0.5, NULL, NULL, 3), ('v5', 'neutrophils', 0.99, NULL, NULL, 3), ('v5', 'neutrophils', 1.0, NULL, NULL, 2), ('v5', 'neutrophils', 1.49, NULL, NULL, 2), ('v5', 'neutrophils', 1.5, 2, NULL, 1), ('v5', 'neutrophils', 2, 2, NULL, 0), ('v5', 'neutrophils', 1.5, NULL, NULL, NULL),
	('v5', 'haemoglobin', 7.9, NULL, NULL, 3), ('v5', 'haemoglobin', 8, NULL, NULL, 2), ('v5', 'haemoglobin', 9.9, NULL, NULL, 2), ('v5', 'haemoglobin', 10, 12, NULL, 1), ('v5', 'haemoglobin', 12, 12, NULL, 0), ('v5', 'haemoglobin', 10, NULL, NULL, NULL),
	('v5', 'creatine_kinase', 1, NULL, NULL, 0), ('v5', 'creatine_kinase', 1.01, NULL, NULL, 1), ('v5', 'creatine_kinase', 2.5, NULL, NULL, 1), ('v5', 'creatine_kinase', 2.51, NULL, NULL, 2), ('v5', 'creatine_kinase', 5, NULL, NULL, 2), ('v5', 'creatine_kinase', 5.01, NULL, NULL, 3), ('v5', 'creatine_kinase', 10, NULL, NULL, 3), ('v5', 'creatine_kinase', 10.01, NULL, NULL, 4),
	('v5', 'fever', 37.9, NULL, NULL, 0), ('v5', 'fever', 38, NULL, NULL, 1), ('v5', 'fever', 39, NULL, NULL, 1), ('v5', 'fever', 39.1, NULL, NULL, 2), ('v5', 'fever', 40, NULL, NULL, 2), ('v5', 'fever', 40.1, 37, 24, 3), ('v5', 'fever', 40.1, NULL, 24.1, 4), ('v5', 'fever', 40.1, NULL, NULL, NULL),
	('v6', 'neutrophils', 0.09, NULL, NULL, 4), ('v6', 'neutrophils', 0.1, NULL, NULL, 3), ('v6', 'neutrophils', 0.49, NULL, NULL, 3), ('v6', 'neutrophils', 0.5, NULL, NULL, 2), ('v6', 'neutrophils', 0.99, NULL, NULL, 2), ('v6', 'neutrophils', 1, NULL, NULL, 1), ('v6', 'neutrophils', 1.5, NULL, NULL, 0),
	('v6', 'platelets', 9.9, NULL, NULL, 4), ('v6', 'platelets', 10, NULL, NULL, 3), ('v6', 'platelets', 49.9, NULL, NULL, 3), ('v6', 'platelets', 50, NULL, NULL, 2), ('v6', 'platelets', 74.9, NULL, NULL, 2), ('v6', 'platelets', 75, 150, NULL, 1), ('v6', 'platelets', 150, 150, NULL, 0),
	('v6', 'haemoglobin', 7.9, NULL, NULL, 3), ('v6', 'haemoglobin', 8, NULL, NULL, 2), ('v6', 'haemoglobin', 9.9, NULL, NULL, 2), ('v6', 'haemoglobin', 10, 12, NULL, 1), ('v6', 'haemoglobin', 12, 12, NULL, 0)) v (version, term, value, lim, hours, grade);
SELECT is(ctcae_grade('neutrophils', 0.8) - ctcae_grade('neutrophils', 0.8, 'v6'), 1, 'the versions differ');
SELECT is(ctcae_grade('haemoglobin', 9.9::real, normal_limit => 12), 2, 'a real column keeps its decimal');
SELECT is(ctcae_grade(NULL, 1), NULL, 'no term');
SELECT is(ctcae_grade('fever', 1 + 37, NULL), NULL, 'no version');
SELECT throws_ok($$ SELECT ctcae_grade('platelets', 50000) $$, '22003', 'platelets 50000 is outside 0..2000 x10^9/L', 'V82: platelets per microlitre');
SELECT throws_ok($$ SELECT ctcae_grade('platelets', 80, normal_limit => 150000) $$, '22003', 'normal_limit 150000 is outside 0..2000 x10^9/L', 'a limit per microlitre');
SELECT throws_ok($$ SELECT ctcae_grade('fever', 100.4) $$, '22003', NULL, 'V83: degrees Fahrenheit');
SELECT throws_ok($$ SELECT ctcae_grade('fever', 41, hours => -1) $$, '22003', 'hours -1 is outside 0..10000 h', 'hours to come');
SELECT throws_ok($$ SELECT ctcae_grade('fever', 'NaN') $$, '22003', 'value is NaN', 'NaN');
SELECT throws_ok($$ SELECT ctcae_grade('fatigue', 2) $$, '22023', 'fatigue is graded by words, not by a value', 'words');
SELECT throws_ok($$ SELECT ctcae_grade('fever', 39, 'v6') $$, '22023', 'no grades of fever in CTCAE v6 are known', 'not known');
SELECT is((SELECT string_agg(concat_ws(' ', version, term, grade, mark), '; ') FROM ctcae_grades() WHERE mark = 'unconfirmed'),
	'v5 fatigue 3 unconfirmed; v5 fatigue 2 unconfirmed; v5 fatigue 1 unconfirmed; v5 sensory_neuropathy 3 unconfirmed; v5 sensory_neuropathy 2 unconfirmed; v6 platelets 3 unconfirmed; v6 platelets 2 unconfirmed; v6 platelets 1 unconfirmed', 'what is to be checked');
SELECT is((SELECT string_agg(rule, '; ') FROM ctcae_grades() WHERE term = 'fever'), 'value > 40 and hours > 24; value > 40; value > 39; value >= 38', 'rules as rows');

SELECT * FROM finish();
ROLLBACK;
