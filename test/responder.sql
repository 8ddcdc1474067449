-- Responders: who changed by as much as matters.
\ir lib/setup.sql
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

-- ---- exactly at the difference, both directions, both kinds of measure ----

SELECT is(responder(m, b, f), c::change_class, format('%s from %s to %s', m, b, f)) FROM (VALUES
	-- Higher is better. Maringwa: an improvement needs 9 (of 9 and 5), a deterioration 4 (of 4 and 6).
	('QLQ-C30 PF', 50, 59, 'improved'), ('QLQ-C30 PF', 50, 58.99, 'stable'), ('QLQ-C30 PF', 50, 50, 'stable'), ('QLQ-C30 PF', 50, 46, 'deteriorated'), ('QLQ-C30 PF', 50, 46.01, 'stable'),
	-- Higher is worse. An improvement needs 14 less, a deterioration 6 more.
	('QLQ-C30 FA', 50, 36, 'improved'), ('QLQ-C30 FA', 50, 36.01, 'stable'), ('QLQ-C30 FA', 50, 56, 'deteriorated'), ('QLQ-C30 FA', 50, 55.99, 'stable'),
	-- What is sourced goes before what is not: Osoba's 5 to 10 is for the scales that have nothing else.
	('QLQ-C30 EF', 50, 60, 'improved'), ('QLQ-C30 EF', 50, 59, 'stable'), ('QLQ-C30 EF', 50, 45, 'deteriorated'), ('QLQ-C30 EF', 50, 46, 'stable'),
	('ESAS-R PHYS', 30, 27, 'improved'), ('ESAS-R PHYS', 30, 33, 'stable'), ('ESAS-R PHYS', 30, 34, 'deteriorated'),
	('HADS A', 10, 8.3, 'improved'), ('HADS A', 10, 8.4, 'stable'), ('HADS A', 10, 11.5, 'deteriorated'),
	('FACT-G FACTG', 70, 76, 'improved'), ('FACT-G FACTG', 70, 75, 'stable'), ('FACT-G FACTG', 70, 67, 'deteriorated'),
	-- Physical tests.
	('6MWT', 400, 430.5, 'improved'), ('6MWT', 400, 430, 'stable'), ('6MWT', 400, 380, 'deteriorated'), ('6MWT', 400, 381, 'stable'), ('6MWT-TREADMILL', 400, 430.5, 'stable'),
	('GRIP', 24.5, 31, 'improved'), ('GRIP', 24.5, 30.9, 'stable'), ('GRIP', 24.5, 19.5, 'deteriorated'),
	('SPPB', 8, 9, 'improved'), ('SPPB', 8, 7, 'deteriorated'), ('400M-WALK', 400, 370, 'improved'), ('400M-WALK', 400, 420, 'deteriorated'),
	('CHAIR-STAND-5X', 15, 12.7, 'improved'), ('CHAIR-STAND-5X', 15, 12.71, 'stable'), ('EQ-5D-INDEX', 0.7, 0.76, 'improved'),
	-- Differences that miss their decimal in binary.
	('GAIT-SPEED', 0.8, 0.85, 'improved'), ('GAIT-SPEED', 0.85, 0.82, 'deteriorated'), ('GAIT-SPEED', 1.05, 1.1, 'improved'), ('GAIT-SPEED', 0.8, 0.84, 'stable')) v (m, b, f, c);
SELECT is(responder('GAIT-SPEED', 0.8::real, 0.85::real), 'improved', 'values from real columns');
SELECT is(responder('QLQ-C30 PF2', 50, 59), 'improved', 'the second code of a scale');

-- Every measure of the library that this version knows, at its own amounts.
CREATE TEMP TABLE used AS
SELECT m.measure, m.direction AS better, e.direction, e.needed, (m.lowest + m.highest) / 2 AS middle, a AS amount,
	CASE WHEN (m.direction = 'higher_better') = (e.direction = 'improvement') THEN 1 ELSE -1 END * e.needed * CASE a WHEN 'percent' THEN (m.lowest + m.highest) / 200 ELSE 1 END AS step
FROM measures() m, unnest(enum_range(NULL::change_amount)) a, LATERAL responder_evidence(m.measure, NULL, NULL, amount => a) e
WHERE e.needed IS NOT NULL AND (m.lowest + m.highest) / 2 <> 0 AND m.highest < 1e6;
SELECT cmp_ok((SELECT count(*) FROM used), '>', 60::bigint, 'the library has amounts to try');
SELECT is(responder(measure, middle, middle + step, amount => amount), CASE direction WHEN 'improvement' THEN 'improved' ELSE 'deteriorated' END::change_class, format('%s: %s of %s %s', measure, direction, needed, amount))
FROM used;
SELECT is(responder(measure, middle, middle + step * 0.999, deterioration => 1e6, amount => amount), 'stable', format('%s: improvement of less than %s %s', measure, needed, amount))
FROM used WHERE direction = 'improvement';
SELECT is(responder(measure, middle, middle + step * 0.999, improvement => 1e6, amount => amount), 'stable', format('%s: deterioration of less than %s %s', measure, needed, amount))
FROM used WHERE direction = 'deterioration';

-- Which amounts are chosen: of the minimal rows, sourced before unconfirmed, then the
-- largest for an improvement and the smallest for a deterioration.
SELECT set_eq($$ SELECT measure, direction, amount, needed FROM used $$, $$
	SELECT d.measure, x, d.amount, CASE x WHEN 'improvement' THEN max(d.high) ELSE min(d.low) END
	FROM (SELECT *, bool_or(mark = 'sourced') OVER (PARTITION BY measure, amount, x) AS has_source FROM minimal_important_differences(), unnest('{improvement,deterioration}'::change_direction[]) x
		WHERE minimal AND direction IN (x, 'either')) d
	JOIN measures() m USING (measure) WHERE (d.mark = 'sourced' OR NOT d.has_source) AND m.lowest + m.highest <> 0 AND m.highest < 1e6 GROUP BY d.measure, x, d.amount $$, 'the choice of the library');

-- ---- amounts of the caller ----

SELECT is(responder('QLQ-C30 PF', 50, 60, improvement => 10), 'improved', 'an amount of the caller');
SELECT is(responder('QLQ-C30 PF', 50, 59, improvement => 10), 'stable', 'goes before that of the library');
SELECT is(responder('QLQ-C30 PF', 50, 44, improvement => 10), 'deteriorated', 'and leaves the other direction to it');
SELECT is(responder('QLQ-C30 PF', 50, 44, 10, 10), 'stable', 'both by position');
SELECT is(responder('QLQ-C30 FA', 50, 40, improvement => 10), 'improved', 'amounts are positive where higher is worse');
SELECT is(responder('6MWT', 400, 410.1, improvement => 10.1::real), 'improved', 'an amount from a real column');
SELECT is(is_responder('QLQ-C30 PF', 50, 60, 10), true, 'is_responder() by the caller''s amount');
SELECT is(is_responder('QLQ-C30 PF', 50, 58), false, 'is_responder() by the library');

-- A measure without any: nothing can be said unless the amounts are given.
SELECT is(responder('TUG', 12, 9), NULL, 'no amount, no class');
SELECT is(responder('TUG', 12, 12), NULL, 'not even without a change');
SELECT is(responder('TUG', 12, 9, improvement => 2), 'improved', 'with one amount');
SELECT is(responder('TUG', 12, 11, improvement => 2), 'stable', 'a smaller improvement is no deterioration');
SELECT is(responder('TUG', 12, 12, improvement => 2), 'stable', 'nor is no change');
SELECT is(responder('TUG', 12, 13, improvement => 2), NULL, 'but whether this is one is not known');
SELECT is(is_responder('TUG', 12, 13, improvement => 2), false, 'though it is no response');
SELECT is(is_responder('TUG', 12, 13), NULL, 'and without an amount not even that');
SELECT is(responder('TUG', 12, 11, deterioration => 2), NULL, 'the same the other way round');
SELECT is(responder('TUG', 12, 14, deterioration => 2), 'deteriorated', 'a deterioration by the amount given');

-- ---- percent of the baseline ----

SELECT is(responder('6MWT', 400, 362, amount => 'percent'), 'deteriorated', '9.5 % less');
SELECT is(responder('6MWT', 400, 362.1, amount => 'percent'), 'stable', 'a bit less than that');
SELECT is(responder('6MWT', 400, 450, amount => 'percent'), NULL, 'the library has no percentage for an improvement');
SELECT is(responder('6MWT', 400, 440, improvement => 10, amount => 'percent'), 'improved', 'one of the caller''s');
SELECT is(responder('6MWT', 300, 330, improvement => 10, amount => 'percent'), 'improved', 'of another baseline');
SELECT is(responder('6MWT', 300, 329.9, improvement => 10, amount => 'percent'), 'stable', 'and just below');
SELECT is(responder('TUG', 12.3, 11.07, improvement => 10, amount => 'percent'), 'improved', '10 % of 12.3 is 1.23, whatever the bits say');
SELECT is(responder('6MWT', 0, 100, improvement => 10, amount => 'percent'), NULL, 'nothing is a percentage of zero');
SELECT is(responder('EQ-5D-INDEX', -0.2, -0.1, improvement => 50, amount => 'percent'), 'improved', 'of a baseline below zero');

-- ---- NULL ----

SELECT is(responder(NULL, 50, 60), NULL, 'no measure');
SELECT is(responder('QLQ-C30 PF', NULL, 60), NULL, 'no baseline');
SELECT is(responder('QLQ-C30 PF', 50, NULL), NULL, 'no follow-up');
SELECT is(is_responder('QLQ-C30 PF', 50, NULL), NULL, 'no follow-up, no response and no lack of it');
SELECT is(is_responder(NULL, 50, 60), NULL, 'no measure, the same');
SELECT is(responder('QLQ-C30 PF', 50, 60, NULL, NULL, NULL, NULL), 'improved', 'a NULL choice is the default');
SELECT is((SELECT count(*) FROM responder_evidence(NULL, 50, 60)), 0::bigint, 'no measure, no evidence');

-- ---- measures that exonc does not know ----

SELECT is(responder('OUR-TEST', 5, 8, 3, 3, better => 'higher_better'), 'improved', 'a measure of the caller''s own');
SELECT is(responder('OUR-TEST', 5, 8, 3, 3, better => 'higher_worse'), 'deteriorated', 'the other way round');
SELECT is(responder('OUR-TEST', 5, 8, better => 'higher_better'), NULL, 'without an amount');
SELECT is(responder(repeat('x', 100), 5, 8, 3, 3, better => 'higher_better'), 'improved', 'a long code');
SELECT throws_ok($$ SELECT responder('QLQ-C30 FP', 50, 60) $$, '22023', 'measure "QLQ-C30 FP" does not exist', 'unknown and not described');
SELECT throws_ok($$ SELECT responder('QLQ-C30 FA', 50, 60, better => 'higher_better') $$, '22023', 'measure "QLQ-C30 FA" is higher_worse, not higher_better', 'a known measure is not turned round');
SELECT is(responder('QLQ-C30 FA', 50, 30, better => 'higher_worse'), 'improved', 'it may be said again');

-- ---- errors ----

SELECT throws_ok($$ SELECT responder('QLQ-C30 PF', -99, 60) $$, '22003', 'baseline -99 of QLQ-C30 PF is outside 0..100 points', 'a missing-data code as baseline');
SELECT throws_ok($$ SELECT responder('QLQ-C30 PF', NULL, 999) $$, '22003', 'followup 999 of QLQ-C30 PF is outside 0..100 points', 'as follow-up, even without a baseline');
SELECT throws_ok($$ SELECT responder('GAIT-SPEED', 80, 1) $$, '22003', 'baseline 80 of GAIT-SPEED is outside 0..3 m/s', 'another unit');
SELECT throws_ok($$ SELECT responder('OUR-TEST', 'NaN', 8, 3, 3, better => 'higher_better') $$, '22003', 'baseline is not a finite number', 'not a number');
SELECT throws_ok(format('SELECT responder(''QLQ-C30 PF'', 50, 60, improvement => %L)', v), '22003', NULL, format('an improvement of %s', v)) FROM unnest('{0,-10,NaN,Infinity}'::text[]) v;
SELECT throws_ok(format('SELECT responder(''QLQ-C30 PF'', 50, 60, deterioration => %L)', v), '22003', NULL, format('a deterioration of %s', v)) FROM unnest('{0,-10,NaN,Infinity}'::text[]) v;

-- ---- evidence ----

SELECT results_eq(
	$$ SELECT direction::text, change, better_end::text, toward, needed, unit, reached, population, kind::text, mark::text FROM responder_evidence('QLQ-C30 FA', 60, 50) $$,
	$$ VALUES ('improvement', -10::float8, 'higher_worse', 10::float8, 14::float8, 'points', false, 'lung cancer', 'group', 'sourced'),
		('deterioration', -10, 'higher_worse', -10, 6, 'points', false, 'lung cancer', 'group', 'sourced') $$, 'the evidence of a change');
SELECT results_eq(
	$$ SELECT direction::text, change, toward, needed, unit, reached, method, source FROM responder_evidence('6MWT', 400, 360, improvement => 5, amount => 'percent') $$,
	$$ VALUES ('improvement', -40::float8, -10::float8, 5::float8, '%', false, 'given by the caller', NULL::text), ('deterioration', -40, 10, 9.5, '%', true, NULL, 'Granger 2015, Chron Respir Dis 12:146 (abstract)') $$,
	'with an amount of the caller and a percentage');
SELECT results_eq($$ SELECT change, toward, needed, reached FROM responder_evidence('TUG', 12, NULL) $$, $$ VALUES (NULL::float8, NULL::float8, NULL::float8, NULL::boolean), (NULL, NULL, NULL, NULL) $$, 'nothing known, nothing said');

-- What it says is what responder() does, for every change of every measure.
CREATE TEMP TABLE change AS
SELECT measure, lowest + (highest - lowest) * a / 12.0 AS baseline, lowest + (highest - lowest) * b / 12.0 AS followup, amount
FROM measures(), generate_series(0, 12) a, generate_series(0, 12, 3) b, unnest(enum_range(NULL::change_amount)) amount WHERE highest < 1e6;
SELECT is_empty($$
	SELECT * FROM (SELECT *, responder(measure, baseline, followup, amount => amount) AS class, is_responder(measure, baseline, followup, amount => amount) AS responds FROM change) c,
		LATERAL (SELECT bool_or(reached) FILTER (WHERE direction = 'improvement') AS i, bool_or(reached) FILTER (WHERE direction = 'deterioration') AS d, count(needed) AS n
			FROM responder_evidence(measure, baseline, followup, amount => amount)) e
	WHERE class IS DISTINCT FROM CASE WHEN n = 0 OR i IS NULL OR d IS NULL THEN NULL WHEN i THEN 'improved' WHEN d THEN 'deteriorated' ELSE 'stable' END::change_class
	   OR class = 'improved' AND NOT responds $$, 'responder() and its evidence agree');
-- Turned round, an improvement is a deterioration, if the amounts are equal.
SELECT is_empty($$ SELECT * FROM change WHERE amount = 'absolute' AND (responder(measure, baseline, followup, 1, 1), responder(measure, followup, baseline, 1, 1)) NOT IN (('improved', 'deteriorated'), ('deteriorated', 'improved'), ('stable', 'stable')) $$,
	'a change back is the opposite');

-- Many measures in one query: each keeps its own amounts.
CREATE TEMP TABLE long AS SELECT i.code AS form, s.scale::scale AS scale, n, (s.lowest + s.highest) / 2 AS baseline, s.lowest + (s.highest - s.lowest) * (n % 7) / 6.0 AS followup
FROM instruments() i, LATERAL scales(i.code) s, generate_series(1, 20) n WHERE s.highest < 1e6;
SELECT is_empty($$ SELECT l.* FROM (SELECT *, responder(measure(form, scale), baseline, followup) AS class FROM (SELECT * FROM long ORDER BY random()) r) l
	JOIN LATERAL (SELECT responder(format('%s %s', l.form, l.scale)::measure, l.baseline, l.followup) AS alone) a ON true WHERE class IS DISTINCT FROM alone $$, 'a long table of all scales');

SELECT * FROM finish();
ROLLBACK;
