/* performance_pg.c: what the glue of the physical tests shares, and performance_rules(). */
#include "assessment/performance/performance_pg.h"

#include "assessment/performance/rule.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_performance_rules);

void
read_measure(FunctionCallInfo fcinfo, int arg, measure m, subject *s)
{
	status		st;

	if (!PG_ARGISNULL(arg) && !set_measure(s, m, PG_GETARG_FLOAT8(arg), &st))
		exonc_raise(&st);
}

number_array
read_numbers(FunctionCallInfo fcinfo, int arg)
{
	number_array numbers = {0};
	ArrayType  *array;
	Datum	   *elements;

	if (PG_ARGISNULL(arg))
		return numbers;
	array = PG_GETARG_ARRAYTYPE_P(arg);
	if (ARR_NDIM(array) > 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the array has %d dimensions, not one", ARR_NDIM(array)),
				 errhint("Pass a list of numbers, such as {24.5,26,25.5}.")));
	deconstruct_array(array, FLOAT8OID, sizeof(float8), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE, &elements,
					  &numbers.missing, &numbers.n);
	numbers.values = palloc0(sizeof(double) * Max(numbers.n, 1));
	for (int i = 0; i < numbers.n; i++)
		if (!numbers.missing[i])
			numbers.values[i] = DatumGetFloat8(elements[i]);
	return numbers;
}

/* What a rule needs to become a row. */
typedef struct rule_sink
{
	ReturnSetInfo *rsinfo;
	enum_map	sexes;
	enum_map	marks;
} rule_sink;

enum
{
	TEST,
	RULE,
	SEX,
	VALUE,
	UNIT,
	SOURCE,
	MARK,
	COLUMNS
};

static void
put_rule(void *context, const performance_rule *rule)
{
	rule_sink  *sink = context;
	Datum		values[COLUMNS];
	bool		nulls[COLUMNS] = {false};

	values[TEST] = CStringGetTextDatum(rule->test);
	values[RULE] = CStringGetTextDatum(rule->rule);
	nulls[SEX] = rule->sex == UNKNOWN;
	if (!nulls[SEX])
		values[SEX] = ObjectIdGetDatum(enum_map_oid(&sink->sexes, rule->sex));
	values[VALUE] = CStringGetTextDatum(rule->value);
	values[UNIT] = text_or_null(rule->unit, &nulls[UNIT]);
	values[SOURCE] = CStringGetTextDatum(rule->source);
	values[MARK] = ObjectIdGetDatum(enum_map_oid(&sink->marks, rule->mark));
	tuplestore_putvalues(sink->rsinfo->setResult, sink->rsinfo->setDesc, values, nulls);
}

/* performance_rules(): one row a number or rule */
Datum
exonc_performance_rules(PG_FUNCTION_ARGS)
{
	static const char *const sexes[] = SEX_LABELS;
	static const char *const marks[] = EVIDENCE_MARK_LABELS;
	static void (*const write_rules[]) (rule_writer, void *) = {
		sppb_rules,		   six_minute_walk_rules, senior_fitness_rules,
		grip_protocol_rules, timed_test_rules,	  oxygen_uptake_rules,
	};
	rule_sink	sink = {(ReturnSetInfo *) fcinfo->resultinfo};

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(sink.sexes, sink.rsinfo->setDesc, SEX, sexes);
	ENUM_MAP_FILL_COLUMN(sink.marks, sink.rsinfo->setDesc, MARK, marks);
	for (int i = 0; i < lengthof(write_rules); i++)
		write_rules[i](put_rule, &sink);
	return (Datum) 0;
}
