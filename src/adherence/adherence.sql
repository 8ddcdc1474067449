-- What was done of what was planned: policies, the summary, its aggregates and accessors.

CREATE TYPE session_status AS ENUM ('attended', 'missed', 'excused', 'unlogged', 'after_exit', 'not_due');
COMMENT ON TYPE session_status IS
'What became of a planned session: attended, missed (known), excused (a break by protocol or approved), unlogged (due, but nothing was logged), after_exit (planned after death or withdrawal), not_due (in the future of the data; never counted).';
CREATE TYPE dose_unit AS ENUM ('min', 'met_h', 'kg', 'zone_min', 'kcal');
COMMENT ON TYPE dose_unit IS
'Unit of an exercise dose: minutes, MET hours (MET x minutes / 60), kilograms lifted (sets x repetitions x load), minutes within the target zone, kilocalories. Doses of different units are never added.';
CREATE TYPE break_policy AS ENUM ('exclude', 'count');
COMMENT ON TYPE break_policy IS 'Excused sessions: leave them out (exclude), or count them as missed, as Nilsen 2018 counts vacations.';
CREATE TYPE unlogged_policy AS ENUM ('missed', 'exclude', 'unknown');
COMMENT ON TYPE unlogged_policy IS 'Due sessions without a log: missed, left out (exclude), or unknown, which makes every rate NULL.';
CREATE TYPE exit_policy AS ENUM ('count', 'exclude');
COMMENT ON TYPE exit_policy IS 'Sessions after death or withdrawal: count them as missed, as Phys-Can and Nilsen 2018 do, or leave them out (exclude).';
CREATE TYPE dose_cap AS ENUM ('none', 'session', 'total');
COMMENT ON TYPE dose_cap IS
'What more than the planned dose is worth: it counts (none), no session counts more than planned (session), the ratio of the sums is at most 1 (total).';

CREATE TYPE adherence_policy;

-- @include src/common/type_io.sql.in TYPE=adherence_policy LIBRARY='MODULE_PATHNAME', PREFIX=adherence_policy_ LANGUAGE=C

CREATE TYPE adherence_policy (
	INPUT = adherence_policy_in, OUTPUT = adherence_policy_out,
	RECEIVE = adherence_policy_recv, SEND = adherence_policy_send, LIKE = bigint
);
COMMENT ON TYPE adherence_policy IS
'The choices that published adherence figures differ by, written as breaks=exclude unlogged=missed after_exit=count cap=none run_sessions=3 tail_sessions=1, which is the default; choices left out are those. Part of every adherence and session_log. See adherence_policy().';

-- @include src/common/type_operators.sql.in TYPE=adherence_policy
-- @include src/common/type_jsonb.sql.in TYPE=adherence_policy
COMMENT ON CAST (adherence_policy AS jsonb) IS 'a JSON object of the choices';
COMMENT ON CAST (jsonb AS adherence_policy) IS 'a JSON object of some of the choices';

CREATE FUNCTION adherence_policy(
	breaks break_policy DEFAULT 'exclude', unlogged unlogged_policy DEFAULT 'missed',
	after_exit exit_policy DEFAULT 'count', cap dose_cap DEFAULT 'none',
	run_sessions integer DEFAULT 3, tail_sessions integer DEFAULT 1
) RETURNS adherence_policy
AS 'MODULE_PATHNAME', 'exonc_adherence_policy' LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT: NULL is the default
COMMENT ON FUNCTION adherence_policy(break_policy, unlogged_policy, exit_policy, dose_cap, integer, integer) IS
'A policy from its choices. breaks, unlogged, after_exit: what excused sessions, sessions without a log and sessions after exit count as. cap: what dose_intensity() takes by default. run_sessions: so many consecutive misses are an interruption (3: Nilsen 2018, Fairman 2020). tail_sessions: so many misses that reach the end of the protocol are a discontinuation. NULL is the default of a choice. Error (22003): a number of sessions outside 1..9999.';

CREATE TYPE adherence;

-- @include src/common/type_io.sql.in TYPE=adherence LIBRARY='MODULE_PATHNAME', PREFIX=adherence_ LANGUAGE=C

CREATE TYPE adherence (
	INPUT = adherence_in, OUTPUT = adherence_out, RECEIVE = adherence_recv, SEND = adherence_send,
	INTERNALLENGTH = VARIABLE, ALIGNMENT = double, STORAGE = extended
);
COMMENT ON TYPE adherence IS
'Planned sessions summed up: how many of each status, how many were changed, planned and delivered dose in each unit, and the policy. Made by the aggregate adherence(), merged by rollup(). Sums are exact, in millionths of a unit. Text and jsonb hold the policy and every sum that is not zero. The order of the operators is for indexes and has no clinical meaning.';

-- @include src/common/type_operators.sql.in TYPE=adherence
-- @include src/common/type_jsonb.sql.in TYPE=adherence
COMMENT ON CAST (adherence AS jsonb) IS 'a JSON object of the policy and the sums that are not zero';
COMMENT ON CAST (jsonb AS adherence) IS 'a JSON object of the policy and the sums';

CREATE FUNCTION adherence_accumulate(adherence, session_status) RETURNS adherence
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION adherence_accumulate(adherence, session_status) IS 'implementation of aggregate adherence';
CREATE FUNCTION adherence_remove(adherence, session_status) RETURNS adherence
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION adherence_remove(adherence, session_status) IS 'implementation of aggregate adherence';
CREATE FUNCTION adherence_accumulate(adherence, session_status, adherence_policy) RETURNS adherence
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION adherence_accumulate(adherence, session_status, adherence_policy) IS 'implementation of aggregate adherence';
CREATE FUNCTION adherence_remove(adherence, session_status, adherence_policy) RETURNS adherence
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION adherence_remove(adherence, session_status, adherence_policy) IS 'implementation of aggregate adherence';
CREATE FUNCTION adherence_accumulate(adherence, session_status, float8, float8, dose_unit) RETURNS adherence
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION adherence_accumulate(adherence, session_status, float8, float8, dose_unit) IS 'implementation of aggregate adherence';
CREATE FUNCTION adherence_remove(adherence, session_status, float8, float8, dose_unit) RETURNS adherence
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION adherence_remove(adherence, session_status, float8, float8, dose_unit) IS 'implementation of aggregate adherence';
CREATE FUNCTION adherence_accumulate(adherence, session_status, float8, float8, dose_unit, boolean, boolean, boolean, boolean, adherence_policy) RETURNS adherence
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION adherence_accumulate(adherence, session_status, float8, float8, dose_unit, boolean, boolean, boolean, boolean, adherence_policy) IS 'implementation of aggregate adherence';
CREATE FUNCTION adherence_remove(adherence, session_status, float8, float8, dose_unit, boolean, boolean, boolean, boolean, adherence_policy) RETURNS adherence
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION adherence_remove(adherence, session_status, float8, float8, dose_unit, boolean, boolean, boolean, boolean, adherence_policy) IS 'implementation of aggregate adherence';
CREATE FUNCTION adherence_combine(adherence, adherence) RETURNS adherence
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adherence_combine(adherence, adherence) IS 'implementation of aggregates adherence and rollup';
CREATE FUNCTION adherence_uncombine(adherence, adherence) RETURNS adherence
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adherence_uncombine(adherence, adherence) IS 'implementation of aggregate rollup';

CREATE AGGREGATE adherence(status session_status) (
	SFUNC = adherence_accumulate, STYPE = adherence, SSPACE = 128, COMBINEFUNC = adherence_combine,
	MSFUNC = adherence_accumulate, MINVFUNC = adherence_remove, MSTYPE = adherence, MSSPACE = 128, PARALLEL = SAFE
);
COMMENT ON AGGREGATE adherence(session_status) IS
'Summary of planned sessions, one row each, by status alone, under the default policy. A NULL status is counted apart and never planned. NULL for no rows. Exact in any order and split; in a moving window each row enters and leaves once.';
CREATE AGGREGATE adherence(status session_status, policy adherence_policy) (
	SFUNC = adherence_accumulate, STYPE = adherence, SSPACE = 128, COMBINEFUNC = adherence_combine,
	MSFUNC = adherence_accumulate, MINVFUNC = adherence_remove, MSTYPE = adherence, MSSPACE = 128, PARALLEL = SAFE
);
COMMENT ON AGGREGATE adherence(session_status, adherence_policy) IS
'The same under another policy; NULL is the default. Error (22023) if the policy is not the same in all rows.';
CREATE AGGREGATE adherence(status session_status, planned_dose float8, delivered_dose float8, unit dose_unit) (
	SFUNC = adherence_accumulate, STYPE = adherence, SSPACE = 128, COMBINEFUNC = adherence_combine,
	MSFUNC = adherence_accumulate, MINVFUNC = adherence_remove, MSTYPE = adherence, MSSPACE = 128, PARALLEL = SAFE
);
COMMENT ON AGGREGATE adherence(session_status, float8, float8, dose_unit) IS
'Summary of planned sessions with their doses, under the default policy. Doses are kept to six decimals, each unit for itself. A session that was not attended delivers 0, whether that is written or NULL. An unknown dose (NULL) makes dose_intensity() of that unit NULL; a session with neither doses nor unit has no dose. Errors: a dose that is negative, not finite or above 1e9 (22003); a dose without unit, a delivered dose of a session not attended or where 0 was planned (22023). check_session() finds such rows first.';
CREATE AGGREGATE adherence(status session_status, planned_dose float8, delivered_dose float8, unit dose_unit,
	reduced boolean, lowered_before boolean, ended_early boolean, rescheduled boolean, policy adherence_policy) (
	SFUNC = adherence_accumulate, STYPE = adherence, SSPACE = 128, COMBINEFUNC = adherence_combine,
	MSFUNC = adherence_accumulate, MINVFUNC = adherence_remove, MSTYPE = adherence, MSSPACE = 128, PARALLEL = SAFE
);
COMMENT ON AGGREGATE adherence(session_status, float8, float8, dose_unit, boolean, boolean, boolean, boolean, adherence_policy) IS
'Summary of planned sessions with doses, changes and a policy. reduced: dose reduced during the session; lowered_before: intensity modified before it; ended_early; rescheduled: attended on another date. NULL: not known, which makes the rate of that change NULL if the session was attended. policy NULL is the default. Errors as with doses alone, and (22023) a session not attended that is reduced, ended early or rescheduled, or a policy that is not the same in all rows.';
CREATE AGGREGATE rollup(adherence adherence) (
	SFUNC = adherence_combine, STYPE = adherence, SSPACE = 128, COMBINEFUNC = adherence_combine,
	MSFUNC = adherence_combine, MINVFUNC = adherence_uncombine, MSTYPE = adherence, MSSPACE = 128, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(adherence) IS
'The sum of summaries, as if made from all their sessions at once. attendance(rollup(a)) over participants is the pooled ratio, the sum of attended over the sum of planned sessions; avg(attendance(a)) is the mean of the participants'' ratios, which trials report. NULLs are ignored. Errors: different policies, which are named (22023); a sum out of range (22003).';

CREATE FUNCTION planned_sessions(adherence adherence) RETURNS bigint
AS 'MODULE_PATHNAME', 'exonc_planned_sessions' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION planned_sessions(adherence) IS
'Number of planned sessions that count under the policy: the denominator of attendance() and of the rates. Unlogged sessions are not in it if the policy calls them unknown.';
CREATE FUNCTION attended_sessions(adherence adherence) RETURNS bigint
AS 'MODULE_PATHNAME', 'exonc_attended_sessions' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION attended_sessions(adherence) IS 'Number of attended sessions.';
CREATE FUNCTION policy(adherence adherence) RETURNS adherence_policy
AS 'MODULE_PATHNAME', 'exonc_policy' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION policy(adherence) IS 'The policy under which the summary was made.';
CREATE FUNCTION attendance(adherence adherence) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_attendance' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION attendance(adherence) IS
'Attended over planned sessions, 0 to 1. NULL if none was planned, or if the policy leaves unlogged sessions unknown and there are some. Source: Nilsen 2018.';
CREATE FUNCTION modification_rate(adherence adherence) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_modification_rate' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION modification_rate(adherence) IS
'Sessions with a reduced dose over planned sessions, the denominator of Nilsen 2018. NULL if none was planned or if it is not known of an attended session.';
CREATE FUNCTION modification_rate_of_attended(adherence adherence) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_modification_rate_of_attended' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION modification_rate_of_attended(adherence) IS
'Sessions with a reduced dose over attended sessions. NULL if none was attended or if it is not known of an attended session.';
CREATE FUNCTION pretreatment_modification_rate(adherence adherence) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_pretreatment_modification_rate' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pretreatment_modification_rate(adherence) IS
'Sessions whose intensity was lowered before they began, over planned sessions. NULL if none was planned or if it is not known of an attended session. Source: Nilsen 2018.';
CREATE FUNCTION early_termination_rate(adherence adherence) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_early_termination_rate' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION early_termination_rate(adherence) IS
'Sessions that ended early, over planned sessions. NULL if none was planned or if it is not known of an attended session. Source: Nilsen 2018.';
CREATE FUNCTION rescheduled_rate(adherence adherence) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_rescheduled_rate' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION rescheduled_rate(adherence) IS
'Sessions attended on another date than planned, over planned sessions. NULL if none was planned or if it is not known of an attended session.';
CREATE FUNCTION any_modification_rate(adherence adherence) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_any_modification_rate' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION any_modification_rate(adherence) IS
'Sessions that were reduced, lowered before or ended early, over planned sessions; a session with several changes counts once. NULL if none was planned or if it is not known of an attended session.';
CREATE FUNCTION attendance_at_least(adherence adherence, threshold float8) RETURNS boolean
AS 'MODULE_PATHNAME', 'exonc_attendance_at_least' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION attendance_at_least(adherence, float8) IS
'Whether attendance is at least the threshold, a ratio such as 0.75 with up to nine decimals. Compared in whole numbers, so no rounding decides. NULL where attendance() is. Error (22003): a threshold outside 0..1.';
CREATE FUNCTION dose_intensity(adherence adherence, unit dose_unit DEFAULT NULL, cap dose_cap DEFAULT NULL) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_dose_intensity' LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT: unit and cap may be left out
COMMENT ON FUNCTION dose_intensity(adherence, dose_unit, dose_cap) IS
'Relative dose intensity: delivered over planned dose of the planned sessions, where a missed session delivered 0. unit NULL: the only one there is; cap NULL: that of the policy. NULL if no dose was planned, if a dose is not known, or where attendance() is NULL for unlogged sessions. Error (22023): several units and none named. Sources: Nilsen 2018, Fairman 2020.';
CREATE FUNCTION dose_intensity_at_least(adherence adherence, threshold float8, unit dose_unit DEFAULT NULL, cap dose_cap DEFAULT NULL) RETURNS boolean
AS 'MODULE_PATHNAME', 'exonc_dose_intensity_at_least' LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT, as dose_intensity()
COMMENT ON FUNCTION dose_intensity_at_least(adherence, float8, dose_unit, dose_cap) IS
'Whether dose_intensity() is at least the threshold, a ratio such as 0.75 with up to nine decimals. Compared in whole numbers. NULL where dose_intensity() is. Errors: as dose_intensity(), and a threshold outside 0..10 (22003).';
CREATE FUNCTION mean_dose_intensity(adherence adherence, cap dose_cap DEFAULT NULL) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_mean_dose_intensity' LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT, as dose_intensity()
COMMENT ON FUNCTION mean_dose_intensity(adherence, dose_cap) IS
'Mean over the units of dose_intensity(): joins aerobic and resistance training without adding unlike doses. cap NULL: that of the policy. NULL if there is no dose or if the intensity of any unit is NULL.';
CREATE FUNCTION adherence_rates(
	adherence adherence, OUT measure text, OUT value float8, OUT numerator bigint, OUT numerator_is text,
	OUT denominator bigint, OUT denominator_is text
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_adherence_rates' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 7;
COMMENT ON FUNCTION adherence_rates(adherence) IS
'All rates of a summary, one row each, with numerator and denominator and what they are. value is NULL where the function of that rate gives NULL; numerator then counts what is known.';
CREATE FUNCTION adherence_doses(
	adherence adherence, OUT unit dose_unit, OUT sessions bigint, OUT planned float8, OUT delivered float8,
	OUT capped float8, OUT open_sessions bigint, OUT open_planned float8,
	OUT dose_intensity float8, OUT session_capped float8, OUT total_capped float8
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_adherence_doses' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 2;
COMMENT ON FUNCTION adherence_doses(adherence) IS
'The doses of a summary, one row for each unit: sessions whose planned and delivered dose are known, both sums, the sum of what counts when each session is capped at its planned dose, the sessions of which a dose is not known (open) with what is known of their planned dose, and the relative dose intensity under each cap. The intensities are NULL while sessions are open.';
CREATE FUNCTION check_session(
	status session_status, planned_dose float8 DEFAULT NULL, delivered_dose float8 DEFAULT NULL, unit dose_unit DEFAULT NULL,
	reduced boolean DEFAULT NULL, lowered_before boolean DEFAULT NULL, ended_early boolean DEFAULT NULL, rescheduled boolean DEFAULT NULL
) RETURNS text
AS 'MODULE_PATHNAME', 'exonc_check_session' LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT: any of it may be unknown
COMMENT ON FUNCTION check_session(session_status, float8, float8, dose_unit, boolean, boolean, boolean, boolean) IS
'What adherence() and session_log() would refuse a row for, or NULL if they take it. For loaders.';
