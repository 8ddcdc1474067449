-- Bad input is an error that a query can test for without failing (PostgreSQL 16
-- and later); before that it is a plain error.
\ir lib/setup.sql
SELECT current_setting('server_version_num')::int >= 160000 AS has_soft_errors \gset
BEGIN;
SET search_path = public;
\if :has_soft_errors
SELECT plan(10);
SELECT ok(pg_input_is_valid('QLQ-C30', 'exonc.instrument'), 'a known instrument is valid');
SELECT ok(NOT pg_input_is_valid('QLQ-C31', 'exonc.instrument'), 'an unknown instrument is not');
SELECT results_eq(
	$$ SELECT message, detail, hint, sql_error_code FROM pg_input_error_info('QLQ-C31', 'exonc.instrument') $$,
	$$ VALUES ('instrument "QLQ-C31" does not exist', 'The instruments are listed by exonc.instruments().', 'Perhaps you meant "QLQ-C30".', '22P02') $$,
	'and the soft error says why');
SELECT ok(NOT pg_input_is_valid('M', 'exonc.sex'), 'enums as well');
SELECT ok(pg_input_is_valid('{"code": "X", "items": [{"names": "1", "lowest": 0, "highest": 1}], "scales": [{"code": "A", "items": "1", "direction": "higher_worse"}]}', 'exonc.instrument'), 'a definition that is right');
SELECT ok(NOT pg_input_is_valid('{"code": "X", "items": 5', 'exonc.instrument'), 'one that is no JSON');
SELECT results_eq(
	$$ SELECT message, sql_error_code FROM pg_input_error_info('{"code": "X", "items": 5}', 'exonc.instrument') $$,
	$$ VALUES ('"items" of the definition is not an array', '22023') $$, 'one that is not what it should be');
SELECT ok(NOT pg_input_is_valid('{"note": "' || repeat('x', 600000) || '"}', 'exonc.instrument'), 'one that is too long');
SELECT results_eq(
	$$ SELECT message, detail, hint, sql_error_code FROM pg_input_error_info('aer 30min @RPE 4-6', 'exonc.prescription') $$,
	$$ VALUES ('invalid prescription: RPE 4 is outside 6..20', 'At character 12 of the prescription.', 'RPE is the Borg 6-20 scale; write CR10 for the 0-10 scale.', '22003') $$,
	'a prescription is refused with reason, place and hint');
SELECT ok(pg_input_is_valid('aer 30min @CR10 4-6', 'exonc.prescription'), 'or accepted');
\else
SELECT plan(3);
SELECT throws_ok($$ SELECT 'QLQ-C31'::exonc.instrument $$, '22P02', 'instrument "QLQ-C31" does not exist', 'an unknown instrument is an error');
SELECT throws_ok($$ SELECT 'M'::exonc.sex $$, '22P02', NULL, 'enums as well');
SELECT throws_ok($$ SELECT 'aer 30min @RPE 4-6'::exonc.prescription $$, '22003', 'invalid prescription: RPE 4 is outside 6..20', 'and prescriptions');
\endif
SELECT * FROM finish();
ROLLBACK;
