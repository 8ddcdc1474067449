/* re_aim_pg.c: the rates of RE-AIM as rows. */
#include "exonc.h"

#include "adherence/feasibility.h"
#include "adherence/re_aim.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_re_aim);

#define CONFIDENCE 0.95

static const char *const dimension_labels[] = RE_AIM_DIMENSION_LABELS;
static const char *const marks[] = EVIDENCE_MARK_LABELS;

/* re_aim(eligible, ..., sites_still_delivering, months_since_contact): one row a rate */
Datum
exonc_re_aim(PG_FUNCTION_ARGS)
{
	enum
	{
		DIMENSION,
		MEASURE,
		VALUE,
		NUMERATOR,
		NUMERATOR_IS,
		DENOMINATOR,
		DENOMINATOR_IS,
		LOWER,
		UPPER,
		REASON,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	re_aim_counts counts = {.contact_known = !PG_ARGISNULL(N_RE_AIM_COUNTS)};
	enum_map	dimensions;
	enum_map	mark_map;
	status		st = {0};

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(dimensions, rsinfo->setDesc, DIMENSION, dimension_labels);
	ENUM_MAP_FILL_COLUMN(mark_map, rsinfo->setDesc, MARK, marks);
	for (int c = 0; c < N_RE_AIM_COUNTS; c++)
	{
		counts.count[c] = PG_ARGISNULL(c) ? NOT_COUNTED_YET : PG_GETARG_INT64(c);
		if (!PG_ARGISNULL(c) && counts.count[c] == NOT_COUNTED_YET)
			counts.count[c] = NOT_COUNTED_YET - 1; /* from SQL only NULL means that */
	}
	if (counts.contact_known)
		counts.months_since_contact = PG_GETARG_FLOAT8(N_RE_AIM_COUNTS);
	if (!check_re_aim(&counts, &st))
		exonc_raise(&st);
	for (int i = 0; i < re_aim_rates(); i++)
	{
		re_aim_rate rate = re_aim_rate_of(&counts, i);
		interval	wilson = {0, 0};
		Datum		values[COLUMNS] = {0};
		bool		nulls[COLUMNS] = {false};

		if (rate.known && !wilson_interval(rate.numerator, rate.denominator, CONFIDENCE, &wilson, &st))
			exonc_raise(&st);
		values[DIMENSION] = ObjectIdGetDatum(enum_map_oid(&dimensions, rate.dimension));
		values[MEASURE] = CStringGetTextDatum(rate.measure);
		values[VALUE] = Float8GetDatum(rate.known ? (double) rate.numerator / (double) rate.denominator : 0);
		values[NUMERATOR] = Int64GetDatum(rate.numerator);
		values[NUMERATOR_IS] = CStringGetTextDatum(rate.numerator_is);
		values[DENOMINATOR] = Int64GetDatum(rate.denominator);
		values[DENOMINATOR_IS] = CStringGetTextDatum(rate.denominator_is);
		values[LOWER] = Float8GetDatum(wilson.lower);
		values[UPPER] = Float8GetDatum(wilson.upper);
		values[REASON] = text_or_null(rate.reason, &nulls[REASON]);
		values[SOURCE] = CStringGetTextDatum(rate.source);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&mark_map, rate.mark));
		nulls[VALUE] = nulls[LOWER] = nulls[UPPER] = !rate.known;
		nulls[NUMERATOR] = rate.numerator == NOT_COUNTED_YET;
		nulls[DENOMINATOR] = rate.denominator == NOT_COUNTED_YET;
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
