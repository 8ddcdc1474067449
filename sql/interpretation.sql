SET search_path = public, exonc;
-- What is measured has a code: a scale by its questionnaire, a physical test by
-- its own name. A table with a column for each makes it of the two.
SELECT measure('QLQ-C30', 'PF');
SELECT * FROM measures() WHERE measure IN ('6MWT', 'TUG', 'HADS A', 'QLQ-C30 PF', 'QLQ-C30 FA');

-- What a score means: its severity band.
SELECT from_score, to_score, label, mark FROM bands('PHQ-9 TOTAL');
SELECT s AS score, band('PHQ-9 TOTAL', s) FROM unnest('{0,4,5,14,15,27,NULL}'::float8[]) s;

-- A score between two printed bands has not reached the upper one.
SELECT s AS score, band('HADS A', s) FROM unnest('{7,7.5,8,10.5,11}'::float8[]) s;

-- From the answers.
SELECT band('PHQ-9 TOTAL', score('PHQ-9', 'TOTAL', '{1,1,3,3,3,3,3,3,3}'));

-- Whether it matters: thresholds for clinical importance.
SELECT measure, operator, value, mark FROM thresholds() WHERE measure::text LIKE 'QLQ-C30%';

-- One item, four scores: "a little" is the first over 17.
SELECT answer, round(s::numeric, 1) AS score, clinically_important('QLQ-C30 DY', s) FROM (SELECT a AS answer, (a - 1) / 3.0 * 100 AS s FROM generate_series(1, 4) a) q;

-- A scale without a threshold is not judged.
SELECT clinically_important('QLQ-C30 QL', 10) IS NULL AS not_judged;

-- What a change means. The library has a row for each value of each source.
SELECT population, direction, kind, low, high, unit, method, mark FROM minimal_important_differences('QLQ-C30 PF');
SELECT population, direction, minimal, amount, low, high, unit, source FROM minimal_important_differences('6MWT');

-- An improvement must reach the largest of the sourced values, here 9; a
-- deterioration counts from the smallest, here 4. Exactly that is enough.
SELECT f AS followup, responder('QLQ-C30 PF', 60, f) FROM unnest('{69,68.9,60,56.1,56,NULL}'::float8[]) f;

-- Where higher is worse, less is an improvement. Amounts stay positive.
SELECT responder('QLQ-C30 FA', 60, 46) AS library, responder('QLQ-C30 FA', 60, 50, improvement => 10, deterioration => 10) AS ten_points;

-- In percent of the baseline.
SELECT responder('6MWT', 400, 362, amount => 'percent') AS library, responder('6MWT', 400, 430, improvement => 7.5, amount => 'percent') AS given;

-- Why.
SELECT direction, change, toward, needed, unit, reached, population, source, mark FROM responder_evidence('6MWT', 400, 425);

-- Which amounts apply, without any values.
SELECT direction, needed, unit, mark FROM responder_evidence('HADS A', NULL, NULL);

-- Binary fractions do not decide: 0.85 - 0.8 is 0.05.
SELECT 0.85::float8 - 0.8::float8 >= 0.05 AS naive, responder('GAIT-SPEED', 0.8, 0.85);

-- No value for this measure, so no class; with one amount, as far as it goes.
SELECT responder('TUG', 12, 9) IS NULL AS none, responder('TUG', 12, 9, improvement => 2) AS better, responder('TUG', 12, 13, improvement => 2) IS NULL AS worse_by_how_much;

-- To count.
CREATE TEMP TABLE visit (arm text, baseline float8, followup float8);
INSERT INTO visit VALUES ('exercise', 60, 75), ('exercise', 50, 55), ('exercise', 70, NULL), ('usual care', 60, 62), ('usual care', 70, 60);
SELECT arm, count(*) FILTER (WHERE is_responder('QLQ-C30 PF', baseline, followup)) AS responders, count(is_responder('QLQ-C30 PF', baseline, followup)) AS measured, count(*) FROM visit GROUP BY arm ORDER BY arm;

-- By every value in the library: how much the count depends on the choice.
SELECT m.source, m.method, m.high AS needed, count(*) FILTER (WHERE is_responder('QLQ-C30 PF', baseline, followup, m.high)) AS responders
FROM minimal_important_differences('QLQ-C30 PF') m, visit WHERE m.minimal AND m.direction IN ('improvement', 'either') GROUP BY 1, 2, 3 ORDER BY 3, 1, 2;

-- A measure of the registry's own.
SELECT responder('STEP-TEST', 70, 82, improvement => 10, better => 'higher_better');

-- What cannot be is refused, and named.
SELECT responder('STEP-TEST', 70, 82, improvement => 10);
SELECT responder('QLQ-C30 PFF', 60, 70);
SELECT responder('QLQ-C30 PF', -99, 70);
SELECT responder('GAIT-SPEED', 80, 95);
SELECT responder('QLQ-C30 PF', 60, 70, improvement => -10);
SELECT responder('QLQ-C30 FA', 60, 50, better => 'higher_better');
SELECT band('PHQ-9 TOTL', 12);
SELECT band('MFI-20 GF', 12);
SELECT band('PHQ-9 TOTAL', 28);
SELECT clinically_important('QLQ-C30 DY', 133);

-- All rules of the assessment, with source and mark.
SELECT kind, mark, count(*) FROM assessment_rules() WHERE kind <> 'score' GROUP BY 1, 2 ORDER BY 1, 2;
SELECT kind, rule, source, mark FROM assessment_rules() WHERE measure = 'GAD-7 TOTAL';
