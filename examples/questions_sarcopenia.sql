----------------------------------------------------------------------------
-- i to k. Part of examples/questions.sql. Muscle during treatment, by three definitions. AWGS 2025 says nothing
-- about patients below 50 years: they are counted apart from those whose
-- measurements leave the class open.
----------------------------------------------------------------------------

CREATE OR REPLACE TEMP VIEW during_treatment AS
SELECT t.participant, p.arm, t.week, a.definition, a.class, a.mildest, a.severest, a.status
FROM registry.treatment_assessment AS t
     JOIN registry.participant AS p USING (participant)
     CROSS JOIN LATERAL exonc.sarcopenia_all(
	sex => p.sex, age => p.age, grip_kg => t.grip_kg, chair_stand_s => t.chair_stand_s, asm_kg => t.asm_kg,
	height_cm => t.height_cm, weight_kg => t.weight_kg, gait_m_s => t.gait_m_s, mass_modality => t.mass_modality) AS a
WHERE a.definition IN ('EWGSOP2', 'AWGS2019', 'AWGS2025');

\echo 'i. How many have sarcopenia at baseline and after 6, 12 and 18 weeks of treatment, by arm?'
\echo '   Sarcopenia and severe: patients with that class or a severer one. At most: those who could have sarcopenia.'

SELECT definition AS "Definition", arm AS "Arm", week AS "Week", count(*) AS "Patients",
       count(*) FILTER (WHERE status = 'not_applicable') AS "Too young",
       count(*) FILTER (WHERE mildest >= 'sarcopenia') AS "Sarcopenia",
       count(*) FILTER (WHERE mildest >= 'severe') AS "Severe",
       count(*) FILTER (WHERE severest >= 'sarcopenia') AS "At most",
       round(100.0 * count(*) FILTER (WHERE mildest >= 'sarcopenia')
             / nullif(count(*) FILTER (WHERE status <> 'not_applicable'), 0), 1) AS "Sarcopenia, %"
FROM during_treatment
GROUP BY definition, arm, week
ORDER BY definition, arm, week;

\echo 'j. Who got sarcopenia during treatment, and who recovered?'
\echo '   From the first to the last visit at which it is known whether it is sarcopenia. Open: fewer than two such visits.'
\echo '   Worse and milder: the last class against the first, where that is certain.'

SELECT definition AS "Definition", arm AS "Arm", count(*) AS "Patients",
       count(*) FILTER (WHERE outcome = 'free') AS "Free",
       count(*) FILTER (WHERE outcome = 'onset') AS "Onset",
       count(*) FILTER (WHERE outcome = 'transient') AS "Transient",
       count(*) FILTER (WHERE outcome = 'recovered') AS "Recovered",
       count(*) FILTER (WHERE outcome = 'persistent') AS "Persistent",
       count(*) FILTER (WHERE outcome IS NULL) AS "Open",
       count(*) FILTER (WHERE worse) AS "Worse class", count(*) FILTER (WHERE better) AS "Milder class"
FROM (SELECT definition, arm, participant,
             exonc.sarcopenia_course(week, mildest, severest) AS course
      FROM during_treatment WHERE status <> 'not_applicable' GROUP BY definition, arm, participant) AS c
     CROSS JOIN LATERAL (SELECT exonc.trajectory(course), exonc.worsened(course), exonc.improved(course)) AS o (outcome, worse, better)
GROUP BY definition, arm
ORDER BY definition, arm;

\echo 'k. How much does the definition matter?'
\echo '   Agreement on sarcopenia at baseline, of patients to whom both apply and whose class is known in both. Kappa: 1 is'
\echo '   full agreement, 0 what chance would give.'

WITH known AS (
	SELECT participant, definition, (mildest >= 'sarcopenia')::integer AS yes
	FROM during_treatment
	WHERE week = 0 AND (mildest >= 'sarcopenia' OR severest < 'sarcopenia')
), pair AS (
	SELECT a.definition AS one, b.definition AS other, count(*) AS patients,
	       count(*) FILTER (WHERE a.yes = 1 AND b.yes = 1) AS in_both, count(*) FILTER (WHERE a.yes > b.yes) AS first_only,
	       count(*) FILTER (WHERE a.yes < b.yes) AS second_only, avg((a.yes = b.yes)::integer) AS agreement,
	       avg(a.yes) * avg(b.yes) + (1 - avg(a.yes)) * (1 - avg(b.yes)) AS chance
	FROM known AS a JOIN known AS b ON a.participant = b.participant AND a.definition < b.definition
	GROUP BY a.definition, b.definition
)
SELECT one AS "Definition", other AS "and", patients AS "Patients", in_both AS "Both", first_only AS "Only the first",
       second_only AS "Only the second", round(agreement, 3) AS "Agreement",
       round((agreement - chance) / nullif(1 - chance, 0), 2) AS "Kappa"
FROM pair
ORDER BY one, other;
