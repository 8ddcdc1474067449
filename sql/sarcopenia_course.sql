-- Two persons of a trial, assessed at baseline, 6, 12 and 18 weeks. The classes
-- come from sarcopenia(); here they are written down.
CREATE TEMP TABLE visit (person int, day int, class exonc.sarcopenia_class);
INSERT INTO visit VALUES
	(1, 0, 'none'), (1, 42, 'possible'), (1, 84, 'sarcopenia'), (1, 126, 'possible'),
	(2, 0, 'severe'), (2, 42, NULL), (2, 84, 'sarcopenia'), (2, 126, NULL),
	(3, 0, 'none'), (3, 40, 'sarcopenia'), (4, 0, 'none'), (5, NULL, NULL);

-- One course for each person: a value that can be stored and merged.
SELECT person, exonc.sarcopenia_course(day, class) AS course FROM visit GROUP BY person ORDER BY person;

-- What it says.
SELECT person, exonc.first_class(c), exonc.last_class(c), exonc.worst_class(c), exonc.onset_day(c), exonc.recovery_day(c),
       exonc.trajectory(c), exonc.worsened(c), exonc.improved(c)
FROM (SELECT person, exonc.sarcopenia_course(day, class) AS c FROM visit GROUP BY person) q ORDER BY person;

-- A class that is open upwards is no recovery. With both ends of the range of
-- sarcopenia_range(), a day counts only if it is certain.
SELECT exonc.sarcopenia_course(day, mildest, severest) AS course, exonc.trajectory(exonc.sarcopenia_course(day, mildest, severest)),
       exonc.recovery_day(exonc.sarcopenia_course(day, mildest, severest)), exonc.recovery_day(exonc.sarcopenia_course(day, mildest)) AS if_it_were_final
FROM (VALUES (0, 'severe'::exonc.sarcopenia_class, 'severe'::exonc.sarcopenia_class), (42, 'possible', 'severe'), (84, 'severe', 'severe')) v (day, mildest, severest);
SELECT exonc.sarcopenia_course(0, 'severe'::exonc.sarcopenia_class, 'none'::exonc.sarcopenia_class);

-- Against another class.
SELECT person, exonc.trajectory(c, 'possible'), exonc.onset_day(c, 'possible'), exonc.recovery_day(c, at_least => 'severe')
FROM (SELECT person, exonc.sarcopenia_course(day, class) AS c FROM visit GROUP BY person) q ORDER BY person;

-- The class at 6 weeks, where a visit may be three days early or late.
SELECT person, exonc.class_on(c, 42) AS exactly, exonc.class_on(c, 42, within => 3) AS about
FROM (SELECT person, exonc.sarcopenia_course(day, class) AS c FROM visit GROUP BY person) q ORDER BY person;
SELECT exonc.class_on('{0:none}', 0, within => -1);

-- Parts merge in any order.
SELECT exonc.rollup(c) AS merged FROM (VALUES ('{84:none}'::exonc.sarcopenia_course), ('{0:severe,126:?}'), (NULL), ('{42:none,42:sarcopenia}')) v (c);
SELECT * FROM exonc.course_days('{0:severe,42:possible..severe,84:none..sarcopenia,126:?}');

-- Text and JSON.
SELECT ' { 42:severe, 0 : none } '::exonc.sarcopenia_course AS sorted, '{0:none,42:?}'::exonc.sarcopenia_course::jsonb AS json,
       '[[42, "possible", "severe"], [0, null]]'::jsonb::exonc.sarcopenia_course AS from_json;
SELECT '{0:severe..none}'::exonc.sarcopenia_course;
SELECT '{0:mild}'::exonc.sarcopenia_course;
SELECT '[[0, "mild"]]'::jsonb::exonc.sarcopenia_course;
SELECT '{"0": "none"}'::jsonb::exonc.sarcopenia_course;
SELECT exonc.sarcopenia_course(NULL, 'none');
