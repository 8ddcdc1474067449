-- A prescription as dated sessions.

CREATE TYPE exercise_supervision AS ENUM ('supervised', 'unsupervised', 'monitored');
COMMENT ON TYPE exercise_supervision IS
'Who looks after a session: supervised in person, unsupervised, or monitored remotely while it goes on; sup, uns and mon in the text form of a prescription.';

CREATE TYPE break_rule AS ENUM ('skip', 'pause');
COMMENT ON TYPE break_rule IS
'What a break does to a schedule: sessions that fall into it are left out and the weeks go on (skip), or the weeks of the programme stop and go on after it (pause).';

CREATE FUNCTION schedule(
	prescription prescription, start_on date, cycle_starts date[] DEFAULT NULL, weekdays integer[] DEFAULT NULL,
	breaks datemultirange DEFAULT NULL, on_break break_rule DEFAULT 'skip', weeks integer DEFAULT NULL,
	alternative integer DEFAULT 1,
	OUT session integer, OUT planned_on date, OUT week integer, OUT block integer, OUT part integer,
	OUT alternative_used integer, OUT cycle integer, OUT cycle_day integer, OUT optional boolean,
	OUT supervision exercise_supervision, OUT minutes numrange, OUT prescribed prescription,
	OUT condition text, OUT reason text
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_schedule' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 50; -- not STRICT: most arguments may be left out
COMMENT ON FUNCTION schedule(prescription, date, date[], integer[], datemultirange, break_rule, integer, integer) IS
'The sessions that a prescription asks for, a row each, by date: the input of adherence. Week 1 begins on start_on. cycle_starts: the days on which treatment cycles really started, for blocks of cycle days; the last days of a cycle go on until the next one starts, and a cycle cut short ends early (NULL: cycles of the length prescribed follow each other from start_on). weekdays: the days on which sessions may be, 1 is Monday and 7 Sunday (NULL: any). breaks, on_break: see break_rule; blocks of cycle days never pause. weeks: how many weeks to plan (NULL: all). alternative: which one of each "or" is planned, the first where there are fewer. Sessions of a week stand as far apart as they can; fractions of a session add up over the weeks. A frequency such as 2-3/wk gives two sessions and one that is optional. minutes and prescribed are those of the session in its week; the condition behind "while" is not judged but named. What has no dates (a frequency that is "?" or absent, weeks that are "?") stands at the end in a row without a date and with the reason. NULL prescription or start_on: no rows. Errors: no end and no weeks, sessions that do not fit on the weekdays, cycles out of order (22023); a weekday, week or date out of range (22003); more than 100000 sessions or 24 a day (54000). The placing of sessions is ours.';

CREATE FUNCTION schedule_arrays(
	prescription prescription, start_on date, cycle_starts date[] DEFAULT NULL, weekdays integer[] DEFAULT NULL,
	breaks datemultirange DEFAULT NULL, on_break break_rule DEFAULT 'skip', weeks integer DEFAULT NULL,
	alternative integer DEFAULT 1,
	OUT planned_on date[], OUT week integer[], OUT block integer[], OUT part integer[], OUT optional boolean[],
	OUT minutes numrange[]
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_schedule_arrays' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100; -- not STRICT: most arguments may be left out
COMMENT ON FUNCTION schedule_arrays(prescription, date, date[], integer[], datemultirange, break_rule, integer, integer) IS
'The dated sessions of schedule(), in its order, as one row of arrays: the days, weeks, blocks and parts of the sessions, whether each is optional, and its minutes (NULL: not known). For queries over many participants that count sessions or need their days, since a row a session costs most of the time of schedule(). Sessions without a date are left out; no dated session gives empty arrays. NULL prescription or start_on: NULL. Arguments and errors: as schedule().';
