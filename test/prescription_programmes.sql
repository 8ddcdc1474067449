-- Published programmes and guidelines: what there is, and that what is not reported stays so.
\ir lib/setup.sql
\set texts `test/lib/csv-to-json test/vectors/prescription_texts.csv`
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

-- The programmes of the sheet's examples, in its canonical text.
SELECT is(p.prescribed::text, v.canonical, code)
FROM json_to_recordset(:'texts') v (id text, canonical text) JOIN (VALUES ('01', 'DEFEND'), ('02', 'YONSEI'), ('03', 'EFFECT'), ('04', 'ENDOMETRIAL'), ('05', 'DPEX-REVIEW'), ('06', 'DPEX-225'),
	('07', 'TELE-PREHAB'), ('08', 'POWER'), ('09', 'HOSPITAL-HOME'), ('10', 'TELEHOME-HOME'), ('11', 'TELEHOME-CENTRE'), ('12', 'HELP-REMEMBERED'), ('13', 'COPE'), ('14', 'GIPPSLAND'), ('15', 'LUNG-CHEMO'),
	('16', 'IM-FIT'), ('17', 'MGH'), ('20', 'START'), ('23', 'ECU')) c (n, code) ON left(v.id, 2) = c.n JOIN protocols() p USING (code) ORDER BY n;
SELECT is((SELECT count(*) FROM protocols()), (SELECT count(DISTINCT code) FROM protocols()), 'each programme once');
SELECT is((SELECT array_agg(lower(weekly_minutes(prescribed, 1))::int ORDER BY code) FROM protocols() WHERE code ~ '^DPEX-\d'), '{150,225,300,375,450,90}', 'the arms of DPEx');
SELECT is((SELECT array_agg(lower(target)::int ORDER BY w) FROM protocols(), generate_series(1, 12, 11) w, targets(prescribed, w, vo2_peak => 20) WHERE code = 'HELP-REGISTERED' AND quantity = 'oxygen uptake'), '{13,17}', 'HELP as registered: 60 to 80 % of VO2 reserve');
SELECT is((SELECT array_agg(code ORDER BY code) FROM protocols() WHERE mark = 'sourced' AND source ~ 'review'), '{YONSEI}', 'what was read only in the review is unconfirmed');
SELECT isnt_empty($$ SELECT FROM protocols(), components(prescribed) WHERE code = 'DEFEND' AND 'intensity' = ANY (not_reported) $$, 'what is not reported is not filled in');

SELECT is(prescribed::text, expected, body || ' ' || outcome || ' ' || option) FROM guidelines() JOIN (VALUES
	('fatigue', 'combined', 'wk 1-12: aer 3/wk 30min @mod & res 2/wk 2x12-15 @mod'),
	('physical function', 'combined', 'aer 3/wk 20-40min @modvig & res 2-3/wk 2x8-12 @modvig'),
	('sleep', 'aerobic', 'aer 3-4/wk 30-40min @mod'),
	('lymphoedema', 'resistance', 'res 2-3/wk sup "start low, progress slow"')) v (outcome, option, expected) USING (outcome, option);
SELECT is((SELECT weekly_minutes(prescribed, 1, 'aerobic')::text FROM guidelines() WHERE body = 'ACS / ACSM'), '[75,300]', 'moderate or vigorous');
SELECT is((SELECT array_agg(body ORDER BY body) FROM guidelines() WHERE prescribed IS NULL), '{"ASCO 2022","ESSA 2019","WCRF/AICR 2018"}', 'bodies that give no dose');
SELECT is_empty($$ SELECT FROM guidelines() WHERE source = '' OR (prescribed IS NULL AND note IS NULL) $$, 'each has its source');

SELECT * FROM finish();
ROLLBACK;
