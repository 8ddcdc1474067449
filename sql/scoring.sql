-- One form: 28 items answered 1 to 4, two answered 1 to 7.
\set form '{2,1,3,4,2,1,3,3,4,2,2,1,1,2,3,4,3,2,3,1,2,2,3,1,1,2,1,1,3,5}'

-- One scale. Physical functioning is the mean of items 1 to 5, here 2.4, as
-- (1 - (2.4 - 1) / 3) x 100.
SELECT exonc.score('QLQ-C30', 'PF', :'form');

-- All of them, one row each.
SELECT scale, name, round(score::numeric, 3) AS score, answered, items, min_answered, direction
FROM exonc.scores('QLQ-C30', :'form');

-- All of them, in one array for a query with a column for each scale.
SELECT array_agg(round(x::numeric, 2)) FROM unnest(exonc.scores_array('QLQ-C30', :'form')) x;

-- The manual's other codes are understood.
SELECT exonc.score('QLQ-C30', 'PF2', :'form') = exonc.score('QLQ-C30', 'PF', :'form') AS same;

-- Half of the items must be answered. PF has five: three give a score, two do not.
SELECT exonc.score('QLQ-C30', 'PF', ARRAY[NULL,NULL,3,4,2] || array_fill(1, ARRAY[25])) AS three,
       exonc.score('QLQ-C30', 'PF', ARRAY[NULL,NULL,NULL,4,2] || array_fill(1, ARRAY[25])) AS two;

-- EF has four: exactly half is enough.
SELECT exonc.score('QLQ-C30', 'EF', array_fill(1, ARRAY[20]) || ARRAY[NULL,NULL,2,3] || array_fill(1, ARRAY[6])) AS two_of_four;

-- The summary score needs all 13 of its scales, but neither QL nor FI.
SELECT exonc.score('QLQ-C30', 'SUMSC', array_fill(1, ARRAY[27]) || ARRAY[NULL,NULL,NULL]::int[]) AS without_ql_and_fi,
       exonc.score('QLQ-C30', 'SUMSC', array_fill(1, ARRAY[7]) || ARRAY[NULL]::int[] || array_fill(1, ARRAY[22])) AS without_dyspnoea;

-- A form on which nothing is answered has no scores; a form that is not there has no rows.
SELECT count(*) AS scales, count(score) AS with_score FROM exonc.scores('QLQ-C30', array_fill(NULL::int, ARRAY[30]));
SELECT count(*) AS scales FROM exonc.scores('QLQ-C30', NULL);
SELECT exonc.score('QLQ-C30', 'PF', NULL) IS NULL AS score, exonc.scores_array('QLQ-C30', NULL) IS NULL AS "array";

-- smallint columns do as well.
SELECT exonc.score('QLQ-C30', 'QL', (array_fill(1, ARRAY[28]) || ARRAY[6,7])::smallint[]);

-- What cannot be an answer is refused, and named.
SELECT exonc.score('QLQ-C30', 'QL', '{2,1,9,4,2,1,3,3,4,2,2,1,1,2,3,4,3,2,3,1,2,2,3,1,1,2,1,1,3,5}');
SELECT exonc.scores_array('QLQ-C30', array_fill(1, ARRAY[29]) || 8);
SELECT * FROM exonc.scores('QLQ-C30', array_fill(-99, ARRAY[30]));
SELECT exonc.score('QLQ-C30', 'QL', '{1,2,3}');
SELECT exonc.score('QLQ-C30', 'QL', array_fill(1, ARRAY[31]));
SELECT exonc.score('QLQ-C30', 'QL', '{}');
SELECT exonc.score('QLQ-C30', 'QL', array_fill(1, ARRAY[5, 6]));
SELECT exonc.score('QLQ-C30', 'QL', array_fill(1, ARRAY[30], ARRAY[0]));

SELECT exonc.score('QLQ-C30', 'DY', array_fill(1, ARRAY[7]) || ARRAY[-2147483648] || array_fill(1, ARRAY[22]));

-- So is a scale that is not there.
SELECT exonc.score('QLQ-C30', 'Fatigue', :'form');
SELECT exonc.score('QLQ-C30', 'pf2', :'form');
SELECT exonc.score('QLQ-C30', 'FAT', :'form');
SELECT exonc.score('QLQ-C30', 'pf', :'form');
SELECT exonc.score('QLQ-C30', 'global quality of life', :'form');

-- Codes that a site writes for not answered can be named instead.
SELECT exonc.score('QLQ-C30', 'QL', array_fill(1, ARRAY[28]) || ARRAY[6, -99], missing => '{-99,88}') AS with_codes,
       exonc.score('QLQ-C30', 'QL', array_fill(1, ARRAY[28]) || ARRAY[6, NULL]) AS with_null;
SELECT exonc.score('QLQ-C30', 'QL', array_fill(1, ARRAY[30]), missing => '{-99,NULL}');

SELECT exonc.score('QLQ-C30', 'QL', array_fill(1, ARRAY[30]), missing => '{-99,7}');

-- Some questionnaires have missing codes of their own: FACIT's 8 and 9.
SELECT exonc.score('FACIT-FATIGUE', 'FS', '{1,4,2,0,3,1,4,2,0,3,1,4,9}') AS nine, exonc.score('FACIT-FATIGUE', 'FS', '{1,4,2,0,3,1,4,2,0,3,1,4,NULL}') AS "null";
SELECT exonc.score('FACIT-FATIGUE', 'FS', '{1,4,2,0,3,1,4,2,0,3,1,4,5}');

-- More than half is not half: FACT-G's emotional well-being has six items, three are too few.
SELECT scale, score, answered, items, min_answered FROM exonc.scores('FACT-G', array_fill(3, ARRAY[14]) || ARRAY[1,1,1,NULL,NULL,NULL]::int[] || array_fill(3, ARRAY[7]));

-- A scale that was not asked has no score, whatever was answered: item 45 is "not at all".
SELECT exonc.score('QLQ-BR23', 'BRSEE', array_fill(2, ARRAY[14]) || 1 || array_fill(3, ARRAY[8])) AS not_active,
       exonc.score('QLQ-BR23', 'BRSEE', array_fill(2, ARRAY[14]) || 2 || array_fill(3, ARRAY[8])) AS active;

-- A loader asks first, refuses the rows that are named, and loads the rest.
CREATE TEMP TABLE loaded (id int, answers int[]);
INSERT INTO loaded VALUES
	(1, array_fill(1, ARRAY[30])),
	(2, array_fill(1, ARRAY[12]) || ARRAY[9] || array_fill(1, ARRAY[17])),
	(3, '{1,2,3}'),
	(4, array_fill(-99, ARRAY[2]) || array_fill(2, ARRAY[28])),
	(5, NULL),
	(6, array_fill(1, ARRAY[15, 2])),
	(7, ARRAY[NULL, -2147483648] || array_fill(1, ARRAY[28])),
	(8, ARRAY[1, -2147483648] || array_fill(1, ARRAY[28]));
SELECT id, p.* FROM loaded, LATERAL exonc.check_answers('QLQ-C30', answers) p ORDER BY id, item;
SELECT id, exonc.score('QLQ-C30', 'PF', answers) FROM loaded l
WHERE NOT EXISTS (SELECT FROM exonc.check_answers('QLQ-C30', l.answers)) ORDER BY id;

-- Forms of different instruments in one table.
CREATE TEMP TABLE mixed (form exonc.instrument, answers int[]);
INSERT INTO mixed SELECT CASE WHEN g % 2 = 0 THEN 'GAD-7' ELSE 'PHQ-4' END::exonc.instrument, array_fill(g % 4, ARRAY[CASE WHEN g % 2 = 0 THEN 7 ELSE 4 END]) FROM generate_series(1, 8) g;
SELECT form, s.scale, s.name, sum(s.score) FROM mixed, LATERAL exonc.scores(form, answers) s GROUP BY 1, 2, 3 ORDER BY form::text COLLATE "C", s.scale COLLATE "C";

-- In the select list it gives rows too.
SELECT (exonc.scores('QLQ-C30', :'form')).scale LIMIT 3;

-- Answers that come as an object, keyed by the names of the items.
SELECT exonc.answers('GAD-7', '{"1": 3, "2": 0, "3": 1, "5": 0, "6": null, "7": 1}');
SELECT exonc.score('FACIT-FATIGUE', 'FS', exonc.answers('FACIT-FATIGUE',
	'{"HI7": 1, "HI12": 4, "An1": 2, "An2": 0, "An3": 3, "An4": 1, "An5": 4, "An7": 2, "An8": 0, "An12": 3, "An14": 1, "An15": 4, "An16": 2}'));
SELECT exonc.answers('GAD-7', '{}'), exonc.answers('GAD-7', NULL) IS NULL AS "null";
SELECT exonc.answers('FACIT-FATIGUE', '{"HI17": 1}');
SELECT exonc.answers('GAD-7', '{"1": 1.5}');
SELECT exonc.answers('GAD-7', '{"1": "3"}');
SELECT exonc.answers('GAD-7', '{"1": {"answer": 3}}');
SELECT exonc.answers('GAD-7', '{"1": 99999999999}');
SELECT exonc.answers('GAD-7', '[1, 2, 3]');

-- PROMIS: the table where the form is complete, else the T-score that a scoring service gave.
SELECT * FROM exonc.t_score(57.8, NULL);
SELECT * FROM exonc.t_score(NULL, 55.3);
SELECT * FROM exonc.t_score(57.8, 55.3);
SELECT * FROM exonc.t_score(NULL, NULL);
SELECT * FROM exonc.t_score(NULL, 21::real + 0.7::real);
SELECT * FROM exonc.t_score(NULL, 1.25);
