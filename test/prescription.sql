-- The text form of prescriptions: the worked examples of the fact sheet, jsonb, and what is refused.
\ir lib/setup.sql
\set texts `test/lib/csv-to-json test/vectors/prescription_texts.csv`
BEGIN;
SET search_path = public;
SELECT no_plan();

CREATE TEMP TABLE example AS
SELECT * FROM json_to_recordset(:'texts') v (id text, typed text, canonical text, aerobic text, total text);
SELECT is((SELECT count(*) FROM example), 24::bigint, 'there are 24 examples');
SELECT is(typed::exonc.prescription::text, canonical, id) FROM example ORDER BY id;
SELECT is(canonical::exonc.prescription::text, canonical, id || ': canonical text stays') FROM example ORDER BY id;
SELECT is((canonical::exonc.prescription::jsonb)::exonc.prescription::text, canonical, id || ': through jsonb') FROM example ORDER BY id;

-- "?" and an absent clause stay apart: in the value, in jsonb, and back.
SELECT is('aer ?min'::exonc.prescription::jsonb #> '{blocks,0,parts,0,0}', '{"modality": "aerobic", "time": {"amount": null, "unit": "min"}}', '"?" is null in jsonb');
SELECT is('aer'::exonc.prescription::jsonb #> '{blocks,0,parts,0,0}', '{"modality": "aerobic"}', 'an absent clause is an absent member');
SELECT is('aer @?'::exonc.prescription::jsonb #> '{blocks,0,parts,0,0,intensity}', '[null]', 'an intensity that is not reported');

-- What the JSON form refuses.
CREATE FUNCTION pg_temp.refusal(document jsonb) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	RETURN document::exonc.prescription::text;
EXCEPTION WHEN invalid_parameter_value OR invalid_text_representation OR numeric_value_out_of_range THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END $$;
SELECT is(pg_temp.refusal(json::jsonb), expected, 'jsonb ' || json) FROM (VALUES
	('null', '22023: cannot cast this jsonb to type prescription'),
	('[]', '22023: cannot cast this jsonb to type prescription'),
	('"aer"', '22023: cannot cast this jsonb to type prescription'),
	('{}', '22023: invalid JSON for a prescription: "blocks" is missing'),
	('{"blocks": []}', '22023: invalid JSON for a prescription: "blocks" must be an array that is not empty'),
	('{"blocks": [{}]}', '22023: invalid JSON for a prescription: "parts" is missing'),
	('{"blocks": [{"parts": [[{}]]}]}', '22023: invalid JSON for a prescription: "modality" is missing'),
	('{"blocks": [{"parts": [[{"modality": "aer"}]]}]}', '22023: invalid JSON for a prescription: "modality" must be one of the labels of the schema'),
	('{"blocks": [{"parts": [[{"modality": "aerobic", "dose": {"sets": 1}}]]}]}', '22023: invalid JSON for a prescription: "repetitions" is missing'),
	('{"blocks": [{"parts": [[{"modality": "aerobic", "minutes": 30}]]}]}', '22023: invalid JSON for a prescription: "component" has no member "minutes"'),
	('{"blocks": [{"parts": [[{"modality": "aerobic", "exercises": -1}]]}]}', '22023: invalid JSON for a prescription: "exercises" must be a number from 0 on'),
	('{"blocks": [{"parts": [[{"modality": "aerobic", "exercises": "six"}]]}]}', '22023: invalid JSON for a prescription: "exercises" must be an object'),
	('{"blocks": [{"parts": [[{"modality": "aerobic", "modes": ["walk 3/wk"]}]]}]}', '22023: invalid JSON for a prescription: "modes" must be a word of letters and underscores'),
	('{"blocks": [{"parts": [[{"modality": "aerobic", "note": "a \" b"}]]}]}', '22023: invalid JSON for a prescription: "note" must be a string without double quotes and line ends'),
	('{"blocks": [{"parts": [[{"modality": "aerobic", "intensity": [{"unit": "RPE", "value": 4}]}]]}]}', '22003: invalid prescription: RPE 4 is outside 6..20'),
	('{"blocks": [{"parts": [[{"modality": "aerobic", "time": {"amount": {"from": 40, "to": 30}, "unit": "min"}}]]}]}', '22P02: invalid prescription: range 40-30 is descending'),
	('{"blocks": [{"weeks": {"from": 1, "to": 3}, "parts": [[{"modality": "aerobic", "frequency": {"times": {"ramp_from": 1, "ramp_to": 3}, "per": "week", "split": [{"times": 1, "supervision": "supervised"}]}}]]}]}', '22P02: invalid prescription: a frequency that is a ramp cannot be split'),
	('{"blocks": [{"parts": [[{"modality": "aerobic"}]]}]}', 'aer')) v (json, expected);

-- The sessions of a ramp change by the week, so a split could not add up in each of them.
SELECT throws_ok(format('SELECT %L::exonc.prescription', rx), '22P02', 'invalid prescription: a frequency that is a ramp cannot be split', rx)
FROM (VALUES ('wk 1-3: aer 1->3/wk(1sup+1uns)'), ('wk 1-3: ses 3->2/d(2sup) { aer }'), ('aer 2->2/wk(1sup+1uns)')) v (rx);
SELECT is(rx::exonc.prescription::text, rx, rx) FROM (VALUES ('aer 2-3/wk(1sup+1uns)'), ('aer ?/wk(1sup+1uns)'), ('wk 1: aer 1/wk(1sup); wk 2-3: aer 2/wk(1sup+1uns)')) v (rx);

-- Another order of clauses, blanks, comments and needless zeros make no difference.
SELECT is(E'aer Walk @RPE 11-13 uns -- how hard\n 30.0-45min daily;'::exonc.prescription::text, 'aer walk 7/wk uns 30-45min @RPE 11-13', 'one text for one prescription');

-- Long input is refused, and quickly.
SELECT throws_ok($$ SELECT repeat('aer & ', 10000)::exonc.prescription $$, '54000', NULL, 'a text that is too long');
SELECT throws_ok($$ SELECT (repeat('aer & ', 300) || 'aer')::exonc.prescription $$, '54000', NULL, 'too many components');
SELECT lives_ok($$ SELECT (repeat('aer & ', 255) || 'aer')::exonc.prescription::jsonb $$, '256 components');

SELECT * FROM finish();
ROLLBACK;
