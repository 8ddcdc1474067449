-- Reading a prescription: what it asks for in a week, its parts as rows, and in words.

CREATE TYPE exercise_modality AS ENUM
	('aerobic', 'resistance', 'balance', 'flexibility', 'respiratory', 'functional', 'mind_body', 'activity');
COMMENT ON TYPE exercise_modality IS
'Kind of exercise: aer, res, bal, flex, resp, func, mind and act in the text form of a prescription.';

CREATE FUNCTION at_week(prescription prescription, week integer) RETURNS prescription
AS 'MODULE_PATHNAME', 'exonc_at_week' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 30;
COMMENT ON FUNCTION at_week(prescription, integer) IS
'The prescription as it stands in one week of the programme (from 1): only blocks that hold then, with ramps, steps of progression and alternations turned into their numbers (three decimals). A ramp over the weeks a to b is linear; a step every n weeks is taken at the start of the weeks a+n, a+2n and so on; a percentage multiplies loads in kg and W, other steps are added to what has their unit. Steps that hang on performance or have no interval stay in the text, numbers are then those of the start. Blocks of cycle days stay as they are. NULL if no block holds in that week. Errors: a week outside 1..520, or a step that leaves the range of its unit (22003). The rules of resolution are ours.';

CREATE FUNCTION duration_weeks(prescription prescription) RETURNS integer
AS 'MODULE_PATHNAME', 'exonc_duration_weeks' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION duration_weeks(prescription) IS
'The last week of the programme. NULL if it has no end, if a block is in days of a cycle, or if the weeks of a block are not reported.';

CREATE FUNCTION weekly_sessions(prescription prescription, week integer, modality exercise_modality DEFAULT NULL)
RETURNS numrange
AS 'MODULE_PATHNAME', 'exonc_weekly_sessions' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 40; -- not STRICT: no modality means all
COMMENT ON FUNCTION weekly_sessions(prescription, integer, exercise_modality) IS
'Prescribed sessions in a week of the programme, from the fewest to the most; with modality those that hold a component of it, NULL for all. NULL if a frequency is not reported or not stated (a weekly volume alone is no frequency); [0,0] if nothing of the kind is prescribed. Alternatives give the envelope of all of them. Blocks of cycle days count for their share of the week, as if cycles followed each other from the first day. Errors as at_week().';

CREATE FUNCTION weekly_minutes(prescription prescription, week integer, modality exercise_modality DEFAULT NULL)
RETURNS numrange
AS 'MODULE_PATHNAME', 'exonc_weekly_minutes' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 40; -- not STRICT: no modality means all
COMMENT ON FUNCTION weekly_minutes(prescription, integer, exercise_modality) IS
'Prescribed minutes in a week of the programme, from the fewest to the most; with modality those of its components, NULL for all. Minutes of a session count once, whatever the number of components that share them, and are then unknown for each of these: NULL. Intervals count with their steps; warm-up and cool-down do not count. NULL if a part is not reported or not stated, [0,0] only if nothing of the kind is prescribed. Alternatives, cycle days and errors as weekly_sessions().';

CREATE FUNCTION weekly_met_minutes(prescription prescription, week integer, modality exercise_modality DEFAULT NULL)
RETURNS numrange
AS 'MODULE_PATHNAME', 'exonc_weekly_met_minutes' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 40; -- not STRICT: no modality means all
COMMENT ON FUNCTION weekly_met_minutes(prescription, integer, exercise_modality) IS
'Prescribed MET-minutes in a week: minutes times METs, gross. METs are those that the prescription states (MET, vol METmin or METh) or those of its level: light 2.0-2.9, moderate 3.0-5.9, vigorous 6.0-8.7 (PMC8321902 table 1). Other intensities (%HRR, RPE) have no METs without a person: NULL, unless an alternative target of the same list has. Arguments, NULL and errors as weekly_minutes().';

CREATE FUNCTION weekly_sets(prescription prescription, week integer) RETURNS numrange
AS 'MODULE_PATHNAME', 'exonc_weekly_sets' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 40;
COMMENT ON FUNCTION weekly_sets(prescription, integer) IS
'Prescribed sets of resistance exercise in a week: exercises x sets x sessions. NULL if one of them is not reported or not stated, [0,0] if no resistance exercise is prescribed. Errors as at_week().';

CREATE FUNCTION weekly_repetitions(prescription prescription, week integer) RETURNS numrange
AS 'MODULE_PATHNAME', 'exonc_weekly_repetitions' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 40;
COMMENT ON FUNCTION weekly_repetitions(prescription, integer) IS
'Prescribed repetitions of resistance exercise in a week: exercises x sets x repetitions x sessions. NULL and errors as weekly_sets().';

CREATE FUNCTION weekly_volume_load(prescription prescription, week integer, one_rm_kg float8 DEFAULT NULL) RETURNS numrange
AS 'MODULE_PATHNAME', 'exonc_weekly_volume_load' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 40; -- not STRICT: loads may stand in kg
COMMENT ON FUNCTION weekly_volume_load(prescription, integer, float8) IS
'Prescribed volume load of resistance exercise in a week, in kg: repetitions times the load, which is stated in kg or as a percentage of one_rm_kg, the one-repetition maximum in kg (0.5 to 700; NULL: unknown). Not comparable between machines and bands. NULL if loads are unknown; otherwise as weekly_repetitions().';

CREATE FUNCTION supervised_share(prescription prescription, week integer) RETURNS numrange
AS 'MODULE_PATHNAME', 'exonc_supervised_share' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 40;
COMMENT ON FUNCTION supervised_share(prescription, integer) IS
'The share of the sessions of a week that is supervised in person, 0 to 1, from the smallest to the largest that the prescription allows. Remote monitoring is not supervision. NULL if supervision or frequency of a part is not stated, if the frequency is a range of which a split names some sessions only, or if there are no sessions. Errors as at_week().';

CREATE FUNCTION week_by_week(
	prescription prescription, weeks integer DEFAULT NULL,
	OUT week integer, OUT sessions numrange, OUT minutes numrange, OUT aerobic_minutes numrange,
	OUT resistance_sessions numrange, OUT aerobic_met_minutes numrange, OUT supervised_share numrange,
	OUT prescribed prescription
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_week_by_week' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 20; -- not STRICT: weeks may be left out
COMMENT ON FUNCTION week_by_week(prescription, integer) IS
'One row for each week of the programme, up to its last week or to weeks: the functions weekly_sessions(), weekly_minutes(), weekly_met_minutes() and supervised_share() and the prescription of at_week(). Errors: no weeks given for a prescription without an end (22023), others as at_week().';

CREATE FUNCTION blocks(
	prescription prescription,
	OUT block integer, OUT weeks int4range, OUT cycle_days int4range, OUT cycle_length integer,
	OUT condition text, OUT prescribed prescription
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_blocks' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 3;
COMMENT ON FUNCTION blocks(prescription) IS
'One row for each block: its weeks of the programme or its days of a treatment cycle (all NULL: it always holds, or they are not reported), the condition behind "while", and the block as a prescription of its own.';

CREATE FUNCTION components(
	prescription prescription,
	OUT block integer, OUT part integer, OUT alternative integer, OUT component integer,
	OUT in_session boolean, OUT modality exercise_modality, OUT modes text[], OUT weekly_frequency numrange,
	OUT minutes numrange, OUT sets numrange, OUT repetitions numrange, OUT exercises numrange,
	OUT supervision text, OUT intensity text, OUT intervals text, OUT volume text, OUT progression text,
	OUT settings text, OUT note text, OUT not_reported text[]
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_components' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 4;
COMMENT ON FUNCTION components(prescription) IS
'One row for each component, in the order of the text: block, part of the block, alternative ("or") and place in its session, then its clauses, those of the session where the component has none of its own. Numbers are ranges, as written for the start (ramps as the whole range); others are in the text form. minutes are those of the component, NULL where a session shares its minutes among several. not_reported names the clauses with a "?": a clause that is NULL and not named there was not prescribed.';

CREATE FUNCTION differences(
	before prescription, after prescription,
	OUT place text, OUT clause text, OUT was text, OUT becomes text
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_differences' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200 ROWS 5;
COMMENT ON FUNCTION differences(prescription, prescription) IS
'What differs between two prescriptions, a row for each clause: where it stands, its name, and its text before and after (NULL: absent). Blocks, parts and components are compared by their position. No rows: they are equal.';

CREATE FUNCTION describe(prescription prescription) RETURNS text
AS 'MODULE_PATHNAME', 'exonc_describe' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 30;
COMMENT ON FUNCTION describe(prescription) IS
'The prescription in plain English, for the chart that a clinician signs: a sentence for each block. Nothing is left out; what is not reported is said to be so.';
