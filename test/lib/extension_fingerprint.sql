-- One text line per member object of extension 'exonc'; compare fresh install with upgraded install.
-- Line = kind|identity|every behaviour-relevant property. No OIDs, no creation order.
WITH m AS (
  SELECT d.classid, d.objid
  FROM pg_depend d JOIN pg_extension e ON d.refclassid='pg_extension'::regclass AND d.refobjid=e.oid
  WHERE e.extname = 'exonc' AND d.deptype='e'
), line AS (
  SELECT (pg_identify_object(m.classid,m.objid,0)).type||'|'||(pg_identify_object(m.classid,m.objid,0)).identity||'|'||
    CASE m.classid
    WHEN 'pg_proc'::regclass THEN (
      SELECT concat_ws(',', 'kind='||p.prokind::text, 'vol='||p.provolatile::text, 'par='||p.proparallel::text, 'strict='||p.proisstrict,
        'leak='||p.proleakproof, 'secdef='||p.prosecdef, 'set='||p.proretset, 'ret='||pg_get_function_result(p.oid),
        'args='||pg_get_function_arguments(p.oid), 'cost='||p.procost, 'rows='||p.prorows, 'lang='||l.lanname,
        'src='||p.prosrc, 'support='||p.prosupport::text, 'cfg='||coalesce(p.proconfig::text,''),
        (SELECT 'agg='||concat_ws('/', a.aggkind, a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggserialfn, a.aggdeserialfn,
           a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn, a.aggfinalextra, a.aggfinalmodify, a.aggmfinalmodify,
           a.aggsortop::regoperator, a.aggtranstype::regtype, a.aggtransspace, a.aggmtranstype::regtype,
           coalesce(a.agginitval,'<null>'), coalesce(a.aggminitval,'<null>')) FROM pg_aggregate a WHERE a.aggfnoid=p.oid))
      FROM pg_proc p JOIN pg_language l ON l.oid=p.prolang WHERE p.oid=m.objid)
    WHEN 'pg_type'::regclass THEN (
      SELECT concat_ws(',', t.typtype, t.typcategory, 'pref='||t.typispreferred, 'len='||t.typlen, 'byval='||t.typbyval,
        'align='||t.typalign::text, 'storage='||t.typstorage::text, t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout,
        t.typanalyze, t.typsubscript, 'coll='||t.typcollation::regcollation::text) FROM pg_type t WHERE t.oid=m.objid)
    WHEN 'pg_operator'::regclass THEN (
      SELECT concat_ws(',', o.oprcode, 'com='||o.oprcom::regoperator, 'neg='||o.oprnegate::regoperator, o.oprrest, o.oprjoin,
        'hash='||o.oprcanhash, 'merge='||o.oprcanmerge) FROM pg_operator o WHERE o.oid=m.objid)
    WHEN 'pg_cast'::regclass THEN (
      SELECT concat_ws(',', c.castfunc::regprocedure, c.castcontext, c.castmethod) FROM pg_cast c WHERE c.oid=m.objid)
    WHEN 'pg_opclass'::regclass THEN (
      SELECT concat_ws(',', 'default='||c.opcdefault, c.opcintype::regtype, c.opckeytype::regtype) FROM pg_opclass c WHERE c.oid=m.objid)
    WHEN 'pg_opfamily'::regclass THEN (
      SELECT concat_ws(';', (SELECT string_agg(format('%s:%s:%s',amopstrategy,amopopr::regoperator,amoppurpose),' ' ORDER BY 1)
                             FROM pg_amop WHERE amopfamily=m.objid),
                            (SELECT string_agg(format('%s:%s',amprocnum,amproc::regprocedure),' ' ORDER BY amprocnum, amproc::regprocedure::text)
                             FROM pg_amproc WHERE amprocfamily=m.objid)))
    WHEN 'pg_class'::regclass THEN (
      SELECT concat_ws(',', c.relkind, coalesce(c.reloptions::text,''), coalesce(pg_get_viewdef(c.oid),''),
        (SELECT string_agg(format('%s %s %s %s',attname,format_type(atttypid,atttypmod),attnotnull,attstorage),'; ' ORDER BY attnum)
         FROM pg_attribute WHERE attrelid=c.oid AND attnum>0 AND NOT attisdropped)) FROM pg_class c WHERE c.oid=m.objid)
    ELSE '' END
    ||'|acl='||coalesce((SELECT initprivs::text FROM pg_init_privs i WHERE i.classoid=m.classid AND i.objoid=m.objid AND i.objsubid=0),'')
    ||'|comment='||coalesce(obj_description(m.objid, (m.classid::regclass)::name),'') AS l
  FROM m)
SELECT l FROM line ORDER BY l COLLATE "C";
