-- Planned against done, coverage, shares and funnels.

CREATE FUNCTION match_sessions(
	planned_on date[], done_on date[], days_before integer DEFAULT 0, days_after integer DEFAULT 0,
	OUT planned_no integer, OUT planned date, OUT done_no integer, OUT done date, OUT days_late integer, OUT outcome text
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_match_sessions' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 40;
COMMENT ON FUNCTION match_sessions(date[], date[], integer, integer) IS
'Planned against performed sessions: each performed session, from the earliest, satisfies the earliest planned one that is still open and lies within the grace, from days_before before the planned date to days_after after it. Each satisfies at most one. One row for each planned session, on the day, rescheduled or missed, then one for each performed session that is extra; planned_no and done_no are places in the arrays. Errors: NULL among the dates (22023), a grace outside 0..366 days or a date outside the years 1 to 9999 (22003).';

CREATE FUNCTION time_in_zone(
	heart_rate_bpm integer[], zone_bpm int4range, seconds_per_sample integer DEFAULT 60, planned_min float8 DEFAULT NULL,
	OUT below_min float8, OUT in_zone_min float8, OUT above_min float8, OUT unknown_min float8, OUT attainment float8
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_time_in_zone' LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT: planned_min may be left out
COMMENT ON FUNCTION time_in_zone(integer[], int4range, integer, float8) IS
'Minutes of a session below, within and above the target heart rate, from samples at a fixed distance; NULL samples are minutes unknown, never below. attainment: minutes within over planned_min; NULL without planned_min or without any known sample. Errors (22003): a heart rate outside 20..250, seconds_per_sample outside 1..3600, planned_min not within a day; an empty zone (22023).';

CREATE FUNCTION coverage(
	event_on date[], covers_days integer[], from_on date, until_on date, follow_up_until date DEFAULT NULL, closed boolean DEFAULT false,
	OUT cma1 float8, OUT cma2 float8, OUT cma3 float8, OUT cma4 float8, OUT cma5 float8, OUT cma6 float8, OUT cma7 float8,
	OUT cma8 float8, OUT cma9 float8, OUT days_covered_shifted float8, OUT days_covered float8
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_coverage' LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT: follow_up_until and closed may be left out
COMMENT ON FUNCTION coverage(date[], integer[], date, date, date, boolean) IS
'Continuous multiple-interval measures (CMA) 1 to 9 as the R package AdhereR defines them, over the window from_on <= day < until_on. An event is a session, covers_days the days it covers: 7 over the sessions a week. cma1: covered days without the last event over first to last event; cma2: all of them over first event to end of window; cma3, cma4: those at most 1; cma5, cma6: the same spans without gap days, with carry-over within the window; cma7: the whole window, with carry-over from before; cma8: from the end of that carry-over; cma9: each interval between events at the rate min(1, supply/interval), the last one until follow_up_until (NULL: until_on). closed: an event on the day until_on counts as within the window for 1 to 6, as in AdhereR. days_covered_shifted: share of days covered where overlapping supply is used up later (PDC); days_covered: where it is lost. NULL where the span has no day or there is no event. Errors: arrays that do not belong together, an event not before follow_up_until, an empty window (22023), covers_days outside 1..3660 (22003).';

CREATE FUNCTION participation_eras(
	starts_on date[], ends_on date[], gap_days integer DEFAULT 30,
	OUT n integer, OUT era_starts_on date, OUT era_ends_on date, OUT periods integer
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_participation_eras' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 3;
COMMENT ON FUNCTION participation_eras(date[], date[], integer) IS
'Periods of participation joined to eras where no more than gap_days lie between the end of one and the start of the next, as OHDSI joins drug exposures (30 days). Periods are starts_on <= day < ends_on. Errors: arrays of different length, NULL among the dates, a period without a day (22023), gap_days outside 0..366 (22003).';

CREATE FUNCTION wilson_interval(part bigint, whole bigint, confidence float8 DEFAULT 0.95, OUT lower float8, OUT upper float8) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_wilson_interval' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION wilson_interval(bigint, bigint, float8) IS
'Wilson''s score interval of a share, such as that of participants who reach a threshold. NULL if whole is 0. Errors: part not within 0..whole (22023), confidence outside 0.5..0.9999 (22003).';
CREATE FUNCTION feasible(part bigint, whole bigint, at_least float8) RETURNS boolean
AS 'MODULE_PATHNAME', 'exonc_feasible' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION feasible(bigint, bigint, float8) IS
'Whether part is at least this share of whole, compared in whole numbers: with count(*) FILTER (WHERE attendance_at_least(a, 0.75)) and count(*), the rule that a share of the participants reaches a threshold (Jones 2024: 0.70 of them 0.75). NULL if whole is 0. Errors: part not within 0..whole (22023), at_least outside 0..1 (22003).';
CREATE FUNCTION feasibility_funnel(
	screened bigint DEFAULT NULL, eligible bigint DEFAULT NULL, approached bigint DEFAULT NULL, enrolled bigint DEFAULT NULL,
	started bigint DEFAULT NULL, assessed bigint DEFAULT NULL, died bigint DEFAULT NULL, withdrew bigint DEFAULT NULL,
	lost bigint DEFAULT NULL, site_months float8 DEFAULT NULL,
	OUT measure text, OUT value float8, OUT numerator bigint, OUT denominator bigint, OUT definition text, OUT lower float8, OUT upper float8
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_feasibility_funnel' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 10; -- not STRICT: a count may be unknown
COMMENT ON FUNCTION feasibility_funnel(bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, float8) IS
'Rates of a study from its counts, one row each with numerator, denominator, definition and 95 % Wilson interval: eligibility, recruitment (the reach of RE-AIM), consent, started, retention with and without deaths, attrition, withdrawal, lost to follow-up, and accrual if site_months (months times sites) is given. A count that is NULL leaves its rates NULL. Errors: a negative count (22003), a stage that is larger than the one it is part of (22023).';
CREATE FUNCTION standardised_difference(mean_a float8, sd_a float8, mean_b float8, sd_b float8) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_standardised_difference' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION standardised_difference(float8, float8, float8, float8) IS
'Standardised difference of two groups, such as participants and those who declined (representativeness in RE-AIM): difference of the means over the root of the mean variance. NULL if both standard deviations are 0. Error (22003): a negative standard deviation or a value that is not finite. The formula is general knowledge, unconfirmed by a source of ours.';
CREATE FUNCTION standardised_difference_of_shares(part_a bigint, whole_a bigint, part_b bigint, whole_b bigint) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_standardised_difference_of_shares' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION standardised_difference_of_shares(bigint, bigint, bigint, bigint) IS
'Standardised difference of two shares, with the variance p (1 - p) of each. NULL if a whole is 0 or both shares are 0 or 1 alike. Error (22023): a part not within 0..whole. The formula is general knowledge, unconfirmed by a source of ours.';
