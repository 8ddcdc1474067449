-- Odd arguments never break the server: each call gives a result, or an error of the caller's making.
\ir lib/setup.sql
\set texts `test/lib/csv-to-json test/vectors/prescription_texts.csv`
BEGIN;
\ir lib/mutation.sql
SELECT no_plan();
SELECT setseed(0.43) \g /dev/null

CREATE TEMP TABLE rx AS SELECT row_number() OVER () AS n, canonical FROM json_to_recordset(:'texts') v (canonical text);
CREATE FUNCTION pg_temp.odd() RETURNS text LANGUAGE sql AS $$
	SELECT quote_nullable(('{NULL,0,-0,1,8,27,0.8,60,75,160,1e308,-1e308,1e-320,NaN,Infinity,-Infinity}'::text[])[1 + floor(16 * random())::int]) || '::float8' $$;
CREATE FUNCTION pg_temp.likely(usual float8) RETURNS text LANGUAGE sql AS $$ SELECT CASE WHEN random() < 0.8 THEN usual || '::float8' ELSE pg_temp.odd() END $$;
CREATE FUNCTION pg_temp.whole() RETURNS text LANGUAGE sql AS $$
	SELECT coalesce(('{NULL,0,-1,1,2,7,12,520,521,2147483647,-2147483648}'::text[])[1 + floor(11 * random())::int], 'NULL') || '::int' $$;
CREATE FUNCTION pg_temp.day() RETURNS text LANGUAGE sql AS $$
	SELECT quote_nullable(('{NULL,2026-01-12,2026-02-09,1900-01-01,infinity,-infinity,5874897-12-31,"4714-11-24 BC"}'::text[])[1 + floor(8 * random())::int]) || '::date' $$;

CREATE TEMP TABLE tried AS
SELECT n % 5 AS kind, laws.outcome(CASE n % 5
	WHEN 0 THEN format('SELECT count(*) FROM exonc.targets(%L, %s, age => %s, hr_rest => %s, hr_max => %s, vo2_peak => %s, w_peak => %s, weight_kg => %s, one_rm_kg => %s, increment_kg => %s, grade => %s)',
		canonical, pg_temp.whole(), pg_temp.likely(60), pg_temp.likely(70), pg_temp.likely(150), pg_temp.likely(20), pg_temp.likely(100), pg_temp.likely(75), pg_temp.likely(60), pg_temp.likely(2.5), pg_temp.likely(0.05))
	WHEN 1 THEN format('SELECT count(*) FROM exonc.schedule(%L, %s, cycle_starts => ARRAY[%s, %s], weekdays => ARRAY[%s, 3], weeks => %s, alternative => %s, breaks => datemultirange(daterange(least(%s, ''2026-03-01''), ''2026-03-01'')))',
		canonical, pg_temp.day(), pg_temp.day(), pg_temp.day(), pg_temp.whole(), pg_temp.whole(), pg_temp.whole(), pg_temp.day())
	WHEN 2 THEN format('SELECT exonc.weekly_minutes(rx, w), exonc.weekly_met_minutes(rx, w), exonc.supervised_share(rx, w), exonc.at_week(rx, w), exonc.weekly_volume_load(rx, w, %s) FROM (SELECT %L::exonc.prescription AS rx, %s AS w) x', pg_temp.odd(), canonical, pg_temp.whole())
	WHEN 3 THEN format('SELECT count(*) FROM exonc.precautions(%L, platelets_10e9_l => %s, hb_g_dl => %s, anc_10e9_l => %s, temperature_c => %s, labs_days => %s, labs_max_days => %s)',
		(enum_range(NULL::exonc.safety_profile))[1 + n % 9], pg_temp.likely(35), pg_temp.likely(9), pg_temp.likely(1.2), pg_temp.likely(37), pg_temp.whole(), pg_temp.whole())
	ELSE format('SELECT exonc.one_rm(''epley'', %s, %s), exonc.training_load(%s, %s, %s), exonc.hr_max(''nes'', %s), exonc.work_to_vo2(''leg_cycle'', %s, %s), exonc.vo2_to_work(''walk'', %s), exonc.intensity_class(''rpe'', %s)',
		pg_temp.likely(60), pg_temp.likely(8), pg_temp.likely(60), pg_temp.likely(70), pg_temp.likely(2.5), pg_temp.likely(60), pg_temp.likely(60), pg_temp.likely(75), pg_temp.likely(12), pg_temp.likely(12)) END) AS outcome
FROM generate_series(0, 3999) n JOIN (SELECT n AS place, canonical FROM rx) r ON r.place = 1 + (n / 5) % 24;
SELECT is_empty($$ SELECT DISTINCT outcome FROM tried WHERE outcome NOT IN ('result', 'refused') $$, 'a result or a proper error');
SELECT is((SELECT count(*) FROM (SELECT kind FROM tried GROUP BY kind HAVING count(DISTINCT outcome) = 2) k), 5::bigint, 'both occur in each kind of call');

SELECT * FROM finish();
ROLLBACK;
