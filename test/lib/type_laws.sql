-- The laws of a base type, checked on sample values: one call for each type.
--
--   SELECT * FROM type_laws('exonc.instrument', ARRAY['QLQ-C30', 'GAD-7']);
--
-- Samples are texts of different values, in canonical form. Everything is
-- checked on all pairs and triples of them.

CREATE SCHEMA IF NOT EXISTS laws;
SET search_path = public, exonc, laws;

CREATE FUNCTION laws.type_laws(type regtype, samples text[]) RETURNS SETOF text
LANGUAGE plpgsql AS $$
DECLARE
	file text := current_setting('data_directory') || '/exonc_type_laws.bin';
	compare regproc;
	hash regproc;
	hash_extended regproc;
	failures bigint;
	op record;
BEGIN
	-- The comparison and hash functions, as the default operator classes name them.
	SELECT amproc INTO STRICT compare FROM pg_amproc p JOIN pg_opclass c ON c.opcfamily = p.amprocfamily
	JOIN pg_am a ON a.oid = c.opcmethod
	WHERE c.opcintype = type AND c.opcdefault AND a.amname = 'btree' AND amproclefttype = type AND amprocrighttype = type AND amprocnum = 1;
	SELECT amproc INTO STRICT hash FROM pg_amproc p JOIN pg_opclass c ON c.opcfamily = p.amprocfamily
	JOIN pg_am a ON a.oid = c.opcmethod
	WHERE c.opcintype = type AND c.opcdefault AND a.amname = 'hash' AND amproclefttype = type AND amprocnum = 1;
	SELECT amproc INTO STRICT hash_extended FROM pg_amproc p JOIN pg_opclass c ON c.opcfamily = p.amprocfamily
	JOIN pg_am a ON a.oid = c.opcmethod
	WHERE c.opcintype = type AND c.opcdefault AND a.amname = 'hash' AND amproclefttype = type AND amprocnum = 2;

	EXECUTE format('CREATE TEMP TABLE law_value AS SELECT n, t, t::%s AS v FROM unnest($1) WITH ORDINALITY u (t, n)', type) USING samples;
	EXECUTE format('CREATE TEMP TABLE law_copy (v %s)', type);

	RETURN NEXT ok(cardinality(samples) > 1, type || ': there is more than one sample');

	-- Text: in(out(x)) = x, and a canonical text comes back as it was.
	EXECUTE format('SELECT count(*) FROM law_value WHERE v::text::%s <> v OR v::text <> t', type) INTO failures;
	RETURN NEXT is(failures, 0::bigint, type || ': text round trip');

	-- Binary: recv(send(x)) = x, through the binary COPY protocol.
	EXECUTE format('COPY (SELECT v FROM law_value ORDER BY n) TO %L (FORMAT binary)', file);
	EXECUTE format('COPY law_copy FROM %L (FORMAT binary)', file);
	EXECUTE 'SELECT count(*) FROM (SELECT v, row_number() OVER (ORDER BY n) k FROM law_value) a
		FULL JOIN (SELECT v, row_number() OVER () k FROM law_copy) b USING (k) WHERE (a.v = b.v) IS NOT TRUE' INTO failures;
	RETURN NEXT is(failures, 0::bigint, type || ': binary round trip');

	-- jsonb: a cast both ways.
	EXECUTE format('SELECT count(*) FROM law_value WHERE v::jsonb::%s <> v', type) INTO failures;
	RETURN NEXT is(failures, 0::bigint, type || ': jsonb round trip');

	-- The six operators say what the comparison function says.
	FOR op IN SELECT * FROM (VALUES ('=', '= 0'), ('<>', '<> 0'), ('<', '< 0'), ('<=', '<= 0'), ('>=', '>= 0'), ('>', '> 0')) o (name, test)
	LOOP
		EXECUTE format('SELECT count(*) FROM law_value a, law_value b WHERE (a.v %s b.v) <> (%s(a.v, b.v) %s)', op.name, compare, op.test) INTO failures;
		RETURN NEXT is(failures, 0::bigint, type || ': operator ' || op.name || ' agrees with ' || compare);
	END LOOP;

	-- A total order: different samples differ, sides swap, and it is transitive.
	EXECUTE format('SELECT count(*) FROM law_value a, law_value b WHERE (a.n = b.n) <> (a.v = b.v) OR sign(%1$s(a.v, b.v)) <> -sign(%1$s(b.v, a.v))', compare) INTO failures;
	RETURN NEXT is(failures, 0::bigint, type || ': order is antisymmetric');
	EXECUTE 'SELECT count(*) FROM law_value a, law_value b, law_value c WHERE a.v <= b.v AND b.v <= c.v AND NOT a.v <= c.v' INTO failures;
	RETURN NEXT is(failures, 0::bigint, type || ': order is transitive');

	-- Equal values hash alike under every seed; seed 0 keeps the plain hash in its low half.
	EXECUTE format('SELECT count(*) FROM law_value a, law_copy b, (VALUES (0), (1), (-7), (9223372036854775807)) s (seed)
		WHERE a.v = b.v AND (%1$s(a.v) <> %1$s(b.v) OR %2$s(a.v, seed) <> %2$s(b.v, seed))', hash, hash_extended) INTO failures;
	RETURN NEXT is(failures, 0::bigint, type || ': equal values hash alike');
	EXECUTE format('SELECT count(*) FROM law_value WHERE (%2$s(v, 0) & 4294967295) <> (%1$s(v)::bigint & 4294967295)', hash, hash_extended) INTO failures;
	RETURN NEXT is(failures, 0::bigint, type || ': seed 0 is the plain hash');
	EXECUTE format('SELECT count(DISTINCT %1$s(v)) FROM law_value', hash) INTO failures;
	RETURN NEXT is(failures, cardinality(samples)::bigint, type || ': different samples hash apart');

	-- Indexes hold every row and find it again.
	CREATE EXTENSION IF NOT EXISTS amcheck SCHEMA public;
	EXECUTE format('CREATE TEMP TABLE law_indexed (v %s)', type);
	INSERT INTO law_indexed SELECT v FROM law_value, generate_series(1, 500);
	CREATE INDEX law_btree ON law_indexed USING btree (v);
	CREATE INDEX law_hash ON law_indexed USING hash (v);
	RETURN NEXT lives_ok('SELECT bt_index_parent_check(''law_btree'', true)', type || ': amcheck of a btree');
	SET LOCAL enable_seqscan = off;
	SET LOCAL enable_bitmapscan = off;
	EXECUTE 'SELECT count(*) FROM law_value a WHERE 500 <> (SELECT count(*) FROM law_indexed i WHERE i.v = a.v)' INTO failures;
	RETURN NEXT is(failures, 0::bigint, type || ': equality finds every row through an index');
	DROP INDEX law_hash;
	EXECUTE 'SELECT count(*) FROM law_value a WHERE (SELECT count(*) FROM law_indexed i WHERE i.v < a.v) <> 500 * (SELECT count(*) FROM law_value b WHERE b.v < a.v)' INTO failures;
	RETURN NEXT is(failures, 0::bigint, type || ': ranges find every row through a btree');
	SET LOCAL enable_seqscan = on;
	SET LOCAL enable_bitmapscan = on;

	-- Sorting, grouping and merging agree with the operators.
	EXECUTE 'SELECT count(*) FROM (SELECT v, lag(v) OVER (ORDER BY v) AS before FROM law_value) o WHERE before > v' INTO failures;
	RETURN NEXT is(failures, 0::bigint, type || ': sorting follows the order');
	EXECUTE 'SELECT count(*) FROM (SELECT v FROM law_indexed GROUP BY v HAVING count(*) <> 500) g' INTO failures;
	RETURN NEXT is(failures, 0::bigint, type || ': grouping keeps equal values together');

	DROP TABLE law_value, law_copy, law_indexed;
END $$;
