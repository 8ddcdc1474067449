-- What all domains share.

CREATE FUNCTION library_version() RETURNS text
AS 'MODULE_PATHNAME', 'exonc_library_version' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION library_version() IS
'Version of the loaded exonc library; it should equal the version in pg_extension.';

CREATE TYPE evidence_mark AS ENUM ('sourced', 'unconfirmed');
COMMENT ON TYPE evidence_mark IS
'Whether a rule or number was read in the source named with it (sourced), or is general knowledge that still needs a clinician''s check (unconfirmed).';

CREATE TYPE sex AS ENUM ('female', 'male');
COMMENT ON TYPE sex IS 'Sex, as cut-offs, norms and prediction equations use it.';
