-- Mutated text and mutated binary input of a type: a value or a proper error,
-- never a crash, never an internal error, never a value that does not survive
-- its own round trip.

CREATE SCHEMA IF NOT EXISTS laws;
SET search_path = public, exonc, laws;

-- Errors that input may raise: data exceptions (22), limits (54), and what the
-- server itself says of a message that ends too early (08P01).
CREATE FUNCTION laws.is_input_error(state text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
	SELECT left(state, 2) IN ('22', '54') OR state = '08P01'
$$;

-- A call with any arguments: a result, or an error of the caller's making.
CREATE FUNCTION laws.outcome(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	state text;
BEGIN
	EXECUTE query;
	RETURN 'result';
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE;
	RETURN CASE WHEN laws.is_input_error(state) THEN 'refused' ELSE state || ' ' || SQLERRM || ': ' || query END;
END $$;

CREATE FUNCTION laws.mutated(value bytea) RETURNS bytea LANGUAGE plpgsql AS $$
DECLARE
	at int := floor(random() * length(value));
BEGIN
	CASE floor(random() * 5)::int
		WHEN 0 THEN RETURN set_byte(value, at, floor(random() * 256)::int);
		WHEN 1 THEN RETURN set_bit(value, at * 8 + floor(random() * 8)::int, floor(random() * 2)::int);
		WHEN 2 THEN RETURN substr(value, 1, at);
		WHEN 3 THEN RETURN value || substr(value, at + 1);
		ELSE RETURN substr(value, 1, at) || set_byte('\x00', 0, floor(random() * 256)::int) || substr(value, at + 1);
	END CASE;
END $$;

CREATE FUNCTION laws.mutate_text(type regtype, samples text[], rounds int) RETURNS SETOF text
LANGUAGE plpgsql AS $$
DECLARE
	input text;
	state text;
	accepted int := 0;
	refused int := 0;
	wrong text[] := '{}';
	survives boolean;
BEGIN
	FOR n IN 1 .. rounds LOOP
		BEGIN
			input := convert_from(laws.mutated(convert_to(samples[1 + n % cardinality(samples)], 'UTF8')), 'UTF8');
		EXCEPTION WHEN OTHERS THEN
			CONTINUE; -- not text any more
		END;
		BEGIN
			EXECUTE format('SELECT %L::%s::text::%2$s::text = %1$L::%2$s::text', input, type) INTO survives;
			accepted := accepted + 1;
			IF NOT survives THEN wrong := wrong || input; END IF;
		EXCEPTION WHEN OTHERS THEN
			GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE;
			refused := refused + 1;
			IF NOT laws.is_input_error(state) THEN wrong := wrong || (input || ': ' || state); END IF;
		END;
	END LOOP;
	RETURN NEXT is(wrong, '{}', type || ': mutated text is a value or a proper error');
	RETURN NEXT cmp_ok(refused, '>', rounds / 4, type || ': mutations do break the text');
END $$;

CREATE FUNCTION laws.mutate_binary(type regtype, samples text[], rounds int) RETURNS SETOF text
LANGUAGE plpgsql AS $$
DECLARE
	file text := current_setting('data_directory') || '/exonc_mutation.bin';
	send regproc := (SELECT typsend FROM pg_type WHERE oid = type);
	value bytea;
	object oid;
	state text;
	accepted int := 0;
	refused int := 0;
	wrong text[] := '{}';
	survives boolean;
BEGIN
	EXECUTE format('CREATE TEMP TABLE law_received (v %s)', type);
	FOR n IN 1 .. rounds LOOP
		EXECUTE format('SELECT %s(%L::%s)', send, samples[1 + n % cardinality(samples)], type) INTO value;
		value := laws.mutated(value);
		-- A binary COPY file of one row with one field.
		object := lo_from_bytea(0, '\x5047434f50590aff0d0a00' || int4send(0) || int4send(0) || int2send(1::int2)
			|| int4send(length(value)) || value || int2send((-1)::int2));
		PERFORM lo_export(object, file), lo_unlink(object);
		TRUNCATE law_received;
		BEGIN
			EXECUTE format('COPY law_received FROM %L (FORMAT binary)', file);
			EXECUTE format('SELECT bool_and(v::text::%s = v AND %s(v::text::%1$s) = %2$s(v)) FROM law_received', type, send) INTO survives;
			accepted := accepted + 1;
			IF NOT survives THEN wrong := wrong || value::text; END IF;
		EXCEPTION WHEN OTHERS THEN
			GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE;
			refused := refused + 1;
			IF NOT laws.is_input_error(state) THEN wrong := wrong || (value || ': ' || state || ' ' || SQLERRM); END IF;
		END;
	END LOOP;
	DROP TABLE law_received;
	RETURN NEXT is(wrong, '{}', type || ': mutated binary input is a value or a proper error');
	RETURN NEXT cmp_ok(refused, '>', rounds / 10, type || ': mutations do break the binary input');
END $$;
