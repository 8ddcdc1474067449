-- G8: the points printed on the form, body mass index and age as measured.
SELECT exonc.g8(appetite => 1, weight_loss => 1, mobility => 2, neuropsychological => 2, bmi_kg_m2 => 21.4,
                medication => 0, self_rated_health => 0.5, age => 80);

-- All items are needed; impaired is 14 or less.
SELECT weight_loss, exonc.g8(2, weight_loss, 2, 2, 22.1, 0, 1, 76) AS g8, exonc.g8(2, weight_loss, 2, 2, 22.1, 0, 1, 76) <= 14 AS impaired
FROM (VALUES (0), (2), (3), (NULL)) v (weight_loss);

-- Points that the form does not have, and a height in place of an index.
SELECT exonc.g8(2, 3, 2, 2, 22.1, 1, 1.5, 76);
SELECT exonc.g8(2, 3, 2, 2, 1.72, 1, 1, 76);

-- Charlson: a set of conditions, and the version of the weights, which has no default.
SELECT v, exonc.charlson('{mi,chf,diab,diabwc}', v), exonc.charlson('{mi,chf}', v, age_adjusted => true, age => 67) AS with_age,
       exonc.charlson('{mi,chf,metacanc}', v) AS with_cancer, exonc.charlson('{mi,chf,metacanc}', v, exclude_cancer => true) AS cancer_excluded
FROM unnest(enum_range(NULL::exonc.charlson_version)) v;

-- A condition of which nobody knows makes the index unknown, unless it makes no difference.
SELECT unknown, exonc.charlson('{chf,msld}', 'charlson_1987', unknown => unknown), exonc.charlson_range('{chf,msld}', 'charlson_1987', unknown => unknown)
FROM (VALUES ('{}'::exonc.comorbidity_set), ('{mld}'), ('{mi,canc}')) v (unknown);

-- Conditions come from rows, from text arrays and from JSON.
SELECT patient, array_agg(condition)::exonc.comorbidity_set AS conditions, exonc.charlson(array_agg(condition)::exonc.comorbidity_set, 'charlson_1987')
FROM (VALUES ('A-1', 'rend'), ('A-1', 'mi'), ('A-2', 'aids')) d (patient, condition) GROUP BY patient ORDER BY patient;
SELECT '["mi", "chf"]'::jsonb::exonc.comorbidity_set AS from_json, '{chf, mi,mi}'::exonc.comorbidity_set AS canonical;
SELECT exonc.charlson('{mi,stroke}', 'charlson_1987');
SELECT exonc.charlson('{mi}', 'charlson_1987', unknown => '{mi}');
SELECT condition, name, weight_1987, weight_quan_2011, superseded_by FROM exonc.charlson_conditions();

-- ECOG from Karnofsky: the published maps disagree, so one must be named.
SELECT kps, exonc.ecog_from_kps(kps, 'rtog') AS rtog, exonc.ecog_from_kps(kps, 'ma_2010') AS ma_2010, exonc.ecog_from_kps(kps, 'prasad_2018') AS prasad_2018,
       exonc.ecog_range_from_kps(kps, 'buccheri_1996') AS buccheri_1996
FROM generate_series(100, 0, -10) kps;
SELECT ecog, exonc.kps_range_from_ecog(ecog, 'ma_2010') FROM generate_series(0, 5) ecog;
SELECT exonc.ecog_from_kps(90);
SELECT exonc.ecog_from_kps(85, 'rtog');
SELECT exonc.kps_range_from_ecog(90, 'rtog');
SELECT map, ecog_lowest, ecog_highest, kps_lowest, kps_highest, mark FROM exonc.ecog_kps_maps() WHERE map IN ('buccheri_1996', 'points');

-- PRO-CTCAE: the grade from the ratings that the item asks for.
SELECT exonc.pro_ctcae_grade('FSI', 3, 2, 1) AS by_attributes, exonc.pro_ctcae_item_grade(48, 3, 2, 1) AS by_item,
       exonc.pro_ctcae_grade('SI', severity => 2, interference => 3) AS named;

-- A first rating of 0 is enough, since a form then asks no further; a choice.
SELECT exonc.pro_ctcae_grade('FSI', 0) AS skipped, exonc.pro_ctcae_grade('FSI', 0, skip_logic => false) AS strict, exonc.pro_ctcae_grade('FSI', 2, 2) AS missing;
SELECT exonc.pro_ctcae_item_grade(5, 1);
SELECT exonc.pro_ctcae_item_grade(9, 1, 1, 1);
SELECT exonc.pro_ctcae_item_grade(9, 1, 5);

-- EQ-5D-5L: the state, and the index by a value set of the caller's.
SELECT exonc.eq5d_state(2, 1, 3, 4, 5), exonc.eq5d_state(2, 1, NULL, 4, 5) AS incomplete;
SELECT exonc.eq5d_state(2, 1, 0, 4, 5);
CREATE TEMP TABLE value_set AS SELECT '{
	"name": "an example, of no country", "constant": 1,
	"MO": [0, -0.05, -0.1, -0.2, -0.3], "SC": [0, -0.04, -0.08, -0.16, -0.2], "UA": [0, -0.04, -0.08, -0.16, -0.2],
	"PD": [0, -0.06, -0.12, -0.25, -0.4], "AD": [0, -0.06, -0.12, -0.25, -0.4], "any_5": -0.0125}'::jsonb AS terms;
SELECT state, exonc.eq5d_index(state, terms) FROM value_set, unnest('{11111,21111,21345,55555,NULL}'::int[]) state;

-- What is wrong with a value set is said.
SELECT exonc.eq5d_index(11111, terms - 'PD') FROM value_set;
SELECT exonc.eq5d_index(11111, terms || '{"PD": [-0.06, -0.12, -0.25, -0.4]}') FROM value_set;
SELECT exonc.eq5d_index(11111, terms || '{"PD": [0, "a", -0.12, -0.25, -0.4]}') FROM value_set;
SELECT exonc.eq5d_index(11111, terms || '{"any5": -0.1}') FROM value_set;
SELECT exonc.eq5d_index(11111, '{"constant": 1, "MO": [0,0.1,0.2,0.3,0.4], "SC": [0,0,0,0,0], "UA": [0,0,0,0,0], "PD": [0,0,0,0,0], "AD": [0,0,0,0,0]}');
SELECT exonc.eq5d_index(11111, '{"11111": 1}');
SELECT exonc.eq5d_index(11110, terms) FROM value_set;

-- Every number, as rows.
SELECT measure, rule, value, mark FROM exonc.index_rules() WHERE measure = 'G8' OR rule LIKE 'FS:%' OR mark <> 'sourced';
