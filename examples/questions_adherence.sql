----------------------------------------------------------------------------
-- h. Part of examples/questions.sql. The log of each patient of the exercise arm, once for all that follows.
----------------------------------------------------------------------------

CREATE OR REPLACE TEMP VIEW trained AS
SELECT participant, p.site, p.enrolled_on, i.given_on,
       s.log, exonc.adherence(s.log) AS whole
FROM (SELECT participant, exonc.session_log(planned_on, NULL, status, done_on, planned_min, done_min, 'min',
                                            NULL, NULL, ended_early, NULL, NULL) AS log
      FROM registry.session GROUP BY participant) AS s
     JOIN registry.participant AS p USING (participant)
     JOIN (SELECT participant, array_agg(given_on ORDER BY cycle) AS given_on FROM registry.infusion GROUP BY participant) AS i USING (participant);

\echo 'h. How much of the planned training was done, and when was it not?'
\echo '   By site, exercise arm. Attendance: sessions attended over planned, from 0 to 1. Mean: of the ratios of the patients, as'
\echo '   trials report it. Pooled: sum over sum. Dose: minutes done over planned, no session counting more than planned, from 0 to'
\echo '   1. Reach 75 %: patients with an attendance of at least 0.75. Interval: of their share of the patients, 95 %, Wilson.'

SELECT coalesce(site, 'all') AS "Site", a.participants AS "Patients", round(a.mean::numeric, 3) AS "Attendance, mean", round(a.pooled::numeric, 3) AS "pooled",
       round(d.mean::numeric, 3) AS "Dose, mean", a.reached AS "Reach 75 %",
       format('%s to %s', round(a.share_lower::numeric, 2), round(a.share_upper::numeric, 2)) AS "Interval"
FROM (SELECT site, exonc.attendance_cohort(whole, 0.75) AS attendance, exonc.dose_intensity_cohort(whole, 'min', 'session', NULL) AS dose
      FROM trained GROUP BY ROLLUP (site)) AS sites,
     LATERAL exonc.cohort_summary(attendance) AS a, LATERAL exonc.cohort_summary(dose) AS d
ORDER BY site NULLS LAST;

\echo '   By chemotherapy cycle, from each infusion until before the next: the first week, and the rest. Pooled over patients, from 0'
\echo '   to 1. Ended early: sessions ended before their time, over planned.'

SELECT w.n AS "Cycle", round(exonc.attendance(exonc.rollup(first.adherence))::numeric, 3) AS "Attendance, days 1-7",
       round(exonc.attendance(exonc.rollup(w.adherence))::numeric, 3) AS "from day 8",
       round(exonc.early_termination_rate(exonc.rollup(first.adherence))::numeric, 3) AS "Ended early, days 1-7",
       round(exonc.early_termination_rate(exonc.rollup(w.adherence))::numeric, 3) AS "from day 8 "
FROM trained,
     LATERAL exonc.cycle_windows(log, given_on, first_day => 8, until_on => enrolled_on + 84) AS w,
     LATERAL exonc.cycle_windows(log, given_on, last_day => 7, until_on => enrolled_on + 84) AS first
WHERE w.n = first.n
GROUP BY w.n ORDER BY w.n;

\echo '   Interruptions: three or more sessions missed in a row, later resumed. Numbers of their sessions, by reason, and of'
\echo '   patients who gave it.'

SELECT coalesce(s.reason, 'not known') AS "Reason", count(*) AS "Sessions", count(DISTINCT s.participant) AS "Patients"
FROM trained, LATERAL exonc.missed_runs(log) AS r
     JOIN registry.session AS s ON s.planned_on BETWEEN r.first_on AND r.last_on
WHERE s.participant = trained.participant AND r.kind = 'interruption' AND s.status IN ('missed', 'unlogged')
GROUP BY 1 ORDER BY 2 DESC, 1;

\echo '   Retention: patients assessed in week 24 over randomised, from 0 to 1; without deaths: over those randomised who did not'
\echo '   die. Interval: 95 %, Wilson.'

SELECT site AS "Site", arm AS "Arm", f.measure AS "Measure", round(f.value::numeric, 3) AS "Value",
       f.numerator || '/' || f.denominator AS "Patients", format('%s to %s', round(f.lower::numeric, 2), round(f.upper::numeric, 2)) AS "Interval"
FROM (SELECT site, arm, count(*) AS enrolled, count(a.participant) AS assessed, count(*) FILTER (WHERE left_reason = 'died') AS died
      FROM registry.participant AS p LEFT JOIN registry.assessment AS a ON a.participant = p.participant AND a.visit = 'week 24'
      GROUP BY site, arm) AS counts,
     LATERAL exonc.feasibility_funnel(enrolled => enrolled, assessed => assessed, died => died) AS f
WHERE f.measure LIKE 'retention%'
ORDER BY site, arm, f.measure;
