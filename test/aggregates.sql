-- Every aggregate obeys the split law. One line for each aggregate.
\ir lib/setup.sql
BEGIN;
\ir lib/split_law.sql
SELECT no_plan();

-- The harness at work on two aggregates of the test's own: an exact sum, which keeps the law, and a float sum, which breaks it.
CREATE AGGREGATE laws.exact_sum(numeric) (SFUNC = numeric_add, STYPE = numeric, COMBINEFUNC = numeric_add, INITCOND = '0');
CREATE AGGREGATE laws.float_sum(float8) (SFUNC = float8pl, STYPE = float8, COMBINEFUNC = float8pl, INITCOND = '0');
SELECT laws.split_law('laws.exact_sum', 'laws.exact_sum', 'numeric',
	$$ SELECT (g * 0.1)::numeric FROM generate_series(1, 500) g $$);
SELECT isnt(laws.split_law_violation('laws.float_sum', 'laws.float_sum', 'float8',
	$$ SELECT (g * 0.1)::float8 * (10 ^ (g % 12)) FROM generate_series(1, 500) g $$), NULL,
	'the harness notices a float sum');

-- A rollup that forgets one state is noticed, too.
CREATE FUNCTION laws.keep_larger(numeric, numeric) RETURNS numeric LANGUAGE sql AS $$ SELECT greatest($1, $2) $$;
CREATE AGGREGATE laws.forgetful(numeric) (SFUNC = laws.keep_larger, STYPE = numeric, INITCOND = '0');
SELECT isnt(laws.split_law_violation('laws.exact_sum', 'laws.forgetful', 'numeric',
	$$ SELECT g::numeric FROM generate_series(1, 50) g $$), NULL,
	'the harness notices a rollup that loses rows');

-- One line for each aggregate of exonc.
SELECT laws.split_law('exonc.sarcopenia_course', 'exonc.rollup', 'exonc.sarcopenia_course',
	$$ SELECT CASE WHEN g % 17 > 0 THEN (g * 37) % 90 END AS day,
		CASE WHEN g % 5 > 0 AND g % 17 > 0 THEN (enum_range(NULL::exonc.sarcopenia_class))[1 + g % 9] END AS class FROM generate_series(1, 400) g $$);

SELECT laws.split_law('exonc.sarcopenia_course', 'exonc.rollup', 'exonc.sarcopenia_course',
	$$ SELECT CASE WHEN g % 17 > 0 THEN (g * 37) % 90 END AS day,
		CASE WHEN g % 5 > 0 AND g % 17 > 0 THEN (enum_range(NULL::exonc.sarcopenia_class))[1 + g % 9] END AS mildest,
		CASE WHEN g % 5 > 0 AND g % 17 > 0 THEN (enum_range(NULL::exonc.sarcopenia_class))[greatest(1 + g % 9, 1 + g % 7)] END AS severest FROM generate_series(1, 400) g $$);

-- No aggregate of exonc is left out of this file.
SELECT is_empty(
	$$ SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_depend d ON d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e'
	   JOIN pg_extension e ON e.oid = d.refobjid WHERE e.extname = 'exonc' AND p.prokind = 'a'
	   AND p.oid <> ALL (ARRAY['exonc.sarcopenia_course(integer,exonc.sarcopenia_class)', 'exonc.sarcopenia_course(integer,exonc.sarcopenia_class,exonc.sarcopenia_class)', 'exonc.rollup(exonc.sarcopenia_course)']::regprocedure[]) $$,
	'every aggregate is checked here');

SELECT * FROM finish();
ROLLBACK;
