-- The extension installs into its own schema and needs nothing else.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS exonc;
RESET client_min_messages;
SELECT extname, nspname AS schema, extrelocatable AS relocatable
FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace WHERE extname = 'exonc';

-- The library that is loaded belongs to the SQL objects.
SELECT exonc.library_version() = extversion AS versions_agree FROM pg_extension WHERE extname = 'exonc';

-- What there is, for an analyst who types \df and \dT.
SELECT proname, count(*) FROM pg_proc p
WHERE pronamespace = 'exonc'::regnamespace
  AND obj_description(oid, 'pg_proc') !~ '^(implementation of|I/O)'
GROUP BY proname ORDER BY proname COLLATE "C";
SELECT typname, typtype FROM pg_type
WHERE typnamespace = 'exonc'::regnamespace AND typelem = 0 ORDER BY typname COLLATE "C";
