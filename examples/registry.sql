-- A small exercise-oncology registry to try exonc on: three sites, two arms,
-- three visits. THE DATA ARE INVENTED. No patient, hospital or trial stands
-- behind them, and no result found in them says anything about exercise.
--
--   psql -v ON_ERROR_STOP=1 -f examples/registry.sql      (in a database with exonc)
--
-- It makes the schema "registry" anew, and touches nothing else. The dirt of
-- real registries is in it on purpose:
--
--   forms        whole forms missing (more at later visits, most at one site),
--                single items skipped, forms given up half-way
--   assessments  visits without one, tests not done, tests that could not be
--                performed, muscle mass without a note of how it was measured
--   sites        one measures muscle mass by DXA, two by BIA; one has no
--                walking course, hence neither gait speed nor SPPB
--   patients     deaths and withdrawals
--   sessions     missed after infusions, cut short, moved, or without a log
--   homes        a few without a rurality code
--   an export    that still carries codes, gaps and text (staging_form)
--
-- The generator (section 2) gives the same values on every machine and every
-- version of PostgreSQL.

BEGIN;
SET LOCAL client_min_messages = warning;
DROP SCHEMA IF EXISTS registry CASCADE;

----------------------------------------------------------------------------
-- 1. Tables
----------------------------------------------------------------------------

CREATE SCHEMA registry;
COMMENT ON SCHEMA registry IS 'Demo registry of exercise during cancer treatment. Invented data.';

CREATE TABLE registry.site (
	site             text PRIMARY KEY,
	country          text NOT NULL,
	setting          text NOT NULL,
	local_definition exonc.sarcopenia_definition NOT NULL
);
COMMENT ON TABLE  registry.site                  IS 'Sites that contribute patients.';
COMMENT ON COLUMN registry.site.site             IS 'Name of the site: its town.';
COMMENT ON COLUMN registry.site.country          IS 'Country of the site.';
COMMENT ON COLUMN registry.site.setting          IS 'Kind of hospital.';
COMMENT ON COLUMN registry.site.local_definition IS 'Definition of sarcopenia that clinicians use at this site.';

CREATE TABLE registry.visit (
	visit text PRIMARY KEY,
	day   integer NOT NULL UNIQUE
);
COMMENT ON TABLE  registry.visit       IS 'The visit schedule.';
COMMENT ON COLUMN registry.visit.visit IS 'Name of the visit.';
COMMENT ON COLUMN registry.visit.day   IS 'Planned day, counted from enrolment.';

CREATE TABLE registry.participant (
	participant integer PRIMARY KEY,
	site        text NOT NULL REFERENCES registry.site,
	arm         text NOT NULL CHECK (arm IN ('exercise', 'usual care')),
	sex         exonc.sex NOT NULL,
	age         integer NOT NULL,
	diagnosis   text NOT NULL,
	enrolled_on date NOT NULL,
	left_day    integer,
	left_reason text CHECK (left_reason IN ('died', 'withdrew')),
	CHECK ((left_day IS NULL) = (left_reason IS NULL))
);
COMMENT ON TABLE  registry.participant             IS 'Patients, randomised at enrolment.';
COMMENT ON COLUMN registry.participant.participant IS 'Number of the patient, unique over all sites.';
COMMENT ON COLUMN registry.participant.site        IS 'Site that treats the patient.';
COMMENT ON COLUMN registry.participant.arm         IS 'Arm of the trial: exercise or usual care.';
COMMENT ON COLUMN registry.participant.sex         IS 'Sex, as the cut-offs for sarcopenia use it.';
COMMENT ON COLUMN registry.participant.age         IS 'Age at enrolment in completed years.';
COMMENT ON COLUMN registry.participant.diagnosis   IS 'Primary tumour.';
COMMENT ON COLUMN registry.participant.enrolled_on IS 'Day of enrolment and randomisation: day 0.';
COMMENT ON COLUMN registry.participant.left_day    IS 'Day of death or withdrawal, counted from enrolment; NULL while in the study. No visit is due from this day on.';
COMMENT ON COLUMN registry.participant.left_reason IS 'died or withdrew; NULL while in the study.';

CREATE TABLE registry.form (
	participant integer REFERENCES registry.participant,
	visit       text REFERENCES registry.visit,
	day         integer,
	answers     integer[],
	PRIMARY KEY (participant, visit),
	CHECK ((day IS NULL) = (answers IS NULL))
);
COMMENT ON TABLE  registry.form             IS 'EORTC QLQ-C30 version 3.0: one row for each form that was due, returned or not.';
COMMENT ON COLUMN registry.form.participant IS 'Number of the patient.';
COMMENT ON COLUMN registry.form.visit       IS 'Visit for which the form was due.';
COMMENT ON COLUMN registry.form.day         IS 'Day of completion, counted from enrolment; NULL if the form did not come back.';
COMMENT ON COLUMN registry.form.answers     IS 'Answers to items 1 to 30 in this order (items 1 to 28: 1 to 4; items 29 and 30: 1 to 7); an element is NULL if the item was not answered, the whole array if the form did not come back.';

CREATE TABLE registry.assessment (
	participant   integer REFERENCES registry.participant,
	visit         text REFERENCES registry.visit,
	grip_kg       numeric(4,1),
	chair_stand_s numeric(4,1),
	asm_kg        numeric(4,1),
	height_cm     numeric(4,1),
	weight_kg     numeric(4,1),
	mass_modality exonc.mass_modality,
	gait_m_s      numeric(3,2),
	sppb          integer,
	tug_s         numeric(4,1),
	walk_400m_s   numeric(4,0),
	unable        exonc.physical_test_set NOT NULL DEFAULT '{}',
	PRIMARY KEY (participant, visit)
);
COMMENT ON TABLE  registry.assessment               IS 'Body composition and physical tests at baseline and week 24. No row if the patient did not come; NULL if the test was not done.';
COMMENT ON COLUMN registry.assessment.participant   IS 'Number of the patient.';
COMMENT ON COLUMN registry.assessment.visit         IS 'Visit of the assessment: baseline or week 24.';
COMMENT ON COLUMN registry.assessment.grip_kg       IS 'Hand grip strength, best attempt of either hand, kg.';
COMMENT ON COLUMN registry.assessment.chair_stand_s IS 'Time for five chair stands, s.';
COMMENT ON COLUMN registry.assessment.asm_kg        IS 'Appendicular skeletal muscle mass (arms and legs), kg.';
COMMENT ON COLUMN registry.assessment.height_cm     IS 'Standing height, cm.';
COMMENT ON COLUMN registry.assessment.weight_kg     IS 'Body weight, kg.';
COMMENT ON COLUMN registry.assessment.mass_modality IS 'How muscle mass was measured; NULL if the site did not note it.';
COMMENT ON COLUMN registry.assessment.gait_m_s      IS 'Usual gait speed over 4 m, m/s.';
COMMENT ON COLUMN registry.assessment.sppb          IS 'Short Physical Performance Battery, 0 to 12 points.';
COMMENT ON COLUMN registry.assessment.tug_s         IS 'Timed up-and-go, s.';
COMMENT ON COLUMN registry.assessment.walk_400m_s   IS 'Time for 400 m, s.';
COMMENT ON COLUMN registry.assessment.unable        IS 'Tests that were tried and could not be performed. Not the same as a test that was not done.';

CREATE TABLE registry.infusion (
	participant integer REFERENCES registry.participant,
	cycle       integer,
	given_on    date NOT NULL,
	PRIMARY KEY (participant, cycle)
);
COMMENT ON TABLE  registry.infusion             IS 'Chemotherapy during the twelve weeks of training.';
COMMENT ON COLUMN registry.infusion.participant IS 'Number of the patient.';
COMMENT ON COLUMN registry.infusion.cycle       IS 'Number of the cycle.';
COMMENT ON COLUMN registry.infusion.given_on    IS 'Day of the infusion; cycles of 21 days, some delayed by a week.';

CREATE TABLE registry.session (
	participant integer REFERENCES registry.participant,
	planned_on  date,
	status      exonc.session_status NOT NULL,
	done_on     date,
	planned_min numeric(4,1) NOT NULL,
	done_min    numeric(4,1),
	ended_early boolean,
	reason      text,
	PRIMARY KEY (participant, planned_on)
);
COMMENT ON TABLE  registry.session             IS 'Planned sessions of the exercise arm: three a week for twelve weeks, one row each, done or not.';
COMMENT ON COLUMN registry.session.participant IS 'Number of the patient.';
COMMENT ON COLUMN registry.session.planned_on  IS 'Day for which the session was planned.';
COMMENT ON COLUMN registry.session.status      IS 'What became of it.';
COMMENT ON COLUMN registry.session.done_on     IS 'Day on which it took place.';
COMMENT ON COLUMN registry.session.planned_min IS 'Planned minutes of aerobic training.';
COMMENT ON COLUMN registry.session.done_min    IS 'Minutes of aerobic training done.';
COMMENT ON COLUMN registry.session.ended_early IS 'Whether it was ended before its time.';
COMMENT ON COLUMN registry.session.reason      IS 'Why it did not take place, if that is known.';

CREATE TABLE registry.treatment_assessment (
	participant   integer REFERENCES registry.participant,
	week          integer CHECK (week IN (0, 6, 12, 18)),
	grip_kg       numeric(4,1),
	chair_stand_s numeric(4,1),
	asm_kg        numeric(4,1),
	height_cm     numeric(4,1),
	weight_kg     numeric(4,1),
	mass_modality exonc.mass_modality,
	gait_m_s      numeric(3,2),
	PRIMARY KEY (participant, week)
);
COMMENT ON TABLE  registry.treatment_assessment               IS 'Closer follow-up of muscle during the first 18 weeks of treatment, at one site. No row if the patient did not come.';
COMMENT ON COLUMN registry.treatment_assessment.participant   IS 'Number of the patient.';
COMMENT ON COLUMN registry.treatment_assessment.week          IS 'Week of treatment: 0, 6, 12, 18.';
COMMENT ON COLUMN registry.treatment_assessment.grip_kg       IS 'Hand grip strength, best attempt of either hand, kg.';
COMMENT ON COLUMN registry.treatment_assessment.chair_stand_s IS 'Time for five chair stands, s.';
COMMENT ON COLUMN registry.treatment_assessment.asm_kg        IS 'Appendicular skeletal muscle mass, kg.';
COMMENT ON COLUMN registry.treatment_assessment.height_cm     IS 'Standing height, cm.';
COMMENT ON COLUMN registry.treatment_assessment.weight_kg     IS 'Body weight, kg.';
COMMENT ON COLUMN registry.treatment_assessment.mass_modality IS 'How muscle mass was measured.';
COMMENT ON COLUMN registry.treatment_assessment.gait_m_s      IS 'Usual gait speed over 6 m, m/s.';

CREATE TABLE registry.staging_form (
	line        integer PRIMARY KEY,
	participant text,
	visit       text,
	day         text,
	answers     text
);
COMMENT ON TABLE  registry.staging_form             IS 'Raw rows of a site''s QLQ-C30 export as they came, everything text, nothing checked.';
COMMENT ON COLUMN registry.staging_form.line        IS 'Line of the export, from 1.';
COMMENT ON COLUMN registry.staging_form.participant IS 'Number of the patient, as sent.';
COMMENT ON COLUMN registry.staging_form.visit       IS 'Visit, as sent.';
COMMENT ON COLUMN registry.staging_form.day         IS 'Day of completion, counted from enrolment, as sent.';
COMMENT ON COLUMN registry.staging_form.answers     IS 'Answers to items 1 to 30, separated by commas; nothing between two commas where not answered.';

----------------------------------------------------------------------------
-- 2. Generator of values that look random but are always the same
--
-- random() differs from run to run even where it can be seeded from version to
-- version, and PostgreSQL promises nothing about the values of its own hash
-- functions. SHA-256 is a standard, and all arithmetic below is numeric, not
-- floating-point: so the values are the same everywhere.
----------------------------------------------------------------------------

-- Between 0 and 1, the same for the same name and number.
CREATE OR REPLACE FUNCTION pg_temp.uniform(name text, number integer) RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN ('x' || left(encode(sha256(convert_to(name || ' ' || number, 'UTF8')), 'hex'), 8))::bit(32)::bigint / 4294967296.0;

-- Near enough to a standard normal deviate: the sum of twelve bytes, each
-- between 0 and 255, has the mean 1530 and the standard deviation 256.
CREATE OR REPLACE FUNCTION pg_temp.normal(name text, number integer) RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN (SELECT (sum(get_byte(digest, i)) - 1530) / 256.0
        FROM (SELECT sha256(convert_to(name || ' ' || number, 'UTF8')) AS digest OFFSET 0) AS once,
             generate_series(0, 11) AS i);

CREATE OR REPLACE FUNCTION pg_temp.clamp(value numeric, lowest numeric, highest numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN least(greatest(value, lowest), highest);

----------------------------------------------------------------------------
-- 3. Sites, visits, patients
----------------------------------------------------------------------------

INSERT INTO registry.site (site, country, setting, local_definition) VALUES
	('Busan',   'South Korea', 'cancer centre',       'AWGS2019'),
	('Teruel',  'Spain',       'rural hospital',      'EWGSOP2'),
	('Utrecht', 'Netherlands', 'university hospital', 'EWGSOP2');

INSERT INTO registry.visit (visit, day) VALUES
	('baseline', 0), ('week 12', 84), ('week 24', 168);

-- What the generator assumes about each site.
CREATE TEMP TABLE site_model ON COMMIT DROP AS
SELECT *
FROM (VALUES
	--           first  number of  mean age  height, cm     BMI    grip, kg     form      modality
	--           number patients   years     men    women   kg/m2  against mean missing x not noted
	('Utrecht',  1000,  150,       60,       177,   164,    25.8,  0.0,         1.0,      0.00),
	('Busan',    2000,  130,       61,       168,   156,    23.6,  -2.0,        0.8,      0.03),
	('Teruel',   3000,   80,       67,       170,   158,    26.4,  -0.5,        2.2,      0.35)
) AS v (site, first_number, patients, mean_age, height_men, height_women, bmi, grip, missing, modality_missing);

INSERT INTO registry.participant (participant, site, arm, sex, age, diagnosis, enrolled_on, left_day, left_reason)
SELECT p, site,
       CASE WHEN pg_temp.uniform('allocated arm', p) < 0.5 THEN 'exercise' ELSE 'usual care' END,
       sex, age, diagnosis,
       date '2024-01-08' + floor(400 * pg_temp.uniform('enrolled', p))::integer,
       CASE WHEN leaving < may_die + may_withdraw THEN 20 + floor(145 * pg_temp.uniform('left', p))::integer END,
       CASE WHEN leaving < may_die THEN 'died' WHEN leaving < may_die + may_withdraw THEN 'withdrew' END
FROM site_model,
     generate_series(first_number + 1, first_number + patients) AS p,
     LATERAL (SELECT (CASE WHEN pg_temp.uniform('sex', p) < 0.55 THEN 'female' ELSE 'male' END)::exonc.sex,
                     round(pg_temp.clamp(mean_age + 11 * pg_temp.normal('age', p), 30, 85))::integer,
                     pg_temp.uniform('diagnosis', p)) AS d (sex, age, tumour),
     LATERAL (SELECT CASE WHEN tumour < 0.22 THEN 'colorectal'
                          WHEN tumour < 0.38 THEN 'lung'
                          WHEN tumour < 0.49 THEN 'lymphoma'
                          WHEN sex = 'female' THEN 'breast'
                          ELSE 'prostate' END) AS t (diagnosis),
     LATERAL (SELECT CASE diagnosis WHEN 'lung' THEN 0.14 ELSE 0.025 END,
                     CASE site WHEN 'Teruel' THEN 0.12 ELSE 0.06 END,
                     pg_temp.uniform('leaving', p)) AS l (may_die, may_withdraw, leaving);

-- How fit a patient is (mean 0, higher is fitter). It ties what a patient
-- reports to what the tests measure.
CREATE TEMP TABLE fitness ON COMMIT DROP AS
SELECT participant,
       round(pg_temp.normal('fitness', participant)
             - 0.02 * (age - 62)
             - CASE diagnosis WHEN 'lung' THEN 0.3 ELSE 0 END, 4) AS fitness
FROM registry.participant;

----------------------------------------------------------------------------
-- 4. QLQ-C30 forms
--
-- An answer is the scale's usual trouble, less for a fit patient, more during
-- treatment, less after exercise, with chance for the patient, the day and the
-- item; rounded to one of the answers that the form offers.
----------------------------------------------------------------------------

CREATE TEMP TABLE item_model ON COMMIT DROP AS
SELECT scale, item, trouble, week_12, exercise
FROM (VALUES
	--     items            usual    more at  less with exercise
	--                      trouble  week 12  by week 24
	('QL', '{29,30}',       0.95,    0.12,    0.14),
	('PF', '{1,2,3,4,5}',   0.60,    0.12,    0.18),
	('RF', '{6,7}',         0.80,    0.20,    0.18),
	('EF', '{21,22,23,24}', 0.70,    0.00,    0.08),
	('CF', '{20,25}',       0.45,    0.08,    0.06),
	('SF', '{26,27}',       0.70,    0.12,    0.10),
	('FA', '{10,12,18}',    1.05,    0.25,    0.14),
	('NV', '{14,15}',       0.10,    0.25,    0.03),
	('PA', '{9,19}',        0.65,    0.05,    0.10),
	('DY', '{8}',           0.55,    0.08,    0.10),
	('SL', '{11}',          0.90,    0.10,    0.15),
	('AP', '{13}',          0.45,    0.25,    0.08),
	('CO', '{16}',          0.35,    0.15,    0.06),
	('DI', '{17}',          0.25,    0.10,    0.00),
	('FI', '{28}',          0.40,    0.05,    0.00)
) AS v (scale, items, trouble, week_12, exercise),
unnest(items::integer[]) AS item;

-- Every form that is due. A patient who gives up leaves all items after some
-- item unanswered: 16 ends a page, 21 leaves less than half of emotional
-- functioning, 22 exactly half.
CREATE TEMP TABLE due ON COMMIT DROP AS
SELECT p.participant, p.arm, f.fitness, v.visit, v.day,
       pg_temp.uniform('form missing ' || v.visit, p.participant)
           < s.missing * CASE v.visit WHEN 'baseline' THEN 0.02 WHEN 'week 12' THEN 0.07 ELSE 0.12 END AS missing,
       CASE WHEN gives_up < 0.015 THEN 16
            WHEN gives_up < 0.025 THEN 21
            WHEN gives_up < 0.035 THEN 22
            ELSE 30 END AS last_item
FROM registry.participant AS p
     JOIN fitness AS f USING (participant)
     JOIN site_model AS s USING (site)
     JOIN registry.visit AS v ON p.left_day IS NULL OR v.day < p.left_day,
     LATERAL (SELECT pg_temp.uniform('gives up ' || v.visit, p.participant)) AS g (gives_up);

INSERT INTO registry.form (participant, visit, day, answers)
SELECT participant, visit,
       CASE WHEN NOT missing THEN day + floor(8 * pg_temp.uniform('form day ' || visit, participant))::integer - 7 END,
       CASE WHEN NOT missing THEN answers END
FROM due
     CROSS JOIN LATERAL (
	SELECT array_agg(CASE WHEN item > last_item THEN NULL
	                      WHEN pg_temp.uniform('skip ' || visit || item, participant) < 0.005 THEN NULL
	                      WHEN scale = 'QL' THEN round(pg_temp.clamp(7 - 2 * trouble_now, 1, 7))
	                      ELSE round(pg_temp.clamp(1 + trouble_now, 1, 4)) END::integer ORDER BY item)
	FROM item_model,
	     LATERAL (SELECT trouble
	                     + CASE visit WHEN 'week 12' THEN week_12 ELSE 0 END
	                     - CASE arm WHEN 'exercise' THEN exercise ELSE 0 END
	                       * CASE visit WHEN 'baseline' THEN 0.0 WHEN 'week 12' THEN 0.5 ELSE 1.0 END
	                     - 0.35 * fitness
	                     + 0.30 * pg_temp.normal(scale, participant)
	                     + 0.25 * pg_temp.normal(scale || visit, participant)
	                     + 0.50 * pg_temp.normal(visit || item, participant)) AS t (trouble_now)
     ) AS filled_in (answers);

----------------------------------------------------------------------------
-- 5. Assessments at baseline and week 24
--
-- First what a patient would have measured, then what the site wrote down.
----------------------------------------------------------------------------

CREATE TEMP TABLE true_value ON COMMIT DROP AS
SELECT p.participant, p.site, v.visit, m.modality_missing, p.arm,
       height, weight, asm,
       CASE p.sex WHEN 'male' THEN 36 - 0.22 * (p.age - 62) + 7.0 * strength
                  ELSE 22 - 0.14 * (p.age - 62) + 4.6 * strength END + m.grip + gain AS grip,
       11.6 - 2.4 * agility + 0.6 * agility * agility - 0.6 * gain AS chair_stand,
       1.06 + 0.20 * agility + 0.02 * gain                         AS gait,
       9.4 - 2.0 * agility + 0.6 * agility * agility - 0.3 * gain  AS tug,
       315 - 48 * agility - 6 * gain                               AS walk_400m
FROM registry.participant AS p
     JOIN fitness AS f USING (participant)
     JOIN site_model AS m USING (site)
     JOIN registry.visit AS v ON v.visit IN ('baseline', 'week 24') AND (p.left_day IS NULL OR v.day < p.left_day),
     -- Strength and agility follow fitness; the day adds a little.
     LATERAL (SELECT 0.6 * f.fitness + 0.75 * pg_temp.normal('strength', p.participant)
                     + 0.25 * pg_temp.normal('strength ' || v.visit, p.participant),
                     0.6 * f.fitness + 0.70 * pg_temp.normal('agility', p.participant)
                     + 0.25 * pg_temp.normal('agility ' || v.visit, p.participant)
                     - 0.02 * (p.age - 62),
                     -- Mean gain by week 24, in kg of grip strength.
                     CASE WHEN v.visit = 'baseline' THEN 0.0 WHEN p.arm = 'exercise' THEN 1.2 ELSE -0.4 END
             ) AS d (strength, agility, gain),
     LATERAL (SELECT round(CASE p.sex WHEN 'male' THEN m.height_men ELSE m.height_women END
                           + 6 * pg_temp.normal('height', p.participant), 1),
                     pg_temp.clamp(m.bmi + 3.6 * pg_temp.normal('bmi', p.participant), 17, 42)
                     + 0.4 * pg_temp.normal('bmi ' || v.visit, p.participant)) AS b (height, bmi),
     LATERAL (SELECT b.bmi * (height / 100) * (height / 100),
                     (CASE p.sex WHEN 'male' THEN 7.55 ELSE 6.05 END
                      + 0.09 * (b.bmi - 25) + 0.35 * strength + 0.05 * gain
                      + 0.60 * pg_temp.normal('mass', p.participant)) * (height / 100) * (height / 100)) AS c (weight, asm);

INSERT INTO registry.assessment
	(participant, visit, grip_kg, chair_stand_s, asm_kg, height_cm, weight_kg, mass_modality,
	 gait_m_s, sppb, tug_s, walk_400m_s, unable)
SELECT participant, visit,
       CASE WHEN grip_done  AND NOT no_grip  THEN grip END,
       CASE WHEN chair_done AND NOT no_chair THEN chair_stand END,
       CASE WHEN mass_done THEN asm END,
       height, weight,
       CASE WHEN mass_done AND pg_temp.uniform('modality', participant) >= modality_missing
            THEN (CASE site WHEN 'Utrecht' THEN 'DXA' ELSE 'BIA' END)::exonc.mass_modality END,
       CASE WHEN gait_done  AND NOT no_gait  THEN gait END,
       CASE WHEN gait_done AND chair_done THEN balance_points + gait_points + chair_points END,
       CASE WHEN tug_done   AND NOT no_tug   THEN tug END,
       CASE WHEN walk_done  AND NOT no_walk  THEN walk_400m END,
       array_remove(ARRAY[CASE WHEN grip_done  AND no_grip  THEN 'grip' END,
                          CASE WHEN chair_done AND no_chair THEN 'chair_stand' END,
                          CASE WHEN gait_done  AND no_gait  THEN 'gait' END,
                          CASE WHEN tug_done   AND no_tug   THEN 'tug' END,
                          CASE WHEN walk_done  AND no_walk  THEN 'walk_400m' END], NULL)::exonc.physical_test_set
FROM true_value,
     -- Which tests the site did that day ...
     LATERAL (SELECT pg_temp.uniform('grip done '  || visit, participant) < 0.96,
                     pg_temp.uniform('chair done ' || visit, participant) < 0.94,
                     pg_temp.uniform('mass done '  || visit, participant) < CASE site WHEN 'Teruel' THEN 0.85 ELSE 0.93 END,
                     pg_temp.uniform('gait done '  || visit, participant) < CASE site WHEN 'Teruel' THEN 0.00 ELSE 0.96 END,
                     pg_temp.uniform('tug done '   || visit, participant) < CASE site WHEN 'Utrecht' THEN 0.00 ELSE 0.90 END,
                     pg_temp.uniform('walk done '  || visit, participant) < CASE site WHEN 'Utrecht' THEN 0.60 ELSE 0.00 END
             ) AS done (grip_done, chair_done, mass_done, gait_done, tug_done, walk_done),
     -- ... and which the patient could not perform.
     LATERAL (SELECT pg_temp.uniform('hand', participant) < 0.012,
                     chair_stand > 18,
                     gait < 0.50,
                     tug > 16,
                     walk_400m > 420) AS cannot (no_grip, no_chair, no_gait, no_tug, no_walk),
     LATERAL (SELECT CASE WHEN gait > 0.95 THEN 4 WHEN gait > 0.70 THEN 3 ELSE 2 END,
                     CASE WHEN no_gait THEN 0 WHEN gait > 0.83 THEN 4 WHEN gait > 0.645 THEN 3 WHEN gait > 0.46 THEN 2 ELSE 1 END,
                     CASE WHEN no_chair THEN 0 WHEN chair_stand < 11.2 THEN 4 WHEN chair_stand < 13.7 THEN 3
                          WHEN chair_stand < 16.7 THEN 2 ELSE 1 END
             ) AS points (balance_points, gait_points, chair_points)
WHERE pg_temp.uniform('came ' || visit, participant) < CASE visit WHEN 'baseline' THEN 0.97 ELSE 0.90 END;

----------------------------------------------------------------------------
-- 6. Fatigue and physical function at baseline and week 12
----------------------------------------------------------------------------

\ir registry_function.sql

----------------------------------------------------------------------------
-- 7. Muscle during treatment, at one site
--
-- Treatment takes strength and muscle, most by week 12; exercise keeps some of
-- it. A fifth of the tests of strength or mass was not done.
----------------------------------------------------------------------------

INSERT INTO registry.treatment_assessment
	(participant, week, grip_kg, chair_stand_s, asm_kg, height_cm, weight_kg, mass_modality, gait_m_s)
SELECT t.participant, week,
       CASE WHEN pg_temp.uniform('grip at ' || week, t.participant) < 0.93 THEN grip - 3.0 * loss
            + 0.8 * pg_temp.normal('grip at ' || week, t.participant) END,
       CASE WHEN pg_temp.uniform('chair at ' || week, t.participant) < 0.90 THEN chair_stand + 1.5 * loss END,
       CASE WHEN pg_temp.uniform('mass at ' || week, t.participant) < 0.88 THEN asm - 0.9 * loss
            + 0.2 * pg_temp.normal('mass at ' || week, t.participant) END,
       height, weight - 2.0 * loss, 'BIA',
       CASE WHEN pg_temp.uniform('gait at ' || week, t.participant) < 0.95 THEN gait - 0.08 * loss END
FROM true_value AS t
     CROSS JOIN unnest('{0, 6, 12, 18}'::integer[]) AS w (week)
     JOIN registry.participant AS p USING (participant),
     LATERAL (SELECT CASE week WHEN 0 THEN 0.0 WHEN 6 THEN 0.6 WHEN 12 THEN 1.0 ELSE 0.7 END
                     * CASE t.arm WHEN 'exercise' THEN 0.35 ELSE 1.0 END) AS l (loss)
WHERE t.site = 'Busan' AND t.visit = 'baseline' AND (p.left_day IS NULL OR 7 * week < p.left_day)
  AND pg_temp.uniform('came at ' || week, t.participant) < 0.95;

----------------------------------------------------------------------------
-- 8. An export as a site sends it
----------------------------------------------------------------------------

INSERT INTO registry.staging_form (line, participant, visit, day, answers) VALUES
	( 1, '2131', 'baseline', '0',  '1,2,1,1,1,2,1,1,2,2,3,1,1,1,1,2,1,2,1,1,2,1,1,1,1,1,2,1,5,6'),
	( 2, '2132', 'baseline', '0',  '2,3,2,1,1,2,2,2,1,3,2,2,1,1,1,1,1,3,2,2,2,2,1,2,2,2,2,,4,4'),
	( 3, '2133', 'baseline', '-1', '1,1,1,1,1,1,1,1,1,2,2,9,1,1,1,1,1,2,1,1,1,1,1,1,1,1,1,1,6,6'),
	( 4, '2134', 'baseline', '0',  '2,2,1,1,-99,2,1,1,2,2,3,2,1,1,1,1,2,2,1,1,2,2,1,1,2,1,1,-99,5,5'),
	( 5, '2135', 'baseline', '0',  '1,2,1,1,1,1,1,2,1,2,1,2,1,1,1,1,1,2,1,1,1,2,1,1,1,1,1,1,6'),
	( 6, '2136', 'baseline', '-2', '2,3,2,1,1,3,n/a,2,1,3,2,3,2,1,1,1,1,3,2,2,2,2,2,2,2,2,2,1,4,3'),
	( 7, '2137', 'baseline', '0',  '1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,,,,,,,,,,,,,,'),
	( 8, '2131', 'week 12',  '83', '2,2,1,1,1,2,2,1,2,3,2,2,2,2,1,2,1,2,1,1,2,1,1,2,1,1,2,1,8,5'),
	( 9, '2132', 'week 12',  '85', ',,,,,,,,,,,,,,,,,,,,,,,,,,,,,'),
	(10, '2133', 'week 12',  '84', '1,2,1,1,1,1,1,1,1,2,2,2,1,1,1,1,1,2,1,1,1,1,1,1,1,1,1,1,7,6');

----------------------------------------------------------------------------
-- 9. Training and chemotherapy
----------------------------------------------------------------------------

INSERT INTO registry.infusion (participant, cycle, given_on)
SELECT participant, cycle,
       enrolled_on + 21 * (cycle - 1) + CASE WHEN cycle > 2 AND pg_temp.uniform('delay', participant) < 0.2 THEN 7 ELSE 0 END
FROM registry.participant, generate_series(1, 4) AS cycle
WHERE arm = 'exercise' AND coalesce(left_day, 999) > 21 * (cycle - 1);

-- Most is missed in the week after an infusion, and some give up for weeks.
INSERT INTO registry.session (participant, planned_on, status, done_on, planned_min, done_min, ended_early, reason)
SELECT participant, planned_on, status,
       CASE status WHEN 'attended' THEN planned_on + CASE WHEN chance < 0.05 THEN 1 ELSE 0 END END,
       planned, CASE status WHEN 'attended' THEN CASE WHEN short THEN round(planned * 0.6) WHEN chance < 0.25 THEN planned + 5 ELSE planned END END,
       CASE status WHEN 'attended' THEN short END,
       CASE status WHEN 'missed' THEN CASE WHEN paused THEN 'infection' WHEN since < 7 THEN 'nausea or fatigue' WHEN chance < 0.92 THEN 'travel' END
                   WHEN 'excused' THEN 'holiday' END
FROM registry.participant AS p,
     generate_series(0, 35) AS n,
     LATERAL (SELECT enrolled_on + n / 3 * 7 + n % 3 * 2 + 1, 20 + 5 * (n / 9), pg_temp.uniform('session ' || n, participant),
                     (n / 3 * 7 + n % 3 * 2 + 1) % 21, pg_temp.uniform('skill', participant),
                     n BETWEEN 10 AND 14 AND pg_temp.uniform('pause', participant) < 0.15
             ) AS model (planned_on, planned, chance, since, skill, paused),
     LATERAL (SELECT chance > 0.30 AND chance < 0.30 + 0.08 * (2 - skill)) AS cut (short),
     LATERAL (SELECT CASE WHEN planned_on - enrolled_on >= left_day THEN 'after_exit'
                          WHEN n IN (20, 21) AND pg_temp.uniform('holiday', participant) < 0.1 THEN 'excused'
                          WHEN paused THEN 'missed'
                          WHEN chance > 0.99 THEN 'unlogged'
                          WHEN chance > 0.60 + 0.35 * skill - CASE WHEN since < 7 THEN 0.15 ELSE 0 END THEN 'missed'
                          ELSE 'attended' END::exonc.session_status) AS fate (status)
WHERE arm = 'exercise';

----------------------------------------------------------------------------
-- 10. A remote programme
----------------------------------------------------------------------------

\ir registry_remote.sql

----------------------------------------------------------------------------
-- 11. Programmes, capacity and clinical state
----------------------------------------------------------------------------

\ir registry_prescription.sql

COMMIT;

ANALYZE registry.participant, registry.form, registry.assessment, registry.fatigue_form, registry.function_test,
	registry.treatment_assessment, registry.infusion, registry.session, registry.remote_participant, registry.remote_session,
	registry.programme, registry.capacity, registry.clinical_check;
