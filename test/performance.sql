-- Physical performance: the worked vectors of the fact sheet, and others that
-- were computed for this test with exact fractions by another program: both
-- ends of every band and norm, what is not known, what was tried and failed,
-- and what cannot be.
\ir lib/setup.sql
\set selection `test/lib/csv-to-json test/vectors/performance.csv`
\set own `test/lib/csv-to-json test/vectors/performance_own.csv`
\set facts `test/lib/csv-to-json "${EXONC_FACTS:-../shared/facts}/assessment_vectors.csv"`
BEGIN;
SET search_path = public;
SELECT no_plan();

-- A call with named arguments from a JSON object; column: of a row, with the
-- decimals compared behind a colon, six if it does not say.
CREATE FUNCTION pg_temp.found(function text, arguments jsonb, "column" text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
	list text := (SELECT string_agg(format('%I => %L', key, value), ', ') FROM jsonb_each_text(arguments));
	found text;
BEGIN
	EXECUTE format('SELECT %s::text FROM exonc.%I(%s) f', coalesce('f.' || quote_ident(split_part("column", ':', 1)), 'f'), function, list) INTO found;
	RETURN CASE WHEN found IS NULL THEN 'NULL'
		WHEN found ~ '^-?[0-9]' THEN round(found::numeric, coalesce(nullif(split_part("column", ':', 2), '')::int, 6))::text
		ELSE CASE found WHEN 'true' THEN 't' WHEN 'false' THEN 'f' ELSE found END END;
EXCEPTION WHEN numeric_value_out_of_range OR invalid_parameter_value THEN
	RETURN 'ERROR ' || SQLSTATE;
END $$;

CREATE FUNCTION pg_temp.wanted(expected text, "column" text) RETURNS text LANGUAGE sql AS $$
	SELECT CASE WHEN expected ~ '^-?[0-9.]+$' THEN round(expected::numeric, coalesce(nullif(split_part("column", ':', 2), '')::int, 6))::text ELSE expected END $$;

CREATE TEMP TABLE own AS
SELECT id, function, arguments::jsonb, "column", expected, note
FROM json_to_recordset(:'own') v (id text, function text, arguments text, "column" text, expected text, note text);
SELECT is(pg_temp.found(function, arguments, "column"), pg_temp.wanted(expected, "column"),
          format('%s: %s %s%s', id, function, arguments, ' (' || note || ')'))
FROM own ORDER BY id;

-- The vectors of the sheet, in its own words.
CREATE TEMP TABLE vector AS
SELECT 'selection' AS origin, id, instrument, items::jsonb, scale, expected FROM json_to_recordset(:'selection') v (id text, instrument text, items text, scale text, expected text)
UNION ALL
SELECT 'facts', id, instrument, items::jsonb, scale, expected FROM json_to_recordset(:'facts') v (id text, instrument text, items text, scale text, expected text)
WHERE v.instrument ~ '^(SPPB|6MWT|SFT|VO2|TUG|GRIP|GAIT)';

CREATE FUNCTION pg_temp.sex(items jsonb) RETURNS text LANGUAGE sql AS $$ SELECT CASE items ->> 'sex' WHEN 'M' THEN 'male' WHEN 'F' THEN 'female' END $$;

-- In the sheet a null time is a test that could not be done.
CREATE FUNCTION pg_temp.call(instrument text, scale text, items jsonb, OUT function text, OUT arguments jsonb, OUT "column" text) LANGUAGE sql AS $$
	SELECT 'sppb_points', jsonb_strip_nulls(jsonb_build_object('side_by_side_s', items -> 'side', 'semi_tandem_s', items -> 'semi', 'tandem_s', items -> 'tandem',
			'gait_s', coalesce(items ->> 'gait4m_s', items ->> 'gait3m_s'), 'gait_distance_m', CASE WHEN items ? 'gait3m_s' THEN 3 ELSE 4 END,
			'chair_stand_s', items -> 'chair_s',
			'unable', '{' || concat_ws(',', CASE WHEN items @> '{"gait4m_s": null}' OR items @> '{"gait3m_s": null}' THEN 'gait' END, CASE WHEN items @> '{"chair_s": null}' THEN 'chair_stand' END) || '}')),
		CASE scale WHEN 'BALANCE' THEN 'balance' WHEN 'GAIT' THEN 'gait' WHEN 'CHAIR' THEN 'chair_stand' WHEN 'TOTAL' THEN 'total' END
	WHERE instrument = 'SPPB'
	UNION ALL
	SELECT 'six_minute_walk', jsonb_build_object('distance_m', items -> 'distance_m', 'sex', pg_temp.sex(items), 'age', items -> 'age', 'height_cm', items -> 'height_cm', 'weight_kg', items -> 'weight_kg', 'equation', 'enright_1998'),
		CASE scale WHEN 'PREDICTED_M' THEN 'predicted_m' WHEN 'LLN_M' THEN 'lower_limit_m' WHEN 'PCT_PRED' THEN 'percent_predicted' END
	WHERE instrument = '6MWT-ENRIGHT1998'
	UNION ALL
	SELECT 'senior_fitness', jsonb_build_object('test', 'chair_stand_30s', 'sex', pg_temp.sex(items), 'age', items -> 'age', 'result', items -> 'reps'), NULL
	WHERE instrument = 'SFT-CHAIR30' AND scale = 'NORM'
	UNION ALL
	SELECT 'vo2_predicted', jsonb_build_object('equation', 'friend_2017', 'sex', pg_temp.sex(items), 'age', items -> 'age', 'weight_kg', items -> 'kg'), NULL
	WHERE instrument = 'VO2-FRIEND2017' AND scale = 'PRED'
	UNION ALL
	SELECT 'vo2_estimate', jsonb_build_object('equation', 'bruce', 'sex', pg_temp.sex(items), 'test_min', items -> 'minutes'), 'vo2_ml_kg_min'
	WHERE instrument = 'VO2-BRUCE' AND scale = 'PRED'
$$;

CREATE TEMP TABLE checkable AS
SELECT v.*, c.* FROM vector v, LATERAL pg_temp.call(v.instrument, v.scale, v.items) c
WHERE c.function IS NOT NULL AND (c."column" IS NOT NULL OR c.function IN ('senior_fitness', 'vo2_predicted'));
SELECT is(pg_temp.found(function, arguments, "column"), pg_temp.wanted(expected, NULL), format('%s: %s %s', origin, id, scale))
FROM checkable ORDER BY origin DESC, id;
SELECT is_empty($$ SELECT origin, id FROM vector EXCEPT SELECT origin, id FROM checkable $$, 'no vector is passed over');
SELECT is((SELECT count(*) FROM vector WHERE origin = 'selection'), 27::bigint, 'the selection is all there');
SELECT CASE WHEN EXISTS (SELECT FROM vector WHERE origin = 'facts')
	THEN is_empty($$ SELECT id, items, expected FROM vector WHERE origin = 'selection' EXCEPT SELECT id, items, expected FROM vector WHERE origin = 'facts' $$, 'the selection stands in the fact sheet as it stands here')
	ELSE skip('no fact sheets beside this repository') END;

-- Every public function of these tests has vectors.
SELECT is_empty($$
	SELECT f FROM unnest('{sppb,sppb_points,six_minute_walk,six_minute_walk_predicted_m,senior_fitness,grip_strength,gait_speed_m_s,tug_fall_risk,single_leg_stance_s,mets,vo2_predicted,vo2_peak,vo2_estimate,ymca_cycle,astrand_age_factor}'::text[]) f
	EXCEPT SELECT function FROM own $$, 'every function has vectors');

-- Points never rise as a time grows, and are those of the printed table: each
-- hundredth of a second has one band.
SELECT is_empty($$
	SELECT d, t FROM (SELECT d, t, p.gait, lag(p.gait) OVER (PARTITION BY d ORDER BY t) AS before, p.gait IS NULL AS without
		FROM (VALUES (3), (4)) w (d), generate_series(1.5, 12, 0.01) t, LATERAL exonc.sppb_points(gait_s => t, gait_distance_m => d) p) s
	WHERE without OR gait > before OR before - gait > 1 $$, 'points of the walk fall by one at a time');
SELECT is_empty($$
	SELECT t FROM (SELECT t, p.chair_stand, lag(p.chair_stand) OVER (ORDER BY t) AS before
		FROM generate_series(2, 70, 0.01) t, LATERAL exonc.sppb_points(chair_stand_s => t) p) s
	WHERE chair_stand IS NULL OR chair_stand > before OR before - chair_stand > 1 $$, 'points of the chair stand fall by one at a time');
SELECT is_empty($$
	SELECT a, b, c FROM unnest('{0,5,10}'::float8[]) a, unnest('{0,5,10}'::float8[]) b, unnest('{0,2,5,10}'::float8[]) c,
		LATERAL (SELECT CASE WHEN (a < 10 AND (b > 0 OR c > 0)) OR (b < 10 AND c > 0) THEN NULL ELSE exonc.sppb(a, b, c, 4, 10) END AS total) t
	WHERE total IS NOT NULL AND total <> 8 + CASE WHEN a < 10 THEN 0 WHEN b < 10 THEN 1 WHEN c < 3 THEN 2 WHEN c < 10 THEN 3 ELSE 4 END $$, 'all balances that can be');

-- A class never gets worse with a better result, and knows the norms.
SELECT is_empty($$
	SELECT test, sex, age_from FROM exonc.senior_fitness_norms()
	WHERE (direction = 'higher_better') <> (best_normal > poorest_normal) OR age_to <> age_from + 4 OR (direction = 'higher_worse') <> (test = 'up_and_go_8ft') $$, 'norms run from poor to good');
SELECT results_eq($$ SELECT test, sex, count(*), min(age_from), max(age_to) FROM exonc.senior_fitness_norms() GROUP BY test, sex ORDER BY test, sex $$,
	$$ SELECT t, s, 7::bigint, 60, 94 FROM unnest(enum_range(NULL::exonc.senior_fitness_test)) t, unnest(enum_range(NULL::exonc.sex)) s ORDER BY t, s $$, 'each test has norms for each sex from 60 to 94');
SELECT is_empty($$
	SELECT * FROM exonc.senior_fitness_norms(), generate_series(age_from, age_to) age
	WHERE exonc.senior_fitness(test, sex, age, poorest_normal) <> 'normal' OR exonc.senior_fitness(test, sex, age, best_normal) <> 'normal'
	   OR exonc.senior_fitness(test, sex, age, poorest_normal - sign(best_normal - poorest_normal)) <> 'below'
	   OR exonc.senior_fitness(test, sex, age, best_normal + sign(best_normal - poorest_normal)) <> 'above' $$, 'at every age the listed norms are those in use');
SELECT bag_eq($$ SELECT test, sex, age_from FROM exonc.senior_fitness_norms() WHERE (poorest_mark, best_mark) <> ('sourced', 'sourced') AND test = 'chair_stand_30s' $$,
	$$ VALUES ('chair_stand_30s'::exonc.senior_fitness_test, 'male'::exonc.sex, 85) $$, 'one end of one norm of the chair stand is contradicted');
SELECT is_empty($$ SELECT * FROM exonc.senior_fitness_norms() WHERE test <> 'chair_stand_30s' AND (poorest_mark, best_mark) <> ('unconfirmed', 'unconfirmed') $$, 'norms of the other tests are marked unconfirmed');

-- The listing: each row complete, none twice, and each label of each enum in it.
SELECT is_empty($$ SELECT * FROM exonc.performance_rules() WHERE test IS NULL OR rule IS NULL OR value IS NULL OR source IS NULL OR mark IS NULL OR '' IN (test, rule, value, source) $$, 'every rule has a value, a source and a mark');
SELECT is_empty($$ SELECT test, rule, sex FROM exonc.performance_rules() GROUP BY test, rule, sex HAVING count(*) > 1 $$, 'no rule stands there twice');
SELECT is_empty($$
	SELECT l FROM (SELECT unnest(enum_range(NULL::exonc.vo2_test))::text UNION ALL SELECT unnest(enum_range(NULL::exonc.vo2_norm))::text UNION ALL SELECT unnest(enum_range(NULL::exonc.grip_protocol))::text
		UNION ALL SELECT unnest(enum_range(NULL::exonc.six_minute_walk_equation)) || ': predicted' UNION ALL SELECT unnest(enum_range(NULL::exonc.senior_fitness_test))::text) e (l)
	WHERE NOT EXISTS (SELECT FROM exonc.performance_rules() WHERE l IN (test, rule)) $$, 'every equation, protocol and test is listed');
SELECT set_eq($$ SELECT DISTINCT test FROM exonc.performance_rules() WHERE mark = 'unconfirmed' $$,
	$$ VALUES ('SPPB'), ('chair_stand_30s'), ('arm_curl_30s'), ('step_2min'), ('up_and_go_8ft'), ('grip strength'), ('single-leg stance'), ('YMCA cycle test'), ('Astrand cycle test') $$, 'what is unconfirmed says so');

-- The bands of the battery as they stand in the listing: both ends have the
-- points of the band, and the hundredths beyond them have others.
CREATE TEMP TABLE listed_band AS
SELECT rule, substring(rule FROM ': (\d)')::int AS points, lo, hi FROM exonc.performance_rules(),
	LATERAL (SELECT coalesce(substring(value FROM '^([0-9.]+?)\.\.'), substring(value FROM '^>= (.*)'))::numeric AS lo, coalesce(substring(value FROM '\.\.([0-9.]+)$'), substring(value FROM '^<= (.*)'))::numeric AS hi) v
WHERE test = 'SPPB' AND rule ~ ': \d points?$';
CREATE FUNCTION pg_temp.points(rule text, s float8) RETURNS int LANGUAGE sql AS $$
	SELECT CASE WHEN rule LIKE 'walk of 4 m%' THEN (exonc.sppb_points(gait_s => s)).gait WHEN rule LIKE 'walk of 3 m%' THEN (exonc.sppb_points(gait_s => s, gait_distance_m => 3)).gait
		WHEN rule LIKE 'five%' THEN (exonc.sppb_points(chair_stand_s => s)).chair_stand WHEN rule LIKE '%side%' THEN (exonc.sppb_points(s, CASE WHEN s >= 10 THEN 0 END)).balance
		WHEN rule LIKE '%semi%' THEN (exonc.sppb_points(10, s, CASE WHEN s >= 10 THEN 0 END)).balance - 1 WHEN rule LIKE '%tandem%' THEN (exonc.sppb_points(10, 10, s)).balance - 2 END $$;
SELECT is((SELECT count(*) FROM listed_band), 20::bigint, 'the listing has all bands');
SELECT is_empty($$ SELECT * FROM listed_band WHERE pg_temp.points(rule, coalesce(lo, hi)) <> points OR pg_temp.points(rule, coalesce(hi, lo)) <> points $$, 'the ends of a listed band have its points');
SELECT is_empty($$ SELECT * FROM listed_band WHERE pg_temp.points(rule, lo - 0.01) IS NOT DISTINCT FROM points OR pg_temp.points(rule, hi + 0.01) IS NOT DISTINCT FROM points $$, 'the hundredths beyond have others');

-- The equations of the listing, computed as they stand there, give the results.
CREATE FUNCTION pg_temp.by_listing(wanted_test text, wanted_rule text, wanted_sex exonc.sex, age float8, height_cm float8, weight_kg float8, test_min float8, peak_w float8, speed_m_min float8, grade_percent float8, mode text)
RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
	formula text := (SELECT value FROM exonc.performance_rules() r WHERE test = wanted_test AND rule = wanted_rule AND (r.sex = wanted_sex OR r.sex IS NULL));
	result float8;
BEGIN
	formula := replace(formula, 'sex (male 0, female 1)', CASE wanted_sex WHEN 'female' THEN '1' ELSE '0' END);
	formula := replace(formula, 'sex (male 1, female 2)', CASE wanted_sex WHEN 'female' THEN '2' ELSE '1' END);
	formula := replace(formula, 'mode (treadmill 1, cycle 2)', CASE mode WHEN 'cycle' THEN '2' ELSE '1' END);
	EXECUTE 'SELECT ' || formula || ' FROM (SELECT $1 AS age, $2 AS height_cm, $3 AS weight_kg, $4 AS test_min, $5 AS peak_w, $6 AS speed_m_min, $7 AS grade_percent) v'
	INTO result USING age, height_cm, weight_kg, test_min, peak_w, speed_m_min, grade_percent;
	RETURN result;
END $$;
SELECT is(round(pg_temp.by_listing('6-minute walk', 'enright_1998: predicted', s, 63, 171, 77, 9, 120, 90, 5, 'cycle')::numeric, 6), round(exonc.six_minute_walk_predicted_m(s, 63, 171, 77)::numeric, 6), format('the listing has the equation in use: %s', s))
FROM unnest(enum_range(NULL::exonc.sex)) s;
SELECT is(round(pg_temp.by_listing('VO2, normal value', e::text, s, 63, 171, 77, 9, 120, 90, 5, m::text)::numeric, 6), round(exonc.vo2_predicted(e, s, 63, 77, 171, m)::numeric, 6), format('the listing has the equation in use: %s %s %s', e, s, m))
FROM unnest(enum_range(NULL::exonc.vo2_norm)) e, unnest(enum_range(NULL::exonc.sex)) s, unnest(enum_range(NULL::exonc.exercise_mode)) m;
SELECT is(round(pg_temp.by_listing('VO2 from a test', e::text, s, 63, 171, 77, 9, 120, 90, 5, NULL)::numeric, 6), round((CASE e WHEN 'steep_ramp' THEN v.vo2_ml_min ELSE v.vo2_ml_kg_min END)::numeric, 6), format('the listing has the equation in use: %s %s', e, s))
FROM unnest(enum_range(NULL::exonc.vo2_test)) e, unnest(enum_range(NULL::exonc.sex)) s, LATERAL exonc.vo2_estimate(e, s, 77, 9, 120, 90, 5) v;

-- Decimals that passed through a real column are what they were.
SELECT is(exonc.sppb_points(gait_s => 6.2::real), exonc.sppb_points(gait_s => 6.2), 'a real time');
SELECT is(exonc.gait_speed_m_s(4::real, 5.1::real), exonc.gait_speed_m_s(4, 5.1), 'a real speed');
SELECT is(exonc.senior_fitness('up_and_go_8ft', 'male', 60, 5.6::real), 'normal', 'a real at the end of a norm');
SELECT is(exonc.grip_strength('asht', '{25.1,26.2,27.3}'::real[]::float8[]), exonc.grip_strength('asht', '{25.1,26.2,27.3}'), 'real trials');
SELECT is(exonc.vo2_predicted('friend_2017', 'male', 45, 80.3::real), exonc.vo2_predicted('friend_2017', 'male', 45, 80.3), 'a real weight');

-- A call in a filter or an aggregate is sent to a foreign server that has exonc; planning it needs no connection.
CREATE EXTENSION IF NOT EXISTS postgres_fdw SCHEMA public;
CREATE SERVER performance_site FOREIGN DATA WRAPPER postgres_fdw OPTIONS (extensions 'exonc');
CREATE USER MAPPING FOR CURRENT_USER SERVER performance_site;
CREATE FOREIGN TABLE visit_there (sex exonc.sex, age float8, height float8, weight float8, walk float8, side float8, semi float8, tandem float8, gait float8, chair float8, unable exonc.physical_test_set, grip float8[], vo2 float8)
	SERVER performance_site;
CREATE FUNCTION pg_temp.plan_of(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
	RETURN QUERY EXECUTE 'EXPLAIN (VERBOSE, COSTS OFF) ' || query;
END $$;
SELECT isnt_empty(format('SELECT p FROM pg_temp.plan_of(%L) p WHERE p LIKE %L', 'SELECT count(*) FROM visit_there WHERE ' || filter, '%Remote SQL: SELECT count(*)%exonc.' || substring(filter FROM 'exonc.(\w+)') || '(%'), filter || ' is computed there')
FROM unnest(ARRAY['exonc.sppb(side, semi, tandem, gait, chair, unable => unable) < 9', 'exonc.sppb(side, semi, tandem, gait, chair) < 9', 'walk < exonc.six_minute_walk_predicted_m(sex, age, height, weight)',
	'exonc.senior_fitness(''chair_stand_30s'', sex, age, 12) = ''below''', 'exonc.grip_strength(''best'', grip) < 20', 'exonc.gait_speed_m_s(4, gait) < 1', 'exonc.tug_fall_risk(gait)',
	'exonc.vo2_predicted(''friend_2018'', sex, age, weight, height, ''cycle'') > vo2', 'exonc.mets(vo2) > 5']) filter;

-- What cannot be says what to do.
CREATE FUNCTION pg_temp.hint(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	hint text;
BEGIN
	EXECUTE query;
	RETURN NULL;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT;
	RETURN hint;
END $$;
SELECT alike(pg_temp.hint(query), '%' || word || '%', query) FROM (VALUES
	('SELECT exonc.sppb(gait_s => 0.9)', 'not its speed'), ('SELECT exonc.sppb(chair_stand_s => 0)', 'name chair_stand in unable'), ('SELECT exonc.sppb(10, 5, 3)', 'stops at the first position'),
	('SELECT exonc.sppb(gait_s => 5, gait_distance_m => 400)', '4 m and for one of 3 m'), ('SELECT exonc.six_minute_walk(0.45, ''male'', 55, 170, 75)', '0.45 km is 450'),
	('SELECT exonc.six_minute_walk(1476, ''male'', 55, 170, 75)', '1500 ft is 457'), ('SELECT exonc.six_minute_walk(450, ''male'', 55, 1.7, 75)', '1.72 m is 172'),
	('SELECT exonc.six_minute_walk(450, ''male'', 1961, 170, 75)', 'not a year of birth'), ('SELECT exonc.vo2_estimate(''bruce'', ''male'', test_min => 570)', '570 s is 9.5'),
	('SELECT exonc.mets(1.8)', 'mL per kg'), ('SELECT exonc.vo2_estimate(''acsm_walk'', speed_m_min => 4.8)', '4.8 km/h is 80'), ('SELECT exonc.grip_strength(''best'', ''{245}'')', '1 N is 0.102 kg'),
	('SELECT exonc.grip_strength(''southampton'', ''{20,21,22,23}'')', 'protocol best'), ('SELECT exonc.gait_speed_m_s(400, 5)', '400 cm is 4'), ('SELECT exonc.senior_fitness(''chair_stand_30s'', ''male'', 70, 75)', '0 if the person could not'),
	('SELECT exonc.tug_fall_risk(0.2)', 'seconds'), ('SELECT exonc.single_leg_stance_s(''{30000}'')', 'seconds'), ('SELECT exonc.ymca_cycle(''{50,75}'', ''{120}'', 170, 70)', 'each stage')) h (query, word);

-- Odd numbers give a result or a proper error, and never a NaN or an infinity.
SELECT setseed(0.42) \g /dev/null
CREATE FUNCTION pg_temp.odd() RETURNS text LANGUAGE sql AS $$
	SELECT (ARRAY['NULL', '0', '-0', '1', '3.5', '10', '27', '55', '70', '160', '1e308', '-1e308', '1e-320', 'NaN', 'Infinity', '-Infinity'])[1 + floor(random() * 16)::int] $$;
CREATE FUNCTION pg_temp.outcome(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	found text;
BEGIN
	EXECUTE query INTO found;
	RETURN CASE WHEN found ~* 'nan|inf' THEN found ELSE 'result' END;
EXCEPTION WHEN numeric_value_out_of_range OR invalid_parameter_value THEN
	RETURN 'refused';
END $$;
CREATE TEMP TABLE tried AS
SELECT pg_temp.outcome(replace(format(call, pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd()), $q$'NULL'$q$, 'NULL')) AS outcome, call
FROM generate_series(1, 150) n, unnest(ARRAY[
	$q$ SELECT f::text FROM exonc.sppb_points('%s', '%s', '%s', '%s', '%s') f $q$, $q$ SELECT f::text FROM exonc.six_minute_walk('%s', 'male', '%s', 170, '%s') f $q$,
	$q$ SELECT f::text FROM exonc.senior_fitness('step_2min', 'female', '%s', '%s') f $q$, $q$ SELECT f::text FROM exonc.vo2_peak('%s', 'friend_2018', 'male', '%s', '%s', 170, 'cycle') f $q$,
	$q$ SELECT f::text FROM exonc.vo2_estimate('acsm_leg_cycle', 'female', '%s', '%s', '%s') f $q$, $q$ SELECT f::text FROM exonc.ymca_cycle('{%s,%s,50}', '{%s,120,%s}', '%s', 70) f $q$,
	$q$ SELECT f::text FROM exonc.grip_strength('best', '{%s,%s}', '{%s}') f $q$, $q$ SELECT f::text FROM exonc.gait_speed_m_s('%s', '%s') f $q$,
	$q$ SELECT f::text FROM exonc.single_leg_stance_s('{%s,%s}', '%s') f $q$, $q$ SELECT f::text FROM exonc.astrand_age_factor('%s') f $q$]) call;
SELECT is_empty($$ SELECT outcome, call FROM tried WHERE outcome NOT IN ('result', 'refused') $$, 'odd numbers give a result or a proper error');
SELECT is((SELECT count(DISTINCT outcome) FROM tried), 2::bigint, 'both outcomes occur');

SELECT * FROM finish();
ROLLBACK;
