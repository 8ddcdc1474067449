-- Clinical indices: worked vectors of the fact sheet as they stood, others
-- computed for this test by another program, the tables of the sheets entry by
-- entry, and what no vector says: laws, contradictions, listings.
\ir lib/setup.sql
\set selection `test/lib/csv-to-json test/vectors/indices.csv`
\set own `test/lib/csv-to-json test/vectors/indices_own.csv`
\set facts `test/lib/csv-to-json "${EXONC_FACTS:-../shared/facts}/assessment_vectors.csv"`
\set grades `test/lib/csv-to-json test/vectors/proctcae_composite.csv`
\set items `test/lib/csv-to-json test/vectors/proctcae_items.csv`
\set sets `cat test/vectors/eq5d_value_sets.json`
BEGIN;
SET search_path = public;
SELECT no_plan();

CREATE TEMP TABLE value_set AS SELECT key AS name, value AS terms FROM jsonb_each(:'sets');

-- Ratings of the vectors by the attributes that they name: {"F": 2, "I": null} is FI.
CREATE FUNCTION pg_temp.grade(ratings jsonb, skip_logic boolean) RETURNS int LANGUAGE sql AS $$
	SELECT exonc.pro_ctcae_grade((SELECT string_agg(a, '' ORDER BY n) FROM unnest('{F,S,I}'::text[]) WITH ORDINALITY u (a, n) WHERE ratings ? a)::exonc.pro_ctcae_attributes,
		(ratings ->> 'F')::int, (ratings ->> 'S')::int, (ratings ->> 'I')::int, skip_logic) $$;
CREATE FUNCTION pg_temp.names(list jsonb) RETURNS exonc.comorbidity_set LANGUAGE sql AS $$
	SELECT CASE WHEN jsonb_typeof(list) = 'array' THEN list::exonc.comorbidity_set END $$;

CREATE FUNCTION pg_temp.found(instrument text, scale text, items text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	i jsonb := items;
BEGIN
	RETURN coalesce(CASE instrument
		WHEN 'G8' THEN (SELECT exonc.g8((i ->> 'A')::int, (i ->> 'B')::int, (i ->> 'C')::int, (i ->> 'D')::int, (i ->> 'BMI')::float8, (i ->> 'G')::int, (i ->> 'H')::float8, (i ->> 'AGE')::float8)::text)
		WHEN 'CHARLSON' THEN exonc.charlson(pg_temp.names(i -> 'flags'),
			CASE scale WHEN 'CCI_QUAN2011' THEN 'quan_2011' ELSE 'charlson_1987' END::exonc.charlson_version,
			unknown => pg_temp.names(i -> 'unknown'), age_adjusted => scale = 'CCI_1987_AGE', age => (i ->> 'age')::float8)::text
		WHEN 'PRO-CTCAE' THEN pg_temp.grade(i, scale = 'COMPOSITE')::text
		WHEN 'EQ-5D-5L' THEN (SELECT exonc.eq5d_index((i ->> 'STATE')::int, terms) FROM value_set WHERE name = i ->> 'VALUESET')::text
		END, 'NULL');
EXCEPTION WHEN numeric_value_out_of_range OR invalid_parameter_value OR invalid_text_representation THEN
	RETURN 'ERROR';
END $$;

CREATE TEMP TABLE vector AS
SELECT 'selection' AS origin, v.* FROM json_to_recordset(:'selection') v (id text, instrument text, items text, scale text, expected text, note text)
UNION ALL
SELECT 'own', v.* FROM json_to_recordset(:'own') v (id text, instrument text, items text, scale text, expected text, note text)
UNION ALL
SELECT 'facts', v.* FROM json_to_recordset(:'facts') v (id text, instrument text, items text, scale text, expected text, note text)
WHERE v.instrument IN ('G8', 'CHARLSON', 'PRO-CTCAE', 'EQ-5D-5L') AND v.scale <> 'LSS'; -- the sum of levels is a score

CREATE TEMP TABLE known (instrument text, scale text);
INSERT INTO known VALUES ('G8', 'TOTAL'), ('CHARLSON', 'CCI_1987'), ('CHARLSON', 'CCI_1987_AGE'), ('CHARLSON', 'CCI_QUAN2011'),
	('PRO-CTCAE', 'COMPOSITE'), ('PRO-CTCAE', 'COMPOSITE_STRICT'), ('EQ-5D-5L', 'INDEX');
SELECT is(pg_temp.found(instrument, scale, items),
	CASE WHEN expected ~ '^-?[0-9.]+$' THEN expected::float8::text ELSE expected END, -- floats, bit by bit
	format('%s: %s %s%s', origin, id, scale, ' (' || note || ')'))
FROM vector ORDER BY origin DESC, id;
SELECT is_empty('SELECT id FROM vector EXCEPT SELECT id FROM vector JOIN known USING (instrument, scale)', 'no vector is of a scale that this file does not know');
SELECT is_empty('SELECT * FROM known EXCEPT SELECT instrument, scale FROM vector WHERE origin = ''selection''', 'every scale has a vector of the sheet');
SELECT CASE WHEN EXISTS (SELECT FROM vector WHERE origin = 'facts')
	THEN set_eq('SELECT id, expected FROM vector WHERE origin = ''facts''', 'SELECT id, expected FROM vector WHERE origin = ''selection''', 'the selection is all that the sheet has')
	ELSE skip('no fact sheets beside this repository') END;

-- PRO-CTCAE: all 179 combinations, by attributes and by an item that asks for them.
CREATE TEMP TABLE grade AS
SELECT format('%s%s%s', CASE WHEN frq <> 'NA' THEN 'F' END, CASE WHEN sev <> 'NA' THEN 'S' END, CASE WHEN "int" <> 'NA' THEN 'I' END)::exonc.pro_ctcae_attributes AS attributes,
	nullif(frq, 'NA')::int AS f, nullif(sev, 'NA')::int AS s, nullif("int", 'NA')::int AS i, comp::int AS grade
FROM json_to_recordset(:'grades') g (frq text, sev text, "int" text, comp text, rank text);
SELECT is((SELECT count(*) FROM grade), 179::bigint, 'the table has 179 combinations');
SELECT is_empty('SELECT * FROM grade WHERE exonc.pro_ctcae_grade(attributes, f, s, i) IS DISTINCT FROM grade OR exonc.pro_ctcae_grade(attributes, f, s, i, skip_logic => false) IS DISTINCT FROM grade', 'every entry of the table');
SELECT is_empty('SELECT * FROM grade g JOIN exonc.pro_ctcae_items() p USING (attributes) WHERE exonc.pro_ctcae_item_grade(p.item, f, s, i) IS DISTINCT FROM grade', 'every entry of the table by item');
SELECT is_empty($$ SELECT FROM generate_series(0, 4) s, generate_series(0, 4) i, LATERAL (VALUES ('FS', 0, s, NULL::int), ('FI', 0, NULL, i), ('SI', NULL, 0, i), ('FSI', 0, s, i)) r (attributes, frequency, severity, interference)
	WHERE exonc.pro_ctcae_grade(attributes::exonc.pro_ctcae_attributes, frequency, severity, interference) IS DISTINCT FROM 0 $$, 'a first rating of 0 is grade 0, whatever else');
SELECT is_empty($$ SELECT FROM generate_series(0, 4) f, generate_series(0, 4) s, generate_series(0, 4) i WHERE exonc.pro_ctcae_grade('FSI', f, s, i) > least(exonc.pro_ctcae_grade('FSI', least(f + 1, 4), s, i), exonc.pro_ctcae_grade('FSI', f, least(s + 1, 4), i), exonc.pro_ctcae_grade('FSI', f, s, least(i + 1, 4))) $$, 'a worse rating never has a better grade');
SELECT set_eq($$ SELECT item, attributes::text FROM exonc.pro_ctcae_items() WHERE attributes IS NOT NULL $$,
	format($$ SELECT q::int, upper(regexp_replace(fmt, '(\w)\w* ?', '\1', 'g')) FROM json_to_recordset(%L) i (fmt text, qset text), regexp_split_to_table(qset, ' ') q $$, :'items'), 'every item of the library that has a grade');
SELECT is((SELECT count(*) FROM exonc.pro_ctcae_items()), 80::bigint, 'the library has 80 items');
SELECT throws_ok($$ SELECT exonc.pro_ctcae_item_grade(5, 1) $$, '22023', 'PRO-CTCAE item 5 has no composite grade', 'a yes/no item');
SELECT throws_ok($$ SELECT exonc.pro_ctcae_item_grade(81, 1) $$, '22023', 'PRO-CTCAE has no item 81', 'item 81');
SELECT throws_ok($$ SELECT exonc.pro_ctcae_item_grade(0, 1) $$, '22023', NULL, 'item 0');
SELECT throws_ok($$ SELECT exonc.pro_ctcae_item_grade(9, 1, 1, 0) $$, '22023', 'interference is 0, but attributes FS do not ask for it', 'a rating that the item does not have');
SELECT throws_ok($$ SELECT exonc.pro_ctcae_grade('I', 2) $$, '22023', 'frequency is 2, but attributes I do not ask for it', 'a rating in the place of another');
SELECT is(exonc.pro_ctcae_grade(NULL, 1), NULL, 'no attributes, no grade');
SELECT is(exonc.pro_ctcae_item_grade(NULL, 1), NULL, 'no item, no grade');
SELECT is(exonc.pro_ctcae_grade('FS', 0, skip_logic => NULL), 0, 'a NULL choice is the default');

-- G8: BMI as it is computed, impaired at 14.
SELECT is(exonc.g8(2, 3, 2, 2, 57.76::float8 / (1.6::float8 * 1.6::float8), 1, 2, 70), 16::float8, 'BMI 22.5625 has two points');
SELECT cmp_ok(48.64::float8 / (1.6::float8 * 1.6::float8), '<', 19::float8, '48.64 kg at 1.60 m is below 19 in binary');
SELECT is(exonc.g8(2, 3, 2, 2, 48.64::float8 / (1.6::float8 * 1.6::float8), 1, 2, 70), 15::float8, 'but has the point of 19');
SELECT is(exonc.g8(2, 3, 2, 2, 18.99::real, 1, 2, 70), 14::float8, 'a real column');
SELECT throws_ok($$ SELECT exonc.g8(2, 3, 2, 2, 1.72, 1, 2, 70) $$, '22003', 'bmi_kg_m2 1.72 is outside 8..100 kg/m2', 'a height');
SELECT throws_ok($$ SELECT exonc.g8(2, 3, 2, 2, 'NaN', 1, 2, 70) $$, '22003', 'bmi_kg_m2 is not a finite number', 'NaN');
SELECT throws_ok($$ SELECT exonc.g8(2, 3, 2, 2, 25, 1, 1.5, 70) $$, '22003', '1.5 is no number of points for self_rated_health of the G8', 'no such points');
SELECT throws_ok($$ SELECT exonc.g8(3, 2, 2, 2, 25, 1, 2, 70) $$, '22003', '3 is no number of points for appetite of the G8', 'appetite and weight loss swapped');

-- Charlson: laws over all pairs of conditions.
CREATE TEMP TABLE pair AS
SELECT v, a.condition AS a, b.condition AS b, ARRAY[a.condition]::exonc.comorbidity_set AS one, ARRAY[a.condition, b.condition]::exonc.comorbidity_set AS two
FROM exonc.charlson_conditions() a, exonc.charlson_conditions() b, unnest(enum_range(NULL::exonc.charlson_version)) v;
SELECT is_empty('SELECT * FROM pair WHERE exonc.charlson(two, v) < exonc.charlson(one, v)', 'another condition never lowers the index');
SELECT is_empty($$ SELECT * FROM pair p JOIN exonc.charlson_conditions() c ON c.condition = p.a WHERE superseded_by = p.b AND exonc.charlson(two, v) <> exonc.charlson(ARRAY[p.b]::exonc.comorbidity_set, v) $$, 'a mild form does not count beside the severe one');
SELECT is_empty($$ SELECT * FROM pair WHERE a <> b AND exonc.charlson_range(one, v, unknown => ARRAY[b]::exonc.comorbidity_set) <> int4range(exonc.charlson(one, v), exonc.charlson(two, v), '[]') $$, 'the range is from all unknown absent to all present');
SELECT is_empty($$ SELECT * FROM pair WHERE a <> b AND exonc.charlson(one, v, unknown => ARRAY[b]::exonc.comorbidity_set) IS DISTINCT FROM CASE WHEN exonc.charlson(one, v) = exonc.charlson(two, v) THEN exonc.charlson(one, v) END $$, 'an index if the unknown makes no difference');
SELECT is((SELECT string_agg(condition, ',') FROM exonc.charlson_conditions()), (SELECT string_agg(s, ',') FROM unnest('{aids,metacanc,msld,canc,rend,hp,diabwc,diab,mld,pud,rheumd,cpd,dementia,cevd,pvd,chf,mi}'::text[]::exonc.comorbidity_set::text[]) s), 'the listing has the order of the type');
-- The abstract of the paper of 2011 says how the weights changed.
SELECT results_eq($$ SELECT count(*) FILTER (WHERE weight_quan_2011 = 0), count(*) FILTER (WHERE weight_quan_2011 < weight_1987 AND weight_quan_2011 > 0), count(*) FILTER (WHERE weight_quan_2011 > weight_1987), count(*) FILTER (WHERE weight_quan_2011 = weight_1987) FROM exonc.charlson_conditions() $$,
	$$ VALUES (5::bigint, 3::bigint, 4::bigint, 5::bigint) $$, '5 weights fell to 0, 3 fell, 4 rose, 5 stayed');
SELECT is(exonc.charlson('{canc,metacanc,mi}', 'charlson_1987', exclude_cancer => true), 1, 'the tumour of the registry left out');
SELECT is(exonc.charlson('{mi}', 'charlson_1987', unknown => '{metacanc}', exclude_cancer => true), 1, 'an unknown tumour does not matter then');
SELECT is(exonc.charlson('{mi}', 'charlson_1987', age => 67), 1, 'age does not count unless asked for');
SELECT is(exonc.charlson('{mi}', 'charlson_1987', age_adjusted => true), NULL, 'age is asked for and missing');
SELECT is(exonc.charlson_range('{mi}', 'charlson_1987', age_adjusted => true), NULL, 'nor is there a range');
SELECT is(exonc.charlson(NULL, 'charlson_1987'), NULL, 'conditions not known');
SELECT is(exonc.charlson('{mi}', NULL), NULL, 'no version');
SELECT is(exonc.charlson('{mi}', 'quan_2011', unknown => NULL, exclude_cancer => NULL, age_adjusted => NULL), 0, 'a NULL choice is the default');
SELECT throws_ok($$ SELECT exonc.charlson('{mi,chf}', 'charlson_1987', unknown => '{chf,pvd}') $$, '22023', '{chf} is both present and unknown', 'present and unknown');
SELECT throws_ok($$ SELECT exonc.charlson('{mi}', 'charlson_1987', age => 1950) $$, '22003', 'age 1950 is outside 0..120 years', 'a year of birth, even if it does not count');
SELECT throws_ok($$ SELECT exonc.charlson('{mi}', 'charlson_1987', age => 'NaN') $$, '22003', NULL, 'an age that is no number');
SELECT throws_ok($$ SELECT '{mi,stroke}'::exonc.comorbidity_set $$, '22P02', 'comorbidity "stroke" does not exist', 'no such condition');

-- ECOG and KPS: each map as a whole.
CREATE TEMP TABLE status AS SELECT map, kps, exonc.ecog_from_kps(kps, map) AS ecog, exonc.ecog_range_from_kps(kps, map) AS range
FROM unnest(enum_range(NULL::exonc.ecog_kps_map)) map, generate_series(0, 100, 10) kps;
SELECT results_eq('SELECT map::text, string_agg(coalesce(ecog::text, ''-''), '''' ORDER BY kps DESC) FROM status GROUP BY map ORDER BY status.map', $$ VALUES
	('rtog', '00112233445'), ('buccheri_1996', '---22-----5'), ('ma_2010', '01122334445'), ('prasad_2018', '01123344445'), ('points', '-01-2-3-4-5') $$, 'ECOG for KPS 100, 90, ..., 0');
SELECT results_eq('SELECT string_agg(coalesce(range::text, ''-''), '' '' ORDER BY kps DESC) FROM status WHERE map = ''buccheri_1996''', $$ VALUES ('[0,2) [0,2) [0,2) [2,3) [2,3) [3,5) [3,5) [3,5) [3,5) [3,5) [5,6)') $$, 'three groups, and death');
SELECT is_empty('SELECT * FROM status s, generate_series(0, 5) e WHERE (e <@ range) IS NOT TRUE <> ((kps <@ exonc.kps_range_from_ecog(e, map)) IS NOT TRUE)', 'both directions say the same');
SELECT is_empty('SELECT * FROM status WHERE ecog IS DISTINCT FROM CASE WHEN upper(range) - lower(range) = 1 THEN lower(range) END', 'one ECOG where the range has one');
SELECT is_empty($$ SELECT map FROM status GROUP BY map, kps HAVING map <> 'points' AND count(range) <> 1 $$, 'no KPS is left out, but by the points');
SELECT set_eq('SELECT map::text FROM exonc.ecog_kps_maps() WHERE mark <> ''sourced''', $$ VALUES ('points') $$, 'the points are unconfirmed');
SELECT is_empty('SELECT * FROM exonc.ecog_kps_maps() WHERE kps_lowest % 10 <> 0 OR kps_highest % 10 <> 0', 'the maps are written in tens');
SELECT throws_ok($$ SELECT exonc.ecog_from_kps(85, 'rtog') $$, '22003', 'kps 85 is not a multiple of 10', 'KPS 85');
SELECT throws_ok($$ SELECT exonc.ecog_range_from_kps(110, 'rtog') $$, '22003', 'kps 110 is outside 0..100', 'KPS 110');
SELECT throws_ok($$ SELECT exonc.ecog_from_kps(-10, 'rtog') $$, '22003', NULL, 'KPS -10');
SELECT throws_ok($$ SELECT exonc.ecog_from_kps(1, 'rtog') $$, '22003', NULL, 'an ECOG in place of a KPS');
SELECT throws_ok($$ SELECT exonc.kps_range_from_ecog(90, 'rtog') $$, '22003', 'ecog 90 is outside 0..5', 'a KPS in place of an ECOG');
SELECT throws_ok($$ SELECT exonc.kps_range_from_ecog(-1, 'rtog') $$, '22003', NULL, 'ECOG -1');
SELECT throws_ok($$ SELECT exonc.ecog_from_kps(90) $$, '42883', NULL, 'no map is the default');
SELECT is(exonc.ecog_from_kps(NULL, 'rtog'), NULL, 'no KPS');
SELECT is(exonc.ecog_from_kps(90, NULL), NULL, 'no map');

-- EQ-5D-5L: state, and the form of value sets.
SELECT is_empty('SELECT FROM generate_series(1, 5) a, generate_series(1, 5) b, generate_series(1, 5) c, generate_series(1, 5) d, generate_series(1, 5) e WHERE exonc.eq5d_state(a, b, c, d, e)::text <> format(''%s%s%s%s%s'', a, b, c, d, e)', 'a state has the levels as digits');
SELECT is(exonc.eq5d_state(2, 3, NULL, 3, 5), NULL, 'no state of an incomplete form');
SELECT throws_ok('SELECT exonc.eq5d_state(1, 1, 0, 1, 1)', '22003', 'level 0 of UA is outside 1..5', 'level 0');
SELECT throws_ok('SELECT exonc.eq5d_state(1, 1, 1, 1, 6)', '22003', 'level 6 of AD is outside 1..5', 'level 6');
SELECT is(exonc.eq5d_index(21345, NULL), NULL, 'no value set, no index');

-- A table of all states gives what the model gave, for each of the six sets.
CREATE TEMP TABLE state AS SELECT exonc.eq5d_state(a, b, c, d, e) AS state
FROM generate_series(1, 5) a, generate_series(1, 5) b, generate_series(1, 5) c, generate_series(1, 5) d, generate_series(1, 5) e;
CREATE TEMP TABLE state_value AS SELECT name, state, exonc.eq5d_index(state, terms) AS index FROM value_set, state;
CREATE TEMP TABLE value_table AS SELECT name, jsonb_object_agg(state, index) || jsonb_build_object('name', name) AS states FROM state_value GROUP BY name;
SELECT is((SELECT count(*) FROM state_value v JOIN value_table t USING (name) WHERE exonc.eq5d_index(v.state, t.states) = v.index), 6 * 3125::bigint, 'a table gives the values of its model');
-- Sets that change from row to row, or from call to call at one place of a function.
SELECT is((SELECT count(*) FROM (SELECT v.*, terms FROM state_value v JOIN value_set USING (name) ORDER BY state, name) r WHERE exonc.eq5d_index(r.state, r.terms) = r.index), 6 * 3125::bigint, 'the set may change from row to row');
CREATE FUNCTION pg_temp.one_place(state int, value_set jsonb) RETURNS float8 LANGUAGE plpgsql AS $$ BEGIN RETURN exonc.eq5d_index(state, value_set); END $$;
SELECT is((SELECT count(*) FROM state_value v JOIN value_set USING (name) WHERE state % 10 = 5 AND pg_temp.one_place(v.state, terms) = v.index), 6 * 625::bigint, 'and from call to call in a function');
PREPARE by_set (jsonb) AS SELECT sum(exonc.eq5d_index(state, $1)::numeric) FROM state;
CREATE TEMP TABLE prepared_1 AS EXECUTE by_set ('{"constant": 1, "MO": [0,0,0,0,-1], "SC": [0,0,0,0,0], "UA": [0,0,0,0,0], "PD": [0,0,0,0,0], "AD": [0,0,0,0,0]}');
CREATE TEMP TABLE prepared_2 AS EXECUTE by_set ('{"constant": 2, "MO": [0,0,0,0,-1], "SC": [0,0,0,0,0], "UA": [0,0,0,0,0], "PD": [0,0,0,0,0], "AD": [0,0,0,0,0]}');
SELECT results_eq('TABLE prepared_1 UNION ALL TABLE prepared_2', 'VALUES (2500::numeric), (5625)', 'and from execution to execution of a prepared query');

-- Half a unit of the last decimal goes away from zero, as on paper; binary sums would not.
SELECT is(exonc.eq5d_index(21111, t || '{"MO": [0, -0.0005, 0, 0, -2]}'), 1::float8, '0.9995 is 1') FROM (SELECT terms AS t FROM value_set WHERE name = 'England') v;
SELECT is(exonc.eq5d_index(51111, t || '{"MO": [0, 0, 0, 0, -1.1005]}'), -0.101::float8, '-0.1005 is -0.101') FROM (SELECT terms AS t FROM value_set WHERE name = 'England') v;
SELECT is(exonc.eq5d_index(21111, t || '{"MO": [0, -0.0005, 0, 0, -2], "decimals": 4}'), 0.9995::float8, 'four decimals if the set says so') FROM (SELECT terms AS t FROM value_set WHERE name = 'England') v;

-- What is no value set.
CREATE FUNCTION pg_temp.refusal(value_set jsonb) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	RETURN exonc.eq5d_index(11111, value_set)::text;
EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE || ' ' || SQLERRM; END $$;
CREATE TEMP TABLE england AS SELECT terms AS t, states AS s FROM value_set JOIN value_table USING (name) WHERE name = 'England';
SELECT is(pg_temp.refusal(bad), '22023 EQ-5D-5L value set is not a JSON object', bad::text) FROM unnest('{[1],1,"null","\"11111\""}'::jsonb[]) bad;
SELECT is(pg_temp.refusal(bad), wanted, wanted) FROM england, LATERAL (VALUES
	('{}'::jsonb, '22023 EQ-5D-5L value set lacks "constant"'),
	(t - 'PD', '22023 EQ-5D-5L value set lacks "PD"'),
	(t || '{"PD": [0, -1, -1, -1]}', '22023 "PD" of the EQ-5D-5L value set has 4 numbers, not 5'),
	(t || '{"PD": [0, -1, -1, -1, -1, -1]}', '22023 "PD" of the EQ-5D-5L value set has 6 numbers, not 5'),
	(t || '{"PD": -1}', '22023 "PD" of the EQ-5D-5L value set is not an array'),
	(t || '{"PD": {"2": -1}}', '22023 "PD" of the EQ-5D-5L value set is not an array'),
	(t || '{"PD": [0, -1, "-1", -1, -1]}', '22023 level 3 of "PD" of the EQ-5D-5L value set is not a number'),
	(t || '{"PD": [0, -1, null, -1, -1]}', '22023 level 3 of "PD" of the EQ-5D-5L value set is not a number'),
	(t || '{"constant": "1"}', '22023 "constant" of the EQ-5D-5L value set is not a number'),
	(t || '{"constant": 100}', '22003 "constant" of the EQ-5D-5L value set is outside -10..10'),
	(t || '{"constant": 1e400}', '22003 "constant" of the EQ-5D-5L value set is outside -10..10'),
	(t || '{"any_5": true}', '22023 "any_5" of the EQ-5D-5L value set is not a number'),
	(t || '{"any5": -0.1}', '22023 EQ-5D-5L value set has an unknown key "any5"'),
	(t || '{"mo": [0, 0, 0, 0, 0]}', '22023 EQ-5D-5L value set has an unknown key "mo"'),
	(t || '{"decimals": 2.5}', '22003 "decimals" of the EQ-5D-5L value set is not a whole number in 0..9'),
	(t || '{"decimals": 10}', '22003 "decimals" of the EQ-5D-5L value set is not a whole number in 0..9'),
	(t || '{"each_4_or_5": {"MO": -0.1}}', '22023 "each_4_or_5" of the EQ-5D-5L value set is not an object with five numbers'),
	(t || '{"each_4_or_5": {"MO": 0, "SC": 0, "UA": 0, "PD": 0, "XX": 0}}', '22023 "each_4_or_5" of the EQ-5D-5L value set lacks "AD"'),
	(t || '{"11111": 1}', '22023 EQ-5D-5L value set has an unknown key "AD"'),
	(s - '12345', '22023 EQ-5D-5L value set has 3124 of the 3125 states'),
	(s || '{"12345": null}', '22023 state 12345 of the EQ-5D-5L value set is not a number'),
	(s || '{"12346": 0}', '22023 EQ-5D-5L value set has an unknown key "12346"'),
	(s || '{"11111": -1}', '22023 EQ-5D-5L value set gives state 11111 the value -1 and state 55555 the value -0.285'),
	('{"constant": 1, "MO": [0,0.1,0.2,0.3,0.4], "SC": [0,0,0,0,0], "UA": [0,0,0,0,0], "PD": [0,0,0,0,0], "AD": [0,0,0,0,0]}', '22023 EQ-5D-5L value set gives state 11111 the value 1 and state 55555 the value 1.4'),
	('{"constant": 1, "MO": [0,0,0,0,0], "SC": [0,0,0,0,0], "UA": [0,0,0,0,0], "PD": [0,0,0,0,0], "AD": [0,0,0,0,0]}', '22023 EQ-5D-5L value set gives state 11111 the value 1 and state 55555 the value 1'),
	(t, '1'), (s, '1'), (t - 'name' - 'source', '1')) v (bad, wanted);

-- The listing has all of it: a row of the numbers for each table above, no row twice.
SELECT results_eq('SELECT measure, count(*) FROM exonc.index_rules() GROUP BY measure ORDER BY measure COLLATE "C"', $$ VALUES
	('Charlson', 39::bigint), ('ECOG and KPS', 28::bigint), ('EQ-5D-5L', 8::bigint), ('G8', 14::bigint), ('PRO-CTCAE', 51::bigint) $$, 'rows of the listing');
SELECT results_eq($$ SELECT value FROM exonc.index_rules() WHERE rule LIKE 'impaired%' $$, $$ VALUES ('14') $$, 'the G8 is impaired at 14');
SELECT is_empty('SELECT measure, rule FROM exonc.index_rules() GROUP BY measure, rule HAVING count(*) > 1 OR bool_or(value = '''' OR source = '''')', 'no rule twice, none without value and source');

SELECT * FROM finish();
ROLLBACK;
