-- Every aggregate obeys the split law. One line for each aggregate.
\ir lib/setup.sql
BEGIN;
\ir lib/split_law.sql
SELECT no_plan();

-- The harness at work on two aggregates of the test's own: an exact sum, which
-- keeps the law, and a float sum, which breaks it.
CREATE AGGREGATE laws.exact_sum(numeric) (SFUNC = numeric_add, STYPE = numeric, COMBINEFUNC = numeric_add, INITCOND = '0');
CREATE AGGREGATE laws.float_sum(float8) (SFUNC = float8pl, STYPE = float8, COMBINEFUNC = float8pl, INITCOND = '0');
SELECT laws.split_law('laws.exact_sum', 'laws.exact_sum', 'numeric',
	$$ SELECT (g * 0.1)::numeric FROM generate_series(1, 500) g $$);
SELECT isnt(laws.split_law_violation('laws.float_sum', 'laws.float_sum', 'float8',
	$$ SELECT (g * 0.1)::float8 * (10 ^ (g % 12)) FROM generate_series(1, 500) g $$), NULL,
	'the harness notices a float sum');

-- A rollup that forgets one state is noticed, too.
CREATE FUNCTION laws.keep_larger(numeric, numeric) RETURNS numeric LANGUAGE sql AS $$ SELECT greatest($1, $2) $$;
CREATE AGGREGATE laws.forgetful(numeric) (SFUNC = laws.keep_larger, STYPE = numeric, INITCOND = '0');
SELECT isnt(laws.split_law_violation('laws.exact_sum', 'laws.forgetful', 'numeric',
	$$ SELECT g::numeric FROM generate_series(1, 50) g $$), NULL,
	'the harness notices a rollup that loses rows');

-- Sessions with doses in two units, unknown and changed ones, duplicates and one without date.
CREATE TEMP TABLE session AS
SELECT date '2026-01-05' + g % 150 AS planned_on, 1 + g % 2 AS planned_no, status, CASE WHEN status = 'attended' THEN date '2026-01-05' + g % 150 + g % 3 / 2 END AS done_on,
	(g % 50)::float8 / 10 + 30 AS planned, CASE WHEN status = 'attended' AND g % 17 > 0 THEN (g % 350)::float8 / 10 END AS delivered, (ARRAY['min', 'kg'])[1 + g % 2]::exonc.dose_unit AS unit,
	status = 'attended' AND g % 5 = 0 AS reduced, nullif(g % 7, 3) = 0 AS lowered_before, CASE WHEN status = 'attended' THEN g % 6 = 0 END AS ended_early
FROM (SELECT g, (ARRAY['attended', 'attended', 'missed', 'excused', 'unlogged', 'after_exit', 'not_due', NULL])[1 + g * 7 % 8]::exonc.session_status AS status FROM generate_series(1, 500) g) r;
INSERT INTO session (planned_on, status) VALUES (NULL, 'missed');
SELECT laws.split_law('exonc.adherence', 'exonc.rollup', 'exonc.adherence', 'SELECT status FROM session');
SELECT laws.split_law('exonc.adherence', 'exonc.rollup', 'exonc.adherence', $$ SELECT status, 'breaks=count'::exonc.adherence_policy FROM session $$);
SELECT laws.split_law('exonc.adherence', 'exonc.rollup', 'exonc.adherence', 'SELECT status, planned, delivered, unit FROM session');
SELECT laws.split_law('exonc.adherence', 'exonc.rollup', 'exonc.adherence',
	$$ SELECT status, planned, delivered, unit, reduced, lowered_before, ended_early, false, 'cap=session'::exonc.adherence_policy FROM session $$);
SELECT laws.split_law('exonc.session_log', 'exonc.rollup', 'exonc.session_log', 'SELECT planned_on, status FROM session');
SELECT laws.split_law('exonc.session_log', 'exonc.rollup', 'exonc.session_log', 'SELECT planned_on, status, planned, delivered, unit FROM session');
SELECT laws.split_law('exonc.session_log', 'exonc.rollup', 'exonc.session_log',
	$$ SELECT planned_on, planned_no, status, done_on, planned, delivered, unit, reduced, lowered_before, ended_early, NULL::boolean, 'run_sessions=2'::exonc.adherence_policy FROM session $$);

-- Cohorts of participants: some with nothing planned, some without a summary, ratios that no finite decimal is, over-delivered doses.
CREATE TEMP TABLE participant AS
SELECT p, CASE WHEN p % 23 > 0 THEN exonc.adherence(CASE WHEN p % 19 = 0 THEN 'excused' WHEN (p * g) % 7 < 5 THEN 'attended' ELSE 'missed' END::exonc.session_status,
	(p % 11 + g)::float8 / 7, CASE WHEN p % 19 > 0 AND (p * g) % 7 < 5 THEN (p % 13 + g)::float8 / 9 END, CASE WHEN p % 29 > 0 THEN 'min' ELSE 'kg' END::exonc.dose_unit) END AS a
FROM generate_series(1, 400) p, LATERAL generate_series(1, 1 + p % 37) g GROUP BY p;
SELECT laws.split_law('exonc.attendance_cohort', 'exonc.rollup', 'exonc.adherence_cohort', 'SELECT a FROM participant');
SELECT laws.split_law('exonc.attendance_cohort', 'exonc.rollup', 'exonc.adherence_cohort', 'SELECT a, 0.75::float8 AS t FROM participant');
SELECT laws.split_law('exonc.dose_intensity_cohort', 'exonc.rollup', 'exonc.adherence_cohort', $$ SELECT a, 'min'::exonc.dose_unit AS u FROM participant $$);
SELECT laws.split_law('exonc.dose_intensity_cohort', 'exonc.rollup', 'exonc.adherence_cohort', $$ SELECT a, 'min'::exonc.dose_unit AS u, 'session'::exonc.dose_cap AS c, 0.9::float8 AS t FROM participant $$);
-- Those that give a number have the state of these; a mean of floats would break the law.
SELECT is((SELECT count(DISTINCT (m, q, d, e)) FROM generate_series(1, 20) r, LATERAL (
	SELECT exonc.mean_participant_attendance(a) AS m, exonc.pooled_attendance(a) AS q, exonc.mean_participant_dose_intensity(a, 'min') AS d, exonc.pooled_dose_intensity(a, 'min') AS e
	FROM (SELECT a FROM participant ORDER BY random() + r) s) t), 1::bigint, 'means and pooled ratios do not depend on the order');
SELECT results_eq($$ SELECT exonc.mean_participant_attendance(a), exonc.pooled_attendance(a), exonc.mean_participant_dose_intensity(a, 'min'), exonc.pooled_dose_intensity(a, 'min') FROM participant $$,
	$$ SELECT exonc.mean_of_ratios(exonc.attendance_cohort(a)), exonc.pooled_ratio(exonc.attendance_cohort(a)), exonc.mean_of_ratios(exonc.dose_intensity_cohort(a, 'min')), exonc.pooled_ratio(exonc.dose_intensity_cohort(a, 'min')) FROM participant $$,
	'and are those of the cohort');

-- Courses of sarcopenia.
SELECT laws.split_law('exonc.sarcopenia_course', 'exonc.rollup', 'exonc.sarcopenia_course',
	$$ SELECT CASE WHEN g % 17 > 0 THEN (g * 37) % 90 END AS day,
		CASE WHEN g % 5 > 0 AND g % 17 > 0 THEN (enum_range(NULL::exonc.sarcopenia_class))[1 + g % 9] END AS class FROM generate_series(1, 400) g $$);

SELECT laws.split_law('exonc.sarcopenia_course', 'exonc.rollup', 'exonc.sarcopenia_course',
	$$ SELECT CASE WHEN g % 17 > 0 THEN (g * 37) % 90 END AS day,
		CASE WHEN g % 5 > 0 AND g % 17 > 0 THEN (enum_range(NULL::exonc.sarcopenia_class))[1 + g % 9] END AS mildest,
		CASE WHEN g % 5 > 0 AND g % 17 > 0 THEN (enum_range(NULL::exonc.sarcopenia_class))[greatest(1 + g % 9, 1 + g % 7)] END AS severest FROM generate_series(1, 400) g $$);

-- Sets of restrictions.
SELECT laws.split_law('exonc.all_restrictions', 'exonc.all_restrictions', 'exonc.exercise_restriction_set',
	$$ SELECT CASE g % 5 WHEN 0 THEN NULL WHEN 1 THEN '{}'::exonc.exercise_restriction_set ELSE ARRAY[(SELECT restriction FROM exonc.exercise_restrictions() OFFSET g % 23 LIMIT 1)]::exonc.exercise_restriction_set END FROM generate_series(1, 200) g $$);

-- No aggregate of exonc is left out of this file.
SELECT set_eq(
	$$ SELECT p.oid::regprocedure::text COLLATE "default" FROM pg_proc p JOIN pg_depend d ON d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e'
	   JOIN pg_extension e ON e.oid = d.refobjid WHERE e.extname = 'exonc' AND p.prokind = 'a' $$,
	$$ VALUES ('adherence(session_status)'), ('adherence(session_status,adherence_policy)'),
	('adherence(session_status,double precision,double precision,dose_unit)'),
	('adherence(session_status,double precision,double precision,dose_unit,boolean,boolean,boolean,boolean,adherence_policy)'),
	('rollup(adherence)'), ('session_log(date,session_status)'), ('session_log(date,session_status,double precision,double precision,dose_unit)'),
	('session_log(date,integer,session_status,date,double precision,double precision,dose_unit,boolean,boolean,boolean,boolean,adherence_policy)'),
	('all_restrictions(exercise_restriction_set)'), ('rollup(session_log)'), ('attendance_cohort(adherence)'), ('attendance_cohort(adherence,double precision)'), ('dose_intensity_cohort(adherence,dose_unit)'),
	('dose_intensity_cohort(adherence,dose_unit,dose_cap,double precision)'), ('rollup(adherence_cohort)'), ('mean_participant_attendance(adherence)'), ('pooled_attendance(adherence)'),
	('mean_participant_dose_intensity(adherence,dose_unit)'), ('pooled_dose_intensity(adherence,dose_unit)'), ('rollup(sarcopenia_course)'), ('sarcopenia_course(integer,sarcopenia_class)'), ('sarcopenia_course(integer,sarcopenia_class,sarcopenia_class)') $$,
	'every aggregate is checked here');

SELECT * FROM finish();
ROLLBACK;
