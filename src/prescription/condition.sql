-- Precautions by condition, by site of bone metastases and by score of a lesion; triage.

-- @include src/common/name_set.sql.in TYPE=exercise_condition_set
COMMENT ON TYPE exercise_condition_set IS
'A set of conditions that matter for exercise, written as an array of names: {lymphoedema_stable,ataxia}. condition_precaution_rules() and nccn_triage_rules() say what follows from them. The empty set {} says that none is present; NULL says that nobody asked. A text[] can be stored in it or cast to it.';

-- @include src/common/name_set.sql.in TYPE=exercise_contraindication_set
COMMENT ON TYPE exercise_contraindication_set IS
'A set of what stands against exercise now, to be asked for before a session, written as an array of names: {unstable_angina,vomiting_24h}. condition_precaution_rules() lists them. The empty set {} says that none is present; NULL says that nobody asked. A text[] can be stored in it or cast to it.';

-- @include src/common/name_set.sql.in TYPE=bone_site_set
COMMENT ON TYPE bone_site_set IS
'A set of sites of bone metastases, written as an array of names: {pelvis,lumbar_spine}. The sites are cervical_spine, thoracic_spine, ribs, lumbar_spine, pelvis, proximal_humerus, proximal_femur and all_regions. The empty set {} says that there are none; NULL says that nobody looked. A text[] can be stored in it or cast to it.';

CREATE TYPE bone_exercise_table AS ENUM ('trials2018', 'effect', 'effect_low_load', 'exerciseguide');
COMMENT ON TYPE bone_exercise_table IS
'A published table of exercise by site of bone metastases: trials2018 (10.1186/s13063-018-3091-8), effect (PREFERABLE-EFFECT, 10.1186/s13063-022-06556-7), effect_low_load (its alternative: low loads instead of leaving out), exerciseguide (10.1186/s40814-020-00763-2).';

CREATE TYPE nccn_risk AS ENUM ('low', 'moderate', 'high');
COMMENT ON TYPE nccn_risk IS
'Risk of exercise in the survivorship triage of the NCCN, in order, so that the greatest counts.';

CREATE FUNCTION condition_precautions(
	conditions exercise_condition_set DEFAULT NULL, contraindications exercise_contraindication_set DEFAULT NULL,
	surgery_weeks float8 DEFAULT NULL, myositis_grade integer DEFAULT NULL,
	OUT about text, OUT value float8, OUT unit text, OUT level precaution_level, OUT rule text, OUT change text,
	OUT note text, OUT source text, OUT mark evidence_mark, OUT restrictions exercise_restriction_set
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_condition_precautions' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 5; -- not STRICT: what was not asked is unknown
COMMENT ON FUNCTION condition_precautions(exercise_condition_set, exercise_contraindication_set, float8, integer) IS
'What conditions ask for, in the columns of precautions(): a row for each name in the two sets, or one row for a set that is empty (level none) or NULL (level unknown: nobody asked, which is never none). surgery_weeks: weeks since the last operation, for sternotomy, abdominal_surgery, breast_reconstruction and other_surgery; myositis_grade: CTCAE grade 0 to 4, for ici_myositis; without it the level is unknown. max(level) is the verdict, all_restrictions(restrictions) is for restrict(). A precaution is not a decision about treatment. Errors: weeks outside 0..5000, a grade outside 0..4 (22003). Rules with sources: condition_precaution_rules().';

CREATE FUNCTION condition_precaution_rules(
	OUT about text, OUT rule text, OUT level precaution_level, OUT change text, OUT source text, OUT mark evidence_mark,
	OUT restrictions exercise_restriction_set
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_condition_precaution_rules' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 55;
COMMENT ON FUNCTION condition_precaution_rules() IS
'All rules of condition_precautions(), conditions first, then contraindications; of one condition the most severe first: the first that holds decides. Levels are ours where the source has none, and the source says so; restrictions are our reading of the advice.';

CREATE FUNCTION bone_precautions(
	variant bone_exercise_table, sites bone_site_set, unstable boolean DEFAULT NULL, risk_assessed boolean DEFAULT NULL,
	OUT about text, OUT value float8, OUT unit text, OUT level precaution_level, OUT rule text, OUT change text,
	OUT note text, OUT source text, OUT mark evidence_mark, OUT restrictions exercise_restriction_set
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_bone_precautions' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 5; -- not STRICT: what was not asked is unknown
COMMENT ON FUNCTION bone_precautions(bone_exercise_table, bone_site_set, boolean, boolean) IS
'What metastases of bone ask for under a published table, in the columns of precautions(): a row for each site (modify, or unknown where the table has no row for it), then unstable (true: stop), risk_assessed (false: clearance, since the risk is assessed before testing or training) and, at any site, the movements to avoid and (the tables of effect) pain to watch. Several sites leave what each of them leaves: all_restrictions(restrictions). The tables differ, and none is the default. NULL for sites, unstable or risk_assessed is unknown, never none; sites {} gives one row of level none. No rows for a NULL variant. Tables: bone_precaution_rules().';

CREATE FUNCTION bone_precaution_rules(
	OUT variant bone_exercise_table, OUT site text, OUT target text, OUT allowed boolean, OUT limits text, OUT source text,
	OUT mark evidence_mark, OUT restrictions exercise_restriction_set
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_bone_precaution_rules' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 162;
COMMENT ON FUNCTION bone_precaution_rules() IS
'The published tables of exercise by site of bone metastases, a row for each cell: whether the target may be trained, within which limits, and what that takes out of a prescription. mark unconfirmed: which cells of the row are empty was told from a text without its marks.';

CREATE FUNCTION mirels_precautions(
	score integer, humerus boolean DEFAULT false,
	OUT about text, OUT value float8, OUT unit text, OUT level precaution_level, OUT rule text, OUT change text,
	OUT note text, OUT source text, OUT mark evidence_mark, OUT restrictions exercise_restriction_set
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_mirels_precautions' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20 ROWS 1; -- not STRICT: what was not scored is unknown
COMMENT ON FUNCTION mirels_precautions(integer, boolean) IS
'What a Mirels score (mirels_score(), 4 to 12) of a metastasis in a long bone asks for, one row in the columns of precautions(): up to 7 modify (fracture in 0 to 4 %), 8 clearance (about 15 %), 9 and more stop (above 33 %, fixation is advised). humerus: from 8 on stop, since 8 is the better cut there; NULL where that is not known: unknown if it matters. NULL score: unknown. Levels are ours. Errors: a score outside 4..12 (22003).';

CREATE FUNCTION sins_precautions(
	score integer,
	OUT about text, OUT value float8, OUT unit text, OUT level precaution_level, OUT rule text, OUT change text,
	OUT note text, OUT source text, OUT mark evidence_mark, OUT restrictions exercise_restriction_set
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_sins_precautions' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20 ROWS 1; -- not STRICT: what was not scored is unknown
COMMENT ON FUNCTION sins_precautions(integer) IS
'What a Spinal Instability Neoplastic Score (0 to 18) asks for, one row in the columns of precautions(): up to 6 stable (modify), 7 to 12 potentially unstable (clearance), 13 and more unstable (stop). NULL: unknown. The bands were read in a secondary source, the levels are ours: unconfirmed. Errors: a score outside 0..18 (22003).';

CREATE FUNCTION lesion_precaution_rules(
	OUT about text, OUT rule text, OUT level precaution_level, OUT change text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_lesion_precaution_rules' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 8;
COMMENT ON FUNCTION lesion_precaution_rules() IS
'The bands of mirels_precautions() and sins_precautions(), of each score the highest first: the first that is reached decides.';

CREATE FUNCTION nccn_triage(
	conditions exercise_condition_set,
	OUT condition text, OUT risk nccn_risk, OUT action text, OUT listed_as text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_nccn_triage' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 3;
COMMENT ON FUNCTION nccn_triage(exercise_condition_set) IS
'Survivorship triage of the NCCN: a row for each condition with its risk, what is to be done, and how the source lists it. max(risk) is the verdict. No conditions ({}) are one row of risk low. A condition that the triage does not name has a NULL risk: it says nothing, not low. No rows for NULL conditions: not known.';

CREATE FUNCTION nccn_triage_rules(
	OUT condition text, OUT risk nccn_risk, OUT action text, OUT listed_as text, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_nccn_triage_rules' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 31;
COMMENT ON FUNCTION nccn_triage_rules() IS
'The rows of nccn_triage() for all conditions. mark unconfirmed: the source names the group, that the condition belongs to it is ours.';
