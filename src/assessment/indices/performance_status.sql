-- Performance status: ECOG and Karnofsky.

CREATE TYPE ecog_kps_map AS ENUM ('rtog', 'buccheri_1996', 'ma_2010', 'prasad_2018', 'points');
COMMENT ON TYPE ecog_kps_map IS
'A table between ECOG and Karnofsky performance status (KPS). They contradict each other: a KPS of 90 is ECOG 0 by rtog and points, 1 by ma_2010 and prasad_2018, and 0 or 1 by buccheri_1996. rtog: NRG/RTOG protocols. buccheri_1996: three groups. ma_2010, prasad_2018: fitted to patients assessed with both. points: one KPS for each ECOG, unconfirmed. ecog_kps_maps() lists them.';

CREATE FUNCTION ecog_from_kps(kps integer, map ecog_kps_map) RETURNS integer
AS 'MODULE_PATHNAME', 'exonc_ecog_from_kps' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION ecog_from_kps(integer, ecog_kps_map) IS
'ECOG performance status, 0 to 5, for a Karnofsky performance status in percent (0 to 100 in tens), by the map that is named: there is no default, since the maps disagree. NULL if an argument is NULL, or if the map leaves the KPS out or gives more than one ECOG; see ecog_range_from_kps(). Errors: a KPS outside 0..100 or not a multiple of ten (22003). Store the scale that was recorded, not the converted one.';

CREATE FUNCTION ecog_range_from_kps(kps integer, map ecog_kps_map) RETURNS int4range
AS 'MODULE_PATHNAME', 'exonc_ecog_range_from_kps' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION ecog_range_from_kps(integer, ecog_kps_map) IS
'All ECOG performance statuses that a map gives for a Karnofsky performance status; NULL if it leaves it out. Arguments and errors as ecog_from_kps().';

CREATE FUNCTION kps_range_from_ecog(ecog integer, map ecog_kps_map) RETURNS int4range
AS 'MODULE_PATHNAME', 'exonc_kps_range_from_ecog' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION kps_range_from_ecog(integer, ecog_kps_map) IS
'The Karnofsky performance statuses in percent that a map gives for an ECOG performance status, as a range of which only the multiples of ten are meant: [90,101) is 90 and 100. NULL if an argument is NULL. Errors: an ECOG outside 0..5 (22003).';

CREATE FUNCTION ecog_kps_maps(
	OUT map ecog_kps_map, OUT ecog_lowest integer, OUT ecog_highest integer,
	OUT kps_lowest integer, OUT kps_highest integer, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_ecog_kps_maps' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 28;
COMMENT ON FUNCTION ecog_kps_maps() IS
'The maps between ECOG and Karnofsky performance status, one row a line: the range of ECOG and the range of KPS (in tens) that mean the same, source and mark.';
