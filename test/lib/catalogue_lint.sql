-- Rules a distributable, parallel, documented extension must meet. Every row returned is a violation.
WITH mp AS (
  SELECT p.* FROM pg_depend d JOIN pg_extension e ON d.refclassid='pg_extension'::regclass AND d.refobjid=e.oid
  JOIN pg_proc p ON d.classid='pg_proc'::regclass AND d.objid=p.oid WHERE e.extname='exonc' AND d.deptype='e'
), mt AS (
  SELECT t.* FROM pg_depend d JOIN pg_extension e ON d.refclassid='pg_extension'::regclass AND d.refobjid=e.oid
  JOIN pg_type t ON d.classid='pg_type'::regclass AND d.objid=t.oid
  WHERE e.extname='exonc' AND d.deptype='e' AND t.typtype='b' AND t.typelem=0
), ag AS (SELECT mp.oid::regprocedure AS id, a.*, mp.proargtypes, mp.proparallel, mp.prorettype, t.typtype, t.typsend, t.typreceive
          FROM mp JOIN pg_aggregate a ON a.aggfnoid=mp.oid JOIN pg_type t ON t.oid=a.aggtranstype)
SELECT 'function is VOLATILE' rule, oid::regprocedure::text obj FROM mp WHERE provolatile='v' AND prokind<>'a'
UNION ALL SELECT 'function/aggregate is not PARALLEL SAFE', oid::regprocedure::text FROM mp WHERE proparallel<>'s'
UNION ALL SELECT 'C function lacks COMMENT', oid::regprocedure::text FROM mp WHERE obj_description(oid,'pg_proc') IS NULL
UNION ALL SELECT 'SQL/PL function without pinned search_path', p.oid::regprocedure::text FROM mp p JOIN pg_language l ON l.oid=p.prolang
  WHERE l.lanname NOT IN ('c','internal') AND p.prokind<>'a' AND p.prosqlbody IS NULL AND NOT coalesce(p.proconfig::text,'') ~ 'search_path'
UNION ALL SELECT 'SRF with default ROWS 1000 and no support function', oid::regprocedure::text FROM mp WHERE proretset AND prorows=1000 AND prosupport=0
UNION ALL SELECT 'SECURITY DEFINER', oid::regprocedure::text FROM mp WHERE prosecdef
UNION ALL SELECT 'aggregate without COMBINEFUNC', id::text FROM ag WHERE aggkind='n' AND aggcombinefn=0
UNION ALL SELECT 'aggregate state is a pseudo-type (Citus<15 cannot split it)', id::text FROM ag WHERE typtype='p'
UNION ALL SELECT 'aggregate state type lacks send/recv (no binary transfer)', id::text FROM ag WHERE typtype<>'p' AND (typsend=0 OR typreceive=0)
UNION ALL SELECT 'aggregate takes a polymorphic argument (Citus type check fails)', id::text FROM ag
  WHERE EXISTS (SELECT 1 FROM unnest(proargtypes) x JOIN pg_type t ON t.oid=x WHERE t.typtype='p')
UNION ALL SELECT 'aggregate takes no argument (Citus cannot split it)', id::text FROM ag WHERE array_length(proargtypes::oid[],1) IS NULL
UNION ALL SELECT 'final function may modify state', id::text FROM ag WHERE aggfinalmodify<>'r'
UNION ALL SELECT 'type lacks binary send/recv', oid::regtype::text FROM mt WHERE typsend=0 OR typreceive=0
UNION ALL SELECT 'type lacks default btree opclass', oid::regtype::text FROM mt WHERE NOT EXISTS (SELECT 1 FROM pg_opclass o JOIN pg_am a ON a.oid=o.opcmethod WHERE a.amname='btree' AND o.opcdefault AND o.opcintype=mt.oid)
UNION ALL SELECT 'type lacks default hash opclass', oid::regtype::text FROM mt WHERE NOT EXISTS (SELECT 1 FROM pg_opclass o JOIN pg_am a ON a.oid=o.opcmethod WHERE a.amname='hash' AND o.opcdefault AND o.opcintype=mt.oid)
UNION ALL SELECT 'type lacks a cast to jsonb', oid::regtype::text FROM mt WHERE NOT EXISTS (SELECT 1 FROM pg_cast c WHERE c.castsource=mt.oid AND c.casttarget='jsonb'::regtype)
UNION ALL SELECT 'type lacks COMMENT', oid::regtype::text FROM mt WHERE obj_description(oid,'pg_type') IS NULL
ORDER BY 1,2;
