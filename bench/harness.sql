-- The harness of the benchmarks. Contenders enter a race, each with a query. A race is run in three steps:
--
--   1. The answers of all contenders are compared with those of the first of ours, on all rows: numbers may differ by
--      1e-9, NULLs not at all. A difference is an error.
--   2. After one round to warm up, the contenders take turns, in alternating order, for some rounds. If 0 rounds are
--      asked for, the one to warm up is timed.
--   3. The best and the median time are printed, a row of the data each, with the ratio to the first of ours.
--
-- The clock is read outside the query, so nothing is added to a row. OFFSET throws the result away after all of its
-- columns have been computed, so nothing is shipped or stored.

CREATE SCHEMA bench;

CREATE TABLE bench.contender (
	position int GENERATED ALWAYS AS IDENTITY,
	race text NOT NULL,
	side text NOT NULL CHECK (side IN ('floor', 'ours', 'rival')),
	label text NOT NULL,
	query text NOT NULL,
	-- turns the query, as %s, into rows of an id and an array "answer" of numbers; a floor answers nothing
	answer text CHECK ((answer IS NULL) = (side = 'floor')),
	-- label of the floor: reading the same data, computing nothing
	floor text NOT NULL,
	settings jsonb NOT NULL,
	PRIMARY KEY (race, label)
);

CREATE TABLE bench.result (
	race text,
	label text,
	ns float8,			-- of one round, for each row of the data
	FOREIGN KEY (race, label) REFERENCES bench.contender
);

CREATE PROCEDURE bench.enter(race text, side text, label text, query text, answer text DEFAULT NULL,
	floor text DEFAULT NULL, settings jsonb DEFAULT '{}')
BEGIN ATOMIC
	INSERT INTO bench.contender (race, side, label, query, answer, floor, settings)
	VALUES (race, side, label, query, answer, coalesce(floor, label), settings);
END;

-- One process and no compilation just in time, unless the contender wants it. Enough memory for hash tables, and every
-- scan begins at the beginning.
CREATE PROCEDURE bench.apply(settings jsonb) LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config(name, value, false)
	FROM jsonb_each_text('{
			"max_parallel_workers_per_gather": "0",
			"jit": "off",
			"jit_above_cost": "0",
			"jit_inline_above_cost": "-1",
			"jit_optimize_above_cost": "-1",
			"work_mem": "256MB",
			"synchronize_seqscans": "off"
		}'::jsonb || settings) s (name, value);
END
$$;

CREATE FUNCTION bench.answers(contender bench.contender) RETURNS text
RETURN format((contender).answer, '(' || (contender).query || ')');

-- The condition that the answers of two rows, r and c, are the same in their first n numbers.
CREATE FUNCTION bench.same_answers(n int) RETURNS text
RETURN (
	SELECT string_agg(format('coalesce(abs(r.answer[%1$s] - c.answer[%1$s]) <= 1e-9,
		r.answer[%1$s] IS NULL AND c.answer[%1$s] IS NULL)', i), ' AND ')
	FROM generate_series(1, n) i
);

-- Step 1. The result is a sentence to print.
CREATE FUNCTION bench.compare(race text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	c bench.contender;
	reference bench.contender;
	n_rows bigint;
	n_numbers int;
	found_rows bigint;
	differing bigint;
	example int;
BEGIN
	SELECT * INTO STRICT reference FROM bench.contender o
	WHERE o.race = compare.race AND o.side = 'ours' ORDER BY o.position LIMIT 1;
	CALL bench.apply(reference.settings);
	DROP TABLE IF EXISTS bench.reference;
	EXECUTE 'CREATE UNLOGGED TABLE bench.reference AS ' || bench.answers(reference);
	ANALYZE bench.reference;
	SELECT count(*) FILTER (WHERE num_nonnulls(VARIADIC answer) > 0) INTO n_rows FROM bench.reference;
	IF n_rows = 0 THEN
		RAISE EXCEPTION 'race "%": "%" has no answers', race, reference.label;
	END IF;
	SELECT count(*) INTO n_rows FROM bench.reference;

	FOR c IN
		SELECT * FROM bench.contender o
		WHERE o.race = compare.race AND o.side <> 'floor' AND o.position <> reference.position ORDER BY o.position
	LOOP
		CALL bench.apply(c.settings);
		EXECUTE format('SELECT cardinality(answer) FROM (%s) c LIMIT 1', bench.answers(c)) INTO STRICT n_numbers;
		EXECUTE format('
			SELECT count(found), count(*) FILTER (WHERE NOT same), min(coalesce(wanted, found)) FILTER (WHERE NOT same)
			FROM (SELECT r.id, c.id, r.id IS NOT NULL AND c.id IS NOT NULL AND %s
				FROM bench.reference r FULL JOIN (%s) c ON r.id = c.id OFFSET 0) pair (wanted, found, same)',
			bench.same_answers(n_numbers), bench.answers(c)) INTO STRICT found_rows, differing, example;
		IF differing > 0 OR found_rows <> n_rows THEN
			RAISE EXCEPTION 'race "%": "%" and "%" answer differently', race, reference.label, c.label
				USING DETAIL = format('%s of %s rows differ, the first is id %s.', differing, n_rows, example);
		END IF;
	END LOOP;
	RETURN format('the answers of all agree on %s rows', n_rows);
END
$$;

-- Step 2.
CREATE PROCEDURE bench.measure(race text, rounds int, n_rows bigint) LANGUAGE plpgsql AS $$
DECLARE
	c bench.contender;
	start timestamptz;
	finish timestamptz;
BEGIN
	FOR round IN 0..rounds LOOP
		FOR c IN
			SELECT * FROM bench.contender o WHERE o.race = measure.race
			ORDER BY o.position * CASE round % 2 WHEN 0 THEN 1 ELSE -1 END
		LOOP
			CALL bench.apply(c.settings);
			start := clock_timestamp();
			EXECUTE c.query || ' OFFSET 1000000000000';
			finish := clock_timestamp();
			IF round > 0 OR rounds = 0 THEN
				INSERT INTO bench.result
				VALUES (c.race, c.label, extract(epoch FROM finish - start) * 1e9 / n_rows);
			END IF;
		END LOOP;
		COMMIT;
	END LOOP;
END
$$;

-- Step 3.
CREATE FUNCTION bench.report(race text)
RETURNS TABLE (contender text, "ns, best" numeric, "ns, median" numeric, "times floor" numeric, "ours is N times faster" numeric)
BEGIN ATOMIC
	WITH t AS (
		SELECT c.position, c.side, c.label, c.floor, min(r.ns) AS best,
			percentile_cont(0.5) WITHIN GROUP (ORDER BY r.ns) AS median
		FROM bench.contender c JOIN bench.result r USING (race, label)
		WHERE c.race = report.race
		GROUP BY c.position, c.side, c.label, c.floor
	), ours AS (
		SELECT t.best FROM t WHERE t.side = 'ours' ORDER BY t.position LIMIT 1
	)
	SELECT t.side || ': ' || t.label, round(t.best::numeric), round(t.median::numeric),
		round((t.best / f.best)::numeric, 1),
		CASE WHEN t.side <> 'floor' THEN round((t.best / ours.best)::numeric, 2) END
	FROM t JOIN t f ON f.label = t.floor CROSS JOIN ours
	ORDER BY t.position;
END;

-- The most memory that this process has had of its own, shared buffers left out. Only where the kernel tells (Linux).
CREATE FUNCTION bench.peak_kb() RETURNS bigint
RETURN (
	SELECT sum(CASE (line)[1] WHEN 'VmHWM' THEN 1 ELSE -1 END * (line)[2]::bigint)
	FROM regexp_matches(pg_read_file('/proc/self/status'), '(VmHWM|RssShmem):\s*(\d+) kB', 'g') line
);
