-- Adherence: what was done of what was planned.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS exonc;
RESET client_min_messages;
SET search_path = public, exonc;
SET datestyle = 'ISO, YMD';

-- One participant's planned sessions, 30 minutes each: two were missed, one was cut short, one falls into a holiday.
CREATE TABLE session (planned_on date, status exonc.session_status, planned_min numeric, done_min numeric, ended_early boolean);
INSERT INTO session VALUES
	('2026-01-05', 'attended', 30, 30, false), ('2026-01-07', 'attended', 30, 45, false), ('2026-01-09', 'missed', 30, NULL, NULL),
	('2026-01-12', 'attended', 30, 12, true), ('2026-01-14', 'excused', 30, NULL, NULL), ('2026-01-16', 'missed', 30, NULL, NULL),
	('2026-01-19', 'attended', 30, 30, false), ('2026-01-21', 'not_due', 30, NULL, NULL);

-- The summary is a value: its text shows the policy and every sum that is not zero.
SELECT adherence(status, planned_min, done_min, 'min') FROM session;

-- Attendance and dose intensity. The second session hides a missed one, unless it is capped.
SELECT planned_sessions(a), attended_sessions(a), round(attendance(a)::numeric, 3) AS attendance,
	round(dose_intensity(a)::numeric, 3) AS dose_intensity, round(dose_intensity(a, cap => 'session')::numeric, 3) AS capped
FROM (SELECT adherence(status, planned_min, done_min, 'min') AS a FROM session) s;

-- Each rate with its denominator. What was never recorded gives no rate.
SELECT measure, round(value::numeric, 3) AS value, numerator, denominator, denominator_is
FROM (SELECT adherence(status, planned_min, done_min, 'min', NULL, NULL, ended_early, NULL, NULL) AS a FROM session) s, LATERAL adherence_rates(a);

-- Another policy gives other figures, and they do not mix.
SELECT round(attendance(adherence(status, adherence_policy(breaks => 'count')))::numeric, 3) AS breaks_count FROM session;
SELECT rollup(a) FROM (
	SELECT adherence(status) AS a FROM session UNION ALL
	SELECT adherence(status, adherence_policy(breaks => 'count', run_sessions => 2)) FROM session) s;

-- Unlike units are not added.
SELECT dose_intensity(adherence('attended', 10, 5, unit)) FROM unnest('{kg,min}'::exonc.dose_unit[]) unit;
SELECT mean_dose_intensity(adherence('attended', 10, d, unit)) FROM (VALUES ('kg'::exonc.dose_unit, 5), ('min', 10)) v (unit, d);

-- A window slides over the sessions: the last seven days at each of them.
SELECT planned_on, attended_sessions(a), planned_sessions(a)
FROM (SELECT planned_on, adherence(status) OVER (ORDER BY planned_on RANGE BETWEEN '6 days' PRECEDING AND CURRENT ROW) AS a FROM session) s;

-- Rows that contradict themselves are refused; a loader finds them first.
SELECT adherence('missed', 30, 20, 'min');
SELECT adherence('attended', 30, 'NaN', 'min');
SELECT adherence('attended', 30, 20, NULL);
SELECT check_session('missed', 30, 20, 'min'), check_session('attended', 0, 20, 'min'), check_session('attended', 30, 20, 'min');

-- The log keeps the sessions in their order.
CREATE TABLE log AS SELECT session_log(planned_on, status, planned_min, done_min, 'min') AS l FROM session;
SELECT l FROM log;
SELECT kind, sessions, first_on, last_on, resumed_on FROM log, LATERAL missed_runs(l);

-- A row sent twice is one session; attended is what is kept.
SELECT r.* FROM (SELECT session_log(d, s) AS l FROM (VALUES (date '2026-01-05', 'missed'::exonc.session_status), ('2026-01-05', 'attended'), (NULL, 'missed')) v (d, s)) q,
	LATERAL log_rows(l) r;

-- Calendar weeks; the last one is not over when the data end.
SELECT n, starts_on, ends_on, complete, attended_sessions(adherence) AS attended, planned_sessions(adherence) AS planned, round(attendance(adherence)::numeric, 2) AS attendance
FROM log, LATERAL windows(l, 7, as_of => '2026-01-21');

-- Chemotherapy cycles by the dates of the infusions: the week after each, and the rest.
SELECT n, starts_on, ends_on, attended_sessions(adherence) AS attended, planned_sessions(adherence) AS planned FROM log, LATERAL cycle_windows(l, '{2026-01-06,2026-01-15}', last_day => 7, until_on => '2026-02-05');
SELECT n, starts_on, ends_on, attended_sessions(adherence) AS attended, planned_sessions(adherence) AS planned FROM log, LATERAL cycle_windows(l, '{2026-01-06,2026-01-15}', first_day => 8, until_on => '2026-02-05', outside => true);
SELECT n FROM log, LATERAL cycle_windows(l, '{2026-01-15,2026-01-06}');

-- Stopped for good? A tail at the end of the data says nothing; at the end of the protocol it does; a date that is known decides.
CREATE TABLE stopped AS SELECT session_log(date '2026-01-05' + 2 * g, (CASE WHEN g < 4 THEN 'attended' ELSE 'missed' END)::exonc.session_status) AS l FROM generate_series(0, 8) g;
SELECT d.* FROM stopped, LATERAL discontinuation(l, as_of => '2026-01-19') d;
SELECT d.* FROM stopped, LATERAL discontinuation(l) d;
SELECT d.* FROM stopped, LATERAL discontinuation(l, stopped_on => '2026-01-10') d;

-- Performed sessions matched to planned ones, up to a day late.
SELECT planned, done, days_late, outcome FROM match_sessions('{2026-01-05,2026-01-07,2026-01-09}', '{2026-01-05,2026-01-08,2026-01-11}', days_after => 1);

-- Feasible if 70 % of the participants reach 75 %.
SELECT count(*) FILTER (WHERE attendance_at_least(a, 0.75)) AS reached, count(*) AS of,
	feasible(count(*) FILTER (WHERE attendance_at_least(a, 0.75)), count(*), 0.7)
FROM (SELECT p, adherence((CASE WHEN g <= p THEN 'attended' ELSE 'missed' END)::exonc.session_status) AS a FROM generate_series(5, 8) p, generate_series(1, 8) g GROUP BY p) s;
SELECT measure, round(value::numeric, 3) AS value, numerator, denominator, definition FROM feasibility_funnel(screened => 240, eligible => 160, enrolled => 104, assessed => 84, died => 3);

-- Heart rate against the target zone.
SELECT * FROM time_in_zone('{98,121,128,135,NULL,142}', '[120,140]', planned_min => 5);
DROP TABLE session, log, stopped;
