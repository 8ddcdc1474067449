-- Every base type obeys the laws of types. One line for each type.
\ir lib/setup.sql
BEGIN;
\ir lib/type_laws.sql
SELECT no_plan();

SELECT * FROM laws.type_laws('exonc.instrument', (SELECT array_agg(code::text) FROM exonc.instruments()) ||
	'{"{\"code\": \"X\", \"items\": [{\"names\": \"1\", \"lowest\": 0, \"highest\": 1}], \"scales\": [{\"code\": \"A\", \"items\": \"1\", \"direction\": \"higher_worse\"}]}","{\"code\": \"Y\", \"items\": [{\"names\": \"1\", \"lowest\": 0, \"highest\": 1}], \"scales\": [{\"code\": \"A\", \"items\": \"1\", \"direction\": \"higher_worse\"}]}"}'::text[]);
SELECT * FROM laws.type_laws('exonc.instrument', (SELECT array_agg(code::text) FROM exonc.instruments()));
SELECT * FROM laws.type_laws('exonc.prescription', ARRAY['aer', 'aer ?min', 'aer 30min', 'res machine 2/wk 3x10 @70%1RM', 'wk 1-12: aer walk 5/wk uns 30-45min @RPE 11-13 via home',
	'wk 1-12 while chemo: ses 2/wk(1sup+1uns) 60min via site|home { aer bike 8x(30s@65%MSEC, 1min@30%MSEC) warm ?min@30W & res ?x? alt 4wk(3x10-12@70->75%1RM, 3x6-8@RPE 12|mod|?) ex 6 rest 60s prog tworep +2.5-10%/2ses to 80kg "a note" }',
	'cd 1-7/21: aer vol 150-300min/wk @mod or aer vol 75-150min/wk @vig & flex 3x30s; wk ?: act prog none', 'aer prog auto', 'aer prog -5min/2wk to 10min']);
SELECT * FROM laws.type_laws('exonc.scale', '{"",PF,pf,PF2,QL,Ä,a longer code}');
SELECT * FROM laws.type_laws('exonc.measure', '{"",6MWT,"QLQ-C30 PF","QLQ-C30 PF2","qlq-c30 pf",Ä,"a longer code"}');
SELECT * FROM laws.type_laws('exonc.physical_test_set', '{"{}","{grip}","{chair_stand,tug}","{gait,sppb}","{walk_400m}","{grip,chair_stand,gait,sppb,tug,walk_400m}"}');
SELECT * FROM laws.type_laws('exonc.comorbidity_set', '{"{}","{mi}","{chf,aids}","{mld,diab}","{metacanc}","{mi,chf,pvd,cevd,dementia,cpd,rheumd,pud,mld,diab,diabwc,hp,rend,canc,msld,metacanc,aids}"}');
SELECT * FROM laws.type_laws('exonc.exercise_restriction_set', '{"{}","{no_exercise}","{clearance_first,no_public_setting}","{light_only,no_water,no_isometric}"}');
SELECT * FROM laws.type_laws('exonc.exercise_condition_set', '{"{}","{lymphoedema_stable}","{ataxia,worsening_condition}","{anaemia,copd,central_line}"}');
SELECT * FROM laws.type_laws('exonc.exercise_contraindication_set', '{"{}","{unstable_angina}","{vomiting_24h,wound_not_healed}"}');
SELECT * FROM laws.type_laws('exonc.bone_site_set', '{"{}","{cervical_spine}","{pelvis,all_regions}"}');
SELECT * FROM laws.type_laws('exonc.adherence_policy', '{breaks=exclude unlogged=missed after_exit=count cap=none run_sessions=3 tail_sessions=1,breaks=count unlogged=unknown after_exit=exclude cap=session run_sessions=9999 tail_sessions=2,breaks=exclude unlogged=exclude after_exit=count cap=total run_sessions=1 tail_sessions=9999}');
SELECT * FROM laws.type_laws('exonc.adherence', (SELECT array_agg('breaks=exclude unlogged=missed after_exit=count cap=none run_sessions=3 tail_sessions=1' || t)
	FROM unnest('{""," n_attended=9 n_missed=3"," n_attended=9 n_missed=4 reduced=2 reduced_unclear=1 sessions_min=12 planned_min=360.5 delivered_min=200.000001 capped_min=200 open_sessions_kg=1 open_planned_kg=7"," n_attended=9000000000 n_no_status=1"}'::text[]) t));
SELECT * FROM laws.type_laws('exonc.session_log', (SELECT array_agg('breaks=count unlogged=missed after_exit=count cap=none run_sessions=3 tail_sessions=1 ' || t)
	FROM unnest('{"rows=0","rows=0 undated=4","rows=1; on=2026-01-05","rows=3; on=2026-01-05 status=attended done=2026-01-06 planned=30 delivered=30.5 unit=min changes=?--S; on=2026-01-05 no=2 status=missed; on=2026-01-07 status=excused planned=0.000001 unit=kg","rows=1; on=0001-01-01 status=not_due; on=9999-12-31"}'::text[]) t WHERE t NOT LIKE '%9999%'));
SELECT * FROM laws.type_laws('exonc.sarcopenia_course', '{"{}","{0:?}","{0:none}","{-7:none,0:severe}","{0:none,42:sarcopenia,84:?}","{0:none,42:none,42:severe}","{0:none..severe}","{0:none..possible,7:probable..severe}"}');
SELECT * FROM laws.type_laws('exonc.rurality', (SELECT array_agg(DISTINCT rurality::text) FROM exonc.rurality_codes()));
SELECT * FROM laws.type_laws('exonc.adherence_cohort', (SELECT array_agg(t) FROM unnest(ARRAY['measure=attendance', 'measure=attendance threshold=0.75 absent=2', 'measure=dose_intensity unit=kg cap_asked=session threshold=1.25',
	'measure=attendance breaks=count unlogged=missed after_exit=count cap=none run_sessions=3 tail_sessions=1 without_ratio=1',
	'measure=attendance threshold=0.75 breaks=exclude unlogged=missed after_exit=count cap=none run_sessions=3 tail_sessions=1 participants=3 reached=1 numerator=7 denominator=12 ratios=1.083333333333333333 rounded=1.083333333333 squares=0.840277777777277777777778',
	'measure=dose_intensity unit=min threshold=0 breaks=exclude unlogged=missed after_exit=count cap=total run_sessions=3 tail_sessions=1 participants=1 reached=1 numerator=0.000001 denominator=0.5 ratios=0.000002 rounded=0.000002 squares=0.000000000004']) t));

-- No base type of exonc is left out of this file.
SELECT results_eq(
	$$ SELECT t.oid::regtype::text FROM pg_type t JOIN pg_depend d ON d.objid = t.oid AND d.classid = 'pg_type'::regclass AND d.deptype = 'e'
	   JOIN pg_extension e ON e.oid = d.refobjid WHERE e.extname = 'exonc' AND t.typtype = 'b' AND t.typelem = 0 ORDER BY 1 $$,
	$$ VALUES ('adherence'), ('adherence_cohort'), ('adherence_policy'), ('bone_site_set'), ('comorbidity_set'), ('exercise_condition_set'), ('exercise_contraindication_set'), ('exercise_restriction_set'), ('instrument'), ('measure'), ('physical_test_set'), ('prescription'), ('rurality'), ('sarcopenia_course'), ('scale'), ('session_log') $$,
	'every base type is checked here');

SELECT * FROM finish();
ROLLBACK;
