-- Odd arguments never break adaptation: each call gives a result, or an error of the caller's making.
\ir lib/setup.sql
\set texts `test/lib/csv-to-json test/vectors/prescription_texts.csv`
BEGIN;
\ir lib/mutation.sql
SELECT no_plan();
SELECT setseed(0.44) \g /dev/null

CREATE TEMP TABLE rx AS SELECT row_number() OVER () AS n, canonical FROM json_to_recordset(:'texts') v (canonical text);
CREATE FUNCTION pg_temp.outcome(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	state text;
	fired boolean;
BEGIN
	EXECUTE query INTO fired;
	RETURN coalesce(fired::text, 'open');
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE;
	RETURN CASE WHEN laws.is_input_error(state) THEN 'refused' ELSE state || ' ' || SQLERRM || ': ' || query END;
END $$;
-- One of the likely values, or one in ten an odd one.
CREATE FUNCTION pg_temp.one(likely text[], odd text[], type text) RETURNS text LANGUAGE sql AS $$
	SELECT quote_nullable(CASE WHEN random() < 0.94 THEN likely[1 + floor(cardinality(likely) * random())::int] ELSE odd[1 + floor(cardinality(odd) * random())::int] END) || '::' || type $$;
CREATE FUNCTION pg_temp.whole(VARIADIC likely text[]) RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.one(likely, '{NULL,0,-1,521,2147483647,-2147483648}', 'int') $$;
CREATE FUNCTION pg_temp.number(VARIADIC likely text[]) RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.one(likely, '{NULL,0,-0,1e308,-1e308,1e-320,NaN,Infinity,-Infinity}', 'float8') $$;
CREATE FUNCTION pg_temp.whole_array(VARIADIC likely text[]) RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.one(likely, '{NULL,"{}","{NULL}","{-1}","{{1},{2}}","[7:8]={10,12}"}', 'int[]') $$;
CREATE FUNCTION pg_temp.number_array(VARIADIC likely text[]) RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.one(likely, '{NULL,"{}","{NULL}","{-1}","{NaN}","{Infinity}","{{1},{2}}","{1e-320,0}"}', 'float8[]') $$;
CREATE TEMP TABLE tried AS
SELECT n % 11 AS kind, pg_temp.outcome(format('SELECT fired FROM exonc.adapt(%L, %L, week => %s, modality => %s, block => %s, part => %s, component => %s, repetitions_done => %s, intervals_done => %s, rpe => %s, heart_rates => %s, heart_rate_zone => %s, minutes_below_zone => %s, minutes_in_zone => %s, minutes_above_zone => %s, weeks_missed => %s, weeks_since_change => %s, severe_side_effects => %s, sessions_goal => %s, minutes_goal => %s, cycle_days => %s, step => %s, increment_kg => %s, one_rm_kg => %s)',
	canonical, (enum_range(NULL::exonc.adaptation_rule))[1 + n % 11], pg_temp.whole('4', '8', NULL), pg_temp.one('{NULL,NULL,resistance}', '{balance,activity}', 'exonc.exercise_modality'),
	pg_temp.whole(NULL, NULL, NULL, '1'), pg_temp.whole(NULL, NULL, NULL, '1'), pg_temp.whole(NULL, NULL, NULL, '1'), pg_temp.whole_array('{14,14}', '{3}'), pg_temp.whole_array('{8}', '{3}'),
	pg_temp.number_array('{11,10}', '{16}'), pg_temp.number_array('{90}', '{150}'), pg_temp.one('{"[100,120]"}', '{NULL,empty,"(,)","[NaN,NaN]","[1e300,)"}', 'numrange'), pg_temp.number_array('{10}'), pg_temp.number_array('{5}'), pg_temp.number_array('{1}', '{12}'),
	pg_temp.whole('1', '2'), pg_temp.whole('1', '3'), pg_temp.one('{false,NULL}', '{true}', 'boolean'), pg_temp.number(NULL), pg_temp.number(NULL, NULL, '30'), pg_temp.whole('21', '7', '28'), pg_temp.number(NULL), pg_temp.number('0', '2.5'), pg_temp.number('60', NULL))) AS outcome
FROM generate_series(0, 5999) n JOIN (SELECT n AS place, canonical FROM rx) r ON r.place = 1 + (n / 11) % 24;
SELECT is_empty($$ SELECT DISTINCT outcome FROM tried WHERE outcome NOT IN ('true', 'false', 'open', 'refused') $$, 'a result or a proper error');
SELECT is((SELECT count(*) FROM (SELECT kind FROM tried GROUP BY kind HAVING bool_or(outcome = 'open') AND bool_or(outcome = 'refused')) k), 11::bigint, 'each rule is open, and is refused');
SELECT cmp_ok((SELECT count(DISTINCT kind) FROM tried WHERE outcome = 'true'), '>=', 5::bigint, 'many rules fire on published programmes');

SELECT * FROM finish();
ROLLBACK;
