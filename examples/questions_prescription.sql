----------------------------------------------------------------------------
-- m to p. Part of examples/questions.sql. From what a site offers to a prescription for each patient of the exercise arm
-- and each cycle of chemotherapy.
----------------------------------------------------------------------------

-- The programme of the cycle, made easier in the week after the infusion.
CREATE OR REPLACE TEMP VIEW prescribed AS
SELECT p.participant, p.site, p.enrolled_on, g.cycle, i.given_on, a.adapted AS prescription, a.changed
FROM registry.participant AS p
     JOIN registry.programme AS g USING (site)
     JOIN registry.infusion AS i USING (participant, cycle)
     CROSS JOIN LATERAL exonc.adapt(g.prescribed, 'chemo_cycle', cycle_days => 21) AS a
WHERE p.arm = 'exercise';

-- What blood counts, conditions and bone metastases ask for before a cycle, a row for each finding.
CREATE OR REPLACE TEMP VIEW precaution AS
SELECT c.participant, c.cycle, r.about, r.level, r.change, r.restrictions
FROM registry.clinical_check AS c
     CROSS JOIN LATERAL (
	SELECT about, level, change, restrictions
	FROM exonc.precautions('maltser2017', platelets_10e9_l => c.platelets_10e9_l, hb_g_dl => c.hb_g_dl, anc_10e9_l => c.anc_10e9_l,
	                       wbc_10e9_l => c.wbc_10e9_l, labs_days => c.checked_on - c.blood_on)
	UNION ALL
	SELECT about, level, change, restrictions FROM exonc.condition_precautions(c.conditions, '{}')
	UNION ALL
	SELECT about, level, change, restrictions FROM exonc.bone_precautions('effect', c.bone_sites, false, true)
	WHERE c.bone_sites::text <> '{}') AS r;

-- The prescription that they leave: NULL while a clinician has to decide first.
CREATE OR REPLACE TEMP VIEW restricted AS
SELECT p.participant, p.site, p.cycle, p.prescription, c.worst, c.restrictions,
       exonc.restrict(p.prescription, c.restrictions) AS allowed
FROM prescribed AS p
     JOIN (SELECT participant, cycle, max(level) AS worst, exonc.all_restrictions(restrictions) AS restrictions
           FROM precaution GROUP BY participant, cycle) AS c USING (participant, cycle);

\echo 'm. What is prescribed for patient 1005 in the second cycle, in words and in numbers?'
\echo '   As the chart says it: the programme of the site, made easier in the week after the infusion.'

SELECT sentence AS "Prescription"
FROM prescribed, regexp_split_to_table(exonc.describe(prescription), '(?<=[.;]) ') WITH ORDINALITY AS s (sentence, n)
WHERE participant = 1005 AND cycle = 2 ORDER BY n;

\echo '   Targets: from the resting and the highest heart rate and the leg press that were measured at baseline. Load: in steps of'
\echo '   2.5 kg, from the repetitions to failure by the equation that is named. Week: of the cycle. HRR: heart rate'
\echo '   reserve, from the resting to the highest. 1RM: load that can be lifted once.'

SELECT w AS "Week", t.modality AS "Exercise", t.prescribed AS "Prescribed", t.quantity AS "Quantity",
       format('%s to %s', round(lower(t.target)), round(upper(t.target))) AS "Target", t.unit AS "Unit", t.equation AS "Equation", t.reason AS "Reason"
FROM prescribed AS p
     JOIN registry.capacity AS c USING (participant)
     CROSS JOIN generate_series(1, 2) AS w
     CROSS JOIN LATERAL exonc.targets(p.prescription, w, hr_rest => c.hr_rest, hr_max => c.hr_max, beta_blocker => c.beta_blocker,
                                      test_load_kg => c.leg_press_kg, test_repetitions => c.leg_press_repetitions,
                                      one_rm_equation => 'epley', increment_kg => 2.5) AS t
WHERE participant = 1005 AND cycle = 2
ORDER BY w, t.component;

\echo '   What guides the aerobic intensity of the patients of each site, or why there is no target.'

SELECT site AS "Site", coalesce(t.reason, t.quantity) AS "Aerobic intensity by", count(*) AS "Patients"
FROM prescribed AS p
     JOIN registry.capacity AS c USING (participant),
     LATERAL exonc.targets(p.prescription, 1, hr_rest => c.hr_rest, hr_max => c.hr_max, beta_blocker => c.beta_blocker) AS t
WHERE cycle = 1 AND t.block = 1 AND t.modality = 'aerobic'
GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2;

\echo 'n. Which sessions are planned for patient 1005 in the second cycle?'
\echo '   By the days on which infusions were really given. Day: of the cycle. Minutes: of aerobic exercise, from'
\echo '   the least to the most. Intensity: in % of the heart rate reserve (HRR).'

SELECT s.planned_on AS "Planned on", s.cycle_day AS "Day", s.supervision AS "Supervision", c.minutes AS "Minutes", c.intensity AS "Intensity"
FROM prescribed AS p,
     LATERAL exonc.schedule(p.prescription, p.given_on, cycle_starts => ARRAY[p.given_on], weeks => 3) AS s,
     LATERAL exonc.components(s.prescribed) AS c
WHERE participant = 1005 AND p.cycle = 2 AND c.modality = 'aerobic'
ORDER BY s.planned_on;

\echo 'o. Who is restricted before the third cycle, and why?'
\echo '   By site: the greatest level of all precautions of a patient. Blood counts by Maltser 2017, bone metastases by the table of'
\echo '   PREFERABLE-EFFECT. Unknown: something that the rules ask for was not measured or is too old. Held: no prescription until'
\echo '   a clinician has decided. Changed: something was taken out or lowered.'

SELECT site AS "Site", worst AS "Level", count(*) AS "Patients",
       count(*) FILTER (WHERE allowed IS NULL) AS "Held",
       count(*) FILTER (WHERE allowed::text <> prescription::text) AS "Changed",
       count(*) FILTER (WHERE allowed::text = prescription::text) AS "As it was"
FROM restricted
WHERE cycle = 3
GROUP BY site, worst ORDER BY site, worst;

\echo '   The reasons, over all sites. A patient may have several.'

SELECT about AS "Finding", level AS "Level", count(*) AS "Patients", change AS "What is asked for"
FROM precaution
WHERE cycle = 3 AND level <> 'none'
GROUP BY about, level, change ORDER BY level DESC, count(*) DESC, about;

\echo '   What it does to the prescription of one patient, once a clinician has cleared it.'

SELECT participant AS picked FROM restricted
WHERE cycle = 3 AND restrictions::text LIKE '%no_weight_bearing_aerobic%' AND site = 'Busan' ORDER BY participant LIMIT 1 \gset

SELECT participant AS "Patient", e.block AS "Block", e.prescribed AS "Prescribed", e.effect AS "Effect", e.restriction AS "Restriction",
       e.becomes AS "Becomes", e.reason AS "Reason"
FROM restricted, LATERAL exonc.restrict_evidence(prescription, restrictions, cleared => true) AS e
WHERE participant = :picked AND cycle = 3 AND e.effect <> 'kept';

\echo 'p. Whose prescription meets the ACSM recommendation of 2019 for fatigue (combined: aerobic 3 times 30 minutes a week and'
\echo '   resistance twice a week, both moderate)?'
\echo '   Patients by site and cycle, each in the third week of the cycle. Open: it depends on something that is not known or a'
\echo '   range. Held: no prescription until a clinician has decided. Why not: what the prescription asks too little of,'
\echo '   before it is restricted.'

SELECT r.site AS "Site", r.cycle AS "Cycle", count(*) AS "Patients", count(*) FILTER (WHERE m.meets) AS "Meet it",
       count(*) FILTER (WHERE NOT m.meets) AS "Do not", count(*) FILTER (WHERE m.meets IS NULL AND r.allowed IS NOT NULL) AS "Open",
       count(*) FILTER (WHERE r.allowed IS NULL) AS "Held", w.missed AS "Why not"
FROM restricted AS r
     CROSS JOIN (SELECT prescribed AS recommended FROM exonc.guidelines() WHERE body = 'ACSM 2019' AND outcome = 'fatigue' AND option = 'combined') AS g
     CROSS JOIN LATERAL (SELECT exonc.meets(r.allowed, g.recommended, 3)) AS m (meets)
     CROSS JOIN LATERAL (SELECT string_agg(format('%s %s', modality, criterion), ', ' ORDER BY modality, criterion)
                         FROM exonc.meets_evidence(r.prescription, g.recommended, 3) WHERE NOT met) AS w (missed)
GROUP BY r.site, r.cycle, w.missed ORDER BY r.site, r.cycle;
