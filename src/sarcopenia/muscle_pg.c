/* muscle_pg.c: muscle against published sets, by equations, and its change. */
#include "exonc.h"

#include "sarcopenia/listing_pg.h"
#include "sarcopenia/muscle_change.h"
#include "sarcopenia/muscle_equation.h"
#include "sarcopenia/muscle_set.h"

#include "utils/builtins.h"
#include "utils/lsyscache.h"

PG_FUNCTION_INFO_V1(exonc_muscle_panel);
PG_FUNCTION_INFO_V1(exonc_muscle_sets);
PG_FUNCTION_INFO_V1(exonc_muscle_estimate);
PG_FUNCTION_INFO_V1(exonc_muscle_equations);
PG_FUNCTION_INFO_V1(exonc_muscle_change);
PG_FUNCTION_INFO_V1(exonc_muscle_indices);

static const char *const sex_names[] = SEX_LABELS;
static const char *const modality_names[] = MASS_MODALITY_LABELS;
static const char *const comparison_names[] = COMPARISON_LABELS;
static const char *const mark_names[] = EVIDENCE_MARK_LABELS;
static const char *const equation_names[] = MUSCLE_EQUATION_LABELS;
static const char *const quantity_names[] = MUSCLE_QUANTITY_LABELS;

/* The code of an enum argument, or UNKNOWN; its labels are looked up in each call of a set-returning function. */
static int
get_enum(FunctionCallInfo fcinfo, int argument, const char *const *labels, int n_labels)
{
	Oid		   *types;
	int			n_types;
	enum_map	map;

	if (PG_ARGISNULL(argument))
		return UNKNOWN;
	get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
	enum_map_fill(&map, types[argument], labels, n_labels);
	return enum_map_code(&map, PG_GETARG_OID(argument));
}

#define GET_ENUM(fcinfo, argument, labels) get_enum(fcinfo, argument, labels, lengthof(labels))

/* Bands, ages and sex of a row, as columns. */
static void
describe_row(const muscle_cutoff *row, const enum_map *sexes, Datum *values, bool *nulls)
{
	nulls[0] = row->sexes == BOTH;
	values[0] = ObjectIdGetDatum(enum_map_oid(sexes, row->sexes == MEN ? MALE : FEMALE));
	values[1] = age_or_null(row->ages.from, &nulls[1]);
	values[2] = age_or_null(row->ages.to, &nulls[2]);
	nulls[3] = row->bmi.from == 0;
	values[3] = Float8GetDatum(row->bmi.from);
	nulls[4] = row->bmi.below == 0;
	values[4] = Float8GetDatum(row->bmi.below);
}

/* Whether the Hounsfield window matters: of SMI and attenuation, not of tape. */
static bool
is_by_ct(muscle_measure m)
{
	return m != CALF_CM;
}

/* muscle_panel(sex, ...): one row a set and measure */
Datum
exonc_muscle_panel(PG_FUNCTION_ARGS)
{
	enum
	{
		SET,
		MEASURE,
		VALUE,
		OPERATOR,
		CUTOFF,
		UNIT,
		IS_LOW,
		NOTE,
		PURPOSE,
		POPULATION,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	panel_line	lines[MAX_PANEL_LINES];
	panel_person p;
	enum_map	marks;
	status		st;
	int			n;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_names);
	memset(&p, 0, sizeof(p));
	p.sex = GET_ENUM(fcinfo, 0, sex_names);
	for (int m = 0; m < N_PANEL_ARGUMENTS; m++)
	{
		p.measured[m] = !PG_ARGISNULL(m + 1);
		if (p.measured[m])
			p.value[m] = PG_GETARG_FLOAT8(m + 1);
	}
	if (!prepare_panel(&p, &st))
		exonc_raise(&st);
	n = read_panel(&p, lines);
	for (int i = 0; i < n; i++)
	{
		const panel_line *line = &lines[i];
		Datum		values[COLUMNS] = {0};
		bool		nulls[COLUMNS] = {false};

		values[SET] = CStringGetTextDatum(line->set->code);
		values[MEASURE] = CStringGetTextDatum(panel_measure_name(line->measure));
		values[VALUE] = Float8GetDatum(p.value[line->measure]);
		values[UNIT] = CStringGetTextDatum(panel_measure_unit(line->measure));
		nulls[OPERATOR] = nulls[CUTOFF] = nulls[MARK] = line->cutoff == NULL;
		if (line->cutoff != NULL)
		{
			values[OPERATOR] = CStringGetTextDatum(comparison_names[line->cutoff->operator]);
			values[CUTOFF] = Float8GetDatum(line->cutoff->value);
			values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, line->cutoff->mark));
		}
		nulls[IS_LOW] = line->low == UNKNOWN;
		values[IS_LOW] = BoolGetDatum(line->low == 1);
		values[NOTE] = text_or_null(line->note, &nulls[NOTE]);
		values[PURPOSE] = CStringGetTextDatum(line->set->purpose);
		values[POPULATION] = CStringGetTextDatum(line->set->population);
		values[SOURCE] = CStringGetTextDatum(line->set->source);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* muscle_sets(): all rows of all sets */
Datum
exonc_muscle_sets(PG_FUNCTION_ARGS)
{
	enum
	{
		SET,
		MEASURE,
		SEX, /* and age_from, age_to, bmi_from, bmi_below */
		OPERATOR = SEX + 5,
		CUTOFF,
		UNIT,
		HU_FROM,
		HU_TO,
		PURPOSE,
		POPULATION,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	sexes;
	enum_map	marks;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(sexes, rsinfo->setDesc, SEX, sex_names);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_names);
	for (int s = 0; s < n_muscle_sets; s++)
		for (int i = 0; i < muscle_sets[s]->n_rows; i++)
		{
			const muscle_set *set = muscle_sets[s];
			const muscle_cutoff *row = &set->rows[i];
			Datum		values[COLUMNS] = {0};
			bool		nulls[COLUMNS] = {false};

			values[SET] = CStringGetTextDatum(set->code);
			values[MEASURE] = CStringGetTextDatum(panel_measure_name(row->measure));
			describe_row(row, &sexes, &values[SEX], &nulls[SEX]);
			values[OPERATOR] = CStringGetTextDatum(comparison_names[row->operator]);
			values[CUTOFF] = Float8GetDatum(row->value);
			values[UNIT] = CStringGetTextDatum(panel_measure_unit(row->measure));
			nulls[HU_FROM] = nulls[HU_TO] = !is_by_ct(row->measure);
			values[HU_FROM] = Int32GetDatum(MUSCLE_HU_FROM);
			values[HU_TO] = Int32GetDatum(MUSCLE_HU_TO);
			values[PURPOSE] = CStringGetTextDatum(set->purpose);
			values[POPULATION] = CStringGetTextDatum(set->population);
			values[SOURCE] = CStringGetTextDatum(set->source);
			values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, row->mark));
			tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		}
	return (Datum) 0;
}

/* muscle_estimate(equation, sex, ..., OUT kg, quantity, modality, valid, note, source, mark) */
Datum
exonc_muscle_estimate(PG_FUNCTION_ARGS)
{
	enum
	{
		KG,
		QUANTITY,
		MODALITY,
		VALID,
		NOTE,
		SOURCE,
		MARK,
		COLUMNS
	};
	TupleDesc	columns;
	const muscle_equation *equation;
	equation_person p;
	Datum		values[COLUMNS] = {0};
	bool		nulls[COLUMNS] = {true, true, true, true, true, true, true};
	enum_map	map;
	status		st;
	double		kg;
	bool		known;
	int			valid;
	int			code;

	columns = exonc_row_type(fcinfo);
	code = GET_ENUM(fcinfo, 0, equation_names);
	if (code == UNKNOWN)
		PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(columns, values, nulls)));
	p.sex = GET_ENUM(fcinfo, 1, sex_names);
	for (int i = 0; i < N_EQUATION_INPUTS; i++)
	{
		p.measured[i] = !PG_ARGISNULL(i + 2);
		p.value[i] = p.measured[i] ? PG_GETARG_FLOAT8(i + 2) : 0;
	}
	if (!estimate_muscle(code, &p, &kg, &known, &valid, &st))
		exonc_raise(&st);
	equation = equation_at(code);
	nulls[KG] = !known;
	values[KG] = Float8GetDatum(kg);
	ENUM_MAP_FILL_COLUMN(map, columns, QUANTITY, quantity_names);
	nulls[QUANTITY] = false;
	values[QUANTITY] = ObjectIdGetDatum(enum_map_oid(&map, equation->quantity));
	ENUM_MAP_FILL_COLUMN(map, columns, MODALITY, modality_names);
	nulls[MODALITY] = equation->modality == UNKNOWN;
	if (equation->modality != UNKNOWN)
		values[MODALITY] = ObjectIdGetDatum(enum_map_oid(&map, equation->modality));
	nulls[VALID] = valid == UNKNOWN;
	values[VALID] = BoolGetDatum(valid == 1);
	values[NOTE] = text_or_null(equation->note, &nulls[NOTE]);
	values[SOURCE] = text_or_null(equation->source, &nulls[SOURCE]);
	ENUM_MAP_FILL_COLUMN(map, columns, MARK, mark_names);
	nulls[MARK] = false;
	values[MARK] = ObjectIdGetDatum(enum_map_oid(&map, equation->mark));
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(columns, values, nulls)));
}

/* muscle_equations(): one row an equation */
Datum
exonc_muscle_equations(PG_FUNCTION_ARGS)
{
	enum
	{
		EQUATION,
		FORMULA,
		QUANTITY,
		MODALITY,
		AGE_FROM,
		AGE_TO,
		BMI_BELOW,
		STANDARD_ERROR,
		POPULATION,
		NOTE,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	equations;
	enum_map	quantities;
	enum_map	modalities;
	enum_map	marks;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(equations, rsinfo->setDesc, EQUATION, equation_names);
	ENUM_MAP_FILL_COLUMN(quantities, rsinfo->setDesc, QUANTITY, quantity_names);
	ENUM_MAP_FILL_COLUMN(modalities, rsinfo->setDesc, MODALITY, modality_names);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_names);
	for (int e = 0; e < N_EQUATIONS; e++)
	{
		const muscle_equation *equation = equation_at(e);
		Datum		values[COLUMNS] = {0};
		bool		nulls[COLUMNS] = {false};

		values[EQUATION] = ObjectIdGetDatum(enum_map_oid(&equations, e));
		values[FORMULA] = CStringGetTextDatum(equation->formula);
		values[QUANTITY] = ObjectIdGetDatum(enum_map_oid(&quantities, equation->quantity));
		nulls[MODALITY] = equation->modality == UNKNOWN;
		if (equation->modality != UNKNOWN)
			values[MODALITY] = ObjectIdGetDatum(enum_map_oid(&modalities, equation->modality));
		values[AGE_FROM] = age_or_null(equation->from_age, &nulls[AGE_FROM]);
		values[AGE_TO] = age_or_null(equation->to_age, &nulls[AGE_TO]);
		nulls[BMI_BELOW] = equation->below_bmi == 0;
		values[BMI_BELOW] = Float8GetDatum(equation->below_bmi);
		nulls[STANDARD_ERROR] = equation->standard_error_kg == 0;
		values[STANDARD_ERROR] = Float8GetDatum(equation->standard_error_kg);
		values[POPULATION] = text_or_null(equation->population, &nulls[POPULATION]);
		values[NOTE] = text_or_null(equation->note, &nulls[NOTE]);
		values[SOURCE] = CStringGetTextDatum(equation->source);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, equation->mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* muscle_change(baseline_kg, followup_kg, baseline_by, followup_by, precision_cv_percent, OUT ...) */
Datum
exonc_muscle_change(PG_FUNCTION_ARGS)
{
	TupleDesc	columns;
	Datum		values[4] = {0};
	bool		nulls[4] = {true, true, true, true};
	muscle_change change;
	status		st;

	columns = exonc_row_type(fcinfo);
	if (!PG_ARGISNULL(0) && !PG_ARGISNULL(1) && !PG_ARGISNULL(2) && !PG_ARGISNULL(3))
	{
		bool		has_precision = !PG_ARGISNULL(4);
		double		precision = has_precision ? PG_GETARG_FLOAT8(4) : 0;

		if (!compare_muscle(PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(1),
							GET_ENUM(fcinfo, 2, modality_names), GET_ENUM(fcinfo, 3, modality_names),
							precision, &change, &st))
			exonc_raise(&st);
		values[0] = Float8GetDatum(change.kg);
		values[1] = Float8GetDatum(change.percent);
		values[2] = Float8GetDatum(change.least_significant_percent);
		values[3] = BoolGetDatum(change.beyond_error);
		nulls[0] = nulls[1] = false;
		nulls[2] = nulls[3] = !has_precision;
	}
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(columns, values, nulls)));
}

/* muscle_indices(height_cm, weight_kg, asm_kg, smm_kg, ffm_kg, OUT ...) */
Datum
exonc_muscle_indices(PG_FUNCTION_ARGS)
{
	TupleDesc	columns;
	double		value[N_BODY_MEASURES];
	bool		measured[N_BODY_MEASURES];
	double		index[N_BODY_INDICES];
	bool		known[N_BODY_INDICES];
	Datum		values[N_BODY_INDICES];
	bool		nulls[N_BODY_INDICES];
	status		st;

	columns = exonc_row_type(fcinfo);
	for (int m = 0; m < N_BODY_MEASURES; m++)
	{
		measured[m] = !PG_ARGISNULL(m);
		value[m] = measured[m] ? PG_GETARG_FLOAT8(m) : 0;
	}
	if (!derive_body_indices(value, measured, index, known, &st))
		exonc_raise(&st);
	for (int i = 0; i < N_BODY_INDICES; i++)
	{
		nulls[i] = !known[i];
		values[i] = Float8GetDatum(index[i]);
	}
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(columns, values, nulls)));
}
