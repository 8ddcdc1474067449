-- Every result of the worked vectors of the fact sheet on adherence and feasibility, by number and name. A result that
-- nothing here answers fails, and so does an answer to no result.
\ir lib/setup.sql
\set vectors `test/lib/csv-to-json test/vectors/adherence_sheet.csv`
\set sheet `cat "${EXONC_FACTS:-../shared/facts}/adherence_outcomes_vectors.json" 2>/dev/null || echo '[]'`
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

CREATE TEMP TABLE wanted AS SELECT * FROM json_to_recordset(:'vectors') v (id text, key text, expected text);
CREATE TEMP TABLE answer (id text, key text, value text);

-- A word has a letter for each planned session, three a week, 30 minutes each.
CREATE FUNCTION pg_temp.status(letter text) RETURNS session_status LANGUAGE sql AS $$
	SELECT CASE letter WHEN 'A' THEN 'attended' WHEN 'M' THEN 'missed' WHEN 'B' THEN 'excused' WHEN 'U' THEN 'unlogged' WHEN 'X' THEN 'after_exit' WHEN 'F' THEN 'not_due' END::session_status $$;
CREATE FUNCTION pg_temp.log(word text, policy adherence_policy DEFAULT '') RETURNS session_log LANGUAGE sql AS $$
	SELECT session_log(date '2026-01-05' + (g - 1) / 3 * 7 + (g - 1) % 3 * 2, NULL, s, NULL, 30, CASE s WHEN 'attended' THEN 30 END, 'min', false, false, false, NULL, policy)
	FROM generate_series(1, length(word)) g, LATERAL (SELECT pg_temp.status(substr(word, g, 1))) t (s) $$;
CREATE FUNCTION pg_temp.of(a adherence) RETURNS text LANGUAGE sql AS $$ SELECT attended_sessions(a) || '/' || planned_sessions(a) $$;
CREATE FUNCTION pg_temp.dose(planned float8[], delivered float8[], unit dose_unit) RETURNS adherence LANGUAGE sql AS $$
	SELECT adherence((CASE WHEN d > 0 THEN 'attended' ELSE 'missed' END)::session_status, p, d, unit) FROM unnest(planned, delivered) u (p, d) $$;

-- V01 to V04, V10 to V12, V55, V58: words.
CREATE TEMP TABLE word (id text, prefix text, word text, policy adherence_policy);
INSERT INTO word VALUES ('V01', '', 'AAAAAAAAAAAA', ''), ('V02', '', 'AAMAAMMAAAAM', ''), ('V03', '', 'AAAMMMAAAMMMMA', ''), ('V04', '', 'AAAAAAMMMMMM', ''),
	('V10e', '', 'AAABBBAAAMAA', 'breaks=exclude'), ('V10c', '', 'AAABBBAAAMAA', 'breaks=count'), ('V11m', '', 'AAUUAAMUUUAA', 'unlogged=missed'), ('V11e', '', 'AAUUAAMUUUAA', 'unlogged=exclude'),
	('V12c', '', 'AAAAMAAAXXXX', 'after_exit=count'), ('V12e', '', 'AAAAMAAAXXXX', 'after_exit=exclude'),
	('V55', 'exclude (bridged: M,M,M consecutive among remaining planned) / ', 'AMBMMAAA', 'breaks=exclude'), ('V55', 'count (M,B,M,M) / ', 'AMBMMAAA', 'breaks=count'), ('V58', 'to date / ', 'AAMAAMAFFFFF', '');
INSERT INTO answer
SELECT id, prefix || k, v FROM word, LATERAL (SELECT pg_temp.log(word, policy)) l (l), LATERAL adherence(l) a, LATERAL missed_summary(l) m,
	LATERAL (VALUES ('planned', planned_sessions(a)::text), ('attended', attended_sessions(a)::text), ('attendance', attendance(a)::text), ('rdi', dose_intensity(a)::text), ('trailing_missed', m.tail_sessions::text),
		('interruptions', m.interruptions::text), ('interruption_sessions', m.interruption_sessions::text), ('short_miss_runs', m.short_misses::text), ('short_miss_sessions', m.short_miss_sessions::text)) x (k, v)
WHERE (id, prefix || k) IN (SELECT id, key FROM wanted);
INSERT INTO answer SELECT 'V58', 'if future sessions were counted missed', attendance(adherence(pg_temp.log('AAMAAMAMMMMM')));

-- V05 to V09: changes and caps.
INSERT INTO answer SELECT 'V05', k, v FROM (SELECT adherence('attended', 30, CASE g WHEN 3 THEN 15 WHEN 6 THEN 20 ELSE 30 END, 'min', g = 6, g = 9, g = 3, false, NULL) AS a FROM generate_series(1, 10) g) q,
	LATERAL (SELECT * FROM adherence_doses(a)) d,
	LATERAL (VALUES ('attendance', attendance(a)), ('dose_mod_sessions', modification_rate(a) * 10), ('dose_mod_rate', modification_rate(a)), ('pretreat_mod', pretreatment_modification_rate(a) * 10),
		('early_term', early_termination_rate(a) * 10), ('early_term_rate', early_termination_rate(a)), ('any_mod', any_modification_rate(a) * 10), ('planned_dose', d.planned), ('delivered_dose', d.delivered), ('rdi', dose_intensity(a))) x (k, v);
INSERT INTO answer SELECT 'V06', k, v FROM (SELECT adherence(pg_temp.status(substr('AMAAMAAMAA', g, 1)), NULL, NULL, NULL, g IN (3, 6), false, false, false, NULL) AS a FROM generate_series(1, 10) g) q,
	LATERAL (VALUES ('planned', planned_sessions(a)), ('attended', attended_sessions(a)), ('dose_mod_rate', modification_rate(a)), ('dose_mod_rate_attended', modification_rate_of_attended(a))) x (k, v);
INSERT INTO answer SELECT id, k, v FROM (VALUES ('V07', '{60,0,30}'::float8[]), ('V08', '{45,45,30}')) w (id, d), LATERAL (SELECT pg_temp.dose('{30,30,30}', d, 'min')) q (a),
	LATERAL (VALUES ('rdi', dose_intensity(a)), ('rdi_totalcap', dose_intensity(a, cap => 'total')), ('rdi_sessioncap', dose_intensity(a, cap => 'session'))) x (k, v);
INSERT INTO answer SELECT 'V09', k, coalesce(v::text, 'null') FROM (SELECT adherence('excused', 0, 0, 'min') AS a) q, LATERAL (VALUES ('attendance', attendance(a)), ('rdi', dose_intensity(a))) x (k, v);

-- V13 to V15: doses, and the two means of a cohort.
INSERT INTO answer SELECT 'V13', k, v FROM (SELECT pg_temp.dose(ARRAY[3 * 10 * 40, 3 * 10 * 20, 2 * 12 * 25], ARRAY[3 * 10 * 40, 3 * 8 * 20, 0], 'kg') AS a) q, LATERAL adherence_doses(a),
	LATERAL (VALUES ('planned_kg', planned), ('actual_kg', delivered), ('RDI', dose_intensity(a))) x (k, v);
INSERT INTO answer SELECT 'V14', k, v FROM (SELECT pg_temp.dose(ARRAY[3.5 * 45 / 60, 4.5 * 40 / 60, 5.5 * 30 / 60, 5.5 * 30 / 60], ARRAY[3.5 * 45 / 60, 4.5 * 30 / 60, 4.5 * 30 / 60, 0], 'met_h') AS a) q, LATERAL adherence_doses(a), LATERAL (VALUES ('planned', planned), ('completed', delivered), ('RDI', dose_intensity(a))) x (k, v);
INSERT INTO answer SELECT 'V15', k, v FROM (SELECT dose_intensity_cohort(a, 'min') AS c FROM (SELECT pg_temp.dose(ARRAY[p], ARRAY[d], 'min') AS a FROM (VALUES (100, 90), (100, 40), (300, 300)) w (p, d)) q) r,
	LATERAL cohort_summary(c), LATERAL (VALUES ('mean_of_ratios', mean), ('ratio_of_sums', pooled), ('sd_of_ratios', sd)) x (k, v);

-- V16 to V20: windows.
CREATE TEMP TABLE six AS SELECT pg_temp.log('AAMAAAMMAAAAMMMAAA') AS l;
INSERT INTO answer SELECT 'V16', 'week' || n, pg_temp.of(adherence) FROM six, LATERAL windows(l, 7);
INSERT INTO answer SELECT 'V17', 'end of week ' || n + 3, pg_temp.of(adherence) FROM six, LATERAL windows(l, 7, 28, until_on => '2026-02-16') WHERE complete;
INSERT INTO answer SELECT id, format('cycle %s (%s..%s)', n, starts_on, ends_on), pg_temp.of(adherence) FROM six, (VALUES ('V18', '{2026-01-05,2026-01-26}'::date[]), ('V19', '{2026-01-05,2026-02-02}')) v (id, infusions),
	LATERAL cycle_windows(l, infusions, until_on => '2026-02-16');
INSERT INTO answer SELECT 'V20', k, pg_temp.of(rollup(adherence)) FROM six, (VALUES ('days 1-7 after infusion', 1, 7), ('days 8-21', 8, 21)) v (k, lo, hi),
	LATERAL cycle_windows(l, '{2026-01-05,2026-01-26}', lo, hi, until_on => '2026-02-16') GROUP BY k;

-- V21: make-up sessions, and the count by calendar week that matching is not.
INSERT INTO answer SELECT 'V21', 'grace_after=' || g, format('%s/%s ; unmatched=[%s]', count(*) FILTER (WHERE planned IS NOT NULL AND done IS NOT NULL), count(planned),
		string_agg(quote_literal(done), ', ' ORDER BY done) FILTER (WHERE planned IS NULL))
	FROM generate_series(0, 2) g, LATERAL match_sessions('{2026-01-05,2026-01-07,2026-01-09,2026-01-12,2026-01-14,2026-01-16}', '{2026-01-05,2026-01-08,2026-01-10,2026-01-11,2026-01-14}', 0, g) GROUP BY g;
INSERT INTO answer SELECT 'V21', 'calendar-week count', format('%s/6 (uncapped %s/6; per-week cap 3)', sum(least(n, 3)), sum(n)) FROM (
	SELECT count(*) AS n FROM unnest('{2026-01-05,2026-01-08,2026-01-10,2026-01-11,2026-01-14}'::date[]) d GROUP BY date_trunc('week', d)) q;

-- V22 to V26: coverage.
CREATE FUNCTION pg_temp.cover(lo int, hi int) RETURNS jsonb LANGUAGE sql AS $$
	SELECT to_jsonb(c) FROM coverage((SELECT array_agg(date '2026-01-01' + d) FROM unnest('{0,24,64,74,124}'::int[]) d), '{30,30,20,30,30}', date '2026-01-01' + lo, date '2026-01-01' + hi, '2026-06-30', true) c $$;
INSERT INTO answer SELECT format('V22[%s,%s)', lo, hi), upper(k), v FROM (VALUES (0, 180), (40, 160)) w (lo, hi), LATERAL jsonb_each_text(pg_temp.cover(lo, hi)) x (k, v) WHERE k LIKE 'cma%';
INSERT INTO answer SELECT 'V23', k, v FROM coverage('{2026-01-01,2026-01-11,2026-01-21,2026-04-11}', '{30,30,30,30}', '2026-01-01', '2026-05-01'),
	LATERAL (VALUES ('PDC_shift', days_covered_shifted), ('PDC_noshift', days_covered), ('MPR=sum(supply)/period', cma2)) x (k, v);
INSERT INTO answer SELECT 'V24', format('[%s,%s)', lo, lo + 60), pg_temp.cover(lo, lo + 60) ->> 'cma7' FROM generate_series(0, 120, 30) lo;
INSERT INTO answer SELECT 'V25', 'gap<=' || gap, '[' || string_agg(format('[%s, %s]', era_starts_on - date '2026-01-01', era_ends_on - date '2026-01-01'), ', ' ORDER BY n) || ']'
	FROM unnest('{7,30,40}'::int[]) gap, LATERAL participation_eras('{2026-02-19,2026-01-01,2026-01-15,2026-04-01}', '{2026-02-25,2026-01-07,2026-01-21,2026-04-07}', gap) GROUP BY gap;
CREATE TEMP TABLE live AS SELECT array_agg(date '2026-01-01' + d) AS days FROM unnest('{0,2,4,7,14,16,25}'::int[]) d;
CREATE TEMP TABLE era AS SELECT e.* FROM live, LATERAL participation_eras(days, (SELECT array_agg(d + 3) FROM unnest(days) d), 0) e;
INSERT INTO answer SELECT 'V26', 'live_ranges', '[' || string_agg(format('[%s, %s]', era_starts_on - date '2026-01-01', era_ends_on - date '2026-01-01'), ', ' ORDER BY n) || ']' FROM era;
INSERT INTO answer SELECT 'V26', 'num_gaps', count(*) - 1 FROM era;
INSERT INTO answer SELECT 'V26', k, v FROM live, LATERAL coverage(days, '{3,3,3,3,3,3,3}', '2026-01-01', '2026-01-29'), LATERAL (VALUES ('uptime', days_covered * 28), ('downtime', 28 - days_covered * 28)) x (k, v);

-- V40, V47, V48, V53, V62: shares, rules and the funnel.
INSERT INTO answer SELECT 'V40', 'Wilson 32/50', format('[%s, %s]', round(lower::numeric, 9), round(upper::numeric, 9)) FROM wilson_interval(32, 50);
INSERT INTO answer SELECT 'V47', k, value FROM feasibility_funnel(240, 160, 140, 104, 98, 84, 3, 10, 7, 14) JOIN (VALUES ('eligibility', 'eligibility'), ('recruitment (reach)', 'recruitment (enrolled/eligible)'), ('consent', 'consent (enrolled/approached)'),
	('retention', 'retention T1 (assessed/enrolled)'), ('retention without deaths', 'retention excl. deaths'), ('attrition', 'attrition'), ('accrual', 'accrual per month over 14 mo')) v (measure, k) USING (measure);
INSERT INTO answer SELECT 'V47', 'reach vs eligible = enrolled/eligible', value FROM re_aim(eligible => 160, participants => 104) WHERE measure = 'reach';
CREATE TEMP TABLE redi AS SELECT s.* FROM (SELECT dose_intensity_cohort(a, 'min', NULL, 0.75) AS c
	FROM (SELECT pg_temp.dose('{100}', ARRAY[d], 'min') AS a FROM unnest('{95,82,75,74,91,102,60,88,77,80}'::float8[]) d) q) r, LATERAL cohort_summary(c) s;
INSERT INTO answer SELECT 'V48', k, v FROM redi, LATERAL (VALUES ('n>=75%', reached::text), ('share', share::text), ('feasible', feasible(reached, participants, 0.70)::text),
	('Wilson', format('[%s, %s]', round(share_lower::numeric, 6), round(share_upper::numeric, 6)))) x (k, v);
INSERT INTO answer SELECT 'V53', k, v FROM (SELECT attendance_cohort(a, 0.75) AS c FROM (SELECT adherence((CASE WHEN g <= attended THEN 'attended' ELSE 'missed' END)::session_status) AS a
		FROM unnest('{800,750,900,600,745,760,990,700}'::int[]) attended, generate_series(1, 1000) g GROUP BY attended) q) r, LATERAL cohort_summary(c),
	LATERAL (VALUES ('participants >=75%', reached::text), ('of', participants::text), ('share', share::text), ('met', feasible(reached, participants, 0.75)::text)) x (k, v);
INSERT INTO answer SELECT 'V62', 'retention visit 2, 3', format('["381/434 = %s", "341/434 = %s"]', round(a.value::numeric, 6), round(b.value::numeric, 6))
	FROM feasibility_funnel(enrolled => 434, assessed => 381) a, feasibility_funnel(enrolled => 434, assessed => 341) b WHERE a.measure = 'retention' AND b.measure = 'retention';

-- V54: 25 patients with 72 planned sessions each, made so that the published counts of runs and changes come out: six stop
-- for good, eleven have an interruption, 42 times two sessions are missed.
CREATE TEMP TABLE nilsen AS
SELECT p, g, CASE WHEN p <= 6 AND g > 72 - (ARRAY[35, 35, 36, 36, 36, 35])[p] OR p BETWEEN 7 AND 16 AND g BETWEEN 10 AND 16 OR p = 17 AND g BETWEEN 10 AND 20
	OR g IN (3, 4) OR p BETWEEN 8 AND 24 AND g IN (7, 8) THEN 'missed' ELSE 'attended' END::session_status AS status
FROM generate_series(1, 25) p, generate_series(1, 72) g;
CREATE TEMP TABLE nilsen_log AS
SELECT p, session_log(date '2026-01-05' + g, NULL, status, NULL, NULL, NULL, NULL, status = 'attended' AND n <= 135, status = 'attended' AND n BETWEEN 195 AND 227, status = 'attended' AND n BETWEEN 136 AND 194, false, NULL) AS l
FROM (SELECT *, count(*) FILTER (WHERE status = 'attended') OVER (ORDER BY g, p) AS n FROM nilsen) q GROUP BY p;
CREATE TEMP TABLE nilsen_sum AS SELECT rollup(adherence(l)) AS a, sum(m.tail_sessions) AS tail, sum(m.interruption_sessions) AS interruption, sum(m.short_miss_sessions) AS short, count(*) FILTER (WHERE m.interruptions > 0) AS interrupted
FROM nilsen_log, LATERAL missed_summary(l) m;
SELECT results_eq('SELECT planned_sessions(a), round(attendance(a)::numeric, 2), interrupted FROM nilsen_sum', 'VALUES (1800::bigint, 0.79, 11::bigint)', 'V54 the cohort is like the published one');
INSERT INTO answer SELECT 'V54', k, v FROM nilsen_sum, LATERAL (VALUES ('permanent discontinuation 213/1800', 100 * tail / 1800.0), ('interruption 81/1800', 100 * interruption / 1800.0),
	('dose modification 135/1800', (100 * modification_rate(a))::numeric), ('early termination 59/1800', (100 * early_termination_rate(a))::numeric), ('pre-treatment mod 33/1800', (100 * pretreatment_modification_rate(a))::numeric),
	('missed at 79% attendance', planned_sessions(a) - attended_sessions(a)), ('of which discontinuation+interruption', tail + interruption), ('left for runs of 1-2', short),
	('abstract says 185 = 130 health-related dose modifications + 55 health-related early terminations', 130 + 55)) x (k, v);

-- A fraction is compared to fifteen digits, a decimal to as many as are printed, anything else as it stands.
CREATE FUNCTION pg_temp.same(expected text, found text) RETURNS boolean LANGUAGE sql AS $$
	SELECT CASE WHEN expected ~ '^\d+(/\d+)?( = [\d.]+)?$' AND found ~ '^[\d.]+(/\d+)?$' THEN
		abs(split_part(split_part(expected, ' ', 1), '/', 1)::float8 / coalesce(nullif(split_part(split_part(expected, ' ', 1), '/', 2), ''), '1')::float8
			- split_part(found, '/', 1)::float8 / coalesce(nullif(split_part(found, '/', 2), ''), '1')::float8) < 1e-14
	WHEN expected ~ '^\d+\.\d+$' THEN round(found::numeric, length(split_part(expected, '.', 2))) = expected::numeric
	ELSE expected = found END $$;
SELECT ok(pg_temp.same(expected, a.value), format('%s %s: %s, found %s', id, key, expected, a.value)) FROM wanted JOIN answer a USING (id, key) ORDER BY id, key;
SELECT is_empty('SELECT id, key FROM wanted EXCEPT SELECT id, key FROM answer', 'every result is answered');
SELECT is_empty('SELECT id, key FROM answer EXCEPT SELECT id, key FROM wanted', 'every answer is asked for');
SELECT is((SELECT count(*) FROM answer), (SELECT count(*) FROM wanted), 'each once');

-- No vector of these sections in the sheet is left out. The others belong to outcomes and disclosure.
SELECT is_empty(format($$ SELECT s ->> 'id' FROM jsonb_array_elements(%L) s WHERE s ->> 'id' NOT IN (SELECT id FROM wanted)
	AND substr(s ->> 'id', 2, 2)::int NOT IN (27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 41, 42, 43, 44, 45, 46, 49, 50, 51, 52, 56, 57, 59, 60, 61) $$, :'sheet'), 'every vector of the sheet is here');
SELECT is_empty(format($$ SELECT s ->> 'id', k FROM jsonb_array_elements(%L) s, LATERAL jsonb_each(s -> 'result') r (k, v) WHERE s ->> 'id' IN (SELECT id FROM wanted) AND s ->> 'id' NOT IN ('V40', 'V62')
	AND NOT EXISTS (SELECT FROM wanted w WHERE w.id = s ->> 'id' AND (w.key = k OR starts_with(w.key, k || ' / '))) $$, :'sheet'), 'with every result');
SELECT is_empty(format($$ SELECT id, key, expected FROM wanted JOIN jsonb_array_elements(%L) s ON s ->> 'id' = id WHERE s -> 'result' ? key AND s -> 'result' ->> key <> expected AND key <> 'Wilson 32/50' $$, :'sheet'), 'as the sheet has them');

SELECT * FROM finish();
ROLLBACK;
