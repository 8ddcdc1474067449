-- Broken input never breaks the server.
\ir lib/setup.sql
BEGIN;
\ir lib/mutation.sql
SELECT no_plan();
SELECT setseed(0.42) \g /dev/null

-- One pair of lines for each base type.
SELECT laws.mutate_text('exonc.instrument', '{QLQ-C30,GAD-7}', 2000);
SELECT laws.mutate_binary('exonc.instrument', '{QLQ-C30,GAD-7}', 1000);
SELECT laws.mutate_text('exonc.physical_test_set', '{"{}","{gait}","{chair_stand, tug}","{grip,chair_stand,gait,sppb,tug,walk_400m}"}', 2000);
SELECT laws.mutate_binary('exonc.physical_test_set', '{"{}","{gait}","{chair_stand, tug}","{grip,chair_stand,gait,sppb,tug,walk_400m}"}', 1000);
SELECT laws.mutate_text('exonc.sarcopenia_course', '{"{}","{0:none}","{-7:none,42:possible..severe,84:?}"}', 2000);
SELECT laws.mutate_binary('exonc.sarcopenia_course', '{"{}","{0:none}","{-7:none,42:possible..severe,84:?}"}', 1000);

-- A function over any arguments: a result, or an error of a caller's making.
CREATE FUNCTION pg_temp.outcome(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	state text;
BEGIN
	EXECUTE query;
	RETURN 'result';
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE;
	RETURN CASE WHEN laws.is_input_error(state) OR state = '2202E' THEN 'refused' ELSE state || ' ' || SQLERRM END;
END $$;

CREATE TEMP TABLE odd_number (n int, x text);
INSERT INTO odd_number SELECT row_number() OVER (), x FROM unnest('{NULL,0,-0,1,8,27,0.8,5.5,160,1e308,-1e308,1e-320,NaN,Infinity,-Infinity}'::text[]) x;
CREATE FUNCTION pg_temp.odd() RETURNS text LANGUAGE sql AS $$
	SELECT coalesce(quote_literal(x) || '::float8', 'NULL') FROM odd_number ORDER BY random() LIMIT 1 $$;
CREATE TEMP TABLE tried AS
SELECT pg_temp.outcome(format(
	'SELECT exonc.sarcopenia(%L, sex => %s, age => %s, grip_kg => %s, chair_stand_s => %s, asm_kg => %s, height_cm => %s, weight_kg => %s, asm_h2_kg_m2 => %s, gait_m_s => %s, tug_s => %s, walk_400m_s => %s, bmi_kg_m2 => %s, smm_kg => %s, l3_smi_cm2_m2 => %s)',
	(enum_range(NULL::exonc.sarcopenia_definition))[1 + n % 13], (ARRAY['NULL', '''male''', '''female'''])[1 + n % 3],
	pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(),
	pg_temp.odd(), pg_temp.odd(), pg_temp.odd())) AS outcome
FROM generate_series(1, 3000) n;
SELECT is_empty($$ SELECT DISTINCT outcome FROM tried WHERE outcome NOT IN ('result', 'refused') $$,
	'sarcopenia() of odd numbers gives a result or a proper error');

CREATE TEMP TABLE neighbours AS
SELECT pg_temp.outcome(format('SELECT %s', call)) AS outcome FROM generate_series(1, 300) n, LATERAL (SELECT unnest(ARRAY[
	format('exonc.sarcopenia_array(age => %s, grip_kg => %s, asm_kg => %s, height_cm => %s)', pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd()),
	format('exonc.muscle_panel(age => %s, height_cm => %s, weight_kg => %s, l3_sma_cm2 => %s, l3_hu => %s)', pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd()),
	format('exonc.muscle_estimate(%L, sex => ''male'', age => %s, height_cm => %s, weight_kg => %s, resistance_ohm => %s, reactance_ohm => %s)', (enum_range(NULL::exonc.muscle_equation))[1 + n % 10], pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd()),
	format('exonc.muscle_change(%s, %s, ''DXA'', ''DXA'', %s)', pg_temp.odd(), pg_temp.odd(), pg_temp.odd()),
	format('exonc.calf_adjusted(%s, %s, true)', pg_temp.odd(), pg_temp.odd()),
	format('exonc.glim(age => %s, weight_loss_percent => %s, weight_loss_months => %s, bmi_kg_m2 => %s, inflammation => true)', pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd()),
	format('exonc.cachexia(''AWGC2023'', weight_loss_percent => %s, bmi_kg_m2 => %s, crp_mg_l => %s, loss_may_equal => true, chronic_disease => true)', pg_temp.odd(), pg_temp.odd(), pg_temp.odd()),
	format('exonc.sarcopenia(''AWGS2019'', sex => ''male'', cutoffs => jsonb_build_object(''grip_kg'', %s))', pg_temp.odd())]) AS call) c;
SELECT is_empty($$ SELECT DISTINCT outcome FROM neighbours WHERE outcome NOT IN ('result', 'refused') $$, 'so do the neighbours');
SELECT is((SELECT count(DISTINCT outcome) FROM neighbours), 2::bigint, 'both outcomes occur there');

CREATE TEMP TABLE scored AS
SELECT pg_temp.outcome(format('SELECT exonc.scores_array(''QLQ-C30'', %L::int[]), count(*) FROM exonc.scores(''QLQ-C30'', %1$L::int[])', a)) AS outcome
FROM generate_series(1, 2000) n, LATERAL (
	SELECT array_agg((ARRAY[NULL, 1, 1, 2, 2, 3, 3, 4, 4, 4, 0, -2147483648, 2147483647])[1 + floor(random() * (CASE WHEN n % 3 = 0 THEN 13 ELSE 10 END))::int] + 0 * i) AS a
	FROM generate_series(1, CASE WHEN n % 10 = 0 THEN floor(random() * 700)::int ELSE 30 END) i) f;
SELECT is_empty($$ SELECT DISTINCT outcome FROM scored WHERE outcome NOT IN ('result', 'refused') $$,
	'scores of odd forms give a result or a proper error');
SELECT is((SELECT count(DISTINCT outcome) FROM scored), 2::bigint, 'both outcomes occur');

SELECT * FROM finish();
ROLLBACK;
