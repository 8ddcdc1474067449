-- Sarcopenia: exonc.sarcopenia() against the CASE expression that does the same, for EWGSOP2 and AWGS 2019.
--
-- A million persons, 15 % of each measurement missing, sex and modality included; once with float8 columns and once with
-- numeric ones.

SELECT setseed(0.30), greatest((1000000 * :scale)::int, 10) AS n_persons \gset

-- Values as they are written down: strength, mass and times with one decimal, height in whole centimetres.
CREATE UNLOGGED TABLE person WITH (autovacuum_enabled = off) AS
SELECT id, sex,
	CASE WHEN random() >= 0.15 THEN floor(35 + 50 * random()) END AS age,
	CASE WHEN random() >= 0.15 THEN
		greatest(floor(10 * (CASE sex WHEN 'male' THEN 36 ELSE 23 END + 8 * normal1)) / 10, 1) END AS grip_kg,
	CASE WHEN random() >= 0.15 THEN floor(10 * (7 + 12 * random() ^ 2)) / 10 END AS chair_stand_s,
	CASE WHEN random() >= 0.15 THEN
		greatest(floor(10 * (CASE sex WHEN 'male' THEN 23 ELSE 16.5 END + 3 * normal2)) / 10, 5) END AS asm_kg,
	CASE WHEN random() >= 0.15 THEN floor(CASE sex WHEN 'male' THEN 176 ELSE 163 END + 7 * normal3) END AS height_cm,
	CASE WHEN random() >= 0.15 THEN floor(100 * (0.5 + random())) / 100 END AS gait_m_s,
	CASE WHEN random() >= 0.15 THEN 12 - floor(8 * random() ^ 2)::int END AS sppb,
	CASE WHEN random() >= 0.15 THEN
		(ARRAY['DXA', 'DXA', 'BIA', 'BIA', 'BIA', 'CT', 'MRI'])[1 + floor(7 * random())::int]::exonc.mass_modality
	END AS mass_modality
FROM (
	SELECT id, CASE WHEN random() < 0.15 THEN NULL WHEN random() < 0.5 THEN 'male' ELSE 'female' END::exonc.sex AS sex,
		-- near enough to normal, with standard deviation 1
		2 * (random() + random() + random() - 1.5) AS normal1, 2 * (random() + random() + random() - 1.5) AS normal2,
		2 * (random() + random() + random() - 1.5) AS normal3
	FROM generate_series(1, :n_persons) id
	OFFSET 0
) p;

CREATE UNLOGGED TABLE person_numeric WITH (autovacuum_enabled = off) AS
SELECT id, sex, age::numeric, grip_kg::numeric, chair_stand_s::numeric, asm_kg::numeric, height_cm::numeric,
	gait_m_s::numeric, sppb, mass_modality
FROM person;

VACUUM (FREEZE, ANALYZE) person, person_numeric;

-- Any CASE must know what sarcopenia() knows of missing data: a component is low if one of its tests is low, normal if one
-- is normal and none is undecided because sex is not known; and a class is given if it is the mildest that is possible and
-- positive, or the only one possible. Worked out by hand for each definition, that becomes short:
--
--  * With sex unknown a value is low if it is below the lower of the two cut-offs.
--  * EWGSOP2 knows no sarcopenia without low strength; of mass and performance it matters only whether they are low.
--  * AWGS 2019 never needs to know that mass is normal. It has cut-offs for DXA and BIA only.
--
-- Other ways to write the same were no faster: the cut-offs by a CASE on sex, the chair stand first, the normal persons
-- first.
SELECT $$
	CASE
		WHEN grip_kg < 16 OR (grip_kg < 27 AND sex = 'male') OR chair_stand_s > 15 THEN
			CASE WHEN mass_modality IS DISTINCT FROM 'CT'
					AND (asm_kg < 15 OR (asm_kg < 20 AND sex = 'male')
						OR (INDEX_IS_LOW AND mass_modality IS DISTINCT FROM 'MRI')) THEN
				CASE WHEN gait_m_s <= 0.8 OR sppb <= 8
					THEN 'severe'::exonc.sarcopenia_class ELSE 'sarcopenia'::exonc.sarcopenia_class END
			ELSE 'probable'::exonc.sarcopenia_class END
		WHEN grip_kg >= 27 OR (grip_kg >= 16 AND sex = 'female') OR (grip_kg IS NULL AND chair_stand_s IS NOT NULL)
			THEN 'none'::exonc.sarcopenia_class
	END AS class
$$ AS ewgsop2, $$
	CASE
		WHEN grip_kg < 18 OR (grip_kg < 28 AND sex = 'male') THEN
			CASE WHEN INDEX_IS_LOW AND (mass_modality <= 'BIA' OR mass_modality IS NULL) THEN
				CASE WHEN gait_m_s < 1.0 OR sppb <= 9 OR chair_stand_s >= 12
					THEN 'severe'::exonc.sarcopenia_class ELSE 'sarcopenia'::exonc.sarcopenia_class END
			ELSE 'possible'::exonc.sarcopenia_class END
		WHEN gait_m_s < 1.0 OR sppb <= 9 OR chair_stand_s >= 12 THEN
			CASE WHEN INDEX_IS_LOW AND (mass_modality <= 'BIA' OR mass_modality IS NULL)
				THEN 'sarcopenia'::exonc.sarcopenia_class ELSE 'possible'::exonc.sarcopenia_class END
		WHEN (grip_kg >= 28 OR (grip_kg >= 18 AND sex = 'female'))
				AND (gait_m_s IS NOT NULL OR sppb IS NOT NULL OR chair_stand_s IS NOT NULL)
			THEN 'none'::exonc.sarcopenia_class
	END AS class
$$ AS awgs2019 \gset

-- INDEX_IS_LOW, where the index is mass over height in metres squared:
--  * rounded to nine decimals, and compared in units of 1e-9;
--  * not rounded, and not divided either (the data hold nothing that the rounding would decide);
--  * the same with numeric columns: exact if nothing is divided, so there is nothing to round.
SELECT
	replace(:'ewgsop2', 'INDEX_IS_LOW', $$round(asm_kg / (height_cm * height_cm) * 1e13::float8)
		< CASE sex WHEN 'male' THEN 7.0e9::float8 ELSE 5.5e9::float8 END$$) AS ewgsop2_rounded,
	replace(:'ewgsop2', 'INDEX_IS_LOW', $$asm_kg * 10000
		< height_cm * height_cm * CASE sex WHEN 'male' THEN 7.0::float8 ELSE 5.5::float8 END$$) AS ewgsop2_not_rounded,
	replace(:'ewgsop2', 'INDEX_IS_LOW', $$asm_kg * 10000
		< height_cm * height_cm * CASE sex WHEN 'male' THEN 7.0 ELSE 5.5 END$$) AS ewgsop2_numeric,
	replace(:'awgs2019', 'INDEX_IS_LOW', $$round(asm_kg / (height_cm * height_cm) * 1e13::float8)
		< CASE WHEN sex = 'male' THEN 7.0e9::float8 WHEN mass_modality = 'BIA' THEN 5.7e9::float8 ELSE 5.4e9::float8 END$$)
		AS awgs2019_rounded,
	replace(:'awgs2019', 'INDEX_IS_LOW', $$asm_kg * 10000 < height_cm * height_cm
		* CASE WHEN sex = 'male' THEN 7.0::float8 WHEN mass_modality = 'BIA' THEN 5.7::float8 ELSE 5.4::float8 END$$)
		AS awgs2019_not_rounded,
	replace(:'awgs2019', 'INDEX_IS_LOW', $$asm_kg * 10000 < height_cm * height_cm
		* CASE WHEN sex = 'male' THEN 7.0 WHEN mass_modality = 'BIA' THEN 5.7 ELSE 5.4 END$$) AS awgs2019_numeric
\gset

-- sarcopenia() refuses values that no human can have. A CASE behind this view does so too.
CREATE FUNCTION refuse_person(id int) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'person % has a value that no human can have', id;
END
$$;

CREATE VIEW person_checked AS
SELECT * FROM person
WHERE CASE WHEN age < 0 OR age > 120 OR grip_kg < 0.1 OR grip_kg > 120 OR chair_stand_s < 2 OR chair_stand_s > 300
		OR asm_kg < 2 OR asm_kg > 60 OR height_cm < 100 OR height_cm > 230 OR gait_m_s < 0.01 OR gait_m_s > 3
		OR sppb < 0 OR sppb > 12
	THEN refuse_person(id) ELSE true END;

\set answer 'SELECT id, ARRAY[array_position(enum_range(NULL::exonc.sarcopenia_class), class)::float8] AS answer FROM %s q'
\set ewgsop2_call 'SELECT id, exonc.sarcopenia(''EWGSOP2'', sex => sex, age => age, grip_kg => grip_kg, chair_stand_s => chair_stand_s, asm_kg => asm_kg, height_cm => height_cm, gait_m_s => gait_m_s, sppb => sppb, mass_modality => mass_modality) AS class FROM '
\set awgs2019_call 'SELECT id, exonc.sarcopenia(''AWGS2019'', sex => sex, age => age, grip_kg => grip_kg, chair_stand_s => chair_stand_s, asm_kg => asm_kg, height_cm => height_cm, gait_m_s => gait_m_s, sppb => sppb, mass_modality => mass_modality) AS class FROM '

-- The last column cannot be reached without those before it.
\set floor 'SELECT id, mass_modality FROM person'
\set floor_numeric 'SELECT id, mass_modality FROM person_numeric'

\set title 'Sarcopenia, EWGSOP2, float8 columns'
CALL bench.enter(:'title', 'floor', 'read the columns', :'floor');
CALL bench.enter(:'title', 'ours', 'sarcopenia()', :'ewgsop2_call' || 'person', :'answer', 'read the columns');
CALL bench.enter(:'title', 'rival', 'CASE', 'SELECT id, ' || :'ewgsop2_rounded' || ' FROM person', :'answer',
	'read the columns');
CALL bench.enter(:'title', 'rival', 'CASE, jit', 'SELECT id, ' || :'ewgsop2_rounded' || ' FROM person', :'answer',
	'read the columns', '{"jit": "on"}');
CALL bench.enter(:'title', 'rival', 'CASE without rounding', 'SELECT id, ' || :'ewgsop2_not_rounded' || ' FROM person',
	:'answer', 'read the columns');
CALL bench.enter(:'title', 'rival', 'CASE, ranges checked', 'SELECT id, ' || :'ewgsop2_rounded' || ' FROM person_checked',
	:'answer', 'read the columns');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_persons);
\echo :title: :agreement
SELECT * FROM bench.report(:'title');

\set title 'Sarcopenia, AWGS 2019, float8 columns'
CALL bench.enter(:'title', 'floor', 'read the columns', :'floor');
CALL bench.enter(:'title', 'ours', 'sarcopenia()', :'awgs2019_call' || 'person', :'answer', 'read the columns');
CALL bench.enter(:'title', 'rival', 'CASE', 'SELECT id, ' || :'awgs2019_rounded' || ' FROM person', :'answer',
	'read the columns');
CALL bench.enter(:'title', 'rival', 'CASE, jit', 'SELECT id, ' || :'awgs2019_rounded' || ' FROM person', :'answer',
	'read the columns', '{"jit": "on"}');
CALL bench.enter(:'title', 'rival', 'CASE without rounding', 'SELECT id, ' || :'awgs2019_not_rounded' || ' FROM person',
	:'answer', 'read the columns');
CALL bench.enter(:'title', 'rival', 'CASE, ranges checked', 'SELECT id, ' || :'awgs2019_rounded' || ' FROM person_checked',
	:'answer', 'read the columns');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_persons);
\echo :title: :agreement
SELECT * FROM bench.report(:'title');

\set title 'Sarcopenia, EWGSOP2, numeric columns'
CALL bench.enter(:'title', 'floor', 'read the columns', :'floor_numeric');
CALL bench.enter(:'title', 'ours', 'sarcopenia()', :'ewgsop2_call' || 'person_numeric', :'answer', 'read the columns');
CALL bench.enter(:'title', 'rival', 'CASE', 'SELECT id, ' || :'ewgsop2_numeric' || ' FROM person_numeric', :'answer',
	'read the columns');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_persons);
\echo :title: :agreement
SELECT * FROM bench.report(:'title');

\set title 'Sarcopenia, AWGS 2019, numeric columns'
CALL bench.enter(:'title', 'floor', 'read the columns', :'floor_numeric');
CALL bench.enter(:'title', 'ours', 'sarcopenia()', :'awgs2019_call' || 'person_numeric', :'answer', 'read the columns');
CALL bench.enter(:'title', 'rival', 'CASE', 'SELECT id, ' || :'awgs2019_numeric' || ' FROM person_numeric', :'answer',
	'read the columns');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_persons);
\echo :title: :agreement
SELECT * FROM bench.report(:'title');

-- All definitions side by side. The rival is the CASE of two of them; the ratio of interest is that to one call.
\set measurements 'sex => sex, age => age, grip_kg => grip_kg, chair_stand_s => chair_stand_s, asm_kg => asm_kg, height_cm => height_cm, gait_m_s => gait_m_s, sppb => sppb, mass_modality => mass_modality'
\set array_answer 'SELECT id, ARRAY(SELECT array_position(enum_range(NULL::exonc.sarcopenia_class), c)::float8 FROM unnest(classes) WITH ORDINALITY u (c, n) ORDER BY n) AS answer FROM %s q'
\set one_answer 'SELECT id, ARRAY[array_position(enum_range(NULL::exonc.sarcopenia_class), class)::float8] AS answer FROM %s q'
\set rows_answer 'SELECT id, array_agg(array_position(enum_range(NULL::exonc.sarcopenia_class), class)::float8 ORDER BY definition) AS answer FROM %s q GROUP BY id'

\set title 'Sarcopenia, thirteen definitions at once, float8 columns'
CALL bench.enter(:'title', 'floor', 'read the columns', :'floor');
CALL bench.enter(:'title', 'ours', 'sarcopenia(), EWGSOP2 alone', :'ewgsop2_call' || 'person', :'one_answer',
	'read the columns');
CALL bench.enter(:'title', 'rival', 'sarcopenia_array()', 'SELECT id, exonc.sarcopenia_array(' || :'measurements' || ') AS classes FROM person',
	'SELECT id, answer[1:1] AS answer FROM (' || :'array_answer' || ') a', 'read the columns');
CALL bench.enter(:'title', 'rival', 'sarcopenia_all() in LATERAL', 'SELECT id, a.* FROM person, LATERAL exonc.sarcopenia_all(' || :'measurements' || ') a',
	'SELECT id, answer[1:1] AS answer FROM (' || :'rows_answer' || ') a', 'read the columns');
CALL bench.enter(:'title', 'rival', 'sarcopenia() for each definition', 'SELECT id, definition, exonc.sarcopenia(definition, ' || :'measurements' || ') AS class FROM person, unnest(enum_range(NULL::exonc.sarcopenia_definition)) definition',
	'SELECT id, answer[1:1] AS answer FROM (' || :'rows_answer' || ') a', 'read the columns');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_persons);
\echo :title: :agreement
SELECT * FROM bench.report(:'title');
