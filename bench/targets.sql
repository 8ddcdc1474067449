-- targets(), target_heart_rate() and target_load() against PL/pgSQL and SQL that do the same from columns and so need not read a
-- prescription.
--
-- A heart rate from %HRR and a predicted maximum, and a load from %1RM that rises over the weeks. All persons of the first table
-- have the same prescription, in different weeks; those of the second have one each, so that nothing can be kept from one row to
-- the next.
--
-- Found on a busy machine of two cores, PostgreSQL 15, 30000 persons (times as fast as PL/pgSQL, as SQL): two columns as rows 3.1,
-- 2.6; all columns and checks as rows 4.8, no rival in SQL; heart rate and load as columns 3.5, 2.1; a prescription for each 1.5,
-- 1.3. Ten times is not reached: the bare rows, as generate_series() makes them, take a third of the time of targets() already.

SELECT setseed(0.31), greatest((1000000 * :scale)::int, 10) AS n_persons \gset

CREATE UNLOGGED TABLE measured WITH (autovacuum_enabled = off) AS
SELECT id, floor(300 + 500 * random()) / 10 AS age, floor(55 + 30 * random()) AS hr_rest, floor(200 + 600 * random()) / 10 AS one_rm_kg, 1 + id % 12 AS week,
	40::float8 AS hrr_low, 60::float8 AS hrr_high,
	'wk 1-12: aer bike 3/wk sup 30min @40-60%HRR & res machine 2/wk sup 3x10 @50->75%1RM'::exonc.prescription AS rx
FROM generate_series(1, :n_persons) id;

CREATE UNLOGGED TABLE individual WITH (autovacuum_enabled = off) AS
SELECT id, age, hr_rest, one_rm_kg, week, 40 + id % 10000 * 0.001::float8 AS hrr_low, 60 + id % 9973 * 0.001::float8 AS hrr_high,
	format('wk 1-12: aer bike 3/wk sup 30min @%s-%s%%HRR & res machine 2/wk sup 3x10 @50->75%%1RM', 40 + id % 10000 * 0.001, 60 + id % 9973 * 0.001)::exonc.prescription AS rx
FROM measured;
VACUUM (FREEZE, ANALYZE) measured, individual;

-- ---- two columns, no checks ----

CREATE FUNCTION plain_targets(age float8, hr_rest float8, one_rm_kg float8, week int, hrr_low float8, hrr_high float8, OUT quantity text, OUT target numrange)
RETURNS SETOF record LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
	hr_max float8 := 208 - 0.7 * age;
	load float8 := one_rm_kg * (50 + 25 * (week - 1) / 11.0::float8) / 100;
BEGIN
	quantity := 'heart rate';
	target := numrange((hr_rest + hrr_low / 100 * (hr_max - hr_rest))::numeric, (hr_rest + hrr_high / 100 * (hr_max - hr_rest))::numeric, '[]');
	RETURN NEXT;
	quantity := 'load';
	load := floor(round((load / 2.5)::numeric, 9)) * 2.5;
	target := numrange(load::numeric, load::numeric, '[]');
	RETURN NEXT;
END $$;

\set ours 'SELECT id, t.quantity, t.target FROM %I m, LATERAL exonc.targets(m.rx, m.week, age => m.age, hr_rest => m.hr_rest, beta_blocker => false, hr_max_equation => ''tanaka'', one_rm_kg => m.one_rm_kg, increment_kg => 2.5) t'
\set plpgsql 'SELECT id, t.* FROM %I, LATERAL plain_targets(age, hr_rest, one_rm_kg, week, hrr_low, hrr_high) t'
\set inlined 'SELECT id, t.* FROM %I, LATERAL (SELECT 208 - 0.7 * age, floor(round((one_rm_kg * (50 + 25 * (week - 1) / 11.0::float8) / 100 / 2.5)::numeric, 9)) * 2.5 OFFSET 0) x (hr_max, load), LATERAL (VALUES (''heart rate'', numrange((hr_rest + hrr_low / 100 * (hr_max - hr_rest))::numeric, (hr_rest + hrr_high / 100 * (hr_max - hr_rest))::numeric, ''[]'')), (''load'', numrange(load, load, ''[]''))) t (quantity, target)'
\set answer 'SELECT id, ARRAY[max(lower(target)) FILTER (WHERE quantity = ''heart rate''), max(upper(target)) FILTER (WHERE quantity = ''heart rate''), max(upper(target)) FILTER (WHERE quantity = ''load'')]::float8[] AS answer FROM %s q GROUP BY id'

\set title 'targets of a week as rows, two columns'
CALL bench.enter(:'title', 'floor', 'read the persons', 'SELECT id, pg_column_size(rx) FROM measured');
CALL bench.enter(:'title', 'ours', 'targets()', format(:'ours', 'measured'), :'answer');
CALL bench.enter(:'title', 'rival', 'PL/pgSQL from columns', format(:'plpgsql', 'measured'), :'answer', 'read the persons');
CALL bench.enter(:'title', 'rival', 'SQL from columns', format(:'inlined', 'measured'), :'answer', 'read the persons');
CALL bench.enter(:'title', 'floor', 'as many rows of generate_series()', 'SELECT id, s FROM measured, LATERAL generate_series(id, id + 1) s', NULL, 'read the persons');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_persons);
\echo :title: :n_persons persons, :agreement
SELECT * FROM bench.report(:'title');

\set title 'targets of a week as rows, two columns, a prescription of his own for each'
CALL bench.enter(:'title', 'floor', 'read the persons', 'SELECT id, pg_column_size(rx) FROM individual');
CALL bench.enter(:'title', 'ours', 'targets()', format(:'ours', 'individual'), :'answer');
CALL bench.enter(:'title', 'rival', 'PL/pgSQL from columns', format(:'plpgsql', 'individual'), :'answer', 'read the persons');
CALL bench.enter(:'title', 'rival', 'SQL from columns', format(:'inlined', 'individual'), :'answer', 'read the persons');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_persons);
\echo :title: :n_persons persons, :agreement
SELECT * FROM bench.report(:'title');

-- ---- one row: heart rate and load ----

CREATE FUNCTION plain_heart_rate(age float8, hr_rest float8, hrr_low float8, hrr_high float8) RETURNS int4range LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
	hr_max float8 := 208 - 0.7 * age;
BEGIN
	RETURN int4range(floor(hr_rest + hrr_low / 100 * (hr_max - hr_rest) + 0.5)::int, floor(hr_rest + hrr_high / 100 * (hr_max - hr_rest) + 0.5)::int, '[]');
END $$;
CREATE FUNCTION plain_load(one_rm_kg float8, week int) RETURNS numrange LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
	load numeric := floor(round((one_rm_kg * (50 + 25 * (week - 1) / 11.0::float8) / 100 / 2.5)::numeric, 9)) * 2.5;
BEGIN
	RETURN numrange(load, load, '[]');
END $$;

\set ours 'SELECT id, exonc.target_heart_rate(rx, week, age => age, hr_rest => hr_rest, beta_blocker => false, hr_max_equation => ''tanaka'') AS hr, exonc.target_load(rx, week, one_rm_kg => one_rm_kg, increment_kg => 2.5) AS load FROM %I'
\set answer 'SELECT id, ARRAY[lower(hr), upper(hr), lower(load), upper(load)]::float8[] AS answer FROM %s q'
\set title 'heart rate and load of a week as columns'
CALL bench.enter(:'title', 'floor', 'read the persons', 'SELECT id, pg_column_size(rx) FROM measured');
CALL bench.enter(:'title', 'ours', 'target_heart_rate(), target_load()', format(:'ours', 'measured'), :'answer');
CALL bench.enter(:'title', 'rival', 'PL/pgSQL from columns', 'SELECT id, plain_heart_rate(age, hr_rest, hrr_low, hrr_high) AS hr, plain_load(one_rm_kg, week) AS load FROM measured', :'answer', 'read the persons');
CALL bench.enter(:'title', 'rival', 'SQL from columns', $$
	SELECT id, int4range(floor(hr_rest + hrr_low / 100 * (208 - 0.7 * age - hr_rest) + 0.5)::int, floor(hr_rest + hrr_high / 100 * (208 - 0.7 * age - hr_rest) + 0.5)::int, '[]') AS hr, numrange(load, load, '[]') AS load
	FROM measured, LATERAL (SELECT floor(round((one_rm_kg * (50 + 25 * (week - 1) / 11.0::float8) / 100 / 2.5)::numeric, 9)) * 2.5 OFFSET 0) x (load) $$, :'answer', 'read the persons');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_persons);
\echo :title: :n_persons persons, :agreement
SELECT * FROM bench.report(:'title');

-- ---- all columns, all checks ----

-- What targets() does for these two kinds of intensity: limits of the measurements, the beta-blocker, the age of the resting heart
-- rate, measured before predicted, and the reason where there is no number.
CREATE FUNCTION plain_all(week int, weeks int, hrr_low float8, hrr_high float8, rm_first float8, rm_last float8, age float8, hr_rest float8, hr_rest_days int, hr_rest_max_days int,
	hr_max float8, beta_blocker boolean, hr_max_on_beta_blocker boolean, hr_max_equation text, one_rm_kg float8, increment_kg float8,
	OUT block int, OUT part int, OUT alternative int, OUT component int, OUT modality text, OUT step text, OUT prescribed text, OUT quantity text, OUT target numrange,
	OUT unit text, OUT equation text, OUT in_range boolean, OUT reason text)
RETURNS SETOF record LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
	maximum float8;
	percent float8;
	load numeric;
BEGIN
	IF week NOT BETWEEN 1 AND 520 THEN
		RAISE numeric_value_out_of_range USING MESSAGE = 'week ' || week || ' is outside 1..520';
	ELSIF age NOT BETWEEN 18 AND 100 THEN
		RAISE numeric_value_out_of_range USING MESSAGE = 'age ' || age || ' is outside 18..100 years';
	ELSIF hr_rest NOT BETWEEN 30 AND 130 THEN
		RAISE numeric_value_out_of_range USING MESSAGE = 'hr_rest ' || hr_rest || ' is outside 30..130 bpm';
	ELSIF hr_max NOT BETWEEN 60 AND 230 THEN
		RAISE numeric_value_out_of_range USING MESSAGE = 'hr_max ' || hr_max || ' is outside 60..230 bpm';
	ELSIF one_rm_kg NOT BETWEEN 0.5 AND 700 THEN
		RAISE numeric_value_out_of_range USING MESSAGE = 'one_rm_kg ' || one_rm_kg || ' is outside 0.5..700 kg';
	ELSIF increment_kg NOT BETWEEN 0 AND 50 THEN
		RAISE numeric_value_out_of_range USING MESSAGE = 'increment_kg ' || increment_kg || ' is outside 0..50 kg';
	ELSIF hr_rest >= hr_max THEN
		RAISE invalid_parameter_value USING MESSAGE = 'hr_rest is not below hr_max';
	END IF;
	block := 1;
	alternative := 1;
	component := 1;
	step := 'main';
	part := 1;
	modality := 'aerobic';
	prescribed := hrr_low || '-' || hrr_high || '%HRR';
	quantity := 'heart rate';
	unit := 'bpm';
	IF beta_blocker AND (hr_max IS NULL OR hr_max_on_beta_blocker IS NOT TRUE) THEN
		reason := 'a beta-blocker lowers heart rates and the maximum was not measured on it: use perceived exertion';
	ELSIF hr_max IS NOT NULL THEN
		maximum := hr_max;
	ELSIF hr_max_equation IS NULL THEN
		reason := 'the maximal heart rate is not known, and no equation to predict it was named';
	ELSIF beta_blocker IS NULL THEN
		reason := 'it is not known whether a beta-blocker is taken, under which no predicted maximum holds';
	ELSIF age IS NULL THEN
		reason := 'the age is not known';
	ELSE
		equation := hr_max_equation;
		maximum := CASE hr_max_equation WHEN 'fox' THEN 220 - age WHEN 'tanaka' THEN 208 - 0.7 * age WHEN 'gellish' THEN 207 - 0.7 * age END;
	END IF;
	IF maximum IS NOT NULL THEN
		IF hr_rest IS NULL THEN
			reason := 'the resting heart rate is not known';
		ELSIF hr_rest_days > hr_rest_max_days THEN
			reason := 'the resting heart rate is too old: it moves during treatment';
		ELSE
			target := numrange(round((hr_rest + hrr_low / 100 * (maximum - hr_rest))::numeric, 9), round((hr_rest + hrr_high / 100 * (maximum - hr_rest))::numeric, 9), '[]');
		END IF;
	END IF;
	RETURN NEXT;
	part := 2;
	modality := 'resistance';
	percent := rm_first + (rm_last - rm_first) * (week - 1) / (weeks - 1)::float8;
	prescribed := round(percent::numeric, 3) || '%1RM';
	quantity := 'load';
	unit := 'kg';
	target := NULL;
	equation := NULL;
	reason := NULL;
	IF one_rm_kg IS NULL THEN
		reason := 'the one-repetition maximum is not known';
	ELSE
		load := round((one_rm_kg * percent / 100)::numeric, 9);
		IF increment_kg > 0 THEN
			load := floor(round(load / increment_kg::numeric, 9)) * increment_kg::numeric;
		END IF;
		target := numrange(load, load, '[]');
	END IF;
	RETURN NEXT;
END $$;

\set answer 'SELECT id, ARRAY[max(lower(target)) FILTER (WHERE quantity = ''heart rate''), max(upper(target)) FILTER (WHERE quantity = ''heart rate''), max(upper(target)) FILTER (WHERE quantity = ''load''), count(reason), count(equation), sum(part * 10 + component)]::float8[] AS answer FROM %s q GROUP BY id'
\set title 'targets of a week as rows, all columns and checks'
CALL bench.enter(:'title', 'floor', 'read the persons', 'SELECT id, pg_column_size(rx) FROM measured');
CALL bench.enter(:'title', 'ours', 'targets()', $$
	SELECT id, t.* FROM measured m, LATERAL exonc.targets(m.rx, m.week, age => m.age, hr_rest => m.hr_rest,
		beta_blocker => false, hr_max_equation => 'tanaka', one_rm_kg => m.one_rm_kg, increment_kg => 2.5) t $$, :'answer');
CALL bench.enter(:'title', 'rival', 'PL/pgSQL from columns',
	'SELECT id, t.* FROM measured, LATERAL plain_all(week, 12, hrr_low, hrr_high, 50, 75, age, hr_rest, NULL, 28, NULL, false, false, ''tanaka'', one_rm_kg, 2.5) t', :'answer', 'read the persons');
SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_persons);
\echo :title: :n_persons persons, :agreement
SELECT * FROM bench.report(:'title');
