-- An instrument is written as its code.
SELECT 'QLQ-C30'::exonc.instrument;

-- Codes are exact; what comes near is suggested.
SELECT 'qlq-c30'::exonc.instrument;
SELECT 'QLQ-C40'::exonc.instrument;
SELECT 'SF-36'::exonc.instrument;
SELECT 'KCCQ-12'::exonc.instrument;
SELECT ''::exonc.instrument;

-- jsonb both ways: the code as a string.
SELECT 'QLQ-C30'::exonc.instrument::jsonb;
SELECT '"QLQ-C30"'::jsonb::exonc.instrument;
SELECT '{"code": "QLQ-C30"}'::jsonb::exonc.instrument;
SELECT 'null'::jsonb::exonc.instrument;

-- It compares, sorts, groups and joins like any other value.
-- Its operators live in its schema: put that on the search path to write them.
SET search_path = public, exonc;
SELECT 'QLQ-C30'::instrument = 'QLQ-C30' AS eq, 'QLQ-C30'::instrument < 'QLQ-C30' AS lt;
RESET search_path;
CREATE TEMP TABLE visit (id int PRIMARY KEY, form exonc.instrument NOT NULL);
INSERT INTO visit SELECT g, 'QLQ-C30' FROM generate_series(1, 3) g;
CREATE INDEX ON visit (form);
CREATE INDEX ON visit USING hash (form);
SELECT form, count(*) FROM visit GROUP BY form;

-- Which instruments there are, and where their rules come from.
\x on
SELECT * FROM exonc.instruments() WHERE code::text = 'QLQ-C30';
\x off

SELECT code, items, scales, mark FROM exonc.instruments();

-- The items of one, in the order of the array of answers.
SELECT * FROM exonc.items('QLQ-BR23') LIMIT 3;
SELECT string_agg(item, ' ' ORDER BY "position") FROM exonc.items('FACIT-FATIGUE');

-- The scales of one, in the order of scores_array().
SELECT "position", scale, alias, items, min_answered, rule, direction FROM exonc.scales('QLQ-C30');
SELECT DISTINCT lowest, highest, reversed, mark FROM exonc.scales('QLQ-C30') ORDER BY reversed;
SELECT scale, items, positions, rule FROM exonc.scales('QLQ-BR23') WHERE scale IN ('BRSEE', 'BRHL');
SELECT scale, reversed, min_answered, rule FROM exonc.scales('FACT-G');
SELECT scale, source FROM exonc.scales('QLQ-C30') WHERE scale IN ('PF', 'SUMSC');
