-- An analyst without special rights can install and use exonc.
\ir lib/setup.sql
BEGIN;
SET search_path = public;
SELECT plan(6);

DROP EXTENSION exonc;
CREATE ROLE exonc_analyst;
SELECT format('GRANT CREATE ON DATABASE %I TO exonc_analyst', current_database()) \gexec
SET ROLE exonc_analyst;
SELECT lives_ok('CREATE EXTENSION exonc', 'the extension is trusted: a database owner can create it');
RESET ROLE;

CREATE ROLE exonc_reader;
SET ROLE exonc_reader;
SELECT throws_ok($$ SELECT exonc.score('GAD-7', 'TOTAL', '{0,0,0,0,0,0,0}') $$, '42501', NULL, 'the schema is its owner''s until usage is granted');
RESET ROLE;
GRANT USAGE ON SCHEMA exonc TO exonc_reader;
SET ROLE exonc_reader;
SELECT is(exonc.score('GAD-7', 'TOTAL', '{0,1,2,3,0,1,2}'), 9::float8, 'then anyone can score');
SELECT is(exonc.sarcopenia('EWGSOP2', sex => 'male', grip_kg => 20), 'probable', 'and classify');
SELECT throws_ok('DROP EXTENSION exonc', '42501', NULL, 'but not drop it');
RESET ROLE;

SELECT is_empty($$ SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'exonc'::regnamespace AND prosecdef $$, 'nothing runs with its owner''s rights');

SELECT * FROM finish();
ROLLBACK;
