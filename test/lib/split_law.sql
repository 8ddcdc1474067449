-- The split law of an aggregate: however the rows are split, whatever way the
-- states travel and in whatever order they are merged, the result has the bits
-- of one pass. That is what parallel workers, partitions, foreign tables and
-- shards do to an aggregate.
--
--   SELECT split_law('exonc.adherence', 'exonc.rollup', 'exonc.adherence',
--                    $$ SELECT status, dose FROM session $$);
--
-- aggregate and rollup are names, state their common type; rows is a query
-- whose columns are the arguments of the aggregate.

CREATE SCHEMA IF NOT EXISTS laws;
SET search_path = public, exonc, laws;

-- NULL if the law holds, else what went wrong first.
CREATE FUNCTION laws.split_law_violation(aggregate text, rollup text, state regtype, row_query text, rounds int DEFAULT 20)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	file text := current_setting('data_directory') || '/exonc_split_law.bin';
	send regproc := (SELECT typsend FROM pg_type WHERE oid = state);
	arguments text;
	parts int;
	expected bytea;
	found bytea;
	empty_kept boolean;
BEGIN
	EXECUTE format('CREATE TEMP TABLE law_row AS SELECT row_number() OVER () AS law_n, 0 AS law_part, r.* FROM (%s) r', row_query);
	EXECUTE format('CREATE TEMP TABLE law_state (s %s)', state);
	SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO arguments FROM pg_attribute
	WHERE attrelid = 'law_row'::regclass AND attnum > 2;

	EXECUTE format('SELECT %s(%s(%s)) FROM (SELECT * FROM law_row ORDER BY law_n) r', send, aggregate, arguments) INTO expected;
	FOR round IN 1 .. rounds LOOP
		-- From one part to as many as there are rows and more, so that some are empty.
		parts := (ARRAY[1, 2, 3, 7, 50, 1000])[1 + (round - 1) % 6];
		UPDATE law_row SET law_part = floor(random() * parts);
		TRUNCATE law_state;

		-- Half of the states travel as text, half in binary form. The state of
		-- no rows at all travels too.
		EXECUTE format('INSERT INTO law_state SELECT s::text::%s FROM (
			SELECT law_part, %s(%s) AS s FROM (SELECT * FROM law_row ORDER BY random()) r GROUP BY law_part
			UNION ALL SELECT 0, %2$s(%3$s) FROM law_row WHERE false) p WHERE law_part %% 2 = 0', state, aggregate, arguments);
		EXECUTE format('COPY (SELECT s FROM (SELECT law_part, %s(%s) AS s FROM (SELECT * FROM law_row ORDER BY random()) r GROUP BY law_part) p WHERE law_part %% 2 = 1) TO %L (FORMAT binary)', aggregate, arguments, file);
		EXECUTE format('COPY law_state FROM %L (FORMAT binary)', file);

		EXECUTE format('SELECT %s(%s(s)) FROM (SELECT s FROM law_state ORDER BY random()) r', send, rollup) INTO found;
		IF found IS DISTINCT FROM expected THEN
			DROP TABLE law_row, law_state;
			RETURN format('%s parts: one pass gave %s, merged parts gave %s', parts, expected, found);
		END IF;

		-- A rollup of rollups is a rollup.
		EXECUTE format('SELECT %s(%s(s)) FROM (SELECT %2$s(s) AS s FROM (SELECT s, floor(random() * 3) AS g FROM law_state) r GROUP BY g) q', send, rollup) INTO found;
		IF found IS DISTINCT FROM expected THEN
			DROP TABLE law_row, law_state;
			RETURN format('%s parts: one pass gave %s, merged twice gave %s', parts, expected, found);
		END IF;
	END LOOP;
	DROP TABLE law_row, law_state;
	RETURN NULL;
END $$;

CREATE FUNCTION laws.split_law(aggregate text, rollup text, state regtype, row_query text)
RETURNS text LANGUAGE sql AS $$
	SELECT is(laws.split_law_violation(aggregate, rollup, state, row_query), NULL, aggregate || ': split law');
$$;
