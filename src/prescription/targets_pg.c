/* targets_pg.c: targets(), the intensities of a week for one person; target_heart_rate() and target_load(). */
#include "prescription/targets_pg.h"

#include <math.h>

#include "common/decimal.h"
#include "common/value_cache_pg.h"

#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

PG_FUNCTION_INFO_V1(exonc_targets);
PG_FUNCTION_INFO_V1(exonc_target_heart_rate);
PG_FUNCTION_INFO_V1(exonc_target_load);

enum
{
	ARG_PRESCRIPTION,
	ARG_WEEK,
	ARG_AGE,
	ARG_SEX,
	ARG_HR_REST,
	ARG_HR_REST_DAYS,
	ARG_HR_REST_MAX_DAYS,
	ARG_HR_MAX,
	ARG_BETA_BLOCKER,
	ARG_HR_MAX_ON_BETA_BLOCKER,
	ARG_HR_MAX_EQUATION,
	ARG_VO2_PEAK,
	ARG_W_PEAK,
	ARG_W_MSEC,
	ARG_WEIGHT_KG,
	ARG_ONE_RM_KG,
	ARG_TEST_LOAD_KG,
	ARG_TEST_REPETITIONS,
	ARG_ONE_RM_EQUATION,
	ARG_INCREMENT_KG,
	ARG_ROUNDING,
	ARG_GRADE
};

static const char *const sex_labels[] = SEX_LABELS;
static const char *const hr_max_labels[] = HR_MAX_EQUATION_LABELS;
static const char *const one_rm_labels[] = ONE_RM_EQUATION_LABELS;
static const char *const rounding_labels[] = LOAD_ROUNDING_LABELS;

/* The texts of rules that stand in rows, by their address: there are few, and they never change. */
#define MAX_CONSTANT_TEXTS 128

typedef struct constant_text
{
	const char *string;
	Datum		text;
} constant_text;

/*
 * target_heart_rate() and target_load() have the prescription, the week, and some
 * of the arguments of targets() that stand together: from first to last.
 */
typedef struct argument_window
{
	int			first;
	int			last;
} argument_window;

static const argument_window all_arguments = {ARG_AGE, ARG_GRADE};
static const argument_window heart_rate_arguments = {ARG_AGE, ARG_HR_MAX_EQUATION};
static const argument_window load_arguments = {ARG_WEIGHT_KG, ARG_ROUNDING};

/* What calls of one call site share. */
typedef struct target_site
{
	argument_window window;
	enum_map	sexes;
	enum_map	hr_max_equations;
	enum_map	one_rm_equations;
	enum_map	roundings;
	enum_map	modalities;
	value_cache *known;
	int			n_texts;
	constant_text texts[MAX_CONSTANT_TEXTS];
} target_site;

enum
{
	BLOCK,
	PART,
	ALTERNATIVE,
	COMPONENT,
	MODALITY,
	STEP,
	PRESCRIBED,
	QUANTITY,
	TARGET,
	UNIT,
	EQUATION,
	IN_RANGE,
	REASON,
	COLUMNS
};

/* Where an argument of targets() stands; 0: the function has no such argument. */
static int
place_of(const target_site *site, int arg)
{
	if (arg < site->window.first || arg > site->window.last)
		return 0;
	return arg - site->window.first + ARG_AGE;
}

static void
fill_enum(const target_site *site, enum_map *map, const Oid *types, int arg, const char *const *labels, int n_labels)
{
	if (place_of(site, arg) > 0)
		enum_map_fill(map, types[place_of(site, arg)], labels, n_labels);
}

static target_site *
get_site(FunctionCallInfo fcinfo, const argument_window *window)
{
	target_site *site = fcinfo->flinfo->fn_extra;
	Oid		   *types;
	int			n_types;

	if (site != NULL)
		return site;
	site = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(target_site));
	site->window = *window;
	get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
	fill_enum(site, &site->sexes, types, ARG_SEX, sex_labels, lengthof(sex_labels));
	fill_enum(site, &site->hr_max_equations, types, ARG_HR_MAX_EQUATION, hr_max_labels, lengthof(hr_max_labels));
	fill_enum(site, &site->one_rm_equations, types, ARG_ONE_RM_EQUATION, one_rm_labels, lengthof(one_rm_labels));
	fill_enum(site, &site->roundings, types, ARG_ROUNDING, rounding_labels, lengthof(rounding_labels));
	site->known = value_cache_create(fcinfo->flinfo->fn_mcxt);
	fcinfo->flinfo->fn_extra = site;
	return site;
}

/* An argument of targets(), or NULL if it is not given. */
static const Datum *
argument(FunctionCallInfo fcinfo, const target_site *site, int arg)
{
	int			place = place_of(site, arg);

	return place == 0 || PG_ARGISNULL(place) ? NULL : &fcinfo->args[place].value;
}

/* A measurement; NaN is none. */
static double
number(FunctionCallInfo fcinfo, const target_site *site, int arg, double otherwise)
{
	const Datum *value = argument(fcinfo, site, arg);

	if (value == NULL)
		return otherwise;
	if (isnan(DatumGetFloat8(*value)))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("a measurement is NaN"),
				 errhint("Pass NULL for what was not measured.")));
	return undo_real(DatumGetFloat8(*value));
}

static double
days(FunctionCallInfo fcinfo, const target_site *site, int arg, double otherwise)
{
	const Datum *value = argument(fcinfo, site, arg);

	return value == NULL ? otherwise : DatumGetInt32(*value);
}

/* UNKNOWN: not given */
static int
yes_or_no(FunctionCallInfo fcinfo, const target_site *site, int arg)
{
	const Datum *value = argument(fcinfo, site, arg);

	return value == NULL ? UNKNOWN : DatumGetBool(*value);
}

static int
choice(FunctionCallInfo fcinfo, const target_site *site, int arg, const enum_map *map, int otherwise)
{
	const Datum *value = argument(fcinfo, site, arg);

	return value == NULL ? otherwise : enum_map_code(map, DatumGetObjectId(*value));
}

static void
get_person(FunctionCallInfo fcinfo, const target_site *site, target_person *p)
{
	status		st;

	p->age = number(fcinfo, site, ARG_AGE, NAN);
	p->sex = choice(fcinfo, site, ARG_SEX, &site->sexes, UNKNOWN);
	p->hr_rest = number(fcinfo, site, ARG_HR_REST, NAN);
	p->hr_rest_days = days(fcinfo, site, ARG_HR_REST_DAYS, NAN);
	p->hr_rest_max_days = days(fcinfo, site, ARG_HR_REST_MAX_DAYS, INFINITY);
	p->hr_max = number(fcinfo, site, ARG_HR_MAX, NAN);
	p->beta_blocker = yes_or_no(fcinfo, site, ARG_BETA_BLOCKER);
	p->hr_max_on_beta_blocker = yes_or_no(fcinfo, site, ARG_HR_MAX_ON_BETA_BLOCKER) == 1;
	p->hr_max_equation = choice(fcinfo, site, ARG_HR_MAX_EQUATION, &site->hr_max_equations, UNKNOWN);
	p->vo2_peak = number(fcinfo, site, ARG_VO2_PEAK, NAN);
	p->w_peak = number(fcinfo, site, ARG_W_PEAK, NAN);
	p->w_msec = number(fcinfo, site, ARG_W_MSEC, NAN);
	p->weight_kg = number(fcinfo, site, ARG_WEIGHT_KG, NAN);
	p->one_rm_kg = number(fcinfo, site, ARG_ONE_RM_KG, NAN);
	p->test_load_kg = number(fcinfo, site, ARG_TEST_LOAD_KG, NAN);
	p->test_repetitions = number(fcinfo, site, ARG_TEST_REPETITIONS, NAN);
	p->one_rm_equation = choice(fcinfo, site, ARG_ONE_RM_EQUATION, &site->one_rm_equations, UNKNOWN);
	p->increment_kg = number(fcinfo, site, ARG_INCREMENT_KG, 0);
	p->rounding = choice(fcinfo, site, ARG_ROUNDING, &site->roundings, ROUND_DOWN);
	p->grade = number(fcinfo, site, ARG_GRADE, 0);
	if (!check_target_person(p, &st))
		exonc_raise(&st);
}

/* A text of the rules, or NULL. */
static Datum
constant_datum(FunctionCallInfo fcinfo, target_site *site, const char *string, bool *isnull)
{
	uint32		at = (uint32) ((uintptr_t) string >> 3) % MAX_CONSTANT_TEXTS;
	MemoryContext before;

	*isnull = string == NULL;
	if (string == NULL)
		return (Datum) 0;
	for (; site->texts[at].string != NULL; at = (at + 1) % MAX_CONSTANT_TEXTS)
		if (site->texts[at].string == string)
			return site->texts[at].text;
	if (site->n_texts == MAX_CONSTANT_TEXTS - 1)
		return CStringGetTextDatum(string);
	before = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
	site->texts[at].text = CStringGetTextDatum(string);
	MemoryContextSwitchTo(before);
	site->texts[at].string = string;
	site->n_texts++;
	return site->texts[at].text;
}

static void
put_row(FunctionCallInfo fcinfo, target_site *site, const known_target *t, const personal_target *row)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	Datum		values[COLUMNS];
	bool		nulls[COLUMNS] = {false};

	for (int p = 0; p < 4; p++)
		values[BLOCK + p] = Int32GetDatum(t->place[p]);
	nulls[COMPONENT] = nulls[MODALITY] = t->component == NULL;
	if (t->component != NULL)
		values[MODALITY] = ObjectIdGetDatum(enum_map_oid(&site->modalities, t->component->modality));
	values[STEP] = t->step;
	values[PRESCRIBED] = t->prescribed;
	values[QUANTITY] = constant_datum(fcinfo, site, row->quantity, &nulls[QUANTITY]);
	nulls[TARGET] = !row->known;
	if (row->known)
		values[TARGET] = number_range(row->low, row->high);
	values[UNIT] = constant_datum(fcinfo, site, row->unit, &nulls[UNIT]);
	values[EQUATION] = constant_datum(fcinfo, site, row->equation, &nulls[EQUATION]);
	nulls[IN_RANGE] = row->in_range == UNKNOWN;
	values[IN_RANGE] = BoolGetDatum(row->in_range == 1);
	values[REASON] = constant_datum(fcinfo, site, row->reason, &nulls[REASON]);
	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

/* targets(prescription, week, ...): one row a target */
Datum
exonc_targets(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	target_site *site = get_site(fcinfo, &all_arguments);
	call_memory memory;
	target_person person;
	const week_targets *week;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	if (PG_ARGISNULL(ARG_PRESCRIPTION) || PG_ARGISNULL(ARG_WEEK))
		return (Datum) 0;
	if (site->modalities.n == 0)
		ENUM_MAP_FILL_COLUMN(site->modalities, rsinfo->setDesc, MODALITY, exercise_modality_labels);
	CALL_MEMORY_INIT(memory);
	get_person(fcinfo, site, &person);
	week = get_week_targets(site->known, PG_GETARG_VARLENA_PP(ARG_PRESCRIPTION), PG_GETARG_INT32(ARG_WEEK), &memory.arena);
	for (int i = 0; i < week->n; i++)
	{
		const known_target *t = &week->targets[i];
		personal_target rows[MAX_PERSONAL_TARGETS];
		int			n = personal_targets(&t->target, modes_of(t), &person, rows);

		CHECK_FOR_INTERRUPTS();
		for (int r = 0; r < n; r++)
			put_row(fcinfo, site, t, &rows[r]);
	}
	return (Datum) 0;
}

/* What the main targets of a week say about one quantity. */
static target_zone
get_zone(FunctionCallInfo fcinfo, const argument_window *window, zone_kind kind)
{
	target_site *site = get_site(fcinfo, window);
	call_memory memory;
	target_person person;
	const week_targets *week;
	target_zone zone = {.known = true};

	CALL_MEMORY_INIT(memory);
	get_person(fcinfo, site, &person);
	week = get_week_targets(site->known, PG_GETARG_VARLENA_PP(ARG_PRESCRIPTION), PG_GETARG_INT32(ARG_WEEK), &memory.arena);
	for (int i = 0; i < week->n; i++)
		if (week->targets[i].main)
			widen_zone(&zone, kind, &week->targets[i].target, modes_of(&week->targets[i]), &person);
	return zone;
}

/* target_heart_rate(prescription, week, ...) returns int4range */
Datum
exonc_target_heart_rate(PG_FUNCTION_ARGS)
{
	target_zone zone;

	if (PG_ARGISNULL(ARG_PRESCRIPTION) || PG_ARGISNULL(ARG_WEEK))
		PG_RETURN_NULL();
	zone = get_zone(fcinfo, &heart_rate_arguments, ZONE_HEART_RATE);
	if (!zone.found || !zone.known)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(whole_range((int) floor(zone.low + 0.5), (int) floor(zone.high + 0.5)));
}

/* target_load(prescription, week, ...) returns numrange */
Datum
exonc_target_load(PG_FUNCTION_ARGS)
{
	target_zone zone;

	if (PG_ARGISNULL(ARG_PRESCRIPTION) || PG_ARGISNULL(ARG_WEEK))
		PG_RETURN_NULL();
	zone = get_zone(fcinfo, &load_arguments, ZONE_LOAD);
	if (!zone.found || !zone.known)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(number_range(zone.low, zone.high));
}
