-- The catalogue keeps the rules of a distributable, parallel, documented extension.
\ir lib/setup.sql
\set lint `cat test/lib/catalogue_lint.sql`
\set fingerprint `cat test/lib/extension_fingerprint.sql`
BEGIN;
SET search_path = public;
SELECT no_plan();

-- Each row of the lint is a violation.
SELECT is_empty(:'lint', 'catalogue lint');

-- Every member has a comment, whatever its kind.
SELECT is_empty($$
	SELECT (pg_identify_object(classid, objid, 0)).identity FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
	WHERE e.extname = 'exonc' AND d.deptype = 'e'
	  AND classid IN ('pg_proc'::regclass, 'pg_type'::regclass, 'pg_operator'::regclass, 'pg_cast'::regclass)
	  AND NOT (classid = 'pg_type'::regclass AND (SELECT typelem <> 0 FROM pg_type WHERE oid = objid))
	  AND obj_description(objid, (classid::regclass)::name) IS NULL $$,
	'every function, type, operator and cast has a comment');

-- Everything lives in the schema exonc, and nothing was left in public.
SELECT is_empty($$
	SELECT (pg_identify_object(classid, objid, 0)).identity FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
	WHERE e.extname = 'exonc' AND d.deptype = 'e'
	  AND (pg_identify_object(classid, objid, 0)).schema IS DISTINCT FROM 'exonc'
	  AND classid NOT IN ('pg_cast'::regclass) $$,
	'every member is in schema exonc');

-- Public functions take named arguments.
SELECT is_empty($$
	SELECT p.oid::regprocedure FROM pg_proc p
	WHERE pronamespace = 'exonc'::regnamespace AND obj_description(oid, 'pg_proc') !~ '^(implementation of|I/O)'
	  AND (pronargs > 0 AND (proargnames IS NULL OR '' = ANY (proargnames))) $$,
	'public functions name their arguments');

-- A function is STRICT unless a NULL argument means something.
SELECT set_eq($$
	SELECT proname::text COLLATE "default" FROM pg_proc WHERE pronamespace = 'exonc'::regnamespace AND NOT proisstrict $$,
	$$ VALUES ('cachexia'), ('calf_adjusted'), ('fried'), ('glim'), ('sarcopenic_obesity'), ('syndrome_criteria'), ('check_measurements'), ('muscle_change'), ('muscle_indices'), ('muscle_estimate'), ('muscle_panel'), ('sarcopenia'), ('sarcopenia_all'), ('sarcopenia_array'), ('sarcopenia_course'), ('sarcopenia_course_add'), ('rollup'), ('sarcopenia_evidence'), ('sarcopenia_range') $$,
	'only the functions over incomplete measurements are not STRICT');

-- Everything is IMMUTABLE.
SELECT is_empty($$ SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'exonc'::regnamespace AND provolatile <> 'i' $$,
	'every function is IMMUTABLE');

-- With exonc on the search path, comparisons of text mean what they meant before.
SET search_path = public, exonc;
CREATE TEMP TABLE texts (t text, v varchar(10), c char(4), n name, ta text[], va varchar[], i int);
INSERT INTO texts VALUES ('PF', 'PF', 'PF', 'PF', '{PF}', '{PF}', 1);
SELECT is((SELECT count(*) FROM texts WHERE t = 'PF' AND v = 'PF' AND c = 'PF' AND n = 'PF' AND t = v AND v = t AND v = c AND t = n AND n = v
	AND v = v AND t = t AND ta = '{PF}' AND ta = ta AND va = va AND ta = va::text[] AND t < 'Q' AND v IN ('PF', 'QL') AND t || v = 'PFPF' AND i = 1), 1::bigint,
	'operators of text stay unambiguous');
SET search_path = public;

-- Enum labels are for ever: changing or moving one breaks stored data.
SELECT set_eq($$
	SELECT (t.typname || ': ' || string_agg(enumlabel, ' ' ORDER BY enumsortorder)) COLLATE "default" FROM pg_enum e JOIN pg_type t ON t.oid = enumtypid
	WHERE t.typnamespace = 'exonc'::regnamespace GROUP BY t.typname $$,
	$$ VALUES
	('evidence_mark: sourced unconfirmed'),
	('mass_criterion: any asm asm_h2 asm_bmi smm_h2 smm_h2_janssen l3_smi'),
	('mass_modality: DXA BIA CT MRI'),
	('sarcopenia_class: none slow weak presarcopenia possible probable functional sarcopenia severe'),
	('cachexia_definition: Fearon2011 Evans2008 AWGC2023'),
	('ethnicity: caucasian asian african_american'),
	('frailty_class: robust prefrail frail'),
	('glim_class: none stage_1 stage_2'),
	('sarc_calf_variant: at_most_34_33 below_34_33 below_31'),
	('muscle_equation: Lee2000_weight Lee2000_girth Janssen2000 Kyle2003 Sergi2015 Yoshida2014 Wen2011 Kim2002 Mourtzakis2008_FFM Mourtzakis2008_FM'),
	('muscle_quantity: ASM SMM FFM FM'),
	('sarcopenia_trajectory: free transient onset recovered persistent'),
	('sarcopenia_definition: EWGSOP2 AWGS2019 EWGSOP1 AWGS2014 AWGS2019_community AWGS2025 KWGS2023 FNIH SDOC IWGS JSH1 JSH2 GLIS2024'),
	('sarcopenia_status: final at_least open not_applicable concept_only'),
	('score_direction: higher_better higher_worse'),
	('sex: female male'),
	('strength_criterion: any grip chair_stand grip_bmi') $$,
	'enum labels and their order');

-- A fresh install looks the same each time, down to every property.
CREATE TEMP TABLE fingerprint AS :fingerprint
SELECT cmp_ok((SELECT count(*) FROM fingerprint), '>', 40::bigint, 'the fingerprint covers the members');
DROP EXTENSION exonc;
CREATE EXTENSION exonc;
CREATE TEMP TABLE fingerprint_again AS :fingerprint
SELECT results_eq('SELECT l FROM fingerprint', 'SELECT l FROM fingerprint_again', 'two installs have one fingerprint');

SELECT * FROM finish();
ROLLBACK;
