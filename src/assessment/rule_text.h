/* rule_text: the formula of a scale in words, for the listing. */
#ifndef EXONC_RULE_TEXT_H
#define EXONC_RULE_TEXT_H

#include "assessment/scoring_plan.h"

/* Longest text with its end; a longer rule is cut. */
#define RULE_TEXT 4096

extern void plan_rule_text(const scoring_plan *plan, const plan_scale *scale, char *text);

#endif
