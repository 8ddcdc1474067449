-- Every rule of the assessment in one list. What a new kind of rule adds is one more branch.

CREATE FUNCTION assessment_rules(
	OUT measure measure, OUT kind text, OUT rule text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 500
BEGIN ATOMIC
	SELECT measure(i.code, s.scale), 'score', s.rule, s.source, s.mark
	FROM instruments() i, LATERAL scales(i.code) s
	UNION ALL
	SELECT b.measure, 'band',
		b.label || ' from ' || b.from_score::numeric
			|| CASE WHEN b.to_score IS NULL THEN '' ELSE ' to ' || b.to_score::numeric END,
		b.source, b.mark
	FROM bands() b
	UNION ALL
	SELECT t.measure, 'threshold',
		t.meaning || ' if ' || t.operator || ' ' || t.value::numeric || coalesce('; ' || t.population, ''),
		t.source, t.mark
	FROM thresholds() t
	UNION ALL
	SELECT d.measure, 'difference',
		CASE d.direction WHEN 'either' THEN 'change' ELSE d.direction::text END || ' of ' || d.low::numeric
			|| CASE WHEN d.high > d.low THEN ' to ' || d.high::numeric ELSE '' END || ' ' || d.unit
			|| coalesce('; ' || d.population, '') || coalesce('; ' || d.kind::text, '') || coalesce('; ' || d.method, ''),
		d.source, d.mark
	FROM minimal_important_differences() d
	UNION ALL
	SELECT x.measure::measure, 'index', x.rule || ': ' || x.value, x.source, x.mark
	FROM index_rules() x
	UNION ALL
	SELECT p.test::measure, 'performance',
		p.rule || coalesce(' (' || p.sex::text || ')', '') || ': ' || p.value || coalesce(' ' || p.unit, ''), p.source, p.mark
	FROM performance_rules() p;
END;
COMMENT ON FUNCTION assessment_rules() IS
'Every rule by which the assessment scores and interprets, one row each: the measure it is for, kind (score: a formula of a scale; band; threshold; difference: a minimal important difference; index: a number of a clinical index; performance: one of a physical test), the rule in words, its source, and its mark: sourced, or unconfirmed and in need of a clinician''s check. The lists themselves: scales(), bands(), thresholds(), minimal_important_differences(), index_rules(), performance_rules().';
