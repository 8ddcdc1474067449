-- No worked vector of the sheet is passed over: each has a place where it is tried, and is named there.
\ir lib/setup.sql
\set sheet `test/lib/csv-to-json test/vectors/prescription_sheet.csv`
\set places `test/lib/csv-to-json test/vectors/prescription_places.csv`
-- "file:V01" for each name of a vector in a line that is no comment.
\set named `for f in test/prescription*.sql; do grep -v '^ *--' "$f" | grep -o "V[0-9][0-9]" | sed "s|^|$f:|"; done | sort -u`
BEGIN;
SET search_path = public;
SELECT no_plan();

CREATE TEMP TABLE sheet AS SELECT id FROM json_to_recordset(:'sheet') s (id text);
CREATE TEMP TABLE place AS SELECT id, file FROM json_to_recordset(:'places') p (id text, file text);
CREATE TEMP TABLE named AS SELECT split_part(line, ':', 1) AS file, split_part(line, ':', 2) AS id FROM regexp_split_to_table(:'named', '\n') line;
SELECT set_eq('SELECT id FROM sheet', $$ SELECT format('V%s', lpad(n::text, 2, '0')) FROM generate_series(1, 89) n $$, 'the sheet has 89 vectors');
SELECT bag_eq('SELECT id FROM place', 'SELECT id FROM sheet', 'each has one place');
SELECT is_empty($$ SELECT id, file FROM place EXCEPT SELECT id, file FROM named $$, 'and is named there');

SELECT * FROM finish();
ROLLBACK;
