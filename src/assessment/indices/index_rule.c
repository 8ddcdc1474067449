/* index_rule: see index_rule.h. */
#include "assessment/indices/index_rule.h"

#include <stdio.h>

const index_describe index_descriptions[] = {
	g8_describe, charlson_describe, performance_status_describe, pro_ctcae_describe, eq5d_describe,
};
const int	n_index_descriptions = ENTRIES(index_descriptions);

void
index_rule_set(index_rule *rule, const char *measure, const char *source, evidence_mark mark)
{
	snprintf(rule->measure, sizeof(rule->measure), "%s", measure);
	rule->rule[0] = rule->value[0] = '\0';
	rule->source = source;
	rule->mark = mark;
}
