/* targets_pg.c: targets(), the intensities of a week for one person. */
#include "prescription/prescription_pg.h"

#include <math.h>

#include "common/decimal.h"
#include "prescription/targets.h"

#include "utils/builtins.h"
#include "utils/lsyscache.h"

PG_FUNCTION_INFO_V1(exonc_targets);

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

typedef struct call_enums
{
	enum_map	sexes;
	enum_map	hr_max_equations;
	enum_map	one_rm_equations;
	enum_map	roundings;
	enum_map	modalities;
} call_enums;

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

static call_enums *
get_enums(FunctionCallInfo fcinfo, TupleDesc columns)
{
	call_enums *enums = fcinfo->flinfo->fn_extra;
	Oid		   *types;
	int			n_types;

	if (enums != NULL)
		return enums;
	enums = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(call_enums));
	get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
	ENUM_MAP_FILL(enums->sexes, types[ARG_SEX], sex_labels);
	ENUM_MAP_FILL(enums->hr_max_equations, types[ARG_HR_MAX_EQUATION], hr_max_labels);
	ENUM_MAP_FILL(enums->one_rm_equations, types[ARG_ONE_RM_EQUATION], one_rm_labels);
	ENUM_MAP_FILL(enums->roundings, types[ARG_ROUNDING], rounding_labels);
	ENUM_MAP_FILL_COLUMN(enums->modalities, columns, MODALITY, exercise_modality_labels);
	fcinfo->flinfo->fn_extra = enums;
	return enums;
}

/* A measurement; NaN is none. */
static double
number(FunctionCallInfo fcinfo, int arg, double otherwise)
{
	if (PG_ARGISNULL(arg))
		return otherwise;
	if (isnan(PG_GETARG_FLOAT8(arg)))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("a measurement is NaN"),
				 errhint("Pass NULL for what was not measured.")));
	return undo_real(PG_GETARG_FLOAT8(arg));
}

static int
choice(FunctionCallInfo fcinfo, int arg, const enum_map *map, int otherwise)
{
	return PG_ARGISNULL(arg) ? otherwise : enum_map_code(map, PG_GETARG_OID(arg));
}

static void
get_person(FunctionCallInfo fcinfo, const call_enums *enums, target_person *p)
{
	status		st;

	p->age = number(fcinfo, ARG_AGE, NAN);
	p->sex = choice(fcinfo, ARG_SEX, &enums->sexes, UNKNOWN);
	p->hr_rest = number(fcinfo, ARG_HR_REST, NAN);
	p->hr_rest_days = PG_ARGISNULL(ARG_HR_REST_DAYS) ? NAN : PG_GETARG_INT32(ARG_HR_REST_DAYS);
	p->hr_rest_max_days = PG_ARGISNULL(ARG_HR_REST_MAX_DAYS) ? INFINITY : PG_GETARG_INT32(ARG_HR_REST_MAX_DAYS);
	p->hr_max = number(fcinfo, ARG_HR_MAX, NAN);
	p->beta_blocker = PG_ARGISNULL(ARG_BETA_BLOCKER) ? UNKNOWN : PG_GETARG_BOOL(ARG_BETA_BLOCKER);
	p->hr_max_on_beta_blocker = !PG_ARGISNULL(ARG_HR_MAX_ON_BETA_BLOCKER) && PG_GETARG_BOOL(ARG_HR_MAX_ON_BETA_BLOCKER);
	p->hr_max_equation = choice(fcinfo, ARG_HR_MAX_EQUATION, &enums->hr_max_equations, UNKNOWN);
	p->vo2_peak = number(fcinfo, ARG_VO2_PEAK, NAN);
	p->w_peak = number(fcinfo, ARG_W_PEAK, NAN);
	p->w_msec = number(fcinfo, ARG_W_MSEC, NAN);
	p->weight_kg = number(fcinfo, ARG_WEIGHT_KG, NAN);
	p->one_rm_kg = number(fcinfo, ARG_ONE_RM_KG, NAN);
	p->test_load_kg = number(fcinfo, ARG_TEST_LOAD_KG, NAN);
	p->test_repetitions = number(fcinfo, ARG_TEST_REPETITIONS, NAN);
	p->one_rm_equation = choice(fcinfo, ARG_ONE_RM_EQUATION, &enums->one_rm_equations, UNKNOWN);
	p->increment_kg = number(fcinfo, ARG_INCREMENT_KG, 0);
	p->rounding = choice(fcinfo, ARG_ROUNDING, &enums->roundings, ROUND_DOWN);
	p->grade = number(fcinfo, ARG_GRADE, 0);
	if (!check_target_person(p, &st))
		exonc_raise(&st);
}

/* What the rows of one call share. */
typedef struct writer
{
	ReturnSetInfo *rsinfo;
	const call_enums *enums;
	const target_person *person;
	arena	   *memory;
	int			place[4];
} writer;

/* The rows of a list of targets. c: NULL for those of a session as a whole. */
static void
put_targets(writer *w, const component *c, const char *step, const target *targets)
{
	for (const target *t = targets; t != NULL; t = t->next)
	{
		personal_target rows[MAX_PERSONAL_TARGETS];
		int			n = personal_targets(t, c == NULL ? NULL : c->modes, w->person, rows);
		target		alone = *t;
		text_sink	text;

		alone.next = NULL;
		sink_init(&text, w->memory);
		print_targets(&text, &alone);
		for (int i = 0; i < n; i++)
		{
			const personal_target *row = &rows[i];
			Datum		values[COLUMNS];
			bool		nulls[COLUMNS] = {false};

			for (int p = 0; p < 4; p++)
				values[BLOCK + p] = Int32GetDatum(w->place[p]);
			nulls[COMPONENT] = nulls[MODALITY] = c == NULL;
			if (c != NULL)
				values[MODALITY] = ObjectIdGetDatum(enum_map_oid(&w->enums->modalities, c->modality));
			values[STEP] = CStringGetTextDatum(step);
			values[PRESCRIBED] = PointerGetDatum(cstring_to_text_with_len(text.data, text.length));
			values[QUANTITY] = CStringGetTextDatum(row->quantity);
			nulls[TARGET] = !row->known;
			if (row->known)
				values[TARGET] = number_range(row->low, row->high);
			values[UNIT] = text_or_null(row->unit, &nulls[UNIT]);
			values[EQUATION] = text_or_null(row->equation, &nulls[EQUATION]);
			nulls[IN_RANGE] = row->in_range == UNKNOWN;
			values[IN_RANGE] = BoolGetDatum(row->in_range == 1);
			values[REASON] = text_or_null(row->reason, &nulls[REASON]);
			tuplestore_putvalues(w->rsinfo->setResult, w->rsinfo->setDesc, values, nulls);
		}
	}
}

static void
put_clauses(writer *w, const component *c, const clauses *from)
{
	int			n = 0;

	put_targets(w, c, "main", from->targets);
	for (const timed_step *s = from->intervals; s != NULL; s = s->next)
	{
		char		step[32];

		snprintf(step, sizeof(step), "interval %d", ++n);
		put_targets(w, c, step, s->targets);
	}
	put_targets(w, c, "warm-up", from->warm_up.targets);
	put_targets(w, c, "cool-down", from->cool_down.targets);
}

static void
put_unit(writer *w, const unit *u)
{
	w->place[3] = 0;
	if (u->is_session)
		put_clauses(w, NULL, &u->shared);
	for (const component *c = u->components; c != NULL; c = c->next)
	{
		w->place[3]++;
		put_clauses(w, c, &c->clauses);
	}
}

/* targets(prescription, week, ...): one row a target */
Datum
exonc_targets(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	call_memory memory;
	prescription rx;
	target_person person;
	writer		w = {.rsinfo = rsinfo, .person = &person, .memory = &memory.arena};
	status		st;
	int			week;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	if (PG_ARGISNULL(ARG_PRESCRIPTION) || PG_ARGISNULL(ARG_WEEK))
		return (Datum) 0;
	CALL_MEMORY_INIT(memory);
	w.enums = get_enums(fcinfo, rsinfo->setDesc);
	week = PG_GETARG_INT32(ARG_WEEK);
	get_person(fcinfo, w.enums, &person);
	prescription_read(PG_GETARG_VARLENA_PP(ARG_PRESCRIPTION), &rx, &memory.arena);
	if (!check_week(week, &st))
		exonc_raise(&st);
	for (const block *b = rx.blocks; b != NULL; b = b->next)
	{
		block		at;

		w.place[0]++;
		w.place[1] = 0;
		if (block_days(b, week) == 0)
			continue;
		if (!block_at_week(b, week, &at, &memory.arena, &st))
			exonc_raise(&st);
		for (const part *p = at.parts; p != NULL; p = p->next)
		{
			w.place[1]++;
			w.place[2] = 0;
			for (const unit *u = p->alternatives; u != NULL; u = u->next)
			{
				w.place[2]++;
				put_unit(&w, u);
			}
		}
	}
	return (Datum) 0;
}
