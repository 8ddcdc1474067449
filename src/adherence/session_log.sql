-- The sessions of one participant in their order: the type, its aggregates, its views.

CREATE TYPE session_log;

-- @include src/common/type_io.sql.in TYPE=session_log LIBRARY='MODULE_PATHNAME', PREFIX=session_log_ LANGUAGE=C

CREATE TYPE session_log (
	INPUT = session_log_in, OUTPUT = session_log_out, RECEIVE = session_log_recv, SEND = session_log_send,
	INTERNALLENGTH = VARIABLE, ALIGNMENT = double, STORAGE = extended
);
COMMENT ON TYPE session_log IS
'The planned sessions of one participant in their order, with what was done of each, and the policy. Made by the aggregate session_log() from rows in any order, merged by rollup(). Of rows with the same date and number one is kept: attended before missed, excused, after_exit, unlogged, not_due and not known, then the larger delivered and planned dose. log_rows() tells how many rows came in. At most 1000000 sessions. The order of the operators is for indexes and has no clinical meaning.';

-- @include src/common/type_operators.sql.in TYPE=session_log
-- @include src/common/type_jsonb.sql.in TYPE=session_log
COMMENT ON CAST (session_log AS jsonb) IS 'a JSON object of the policy and an array of the sessions';
COMMENT ON CAST (jsonb AS session_log) IS 'a JSON object of the policy and an array of the sessions';

CREATE FUNCTION session_log_accumulate(session_log, date, session_status) RETURNS session_log
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION session_log_accumulate(session_log, date, session_status) IS 'implementation of aggregate session_log';
CREATE FUNCTION session_log_accumulate(session_log, date, session_status, float8, float8, dose_unit) RETURNS session_log
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION session_log_accumulate(session_log, date, session_status, float8, float8, dose_unit) IS 'implementation of aggregate session_log';
CREATE FUNCTION session_log_accumulate(session_log, date, integer, session_status, date, float8, float8, dose_unit, boolean, boolean, boolean, boolean, adherence_policy) RETURNS session_log
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION session_log_accumulate(session_log, date, integer, session_status, date, float8, float8, dose_unit, boolean, boolean, boolean, boolean, adherence_policy) IS 'implementation of aggregate session_log';
CREATE FUNCTION session_log_combine(session_log, session_log) RETURNS session_log
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION session_log_combine(session_log, session_log) IS 'implementation of aggregates session_log and rollup';
CREATE FUNCTION session_log_finish(session_log) RETURNS session_log
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION session_log_finish(session_log) IS 'implementation of aggregates session_log and rollup';

CREATE AGGREGATE session_log(planned_on date, status session_status) (
	SFUNC = session_log_accumulate, STYPE = session_log, SSPACE = 4096, COMBINEFUNC = session_log_combine,
	FINALFUNC = session_log_finish, PARALLEL = SAFE
);
COMMENT ON AGGREGATE session_log(date, session_status) IS
'The log of planned sessions by date and status, under the default policy. Group the rows by participant. A row without date has no place in the order; log_rows() counts it. NULL for no rows. The same in any order and split.';
CREATE AGGREGATE session_log(planned_on date, status session_status, planned_dose float8, delivered_dose float8, unit dose_unit) (
	SFUNC = session_log_accumulate, STYPE = session_log, SSPACE = 4096, COMBINEFUNC = session_log_combine,
	FINALFUNC = session_log_finish, PARALLEL = SAFE
);
COMMENT ON AGGREGATE session_log(date, session_status, float8, float8, dose_unit) IS
'The log of planned sessions with their doses, under the default policy. Doses and errors as in adherence().';
CREATE AGGREGATE session_log(planned_on date, planned_no integer, status session_status, done_on date,
	planned_dose float8, delivered_dose float8, unit dose_unit,
	reduced boolean, lowered_before boolean, ended_early boolean, rescheduled boolean, policy adherence_policy) (
	SFUNC = session_log_accumulate, STYPE = session_log, SSPACE = 4096, COMBINEFUNC = session_log_combine,
	FINALFUNC = session_log_finish, PARALLEL = SAFE
);
COMMENT ON AGGREGATE session_log(date, integer, session_status, date, float8, float8, dose_unit, boolean, boolean, boolean, boolean, adherence_policy) IS
'The log of planned sessions with all that is known. planned_no: number of the session on its day, from 1, which NULL means; date and number identify a session. done_on: date on which it was attended; it settles rescheduled where that is NULL. The rest as in adherence(). Errors: as adherence(), a planned_no below 1 or a date outside the years 1 to 9999 (22003), a done_on of a session not attended, or one that contradicts rescheduled (22023), more than 1000000 sessions (54000).';
CREATE AGGREGATE rollup(log session_log) (
	SFUNC = session_log_combine, STYPE = session_log, SSPACE = 4096, COMBINEFUNC = session_log_combine,
	FINALFUNC = session_log_finish, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(session_log) IS
'The logs of one participant as one, as if made from all their rows at once. NULLs are ignored. Error (22023): different policies, which are named.';

CREATE FUNCTION adherence(log session_log, from_on date DEFAULT NULL, until_on date DEFAULT NULL, as_of date DEFAULT NULL) RETURNS adherence
AS 'MODULE_PATHNAME', 'exonc_log_adherence' LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT: NULL is no bound
COMMENT ON FUNCTION adherence(session_log, date, date, date) IS
'Summary of the sessions planned from from_on until before until_on; NULL is no bound. as_of: the last day of the data. What is planned later is not due, whatever its status; what was due by then and is not_due, has no status, or was made up only later, is unlogged. NULL: the statuses as logged. Error (22003): a date outside the years 1 to 9999.';
CREATE FUNCTION policy(log session_log) RETURNS adherence_policy
AS 'MODULE_PATHNAME', 'exonc_log_policy' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION policy(session_log) IS 'The policy under which the log was made.';
CREATE FUNCTION log_rows(log session_log, OUT rows_in bigint, OUT sessions bigint, OUT duplicates bigint, OUT undated bigint) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_log_rows' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION log_rows(session_log) IS
'How many rows came in, how many planned sessions they are, how many were duplicates of these, and how many had no date. rows_in is the sum of the other three.';
CREATE FUNCTION log_sessions(
	log session_log, as_of date DEFAULT NULL,
	OUT planned_on date, OUT planned_no integer, OUT status session_status, OUT done_on date, OUT planned_dose float8,
	OUT delivered_dose float8, OUT unit dose_unit, OUT reduced boolean, OUT lowered_before boolean,
	OUT ended_early boolean, OUT rescheduled boolean
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_log_sessions' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 70; -- not STRICT: as_of may be left out
COMMENT ON FUNCTION log_sessions(session_log, date) IS
'The sessions of a log as rows, in their order. as_of as in adherence(session_log): statuses as known on that day. NULL log: no rows.';

CREATE TYPE run_kind AS ENUM ('interruption', 'short_miss', 'tail');
COMMENT ON TYPE run_kind IS
'A run of consecutive missed sessions: interruption (run_sessions of the policy or more), short_miss (fewer), tail (the run that ends at the last counted session, of any length; it is neither of the others).';
CREATE TYPE stop_basis AS ENUM ('none', 'stated', 'tail', 'data_cut');
COMMENT ON TYPE stop_basis IS
'What a discontinuation rests on: nothing speaks for one (none), a date that was given (stated), the tail of missed sessions that reaches the end of the protocol (tail), a tail that ends where the data end, which says nothing (data_cut).';

CREATE FUNCTION missed_runs(
	log session_log, as_of date DEFAULT NULL,
	OUT kind run_kind, OUT sessions integer, OUT first_on date, OUT last_on date, OUT resumed_on date
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_missed_runs' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 5; -- not STRICT: as_of may be left out
COMMENT ON FUNCTION missed_runs(session_log, date) IS
'The runs of consecutive missed sessions, in their order: kind, number of sessions, planned dates of the first and the last, and of the next attended session. Sessions that the policy leaves out do not break a run. One row of NULLs if the policy calls unlogged sessions unknown and there are some. as_of as in adherence(session_log). Sources: Nilsen 2018, Fairman 2020.';
CREATE FUNCTION missed_summary(
	log session_log, as_of date DEFAULT NULL,
	OUT interruptions integer, OUT interruption_sessions integer, OUT short_misses integer, OUT short_miss_sessions integer,
	OUT tail_sessions integer, OUT longest_run integer, OUT first_interruption_on date, OUT tail_from date,
	OUT longest_streak integer, OUT current_streak integer
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_missed_summary' LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT: as_of may be left out
COMMENT ON FUNCTION missed_summary(session_log, date) IS
'missed_runs() counted: runs and sessions of each kind, the longest run of any kind, when the first interruption and the tail began; and the longest and the current streak of attended sessions. All NULL if the policy calls unlogged sessions unknown and there are some. as_of as in adherence(session_log).';
CREATE FUNCTION discontinuation(
	log session_log, stopped_on date DEFAULT NULL, protocol_end date DEFAULT NULL, as_of date DEFAULT NULL,
	OUT discontinued boolean, OUT discontinued_on date, OUT sessions integer, OUT attended_after integer, OUT basis stop_basis
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_discontinuation' LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT: dates may be left out
COMMENT ON FUNCTION discontinuation(session_log, date, date, date) IS
'Permanent discontinuation before the end of the protocol. stopped_on: the date, if it is known; it holds if it is not after protocol_end (NULL: the last planned session) nor after as_of. Otherwise a tail of tail_sessions missed sessions (policy) is one if it reaches the end of the protocol; where the data end before (as_of, or sessions not due), discontinued is NULL and basis data_cut. sessions: missed from then on; attended_after: attended sessions after a stated stop, which contradict it. NULL log or no sessions: unknown. Source: Nilsen 2018.';
CREATE FUNCTION first_interruption(
	log session_log, start_on date DEFAULT NULL, as_of date DEFAULT NULL, OUT event run_kind, OUT event_on date, OUT days integer
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_first_interruption' LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT: dates may be left out
COMMENT ON FUNCTION first_interruption(session_log, date, date) IS
'Time to the first interruption, for survival analysis: event interruption with the planned date of its first missed session; or tail, if there was none before a tail as long as an interruption; or NULL, censored at the last counted session. days are from start_on (NULL: the first counted session). All NULL if nothing is counted or it is not known.';

CREATE FUNCTION windows(
	log session_log, step_days integer, length_days integer DEFAULT NULL, start_on date DEFAULT NULL,
	until_on date DEFAULT NULL, as_of date DEFAULT NULL, outside boolean DEFAULT false,
	OUT n integer, OUT starts_on date, OUT ends_on date, OUT complete boolean, OUT adherence adherence
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_windows' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 20; -- not STRICT: most may be left out
COMMENT ON FUNCTION windows(session_log, integer, integer, date, date, date, boolean) IS
'The log in windows of length_days (NULL: step_days), one every step_days from start_on. 7 from the first day of the study: study weeks; start_on NULL: calendar weeks, from the Monday of the first session; step 7 and length 28: rolling windows of four weeks. A window holds the sessions planned in starts_on <= day < ends_on. Windows begin before until_on (NULL: up to the last session). complete: it ends by until_on and by the day after as_of, where given. as_of as in adherence(session_log). outside: one more row, with NULL for n and dates, of the sessions that no window holds. Rates of a window without planned sessions are NULL. Errors: days outside 1..36525 or a date outside the years 1 to 9999 (22003), more than 100000 windows (54000).';
CREATE FUNCTION cycle_windows(
	log session_log, cycle_starts date[], first_day integer DEFAULT 1, last_day integer DEFAULT NULL,
	until_on date DEFAULT NULL, as_of date DEFAULT NULL, outside boolean DEFAULT false,
	OUT n integer, OUT starts_on date, OUT ends_on date, OUT complete boolean, OUT adherence adherence
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_cycle_windows' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 6; -- not STRICT: most may be left out
COMMENT ON FUNCTION cycle_windows(session_log, date[], integer, integer, date, date, boolean) IS
'The log by chemotherapy cycles, from each actual infusion until before the next; the last cycle ends before until_on, or is open (ends_on NULL, never complete). first_day and last_day: only these days of each cycle, where day 1 is that of the infusion, and last_day NULL is the end of the cycle; days 1 to 7 are the week after infusion. A cycle that ends before first_day has no row. as_of, complete and outside as in windows(). Errors: infusions out of order or twice, last_day before first_day, NULL among the dates (22023); days outside 1..36525 (22003).';
CREATE FUNCTION phase_windows(
	log session_log, phases daterange[], as_of date DEFAULT NULL, outside boolean DEFAULT false,
	OUT n integer, OUT starts_on date, OUT ends_on date, OUT complete boolean, OUT adherence adherence
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_phase_windows' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 4; -- not STRICT: most may be left out
COMMENT ON FUNCTION phase_windows(session_log, daterange[], date, boolean) IS
'The log by phases of the study, date ranges such as [2026-01-05,2026-02-16) in any order; n is the place of the phase in the array, and a NULL phase has no row. Phases may overlap. as_of, complete and outside as in windows(). Error (22023): a phase that is empty or has no first day.';
CREATE FUNCTION trailing_windows(
	log session_log, length_days integer, unit dose_unit DEFAULT NULL, as_of date DEFAULT NULL,
	OUT planned_on date, OUT planned_no integer, OUT planned bigint, OUT attended bigint, OUT attendance float8, OUT dose_intensity float8
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_trailing_windows' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 70; -- not STRICT: unit and as_of may be left out
COMMENT ON FUNCTION trailing_windows(session_log, integer, dose_unit, date) IS
'At each session, the figures of the length_days up to and with its day: those of adherence() OVER (... RANGE BETWEEN length_days - 1 PRECEDING AND CURRENT ROW) to the last bit, but in one pass over the log and much faster. Sessions of one day have the same figures. unit NULL: the only one in the log; the cap is that of the policy. attendance and dose_intensity are NULL as in the functions of these names. as_of as in adherence(session_log). Errors: several units and none named (22023), length_days outside 1..36525 (22003).';
CREATE FUNCTION trailing_dose_intensity(
	log session_log, length_days integer, unit dose_unit DEFAULT NULL, cap dose_cap DEFAULT NULL, as_of date DEFAULT NULL
) RETURNS float8[]
AS 'MODULE_PATHNAME', 'exonc_trailing_dose_intensity' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20; -- not STRICT: unit, cap and as_of may be left out
COMMENT ON FUNCTION trailing_dose_intensity(session_log, integer, dose_unit, dose_cap, date) IS
'dose_intensity() of the length_days up to and with the day of each session, as an array with one element a session in the order of the log: the dose_intensity of trailing_windows() to the last bit, without its rows. unnest() it beside unnest(planned_dates(log)) for rows. An element is NULL where dose_intensity() is. unit NULL: the only one in the log; cap NULL: that of the policy; as_of as in adherence(session_log). NULL log or length_days: NULL. Errors: several units and none named (22023), length_days outside 1..36525 (22003).';
CREATE FUNCTION trailing_attendance(log session_log, length_days integer, as_of date DEFAULT NULL) RETURNS float8[]
AS 'MODULE_PATHNAME', 'exonc_trailing_attendance' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20; -- not STRICT: as_of may be left out
COMMENT ON FUNCTION trailing_attendance(session_log, integer, date) IS
'attendance() of the length_days up to and with the day of each session, as an array with one element a session in the order of the log: the attendance of trailing_windows(). An element is NULL where attendance() is. as_of as in adherence(session_log). NULL log or length_days: NULL. Error (22003): length_days outside 1..36525.';
CREATE FUNCTION planned_dates(log session_log) RETURNS date[]
AS 'MODULE_PATHNAME', 'exonc_planned_dates' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION planned_dates(session_log) IS
'The planned dates of the sessions of a log, in its order: what the elements of trailing_dose_intensity() and trailing_attendance() belong to. A date with several sessions is there as often.';
