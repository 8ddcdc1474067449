-- What restrictions leave of a prescription, and why. The laws are in test/unit/test_restriction.c.
\ir lib/setup.sql
\set vectors `test/lib/csv-to-json test/vectors/restrictions.csv`
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

CREATE TEMP TABLE vector AS SELECT row_number() OVER () AS n, prescription::prescription AS rx, restrictions::exercise_restriction_set AS restrictions, "left", effects
FROM json_to_recordset(:'vectors') v (prescription text, restrictions text, "left" text, effects text);
SELECT is(restrict(rx, restrictions)::text, nullif("left", ''), format('%s under %s', rx, restrictions)) FROM vector ORDER BY n;
SELECT is((SELECT string_agg(effect::text, ' ' ORDER BY o) FROM restrict_evidence(rx, restrictions) WITH ORDINALITY e (block, part, alternative, component, prescribed, effect, restriction, becomes, reason, source, mark, o)),
	effects, format('evidence of %s under %s', rx, restrictions)) FROM vector ORDER BY n;
SELECT is_empty($$ SELECT name FROM (SELECT restriction AS name FROM exercise_restrictions()) r WHERE NOT EXISTS (SELECT FROM vector WHERE restrictions::text[] = ARRAY[name]) $$, 'every restriction has a vector');

-- The words, as we read them.
SELECT is((SELECT string_agg(mode || ' ' || array_to_string(properties, '+') || ' ' || mark, '; ' ORDER BY n) FROM exercise_modes() WITH ORDINALITY m (mode, properties, source, mark, n)),
	'walk weight_bearing+walking sourced; walking weight_bearing+walking sourced; nordic weight_bearing+walking unconfirmed; treadmill weight_bearing+on_treadmill unconfirmed; stairs weight_bearing unconfirmed; hike weight_bearing unconfirmed; dance weight_bearing unconfirmed; elliptical weight_bearing unconfirmed; run weight_bearing+high_impact unconfirmed; running weight_bearing+high_impact unconfirmed; jog weight_bearing+high_impact unconfirmed; jump weight_bearing+high_impact unconfirmed; hop weight_bearing+high_impact unconfirmed; skip weight_bearing+high_impact unconfirmed; '
	'bike not_weight_bearing sourced; cycle not_weight_bearing sourced; cycling not_weight_bearing sourced; recumbent not_weight_bearing unconfirmed; arm_ergometer not_weight_bearing+upper_body unconfirmed; row not_weight_bearing unconfirmed; swim not_weight_bearing+in_water unconfirmed; water_walking not_weight_bearing+in_water+walking sourced; aquatic not_weight_bearing+in_water unconfirmed; '
	'upper upper_body sourced; upper_body upper_body sourced; arm_curl upper_body+moves_elbow unconfirmed; chest_press upper_body+moves_shoulder+moves_elbow unconfirmed; shoulder_press upper_body+moves_shoulder+moves_elbow unconfirmed; lat_pulldown upper_body+moves_shoulder+moves_elbow unconfirmed; trunk trunk sourced; core trunk unconfirmed; plank trunk+isometric unconfirmed; sit_up trunk+moves_hip+moves_spine unconfirmed; '
	'lower lower_body sourced; lower_body lower_body sourced; leg_press lower_body+moves_hip+moves_knee unconfirmed; squat lower_body+moves_hip+moves_knee unconfirmed; lunge lower_body+moves_hip+moves_knee unconfirmed; leg_extension lower_body+moves_knee unconfirmed; leg_curl lower_body+moves_knee unconfirmed; wall_sit lower_body+isometric unconfirmed; isometric isometric sourced', 'mode words');
SELECT is((SELECT string_agg(restriction || ' ' || coalesce(highest_class, highest_percent_1rm::text) || ' ' || mark, '; ') FROM exercise_restrictions() WHERE mark IS NOT NULL),
	'light_only light sourced; at_most_moderate moderate sourced; no_heavy_lifting moderate unconfirmed; at_most_75_percent_1rm 75 sourced; at_most_30_percent_1rm 30 sourced', 'limits');
SELECT is((SELECT max(cardinality(takes_out)) FROM exercise_restrictions()), 8, 'no_exercise takes out all');
SELECT is((SELECT (takes_out, by_mode)::text FROM exercise_restrictions() WHERE restriction = 'mobility_only'), '("{resistance,balance,flexibility,mind_body}","{aerobic,respiratory,functional,activity}")', 'what a restriction is about');

-- Clearance and unassessed facts hold the whole; a stop leaves nothing in any case.
SELECT is(restrict('aer walk 3/wk', '{clearance_first}', cleared => true)::text, 'aer walk 3/wk', 'cleared');
SELECT is(restrict('aer walk 3/wk', '{clearance_first,assess_first,light_only}', cleared => true)::text, 'aer walk 3/wk', 'cleared, with another restriction');
SELECT is(restrict('aer @vig', '{clearance_first,light_only}', cleared => true)::text, 'aer @light', 'clearance does not lift the others');
SELECT is(restrict('aer walk 3/wk', '{no_exercise}', cleared => true)::text, NULL, 'a stop');
SELECT is((SELECT (block IS NULL AND part IS NULL AND component IS NULL AND prescribed IS NULL)::text || ' ' || restriction || ': ' || reason FROM restrict_evidence('aer', '{clearance_first}') WHERE effect = 'held'),
	'true clearance_first: a clinician decides before anything is done', 'the row that says so');
SELECT is((SELECT count(*) FROM restrict_evidence('aer', '{clearance_first}', true) WHERE effect = 'held'), 0::bigint, 'cleared: no such row');
SELECT is(restrict('aer', NULL::exercise_restriction_set)::text, NULL, 'restrictions that nobody knows');
SELECT is(restrict(NULL, '{}')::text, NULL, 'no prescription');
SELECT is((SELECT count(*) FROM restrict_evidence('aer', NULL)), 0::bigint, 'no rows');

-- Where it stands, what was and what is, and by which source.
SELECT is((SELECT string_agg(concat_ws(' ', block, part, alternative, coalesce(component, 0), effect, restriction, '[' || becomes || ']', source IS NOT NULL, mark), E'\n')
	FROM restrict_evidence('wk 1: bal; wk 2: flex & aer bike or ses uns { res & aer walk|bike @vig }', '{no_weight_bearing_aerobic,light_only,supervised_only,no_flexibility}') WHERE effect IN ('changed', 'removed')),
	E'2 1 1 1 removed no_flexibility f\n2 2 2 0 changed supervised_only [ses sup { res & aer walk|bike @vig }] f\n2 2 2 2 changed no_weight_bearing_aerobic [aer bike @vig] t sourced\n2 2 2 2 changed light_only [aer bike @light] t sourced', 'places and texts');

-- Sets of several precautions.
SELECT is((SELECT all_restrictions(r)::text FROM unnest('{"{}","{light_only}",NULL,"{no_water,light_only}"}'::text[]) t, LATERAL (SELECT t::exercise_restriction_set AS r) x), '{light_only,no_water}', 'what is in any of them');
SELECT is((SELECT all_restrictions(r)::text FROM (SELECT NULL::exercise_restriction_set AS r WHERE false) x), NULL, 'no rows are not the empty set');
SELECT throws_ok($$ SELECT '{no_fun}'::exercise_restriction_set $$, '22P02', 'restriction "no_fun" does not exist', 'a name that is not there');

-- From values to a restricted prescription in one statement: trap 8, platelets of 35 alone under five profiles.
SELECT is((SELECT string_agg(coalesce(restrict('aer bike 3/wk @vig & res 2/wk', (SELECT all_restrictions(restrictions) FROM precautions(p, platelets_10e9_l => 35) WHERE about = 'platelets_10e9_l'))::text, 'nothing'), ' / ' ORDER BY p) FROM unnest(enum_range('maltser2017'::safety_profile, 'strict')) p),
	'aer bike 3/wk @mod / nothing / aer bike 3/wk @vig & res 2/wk / aer bike 3/wk @vig / nothing', 'platelets of 35');
SELECT is((SELECT restrict(prescribed, (SELECT all_restrictions(restrictions) FROM (SELECT * FROM bone_precautions('effect_low_load', '{pelvis,lumbar_spine}', unstable => false, risk_assessed => true) UNION ALL SELECT * FROM condition_precautions('{copd}', '{}')) p))::text FROM protocols() WHERE code = 'POWER'),
	'ses 2-3/wk sup 60min via comm { res machine @50->69%1RM & aer bike @mod }', 'bone metastases and COPD');
-- V79: 75 % of 80 kg are 60 kg.
SELECT is((SELECT upper(target) FROM targets(restrict('res 3x8 @80%1RM', '{at_most_75_percent_1rm}'), week => 1, one_rm_kg => 80)), 60::numeric, 'V79');

SELECT * FROM finish();
ROLLBACK;
