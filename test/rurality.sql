-- Rurality: the codes of each list, their classes as the sources print them, and what is refused.
\ir lib/setup.sql
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

-- The lists as the sources print them, not as the table has them.
CREATE TEMP TABLE printed (system text, vintage int, codes text);
INSERT INTO printed VALUES
	('ruca', 2000, '1.0 1.1 2.0 2.1 3.0 4.0 4.1 4.2 5.0 5.1 5.2 6.0 6.1 7.0 7.1 7.2 7.3 7.4 8.0 8.1 8.2 8.3 8.4 9.0 9.1 9.2 10.0 10.1 10.2 10.3 10.4 10.5 10.6'),
	('ruca', 2010, '1 1.1 2 2.1 3 4 4.1 5 5.1 6 7 7.1 7.2 8 8.1 8.2 9 10 10.1 10.2 10.3'),
	('ruca', 2020, '1 1.1 2 2.1 3 4 4.1 5 5.1 6 7 7.1 7.2 8 8.1 8.2 9 10 10.1 10.2 10.3'),
	('rucc', 2003, '1 2 3 4 5 6 7 8 9'), ('rucc', 2013, '1 2 3 4 5 6 7 8 9'), ('rucc', 2023, '1 2 3 4 5 6 7 8 9');
CREATE TEMP TABLE scheme AS SELECT s, left(s::text, 4) AS system FROM unnest(enum_range(NULL::rurality_scheme)) s;
SELECT set_eq('SELECT scheme, vintage, code FROM rurality_codes()',
	$$ SELECT s, vintage, c::numeric FROM scheme JOIN printed USING (system), LATERAL unnest(string_to_array(codes, ' ')) c $$,
	'each scheme has the codes of each list, and no others');
SELECT is((SELECT count(*) FROM rurality_codes()), (SELECT count(DISTINCT (scheme, vintage, code)) FROM rurality_codes()), 'each once');
SELECT is((SELECT prorows FROM pg_proc WHERE proname = 'rurality_codes'), (SELECT count(*) FROM rurality_codes())::real, 'the planner expects as many rows');

-- What a scheme makes of a list of codes: must be exactly the codes of the class.
CREATE FUNCTION pg_temp.codes_of(which rurality_scheme, of int, name rurality_class) RETURNS text LANGUAGE sql AS $$
	SELECT string_agg(c, ' ' ORDER BY c::numeric) FROM printed, LATERAL unnest(string_to_array(codes, ' ')) c
	WHERE system = left(which::text, 4) AND vintage = of AND rurality_class(rurality(c::numeric, of, which)) = name $$;

-- WWAMI categorization A, as printed for the codes of 2000.
SELECT is(pg_temp.codes_of('ruca_a', 2000, 'urban'), '1.0 1.1 2.0 2.1 3.0 4.1 5.1 7.1 8.1 10.1', 'WWAMI A: urban focused');
SELECT is(pg_temp.codes_of('ruca_a', 2000, 'large_rural'), '4.0 4.2 5.0 5.2 6.0 6.1', 'WWAMI A: large rural city or town');
SELECT is(pg_temp.codes_of('ruca_a', 2000, 'small_rural'), '7.0 7.2 7.3 7.4 8.0 8.2 8.3 8.4 9.0 9.1 9.2', 'WWAMI A: small rural town');
SELECT is(pg_temp.codes_of('ruca_a', 2000, 'isolated_rural'), '10.0 10.2 10.3 10.4 10.5 10.6', 'WWAMI A: isolated small rural town');
-- The same classes for the codes that the later lists have.
SELECT is(pg_temp.codes_of('ruca_a', v, 'urban'), '1 1.1 2 2.1 3 4.1 5.1 7.1 8.1 10.1', 'A of ' || v || ': urban') FROM unnest('{2010,2020}'::int[]) v;
SELECT is(pg_temp.codes_of('ruca_a', v, 'large_rural'), '4 5 6', 'A of ' || v || ': large rural') FROM unnest('{2010,2020}'::int[]) v;
SELECT is(pg_temp.codes_of('ruca_a', v, 'small_rural'), '7 7.2 8 8.2 9', 'A of ' || v || ': small rural') FROM unnest('{2010,2020}'::int[]) v;
SELECT is(pg_temp.codes_of('ruca_a', v, 'isolated_rural'), '10 10.2 10.3', 'A of ' || v || ': isolated') FROM unnest('{2010,2020}'::int[]) v;

-- B and C put classes of A together.
SELECT is_empty($$ SELECT a.vintage, a.code FROM rurality_codes() a JOIN rurality_codes() b USING (vintage, code) JOIN rurality_codes() c USING (vintage, code)
	WHERE a.scheme = 'ruca_a' AND b.scheme = 'ruca_b' AND c.scheme = 'ruca_c' AND (
		b.class::text <> CASE WHEN a.class IN ('small_rural', 'isolated_rural') THEN 'small_or_isolated_rural' ELSE a.class::text END
		OR c.class::text <> CASE a.class WHEN 'urban' THEN 'urban' ELSE 'rural' END) $$, 'categorizations B and C');

-- Groups of the primary code; metropolitan or not.
SELECT is_empty($$ SELECT vintage, code, class FROM rurality_codes() WHERE scheme = 'ruca_primary' AND class::text <>
	CASE WHEN trunc(code) <= 3 THEN 'metropolitan' WHEN trunc(code) <= 6 THEN 'micropolitan' WHEN trunc(code) <= 9 THEN 'small_town' ELSE 'rural' END $$, 'primary groups');
SELECT is_empty($$ SELECT vintage, code, class FROM rurality_codes() WHERE scheme = 'ruca_metro' AND class::text <>
	CASE WHEN trunc(code) <= 3 THEN 'metropolitan' ELSE 'nonmetropolitan' END $$, 'RUCA 1 to 3 are metropolitan');
SELECT is_empty($$ SELECT vintage, code, class FROM rurality_codes() WHERE scheme = 'rucc_metro' AND class::text <>
	CASE WHEN code <= 3 THEN 'metropolitan' ELSE 'nonmetropolitan' END $$, 'RUCC 1 to 3 are metropolitan');
SELECT is_empty($$ SELECT vintage, code, class FROM rurality_codes() WHERE scheme = 'rucc_urban' AND class::text <>
	CASE WHEN code <= 3 THEN 'metropolitan' WHEN code <= 7 THEN 'nonmetropolitan_urban' ELSE 'nonmetropolitan_rural' END $$, 'RUCC 8 and 9 are rural');

-- The list and the function say the same.
SELECT is_empty($$ SELECT * FROM rurality_codes() WHERE rurality(code, vintage, scheme) IS DISTINCT FROM rurality
	OR rurality_class(rurality) <> class OR rurality_scheme(rurality) <> scheme OR rurality_vintage(rurality) <> vintage $$, 'list and function agree');

-- What the codes mean, and which words of the later lists are others.
SELECT is((SELECT count(DISTINCT description) FROM rurality_codes() WHERE vintage = v), n, format('%s codes of %s with a meaning each', n, v))
FROM (VALUES (2000, 33::bigint), (2010, 21), (2020, 21), (2003, 9), (2013, 9), (2023, 9)) x (v, n);
SELECT set_eq($$ SELECT DISTINCT code FROM rurality_codes() a JOIN rurality_codes() b USING (scheme, code) WHERE a.vintage = b.vintage - 10 AND a.description <> b.description $$,
	'{6,7,8,9}'::numeric[], 'the least size of an urban area changed');
SELECT is((SELECT DISTINCT description FROM rurality_codes() WHERE vintage = v AND code = c), d, format('%s of %s', c, v)) FROM (VALUES
	(2013, 8.0, 'completely rural or urban population of fewer than 2,500, adjacent to a metropolitan area'),
	(2023, 8, 'urban population of fewer than 5,000, adjacent to a metropolitan area'),
	(2013, 7, 'urban population of 2,500 to 19,999, not adjacent to a metropolitan area'),
	(2023, 7, 'urban population of 5,000 to 20,000, not adjacent to a metropolitan area'),
	(2010, 7, 'small town core: primary flow within an urban area of 2,500 to 9,999'),
	(2020, 7, 'small town core: primary flow within an urban area of up to 9,999'),
	(2010, 10.3, 'rural, secondary flow of 30 to 50 % to a small town core')) x (v, c, d);

-- Marks: what was read of which list.
SELECT set_eq($$ SELECT DISTINCT scheme::text, vintage FROM rurality_codes() WHERE mark = 'sourced' $$,
	$$ VALUES ('ruca_primary', 2000), ('ruca_primary', 2010), ('ruca_primary', 2020), ('ruca_a', 2000), ('ruca_metro', 2010), ('ruca_metro', 2020),
		('rucc_metro', 2003), ('rucc_metro', 2013), ('rucc_metro', 2023) $$, 'what is sourced');
SELECT is_empty($$ SELECT * FROM rurality_codes() WHERE coalesce(source, '') = '' $$, 'each row has a source');

-- Decimals are exact, however they are written.
SELECT is(rurality(10.10, 2010, 'ruca_a')::text, 'ruca_a 2010 urban', '10.10 is 10.1');
SELECT is(rurality('10.1', 2010, 'ruca_a')::text, 'ruca_a 2010 urban', 'as text');
SELECT is(rurality(10.1::float8::numeric, 2010, 'ruca_a')::text, 'ruca_a 2010 urban', 'from a float8 column');
SELECT is(rurality(10.000, 2010, 'ruca_a')::text, 'ruca_a 2010 isolated_rural', 'and 10.000 is 10');
SELECT is(rurality(4, 2013, 'rucc_metro')::text, 'rucc_metro 2013 nonmetropolitan', 'an integer');

-- Not known.
SELECT is(rurality(c, v, s), NULL, format('%s of %s %s is not known', c, s, v)) FROM (VALUES
	(99::numeric, 2010, 'ruca_a'::rurality_scheme), (99.0, 2000, 'ruca_primary'), (99, 2020, 'ruca_metro'), (99, 2013, 'rucc_metro'), (98, 2003, 'rucc_urban'),
	(NULL, 2010, 'ruca_a'), (4, NULL, 'ruca_a'), (4, 2010, NULL)) x (c, v, s);

-- What is refused, with its hint.
CREATE FUNCTION pg_temp.refusal(code numeric, vintage int, scheme rurality_scheme) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	hint text;
BEGIN
	PERFORM rurality(code, vintage, scheme);
	RETURN 'taken';
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT;
	RETURN SQLSTATE || ' ' || SQLERRM || '. ' || hint;
END $$;
\set ruca 'RUCA codes are 1 to 10, some with a decimal for the secondary flow, such as 10.1; 99 is not coded.'
\set rucc 'RUCC codes are 1 to 9, without decimals; 98 and 99 are not known.'
SELECT is(pg_temp.refusal(c, v, s), e, format('%s of %s %s', c, s, v)) FROM (VALUES
	(4.2, 2010, 'ruca_a'::rurality_scheme, '22003 4.2 is no RUCA code of 2010. It is a RUCA code of 2000: give the vintage of the code.'),
	(10.6, 2020, 'ruca_metro', '22003 10.6 is no RUCA code of 2020. It is a RUCA code of 2000: give the vintage of the code.'),
	(0, 2010, 'ruca_a', '22003 0 is no RUCA code of 2010. ' || :'ruca'), (11, 2010, 'ruca_a', '22003 11 is no RUCA code of 2010. ' || :'ruca'),
	(98, 2010, 'ruca_a', '22003 98 is no RUCA code of 2010. ' || :'ruca'), (-1, 2010, 'ruca_a', '22003 -1 is no RUCA code of 2010. ' || :'ruca'),
	(10.15, 2010, 'ruca_a', '22003 10.15 is no RUCA code of 2010. ' || :'ruca'), (3.1, 2000, 'ruca_a', '22003 3.1 is no RUCA code of 2000. ' || :'ruca'),
	(1e20, 2000, 'ruca_a', '22003 10000000000000000000 is no RUCA code of 2000. ' || :'ruca'), ('NaN', 2010, 'ruca_a', '22003 NaN is no RUCA code of 2010. ' || :'ruca'),
	(10, 2013, 'rucc_metro', '22003 10 is no RUCC code of 2013. ' || :'rucc'), (4.1, 2013, 'rucc_metro', '22003 4.1 is no RUCC code of 2013. ' || :'rucc'),
	(4, 2013, 'ruca_a', '22023 there are no RUCA codes of 2013. There are those of 2000, 2010 and 2020.'),
	(4, 2010, 'rucc_metro', '22023 there are no RUCC codes of 2010. There are those of 2003, 2013 and 2023.'),
	(4, 0, 'ruca_a', '22023 there are no RUCA codes of 0. There are those of 2000, 2010 and 2020.')) x (c, v, s, e);

-- Vintages and schemes are never mixed: what differs in either is another value.
SELECT is((SELECT count(*) FROM (SELECT DISTINCT rurality(7, v, s) FROM unnest('{2000,2010,2020}'::int[]) v, unnest('{ruca_a,ruca_b,ruca_c}'::rurality_scheme[]) s) q), 9::bigint, 'nine groups of one code');
SELECT is((SELECT string_agg(rurality_class(r)::text, ' ' ORDER BY r) FROM unnest('{ruca_a 2010 isolated_rural,ruca_a 2010 urban,ruca_a 2010 small_rural,ruca_a 2010 large_rural}'::rurality[]) r),
	'urban large_rural small_rural isolated_rural', 'sorted from urban to rural');

-- The text form is strict.
SELECT throws_ok(format('SELECT %L::exonc.rurality', t), '22P02', NULL, format('no rurality: "%s"', t)) FROM unnest(ARRAY['', 'ruca_a', 'ruca_a 2010', 'ruca_a 2010 ',
	'ruca_a 2010 micropolitan', 'ruca_a 2013 urban', 'rucc_metro 2010 metropolitan', 'ruca_a  2010 urban', 'ruca_a 2010 urban ', ' ruca_a 2010 urban', 'RUCA_A 2010 urban', 'ruca_a 02010 urban', 'ruca_a 99999999999999999999 urban', 'ruca_d 2010 urban']) t;

-- The words of a setting are those of a prescription.
SELECT results_eq($$ SELECT (delivery_settings(('aer walk 30min via ' || w)::prescription))[1] FROM unnest('{site,home,tele,comm}'::text[]) w $$,
	'SELECT unnest(enum_range(NULL::delivery_setting))', 'delivery settings');
SELECT is(delivery_settings(rx::prescription), s::delivery_setting[], rx) FROM (VALUES ('aer walk 30min', '{}'), ('aer via home|site', '{site,home}'),
	('wk 1-2: ses 2/wk 60min via site { aer & res }; wk 3-4: aer 30min via tele or aer 20min via home', '{site,home,tele}'), ('ses { aer via comm & res via home }', '{home,community}')) v (rx, s);
SELECT results_eq($$ SELECT DISTINCT (delivery_settings(prescribed))[1] FROM schedule('wk 1-2: aer walk 2/wk 30min via home & ses 1/wk 60min via site { aer & res }'::prescription, '2026-01-05') ORDER BY 1 $$,
	$$ VALUES ('site'::delivery_setting), ('home') $$, 'the setting of a planned session');

SELECT * FROM finish();
ROLLBACK;
