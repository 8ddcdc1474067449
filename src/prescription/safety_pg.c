/* safety_pg.c: precautions() and the rules behind it as rows. */
#include "prescription/advice_pg.h"

#include <math.h>

#include "common/decimal.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_precautions);
PG_FUNCTION_INFO_V1(exonc_precaution_rules);
PG_FUNCTION_INFO_V1(exonc_mirels);

static const char *const profile_labels[] = SAFETY_PROFILE_LABELS;
static const char *const mark_labels[] = EVIDENCE_MARK_LABELS;

enum
{
	ARG_PROFILE,
	ARG_FIRST_FINDING,
	ARG_LABS_DAYS = ARG_FIRST_FINDING + N_FINDINGS,
	ARG_LABS_MAX_DAYS
};

static void
get_findings(FunctionCallInfo fcinfo, findings *f)
{
	status		st;

	for (int i = 0; i < N_FINDINGS; i++)
	{
		int			arg = ARG_FIRST_FINDING + i;

		if (PG_ARGISNULL(arg))
			f->value[i] = NAN;
		else if (is_yes_or_no(i))
			f->value[i] = PG_GETARG_BOOL(arg) ? 1 : 0;
		else if (isnan(PG_GETARG_FLOAT8(arg)))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("%s is NaN", finding_at(i)->name),
					 errhint("Pass NULL for what was not measured.")));
		else
			f->value[i] = undo_real(PG_GETARG_FLOAT8(arg));
	}
	f->outdated = !PG_ARGISNULL(ARG_LABS_DAYS) && !PG_ARGISNULL(ARG_LABS_MAX_DAYS) &&
		PG_GETARG_INT32(ARG_LABS_DAYS) > PG_GETARG_INT32(ARG_LABS_MAX_DAYS);
	if (!check_findings(f, &st))
		exonc_raise(&st);
}

/* "platelets_10e9_l < 20" */
static const char *
condition_text(const safety_rule *rule)
{
	static const char *const operators[] = COMPARISON_LABELS;
	const safety_condition *both[] = {&rule->first, &rule->second};
	char	   *text = pstrdup("");

	for (int i = 0; i < 2 && both[i]->finding != N_FINDINGS; i++)
	{
		const char *name = finding_at(both[i]->finding)->name;

		text = psprintf("%s%s%s", text, i > 0 ? " and " : "",
						is_yes_or_no(both[i]->finding)
							? name
							: psprintf("%s %s %g", name, operators[both[i]->operator], both[i]->threshold));
	}
	return text;
}

/* precautions(profile, ...): one row a finding that the profile has rules about */
Datum
exonc_precautions(PG_FUNCTION_ARGS)
{
	precaution	found[N_FINDINGS];
	advice		rows[N_FINDINGS];
	findings	f;
	int			n;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	if (PG_ARGISNULL(ARG_PROFILE))
		return (Datum) 0;
	get_findings(fcinfo, &f);
	n = find_precautions(PG_GETARG_ENUM_CODE(ARG_PROFILE, profile_labels), &f, found);
	for (int i = 0; i < n; i++)
	{
		const finding_definition *about = finding_at(found[i].about);
		const safety_rule *rule = found[i].rule;

		rows[i] = (advice) {.about = about->name, .value = f.value[found[i].about], .unit = about->unit,
			.level = found[i].level, .note = found[i].note, .mark = UNKNOWN, .restrictions = found[i].restrictions};
		if (rule != NULL)
		{
			strlcpy(rows[i].rule, condition_text(rule), sizeof(rows[i].rule));
			rows[i].change = rule->change;
			rows[i].source = rule->source;
			rows[i].mark = rule->mark;
		}
	}
	put_advice((ReturnSetInfo *) fcinfo->resultinfo, rows, n);
	return (Datum) 0;
}

/* precaution_rules(): one row a rule */
Datum
exonc_precaution_rules(PG_FUNCTION_ARGS)
{
	enum
	{
		PROFILE,
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
	enum_map	profiles;
	enum_map	levels;
	enum_map	marks;
	int			n;
	const safety_rule *rules = safety_rules(&n);

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	ENUM_MAP_FILL_COLUMN(profiles, rsinfo->setDesc, PROFILE, profile_labels);
	ENUM_MAP_FILL_COLUMN(levels, rsinfo->setDesc, LEVEL, precaution_level_labels);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int i = 0; i < n; i++)
	{
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[PROFILE] = ObjectIdGetDatum(enum_map_oid(&profiles, rules[i].profile));
		values[ABOUT] = CStringGetTextDatum(finding_at(rules[i].about)->name);
		values[RULE] = CStringGetTextDatum(condition_text(&rules[i]));
		values[LEVEL] = ObjectIdGetDatum(enum_map_oid(&levels, rules[i].level));
		values[CHANGE] = CStringGetTextDatum(rules[i].change);
		values[SOURCE] = CStringGetTextDatum(rules[i].source);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, rules[i].mark));
		values[RESTRICTIONS] = UInt32GetDatum(rules[i].restrictions | restrictions_of_level(rules[i].level));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* mirels_score(site, pain, lesion, size) returns integer */
Datum
exonc_mirels(PG_FUNCTION_ARGS)
{
	int			score;
	status		st;

	if (!mirels_score(PG_GETARG_INT32(0), PG_GETARG_INT32(1), PG_GETARG_INT32(2), PG_GETARG_INT32(3), &score, &st))
		exonc_raise(&st);
	PG_RETURN_INT32(score);
}
