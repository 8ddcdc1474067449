-- QLQ-C30: exonc.scores_array() and exonc.scores() against the scoring written in SQL.
--
-- 500,000 forms with 3 % of the items missing, once as a table with 30 integer columns and once as a table with one
-- int[] column.

\echo

SELECT setseed(0.30), greatest((500000 * :scale)::int, 10) AS n_forms, greatest((100000 * :scale)::int, 10) AS n_long \gset

SELECT format('CREATE UNLOGGED TABLE form_columns WITH (autovacuum_enabled = off) AS SELECT id, %s FROM generate_series(1, %s) id',
	string_agg(format('CASE WHEN random() >= 0.03 THEN 1 + floor(%s * random() ^ 1.5)::int END AS q%s',
		CASE WHEN i >= 29 THEN 7 ELSE 4 END, i), ', ' ORDER BY i), :n_forms)
FROM generate_series(1, 30) i \gexec

CREATE UNLOGGED TABLE form_array WITH (autovacuum_enabled = off) AS
SELECT id, ARRAY[q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12, q13, q14, q15, q16, q17, q18, q19, q20, q21, q22, q23,
	q24, q25, q26, q27, q28, q29, q30] AS answers
FROM form_columns;

VACUUM (FREEZE, ANALYZE) form_columns, form_array;

-- The fastest SQL that we know. What was found:
--  * The sum of all items of a scale is tried first and is NULL if one is missing. Asking for NULLs first takes longer: by a
--    third with IS NOT NULL, twice the time or more with num_nonnulls() or with counts in a subquery.
--  * A single item needs no condition at all.
--  * Whole numbers are added and turned into float8 once. Divisions are by constants, so the planner turns them into
--    factors.
--  * A CASE or an array with the four possible scores of an item is slower.
CREATE VIEW inlined AS
SELECT *,
	coalesce((q29 + q30 - 2) * (100 / 12::float8),
		(coalesce(q29, q30) - 1) * (100 / 6::float8)) AS ql,
	coalesce((20 - q1 - q2 - q3 - q4 - q5) * (100 / 15::float8),
		CASE WHEN num_nonnulls(q1, q2, q3, q4, q5) >= 3 THEN
			(4 - (coalesce(q1, 0) + coalesce(q2, 0) + coalesce(q3, 0) + coalesce(q4, 0) + coalesce(q5, 0))::float8
				/ num_nonnulls(q1, q2, q3, q4, q5)) * (100 / 3::float8) END) AS pf,
	coalesce((8 - q6 - q7) * (100 / 6::float8),
		(4 - coalesce(q6, q7)) * (100 / 3::float8)) AS rf,
	coalesce((16 - q21 - q22 - q23 - q24) * (100 / 12::float8),
		CASE WHEN num_nonnulls(q21, q22, q23, q24) >= 2 THEN
			(4 - (coalesce(q21, 0) + coalesce(q22, 0) + coalesce(q23, 0) + coalesce(q24, 0))::float8
				/ num_nonnulls(q21, q22, q23, q24)) * (100 / 3::float8) END) AS ef,
	coalesce((8 - q20 - q25) * (100 / 6::float8),
		(4 - coalesce(q20, q25)) * (100 / 3::float8)) AS cf,
	coalesce((8 - q26 - q27) * (100 / 6::float8),
		(4 - coalesce(q26, q27)) * (100 / 3::float8)) AS sf,
	coalesce((q10 + q12 + q18 - 3) * (100 / 9::float8),
		CASE WHEN num_nonnulls(q10, q12, q18) >= 2 THEN
			((coalesce(q10, 0) + coalesce(q12, 0) + coalesce(q18, 0))::float8
				/ num_nonnulls(q10, q12, q18) - 1) * (100 / 3::float8) END) AS fa,
	coalesce((q14 + q15 - 2) * (100 / 6::float8),
		(coalesce(q14, q15) - 1) * (100 / 3::float8)) AS nv,
	coalesce((q9 + q19 - 2) * (100 / 6::float8),
		(coalesce(q9, q19) - 1) * (100 / 3::float8)) AS pa,
	(q8 - 1) * (100 / 3::float8) AS dy,
	(q11 - 1) * (100 / 3::float8) AS sl,
	(q13 - 1) * (100 / 3::float8) AS ap,
	(q16 - 1) * (100 / 3::float8) AS co,
	(q17 - 1) * (100 / 3::float8) AS di,
	(q28 - 1) * (100 / 3::float8) AS fi
FROM form_columns;

-- The same with what exonc does besides: answers out of range are refused, and the summary score is computed.
CREATE FUNCTION refuse_form(id int) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'form % has an answer out of range', id;
END
$$;

CREATE VIEW inlined_guarded AS
SELECT *, (pf + rf + ef + cf + sf + 800 - (fa + nv + pa + dy + sl + ap + co + di)) * (1 / 13::float8) AS sumsc
FROM (
	SELECT id, ql, pf, rf, ef, cf, sf, fa, nv, pa, dy, sl, ap, co, di, fi
	FROM inlined
	-- faster than 30 times BETWEEN
	WHERE CASE
		WHEN least(q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12, q13, q14, q15, q16, q17, q18, q19, q20, q21, q22, q23,
				q24, q25, q26, q27, q28) < 1
			OR greatest(q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12, q13, q14, q15, q16, q17, q18, q19, q20, q21, q22,
				q23, q24, q25, q26, q27, q28) > 4
			OR least(q29, q30) < 1
			OR greatest(q29, q30) > 7
		THEN refuse_form(id) ELSE true END
	OFFSET 0	-- or every score would be computed again for the summary
) s;

CREATE FUNCTION c30_scores(a int[]) RETURNS float8[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
	RETURN ARRAY[
		coalesce((a[29] + a[30] - 2) * (100 / 12::float8),
			(coalesce(a[29], a[30]) - 1) * (100 / 6::float8)),
		coalesce((20 - a[1] - a[2] - a[3] - a[4] - a[5]) * (100 / 15::float8),
			CASE WHEN num_nonnulls(a[1], a[2], a[3], a[4], a[5]) >= 3 THEN
				(4 - (coalesce(a[1], 0) + coalesce(a[2], 0) + coalesce(a[3], 0) + coalesce(a[4], 0) + coalesce(a[5], 0))::float8
					/ num_nonnulls(a[1], a[2], a[3], a[4], a[5])) * (100 / 3::float8) END),
		coalesce((8 - a[6] - a[7]) * (100 / 6::float8),
			(4 - coalesce(a[6], a[7])) * (100 / 3::float8)),
		coalesce((16 - a[21] - a[22] - a[23] - a[24]) * (100 / 12::float8),
			CASE WHEN num_nonnulls(a[21], a[22], a[23], a[24]) >= 2 THEN
				(4 - (coalesce(a[21], 0) + coalesce(a[22], 0) + coalesce(a[23], 0) + coalesce(a[24], 0))::float8
					/ num_nonnulls(a[21], a[22], a[23], a[24])) * (100 / 3::float8) END),
		coalesce((8 - a[20] - a[25]) * (100 / 6::float8),
			(4 - coalesce(a[20], a[25])) * (100 / 3::float8)),
		coalesce((8 - a[26] - a[27]) * (100 / 6::float8),
			(4 - coalesce(a[26], a[27])) * (100 / 3::float8)),
		coalesce((a[10] + a[12] + a[18] - 3) * (100 / 9::float8),
			CASE WHEN num_nonnulls(a[10], a[12], a[18]) >= 2 THEN
				((coalesce(a[10], 0) + coalesce(a[12], 0) + coalesce(a[18], 0))::float8
					/ num_nonnulls(a[10], a[12], a[18]) - 1) * (100 / 3::float8) END),
		coalesce((a[14] + a[15] - 2) * (100 / 6::float8),
			(coalesce(a[14], a[15]) - 1) * (100 / 3::float8)),
		coalesce((a[9] + a[19] - 2) * (100 / 6::float8),
			(coalesce(a[9], a[19]) - 1) * (100 / 3::float8)),
		(a[8] - 1) * (100 / 3::float8),
		(a[11] - 1) * (100 / 3::float8),
		(a[13] - 1) * (100 / 3::float8),
		(a[16] - 1) * (100 / 3::float8),
		(a[17] - 1) * (100 / 3::float8),
		(a[28] - 1) * (100 / 3::float8)
	];
END
$$;

-- One row a form -----------------------------------------------------------------------------------------------------

\set title 'QLQ-C30, one row a form'
\set columns 'SELECT id, ARRAY[ql, pf, rf, ef, cf, sf, fa, nv, pa, dy, sl, ap, co, di, fi] AS answer FROM %s q'
\set columns_summary 'SELECT id, ARRAY[ql, pf, rf, ef, cf, sf, fa, nv, pa, dy, sl, ap, co, di, fi, sumsc] AS answer FROM %s q'
\set array 'SELECT id, answer FROM %s q'

-- cardinality() reads the header of the array; the last column cannot be reached without the 29 before it.
CALL bench.enter(:'title', 'floor', 'read the array', 'SELECT id, cardinality(answers) FROM form_array');
CALL bench.enter(:'title', 'floor', 'read the 30 columns', 'SELECT id, q30 FROM form_columns');

CALL bench.enter(:'title', 'ours', 'scores_array(answers)', $$
	SELECT id, exonc.scores_array('QLQ-C30', answers) AS answer FROM form_array
$$, :'array', 'read the array');
CALL bench.enter(:'title', 'ours', 'the same spread to 15 columns', $$
	SELECT id, s[1] AS ql, s[2] AS pf, s[3] AS rf, s[4] AS ef, s[5] AS cf, s[6] AS sf, s[7] AS fa, s[8] AS nv, s[9] AS pa,
		s[10] AS dy, s[11] AS sl, s[12] AS ap, s[13] AS co, s[14] AS di, s[15] AS fi
	FROM (SELECT id, exonc.scores_array('QLQ-C30', answers) AS s FROM form_array OFFSET 0) q
$$, :'columns', 'read the array');
CALL bench.enter(:'title', 'ours', 'scores_array(ARRAY[q1, ... q30])', $$
	SELECT id, exonc.scores_array('QLQ-C30', ARRAY[q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12, q13, q14, q15, q16,
		q17, q18, q19, q20, q21, q22, q23, q24, q25, q26, q27, q28, q29, q30]) AS answer FROM form_columns
$$, :'array', 'read the 30 columns');

CALL bench.enter(:'title', 'rival', 'inlined SQL', $$
	SELECT id, ql, pf, rf, ef, cf, sf, fa, nv, pa, dy, sl, ap, co, di, fi FROM inlined
$$, :'columns', 'read the 30 columns');
CALL bench.enter(:'title', 'rival', 'inlined SQL, jit', $$
	SELECT id, ql, pf, rf, ef, cf, sf, fa, nv, pa, dy, sl, ap, co, di, fi FROM inlined
$$, :'columns', 'read the 30 columns', '{"jit": "on"}');
-- The most that compilation can do. It takes half a second each time, which a longer table would pay back.
CALL bench.enter(:'title', 'rival', 'inlined SQL, jit with inlining', $$
	SELECT id, ql, pf, rf, ef, cf, sf, fa, nv, pa, dy, sl, ap, co, di, fi FROM inlined
$$, :'columns', 'read the 30 columns',
	'{"jit": "on", "jit_inline_above_cost": "0", "jit_optimize_above_cost": "0"}');
CALL bench.enter(:'title', 'rival', 'inlined SQL, ranges checked, summary', $$
	SELECT * FROM inlined_guarded
$$, :'columns_summary', 'read the 30 columns');
CALL bench.enter(:'title', 'rival', 'inlined SQL, ranges checked, summary, jit', $$
	SELECT * FROM inlined_guarded
$$, :'columns_summary', 'read the 30 columns', '{"jit": "on"}');
CALL bench.enter(:'title', 'rival', 'PL/pgSQL function of the array', $$
	SELECT id, c30_scores(answers) AS answer FROM form_array
$$, :'array', 'read the array');

SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_forms);
\echo :title: :n_forms forms, :agreement
SELECT * FROM bench.report(:'title');

-- One row a scale ----------------------------------------------------------------------------------------------------

-- A fifth of the forms is enough: there are 15 rows of each, and some of the contenders are slow.
DELETE FROM form_columns WHERE id > :n_long;
DELETE FROM form_array WHERE id > :n_long;
VACUUM (FULL, FREEZE, ANALYZE) form_columns;
VACUUM (FULL, FREEZE, ANALYZE) form_array;

-- The scales as a table, and as the constants that a query would have.
CREATE TABLE scale (position int, scale text, name text, items int[], min_answered int, functional boolean, width int,
	direction exonc.score_direction);
INSERT INTO scale VALUES
	(1, 'QL', 'Global health status/QoL', '{29,30}', 1, false, 6, 'higher_better'),
	(2, 'PF', 'Physical functioning', '{1,2,3,4,5}', 3, true, 3, 'higher_better'),
	(3, 'RF', 'Role functioning', '{6,7}', 1, true, 3, 'higher_better'),
	(4, 'EF', 'Emotional functioning', '{21,22,23,24}', 2, true, 3, 'higher_better'),
	(5, 'CF', 'Cognitive functioning', '{20,25}', 1, true, 3, 'higher_better'),
	(6, 'SF', 'Social functioning', '{26,27}', 1, true, 3, 'higher_better'),
	(7, 'FA', 'Fatigue', '{10,12,18}', 2, false, 3, 'higher_worse'),
	(8, 'NV', 'Nausea and vomiting', '{14,15}', 1, false, 3, 'higher_worse'),
	(9, 'PA', 'Pain', '{9,19}', 1, false, 3, 'higher_worse'),
	(10, 'DY', 'Dyspnoea', '{8}', 1, false, 3, 'higher_worse'),
	(11, 'SL', 'Insomnia', '{11}', 1, false, 3, 'higher_worse'),
	(12, 'AP', 'Appetite loss', '{13}', 1, false, 3, 'higher_worse'),
	(13, 'CO', 'Constipation', '{16}', 1, false, 3, 'higher_worse'),
	(14, 'DI', 'Diarrhoea', '{17}', 1, false, 3, 'higher_worse'),
	(15, 'FI', 'Financial difficulties', '{28}', 1, false, 3, 'higher_worse');

SELECT array_agg(scale ORDER BY position) AS codes, array_agg(name ORDER BY position) AS names,
	array_agg(cardinality(items) ORDER BY position) AS n_items, array_agg(min_answered ORDER BY position) AS needed,
	array_agg(direction ORDER BY position) AS directions
FROM scale \gset

\set rows 'SELECT id, array_agg(score ORDER BY array_position(''{QL,PF,RF,EF,CF,SF,FA,NV,PA,DY,SL,AP,CO,DI,FI}'', scale)) AS answer FROM %s q WHERE scale <> ''SUMSC'' GROUP BY id'
\set rows_seven 'SELECT id, array_agg(score ORDER BY p) || array_agg(answered::float8 ORDER BY p) || array_agg(items::float8 ORDER BY p) || array_agg(min_answered::float8 ORDER BY p) || array_agg((direction = ''higher_better'')::int::float8 ORDER BY p) || array_agg(length(name)::float8 ORDER BY p) AS answer FROM (SELECT *, array_position(''{QL,PF,RF,EF,CF,SF,FA,NV,PA,DY,SL,AP,CO,DI,FI}'', scale) AS p FROM %s q WHERE scale <> ''SUMSC'') q GROUP BY id'

\set title 'QLQ-C30, one row a scale: code and score'

CALL bench.enter(:'title', 'floor', 'read the array', 'SELECT id, cardinality(answers) FROM form_array');
CALL bench.enter(:'title', 'floor', 'read the 30 columns', 'SELECT id, q30 FROM form_columns');

CALL bench.enter(:'title', 'ours', 'LATERAL scores()', $$
	SELECT f.id, s.scale, s.score FROM form_array f, LATERAL exonc.scores('QLQ-C30', f.answers) s
$$, :'rows', 'read the array');
SELECT format($$
	SELECT id, unnest(%L::text[]) AS scale, unnest(exonc.scores_array('QLQ-C30', answers)) AS score FROM form_array
$$, :'codes'::text[] || 'SUMSC'::text) AS query \gset
CALL bench.enter(:'title', 'ours', 'unnest(codes), unnest(scores_array())', :'query', :'rows', 'read the array');

CALL bench.enter(:'title', 'rival', 'LATERAL (VALUES ...)', $$
	SELECT id, scale, score FROM inlined,
		LATERAL (VALUES ('QL', ql), ('PF', pf), ('RF', rf), ('EF', ef), ('CF', cf), ('SF', sf), ('FA', fa), ('NV', nv),
			('PA', pa), ('DY', dy), ('SL', sl), ('AP', ap), ('CO', co), ('DI', di), ('FI', fi)) s (scale, score)
$$, :'rows', 'read the 30 columns');
SELECT format($$
	SELECT id, scale, score FROM inlined,
		LATERAL unnest(%L::text[], ARRAY[ql, pf, rf, ef, cf, sf, fa, nv, pa, dy, sl, ap, co, di, fi]) s (scale, score)
$$, :'codes') AS query \gset
CALL bench.enter(:'title', 'rival', 'LATERAL unnest(codes, scores)', :'query', :'rows', 'read the 30 columns');
SELECT format($$
	SELECT id, unnest(%L::text[]) AS scale,
		unnest(ARRAY[ql, pf, rf, ef, cf, sf, fa, nv, pa, dy, sl, ap, co, di, fi]) AS score
	FROM inlined
$$, :'codes') AS query \gset
CALL bench.enter(:'title', 'rival', 'unnest(codes), unnest(scores)', :'query', :'rows', 'read the 30 columns');
SELECT string_agg(format('SELECT id, %L AS scale, %I AS score FROM inlined', scale, lower(scale)), ' UNION ALL '
	ORDER BY position) AS query FROM scale \gset
CALL bench.enter(:'title', 'rival', 'UNION ALL, one SELECT a scale', :'query', :'rows', 'read the 30 columns');

-- The normalised way: an answer is a row, and so is an item of a scale.
CREATE UNLOGGED TABLE answer WITH (autovacuum_enabled = off) AS
SELECT f.id, a.item::int, a.answer
FROM form_array f, LATERAL unnest(f.answers) WITH ORDINALITY a (answer, item);
CREATE TABLE scale_item AS
SELECT item, scale FROM scale, LATERAL unnest(items) i (item);
VACUUM (FREEZE, ANALYZE) answer, scale_item, scale;
CALL bench.enter(:'title', 'rival', 'answers as rows, key table, GROUP BY', $$
	SELECT a.id, a.scale,
		CASE WHEN a.answered >= s.min_answered THEN
			CASE WHEN s.functional THEN 100 - (a.mean - 1) * 100 / s.width ELSE (a.mean - 1) * 100 / s.width END
		END AS score
	FROM (SELECT a.id, i.scale, count(a.answer) AS answered, sum(a.answer)::float8 / nullif(count(a.answer), 0) AS mean
		FROM answer a JOIN scale_item i USING (item)
		GROUP BY a.id, i.scale) a
		JOIN scale s USING (scale)
$$, :'rows', 'read the 30 columns');

SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_long);
\echo :title: :n_long forms, :agreement
SELECT * FROM bench.report(:'title');

\set title 'QLQ-C30, one row a scale: all columns of scores()'

CALL bench.enter(:'title', 'floor', 'read the array', 'SELECT id, cardinality(answers) FROM form_array');
CALL bench.enter(:'title', 'floor', 'read the 30 columns', 'SELECT id, q30 FROM form_columns');
CALL bench.enter(:'title', 'ours', 'LATERAL scores()', $$
	SELECT f.id, s.* FROM form_array f, LATERAL exonc.scores('QLQ-C30', f.answers) s
$$, :'rows_seven', 'read the array');
SELECT 'ARRAY[ql, pf, rf, ef, cf, sf, fa, nv, pa, dy, sl, ap, co, di, fi]' AS scores,
	'ARRAY[' || string_agg((SELECT format('num_nonnulls(%s)', string_agg('q' || i, ', ')) FROM unnest(items) i), ', '
		ORDER BY position) || ']' AS answered
FROM scale \gset
SELECT format($$
	SELECT id, s.* FROM inlined,
		LATERAL unnest(%L::text[], %L::text[], %s, %s, %L::int[], %L::int[], %L::exonc.score_direction[])
			s (scale, name, score, answered, items, min_answered, direction)
$$, :'codes', :'names', :'scores', :'answered', :'n_items', :'needed', :'directions') AS query \gset
CALL bench.enter(:'title', 'rival', 'LATERAL unnest(seven arrays)', :'query', :'rows_seven', 'read the 30 columns');
SELECT format($$
	SELECT id, unnest(%L::text[]) AS scale, unnest(%L::text[]) AS name, unnest(%s) AS score, unnest(%s) AS answered,
		unnest(%L::int[]) AS items, unnest(%L::int[]) AS min_answered, unnest(%L::exonc.score_direction[]) AS direction
	FROM inlined
$$, :'codes', :'names', :'scores', :'answered', :'n_items', :'needed', :'directions') AS query \gset
CALL bench.enter(:'title', 'rival', 'unnest() of seven arrays', :'query', :'rows_seven', 'read the 30 columns');
SELECT string_agg(format(
		'SELECT id, %L AS scale, %L AS name, %I AS score, num_nonnulls(%s) AS answered, %s AS items, %s AS min_answered,
			%L::exonc.score_direction AS direction FROM inlined',
		scale, name, lower(scale), (SELECT string_agg('q' || i, ', ') FROM unnest(items) i), cardinality(items), min_answered,
		direction),
	' UNION ALL ' ORDER BY position) AS query FROM scale \gset
CALL bench.enter(:'title', 'rival', 'UNION ALL, one SELECT a scale', :'query', :'rows_seven', 'read the 30 columns');

SELECT bench.compare(:'title') AS agreement \gset
CALL bench.measure(:'title', :rounds, :n_long);
\echo :title: :n_long forms, :agreement
SELECT * FROM bench.report(:'title');
