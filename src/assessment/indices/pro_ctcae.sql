-- PRO-CTCAE composite grades.

CREATE TYPE pro_ctcae_attributes AS ENUM ('F', 'S', 'I', 'FS', 'FI', 'SI', 'FSI');
COMMENT ON TYPE pro_ctcae_attributes IS
'What a PRO-CTCAE item asks of a symptom: frequency (F), severity (S), interference with usual activities (I; an amount in items 27 and 59), or several of them.';

CREATE FUNCTION pro_ctcae_grade(
	attributes pro_ctcae_attributes, frequency integer DEFAULT NULL,
	severity integer DEFAULT NULL, interference integer DEFAULT NULL,
	skip_logic boolean DEFAULT true
) RETURNS integer
AS 'MODULE_PATHNAME', 'exonc_pro_ctcae_grade'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5; -- not STRICT: a rating may be missing
COMMENT ON FUNCTION pro_ctcae_grade(pro_ctcae_attributes, integer, integer, integer, boolean) IS
'Composite grade of a symptomatic adverse event by PRO-CTCAE, 0 to 3, from the ratings 0 to 4 of the attributes that its item asks for. A first rating (frequency, or severity without it) of 0 gives grade 0, whatever the others. NULL if a rating is missing; but with skip_logic (the default) a first rating of 0 is enough, since an electronic form then asks no further. An answer that is no rating (not sexually active, prefer not to answer, not applicable) is NULL. NULL if attributes is NULL. Errors: a rating outside 0..4 (22003), a rating of an attribute that is not asked for (22023). Source: Basch 2021, PMID 33258687; the table is in index_rules().';

CREATE FUNCTION pro_ctcae_item_grade(
	item integer, frequency integer DEFAULT NULL, severity integer DEFAULT NULL,
	interference integer DEFAULT NULL, skip_logic boolean DEFAULT true
) RETURNS integer
AS 'MODULE_PATHNAME', 'exonc_pro_ctcae_item_grade'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5; -- not STRICT, as pro_ctcae_grade()
COMMENT ON FUNCTION pro_ctcae_item_grade(integer, integer, integer, integer, boolean) IS
'Composite grade as pro_ctcae_grade(), by the number of the item in the library of the NCI (1 to 80), which says what is asked. Errors: a number that is no item, an item that is answered by yes or no and has no grade (22023), and those of pro_ctcae_grade().';

CREATE FUNCTION pro_ctcae_items(OUT item integer, OUT attributes pro_ctcae_attributes)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_pro_ctcae_items' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 80;
COMMENT ON FUNCTION pro_ctcae_items() IS
'The items of the PRO-CTCAE by number, with the attributes they ask for; NULL where they are answered by yes or no and have no composite grade. No item wording is shipped.';
