-- Odd arguments of the equations of load and of the exchange: a result, or an error of the caller's making.
\ir lib/setup.sql
\set texts `test/lib/csv-to-json test/vectors/prescription_texts.csv`
BEGIN;
\ir lib/mutation.sql
SELECT no_plan();
SELECT setseed(0.47) \g /dev/null

CREATE TEMP TABLE rx AS SELECT row_number() OVER () AS place, canonical FROM json_to_recordset(:'texts') v (canonical text);
CREATE FUNCTION pg_temp.likely(usual float8) RETURNS text LANGUAGE sql AS $$
	SELECT CASE WHEN random() < 0.8 THEN usual::text ELSE quote_nullable(('{NULL,0,-0,1,8,0.8,60,160,1e308,-1e308,1e-320,NaN,Infinity,-Infinity}'::text[])[1 + floor(14 * random())::int]) END || '::float8' $$;
CREATE FUNCTION pg_temp.day() RETURNS text LANGUAGE sql AS $$
	SELECT quote_nullable(('{NULL,2026-01-12,0001-01-01,9999-12-31,infinity,-infinity,5874897-12-31,"4714-11-24 BC"}'::text[])[1 + floor(8 * random())::int]) || '::date' $$;
CREATE FUNCTION pg_temp.fragment(usual text) RETURNS text LANGUAGE sql AS $$
	SELECT CASE WHEN random() < 0.8 THEN quote_literal(usual) ELSE coalesce(quote_literal(('{NULL,null,1,[],"{}","[{}]","{\"reference\": {}}","{\"reference\": null}","[[\"reference\"]]"}'::text[])[1 + floor(9 * random())::int]), 'NULL') END || '::jsonb' $$;

CREATE TEMP TABLE tried AS
SELECT n % 6 AS kind, laws.outcome(CASE n % 6
	WHEN 0 THEN format('SELECT count(*) FROM exonc.fhir_service_requests(%L, %s, %s, %s, %s, %s, goals => %s)', canonical, pg_temp.fragment('{"reference": "Patient/1"}'), pg_temp.fragment('{"reference": "Practitioner/1"}'), pg_temp.fragment('{"text": "x"}'), pg_temp.day(), pg_temp.day(), pg_temp.fragment('[{"reference": "Goal/1"}]'))
	WHEN 1 THEN format('SELECT count(*) FROM exonc.fhir_goals(%L, %s, %s)', canonical, pg_temp.fragment('{"reference": "Patient/1"}'), pg_temp.day())
	WHEN 2 THEN format('SELECT count(*) FROM exonc.interval_training(%L, %s, %s, %s)', canonical, (ARRAY['NULL', '0', '1', '5', '30', '520', '521', '-2147483648'])[1 + floor(8 * random())::int], pg_temp.likely(120), pg_temp.likely(200))
	WHEN 3 THEN format('SELECT exonc.percent_hrr_of_hr_max(%s, %s, %s), exonc.vo2_to_grade(''walk'', %s, %s), exonc.percent_hrr_of_vo2(''swain_1997_cycle_vo2r'', %s)', pg_temp.likely(60), pg_temp.likely(70), pg_temp.likely(160), pg_temp.likely(15), pg_temp.likely(80), pg_temp.likely(50))
	WHEN 4 THEN format('SELECT exonc.percent_1rm(%L, %s, %s), exonc.repetitions_at_percent_1rm(%L, %s, %s), exonc.one_rm_from_5rm(''leg_press'', %s)', e, pg_temp.likely(8), pg_temp.likely(2), e, pg_temp.likely(80), pg_temp.likely(2), pg_temp.likely(60))
	ELSE format('SELECT exonc.banister_trimp(%s, %s, %s, %s, ''female''), exonc.edwards_trimp(ARRAY[%s, 1, 2, 3, %s]), exonc.session_rpe_load(%s, %s), exonc.moderate_equivalent_minutes(%s, %s)',
		pg_temp.likely(30), pg_temp.likely(120), pg_temp.likely(70), pg_temp.likely(160), pg_temp.likely(5), pg_temp.likely(5), pg_temp.likely(40), pg_temp.likely(4), pg_temp.likely(100), pg_temp.likely(50)) END) AS outcome
FROM generate_series(0, 2999) n JOIN rx ON place = 1 + (n / 6) % 24, LATERAL (SELECT (enum_range(NULL::exonc.repetition_equation))[1 + n / 6 % 4]) x (e);
SELECT is_empty($$ SELECT DISTINCT outcome FROM tried WHERE outcome NOT IN ('result', 'refused') $$, 'a result or a proper error');
SELECT is((SELECT count(*) FROM (SELECT kind FROM tried GROUP BY kind HAVING count(DISTINCT outcome) = 2) k), 6::bigint, 'both occur in each kind of call');

SELECT * FROM finish();
ROLLBACK;
