-- Adaptation: what a named rule makes of a prescription after the last sessions.

CREATE TYPE adaptation_rule AS ENUM
	('two_for_two', 'repetitions', 'load_step', 'missed_weeks', 'deload', 'intervals', 'time_first', 'rpe', 'heart_rate_zone',
	 'time_in_zone', 'chemo_cycle');
COMMENT ON TYPE adaptation_rule IS
'A rule that adapts a prescription: of loads two_for_two, repetitions, load_step (the smallest increment), missed_weeks and deload; of aerobic exercise intervals, time_first (before intensity), rpe, heart_rate_zone, time_in_zone and chemo_cycle (easier after an infusion). adaptation_rules() lists what they need and change, their numbers and sources.';

CREATE FUNCTION adapt(
	prescription prescription, rule adaptation_rule, week integer DEFAULT NULL, modality exercise_modality DEFAULT NULL,
	block integer DEFAULT NULL, part integer DEFAULT NULL, alternative integer DEFAULT NULL, component integer DEFAULT NULL,
	repetitions_done integer[] DEFAULT NULL, intervals_done integer[] DEFAULT NULL, rpe float8[] DEFAULT NULL,
	heart_rates float8[] DEFAULT NULL, heart_rate_zone numrange DEFAULT NULL, minutes_below_zone float8[] DEFAULT NULL,
	minutes_in_zone float8[] DEFAULT NULL, minutes_above_zone float8[] DEFAULT NULL, weeks_missed integer DEFAULT NULL,
	weeks_since_change integer DEFAULT NULL, severe_side_effects boolean DEFAULT NULL, sessions_goal float8 DEFAULT NULL,
	minutes_goal float8 DEFAULT NULL, cycle_days integer DEFAULT NULL, step float8 DEFAULT NULL,
	increment_kg float8 DEFAULT 0, one_rm_kg float8 DEFAULT NULL,
	OUT adapted prescription, OUT fired boolean, OUT reason text, OUT changed text, OUT source text, OUT mark evidence_mark
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_adapt' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200; -- not STRICT: what is not known gives a reason
COMMENT ON FUNCTION adapt(prescription, adaptation_rule, integer, exercise_modality, integer, integer, integer, integer, integer[], integer[], float8[], float8[], numrange, float8[], float8[], float8[], integer, integer, boolean, float8, float8, integer, float8, float8, float8) IS
'What a rule makes of a prescription after the last sessions. adapted is the prescription to go on with; fired is true if it differs, false if the rule leaves it as it is, NULL if that cannot be decided (an observation is missing, a number is "?" or not prescribed, or moves with the weeks and no week is named): then adapted is the prescription as it was. reason says why, changed what, source and mark where the rule comes from (sourced only if all of its numbers are). The rule is about every component of its modality (adaptation_rules()), or of the modality asked for, at the block, part, alternative and component that components() numbers (NULL: all). Arrays have an element for each session, the oldest first; NULL: not known. repetitions_done: in the last set; intervals_done: finished; rpe: exertion on the Borg 6-20 scale; heart_rates: mean of the session in bpm, against heart_rate_zone (targets() gives it; NULL: a zone in bpm of the prescription), both ends in the zone; minutes_*_zone: summed over sessions. Raising needs all sessions given on one side, lowering the last one. severe_side_effects true: nothing is raised; sessions_goal a week and minutes_goal a session, if given, come before intensity, and minutes_goal ends time_first. step chooses within the range of the rule (NULL: its lower end; that of "prog tworep" goes first); increment_kg: loads in kg are rounded down to it, 0 for none; one_rm_kg: one-repetition maximum. cycle_days: length of the treatment cycle, 7 or more. "%" multiplies numbers of any unit; loads are kg, %1RM and %BW, never RM. With week, a block of weeks is divided there: the weeks before stay, and the steps of what is adapted are counted anew from it. Without week, and in blocks without weeks, numbers that are the same in all weeks are changed in all of them; chemo_cycle takes no week. A change that would leave the range of a unit is not made. NULL prescription or rule: NULL. Errors: a value out of range, with a hint (22003); a place that is not there, a step for a rule without one, arrays of different lengths (22023); a result beyond the limits of the type (54000); others as at_week().';

CREATE FUNCTION adaptation_rules(
	OUT rule adaptation_rule, OUT modality exercise_modality, OUT needs text, OUT changes text, OUT number text, OUT lowest float8,
	OUT highest float8, OUT unit text, OUT is_step boolean, OUT source text, OUT mark evidence_mark
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'exonc_adaptation_rules' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 22;
COMMENT ON FUNCTION adaptation_rules() IS
'The rules of adapt(), a row for each of their numbers: the modality that the rule is about, the arguments that it needs, what it changes, the number in words, its lowest and highest value, which differ where the source leaves a choice, its unit, whether the argument step chooses within it, source and mark. None of them raises anything during severe side effects, and frequency and time come before intensity (ACSM course).';
