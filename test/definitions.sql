-- A registry's own questionnaires: definitions in JSON.
\ir lib/setup.sql
\set c30 `cat test/lib/own_qlq_c30.json`
BEGIN;
SET search_path = public;
SELECT no_plan();
SELECT setseed(0.5) \g /dev/null

-- The QLQ-C30 written as a definition gives the same bits as the built-in, on complete and incomplete forms.
CREATE TEMP TABLE own (questionnaire exonc.instrument);
INSERT INTO own VALUES (:'c30');
CREATE TEMP TABLE form AS
SELECT n, (SELECT array_agg(CASE WHEN random() < 0.15 * (n % 3) THEN NULL ELSE 1 + floor(random() * CASE WHEN i > 28 THEN 7 ELSE 4 END)::int END + 0 * n ORDER BY i)
	FROM generate_series(1, 30) i) AS answers
FROM generate_series(1, 2000) n;
SELECT is_empty($$ SELECT n FROM form, own WHERE exonc.scores_array(questionnaire, answers) IS DISTINCT FROM exonc.scores_array('QLQ-C30', answers) $$,
	'a definition from a column scores as the built-in does');
SELECT is((SELECT count(*) FROM form WHERE array_position(exonc.scores_array('QLQ-C30', answers), NULL) IS NOT NULL) BETWEEN 100 AND 1900, true,
	'forms with and without missing scores were among them');
SELECT is_empty($$ SELECT n FROM form, own, LATERAL (SELECT array_agg(score) AS a FROM exonc.scores(questionnaire, answers)) s WHERE n <= 200 AND a IS DISTINCT FROM exonc.scores_array('QLQ-C30', answers) $$,
	'scores() as well');
SELECT results_eq($$ SELECT position, scale, name, items, min_answered, lowest, highest, direction FROM own, exonc.scales(questionnaire) WHERE scale <> 'QL' AND scale <> 'SUMSC' $$,
	$$ SELECT position, scale, name, items, min_answered, lowest, highest, direction FROM exonc.scales('QLQ-C30') WHERE scale <> 'QL' AND scale <> 'SUMSC' $$,
	'and is listed like it');

-- Many definitions in one column: more than a backend keeps the plans of.
CREATE TEMP TABLE site AS
SELECT n, format('{"code": "SITE-%s", "items": [{"names": "1-%s", "lowest": 0, "highest": 4}], "scales": [{"code": "A", "items": "1-%s", "min_answered": 1, "direction": "higher_worse"}]}', n, 3 + n % 5, 3 + n % 5)::exonc.instrument AS questionnaire
FROM generate_series(1, 200) n;
SELECT is((SELECT count(*) FROM site, generate_series(1, 3) again WHERE exonc.score(questionnaire, 'A', array_fill(2, ARRAY[3 + n % 5])) = 2 * (3 + n % 5)), 600::bigint,
	'200 definitions score, each in turn');
SELECT is((SELECT sum(s.score) FROM site, generate_series(1, 3) again, LATERAL exonc.scores(questionnaire, array_fill(2, ARRAY[3 + n % 5])) s), (SELECT sum(6.0::float8 * (3 + n % 5)) FROM site),
	'with scores() too');
SELECT is((SELECT count(DISTINCT questionnaire) FROM site), 200::bigint, 'and are told apart');

-- A definition that is long enough to be compressed or stored out of line.
CREATE TEMP TABLE long_one AS
SELECT jsonb_build_object('code', 'LONG', 'name', repeat('long name ', 3000), 'items', '[{"names": "1-3", "lowest": 0, "highest": 4}]'::jsonb, 'source', n::text || md5(n::text),
	'scales', '[{"code": "A", "items": "1-3", "direction": "higher_worse"}]'::jsonb)::exonc.instrument AS questionnaire FROM generate_series(1, 3) n;
SELECT is((SELECT sum(exonc.score(questionnaire, 'A', '{1,2,3}')) FROM long_one), 18::float8, 'a long definition scores from its column');
SELECT ok((SELECT bool_and(pg_column_size(questionnaire) < 20000 AND length(questionnaire::text) > 30000) FROM long_one), 'and was compressed there');
ALTER TABLE long_one ALTER questionnaire SET STORAGE EXTERNAL;
INSERT INTO long_one SELECT jsonb_set(questionnaire::jsonb, '{recall}', '"now"')::exonc.instrument FROM long_one;
SELECT is((SELECT sum(exonc.score(questionnaire, 'A', '{1,2,3}')) FROM long_one), 36::float8, 'one out of line as well');

-- Everything a definition can say, at work.
CREATE TEMP TABLE rich (questionnaire exonc.instrument);
INSERT INTO rich VALUES ('{"code": "RICH", "version": "2", "mark": "sourced", "source": "the test", "missing": [-8],
	"items": [{"names": "Q1-3", "lowest": 0, "highest": 4}, {"names": ["P"], "lowest": 0, "highest": 10}, {"names": "BED", "lowest": 0, "highest": 86399, "kind": "clock_time"},
	          {"names": "SLEPT", "lowest": 0, "highest": 86400, "kind": "duration_hours"}],
	"conditions": [{"items": "Q3", "not_asked_if": "Q2", "answered_as": 0}],
	"scales": [
	  {"code": "SUM", "items": "Q1-3", "reversed": "Q2", "min_answered": 2, "direction": "higher_worse"},
	  {"code": "UP", "items": "Q1-3", "min_answered": 2, "rounding": "up", "direction": "higher_worse"},
	  {"code": "NEAR", "items": "Q1-3", "min_answered": 2, "rounding": "nearest", "direction": "higher_worse"},
	  {"code": "CODED", "items": "Q1 P", "codings": [{"items": "P", "values": [5,4,4,4,3,3,3,2,2,2,1]}, {"items": "Q1", "values": [0, 10, 20, 30, 40], "missing_as": 7}], "direction": "higher_better"},
	  {"code": "JOINT", "items": "Q1", "codings": [{"items": "Q1", "by": "Q2", "values": [9,9,9,9,9, 0,1,2,3,4, 0,2,4,6,8, 0,1,2,3,4, 0,1,2,3,4, 0,1,2,3,4]}], "direction": "higher_better"},
	  {"code": "STEPS", "items": "SLEPT", "codings": [{"items": "SLEPT", "steps": [[17999, 3], [21599, 2], [25199, 1], [86400, 0]]}], "direction": "higher_worse"},
	  {"code": "T", "items": "Q1 Q2", "statistic": "table", "table": {"first": 0, "scores": [20.5, 30, 40.25, 50, 55, 60, 65, 70, 80]}, "direction": "higher_worse", "mark": "unconfirmed", "source": "elsewhere"},
	  {"code": "ASKED", "items": "Q3", "not_asked_if": "Q2", "answered_as": 0, "direction": "higher_worse"}],
	"totals": [
	  {"code": "MEAN", "statistic": "mean", "members": ["SUM", "T"], "direction": "higher_worse"},
	  {"code": "Z", "statistic": "standardised", "members": [{"scale": "SUM", "mean": 6, "sd": 2, "weight": 0.5}, {"scale": "T", "mean": 50, "sd": 10, "weight": -0.25}], "direction": "higher_worse", "min_items": 2}]}');
CREATE TEMP TABLE rich_case (answers jsonb, scale text, score float8);
INSERT INTO rich_case VALUES
	('{"Q1": 1, "Q2": 3, "Q3": 4}', 'SUM', 6), ('{"Q1": 1, "Q2": 3}', 'SUM', 3), ('{"Q1": 1}', 'SUM', NULL), ('{"Q1": 1, "Q2": -8}', 'SUM', NULL),
	('{"Q1": 1, "Q2": 2}', 'UP', 5), ('{"Q1": 1, "Q2": 0}', 'UP', 2), ('{"Q1": 1, "Q2": 0}', 'NEAR', 2), ('{"Q1": 1, "Q3": 2}', 'NEAR', 5), ('{"Q1": 1, "Q2": 1, "Q3": 1}', 'NEAR', 3),
	('{"Q1": 2, "P": 0}', 'CODED', 25), ('{"P": 10}', 'CODED', 8), ('{"Q1": 2}', 'CODED', NULL), ('{"Q1": 4, "P": 4}', 'CODED', 43),
	('{"Q1": 3}', 'JOINT', 9), ('{"Q1": 3, "Q2": 0}', 'JOINT', 3), ('{"Q1": 3, "Q2": 1}', 'JOINT', 6), ('{"Q1": 3, "Q2": 4}', 'JOINT', 3), ('{"Q2": 4}', 'JOINT', NULL),
	('{"SLEPT": 7}', 'STEPS', 0), ('{"SLEPT": "6:59"}', 'STEPS', 1), ('{"SLEPT": 5.5}', 'STEPS', 2), ('{"SLEPT": "4:59:59"}', 'STEPS', 3), ('{"SLEPT": 24}', 'STEPS', 0),
	('{"Q1": 0, "Q2": 0}', 'T', 20.5), ('{"Q1": 1, "Q2": 1}', 'T', 40.25), ('{"Q1": 4, "Q2": 4}', 'T', 80), ('{"Q1": 4}', 'T', NULL),
	('{"Q2": 1, "Q3": 4}', 'ASKED', 4), ('{"Q2": 0, "Q3": 4}', 'ASKED', NULL), ('{"Q3": 4}', 'ASKED', 4),
	('{"Q1": 1, "Q2": 1, "Q3": 1}', 'MEAN', (5 + 40.25) / 2), ('{"Q1": 1, "Q2": 1, "Q3": 1}', 'Z', 50 + 10 * (0.5 * ((5 - 6.0) / 2) + -0.25 * ((40.25 - 50) / 10))),
	('{"Q1": 1, "Q2": 1}', 'Z', 50 + 10 * (0.5 * ((6 - 6.0) / 2) + -0.25 * ((40.25 - 50) / 10)));
SELECT is(exonc.score(questionnaire, scale, exonc.answers(questionnaire, answers)), score, format('%s of %s', scale, answers)) FROM rich, rich_case;
SELECT results_eq($$ SELECT scale, mark::text, source FROM rich, exonc.scales(questionnaire) WHERE scale IN ('SUM', 'T') $$,
	$$ VALUES ('SUM', 'sourced', 'the test'), ('T', 'unconfirmed', 'elsewhere') $$, 'marks and sources by scale');
SELECT is(rule, 'sum of items; all of them needed; items Q1: 0, 10, 20, 30, 40 (for answers from 0), 7 if not answered; items P: 5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 1 (for answers from 0)',
	'codings stand in the rule') FROM rich, exonc.scales(questionnaire) WHERE scale = 'CODED';
SELECT results_eq($$ SELECT item, answer, refused FROM rich, exonc.check_answers_by_item(questionnaire, '{"Q2": 0, "Q3": 4, "P": 11, "BED": "25:00", "SLEPT": "x", "Q1": 1.5, "Z": 1}') ORDER BY position, problem $$,
	$$ VALUES ('Q1'::text, NULL::int, true), ('Q3', 4, false), ('P', 11, true), ('BED', NULL, true), ('SLEPT', NULL, true), (NULL, NULL, true) $$,
	'what is wrong with a form of it');

-- An item in two scales of a total is one item of the total; what is filled is not answered.
SELECT results_eq($$ SELECT scale, answered, items FROM exonc.scores('PSQI', exonc.answers('PSQI', '{"Q1": "23:00", "Q2": 10, "Q3": "07:00", "Q4": 7, "Q5a": 0, "Q5b": 1, "Q5c": 0, "Q5d": 0, "Q5e": 0, "Q5f": 0, "Q5g": 0, "Q5h": 0, "Q5i": 0, "QUAL": 1, "MED": 0, "AWAKE": 0, "ENTH": 1}')) WHERE scale IN ('C5', 'GLOBAL') $$,
	$$ VALUES ('C5', 8, 9), ('GLOBAL', 17, 18) $$, 'answered items are counted once');
SELECT results_eq($$ SELECT item, answer, refused FROM exonc.check_answers('QLQ-BR23', array_fill(1, ARRAY[14]) || ARRAY[1, 3] || array_fill(2, ARRAY[7])) $$,
	$$ VALUES ('46', 3, false) $$, 'not at all is no contradiction, a little is');

-- Marks: nothing is sourced that does not say by what.
SELECT is((SELECT mark::text FROM exonc.scales('{"code": "X", "items": [{"names": "1", "lowest": 0, "highest": 1}], "scales": [{"code": "A", "items": "1", "direction": "higher_worse"}]}')),
	'unconfirmed', 'a definition is unconfirmed unless it says otherwise');

-- What is wrong with a definition is said in words.
CREATE FUNCTION pg_temp.complaint(definition text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	RETURN definition::exonc.instrument::text;
EXCEPTION WHEN invalid_parameter_value OR program_limit_exceeded OR invalid_text_representation OR untranslatable_character THEN
	RETURN SQLERRM;
END $$;
CREATE TEMP TABLE bad (scale text, said text);
INSERT INTO bad VALUES
	('"items": "1-9"', 'scale "A" names item 6, which is not defined'),
	('"items": "1-5 5"', 'scale "A" names item 5 twice'),
	('"items": 5', '"items" of scale "A" is not an array'),
	('"items": [1]', '"items" of scale "A" is not a list of item names'),
	('"items": "1-5", "min_answered": 6', 'scale "A" needs 6 of 5 items'),
	('"items": "1-5", "min_answered": 0', 'scale "A" needs 0 of 5 items'),
	('"items": "1-5", "min_answered": 2.5', '"min_answered" of scale "A" is not a whole number'),
	('"items": "1-5", "reversed": "6"', 'scale "A" names item 6, which is not defined'),
	('"items": "1-4", "reversed": "5"', 'scale "A" reverses item 5, which it does not use'),
	('"items": "1-5", "statistic": "median"', '"statistic" of scale "A" cannot be "median"'),
	('"items": "1-5", "statistic": "mean"', 'scale "A" maps an empty or too wide range'),
	('"items": "1-5", "statistic": "mean", "mean_at": [0, 3], "score_at": [0, 100]', 'scores of scale "A" run from 0 to 133.333, outside its range 0..100'),
	('"items": "1-5", "statistic": "mean", "mean_at": [0, 3, 4], "score_at": [0, 100]', '"mean_at" of scale "A" is not a pair of whole numbers'),
	('"items": "1-5", "range": [0, 10]', 'scores of scale "A" run from 0 to 20, outside its range 0..10'),
	('"items": "1-5", "rounding": true', '"rounding" of scale "A" is not a text'),
	('"items": "1-5", "colour": 1', '"colour" of scale "A" is not a known key'),
	('"items": "1 2", "statistic": "table"', 'scale "A" has no usable table'),
	('"items": "1 2", "statistic": "table", "table": {"first": 0, "scores": [1, 2, 3]}', 'the table of scale "A" does not have one score for each sum'),
	('"items": "1 2", "statistic": "table", "table": {"first": 0, "scores": [1, 2, 3, 4, 5, 6, 7, 0.8, 9]}', 'the table of scale "A" goes up and down'),
	('"items": "1 2", "statistic": "table", "table": {"first": 0, "scores": [1, "2"]}', '"scores" of the table of scale "A" has an element that is not a usable number'),
	('"items": "1 2", "statistic": "table", "table": {"first": 0, "scores": [1, 2.12345678]}', '"scores" of the table of scale "A" has an element that is not a usable number'),
	('"items": "1 2", "statistic": "table", "table": {"scores": [1, 2]}', '"first" of the table of scale "A" is missing'),
	('"items": "1-5", "codings": [{"items": "1", "steps": [[2, 0], [1, 1], [4, 2]]}]', 'coding of items "1" in scale "A" has steps that overlap: they must ascend'),
	('"items": "1-5", "codings": [{"items": "1", "steps": [[2, 0]]}]', 'coding of items "1" in scale "A" has no step for the highest answers'),
	('"items": "1-5", "codings": [{"items": "1", "steps": [2]}]', '"steps" of coding of scale "A" has an element that is not [up to, value]'),
	('"items": "1-5", "codings": [{"items": "1", "values": [1, 2]}]', 'coding of items "1" in scale "A" has not one value for each answer'),
	('"items": "1-5", "codings": [1]', '"codings" of scale "A" has an element that is not an object'),
	('"items": "1-5", "not_asked_if": "77"', 'scale "A" depends on "77", which is not one item');
SELECT is(pg_temp.complaint(format('{"code": "X", "items": [{"names": "1-5", "lowest": 0, "highest": 4}], "scales": [{"code": "A", "direction": "higher_worse", %s}]}', scale)), said, scale) FROM bad;
CREATE TEMP TABLE bad_whole (definition text, said text);
INSERT INTO bad_whole VALUES
	('{}', '"code" of the definition is missing'),
	('{"code": ""}', '"code" of the definition is not a text'),
	('{"code": "QLQ-C30"}', '"code" of the definition is that of a built-in instrument'),
	('{"code": "X"}', 'instrument "X" has no items'),
	('{"code": "X", "items": {}}', '"items" of the definition is not an array'),
	('{"code": "X", "items": [{"names": "1-5", "lowest": 0}]}', '"highest" of items is missing'),
	('{"code": "X", "items": [{"names": "1-5", "lowest": 4, "highest": 0}]}', 'items "1-5" of instrument "X" have no usable answer range'),
	('{"code": "X", "items": [{"names": "1-5", "lowest": 0, "highest": 4}, {"names": "5-6", "lowest": 0, "highest": 4}]}', 'instrument "X" has item "5" twice'),
	('{"code": "X", "items": [{"names": "1-5", "lowest": 0, "highest": 4}]}', 'instrument "X" has 0 scales'),
	('{"code": "X", "missing": [3], "items": [{"names": "1-5", "lowest": 0, "highest": 4}]}', 'missing code 3 of instrument "X" is an answer of items "1-5"'),
	('{"code": "X", "mark": "sourced", "items": [{"names": "1-5", "lowest": 0, "highest": 4}]}', '"source" of the definition is missing, but mark is "sourced"'),
	('{"code": "X", "items": [{"names": "1-5", "lowest": 0, "highest": 4}], "scales": [{"code": "A", "items": "1-5"}]}', '"direction" of scale "A" is missing'),
	('{"code": "X", "items": [{"names": "1-5", "lowest": 0, "highest": 4}], "scales": [{"items": "1-5"}]}', '"code" of scale is missing'),
	('{"code": "X", "items": [{"names": "1-5", "lowest": 0, "highest": 4}], "scales": [{"code": "A", "items": "1-5", "direction": "higher_worse"}, {"code": "A", "items": "1-5", "direction": "higher_worse"}]}', 'instrument "X" has two scales named "A"'),
	('{"code": "X", "items": [{"names": "1-5", "lowest": 0, "highest": 4}], "scales": [{"code": "A", "items": "1-5", "direction": "higher_worse"}], "totals": [{"code": "T", "members": ["B"], "direction": "higher_worse"}]}', 'total "T" names scale "B", which is not defined'),
	('{"code": "X", "items": [{"names": "1-5", "lowest": 0, "highest": 4}], "scales": [{"code": "A", "items": "1-5", "direction": "higher_worse"}], "totals": [{"code": "T", "members": ["A"], "min_items": 6, "direction": "higher_worse"}]}', 'total "T" needs 6 of 5 items'),
	('{"code": "X", "items": [{"names": "1-5", "lowest": 0, "highest": 4}], "scales": [{"code": "A", "items": "1-5", "direction": "higher_worse"}], "totals": [{"code": "T", "statistic": "standardised", "members": [{"scale": "A", "mean": 1, "sd": 0, "weight": 1}], "direction": "higher_worse"}]}', 'total "T" has no usable mean, sd and weight for scale "A"'),
	('{"code": "X", "conditions": [{"items": "1", "not_asked_if": "9", "answered_as": 1}], "items": [{"names": "1-5", "lowest": 0, "highest": 4}], "scales": [{"code": "A", "items": "1-5", "direction": "higher_worse"}]}', 'items "1" depend on "9", which is not one item'),
	('{"code": "X", "items": [{"names": "1-600", "lowest": 0, "highest": 4}]}', 'instrument "X" has more than 512 items'),
	('{"code": "X', 'invalid input syntax for type json');
SELECT is(pg_temp.complaint(definition), said, definition) FROM bad_whole;
SELECT is(pg_temp.complaint('{"code": "X", "note": "' || repeat('x', 300000) || '"}'), 'definition of an instrument has more than 262144 bytes', 'a definition has a limit');

-- It survives a dump: the text form is what pg_dump writes.
SELECT ok(questionnaire::text::exonc.instrument OPERATOR(exonc.=) questionnaire, 'out and in again') FROM rich;
SELECT ok(questionnaire::jsonb::exonc.instrument OPERATOR(exonc.=) questionnaire, 'through jsonb and back') FROM rich;

SELECT * FROM finish();
ROLLBACK;
