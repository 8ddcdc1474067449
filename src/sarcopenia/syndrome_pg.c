/* syndrome_pg.c: cachexia, malnutrition, frailty and sarcopenic obesity. */
#include "exonc.h"

#include "sarcopenia/listing_pg.h"
#include "sarcopenia/syndrome.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_cachexia);
PG_FUNCTION_INFO_V1(exonc_glim);
PG_FUNCTION_INFO_V1(exonc_fried);
PG_FUNCTION_INFO_V1(exonc_sarcopenic_obesity);
PG_FUNCTION_INFO_V1(exonc_syndrome_criteria);
PG_FUNCTION_INFO_V1(exonc_syndrome_cutoffs);

static const char *const sex_names[] = SEX_LABELS;
static const char *const comparison_names[] = COMPARISON_LABELS;
static const char *const mark_names[] = EVIDENCE_MARK_LABELS;
static const char *const cachexia_names[] = CACHEXIA_DEFINITION_LABELS;
static const char *const glim_names[] = GLIM_CLASS_LABELS;
static const char *const frailty_names[] = FRAILTY_CLASS_LABELS;
static const char *const ethnicity_names[] = ETHNICITY_LABELS;

static int
get_answer(FunctionCallInfo fcinfo, int argument)
{
	return PG_ARGISNULL(argument) ? UNKNOWN : PG_GETARG_BOOL(argument);
}

/* The measurements from an argument on, in the order of a list. */
static void
get_inputs(FunctionCallInfo fcinfo, int first, const syndrome_input *inputs, int n,
		   syndrome_person *p)
{
	status		st;

	memset(p->measured, 0, sizeof(p->measured));
	memset(p->value, 0, sizeof(p->value));
	for (int i = 0; i < n; i++)
		if (!PG_ARGISNULL(first + i))
		{
			p->value[inputs[i]] = PG_GETARG_FLOAT8(first + i);
			p->measured[inputs[i]] = true;
		}
	if (!check_syndrome_person(p, &st))
		exonc_raise(&st);
}

static Datum
answer_datum(int answer, bool *isnull)
{
	*isnull = answer == UNKNOWN;
	return BoolGetDatum(answer == YES);
}

/* cachexia(definition, sex, measurements, answers) returns boolean */
Datum
exonc_cachexia(PG_FUNCTION_ARGS)
{
	static const syndrome_input inputs[] = {SYN_LOSS_PERCENT, SYN_LOSS_MONTHS, SYN_BMI, SYN_ASM_H2,
											SYN_GRIP_KG, SYN_CRP, SYN_IL6, SYN_HAEMOGLOBIN,
											SYN_ALBUMIN};
	enum
	{
		FIRST_INPUT = 2,
		FIRST_ANSWER = FIRST_INPUT + lengthof(inputs)
	};
	static const enum_place places[] = {
		ENUM_OF_ARGUMENT(0, cachexia_names),
		ENUM_OF_ARGUMENT(1, sex_names),
	};
	function_call *call = FUNCTION_CALL(fcinfo, places);
	cachexia_answers answers;
	syndrome_person p;
	int			found;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	p.sex = call_enum(fcinfo, 1, &call->enums[1]);
	get_inputs(fcinfo, FIRST_INPUT, inputs, lengthof(inputs), &p);
	answers.anorexia = get_answer(fcinfo, FIRST_ANSWER);
	answers.fatigue = get_answer(fcinfo, FIRST_ANSWER + 1);
	answers.low_strength = get_answer(fcinfo, FIRST_ANSWER + 2);
	answers.chronic_disease = get_answer(fcinfo, FIRST_ANSWER + 3);
	answers.loss_may_equal = get_answer(fcinfo, FIRST_ANSWER + 4) == YES;
	found = cachexia(call_enum(fcinfo, 0, &call->enums[0]), &p, &answers);
	if (found == UNKNOWN)
		PG_RETURN_NULL();
	PG_RETURN_BOOL(found == YES);
}

/* glim(age, weight_loss_percent, weight_loss_months, bmi_kg_m2, answers) returns glim_class */
Datum
exonc_glim(PG_FUNCTION_ARGS)
{
	static const syndrome_input inputs[] = {SYN_AGE, SYN_LOSS_PERCENT, SYN_LOSS_MONTHS, SYN_BMI};
	static const enum_place places[] = {ENUM_OF_RESULT(glim_names)};
	function_call *call = FUNCTION_CALL(fcinfo, places);
	glim_answers answers;
	syndrome_person p;
	int			found;

	p.sex = UNKNOWN;
	get_inputs(fcinfo, 0, inputs, lengthof(inputs), &p);
	answers.reduced_muscle = get_answer(fcinfo, 4);
	answers.severe_muscle_deficit = get_answer(fcinfo, 5);
	answers.reduced_intake = get_answer(fcinfo, 6);
	answers.inflammation = get_answer(fcinfo, 7);
	answers.asian = get_answer(fcinfo, 8);
	found = glim(&p, &answers);
	if (found == UNKNOWN)
		PG_RETURN_NULL();
	PG_RETURN_OID(enum_map_oid(&call->enums[0], found));
}

/* fried(sex, measurements, exhaustion, unable, OUT class, criteria_met, criteria_unknown) */
Datum
exonc_fried(PG_FUNCTION_ARGS)
{
	static const syndrome_input inputs[] = {SYN_LOSS_PERCENT, SYN_LOSS_KG, SYN_BMI, SYN_HEIGHT_CM,
											SYN_GRIP_KG, SYN_WALK_15FT_S, SYN_KCAL_WEEK};
	enum
	{
		EXHAUSTION = 1 + lengthof(inputs),
		UNABLE
	};
	static const enum_place places[] = {
		ENUM_OF_ARGUMENT(0, sex_names),
		ENUM_OF_COLUMN(0, frailty_names),
	};
	function_call *call = FUNCTION_CALL(fcinfo, places);
	fried_result result;
	syndrome_person p;
	Datum		values[3];
	bool		nulls[3] = {false};

	p.sex = call_enum(fcinfo, 0, &call->enums[0]);
	get_inputs(fcinfo, 1, inputs, lengthof(inputs), &p);
	result = fried(&p, get_answer(fcinfo, EXHAUSTION),
				   PG_ARGISNULL(UNABLE) ? 0 : PG_GETARG_UINT32(UNABLE));
	nulls[0] = result.class == UNKNOWN;
	values[0] = nulls[0] ? (Datum) 0 : ObjectIdGetDatum(enum_map_oid(&call->enums[1], result.class));
	values[1] = Int32GetDatum(result.met);
	values[2] = Int32GetDatum(result.unknown);
	PG_RETURN_DATUM(row_datum(call, values, nulls));
}

/* sarcopenic_obesity(sex, ethnicity, measurements, answers, OUT screen ... stage) */
Datum
exonc_sarcopenic_obesity(PG_FUNCTION_ARGS)
{
	static const syndrome_input inputs[] = {SYN_AGE, SYN_BMI, SYN_WAIST_CM, SYN_SARC_F,
											SYN_CHAIR_STAND_S, SYN_FAT_PERCENT,
											SYN_ASM_WEIGHT_PERCENT, SYN_SMM_WEIGHT_PERCENT};
	enum
	{
		FIRST_ANSWER = 2 + lengthof(inputs)
	};
	static const enum_place places[] = {
		ENUM_OF_ARGUMENT(0, sex_names),
		ENUM_OF_ARGUMENT(1, ethnicity_names),
	};
	function_call *call = FUNCTION_CALL(fcinfo, places);
	obesity_result result;
	syndrome_person p;
	Datum		values[5];
	bool		nulls[5];

	p.sex = call_enum(fcinfo, 0, &call->enums[0]);
	get_inputs(fcinfo, 2, inputs, lengthof(inputs), &p);
	result = sarcopenic_obesity(&p, call_enum(fcinfo, 1, &call->enums[1]),
								get_answer(fcinfo, FIRST_ANSWER),
								get_answer(fcinfo, FIRST_ANSWER + 1),
								get_answer(fcinfo, FIRST_ANSWER + 2));
	values[0] = answer_datum(result.screen, &nulls[0]);
	values[1] = answer_datum(result.altered_function, &nulls[1]);
	values[2] = answer_datum(result.altered_composition, &nulls[2]);
	values[3] = answer_datum(result.diagnosis, &nulls[3]);
	nulls[4] = result.stage == UNKNOWN;
	values[4] = Int32GetDatum(result.stage);
	PG_RETURN_DATUM(row_datum(call, values, nulls));
}

/* syndrome_criteria(sex, all measurements): one row a criterion that is measured */
Datum
exonc_syndrome_criteria(PG_FUNCTION_ARGS)
{
	enum
	{
		SYNDROME,
		CRITERION,
		VALUE,
		UNIT,
		MET,
		SOURCE,
		COLUMNS
	};
	syndrome_input inputs[N_SYNDROME_INPUTS];
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	syndrome_person p;

	InitMaterializedSRF(fcinfo, 0);
	p.sex = PG_ARGISNULL(0) ? UNKNOWN : PG_GETARG_ENUM_CODE(0, sex_names);
	for (int i = 0; i < N_SYNDROME_INPUTS; i++)
		inputs[i] = i;
	get_inputs(fcinfo, 1, inputs, N_SYNDROME_INPUTS, &p);
	for (int c = 0; c < N_SYNDROME_CRITERIA; c++)
	{
		const syndrome_criterion_info *info = syndrome_info(c);
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		if (!p.measured[info->input])
			continue;
		values[SYNDROME] = CStringGetTextDatum(info->syndrome);
		values[CRITERION] = CStringGetTextDatum(info->name);
		values[VALUE] = Float8GetDatum(p.value[info->input]);
		values[UNIT] = CStringGetTextDatum(syndrome_input_unit(info->input));
		values[MET] = answer_datum(is_met(c, &p), &nulls[MET]);
		values[SOURCE] = CStringGetTextDatum(info->source);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* A limit of a band; 0 is none. */
static Datum
limit_or_null(double limit, bool *isnull)
{
	*isnull = limit == 0;
	return Float8GetDatum(limit);
}

/* syndrome_cutoffs(): one row a cut-off */
Datum
exonc_syndrome_cutoffs(PG_FUNCTION_ARGS)
{
	enum
	{
		SYNDROME,
		CRITERION,
		SEX,
		AGE_FROM,
		AGE_TO,
		BAND,
		BAND_ABOVE,
		BAND_AT_MOST,
		OPERATOR,
		CUTOFF,
		UNIT,
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
	for (int i = 0; i < n_syndrome_cutoffs; i++)
	{
		const syndrome_cutoff *row = &syndrome_cutoffs[i];
		const syndrome_criterion_info *info = syndrome_info(row->criterion);
		Datum		values[COLUMNS] = {0};
		bool		nulls[COLUMNS] = {false};

		values[SYNDROME] = CStringGetTextDatum(info->syndrome);
		values[CRITERION] = CStringGetTextDatum(info->name);
		nulls[SEX] = row->sexes == BOTH;
		values[SEX] = ObjectIdGetDatum(enum_map_oid(&sexes, row->sexes == MEN ? MALE : FEMALE));
		values[AGE_FROM] = age_or_null(row->ages.from, &nulls[AGE_FROM]);
		values[AGE_TO] = age_or_null(row->ages.to, &nulls[AGE_TO]);
		values[BAND_ABOVE] = limit_or_null(row->band.above, &nulls[BAND_ABOVE]);
		values[BAND_AT_MOST] = limit_or_null(row->band.at_most, &nulls[BAND_AT_MOST]);
		nulls[BAND] = nulls[BAND_ABOVE] && nulls[BAND_AT_MOST];
		values[BAND] = CStringGetTextDatum(
			info->band_input == SYN_HEIGHT_CM ? "height_cm" : "bmi_kg_m2");
		values[OPERATOR] = CStringGetTextDatum(comparison_names[row->operator]);
		values[CUTOFF] = Float8GetDatum(row->value);
		values[UNIT] = CStringGetTextDatum(syndrome_input_unit(info->input));
		values[SOURCE] = CStringGetTextDatum(info->source);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, row->mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
