-- Mistakes that are made with these questionnaires, one test each: boundaries that
-- programs put on the wrong side, answers that have possible values and another
-- meaning, versions that look alike.
\ir lib/setup.sql
BEGIN;
SET search_path = public;
SELECT plan(51);

CREATE FUNCTION pg_temp.same(n int, answer int) RETURNS int[] LANGUAGE sql AS $$ SELECT array_fill(answer, ARRAY[n]) $$;

-- A night in bed from 23:00 to 7:00, asleep after 10 minutes, for 7 hours; all else 0.
CREATE FUNCTION pg_temp.night(latency_s int DEFAULT 600, asleep_s int DEFAULT 25200, to_bed time DEFAULT '23:00',
                              out_of_bed time DEFAULT '07:00', other_reason int DEFAULT 0) RETURNS int[]
LANGUAGE sql AS $$
	SELECT ARRAY[extract(epoch FROM to_bed)::int, latency_s, extract(epoch FROM out_of_bed)::int, asleep_s]
	       || pg_temp.same(9, 0) || other_reason || pg_temp.same(4, 0)
$$;

-- PSQI
SELECT is(exonc.score('PSQI', 'C3', pg_temp.night()), 0::float8, 'PSQI: 7.0 hours of sleep are 0, not 1');
SELECT is(exonc.score('PSQI', 'C3', pg_temp.night(asleep_s => 25199)), 1::float8, 'PSQI: a second less is 1');
SELECT is(exonc.score('PSQI', 'C4', pg_temp.night(asleep_s => 24480)), 0::float8, 'PSQI: an efficiency of 85.0 % is 0, not 1');
SELECT is(exonc.score('PSQI', 'C4', pg_temp.night(asleep_s => 24479)), 1::float8, 'PSQI: 84.997 % are 1, not 3: the bands have no gap');
SELECT is(exonc.score('PSQI', 'C4', pg_temp.night(asleep_s => 21599)), 2::float8, 'PSQI: 74.997 % are 2, not 3: the bands have no gap');
SELECT is(exonc.score('PSQI', 'C2', pg_temp.night(latency_s => 900)), 0::float8, 'PSQI: 15 minutes until asleep are 0, not 1');
SELECT is(exonc.score('PSQI', 'C4', pg_temp.night(to_bed => '00:30', out_of_bed => '08:30')), 0::float8, 'PSQI: a night that begins after midnight');
SELECT is(exonc.score('PSQI', 'C4', pg_temp.night(out_of_bed => '23:00')), NULL, 'PSQI: no time in bed is no score, and no division by zero');
SELECT is(exonc.score('PSQI', 'GLOBAL', pg_temp.night(other_reason => NULL)), 0::float8, 'PSQI: Q5j missing counts as 0');
SELECT is((SELECT answered FROM exonc.scores('PSQI', pg_temp.night(other_reason => NULL)) WHERE scale = 'C5'), 8, 'PSQI: and is not an answered item');
SELECT is(exonc.score('PSQI', 'GLOBAL', pg_temp.night(latency_s => NULL)), NULL, 'PSQI: whatever components exist are not a global score');
SELECT set_eq($$ SELECT item FROM exonc.items('PSQI') WHERE "position" > 14 $$, ARRAY['QUAL', 'MED', 'AWAKE', 'ENTH'], 'PSQI: the last items have names, their order differs between printings');

-- PROMIS
SELECT is(exonc.score('PROMIS-PF-4A-V1', 'T', '{1,1,1,1}'), 22.9::float8, 'PROMIS PF 4a version 1 begins at 22.9');
SELECT is(exonc.score('PROMIS-PF-4A-V2', 'T', '{1,1,1,1}'), 22.5::float8, 'PROMIS PF 4a version 2 begins at 22.5');
SELECT is(exonc.score('PROMIS-FATIGUE-7A', 'T', '{3,3,3,NULL,3,3,3}'), NULL, 'PROMIS: a table does not hold for an incomplete form');
SELECT is(exonc.score('PROMIS-FATIGUE-7A', 'RAW', '{3,3,3,NULL,3,3,3}'), NULL, 'PROMIS: nor is a sum prorated');
SELECT is(exonc.score('PROMIS-FATIGUE-7A', 'RAW', '{1,1,1,1,1,1,5}'), 7::float8, 'PROMIS Fatigue 7a: item 7 is reversed');
SELECT is(exonc.score('PROMIS-FATIGUE-4A', 'T', '{5,5,5,5}'), 75.8::float8, 'PROMIS Fatigue 4a ends at 75.8, not at 72.8 as interpolated tables do');
SELECT is(exonc.score('PROMIS-GLOBAL10', 'GMH', '{1,5,1,5,5,1,0,1,1,1}'), 67.6::float8, 'PROMIS Global: the best mental health is 67.6, not 67.5');
SELECT is(exonc.score('PROMIS-GLOBAL10', 'PAIN_RECODE', '{1,1,1,1,1,1,0,1,1,1}'), 5::float8, 'PROMIS Global: no pain counts 5');
SELECT is(exonc.score('PROMIS-GLOBAL10', 'GPH', '{1,1,3,1,1,3,5,3,1,1}'), exonc.score('PROMIS-GLOBAL10', 'GPH', '{5,1,3,1,1,3,5,3,5,1}'), 'PROMIS Global: items 1 and 9 are in no score');
SELECT is(exonc.score('PROMIS-GLOBAL10', 'GPH_RAW', '{1,1,1,1,1,1,10,5,1,1}'), 4::float8, 'PROMIS Global: item 8 is taken as answered and reversed here');
SELECT is(exonc.score('PROMIS-SLEEP-4A', 'RAW', '{5,5,1,1}'), 4::float8, 'PROMIS Sleep 4a: items 1 and 2 are reversed');
SELECT is_empty($$ SELECT i.code, s.scale FROM exonc.instruments() i, LATERAL exonc.scales(i.code) s
	WHERE i.code::text LIKE 'PROMIS%' AND s.scale = 'T' AND (s.lowest < 10 OR s.highest > 90) $$, 'PROMIS: all T-scores lie between 10 and 90');
-- The lowest and the highest form of each short form, and each sum between: no table goes back on itself.
SELECT is_empty($$
	SELECT code, n FROM (
		SELECT i.code, n, exonc.score(i.code, 'T', a) AS t,
		       lag(exonc.score(i.code, 'T', a)) OVER (PARTITION BY i.code ORDER BY n) AS before
		FROM exonc.instruments() i, generate_series(0, 4 * i.items) n,
		     LATERAL (SELECT array_agg(CASE WHEN reversed THEN 6 - raw ELSE raw END ORDER BY "position")
		              FROM (SELECT it."position", it.item = ANY (s.reversed) AS reversed,
		                           1 + least(4, greatest(0, n - 4 * (it."position" - 1))) AS raw
		                    FROM exonc.items(i.code) it, exonc.scales(i.code) s WHERE s.scale = 'T') x) y (a)
		WHERE i.code::text ~ '^PROMIS-.*[0-9][AB]') z
	WHERE t <= before OR t IS NULL $$, 'PROMIS: every sum has a score, higher than the sum before');

-- SF-36 and RAND-36
SELECT is(exonc.score('SF-36v1', 'BP', pg_temp.same(20, 1) || '{2,3}' || pg_temp.same(14, 1)), 64::float8, 'SF-36: pain by Ware');
SELECT is(exonc.score('RAND-36', 'PAIN', pg_temp.same(20, 1) || '{2,3}' || pg_temp.same(14, 1)), 65::float8, 'RAND-36: the same pain by RAND');
SELECT is(exonc.score('SF-36v1', 'BP', pg_temp.same(20, 1) || '{1,1}' || pg_temp.same(14, 1)), 100::float8, 'SF-36: item 22 counts 6 where item 21 is 1');
SELECT is(exonc.score('SF-36v1', 'BP', pg_temp.same(20, 1) || '{2,1}' || pg_temp.same(14, 1)), 84::float8, 'SF-36: and 5 where it is not');
SELECT is(exonc.score('SF-36v1', 'RE', pg_temp.same(16, 1) || '{2,NULL,NULL}' || pg_temp.same(17, 1)), NULL, 'SF-36: emotional role needs two of three');
SELECT is(exonc.score('RAND-36', 'RE', pg_temp.same(16, 1) || '{2,NULL,NULL}' || pg_temp.same(17, 1)), 100::float8, 'RAND-36: one answered item is enough');
SELECT throws_ok($$ SELECT exonc.score('SF-36v1', 'RP', pg_temp.same(36, 3)) $$, '22003', NULL, 'SF-36: 3 on a yes-or-no item is refused, as in forms of version 2');

-- FACIT
SELECT is((SELECT array_agg(exonc.score('FACT-COG', 'QOL', pg_temp.same(29, 0) || a) ORDER BY o)
           FROM (VALUES (1, '{0,0,NULL,NULL}'::int[]), (2, '{0,0,0,NULL}')) v (o, a)), '{NULL,16}'::float8[], 'FACT-Cog: two of four are too few, three are enough');
SELECT is((SELECT highest FROM exonc.scales('FACT-COG') WHERE alias = 'PCI18'), 72::float8, 'FACT-Cog: impairments of 18 items end at 72, not at 80');
SELECT is((SELECT highest FROM exonc.scales('FACT-COG') WHERE alias = 'PCA7'), 28::float8, 'FACT-Cog: abilities of 7 items end at 28, not at 36');
SELECT is(exonc.score('FACT-GOG-NTX13', 'TOTAL', ('{NULL,NULL,NULL,0,0,0,0,NULL,NULL,NULL,0,0,0,0,0,0,0,0,0,0,NULL,NULL}'::int[] || pg_temp.same(18, 0))), NULL, 'FACT/GOG-Ntx13: exactly 32 of 40 answered is too few');

-- PHQ-9, STAI
SELECT is(exonc.score('PHQ-9', 'DX', '{1,1,3,3,3,3,3,3,3}'), 0::float8, 'PHQ-9: a total of 23 without a core symptom is no syndrome');
SELECT is(exonc.score('PHQ-9', 'DX', '{2,2,2,2,0,0,0,0,1}'), 2::float8, 'PHQ-9: item 9 is a symptom from 1 on');
SELECT is(exonc.score('PHQ-9', 'DX', '{3,3,3,3,3,3,3,3,NULL}'), NULL, 'PHQ-9: no result from eight items');
SELECT is(exonc.score('STAI-Y1', 'TOTAL', '{1,2,NULL,4,1,2,3,4,1,2,3,4,1,2,3,4,1,2,3,4}'), 46::float8, 'STAI: 45.26 is 46');
SELECT is(exonc.score('STAI-Y1', 'TOTAL', pg_temp.same(3, NULL) || pg_temp.same(17, 1)), NULL, 'STAI: three missing are too many');
SELECT is(exonc.score('STAI-Y2', 'TOTAL', pg_temp.same(20, 1)), 47::float8, 'STAI: the trait form reverses nine items, the state form ten');

-- Activity
SELECT is(exonc.scores_array('IPAQ-SF', '{0,0,0,0,0,0,NULL}'), '{0,0,0}'::float8[], 'IPAQ: inactive is 0 and low, not missing');
SELECT is(exonc.scores_array('IPAQ-SF', '{0,NULL,0,NULL,0,NULL,NULL}'), '{0,0,0}'::float8[], 'IPAQ: nobody is asked for the minutes of no days');
SELECT is(exonc.scores_array('IPAQ-SF', '{7,400,7,400,7,161,NULL}'), '{NULL,NULL,NULL}'::float8[], 'IPAQ: more than 960 minutes a day is no score');
SELECT is(exonc.score('IPAQ-SF', 'TOTAL', '{7,1440,0,0,0,0,NULL}'), NULL, 'IPAQ: nor is a day of 24 hours');
SELECT is(exonc.score('IPAQ-SF', 'TOTAL', '{7,320,7,320,7,320,NULL}'), 19278::float8, 'IPAQ: no total is above 19278');
SELECT is(exonc.scores_array('IPAQ-SF', '{3,45,0,NULL,7,30,NULL}'), '{1773,2,1}'::float8[], 'IPAQ: the two readings of the 1500 MET-minutes');
SELECT is(exonc.score('GPAQ', 'TOTAL', '{2,3,1,0}'::int[] || pg_temp.same(18, NULL)), NULL, 'GPAQ: no, but three days, is a contradiction');
SELECT is(exonc.score('GSLTPAQ', 'LSI', '{3,6,14}'), 99::float8, 'Godin: the published example');
SELECT is(exonc.score('EVS', 'MIN_PER_WEEK', '{0,NULL}'), NULL, 'EVS: 0 days and no minutes are not known to be 0');

SELECT * FROM finish();
ROLLBACK;
