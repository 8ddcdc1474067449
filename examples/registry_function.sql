-- Fatigue and physical function at baseline and at week 12 (three months) for
-- the demo registry. Part of examples/registry.sql, in its transaction.
-- INVENTED DATA, as everything there.

CREATE TABLE registry.fatigue_form (
	participant integer REFERENCES registry.participant,
	visit       text REFERENCES registry.visit,
	by_item     jsonb,
	PRIMARY KEY (participant, visit)
);
COMMENT ON TABLE  registry.fatigue_form             IS 'FACIT Fatigue Scale: one row for each form that was due, returned or not.';
COMMENT ON COLUMN registry.fatigue_form.participant IS 'Number of the patient.';
COMMENT ON COLUMN registry.fatigue_form.visit       IS 'Visit for which the form was due: baseline or week 12.';
COMMENT ON COLUMN registry.fatigue_form.by_item     IS 'Answers 0 to 4 keyed by item name, null where not answered; NULL if the form did not come back.';

CREATE TABLE registry.function_test (
	participant       integer REFERENCES registry.participant,
	visit             text REFERENCES registry.visit,
	side_by_side_s    numeric(4,2),
	semi_tandem_s     numeric(4,2),
	tandem_s          numeric(4,2),
	gait_4m_s         numeric(4,2),
	chair_stand_s     numeric(4,2),
	six_minute_walk_m numeric(4,0),
	unable            exonc.physical_test_set NOT NULL DEFAULT '{}',
	PRIMARY KEY (participant, visit)
);
COMMENT ON TABLE  registry.function_test                   IS 'Short Physical Performance Battery and 6-minute walk. No row if the patient did not come; NULL if the test was not done.';
COMMENT ON COLUMN registry.function_test.participant       IS 'Number of the patient.';
COMMENT ON COLUMN registry.function_test.visit             IS 'Visit of the tests: baseline or week 12.';
COMMENT ON COLUMN registry.function_test.side_by_side_s    IS 'Balance, feet side by side: seconds held, at most 10.';
COMMENT ON COLUMN registry.function_test.semi_tandem_s     IS 'Balance, semi-tandem: seconds held, at most 10.';
COMMENT ON COLUMN registry.function_test.tandem_s          IS 'Balance, tandem: seconds held, at most 10.';
COMMENT ON COLUMN registry.function_test.gait_4m_s         IS 'Time for 4 m at usual speed, s.';
COMMENT ON COLUMN registry.function_test.chair_stand_s     IS 'Time for five chair stands, s.';
COMMENT ON COLUMN registry.function_test.six_minute_walk_m IS 'Distance walked in 6 minutes, m.';
COMMENT ON COLUMN registry.function_test.unable            IS 'Tests that were tried and could not be performed. Not the same as a test that was not done.';

INSERT INTO registry.fatigue_form (participant, visit, by_item)
SELECT p.participant, v.visit,
       CASE WHEN pg_temp.uniform('fatigue missing ' || v.visit, p.participant) >= s.missing * CASE v.visit WHEN 'baseline' THEN 0.02 ELSE 0.08 END
            THEN filled_in.by_item END
FROM registry.participant AS p
     JOIN fitness AS f USING (participant)
     JOIN site_model AS s USING (site)
     JOIN registry.visit AS v ON v.visit IN ('baseline', 'week 12') AND (p.left_day IS NULL OR v.day < p.left_day)
     CROSS JOIN LATERAL (
	SELECT jsonb_object_agg(i.item,
	           CASE WHEN pg_temp.uniform('fatigue skip ' || v.visit || i.item, p.participant) < 0.01 THEN NULL
	                -- An5 and An7 are asked the other way round.
	                WHEN i.item IN ('An5', 'An7') THEN 4 - tired ELSE tired END) AS by_item
	FROM exonc.items('FACIT-FATIGUE') AS i,
	     LATERAL (SELECT round(pg_temp.clamp(
	         1.5 - 0.45 * f.fitness
	         + CASE WHEN v.visit = 'baseline' THEN 0.0 WHEN p.arm = 'exercise' THEN -0.20 ELSE 0.10 END
	         + 0.30 * pg_temp.normal('fatigue', p.participant)
	         + 0.20 * pg_temp.normal('fatigue ' || v.visit, p.participant)
	         + 0.55 * pg_temp.normal(v.visit || i.item, p.participant), 0, 4))::integer) AS t (tired)
     ) AS filled_in;

INSERT INTO registry.function_test
	(participant, visit, side_by_side_s, semi_tandem_s, tandem_s, gait_4m_s, chair_stand_s, six_minute_walk_m, unable)
SELECT p.participant, v.visit,
       10, CASE WHEN agility > -1.9 THEN 10 ELSE 6.5 END,
       CASE WHEN agility > -1.9 THEN round(pg_temp.clamp(10.5 + 3.2 * agility, 0.5, 10), 2) END,
       CASE WHEN walks AND NOT cannot_walk THEN round(4 / pg_temp.clamp(1.02 + 0.20 * agility, 0.35, 1.8), 2) END,
       CASE WHEN NOT cannot_rise THEN round(pg_temp.clamp(11.8 - 2.3 * agility, 5, 40), 2) END,
       CASE WHEN walks AND NOT cannot_walk THEN round(pg_temp.clamp(470 + 62 * agility, 60, 750)) END,
       array_remove(ARRAY[CASE WHEN cannot_rise THEN 'chair_stand' END,
                          CASE WHEN walks AND cannot_walk THEN 'gait' END], NULL)::exonc.physical_test_set
FROM registry.participant AS p
     JOIN fitness AS f USING (participant)
     JOIN registry.visit AS v ON v.visit IN ('baseline', 'week 12') AND (p.left_day IS NULL OR v.day < p.left_day),
     LATERAL (SELECT 0.7 * f.fitness + 0.5 * pg_temp.normal('function', p.participant)
                     + 0.22 * pg_temp.normal('function ' || v.visit, p.participant)
                     + CASE WHEN v.visit = 'baseline' THEN 0.0 WHEN p.arm = 'exercise' THEN 0.35 ELSE -0.10 END) AS d (agility),
     LATERAL (SELECT agility < -2.6, agility < -2.8,
                     -- Teruel has no walking course.
                     p.site <> 'Teruel') AS c (cannot_rise, cannot_walk, walks)
WHERE pg_temp.uniform('tested ' || v.visit, p.participant) < CASE v.visit WHEN 'baseline' THEN 0.96 ELSE 0.88 END;
