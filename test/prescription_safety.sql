-- Precautions: the vectors of the fact sheet, the disagreement of the profiles, missing values, and each rule at its threshold.
\ir lib/setup.sql
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

-- V84 to V88: platelets, haemoglobin, neutrophils; the greatest level of each profile, 0 none, 1 modify, 2 clearance, 3 stop.
CREATE TEMP TABLE profile (n int, p safety_profile);
INSERT INTO profile VALUES (1, 'maltser2017'), (2, 'aha_core2019'), (3, 'trek'), (4, 'medalg'), (5, 'strict');
CREATE FUNCTION pg_temp.levels(plt float8, hb float8, anc float8, sick boolean) RETURNS text LANGUAGE sql AS $$
	SELECT string_agg(worst::text, ' ' ORDER BY n) FROM profile, LATERAL (
		SELECT max(level) AS worst FROM precautions(p, platelets_10e9_l => plt, hb_g_dl => hb, anc_10e9_l => anc, symptomatic => sick, infection_signs => sick)
		WHERE about IN ('platelets_10e9_l', 'hb_g_dl', 'anc_10e9_l')) l
$$;
SELECT is(pg_temp.levels(plt, hb, anc, false), expected, id) FROM (VALUES
	('V84', 55, 12, 2.0, 'none none none none stop'),
	('V85', 50, 10.5, 1.2, 'modify clearance clearance modify stop'),
	('V86', 35, 8.5, 0.8, 'modify clearance clearance modify stop'),
	('V87', 25, 7.5, 0.6, 'modify clearance clearance modify stop'),
	('V88', 15, 6.5, 0.4, 'clearance clearance clearance stop stop')) v (id, plt, hb, anc, expected);
SELECT is((SELECT max(level)::text FROM precautions('medalg', 60, 8.5, 0.8, symptomatic => true, infection_signs => true, temperature_c => 38.1)), 'stop', 'V89 with symptoms and signs of infection');
SELECT is((SELECT max(level)::text FROM precautions('medalg', 60, 8.5, 0.8, symptomatic => false, infection_signs => false)), 'none', 'V89 without');

-- Platelets of 35 alone: five profiles, four answers.
SELECT is((SELECT array_agg(level::text ORDER BY n) FROM profile, precautions(p, platelets_10e9_l => 35) WHERE about = 'platelets_10e9_l'), '{modify,clearance,none,modify,stop}', 'platelets of 35');

-- Each rule of one condition: just short of its threshold, and where it begins to hold.
CREATE FUNCTION pg_temp.level_at(p safety_profile, argument text, value float8) RETURNS precaution_level LANGUAGE plpgsql AS $$
DECLARE
	found precaution_level;
BEGIN
	EXECUTE format('SELECT level FROM precautions($1, %I => $2) WHERE about = %L', argument, argument) INTO found USING p, value;
	RETURN found;
END $$;
CREATE TEMP TABLE threshold AS
SELECT profile, about, level, split_part(rule, ' ', 2) AS op, split_part(rule, ' ', 3)::float8 AS t FROM precaution_rules() WHERE rule ~ '^\w+ [<>=]+ [0-9.]+$' AND split_part(rule, ' ', 1) = about;
SELECT is_empty($$ SELECT * FROM threshold WHERE pg_temp.level_at(profile, about, CASE op WHEN '<' THEN t - 0.001 WHEN '>' THEN t + 0.001 ELSE t END) <> level $$, 'each rule holds from its threshold on');
SELECT is_empty($$ SELECT * FROM threshold WHERE pg_temp.level_at(profile, about, CASE op WHEN '<=' THEN t + 0.001 WHEN '>=' THEN t - 0.001 ELSE t END) >= level
	AND (profile, about, t) NOT IN (('maltser2017', 'platelets_10e9_l', 30), ('maltser2017', 'hb_g_dl', 8)) $$, 'and not before, except where two rules of one level meet');
SELECT cmp_ok((SELECT count(*) FROM threshold), '>=', 34::bigint, 'the rules were read');
-- The thresholds themselves, as in the sheet.
SELECT is((SELECT string_agg(profile || ' ' || rule || ' ' || level, '; ' ORDER BY profile, rule) FROM precaution_rules() WHERE about = 'platelets_10e9_l'),
	'maltser2017 platelets_10e9_l < 20 clearance; maltser2017 platelets_10e9_l <= 30 modify; maltser2017 platelets_10e9_l <= 50 modify; aha_core2019 platelets_10e9_l <= 50 clearance; trek platelets_10e9_l < 20 clearance; medalg platelets_10e9_l < 20 stop; medalg platelets_10e9_l <= 50 modify; strict platelets_10e9_l < 50 stop', 'platelets');
SELECT is((SELECT string_agg(profile || ' ' || rule || ' ' || level, '; ' ORDER BY profile, rule) FROM precaution_rules() WHERE about IN ('hb_g_dl', 'anc_10e9_l', 'wbc_10e9_l')),
	'maltser2017 anc_10e9_l < 1.5 modify; maltser2017 hb_g_dl < 11 modify; maltser2017 hb_g_dl < 8 modify; maltser2017 wbc_10e9_l < 4 monitor; aha_core2019 anc_10e9_l <= 0.5 clearance; aha_core2019 hb_g_dl < 8 clearance; trek anc_10e9_l < 1.5 clearance; trek hb_g_dl < 8 clearance; trek wbc_10e9_l < 2 clearance; medalg anc_10e9_l < 1 and infection_signs stop; medalg hb_g_dl < 7 stop; medalg hb_g_dl < 9 and symptomatic stop; strict anc_10e9_l < 2.5 stop; strict hb_g_dl < 8 stop; strict wbc_10e9_l < 3 stop', 'other blood counts');
SELECT is((SELECT string_agg(profile || ' ' || rule || ' ' || level, '; ' ORDER BY profile, rule) FROM precaution_rules() WHERE profile >= 'idsa'),
	'idsa fever_sustained and anc_10e9_l < 0.5 stop; idsa temperature_c >= 38.3 and anc_10e9_l < 0.5 stop; idsa temperature_c >= 38.3 and neutrophils_falling stop; esmo fever_sustained and anc_10e9_l < 0.5 stop; esmo temperature_c > 38.5 and anc_10e9_l < 0.5 stop; immunotherapy ck_times_uln > 1 modify; immunotherapy ck_times_uln > 2.5 clearance; immunotherapy ck_times_uln > 5 stop; cardiotoxicity lvef_percent < 40 clearance; cardiotoxicity lvef_percent < 50 and lvef_drop_points >= 10 clearance', 'fever, creatine kinase, ejection fraction');

-- What they take out, beside what the level asks for; our reading of the advice.
SELECT is((SELECT string_agg(profile || ' ' || rule || ' ' || restrictions, '; ' ORDER BY profile, rule) FROM precaution_rules() WHERE restrictions NOT IN ('{}', '{no_exercise}', '{clearance_first}')),
	'maltser2017 anc_10e9_l < 1.5 {no_public_setting}; maltser2017 platelets_10e9_l < 20 {clearance_first,mobility_only}; maltser2017 platelets_10e9_l <= 30 {light_only,no_resistance}; maltser2017 platelets_10e9_l <= 50 {at_most_moderate,no_resistance}; trek anc_10e9_l < 1.5 {clearance_first,at_most_moderate,no_public_setting}; trek hb_g_dl < 8 {clearance_first,at_most_moderate}; trek platelets_10e9_l < 20 {clearance_first,mobility_only}; trek wbc_10e9_l < 2 {clearance_first,at_most_moderate,no_public_setting}; medalg platelets_10e9_l <= 50 {no_resistance,no_isometric}', 'restrictions');
SELECT is_empty($$ SELECT * FROM precaution_rules() WHERE (level = 'stop') <> ('no_exercise' = ANY (restrictions::text[])) OR (level = 'clearance') <> ('clearance_first' = ANY (restrictions::text[])) OR 'assess_first' = ANY (restrictions::text[]) $$, 'a stop and a clearance say so');
SELECT is((SELECT restrictions::text FROM precautions('medalg', hb_g_dl => h, symptomatic => s) WHERE about = 'hb_g_dl'), expected, format('haemoglobin %s, symptomatic %s', h, s)) FROM (VALUES (12, NULL, '{}'), (8.5, NULL, '{assess_first}'), (NULL, true, '{assess_first}'), (8.5, true, '{no_exercise}')) v (h, s, expected);
SELECT is((SELECT concat_ws(' ', level, note, restrictions) FROM precautions('trek', spo2_percent => 95) WHERE about = 'spo2_percent'), 'none {}', 'nothing to restrict');
SELECT is((SELECT string_agg(profile || ' ' || rule || ' ' || level || ' ' || mark, '; ' ORDER BY profile, rule) FROM precaution_rules() WHERE profile < 'idsa' AND about NOT IN ('platelets_10e9_l', 'hb_g_dl', 'anc_10e9_l', 'wbc_10e9_l')),
	'aha_core2019 dbp_mmhg > 90 clearance sourced; aha_core2019 infection_signs stop sourced; aha_core2019 sbp_mmhg > 160 clearance sourced; aha_core2019 vomiting_24h stop sourced; trek dbp_mmhg > 110 clearance sourced; trek glucose_mmol_l < 5.5 modify sourced; trek hr_rest > 120 clearance sourced; trek sbp_mmhg > 200 clearance sourced; trek spo2_percent <= 88 stop unconfirmed; trek spo2_percent <= 94 modify sourced; strict high_dose_chemo_24h stop sourced; strict hr_rest > 100 stop sourced; strict vomiting_24h stop sourced', 'vital signs and symptoms');
SELECT is((SELECT string_agg(DISTINCT mark::text, ' ') FROM precaution_rules() WHERE profile < 'immunotherapy' AND about <> 'spo2_percent'), 'sourced', 'read in a source');
SELECT is((SELECT string_agg(DISTINCT mark::text, ' ') FROM precaution_rules() WHERE profile >= 'immunotherapy'), 'unconfirmed', 'from general knowledge');

-- Missing and outdated values are unknown, never fine.
SELECT is((SELECT string_agg(DISTINCT level::text, ' ') FROM profile, precautions(p)), 'unknown', 'nothing is known');
SELECT is((SELECT level::text || ': ' || note FROM precautions('strict', 60, labs_days => 8) WHERE about = 'platelets_10e9_l'), 'unknown: a laboratory value is missing or too old', 'a blood count of last week');
SELECT is((SELECT level::text FROM precautions('strict', 60, labs_days => 7) WHERE about = 'platelets_10e9_l'), 'none', 'a blood count of this week');
SELECT is((SELECT level::text FROM precautions('strict', 40, labs_days => 8) WHERE about = 'platelets_10e9_l'), 'unknown', 'an outdated warning is no warning either');
SELECT is((SELECT level::text FROM precautions('strict', 60, labs_days => 80, labs_max_days => NULL) WHERE about = 'platelets_10e9_l'), 'none', 'any age will do');
SELECT is((SELECT level::text FROM precautions('trek', labs_days => 80, sbp_mmhg => 120) WHERE about = 'sbp_mmhg'), 'none', 'a blood pressure is not a laboratory value');
SELECT is((SELECT level::text || coalesce(': ' || note, '') FROM precautions('medalg', hb_g_dl => 8.5) WHERE about = 'hb_g_dl'), 'unknown: a value is missing', 'symptoms would decide');
SELECT is((SELECT level::text FROM precautions('medalg', hb_g_dl => 9.5) WHERE about = 'hb_g_dl'), 'none', 'symptoms would not matter');
SELECT is((SELECT level::text FROM precautions('medalg', hb_g_dl => 6.5) WHERE about = 'hb_g_dl'), 'stop', 'nor here');
SELECT is((SELECT level::text FROM precautions('medalg', anc_10e9_l => 0.8, infection_signs => false) WHERE about = 'anc_10e9_l'), 'none', 'low neutrophils without infection');
SELECT is((SELECT max(level)::text FROM precautions('idsa', anc_10e9_l => 0.4, temperature_c => t, fever_sustained => s, neutrophils_falling => false)), expected, format('IDSA at %s degrees, sustained %s', t, s))
FROM (VALUES (38.3, false, 'stop'), (38.2, false, 'none'), (38.0, true, 'stop'), (38.0, NULL, 'unknown')) v (t, s, expected);
SELECT is((SELECT max(level)::text FROM precautions('esmo', anc_10e9_l => 0.4, temperature_c => 38.5, fever_sustained => false)), 'none', 'ESMO at 38.5 degrees');
SELECT is((SELECT max(level)::text FROM precautions('cardiotoxicity', lvef_percent => 45, lvef_drop_points => d)), expected, 'a fall of ' || coalesce(d::text, 'unknown size')) FROM (VALUES (10, 'clearance'), (9, 'none'), (NULL, 'unknown')) v (d, expected);
SELECT is((SELECT level::text FROM precautions('immunotherapy', ck_times_uln => 570 / 190.0)), 'clearance', 'V80: creatine kinase at 3 times the upper limit of 190');
SELECT is(array_agg(level::text ORDER BY level), '{none,unknown,monitor,modify,clearance,stop}', 'the greatest level counts') FROM unnest(enum_range(NULL::precaution_level)) level;

-- Units.
SELECT throws_ok($$ SELECT * FROM precautions('trek', platelets_10e9_l => 50000) $$, '22003', 'platelets_10e9_l 50000 is outside 0..2000 x10^9/L', 'V82: platelets per microlitre');
SELECT throws_ok($$ SELECT * FROM precautions('trek', hb_g_dl => 80) $$, '22003', NULL, 'V81: haemoglobin in g/L');
SELECT throws_ok($$ SELECT * FROM precautions('trek', temperature_c => 100.4) $$, '22003', NULL, 'V83: degrees Fahrenheit');
SELECT throws_ok($$ SELECT * FROM precautions('trek', spo2_percent => 0.95) $$, '22003', NULL, 'a fraction');
SELECT throws_ok($$ SELECT * FROM precautions('trek', hb_g_dl => 'NaN') $$, '22003', 'hb_g_dl is NaN', 'NaN is no value');
SELECT is((SELECT level::text FROM precautions('esmo', temperature_c => 38.5::real, anc_10e9_l => 0.1, fever_sustained => false) WHERE about = 'temperature_c'), 'none', 'a real column keeps its decimal');
SELECT is((SELECT count(*) FROM precautions(NULL)), 0::bigint, 'no profile, no rows');

SELECT is(mirels_score(2, 3, 3, 1), 9, 'V78');
SELECT throws_ok($$ SELECT mirels_score(2, 3, 3, 0) $$, '22003', NULL, 'no item of 0');

SELECT * FROM finish();
ROLLBACK;
