/* listing_pg.c: the definitions, their classes and their cut-offs as rows. */
#include "sarcopenia/listing_pg.h"

#include "sarcopenia/sarcopenia_pg.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_sarcopenia_cutoffs);
PG_FUNCTION_INFO_V1(exonc_sarcopenia_classes);
PG_FUNCTION_INFO_V1(exonc_sarcopenia_definitions);

Datum
age_or_null(int age, bool *isnull)
{
	*isnull = age == 0;
	return Int32GetDatum(age);
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
		MEASUREMENT,
		PROTOCOL,
		MODALITY,
		SEX,
		AGE_FROM,
		AGE_TO,
		OPERATOR,
		CUTOFF,
		UNIT,
		IS_ALTERNATE,
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
			values[MEASUREMENT] = CStringGetTextDatum(measurement_name(row->criterion->measured));
			values[PROTOCOL] = text_or_null(row->protocol, &nulls[PROTOCOL]);
			nulls[SEX] = row->sexes == BOTH;
			values[SEX] =
				ObjectIdGetDatum(enum_map_oid(&sexes, row->sexes == MEN ? MALE : FEMALE));
			values[AGE_FROM] = age_or_null(row->ages.from, &nulls[AGE_FROM]);
			values[AGE_TO] = age_or_null(row->ages.to, &nulls[AGE_TO]);
			values[OPERATOR] = CStringGetTextDatum(comparison_labels[row->operator]);
			values[CUTOFF] = Float8GetDatum(row->value);
			values[UNIT] = CStringGetTextDatum(row->criterion->unit);
			values[IS_ALTERNATE] = BoolGetDatum(row->alternate);
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

static Datum
finding_datum(finding wanted, bool *isnull)
{
	*isnull = wanted == ANY;
	return BoolGetDatum(wanted == LOW);
}

/* sarcopenia_classes(): one row a line of the rules of each definition */
Datum
exonc_sarcopenia_classes(PG_FUNCTION_ARGS)
{
	enum
	{
		DEFINITION,
		LINE,
		STRENGTH_LOW,
		MASS_LOW,
		PERFORMANCE_LOW,
		CLASS,
		NAME,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	definitions;
	enum_map	classes;
	enum_map	marks;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(definitions, rsinfo->setDesc, DEFINITION, definition_labels);
	ENUM_MAP_FILL_COLUMN(classes, rsinfo->setDesc, CLASS, class_labels);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int d = 0; d < N_DEFINITIONS; d++)
		for (int i = 0; i < definition_at(d)->n_rules; i++)
		{
			const class_rule *rule = &definition_at(d)->rules[i];
			Datum		values[COLUMNS];
			bool		nulls[COLUMNS] = {false};

			values[DEFINITION] = ObjectIdGetDatum(enum_map_oid(&definitions, d));
			values[LINE] = Int32GetDatum(i + 1);
			values[STRENGTH_LOW] = finding_datum(rule->strength, &nulls[STRENGTH_LOW]);
			values[MASS_LOW] = finding_datum(rule->mass, &nulls[MASS_LOW]);
			values[PERFORMANCE_LOW] = finding_datum(rule->performance, &nulls[PERFORMANCE_LOW]);
			values[CLASS] = ObjectIdGetDatum(enum_map_oid(&classes, rule->class));
			values[NAME] = CStringGetTextDatum(rule->name);
			values[SOURCE] = CStringGetTextDatum(definition_at(d)->source);
			values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, rule->mark));
			tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		}
	return (Datum) 0;
}

/* sarcopenia_definitions(): one row a definition */
Datum
exonc_sarcopenia_definitions(PG_FUNCTION_ARGS)
{
	enum
	{
		DEFINITION,
		NAME,
		COMPUTED,
		LOWEST_AGE,
		POPULATION,
		NOTE,
		SOURCE,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	definitions;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(definitions, rsinfo->setDesc, DEFINITION, definition_labels);
	for (int d = 0; d < N_DEFINITIONS; d++)
	{
		const sarcopenia_definition *definition = definition_at(d);
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[DEFINITION] = ObjectIdGetDatum(enum_map_oid(&definitions, d));
		values[NAME] = CStringGetTextDatum(definition->name);
		values[COMPUTED] = BoolGetDatum(definition->n_cutoffs > 0);
		nulls[LOWEST_AGE] = definition->n_age_bands == 0;
		values[LOWEST_AGE] = Int32GetDatum(definition->age_bands[0]);
		values[POPULATION] = text_or_null(definition->population, &nulls[POPULATION]);
		values[NOTE] = text_or_null(definition->note, &nulls[NOTE]);
		values[SOURCE] = CStringGetTextDatum(definition->source);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
