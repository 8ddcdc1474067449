/*
 * interpretation_pg.c: band() and clinically_important(), and the rules of
 * interpretation as rows: bands(), thresholds(), minimal_important_differences().
 */
#include "assessment/interpretation/interpretation_pg.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_band);
PG_FUNCTION_INFO_V1(exonc_clinically_important);
PG_FUNCTION_INFO_V1(exonc_bands);
PG_FUNCTION_INFO_V1(exonc_thresholds);
PG_FUNCTION_INFO_V1(exonc_minimal_important_differences);

static const char *const mark_labels[] = EVIDENCE_MARK_LABELS;

static void
refuse_without_bands(const interpretation *of)
{
	nearest_name nearest;

	nearest_name_init(&nearest, of->code, (int) strlen(of->code));
	for (int i = 0; i < band_set_count(); i++)
		nearest_name_try(&nearest, band_set_at(i)->measure, band_set_at(i)->measure);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("measure \"%s\" has no bands", of->code),
			 errdetail("The measures with bands are listed by exonc.bands()."),
			 nearest_name_hint(&nearest)));
}

/* band(measure, score) returns text */
Datum
exonc_band(PG_FUNCTION_ARGS)
{
	const interpretation *of =
		get_interpretation(get_measure_cache(fcinfo), PG_GETARG_MEASURE(0), false);
	double		score = PG_GETARG_FLOAT8(1);
	const band *b;
	status		st;

	if (of->bands == NULL)
		refuse_without_bands(of);
	if (!check_value(of, "score", &score, &st))
		exonc_raise(&st);
	b = severity_band_of(of->bands, score, &st);
	if (b == NULL)
		exonc_raise(&st);
	PG_RETURN_TEXT_P(cstring_to_text(b->label));
}

/* clinically_important(measure, score) returns boolean */
Datum
exonc_clinically_important(PG_FUNCTION_ARGS)
{
	const interpretation *of =
		get_interpretation(get_measure_cache(fcinfo), PG_GETARG_MEASURE(0), false);
	double		score = PG_GETARG_FLOAT8(1);
	status		st;

	if (!check_value(of, "score", &score, &st))
		exonc_raise(&st);
	if (of->threshold == NULL)
		PG_RETURN_NULL();
	PG_RETURN_BOOL(is_important(of->threshold, score));
}

/*
 * The measure that a listing is asked for, in its first code; NULL: all. An
 * unknown one is an error, as it is where scores are interpreted.
 */
static const char *
wanted_measure(FunctionCallInfo fcinfo)
{
	if (PG_ARGISNULL(0))
		return NULL;
	return get_interpretation(get_measure_cache(fcinfo), PG_GETARG_MEASURE(0), false)->code;
}

static bool
is_wanted(const char *wanted, const char *measure)
{
	return wanted == NULL || strcmp(wanted, measure) == 0;
}

/* bands(measure): one row a band */
Datum
exonc_bands(PG_FUNCTION_ARGS)
{
	enum
	{
		MEASURE,
		FROM,
		TO,
		LABEL,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	const char *wanted = wanted_measure(fcinfo);
	enum_map	marks;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int s = 0; s < band_set_count(); s++)
		for (int i = 0; i < band_set_at(s)->n_bands; i++)
		{
			const band_set *set = band_set_at(s);
			const band *b = &set->bands[i];
			Datum		values[COLUMNS];
			bool		nulls[COLUMNS] = {false};

			if (!is_wanted(wanted, set->measure))
				continue;
			values[MEASURE] = CStringGetTextDatum(set->measure);
			values[FROM] = Float8GetDatum(b->from);
			values[TO] = Float8GetDatum(b->to);
			nulls[TO] = b->to == NO_END;
			values[LABEL] = CStringGetTextDatum(b->label);
			values[SOURCE] = CStringGetTextDatum(set->source);
			values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, b->mark));
			tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		}
	return (Datum) 0;
}

/* thresholds(measure): one row a threshold */
Datum
exonc_thresholds(PG_FUNCTION_ARGS)
{
	enum
	{
		MEASURE,
		OPERATOR,
		VALUE,
		MEANING,
		POPULATION,
		SOURCE,
		MARK,
		COLUMNS
	};
	static const char *const operator_labels[] = COMPARISON_LABELS;
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	const char *wanted = wanted_measure(fcinfo);
	enum_map	marks;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int i = 0; i < threshold_count(); i++)
	{
		const threshold *row = threshold_at(i);
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		if (!is_wanted(wanted, row->measure))
			continue;
		values[MEASURE] = CStringGetTextDatum(row->measure);
		values[OPERATOR] = CStringGetTextDatum(operator_labels[row->operator]);
		values[VALUE] = Float8GetDatum(row->value);
		values[MEANING] = CStringGetTextDatum(row->meaning);
		values[POPULATION] = text_or_null(row->population, &nulls[POPULATION]);
		values[SOURCE] = CStringGetTextDatum(row->source);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, row->mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* minimal_important_differences(measure): one row a difference */
Datum
exonc_minimal_important_differences(PG_FUNCTION_ARGS)
{
	enum
	{
		MEASURE,
		POPULATION,
		DIRECTION,
		KIND,
		MINIMAL,
		AMOUNT,
		LOW,
		HIGH,
		UNIT,
		METHOD,
		SOURCE,
		MARK,
		COLUMNS
	};
	static const char *const direction_labels[] = CHANGE_DIRECTION_LABELS;
	static const char *const kind_labels[] = DIFFERENCE_KIND_LABELS;
	static const char *const amount_labels[] = CHANGE_AMOUNT_LABELS;
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	const char *wanted = wanted_measure(fcinfo);
	enum_map	directions;
	enum_map	kinds;
	enum_map	amounts;
	enum_map	marks;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(directions, rsinfo->setDesc, DIRECTION, direction_labels);
	ENUM_MAP_FILL_COLUMN(kinds, rsinfo->setDesc, KIND, kind_labels);
	ENUM_MAP_FILL_COLUMN(amounts, rsinfo->setDesc, AMOUNT, amount_labels);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int i = 0; i < difference_count(); i++)
	{
		const important_difference *row = difference_at(i);
		Datum		values[COLUMNS] = {0};
		bool		nulls[COLUMNS] = {false};

		if (!is_wanted(wanted, row->measure))
			continue;
		values[MEASURE] = CStringGetTextDatum(row->measure);
		values[POPULATION] = text_or_null(row->population, &nulls[POPULATION]);
		values[DIRECTION] = ObjectIdGetDatum(enum_map_oid(&directions, row->direction));
		nulls[KIND] = row->kind == NOT_SAID;
		if (!nulls[KIND])
			values[KIND] = ObjectIdGetDatum(enum_map_oid(&kinds, row->kind));
		values[MINIMAL] = BoolGetDatum(row->minimal);
		values[AMOUNT] = ObjectIdGetDatum(enum_map_oid(&amounts, row->amount));
		values[LOW] = Float8GetDatum(row->low);
		values[HIGH] = Float8GetDatum(row->high);
		values[UNIT] = CStringGetTextDatum(difference_unit(row));
		values[METHOD] = text_or_null(row->method, &nulls[METHOD]);
		values[SOURCE] = CStringGetTextDatum(row->source);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, row->mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
