-- Broken input never breaks the server.
\ir lib/setup.sql
\set definition `cat test/lib/small_definition.json`
BEGIN;
\ir lib/mutation.sql
SELECT no_plan();
SELECT setseed(0.42) \g /dev/null

-- One pair of lines for each base type.
SELECT laws.mutate_text('exonc.instrument', ARRAY['QLQ-C30', 'GAD-7', :'definition'], 3000);
SELECT laws.mutate_binary('exonc.instrument', ARRAY['QLQ-C30', 'GAD-7', :'definition'], 2000);
SELECT laws.mutate_text('exonc.physical_test_set', '{"{}","{gait}","{chair_stand, tug}","{grip,chair_stand,gait,sppb,tug,walk_400m}"}', 2000);
SELECT laws.mutate_binary('exonc.physical_test_set', '{"{}","{gait}","{chair_stand, tug}","{grip,chair_stand,gait,sppb,tug,walk_400m}"}', 1000);
SELECT laws.mutate_text('exonc.comorbidity_set', '{"{}","{mi}","{chf, aids}","{mi,chf,pvd,cevd,dementia,cpd,rheumd,pud,mld,diab,diabwc,hp,rend,canc,msld,metacanc,aids}"}', 2000);
SELECT laws.mutate_binary('exonc.comorbidity_set', '{"{}","{mi}","{chf, aids}","{mi,chf,pvd,cevd,dementia,cpd,rheumd,pud,mld,diab,diabwc,hp,rend,canc,msld,metacanc,aids}"}', 1000);
SELECT laws.mutate_text('exonc.adherence_policy', '{"","breaks=count unlogged=unknown","run_sessions=4 tail_sessions=12 cap=session after_exit=exclude"}', 2000);
SELECT laws.mutate_binary('exonc.adherence_policy', '{"","breaks=count unlogged=unknown run_sessions=12"}', 1000);
SELECT laws.mutate_text('exonc.rurality', '{ruca_a 2010 small_rural,rucc_urban 2023 nonmetropolitan_rural}', 1000);
SELECT laws.mutate_binary('exonc.rurality', '{ruca_a 2010 small_rural,rucc_urban 2023 nonmetropolitan_rural}', 1000);
SELECT laws.mutate_text('exonc.adherence_cohort', '{measure=attendance threshold=0.75 participants=3 reached=1 numerator=7 denominator=12 ratios=1.5 rounded=1.5 squares=0.875,measure=dose_intensity unit=min cap_asked=total absent=3}', 2000);
SELECT laws.mutate_binary('exonc.adherence_cohort', '{measure=attendance threshold=0.75 participants=3 reached=1 numerator=7 denominator=12 ratios=1.5 rounded=1.5 squares=0.875,measure=dose_intensity unit=min cap_asked=total absent=3}', 1000);
SELECT laws.mutate_text('exonc.adherence', '{"n_attended=9 n_missed=3 reduced=1","breaks=count n_attended=2 sessions_min=2 planned_min=60.5 delivered_min=45 capped_min=44.25"}', 2000);
SELECT laws.mutate_binary('exonc.adherence', '{"n_attended=9 n_missed=3 reduced=1","breaks=count n_attended=2 sessions_min=2 planned_min=60.5 delivered_min=45 capped_min=44.25"}', 1000);
SELECT laws.mutate_text('exonc.session_log', '{"rows=2; on=2026-01-05 status=attended planned=30 delivered=30.5 unit=min changes=R--?; on=2026-01-07 no=2 status=missed","cap=total rows=1; on=2026-02-28 done=2026-03-01 status=attended"}', 2000);
SELECT laws.mutate_binary('exonc.session_log', '{"rows=2; on=2026-01-05 status=attended planned=30 delivered=30.5 unit=min changes=R--?; on=2026-01-07 no=2 status=missed","cap=total rows=1; on=2026-02-28 done=2026-03-01 status=attended"}', 1000);
SELECT laws.mutate_text('exonc.prescription', '{"wk 1-12: aer walk 5/wk uns 30-45min @RPE 11-13 via home","ses 2/wk(1sup+1uns) { aer 8x(30s@65%MSEC, 1min@?) & res alt 4wk(3x10@70%1RM, 3x6@mod) ex 6 prog tworep +2-10%/2ses }"}', 2000);
SELECT laws.mutate_binary('exonc.prescription', '{"wk 1-12: aer walk 5/wk uns 30-45min @RPE 11-13 via home","cd 1-7/21: aer ?min or res 2x10"}', 1000);
SELECT laws.mutate_text('exonc.sarcopenia_course', '{"{}","{0:none}","{-7:none,42:possible..severe,84:?}"}', 2000);
SELECT laws.mutate_binary('exonc.sarcopenia_course', '{"{}","{0:none}","{-7:none,42:possible..severe,84:?}"}', 1000);

-- A function over any arguments: a result, or an error of a caller's making.

CREATE TEMP TABLE odd_number (n int, x text);
INSERT INTO odd_number SELECT row_number() OVER (), x FROM unnest('{NULL,0,-0,1,8,27,0.8,5.5,160,1e308,-1e308,1e-320,NaN,Infinity,-Infinity}'::text[]) x;
CREATE FUNCTION pg_temp.odd() RETURNS text LANGUAGE sql AS $$
	SELECT coalesce(quote_literal(x) || '::float8', 'NULL') FROM odd_number ORDER BY random() LIMIT 1 $$;
CREATE TEMP TABLE tried AS
SELECT laws.outcome(format(
	'SELECT exonc.sarcopenia(%L, sex => %s, age => %s, grip_kg => %s, chair_stand_s => %s, asm_kg => %s, height_cm => %s, weight_kg => %s, asm_h2_kg_m2 => %s, gait_m_s => %s, tug_s => %s, walk_400m_s => %s, bmi_kg_m2 => %s, smm_kg => %s, l3_smi_cm2_m2 => %s)',
	(enum_range(NULL::exonc.sarcopenia_definition))[1 + n % 13], (ARRAY['NULL', '''male''', '''female'''])[1 + n % 3],
	pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(),
	pg_temp.odd(), pg_temp.odd(), pg_temp.odd())) AS outcome
FROM generate_series(1, 3000) n;
SELECT is_empty($$ SELECT DISTINCT outcome FROM tried WHERE outcome NOT IN ('result', 'refused') $$,
	'sarcopenia() of odd numbers gives a result or a proper error');

-- Measures that are none, or hardly, with odd values.
CREATE TEMP TABLE judged AS
SELECT laws.outcome(format('SELECT exonc.responder(%L, %s, %s, %s, %s, amount => %L, better => %s), exonc.band(%1$L, %2$s), exonc.clinically_important(%1$L, %3$s), (SELECT count(*) FROM exonc.responder_evidence(%1$L, %2$s, %3$s))',
	m, pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), pg_temp.odd(), (ARRAY['absolute', 'percent'])[1 + n % 2], (ARRAY['NULL', '''higher_better''', '''higher_worse'''])[1 + n % 3])) AS outcome
FROM generate_series(1, 3000) n, LATERAL (SELECT convert_from(v, 'LATIN1') AS m FROM (SELECT CASE WHEN n % 3 = 0 THEN convert_to(c, 'UTF8') ELSE laws.mutated(convert_to(c, 'UTF8')) END AS v
	FROM unnest('{QLQ-C30 PF,PHQ-9 TOTAL,HADS A,6MWT,SPPB,GPAQ TOTAL,QLQ-C30}'::text[]) WITH ORDINALITY u (c, o) WHERE o = 1 + n % 7) x WHERE position('\x00'::bytea IN v) = 0) q;
SELECT is_empty($$ SELECT DISTINCT outcome FROM judged WHERE outcome NOT IN ('result', 'refused') $$, 'responder() and band() of odd measures and numbers give a result or a proper error');
SELECT is((SELECT count(DISTINCT outcome) FROM judged), 2::bigint, 'both outcomes occur');
CREATE TEMP TABLE neighbours AS
SELECT laws.outcome(format('SELECT %s', call)) AS outcome FROM generate_series(1, 300) n, LATERAL (SELECT unnest(ARRAY[
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
SELECT laws.outcome(format('SELECT exonc.scores_array(''QLQ-C30'', %L::int[]), count(*) FROM exonc.scores(''QLQ-C30'', %1$L::int[])', a)) AS outcome
FROM generate_series(1, 2000) n, LATERAL (
	SELECT array_agg((ARRAY[NULL, 1, 1, 2, 2, 3, 3, 4, 4, 4, 0, -2147483648, 2147483647])[1 + floor(random() * (CASE WHEN n % 3 = 0 THEN 13 ELSE 10 END))::int] + 0 * i) AS a
	FROM generate_series(1, CASE WHEN n % 10 = 0 THEN floor(random() * 700)::int ELSE 30 END) i) f;
SELECT is_empty($$ SELECT DISTINCT outcome FROM scored WHERE outcome NOT IN ('result', 'refused') $$,
	'scores of odd forms give a result or a proper error');
SELECT is((SELECT count(DISTINCT outcome) FROM scored), 2::bigint, 'both outcomes occur');

-- Any JSON as an EQ-5D-5L value set: a model of which one value is replaced by another JSON.
CREATE TEMP TABLE valued AS
SELECT laws.outcome(format('SELECT exonc.eq5d_index(%s, %L::jsonb)', state, jsonb_set('{"constant": 1, "MO": [0,-1,-1,-1,-1], "SC": [0,-1,-1,-1,-1], "UA": [0,-1,-1,-1,-1], "PD": [0,-1,-1,-1,-1], "AD": [0,-1,-1,-1,-1], "any_5": 0, "each_4_or_5": {"MO": 0, "SC": 0, "UA": 0, "PD": 0, "AD": 0}, "decimals": 3}', at, odd))) AS outcome
FROM unnest('{11111,55555,0,-2147483648,2147483647}'::int[]) state,
	(VALUES ('{}'::text[]), ('{constant}'), ('{MO}'), ('{MO,2}'), ('{AD,4}'), ('{any_5}'), ('{each_4_or_5}'), ('{each_4_or_5,UA}'), ('{decimals}'), ('{55555}'), ('{x}')) a (at),
	unnest(ARRAY['null', 'true', '"1"', '0', '-0.5', '1e-400', '1e400', '-9.99999999999999999', '12345678901234567890', '[]', '[[]]', '{}', '{"MO": []}', '[1,2,3,4,5]', '""']::jsonb[]) odd;
SELECT set_eq('SELECT DISTINCT outcome FROM valued', $$ VALUES ('result'), ('refused') $$, 'odd value sets give an index or a proper error');

SELECT * FROM finish();
ROLLBACK;
