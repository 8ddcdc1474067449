-- Grip strength from trials.

CREATE TYPE grip_protocol AS ENUM ('best', 'southampton', 'asht', 'awgs2019', 'mean_of_bests', 'sum_of_bests');
COMMENT ON TYPE grip_protocol IS
'What is made of the trials of two hands: best, the largest of all; southampton, the largest of six, three of each hand; asht, the mean of three trials of a hand (of two hands the larger mean, which is ours); awgs2019, the largest of at least two trials of a hand (unconfirmed); mean_of_bests, the mean of the largest trials of the two hands; sum_of_bests, their sum, three trials each, as in NHANES (unconfirmed; it is no grip strength for cut-offs).';

CREATE FUNCTION grip_strength(protocol grip_protocol, right_kg float8[], left_kg float8[] DEFAULT '{}')
RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_grip_strength'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20; -- not STRICT: one hand may have no trials
COMMENT ON FUNCTION grip_strength(grip_protocol, float8[], float8[]) IS
'Grip strength in kg by a protocol, from the trials of the right and of the left hand in kg. A NULL element is a trial that was not done or gave nothing; a NULL or empty array, a hand without trials. NULL if protocol is NULL, or if fewer trials were done than the protocol needs: southampton, mean_of_bests and sum_of_bests need both hands; the others one, but a hand with some trials and too few of them leaves the result open as well. Errors: a trial that cannot be, with a hint on the unit (22003); more trials of a hand than the protocol has, or an array of more than one dimension (22023). A person who could not grip at all has no strength in kg: name grip in unable where a function takes it. Sources: performance_rules().';
