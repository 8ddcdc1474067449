-- A registry's own questionnaire: a definition in JSON is an instrument.
\pset null NULL
SET search_path = exonc, public;

-- Three items, one scale. The text form is the definition as jsonb prints it.
SELECT '{"code": "ACTIVE", "items": [{"names": "a1-3", "lowest": 0, "highest": 4}],
         "scales": [{"code": "SUM", "items": "a1-3", "min_answered": 2, "direction": "higher_better"}]}'::instrument;

-- It stands in a column, and everything takes it that takes a built-in.
CREATE TEMP TABLE questionnaire (topic text PRIMARY KEY, definition instrument NOT NULL);
INSERT INTO questionnaire VALUES
	('activity', '{"code": "ACTIVE", "items": [{"names": "a1-3", "lowest": 0, "highest": 4}],
	               "scales": [{"code": "SUM", "items": "a1-3", "min_answered": 2, "direction": "higher_better"}]}'),
	('sleep', '{"code": "SLEEP", "items": [{"names": "bed up", "lowest": 0, "highest": 86399, "kind": "clock_time"}, {"names": "q1-2", "lowest": 0, "highest": 3}],
	            "scales": [{"code": "TROUBLE", "items": "q1-2", "direction": "higher_worse",
	                        "statistic": "table", "table": {"first": 0, "scores": [0, 1, 1, 2, 2, 3, 3]}}]}');
SELECT topic, i.* FROM questionnaire, LATERAL items(definition) i ORDER BY topic, position;
SELECT topic, scale, s.items, min_answered, rule, lowest, highest FROM questionnaire, LATERAL scales(definition) s ORDER BY topic;
SELECT s.* FROM questionnaire, LATERAL scores(definition, '{3,NULL,4}') s WHERE topic = 'activity';
SELECT answers(definition, '{"bed": "11:30 pm", "up": "06:45", "q1": 2, "q2": "1"}') FROM questionnaire WHERE topic = 'sleep';
SELECT score(definition, 'TROUBLE', answers(definition, '{"q1": 2, "q2": 1}')) FROM questionnaire WHERE topic = 'sleep';
SELECT position, item, answer, problem, refused FROM questionnaire, LATERAL check_answers_by_item(definition, '{"bed": "25:00", "up": 7, "q1": 4, "q3": 1}')
WHERE topic = 'sleep' ORDER BY position, item;

-- It converts to jsonb, where its parts can be read.
SELECT topic, definition::jsonb ->> 'code' AS code, jsonb_array_length(definition::jsonb -> 'scales') AS scales FROM questionnaire ORDER BY topic;

-- What is wrong with a definition is said with its place.
SELECT '{"code": "X", "items": [{"names": "1-5", "lowest": 0, "highest": 4}], "scales": [{"code": "A", "items": "1-6", "direction": "higher_worse"}]}'::instrument;
SELECT '{"code": "X", "items": [{"names": "1-5", "lowest": 0, "highest": 4}], "scales": [{"code": "A", "items": "1-5", "min_answered": 6, "direction": "higher_worse"}]}'::instrument;
SELECT '{"code": "X", "items": [{"names": "1-5", "lowest": 0, "highest": 4}], "scales": [{"code": "A", "items": "1-5", "direction": "higher"}]}'::instrument;
SELECT '{"code": "X", "items": [{"names": "1-5", "lowest": 0, "highest": 4}], "scales": [{"code": "A", "items": "1-5", "statistic": "mean", "mean_at": [1, 4], "score_at": [0, 100], "direction": "higher_worse"}]}'::instrument;
SELECT '{"code": "X", "itens": []}'::instrument;
SELECT '{"code": "QLQ-C30"}'::instrument;
