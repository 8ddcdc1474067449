/* pro_ctcae_pg.c: PRO-CTCAE composite grades. */
#include "exonc.h"

#include "assessment/indices/pro_ctcae.h"
#include "common/person.h"

PG_FUNCTION_INFO_V1(exonc_pro_ctcae_grade);
PG_FUNCTION_INFO_V1(exonc_pro_ctcae_item_grade);
PG_FUNCTION_INFO_V1(exonc_pro_ctcae_items);

static const char *const attributes_labels[] = PRO_CTCAE_ATTRIBUTES_LABELS;

/* The arguments after the first, which the two functions share. */
enum
{
	ARG_FIRST_RATING = 1,
	ARG_SKIP_LOGIC = ARG_FIRST_RATING + N_ATTRIBUTES
};

static Datum
grade(FunctionCallInfo fcinfo, pro_ctcae_attributes asked)
{
	pro_ctcae_ratings ratings = {0};
	/* A NULL choice means the default. */
	bool		skip_logic = PG_ARGISNULL(ARG_SKIP_LOGIC) || PG_GETARG_BOOL(ARG_SKIP_LOGIC);
	int			found;
	status		st;

	for (int a = 0; a < N_ATTRIBUTES; a++)
		if (!PG_ARGISNULL(ARG_FIRST_RATING + a))
		{
			ratings.given[a] = true;
			ratings.value[a] = PG_GETARG_INT32(ARG_FIRST_RATING + a);
		}
	if (!pro_ctcae_grade(asked, &ratings, skip_logic, &found, &st))
		exonc_raise(&st);
	if (found == UNKNOWN)
		PG_RETURN_NULL();
	PG_RETURN_INT32(found);
}

/* pro_ctcae_grade(attributes, frequency, severity, interference, skip_logic) */
Datum
exonc_pro_ctcae_grade(PG_FUNCTION_ARGS)
{
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	return grade(fcinfo, PG_GETARG_ENUM_CODE(0, attributes_labels));
}

/* pro_ctcae_item_grade(item, frequency, severity, interference, skip_logic) */
Datum
exonc_pro_ctcae_item_grade(PG_FUNCTION_ARGS)
{
	int			asked;
	status		st;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (!pro_ctcae_item_attributes(PG_GETARG_INT32(0), &asked, &st))
		exonc_raise(&st);
	if (asked == UNKNOWN)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("PRO-CTCAE item %d has no composite grade", PG_GETARG_INT32(0)),
				 errdetail("It is answered by yes or no."),
				 errhint("pro_ctcae_items() lists the items; those without attributes have no grade.")));
	return grade(fcinfo, asked);
}

/* pro_ctcae_items(): one row an item */
Datum
exonc_pro_ctcae_items(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	map;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(map, rsinfo->setDesc, 1, attributes_labels);
	for (int item = 1; item <= N_PRO_CTCAE_ITEMS; item++)
	{
		int			asked;
		status		st;
		Datum		values[2];
		bool		nulls[2] = {false};

		if (!pro_ctcae_item_attributes(item, &asked, &st))
			exonc_raise(&st);
		values[0] = Int32GetDatum(item);
		nulls[1] = asked == UNKNOWN;
		values[1] = nulls[1] ? (Datum) 0 : ObjectIdGetDatum(enum_map_oid(&map, asked));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
