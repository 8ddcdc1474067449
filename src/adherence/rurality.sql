-- How rural the places are in which participants live.

CREATE TYPE rurality_scheme AS ENUM ('ruca_primary', 'ruca_a', 'ruca_b', 'ruca_c', 'ruca_metro', 'rucc_metro', 'rucc_urban');
COMMENT ON TYPE rurality_scheme IS
'How codes are put into classes. RUCA codes (census tract or ZIP code area): ruca_primary: metropolitan (1-3), micropolitan (4-6), small_town (7-9), rural (10); ruca_a: urban, large_rural, small_rural, isolated_rural, by the secondary flow too (categorization A of the WWAMI Rural Health Research Center); ruca_b: the last two of these together; ruca_c: urban and the rest, called rural; ruca_metro: metropolitan (1-3) or nonmetropolitan (4-10). RUCC codes (county): rucc_metro: metropolitan (1-3) or nonmetropolitan (4-9); rucc_urban: nonmetropolitan_urban (4-7) and nonmetropolitan_rural (8-9) apart.';
CREATE TYPE rurality_class AS ENUM (
	'metropolitan', 'urban', 'micropolitan', 'large_rural', 'nonmetropolitan', 'nonmetropolitan_urban', 'small_town',
	'small_rural', 'small_or_isolated_rural', 'nonmetropolitan_rural', 'rural', 'isolated_rural'
);
COMMENT ON TYPE rurality_class IS
'Classes of rurality. Each scheme has some of them, in this order from the most urban to the most rural; those of different schemes are not comparable. See rurality_scheme.';

CREATE TYPE rurality;

-- @include src/common/type_io.sql.in TYPE=rurality LIBRARY='MODULE_PATHNAME', PREFIX=rurality_ LANGUAGE=C

CREATE TYPE rurality (
	INPUT = rurality_in, OUTPUT = rurality_out, RECEIVE = rurality_recv, SEND = rurality_send, LIKE = integer
);
COMMENT ON TYPE rurality IS
'A class of rurality with its scheme and the vintage of its code, such as ruca_a 2010 small_rural. Made by rurality() from a code. Values of different schemes or vintages are different values, so grouping by a rurality never mixes them. It holds no place. Sorted by scheme, vintage and class, from urban to rural.';

-- @include src/common/type_operators.sql.in TYPE=rurality
-- @include src/common/type_jsonb.sql.in TYPE=rurality
COMMENT ON CAST (rurality AS jsonb) IS 'its text as a JSON string';
COMMENT ON CAST (jsonb AS rurality) IS 'a JSON string with its text';

CREATE FUNCTION rurality(code numeric, vintage integer, scheme rurality_scheme) RETURNS rurality
AS 'MODULE_PATHNAME', 'exonc_rurality' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION rurality(numeric, integer, rurality_scheme) IS
'Class of a RUCA or RUCC code of the US Department of Agriculture. code: compared as a decimal, so 10.1 is 10.1 and 10.10. vintage: the year in the name of the list, 2000, 2010 or 2020 for RUCA and 2003, 2013 or 2023 for RUCC; it is kept in the result. NULL for 99 (not coded), and for 98 of RUCC. Errors: a code that the list of that vintage does not have, with a hint if another one has it (22003), a vintage of which there are no codes (22023). Not all schemes are sourced for all vintages: see rurality_codes().';
CREATE FUNCTION rurality_class(rurality rurality) RETURNS rurality_class
AS 'MODULE_PATHNAME', 'exonc_rurality_class' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION rurality_class(rurality) IS 'The class alone. Compare it only within one scheme and vintage.';
CREATE FUNCTION rurality_scheme(rurality rurality) RETURNS rurality_scheme
AS 'MODULE_PATHNAME', 'exonc_rurality_scheme' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION rurality_scheme(rurality) IS 'The scheme of the class.';
CREATE FUNCTION rurality_vintage(rurality rurality) RETURNS integer
AS 'MODULE_PATHNAME', 'exonc_rurality_vintage' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION rurality_vintage(rurality) IS 'The vintage of the code that the class was made from: a year.';
CREATE FUNCTION rurality_codes(
	OUT rurality rurality, OUT scheme rurality_scheme, OUT vintage integer, OUT code numeric, OUT class rurality_class,
	OUT description text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_rurality_codes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 429;
COMMENT ON FUNCTION rurality_codes() IS
'What every code of every vintage is under every scheme, with source and mark. Unconfirmed: classes that are in use, but that no source of ours prints for that vintage.';
