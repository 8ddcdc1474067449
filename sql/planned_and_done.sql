-- From a prescription to figures of a cohort: domains meet in SQL.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS exonc;
RESET client_min_messages;
SET search_path = public, exonc;
SET datestyle = 'ISO, YMD';
\pset null NULL

-- What was prescribed, what was done, where the participants live.
CREATE TABLE prescribed (participant text, arm text, prescription prescription, start_on date, ruca numeric);
INSERT INTO prescribed VALUES
	('A-1', 'exercise', 'wk 1-3: aer walk 3/wk uns 30-45min @40-60%HRR via home', '2026-01-05', 1),
	('A-2', 'exercise', 'wk 1-2: aer walk 3/wk uns 30-45min @40-60%HRR via home', '2026-01-05', 10.1),
	('A-3', 'exercise', 'wk 1-3: aer bike 2/wk sup 40min @40-60%HRR via site & res 1/wk ?min via site', '2026-01-07', 7),
	('A-4', 'exercise', 'wk 1-3: aer walk 3/wk uns 30-45min @40-60%HRR via home', '2026-01-05', 99);
CREATE TABLE performed (participant text, done_on date, minutes float8, heart_rate integer[]);
INSERT INTO performed VALUES
	('A-1', '2026-01-05', 35, '{98,112,118,121}'), ('A-1', '2026-01-07', 30, '{109,126,127,NULL}'), ('A-1', '2026-01-10', 30, NULL), ('A-1', '2026-01-12', 45, NULL),
	('A-1', '2026-01-14', 20, NULL), ('A-1', '2026-01-16', 30, NULL), ('A-1', '2026-01-19', 30, NULL), ('A-1', '2026-01-20', 30, NULL),
	('A-2', '2026-01-05', 30, NULL), ('A-2', '2026-01-12', 30, NULL),
	('A-3', '2026-01-07', 40, NULL), ('A-3', '2026-01-11', 25, NULL), ('A-3', '2026-01-14', 40, NULL);

-- Planned sessions: one row each, numbered within its day. A range of minutes is planned as its lower end; what was not
-- reported stays unknown. Optional sessions are not planned.
CREATE VIEW planned AS
SELECT participant, s.planned_on, row_number() OVER (PARTITION BY participant, s.planned_on ORDER BY s.session)::integer AS planned_no,
       planned_dose(s.minutes) AS planned_min, (delivery_settings(s.prescribed))[1] AS setting, s.week, s.prescribed
FROM prescribed, LATERAL schedule(prescription, start_on, weekdays => '{1,3,5,7}') s
WHERE s.planned_on IS NOT NULL AND NOT s.optional;
SELECT participant, planned_on, planned_no, planned_min, setting FROM planned WHERE participant IN ('A-1', 'A-3') AND week = 1 ORDER BY 1, 2, 3;

-- Each performed session satisfies at most one planned one, up to a day late. Nothing is lost: planned and performed
-- sessions are all here, as done on the day, rescheduled, missed, or extra.
CREATE VIEW matched AS
SELECT participant, m.outcome, m.planned, m.days_late, p.plan[m.planned_no] AS planned_no, p.minutes[m.planned_no] AS planned_min, p.settings[m.planned_no] AS setting,
       m.done, d.minutes[m.done_no] AS done_min
FROM (SELECT participant, array_agg(planned_on ORDER BY planned_on, planned_no) AS days, array_agg(planned_no ORDER BY planned_on, planned_no) AS plan,
             array_agg(planned_min ORDER BY planned_on, planned_no) AS minutes, array_agg(setting ORDER BY planned_on, planned_no) AS settings
      FROM planned GROUP BY participant) p
     LEFT JOIN (SELECT participant, array_agg(done_on ORDER BY done_on) AS days, array_agg(minutes ORDER BY done_on) AS minutes FROM performed GROUP BY participant) d USING (participant),
     LATERAL match_sessions(p.days, coalesce(d.days, '{}'), days_after => 1) m;
SELECT participant, outcome, count(*), sum(done_min) AS done_min FROM matched GROUP BY 1, 2 ORDER BY 1, 2;

-- The log and the figures of each participant, as of the last day of the data.
CREATE VIEW logged AS
SELECT participant, session_log(planned, planned_no, CASE WHEN done IS NULL THEN 'missed' ELSE 'attended' END::session_status, done, planned_min, done_min, 'min', NULL, NULL, NULL, NULL, NULL) AS log
FROM matched WHERE planned IS NOT NULL GROUP BY participant;
SELECT participant, attended_sessions(a) AS attended, planned_sessions(a) AS planned, round(attendance(a)::numeric, 3) AS attendance,
       round(dose_intensity(a)::numeric, 3) AS dose_intensity, rescheduled_rate(a) > 0 AS rescheduled
FROM logged, LATERAL adherence(log, as_of => '2026-01-25') a ORDER BY participant;
SELECT (log_rows(log)).* FROM logged WHERE participant = 'A-3';

-- The minutes of the resistance session of A-3 were not reported, so the dose that was planned is not known; its other figures are.
SELECT unit, sessions, planned, delivered, open_sessions, dose_intensity FROM logged, LATERAL adherence(log) a, LATERAL adherence_doses(a) WHERE participant = 'A-3';

-- Another choice of the planned end is another figure.
SELECT which, planned_dose('[30,45]', which) FROM unnest(enum_range(NULL::planned_end)) which;

-- The cohort: mean of the participants' ratios, pooled ratio, who reaches a threshold.
SELECT participants, without_ratio, round(mean::numeric, 3) AS mean, round(sd::numeric, 3) AS sd, round(pooled::numeric, 3) AS pooled, numerator || '/' || denominator AS sessions, reached
FROM (SELECT attendance_cohort(adherence(log), 0.75) AS c FROM logged) q, LATERAL cohort_summary(c);
SELECT round(mean_participant_dose_intensity(a, 'min')::numeric, 3) AS mean, round(pooled_dose_intensity(a, 'min')::numeric, 3) AS pooled FROM (SELECT adherence(log) AS a FROM logged) q;

-- By rurality: two vintages or schemes are never one group. A code that is not coded is not known.
SELECT rurality, participants, round(mean::numeric, 3) AS mean, numerator || '/' || denominator AS sessions
FROM (SELECT rurality(ruca, 2010, 'ruca_a') AS rurality, attendance_cohort(adherence(log)) AS c FROM logged JOIN prescribed USING (participant) GROUP BY 1) q,
     LATERAL cohort_summary(c) ORDER BY rurality;
SELECT rurality(7, 2010, 'ruca_a'), rurality(7, 2020, 'ruca_a'), rurality(7, 2013, 'rucc_metro');
SELECT rurality(4.2, 2010, 'ruca_a');
SELECT rurality(7, 2013, 'ruca_a');

-- By delivery setting: the summary is cut by it.
SELECT setting, participants, round(mean::numeric, 3) AS mean, round(pooled::numeric, 3) AS pooled
FROM (SELECT setting, attendance_cohort(a) AS c
      FROM (SELECT participant, setting, adherence(CASE WHEN done IS NULL THEN 'missed' ELSE 'attended' END::session_status) AS a
            FROM matched WHERE planned IS NOT NULL GROUP BY participant, setting) q GROUP BY setting) r,
     LATERAL cohort_summary(c) ORDER BY setting;

-- The curve of attendance by week: at risk is who had a session planned in that week.
SELECT arm, n AS week, participants AS at_risk, without_ratio, round(mean::numeric, 3) AS mean, round(mean_lower::numeric, 3) AS lower, round(mean_upper::numeric, 3) AS upper, round(pooled::numeric, 3) AS pooled
FROM (SELECT arm, n, attendance_cohort(adherence) AS c
      FROM logged JOIN prescribed USING (participant), LATERAL windows(log, 7, start_on => start_on, as_of => '2026-01-25')
      WHERE complete GROUP BY arm, n) q, LATERAL cohort_summary(c) ORDER BY arm, week;

-- Time in the target zone: the target of targets() for this person, as whole heart rates.
SELECT done_on, target, bpm_zone(target) AS zone, below_min, in_zone_min, above_min, unknown_min
FROM performed JOIN prescribed USING (participant), LATERAL targets(prescription, week => 1, hr_rest => 71, hr_max => 164) t,
     LATERAL time_in_zone(heart_rate, bpm_zone(target)) WHERE heart_rate IS NOT NULL ORDER BY done_on;

-- RE-AIM.
SELECT dimension, measure, round(value::numeric, 3) AS value, numerator, denominator, denominator_is, reason, mark
FROM re_aim(eligible => 160, approached => 140, participants => 104, sites_invited => 11, sites_taking_part => 8, sessions_planned => 3744, sessions_attended => 2900,
            participants_followed_up => 70, participants_still_active => 42, months_since_contact => 4);
DROP VIEW logged, matched, planned;
DROP TABLE prescribed, performed;
