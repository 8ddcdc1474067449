-- Every metric and every window against plain SQL, slow and obvious, on 10,000
-- random participants.
\ir lib/setup.sql
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();
SELECT setseed(0.61) \g /dev/null
-- Fewer for a quick trial.
\set participants 10000
\getenv participants EXONC_REFERENCE_PARTICIPANTS

-- Participants with policies of all kinds, 0 to 40 planned sessions, all statuses, changes and gaps.
CREATE TEMP TABLE participant AS
SELECT p, (ARRAY['exclude', 'count'])[1 + p % 2]::exonc.break_policy AS breaks,
	(ARRAY['missed', 'exclude', 'unknown'])[1 + p % 3]::exonc.unlogged_policy AS unlogged,
	(ARRAY['count', 'exclude'])[1 + p / 2 % 2]::exonc.exit_policy AS after_exit, 1 + p % 4 AS run_sessions,
	(random() * 40)::int AS n_sessions, date '2026-01-05' + (random() * 30)::int AS start_on, random() AS diligence
FROM generate_series(1, :participants) p;

CREATE TEMP TABLE session AS
SELECT p, planned_on, planned_no, status, unit, planned_dose, CASE WHEN status = 'attended' THEN delivered ELSE least(delivered, 0) END AS delivered_dose,
	CASE WHEN status = 'attended' THEN reduced ELSE nullif(reduced, true) END AS reduced, lowered_before,
	CASE WHEN status = 'attended' THEN ended_early ELSE nullif(ended_early, true) END AS ended_early,
	CASE WHEN status = 'attended' AND random() < 0.8 THEN planned_on + CASE WHEN random() < 0.2 THEN 1 ELSE 0 END END AS done_on
FROM (
	SELECT p, start_on + (s - (s % 11 = 0)::int) * 2 + s / 7 AS planned_on, 1 + (s % 11 = 0)::int AS planned_no, -- now and then two on a day
		CASE WHEN random() < diligence THEN 'attended' ELSE (ARRAY['missed', 'missed', 'missed', 'excused', 'unlogged', 'after_exit', 'not_due'])[1 + floor(random() * 7)::int] END::exonc.session_status AS status,
		CASE WHEN random() < 0.95 THEN (ARRAY['min', 'min', 'kg'])[1 + s % 3] END::exonc.dose_unit AS unit,
		round((10 + random() * 50)::numeric, 1) AS planned_dose, round((random() * 70)::numeric, 3) AS delivered,
		CASE WHEN random() < 0.99 THEN random() < 0.1 END AS reduced, CASE WHEN random() < 0.99 THEN random() < 0.1 END AS lowered_before,
		CASE WHEN random() < 0.99 THEN random() < 0.1 END AS ended_early, random() AS spice
	FROM participant, generate_series(1, n_sessions) s OFFSET 0
) r;
UPDATE session SET planned_dose = NULL, delivered_dose = NULL WHERE unit IS NULL;
UPDATE session SET delivered_dose = NULL WHERE p % 50 = 0 AND planned_no = 1 AND planned_on > '2026-02-01';
CREATE INDEX ON session (p, planned_on);
ANALYZE session;

-- The reference: what counts, under the policy of the participant.
CREATE TEMP TABLE counted AS
SELECT s.*, CASE status
	WHEN 'attended' THEN 'done'
	WHEN 'missed' THEN 'missed'
	WHEN 'excused' THEN CASE breaks WHEN 'count' THEN 'missed' ELSE 'out' END
	WHEN 'unlogged' THEN CASE unlogged WHEN 'missed' THEN 'missed' WHEN 'exclude' THEN 'out' ELSE 'unknown' END
	WHEN 'after_exit' THEN CASE after_exit WHEN 'count' THEN 'missed' ELSE 'out' END
	ELSE 'out' END AS fate
FROM session s JOIN participant USING (p);
CREATE INDEX ON counted (p, planned_on);
CREATE TEMP TABLE open AS SELECT DISTINCT p FROM counted WHERE fate = 'unknown';
ANALYZE counted, open;

CREATE TEMP TABLE ours AS
SELECT p, adherence(status, planned_dose::float8, delivered_dose::float8, unit, reduced, lowered_before, ended_early, done_on <> planned_on,
		adherence_policy(breaks, unlogged, after_exit, run_sessions => run_sessions)) AS a,
	session_log(planned_on, planned_no, status, done_on, planned_dose::float8, delivered_dose::float8, unit, reduced, lowered_before, ended_early, NULL,
		adherence_policy(breaks, unlogged, after_exit, run_sessions => run_sessions) ORDER BY random()) AS l
FROM session JOIN participant USING (p) GROUP BY p;
CREATE INDEX ON ours (p);
ANALYZE ours;
SELECT cmp_ok((SELECT count(*) FROM ours), '>', (:participants * 95 / 100)::bigint, 'there are participants');

SELECT is_empty('SELECT p FROM ours WHERE adherence(l) <> a', 'the log gives the summary of the rows');
SELECT is_empty($$ SELECT p FROM ours JOIN (SELECT p, count(*) AS n FROM session GROUP BY p) r USING (p), LATERAL log_rows(l) t
	WHERE t.sessions <> n OR t.rows_in <> n OR (SELECT sum(value::bigint) FROM jsonb_each_text(a::jsonb) WHERE key LIKE 'n\_%') <> n $$,
	'counts in are counts accounted for');

-- Rates.
CREATE TEMP TABLE reference_rates AS
SELECT p, measure, numerator, denominator, CASE WHEN denominator > 0 AND NOT unknown AND NOT unclear THEN numerator::float8 / denominator END AS value
FROM (
	SELECT p, count(*) FILTER (WHERE fate IN ('done', 'missed')) AS n, count(*) FILTER (WHERE fate = 'done') AS a,
		bool_or(fate = 'unknown') AS unknown,
		count(*) FILTER (WHERE reduced AND fate = 'done') AS r, bool_or(fate = 'done' AND reduced IS NULL) AS r_unclear,
		count(*) FILTER (WHERE lowered_before AND fate IN ('done', 'missed')) AS l, bool_or(fate = 'done' AND lowered_before IS NULL) AS l_unclear,
		count(*) FILTER (WHERE ended_early AND fate = 'done') AS e, bool_or(fate = 'done' AND ended_early IS NULL) AS e_unclear,
		count(*) FILTER (WHERE done_on <> planned_on AND fate = 'done') AS s, bool_or(fate = 'done' AND done_on IS NULL) AS s_unclear,
		count(*) FILTER (WHERE (reduced OR lowered_before OR ended_early) AND fate IN ('done', 'missed')) AS m,
		bool_or(fate = 'done' AND (reduced OR lowered_before OR ended_early) IS NULL) AS m_unclear
	FROM counted GROUP BY p
) c, LATERAL (VALUES
	('attendance', a, n, false), ('dose modification', r, n, r_unclear), ('dose modification of attended', r, a, r_unclear),
	('pretreatment modification', l, n, l_unclear), ('early termination', e, n, e_unclear), ('rescheduled', s, n, s_unclear),
	('any modification', m, n, m_unclear)) v (measure, numerator, denominator, unclear);
SELECT is_empty($$ SELECT p, measure, value, numerator, denominator FROM ours, LATERAL adherence_rates(a) EXCEPT
	SELECT p, measure, value, numerator, denominator FROM reference_rates $$, 'rates');
SELECT is((SELECT count(*) FROM reference_rates), (SELECT 7 * count(*) FROM ours), 'all of them');
SELECT is_empty($$ SELECT p FROM ours JOIN (SELECT p, jsonb_object_agg(measure, value) AS v FROM reference_rates GROUP BY p) r USING (p)
	WHERE (attendance(a), modification_rate(a), modification_rate_of_attended(a), pretreatment_modification_rate(a), early_termination_rate(a), rescheduled_rate(a), any_modification_rate(a))
	IS DISTINCT FROM ((v ->> 'attendance')::float8, (v ->> 'dose modification')::float8, (v ->> 'dose modification of attended')::float8, (v ->> 'pretreatment modification')::float8,
		(v ->> 'early termination')::float8, (v ->> 'rescheduled')::float8, (v ->> 'any modification')::float8) $$, 'and as functions');

-- Doses under every cap. Ratios are of whole millionths, as ours.
CREATE TEMP TABLE reference_doses AS
SELECT p, unit, n AS sessions, planned::float8, delivered::float8, capped::float8, n_open AS open_sessions,
	CASE WHEN known THEN (1e6 * delivered)::float8 / (1e6 * planned)::float8 END AS dose_intensity,
	CASE WHEN known THEN (1e6 * capped)::float8 / (1e6 * planned)::float8 END AS session_capped,
	CASE WHEN known THEN (1e6 * least(delivered, planned))::float8 / (1e6 * planned)::float8 END AS total_capped
FROM (
	SELECT p, unit, count(*) FILTER (WHERE known) AS n, count(*) FILTER (WHERE NOT known) AS n_open,
		coalesce(sum(planned_dose) FILTER (WHERE known), 0) AS planned, coalesce(sum(got) FILTER (WHERE known), 0) AS delivered,
		coalesce(sum(least(got, planned_dose)) FILTER (WHERE known), 0) AS capped,
		bool_and(known) AND p NOT IN (TABLE open) AS known
	FROM (SELECT *, CASE fate WHEN 'done' THEN delivered_dose ELSE 0 END AS got,
			planned_dose IS NOT NULL AND (fate = 'missed' OR delivered_dose IS NOT NULL) AS known FROM counted WHERE fate IN ('done', 'missed') AND unit IS NOT NULL) d
	GROUP BY p, unit) s;
SELECT is_empty($$
	(SELECT p, unit, sessions, planned, delivered, capped, open_sessions, dose_intensity, session_capped, total_capped FROM ours, LATERAL adherence_doses(a) EXCEPT TABLE reference_doses)
	UNION ALL (TABLE reference_doses EXCEPT SELECT p, unit, sessions, planned, delivered, capped, open_sessions, dose_intensity, session_capped, total_capped FROM ours, LATERAL adherence_doses(a)) $$, 'doses');
SELECT is_empty($$ SELECT p FROM ours JOIN reference_doses r USING (p)
	WHERE (exonc.dose_intensity(a, unit, 'none'), exonc.dose_intensity(a, unit, 'session'), exonc.dose_intensity(a, unit, 'total'))
		IS DISTINCT FROM (r.dose_intensity, r.session_capped, r.total_capped)
	OR dose_intensity_at_least(a, 0.5, unit) IS DISTINCT FROM (r.dose_intensity::numeric >= 0.5) $$, 'dose intensity and thresholds');

-- Runs, by gaps and islands.
CREATE TEMP TABLE islands AS
SELECT p, fate, count(*)::int AS sessions, min(planned_on) AS first_on, max(planned_on) AS last_on, max(place) = max(n) AS is_last, run_sessions,
	lead(min(planned_on)) OVER (PARTITION BY p ORDER BY min(place)) AS resumed_on -- done and missed take turns
FROM (
	SELECT p, fate, planned_on, run_sessions, place, count(*) OVER (PARTITION BY p) AS n,
		place - row_number() OVER (PARTITION BY p, fate ORDER BY planned_on, planned_no) AS island
	FROM (SELECT c.*, participant.run_sessions, row_number() OVER (PARTITION BY p ORDER BY planned_on, planned_no) AS place
		FROM counted c JOIN participant USING (p) WHERE fate IN ('done', 'missed')
		AND p NOT IN (TABLE open)) q) i
GROUP BY p, fate, island, run_sessions;
CREATE TEMP TABLE reference_runs AS
SELECT p, (CASE WHEN is_last THEN 'tail' WHEN sessions >= run_sessions THEN 'interruption' ELSE 'short_miss' END)::exonc.run_kind AS kind, sessions, first_on, last_on, resumed_on
FROM islands WHERE fate = 'missed';
CREATE INDEX ON islands (p);
CREATE INDEX ON reference_runs (p);
ANALYZE islands, reference_runs;
CREATE TEMP TABLE our_runs AS SELECT p, r.* FROM ours, LATERAL missed_runs(l) r;
SELECT is_empty($$ (SELECT p, kind, sessions, first_on, last_on, resumed_on FROM our_runs WHERE kind IS NOT NULL EXCEPT ALL TABLE reference_runs)
	UNION ALL (TABLE reference_runs EXCEPT ALL SELECT p, kind, sessions, first_on, last_on, resumed_on FROM our_runs WHERE kind IS NOT NULL) $$, 'runs of missed sessions, and when they resumed');
SELECT set_eq('SELECT p FROM our_runs WHERE kind IS NULL', 'TABLE open', 'unknown runs');
SELECT is_empty($$ SELECT p FROM ours, LATERAL missed_summary(l) m LEFT JOIN LATERAL (
		SELECT count(*) FILTER (WHERE kind = 'interruption')::int AS i, coalesce(sum(sessions) FILTER (WHERE kind = 'interruption'), 0)::int AS i_n,
			count(*) FILTER (WHERE kind = 'short_miss')::int AS s, coalesce(sum(sessions) FILTER (WHERE kind = 'short_miss'), 0)::int AS s_n,
			coalesce(sum(sessions) FILTER (WHERE kind = 'tail'), 0)::int AS t, coalesce(max(sessions), 0) AS longest,
			min(first_on) FILTER (WHERE kind = 'interruption') AS i_on, min(first_on) FILTER (WHERE kind = 'tail') AS t_on FROM reference_runs r WHERE r.p = ours.p) r ON true
	LEFT JOIN LATERAL (SELECT coalesce(max(sessions), 0) AS longest_streak, coalesce(max(sessions) FILTER (WHERE is_last), 0) AS current FROM islands i WHERE i.p = ours.p AND fate = 'done') d ON true
	WHERE p NOT IN (TABLE open)
	  AND (m.interruptions, m.interruption_sessions, m.short_misses, m.short_miss_sessions, m.tail_sessions, m.longest_run, m.first_interruption_on, m.tail_from, m.longest_streak, m.current_streak)
		IS DISTINCT FROM (r.i, r.i_n, r.s, r.s_n, r.t, r.longest, r.i_on, r.t_on, d.longest_streak, d.current) $$, 'runs and streaks counted');

-- Time to the first interruption, and whether the tail is a discontinuation (no session is not due before its end).
SELECT is_empty($$ SELECT p FROM ours, LATERAL first_interruption(l) f
	LEFT JOIN LATERAL (SELECT min(planned_on) AS first_on, max(planned_on) AS last_on FROM counted c WHERE c.p = ours.p AND fate IN ('done', 'missed')) b ON true
	LEFT JOIN LATERAL (SELECT min(first_on) FILTER (WHERE kind = 'interruption') AS i, min(first_on) FILTER (WHERE kind = 'tail' AND r.sessions >= run_sessions) AS t
		FROM reference_runs r JOIN participant USING (p) WHERE r.p = ours.p) e ON true
	WHERE p NOT IN (TABLE open) AND (event, event_on, days) IS DISTINCT FROM
		(CASE WHEN i IS NOT NULL THEN 'interruption' WHEN t IS NOT NULL THEN 'tail' END::exonc.run_kind, coalesce(i, t, last_on), coalesce(i, t, last_on) - first_on) $$, 'time to the first interruption');
SELECT is_empty($$ SELECT p FROM ours, LATERAL discontinuation(l) d
	LEFT JOIN LATERAL (SELECT r.sessions, first_on FROM reference_runs r WHERE r.p = ours.p AND kind = 'tail') t ON true,
	LATERAL (SELECT bool_or(status = 'not_due') AS cut, bool_or(fate IN ('done', 'missed')) AS any_counted FROM counted c WHERE c.p = ours.p) c
	WHERE p NOT IN (TABLE open) AND any_counted AND (d.discontinued, discontinued_on, d.sessions, basis) IS DISTINCT FROM
		(CASE WHEN t.sessions IS NULL THEN false WHEN NOT cut THEN true END, CASE WHEN NOT cut THEN first_on END, coalesce(t.sessions, 0),
		 CASE WHEN t.sessions IS NULL THEN 'none' WHEN cut THEN 'data_cut' ELSE 'tail' END::exonc.stop_basis) $$, 'discontinuation by the tail');
SELECT is_empty($$ SELECT p FROM ours JOIN participant USING (p), LATERAL discontinuation(l, stopped_on => start_on + 20) d,
	LATERAL (SELECT count(*) FILTER (WHERE fate = 'missed' AND planned_on >= start_on + 20) AS missed, count(*) FILTER (WHERE fate = 'done' AND planned_on >= start_on + 20) AS done, max(planned_on) AS last_on FROM counted c WHERE c.p = ours.p) c
	WHERE (discontinued, sessions, attended_after, basis) IS DISTINCT FROM (last_on >= start_on + 20, missed, done, 'stated'::exonc.stop_basis) $$, 'a stated stop');

-- Windows of every kind: the same stretches of days by a plain join.
CREATE TEMP TABLE our_windows AS
SELECT 'weeks' AS kind, p, w.n, w.starts_on, w.ends_on, w.complete, w.adherence AS a, date_trunc('week', first_on)::date + 7 * (w.n - 1) AS lo, date_trunc('week', first_on)::date + 7 * w.n AS hi
	FROM ours JOIN (SELECT p, min(planned_on) AS first_on FROM session GROUP BY p) f USING (p), LATERAL windows(l, 7) w
UNION ALL SELECT 'study weeks', p, w.*, start_on + 7 * (n - 1), start_on + 7 * n FROM ours JOIN participant USING (p), LATERAL windows(l, 7, start_on => start_on) w
UNION ALL SELECT 'rolling', p, w.*, date '2026-01-05' + 7 * (n - 1), date '2026-01-05' + 7 * (n - 1) + 28 FROM ours, LATERAL windows(l, 7, 28, '2026-01-05', '2026-04-06') w
UNION ALL SELECT 'fixed', p, w.*, date '2026-01-07' + 30 * (n - 1), date '2026-01-07' + 30 * n FROM ours, LATERAL windows(l, 30, NULL, '2026-01-07', outside => true) w;
CREATE TEMP TABLE cycle AS
SELECT p, array_agg(on_day ORDER BY on_day) AS starts FROM (SELECT DISTINCT p, start_on + 21 * c + (random() * 8)::int AS on_day FROM participant, generate_series(0, 4) c) d GROUP BY p;
INSERT INTO our_windows SELECT 'cycles', p, w.*, starts[n], starts[n + 1] FROM ours JOIN cycle USING (p), LATERAL cycle_windows(l, starts) w
UNION ALL SELECT 'days 8 to 21', p, w.*, starts[n] + 7, least(starts[n] + 21, starts[n + 1]) FROM ours JOIN cycle USING (p), LATERAL cycle_windows(l, starts, 8, 21) w
UNION ALL SELECT 'phases', p, w.*, start_on + CASE n WHEN 1 THEN 0 ELSE 10 END, CASE n WHEN 1 THEN start_on + 14 END
	FROM ours JOIN participant USING (p), LATERAL phase_windows(l, ARRAY[daterange(start_on, start_on + 14), daterange(start_on + 10, NULL)]) w;
SELECT is_empty($$ SELECT kind, p, n FROM our_windows WHERE n IS NOT NULL AND (starts_on, ends_on) IS DISTINCT FROM (lo, hi) $$, 'bounds of the windows');
ANALYZE our_windows;
SELECT is_empty($$ SELECT kind, p, n FROM our_windows w, LATERAL (
		SELECT count(*) FILTER (WHERE fate IN ('done', 'missed')) AS planned, count(*) FILTER (WHERE fate = 'done') AS attended,
			coalesce(sum(planned_dose) FILTER (WHERE fate IN ('done', 'missed') AND unit = 'min' AND (fate = 'missed' OR delivered_dose IS NOT NULL)), 0) AS minutes,
			coalesce(sum(delivered_dose) FILTER (WHERE fate = 'done' AND unit = 'min'), 0) AS delivered
		FROM counted c WHERE c.p = w.p AND planned_on >= lo AND planned_on < coalesce(hi, 'infinity')) r
	WHERE n IS NOT NULL AND (planned_sessions(a), attended_sessions(a), coalesce((a::jsonb ->> 'planned_min')::numeric, 0), coalesce((a::jsonb ->> 'delivered_min')::numeric, 0))
		IS DISTINCT FROM (planned, attended, minutes, delivered) $$, 'windows hold what a join finds');
SELECT results_eq('SELECT DISTINCT kind FROM our_windows ORDER BY 1', $$ VALUES ('cycles'), ('days 8 to 21'), ('fixed'), ('phases'), ('rolling'), ('study weeks'), ('weeks') $$, 'all kinds are there');
SELECT is_empty($$ SELECT p FROM our_windows w JOIN ours o USING (p) WHERE kind = 'weeks' GROUP BY p, o.a HAVING rollup(w.a) <> o.a $$, 'weeks add up to the whole');
SELECT is_empty($$ SELECT p FROM our_windows w JOIN ours o USING (p) WHERE kind = 'fixed' GROUP BY p, o.a HAVING rollup(w.a) <> o.a OR count(*) FILTER (WHERE n IS NULL) <> 1 $$, 'windows and what is outside add up to the whole');
SELECT is_empty($$ SELECT p, n FROM our_windows WHERE n IS NOT NULL AND complete IS DISTINCT FROM (ends_on IS NOT NULL AND (kind <> 'rolling' OR ends_on <= '2026-04-06')) $$, 'partial windows are flagged');
-- No window is missing: each session is in as many as a join finds.
SELECT results_eq($$ SELECT kind, count(*) FROM session s JOIN our_windows w ON w.p = s.p AND n IS NOT NULL AND planned_on >= lo AND planned_on < coalesce(hi, 'infinity')
	WHERE kind IN ('weeks', 'study weeks', 'fixed') GROUP BY kind ORDER BY kind $$,
	$$ SELECT kind, count(*) FROM session JOIN participant USING (p), unnest('{fixed,study weeks,weeks}'::text[]) kind WHERE kind <> 'fixed' OR planned_on >= '2026-01-07' GROUP BY kind ORDER BY kind $$,
	'weeks and steps leave no session out');
SELECT is((SELECT count(*) FROM our_windows WHERE kind = 'rolling'), (SELECT 13 * count(*) FROM ours), 'thirteen rolling windows begin before the end');
SELECT is((SELECT count(*) FROM our_windows WHERE kind = 'cycles'), (SELECT sum(cardinality(starts)) FROM cycle JOIN ours USING (p))::bigint, 'a window for each infusion');
SELECT is((SELECT count(*) FROM our_windows WHERE kind = 'days 8 to 21'), (SELECT count(*) FROM ours JOIN cycle USING (p), generate_subscripts(starts, 1) c WHERE c = cardinality(starts) OR starts[c + 1] > starts[c] + 7), 'one for each cycle that has a day 8');
SELECT is((SELECT count(*) FROM our_windows WHERE kind = 'phases'), (SELECT 2 * count(*) FROM ours), 'one for each phase');
-- Nothing planned: no rate, and not 0.
SELECT cmp_ok((SELECT count(*) FROM our_windows WHERE planned_sessions(a) = 0), '>', (:participants / 10)::bigint, 'there are windows without planned sessions');
SELECT is_empty($$ SELECT p, kind, n FROM our_windows WHERE planned_sessions(a) = 0 AND num_nonnulls(attendance(a), modification_rate(a), modification_rate_of_attended(a), pretreatment_modification_rate(a),
	early_termination_rate(a), rescheduled_rate(a), any_modification_rate(a), mean_dose_intensity(a), attendance_at_least(a, 0)) > 0 $$, 'these have no rates');

-- As of a day: the future is not counted.
CREATE TEMP TABLE as_of AS
SELECT p, planned_on, planned_no, CASE WHEN planned_on > '2026-02-10' THEN 'not_due'
	WHEN status = 'not_due' OR (status = 'attended' AND done_on > '2026-02-10') THEN 'unlogged' ELSE status END AS status FROM session;
SELECT is_empty($$ SELECT p FROM ours JOIN (SELECT p, adherence(a.status::exonc.session_status, adherence_policy(breaks, unlogged, after_exit, run_sessions => run_sessions)) AS r FROM as_of a JOIN participant USING (p) GROUP BY p) r USING (p)
	WHERE (attendance(adherence(l, as_of => '2026-02-10')), planned_sessions(adherence(l, as_of => '2026-02-10'))) IS DISTINCT FROM (attendance(r), planned_sessions(r)) $$, 'as of a day');

-- And in windows of every kind: the rows as they were known on that day, by a join, with every figure. What was not attended then was not changed either.
ANALYZE as_of;
CREATE TEMP TABLE known AS
SELECT p, planned_on, planned_no, a.status::exonc.session_status AS status, planned_dose, CASE a.status WHEN 'attended' THEN delivered_dose END AS delivered_dose, unit,
	CASE a.status WHEN 'attended' THEN reduced END AS reduced, lowered_before, CASE a.status WHEN 'attended' THEN ended_early END AS ended_early, CASE a.status WHEN 'attended' THEN done_on <> planned_on END AS rescheduled
FROM session s JOIN as_of a USING (p, planned_on, planned_no);
CREATE INDEX ON known (p, planned_on);
ANALYZE known;
CREATE TEMP TABLE windows_as_of AS
WITH chosen AS (SELECT p, l, start_on, starts FROM ours JOIN participant USING (p) JOIN cycle USING (p) WHERE p % 5 = 0)
SELECT 'rolling' AS kind, p, w.*, date '2026-04-06' AS until_on FROM chosen, LATERAL windows(l, 7, 28, '2026-01-05', '2026-04-06', '2026-02-10') w
UNION ALL SELECT 'study weeks', p, w.*, NULL FROM chosen, LATERAL windows(l, 7, start_on => start_on, as_of => '2026-02-10') w
UNION ALL SELECT 'cycles', p, w.*, date '2026-04-06' FROM chosen, LATERAL cycle_windows(l, starts, until_on => '2026-04-06', as_of => '2026-02-10') w
UNION ALL SELECT 'days 1 to 7', p, w.*, NULL FROM chosen, LATERAL cycle_windows(l, starts, 1, 7, as_of => '2026-02-10') w
UNION ALL SELECT 'phases', p, w.*, NULL FROM chosen, LATERAL phase_windows(l, ARRAY[daterange(start_on, start_on + 28), NULL, daterange(start_on + 28, NULL)], '2026-02-10') w;
SELECT is_empty($$ SELECT kind, w.p, n FROM windows_as_of w, LATERAL (
		SELECT adherence(k.status, planned_dose::float8, delivered_dose::float8, unit, reduced, lowered_before, ended_early, rescheduled, policy(w.adherence)) AS r
		FROM known k WHERE k.p = w.p AND planned_on >= starts_on AND planned_on < coalesce(ends_on, 'infinity')) r
	WHERE coalesce(r <> w.adherence, (w.adherence::jsonb::text) ~ '"n_') $$, 'windows as of a day hold what was known then');
SELECT is_empty($$ SELECT kind, p, n FROM windows_as_of WHERE complete IS DISTINCT FROM coalesce(ends_on <= '2026-02-11' AND ends_on <= coalesce(until_on, ends_on), false) $$, 'what is not over by that day is partial');
SELECT cmp_ok((SELECT min(n) FROM (SELECT kind, count(*) AS n FROM windows_as_of WHERE complete GROUP BY kind UNION ALL SELECT kind, count(*) FROM windows_as_of WHERE NOT complete GROUP BY kind) q), '>', (:participants / 100)::bigint, 'of each kind there are complete and partial ones');
SELECT results_eq('SELECT DISTINCT n FROM windows_as_of WHERE kind = ''phases'' ORDER BY n', 'VALUES (1), (3)', 'a NULL phase has no row');

-- Sliding windows: each has the bits of a fresh one.
CREATE TEMP TABLE slid AS
SELECT p, planned_on, planned_no, adherence(status, planned_dose::float8, delivered_dose::float8, unit, reduced, lowered_before, ended_early, done_on <> planned_on, policy(a))
	OVER (PARTITION BY p ORDER BY planned_on RANGE BETWEEN '13 days' PRECEDING AND CURRENT ROW) AS a
FROM session JOIN ours USING (p);
SELECT is_empty($$ SELECT p, planned_on FROM slid s JOIN ours o USING (p) WHERE adherence_send(s.a) <> adherence_send(adherence(l, planned_on - 13, planned_on + 1)) $$, 'sliding windows have the bits of fresh ones');
SELECT is_empty($$ SELECT p, slid.planned_on FROM slid JOIN ours o USING (p), LATERAL trailing_windows(l, 14, 'min') w
	WHERE w.planned_on = slid.planned_on AND w.planned_no = slid.planned_no AND (w.planned, w.attended, w.attendance, w.dose_intensity)
		IS DISTINCT FROM (planned_sessions(slid.a), attended_sessions(slid.a), attendance(slid.a), dose_intensity(slid.a, 'min')) $$, 'trailing windows are the sliding ones');
SELECT is((SELECT count(*) FROM ours, LATERAL trailing_windows(l, 14, 'min')), (SELECT count(*) FROM slid), 'one for each session');
SELECT is_empty($$ SELECT p FROM ours, LATERAL (SELECT planned_dates(l) AS dates, trailing_attendance(l, 14) AS attendances, trailing_dose_intensity(l, 14, 'min') AS doses, array_agg(planned_on ORDER BY place) AS on_days,
		array_agg(attendance ORDER BY place) AS a, array_agg(dose_intensity ORDER BY place) AS d
	FROM trailing_windows(l, 14, 'min') WITH ORDINALITY w (planned_on, planned_no, planned, attended, attendance, dose_intensity, place)) w
	WHERE (dates, attendances, doses) IS DISTINCT FROM (on_days, w.a, d) $$, 'as arrays they are the same, in the same order');
SELECT is_empty($$ SELECT p FROM ours, LATERAL unnest(planned_dates(l), trailing_dose_intensity(l, 14, 'kg', 'session'), trailing_dose_intensity(l, 14, 'min', 'total', '2026-02-10'), trailing_attendance(l, 14, '2026-02-10')) t (planned_on, capped, known_dose, known_attendance),
	LATERAL (SELECT adherence(l, planned_on - 13, planned_on + 1) AS a, adherence(l, planned_on - 13, planned_on + 1, '2026-02-10') AS known OFFSET 0) f
	WHERE p % 5 = 0 AND (capped, known_dose, known_attendance) IS DISTINCT FROM (dose_intensity(f.a, 'kg', 'session'), dose_intensity(known, 'min', 'total'), attendance(known)) $$, 'under another cap, and as of a day');
SELECT is_empty($$ SELECT d FROM (SELECT planned_on AS d, rollup(a) OVER (ORDER BY planned_on ROWS BETWEEN 5 PRECEDING AND 2 PRECEDING) AS w,
		array_agg(a) OVER (ORDER BY planned_on ROWS BETWEEN 5 PRECEDING AND 2 PRECEDING) AS parts
	FROM (SELECT planned_on, adherence(status) AS a FROM session GROUP BY planned_on) s) q
	WHERE w IS DISTINCT FROM (SELECT rollup(u) FROM unnest(parts) u) $$, 'so has a sliding rollup');

SELECT * FROM finish();
ROLLBACK;
