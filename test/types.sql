-- Every base type obeys the laws of types. One line for each type.
\ir lib/setup.sql
BEGIN;
\ir lib/type_laws.sql
SELECT no_plan();

SELECT * FROM laws.type_laws('exonc.instrument', (SELECT array_agg(code::text) FROM exonc.instruments()));
SELECT * FROM laws.type_laws('exonc.scale', '{"",PF,pf,PF2,QL,Ä,a longer code}');
SELECT * FROM laws.type_laws('exonc.physical_test_set', '{"{}","{grip}","{chair_stand,tug}","{gait,sppb}","{walk_400m}","{grip,chair_stand,gait,sppb,tug,walk_400m}"}');
SELECT * FROM laws.type_laws('exonc.sarcopenia_course', '{"{}","{0:?}","{0:none}","{-7:none,0:severe}","{0:none,42:sarcopenia,84:?}","{0:none,42:none,42:severe}","{0:none..severe}","{0:none..possible,7:probable..severe}"}');

-- No base type of exonc is left out of this file.
SELECT results_eq(
	$$ SELECT t.oid::regtype::text FROM pg_type t JOIN pg_depend d ON d.objid = t.oid AND d.classid = 'pg_type'::regclass AND d.deptype = 'e'
	   JOIN pg_extension e ON e.oid = d.refobjid WHERE e.extname = 'exonc' AND t.typtype = 'b' AND t.typelem = 0 ORDER BY 1 $$,
	$$ VALUES ('instrument'), ('physical_test_set'), ('sarcopenia_course'), ('scale') $$,
	'every base type is checked here');

SELECT * FROM finish();
ROLLBACK;
