-- From what was prescribed to what adherence counts.

CREATE TYPE planned_end AS ENUM ('lower', 'upper', 'middle', 'exact');
COMMENT ON TYPE planned_end IS
'Which number of a prescribed range is the planned dose: its lower end, so that the least that was asked for is a whole session (lower), its upper end (upper), the mean of both (middle), or only a range that is one number (exact).';

CREATE FUNCTION planned_dose(prescribed numrange, which planned_end DEFAULT 'lower') RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_planned_dose' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION planned_dose(numrange, planned_end) IS
'The planned dose of a session from a prescribed range, such as minutes of schedule(), in its unit. 30-45 minutes are 30 by default: a choice of ours, since the paper of a trial seldom says which end is 100 %. NULL where the end is open, and for exact where the range is more than one number. Error (22023): an empty range.';
CREATE FUNCTION bpm_zone(target numrange) RETURNS int4range
AS 'MODULE_PATHNAME', 'exonc_bpm_zone' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION bpm_zone(numrange) IS
'The whole heart rates that lie within a target, as time_in_zone() takes them: a target of targets() such as [108.2,126.8] bpm holds the rates 109 to 126. No rate changes sides. Errors: an end beyond the whole numbers (22003), a target that is empty or holds no whole number (22023).';
