/* toxicity_grade_pg.c: ctcae_grade() and the grades behind it. */
#include "exonc.h"

#include <math.h>

#include "common/decimal.h"
#include "common/person.h"
#include "prescription/toxicity_grade.h"

#include "utils/builtins.h"
#include "utils/lsyscache.h"

PG_FUNCTION_INFO_V1(exonc_ctcae_grade);
PG_FUNCTION_INFO_V1(exonc_ctcae_grades);

static const char *const version_labels[] = CTCAE_VERSION_LABELS;
static const char *const term_labels[] = CTCAE_TERM_LABELS;
static const char *const mark_labels[] = EVIDENCE_MARK_LABELS;

enum
{
	ARG_TERM,
	ARG_VALUE,
	ARG_VERSION,
	ARG_NORMAL_LIMIT,
	ARG_HOURS
};

typedef struct argument_maps
{
	enum_map	terms;
	enum_map	versions;
} argument_maps;

static const argument_maps *
get_maps(FunctionCallInfo fcinfo)
{
	argument_maps *maps = fcinfo->flinfo->fn_extra;

	if (maps == NULL)
	{
		Oid		   *types;
		int			n_types;

		maps = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(argument_maps));
		get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
		ENUM_MAP_FILL(maps->terms, types[ARG_TERM], term_labels);
		ENUM_MAP_FILL(maps->versions, types[ARG_VERSION], version_labels);
		fcinfo->flinfo->fn_extra = maps;
	}
	return maps;
}

/* NAN if it is NULL. */
static double
get_real(FunctionCallInfo fcinfo, int arg, const char *name)
{
	if (PG_ARGISNULL(arg))
		return NAN;
	if (isnan(PG_GETARG_FLOAT8(arg)))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("%s is NaN", name),
				 errhint("Pass NULL for what was not measured.")));
	return undo_real(PG_GETARG_FLOAT8(arg));
}

/* ctcae_grade(term, value, version, normal_limit, hours) returns integer */
Datum
exonc_ctcae_grade(PG_FUNCTION_ARGS)
{
	const argument_maps *maps;
	graded_value of;
	status		st;
	int			grade;

	if (PG_ARGISNULL(ARG_TERM) || PG_ARGISNULL(ARG_VALUE) || PG_ARGISNULL(ARG_VERSION))
		PG_RETURN_NULL();
	maps = get_maps(fcinfo);
	of.value = get_real(fcinfo, ARG_VALUE, "value");
	of.normal_limit = get_real(fcinfo, ARG_NORMAL_LIMIT, "normal_limit");
	of.hours = get_real(fcinfo, ARG_HOURS, "hours");
	if (!grade_toxicity(enum_map_code(&maps->versions, PG_GETARG_OID(ARG_VERSION)),
						enum_map_code(&maps->terms, PG_GETARG_OID(ARG_TERM)), &of, &grade, &st))
		exonc_raise(&st);
	if (grade == UNKNOWN)
		PG_RETURN_NULL();
	PG_RETURN_INT32(grade);
}

/* ctcae_grades(): one row a grade */
Datum
exonc_ctcae_grades(PG_FUNCTION_ARGS)
{
	enum
	{
		VERSION,
		TERM,
		GRADE,
		RULE,
		UNIT,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	versions;
	enum_map	terms;
	enum_map	marks;
	int			n;
	const grade_row *rows = grade_rows(&n);

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	ENUM_MAP_FILL_COLUMN(versions, rsinfo->setDesc, VERSION, version_labels);
	ENUM_MAP_FILL_COLUMN(terms, rsinfo->setDesc, TERM, term_labels);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int i = 0; i < n; i++)
	{
		char		rule[120];
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		grade_rule_text(&rows[i], rule, sizeof(rule));
		values[VERSION] = ObjectIdGetDatum(enum_map_oid(&versions, rows[i].version));
		values[TERM] = ObjectIdGetDatum(enum_map_oid(&terms, rows[i].term));
		values[GRADE] = Int32GetDatum(rows[i].grade);
		values[RULE] = CStringGetTextDatum(rule);
		values[UNIT] = text_or_null(ctcae_unit(rows[i].term), &nulls[UNIT]);
		values[SOURCE] = CStringGetTextDatum(rows[i].source);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, rows[i].mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
