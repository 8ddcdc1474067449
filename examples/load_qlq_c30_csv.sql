-- Loads a CSV file of EORTC QLQ-C30 forms and reports what came in.
--
--   psql -X -v csv=forms.csv -f examples/load_qlq_c30_csv.sql
--
-- The file has a header line and one line for each form: patient, arm, visit
-- number, day, 30 answers, day of death; nothing stands where a value is
-- missing. For a file with other columns change section 1, and only that.
--
-- What it does:
--   * It reads everything as text, so that one bad value does not stop the load.
--   * A line with a value that cannot be right is refused, with the reason, and
--     kept in qlq.refused for the site to correct. Nothing is repaired by guess.
--   * All other lines go to qlq.form, ready for exonc.scores().
--   * It prints what was read, refused and missing, and mean scores.
--
-- Each run replaces what an earlier run loaded; if it fails, the earlier load
-- stays. It needs the extension exonc and the right to create a schema.

\set ON_ERROR_STOP on
\set QUIET on
\pset pager off
\pset footer off
\pset null '-'

\if :{?csv}
\else
DO $$ BEGIN RAISE EXCEPTION 'no file given' USING HINT = 'psql -v csv=forms.csv -f examples/load_qlq_c30_csv.sql'; END $$;
\endif

BEGIN;
SET LOCAL client_min_messages = warning;

----------------------------------------------------------------------------
-- 1. The columns of the file: the only part to change for another export
----------------------------------------------------------------------------

-- First as they stand in the file: same names, same order, all text.
CREATE TEMP TABLE export (
	"Id" text, "Arm" text, time text, date text,
	q1  text, q2  text, q3  text, q4  text, q5  text, q6  text, q7  text, q8  text, q9  text, q10 text,
	q11 text, q12 text, q13 text, q14 text, q15 text, q16 text, q17 text, q18 text, q19 text, q20 text,
	q21 text, q22 text, q23 text, q24 text, q25 text, q26 text, q27 text, q28 text, q29 text, q30 text,
	death text
) ON COMMIT DROP;

-- \copy itself takes no variables, but it may stand in one. MATCH refuses a
-- file whose header differs from the table above.
\set copy_export '\\copy export FROM ' :'csv' ' WITH (FORMAT csv, HEADER match)'
:copy_export

-- Then what they mean. A code for "missing" is mapped to NULL here, by name:
-- for example array_replace(ARRAY[...], '-99', NULL). A new table keeps its rows
-- in the order of the file, which gives the line numbers.
CREATE TEMP TABLE incoming ON COMMIT DROP AS
SELECT row_number() OVER (ORDER BY ctid) + 1 AS line,    -- the header is line 1
       "Id"           AS participant,
       'arm ' || nullif("Arm", '') AS arm,
       time           AS visit,
       date           AS day,
       ARRAY[q1, q2, q3, q4, q5, q6, q7, q8, q9, q10,
             q11, q12, q13, q14, q15, q16, q17, q18, q19, q20,
             q21, q22, q23, q24, q25, q26, q27, q28, q29, q30] AS answers,
       death          AS death_day
FROM export;

----------------------------------------------------------------------------
-- 2. Where it goes
----------------------------------------------------------------------------

CREATE SCHEMA IF NOT EXISTS qlq;

CREATE TABLE IF NOT EXISTS qlq.form (
	participant text,
	arm         text NOT NULL,
	visit       integer,
	day         integer,
	answers     integer[],
	PRIMARY KEY (participant, visit)
);
COMMENT ON TABLE  qlq.form         IS 'EORTC QLQ-C30 forms, one row for each line of the file that was not refused.';
COMMENT ON COLUMN qlq.form.visit   IS 'Number of the visit, 0 for baseline.';
COMMENT ON COLUMN qlq.form.day     IS 'Day of completion, counted from baseline.';
COMMENT ON COLUMN qlq.form.answers IS 'Answers to items 1 to 30; an element is NULL if the item was not answered, the whole array if none was.';

CREATE TABLE IF NOT EXISTS qlq.death (
	participant text PRIMARY KEY,
	day         integer NOT NULL
);
COMMENT ON TABLE qlq.death IS 'Day of death, counted from baseline; no row for a patient whose lines contradict each other.';

CREATE TABLE IF NOT EXISTS qlq.refused (
	line        bigint NOT NULL,
	participant text,
	visit       text,
	reason      text NOT NULL
);
COMMENT ON TABLE qlq.refused IS 'Why a line of the file was not loaded, one row for each reason.';

CREATE TABLE IF NOT EXISTS qlq.query (
	participant text NOT NULL,
	query       text NOT NULL
);
COMMENT ON TABLE qlq.query IS 'Contradictions between the loaded lines of a patient, to be asked of the site.';

TRUNCATE qlq.form, qlq.death, qlq.refused, qlq.query;

----------------------------------------------------------------------------
-- 3. Check and load
----------------------------------------------------------------------------

-- The integer that a text stands for; NULL if it stands for none.
CREATE OR REPLACE FUNCTION pg_temp.whole(value text) RETURNS integer LANGUAGE sql IMMUTABLE
RETURN CASE WHEN value ~ '^ *[+-]?[0-9]{1,9} *$' THEN value::integer END;

-- Some programs write a missing value as "", which is text of no length.
CREATE OR REPLACE FUNCTION pg_temp.missing(value text) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN coalesce(btrim(value), '') = '';

CREATE TEMP TABLE converted ON COMMIT DROP AS
SELECT line, participant, arm,
       pg_temp.whole(visit) AS visit, pg_temp.whole(day) AS day, pg_temp.whole(death_day) AS death_day,
       (SELECT array_agg(pg_temp.whole(answer) ORDER BY item)
        FROM unnest(answers) WITH ORDINALITY AS u (answer, item)) AS answers,
       count(*) OVER (PARTITION BY participant, pg_temp.whole(visit)) AS lines_of_visit
FROM incoming;

INSERT INTO qlq.refused (line, participant, visit, reason)
SELECT i.line, i.participant, i.visit, r.reason
FROM incoming AS i
     JOIN converted AS p USING (line)
     CROSS JOIN LATERAL (
	SELECT name || ' is missing'
	FROM (VALUES ('patient', i.participant), ('arm', i.arm), ('visit', i.visit)) AS v (name, value)
	WHERE pg_temp.missing(value)
	UNION ALL
	-- Text where a number belongs: only the loader sees it.
	SELECT format('"%s" in %s is not a whole number', value, name)
	FROM (SELECT 'visit', i.visit UNION ALL
	      SELECT 'day', i.day UNION ALL
	      SELECT 'day of death', i.death_day UNION ALL
	      SELECT 'item ' || item, answer FROM unnest(i.answers) WITH ORDINALITY AS u (answer, item)) AS v (name, value)
	WHERE NOT pg_temp.missing(value) AND pg_temp.whole(value) IS NULL
	UNION ALL
	-- Answers that the form does not offer.
	SELECT problem FROM exonc.check_answers('QLQ-C30', p.answers)
	UNION ALL
	-- Two forms of one visit: nobody here can tell which is the right one.
	SELECT format('patient %s has %s lines for visit %s', i.participant, p.lines_of_visit, p.visit)
	WHERE p.lines_of_visit > 1 AND p.visit IS NOT NULL
     ) AS r (reason);

DELETE FROM converted WHERE line IN (SELECT line FROM qlq.refused);

INSERT INTO qlq.form (participant, arm, visit, day, answers)
SELECT participant, arm, visit, day,
       CASE WHEN num_nonnulls(VARIADIC answers) > 0 THEN answers END
FROM converted;

INSERT INTO qlq.death (participant, day)
SELECT participant, min(death_day)
FROM converted
GROUP BY participant
HAVING min(death_day) = max(death_day);

INSERT INTO qlq.query (participant, query)
SELECT participant, 'more than one arm: ' || string_agg(DISTINCT arm, ', ' ORDER BY arm)
FROM converted GROUP BY participant HAVING count(DISTINCT arm) > 1
UNION ALL
SELECT participant, 'more than one day of death: ' || string_agg(DISTINCT death_day::text, ', ')
FROM converted GROUP BY participant HAVING count(DISTINCT death_day) > 1
UNION ALL
SELECT participant, format('form of visit %s is of day %s, after death on day %s', visit, p.day, d.day)
FROM converted AS p JOIN qlq.death AS d USING (participant) WHERE p.day > d.day;

COMMIT;

----------------------------------------------------------------------------
-- 4. Report
----------------------------------------------------------------------------

-- One row for each patient and visit of which a form was due: there is a line,
-- or the patient was not known to be dead on the usual (median) day of that
-- visit. The file does not say who left the study otherwise.
CREATE OR REPLACE TEMP VIEW due_form AS
SELECT participant, p.arm, v.visit, v.usual_day, f.participant IS NOT NULL AS has_line, f.answers
FROM (SELECT DISTINCT participant, arm FROM qlq.form) AS p
     CROSS JOIN (SELECT visit, percentile_disc(0.5) WITHIN GROUP (ORDER BY day) AS usual_day
                 FROM qlq.form GROUP BY visit) AS v
     LEFT JOIN qlq.form AS f USING (participant, arm, visit)
     LEFT JOIN qlq.death AS d USING (participant)
WHERE f.participant IS NOT NULL OR d.day IS NULL OR d.day > v.usual_day;

\echo '1. What was read?'
\echo '   Numbers of lines of the file (one a form), without the header. Blank: no item answered. Unanswered'
\echo '   items: in the loaded forms that are not blank, of all their items.'

SELECT f.loaded + r.refused AS "Lines read", r.refused AS "Refused", f.loaded AS "Loaded", f.blank AS "of these blank",
       f.patients AS "Patients loaded", f.unanswered AS "Unanswered items",
       round(100.0 * f.unanswered / nullif(30 * (f.loaded - f.blank), 0), 1) AS "% of items"
FROM (SELECT count(*) AS loaded, count(*) - count(answers) AS blank, count(DISTINCT participant) AS patients,
             sum(30 - num_nonnulls(VARIADIC answers)) AS unanswered
      FROM qlq.form) AS f,
     (SELECT count(DISTINCT line) AS refused FROM qlq.refused) AS r;

SELECT EXISTS (SELECT FROM qlq.refused) AS any_refused, EXISTS (SELECT FROM qlq.query) AS any_query
\gset

\if :any_refused
\echo '   Refused lines, all reasons (table qlq.refused; the header is line 1).'
SELECT line AS "Line", participant AS "Patient", visit AS "Visit", reason AS "Reason"
FROM qlq.refused ORDER BY line, reason;
\endif

\if :any_query
\echo '   Loaded, but to be asked of the site (table qlq.query). Until answered, a contradictory death is taken as unknown.'
SELECT participant AS "Patient", query AS "Query" FROM qlq.query ORDER BY participant, query;
\endif

\echo '2. How complete is it?'
\echo '   Due: patients with a line for this visit, or not known to be dead on its usual day (median day of the forms).'
\echo '   The file does not say who left the study or has not come to the visit yet: they count as due, without a line.'
\echo '   No line: none in the file, or refused. Blank: no item answered. All scales: forms with enough answers for each'
\echo '   of the 15 scales.'

SELECT visit AS "Visit", usual_day AS "Usual day", count(*) AS "Due",
       count(*) FILTER (WHERE NOT has_line) AS "No line",
       count(*) FILTER (WHERE has_line AND answers IS NULL) AS "Blank",
       count(answers) AS "Answered",
       round(100.0 * count(answers) / count(*), 1) AS "% of due",
       count(*) FILTER (WHERE s.n_scored = 15) AS "All scales",
       round(100.0 * count(*) FILTER (WHERE s.n_scored = 15) / nullif(count(answers), 0), 1) AS "% of answered"
FROM due_form
     CROSS JOIN LATERAL (SELECT count(score) FROM exonc.scores('QLQ-C30', due_form.answers)
                         WHERE scale <> 'SUMSC') AS s (n_scored)
GROUP BY visit, usual_day
ORDER BY visit;

\echo '3. Mean scores'
\echo '   QLQ-C30 points, 0 to 100. n: forms with a score of this scale; missing: other forms due (see 2).'
\echo '   Only visits with at least 10 answered forms.'

SELECT c.scale AS "Scale", c.name AS "Name",
       CASE c.direction WHEN 'higher_better' THEN 'higher' ELSE 'lower' END AS "Better",
       arm AS "Arm", visit AS "Visit",
       count(score) AS "n", count(*) - count(score) AS "missing",
       round(avg(score), 1) AS "mean", round(stddev_samp(score), 1) AS "SD"
FROM due_form
     CROSS JOIN exonc.scales('QLQ-C30') AS c
     CROSS JOIN LATERAL (SELECT exonc.score('QLQ-C30', c.scale, due_form.answers)::numeric) AS s (score)
WHERE c.scale IN ('QL', 'PF', 'FA', 'SUMSC')
  AND visit IN (SELECT visit FROM qlq.form GROUP BY visit HAVING count(answers) >= 10)
GROUP BY c.position, c.scale, c.name, c.direction, visit, arm
ORDER BY c.position, visit, arm;
