/* condition_pg.c: conditions and contraindications as types, their precautions, and triage. */
#include "prescription/advice_pg.h"

#include "common/name_set_pg.h"
#include "prescription/condition.h"

#include "utils/builtins.h"

EXONC_NAME_SET(exercise_condition_set, &exercise_conditions)
EXONC_NAME_SET(exercise_contraindication_set, &exercise_contraindications)

PG_FUNCTION_INFO_V1(exonc_condition_precautions);
PG_FUNCTION_INFO_V1(exonc_condition_precaution_rules);
PG_FUNCTION_INFO_V1(exonc_nccn_triage);
PG_FUNCTION_INFO_V1(exonc_nccn_triage_rules);

const char *const precaution_level_labels[] = PRECAUTION_LEVEL_LABELS;
static const char *const risk_labels[] = TRIAGE_RISK_LABELS;
static const char *const mark_labels[] = EVIDENCE_MARK_LABELS;

/* "no resistance exercise; light intensity at most" */
static Datum
restrictions_in_words(uint32 set)
{
	StringInfoData text;

	initStringInfo(&text);
	for (int r = 0; r < N_RESTRICTIONS; r++)
		if (set & RESTRICTED(r))
			appendStringInfo(&text, "%s%s", text.len > 0 ? "; " : "", restriction_meaning(r));
	return CStringGetTextDatum(text.data);
}

void
put_advice(ReturnSetInfo *rsinfo, const advice *rows, int n)
{
	enum
	{
		ABOUT,
		VALUE,
		UNIT,
		LEVEL,
		RULE,
		CHANGE,
		NOTE,
		SOURCE,
		MARK,
		RESTRICTIONS,
		COLUMNS
	};
	enum_map	levels;
	enum_map	marks;

	ENUM_MAP_FILL_COLUMN(levels, rsinfo->setDesc, LEVEL, precaution_level_labels);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int i = 0; i < n; i++)
	{
		const advice *row = &rows[i];
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[ABOUT] = CStringGetTextDatum(row->about);
		nulls[VALUE] = isnan(row->value);
		values[VALUE] = Float8GetDatum(row->value);
		values[UNIT] = CStringGetTextDatum(row->unit);
		values[LEVEL] = ObjectIdGetDatum(enum_map_oid(&levels, row->level));
		values[RULE] = text_or_null(row->rule[0] == '\0' ? NULL : row->rule, &nulls[RULE]);
		nulls[CHANGE] = row->rule[0] == '\0';
		if (!nulls[CHANGE])
			values[CHANGE] = row->change == NULL ? restrictions_in_words(row->restrictions) : CStringGetTextDatum(row->change);
		values[NOTE] = text_or_null(row->note, &nulls[NOTE]);
		values[SOURCE] = text_or_null(row->source, &nulls[SOURCE]);
		nulls[MARK] = row->mark == UNKNOWN;
		if (!nulls[MARK])
			values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, row->mark));
		values[RESTRICTIONS] = UInt32GetDatum(row->restrictions);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
}

/* condition_precautions(conditions, contraindications, surgery_weeks, myositis_grade) */
Datum
exonc_condition_precautions(PG_FUNCTION_ARGS)
{
	person_conditions person = {
		.conditions_known = !PG_ARGISNULL(0),
		.contraindications_known = !PG_ARGISNULL(1),
	};
	advice		rows[MAX_CONDITION_ADVICE];
	status		st;
	int			n;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	if (person.conditions_known)
		person.conditions = PG_GETARG_UINT32(0);
	if (person.contraindications_known)
		person.contraindications = PG_GETARG_UINT32(1);
	person.fact[NO_FACT] = NAN;
	person.fact[SURGERY_WEEKS] = PG_ARGISNULL(2) ? NAN : PG_GETARG_FLOAT8(2);
	person.fact[MYOSITIS_GRADE] = PG_ARGISNULL(3) ? NAN : PG_GETARG_INT32(3);
	if (!PG_ARGISNULL(2) && isnan(PG_GETARG_FLOAT8(2)))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("surgery_weeks is NaN"),
				 errhint("Pass NULL for what is not known.")));
	if (!advise_on_conditions(&person, rows, &n, &st))
		exonc_raise(&st);
	put_advice((ReturnSetInfo *) fcinfo->resultinfo, rows, n);
	return (Datum) 0;
}

/* condition_precaution_rules(): one row a rule */
Datum
exonc_condition_precaution_rules(PG_FUNCTION_ARGS)
{
	enum
	{
		ABOUT,
		RULE,
		LEVEL,
		CHANGE,
		SOURCE,
		MARK,
		RESTRICTIONS,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	levels;
	enum_map	marks;
	int			n_conditions;
	int			n_contraindications;
	const condition_rule *conditions = condition_rules(&n_conditions);
	const contraindication_rule *contraindications = contraindication_rules(&n_contraindications);

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	ENUM_MAP_FILL_COLUMN(levels, rsinfo->setDesc, LEVEL, precaution_level_labels);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int i = 0; i < n_conditions + n_contraindications; i++)
	{
		const condition_rule *of = i < n_conditions ? &conditions[i] : NULL;
		const contraindication_rule *against = of == NULL ? &contraindications[i - n_conditions] : NULL;
		precaution_level level = of != NULL ? of->level : PRECAUTION_STOP;
		const char *name = of != NULL ? exercise_conditions.names[of->condition]
									  : exercise_contraindications.names[against->contraindication];
		char		rule[64];
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		strlcpy(rule, name, sizeof(rule));
		if (of != NULL)
			condition_rule_text(of, rule, sizeof(rule));
		values[ABOUT] = CStringGetTextDatum(name);
		values[RULE] = CStringGetTextDatum(rule);
		values[LEVEL] = ObjectIdGetDatum(enum_map_oid(&levels, level));
		values[CHANGE] = CStringGetTextDatum(of != NULL ? of->change : against->change);
		values[SOURCE] = CStringGetTextDatum(of != NULL ? of->source : against->source);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, of != NULL ? of->mark : against->mark));
		values[RESTRICTIONS] = UInt32GetDatum((of != NULL ? of->restrictions : 0) | restrictions_of_level(level));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* One row for each condition of the set. */
static void
put_triage(FunctionCallInfo fcinfo, uint32 conditions)
{
	enum
	{
		CONDITION,
		RISK,
		ACTION,
		LISTED_AS,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	risks;
	enum_map	marks;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	ENUM_MAP_FILL_COLUMN(risks, rsinfo->setDesc, RISK, risk_labels);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int i = conditions == 0 ? -1 : 0; i < (conditions == 0 ? 0 : N_EXERCISE_CONDITIONS); i++)
	{
		const triage_rule *rule = i < 0 ? NULL : triage_rule_of(i);
		int			risk = i < 0 ? RISK_LOW : rule == NULL ? UNKNOWN : (int) rule->risk;
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		if (i >= 0 && (conditions & 1u << i) == 0)
			continue;
		values[CONDITION] = text_or_null(i < 0 ? NULL : exercise_conditions.names[i], &nulls[CONDITION]);
		nulls[RISK] = nulls[SOURCE] = nulls[MARK] = risk == UNKNOWN;
		values[ACTION] = text_or_null(risk == UNKNOWN ? NULL : triage_action(risk), &nulls[ACTION]);
		values[LISTED_AS] = text_or_null(i < 0 ? "no comorbidities" : rule == NULL ? NULL : rule->listed_as, &nulls[LISTED_AS]);
		if (risk != UNKNOWN)
		{
			values[RISK] = ObjectIdGetDatum(enum_map_oid(&risks, risk));
			values[SOURCE] = CStringGetTextDatum(triage_source);
			values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, rule == NULL ? SOURCED : rule->mark));
		}
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
}

/* nccn_triage(conditions): one row a condition */
Datum
exonc_nccn_triage(PG_FUNCTION_ARGS)
{
	put_triage(fcinfo, PG_GETARG_UINT32(0));
	return (Datum) 0;
}

/* nccn_triage_rules(): the same for all conditions */
Datum
exonc_nccn_triage_rules(PG_FUNCTION_ARGS)
{
	put_triage(fcinfo, all_names(&exercise_conditions));
	return (Datum) 0;
}
