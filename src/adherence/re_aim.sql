-- RE-AIM: reach, adoption, implementation and maintenance of a programme.

CREATE TYPE re_aim_dimension AS ENUM ('reach', 'effectiveness', 'adoption', 'implementation', 'maintenance');
COMMENT ON TYPE re_aim_dimension IS
'Dimensions of RE-AIM, of persons (reach, effectiveness), of sites and staff (adoption, implementation) and of both (maintenance).';

CREATE FUNCTION re_aim(
	eligible bigint DEFAULT NULL, approached bigint DEFAULT NULL, participants bigint DEFAULT NULL,
	sites_invited bigint DEFAULT NULL, sites_taking_part bigint DEFAULT NULL,
	staff_invited bigint DEFAULT NULL, staff_taking_part bigint DEFAULT NULL,
	sessions_planned bigint DEFAULT NULL, sessions_offered bigint DEFAULT NULL,
	sessions_attended bigint DEFAULT NULL, sessions_as_prescribed bigint DEFAULT NULL,
	participants_followed_up bigint DEFAULT NULL, participants_still_active bigint DEFAULT NULL,
	sites_still_delivering bigint DEFAULT NULL, months_since_contact float8 DEFAULT NULL,
	OUT dimension re_aim_dimension, OUT measure text, OUT value float8,
	OUT numerator bigint, OUT numerator_is text, OUT denominator bigint, OUT denominator_is text,
	OUT lower float8, OUT upper float8, OUT reason text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_re_aim' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 10; -- not STRICT: a count may be unknown
COMMENT ON FUNCTION re_aim(bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, float8) IS
'Rates of RE-AIM from counts, one row each with numerator and denominator, what they are, and 95 % Wilson interval: reach, adoption by sites and by staff, implementation (sessions offered, attended and done as prescribed), maintenance by participants (at least 6 months after the last contact, months_since_contact) and by sites. value is NULL with a reason where a count is NULL, the denominator is 0, or the follow-up is too early. Effectiveness is an outcome, costs and adaptations are no ratios, and representativeness is standardised_difference(). Errors: a negative count or time (22003), a part larger than its whole (22023).';
