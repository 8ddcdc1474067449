----------------------------------------------------------------------------
-- l. Part of examples/questions.sql. The remote programme: the log of each patient, and where the patient lives.
----------------------------------------------------------------------------

CREATE OR REPLACE TEMP VIEW remote AS
SELECT participant, p.site, p.enrolled_on, p.assessed,
       exonc.rurality(p.ruca_2010, 2010, 'ruca_primary') AS area, exonc.rurality(p.ruca_2010, 2010, 'ruca_metro') AS metro, s.log
FROM registry.remote_participant AS p
     JOIN (SELECT participant, exonc.session_log(planned_on, status) AS log FROM registry.remote_session GROUP BY participant) AS s USING (participant);

\echo 'l. Who stays in a remote programme, and who trains, by where they live and where the session takes place?'
\echo '   By site and rurality: area by the RUCA code of 2010 of the home, grouped by its first number; - is not coded. Kept:'
\echo '   patients assessed after 12 weeks over enrolled, from 0 to 1, with 95 % interval by Wilson. Attendance: sessions attended'
\echo '   over planned, from 0 to 1. Mean: of the ratios of the patients, with 95 % interval by Student. Pooled: sum over sum.'
\echo '   Reach 75 %: patients with an attendance of at least 0.75.'

SELECT site AS "Site", exonc.rurality_class(area) AS "Area", enrolled AS "Patients",
       round(kept::numeric / enrolled, 2) AS "Kept", format('%s to %s', round(w.lower::numeric, 2), round(w.upper::numeric, 2)) AS "Interval",
       round(s.mean::numeric, 2) AS "Attendance, mean", format('%s to %s', round(s.mean_lower::numeric, 2), round(s.mean_upper::numeric, 2)) AS "Interval ",
       round(s.pooled::numeric, 2) AS "pooled", s.reached AS "Reach 75 %"
FROM (SELECT site, area, count(*) AS enrolled, count(*) FILTER (WHERE assessed) AS kept, exonc.attendance_cohort(exonc.adherence(log), 0.75) AS c
      FROM remote GROUP BY site, area) AS groups,
     LATERAL exonc.wilson_interval(kept, enrolled) AS w, LATERAL exonc.cohort_summary(c) AS s
ORDER BY site, area;

\echo '   By delivery setting: where the session was to take place. Patients: with a planned session in that setting; sessions of'
\echo '   one patient count in each of his or her settings. Mean, pooled and reach as above, of the sessions in that setting.'

SELECT setting AS "Setting", participants AS "Patients", numerator || '/' || denominator AS "Sessions", round(mean::numeric, 3) AS "Attendance, mean",
       format('%s to %s', round(mean_lower::numeric, 3), round(mean_upper::numeric, 3)) AS "Interval", round(pooled::numeric, 3) AS "pooled", reached AS "Reach 75 %"
FROM (SELECT setting, exonc.attendance_cohort(a, 0.75) AS c
      FROM (SELECT participant, setting, exonc.adherence(status) AS a FROM registry.remote_session GROUP BY participant, setting) AS patients
      GROUP BY setting) AS settings,
     LATERAL exonc.cohort_summary(c)
ORDER BY setting;

\echo '   By week of the programme. At risk: patients with a planned session in that week that counts; on a break: those whose'
\echo '   sessions of the week were all excused. Attendance: mean of the ratios of the patients at risk, with 95 % interval by'
\echo '   Student. Metropolitan: RUCA 1 to 3; nonmetropolitan: 4 to 10; patients whose home is not coded are in neither.'

SELECT week AS "Week",
       max(at_risk) FILTER (WHERE area = 'metropolitan') AS "Metropolitan, at risk", max(on_break) FILTER (WHERE area = 'metropolitan') AS "on a break",
       max(attendance) FILTER (WHERE area = 'metropolitan') AS "attendance", max(span) FILTER (WHERE area = 'metropolitan') AS "interval",
       max(at_risk) FILTER (WHERE area = 'nonmetropolitan') AS "Nonmetropolitan, at risk", max(on_break) FILTER (WHERE area = 'nonmetropolitan') AS "on a break ",
       max(attendance) FILTER (WHERE area = 'nonmetropolitan') AS "attendance ", max(span) FILTER (WHERE area = 'nonmetropolitan') AS "interval "
FROM (SELECT n AS week, exonc.rurality_class(metro) AS area, s.participants AS at_risk, s.without_ratio AS on_break, round(s.mean::numeric, 2) AS attendance,
             format('%s to %s', round(s.mean_lower::numeric, 2), round(s.mean_upper::numeric, 2)) AS span
      FROM (SELECT metro, n, exonc.attendance_cohort(adherence) AS c
            FROM remote, LATERAL exonc.windows(log, 7, start_on => enrolled_on, until_on => enrolled_on + 84)
            WHERE complete GROUP BY metro, n) AS weeks,
           LATERAL exonc.cohort_summary(c) AS s) AS curve
GROUP BY week ORDER BY week;
