-- Adaptation: the vectors of the fact sheet, each rule on both sides of each of its numbers, what cannot be decided, dividing
-- blocks at a week, and laws over all rules.
\ir lib/setup.sql
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

-- A call by its arguments, as "fired: adapted: reason".
CREATE FUNCTION pg_temp.adapted(args text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	result text;
BEGIN
	EXECUTE 'SELECT coalesce(fired::text, ''open'') || '': '' || adapted || coalesce('': '' || reason, '''') FROM adapt(' || args || ')' INTO result;
	RETURN result;
END $$;

-- V68 to V77, by name. Numbers of a prescription have three decimals.
CREATE FUNCTION pg_temp.load_in(rx prescription, week int) RETURNS numeric LANGUAGE sql AS $$ SELECT lower(target) FROM targets(rx, week) WHERE modality = 'resistance' $$;
CREATE FUNCTION pg_temp.near(got numeric[], expected numeric[], name text, tolerance numeric DEFAULT 0.0000005) RETURNS text LANGUAGE sql AS $$
	SELECT ok(cardinality(got) = cardinality(expected) AND (SELECT bool_and(abs(g - e) <= tolerance) FROM unnest(got, expected) u (g, e)), name || ': ' || got::text) $$;
SELECT pg_temp.near(ARRAY[compounded(60, 10, 8)::numeric], '{128.615329}', 'V68');
SELECT pg_temp.near(ARRAY[compounded(60, 2, 8)::numeric], '{70.299563}', 'V69');
SELECT pg_temp.near(ARRAY[weeks_to_double(10)::numeric], '{7.272541}', 'V70');
SELECT pg_temp.near(ARRAY(SELECT lower(weekly_minutes('aer 1/wk 15min prog +5min/3wk to 45min', w)) FROM unnest('{1,3,4,18,19}'::int[]) w), '{15,15,20,40,45}', 'V71');
SELECT pg_temp.near(ARRAY(SELECT lower(target) FROM unnest('{1,6,12}'::int[]) w, targets('wk 1-12: res @50->75%1RM', w, one_rm_kg => 100)), '{50,61.363636,75}', 'V72');
SELECT pg_temp.near(ARRAY(SELECT pg_temp.load_in(adapted, w) FROM adapt('wk 1-12: res 2/wk 3x10 @100kg prog +5%/wk', 'deload', week => 4), generate_series(1, 4) w),
	'{100,105,110.25,69.4575}', 'V73', 0.0005);
SELECT pg_temp.near(ARRAY(SELECT pg_temp.load_in(adapted, 8) FROM adapt('wk 1-12: res 2/wk 3x10 @20kg prog +2.5kg/wk', 'missed_weeks', week => 8, weeks_missed => 2)), '{27.5}', 'V74');
SELECT pg_temp.near(ARRAY(SELECT pg_temp.load_in(adapted, 1) FROM unnest('{12,8}'::int[]) done, adapt('res 2/wk 3x10 @50kg', 'repetitions', repetitions_done => ARRAY[done])), '{55,45}', 'V75');
SELECT pg_temp.near(ARRAY(SELECT (vo2_peak_after_cycles(20, 10, n) / 20)::numeric FROM unnest('{4,6,8}'::int[]) n), '{0.656100,0.531441,0.430467}', 'V76');
SELECT pg_temp.near(ARRAY(SELECT lower(target) FROM targets('aer 3/wk @60%VO2max', 1, vo2_peak => vo2_peak_after_cycles(24, 10, 1))), '{12.96}', 'V77');

-- The numbers of the rules, written down a second time, from the sheet.
SELECT results_eq('SELECT rule::text, lowest, highest, unit, is_step, mark::text FROM adaptation_rules()', $$ VALUES
	('two_for_two', 2::float8, 2::float8, 'repetitions', false, 'sourced'), ('two_for_two', 2, 2, 'sessions', false, 'sourced'), ('two_for_two', 5, 10, '%', true, 'sourced'),
	('repetitions', 2, 2, 'repetitions', false, 'sourced'), ('repetitions', 2, 2, 'repetitions', false, 'sourced'), ('repetitions', 10, 10, '%', false, 'sourced'),
	('load_step', 2, 10, '%1RM', true, 'sourced'), ('missed_weeks', 2, 2, 'weeks', false, 'sourced'),
	('deload', 4, 4, 'weeks', false, 'unconfirmed'), ('deload', 60, 60, '%', false, 'unconfirmed'), ('intervals', 10, 10, '%', false, 'sourced'),
	('time_first', 5, 10, 'min', true, 'sourced'), ('time_first', 1, 2, 'weeks', false, 'sourced'), ('time_first', 4, 6, 'weeks', false, 'sourced'),
	('rpe', 12, 12, 'RPE 6-20', false, 'sourced'), ('rpe', 15, 15, 'RPE 6-20', false, 'sourced'), ('rpe', 5, 10, '%', true, 'unconfirmed'),
	('heart_rate_zone', 5, 10, '%', true, 'unconfirmed'), ('time_in_zone', 50, 50, '% of minutes', false, 'unconfirmed'), ('time_in_zone', 5, 10, '%', true, 'unconfirmed'),
	('chemo_cycle', 7, 7, 'days', false, 'unconfirmed'), ('chemo_cycle', 50, 50, '% of the range', false, 'unconfirmed') $$, 'the numbers of the rules');
SELECT results_eq('SELECT DISTINCT rule, modality::text FROM adaptation_rules() ORDER BY rule', $$ SELECT r, CASE WHEN r < 'intervals' THEN 'resistance' ELSE 'aerobic' END FROM unnest(enum_range(NULL::adaptation_rule)) r $$,
	'each rule has its modality');
SELECT is_empty($$ SELECT * FROM adaptation_rules() WHERE needs = '' OR changes = '' OR number = '' OR source = '' $$, 'and says what it needs and changes, and where it comes from');
SELECT is((SELECT string_agg(r || ' ' || mark, ', ' ORDER BY r) FROM unnest(enum_range(NULL::adaptation_rule)) r, adapt('bal', r) a WHERE a.source IN (SELECT source FROM adaptation_rules() n WHERE n.rule = r)),
	'two_for_two sourced, repetitions sourced, load_step sourced, missed_weeks sourced, deload unconfirmed, intervals sourced, time_first sourced, rpe unconfirmed, heart_rate_zone unconfirmed, time_in_zone unconfirmed, chemo_cycle unconfirmed',
	'a rule is sourced if all of its numbers are');

-- Each rule: on both sides of its thresholds, by its smallest and largest step, and what it does not know.
CREATE TEMP TABLE tried (n int GENERATED ALWAYS AS IDENTITY, args text, expected text);
INSERT INTO tried (args, expected) VALUES
	-- two-for-two
	($$'res 2/wk 3x10 @50kg', 'two_for_two', repetitions_done => '{3,12,12}'$$, 'true: res 2/wk 3x10 @52.5kg: 2 repetitions or more over the plan of 10 in the last 2 sessions'),
	($$'res 2/wk 3x10 @50kg', 'two_for_two', repetitions_done => '{12,12,11}'$$, 'false: res 2/wk 3x10 @50kg: 11 repetitions are not 2 over the plan of 10'),
	($$'res 2/wk 3x10 @50kg', 'two_for_two', repetitions_done => '{11,12}'$$, 'false: res 2/wk 3x10 @50kg: 11 repetitions are not 2 over the plan of 10'),
	($$'res 2/wk 3x10 @50kg', 'two_for_two', repetitions_done => '{12}'$$, 'open: res 2/wk 3x10 @50kg: the repetitions of the last 2 sessions are not all known'),
	($$'res 2/wk 3x10 @50kg', 'two_for_two', repetitions_done => '{NULL,12}'$$, 'open: res 2/wk 3x10 @50kg: the repetitions of the last 2 sessions are not all known'),
	($$'res 2/wk 3x10 @50kg', 'two_for_two', repetitions_done => '{NULL,11}'$$, 'false: res 2/wk 3x10 @50kg: 11 repetitions are not 2 over the plan of 10'),
	($$'res 2/wk 3x10 @50kg', 'two_for_two', repetitions_done => '{}'$$, 'open: res 2/wk 3x10 @50kg: the repetitions of the last 2 sessions are not all known'),
	($$'res 2/wk 3x8-12 @50kg', 'two_for_two', repetitions_done => '{14,14}', step => 10$$, 'true: res 2/wk 3x8-12 @55kg: 2 repetitions or more over the plan of 8-12 in the last 2 sessions'),
	($$'res 2/wk 3x8-12 @50kg', 'two_for_two', repetitions_done => '{13,14}'$$, 'false: res 2/wk 3x8-12 @50kg: 13 repetitions are not 2 over the plan of 8-12'),
	($$'res 2/wk 3x10 @50kg', 'two_for_two', repetitions_done => '{12,12}', severe_side_effects => true$$, 'false: res 2/wk 3x10 @50kg: no progression during severe side effects'),
	($$'res 2/wk 3x10 @60-70%1RM|RPE 13 prog tworep +2-4%', 'two_for_two', repetitions_done => '{12,12}'$$, 'true: res 2/wk 3x10 @61.2-71.4%1RM|RPE 13 prog tworep +2-4%: 2 repetitions or more over the plan of 10 in the last 2 sessions'),
	($$'res 2/wk 3x10 @60%1RM prog tworep +2-4%', 'two_for_two', repetitions_done => '{12,12}', step => 10$$, 'true: res 2/wk 3x10 @66%1RM prog tworep +2-4%: 2 repetitions or more over the plan of 10 in the last 2 sessions'),
	($$'res 2/wk 3x10 @60kg prog tworep +2.5kg to 61kg', 'two_for_two', repetitions_done => '{12,12}'$$, 'true: res 2/wk 3x10 @61kg prog tworep +2.5kg to 61kg: 2 repetitions or more over the plan of 10 in the last 2 sessions'),
	($$'res 2/wk 3x10 @61kg prog tworep +2.5kg to 61kg', 'two_for_two', repetitions_done => '{12,12}'$$, 'false: res 2/wk 3x10 @61kg prog tworep +2.5kg to 61kg: the change of the load comes to nothing'),
	($$'res 2/wk 3x10 @60%1RM prog tworep +2.5kg', 'two_for_two', repetitions_done => '{12,12}'$$, 'open: res 2/wk 3x10 @60%1RM prog tworep +2.5kg: the step is in kg, the load in %1RM'),
	($$'res 2/wk 3x10 @60%1RM prog tworep +?%', 'two_for_two', repetitions_done => '{12,12}'$$, 'open: res 2/wk 3x10 @60%1RM prog tworep +?%: the step of the prescription is not reported'),
	($$'res 2/wk 3x10 @60%1RM prog tworep +1rep', 'two_for_two', repetitions_done => '{12,12}'$$, 'open: res 2/wk 3x10 @60%1RM prog tworep +1rep: the step of the prescription is none up of the load'),
	($$'res 2/wk 3x10 @60%1RM prog tworep', 'two_for_two', repetitions_done => '{12,12}'$$, 'true: res 2/wk 3x10 @63%1RM prog tworep: 2 repetitions or more over the plan of 10 in the last 2 sessions'),
	($$'res 2/wk 3x10 @10RM', 'two_for_two', repetitions_done => '{12,12}'$$, 'open: res 2/wk 3x10 @10RM: a load in RM is found anew by lifting, not by the prescription'),
	($$'res 2/wk 3x10 @?', 'two_for_two', repetitions_done => '{12,12}'$$, 'open: res 2/wk 3x10 @?: the load is not reported'),
	($$'res 2/wk 3x10 @?kg', 'two_for_two', repetitions_done => '{12,12}'$$, 'open: res 2/wk 3x10 @?kg: the load is not reported'),
	($$'res 2/wk 3x10', 'two_for_two', repetitions_done => '{12,12}'$$, 'open: res 2/wk 3x10: no load is prescribed'),
	($$'res 2/wk 3x10 @mod', 'two_for_two', repetitions_done => '{12,12}'$$, 'open: res 2/wk 3x10 @mod: the load is in words or perceived, which has no step'),
	($$'res 2/wk 3x10 @30W', 'two_for_two', repetitions_done => '{12,12}'$$, 'open: res 2/wk 3x10 @30W: the load is not in a unit that the rule changes'),
	($$'res 2/wk 3x? @50kg', 'two_for_two', repetitions_done => '{12,12}'$$, 'open: res 2/wk 3x? @50kg: the repetitions are not reported'),
	($$'res 2/wk @50kg', 'two_for_two', repetitions_done => '{12,12}'$$, 'open: res 2/wk @50kg: no repetitions are prescribed'),
	($$'res 2/wk 3x30s @50kg', 'two_for_two', repetitions_done => '{12,12}'$$, 'open: res 2/wk 3x30s @50kg: a hold is prescribed, not repetitions'),
	($$'aer 3/wk', 'two_for_two', repetitions_done => '{12,12}'$$, 'open: aer 3/wk: no resistance exercise is prescribed'),
	($$'res 2/wk 3x10 @96%1RM', 'two_for_two', repetitions_done => '{12,12}'$$, 'false: res 2/wk 3x10 @96%1RM: %1RM 100.8 would be outside 0..100'),
	($$'res 2/wk 3x10 @95-96%1RM', 'two_for_two', repetitions_done => '{12,12}'$$, 'false: res 2/wk 3x10 @95-96%1RM: %1RM 100.8 would be outside 0..100'),
	($$'ses 2/wk @50kg { res 3x10 & bal }', 'two_for_two', repetitions_done => '{12,12}'$$, 'open: ses 2/wk @50kg { res 3x10 & bal }: the load is that of a session, which other components share'),
	($$'ses 2/wk @50kg { res 3x10 }', 'two_for_two', repetitions_done => '{12,12}'$$, 'true: ses 2/wk @52.5kg { res 3x10 }: 2 repetitions or more over the plan of 10 in the last 2 sessions'),
	-- repetitions
	($$'res 2/wk 3x10 @50kg', 'repetitions', repetitions_done => '{8,12}'$$, 'true: res 2/wk 3x10 @55kg: 12 repetitions are 2 or more over the plan of 10'),
	($$'res 2/wk 3x10 @50kg', 'repetitions', repetitions_done => '{11}'$$, 'false: res 2/wk 3x10 @50kg: 11 repetitions are less than 2 off the plan of 10'),
	($$'res 2/wk 3x10 @50kg', 'repetitions', repetitions_done => '{9}'$$, 'false: res 2/wk 3x10 @50kg: 9 repetitions are less than 2 off the plan of 10'),
	($$'res 2/wk 3x10 @50kg', 'repetitions', repetitions_done => '{8}', severe_side_effects => true$$, 'true: res 2/wk 3x10 @45kg: 8 repetitions are 2 or more under the plan of 10'),
	($$'res 2/wk 3x10 @50kg', 'repetitions', repetitions_done => '{12}', severe_side_effects => true$$, 'false: res 2/wk 3x10 @50kg: no progression during severe side effects'),
	($$'res 2/wk 3x8-12 @80%BW', 'repetitions', repetitions_done => '{6}'$$, 'true: res 2/wk 3x8-12 @72%BW: 6 repetitions are 2 or more under the plan of 8-12'),
	($$'res 2/wk 3x10 @50kg', 'repetitions', repetitions_done => '{12,NULL}'$$, 'open: res 2/wk 3x10 @50kg: the repetitions of the last session are not known'),
	($$'res 2/wk 3x10 @54kg', 'repetitions', repetitions_done => '{12}', increment_kg => 2.5$$, 'true: res 2/wk 3x10 @57.5kg: 12 repetitions are 2 or more over the plan of 10'),
	($$'res 2/wk 3x10 @20kg', 'repetitions', repetitions_done => '{12}', increment_kg => 5$$, 'false: res 2/wk 3x10 @20kg: the change of the load comes to nothing with these increments'),
	($$'res 2/wk 3x10 @20kg', 'repetitions', repetitions_done => '{8}', increment_kg => 5$$, 'true: res 2/wk 3x10 @15kg: 8 repetitions are 2 or more under the plan of 10'),
	-- the smallest increment
	($$'res 2/wk 2x12 @20-30%1RM', 'load_step', repetitions_done => '{12}', severe_side_effects => false$$, 'true: res 2/wk 2x12 @22-32%1RM: the plan of 12 was done: the smallest increment'),
	($$'res 2/wk 2x12 @20-30%1RM', 'load_step', repetitions_done => '{12}', severe_side_effects => false, step => 10$$, 'true: res 2/wk 2x12 @30-40%1RM: the plan of 12 was done: the smallest increment'),
	($$'res 2/wk 2x10-12 @20%1RM', 'load_step', repetitions_done => '{11}', severe_side_effects => false$$, 'false: res 2/wk 2x10-12 @20%1RM: 11 repetitions are short of the plan of 10-12'),
	($$'res 2/wk 2x12 @20%1RM', 'load_step', repetitions_done => '{12}'$$, 'open: res 2/wk 2x12 @20%1RM: it is not known whether there are severe side effects'),
	($$'res 2/wk 2x12 @20%1RM', 'load_step', repetitions_done => '{12}', severe_side_effects => true$$, 'false: res 2/wk 2x12 @20%1RM: no progression during severe side effects'),
	($$'res 2/wk 2x12 @20%1RM', 'load_step', severe_side_effects => false$$, 'open: res 2/wk 2x12 @20%1RM: the repetitions of the last session are not known'),
	($$'res 2/wk 2x12 @20kg', 'load_step', repetitions_done => '{12}', severe_side_effects => false, increment_kg => 0.5$$, 'open: res 2/wk 2x12 @20kg: a load in kg needs increment_kg and one_rm_kg'),
	($$'res 2/wk 2x12 @20kg', 'load_step', repetitions_done => '{12}', severe_side_effects => false, increment_kg => 0.5, one_rm_kg => 60$$, 'true: res 2/wk 2x12 @21.5kg: the plan of 12 was done: the smallest increment'),
	($$'res 2/wk 2x12 @20kg', 'load_step', repetitions_done => '{12}', severe_side_effects => false, increment_kg => 6, one_rm_kg => 60$$, 'true: res 2/wk 2x12 @26kg: the plan of 12 was done: the smallest increment'),
	($$'res 2/wk 2x12 @20kg', 'load_step', repetitions_done => '{12}', severe_side_effects => false, increment_kg => 6.5, one_rm_kg => 60$$, 'open: res 2/wk 2x12 @20kg: the smallest increment of 6.5 kg is more than 10 % of the one-repetition maximum'),
	($$'res 2/wk 2x12 @20%BW', 'load_step', repetitions_done => '{12}', severe_side_effects => false$$, 'open: res 2/wk 2x12 @20%BW: a load in %BW has no known part of the one-repetition maximum'),
	-- missed weeks
	($$'wk 1-12: res 2/wk @20kg prog +2.5kg/wk', 'missed_weeks', week => 4, weeks_missed => 1$$, 'true: wk 1-3: res 2/wk @20kg prog +2.5kg/wk; wk 4-12: res 2/wk @22.5kg prog +2.5kg/wk: weeks missed: 1; load of week 2'),
	($$'wk 1-12: res 2/wk @20kg prog +2.5kg/wk', 'missed_weeks', week => 4, weeks_missed => 2$$, 'true: wk 1-3: res 2/wk @20kg prog +2.5kg/wk; wk 4-12: res 2/wk @20kg prog +2.5kg/wk: weeks missed: 2; load of week 1, the first'),
	($$'wk 1-12: res 2/wk @50->72%1RM', 'missed_weeks', week => 8, weeks_missed => 1$$, 'true: wk 1-7: res 2/wk @50->62%1RM; wk 8-12: res 2/wk @60->68%1RM: weeks missed: 1; load of week 6'),
	($$'wk 1-6: res machine 2/wk @20kg prog +1kg/wk; wk 7-12: res machine 2/wk @30kg', 'missed_weeks', week => 8, weeks_missed => 2$$, 'true: wk 1-6: res machine 2/wk @20kg prog +1kg/wk; wk 7: res machine 2/wk @30kg; wk 8-12: res machine 2/wk @23kg: weeks missed: 2; load of week 4'),
	($$'wk 1-6: res band 2/wk @20kg; wk 7-12: res machine 2/wk @30kg', 'missed_weeks', week => 8, weeks_missed => 2$$, 'open: wk 1-6: res band 2/wk @20kg; wk 7-12: res machine 2/wk @30kg: there is not one load in kg of the same exercise in week 4'),
	($$'wk 1-6: res 2/wk @20kg & res 1/wk @10kg; wk 7-12: res 2/wk @30kg', 'missed_weeks', week => 8, weeks_missed => 2$$, 'open: wk 1-6: res 2/wk @20kg & res 1/wk @10kg; wk 7-12: res 2/wk @30kg: there is not one load in kg of the same exercise in week 4'),
	($$'wk 1-12: res 2/wk @30kg prog -1kg/wk', 'missed_weeks', week => 8, weeks_missed => 1$$, 'false: wk 1-12: res 2/wk @30kg prog -1kg/wk: the change of the load comes to nothing'),
	($$'wk 1-12: res 2/wk @30kg', 'missed_weeks', week => 8, weeks_missed => 1$$, 'false: wk 1-12: res 2/wk @30kg: the change of the load comes to nothing'),
	($$'wk 1-12: res 2/wk @30kg prog +1kg/wk', 'missed_weeks', week => 8, weeks_missed => 0$$, 'false: wk 1-12: res 2/wk @30kg prog +1kg/wk: no week was missed'),
	($$'wk 1-12: res 2/wk @30kg prog +1kg/wk', 'missed_weeks', week => 8$$, 'open: wk 1-12: res 2/wk @30kg prog +1kg/wk: it is not known how many weeks were missed'),
	($$'wk 1-12: res 2/wk @30kg prog +1kg/wk', 'missed_weeks', weeks_missed => 1$$, 'open: wk 1-12: res 2/wk @30kg prog +1kg/wk: the rule needs the week'),
	($$'res 2/wk @30kg prog +1kg/wk', 'missed_weeks', week => 8, weeks_missed => 1$$, 'open: res 2/wk @30kg prog +1kg/wk: the block has no weeks to go back to'),
	($$'wk 1-12: res 2/wk alt 2wk(3x10@60%1RM, 3x6@80%1RM)', 'missed_weeks', week => 8, weeks_missed => 1$$, 'open: wk 1-12: res 2/wk alt 2wk(3x10@60%1RM, 3x6@80%1RM): the loads alternate'),
	-- deload
	($$'wk 1-12: res 2/wk @100kg', 'deload', week => 3$$, 'false: wk 1-12: res 2/wk @100kg: week 3 is none of every 4 weeks'),
	($$'wk 1-12: res 2/wk @100kg', 'deload', week => 4$$, 'true: wk 1-3: res 2/wk @100kg; wk 4: res 2/wk @60kg; wk 5-12: res 2/wk @100kg: week 4 is one of every 4 weeks: 60 % of its load'),
	($$'wk 1-12: res 2/wk @100kg', 'deload', week => 12$$, 'true: wk 1-11: res 2/wk @100kg; wk 12: res 2/wk @60kg: week 12 is one of every 4 weeks: 60 % of its load'),
	($$'wk 4-5: res 2/wk @100kg', 'deload', week => 4$$, 'true: wk 4: res 2/wk @60kg; wk 5: res 2/wk @100kg: week 4 is one of every 4 weeks: 60 % of its load'),
	($$'wk 1-12: res 2/wk @100kg prog +10kg/3wk', 'deload', week => 4$$, 'open: wk 1-12: res 2/wk @100kg prog +10kg/3wk: a step is under way that must go on as planned'),
	($$'res 2/wk @100kg', 'deload', week => 4$$, 'open: res 2/wk @100kg: the block has no weeks, so one of them cannot differ'),
	($$'res 2/wk @100kg', 'deload'$$, 'open: res 2/wk @100kg: the rule needs the week'),
	-- intervals
	($$'aer 3/wk 8x(1min@100W|RPE 15, 1min@30W)', 'intervals', intervals_done => '{2,8}'$$, 'true: aer 3/wk 8x(1min@110W|RPE 15, 1min@33W): 8 intervals of 8 were finished'),
	($$'aer 3/wk 8x(1min@100W, 1min@30W)', 'intervals', intervals_done => '{7}'$$, 'true: aer 3/wk 8x(1min@90W, 1min@27W): 7 intervals of 8 were finished'),
	($$'aer 3/wk 6-8x(1min@100W, 1min)', 'intervals', intervals_done => '{7}'$$, 'false: aer 3/wk 6-8x(1min@100W, 1min): the intervals are within the plan'),
	($$'aer 3/wk 6-8x(1min@100W, 1min)', 'intervals', intervals_done => '{5}'$$, 'true: aer 3/wk 6-8x(1min@90W, 1min): 5 intervals of 6 were finished'),
	($$'aer 3/wk 6-8x(1min@100W, 1min)', 'intervals', intervals_done => '{6}'$$, 'false: aer 3/wk 6-8x(1min@100W, 1min): the intervals are within the plan'),
	($$'aer 3/wk ?x(1min@100W, 1min)', 'intervals', intervals_done => '{7}'$$, 'open: aer 3/wk ?x(1min@100W, 1min): the number of intervals is not reported'),
	($$'aer 3/wk 30min @60W', 'intervals', intervals_done => '{7}'$$, 'open: aer 3/wk 30min @60W: no intervals are prescribed'),
	($$'aer 3/wk 8x(1min@140%Wpeak, 1min)', 'intervals', intervals_done => '{8}'$$, 'false: aer 3/wk 8x(1min@140%Wpeak, 1min): %Wpeak 154 would be outside 0..150'),
	-- time first
	($$'wk 1-12: aer 3/wk 20-30min', 'time_first', week => 1, weeks_since_change => 1, severe_side_effects => false$$, 'true: wk 1-12: aer 3/wk 25-35min: week 1 of the first 6; weeks since the last change: 1'),
	($$'wk 1-12: aer 3/wk 20-30min', 'time_first', week => 6, weeks_since_change => 3, severe_side_effects => false, step => 10$$, 'true: wk 1-5: aer 3/wk 20-30min; wk 6-12: aer 3/wk 30-40min: week 6 of the first 6; weeks since the last change: 3'),
	($$'aer 3/wk 20min', 'time_first', week => 7, weeks_since_change => 1, severe_side_effects => false$$, 'false: aer 3/wk 20min: week 7 is after the first 6 weeks'),
	($$'aer 3/wk 20min', 'time_first', week => 2, weeks_since_change => 0, severe_side_effects => false$$, 'false: aer 3/wk 20min: the last change is too recent'),
	($$'aer 3/wk 20min', 'time_first', week => 2, weeks_since_change => 1$$, 'open: aer 3/wk 20min: it is not known whether there are severe side effects'),
	($$'aer 3/wk 20min', 'time_first', week => 2, severe_side_effects => false$$, 'open: aer 3/wk 20min: it is not known when the prescription was last changed'),
	($$'aer 3/wk 20min', 'time_first', weeks_since_change => 1, severe_side_effects => false$$, 'open: aer 3/wk 20min: the rule needs the week'),
	($$'aer 3/wk 20min', 'time_first', week => 2, weeks_since_change => 1, severe_side_effects => true$$, 'false: aer 3/wk 20min: no progression during severe side effects'),
	($$'aer 3/wk 20-28min', 'time_first', week => 2, weeks_since_change => 1, severe_side_effects => false, minutes_goal => 30$$, 'true: aer 3/wk 25-30min: week 2 of the first 6; weeks since the last change: 1'),
	($$'aer 3/wk 30min', 'time_first', week => 2, weeks_since_change => 1, severe_side_effects => false, minutes_goal => 30$$, 'false: aer 3/wk 30min: the goal of 30 minutes is reached'),
	($$'aer 3/wk 0.5h', 'time_first', week => 2, weeks_since_change => 1, severe_side_effects => false$$, 'true: aer 3/wk 35min: week 2 of the first 6; weeks since the last change: 1'),
	($$'aer 3/wk 90s', 'time_first', week => 2, weeks_since_change => 1, severe_side_effects => false$$, 'true: aer 3/wk 6.5min: week 2 of the first 6; weeks since the last change: 1'),
	($$'aer 3/wk ?min', 'time_first', week => 2, weeks_since_change => 1, severe_side_effects => false$$, 'open: aer 3/wk ?min: the time of a session is not reported'),
	($$'aer 3/wk', 'time_first', week => 2, weeks_since_change => 1, severe_side_effects => false$$, 'open: aer 3/wk: no time of a session is prescribed'),
	($$'aer 3/wk 20min prog +5min/wk', 'time_first', week => 2, weeks_since_change => 1, severe_side_effects => false$$, 'false: aer 3/wk 20min prog +5min/wk: the prescription has a progression of its own for the time'),
	($$'ses 2/wk 60min { aer & res }', 'time_first', week => 2, weeks_since_change => 1, severe_side_effects => false$$, 'open: ses 2/wk 60min { aer & res }: the minutes are those of a session, which other components share'),
	-- exertion
	($$'aer 3/wk @60W|RPE 12', 'rpe', rpe => '{11.9,11}'$$, 'true: aer 3/wk @63W|RPE 12: exertion below 12 in all 2 sessions'),
	($$'aer 3/wk @60W', 'rpe', rpe => '{12,11}'$$, 'false: aer 3/wk @60W: an exertion of 11, not all below 12, is left as it is'),
	($$'aer 3/wk @60W', 'rpe', rpe => '{11,15}'$$, 'false: aer 3/wk @60W: an exertion of 15, not all below 12, is left as it is'),
	($$'aer 3/wk @60W', 'rpe', rpe => '{11,15.1}'$$, 'true: aer 3/wk @57W: exertion of 15.1 is above 15'),
	($$'aer 3/wk @60W', 'rpe', rpe => '{NULL,16}', step => 10, severe_side_effects => true$$, 'true: aer 3/wk @54W: exertion of 16 is above 15'),
	($$'aer 3/wk @60W', 'rpe', rpe => '{NULL,11}'$$, 'open: aer 3/wk @60W: the exertion of the last sessions is not all known'),
	($$'aer 3/wk @60W', 'rpe', rpe => '{NULL,13}'$$, 'false: aer 3/wk @60W: an exertion of 13, not all below 12, is left as it is'),
	($$'aer 3/wk @60W', 'rpe', rpe => '{18,NULL}'$$, 'open: aer 3/wk @60W: the exertion of the last sessions is not all known'),
	($$'aer 3/wk @60W', 'rpe', rpe => '{11}', severe_side_effects => true$$, 'false: aer 3/wk @60W: no progression during severe side effects'),
	($$'aer 3/wk 20min @60W', 'rpe', rpe => '{11}', minutes_goal => 30$$, 'false: aer 3/wk 20min @60W: minutes of a session come first: 20 of 30'),
	($$'aer 2/wk 30min @60W', 'rpe', rpe => '{11}', minutes_goal => 30, sessions_goal => 3$$, 'false: aer 2/wk 30min @60W: sessions a week come first: 2 of 3'),
	($$'aer 1/d 30min @60W', 'rpe', rpe => '{11}', minutes_goal => 30, sessions_goal => 7$$, 'true: aer 1/d 30min @63W: exertion below 12 in all 1 sessions'),
	($$'aer ?/wk 30min @60W', 'rpe', rpe => '{11}', sessions_goal => 3$$, 'open: aer ?/wk 30min @60W: the sessions a week, which come before intensity, are not known'),
	($$'aer 3/wk 20min @60W', 'rpe', rpe => '{16}', minutes_goal => 30, sessions_goal => 5$$, 'true: aer 3/wk 20min @57W: exertion of 16 is above 15'),
	($$'aer 3/wk @RPE 11-13', 'rpe', rpe => '{16}'$$, 'open: aer 3/wk @RPE 11-13: the intensity is in words or perceived, which has no step'),
	($$'aer 3/wk @120bpm', 'rpe', rpe => '{16}'$$, 'true: aer 3/wk @114bpm: exertion of 16 is above 15'),
	($$'aer 3/wk @98%HRmax', 'rpe', rpe => '{11}'$$, 'false: aer 3/wk @98%HRmax: %HRmax 102.9 would be outside 0..100'),
	($$'aer 3/wk 8x(1min@60W, 1min@20W)', 'rpe', rpe => '{16}'$$, 'true: aer 3/wk 8x(1min@57W, 1min@19W): exertion of 16 is above 15'),
	($$'res 2/wk @50kg & aer', 'rpe', rpe => '{16}', modality => 'resistance'$$, 'true: res 2/wk @47.5kg & aer: exertion of 16 is above 15'),
	-- heart rate
	($$'aer 3/wk @60W|110-120bpm', 'heart_rate_zone', heart_rates => '{109,109}'$$, 'true: aer 3/wk @63W|110-120bpm: heart rates below the zone, which begins at 110, in all 2 sessions'),
	($$'aer 3/wk @60W|110-120bpm', 'heart_rate_zone', heart_rates => '{110,109}'$$, 'false: aer 3/wk @60W|110-120bpm: the heart rates are in the zone, or not below it in every session'),
	($$'aer 3/wk @60W|110-120bpm', 'heart_rate_zone', heart_rates => '{100,120}'$$, 'false: aer 3/wk @60W|110-120bpm: the heart rates are in the zone, or not below it in every session'),
	($$'aer 3/wk @60W|110-120bpm', 'heart_rate_zone', heart_rates => '{100,120.5}'$$, 'true: aer 3/wk @57W|110-120bpm: heart rate of 120.5 is above the zone, which ends at 120'),
	($$'aer 3/wk @60W|110-120bpm', 'heart_rate_zone', heart_rates => '{100,120.5}', heart_rate_zone => '[100,121]'$$, 'false: aer 3/wk @60W|110-120bpm: the heart rates are in the zone, or not below it in every session'),
	($$'aer 3/wk @50%VO2R', 'heart_rate_zone', heart_rates => '{122}', heart_rate_zone => '[100,121]', step => 10$$, 'true: aer 3/wk @45%VO2R: heart rate of 122 is above the zone, which ends at 121'),
	($$'aer 3/wk @60W', 'heart_rate_zone', heart_rates => '{120}'$$, 'open: aer 3/wk @60W: the heart rate zone is not known: targets() gives it'),
	($$'aer 3/wk @60W', 'heart_rate_zone', heart_rate_zone => '[100,121]'$$, 'open: aer 3/wk @60W: the heart rates of the last sessions are not all known'),
	($$'aer 3/wk @110-120bpm', 'heart_rate_zone', heart_rates => '{130}'$$, 'open: aer 3/wk @110-120bpm: the intensity is not in a unit that the rule changes'),
	-- minutes in the zone
	($$'aer 3/wk @60W', 'time_in_zone', minutes_below_zone => '{5,5}', minutes_in_zone => '{4,5}', minutes_above_zone => '{0,0}'$$, 'true: aer 3/wk @63W: 47.4 % of the minutes in the zone, more below it'),
	($$'aer 3/wk @60W', 'time_in_zone', minutes_below_zone => '{5,5}', minutes_in_zone => '{5,5}', minutes_above_zone => '{0,0}'$$, 'false: aer 3/wk @60W: 50 % of the minutes in the zone'),
	($$'aer 3/wk @60W', 'time_in_zone', minutes_below_zone => '{5}', minutes_in_zone => '{2}', minutes_above_zone => '{6}', step => 10$$, 'true: aer 3/wk @54W: 15.4 % of the minutes in the zone, more above it'),
	($$'aer 3/wk @60W', 'time_in_zone', minutes_below_zone => '{5}', minutes_in_zone => '{2}', minutes_above_zone => '{5}'$$, 'false: aer 3/wk @60W: 16.7 % of the minutes in the zone, as many above as below'),
	($$'aer 3/wk @60W', 'time_in_zone', minutes_below_zone => '{5,NULL}', minutes_in_zone => '{2,1}', minutes_above_zone => '{5,1}'$$, 'open: aer 3/wk @60W: the minutes below, in and above the zone are not all known'),
	($$'aer 3/wk @60W', 'time_in_zone', minutes_below_zone => '{0}', minutes_in_zone => '{0}', minutes_above_zone => '{0}'$$, 'open: aer 3/wk @60W: there are no minutes to judge by'),
	-- cycles of chemotherapy
	($$'aer bike 3/wk 30min @50-75%HRR', 'chemo_cycle', cycle_days => 21$$, 'true: cd 1-7/21: aer bike 3/wk 30min @50-62.5%HRR; cd 8-21/21: aer bike 3/wk 30min @62.5-75%HRR: easier after an infusion'),
	($$'aer bike 3/wk 30min @50-75%HRR', 'chemo_cycle', cycle_days => 8$$, 'true: cd 1-7/8: aer bike 3/wk 30min @50-62.5%HRR; cd 8/8: aer bike 3/wk 30min @62.5-75%HRR: easier after an infusion'),
	($$'aer bike 3/wk 30min @50-75%HRR', 'chemo_cycle', cycle_days => 7$$, 'true: cd 1-7/7: aer bike 3/wk 30min @50-62.5%HRR: easier after an infusion'),
	($$'wk 1-18 while chemo: aer 3/wk @RPE 11-14 or res 2/wk & bal', 'chemo_cycle', cycle_days => 14$$, 'true: wk 1-18 while chemo: bal; cd 1-7/14 while chemo: aer 3/wk @RPE 11-12.5 or res 2/wk; cd 8-14/14 while chemo: aer 3/wk @RPE 12.5-14 or res 2/wk: easier after an infusion; days of a cycle have no last week, so pass weeks to schedule()'),
	($$'aer 3/wk @60%HRR', 'chemo_cycle', cycle_days => 21$$, 'open: aer 3/wk @60%HRR: the intensity is no range of numbers'),
	($$'aer 3/wk @RIR 1-3', 'chemo_cycle', cycle_days => 21$$, 'open: aer 3/wk @RIR 1-3: the intensity is no range of numbers'),
	($$'aer 3/wk @?', 'chemo_cycle', cycle_days => 21$$, 'open: aer 3/wk @?: the intensity is not reported'),
	($$'aer 3/wk', 'chemo_cycle', cycle_days => 21$$, 'open: aer 3/wk: no intensity is prescribed'),
	($$'aer 3/wk @50-60W', 'chemo_cycle'$$, 'open: aer 3/wk @50-60W: the length of the cycle is not known'),
	($$'cd 1-7/21: aer 3/wk @50-60W', 'chemo_cycle', cycle_days => 21$$, 'false: cd 1-7/21: aer 3/wk @50-60W: the block is in days of a cycle already'),
	($$'wk 2-9: aer 3/wk @50-60W', 'chemo_cycle', cycle_days => 21$$, 'open: wk 2-9: aer 3/wk @50-60W: a block of some weeks among others cannot be one of cycle days'),
	($$'wk 1-9: aer 3/wk @50-60W; bal', 'chemo_cycle', cycle_days => 21$$, 'open: wk 1-9: aer 3/wk @50-60W; bal: a block of some weeks among others cannot be one of cycle days'),
	($$'wk 1-9: aer 3/wk 20->30min @50-60W', 'chemo_cycle', cycle_days => 21$$, 'open: wk 1-9: aer 3/wk 20->30min @50-60W: what differs from week to week cannot be in days of a cycle'),
	-- which component
	($$'res 2/wk 3x10 @50kg & res 2/wk 3x10 @20kg', 'repetitions', part => 2, repetitions_done => '{8}'$$, 'true: res 2/wk 3x10 @50kg & res 2/wk 3x10 @18kg: 8 repetitions are 2 or more under the plan of 10'),
	($$'res 2/wk 3x10 @50kg or res 2/wk 3x10 @20kg', 'repetitions', alternative => 1, repetitions_done => '{8}'$$, 'true: res 2/wk 3x10 @45kg or res 2/wk 3x10 @20kg: 8 repetitions are 2 or more under the plan of 10'),
	($$'ses 2/wk { res 3x10 @50kg & res 3x10 @20kg }', 'repetitions', component => 2, repetitions_done => '{8}'$$, 'true: ses 2/wk { res 3x10 @50kg & res 3x10 @18kg }: 8 repetitions are 2 or more under the plan of 10'),
	($$'res 3x10 @50kg; res 3x10 @20kg', 'repetitions', block => 2, repetitions_done => '{8}'$$, 'true: res 3x10 @50kg; res 3x10 @18kg: 8 repetitions are 2 or more under the plan of 10'),
	($$'res 3x10 @50kg; func 3x10 @20kg', 'repetitions', modality => 'functional', repetitions_done => '{8}'$$, 'true: res 3x10 @50kg; func 3x10 @18kg: 8 repetitions are 2 or more under the plan of 10'),
	($$'res 3x10 @50kg & aer', 'repetitions', part => 2, repetitions_done => '{8}'$$, 'open: res 3x10 @50kg & aer: no resistance exercise is prescribed there'),
	($$'wk 1-3: res 3x10 @50kg', 'repetitions', week => 4, repetitions_done => '{8}'$$, 'open: wk 1-3: res 3x10 @50kg: no resistance exercise is prescribed in week 4'),
	($$'res 3x10 @50kg & res 3x10 @?', 'repetitions', repetitions_done => '{8}'$$, 'true: res 3x10 @45kg & res 3x10 @?: block 1, part 1: 8 repetitions are 2 or more under the plan of 10; block 1, part 2: the load is not reported'),
	($$'res 3x10 @50kg & res 3x20 @20kg', 'repetitions', repetitions_done => '{10}'$$, 'true: res 3x10 @50kg & res 3x20 @18kg: block 1, part 1: 10 repetitions are less than 2 off the plan of 10; block 1, part 2: 10 repetitions are 2 or more under the plan of 20'),
	-- weeks
	($$'wk 1-12: res 3x10 @50->72%1RM', 'repetitions', repetitions_done => '{8}'$$, 'open: wk 1-12: res 3x10 @50->72%1RM: the load differs from week to week: name a week, of a block of weeks'),
	($$'wk 1-12: res 3x10 @50kg prog +1kg/wk', 'repetitions', repetitions_done => '{8}'$$, 'open: wk 1-12: res 3x10 @50kg prog +1kg/wk: the load differs from week to week: name a week, of a block of weeks'),
	($$'res 3x10 @50kg prog +1kg/wk', 'repetitions', week => 3, repetitions_done => '{8}'$$, 'open: res 3x10 @50kg prog +1kg/wk: the load differs from week to week: name a week, of a block of weeks'),
	($$'wk 1-12: res 3x10->15 @50kg', 'repetitions', repetitions_done => '{8}'$$, 'open: wk 1-12: res 3x10->15 @50kg: the repetitions differ from week to week: name a week, of a block of weeks'),
	($$'wk 1-12: res alt 4wk(3x10@60%1RM, 3x6@80%1RM)', 'repetitions', repetitions_done => '{8}'$$, 'open: wk 1-12: res alt 4wk(3x10@60%1RM, 3x6@80%1RM): the repetitions differ from week to week: name a week, of a block of weeks'),
	($$'wk 1-12: res alt 4wk(3x10@60%1RM, 3x6@80%1RM)', 'repetitions', week => 5, repetitions_done => '{4}'$$, 'true: wk 1-4: res alt 4wk(3x10@60%1RM, 3x6@80%1RM); wk 5-12: res alt 4wk(3x6@72%1RM, 3x10@60%1RM): 4 repetitions are 2 or more under the plan of 6'),
	($$'wk 1-11: res 3x10 @50->70%1RM', 'repetitions', week => 1, repetitions_done => '{8}'$$, 'true: wk 1-11: res 3x10 @45->70%1RM: 8 repetitions are 2 or more under the plan of 10'),
	($$'wk 1-11: res 3x10 @50->70%1RM', 'repetitions', week => 11, repetitions_done => '{8}'$$, 'true: wk 1-10: res 3x10 @50->68%1RM; wk 11: res 3x10 @63%1RM: 8 repetitions are 2 or more under the plan of 10'),
	($$'wk 1-11: res 3x10 @50->70%1RM', 'repetitions', week => 10, repetitions_done => '{12}'$$, 'true: wk 1-9: res 3x10 @50->66%1RM; wk 10-11: res 3x10 @74.8%1RM: 12 repetitions are 2 or more over the plan of 10'),
	($$'wk 1-12: res 2/wk 3x10 @50kg prog +2kg/3wk & aer 3/wk 15min prog +5min/3wk', 'repetitions', week => 5, repetitions_done => '{8}'$$,
		'true: wk 1-12: aer 3/wk 15min prog +5min/3wk; wk 1-4: res 2/wk 3x10 @50kg prog +2kg/3wk; wk 5-12: res 2/wk 3x10 @46.8kg prog +2kg/3wk: 8 repetitions are 2 or more under the plan of 10'),
	($$'wk 1-12: ses 2/wk { res 3x10 @50kg & aer 15min prog +5min/3wk }', 'repetitions', week => 5, repetitions_done => '{8}'$$, 'open: wk 1-12: ses 2/wk { res 3x10 @50kg & aer 15min prog +5min/3wk }: a step is under way that must go on as planned'),
	($$'wk 1-12: ses 2/wk { res 3x10 @50kg & aer 15min prog +5min/3wk }', 'repetitions', week => 4, repetitions_done => '{8}'$$,
		'true: wk 1-3: ses 2/wk { res 3x10 @50kg & aer 15min prog +5min/3wk }; wk 4-12: ses 2/wk { res 3x10 @45kg & aer 20min prog +5min/3wk }: 8 repetitions are 2 or more under the plan of 10'),
	($$'wk 1-12: ses 2/wk { res 3x10 @50kg & aer alt 4wk(3x10@60%1RM, 3x6@80%1RM) }', 'repetitions', week => 4, repetitions_done => '{8}'$$,
		'open: wk 1-12: ses 2/wk { res 3x10 @50kg & aer alt 4wk(3x10@60%1RM, 3x6@80%1RM) }: an alternation is under way that must go on as planned'),
	($$'wk ?: res 3x10 @50kg', 'repetitions', week => 4, repetitions_done => '{8}'$$, 'true: wk ?: res 3x10 @45kg: 8 repetitions are 2 or more under the plan of 10');
SELECT is(pg_temp.adapted(args), expected, args) FROM tried ORDER BY n;

-- Errors: with SQLSTATE.
SELECT throws_ok('SELECT adapt(' || args || ')', state, NULL, args) FROM (VALUES
	($$'res', 'two_for_two', step => 4.9$$, '22003'), ($$'res', 'two_for_two', step => 10.1$$, '22003'), ($$'res', 'repetitions', step => 10$$, '22023'),
	($$'res', 'load_step', step => 1.9$$, '22003'), ($$'aer', 'time_first', step => 11$$, '22003'), ($$'aer', 'rpe', step => 'NaN'$$, '22003'), ($$'aer', 'rpe', step => 10.1$$, '22003'), ($$'aer', 'heart_rate_zone', step => 10.1$$, '22003'), ($$'aer', 'time_in_zone', step => 10.1$$, '22003'), ($$'res', 'load_step', step => 10.1$$, '22003'),
	($$'res', 'repetitions', week => 0$$, '22003'), ($$'res', 'repetitions', week => 521$$, '22003'), ($$'res', 'repetitions', week => -1$$, '22003'),
	($$'res', 'repetitions', block => 2$$, '22023'), ($$'res', 'repetitions', part => 0$$, '22023'), ($$'res', 'repetitions', alternative => -1$$, '22023'), ($$'res', 'repetitions', component => 2$$, '22023'),
	($$'res', 'repetitions', repetitions_done => '{-1}'$$, '22003'), ($$'res', 'repetitions', repetitions_done => '{1001}'$$, '22003'), ($$'res', 'repetitions', repetitions_done => '{{1},{2}}'$$, '22023'),
	($$'aer', 'intervals', intervals_done => '{-1}'$$, '22003'), ($$'aer', 'rpe', rpe => '{5.9}'$$, '22003'), ($$'aer', 'rpe', rpe => '{20.1}'$$, '22003'), ($$'aer', 'rpe', rpe => '{NaN}'$$, '22003'),
	($$'aer', 'heart_rate_zone', heart_rates => '{29}'$$, '22003'), ($$'aer', 'heart_rate_zone', heart_rates => '{251}'$$, '22003'), ($$'aer', 'heart_rate_zone', heart_rate_zone => 'empty'$$, '22023'),
	($$'aer', 'time_in_zone', minutes_in_zone => '{1}'$$, '22023'), ($$'aer', 'time_in_zone', minutes_below_zone => '{1}', minutes_in_zone => '{1441}', minutes_above_zone => '{1}'$$, '22003'),
	($$'aer', 'time_in_zone', minutes_below_zone => '{-1}', minutes_in_zone => '{1}', minutes_above_zone => '{1}'$$, '22003'), ($$'aer', 'time_in_zone', minutes_below_zone => '{1}', minutes_in_zone => '{1}', minutes_above_zone => '{-1}'$$, '22003'),
	($$'res', 'missed_weeks', weeks_missed => -1$$, '22003'), ($$'aer', 'time_first', weeks_since_change => -1$$, '22003'), ($$'aer', 'time_first', minutes_goal => 0$$, '22003'), ($$'aer', 'rpe', sessions_goal => 71$$, '22003'),
	($$'aer', 'chemo_cycle', cycle_days => 6$$, '22003'), ($$'aer', 'chemo_cycle', cycle_days => 366$$, '22003'), ($$'res', 'load_step', increment_kg => -1$$, '22003'), ($$'res', 'load_step', one_rm_kg => 0$$, '22003'),
	($$'wk 1-90: res @60%1RM prog +1%1RM/wk', 'repetitions', week => 80, repetitions_done => '{1}'$$, '22003')) v (args, state);
SELECT throws_ok(format('SELECT adapt(%L, ''repetitions'', week => 2, repetitions_done => ''{1}'')', (SELECT string_agg('wk 1-2: res 3x10 @50kg', ';') FROM generate_series(1, 40))), '54000', NULL, 'more blocks than a prescription can have');
SELECT throws_ok('SELECT ' || call, '22003', NULL, call) FROM unnest('{"scale_dose(''aer'', 0)","scale_dose(''aer'', 11)","scale_dose(''aer'', ''NaN'')","compounded(1, -101, 1)","compounded(1, 1, -1)","compounded(''NaN'', 1, 1)","weeks_to_double(0)","weeks_to_double(''NaN'')","vo2_peak_after_cycles(3, 10, 1)","vo2_peak_after_cycles(20, -10, 1)","vo2_peak_after_cycles(20, 10, 53)"}'::text[]) call;
SELECT is((SELECT adapted IS NULL AND fired IS NULL AND reason IS NULL FROM adapt(NULL, 'rpe')), true, 'no prescription');
SELECT is((SELECT adapted IS NULL AND fired IS NULL AND reason IS NULL FROM adapt('aer', NULL)), true, 'no rule');
SELECT is(adapted::text, 'aer 3/wk @57W', 'a real is the decimal that was meant') FROM adapt('aer 3/wk @60W', 'rpe', rpe => ARRAY[15.1::real]::float8[]);
SELECT is(adapted::text, 'res 2/wk 3x10 @17.2kg', 'so is an increment') FROM adapt('res 2/wk 3x10 @19.3kg', 'repetitions', repetitions_done => '{8}', increment_kg => 0.2::real);

-- Scaled doses.
SELECT is(scale_dose(rx::prescription, factor, m)::text, expected, rx || ' times ' || factor) FROM (VALUES
	('aer 3/wk 20-30min @60W', 0.75, NULL::exercise_modality, 'aer 3/wk 15-22.5min @60W'), ('aer vol 150min/wk', 1.5, NULL, 'aer vol 225min/wk'),
	('aer 3/wk ?min', 0.5, NULL, 'aer 3/wk ?min'), ('aer 3/wk', 0.5, NULL, NULL), ('res 2/wk 4x10', 0.5, NULL, 'res 2/wk 2x10'), ('res 2/wk 3x10', 0.5, NULL, NULL),
	('aer 3/wk 8x(1min, 1min)', 0.5, NULL, 'aer 3/wk 4x(1min, 1min)'), ('aer 3/wk 8x(1min, 1min)', 0.3, NULL, NULL), ('aer 3/wk 30min & res 2/wk 3x10', 0.5, 'aerobic', 'aer 3/wk 15min & res 2/wk 3x10'),
	('ses 2/wk 60min { aer & res }', 0.5, NULL, 'ses 2/wk 30min { aer & res }'), ('ses 2/wk 60min { aer & res }', 0.5, 'aerobic', NULL), ('ses 2/wk { aer 20min & res 2x10 }', 0.5, 'aerobic', 'ses 2/wk { aer 10min & res 2x10 }'),
	('wk 1-4: aer 3/wk 10->20min prog +5%HRR/wk', 0.5, NULL, 'wk 1-4: aer 3/wk 5->10min prog +5%HRR/wk'), ('aer 3/wk 10min prog +4min/wk to 20min', 0.5, NULL, 'aer 3/wk 5min prog +2min/wk to 10min'),
	('res 2/wk alt 2wk(4x10@mod, 2x6@vig)', 0.5, NULL, 'res 2/wk alt 2wk(2x10@mod, 1x6@vig)')) v (rx, factor, m, expected);
SELECT is(scale_dose(NULL, 1), NULL, 'nothing to scale');

-- Law: in weeks before the one named, and for what the rule is not about in all weeks, nothing changes; by brute force over
-- components whose numbers move in every way, by amounts that three decimals can say.
CREATE TEMP TABLE res (r text);
INSERT INTO res VALUES ('res machine 2/wk 3x10 @50kg'), ('res machine 2/wk 3x10 @50kg prog +1kg/2wk'), ('res machine 2/wk 3x10 @40->62%1RM'), ('res machine 2/wk 3x10 @50kg prog +1kg/3ses to 55kg'),
	('res machine 2/wk alt 3wk(3x10@60%1RM, 3x8@70%1RM)'), ('res machine 2/wk 3x10 @50kg prog +2%/wk'), ('res machine 2/wk 3x10 @50kg prog tworep +5%');
CREATE TEMP TABLE aer (a text);
INSERT INTO aer VALUES ('aer bike 3/wk 30min @50%HRR'), ('aer bike 3/wk 15min prog +5min/3wk to 45min'), ('aer bike 3/wk 15->48min @40->62%HRR'), ('aer bike 1->6.5/wk 8x(1min@60W, 1min)'),
	('aer bike 2/wk 30min @50W prog +1W/4ses'), ('aer bike 3/wk 30min @50W prog +5W');
CREATE TEMP TABLE way AS
SELECT format(f, r, a) AS rx, w AS week, rule FROM res, aer,
	unnest('{"wk 1-12: %s & %s","wk 1-12: ses 2/wk { %s & %s }","wk 1-12: %s or %s","wk 1-6: %s; wk 1-12: %2$s"}'::text[]) f,
	unnest('{1,2,4,5,7,12}'::int[]) w, unnest('{repetitions,deload,missed_weeks}'::adaptation_rule[]) rule;
CREATE TEMP TABLE outcome AS
SELECT way.*, a.adapted, a.fired, a.reason FROM way, LATERAL adapt(rx::prescription, rule, week => week, repetitions_done => '{5}', weeks_missed => 1) a;
-- The components of a week as text, without their place.
CREATE FUNCTION pg_temp.parts_of(rx prescription, w int, m exercise_modality) RETURNS text LANGUAGE sql AS $$
	SELECT string_agg(concat_ws(' ', weekly_frequency, minutes, sets, repetitions, intensity, intervals), '; ' ORDER BY 1) FROM components(at_week(rx, w)) WHERE modality = m $$;
SELECT is_empty($$ SELECT rx, week, v, rule, adapted FROM outcome, generate_series(1, 12) v WHERE fired
	AND pg_temp.parts_of(rx::prescription, v, 'aerobic') IS DISTINCT FROM pg_temp.parts_of(adapted, v, 'aerobic') $$, 'what the rule is not about stays as it is in every week');
SELECT is_empty($$ SELECT rx, week, v, rule, adapted FROM outcome, generate_series(1, 12) v WHERE fired AND v < week
	AND pg_temp.parts_of(rx::prescription, v, 'resistance') IS DISTINCT FROM pg_temp.parts_of(adapted, v, 'resistance') $$, 'weeks before the one named stay as they were');
SELECT is_empty($$ SELECT rx, week, rule, adapted FROM outcome WHERE fired AND NOT
	(SELECT lower(b.target) FROM targets(adapted, week, one_rm_kg => 100) b WHERE modality = 'resistance') < (SELECT lower(t.target) FROM targets(rx::prescription, week, one_rm_kg => 100) t WHERE modality = 'resistance') $$,
	'what is lowered is lower in that week');
SELECT is_empty($$ SELECT rx, week, v, adapted FROM outcome, generate_series(1, 12) v WHERE fired AND rule = 'deload' AND v > week AND rx !~ '2%/wk'
	AND pg_temp.parts_of(rx::prescription, v, 'resistance') IS DISTINCT FROM pg_temp.parts_of(adapted, v, 'resistance') $$, 'a deload is of one week');
SELECT is_empty($$ SELECT * FROM outcome WHERE (fired IS TRUE) <> (adapted <> rx::prescription) OR adapted::text::prescription <> adapted $$, 'fired is a change, and the result reads back');
SELECT is((SELECT string_agg(rule || ' ' || n, ', ' ORDER BY rule) FROM (SELECT rule, count(*) FILTER (WHERE fired) > 100 AS n FROM outcome GROUP BY rule) q), 'repetitions true, missed_weeks true, deload true', 'all of them fired often');

-- Law: a rule leaves the limits of every unit, and lowers monotonely: three times on whatever intensities there are.
CREATE TEMP TABLE unit_at AS
SELECT format('aer 3/wk @%s%s', v, u) AS rx FROM unnest('{%HRR,%HRmax,%VO2R,%VO2max,%VO2peak,%Wpeak,%MSEC,%1RM,%BW,W,bpm,MET,kg,kmh}'::text[]) u, unnest('{0,0.001,3.3,50,60-75,99,97-100}'::text[]) v;
SELECT is((SELECT count(*) FROM unit_at, adapt(rx::prescription, 'rpe', rpe => '{6}') a, adapt(a.adapted, 'rpe', rpe => '{6}') b, adapt(b.adapted, 'rpe', rpe => '{20}') c WHERE c.adapted::text::prescription = c.adapted), 98::bigint, 'up and up and down: always a prescription');
SELECT is_empty($$ SELECT rx, a.adapted FROM unit_at, adapt(rx::prescription, 'rpe', rpe => '{20}') a, substring(rx, '@([0-9.]+)') o, substring(a.adapted::text, '@([0-9.]+)') n WHERE n::numeric > o::numeric $$, 'what is lowered is never higher');
SELECT is_empty($$ SELECT rx, a.adapted FROM unit_at, adapt(rx::prescription, 'rpe', rpe => '{6}') a, substring(rx, '@([0-9.]+)') o, substring(a.adapted::text, '@([0-9.]+)') n WHERE n::numeric < o::numeric $$, 'what is raised is never lower');

SELECT * FROM finish();
ROLLBACK;
