----------------------------------------------------------------------------
-- g. Part of examples/questions.sql.
----------------------------------------------------------------------------

-- Each patient's value of each measure at baseline and at three months.
CREATE OR REPLACE TEMP VIEW three_months AS
SELECT p.participant, p.site, p.arm, m.measure, m.label, m.baseline, m.later,
       exonc.responder(m.measure, m.baseline, m.later) AS response
FROM registry.participant AS p
     LEFT JOIN registry.fatigue_form  AS f0 ON f0.participant = p.participant AND f0.visit = 'baseline'
     LEFT JOIN registry.fatigue_form  AS f1 ON f1.participant = p.participant AND f1.visit = 'week 12'
     LEFT JOIN registry.function_test AS t0 ON t0.participant = p.participant AND t0.visit = 'baseline'
     LEFT JOIN registry.function_test AS t1 ON t1.participant = p.participant AND t1.visit = 'week 12'
     CROSS JOIN LATERAL (VALUES
	('FACIT-FATIGUE FS'::exonc.measure, 'FACIT-Fatigue, points',
	 exonc.score('FACIT-FATIGUE', 'FS', exonc.answers('FACIT-FATIGUE', f0.by_item)),
	 exonc.score('FACIT-FATIGUE', 'FS', exonc.answers('FACIT-FATIGUE', f1.by_item))),
	('SPPB', 'SPPB, points',
	 exonc.sppb(side_by_side_s => t0.side_by_side_s, semi_tandem_s => t0.semi_tandem_s, tandem_s => t0.tandem_s,
	            gait_s => t0.gait_4m_s, chair_stand_s => t0.chair_stand_s, unable => t0.unable),
	 exonc.sppb(side_by_side_s => t1.side_by_side_s, semi_tandem_s => t1.semi_tandem_s, tandem_s => t1.tandem_s,
	            gait_s => t1.gait_4m_s, chair_stand_s => t1.chair_stand_s, unable => t1.unable)),
	('6MWT', '6-minute walk, m', t0.six_minute_walk_m, t1.six_minute_walk_m)
     ) AS m (measure, label, baseline, later);

\echo 'g. Who responded at three months?'
\echo '   Numbers of patients. Enrolled: all who were randomised at the site. Both: measured at baseline and at week 12.'
\echo '   Improved, worse: by at least the minimal important difference, listed below. % of both: of those measured twice;'
\echo '   % of enrolled: as if nobody of the others had improved. Teruel has no walking course.'

SELECT label AS "Measure", coalesce(site, 'all sites') AS "Site", arm AS "Arm",
       count(*) AS "Enrolled",
       count(response) AS "Both",
       count(*) FILTER (WHERE response = 'improved') AS "Improved",
       count(*) FILTER (WHERE response = 'stable') AS "Stable",
       count(*) FILTER (WHERE response = 'deteriorated') AS "Worse",
       round(100.0 * count(*) FILTER (WHERE response = 'improved') / nullif(count(response), 0), 1) AS "% of both",
       round(100.0 * count(*) FILTER (WHERE response = 'improved') / count(*), 1) AS "% of enrolled"
FROM three_months
GROUP BY GROUPING SETS ((label, site, arm), (label, arm))
ORDER BY label, site NULLS LAST, arm;

\echo '   By which amounts, and where they are from.'

SELECT DISTINCT m.label AS "Measure", e.direction AS "For", e.needed AS "At least", e.unit AS "Unit",
       e.population AS "Population", e.source AS "Source", e.mark AS "Mark"
FROM three_months AS m CROSS JOIN LATERAL exonc.responder_evidence(m.measure, NULL, NULL) AS e
ORDER BY 1, 2;
