/* bone_metastasis_pg.c: precautions by site of bone metastases and by score of a lesion. */
#include "prescription/advice_pg.h"

#include "common/name_set_pg.h"
#include "prescription/bone_metastasis.h"

#include "utils/builtins.h"
#include "utils/lsyscache.h"

EXONC_NAME_SET(bone_site_set, &bone_sites)

PG_FUNCTION_INFO_V1(exonc_bone_precautions);
PG_FUNCTION_INFO_V1(exonc_bone_precaution_rules);
PG_FUNCTION_INFO_V1(exonc_mirels_precautions);
PG_FUNCTION_INFO_V1(exonc_sins_precautions);
PG_FUNCTION_INFO_V1(exonc_lesion_precaution_rules);

static const char *const table_labels[] = BONE_TABLE_LABELS;
static const char *const target_labels[] = BONE_TARGET_LABELS;
static const char *const mark_labels[] = EVIDENCE_MARK_LABELS;

/* 1, 0, or UNKNOWN if it is NULL. */
static int
get_answer(FunctionCallInfo fcinfo, int arg)
{
	return PG_ARGISNULL(arg) ? UNKNOWN : PG_GETARG_BOOL(arg);
}

/* bone_precautions(variant, sites, unstable, risk_assessed) */
Datum
exonc_bone_precautions(PG_FUNCTION_ARGS)
{
	advice		rows[MAX_BONE_ADVICE];
	bone_lesions lesions = {
		.known = !PG_ARGISNULL(1),
		.unstable = get_answer(fcinfo, 2),
		.risk_assessed = get_answer(fcinfo, 3),
	};
	int			n;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	if (PG_ARGISNULL(0))
		return (Datum) 0;
	if (lesions.known)
		lesions.sites = PG_GETARG_UINT32(1);
	n = advise_on_bones(PG_GETARG_ENUM_CODE(0, table_labels), &lesions, rows);
	put_advice((ReturnSetInfo *) fcinfo->resultinfo, rows, n);
	return (Datum) 0;
}

/* bone_precaution_rules(): one row a cell */
Datum
exonc_bone_precaution_rules(PG_FUNCTION_ARGS)
{
	enum
	{
		VARIANT,
		SITE,
		TARGET,
		IS_ALLOWED,
		LIMITS,
		SOURCE,
		MARK,
		RESTRICTIONS,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	variants;
	enum_map	marks;
	int			n;
	const bone_row *rows = bone_rows(&n);

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	ENUM_MAP_FILL_COLUMN(variants, rsinfo->setDesc, VARIANT, table_labels);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int i = 0; i < n * N_BONE_TARGETS; i++)
	{
		const bone_row *row = &rows[i / N_BONE_TARGETS];
		bone_target target = i % N_BONE_TARGETS;
		bone_cell	cell = row->cells[target];
		uint32		set = restrictions_of_cell(target, cell);
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[VARIANT] = ObjectIdGetDatum(enum_map_oid(&variants, row->table));
		values[SITE] = CStringGetTextDatum(bone_sites.names[row->site]);
		values[TARGET] = CStringGetTextDatum(target_labels[target]);
		values[IS_ALLOWED] = BoolGetDatum(cell != AVOID);
		nulls[LIMITS] = true;
		for (int r = 0; r < N_RESTRICTIONS && cell != AVOID; r++)
			if (set & RESTRICTED(r))
				values[LIMITS] = text_or_null(restriction_meaning(r), &nulls[LIMITS]);
		values[SOURCE] = CStringGetTextDatum(bone_table_source(row->table));
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, row->mark));
		values[RESTRICTIONS] = UInt32GetDatum(set);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

static advice
lesion_advice(lesion_score score, bool score_known, int points)
{
	advice		row;
	status		st;

	if (!advise_on_lesion(score, score_known, points, &row, &st))
		exonc_raise(&st);
	return row;
}

/* mirels_precautions(score, humerus) */
Datum
exonc_mirels_precautions(PG_FUNCTION_ARGS)
{
	bool		known = !PG_ARGISNULL(0);
	int			points = known ? PG_GETARG_INT32(0) : 0;
	advice		elsewhere = lesion_advice(MIRELS, known, points);
	advice		humerus = lesion_advice(MIRELS_HUMERUS, known, points);

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	if (PG_ARGISNULL(1) && elsewhere.level != humerus.level)
		elsewhere = unknown_advice(elsewhere.about, "whether it is the humerus is missing");
	put_advice((ReturnSetInfo *) fcinfo->resultinfo, !PG_ARGISNULL(1) && PG_GETARG_BOOL(1) ? &humerus : &elsewhere, 1);
	return (Datum) 0;
}

/* sins_precautions(score) */
Datum
exonc_sins_precautions(PG_FUNCTION_ARGS)
{
	bool		known = !PG_ARGISNULL(0);
	advice		row = lesion_advice(SINS, known, known ? PG_GETARG_INT32(0) : 0);

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	put_advice((ReturnSetInfo *) fcinfo->resultinfo, &row, 1);
	return (Datum) 0;
}

/* lesion_precaution_rules(): one row a band */
Datum
exonc_lesion_precaution_rules(PG_FUNCTION_ARGS)
{
	enum
	{
		ABOUT,
		RULE,
		LEVEL,
		CHANGE,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	levels;
	enum_map	marks;
	int			n;
	const lesion_band *bands = lesion_bands(&n);

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	ENUM_MAP_FILL_COLUMN(levels, rsinfo->setDesc, LEVEL, precaution_level_labels);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int i = 0; i < n; i++)
	{
		const char *name = lesion_score_name(bands[i].score);
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[ABOUT] = CStringGetTextDatum(name);
		values[RULE] = CStringGetTextDatum(psprintf("%s >= %d", name, bands[i].from));
		values[LEVEL] = ObjectIdGetDatum(enum_map_oid(&levels, bands[i].level));
		values[CHANGE] = CStringGetTextDatum(bands[i].change);
		values[SOURCE] = CStringGetTextDatum(bands[i].source);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, bands[i].mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
