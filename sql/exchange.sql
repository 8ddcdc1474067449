-- For other systems: FHIR R4 by the HL7 Physical Activity guide. An order for each block, with the block in words.
\set walk 'wk 1-12: aer walk 5/wk uns 30-45min @mod via home & res band ?/wk'
\pset format unaligned
SELECT block, weeks, jsonb_pretty(resource)
FROM exonc.fhir_service_requests(:'walk', subject => '{"reference": "Patient/A-017"}', requester => '{"reference": "Practitioner/4"}',
                                 reason => '{"text": "breast cancer"}', authored_on => '2026-01-10', start_on => '2026-01-12');

-- A goal for each modality: the least of a range; a data-absent-reason for "?", never a number.
SELECT goal, weeks, modality, jsonb_pretty(resource - 'text' - 'meta' - 'category')
FROM exonc.fhir_goals(:'walk', subject => '{"reference": "Patient/A-017"}', start_on => '2026-01-12');
\pset format aligned

-- The codes of the guide mean moderate to vigorous exercise: what may be light has a measure in words.
SELECT rx, t #>> '{measure,coding,0,code}' AS loinc, t #>> '{measure,text}' AS measure, t #> '{detailQuantity,value}' AS value, t #>> '{detailQuantity,code}' AS unit
FROM (VALUES ('aer 3/wk 30min @RPE 12-13'::exonc.prescription), ('aer 3/wk 30min @RPE 11-13'), ('ses 2/wk 60min { aer @mod & res }'), ('act vol 8000steps/d')) v (rx),
     LATERAL exonc.fhir_goals(rx, '{"reference": "Patient/A-017"}') g, LATERAL jsonb_array_elements(g.resource->'target') t;
SELECT measure, modality, moderate_or_more, loinc, unit FROM exonc.fhir_measures();

-- What is in words only.
SELECT part, component, clause, prescribed, loss FROM exonc.fhir_losses(:'walk');

-- The profile requires some of it.
SELECT * FROM exonc.fhir_goals('aer 3/wk', subject => '"A-017"');
SELECT * FROM exonc.fhir_service_requests('aer 3/wk', subject => '{"reference": "Patient/A-017"}', requester => NULL, reason => '{"text": "x"}', authored_on => '2026-01-10');
