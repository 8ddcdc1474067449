/* evidence_pg.c: sarcopenia_evidence(), one row a cut-off that could apply. */
#include "sarcopenia/sarcopenia_pg.h"

#include "sarcopenia/listing_pg.h"

#include "lib/stringinfo.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_sarcopenia_evidence);

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

static Datum
class_or_null(const enum_map *classes, int class, bool *isnull)
{
	*isnull = class == UNKNOWN;
	return class == UNKNOWN ? (Datum) 0 : ObjectIdGetDatum(enum_map_oid(classes, class));
}

/* Where a cut-off comes from: the paper, or the caller instead of the paper. */
static Datum
source_text(const sarcopenia_definition *definition, const cutoff *row)
{
	if (row == NULL || row->published == NULL)
		return CStringGetTextDatum(definition->source);
	return PointerGetDatum(cstring_to_text(
		psprintf("the caller's cutoffs, in place of %g of %s", row->published->value,
				 definition->source)));
}

/* sarcopenia_evidence(definition, ...) */
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
		CLASS_IF_LOW,
		CLASS_IF_NORMAL,
		PROTOCOL,
		SEX,
		MODALITY,
		AGE_FROM,
		AGE_TO,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	call_site  *site;
	definition_tables *tables;
	classification_options options;
	evidence	lines[MAX_CUTOFFS];
	person		p;
	enum_map	marks;
	status		st;
	int			n;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(ARG_DEFINITION))
		return (Datum) 0;
	site = get_call_site(fcinfo, AFTER_DEFINITION,
						 TupleDescAttr(rsinfo->setDesc, CLASS_IF_LOW)->atttypid);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	tables = get_tables(fcinfo, site,
						enum_map_code(&site->definitions, PG_GETARG_OID(ARG_DEFINITION)));
	options = get_options(fcinfo, site);
	get_person(fcinfo, site, &p);
	if (!check_options(tables->definition, &options, &st))
		exonc_raise(&st);
	n = gather_evidence(tables, &p, &options, lines);

	for (int i = 0; i < n; i++)
	{
		const evidence *line = &lines[i];
		const cutoff *row = line->cutoff;
		Datum		values[COLUMNS] = {0};
		bool		nulls[COLUMNS] = {false};

		values[COMPONENT] = CStringGetTextDatum(component_labels[line->component]);
		values[COMPONENT_LOW] = low_or_null(line->component_finding, &nulls[COMPONENT_LOW]);
		values[CRITERION] = CStringGetTextDatum(line->criterion->name);
		values[VALUE] = Float8GetDatum(line->value);
		nulls[VALUE] = !line->measured;
		values[UNIT] = CStringGetTextDatum(line->criterion->unit);
		values[IS_LOW] = low_or_null(line->finding, &nulls[IS_LOW]);
		values[NOTE] = text_or_null(line->note, &nulls[NOTE]);
		values[CLASS_IF_LOW] =
			class_or_null(&site->classes, line->class_if_low, &nulls[CLASS_IF_LOW]);
		values[CLASS_IF_NORMAL] =
			class_or_null(&site->classes, line->class_if_normal, &nulls[CLASS_IF_NORMAL]);
		values[SOURCE] = source_text(tables->definition, row);
		if (row == NULL)
			nulls[OPERATOR] = nulls[CUTOFF] = nulls[PROTOCOL] = nulls[SEX] = nulls[MODALITY] =
				nulls[AGE_FROM] = nulls[AGE_TO] = nulls[MARK] = true;
		else
		{
			values[OPERATOR] = CStringGetTextDatum(comparison_labels[row->operator]);
			values[CUTOFF] = Float8GetDatum(row->value);
			values[PROTOCOL] = text_or_null(row->protocol, &nulls[PROTOCOL]);
			nulls[SEX] = row->sexes == BOTH;
			values[SEX] =
				ObjectIdGetDatum(enum_map_oid(&site->sexes, row->sexes == MEN ? MALE : FEMALE));
			values[MODALITY] = modalities_text(row->modalities, &nulls[MODALITY]);
			values[AGE_FROM] = age_or_null(row->ages.from, &nulls[AGE_FROM]);
			values[AGE_TO] = age_or_null(row->ages.to, &nulls[AGE_TO]);
			nulls[MARK] = row->published != NULL;
			values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, row->mark));
		}
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
