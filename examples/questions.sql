-- Questions that an analyst asks of an exercise-oncology registry, answered
-- with exonc. Run it after examples/registry.sql:
--
--   psql -X -v ON_ERROR_STOP=1 -f examples/questions.sql
--
-- It only reads; its views are temporary. Means are taken of numeric, not of
-- double precision: so they do not depend on the order of the rows, and two
-- runs print the same.

\set QUIET on
\pset pager off
\pset footer off
\pset null '-'

----------------------------------------------------------------------------
-- What several questions share
----------------------------------------------------------------------------

-- One row for each form that was due and each scale. A form that did not come
-- back has the score NULL in every scale, so it is counted as missing.
CREATE OR REPLACE TEMP VIEW scored AS
SELECT f.participant, p.arm, f.visit,
       c.position, c.scale, c.name,
       CASE c.direction WHEN 'higher_better' THEN 'higher' ELSE 'lower' END AS better,
       exonc.score('QLQ-C30', c.scale, f.answers)::numeric AS score
FROM registry.form AS f
     JOIN registry.participant AS p USING (participant)
     CROSS JOIN exonc.scales('QLQ-C30') AS c;

-- One row for each assessment and definition: the class that the measurements
-- establish, and the mildest and severest class that they leave possible.
CREATE OR REPLACE TEMP VIEW classified AS
SELECT a.participant, p.site, a.visit, d.definition, c.class, r.mildest, r.severest
FROM registry.assessment AS a
     JOIN registry.participant AS p USING (participant)
     CROSS JOIN unnest('{EWGSOP2, AWGS2019}'::exonc.sarcopenia_definition[]) AS d (definition)
     CROSS JOIN LATERAL (SELECT exonc.sarcopenia(d.definition,
	sex => p.sex, age => p.age, grip_kg => a.grip_kg, chair_stand_s => a.chair_stand_s,
	asm_kg => a.asm_kg, height_cm => a.height_cm, weight_kg => a.weight_kg, gait_m_s => a.gait_m_s,
	sppb => a.sppb, tug_s => a.tug_s, walk_400m_s => a.walk_400m_s,
	mass_modality => a.mass_modality, unable => a.unable)) AS c (class)
     CROSS JOIN LATERAL exonc.sarcopenia_range(d.definition,
	sex => p.sex, age => p.age, grip_kg => a.grip_kg, chair_stand_s => a.chair_stand_s,
	asm_kg => a.asm_kg, height_cm => a.height_cm, weight_kg => a.weight_kg, gait_m_s => a.gait_m_s,
	sppb => a.sppb, tug_s => a.tug_s, walk_400m_s => a.walk_400m_s,
	mass_modality => a.mass_modality, unable => a.unable) AS r;

-- One row for each assessment, definition and line of evidence, in words.
CREATE OR REPLACE TEMP VIEW explained AS
SELECT a.participant, a.visit, d.definition, e.ordinality AS line,
       e.component AS "Component",
       CASE e.component_low WHEN true THEN 'low' WHEN false THEN 'normal' ELSE 'open' END AS "is",
       e.criterion AS "Criterion",
       trim_scale(round(e.value::numeric, 2)) AS "Value",
       concat_ws(' ', e.operator, e.cutoff, e.unit) AS "Low if",
       e.cutoff_modality AS "Cut-off for",
       coalesce(e.note, CASE e.low WHEN true THEN 'low' WHEN false THEN 'normal' END) AS "Finding"
FROM registry.assessment AS a
     JOIN registry.participant AS p USING (participant)
     CROSS JOIN unnest('{EWGSOP2, AWGS2019}'::exonc.sarcopenia_definition[]) AS d (definition)
     CROSS JOIN LATERAL exonc.sarcopenia_evidence(d.definition,
	sex => p.sex, age => p.age, grip_kg => a.grip_kg, chair_stand_s => a.chair_stand_s,
	asm_kg => a.asm_kg, height_cm => a.height_cm, weight_kg => a.weight_kg, gait_m_s => a.gait_m_s,
	sppb => a.sppb, tug_s => a.tug_s, walk_400m_s => a.walk_400m_s,
	mass_modality => a.mass_modality, unable => a.unable) WITH ORDINALITY AS e;

----------------------------------------------------------------------------
\echo 'a. Did the QLQ-C30 forms come back?'
\echo '   Numbers of patients and of forms. Due: enrolled, and neither dead nor withdrawn on the day of the visit.'
\echo '   All scales: forms with enough answers for each of the 15 scales (at least half of the items of each).'
----------------------------------------------------------------------------

SELECT coalesce(p.site, 'all sites') AS "Site", v.visit AS "Visit",
       count(*) AS "Enrolled",
       count(*) FILTER (WHERE p.left_reason = 'died'     AND p.left_day <= v.day) AS "Died",
       count(*) FILTER (WHERE p.left_reason = 'withdrew' AND p.left_day <= v.day) AS "Withdrew",
       count(f.visit) AS "Due",
       count(f.answers) AS "Received",
       round(100.0 * count(f.answers) / nullif(count(f.visit), 0), 1) AS "% of due",
       count(*) FILTER (WHERE s.n_scored = 15) AS "All scales",
       round(100.0 * count(*) FILTER (WHERE s.n_scored = 15) / nullif(count(f.answers), 0), 1) AS "% of received"
FROM registry.participant AS p
     CROSS JOIN registry.visit AS v
     LEFT JOIN registry.form AS f USING (participant, visit)
     CROSS JOIN LATERAL (SELECT count(score) FROM exonc.scores('QLQ-C30', f.answers)
                         WHERE scale <> 'SUMSC') AS s (n_scored)    -- the summary score is no 16th scale
GROUP BY GROUPING SETS ((p.site, v.visit, v.day), (v.visit, v.day))
ORDER BY p.site NULLS LAST, v.day;

----------------------------------------------------------------------------
\echo 'b. How were the patients at each visit?'
\echo '   Mean QLQ-C30 scores, 0 to 100 points. n: forms with a score of this scale; missing: other forms due (see a).'
\echo '   Better: the direction in which patients feel better. The visits have different patients: for changes see c.'
----------------------------------------------------------------------------

SELECT scale AS "Scale", name AS "Name", better AS "Better", visit AS "Visit",
       count(score)            FILTER (WHERE arm = 'exercise')   AS "Exercise: n",
       count(*) FILTER (WHERE arm = 'exercise' AND score IS NULL)   AS "missing",
       round(avg(score)        FILTER (WHERE arm = 'exercise'), 1)   AS "mean",
       count(score)            FILTER (WHERE arm = 'usual care') AS "Usual care: n",
       count(*) FILTER (WHERE arm = 'usual care' AND score IS NULL) AS "missing",
       round(avg(score)        FILTER (WHERE arm = 'usual care'), 1) AS "mean"
FROM scored JOIN registry.visit AS v USING (visit)
WHERE scale IN ('QL', 'PF', 'RF', 'EF', 'FA', 'NV', 'PA', 'SL', 'SUMSC')
GROUP BY position, scale, name, better, visit, v.day
ORDER BY position, v.day;

----------------------------------------------------------------------------
\echo 'c. What changed since baseline?'
\echo '   Mean and standard deviation (SD) of the change in QLQ-C30 points: later visit minus baseline of the same patient.'
\echo '   E: exercise, U: usual care. pairs: patients with both scores; none: all others randomised to the arm, also the'
\echo '   dead and withdrawn. Better: the direction in which patients feel better. E - U: difference of the two changes.'
----------------------------------------------------------------------------

WITH change AS (
	SELECT base.arm, base.position, base.name, base.better, v.visit, v.day,
	       later.score - base.score AS change
	FROM scored AS base
	     JOIN registry.visit AS v ON v.day > 0
	     LEFT JOIN scored AS later
	         ON later.participant = base.participant AND later.scale = base.scale AND later.visit = v.visit
	WHERE base.visit = 'baseline'
	  AND base.scale IN ('QL', 'PF', 'EF', 'FA', 'PA', 'SL', 'SUMSC')
), by_arm AS (
	SELECT position, name, better, visit, day, arm,
	       count(change) AS pairs, count(*) - count(change) AS no_pair,
	       avg(change) AS mean, stddev_samp(change) AS sd
	FROM change
	GROUP BY position, name, better, visit, day, arm
)
SELECT e.name AS "Scale", e.better AS "Better", e.visit AS "Visit",
       e.pairs AS "E pairs", e.no_pair AS "none", round(e.mean, 1) AS "change", round(e.sd, 1) AS "SD",
       u.pairs AS "U pairs", u.no_pair AS "none", round(u.mean, 1) AS "change", round(u.sd, 1) AS "SD",
       round(e.mean - u.mean, 1) AS "E - U"
FROM by_arm AS e
     JOIN by_arm AS u ON u.name = e.name AND u.visit = e.visit
WHERE e.arm = 'exercise' AND u.arm = 'usual care'
ORDER BY e.position, e.day;

----------------------------------------------------------------------------
\echo 'd. How many have sarcopenia at baseline, by two definitions?'
\echo '   Numbers of patients. Assessed: came to the baseline assessment. Classified: the measurements establish a class.'
\echo '   Sarcopenia: class sarcopenia or severe. From, to: % of the assessed who have it if every open case turned out as'
\echo '   mild, or as severe, as its measurements allow.'
\echo '   Open: patients who make the difference: sarcopenia is neither established nor excluded, whether classified'
\echo '   (such as low strength without a measurement of muscle mass) or not.'
----------------------------------------------------------------------------

SELECT coalesce(site, 'all sites') AS "Site", definition AS "Definition",
       count(*) AS "Assessed",
       count(class) AS "Classified",
       count(*) - count(class) AS "Unclassified",
       count(*) FILTER (WHERE class >= 'sarcopenia') AS "Sarcopenia",
       round(100.0 * count(*) FILTER (WHERE class >= 'sarcopenia') / nullif(count(class), 0), 1) AS "% of classified",
       count(*) FILTER (WHERE mildest < 'sarcopenia' AND severest >= 'sarcopenia') AS "Open",
       round(100.0 * count(*) FILTER (WHERE mildest >= 'sarcopenia') / count(*), 1) AS "From %",
       round(100.0 * count(*) FILTER (WHERE severest >= 'sarcopenia') / count(*), 1) AS "To %"
FROM classified
WHERE visit = 'baseline'
GROUP BY GROUPING SETS ((site, definition), (definition))
ORDER BY site NULLS LAST, definition;

----------------------------------------------------------------------------
-- The first patient with sarcopenia by one definition whom the other cannot
-- classify, because nobody noted how muscle mass was measured.
----------------------------------------------------------------------------

SELECT e.participant AS patient
FROM classified AS e
     JOIN classified AS a USING (participant, visit)
     JOIN registry.assessment USING (participant, visit)
WHERE e.visit = 'baseline'
  AND e.definition = 'EWGSOP2' AND a.definition = 'AWGS2019'
  AND e.class >= 'sarcopenia' AND a.class IS DISTINCT FROM e.class
  AND asm_kg IS NOT NULL AND mass_modality IS NULL
ORDER BY participant
LIMIT 1
\gset

\echo 'e. Why is patient' :patient 'in this class?'
\echo '   The patient at baseline, and what the two definitions say.'

SELECT p.participant AS "Patient", p.site AS "Site", p.sex AS "Sex", p.age AS "Age, years",
       c.definition AS "Definition", coalesce(c.class::text, 'not classifiable') AS "Class",
       c.mildest AS "Mildest possible", c.severest AS "Severest possible"
FROM classified AS c
     JOIN registry.participant AS p USING (participant)
WHERE c.participant = :patient AND c.visit = 'baseline'
ORDER BY c.definition;

\echo '   The evidence: each criterion against each cut-off that can apply to this patient. A component is low if a'
\echo '   criterion is low or could not be performed, open if nothing decides it. ASM: muscle mass of arms and legs;'
\echo '   h: height. Cut-off for: how muscle mass was measured.'
\echo '   By EWGSOP2:'
SELECT "Component", "is", "Criterion", "Value", "Low if", "Cut-off for", "Finding"
FROM explained WHERE participant = :patient AND visit = 'baseline' AND definition = 'EWGSOP2' ORDER BY line;

\echo '   By AWGS2019:'
SELECT "Component", "is", "Criterion", "Value", "Low if", "Cut-off for", "Finding"
FROM explained WHERE participant = :patient AND visit = 'baseline' AND definition = 'AWGS2019' ORDER BY line;

\echo '   Where the cut-offs come from.'

SELECT DISTINCT definition AS "Definition", source AS "Source", mark AS "Mark"
FROM exonc.sarcopenia_cutoffs()
WHERE definition IN ('EWGSOP2', 'AWGS2019')
ORDER BY definition, source;

----------------------------------------------------------------------------
-- f. First the text becomes integers, where it can. What is no integer only
-- the loader can see; everything else is for check_answers().
----------------------------------------------------------------------------

CREATE OR REPLACE TEMP VIEW parsed AS
SELECT s.line, s.participant, s.visit, r.raw,
       (SELECT array_agg(CASE WHEN answer ~ '^-?[0-9]{1,9}$' THEN answer::integer END ORDER BY item)
        FROM unnest(r.raw) WITH ORDINALITY AS u (answer, item)) AS answers
FROM registry.staging_form AS s
     CROSS JOIN LATERAL string_to_array(s.answers, ',', '') AS r (raw);

CREATE OR REPLACE TEMP VIEW problem AS
SELECT line, item, answer, format('"%s" is not a whole number', answer) AS problem
FROM parsed CROSS JOIN LATERAL unnest(raw) WITH ORDINALITY AS u (answer, item)
WHERE answer !~ '^-?[0-9]{1,9}$'
UNION ALL
SELECT line, c.position, c.answer::text, c.problem
FROM parsed CROSS JOIN LATERAL exonc.check_answers('QLQ-C30', answers) AS c;

\echo 'f. What happens to the dirty rows of an export?'
\echo '   Each problem found in registry.staging_form. Lines that are named here are refused, the others load.'

SELECT line AS "Line", participant AS "Patient", visit AS "Visit",
       item AS "Item", answer AS "Answer", problem AS "Problem"
FROM problem JOIN parsed USING (line)
ORDER BY line, item;

\echo '   Each line of the export. Answered: items with an answer, of 30. Scores in points, 0 to 100; none if fewer than'
\echo '   half of the items of the scale (PF: 5, FA: 3) are answered. SUMSC, the summary score, needs all its scales.'

SELECT line AS "Line", participant AS "Patient", visit AS "Visit",
       CASE WHEN refused THEN 'refused' WHEN answered = 0 THEN 'loaded, blank' ELSE 'loaded' END AS "Row is",
       answered AS "Answered",
       round(exonc.score('QLQ-C30', 'PF',    accepted)::numeric, 1) AS "PF",
       round(exonc.score('QLQ-C30', 'FA',    accepted)::numeric, 1) AS "FA",
       round(exonc.score('QLQ-C30', 'SUMSC', accepted)::numeric, 1) AS "SUMSC"
FROM parsed
     CROSS JOIN LATERAL (SELECT line IN (SELECT line FROM problem)) AS v (refused)
     CROSS JOIN LATERAL (SELECT CASE WHEN NOT refused THEN answers END) AS a (accepted)
     CROSS JOIN LATERAL (SELECT CASE WHEN NOT refused THEN num_nonnulls(VARIADIC answers) END) AS n (answered)
ORDER BY line;

\ir questions_function.sql
\ir questions_adherence.sql
\ir questions_sarcopenia.sql
\ir questions_remote.sql
\ir questions_prescription.sql
