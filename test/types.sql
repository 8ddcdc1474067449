-- Every base type obeys the laws of types. One line for each type.
\ir lib/setup.sql
BEGIN;
\ir lib/type_laws.sql
SELECT no_plan();

SELECT * FROM laws.type_laws('exonc.instrument', (SELECT array_agg(code::text) FROM exonc.instruments()));
SELECT * FROM laws.type_laws('exonc.prescription', ARRAY['aer', 'aer ?min', 'aer 30min', 'res machine 2/wk 3x10 @70%1RM', 'wk 1-12: aer walk 5/wk uns 30-45min @RPE 11-13 via home',
	'wk 1-12 while chemo: ses 2/wk(1sup+1uns) 60min via site|home { aer bike 8x(30s@65%MSEC, 1min@30%MSEC) warm ?min@30W & res ?x? alt 4wk(3x10-12@70->75%1RM, 3x6-8@RPE 12|mod|?) ex 6 rest 60s prog tworep +2.5-10%/2ses to 80kg "a note" }',
	'cd 1-7/21: aer vol 150-300min/wk @mod or aer vol 75-150min/wk @vig & flex 3x30s; wk ?: act prog none', 'aer prog auto', 'aer prog -5min/2wk to 10min']);
SELECT * FROM laws.type_laws('exonc.scale', '{"",PF,pf,PF2,QL,Ä,a longer code}');
SELECT * FROM laws.type_laws('exonc.physical_test_set', '{"{}","{grip}","{chair_stand,tug}","{gait,sppb}","{walk_400m}","{grip,chair_stand,gait,sppb,tug,walk_400m}"}');

-- No base type of exonc is left out of this file.
SELECT results_eq(
	$$ SELECT t.oid::regtype::text FROM pg_type t JOIN pg_depend d ON d.objid = t.oid AND d.classid = 'pg_type'::regclass AND d.deptype = 'e'
	   JOIN pg_extension e ON e.oid = d.refobjid WHERE e.extname = 'exonc' AND t.typtype = 'b' AND t.typelem = 0 ORDER BY 1 $$,
	$$ VALUES ('instrument'), ('physical_test_set'), ('prescription'), ('scale') $$,
	'every base type is checked here');

SELECT * FROM finish();
ROLLBACK;
