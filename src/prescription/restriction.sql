-- What safety rules take out of a prescription.

-- @include src/common/name_set.sql.in TYPE=exercise_restriction_set
COMMENT ON TYPE exercise_restriction_set IS
'A set of restrictions on exercise, written as an array of names: {no_resistance,light_only}. exercise_restrictions() says what they mean. Rules of safety give such sets, a clinician can name them directly, and restrict() applies them. A text[] can be stored in it or cast to it.';

CREATE TYPE restriction_effect AS ENUM ('kept', 'open', 'changed', 'removed', 'held');
COMMENT ON TYPE restriction_effect IS
'What a restriction did: kept (none concerned it), open (cannot be judged from what is written: it stays), changed, removed, held (the whole prescription, until a clinician has decided).';

CREATE FUNCTION exercise_restriction_set_union(exercise_restriction_set, exercise_restriction_set) RETURNS exercise_restriction_set
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION exercise_restriction_set_union(exercise_restriction_set, exercise_restriction_set) IS
'implementation of all_restrictions(): what is in one of two sets';
CREATE AGGREGATE all_restrictions(restrictions exercise_restriction_set) (
	SFUNC = exercise_restriction_set_union, STYPE = exercise_restriction_set, COMBINEFUNC = exercise_restriction_set_union,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE all_restrictions(exercise_restriction_set) IS
'The restrictions that are in any of the sets, in any order and split: those of all precautions of a person, for restrict(). NULLs are ignored. NULL for no rows, which is not the empty set: nobody has judged.';

CREATE FUNCTION restrict(prescription prescription, restrictions exercise_restriction_set, cleared boolean DEFAULT false)
RETURNS prescription
AS 'MODULE_PATHNAME', 'exonc_restrict' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 40;
COMMENT ON FUNCTION restrict(prescription, exercise_restriction_set, boolean) IS
'The prescription that the restrictions leave: alternatives ("or"), modes (walk|bike), components and whole parts are taken out, intensities and loads lowered, supervision and settings changed. What cannot be judged, such as a component without a mode or an intensity that is not reported, stays as it is; restrict_evidence() says so, and what was taken out. NULL if nothing is left, and NULL while clearance_first or assess_first is among the restrictions, unless cleared: a clinician has decided; no_exercise leaves nothing in any case. The empty set changes nothing; applied twice it does nothing more; more restrictions never leave more. Minutes that a session shares stay as they are when one of its components goes. NULL if an argument is NULL. How restrictions are applied is ours: exercise_restrictions() and exercise_modes() list it.';

CREATE FUNCTION restrict_evidence(
	prescription prescription, restrictions exercise_restriction_set, cleared boolean DEFAULT false,
	OUT block integer, OUT part integer, OUT alternative integer, OUT component integer, OUT prescribed text,
	OUT effect restriction_effect, OUT restriction text, OUT becomes text, OUT reason text, OUT source text,
	OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_restrict_evidence' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 150 ROWS 5;
COMMENT ON FUNCTION restrict_evidence(prescription, exercise_restriction_set, boolean) IS
'What restrict() does to each component and session, and why: its place in the prescription (component is NULL for a session, all are NULL for the whole prescription), its text, the effect, the restriction, the text after it (NULL if it is gone or as it was), the reason, and the source and mark of what was read in the component (NULL: what it says itself). Every component has a row. A row of effect open is a limit that somebody must look after. Held: restrict() gives NULL; the other rows say what would be left once a clinician has decided. No rows if an argument is NULL.';

CREATE FUNCTION exercise_restrictions(
	OUT restriction text, OUT meaning text, OUT takes_out text[], OUT by_mode text[], OUT highest_class text,
	OUT highest_percent_1rm integer, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_exercise_restrictions' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 29;
COMMENT ON FUNCTION exercise_restrictions() IS
'The names of exercise_restriction_set, a row each: what it means, the modalities that it takes out as a whole, those of which it takes out modes (by exercise_modes()), and the highest class of intensity (of intensity_cuts(), acsm2018) or load in % of the one-repetition maximum that it leaves, with the source of that limit. The words are ours.';

CREATE FUNCTION exercise_modes(OUT mode text, OUT properties text[], OUT source text, OUT mark evidence_mark) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_exercise_modes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 42;
COMMENT ON FUNCTION exercise_modes() IS
'The words for modes of exercise that restrict() understands, and what they say of an exercise. A mode that is not listed, such as machine or band, says nothing about body regions or bearing weight: it cannot be judged and stays.';
