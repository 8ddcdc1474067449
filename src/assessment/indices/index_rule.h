/*
 * index_rule: the numbers of the clinical indices as rows, for the listing
 * index_rules(). Each index describes its own tables.
 */
#ifndef EXONC_INDEX_RULE_H
#define EXONC_INDEX_RULE_H

#include "common/evidence.h"
#include "common/table.h"

#include <stdbool.h>

typedef struct index_rule
{
	char		measure[24];
	char		rule[96];
	char		value[96];
	const char *source;
	evidence_mark mark;
} index_rule;

/*
 * Rule number i of an index, from 0; false if there is none. The texts are
 * filled into *rule.
 */
typedef bool (*index_describe)(int i, index_rule *rule);

/* Fills a rule; for the use of the indices. */
extern void index_rule_set(index_rule *rule, const char *measure, const char *source,
						   evidence_mark mark);

/* All indices that describe themselves, in the order of the listing. */
extern const index_describe index_descriptions[];
extern const int n_index_descriptions;

extern bool g8_describe(int i, index_rule *rule);
extern bool charlson_describe(int i, index_rule *rule);
extern bool performance_status_describe(int i, index_rule *rule);
extern bool pro_ctcae_describe(int i, index_rule *rule);
extern bool eq5d_describe(int i, index_rule *rule);

#endif
