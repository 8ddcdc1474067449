/*
 * rule: a number or rule of a physical test as a line of the listing
 * performance_rules(). Each test writes its lines from the same tables that it
 * computes with, so the listing cannot differ from the result.
 */
#ifndef EXONC_PERFORMANCE_RULE_H
#define EXONC_PERFORMANCE_RULE_H

#include "common/evidence.h"
#include "common/person.h"

#define RULE_TEXT 192

typedef struct performance_rule
{
	const char *test;
	const char *rule;
	int			sex; /* of whom it holds; UNKNOWN: both */
	const char *value;
	const char *unit; /* or NULL */
	const char *source;
	evidence_mark mark;
} performance_rule;

typedef void (*rule_writer) (void *context, const performance_rule *rule);

extern void sppb_rules(rule_writer write, void *context);
extern void six_minute_walk_rules(rule_writer write, void *context);
extern void senior_fitness_rules(rule_writer write, void *context);
extern void oxygen_uptake_rules(rule_writer write, void *context);
extern void grip_protocol_rules(rule_writer write, void *context);
extern void timed_test_rules(rule_writer write, void *context);

#endif
