/* restriction_pg.c: the type exercise_restriction_set, restrict() and its evidence. */
#include "prescription/prescription_pg.h"

#include "common/name_set_pg.h"
#include "prescription/intensity.h"
#include "prescription/restrict.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"

EXONC_NAME_SET(exercise_restriction_set, &restriction_names)

PG_FUNCTION_INFO_V1(exercise_restriction_set_union);
PG_FUNCTION_INFO_V1(exonc_restrict);
PG_FUNCTION_INFO_V1(exonc_restrict_evidence);
PG_FUNCTION_INFO_V1(exonc_exercise_restrictions);
PG_FUNCTION_INFO_V1(exonc_exercise_modes);

static const char *const effect_labels[] = RESTRICTION_EFFECT_LABELS;
static const char *const class_labels[] = INTENSITY_CLASS_LABELS;
static const char *const mark_labels[] = EVIDENCE_MARK_LABELS;

Datum
exercise_restriction_set_union(PG_FUNCTION_ARGS)
{
	PG_RETURN_UINT32(PG_GETARG_UINT32(0) | PG_GETARG_UINT32(1));
}

/* restrict(prescription, restrictions, cleared) returns prescription */
Datum
exonc_restrict(PG_FUNCTION_ARGS)
{
	call_memory memory;
	prescription rx;
	restricted	result;

	CALL_MEMORY_INIT(memory);
	prescription_read(PG_GETARG_VARLENA_PP(0), &rx, &memory.arena);
	restrict_prescription(&rx, PG_GETARG_UINT32(1), PG_GETARG_BOOL(2), &result, &memory.arena);
	if (result.held || rx.blocks == NULL)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(prescription_datum(&rx, &memory.arena));
}

/* A number from 1; NULL for 0, which is the whole. */
static Datum
place_datum(int place, bool *isnull)
{
	*isnull = place == 0;
	return Int32GetDatum(place);
}

static void
put_restriction_row(ReturnSetInfo *rsinfo, const restriction_row *row, const enum_map *effects, const enum_map *marks)
{
	enum
	{
		BLOCK,
		PART,
		ALTERNATIVE,
		COMPONENT,
		PRESCRIBED,
		EFFECT,
		RESTRICTION,
		BECOMES,
		REASON,
		SOURCE,
		MARK,
		COLUMNS
	};
	Datum		values[COLUMNS];
	bool		nulls[COLUMNS] = {false};

	values[BLOCK] = place_datum(row->block, &nulls[BLOCK]);
	values[PART] = place_datum(row->part, &nulls[PART]);
	values[ALTERNATIVE] = place_datum(row->alternative, &nulls[ALTERNATIVE]);
	values[COMPONENT] = place_datum(row->component, &nulls[COMPONENT]);
	values[PRESCRIBED] = text_or_null(row->prescribed, &nulls[PRESCRIBED]);
	values[EFFECT] = ObjectIdGetDatum(enum_map_oid(effects, row->effect));
	values[RESTRICTION] = text_or_null(row->restriction == UNKNOWN ? NULL : restriction_names.names[row->restriction],
									   &nulls[RESTRICTION]);
	values[BECOMES] = text_or_null(row->becomes, &nulls[BECOMES]);
	values[REASON] = text_or_null(row->reason, &nulls[REASON]);
	values[SOURCE] = text_or_null(row->source, &nulls[SOURCE]);
	nulls[MARK] = row->mark == UNKNOWN;
	if (!nulls[MARK])
		values[MARK] = ObjectIdGetDatum(enum_map_oid(marks, row->mark));
	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

/* restrict_evidence(prescription, restrictions, cleared): one row a restriction and place */
Datum
exonc_restrict_evidence(PG_FUNCTION_ARGS)
{
	enum
	{
		EFFECT_COLUMN = 5,
		MARK_COLUMN = 10
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	call_memory memory;
	prescription rx;
	restricted	result;
	enum_map	effects;
	enum_map	marks;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	ENUM_MAP_FILL_COLUMN(effects, rsinfo->setDesc, EFFECT_COLUMN, effect_labels);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK_COLUMN, mark_labels);
	CALL_MEMORY_INIT(memory);
	prescription_read(PG_GETARG_VARLENA_PP(0), &rx, &memory.arena);
	restrict_prescription(&rx, PG_GETARG_UINT32(1), PG_GETARG_BOOL(2), &result, &memory.arena);
	for (const restriction_row *row = result.rows; row != NULL; row = row->next)
		put_restriction_row(rsinfo, row, &effects, &marks);
	return (Datum) 0;
}

/* Those of some labels whose bits are set, as text[]. */
static Datum
labels_of(unsigned set, const char *const *labels, int n_labels)
{
	Datum		found[32];
	int			n = 0;

	for (int i = 0; i < n_labels; i++)
		if (set & 1u << i)
			found[n++] = CStringGetTextDatum(labels[i]);
	return PointerGetDatum(construct_array(found, n, TEXTOID, -1, false, TYPALIGN_INT));
}

static const restriction_scope *
scope_of(restriction r)
{
	int			n;
	const restriction_scope *scopes = restriction_scopes(&n);

	for (int i = 0; i < n; i++)
		if (scopes[i].restriction == r)
			return &scopes[i];
	return NULL;
}

static const restriction_limit *
limit_of(restriction r)
{
	int			n;
	const restriction_limit *limits = restriction_limits(&n);

	for (int i = 0; i < n; i++)
		if (limits[i].restriction == r)
			return &limits[i];
	return NULL;
}

/* exercise_restrictions(): one row a restriction */
Datum
exonc_exercise_restrictions(PG_FUNCTION_ARGS)
{
	enum
	{
		RESTRICTION,
		MEANING,
		TAKES_OUT,
		BY_MODE,
		HIGHEST_CLASS,
		HIGHEST_PERCENT,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	marks;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int r = 0; r < N_RESTRICTIONS; r++)
	{
		const restriction_scope *scope = scope_of(r);
		const restriction_limit *limit = limit_of(r);
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[RESTRICTION] = CStringGetTextDatum(restriction_names.names[r]);
		values[MEANING] = CStringGetTextDatum(restriction_meaning(r));
		values[TAKES_OUT] = labels_of(scope == NULL ? 0 : scope->out, exercise_modality_labels, N_MODALITIES_OF_EXERCISE);
		values[BY_MODE] = labels_of(scope == NULL ? 0 : scope->read, exercise_modality_labels, N_MODALITIES_OF_EXERCISE);
		nulls[HIGHEST_CLASS] = limit == NULL || limit->kind != LIMIT_CLASS;
		if (!nulls[HIGHEST_CLASS])
			values[HIGHEST_CLASS] = CStringGetTextDatum(class_labels[limit->most]);
		nulls[HIGHEST_PERCENT] = limit == NULL || limit->kind != LIMIT_PERCENT_1RM;
		values[HIGHEST_PERCENT] = Int32GetDatum(limit == NULL ? 0 : limit->most);
		values[SOURCE] = text_or_null(limit == NULL ? NULL : limit->source, &nulls[SOURCE]);
		nulls[MARK] = limit == NULL;
		if (!nulls[MARK])
			values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, limit->mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* exercise_modes(): one row a word */
Datum
exonc_exercise_modes(PG_FUNCTION_ARGS)
{
	enum
	{
		MODE,
		PROPERTIES,
		SOURCE,
		MARK,
		COLUMNS
	};
	static const char *const properties[] = MODE_PROPERTY_LABELS;
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	marks;
	int			n;
	const mode_word *words = mode_words(&n);

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int i = 0; i < n; i++)
	{
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[MODE] = CStringGetTextDatum(words[i].word);
		values[PROPERTIES] = labels_of(words[i].properties, properties, lengthof(properties));
		values[SOURCE] = CStringGetTextDatum(words[i].source);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, words[i].mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
