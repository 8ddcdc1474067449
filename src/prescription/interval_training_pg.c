/* interval_training_pg.c: interval_training(). */
#include "prescription/prescription_pg.h"

#include <math.h>

#include "common/decimal.h"
#include "prescription/interval_training.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_interval_training);

enum
{
	BLOCK,
	PART,
	ALTERNATIVE,
	COMPONENT,
	MODALITY,
	INTERVALS,
	INTERVAL_MINUTES,
	MINUTES_IN_ALL,
	MEAN_POWER,
	REASON,
	COLUMNS
};

static void
get_person(FunctionCallInfo fcinfo, target_person *person)
{
	status		st;

	*person = (target_person) {
		.age = NAN, .sex = UNKNOWN, .hr_rest = NAN, .hr_rest_days = NAN, .hr_rest_max_days = NAN, .hr_max = NAN,
		.beta_blocker = UNKNOWN, .hr_max_equation = UNKNOWN, .vo2_peak = NAN, .weight_kg = NAN, .one_rm_kg = NAN,
		.test_load_kg = NAN, .test_repetitions = NAN, .one_rm_equation = UNKNOWN,
	};
	person->w_peak = PG_ARGISNULL(2) ? NAN : undo_real(PG_GETARG_FLOAT8(2));
	person->w_msec = PG_ARGISNULL(3) ? NAN : undo_real(PG_GETARG_FLOAT8(3));
	if ((!PG_ARGISNULL(2) && !check_input("w_peak", person->w_peak, 5, 700, "W", NULL, &st)) ||
		(!PG_ARGISNULL(3) && !check_input("w_msec", person->w_msec, 5, 1500, "W", NULL, &st)))
		exonc_raise(&st);
}

static Datum
range_or_null(dose d, bool *isnull)
{
	*isnull = !d.known;
	return d.known ? number_range(d.low, d.high) : (Datum) 0;
}

static void
put_intervals_row(ReturnSetInfo *rsinfo, const int *place, const component *c, const target_person *person, const enum_map *modalities,
				  arena *memory)
{
	Datum		values[COLUMNS];
	bool		nulls[COLUMNS] = {false};
	interval_training found;
	text_sink	text;

	add_up_intervals(c, person, &found);
	sink_init(&text, memory);
	print_clause(&text, &c->clauses, CLAUSE_INTERVALS);
	for (int i = BLOCK; i <= COMPONENT; i++)
		values[i] = Int32GetDatum(place[i]);
	values[MODALITY] = ObjectIdGetDatum(enum_map_oid(modalities, c->modality));
	values[INTERVALS] = CStringGetTextDatum(text.data);
	values[INTERVAL_MINUTES] = range_or_null(found.minutes, &nulls[INTERVAL_MINUTES]);
	values[MINUTES_IN_ALL] = range_or_null(found.in_all, &nulls[MINUTES_IN_ALL]);
	values[MEAN_POWER] = range_or_null(found.mean_power, &nulls[MEAN_POWER]);
	values[REASON] = text_or_null(found.reason, &nulls[REASON]);
	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

static void
put_part(ReturnSetInfo *rsinfo, int *place, const part *p, const target_person *person, const enum_map *modalities, arena *memory)
{
	place[ALTERNATIVE] = 0;
	for (const unit *u = p->alternatives; u != NULL; u = u->next)
	{
		place[ALTERNATIVE]++;
		place[COMPONENT] = 0;
		for (const component *c = u->components; c != NULL; c = c->next)
		{
			place[COMPONENT]++;
			if (c->clauses.intervals != NULL)
				put_intervals_row(rsinfo, place, c, person, modalities, memory);
		}
	}
}

/* interval_training(prescription, week, w_peak, w_msec): one row a component with intervals */
Datum
exonc_interval_training(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	call_memory memory;
	prescription rx;
	target_person person;
	enum_map	modalities;
	int			place[COMPONENT + 1] = {0};
	int			week;
	status		st;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		return (Datum) 0;
	get_person(fcinfo, &person);
	week = PG_GETARG_INT32(1);
	if (!check_week(week, &st))
		exonc_raise(&st);
	ENUM_MAP_FILL_COLUMN(modalities, rsinfo->setDesc, MODALITY, exercise_modality_labels);
	CALL_MEMORY_INIT(memory);
	prescription_read(PG_GETARG_VARLENA_PP(0), &rx, &memory.arena);
	for (const block *b = rx.blocks; b != NULL; b = b->next)
	{
		block		at;

		place[BLOCK]++;
		place[PART] = 0;
		if (block_days(b, week) == 0)
			continue;
		if (!block_at_week(b, week, &at, &memory.arena, &st))
			exonc_raise(&st);
		for (const part *p = at.parts; p != NULL; p = p->next)
		{
			place[PART]++;
			put_part(rsinfo, place, p, &person, &modalities, &memory.arena);
		}
	}
	return (Datum) 0;
}
