-- A second programme for the demo registry, delivered at a distance from two
-- sites in the United States: rurality codes exist for that country only. Part
-- of examples/registry.sql, in its transaction. INVENTED DATA, as everything there.

CREATE TABLE registry.remote_participant (
	participant integer PRIMARY KEY,
	site        text NOT NULL,
	ruca_2010   numeric(3,1),
	enrolled_on date NOT NULL,
	assessed    boolean NOT NULL
);
COMMENT ON TABLE  registry.remote_participant             IS 'Patients of the remote programme, twelve weeks from two sites in the United States.';
COMMENT ON COLUMN registry.remote_participant.participant IS 'Number of the patient, unique over all tables.';
COMMENT ON COLUMN registry.remote_participant.site        IS 'Site that runs the sessions.';
COMMENT ON COLUMN registry.remote_participant.ruca_2010   IS 'RUCA code of 2010 of the patient''s home; 99 is not coded, NULL not known. The census tract is not kept.';
COMMENT ON COLUMN registry.remote_participant.enrolled_on IS 'Day of enrolment, a Monday: the first day of week 1.';
COMMENT ON COLUMN registry.remote_participant.assessed    IS 'Whether the patient was assessed at the end of week 12.';

CREATE TABLE registry.remote_session (
	participant integer REFERENCES registry.remote_participant,
	planned_on  date,
	setting     exonc.delivery_setting NOT NULL,
	status      exonc.session_status NOT NULL,
	PRIMARY KEY (participant, planned_on)
);
COMMENT ON TABLE  registry.remote_session             IS 'Planned sessions of the remote programme, three a week, one row each, done or not.';
COMMENT ON COLUMN registry.remote_session.participant IS 'Number of the patient.';
COMMENT ON COLUMN registry.remote_session.planned_on  IS 'Day for which the session was planned.';
COMMENT ON COLUMN registry.remote_session.setting     IS 'Where it was to take place.';
COMMENT ON COLUMN registry.remote_session.status      IS 'What became of it.';

-- Codes as they are spread over patients: most of them urban, a few not coded.
INSERT INTO registry.remote_participant (participant, site, ruca_2010, enrolled_on, assessed)
SELECT p, CASE WHEN pg_temp.uniform('remote site', p) < 0.55 THEN 'Winston-Salem' ELSE 'Duluth' END,
       (ARRAY[1, 1, 1, 1, 1, 1.1, 2, 2, 2.1, 3, 4, 4, 4.1, 5, 6, 7, 7, 7.2, 8, 9, 10, 10, 10, 10.1, 10.3, 99])[1 + floor(26 * pg_temp.uniform('ruca', p))::integer],
       date '2024-03-04' + 7 * floor(30 * pg_temp.uniform('remote enrolled', p))::integer,
       pg_temp.uniform('assessed', p) < 0.84
FROM generate_series(4001, 4180) AS p;

INSERT INTO registry.remote_session (participant, planned_on, setting, status)
SELECT participant, enrolled_on + week * 7 + day, setting,
       CASE WHEN week BETWEEN 5 AND 6 AND pg_temp.uniform('remote holiday', participant) < 0.08 THEN 'excused'
            WHEN NOT assessed AND week >= 12 * pg_temp.uniform('remote left', participant) THEN 'after_exit'
            WHEN chance > 0.985 THEN 'unlogged'
            WHEN chance > (CASE setting WHEN 'tele' THEN 0.90 WHEN 'home' THEN 0.84 WHEN 'site' THEN 0.86 ELSE 0.78 END) - 0.012 * week - 0.2 * pg_temp.uniform('remote skill', participant) THEN 'missed'
            ELSE 'attended' END::exonc.session_status
FROM registry.remote_participant,
     generate_series(0, 11) AS week,
     LATERAL (VALUES (0, 'tele'), (2, 'home'), (4, CASE WHEN ruca_2010 < 4 THEN 'site' ELSE 'community' END)) AS plan (day, place),
     LATERAL (SELECT place::exonc.delivery_setting, pg_temp.uniform('remote session ' || week * 7 + day, participant)) AS s (setting, chance);
