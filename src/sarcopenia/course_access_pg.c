/* course_access_pg.c: what is read from a sarcopenia_course. */
#include "sarcopenia/course_pg.h"

#include "utils/lsyscache.h"

PG_FUNCTION_INFO_V1(exonc_course_days);
PG_FUNCTION_INFO_V1(exonc_class_on);
PG_FUNCTION_INFO_V1(exonc_first_class);
PG_FUNCTION_INFO_V1(exonc_last_class);
PG_FUNCTION_INFO_V1(exonc_worst_class);
PG_FUNCTION_INFO_V1(exonc_onset_day);
PG_FUNCTION_INFO_V1(exonc_recovery_day);
PG_FUNCTION_INFO_V1(exonc_trajectory);
PG_FUNCTION_INFO_V1(exonc_worsened);
PG_FUNCTION_INFO_V1(exonc_improved);

static const char *const class_names[] = SARCOPENIA_CLASS_LABELS;
static const char *const trajectory_names[] = SARCOPENIA_TRAJECTORY_LABELS;

/* The enum of a result or of an argument, looked up once for a call site. */
static enum_map *
keep_map(FunctionCallInfo fcinfo, Oid type, const char *const *labels, int n_labels)
{
	enum_map   *map = MemoryContextAlloc(fcinfo->flinfo->fn_mcxt, sizeof(enum_map));

	enum_map_fill(map, type, labels, n_labels);
	fcinfo->flinfo->fn_extra = map;
	return map;
}

static Datum
return_class(FunctionCallInfo fcinfo, int class)
{
	enum_map   *classes = fcinfo->flinfo->fn_extra;

	if (class == UNKNOWN)
		PG_RETURN_NULL();
	if (classes == NULL)
		classes = keep_map(fcinfo, get_func_rettype(fcinfo->flinfo->fn_oid), class_names,
						   lengthof(class_names));
	PG_RETURN_OID(enum_map_oid(classes, class));
}

/* The argument at_least. */
static sarcopenia_class
get_threshold(FunctionCallInfo fcinfo)
{
	return PG_GETARG_ENUM_CODE(1, class_names);
}

Datum
exonc_class_on(PG_FUNCTION_ARGS)
{
	course	   *c = GET_COURSE(0);
	int32		within = PG_GETARG_INT32(2);
	course_entry found;

	if (within < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("within is %d days", within),
				 errhint("Give the days that an assessment may be early or late, 0 or more.")));
	return return_class(fcinfo, known_near(c->entries, c->n, PG_GETARG_INT32(1), within, &found)
									? entry_class(&found)
									: UNKNOWN);
}

Datum
exonc_first_class(PG_FUNCTION_ARGS)
{
	course	   *c = GET_COURSE(0);
	course_entry found;

	return return_class(fcinfo, first_known(c->entries, c->n, &found) ? entry_class(&found) : UNKNOWN);
}

Datum
exonc_last_class(PG_FUNCTION_ARGS)
{
	course	   *c = GET_COURSE(0);
	course_entry found;

	return return_class(fcinfo, last_known(c->entries, c->n, &found) ? entry_class(&found) : UNKNOWN);
}

Datum
exonc_worst_class(PG_FUNCTION_ARGS)
{
	course	   *c = GET_COURSE(0);

	return return_class(fcinfo, worst_class(c->entries, c->n));
}

Datum
exonc_onset_day(PG_FUNCTION_ARGS)
{
	course	   *c = GET_COURSE(0);
	int32		day;

	if (!onset(c->entries, c->n, get_threshold(fcinfo), &day))
		PG_RETURN_NULL();
	PG_RETURN_INT32(day);
}

Datum
exonc_recovery_day(PG_FUNCTION_ARGS)
{
	course	   *c = GET_COURSE(0);
	int32		day;

	if (!recovery(c->entries, c->n, get_threshold(fcinfo), &day))
		PG_RETURN_NULL();
	PG_RETURN_INT32(day);
}

Datum
exonc_trajectory(PG_FUNCTION_ARGS)
{
	course	   *c = GET_COURSE(0);
	int			found = trajectory_of(c->entries, c->n, get_threshold(fcinfo));
	enum_map	results;

	if (found == UNKNOWN)
		PG_RETURN_NULL();
	ENUM_MAP_FILL(results, get_func_rettype(fcinfo->flinfo->fn_oid), trajectory_names);
	PG_RETURN_OID(enum_map_oid(&results, found));
}

static Datum
return_answer(FunctionCallInfo fcinfo, int answer)
{
	if (answer == UNKNOWN)
		PG_RETURN_NULL();
	PG_RETURN_BOOL(answer == 1);
}

Datum
exonc_worsened(PG_FUNCTION_ARGS)
{
	course	   *c = GET_COURSE(0);

	return return_answer(fcinfo, is_worse(c->entries, c->n));
}

Datum
exonc_improved(PG_FUNCTION_ARGS)
{
	course	   *c = GET_COURSE(0);

	return return_answer(fcinfo, is_better(c->entries, c->n));
}

/* course_days(course): one row an entry */
Datum
exonc_course_days(PG_FUNCTION_ARGS)
{
	course	   *c = GET_COURSE(0);
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	classes;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(classes, rsinfo->setDesc, 1, class_names);
	for (int i = 0; i < c->n; i++)
	{
		const course_entry *entry = &c->entries[i];
		int			class[3] = {entry_class(entry), entry->mildest, entry->severest};
		Datum		values[4] = {Int32GetDatum(entry->day)};
		bool		nulls[4] = {false};

		for (int j = 0; j < 3; j++)
		{
			nulls[j + 1] = class[j] == UNKNOWN;
			if (class[j] != UNKNOWN)
				values[j + 1] = ObjectIdGetDatum(enum_map_oid(&classes, class[j]));
		}
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
