-- The classes of a person over time: state type, aggregates, accessors.

CREATE TYPE sarcopenia_course;

-- @include src/common/type_io.sql.in TYPE=sarcopenia_course LIBRARY='MODULE_PATHNAME', PREFIX=sarcopenia_course_ LANGUAGE=C

CREATE TYPE sarcopenia_course (
	INPUT = sarcopenia_course_in, OUTPUT = sarcopenia_course_out,
	RECEIVE = sarcopenia_course_recv, SEND = sarcopenia_course_send,
	INTERNALLENGTH = VARIABLE, ALIGNMENT = int4, STORAGE = extended
);
COMMENT ON TYPE sarcopenia_course IS
'The classes of sarcopenia of one person by day, as {0:none,42:possible..severe,84:?}: a class, or the mildest and the severest that are possible, or ? where nothing is known. Days are whole numbers, counted from wherever the caller counts. Made by the aggregate sarcopenia_course(), merged by rollup(); both give the same bits however the rows are split. Where one day has several entries, the severer counts.';

-- @include src/common/type_operators.sql.in TYPE=sarcopenia_course

-- @include src/common/type_jsonb.sql.in TYPE=sarcopenia_course
COMMENT ON CAST (sarcopenia_course AS jsonb) IS 'a JSON array of days with their classes: [[0, "none"], [42, "possible", "severe"], [84, null]]';
COMMENT ON CAST (jsonb AS sarcopenia_course) IS 'a JSON array of days with their classes: [[0, "none"], [42, "possible", "severe"], [84, null]]';

CREATE FUNCTION sarcopenia_course_add(sarcopenia_course, integer, sarcopenia_class) RETURNS sarcopenia_course
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT: a day without a class is a row of the course
COMMENT ON FUNCTION sarcopenia_course_add(sarcopenia_course, integer, sarcopenia_class) IS
'implementation of aggregate sarcopenia_course';
CREATE FUNCTION sarcopenia_course_add(sarcopenia_course, integer, sarcopenia_class, sarcopenia_class) RETURNS sarcopenia_course
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE; -- not STRICT, as the one above
COMMENT ON FUNCTION sarcopenia_course_add(sarcopenia_course, integer, sarcopenia_class, sarcopenia_class) IS
'implementation of aggregate sarcopenia_course';
CREATE FUNCTION sarcopenia_course_merge(sarcopenia_course, sarcopenia_course) RETURNS sarcopenia_course
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sarcopenia_course_merge(sarcopenia_course, sarcopenia_course) IS
'implementation of aggregate rollup: two courses in one';
CREATE FUNCTION sarcopenia_course_final(sarcopenia_course) RETURNS sarcopenia_course
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sarcopenia_course_final(sarcopenia_course) IS
'implementation of aggregate sarcopenia_course';

CREATE AGGREGATE sarcopenia_course(day integer, mildest sarcopenia_class, severest sarcopenia_class) (
	SFUNC = sarcopenia_course_add, STYPE = sarcopenia_course, SSPACE = 96,
	FINALFUNC = sarcopenia_course_final, COMBINEFUNC = sarcopenia_course_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE sarcopenia_course(integer, sarcopenia_class, sarcopenia_class) IS
'The course of one person from the two columns of sarcopenia_range() or sarcopenia_all(): group by person (and by definition, if there are several). day is any whole number that grows with time, such as days from enrolment. A day on which either is NULL is one of which nothing is known. Rows in which all are NULL are left out; NULL without any row. Errors: a class without a day (22004), a mildest class above the severest (22023), more than 10000 entries (54000). The same bits for every split and order of the rows.';

CREATE AGGREGATE sarcopenia_course(day integer, class sarcopenia_class) (
	SFUNC = sarcopenia_course_add, STYPE = sarcopenia_course, SSPACE = 96,
	FINALFUNC = sarcopenia_course_final, COMBINEFUNC = sarcopenia_course_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE sarcopenia_course(integer, sarcopenia_class) IS
'The course of one person from classes that are final: as with two columns that are equal. The classes of sarcopenia() are "at least this": take them only where nothing was missing, else a measurement that was not made looks like a recovery.';

CREATE AGGREGATE rollup(state sarcopenia_course) (
	SFUNC = sarcopenia_course_merge, STYPE = sarcopenia_course, SSPACE = 96,
	FINALFUNC = sarcopenia_course_final, COMBINEFUNC = sarcopenia_course_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(sarcopenia_course) IS
'Merges the courses of one person from several parts, sites or periods. NULLs are left out.';

CREATE TYPE sarcopenia_trajectory AS ENUM ('free', 'transient', 'onset', 'recovered', 'persistent');
COMMENT ON TYPE sarcopenia_trajectory IS
'A course from the first to the last day of which it is known whether it reaches a class: below it on all days (free); below on both but not always (transient); below on the first and not on the last (onset); not below on the first and below on the last (recovered); not below on both (persistent).';

CREATE FUNCTION trajectory(course sarcopenia_course, at_least sarcopenia_class DEFAULT 'sarcopenia') RETURNS sarcopenia_trajectory
AS 'MODULE_PATHNAME', 'exonc_trajectory' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION trajectory(sarcopenia_course, sarcopenia_class) IS
'What became of a person, from the first day to the last: who had the class at_least or a severer one, who got it, who recovered. A day counts if it is known whether it reaches that class, whatever else is open. NULL if fewer than two days count.';

CREATE FUNCTION onset_day(course sarcopenia_course, at_least sarcopenia_class DEFAULT 'sarcopenia') RETURNS integer
AS 'MODULE_PATHNAME', 'exonc_onset_day' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION onset_day(sarcopenia_course, sarcopenia_class) IS
'The first day that reaches the class at_least and follows a day that does not. Days of which it is not known are passed over. NULL if there is none: never there, or there from the first day on.';

CREATE FUNCTION recovery_day(course sarcopenia_course, at_least sarcopenia_class DEFAULT 'sarcopenia') RETURNS integer
AS 'MODULE_PATHNAME', 'exonc_recovery_day' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION recovery_day(sarcopenia_course, sarcopenia_class) IS
'The first day below the class at_least that follows a day that reached it. Days of which it is not known are passed over. NULL if there is none.';

CREATE FUNCTION worst_class(course sarcopenia_course) RETURNS sarcopenia_class
AS 'MODULE_PATHNAME', 'exonc_worst_class' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION worst_class(sarcopenia_course) IS
'The severest class that is established on any day of a course. NULL if no day has a class.';

CREATE FUNCTION first_class(course sarcopenia_course) RETURNS sarcopenia_class
AS 'MODULE_PATHNAME', 'exonc_first_class' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION first_class(sarcopenia_course) IS
'The class that is established on the first day that has one. NULL if no day has a class.';

CREATE FUNCTION last_class(course sarcopenia_course) RETURNS sarcopenia_class
AS 'MODULE_PATHNAME', 'exonc_last_class' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION last_class(sarcopenia_course) IS
'The class that is established on the last day that has one. NULL if no day has a class.';

CREATE FUNCTION class_on(course sarcopenia_course, day integer, within integer DEFAULT 0) RETURNS sarcopenia_class
AS 'MODULE_PATHNAME', 'exonc_class_on' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION class_on(sarcopenia_course, integer, integer) IS
'The class on the day nearest to this one that has a class, at most within days away; of two days equally near, the earlier. NULL if there is none. Errors: a negative within (22023).';

CREATE FUNCTION worsened(course sarcopenia_course) RETURNS boolean
AS 'MODULE_PATHNAME', 'exonc_worsened' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION worsened(sarcopenia_course) IS
'Whether the person is worse on the last day about which something is known than on the first; NULL if that is open, or there are no two such days.';

CREATE FUNCTION improved(course sarcopenia_course) RETURNS boolean
AS 'MODULE_PATHNAME', 'exonc_improved' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION improved(sarcopenia_course) IS
'Whether the person is better on the last day about which something is known than on the first; NULL if that is open, or there are no two such days.';

CREATE FUNCTION course_days(
	course sarcopenia_course, OUT day integer, OUT class sarcopenia_class, OUT mildest sarcopenia_class,
	OUT severest sarcopenia_class
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_course_days' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 5;
COMMENT ON FUNCTION course_days(sarcopenia_course) IS
'The entries of a course in their order, a row each. class is the one that is established, NULL if none is.';
