/* t_score: see t_score.h. */
#include "assessment/t_score.h"

bool
check_t_score(double t, const char *of, status *st)
{
	if (t >= LOWEST_T_SCORE && t <= HIGHEST_T_SCORE)
		return true;
	status_fail(st, FAULT_OUT_OF_RANGE, "%s %.10g is outside %d..%d", of, t, LOWEST_T_SCORE,
				HIGHEST_T_SCORE);
	status_hint(st, "T-scores have mean 50 and standard deviation 10; a raw sum or a z-score is none.");
	return false;
}
