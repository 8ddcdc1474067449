-- Bands, thresholds, minimal important differences and responders: the numbers of
-- the sources written down a second time, and the rules by which they are applied.
\ir lib/setup.sql
\set facts `test/lib/csv-to-json "${EXONC_FACTS:-../shared/facts}/assessment_vectors.csv"`
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

-- ---- measures ----

SELECT is(measure('QLQ-C30', 'PF')::text, 'QLQ-C30 PF', 'a measure of two codes');
SELECT is(measure('QLQ-C30', 'PF2')::text, 'QLQ-C30 PF', 'the second code of a scale is the same measure');
SELECT is(measure('QLQ-C30', NULL), NULL, 'no measure without a scale');
SELECT is(measure('QLQ-C30', 'nothing')::text, 'QLQ-C30 nothing', 'a scale that is not there is refused at use');
SELECT results_eq(
	$$ SELECT measure::text, direction, lowest, highest FROM measures() m JOIN (SELECT i.code, s.scale AS s FROM instruments() i, LATERAL scales(i.code) s) q ON m.measure = measure(q.code, q.s) ORDER BY 1 $$,
	$$ SELECT i.code || ' ' || s.scale, s.direction, s.lowest, s.highest FROM (SELECT code::text FROM instruments()) i, LATERAL scales(i.code::instrument) s ORDER BY 1 $$,
	'every scale of every instrument is a measure, with its direction and range');
SELECT is((SELECT count(DISTINCT measure) FROM measures()), (SELECT count(*) FROM measures()), 'no measure is listed twice');

-- Which measures the tables speak of. Those of instruments that are not built in
-- yet may be missing; the list is to shrink.
CREATE TEMP TABLE listed AS SELECT measure FROM bands() UNION SELECT measure FROM thresholds() UNION SELECT measure FROM minimal_important_differences();
CREATE TEMP TABLE absent AS SELECT measure::text AS m, split_part(measure::text, ' ', 1) AS i FROM listed WHERE measure NOT IN (SELECT measure FROM measures());
SELECT is_empty($$ SELECT m FROM absent WHERE i IN (SELECT code::text FROM instruments()) $$,
	'every measure of a built-in instrument is one of its scales');
SELECT is_empty($$ SELECT m FROM absent EXCEPT VALUES
	('PHQ-9 DX'), ('PSQI GLOBAL'), ('IPAQ-SF CATEGORY'), ('GPAQ TOTAL'), ('GSLTPAQ HCS'), ('EVS MIN_PER_WEEK'), ('FACT-COG PCI'), ('EQ-5D-5L VAS'),
	('PROMIS-GLOBAL10 GPH'), ('PROMIS-GLOBAL10 GMH'), ('PROMIS-FATIGUE-4A T'), ('PROMIS-FATIGUE-7A T'), ('PROMIS-FATIGUE-8A T'), ('PROMIS-PF-4A-V1 T'),
	('PROMIS-PF-4A-V2 T'), ('PROMIS-ANXIETY-4A T'), ('PROMIS-DEPRESSION-4A T'), ('PROMIS-SLEEP-4A T'), ('PROMIS-SOCIAL-4A T'), ('PROMIS-PAININT-4A T') $$,
	'and the others are the ones that are known to be missing');

-- ---- bands ----

-- The printed ranges: lowest score and label of each band, and the end of the last.
CREATE TEMP TABLE printed (measure text, bands text);
INSERT INTO printed VALUES
	('PHQ-9 TOTAL', '0 minimal, 5 mild, 10 moderate, 15 moderately severe, 20 severe, 27'),
	('PHQ-9 DX', '0 none, 1 other, 2 major, 2'),
	('PHQ-4 TOTAL', '0 normal, 3 mild, 6 moderate, 9 severe, 12'),
	('PHQ-4 ANXIETY', '0 negative, 3 positive, 6'),
	('PHQ-4 DEPRESSION', '0 negative, 3 positive, 6'),
	('GAD-7 TOTAL', '0 minimal, 5 mild, 10 moderate, 15 severe, 21'),
	('HADS A', '0 normal, 8 borderline, 11 abnormal, 21'),
	('HADS D', '0 normal, 8 borderline, 11 abnormal, 21'),
	('ISI TOTAL', '0 no clinically significant insomnia, 8 subthreshold insomnia, 15 moderate insomnia, 22 severe insomnia, 28'),
	('BFI TOTAL', '0 below mild, 1 mild, 4 moderate, 7 severe, 10'),
	('PSQI GLOBAL', '0 good, 6 poor, 21'),
	('IPAQ-SF CATEGORY', '0 low, 1 moderate, 2 high, 2'),
	('GPAQ TOTAL', '0 below 600 MET-min/week, 600 at least 600 MET-min/week, open'),
	('GSLTPAQ HCS', '0 insufficiently active, 14 moderately active, 24 active, open'),
	('EVS MIN_PER_WEEK', '0 below 150 min/week, 150 at least 150 min/week, 10080'),
	('SPPB', '0 severe limitations, 4 moderate limitations, 7 mild limitations, 10 minimal limitations, 12'),
	('G8', '0 impaired, 14.5 not impaired, 17'),
	('FRIED', '0 not frail, 1 prefrail, 3 frail, 5'),
	('CFS', '1 not frail, 5 frail, 9');
INSERT INTO printed SELECT 'PROMIS-' || form || ' T', '10 within normal limits, 55 mild, 60 moderate, 70 severe, 90'
FROM unnest('{FATIGUE-4A,FATIGUE-7A,FATIGUE-8A,SLEEP-4A,PAININT-4A,ANXIETY-4A,DEPRESSION-4A}'::text[]) form;
SELECT set_eq(
	$$ SELECT measure::text, string_agg(from_score || ' ' || label, ', ' ORDER BY from_score) || ', ' || coalesce(max(to_score) FILTER (WHERE last)::text, 'open')
	   FROM (SELECT *, lead(from_score) OVER (PARTITION BY measure ORDER BY from_score) IS NULL AS last FROM bands()) b GROUP BY measure $$,
	'SELECT * FROM printed', 'the bands are the printed ones');
SELECT set_eq($$ SELECT measure::text, label FROM bands() WHERE mark = 'unconfirmed' $$,
	$$ VALUES ('BFI TOTAL', 'below mild'), ('GSLTPAQ HCS', 'moderately active'), ('CFS', 'not frail'), ('CFS', 'frail') $$, 'bands that no source confirms say so');
SELECT is_empty($$ SELECT b.measure FROM bands() b JOIN measures() m USING (measure) GROUP BY b.measure, m.lowest, m.highest
	HAVING min(from_score) > m.lowest OR (max(to_score) < m.highest AND bool_and(to_score IS NOT NULL))
	    OR (b.measure::text NOT LIKE 'PROMIS%' AND (min(from_score) <> m.lowest OR (bool_and(to_score IS NOT NULL) AND max(to_score) <> m.highest))) $$,
	'the bands cover the range of their measure');

-- Each boundary: at it, and next to it on both sides where there is something between.
CREATE TEMP TABLE edge AS SELECT *, lag(label) OVER w AS before, measure::text IN ('PHQ-9 DX', 'IPAQ-SF CATEGORY', 'FRIED', 'CFS') AS whole
FROM bands() WINDOW w AS (PARTITION BY measure ORDER BY from_score);
SELECT is(band(measure, greatest(from_score, m.lowest)), label, format('%s at %s', measure, from_score)) FROM edge LEFT JOIN measures() m USING (measure);
SELECT is(band(measure, from_score - 0.000001), before, format('%s below %s', measure, from_score)) FROM edge WHERE before IS NOT NULL AND NOT whole;
SELECT is(band(measure, greatest(from_score, m.lowest) + 0.000001), label, format('%s above %s', measure, from_score)) FROM edge LEFT JOIN measures() m USING (measure) WHERE NOT whole;
SELECT is(band(measure, from_score - 1), before, format('%s below %s', measure, from_score)) FROM edge WHERE before IS NOT NULL AND whole AND measure::text <> 'CFS' AND measure::text <> 'FRIED';
SELECT throws_ok(format('SELECT band(%L, %s)', measure, v), '22003', NULL, format('%s of %s is no score', v, measure))
FROM (SELECT measure, min(from_score) - 0.5 AS lowest, max(to_score) + 0.5 AS highest FROM bands() GROUP BY measure) b, unnest(ARRAY[lowest, highest]) v
WHERE v IS NOT NULL AND NOT (measure IN (SELECT measure FROM bands() WHERE to_score IS NULL) AND v = highest);

-- The same by hand.
SELECT is(band(m, s), l, format('%s %s', m, s)) FROM (VALUES
	('PHQ-9 TOTAL', 4, 'minimal'), ('PHQ-9 TOTAL', 5, 'mild'), ('PHQ-9 TOTAL', 14, 'moderate'), ('PHQ-9 TOTAL', 15, 'moderately severe'), ('PHQ-9 TOTAL', 19, 'moderately severe'), ('PHQ-9 TOTAL', 27, 'severe'),
	('GAD-7 TOTAL', 9, 'mild'), ('GAD-7 TOTAL', 15, 'severe'), ('HADS A', 7.5, 'normal'), ('HADS A', 8, 'borderline'), ('HADS D', 10.5, 'borderline'), ('HADS D', 11, 'abnormal'),
	('BFI TOTAL', 3.9, 'mild'), ('BFI TOTAL', 6.99, 'moderate'), ('BFI TOTAL', 7, 'severe'), ('BFI TOTAL', 0.5, 'below mild'), ('PSQI GLOBAL', 5, 'good'), ('PSQI GLOBAL', 6, 'poor'),
	('PROMIS-SLEEP-4A T', 54.9, 'within normal limits'), ('PROMIS-SLEEP-4A T', 55, 'mild'), ('PROMIS-FATIGUE-7A T', 69.9, 'moderate'), ('PROMIS-FATIGUE-7A T', 70, 'severe'),
	('GSLTPAQ HCS', 9 * 3 + 5 * 6, 'active'), ('GSLTPAQ HCS', 5 * 4, 'moderately active'), ('GSLTPAQ HCS', 9 + 5, 'moderately active'), ('GSLTPAQ HCS', 23, 'moderately active'), ('GSLTPAQ HCS', 13, 'insufficiently active'),
	('GPAQ TOTAL', 2400, 'at least 600 MET-min/week'), ('GPAQ TOTAL', 599, 'below 600 MET-min/week'), ('EVS MIN_PER_WEEK', 150, 'at least 150 min/week'), ('EVS MIN_PER_WEEK', 149, 'below 150 min/week'),
	('SPPB', 9, 'mild limitations'), ('SPPB', 10, 'minimal limitations'), ('G8', 14, 'impaired'), ('G8', 14.5, 'not impaired'), ('FRIED', 2, 'prefrail'), ('FRIED', 3, 'frail'), ('CFS', 4, 'not frail'), ('CFS', 5, 'frail')) v (m, s, l);
SELECT is(band('GAD-7 TOTAL', 9.7::real), 'mild', 'a score from a real column');
SELECT is(band('HADS A', NULL), NULL, 'no score, no band');
SELECT is(band(NULL, 3), NULL, 'no measure, no band');
SELECT is(band('PHQ-4 GAD-2', 3), 'positive', 'the second code of a scale');

-- The worked examples, from the answers.
CREATE TEMP TABLE vector AS
SELECT v.* FROM json_to_recordset(:'facts') v (id text, instrument text, items text, scale text, expected text)
WHERE scale = 'BAND'
UNION ALL VALUES
	('own-1', 'PHQ-9', '[1,1,3,3,3,3,3,3,3]', 'BAND', 'severe'), ('own-2', 'PHQ-9', '[1,1,1,1,1,0,0,0,0]', 'BAND', 'mild'), ('own-3', 'PHQ-9', '[2,2,1,1,1,1,1,1,0]', 'BAND', 'moderate'),
	('own-4', 'GAD-7', '[3,0,1,2,0,0,1]', 'BAND', 'mild'), ('own-5', 'PHQ-9', '[1,1,1,1,0,0,0,0,0]', 'BAND', 'minimal');
SELECT is(band(measure(instrument::instrument, 'TOTAL'), score(instrument::instrument, 'TOTAL', ARRAY(SELECT jsonb_array_elements_text(items::jsonb)::int))), expected, id)
FROM vector ORDER BY id;

SELECT is_empty($$ SELECT v.instrument, v.expected FROM json_to_recordset($$ || quote_literal(:'facts') || $$) v (instrument text, scale text, expected text)
	WHERE v.scale IN ('CAT', 'CATEGORY', 'DX', 'BAND') AND v.expected NOT IN ('NULL', 'ERROR')
	  AND v.expected NOT IN (SELECT label FROM bands() WHERE split_part(measure::text, ' ', 1) = v.instrument) $$, 'categories in the worked examples have our labels');

SELECT throws_ok($$ SELECT band('PHQ-9 TOTL', 3) $$, '22023', 'measure "PHQ-9 TOTL" does not exist', 'an unknown measure');
SELECT throws_ok($$ SELECT band('', 3) $$, '22023', 'measure "" does not exist', 'an empty measure');
SELECT throws_ok(format('SELECT band(%L, 3)', repeat('x', 70)), '22023', NULL, 'a very long measure');
SELECT throws_ok($$ SELECT band('QLQ-C30 PF', 3) $$, '22023', 'measure "QLQ-C30 PF" has no bands', 'a measure without bands');
SELECT throws_ok($$ SELECT band('PHQ-9 TOTAL', -99) $$, '22003', 'score -99 of PHQ-9 TOTAL is outside 0..27 points', 'a missing-data code');
SELECT throws_ok($$ SELECT band('PHQ-9 TOTAL', 'NaN') $$, '22003', 'score is not a finite number', 'not a number');
SELECT throws_ok($$ SELECT band('GPAQ TOTAL', 'Infinity') $$, '22003', NULL, 'infinity is not in an open band');
SELECT throws_ok($$ SELECT band('IPAQ-SF CATEGORY', 1.5) $$, '22003', NULL, 'nothing lies between two categories');
SELECT throws_ok($$ SELECT * FROM bands('PHQ-9 TOTL') $$, '22023', NULL, 'a listing of an unknown measure');
SELECT is((SELECT count(*) FROM bands('QLQ-C30 PF2')), 0::bigint, 'a listing of a measure without bands is empty');
SELECT is((SELECT count(*) FROM bands('PHQ-4 PHQ-2')), 2::bigint, 'a listing by the second code');

-- ---- thresholds ----

CREATE TEMP TABLE cut (measure text, operator text, value float8, mark evidence_mark);
INSERT INTO cut SELECT 'QLQ-C30 ' || s, o, v, 'unconfirmed' FROM (VALUES ('PF', '<', 83), ('RF', '<', 58), ('SF', '<', 58), ('EF', '<', 71),
	('FA', '>', 39), ('PA', '>', 25), ('NV', '>', 8), ('DY', '>', 17), ('SL', '>', 50), ('AP', '>', 50), ('CO', '>', 50), ('DI', '>', 17), ('FI', '>', 17)) v (s, o, v);
INSERT INTO cut VALUES ('QLQ-C30 CF', '<=', 75, 'sourced'), ('QLQ-FA12 SUM10', '>=', 12, 'sourced'), ('FACT-COG PCI', '<=', 55.1, 'sourced'), ('TUG', '>=', 12, 'sourced');
SELECT set_eq('SELECT measure::text, operator, value, mark FROM thresholds()', 'SELECT * FROM cut', 'the thresholds are those of the sources');
SELECT is(clinically_important(measure, value), operator IN ('<=', '>='), format('%s at %s', measure, value)) FROM cut;
SELECT is(clinically_important(measure, value - 0.000001), operator IN ('<', '<='), format('%s below %s', measure, value)) FROM cut;
SELECT is(clinically_important(measure, value + 0.000001), operator IN ('>', '>='), format('%s above %s', measure, value)) FROM cut;

-- DY is one item: its scores are multiples of 33.3, and that is the first over 17.
SELECT is(clinically_important('QLQ-C30 DY', score('QLQ-C30', 'DY', array_fill(1, ARRAY[7]) || a || array_fill(1, ARRAY[22]))), a > 1, format('dyspnoea answered %s', a))
FROM generate_series(1, 4) a;
SELECT is(clinically_important('QLQ-C30 NV', 100.0 / 6), true, 'a score of 16.7 is over 8');
-- No score that answers can give lies on a threshold, so its operator does not matter.
SELECT is_empty($$
	SELECT t.measure FROM thresholds() t JOIN (SELECT measure(i.code, s.scale) AS measure, s.* FROM instruments() i, LATERAL scales(i.code) s WHERE i.code = 'QLQ-C30' AND s.items IS NOT NULL) s USING (measure),
		LATERAL generate_series(s.min_answered, cardinality(s.items)) n, LATERAL generate_series(n, 4 * n) total
	WHERE abs(CASE s.direction WHEN 'higher_worse' THEN (total::float8 / n - 1) / 3 * 100 ELSE (1 - (total::float8 / n - 1) / 3) * 100 END - t.value) < 0.001 $$, 'no attainable score is on a threshold of the QLQ-C30');
SELECT is(clinically_important('QLQ-C30 QL', 10), NULL, 'QL has no threshold');
SELECT is(clinically_important('QLQ-C30 PF2', 50), true, 'the second code of a scale');
SELECT is(clinically_important('QLQ-C30 PF', NULL), NULL, 'no score, no answer');
SELECT throws_ok($$ SELECT clinically_important('QLQ-C30 FP', 50) $$, '22023', 'measure "QLQ-C30 FP" does not exist', 'an unknown measure');
SELECT throws_ok($$ SELECT clinically_important('QLQ-C30 QL', 101) $$, '22003', 'score 101 of QLQ-C30 QL is outside 0..100 points', 'a score out of range');
SELECT is((SELECT count(*) FROM thresholds('QLQ-C30 CF')), 1::bigint, 'the thresholds of one measure');

-- ---- minimal important differences ----

CREATE TEMP TABLE difference AS SELECT measure::text AS m, direction::text AS d, low, high, minimal, amount::text AS a, mark::text AS mark, population AS p, source FROM minimal_important_differences();
-- Maringwa 2011 in its own notation: improvement and deterioration by two anchors.
SELECT results_eq(
	$$ SELECT m, d, array_agg(low ORDER BY method) FROM (SELECT measure::text m, direction::text d, low, method FROM minimal_important_differences() WHERE source LIKE 'Maringwa%' AND low = high AND kind = 'group' AND mark = 'sourced') q GROUP BY m, d ORDER BY m, d $$,
	$$ SELECT 'QLQ-C30 ' || s, d, v FROM (VALUES ('FA', '{14,5}'::float8[], '{6,11}'::float8[]), ('PA', '{16,2}', '{3,7}'), ('PF', '{9,5}', '{4,6}'), ('QL', '{9,4}', '{4,4}'), ('RF', '{14,7}', '{5,5}'), ('SF', '{5,7}', '{7,9}')) t (s, i, e),
		LATERAL (VALUES ('improvement', i), ('deterioration', e)) x (d, v) ORDER BY 1, 2 $$, 'Maringwa 2011');
SELECT results_eq($$ SELECT m, low, high, minimal, mark FROM difference WHERE source LIKE 'Osoba%' ORDER BY 1, 2 $$,
	$$ SELECT 'QLQ-C30 ' || s, l::float8, 2 * l::float8, l = 5, 'unconfirmed' FROM unnest('{AP,CF,CO,DI,DY,EF,FA,FI,NV,PA,PF,QL,RF,SF,SL}'::text[]) s, unnest('{5,10}'::int[]) l ORDER BY 1, 2 $$, 'Osoba 1998');
SELECT set_eq($$ SELECT m, d, low, high, mark FROM difference WHERE m NOT LIKE 'QLQ-C30 %' AND a = 'absolute' AND minimal $$, $$
	SELECT m, d, low::float8, high::float8, mark FROM (VALUES
	('FACT-B BCS', 'either', 2, 3, 'sourced'), ('FACT-B TOI', 'either', 5, 6, 'sourced'), ('FACT-B TOTAL', 'either', 7, 8, 'sourced'),
	('FACT-G FACTG', 'either', 5, 6, 'sourced'), ('FACT-G FACTG', 'either', 3, 3, 'sourced'), ('FACT-G FACTG', 'either', 4, 4, 'sourced'),
	('FACIT-FATIGUE FS', 'either', 3, 6, 'sourced'), ('FACIT-FATIGUE FS', 'either', 3, 3, 'sourced'), ('FACIT-FATIGUE FS', 'either', 3, 4, 'unconfirmed'),
	('FACIT-F FS', 'either', 3, 6, 'sourced'), ('FACIT-F FS', 'either', 3, 3, 'sourced'), ('FACIT-F FS', 'either', 3, 4, 'unconfirmed'), ('FACIT-F TOI', 'either', 5, 5, 'sourced'),
	('FACT-COG PCI', 'either', 4.6, 7.4, 'sourced'),
	('PROMIS-FATIGUE-7A T', 'either', 3, 5, 'sourced'), ('PROMIS-PAININT-4A T', 'either', 4, 6, 'sourced'), ('PROMIS-PF-4A-V1 T', 'either', 4, 6, 'sourced'), ('PROMIS-PF-4A-V2 T', 'either', 4, 6, 'sourced'),
	('PROMIS-ANXIETY-4A T', 'either', 3, 4.5, 'sourced'), ('PROMIS-DEPRESSION-4A T', 'either', 3, 4.5, 'sourced'),
	('ESAS-R PHYS', 'improvement', 3, 3, 'sourced'), ('ESAS-R PHYS', 'deterioration', 4, 4, 'sourced'), ('ESAS-R EMO', 'improvement', 2, 2, 'sourced'), ('ESAS-R EMO', 'deterioration', 1, 1, 'sourced'),
	('ESAS-R TOTAL', 'improvement', 3, 3, 'sourced'), ('ESAS-R TOTAL', 'deterioration', 4, 4, 'sourced'),
	('HADS A', 'either', 1.5, 1.7, 'unconfirmed'), ('HADS D', 'either', 1.5, 1.7, 'unconfirmed'), ('ISI TOTAL', 'either', 6, 6, 'unconfirmed'), ('PHQ-9 TOTAL', 'either', 5, 5, 'unconfirmed'),
	('EQ-5D-5L VAS', 'either', 7, 12, 'unconfirmed'), ('EQ-5D-INDEX', 'either', 0.06, 0.06, 'sourced'),
	('6MWT', 'deterioration', 22, 42, 'sourced'), ('6MWT', 'either', 24, 30.5, 'sourced'), ('6MWT', 'either', 20, 20, 'sourced'),
	('6MWT-TREADMILL', 'either', 66.5, 66.5, 'sourced'), ('6MWT-TREADMILL', 'either', 41.5, 41.5, 'sourced'), ('6MWT-TREADMILL', 'either', 41.4, 41.4, 'sourced'), ('6MWT-TREADMILL', 'either', 40.5, 40.5, 'sourced'),
	('GAIT-SPEED', 'either', 0.05, 0.05, 'sourced'), ('GAIT-SPEED', 'either', 0.03, 0.05, 'sourced'), ('SPPB', 'either', 0.5, 0.5, 'sourced'), ('SPPB', 'either', 0.3, 0.8, 'sourced'),
	('400M-WALK', 'either', 20, 30, 'sourced'), ('GRIP', 'either', 6.5, 6.5, 'sourced'), ('GRIP', 'either', 5, 6.5, 'sourced'),
	('CHAIR-STAND-5X', 'either', 2.3, 2.3, 'unconfirmed'), ('CHAIR-STAND-30S', 'either', 2, 2, 'unconfirmed')) v (m, d, low, high, mark)
	UNION ALL SELECT 'MFI-20 ' || s, 'either', 2, 2, 'unconfirmed' FROM unnest('{GF,PF,RA,RM,MF}'::text[]) s
	UNION ALL SELECT 'PROMIS-' || s, 'either', 3, 5, 'unconfirmed' FROM unnest('{GLOBAL10 GPH,GLOBAL10 GMH,FATIGUE-4A T,FATIGUE-7A T,FATIGUE-8A T,PF-4A-V1 T,PF-4A-V2 T,ANXIETY-4A T,DEPRESSION-4A T,SLEEP-4A T,SOCIAL-4A T,PAININT-4A T}'::text[]) s $$,
	'the other minimal differences');
SELECT set_eq($$ SELECT m, low, high, a, mark FROM difference WHERE (a = 'percent' OR NOT minimal) AND source NOT LIKE 'Osoba%' $$, $$ VALUES
	('6MWT', 9.5::float8, 9.5::float8, 'percent', 'sourced'), ('6MWT', 50, 50, 'absolute', 'sourced'), ('GAIT-SPEED', 0.1, 0.1, 'absolute', 'sourced'), ('GAIT-SPEED', 0.08, 0.08, 'absolute', 'sourced'),
	('SPPB', 1, 1, 'absolute', 'sourced'), ('SPPB', 0.4, 1.5, 'absolute', 'sourced'), ('400M-WALK', 50, 60, 'absolute', 'sourced') $$, 'percentages, and differences larger than minimal');
SELECT is((SELECT count(*) FROM difference), 126::bigint, 'there are no other rows');
SELECT is_empty($$ SELECT m FROM difference WHERE low <= 0 OR high < low OR source = '' $$, 'differences are positive and have a source');
SELECT is_empty($$ SELECT d.measure FROM minimal_important_differences() d JOIN measures() m USING (measure) WHERE d.unit <> CASE d.amount WHEN 'percent' THEN '%' ELSE m.unit END $$, 'the unit is that of the measure');
SELECT is((SELECT count(*) FROM minimal_important_differences('QLQ-C30 PF2')), 6::bigint, 'a listing by the second code');

-- The printed ends of the ranges, from the sheet: a reader sees them, though only the beginnings decide.
SELECT set_eq($$ SELECT measure::text COLLATE "default", string_agg(from_score::numeric || '-' || coalesce(to_score::numeric::text, ''), ' ' ORDER BY from_score) FROM bands() GROUP BY measure $$,
	$$ VALUES
	('PHQ-9 TOTAL', '0-4 5-9 10-14 15-19 20-27'), ('PHQ-9 DX', '0-0 1-1 2-2'), ('PHQ-4 TOTAL', '0-2 3-5 6-8 9-12'), ('PHQ-4 ANXIETY', '0-2 3-6'), ('PHQ-4 DEPRESSION', '0-2 3-6'),
	('GAD-7 TOTAL', '0-4 5-9 10-14 15-21'), ('HADS A', '0-7 8-10 11-21'), ('HADS D', '0-7 8-10 11-21'), ('ISI TOTAL', '0-7 8-14 15-21 22-28'), ('BFI TOTAL', '0-1 1-3 4-6 7-10'),
	('PSQI GLOBAL', '0-5 6-21'), ('PROMIS-FATIGUE-4A T', '10-55 55-60 60-70 70-90'), ('PROMIS-FATIGUE-7A T', '10-55 55-60 60-70 70-90'), ('PROMIS-FATIGUE-8A T', '10-55 55-60 60-70 70-90'),
	('PROMIS-SLEEP-4A T', '10-55 55-60 60-70 70-90'), ('PROMIS-PAININT-4A T', '10-55 55-60 60-70 70-90'), ('PROMIS-ANXIETY-4A T', '10-55 55-60 60-70 70-90'), ('PROMIS-DEPRESSION-4A T', '10-55 55-60 60-70 70-90'),
	('IPAQ-SF CATEGORY', '0-0 1-1 2-2'), ('GPAQ TOTAL', '0-600 600-'), ('GSLTPAQ HCS', '0-13 14-23 24-'), ('EVS MIN_PER_WEEK', '0-150 150-10080'), ('SPPB', '0-3 4-6 7-9 10-12'),
	('G8', '0-14 14.5-17'), ('FRIED', '0-0 1-2 3-5'), ('CFS', '1-4 5-9') $$,
	'the ranges of the bands as printed');

-- ---- provenance ----

SELECT is_empty($$ SELECT * FROM assessment_rules() WHERE measure IS NULL OR rule IS NULL OR rule = '' OR source IS NULL OR source = '' OR mark IS NULL $$, 'every rule has words, a source and a mark');
SELECT results_eq('SELECT kind, count(*) FROM assessment_rules() GROUP BY kind ORDER BY kind',
	$$ VALUES ('band', (SELECT count(*) FROM bands())), ('difference', (SELECT count(*) FROM minimal_important_differences())), ('index', (SELECT count(*) FROM index_rules())), ('performance', (SELECT count(*) FROM performance_rules())), ('score', (SELECT sum(scales)::bigint FROM instruments())), ('threshold', (SELECT count(*) FROM thresholds())) $$,
	'every row of every list is a rule');
SET search_path = pg_catalog, public;
SELECT isnt_empty('SELECT * FROM exonc.assessment_rules()', 'whatever the search path');

SELECT * FROM finish();
ROLLBACK;
