/* sarcopenia_pg.c: sarcopenia(), its range, and all definitions side by side. */
#include "sarcopenia/sarcopenia_pg.h"

#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

PG_FUNCTION_INFO_V1(exonc_sarcopenia);
PG_FUNCTION_INFO_V1(exonc_sarcopenia_range);
PG_FUNCTION_INFO_V1(exonc_sarcopenia_all);
PG_FUNCTION_INFO_V1(exonc_sarcopenia_array);

const char *const definition_labels[] = SARCOPENIA_DEFINITION_LABELS;
const char *const class_labels[] = SARCOPENIA_CLASS_LABELS;
const char *const sex_labels[] = SEX_LABELS;
const char *const modality_labels[] = MASS_MODALITY_LABELS;
const char *const component_labels[] = COMPONENT_LABELS;
const char *const comparison_labels[] = COMPARISON_LABELS;
const char *const mark_labels[] = EVIDENCE_MARK_LABELS;
static const char *const mass_criterion_labels[] = MASS_CRITERION_LABELS;
static const char *const strength_criterion_labels[] = STRENGTH_CRITERION_LABELS;
static const char *const status_labels[] = SARCOPENIA_STATUS_LABELS;

call_site *
get_call_site(FunctionCallInfo fcinfo, int first, Oid class_type)
{
	call_site  *site = fcinfo->flinfo->fn_extra;
	Oid		   *types;
	int			n_types;

	if (site != NULL)
		return site;
	site = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(call_site));
	get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
	site->first = first;
	if (first > ARG_DEFINITION)
		ENUM_MAP_FILL(site->definitions, types[ARG_DEFINITION], definition_labels);
	types += first;
	ENUM_MAP_FILL(site->sexes, types[ARG_SEX], sex_labels);
	ENUM_MAP_FILL(site->modalities, types[ARG_MODALITY], modality_labels);
	ENUM_MAP_FILL(site->mass_criteria, types[ARG_MASS_CRITERION], mass_criterion_labels);
	ENUM_MAP_FILL(site->strength_criteria, types[ARG_STRENGTH_CRITERION],
				  strength_criterion_labels);
	if (OidIsValid(class_type))
		ENUM_MAP_FILL(site->classes, class_type, class_labels);
	fcinfo->flinfo->fn_extra = site;
	return site;
}

void
read_person(FunctionCallInfo fcinfo, const call_site *site, person *p)
{
	const NullableDatum *args = &fcinfo->args[site->first];

	p->measured = 0;
	for (int m = 0; m < N_ARGUMENTS; m++)
	{
		const NullableDatum *arg = &args[ARG_FIRST_MEASUREMENT + m];

		p->value[m] = 0;
		if (arg->isnull)
			continue;
		p->value[m] = DatumGetFloat8(arg->value);
		p->measured |= 1u << m;
	}
	for (int m = N_ARGUMENTS; m < N_MEASUREMENTS; m++)
		p->value[m] = 0;
	p->sex = args[ARG_SEX].isnull
		? UNKNOWN
		: enum_map_code(&site->sexes, DatumGetObjectId(args[ARG_SEX].value));
	p->modality = args[ARG_MODALITY].isnull
		? UNKNOWN
		: enum_map_code(&site->modalities, DatumGetObjectId(args[ARG_MODALITY].value));
	p->unable = args[ARG_UNABLE].isnull ? 0 : DatumGetUInt32(args[ARG_UNABLE].value);
}

void
get_person(FunctionCallInfo fcinfo, const call_site *site, person *p)
{
	status		st;

	read_person(fcinfo, site, p);
	if (!prepare_person(p, &st))
		exonc_raise(&st);
}

classification_options
get_options(FunctionCallInfo fcinfo, const call_site *site)
{
	const NullableDatum *args = &fcinfo->args[site->first];
	classification_options options = {MASS_ANY, STRENGTH_ANY, false};

	if (!args[ARG_MASS_CRITERION].isnull)
		options.mass = enum_map_code(&site->mass_criteria,
									 DatumGetObjectId(args[ARG_MASS_CRITERION].value));
	if (!args[ARG_STRENGTH_CRITERION].isnull)
		options.strength = enum_map_code(&site->strength_criteria,
										 DatumGetObjectId(args[ARG_STRENGTH_CRITERION].value));
	if (!args[ARG_STRICT].isnull)
		options.strict = DatumGetBool(args[ARG_STRICT].value);
	return options;
}

definition_tables *
get_tables(FunctionCallInfo fcinfo, call_site *site, definition_code code)
{
	const NullableDatum *cutoffs = &fcinfo->args[site->first + ARG_CUTOFFS];

	if (cutoffs->isnull)
		return tables_of(code);
	return tables_with_cutoffs(site, fcinfo->flinfo->fn_mcxt, code, cutoffs->value);
}

static void
classify_arguments(FunctionCallInfo fcinfo, call_site *site, classification *result)
{
	definition_code code = enum_map_code(&site->definitions, PG_GETARG_OID(ARG_DEFINITION));
	definition_tables *tables = get_tables(fcinfo, site, code);
	classification_options options = get_options(fcinfo, site);
	person		p;
	status		st;

	get_person(fcinfo, site, &p);
	if (!check_options(tables->definition, &options, &st))
		exonc_raise(&st);
	classify(tables, &p, &options, result);
}

/* sarcopenia(definition, ...) returns sarcopenia_class */
Datum
exonc_sarcopenia(PG_FUNCTION_ARGS)
{
	call_site  *site = fcinfo->flinfo->fn_extra;
	classification result;
	int			class;

	if (PG_ARGISNULL(ARG_DEFINITION))
		PG_RETURN_NULL();
	if (site == NULL)
		site = get_call_site(fcinfo, AFTER_DEFINITION, get_func_rettype(fcinfo->flinfo->fn_oid));
	classify_arguments(fcinfo, site, &result);
	class = established_class(&result);
	if (class == UNKNOWN)
		PG_RETURN_NULL();
	PG_RETURN_OID(enum_map_oid(&site->classes, class));
}

/* sarcopenia_range(definition, ..., OUT mildest, OUT severest) */
Datum
exonc_sarcopenia_range(PG_FUNCTION_ARGS)
{
	TupleDesc	columns;
	classification result;
	Datum		values[2] = {0, 0};
	bool		nulls[2] = {true, true};

	columns = exonc_row_type(fcinfo);
	if (!PG_ARGISNULL(ARG_DEFINITION))
	{
		call_site  *site =
			get_call_site(fcinfo, AFTER_DEFINITION, TupleDescAttr(columns, 0)->atttypid);

		classify_arguments(fcinfo, site, &result);
		if (has_range(&result))
		{
			values[0] = ObjectIdGetDatum(enum_map_oid(&site->classes, result.range.mildest));
			values[1] = ObjectIdGetDatum(enum_map_oid(&site->classes, result.range.severest));
			nulls[0] = nulls[1] = false;
		}
	}
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(columns, values, nulls)));
}

/* Why a class is not final, or not there; NULL if it is final. */
static Datum
reason_text(const definition_tables *tables, const classification *result, bool *isnull)
{
	static const char *const open_texts[1 << N_COMPONENTS] = {
		"not known", "strength is not known", "mass is not known",
		"strength and mass are not known", "performance is not known",
		"strength and performance are not known", "mass and performance are not known",
		"strength, mass and performance are not known"};

	*isnull = false;
	switch (result->applies)
	{
		case CONCEPT_ONLY:
			return CStringGetTextDatum("no cut-offs are published");
		case TOO_YOUNG:
			return PointerGetDatum(
				cstring_to_text(psprintf("the age is below %d", tables->definition->age_bands[0])));
		case APPLIES_IF_OLD_ENOUGH:
			return CStringGetTextDatum("age is not known");
		case APPLIES:
			break;
	}
	*isnull = result->range.mildest == result->range.severest;
	return *isnull ? (Datum) 0 : CStringGetTextDatum(open_texts[open_components(result)]);
}

/* sarcopenia_all(...): one row a definition */
Datum
exonc_sarcopenia_all(PG_FUNCTION_ARGS)
{
	enum
	{
		DEFINITION,
		CLASS,
		MILDEST,
		SEVEREST,
		STATUS,
		REASON,
		COLUMNS
	};
	typedef struct all_site
	{
		call_site	site; /* first, so that it is the call_site of this call */
		enum_map	definitions;
		enum_map	statuses;
	} all_site;
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	all_site   *all = fcinfo->flinfo->fn_extra;
	classification_options options;
	person		p;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	if (all == NULL)
	{
		call_site  *site =
			get_call_site(fcinfo, 0, TupleDescAttr(rsinfo->setDesc, CLASS)->atttypid);

		all = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(all_site));
		all->site = *site;
		ENUM_MAP_FILL_COLUMN(all->definitions, rsinfo->setDesc, DEFINITION, definition_labels);
		ENUM_MAP_FILL_COLUMN(all->statuses, rsinfo->setDesc, STATUS, status_labels);
		fcinfo->flinfo->fn_extra = all;
	}
	options = get_options(fcinfo, &all->site);
	get_person(fcinfo, &all->site, &p);

	for (int d = 0; d < N_DEFINITIONS; d++)
	{
		definition_tables *tables = get_tables(fcinfo, &all->site, d);
		classification result;
		Datum		values[COLUMNS] = {0};
		bool		nulls[COLUMNS] = {false, true, true, true, false, false};
		status		st;
		int			code = STATUS_NOT_APPLICABLE;

		values[DEFINITION] = ObjectIdGetDatum(enum_map_oid(&all->definitions, d));
		if (tables->definition->n_cutoffs > 0 && !check_options(tables->definition, &options, &st))
			values[REASON] = CStringGetTextDatum(st.message);
		else
		{
			int			class;

			classify(tables, &p, &options, &result);
			code = status_of(&result);
			values[REASON] = reason_text(tables, &result, &nulls[REASON]);
			if (has_range(&result))
			{
				class = established_class(&result);
				nulls[CLASS] = class == UNKNOWN;
				if (class != UNKNOWN)
					values[CLASS] = ObjectIdGetDatum(enum_map_oid(&all->site.classes, class));
				nulls[MILDEST] = nulls[SEVEREST] = false;
				values[MILDEST] =
					ObjectIdGetDatum(enum_map_oid(&all->site.classes, result.range.mildest));
				values[SEVEREST] =
					ObjectIdGetDatum(enum_map_oid(&all->site.classes, result.range.severest));
			}
		}
		values[STATUS] = ObjectIdGetDatum(enum_map_oid(&all->statuses, code));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* sarcopenia_array(...): the classes under all definitions, in the order of their enum */
Datum
exonc_sarcopenia_array(PG_FUNCTION_ARGS)
{
	call_site  *site = fcinfo->flinfo->fn_extra;
	classification_options options;
	Datum		values[N_DEFINITIONS];
	bool		nulls[N_DEFINITIONS];
	int			size = N_DEFINITIONS;
	int			first = 1;
	person		p;

	if (site == NULL)
	{
		Oid			element = get_element_type(get_func_rettype(fcinfo->flinfo->fn_oid));

		site = get_call_site(fcinfo, 0, element);
		site->class_type = element;
	}
	options = get_options(fcinfo, site);
	get_person(fcinfo, site, &p);
	for (int d = 0; d < N_DEFINITIONS; d++)
	{
		definition_tables *tables = get_tables(fcinfo, site, d);
		classification result;
		status		st;
		int			class = UNKNOWN;

		if (check_options(tables->definition, &options, &st))
		{
			classify(tables, &p, &options, &result);
			class = established_class(&result);
		}
		nulls[d] = class == UNKNOWN;
		values[d] = nulls[d] ? (Datum) 0 : ObjectIdGetDatum(enum_map_oid(&site->classes, class));
	}
	PG_RETURN_ARRAYTYPE_P(construct_md_array(values, nulls, 1, &size, &first, site->class_type,
											 sizeof(Oid), true, TYPALIGN_INT));
}
