-- Programmes, capacity and clinical state for prescriptions in the demo
-- registry. Part of examples/registry.sql, in its transaction. INVENTED DATA, as
-- everything there.

CREATE TABLE registry.programme (
	site       text REFERENCES registry.site,
	cycle      integer,
	prescribed exonc.prescription NOT NULL,
	PRIMARY KEY (site, cycle)
);
COMMENT ON TABLE  registry.programme            IS 'What each site prescribes during chemotherapy, cycle by cycle.';
COMMENT ON COLUMN registry.programme.site       IS 'Site that offers the programme.';
COMMENT ON COLUMN registry.programme.cycle      IS 'Number of the cycle.';
COMMENT ON COLUMN registry.programme.prescribed IS 'The programme as a prescription, before it is fitted to a patient.';

CREATE TABLE registry.capacity (
	participant           integer PRIMARY KEY REFERENCES registry.participant,
	measured_on           date NOT NULL,
	hr_rest               integer,
	hr_max                integer,
	beta_blocker          boolean,
	leg_press_kg          numeric(4,1),
	leg_press_repetitions integer
);
COMMENT ON TABLE  registry.capacity                       IS 'What training is set by, exercise arm, at baseline. NULL if it was not measured.';
COMMENT ON COLUMN registry.capacity.participant           IS 'Number of the patient.';
COMMENT ON COLUMN registry.capacity.measured_on           IS 'Day of the measurements.';
COMMENT ON COLUMN registry.capacity.hr_rest               IS 'Resting heart rate, bpm.';
COMMENT ON COLUMN registry.capacity.hr_max                IS 'Highest heart rate of a maximal exercise test, bpm.';
COMMENT ON COLUMN registry.capacity.beta_blocker          IS 'Whether the patient takes a beta-blocker.';
COMMENT ON COLUMN registry.capacity.leg_press_kg          IS 'Leg press: load that was lifted until failure, kg.';
COMMENT ON COLUMN registry.capacity.leg_press_repetitions IS 'Leg press: how often it was lifted.';

CREATE TABLE registry.clinical_check (
	participant      integer REFERENCES registry.participant,
	cycle            integer,
	checked_on       date NOT NULL,
	blood_on         date,
	platelets_10e9_l numeric(4,0),
	hb_g_dl          numeric(3,1),
	anc_10e9_l       numeric(3,1),
	wbc_10e9_l       numeric(3,1),
	conditions       exonc.exercise_condition_set,
	bone_sites       exonc.bone_site_set,
	PRIMARY KEY (participant, cycle)
);
COMMENT ON TABLE  registry.clinical_check                  IS 'State before a chemotherapy cycle, exercise arm.';
COMMENT ON COLUMN registry.clinical_check.participant      IS 'Number of the patient.';
COMMENT ON COLUMN registry.clinical_check.cycle            IS 'Number of the cycle.';
COMMENT ON COLUMN registry.clinical_check.checked_on       IS 'Day of the check: the day before the infusion.';
COMMENT ON COLUMN registry.clinical_check.blood_on         IS 'Day on which blood was drawn; NULL if it was not.';
COMMENT ON COLUMN registry.clinical_check.platelets_10e9_l IS 'Platelets, x10^9/L.';
COMMENT ON COLUMN registry.clinical_check.hb_g_dl          IS 'Haemoglobin, g/dL.';
COMMENT ON COLUMN registry.clinical_check.anc_10e9_l       IS 'Absolute neutrophil count, x10^9/L.';
COMMENT ON COLUMN registry.clinical_check.wbc_10e9_l       IS 'White blood cells, x10^9/L.';
COMMENT ON COLUMN registry.clinical_check.conditions       IS 'Conditions that matter for exercise; NULL if nobody asked.';
COMMENT ON COLUMN registry.clinical_check.bone_sites       IS 'Sites of bone metastases; NULL if nobody looked.';

-- As registry.session has it, all sites train three times a week: 20 minutes of
-- aerobic exercise in the first cycle, 5 more in each that follows.
INSERT INTO registry.programme (site, cycle, prescribed)
SELECT site, cycle, format(written, 15 + 5 * cycle)::exonc.prescription
FROM (VALUES
	('Utrecht', 'ses 3/wk sup via site { aer bike %smin @50-75%%HRR & res machine 2x8-12 @50-70%%1RM ex 6 }'),
	('Busan',   'ses 3/wk mon via tele { aer walk|bike %smin @40-59%%HRR & res band 2x12-15 @CR10 3-5 ex 8 }'),
	('Teruel',  'aer walk 3/wk uns %smin @RPE 11-13 via home')
) AS v (site, written), generate_series(1, 4) AS cycle;

INSERT INTO registry.capacity (participant, measured_on, hr_rest, hr_max, beta_blocker, leg_press_kg, leg_press_repetitions)
SELECT p.participant, p.enrolled_on,
       CASE WHEN pg_temp.uniform('pulse taken', p.participant) < 0.97
            THEN round(72 - 4 * fitness + 5 * pg_temp.normal('resting heart rate', p.participant)) END,
       -- Utrecht alone has a laboratory for a maximal test.
       CASE WHEN site = 'Utrecht' AND pg_temp.uniform('maximal test', p.participant) < 0.8
            THEN round(208 - 0.7 * age - 6 + 9 * pg_temp.normal('maximal heart rate', p.participant)) END,
       CASE WHEN pg_temp.uniform('drugs known', p.participant) < 0.95
            THEN pg_temp.uniform('beta-blocker', p.participant) < 0.12 END,
       leg_press, CASE WHEN leg_press IS NOT NULL THEN 5 + floor(5 * pg_temp.uniform('repetitions', p.participant)) END
FROM registry.participant AS p
     JOIN fitness AS f USING (participant),
     LATERAL (SELECT CASE WHEN site = 'Utrecht' AND pg_temp.uniform('leg press', p.participant) < 0.9
                          THEN 2.5 * round((CASE sex WHEN 'male' THEN 75 ELSE 52 END + 9 * fitness) / 2.5) END) AS l (leg_press)
WHERE arm = 'exercise';

-- Counts fall with the cycles. At Teruel some blood counts are missing or old.
INSERT INTO registry.clinical_check
	(participant, cycle, checked_on, blood_on, platelets_10e9_l, hb_g_dl, anc_10e9_l, wbc_10e9_l, conditions, bone_sites)
SELECT i.participant, i.cycle, i.given_on - 1,
       CASE WHEN drawn THEN i.given_on - 1 - CASE WHEN old THEN 12 ELSE 0 END END,
       CASE WHEN drawn THEN greatest(round(235 - 32 * i.cycle + 48 * pg_temp.normal('platelets ' || i.cycle, i.participant)), 14) END,
       CASE WHEN drawn THEN greatest(round(13.1 - 0.5 * i.cycle + 1.1 * pg_temp.normal('haemoglobin ' || i.cycle, i.participant), 1), 6.5) END,
       CASE WHEN drawn THEN neutrophils END,
       CASE WHEN drawn THEN neutrophils + round(1.1 + pg_temp.uniform('lymphocytes ' || i.cycle, i.participant), 1) END,
       CASE WHEN asked THEN array_remove(ARRAY[
	       CASE WHEN diagnosis = 'breast' AND pg_temp.uniform('lymphoedema', i.participant) < 0.15 THEN 'lymphoedema_stable' END,
	       CASE WHEN site_of_bone IS NOT NULL THEN 'bone_metastases' END,
	       CASE WHEN diagnosis = 'colorectal' AND pg_temp.uniform('ostomy', i.participant) < 0.15 THEN 'ostomy' END,
	       CASE WHEN i.cycle > 2 AND pg_temp.uniform('neuropathy', i.participant) < 0.2 THEN 'neuropathy' END], NULL)::exonc.exercise_condition_set END,
       CASE WHEN asked THEN array_remove(ARRAY[site_of_bone], NULL)::exonc.bone_site_set END
FROM registry.infusion AS i
     JOIN registry.participant AS p USING (participant),
     LATERAL (SELECT pg_temp.uniform('blood drawn ' || i.cycle, p.participant) < CASE site WHEN 'Teruel' THEN 0.85 ELSE 0.98 END,
                     site = 'Teruel' AND pg_temp.uniform('blood old ' || i.cycle, p.participant) < 0.1,
                     pg_temp.uniform('asked', p.participant) < 0.95,
                     CASE WHEN diagnosis IN ('breast', 'prostate', 'lung') AND pg_temp.uniform('bone', p.participant) < 0.10
                          THEN (ARRAY['pelvis', 'lumbar_spine', 'proximal_femur'])[1 + floor(3 * pg_temp.uniform('site of bone', p.participant))::integer] END,
                     greatest(round(3.9 - 0.4 * i.cycle + 1.0 * pg_temp.normal('neutrophils ' || i.cycle, p.participant), 1), 0.2)
             ) AS d (drawn, old, asked, site_of_bone, neutrophils)
WHERE arm = 'exercise';
