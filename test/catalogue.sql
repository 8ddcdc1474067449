-- The catalogue keeps the rules of a distributable, parallel, documented extension.
\ir lib/setup.sql
\set lint `cat test/lib/catalogue_lint.sql`
\set fingerprint `cat test/lib/extension_fingerprint.sql`
BEGIN;
SET search_path = public;
SELECT no_plan();

-- Each row of the lint is a violation.
SELECT is_empty(:'lint', 'catalogue lint');

-- Every member has a comment, whatever its kind.
SELECT is_empty($$
	SELECT (pg_identify_object(classid, objid, 0)).identity FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
	WHERE e.extname = 'exonc' AND d.deptype = 'e'
	  AND classid IN ('pg_proc'::regclass, 'pg_type'::regclass, 'pg_operator'::regclass, 'pg_cast'::regclass)
	  AND NOT (classid = 'pg_type'::regclass AND (SELECT typelem <> 0 FROM pg_type WHERE oid = objid))
	  AND obj_description(objid, (classid::regclass)::name) IS NULL $$,
	'every function, type, operator and cast has a comment');

-- Everything lives in the schema exonc, and nothing was left in public.
SELECT is_empty($$
	SELECT (pg_identify_object(classid, objid, 0)).identity FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
	WHERE e.extname = 'exonc' AND d.deptype = 'e'
	  AND (pg_identify_object(classid, objid, 0)).schema IS DISTINCT FROM 'exonc'
	  AND classid NOT IN ('pg_cast'::regclass) $$,
	'every member is in schema exonc');

-- Public functions take named arguments.
SELECT is_empty($$
	SELECT p.oid::regprocedure FROM pg_proc p
	WHERE pronamespace = 'exonc'::regnamespace AND obj_description(oid, 'pg_proc') !~ '^(implementation of|I/O)'
	  AND (pronargs > 0 AND (proargnames IS NULL OR '' = ANY (proargnames))) $$,
	'public functions name their arguments');

-- A function is STRICT unless a NULL argument means something.
SELECT set_eq($$
	SELECT proname::text COLLATE "default" FROM pg_proc WHERE pronamespace = 'exonc'::regnamespace AND NOT proisstrict $$,
	$$ VALUES
	('adapt'),
	('adherence'),
	('adherence_accumulate'),
	('attendance_cohort'),
	('attendance_cohort_add'),
	('adherence_policy'),
	('adherence_remove'),
	('all_restrictions'),
	('bands'),
	('bone_precautions'),
	('cachexia'),
	('calf_adjusted'),
	('charlson'),
	('charlson_range'),
	('check_measurements'),
	('check_session'),
	('condition_precautions'),
	('coverage'),
	('ctcae_grade'),
	('cycle_windows'),
	('discontinuation'),
	('dose_intensity'),
	('dose_intensity_at_least'),
	('dose_intensity_cohort'),
	('dose_intensity_cohort_add'),
	('feasibility_funnel'),
	('fhir_goals'),
	('fhir_service_requests'),
	('first_interruption'),
	('fried'),
	('glim'),
	('grip_strength'),
	('hr_max'),
	('interval_training'),
	('is_responder'),
	('log_sessions'),
	('mean_dose_intensity'),
	('mean_participant_attendance'),
	('mean_participant_dose_intensity'),
	('minimal_important_differences'),
	('mirels_precautions'),
	('missed_runs'),
	('missed_summary'),
	('muscle_change'),
	('muscle_estimate'),
	('muscle_indices'),
	('muscle_panel'),
	('phase_windows'),
	('pooled_attendance'),
	('pooled_dose_intensity'),
	('precautions'),
	('pro_ctcae_grade'),
	('pro_ctcae_item_grade'),
	('re_aim'),
	('responder'),
	('responder_evidence'),
	('rollup'),
	('sarcopenia'),
	('sarcopenia_all'),
	('sarcopenia_array'),
	('sarcopenia_course'),
	('sarcopenia_course_add'),
	('sarcopenia_evidence'),
	('sarcopenia_range'),
	('sarcopenic_obesity'),
	('scale_dose'),
	('schedule'),
	('schedule_arrays'),
	('senior_fitness'),
	('session_log'),
	('session_log_accumulate'),
	('single_leg_stance_s'),
	('sins_precautions'),
	('six_minute_walk'),
	('sppb'),
	('sppb_points'),
	('syndrome_criteria'),
	('t_score'),
	('target_heart_rate'),
	('target_load'),
	('targets'),
	('thresholds'),
	('time_in_zone'),
	('trailing_attendance'),
	('trailing_dose_intensity'),
	('trailing_windows'),
	('tug_fall_risk'),
	('vo2_estimate'),
	('vo2_peak'),
	('vo2_predicted'),
	('vo2_to_work'),
	('week_by_week'),
	('weekly_met_minutes'),
	('weekly_minutes'),
	('weekly_sessions'),
	('weekly_volume_load'),
	('windows'),
	('work_to_vo2'),
	('ymca_cycle') $$,
	'only functions in which a NULL argument means something are not STRICT');

-- Everything is IMMUTABLE.
SELECT is_empty($$ SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'exonc'::regnamespace AND provolatile <> 'i' $$,
	'every function is IMMUTABLE');

-- With exonc on the search path, comparisons of text mean what they meant before.
SET search_path = public, exonc;
CREATE TEMP TABLE texts (t text, v varchar(10), c char(4), n name, ta text[], va varchar[], i int);
INSERT INTO texts VALUES ('PF', 'PF', 'PF', 'PF', '{PF}', '{PF}', 1);
SELECT is((SELECT count(*) FROM texts WHERE t = 'PF' AND v = 'PF' AND c = 'PF' AND n = 'PF' AND t = v AND v = t AND v = c AND t = n AND n = v
	AND v = v AND t = t AND ta = '{PF}' AND ta = ta AND va = va AND ta = va::text[] AND t < 'Q' AND v IN ('PF', 'QL') AND t || v = 'PFPF' AND i = 1), 1::bigint,
	'operators of text stay unambiguous');
SET search_path = public;

-- Enum labels are for ever: changing or moving one breaks stored data.
SELECT set_eq($$
	SELECT (t.typname || ': ' || string_agg(enumlabel, ' ' ORDER BY enumsortorder)) COLLATE "default" FROM pg_enum e JOIN pg_type t ON t.oid = enumtypid
	WHERE t.typnamespace = 'exonc'::regnamespace GROUP BY t.typname $$,
	$$ VALUES
	('adaptation_rule: two_for_two repetitions load_step missed_weeks deload intervals time_first rpe heart_rate_zone time_in_zone chemo_cycle'),
	('answer_kind: whole_number clock_time duration_hours duration_minutes'),
	('break_policy: exclude count'),
	('change_amount: absolute percent'),
	('change_class: improved stable deteriorated'),
	('change_direction: improvement deterioration either'),
	('charlson_version: charlson_1987 quan_2011'),
	('delivery_setting: site home tele community'),
	('difference_kind: group individual'),
	('dose_cap: none session total'),
	('dose_unit: min met_h kg zone_min kcal'),
	('ecog_kps_map: rtog buccheri_1996 ma_2010 prasad_2018 points'),
	('evidence_mark: sourced unconfirmed'),
	('break_rule: skip pause'),
	('bone_exercise_table: trials2018 effect effect_low_load exerciseguide'),
	('ctcae_term: platelets neutrophils haemoglobin creatine_kinase fever fatigue sensory_neuropathy'),
	('ctcae_version: v5 v6'),
	('nccn_risk: low moderate high'),
	('restriction_effect: kept open changed removed held'),
	('cachexia_definition: Fearon2011 Evans2008 AWGC2023'),
	('ethnicity: caucasian asian african_american'),
	('exercise_modality: aerobic resistance balance flexibility respiratory functional mind_body activity'),
	('exercise_mode: treadmill cycle'),
	('exercise_supervision: supervised unsupervised monitored'),
	('exit_policy: count exclude'),
	('fhir_goal_status: proposed planned accepted active on-hold completed cancelled entered-in-error rejected'),
	('fhir_request_intent: original-order order filler-order'),
	('fhir_request_status: draft active on-hold revoked completed entered-in-error'),
	('five_rm_exercise: bench_press leg_press'),
	('frailty_class: robust prefrail frail'),
	('glim_class: none stage_1 stage_2'),
	('grip_protocol: best southampton asht awgs2019 mean_of_bests sum_of_bests'),
	('hr_max_equation: fox tanaka gellish gellish_nonlinear gulati nes sydo brawner keteyian'),
	('intensity_class: very_light light moderate vigorous near_maximal'),
	('intensity_key: acsm2018 essa2010'),
	('intensity_measure: percent_hrr percent_vo2r percent_hr_max percent_vo2_max rpe met percent_1rm'),
	('load_rounding: down nearest'),
	('mass_criterion: any asm asm_h2 asm_bmi smm_h2 smm_h2_janssen l3_smi'),
	('mass_modality: DXA BIA CT MRI'),
	('muscle_equation: Lee2000_weight Lee2000_girth Janssen2000 Kyle2003 Sergi2015 Yoshida2014 Wen2011 Kim2002 Mourtzakis2008_FFM Mourtzakis2008_FM'),
	('muscle_quantity: ASM SMM FFM FM'),
	('one_rm_equation: epley brzycki lombardi oconner mayhew wathen lander'),
	('planned_end: lower upper middle exact'),
	('precaution_level: none unknown monitor modify clearance stop'),
	('pro_ctcae_attributes: F S I FS FI SI FSI'),
	('re_aim_dimension: reach effectiveness adoption implementation maintenance'),
	('repetition_equation: epley epley_modified linear rts_chart'),
	('reserve_equation: swain_1997_cycle_vo2_max swain_1997_cycle_vo2r swain_1998_treadmill_vo2_max swain_1998_treadmill_vo2r'),
	('run_kind: interruption short_miss tail'),
	('rurality_class: metropolitan urban micropolitan large_rural nonmetropolitan nonmetropolitan_urban small_town small_rural small_or_isolated_rural nonmetropolitan_rural rural isolated_rural'),
	('rurality_scheme: ruca_primary ruca_a ruca_b ruca_c ruca_metro rucc_metro rucc_urban'),
	('safety_profile: maltser2017 aha_core2019 trek medalg strict idsa esmo immunotherapy cardiotoxicity'),
	('sarc_calf_variant: at_most_34_33 below_34_33 below_31'),
	('sarcopenia_class: none slow weak presarcopenia possible probable functional sarcopenia severe'),
	('sarcopenia_definition: EWGSOP2 AWGS2019 EWGSOP1 AWGS2014 AWGS2019_community AWGS2025 KWGS2023 FNIH SDOC IWGS JSH1 JSH2 GLIS2024'),
	('sarcopenia_status: final at_least open not_applicable concept_only'),
	('sarcopenia_trajectory: free transient onset recovered persistent'),
	('score_direction: higher_better higher_worse'),
	('senior_fitness_class: below normal above'),
	('senior_fitness_test: chair_stand_30s arm_curl_30s step_2min up_and_go_8ft'),
	('session_status: attended missed excused unlogged after_exit not_due'),
	('sex: female male'),
	('six_minute_walk_equation: enright_1998'),
	('stop_basis: none stated tail data_cut'),
	('strength_criterion: any grip chair_stand grip_bmi'),
	('t_score_method: table imported'),
	('unlogged_policy: missed exclude unknown'),
	('vo2_norm: friend_2017 friend_2018'),
	('vo2_test: bruce balke steep_ramp acsm_leg_cycle acsm_arm_cycle acsm_walk acsm_run'),
	('work_mode: walk run leg_cycle arm_cycle step leg_cycle_lang step_latin') $$,
	'enum labels and their order');

-- A fresh install looks the same each time, down to every property.
CREATE TEMP TABLE fingerprint AS :fingerprint
SELECT cmp_ok((SELECT count(*) FROM fingerprint), '>', 40::bigint, 'the fingerprint covers the members');
DROP EXTENSION exonc;
CREATE EXTENSION exonc;
CREATE TEMP TABLE fingerprint_again AS :fingerprint
SELECT results_eq('SELECT l FROM fingerprint', 'SELECT l FROM fingerprint_again', 'two installs have one fingerprint');

SELECT * FROM finish();
ROLLBACK;
