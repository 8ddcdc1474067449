/* performance_status_pg.c: conversions between ECOG and Karnofsky, by a map that the caller names. */
#include "assessment/assessment_pg.h"
#include "assessment/indices/performance_status.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_ecog_from_kps);
PG_FUNCTION_INFO_V1(exonc_ecog_range_from_kps);
PG_FUNCTION_INFO_V1(exonc_kps_range_from_ecog);
PG_FUNCTION_INFO_V1(exonc_ecog_kps_maps);

static const char *const map_labels[] = ECOG_KPS_MAP_LABELS;
static const char *const mark_labels[] = EVIDENCE_MARK_LABELS;

static const ecog_kps_row *
get_row_of_kps(FunctionCallInfo fcinfo)
{
	status		st;

	if (!kps_check(PG_GETARG_INT32(0), &st))
		exonc_raise(&st);
	return row_of_kps(PG_GETARG_ENUM_CODE(1, map_labels), PG_GETARG_INT32(0));
}

/* ecog_from_kps(kps, map) returns integer */
Datum
exonc_ecog_from_kps(PG_FUNCTION_ARGS)
{
	const ecog_kps_row *row = get_row_of_kps(fcinfo);

	if (row == NULL || row->ecog.lowest != row->ecog.highest)
		PG_RETURN_NULL();
	PG_RETURN_INT32(row->ecog.lowest);
}

/* ecog_range_from_kps(kps, map) returns int4range */
Datum
exonc_ecog_range_from_kps(PG_FUNCTION_ARGS)
{
	const ecog_kps_row *row = get_row_of_kps(fcinfo);

	if (row == NULL)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(whole_range_datum(row->ecog.lowest, row->ecog.highest));
}

/* kps_range_from_ecog(ecog, map) returns int4range */
Datum
exonc_kps_range_from_ecog(PG_FUNCTION_ARGS)
{
	const ecog_kps_row *row;
	status		st;

	if (!ecog_check(PG_GETARG_INT32(0), &st))
		exonc_raise(&st);
	row = row_of_ecog(PG_GETARG_ENUM_CODE(1, map_labels), PG_GETARG_INT32(0));
	if (row == NULL)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(whole_range_datum(row->kps.lowest, row->kps.highest));
}

/* ecog_kps_maps(): one row a line of a map */
Datum
exonc_ecog_kps_maps(PG_FUNCTION_ARGS)
{
	enum
	{
		MAP,
		ECOG_LOWEST,
		ECOG_HIGHEST,
		KPS_LOWEST,
		KPS_HIGHEST,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	maps;
	enum_map	marks;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(maps, rsinfo->setDesc, MAP, map_labels);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int i = 0; i < n_ecog_kps_rows; i++)
	{
		const ecog_kps_row *row = &ecog_kps_rows[i];
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[MAP] = ObjectIdGetDatum(enum_map_oid(&maps, row->map));
		values[ECOG_LOWEST] = Int32GetDatum(row->ecog.lowest);
		values[ECOG_HIGHEST] = Int32GetDatum(row->ecog.highest);
		values[KPS_LOWEST] = Int32GetDatum(row->kps.lowest);
		values[KPS_HIGHEST] = Int32GetDatum(row->kps.highest);
		values[SOURCE] = CStringGetTextDatum(ecog_kps_sources[row->map].text);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, ecog_kps_sources[row->map].mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
