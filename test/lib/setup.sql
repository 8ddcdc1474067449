-- What every pgTAP file starts with. scripts/check has made the database and
-- installed pgtap and exonc in it.
\set QUIET on
\set ON_ERROR_STOP on
\set ON_ERROR_ROLLBACK off
\pset format unaligned
\pset tuples_only on
\pset pager off
SET client_min_messages = warning; -- no notices among the TAP
CREATE EXTENSION IF NOT EXISTS pgtap;
CREATE EXTENSION IF NOT EXISTS exonc;

