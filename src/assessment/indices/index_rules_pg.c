/* index_rules_pg.c: the numbers of the clinical indices as rows; and their ranges as datums. */
#include "assessment/assessment_pg.h"
#include "assessment/indices/index_rule.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"

PG_FUNCTION_INFO_V1(exonc_index_rules);

Datum
whole_range_datum(int lowest, int highest)
{
	TypeCacheEntry *type = lookup_type_cache(INT4RANGEOID, TYPECACHE_RANGE_INFO);
	RangeBound	lower = {Int32GetDatum(lowest), false, true, true};
	RangeBound	upper = {Int32GetDatum(highest), false, true, false};

	return RangeTypePGetDatum(make_range_or_raise(type, &lower, &upper));
}

/* index_rules(): one row a number */
Datum
exonc_index_rules(PG_FUNCTION_ARGS)
{
	enum
	{
		MEASURE,
		RULE,
		VALUE,
		SOURCE,
		MARK,
		COLUMNS
	};
	static const char *const mark_labels[] = EVIDENCE_MARK_LABELS;
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	marks;
	index_rule	rule;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int d = 0; d < n_index_descriptions; d++)
		for (int i = 0; index_descriptions[d](i, &rule); i++)
		{
			Datum		values[COLUMNS];
			bool		nulls[COLUMNS] = {false};

			values[MEASURE] = CStringGetTextDatum(rule.measure);
			values[RULE] = CStringGetTextDatum(rule.rule);
			values[VALUE] = CStringGetTextDatum(rule.value);
			values[SOURCE] = CStringGetTextDatum(rule.source);
			values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, rule.mark));
			tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		}
	return (Datum) 0;
}
