-- FHIR resources of prescriptions: what the profiles require, for every published programme and guideline; what is lost.
\ir lib/setup.sql
BEGIN;
SET search_path = public, exonc;
SELECT no_plan();

-- Every way in which a resource breaks its profile (HL7 Physical Activity guide, HL7/physical-activity at cecef2e) or FHIR R4.
CREATE FUNCTION pg_temp.is_date(d jsonb) RETURNS boolean LANGUAGE sql AS $$
	SELECT jsonb_typeof(d) = 'string' AND d #>> '{}' ~ '^\d{4}-\d\d-\d\d$' AND (d #>> '{}')::date IS NOT NULL $$;
CREATE FUNCTION pg_temp.common_problems(r jsonb, profile text, members text[]) RETURNS SETOF text LANGUAGE sql AS $$
	SELECT 'profile' WHERE r #> '{meta,profile}' IS DISTINCT FROM jsonb_build_array('http://hl7.org/fhir/us/physical-activity/StructureDefinition/' || profile)
	UNION ALL SELECT 'category' WHERE r->'category' IS DISTINCT FROM '[{"coding": [{"system": "http://hl7.org/fhir/us/physical-activity/CodeSystem/pa-temporary-codes", "code": "PhysicalActivity"}]}]'
	UNION ALL SELECT 'subject' WHERE coalesce(r #>> '{subject,reference}', '') !~ '^Patient/[A-Za-z0-9.-]{1,64}$'
	UNION ALL SELECT 'narrative' WHERE r #>> '{text,status}' IS DISTINCT FROM 'generated' OR r #>> '{text,div}' !~ '^<div xmlns="http://www.w3.org/1999/xhtml">.+</div>$' OR NOT xml_is_well_formed_content(r #>> '{text,div}')
	UNION ALL SELECT 'member ' || k FROM jsonb_object_keys(r) k WHERE k <> ALL (members || '{resourceType,meta,text,category,subject}')
	UNION ALL SELECT 'a null, or something empty' WHERE r @? 'strict $.** ? (@ == null || @ == "")' OR r::text ~ '\[\]|\{\}' $$;
CREATE FUNCTION pg_temp.request_problems(r jsonb) RETURNS SETOF text LANGUAGE sql AS $$
	SELECT pg_temp.common_problems(r, 'pa-servicerequest', '{extension,status,intent,code,orderDetail,occurrencePeriod,authoredOn,requester,performer,reasonCode,reasonReference,patientInstruction}')
	UNION ALL SELECT 'type' WHERE r->>'resourceType' IS DISTINCT FROM 'ServiceRequest'
	UNION ALL SELECT 'status' WHERE coalesce(r->>'status', '') <> ALL ('{draft,active,on-hold,revoked,completed,entered-in-error}')
	UNION ALL SELECT 'intent' WHERE coalesce(r->>'intent', '') <> ALL ('{original-order,order,filler-order}')
	UNION ALL SELECT 'code' WHERE r #>> '{code,coding,0,system}' IS DISTINCT FROM 'http://snomed.info/sct' OR r #>> '{code,coding,0,code}' IS DISTINCT FROM '229065009'
	UNION ALL SELECT 'authoredOn' WHERE NOT coalesce(pg_temp.is_date(r->'authoredOn'), false)
	UNION ALL SELECT 'requester' WHERE coalesce(r #>> '{requester,reference}', '') !~ '^Practitioner(Role)?/'
	UNION ALL SELECT 'performer' WHERE jsonb_typeof(r->'performer') IS DISTINCT FROM 'array' OR r #> '{performer,0,reference}' IS NULL
	UNION ALL SELECT 'pa-sr-1: a reason' WHERE coalesce(jsonb_array_length(r->'reasonCode'), 0) + coalesce(jsonb_array_length(r->'reasonReference'), 0) <> 1
	UNION ALL SELECT 'period' FROM jsonb_each(r->'occurrencePeriod') p WHERE key NOT IN ('start', 'end') OR NOT pg_temp.is_date(value)
	UNION ALL SELECT 'period' WHERE r #>> '{occurrencePeriod,end}' < r #>> '{occurrencePeriod,start}'
	UNION ALL SELECT 'extension' FROM jsonb_array_elements(r->'extension') e WHERE e->>'url' <> 'http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal' OR e #>> '{valueReference,reference}' !~ '^Goal/'
	UNION ALL SELECT 'words' WHERE coalesce(length(r->>'patientInstruction'), 0) < 10 OR coalesce(r #>> '{orderDetail,0,text}', '') = '' $$;
CREATE FUNCTION pg_temp.target_problems(t jsonb) RETURNS SETOF text LANGUAGE sql AS $$
	SELECT 'target member ' || k FROM jsonb_object_keys(t) k WHERE k NOT IN ('measure', 'detailQuantity', 'dueDate')
	UNION ALL SELECT 'gol-1: no measure' WHERE coalesce(t #>> '{measure,text}', '') = ''
	UNION ALL SELECT 'quantity member ' || k FROM jsonb_object_keys(t->'detailQuantity') k WHERE k NOT IN ('value', '_value', 'unit', 'system', 'code')
	UNION ALL SELECT 'no quantity' WHERE jsonb_typeof(t->'detailQuantity') IS DISTINCT FROM 'object'
	UNION ALL SELECT 'unit' WHERE t #>> '{detailQuantity,system}' IS DISTINCT FROM 'http://unitsofmeasure.org' OR coalesce(t #>> '{detailQuantity,code}', '') NOT IN ('d/wk', 'min/d', 'min/wk', '/d')
	UNION ALL SELECT 'code and unit' FROM jsonb_array_elements(t #> '{measure,coding}') c WHERE (c->>'system', c->>'code', t #>> '{detailQuantity,code}') NOT IN
		(('http://loinc.org', '89555-7', 'd/wk'), ('http://loinc.org', '68516-4', 'min/d'), ('http://loinc.org', '82290-8', 'min/wk'), ('http://loinc.org', '82291-6', 'd/wk'), ('http://loinc.org', '41950-7', '/d'))
	UNION ALL SELECT 'value' WHERE t #> '{detailQuantity,value}' IS NOT NULL AND (jsonb_typeof(t #> '{detailQuantity,value}') <> 'number' OR (t #>> '{detailQuantity,value}')::numeric <= 0)
	UNION ALL SELECT 'value and absence' WHERE (t #> '{detailQuantity,value}' IS NULL) <> (t #> '{detailQuantity,_value}' IS NOT DISTINCT FROM '{"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "unknown"}]}')
	UNION ALL SELECT 'dueDate' WHERE t ? 'dueDate' AND NOT pg_temp.is_date(t->'dueDate') $$;
CREATE FUNCTION pg_temp.goal_problems(r jsonb) RETURNS SETOF text LANGUAGE sql AS $$
	SELECT pg_temp.common_problems(r, 'pa-goal', '{lifecycleStatus,description,startDate,target}')
	UNION ALL SELECT 'type' WHERE r->>'resourceType' IS DISTINCT FROM 'Goal'
	UNION ALL SELECT 'lifecycleStatus' WHERE coalesce(r->>'lifecycleStatus', '') <> ALL ('{proposed,planned,accepted,active,on-hold,completed,cancelled,entered-in-error,rejected}')
	UNION ALL SELECT 'description' WHERE coalesce(length(r #>> '{description,text}'), 0) < 10
	UNION ALL SELECT 'startDate' WHERE r ? 'startDate' AND NOT pg_temp.is_date(r->'startDate')
	UNION ALL SELECT 'the same measure twice' FROM jsonb_array_elements(r->'target') t GROUP BY t->'measure' HAVING count(*) > 1
	UNION ALL SELECT pg_temp.target_problems(t) FROM jsonb_array_elements(r->'target') t $$;

CREATE TEMP TABLE rx AS SELECT code, prescribed FROM protocols() UNION ALL SELECT format('%s %s %s', body, outcome, option), prescribed FROM guidelines() WHERE prescribed IS NOT NULL
	UNION ALL VALUES ('cycles', 'cd 1-7/21 while chemo: aer bike 2/wk sup 20min @40-50%HRR; wk 3-5: res 1-2/wk & flex'::prescription), ('unknown weeks', 'wk ?: aer 3/wk 30min @mod'), ('<&>', 'aer 2/wk "a < b & c > d"'),
		('steps', 'act vol 8000steps/d; wk 2-3: aer ?/wk ?min @mod');
CREATE TEMP TABLE request AS SELECT code, block, weeks, resource FROM rx, LATERAL fhir_service_requests(prescribed, '{"reference": "Patient/A-017"}', '{"reference": "Practitioner/4"}', '{"text": "breast cancer"}', '2026-01-10', start_on => '2026-01-12', goals => '[{"reference": "Goal/1"}, {"reference": "Goal/2"}]');
CREATE TEMP TABLE goal AS SELECT code, prescribed, goal, weeks, modality, resource FROM rx, LATERAL fhir_goals(prescribed, '{"reference": "Patient/A-017"}', '2026-01-12');
SELECT is_empty($$ SELECT code, block, p FROM request, LATERAL pg_temp.request_problems(resource) p $$, 'every request keeps PAServiceRequest');
SELECT is_empty($$ SELECT code, goal, p FROM goal, LATERAL pg_temp.goal_problems(resource) p $$, 'every goal keeps PAGoal');
SELECT cmp_ok((SELECT count(*) FROM request), '=', (SELECT sum((SELECT count(*) FROM blocks(prescribed))) FROM rx)::bigint, 'a request for each block');
SELECT is_empty($$ SELECT code FROM rx EXCEPT SELECT code FROM goal $$, 'each prescription has a goal');

-- The checks see what they are for.
CREATE TEMP TABLE broken AS SELECT resource, 'request' AS kind FROM request WHERE code = 'START' AND block = 1 UNION ALL SELECT resource, 'goal' FROM goal WHERE code = 'START' AND goal = 1;
SELECT is((SELECT count(*) FROM broken, unnest('{resourceType,meta,text,category,subject,status,intent,code,orderDetail,authoredOn,requester,performer,reasonCode,patientInstruction}'::text[]) k WHERE kind = 'request' AND NOT EXISTS (SELECT FROM pg_temp.request_problems(resource - k))), 0::bigint, 'a missing member of a request is noticed');
SELECT is((SELECT count(*) FROM broken, unnest('{resourceType,meta,text,category,subject,lifecycleStatus,description}'::text[]) k WHERE kind = 'goal' AND NOT EXISTS (SELECT FROM pg_temp.goal_problems(resource - k))), 0::bigint, 'a missing member of a goal is noticed');
SELECT is((SELECT count(*) FROM broken, (VALUES ('{target,0,detailQuantity,code}', '"min"'::jsonb), ('{target,0,detailQuantity,value}', '"3"'), ('{target,0,detailQuantity,value}', '0'), ('{target,0,measure,coding,0,code}', '"82290-8"'), ('{target,0,measure}', 'null'), ('{target,0,dueDate}', '"12.2.2026"'), ('{target,0,detailRange}', '{"low": 1}')) v (p, new)
	WHERE kind = 'goal' AND NOT EXISTS (SELECT FROM pg_temp.goal_problems(jsonb_set(resource, p::text[], new)))), 0::bigint, 'a wrong unit, value, code or date is noticed');

-- Nothing is lost to a reader: the words are those of describe(), and the text form can be read back.
SELECT is_empty($$ SELECT code, block FROM request JOIN rx USING (code) JOIN LATERAL blocks(rx.prescribed) b USING (block) WHERE resource->>'patientInstruction' IS DISTINCT FROM describe(b.prescribed) $$, 'a request has its block in words');
SELECT is_empty($$ SELECT code FROM rx WHERE prescribed IS DISTINCT FROM (SELECT string_agg(resource #>> '{orderDetail,0,text}', '; ' ORDER BY block) FROM request WHERE request.code = rx.code)::prescription $$, 'the prescription comes back from the order details');
SELECT is((SELECT resource #>> '{text,div}' FROM request WHERE code = '<&>'), '<div xmlns="http://www.w3.org/1999/xhtml">Aerobic exercise, 2 times a week, note: "a &lt; b &amp; c &gt; d".</div>', 'the narrative is escaped');

-- Numbers of goals are those of week_by_week() and never more; what is not reported never becomes one.
CREATE TEMP VIEW target AS SELECT code, prescribed, goal, weeks, modality, coalesce(t #>> '{measure,coding,0,code}', 'words') AS loinc, t #>> '{detailQuantity,code}' AS unit, (t #>> '{detailQuantity,value}')::numeric AS value, t->>'dueDate' AS due
	FROM goal, LATERAL jsonb_array_elements(resource->'target') t;
SELECT is_empty($$ SELECT code, goal, modality, value FROM target WHERE unit = 'min/wk' AND value IS DISTINCT FROM round(lower(weekly_minutes(prescribed, coalesce(upper(weeks) - 1, 1), modality)), 3) $$, 'minutes a week are those of the last week');
SELECT is_empty($$ SELECT code, goal, modality, value FROM target WHERE unit = 'd/wk' AND value IS DISTINCT FROM lower(weekly_sessions(prescribed, coalesce(upper(weeks) - 1, 1), modality)) $$, 'days a week are the sessions of the last week');
SELECT is_empty($$ SELECT code, goal FROM target WHERE due IS DISTINCT FROM ('2026-01-12'::date + 7 * (upper(weeks) - 1) - 1)::text $$, 'due on the last day of the weeks');
SELECT is_empty($$ SELECT code, goal, modality FROM target WHERE value IS NULL AND prescribed::text !~ '\?' $$, 'a value is unknown only where something is "?"');
SELECT is_empty($$ SELECT code FROM target WHERE loinc IN ('89555-7', '68516-4', '82290-8') AND modality <> 'aerobic' OR loinc = '82291-6' AND modality <> 'resistance' $$, 'codes of their modality only');
SELECT is((SELECT array_agg(format('%s %s %s', loinc, coalesce(value::text, '?'), unit) ORDER BY unit) FROM target WHERE code = 'steps' AND goal = 2), '{"89555-7 ? d/wk","68516-4 ? min/d","82290-8 ? min/wk"}', 'three unknown values');
SELECT is((SELECT array_agg(format('%s %s %s %s', modality, loinc, coalesce(value::text, '?'), unit) ORDER BY goal) FROM target WHERE code = 'steps' AND unit = '/d'), '{"activity 41950-7 8000 /d","activity 41950-7 8000 /d","activity 41950-7 8000 /d"}', 'steps in each run of weeks');

CREATE FUNCTION pg_temp.targets(rx prescription) RETURNS text[] LANGUAGE sql AS $$
	SELECT array_agg(format('%s%s %s %s %s', coalesce(weeks::text || ' ', ''), modality, coalesce(t #>> '{measure,coding,0,code}', 'words'), coalesce(t #>> '{detailQuantity,value}', '?'), t #>> '{detailQuantity,code}') ORDER BY goal, n)
	FROM fhir_goals(rx, '{"reference": "Patient/1"}') g LEFT JOIN LATERAL jsonb_array_elements(resource->'target') WITH ORDINALITY x (t, n) ON true $$;
SELECT is(pg_temp.targets('wk 1-4: aer 3/wk 20->35min @mod; wk 5: aer 3/wk 40min @vig'), '{"[1,5) aerobic 89555-7 3 d/wk","[1,5) aerobic 68516-4 35 min/d","[1,5) aerobic 82290-8 105 min/wk","[5,6) aerobic 89555-7 3 d/wk","[5,6) aerobic 68516-4 40 min/d","[5,6) aerobic 82290-8 120 min/wk"}', 'a ramp ends at its last number');
SELECT is(pg_temp.targets('aer 3/wk 30min @light'), '{"aerobic words 3 d/wk","aerobic words 30 min/d","aerobic words 90 min/wk"}', 'light exercise has no code of moderate to vigorous');
SELECT is(pg_temp.targets('aer 3/wk 30min @RPE 11-13'), '{"aerobic words 3 d/wk","aerobic words 30 min/d","aerobic words 90 min/wk"}', 'nor has what may be light');
SELECT is(pg_temp.targets('aer 3/wk 30min @?'), '{"aerobic words 3 d/wk","aerobic words 30 min/d","aerobic words 90 min/wk"}', 'nor an intensity that is not reported');
SELECT is(pg_temp.targets('aer 3/wk 30min @RPE 12-13'), '{"aerobic 89555-7 3 d/wk","aerobic 68516-4 30 min/d","aerobic 82290-8 90 min/wk"}', 'moderate has one');
SELECT is(pg_temp.targets('aer 2/wk 30min @mod & aer 1/wk 60min @light'), '{"aerobic words 3 d/wk","aerobic words 120 min/wk"}', 'all of it must be moderate; two kinds of day have no minutes a day');
SELECT is(pg_temp.targets('ses 2-3/wk 60min { aer @mod & res }'), '{"aerobic 89555-7 2 d/wk","resistance 82291-6 2 d/wk"}', 'shared minutes are nobody''s');
SELECT is(pg_temp.targets('ses 2/wk 60min { aer @mod }'), '{"aerobic 89555-7 2 d/wk","aerobic 68516-4 60 min/d","aerobic 82290-8 120 min/wk"}', 'unless there is one component');
SELECT is(pg_temp.targets('ses 2/wk 60min { aer 20min @mod & res }'), '{"aerobic 89555-7 2 d/wk","aerobic 68516-4 20 min/d","aerobic 82290-8 40 min/wk","resistance 82291-6 2 d/wk"}', 'or the component has its own');
SELECT is(pg_temp.targets('ses ?/wk ?min @? { aer & res }'), '{"aerobic words ? d/wk","resistance 82291-6 ? d/wk"}', 'unknown days, and no minutes of either');
SELECT is(pg_temp.targets('aer 3/wk @mod & res'), '{"aerobic 89555-7 3 d/wk","resistance words ? "}', 'what is not prescribed has no target, and is not unknown');
SELECT is(pg_temp.targets('aer 2/d 10min @mod'), '{"aerobic 82290-8 140 min/wk"}', 'fourteen sessions are not fourteen days');
SELECT is(pg_temp.targets('aer daily 10-20min @mod'), '{"aerobic 89555-7 7 d/wk","aerobic 68516-4 10 min/d","aerobic 82290-8 70 min/wk"}', 'seven are seven days');
SELECT is(pg_temp.targets('aer 3/wk 30min @mod or res 2/wk'), '{"aerobic words ? ","resistance words ? "}', 'one of two: the least of each is nothing');
SELECT is(pg_temp.targets('aer 3/wk 30min @mod or aer 2/wk 50min @vig'), '{"aerobic 89555-7 2 d/wk","aerobic 82290-8 90 min/wk"}', 'one of two of a kind: the least of both');
SELECT is(pg_temp.targets('aer vol 150-300min/wk @mod'), '{"aerobic 82290-8 150 min/wk"}', 'a weekly volume');
SELECT is(pg_temp.targets('aer vol ?min/wk @mod'), '{"aerobic 82290-8 ? min/wk"}', 'a volume that is not reported');
SELECT is(pg_temp.targets('aer vol 500METmin/wk @mod'), '{"aerobic words ? "}', 'MET-minutes have no measure');
SELECT is(pg_temp.targets('act vol 56000steps/wk'), '{"activity 41950-7 8000 /d"}', 'steps of a week by day');
SELECT is(pg_temp.targets('act vol ?steps/d'), '{"activity 41950-7 ? /d"}', 'steps that are not reported');
SELECT is(pg_temp.targets('aer 8x(30s@65%MSEC, 1min@30%MSEC) 2/wk warm 3min cool 3min'), '{"aerobic words 2 d/wk","aerobic words 12 min/d","aerobic words 24 min/wk"}', 'intervals have minutes, and no class');
SELECT is(pg_temp.targets('aer 2/wk ?x(30s, 1min) @mod'), '{"aerobic 89555-7 2 d/wk","aerobic 68516-4 ? min/d","aerobic 82290-8 ? min/wk"}', 'unknown repeats');
SELECT is(pg_temp.targets('cd 1-7/21: aer 2/wk 20min @mod; cd 8-21/21: aer 3/wk 30min @mod'), '{"aerobic words ? "}', 'weeks of a cycle differ');
SELECT is(pg_temp.targets('cd 1-7/21: aer 2/wk 20min @mod; wk 1-12: res 2/wk'), '{"[1,13) aerobic words ? ","[1,13) resistance 82291-6 2 d/wk","aerobic words ? "}', 'but not for what is prescribed by weeks');
SELECT is(pg_temp.targets('wk ?: aer 3/wk 30min @mod'), '{"aerobic 89555-7 ? d/wk","aerobic 68516-4 30 min/d","aerobic 82290-8 ? min/wk"}', 'weeks that are not reported');
SELECT is(pg_temp.targets('wk 1-2: aer 3/wk; wk 5-6: aer 3/wk'), '{"[1,3) aerobic words 3 d/wk","[5,7) aerobic words 3 d/wk"}', 'no goal in a pause');
SELECT is(pg_temp.targets('res 2/wk; wk 2-3: bal 1/wk 10min'), '{"[1,2) resistance 82291-6 2 d/wk","[2,4) resistance 82291-6 2 d/wk","[2,4) balance words 1 d/wk","[2,4) balance words 10 min/wk","resistance 82291-6 2 d/wk"}', 'runs of weeks with the same blocks');

-- Periods.
CREATE FUNCTION pg_temp.period(rx prescription, start_on date DEFAULT '2026-01-12') RETURNS text[] LANGUAGE sql AS $$
	SELECT array_agg(coalesce(resource->>'occurrencePeriod', 'none') ORDER BY block) FROM fhir_service_requests(rx, '{"reference": "Patient/1"}', '{"reference": "Practitioner/1"}', '{"reference": "Condition/1"}', '2026-01-10', start_on) $$;
SELECT is(pg_temp.period('wk 1: aer; wk 2-3: aer; aer; wk ?: aer; cd 1-7/21: aer'), '{"{\"end\": \"2026-01-18\", \"start\": \"2026-01-12\"}","{\"end\": \"2026-02-01\", \"start\": \"2026-01-19\"}","{\"start\": \"2026-01-12\"}",none,"{\"start\": \"2026-01-12\"}"}', 'weeks as dates');
SELECT is(pg_temp.period('wk 1: aer', NULL), '{none}', 'no start, no period');
SELECT is((SELECT resource->>'startDate' || coalesce(resource #>> '{target,0,dueDate}', '') FROM fhir_goals('aer 3/wk', '{"reference": "Patient/1"}', '2026-01-12')), '2026-01-12', 'a goal without an end is not due');

-- Arguments.
SELECT is((SELECT resource - '{meta,text,category,code,orderDetail,patientInstruction}'::text[] FROM fhir_service_requests('aer 3/wk', '{"reference": "Patient/1", "display": "A"}', '{"identifier": {"value": "x"}}', '{"coding": [{"system": "http://snomed.info/sct", "code": "254837009"}]}', '2026-01-10',
	performer => '{"reference": "Organization/2"}', goals => '{"reference": "Goal/7"}', status => 'draft', intent => 'original-order')),
	'{"resourceType": "ServiceRequest", "status": "draft", "intent": "original-order", "subject": {"reference": "Patient/1", "display": "A"}, "requester": {"identifier": {"value": "x"}}, "performer": [{"reference": "Organization/2"}], "authoredOn": "2026-01-10", "reasonCode": [{"coding": [{"system": "http://snomed.info/sct", "code": "254837009"}]}], "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal", "valueReference": {"reference": "Goal/7"}}]}', 'fragments go in as they are');
SELECT is((SELECT resource->'reasonReference' FROM fhir_service_requests('aer', '{"reference": "Patient/1"}', '{"reference": "Practitioner/1"}', '{"reference": "Condition/9"}', '2026-01-10', goals => '[]')), '[{"reference": "Condition/9"}]', 'a condition as the reason');
SELECT is((SELECT resource->>'lifecycleStatus' FROM fhir_goals('aer', '{"reference": "Patient/1"}', status => 'on-hold')), 'on-hold', 'status of a goal');
PREPARE asked(jsonb, jsonb, jsonb, date, date, jsonb) AS SELECT * FROM fhir_service_requests('wk 1-520: aer', $1, $2, $3, $4, $5, goals => $6);
SELECT throws_ok(format('EXECUTE asked(%s)', args), state, message, message) FROM (VALUES
	($$NULL, '{"reference": "P/1"}', '{"text": "x"}', '2026-01-10', NULL, NULL$$, '22023', 'subject is needed'),
	($$'{"reference": "P/1"}', NULL, '{"text": "x"}', '2026-01-10', NULL, NULL$$, '22023', 'requester is needed'),
	($$'{"reference": "P/1"}', '{"reference": "P/1"}', NULL, '2026-01-10', NULL, NULL$$, '22023', 'reason is needed'),
	($$'{"reference": "P/1"}', '{"reference": "P/1"}', '{"text": "x"}', NULL, NULL, NULL$$, '22023', 'authored_on is needed'),
	($$'"Patient/1"', '{"reference": "P/1"}', '{"text": "x"}', '2026-01-10', NULL, NULL$$, '22023', 'subject must be a FHIR Reference, such as {"reference": "Patient/17"}'),
	($$'[]', '{"reference": "P/1"}', '{"text": "x"}', '2026-01-10', NULL, NULL$$, '22023', 'subject must be a FHIR Reference, such as {"reference": "Patient/17"}'),
	($$'{"id": 1}', '{"reference": "P/1"}', '{"text": "x"}', '2026-01-10', NULL, NULL$$, '22023', 'subject must be a FHIR Reference, such as {"reference": "Patient/17"}'),
	($$'{"reference": "P/1", "display": null}', '{"reference": "P/1"}', '{"text": "x"}', '2026-01-10', NULL, NULL$$, '22023', 'subject must be without null, which FHIR does not know'),
	($$'{"reference": "P/1"}', '{"reference": "P/1"}', '{"words": "x"}', '2026-01-10', NULL, NULL$$, '22023', 'reason must be a FHIR Reference or a CodeableConcept, such as {"text": "breast cancer"}'),
	($$'{"reference": "P/1"}', '{"reference": "P/1"}', '{"text": "x"}', '2026-01-10', NULL, '[1]'$$, '22023', 'goals must be a FHIR Reference or an array of them'),
	($$'{"reference": "P/1"}', '{"reference": "P/1"}', '{"text": "x"}', '2026-01-10', NULL, '"Goal/1"'$$, '22023', 'goals must be a FHIR Reference or an array of them'),
	($$'{"reference": "P/1"}', '{"reference": "P/1"}', '{"text": "x"}', '2026-01-10', NULL, '[{"x": 1}]'$$, '22023', 'goals must be a FHIR Reference or an array of them'),
	($$'{"reference": "P/1"}', '{"reference": "P/1"}', '{"text": "x"}', 'infinity', NULL, NULL$$, '22003', 'authored_on is outside 0001-01-01..9999-12-31'),
	($$'{"reference": "P/1"}', '{"reference": "P/1"}', '{"text": "x"}', '2026-01-10', '4000-01-01 BC', NULL$$, '22003', 'start_on is outside 0001-01-01..9999-12-31'),
	($$'{"reference": "P/1"}', '{"reference": "P/1"}', '{"text": "x"}', '2026-01-10', '9999-01-01', NULL$$, '22003', 'the last day of a block is outside 0001-01-01..9999-12-31')) v (args, state, message);
SELECT throws_ok($$ SELECT * FROM fhir_goals('aer', NULL) $$, '22023', 'subject is needed', 'a goal needs a subject');
SELECT throws_ok($$ SELECT * FROM fhir_goals('aer', '{"reference": "P/1"}', status => NULL) $$, '22023', 'status is needed', 'a goal needs a status');
SELECT throws_ok($$ SELECT * FROM fhir_service_requests('aer', '{"reference": "P/1"}', '{"reference": "P/1"}', '{"text": "x"}', '2026-01-10', status => NULL) $$, '22023', 'status and intent are needed', 'a request needs a status');
SELECT throws_ok($$ SELECT * FROM fhir_goals('wk 1-20: aer 3/wk @90%HRR prog +5%HRR/wk', '{"reference": "P/1"}') $$, '22003', NULL, 'a step that leaves its range, as at_week()');
SELECT is((SELECT count(*) FROM fhir_service_requests(NULL, NULL, NULL, NULL, NULL)) + (SELECT count(*) FROM fhir_goals(NULL, NULL)) + (SELECT count(*) FROM fhir_losses(NULL)), 0::bigint, 'no prescription, no rows');
SELECT throws_ok(format('SELECT resource FROM fhir_goals(%L, %L, %L)', 'wk 1-500: aer 3/wk', '{"reference": "P/1"}', '9999-01-01'), '22003', NULL, 'a goal that ends too late');

-- What is lost: each clause has its word, and what arrives whole is not named.
SELECT is_empty($$ SELECT * FROM fhir_losses('wk 1-12: aer 3/wk 30min & res 2/wk') $$, 'days, minutes and weeks arrive');
SELECT is((SELECT array_agg(DISTINCT clause ORDER BY clause) FROM fhir_losses('cd 1-7/21 while chemo: ses 2/wk(1sup+1uns) 60min via home { aer bike 8x(1min@mod, 1min@light) warm 3min cool 3min prog auto & res 3x8-12 ex 6 rest 60s @70%1RM "x" & bal } or aer 2-3/wk mon vol 500METmin/wk & res alt 4wk(3x10@70%1RM, 3x8@80%1RM)')),
	'{alternation,alternatives,cool_down,cycle_days,dose,exercises,frequency,intensity,intervals,modality,modes,note,progression,rest,session,settings,supervision,time,volume,warm_up,while}', 'every clause that can be lost');
SELECT is((SELECT array_agg(format('%s: %s', prescribed, loss) ORDER BY part, clause) FROM fhir_losses('aer 2-3/wk 20->30min & aer ?/wk & aer 2/d & aer vol 100-200min/wk & res 2/wk 30min')),
	'{"2-3/wk: only the least is the goal","20->30min: only the number of the last week is the goal, the least if there is no last week","?/wk: not reported: the value of the goal is unknown","2/d: no place: more sessions than days","vol 100-200min/wk: only the least is the goal","30min: no code of the guide: goals name it in words"}', 'numbers that arrive in part');
SELECT is_empty($$ SELECT code FROM rx, LATERAL fhir_losses(prescribed) l WHERE l.prescribed = '' OR l.loss = '' OR block IS NULL $$, 'rows are complete');
SELECT is_empty($$ SELECT code, c.block, c.component FROM rx, LATERAL components(prescribed) c WHERE intensity IS NOT NULL AND NOT EXISTS (SELECT FROM fhir_losses(prescribed) l WHERE l.block = c.block AND l.part = c.part AND l.clause = 'intensity') $$, 'an intensity is always lost, and said to be');
SELECT is((SELECT array_agg(format('%s %s %s %s', loinc, unit, modality, moderate_or_more) ORDER BY loinc) FROM fhir_measures()), '{"41950-7 /d  f","68516-4 min/d aerobic t","82290-8 min/wk aerobic t","82291-6 d/wk resistance f","89555-7 d/wk aerobic t"}', 'the codes of the guide');

SELECT * FROM finish();
ROLLBACK;
