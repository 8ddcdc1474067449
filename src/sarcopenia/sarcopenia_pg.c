/* sarcopenia_pg.c: sarcopenia(), its range, its evidence, and the cut-offs as rows. */
#include "exonc.h"

#include "sarcopenia/classification.h"

#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

PG_FUNCTION_INFO_V1(exonc_sarcopenia);
PG_FUNCTION_INFO_V1(exonc_sarcopenia_range);
PG_FUNCTION_INFO_V1(exonc_sarcopenia_evidence);
PG_FUNCTION_INFO_V1(exonc_sarcopenia_cutoffs);

static const char *const definition_labels[] = SARCOPENIA_DEFINITION_LABELS;
static const char *const class_labels[] = SARCOPENIA_CLASS_LABELS;
static const char *const sex_labels[] = SEX_LABELS;
static const char *const modality_labels[] = MASS_MODALITY_LABELS;
static const char *const mass_criterion_labels[] = MASS_CRITERION_LABELS;
static const char *const component_labels[] = COMPONENT_LABELS;
static const char *const comparison_labels[] = COMPARISON_LABELS;
static const char *const mark_labels[] = EVIDENCE_MARK_LABELS;

/* The arguments that the three functions share (measurements.sql.in). */
enum
{
	ARG_DEFINITION,
	ARG_SEX,
	ARG_FIRST_MEASUREMENT, /* in the order of the C enum measurement */
	ARG_MODALITY = ARG_FIRST_MEASUREMENT + N_MEASUREMENTS,
	ARG_UNABLE,
	ARG_MASS_CRITERION,
	ARG_STRICT
};

/* The enums of one call site, looked up once. */
typedef struct call_enums
{
	enum_map	definitions;
	enum_map	sexes;
	enum_map	modalities;
	enum_map	mass_criteria;
	enum_map	classes;
} call_enums;

/* class_type: of the result; InvalidOid if the function returns none. */
static call_enums *
get_call_enums(FunctionCallInfo fcinfo, Oid class_type)
{
	call_enums *enums = fcinfo->flinfo->fn_extra;
	Oid		   *types;
	int			n_types;

	if (enums != NULL)
		return enums;
	enums = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(call_enums));
	get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
	ENUM_MAP_FILL(enums->definitions, types[ARG_DEFINITION], definition_labels);
	ENUM_MAP_FILL(enums->sexes, types[ARG_SEX], sex_labels);
	ENUM_MAP_FILL(enums->modalities, types[ARG_MODALITY], modality_labels);
	ENUM_MAP_FILL(enums->mass_criteria, types[ARG_MASS_CRITERION], mass_criterion_labels);
	if (OidIsValid(class_type))
		ENUM_MAP_FILL(enums->classes, class_type, class_labels);
	fcinfo->flinfo->fn_extra = enums;
	return enums;
}

/* The person in the arguments, checked. */
static void
get_person(FunctionCallInfo fcinfo, const call_enums *enums, person *p)
{
	status		st;

	p->measured = 0;
	for (int m = 0; m < N_MEASUREMENTS; m++)
	{
		int			arg = ARG_FIRST_MEASUREMENT + m;

		p->value[m] = 0;
		if (PG_ARGISNULL(arg))
			continue;
		p->value[m] = PG_GETARG_FLOAT8(arg);
		p->measured |= 1u << m;
	}
	p->sex = PG_ARGISNULL(ARG_SEX) ? UNKNOWN
								   : enum_map_code(&enums->sexes, PG_GETARG_OID(ARG_SEX));
	p->modality = PG_ARGISNULL(ARG_MODALITY)
		? UNKNOWN
		: enum_map_code(&enums->modalities, PG_GETARG_OID(ARG_MODALITY));
	p->unable = PG_ARGISNULL(ARG_UNABLE) ? 0 : PG_GETARG_UINT32(ARG_UNABLE);

	if (!prepare_person(p, &st))
		exonc_raise(&st);
}

/* A NULL choice means the default, so that a caller can pass its own parameter through. */
static classification_options
get_options(FunctionCallInfo fcinfo, const call_enums *enums)
{
	classification_options options = {MASS_ANY, false};

	if (!PG_ARGISNULL(ARG_MASS_CRITERION))
		options.mass = enum_map_code(&enums->mass_criteria, PG_GETARG_OID(ARG_MASS_CRITERION));
	if (!PG_ARGISNULL(ARG_STRICT))
		options.strict = PG_GETARG_BOOL(ARG_STRICT);
	return options;
}

static definition_code
get_definition(FunctionCallInfo fcinfo, const call_enums *enums)
{
	return enum_map_code(&enums->definitions, PG_GETARG_OID(ARG_DEFINITION));
}

static class_range
get_range(FunctionCallInfo fcinfo, const call_enums *enums)
{
	classification_options options = get_options(fcinfo, enums);
	person		p;
	class_range range;
	status		st;

	get_person(fcinfo, enums, &p);
	if (!classify(get_definition(fcinfo, enums), &p, &options, &range, &st))
		exonc_raise(&st);
	return range;
}

/* sarcopenia(definition, ...) returns sarcopenia_class */
Datum
exonc_sarcopenia(PG_FUNCTION_ARGS)
{
	call_enums *enums;
	class_range range;
	int			class;

	if (PG_ARGISNULL(ARG_DEFINITION))
		PG_RETURN_NULL();
	enums = fcinfo->flinfo->fn_extra;
	if (enums == NULL)
		enums = get_call_enums(fcinfo, get_func_rettype(fcinfo->flinfo->fn_oid));
	range = get_range(fcinfo, enums);
	class = established_class(&range);
	if (class == UNKNOWN)
		PG_RETURN_NULL();
	PG_RETURN_OID(enum_map_oid(&enums->classes, class));
}

/* sarcopenia_range(definition, ..., OUT mildest, OUT severest) */
Datum
exonc_sarcopenia_range(PG_FUNCTION_ARGS)
{
	TupleDesc	columns;
	call_enums *enums;
	class_range range;
	Datum		values[2] = {0, 0};
	bool		nulls[2] = {true, true};

	if (get_call_result_type(fcinfo, NULL, &columns) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	columns = BlessTupleDesc(columns);
	if (!PG_ARGISNULL(ARG_DEFINITION))
	{
		enums = get_call_enums(fcinfo, TupleDescAttr(columns, 0)->atttypid);
		range = get_range(fcinfo, enums);
		values[0] = ObjectIdGetDatum(enum_map_oid(&enums->classes, range.mildest));
		values[1] = ObjectIdGetDatum(enum_map_oid(&enums->classes, range.severest));
		nulls[0] = nulls[1] = false;
	}
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(columns, values, nulls)));
}

/* "DXA or BIA"; NULL where the modality does not matter. */
static Datum
modalities_text(unsigned modalities, bool *isnull)
{
	StringInfoData text;

	*isnull = modalities == NO_MODALITY;
	if (*isnull)
		return (Datum) 0;
	initStringInfo(&text);
	for (int m = 0; m < N_MODALITIES; m++)
		if (modalities & (1u << m))
			appendStringInfo(&text, "%s%s", text.len > 0 ? " or " : "", modality_labels[m]);
	return PointerGetDatum(cstring_to_text_with_len(text.data, text.len));
}

static Datum
low_or_null(int found, bool *isnull)
{
	*isnull = found == UNKNOWN;
	return BoolGetDatum(found == LOW);
}

/* sarcopenia_evidence(definition, ...): one row a cut-off that could apply */
Datum
exonc_sarcopenia_evidence(PG_FUNCTION_ARGS)
{
	enum
	{
		COMPONENT,
		COMPONENT_LOW,
		CRITERION,
		VALUE,
		OPERATOR,
		CUTOFF,
		UNIT,
		IS_LOW,
		NOTE,
		PROTOCOL,
		SEX,
		MODALITY,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	call_enums *enums;
	definition_code definition;
	classification_options options;
	evidence	lines[MAX_CUTOFFS];
	person		p;
	enum_map	marks;
	status		st;
	int			n;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(ARG_DEFINITION))
		return (Datum) 0;
	enums = get_call_enums(fcinfo, InvalidOid);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	definition = get_definition(fcinfo, enums);
	options = get_options(fcinfo, enums);
	get_person(fcinfo, enums, &p);
	if (!check_options(definition, &options, &st))
		exonc_raise(&st);
	n = gather_evidence(definition, &p, &options, lines);

	for (int i = 0; i < n; i++)
	{
		const evidence *line = &lines[i];
		const cutoff *row = line->cutoff;
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[COMPONENT] = CStringGetTextDatum(component_labels[line->component]);
		values[COMPONENT_LOW] = low_or_null(line->component_finding, &nulls[COMPONENT_LOW]);
		values[CRITERION] = CStringGetTextDatum(line->criterion->name);
		values[VALUE] = Float8GetDatum(line->value);
		nulls[VALUE] = !line->measured;
		values[UNIT] = CStringGetTextDatum(line->criterion->unit);
		values[IS_LOW] = low_or_null(line->finding, &nulls[IS_LOW]);
		values[NOTE] = text_or_null(line->note, &nulls[NOTE]);
		values[SOURCE] = CStringGetTextDatum(definition_at(definition)->source);
		if (row == NULL)
			nulls[OPERATOR] = nulls[CUTOFF] = nulls[PROTOCOL] = nulls[SEX] = nulls[MODALITY] =
				nulls[MARK] = true;
		else
		{
			values[OPERATOR] = CStringGetTextDatum(comparison_labels[row->operator]);
			values[CUTOFF] = Float8GetDatum(row->value);
			values[PROTOCOL] = text_or_null(row->protocol, &nulls[PROTOCOL]);
			nulls[SEX] = row->sexes == BOTH;
			values[SEX] = ObjectIdGetDatum(
				enum_map_oid(&enums->sexes, row->sexes == MEN ? MALE : FEMALE));
			values[MODALITY] = modalities_text(row->modalities, &nulls[MODALITY]);
			values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, row->mark));
		}
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* sarcopenia_cutoffs(): one row a cut-off and modality */
Datum
exonc_sarcopenia_cutoffs(PG_FUNCTION_ARGS)
{
	enum
	{
		DEFINITION,
		COMPONENT,
		CRITERION,
		PROTOCOL,
		MODALITY,
		SEX,
		OPERATOR,
		CUTOFF,
		UNIT,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	definitions;
	enum_map	modalities;
	enum_map	sexes;
	enum_map	marks;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(definitions, rsinfo->setDesc, DEFINITION, definition_labels);
	ENUM_MAP_FILL_COLUMN(modalities, rsinfo->setDesc, MODALITY, modality_labels);
	ENUM_MAP_FILL_COLUMN(sexes, rsinfo->setDesc, SEX, sex_labels);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);

	for (int d = 0; d < N_DEFINITIONS; d++)
		for (int i = 0; i < definition_at(d)->n_cutoffs; i++)
		{
			const cutoff *row = &definition_at(d)->cutoffs[i];
			Datum		values[COLUMNS];
			bool		nulls[COLUMNS] = {false};

			values[DEFINITION] = ObjectIdGetDatum(enum_map_oid(&definitions, d));
			values[COMPONENT] = CStringGetTextDatum(component_labels[row->component]);
			values[CRITERION] = CStringGetTextDatum(row->criterion->name);
			values[PROTOCOL] = text_or_null(row->protocol, &nulls[PROTOCOL]);
			nulls[SEX] = row->sexes == BOTH;
			values[SEX] =
				ObjectIdGetDatum(enum_map_oid(&sexes, row->sexes == MEN ? MALE : FEMALE));
			values[OPERATOR] = CStringGetTextDatum(comparison_labels[row->operator]);
			values[CUTOFF] = Float8GetDatum(row->value);
			values[UNIT] = CStringGetTextDatum(row->criterion->unit);
			values[SOURCE] = CStringGetTextDatum(definition_at(d)->source);
			values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, row->mark));

			/* One row, or one for each modality if that matters. */
			for (int m = 0; m < N_MODALITIES; m++)
			{
				if (!(row->modalities & (1u << m)))
					continue;
				nulls[MODALITY] = row->modalities == NO_MODALITY;
				values[MODALITY] = ObjectIdGetDatum(enum_map_oid(&modalities, m));
				tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
				if (nulls[MODALITY])
					break;
			}
		}
	return (Datum) 0;
}
