-- Whether a prescription meets a guideline: yes, no, or open, and why.
\ir lib/setup.sql
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

SELECT is(meets(rx::prescription, guideline::prescription), met, format('%s against %s', rx, guideline)) FROM (VALUES
	('aer 3/wk 30min @mod', 'aer 3/wk 30min @mod', true),
	('aer 5/wk 30min @vig', 'aer 3/wk 30min @mod', true),
	('aer 2/wk 60min @mod', 'aer 3/wk 30min @mod', false),
	('aer 3/wk 20min @mod', 'aer 3/wk 30min @mod', false),
	('aer 3/wk 20-40min @mod', 'aer 3/wk 30min @mod', NULL),
	('aer 3/wk 30min @light', 'aer 3/wk 30min @mod', false),
	('aer 3/wk 30min @?', 'aer 3/wk 30min @mod', NULL),
	('aer 3/wk 30min', 'aer 3/wk 30min @mod', NULL),
	('aer ?/wk 30min @mod', 'aer 3/wk 30min @mod', NULL),
	('aer ?/wk 30min @light', 'aer 3/wk 30min @mod', false),
	('res 3/wk 30min @mod', 'aer 3/wk 30min @mod', false),
	('aer 3/wk 30min @40-59%HRR', 'aer 3/wk 30min @mod', true),
	('aer 3/wk 30min @39%HRR', 'aer 3/wk 30min @mod', false),
	('aer 3/wk 30min @35-45%HRR', 'aer 3/wk 30min @mod', NULL),
	('aer 3/wk 30min @RPE 11-13', 'aer 3/wk 30min @mod', NULL),
	('aer 3/wk 30min @RPE 12-13', 'aer 3/wk 30min @mod', true),
	('aer 3/wk 30min @60W', 'aer 3/wk 30min @mod', NULL),
	('aer vol 150min/wk @mod & res 2/wk', 'aer vol 150-300min/wk @mod or aer vol 75-150min/wk @vig & res 2/wk', true),
	('aer vol 100min/wk @vig & res 2/wk', 'aer vol 150-300min/wk @mod or aer vol 75-150min/wk @vig & res 2/wk', true),
	('aer vol 100min/wk @mod & res 2/wk', 'aer vol 150-300min/wk @mod or aer vol 75-150min/wk @vig & res 2/wk', false),
	('aer vol 150min/wk @mod & res 1/wk', 'aer vol 150-300min/wk @mod or aer vol 75-150min/wk @vig & res 2/wk', false),
	('ses 2/wk 60min { aer @mod & res }', 'aer vol 150min/wk & res 2/wk', NULL),
	('aer 3/wk', 'aer', NULL)) v (rx, guideline, met);
SELECT is(array_agg(meets('wk 1-12: aer 3/wk 20->42min @mod', 'aer 3/wk 30min @mod', week => w) ORDER BY w), '{f,f,f,f,f,t,t,t,t,t,t,t,f}', 'from the sixth week on, and not after the last') FROM generate_series(1, 13) w;
-- Each guideline with a dose meets itself, or is open where it names a modality that is not counted.
SELECT is_empty($$ SELECT body, outcome, option FROM guidelines() WHERE meets(prescribed, prescribed) IS FALSE $$, 'no guideline fails itself');
SELECT is((SELECT count(*) FROM guidelines() WHERE meets(prescribed, prescribed)), 16::bigint, 'most meet themselves; those with alternatives or without a number are open');
SELECT is((SELECT bool_and(met IS NOT DISTINCT FROM meets(rx, g)) FROM (SELECT rx, g, CASE WHEN bool_or(met = false) THEN false WHEN bool_or(met IS NULL) THEN NULL ELSE true END AS met
	FROM (SELECT p.prescribed AS rx, g.prescribed AS g FROM protocols() p, guidelines() g WHERE g.prescribed::text !~ ' or |flex|\mfunc\M') x, meets_evidence(rx, g) GROUP BY rx, g) y), true, 'the evidence adds up');
SELECT is((SELECT array_agg(format('%s %s %s: %s', modality, criterion, needed, coalesce(found || coalesce(' ' || met, ' open'), 'unknown'))) FROM meets_evidence('aer 2-3/wk 30min @RPE 11-13 & res ?/wk', 'aer 3/wk 30min @mod & res 2/wk')),
	'{"aerobic sessions a week 3: 2 to 3 open","aerobic minutes a week 90: 60 to 90 open","aerobic intensity moderate: light to moderate open","resistance sessions a week 2: unknown"}', 'the evidence');
SELECT is(meets(NULL, 'aer 3/wk'), NULL, 'no prescription');
SELECT throws_ok($$ SELECT meets('aer', 'aer', 0) $$, '22003', NULL, 'no week 0');

SELECT * FROM finish();
ROLLBACK;
